## Programme, public
programme-title = Programme
programme-feed = Calendar feed
programme-none-title = Not published yet
programme-none-text = The programme appears here with its first release.
programme-days = Days
programme-kind = Kind
programme-room = Room
programme-any-kind = Any kind
programme-any-room = Any room
programme-any-status = Any status
programme-nothing-found = Nothing fits these filters on this day.
programme-time = Time
programme-now = Now
programme-cancelled = cancelled
programme-until = until { $time }
programme-interpretation = Interpretation
programme-webcast = Webcast
programme-yes = Yes
programme-people = On stage
programme-numbered = { $kind }, meeting { $number }
programme-chaired = Chair: { $names }
programme-organised = Organised by { $name }
programme-closed-kind = { $kind }, closed
programme-release-line = { $name }, published { $time }
programme-kind-opening = Opening
programme-kind-plenary = Plenary
programme-kind-high-level-debate = High-level debate
programme-kind-discussion = Discussion
programme-kind-workshop = Workshop
programme-kind-side-event = Side event
programme-kind-signing = Signing
programme-kind-press-conference = Press conference
programme-kind-ceremony = Ceremony
programme-kind-reception = Reception
programme-kind-break = Break
programme-role-chair = Chair
programme-role-co-chair = Co-chair
programme-role-moderator = Moderator
programme-role-speaker = Speaker
programme-role-panelist = Panelist
programme-role-rapporteur = Rapporteur
programme-status-draft = Draft
programme-status-confirmed = Confirmed
programme-status-cancelled = Cancelled

## Programme, keeping
programme-manage-title = Programme
programme-rooms-title = Meeting rooms
programme-new-session = Add a session
programme-edit-session = Session
programme-new-room = Add a room
programme-edit-room = Meeting room
programme-status = Status
programme-session = Session
programme-empty-title = No session here
programme-empty-text = Add the first session, or import the programme from a file. Clear the filters if there should be some.
programme-no-rooms-title = No meeting rooms yet
programme-no-rooms-text = Sessions need rooms. Add the first one; an import adds the rooms it names.
programme-name-en = Name in English
programme-name-fr = Name in French
programme-number = Meeting number
programme-key = Key
programme-key-hint = Imports find the session by it. Made from the title when empty, and then stays the same for good
programme-no-room = No room yet
programme-date = Date
programme-start = From
programme-end = Until
programme-organiser = Organised by
programme-no-organiser = Nobody in particular
programme-capacity = Places
programme-for-imports = For imports
programme-expected = People expected
programme-area = In the area
programme-area-hint = Its hours are those of the room
programme-no-area = None in particular
programme-any-day = Any day
programme-look = To look at
programme-look-all = All sessions
programme-look-doubts = With something doubtful
programme-look-waiting = Not public as they stand
programme-waiting = Not public yet
programme-people-hint = One a line: name | title | affiliation
programme-interpretation-hint = Language codes, for example: ar zh en fr ru es
programme-open = Open to all who are admitted
programme-code = Short name
programme-code-hint = Letters, digits and hyphens; made from the name when empty
programme-ordinal = Place in lists
programme-save = Save
programme-saved = Saved. The public sees it with the next release.
programme-saved-doubtful = Saved. Something here needs a look: see below.
programme-doubts = Please look at this
programme-doubt-room-held = The same room at the same time:
programme-doubt-on-stage-twice = { $person } is on stage elsewhere at the same time:
programme-doubt-too-small = { $places } people are expected, and the room has { $seats } places.
programme-doubt-area-closed = The area of this room is closed to everybody during part of the session at least.
programme-doubt-other-days = This is outside the days of the conference.
programme-doubt-word-room-held = Room held twice
programme-doubt-word-on-stage-twice = On stage twice
programme-doubt-word-too-small = Room too small
programme-doubt-word-area-closed = Area closed
programme-doubt-word-other-days = Other day
programme-many-rooms = { $count } rooms: the table moves sideways, with the arrow keys too.
programme-import-title = Import
programme-import-text = A table (CSV or XLSX), one session a row. Sessions are found again by their key, so a corrected file can be imported again. Nothing is written unless every row is right.
programme-import-file = File
programme-import-file-hint = CSV, XLSX, schedule XML or JSON, at most 8 MB
programme-import-look = Check
programme-import-do = Import
programme-import-no-file = Choose a file.
programme-import-row = Row
programme-import-problem = What is wrong
programme-import-would = { $new ->
    [one] One new session
   *[other] { $new } new sessions
 }, { $changed } changed.
programme-import-unchanged = { $unchanged } unchanged.
programme-import-new-rooms = New rooms: { $rooms }.
programme-import-doubtful = { $count ->
    [one] One session of the programme would clash with another one or have something else to look at
   *[other] { $count } sessions of the programme would clash with each other or have something else to look at
 }: the list marks them.
programme-import-wrong = { $count ->
    [one] One row is wrong; nothing was imported.
   *[other] { $count } rows are wrong; nothing was imported.
 }
programme-imported = Imported: { $new } new, { $changed } changed.
programme-import-no-column = The column { $column } is missing.
programme-import-twice = The key { $key } stands in the file twice.
programme-import-no-key = The key is missing.
programme-import-kind = “{ $kind }” is no kind of session.
programme-import-no-title = The title is missing.
programme-import-organiser = No delegation has the key { $key }.
programme-import-status = “{ $status }” is no status: draft, confirmed or cancelled.
programme-import-capacity = “{ $text }” is no number of places.
programme-wrong-date = “{ $text }” is no date. Write 2025-10-25.
programme-wrong-time = “{ $text }” is no time. Write 09:30.
programme-error-title = Write a title in at least one language.
programme-error-kind = Choose what kind of session it is.
programme-error-no-date = Write the date, or leave date and hours all empty.
programme-error-no-time = Write the time, or leave date and hours all empty.
programme-error-end = The end is before the start. A session that goes on after midnight may last { $hours } hours at most.
programme-error-room-gone = This room is no longer there. Choose another one.
programme-error-area-gone = This area is no longer there. Choose another one.
programme-error-room-held = “{ $title }” is confirmed in this room from { $from } to { $until }. Choose another room or time, or keep this session as a draft until the other one has moved.
programme-error-no-name = Begin each line with a name.
programme-wrong-language = “{ $text }” is no language code. Write codes such as: ar zh en fr ru es
programme-error-room-name = Write the room's name in at least one language.
programme-error-room-code = Write a short name with letters or digits.
programme-error-release-name = Name the release, in at most 60 characters.
programme-release-title = Release
programme-release-name = Release { $number }
programme-release-text = { $sessions ->
    [one] One confirmed or cancelled session will be published.
   *[other] { $sessions } confirmed and cancelled sessions will be published.
 } Drafts stay unseen. A release never changes afterwards; corrections come with the next one.
programme-release-label = Name of the release
programme-release-hint = Mails and pages name it, for example: Release 7
programme-release-do = Publish
programme-released = { $name } is public.
programme-release-on-stage-twice = { $person } is on stage in “{ $first }” and in “{ $second }” at the same time. Move one of them first.
programme-twice = The same person on two stages
programme-release-clash = “{ $first }” and “{ $second }” hold the same room at the same time. Move one of them first.
programme-release-unplaced = “{ $title }” is confirmed but has no room or no time.
programme-release-empty = There is no confirmed session with a room and a time yet.
programme-clashes = The same room at the same time
programme-unplaced = Confirmed without room or time
programme-release-doubts = Look at these before you publish

## Programme, releases and what they change
programme-releases-title = Releases
programme-release-number = No.
programme-release-when = Published
programme-release-who = By
programme-release-sessions = Sessions
programme-release-changes = Changes
programme-release-told = People told
programme-release-changes-these = Against { $former }, this would change:
programme-release-changes-nothing = Nothing has changed since { $former }.
programme-compared-with = Compared with { $former }:
programme-told-people = { $count ->
    [0] Nobody was told by mail.
    [one] One person was told by mail.
   *[other] { $count } people were told by mail.
 }
programme-urgent = Urgent
programme-withdrawn = no longer in the programme
programme-changed-title = What changed
programme-changed-since = Since { $former }, these sessions have changed:
programme-changed-nothing = No session has changed since { $former }.
programme-changed-first = This is the first release: everything in it is new.
programme-before = Before
programme-after = Now
programme-when-where = When and where
programme-what-else = What else changed
programme-change-new = { $count ->
    [one] One new session
   *[other] { $count } new sessions
 }
programme-change-moved = { $count ->
    [one] One session moved
   *[other] { $count } sessions moved
 }
programme-change-changed = { $count ->
    [one] One session changed otherwise
   *[other] { $count } sessions changed otherwise
 }
programme-change-restored = { $count ->
    [one] One session held after all
   *[other] { $count } sessions held after all
 }
programme-change-cancelled = { $count ->
    [one] One session cancelled
   *[other] { $count } sessions cancelled
 }
programme-change-gone = { $count ->
    [one] One session no longer in the programme
   *[other] { $count } sessions no longer in the programme
 }
programme-counted-new = { $count } new
programme-counted-moved = { $count } moved
programme-counted-changed = { $count } changed
programme-counted-restored = { $count } held after all
programme-counted-cancelled = { $count } cancelled
programme-counted-gone = { $count } gone
programme-counted-nothing = nothing changed
programme-fact-title = title
programme-fact-description = description
programme-fact-kind = kind
programme-fact-number = meeting number
programme-fact-room-name = name of the room
programme-fact-open = open or closed
programme-fact-interpretation = interpretation
programme-fact-webcast = webcast
programme-fact-organiser = organiser
programme-fact-people = people on stage

## Programme, mails about a release
programme-tell = Mails
programme-tell-hint = They leave ten seconds after the release.
programme-tell-ticked = { $count ->
    [one] Tell the one person concerned, if ticked below
   *[other] Tell those ticked below, of { $count } people concerned
 }
programme-tell-nobody = Tell nobody
programme-tell-none = This release concerns nobody who could be mailed.
programme-tell-whom = { $count ->
    [one] Whom: one person
   *[other] Whom: { $count } people
 }
programme-tell-these = Tell these
programme-tell-sample = One of these mails: { $language }
programme-told-on-stage = { $name }, { $address }, on stage, { $language }: { $count ->
    [one] one session
   *[other] { $count } sessions
 }
programme-told-focal-point = { $name }, { $address }, focal point, { $language }: { $count ->
    [one] one session
   *[other] { $count } sessions
 }
programme-release-changed-meanwhile = The draft has changed since this page was shown. Look again at what would be published and whom it concerns.
programme-mail-subject = Programme: { $release }
programme-mail-subject-urgent = Urgent change of the programme: { $release }
programme-mail-dear = Dear { $name },
programme-mail-to-you = The programme has changed ({ $release }). This concerns you:
programme-mail-to-delegation = The programme has changed ({ $release }). This concerns your delegation:
programme-mail-reason = Reason: { $reason }
programme-mail-line = { $label }: { $value }
programme-mail-new = New
programme-mail-joined = Now with you
programme-mail-left = No longer with you
programme-mail-moved = Moved
programme-mail-changed = Changed
programme-mail-restored = Held after all
programme-mail-cancelled = Cancelled
programme-mail-gone = No longer in the programme
programme-mail-your-people = Of your delegation on stage
programme-mail-zone = All times are those of { $zone }.
programme-mail-calendar = A calendar update goes along with this mail.
programme-mail-all = Everything that changed
## Programme, venue
programme-building = Building
programme-no-building = None in particular
programme-error-building-gone = This building is no longer there. Choose another one.
programme-floor = Floor
programme-on-floor = floor { $floor }
programme-part-of = Part of
programme-part-of-hint = A hall that divides: holding a part holds the whole
programme-part-of-none = Not a part of another room
programme-parts = Divides into
programme-turnover = Turnover
programme-turnover-hint = Minutes between two sessions
programme-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
 }
programme-booths = Interpretation booths
programme-accessibility = Accessibility
programme-access-step-free = Step-free
programme-access-hearing-loop = Hearing loop
programme-access-accessible-toilet = Accessible toilet
programme-access-wheelchair-places = Places for wheelchairs
programme-access-stage-ramp = Ramp to the stage
programme-access-note = Getting there and in
programme-access-note-hint = For example: lift from the east entrance
programme-equipment = Equipment
programme-equipment-hint = For example: two screens, lectern, six microphones
programme-layout = Layout
programme-any-layout = Any layout
programme-layouts = Places by layout
programme-layouts-and-hours = Layouts and hours
programme-layout-theatre = Theatre
programme-layout-classroom = Classroom
programme-layout-boardroom = Boardroom
programme-layout-banquet = Banquet
programme-layout-standing = Standing
programme-import-layout = “{ $layout }” is no layout: theatre, classroom, boardroom, banquet or standing.
programme-windows = Hours
programme-windows-hint = One a line, for example 2026-10-25 08:00-20:00. None: whenever its area is open
programme-error-window = “{ $text }” is not a day with its hours. Write 2026-10-25 08:00-20:00.
programme-back-to-room = Back
programme-room-saved = Saved.
programme-change-room = Change
programme-room-facts = What the room has
programme-room-bare = Nothing is known of this room yet but its name.
programme-room-days = Day by day
programme-room-idle = Nothing is planned here.
programme-photo = Photo
programme-photo-of = { $room }, photograph
programme-photo-hint = JPEG, PNG or WebP, at most 10 MB
programme-plan = Plan
programme-plan-hint = A picture or a PDF, at most 10 MB. Everybody sees it on the pages of sessions
programme-pictures = Photo and plan
programme-remove-photo = Take the photo away
programme-remove-plan = Take the plan away
programme-pictures-kept = Saved.
programme-error-no-picture = Choose a file.
programme-block = Block this room
programme-block-do = Block
programme-blocked = Blocked
programme-blocked-by = Ask: { $owner }
programme-reason = Reason
programme-owner = Who is asked
programme-owner-hint = For example: stage crew
programme-contact = How to reach them
programme-contact-hint = A telephone number or an address
programme-error-blocker-end = The end must be after the start.
programme-blocker-added = The room is blocked.
programme-blocker-ended = The room can be had again.
programme-blocker-removed = The blocker is gone.
programme-blocker-back = The room is blocked again.
programme-nothing-done = Nothing was changed.
programme-end-now = End now
programme-remove = Remove
programme-doubt-part-held = At the same time in { $room }:
programme-doubt-turnover = The room needs { $needed } minutes between two sessions and has { $gap }:
programme-doubt-too-far = { $person } needs { $needed } minutes for the way to the other stage and has { $gap }:
programme-doubt-blocked = The room is blocked ({ $reason }):
programme-doubt-too-small-so = { $places } people are expected, and the room has { $seats } places ({ $layout }).
programme-doubt-no-layout = The room has no such layout: { $layout }.
programme-doubt-few-booths = Interpretation into { $tongues } languages needs as many booths, and the room has { $booths }.
programme-doubt-not-available = The room cannot be had during part of the session at least.
programme-doubt-word-turnover = Turnover too short
programme-doubt-word-too-far = Way too long
programme-doubt-word-blocked = Room blocked
programme-doubt-word-no-layout = No such layout
programme-doubt-word-few-booths = Too few booths
programme-doubt-word-not-available = Room not available
programme-out-begin = Begin at { $time } or later.
programme-out-end = End at { $time } or earlier.
programme-out-ask = Ask { $owner }, or take another room.
programme-out-room = { $room } is free then.
programme-error-part-held = “{ $title }” is confirmed from { $from } to { $until } in { $room }, which has a part in common with this room. Choose another room or time, or keep this session as a draft until the other one has moved.
programme-venue-title = Buildings and ways
programme-buildings = Buildings
programme-no-buildings = No building yet. With buildings, the way between two of them needs to be said only once.
programme-new-building = Add a building
programme-building-name = Name of the building
programme-error-building-name = Write the building's name in at least one language.
programme-whole-building = { $name }, any room
programme-any-building = Any building
programme-in-no-building = In no building
programme-count-rooms = { $count ->
    [0] no rooms
    [one] one room
   *[other] { $count } rooms
 }
programme-count-booths = { $count ->
    [one] one booth
   *[other] { $count } booths
 }
programme-count-sessions = { $count ->
    [0] no sessions
    [one] one session
   *[other] { $count } sessions
 }
programme-part-of-it = part of { $room }
programme-sessions = Sessions
programme-no-room-found = No room fits these filters.
programme-walks = Walking minutes
programme-walks-text = The same both ways. What is said of two rooms counts before what is said of their buildings; a building with itself says how far its rooms are from each other. Empty the minutes to take a way out.
programme-walk-from = From
programme-walk-to = To
programme-walk-minutes = Minutes
programme-walk-label = Minutes from { $from } to { $to }
programme-walk-choose = Choose
programme-within = between its own rooms
programme-error-same-room = Choose another room than the first one.


## Programme, what cannot wait
programme-urgent-link = Change now
programme-urgent-title = Change what is public, now
programme-urgent-text = This makes the next release at once, with this change alone: other work on the draft stays unseen. The draft follows, and the mails leave without delay.
programme-urgent-public = Public now
programme-urgent-told = Will be told
programme-urgent-told-nobody = Nobody who could be mailed
programme-urgent-told-people = { $count ->
    [one] One person:
   *[other] { $count } people:
 }
programme-urgent-cancel = The session is cancelled
programme-urgent-reason-en = Reason in English
programme-urgent-reason-fr = Reason in French
programme-urgent-reason-hint = The public reads it, and so does everybody who is mailed
programme-urgent-do = Publish this change now
programme-urgent-no-time = Write the date and the hours.
programme-urgent-no-reason = Say why, in at least one language.
programme-urgent-nothing = This is how the session is public already.
programme-urgent-changed-meanwhile = There is a newer release than the one this page was about. Look again at what is public.
programme-urgent-held = “{ $title }” is public in this room from { $from } to { $until }. Choose another room or time.
programme-urgent-on-stage = { $person } is on stage in “{ $title }” from { $from } to { $until }. Choose another time.
programme-urgent-name = Release { $number }, urgent { $time }
programme-urgent-moved = Changed at { $time }; it was { $before }.
programme-urgent-off = Cancelled at { $time }; it was { $before }.
