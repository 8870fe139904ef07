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
accreditation-say-why = Choose at least one reason, or write one.
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
