## Start page
start-title = Conferences
start-lede = Delegations, accreditation, badges, gates and programme of intergovernmental conferences, in one place.
start-your-seats = Where you are expected
start-no-seats = Nothing is linked to your address yet. If you expected something, check that you signed in with the address your invitation was sent to.
start-administer = Administer conferences
start-conferences = Conferences here
start-no-conferences = There is no conference here yet. The administrator creates the first one after signing in.
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

## Demonstration
demo-refuses-other-data = The database holds something else than the demonstration. Give the demonstration a database of its own.
demo-title = The demonstration
demo-text = Take any seat. Everything you do is real: mails go to the mailbox, scans move the board. It began yesterday; today is its second day.
demo-filling = The demonstration is still being filled. This page is complete in a minute.
demo-take = Take this seat
demo-seat-focal-point = Be the focal point
demo-seat-focal-point-text = Register people for Samoa
demo-seat-officer = Be the officer
demo-seat-officer-text = Decide the files that wait
demo-seat-organiser = Be the organiser
demo-seat-organiser-text = Delegations, programme, stands, settings
demo-seat-pass-desk = Be the pass desk
demo-seat-pass-desk-text = Print badges and hand them over
demo-seat-gate = Be the gate
demo-seat-gate-text = Scan badges and see the board
demo-seat-delegate = Be the delegate
demo-seat-delegate-text = See your status and your code
demo-seat-administrator = Be the administrator
demo-seat-administrator-text = Create conferences
