schedule-import-text = Or a schedule of another program: XML or JSON of the frab family (Pentabarf, frab, pretalx), and our own. Its sessions are found again by the identity that the file gives them. What changed in the file since it came last is taken over; what was changed here meanwhile stays.
schedule-line = Line
schedule-session = Session
schedule-from = From
schedule-to = To
schedule-moves = { $count ->
    [one] One session moves
   *[other] { $count } sessions move
 }
schedule-missing = { $count ->
    [one] One session is no longer in the file
   *[other] { $count } sessions are no longer in the file
 }
schedule-cancel-missing = Cancel what is no longer in the file
schedule-moved = { $count ->
    [one] One session was moved.
   *[other] { $count } sessions were moved.
 }
schedule-cancelled = { $count ->
    [one] One session was cancelled.
   *[other] { $count } sessions were cancelled.
 }
schedule-wrong = { $count ->
    [one] The file is not a schedule that can be read; nothing was imported. One place is wrong.
   *[other] The file is not a schedule that can be read; nothing was imported. { $count } places are wrong.
 }
schedule-not-utf8 = There is a letter here that is not UTF-8. Save the file in that encoding.
schedule-not-json = The JSON breaks off or is wrong here, in column { $column }.
schedule-not-xml = The XML is wrong here: { $reason }
schedule-own-entities = The file defines entities of its own (DOCTYPE), which a schedule does not need. Remove them.
schedule-no-days = This is no schedule: its conference with its days is missing.
schedule-empty = There is no session in this file.
schedule-too-many = More than { $most } sessions are too many for one file.
schedule-no-event = What stands in the room { $room } is no session.
schedule-twice = { $name } { $text } stands in line { $line } already: two sessions cannot be one.
schedule-wrong-id = { $event }: the id { $text } is not a whole number above 0.
schedule-wrong-guid = { $event }: the guid { $text } is not a UUID.
schedule-no-id = { $event }: it has neither id nor guid, so that it could not be found again.
schedule-no-title = { $event }: the title is missing.
schedule-no-room = { $event }: the room is missing.
schedule-wrong-date = { $event }: “{ $text }” is no date with a time. It should be like 2025-10-25T09:00:00+07:00.
schedule-wrong-duration = { $event }: “{ $text }” is no duration of at most a day. It should be like 01:30.
schedule-too-long = { $event }: { $name } has more than { $most } characters.
