gates-leave-scanner = Leave the scanner
gates-sign-in-again = Sign in again
gates-needs-javascript = The scanner needs JavaScript. Ask the help desk for another device.
gates-camera = Camera
gates-closer = Closer
gates-start-camera = Start the camera
gates-hand-scanner-works = A hand scanner works without the camera: just scan.
gates-torch = Light
gates-flip = Other camera
gates-stop-camera = Switch the camera off
gates-entry = Entry
gates-exit = Exit
gates-direction-is = Direction: { $direction }. Change
gates-next = Next
gates-by-hand = By hand
gates-admit-anyway = Admit anyway
gates-cancel = Cancel
gates-by-hand-title = Badge number by hand
gates-badge-number = Number on the badge
gates-face-matches = The face of the person matches the photo on the badge
gates-check-number = Check
gates-override-title = Admit against the answer
gates-override-lede = Your name, the time and this reason are kept.
gates-override-reason = Reason

gates-word-enter = Enter
gates-word-leave = Goodbye
gates-word-look = Look
gates-word-stop = Stop
gates-word-alarm = Alarm
gates-word-undecided = Not decided
gates-word-reading = Checking
gates-no-network = No network. The scan is kept; decide by the paper list or call a supervisor.
gates-signed-out = You are signed out. The scan is kept; sign in again.
gates-not-accepted = The server did not accept this scan. Call a supervisor.
gates-reason-unknown = This code is not one of ours
gates-reason-forged = This code is forged
gates-reason-wrong-purpose = Not a badge: collect your badge at the pass desk
gates-reason-wrong-conference = A badge of another conference
gates-reason-revoked = This badge is no longer valid
gates-reason-cancelled = The accreditation was withdrawn
gates-reason-blocked = Blocked: send to the pass desk
gates-reason-not-approved = Not accredited yet
gates-reason-too-early = Not valid yet
gates-reason-too-late = No longer valid: the last day is over
gates-reason-area = No access to this area
gates-reason-hours = No access at this hour
gates-reason-not-registered = No pass for this area, or not for this time
gates-reason-already-used = Already used
gates-reason-already-inside = Already inside: no exit on record
gates-reason-area-full = The area is full
gates-reason-delegation-full = All places of this delegation are taken; one must leave first
gates-flag-alarm = A dead badge is leaving: keep it
gates-flag-attention = Look twice: a note is on this badge
gates-flag-not-on-list = Not on this gate's list: admitted by the code alone
gates-portrait = Portrait of { $name }
gates-inside = Inside now: { $n }
gates-line-online = connected
gates-line-offline = no network
gates-line-signed-out = signed out
gates-line-unsent = to send: { $n }
gates-line-rejected = not accepted: { $n }
gates-line-no-store = unsent scans are lost when this page closes
gates-camera-denied = The camera is not allowed. Allow it in the browser's settings for this page.
gates-camera-none = No camera was found.
gates-camera-insecure = The camera needs a secure connection (https).
gates-camera-failed = The camera does not start. Close other programs that use it.

## The list, the form and the devices
gates-title = Gates
gates-board = Live board
gates-devices = Devices
gates-add = Add a gate
gates-none = There are no gates yet
gates-none-text = A gate leads from one area into another and back. Add the areas in the settings first.
gates-gate = Gate
gates-from = Leads from
gates-from-hint = Where people come from.
gates-into = Into
gates-into-hint = Which area they enter; the openings of this area decide.
gates-minds = Minds
gates-street = the street
gates-closed = closed
gates-exit-before-reentry = An exit is needed before re-entry
gates-exit-before-reentry-hint = A badge that is inside is refused until it has left.
gates-once-per-day = Once a day
gates-once-per-day-hint = A badge enters once a conference day, which begins at 04:00.
gates-open-scanner = Open the scanner
gates-edit = Change
gates-code = Code
gates-code-hint = Small letters, digits and dashes; scanners name the gate by it. It cannot be changed later.
gates-code-error = Use small letters, digits and dashes, beginning with a letter; new, devices, board, attention and passes are taken.
gates-name = Name
gates-name-in = Name ({ $language })
gates-leads-nowhere = A gate leads from one area into another one
gates-unlisted = Badges that a device without network does not find in its list
gates-unlisted-hint = Their signature is good, but the list at hand is older than they are.
gates-unlisted-refuse = Refuse them
gates-unlisted-admit = Admit them by what the code says, flagged
gates-save = Save
gates-added = The gate was added.
gates-saved = The gate was saved. The next scan is judged by it.
gates-device = Device
gates-state = State
gates-heard = Last heard
gates-add-device = Add a device
gates-no-devices = There are no devices yet
gates-no-devices-text = Gate staff who open the scanner in their browser appear here; other devices are added with a code.
gates-device-name = Name of the device
gates-device-name-hint = What is written on it, such as Phone 3.
gates-device-gates = Gates that it may scan for
gates-make-code = Make the enrolment code
gates-enrolment = Enrolment code
gates-enrolment-text = Scan this with the device, or type the code there. It works once, within a day, and is not shown again.
gates-enrolment-picture = QR code that opens the enrolment on the device
gates-device-revoked = revoked
gates-device-expired = code expired
gates-device-waiting = waiting for its code
gates-device-live = scanning
gates-device-silent = silent
gates-device-new = not used yet
gates-device-skew = { $minutes ->
    [one] clock off by one minute
   *[other] clock off by { $minutes } minutes
  }
gates-revoke = Revoke
gates-revoke-question = Revoke { $name }? It stops at once and cannot come back.
gates-device-ended = The device was revoked. Every call of it is refused from now on.

## The live board
gates-people-inside = people inside
gates-people-inside-means = distinct people whose last movement was an entry
gates-as-of = As of { $time }
gates-came-today = people came today
gates-came-today-means = distinct, since 04:00
gates-pace = entries a minute
gates-pace-means = from the street, mean of the last five minutes
gates-refused-today = refusals today
gates-refused-today-means = scans at all gates, since 04:00
gates-arrivals = Arrivals per minute
gates-arrivals-means = distinct people coming in from the street, last two hours
gates-as-table = As a table
gates-minute = Minute
gates-people = People
gates-refusals = Refusals today, by reason
gates-no-refusals = Nobody was refused today.
gates-areas = People by area
gates-of-capacity = of { $capacity }
gates-last-scans = Last scans
gates-no-scans = Nothing was scanned yet.
gates-time = Time
gates-who = Who
gates-verdict = Verdict
gates-said-entered = Entered
gates-said-left = Left
gates-said-overridden = Admitted by a supervisor

## The page of an enrolled device
gates-this-device = Gate scanner
gates-enrol = Enrol this device
gates-enrol-wrong = This code is wrong, was used already, or is older than a day. Ask for a new one.
gates-enrol-unreached = The server did not answer. Try again.
gates-which-gate = At which gate does this device stand?

rule-one-gate-per-code = This code belongs to another gate

## Looking twice, and passes
gates-attention = Look twice
gates-attention-text = Gates show a note about these people to their staff and ask them to look: escort, an arrival to be announced, papers to be checked again. The note is seen by gate staff and on these pages only. It stops nobody.
gates-find-person = Find a person by name, delegation, reference or badge number
gates-find = Find
gates-notes-all = All notes
gates-notes-none = Gates look twice at nobody
gates-notes-none-text = Find a person above to set a note.
gates-nobody = Nobody found
gates-nobody-text = Try part of the name, the reference or the badge number.
gates-person = Person
gates-delegation = Delegation
gates-note = Note for gate staff
gates-note-hint = At most 120 characters, read in one look: "Escort to the protocol desk". No reasons, nothing about health or security.
gates-note-set = Set by { $who }, { $time }
gates-note-has = has a note
gates-note-none = no note
gates-note-save = Save the note
gates-note-end = Take the note off
gates-note-meanwhile = Somebody else changed the note meanwhile. Now it says:
gates-note-saved = Gates look twice at { $person } from now on.
gates-note-ended = The note about { $person } was taken off.
gates-note-gone = There is no note to take off; somebody else did it already.
gates-passes = Passes
gates-passes-text = Areas that are open by pass only: beside a badge whose category opens the area, people need a pass. The gate finds the pass by the badge; nothing is printed.
gates-passes-none = No area is open by pass only
gates-passes-none-text = An organiser sets it with the area.
gates-areas-settings = Areas in the settings
gates-area = Area
gates-by-pass = by pass only
gates-not-by-pass = open without a pass
gates-pass = Pass
gates-pass-holders = Hold a pass
gates-pass-everybody = Everybody
gates-pass-who = Show
gates-pass-none = Nobody holds a pass for this area
gates-pass-none-text = Grant passes above, or show everybody and grant them one by one.
gates-pass-area-open = This area is open without a pass; the passes count once it is set to "by pass only".
gates-pass-grant = Grant passes
gates-pass-grant-one = Grant
gates-pass-act = Grant or revoke
gates-pass-revoke = Revoke
gates-pass-not-held = none
gates-pass-numbers = Badge numbers
gates-pass-numbers-hint = One a line, pasted from anywhere; or rows of a table: number, from, until (2025-10-25 09:00). All lines or none.
gates-pass-delegation = A whole delegation
gates-pass-delegation-hint = Everybody of it whose file is submitted or approved now.
gates-pass-delegation-blank = no delegation
gates-pass-delegation-empty = Nobody of this delegation can get a pass yet
gates-pass-opens = Good from
gates-pass-closes = Good until
gates-pass-times = Times on the clocks of { $zone }. Empty: always.
gates-pass-ends-first = The end must come after the beginning
gates-pass-nobody = Give badge numbers or choose a delegation
gates-pass-always = always
gates-pass-from = from { $from }
gates-pass-until = until { $until }
gates-pass-between = { $from } to { $until }
gates-pass-granted = { $new ->
    [0] No pass granted
    [one] One pass granted
   *[other] { $new } passes granted
  }{ $changed ->
    [0] {""}
    [one] , one changed
   *[other] , { $changed } changed
  }{ $kept ->
    [0] .
    [one] ; one person held it already.
   *[other] ; { $kept } people held it already.
  }
gates-pass-revoked = { $person } has no pass for this area any more.
gates-pass-gone = There is no pass to revoke; somebody else did it already.
gates-no-badge = no badge yet
gates-list-wrong = Some lines cannot be read; nothing was granted
gates-list-line = Line { $line }:
gates-list-no-number = "{ $text }" is no badge number
gates-list-no-such-number = no badge of this conference has the number { $text }
gates-list-no-time = "{ $text }" is no time; write 2025-10-25 09:00
gates-list-ends-first = the end does not come after the beginning: { $text }
gates-list-too-long = more than { $text } lines; grant them in parts
