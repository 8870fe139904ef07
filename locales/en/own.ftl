## Somebody's own form: the list of pages
own-title = Your registration
own-reference = Reference { $reference }
own-lede = A few short pages, about five minutes. Have your passport or other identity paper at hand, and a photograph of your face.
own-until = { $days ->
    [0] To be done today, by { $at }
    [one] To be done by { $at }: one day left
   *[other] To be done by { $at }: { $days } days left
 }
own-pages = What is asked
own-done-of = { $done } of { $all } done
own-begin = Begin
own-go-on = Go on
own-check = Check your answers
own-check-hint = Look at everything once more, then send it
own-kept = Every page is saved when you continue. You can stop at any time and come back by the link in your mail.
own-is-completed = You have sent your answers. You can still change them until they are submitted.
own-state-done = Done
own-state-check = Please check
own-state-to-do = To do
own-state-optional = Optional
own-section-role = Your role
own-section-role-hint = Your function, as it is to be printed
own-section-role-why = In which capacity you come. Only your function and organisation are yours to fill in.
own-section-name = Your name
own-section-name-hint = As in your passport or other identity paper
own-section-name-why = Exactly as in your identity paper, in any script. It is compared with the paper at the pass desk.
own-section-identity = About you
own-section-identity-hint = Birth date, sex, nationality, residence
own-section-identity-why = As in your identity paper. Only the accreditation unit and the security authority see it.
own-section-document = Your identity paper
own-section-document-hint = Kind, number, date of expiry
own-section-document-why = Bring the same paper to the pass desk.
own-section-contact = How to reach you
own-section-contact-hint = Telephone, and the language we write to you in
own-section-contact-why = For questions about your registration, and for urgent news during the conference.
own-section-portrait = Your portrait
own-section-portrait-hint = A photograph of your face, for the badge
own-section-portrait-why = It is printed on your badge, and guards compare it with your face.
own-section-needs = What you need
own-section-needs-hint = Access, an interpreter of sign language, a diet
own-section-needs-why = Anything the organisers should prepare for you. It is never on badges, in codes or in lists.

## The pages
own-progress = Page { $number } of { $all }
own-continue = Continue
own-later = Leave it for later
own-save-and-list = Save and go to the list
own-function-hint = For example: Counsellor, Legal Affairs; or: Correspondent.
own-one-name-hint = If you have one name only, write it here and leave the next field empty.
own-native-hint = As you write it yourself, if that is not in Latin letters.
own-document-safe = The number and the scan are stored encrypted, each showing is recorded, and they are erased after the conference.
own-address-fixed = This is the address you were invited with. If it should be another one, tell your delegation.
own-address-registered = This is the address you signed in with.
own-portrait-optional = Your category needs no portrait; with one you get in faster.

## The answers
own-check-lede = Is everything right? Your answers go to { $delegation }, which checks and submits them.
own-check-lede-registered = Is everything right? Your registration goes to the accreditation unit.
own-still-missing = Still missing
own-label-and-why = { $label }: { $why }
own-changed-declare-again = You have changed something since you sent your answers. Send them once more, so that the change counts as yours.
own-portrait-heading = Portrait
own-change = Change
own-no-answer = No answer
own-scan-sent = Sent
own-declare = Declaration
own-declaration = My answers are true and complete, and the portrait shows me.
own-declaration-privacy = What happens with your data:
own-privacy = privacy notice
own-declaration-version = wording of { $version }
own-declaration-wanted = Please confirm that your answers are true.
own-answers-missing = Something is still missing: see above.
own-changed-meanwhile = Somebody has changed your registration while you were looking at it. Please look at the answers once more.
own-is-closed = Your registration has been submitted meanwhile and can no longer be changed here.
own-send = Send to my delegation
own-submit = Submit my registration

## Sent
own-sent-title = Your answers have been sent
own-sent-registered-title = Your registration has been submitted
own-your-reference = Your reference
own-what-happens = What happens now
own-next-sent = You have sent your answers
own-next-delegation = { $delegation } checks and submits them
own-next-delegation-note = Only the focal point of your delegation can nominate you.
own-next-officers = The accreditation unit looks at your file
own-next-officers-note = The decision comes by mail to { $email }.
own-next-badge = You collect your badge
own-next-badge-note = From { $day } on, at the pass desk, with your identity paper.
own-portrait-is-missing = Your portrait is still missing.
own-add-portrait = Add it now
own-may-change = Until your delegation submits your answers you may change them.
own-change-answers = Change my answers
own-calendar = Add to my calendar
own-see-status = See where it stands
own-come-back = The link in your mail leads back here; so does signing in with your address.

## The link
own-link-title = Complete your registration
own-link-lede = { $delegation } asks you to fill in your own registration.
own-link-for = This link is for
own-link-dates = Dates
own-what-you-need = You need about five minutes, your passport or other identity paper, and a photograph of your face. No password.
own-link-open = Open my registration
own-link-not-you = If this is not meant for you, close the page; nothing happens.
own-link-not-you-but = If you are not { $name }, close the page and pass the mail on; nothing happens.
own-link-see-status = See where it stands
own-link-handed-in-title = Your registration has been submitted
own-link-handed-in-text = Nothing is left to fill in. Sign in with your e-mail address to see where it stands.
own-link-run-out-title = This link has run out
own-link-run-out-text = Its time is over. What you had filled in is kept: ask your delegation to send you the link again.
own-link-withdrawn-title = This link is no longer valid
own-link-withdrawn-text = Your delegation has withdrawn it or sent you a newer one. Look for the newest mail, or ask your delegation.
own-link-declined-title = You have withdrawn
own-link-declined-text = You have told your delegation that you are not coming. If you are coming after all, ask it to send you a new link.
own-link-unknown-title = This link leads nowhere
own-link-unknown-text = It may have been cut off in the mail. Copy the whole address from the mail, or ask your delegation to send it again.

## The delegation asks
own-invite = Invite by link
own-invite-title = Invite somebody by link
own-invite-lede = The person fills in their own registration; you check it and submit it. They can change nothing of their category and title.
own-invite-email-hint = The link is sent here. Several people may share one address: each gets a link of their own.
own-invite-language = Language of the mail
own-invite-note = A word of your own
own-invite-note-hint = Stands in the mail.
own-invite-send = Send the link
own-invite-another = Send and invite another
own-invited = { $name } was asked to fill in their registration: the link is on its way to { $email }.
own-asked-needs-an-address = To be asked, the person needs an e-mail address. Enter it and save the draft first.
own-asked-a-moment-ago = A link was sent to this person a moment ago. Wait a minute before sending another.
own-asked-drafts-alone = Only a draft can be filled in by its person.
own-asked-sent = Link sent on { $at }
own-asked-run-out = Link not used; it ran out on { $at }
own-asked-begun = Being filled in by the person since { $at }
own-asked-completed = Completed by the person on { $at }: check and submit
own-asked-changed-since = Completed by the person on { $at }, changed since
own-ask-title = Let the person fill it in
own-ask-text = A link by mail lets them complete this draft themselves; you check it and submit it.
own-ask-send = Send the link to { $email }
own-ask-again = Send a new link
own-ask-take-back = Take the link back
own-ask-take-back-question = Take the link back? The person can no longer open this draft; what they filled in stays.
own-link-taken-back = Taken back: the link of { $name } opens nothing any more.

## Mails
own-mail-dear = Dear { $name },
own-mail-good-day = Good day,
own-mail-reference = Reference: { $reference }
own-mail-asked-subject = Please complete your registration: { $conference }
own-mail-asked-text = { $delegation } asks you to fill in your own registration for the conference, in the category “{ $category }”. It takes about five minutes and no password.
own-mail-asked-open = Open my registration
own-mail-asked-until = Please do it by { $until }.
own-mail-asked-need = You need your passport or other identity paper and a photograph of your face. Every page is saved: you can stop and come back by the same link.
own-mail-asked-without-link = If the link does not work, go to { $address } and sign in with { $email }: a code comes by mail.
own-mail-asked-shared = If several people read this mailbox: the link is for the person named above alone.
own-mail-completed-subject = Completed by the person: { $person }
own-mail-completed-text = { $person } has filled in and declared their registration. Please check it and submit it: only you can.
own-mail-completed-open = Check and submit

## Withdrawing
own-withdraw = I am not coming
own-leave-title = Not coming?
own-leave-registration = Your registration is deleted with everything you filled in.
own-leave-draft = Your delegation is told that you are not coming. You can no longer open this form.
own-leave-submitted = Your registration is withdrawn and your place is free at once; your delegation is told. Only the secretariat can take it up again.
own-leave-approved = Your accreditation ends at once: a code or badge that you have opens nothing any more. Your delegation is told. Only the secretariat can take it up again.
own-leave-yes = Withdraw my registration
own-leave-no = No, I am coming
own-left = You have withdrawn. Thank you for telling us.

## A question
own-question = A question from the accreditation unit
own-returned = To be mended
own-returned-text = The accreditation unit has returned your file for this reason:
own-returned-nominated = Your delegation mends the file and submits it again. Your answer helps it, and the accreditation unit sees it, too.
own-returned-registered = Change what is asked, then answer in a line or two: your registration goes back to the accreditation unit.
own-your-answer = Your answer
own-answer-send = Send the answer
own-answer-submit = Send the answer and submit again
own-answer-given = You have answered: { $answer }
own-answer-again = Add something
own-mend-section = Change: { $section }
own-answer-is-empty = Write an answer first.
own-answer-lacking = Something is still missing in your registration: complete it first.
own-answered-back = Thank you. Your answer is with the accreditation unit.
own-answered-kept = Thank you. Your answer is kept with the file, and your delegation has been told.
own-consent = I agree to stand in the public list
own-portrait-can-wait = Not there yet. Add it, or leave it to your delegation.
own-next-print = You print your badge
own-next-print-note = It comes with the decision, by mail and on your page.
own-next-digital = Your badge is on your telephone
own-next-digital-note = It comes with the decision, on your page.
