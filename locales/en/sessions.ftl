## Sessions: what they say, and who is on stage
programme-fact-recorded = recording
programme-fact-agenda-item = agenda item
programme-fact-audience = who may attend
programme-error-duration = “{ $text }” is no length of a session. Write minutes, from 5 to 1440, or hours and minutes: 1:30
programme-import-audience = No category has the letter { $letter }.
