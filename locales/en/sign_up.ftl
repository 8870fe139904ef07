## Signing up for sessions
sign-up-title = Sign-up
sign-up-settings = How one signs up
sign-up-mode = Signing up
sign-up-mode-none = Not needed
sign-up-mode-open = Open: who comes first has a place
sign-up-mode-approval = An organiser says yes to each
sign-up-mode-invitation = By invitation only
sign-up-places-label = Places
sign-up-places-hint = Empty: without limit
sign-up-places = { $places ->
    [one] one place
   *[other] { $places } places
 }
sign-up-places-left = { $left ->
    [0] No place left of { $places }.
    [one] One place left of { $places }.
   *[other] { $left } places left of { $places }.
 }
sign-up-closes = Closes
sign-up-closes-hint = Empty: when the session begins
sign-up-saved = { $placed ->
    [0] Saved.
    [one] Saved. One person who waited has a place now, and was told.
   *[other] Saved. { $placed } people who waited have a place now, and were told.
 }
rule-session-is-not-overfull = More people than that have a place already. Take places back first.
sign-up-state-invited = Invited
sign-up-state-asked = To be approved
sign-up-state-waiting = On the waiting list
sign-up-state-placed = Has a place
sign-up-state-declined = Declined
sign-up-state-withdrawn = Withdrawn
sign-up-state-refused = Not accepted
sign-up-any-state = Any status
sign-up-queue = Place in the queue
sign-up-since = Since
sign-up-tick = Choose
sign-up-reason = Reason
sign-up-reason-hint = The people read it. Needed to put somebody first and to take a place back
sign-up-reason-wanted = Write the reason: the people read it.
sign-up-no-place-free = There is no free place for everybody whom you want to put first. Take a place back, or give the session more.
sign-up-not-public = The session is not public yet. Once it is released, people can sign up and be invited.
sign-up-nobody-ticked = Choose at least one person.
sign-up-do-approve = Approve
sign-up-do-refuse = Do not accept
sign-up-do-promote = Give a place first
sign-up-do-take-back = Take the place back
sign-up-do-invite = Invite
sign-up-done = { $changed ->
    [0] Nothing was to be done.
    [one] Done for one person, who was told.
   *[other] Done for { $changed } people, who were told.
 }{ $waiting ->
    [0] {""}
    [one] {" "}One of them waits for a place.
   *[other] {" "}{ $waiting } of them wait for a place.
 }{ $left ->
    [0] {""}
    [one] {" "}For one more there was nothing to do.
   *[other] {" "}For { $left } more there was nothing to do.
 }
sign-up-empty-title = Nobody here
sign-up-empty-text = Open the sign-up, or invite people below. Clear the filters if there should be some.
sign-up-invite-title = Invite people
sign-up-find = Name, number or delegation
sign-up-nobody-found = Nobody was found who could be invited.
sign-up-whole-delegation = A whole delegation
sign-up-whole-delegation-hint = Everybody of it for whom the session is
sign-up-no-delegation = None
sign-up-link = Sign-up

## One's own sessions
sign-up-own-title = My sessions
sign-up-own-text = Sessions for which you have a place, wait for one or can sign up
sign-up-none-yet = You have not signed up for a session yet.
sign-up-open-title = Sessions one signs up for
sign-up-open-none = There is none at the moment. Most sessions need no sign-up.
sign-up-position = You are number { $position } on the waiting list.
sign-up-full = All places are taken: you can join the waiting list.
sign-up-until = Until { $time }.
sign-up-act-join = Sign up
sign-up-act-ask = Ask for a place
sign-up-act-accept = Accept
sign-up-act-decline = Decline
sign-up-act-leave = Give up my place
sign-up-act-withdraw = Withdraw
sign-up-now-placed = You have a place.
sign-up-now-waiting = All places are taken. You are on the waiting list, and are told when a place becomes free.
sign-up-now-asked = Your wish is noted. You are told as soon as an organiser has decided.
sign-up-now-withdrawn = You have withdrawn.
sign-up-now-declined = You have declined.
sign-up-now-invited = You are invited.
sign-up-now-refused = The organisers did not accept you for this session.
sign-up-cancelled = The session is cancelled.
sign-up-begun = The session has begun.
sign-up-closed = Sign-up is closed.
sign-up-not-coming = Only those who are or will be accredited can sign up.
sign-up-other-category = The session is for other categories.
sign-up-not-open = One cannot sign up for this session.
sign-up-way-title = Sign up
sign-up-who = For whom do you sign up?
sign-up-nobody-here = No participant of this conference has the address { $email }. Sign in with the address that your file names.
programme-mail-to-audience = The programme has changed ({ $release }). You signed up for this:

## Mails about places
sign-up-mail-about = This is about { $name }.
sign-up-subject-placed = You have a place: { $title }
sign-up-text-placed = You have a place in this session.
sign-up-subject-promoted = A place for you: { $title }
sign-up-text-promoted = A place has become free, and it is yours. If you cannot come, give it up on your page: the next person gets it.
sign-up-subject-waiting = On the waiting list: { $title }
sign-up-text-waiting = The organisers have accepted you. All places are taken at the moment; you are told when one becomes free.
sign-up-subject-refused = Not accepted: { $title }
sign-up-text-refused = The organisers could not accept you for this session.
sign-up-subject-taken-back = Your place was taken back: { $title }
sign-up-text-taken-back = The organisers had to take back your place in this session.
sign-up-subject-invited = Invitation: { $title }
sign-up-text-invited = You are invited to this session. Please accept or decline on your page.
