clash-party-thin = { $party } must be in { $due } places at once and has { $members ->
    [one] one person
   *[other] { $members } people
 } who may come.
clash-heads = { $person } speaks at the same minute as { $other }: heads of State and of government are not made to speak against each other.
clash-team-twice = The interpreters { $team } are in another booth at the same time.
clash-team-tired = The interpreters { $team } would work { $worked } hours in a row; { $most } are the most.
clash-uncovered = No team of this session interprets into { $languages }.
clash-not-accredited = { $person } is on stage and not accredited yet.
clash-not-coming = { $person } is on stage and will not be let in: refused or withdrawn.
clash-arrives-later = { $person } arrives only on { $time }.
clash-audience = Those with { $letters } are its audience and may not be in the room's area all the time.
clash-out-party = Move one of the two, or ask the delegation for another representative.
clash-out-heads = Let one of the two begin when the other has ended.
clash-out-team = Give one of the sessions another team.
clash-out-uncovered = Choose a team for it on the page of interpreters.
clash-out-audience = Choose a room in another area, or let the area open to them.
clash-word-party = Delegation
clash-word-heads = Protocol
clash-word-team = Interpreters
clash-word-uncovered = No interpreters
clash-word-not-accredited = Not accredited
clash-word-arrives-later = Arrives later
clash-word-audience = Audience
