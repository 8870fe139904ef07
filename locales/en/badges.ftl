## Approval
badges-approved = { $person } is approved. The confirmation leaves in ten seconds.
badges-cleared = Your clearance for { $person } is given; another authority is still to answer.

## Pass desk
badges-desk-title = Pass desk
badges-find = Scan the collection code, or type a name, a delegation or a number
badges-find-do = Find
badges-how = How it works
badges-how-find = Find the person
badges-how-find-text = Scan the collection code from phone or paper with the hand scanner: the field above takes it. Without a code, a part of the name is enough.
badges-how-compare = Compare
badges-how-compare-text = The identity paper with the name and the last characters shown, the face with the portrait.
badges-how-print = Print and hand over
badges-how-print-text = The badge is good at the gates from the moment you hand it over.
badges-last = Handed over last
badges-last-none = No badge has been handed over yet.
badges-found = { $count ->
    [one] One person found
   *[other] { $count } people found
 }
badges-nobody-title = Nobody found
badges-nobody-text = Only approved people are found here. Try part of the name, the reference or the badge number; if the file is not approved yet, send them to the accreditation desk.
badges-code-unknown = This code is not in our books.
badges-code-elsewhere = This code belongs to another conference.
badges-code-forged = This code was not made here: its signature is wrong. Call a supervisor.
badges-scanned-live = The collection code is good and was not used before
badges-scanned-used = The collection code was used before: the badge has been handed over
badges-scanned-prepared = The code of a badge that was printed but not handed over
badges-scanned-superseded = The code of a badge that a later print replaced
badges-scanned-lost = The code of a badge that was reported lost
badges-scanned-revoked = The code of a revoked badge
badges-portrait = Portrait
badges-no-portrait = No portrait
badges-is-approved = Approved
badges-is-not-approved = Not approved
badges-not-approved = The accreditation is not approved now: no badge can be printed or handed over.
badges-check-paper = Compare the identity paper
badges-check-face = Compare the face with the portrait
badges-print = Print the badge
badges-print-again = Print again
badges-open-sheet = Open for printing
badges-printed = Badge { $number } is ready to print. It is good once it is handed over.
badges-print-first = Print the badge first.
badges-hand-over = Hand over
badges-handed-to = Handed to
badges-handed-to-hint = leave empty for the person themselves
badges-handed = Badge { $number } was handed to { $to } and is good now.
badges-handed-before = This badge was handed over before. If it is lost, report it and print again.
badges-handed-line = Handed over { $time } to { $to }
badges-printed-line = Printed { $time }, not handed over
badges-not-printed = Not printed yet
badges-lost-question = The badge is lost
badges-lost-text = It is dead at every gate at once. Print a new one afterwards.
badges-report-lost = Report lost
badges-lost = Badge { $number } is dead. Print a new one when the paper has been checked.
badges-none = There is no badge to end.
badges-dead = This badge is no longer good and is not printed again. Print a new one at the pass desk.
badges-number = No. { $number }

## A delegate's own page
badges-own-title = My accreditation
badges-own-reference = Reference { $reference }
badges-own-code = Your collection code
badges-own-code-text = Show it at the pass desk with your identity paper; you get your badge in exchange. It opens no gate.
badges-own-badge = Your badge
badges-own-badge-text = Gates read this code. Bring your identity paper as well.
badges-own-code-alt = QR code of 193 digits
badges-own-print = Print the badge
badges-own-progress = Where it stands
badges-own-draft-text = Your delegation has begun your registration and has not submitted it yet.
badges-own-submitted-text = Your delegation has submitted your registration. The accreditation unit is looking at it, and you will be told by mail as soon as it is decided.
badges-own-returned-text = The accreditation unit has asked your delegation to mend something. Your place is kept; your focal point knows what is missing.
badges-own-on-hold-text = The accreditation unit is still looking at your registration. You will be told by mail as soon as it is decided.
badges-own-approved-text = You are accredited. What you need for your badge is on this page.
badges-own-refused-text = Your accreditation could not be granted. If you think that this is a mistake, write to the secretariat and quote the reference.
badges-own-withdrawn-text = Your delegation has withdrawn your registration. If you think that this is a mistake, speak to your focal point.
badges-own-collected-text = Your badge has been handed over. Bring it with you each day, with your identity paper.
badges-own-decided = Decided
badges-own-badge-ready = Badge ready
badges-own-submitted = Submitted by your delegation
badges-own-collected = Badge collected
badges-own-when = Dates
badges-own-contact = Questions
badges-home-title = Your badge
badges-home-size = Print this page at its true size (100 %), in colour if you can.
badges-home-cut = Cut along the marks.
badges-home-bring = Bring the badge and the identity paper it was made for.

## Mail
badges-mail-subject-collect = Accredited: { $person } (collection code inside)
badges-mail-subject-badge = Accredited: { $person } (badge inside)
badges-mail-dear = Dear { $name },
badges-mail-approved = Your accreditation is approved: { $category }, { $delegation }.
badges-mail-approved-other = The accreditation of { $person } ({ $delegation }) is approved. Please pass this mail on.
badges-mail-collect = Show the code below at the pass desk; the badge is handed over in exchange. The code itself opens no gate.
badges-mail-print = Print the badge from the status page and bring it along.
badges-mail-show = The code below is the badge: show it at the gates, on paper or on a screen.
badges-mail-code = Code
badges-mail-bring = Please bring the identity paper named in the registration, and this mail on paper or on a phone.
badges-mail-venue = Venue
badges-mail-reference = Reference
badges-mail-number = Number
badges-mail-status = Status page:
badges-mail-open-status = Open the status page
