## What authorities are called
accreditation-clearance-documents = Papers
accreditation-clearance-security = Security
accreditation-clearance-protocol = Protocol

## Reasons
accreditation-reason-portrait-unfit = The portrait is not usable: it must show the face from the front, on a plain light background
accreditation-reason-portrait-not-the-person = The portrait does not show the person of the identity paper
accreditation-reason-document-unreadable = The scan of the identity paper cannot be read
accreditation-reason-document-expired = The identity paper has expired, or expires before the conference
accreditation-reason-name-differs = The name differs from the identity paper
accreditation-reason-data-differs = Birth date, nationality or number differ from the identity paper
accreditation-reason-function-unclear = The function is missing or unclear
accreditation-reason-letter-missing = The nomination letter is missing or does not name the person
accreditation-reason-wrong-category = The category does not fit the function
accreditation-reason-duplicate = The person is registered already
accreditation-reason-not-nominated = The person was not nominated by a competent authority
accreditation-reason-not-eligible = The conditions for this category are not met
accreditation-reason-false-document = The papers could not be confirmed by their issuer
accreditation-reason-delegation-asked = The delegation asked for it

## What rules say
accreditation-not-from-here = This cannot be done in the state the file is in now.
accreditation-nobody-decides-on-themselves = This is your own file. A colleague has to decide on it.
accreditation-changed-meanwhile = This file changed while you were looking at it; your decision was not carried out. Last step by: { $name }.
accreditation-nothing-to-give = The clearances that you can give are given, or wait for another authority first.
accreditation-your-words = { $text } You had written: “{ $note }”
accreditation-say-why = Choose at least one reason, or write one.
accreditation-say-what-is-asked = Write what you want to know.
accreditation-nobody-to-ask = This person left no address. Return the file to the delegation instead.
accreditation-nothing-asked = Nothing is asked any more: the file has moved on.
accreditation-window-not-open = Nominations open on { $opens }. The draft is kept.
accreditation-late-without-reason = Nominations are closed. A late entry needs a reason.
accreditation-closed-earlier = An earlier file of this person, number { $reference }, was refused or withdrawn. Ask the secretariat to take it up again.
accreditation-nothing-to-take-back = This can no longer be taken back: something has happened to the file since.
accreditation-mail-has-left = This can no longer be taken back: the mail has left. Take the file up again instead.

## Mails
accreditation-mail-dear = Dear { $name },
accreditation-mail-reference = Reference: { $reference }
accreditation-mail-status-page = Where your file stands:
accreditation-mail-open-status = See where your file stands
accreditation-mail-open-file = Open the file
accreditation-mail-received-subject = Your registration has been received
accreditation-mail-received-text = { $delegation } has registered you for the conference in the category “{ $category }”.
accreditation-mail-received-next = The accreditation unit is looking at your file. You will be told by mail as soon as it is decided; nothing is needed from you now.
accreditation-mail-registered-subject = Your registration has been received
accreditation-mail-registered-text = We have received your registration for the conference in the category “{ $category }”.
accreditation-mail-returned-subject = File returned: { $person }
accreditation-mail-returned-text = The accreditation unit has returned the file of { $person }. This is missing or needs to be changed:
accreditation-mail-returned-next = Please mend the file and submit it again. It keeps its place until then.
accreditation-mail-refused-subject = Your accreditation could not be granted
accreditation-mail-refused-subject-of = Accreditation refused: { $person }
accreditation-mail-refused-text = We regret to tell you that your accreditation for the conference could not be granted.
accreditation-mail-refused-text-of = We regret to tell you that the accreditation of { $person } for the conference could not be granted.
accreditation-mail-refused-next = If you think that this is a mistake, please write to the secretariat and quote the reference.
accreditation-mail-withdrawn-subject = Your registration has been withdrawn
accreditation-mail-withdrawn-text = { $delegation } has withdrawn your registration for the conference. A code or badge that you may have received is no longer valid.
accreditation-mail-asked-subject = A question about your registration
accreditation-mail-asked-text = The accreditation unit would like to know the following. Your place is kept until you answer.
accreditation-mail-asked-open = Answer
accreditation-mail-answered-subject = Answer of { $person }
accreditation-mail-answered-text = { $person } has answered why their file was returned. Please mend what is left and submit the file again: only you can.
accreditation-mail-not-coming-subject = { $person } is not coming
accreditation-mail-not-coming-text = { $person } has said that they are not coming to the conference. A place that they held is free.

## Nominating
accreditation-nominate = Add a person
accreditation-nominate-lede = As much as you know now: a draft may have gaps. Nothing reaches the secretariat before you submit it.
accreditation-keep-draft = Save the draft
accreditation-keep-and-add = Save and add another
accreditation-submit = Submit
accreditation-submit-freezes = Submitting freezes the data.
accreditation-draft-is-kept = Saved: { $name }
accreditation-handed-in = Submitted: { $name }. The accreditation unit decides next.
accreditation-withdrawn = Withdrawn: { $name }. The place is free.
accreditation-draft-is-discarded = Draft discarded: { $name }
accreditation-was-returned = This file was returned. Mend it and submit it again; it keeps its place.
accreditation-nothing-changed = Nothing was changed since this file was returned. Mend what was asked for below, or submit it as it stands: the accreditation unit sees that nothing changed.
accreditation-submit-unchanged = Submit as it stands
accreditation-discard = Discard this draft
accreditation-discard-question = Discard this draft with everything in it?
accreditation-withdraw = Withdraw this person
accreditation-withdraw-question = Withdraw this person? The place is freed at once, the person is told by mail, and only the secretariat can bring the file back.
accreditation-substitute = Replace by somebody else
accreditation-substitute-text = You fill in the form of the other person. Until you submit it, nothing changes; then this person is withdrawn and the other has the place, also after nominations have closed.
accreditation-substitute-begin = Begin the other person's form
accreditation-substitute-is = Replaced by
accreditation-substitutes = Takes the place of { $name }, file { $reference }, who keeps it until you submit this form and is withdrawn then.
accreditation-in-place-of = In place of
accreditation-frozen = Submitted data is frozen. For a change write to the secretariat, or withdraw the person.
accreditation-so-far = So far

## The officer's piles
accreditation-files = Files
accreditation-piles = Piles
accreditation-pile-waiting = Waiting
accreditation-pile-changed = Changed
accreditation-pile-late = Late entries
accreditation-pile-on-hold = On hold
accreditation-pile-returned = Returned
accreditation-pile-elsewhere = With other authorities
accreditation-pile-approved = Approved
accreditation-pile-closed = Refused or withdrawn
accreditation-name-first = Type a name first. Everything else may follow later.
accreditation-nothing-fits = No file fits
accreditation-nothing-fits-text = Look in another pile, or change the search. It finds names, functions, reference numbers and delegations.
accreditation-pile-is-empty = Nothing here
accreditation-pile-is-empty-text = No file is in this pile. New ones appear by themselves.
accreditation-begin = Begin with the oldest
accreditation-files-caption = { $count ->
    [one] { $shown } file, { $at }
   *[other] { $shown } files, { $at }
 }
accreditation-desk = On the desk of
accreditation-waiting-since = Waiting
accreditation-just-in = Just in:
accreditation-oldest = oldest { $age }

## The file on the desk
accreditation-file-submitted = File { $reference }, submitted on { $at }
accreditation-clearances = Clearances
accreditation-clearance-said = { $kind }: { $state }
accreditation-clearance-is-open = not answered
accreditation-clearance-is-given = given
accreditation-clearance-is-refused = refused
accreditation-on-another-desk = On the desk of { $name } until { $until }.
accreditation-take-over = Take it over
accreditation-papers = Papers
accreditation-paper-identity = Identity paper
accreditation-open-paper = Open here
accreditation-opening-is-recorded = Each opening of an identity paper is recorded.
accreditation-paper-in-a-tab = In a tab of its own
accreditation-close-paper = Close
accreditation-no-papers = No papers were sent.
accreditation-kilobytes = { $size } KB
accreditation-single-keys = Single keys (A, R, H …)
accreditation-ask = Ask the person
accreditation-question-to-person = Your question to the person
accreditation-question-hint = It goes by mail in ten seconds, and stands on their page with a box for the answer. The file waits on hold and comes back with the answer.
accreditation-changed-since = Changed since: { $step }
accreditation-is-new = new
accreditation-doubts = { $count ->
    [one] One doubt
   *[other] { $count } doubts
 }
accreditation-same-number = Same number on the identity paper
accreditation-same-name-and-birth = Same name and birth date
accreditation-fact-name = Name
accreditation-fact-shown-name = Native or badge name
accreditation-fact-sex = Sex
accreditation-fact-birth-date = Date of birth
accreditation-fact-nationality = Nationality
accreditation-fact-document = Identity paper
accreditation-fact-scan = Scan
accreditation-fact-portrait = Portrait
accreditation-fact-delegation = Delegation
accreditation-fact-category = Category
accreditation-fact-rank = Title and rank
accreditation-step-submit = Submitted
accreditation-step-clear = Clearance given
accreditation-step-approve = Approved
accreditation-step-return = Returned
accreditation-step-refuse = Refused
accreditation-step-hold = Put on hold
accreditation-step-resume = Taken up again
accreditation-step-withdraw = Withdrawn
accreditation-step-undo = Decision taken back
accreditation-step-reopen = Clearance asked again
accreditation-step-ask = Question to the person
accreditation-step-answer = Answer of the person

## Acts
accreditation-approve = Approve
accreditation-return = Return
accreditation-hold = Hold
accreditation-refuse = Refuse
accreditation-resume = Take up again
accreditation-previous = Previous file
accreditation-next = Next file
accreditation-return-why = What is missing?
accreditation-refuse-why = Why is it refused?
accreditation-note-to-delegation = In your words, to the delegation
accreditation-note-to-person = In your words, to the person
accreditation-done = { $what }: { $name }
accreditation-done-mail-leaves = { $what }: { $name }; the mail leaves in { $seconds } s

## Correcting
accreditation-correct = Correct: { $name }
accreditation-correct-lede = For what the delegation can no longer change. Every change is recorded with your name.
accreditation-correct-approved = This person is approved. A change of name, birth date, identity paper, portrait, nationality or category asks the authorities again, and the approval rests until they have answered. A change of telephone or address does not.
accreditation-save-correction = Save the correction
accreditation-corrected = The correction is saved.
accreditation-corrected-asking-again = The correction is saved. Asked again: { $kinds }.
