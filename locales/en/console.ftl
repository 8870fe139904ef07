## Start page
start-title = Conferences
start-lede = Delegations, accreditation, badges, gates and programme of intergovernmental conferences, in one place.
start-your-seats = Where you are expected
start-no-seats = Nothing is linked to your address yet. If you expected something, check that you signed in with the address your invitation was sent to.
start-administer = Administer conferences
start-conferences = Conferences here
start-no-conferences = There is no conference here yet. The administrator creates the first one after signing in.
start-demonstration = Take a seat: focal point, officer, organiser, pass desk, gate or delegate
start-focal-point-of = Focal point of { $delegation }

## Duties
duty-organiser = Organiser
duty-accreditation-officer = Accreditation officer
duty-security-authority = Security authority
duty-pass-desk = Pass desk
duty-gate-staff = Gate staff
duty-gate-supervisor = Gate supervisor
duty-programme-manager = Programme manager
duty-exhibition-manager = Exhibition manager
duty-observer = Observer

## Overview of the staff
desk-title = Overview
desk-waiting = files waiting
desk-waiting-definition = submitted, not yet decided
desk-approved = people approved
desk-approved-definition = every clearance given
desk-collected = badges collected
desk-collected-definition = live badges handed over
desk-inside = people inside
desk-inside-definition = whose last movement was an entry
desk-confirmed = delegations confirmed
desk-confirmed-definition = of { $listed } on the list, all kinds
desk-next = Now and next
desk-now = Now
desk-no-sessions = Nothing more is in the released programme.
desk-decisions = Last decisions
desk-no-decisions = No file has been decided yet.
desk-files = Files by status
desk-answers = Delegations by answer

## Demonstration
demo-refuses-other-data = The database holds something else than the demonstration. Give the demonstration a database of its own.
demo-title = The demonstration
demo-text = Take any seat. Everything you do is real: mails go to the mailbox, scans move the board.
demo-when = Day { $day } of { $days }, { $time }
demo-delegations = delegations
demo-people = people with a file
demo-inside = inside now
demo-waiting = files waiting
demo-seats = Take a seat
demo-look = Or just look around
demo-look-conference = Public page
demo-look-conference-text = What delegations and visitors see first
demo-look-programme-text = Two days by hour and room, with what is on now
demo-look-stands-text = Who exhibits, and where
demo-look-mailbox-text = Every mail that was sent, with its codes and links
demo-filling = The demonstration is being filled
demo-filling-text = This page follows by itself. After the people come arrivals and the programme; then the seats are free.
demo-filled = { $done } of { $total } people
demo-seat-focal-point = Focal point of Samoa
demo-seat-focal-point-text = Your delegation with its places: add somebody, bring a portrait, submit.
demo-seat-officer = Accreditation officer
demo-seat-officer-text = The files that wait: look at face and papers, decide with one key.
demo-seat-organiser = Organiser
demo-seat-organiser-text = Figures of the day, delegations, programme, stands, mails and settings.
demo-seat-pass-desk = Pass desk
demo-seat-pass-desk-text = Find somebody, compare face and passport, print the badge, hand it over.
demo-seat-gate = Gate
demo-seat-gate-text = The scanner on this screen, and the live board of who is inside.
demo-seat-delegate = Delegate of Samoa
demo-seat-delegate-text = Approved and on the way: the collection code that the pass desk scans.
demo-seat-administrator = Administrator
demo-seat-administrator-text = All conferences of this installation: create one, appoint its organisers.
