interpreters-title = Interpreters
interpreters-text = A team is the people in one booth who relieve each other. Say into which languages it interprets and where it works: sessions then tell when a team is in two booths, works too long in a row, or when a language has none.
interpreters-empty-title = No teams yet
interpreters-empty-text = Until there is one, nothing is said about interpreters.
interpreters-team = Team
interpreters-name = Name
interpreters-name-hint = As it is called on the booth’s list, like “Arabic A”.
interpreters-languages = Languages
interpreters-languages-hint = Codes of the languages into which it interprets, like: ar fr
interpreters-no-languages = Say at least one language.
interpreters-most = Minutes in a row at most
interpreters-most-hint = Three hours are usual for two people.
interpreters-rest = Minutes that count as a rest
interpreters-rest-hint = After a shorter pause it goes on in a row.
interpreters-sessions = Sessions
interpreters-hours = Hours
interpreters-well = No clash
interpreters-doubts = { $count ->
    [one] One session to look at
   *[other] { $count } sessions to look at
 }
interpreters-new = Add a team
interpreters-saved = Saved.
interpreters-removed = The team was removed.
interpreters-work = Where it works
interpreters-no-work = No session with a time is interpreted into its languages.
interpreters-session = Session
interpreters-open = Open { $title }
interpreters-remove = Remove this team
interpreters-remove-text = { $count ->
    [0] It works at no session.
    [one] It works at one session, which then has no such team.
   *[other] It works at { $count } sessions, which then have no such team.
 } This cannot be undone.
rule-one-team-per-name = Another team has this name.
arrivals-title = People on stage
arrivals-text = Everybody on stage whose file is known. Say from when on somebody is there, on the clocks of { $zone }, where that is later than the first day; sessions that begin before then tell it.
arrivals-empty-title = Nobody on stage is known yet
arrivals-empty-text = Say on a session’s page who somebody on stage is.
arrivals-person = Person
arrivals-sessions = Sessions
arrivals-there = There from
arrivals-label = { $name } is there from
arrivals-early = { $count ->
    [one] One session before that
   *[other] { $count } sessions before that
 }
arrivals-saved = Saved.
