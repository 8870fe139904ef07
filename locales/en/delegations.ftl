delegation-kind-state = State
delegation-kind-territory = Territory
delegation-kind-european-union = European Union
delegation-kind-observer = Observer
delegation-kind-intergovernmental = Intergovernmental organisation
delegation-kind-un-body = United Nations body
delegation-kind-ngo = Civil society
delegation-kind-academia = Academia
delegation-kind-company = Company
delegation-kind-media = Media outlet
delegation-kind-host = Host country
delegation-kind-secretariat = Secretariat
delegation-status-expected = Expected
delegation-status-invited = Invited
delegation-status-confirmed = Confirmed
delegation-status-declined = Declined
region-africa = African States
region-asia-pacific = Asia-Pacific States
region-eastern-europe = Eastern European States
region-grulac = Latin American and Caribbean States
region-weog = Western European and other States
rule-one-delegation-per-key = Another delegation has this key.
rule-one-delegation-per-entity = This State, territory or the Union is on the list already.

## The list
delegations-title = Delegations
delegations-add = Add a delegation
delegations-import = Import a table
delegations-none = No delegation yet
delegations-none-text = Bring them all at once from a table, or add them one by one. Nobody is written to before a focal point is appointed.
delegations-none-found = No delegation fits
delegations-none-found-text = Change or clear what you are looking for.
delegations-clear = Show all
delegations-kind = Kind
delegations-region = Regional group
delegations-status = Status
delegations-all-kinds = All kinds
delegations-all-regions = All groups
delegations-all-statuses = Any status
delegations-caption = { $shown ->
    [one] One delegation, in the order of nameplates
   *[other] { $shown } delegations, in the order of nameplates
 }
delegations-name = Delegation
delegations-answer = Answer
delegations-places = Places taken
delegations-focal-point = Focal point
delegations-no-focal-point = None yet
delegations-and-more = and { $count } more
delegations-taken-of = { $used } of { $cap }
delegations-expects = with about { $count } people
delegations-counted = Counted { $date }
delegations-count-listed = on the list
delegations-count-listed-definition = delegations of every kind
delegations-count-states = States and the European Union
delegations-count-states-definition = those of them on the list
delegations-count-confirmed = confirmed
delegations-count-confirmed-definition = their focal point says that they come
delegations-count-declined = declined
delegations-count-declined-definition = their focal point says that they do not come
delegations-count-people = people announced
delegations-count-people-definition = sum of what confirmed delegations expect
delegations-export-name = delegations

## One delegation
delegation-new-title = A new delegation
delegation-edit-title = Change { $name }
delegation-kind = Kind
delegation-kind-hint = It decides the delegation's name, its places at first and the rules it follows.
delegation-entity = State, territory or Union
delegation-entity-hint = Its name and formal name follow from the table of the United Nations, in every language.
delegation-choose-entity = Choose a State, territory or the Union
delegation-entity-wrong = This does not fit the kind. Choose another or change the kind.
delegation-name = Name
delegation-name-hint = As on the nameplate and in the list of participants. For States, territories and the Union it is filled in.
delegation-name-missing = A name in one language at least, please.
delegation-formal-name = Formal name
delegation-formal-name-hint = As in letters; only where it differs
delegation-own-names = Another name at this conference
delegation-own-names-hint = Only where this conference calls it otherwise than the table of the United Nations. A language left empty keeps the name of the table; nameplates, lists and their order follow.
delegation-own-name = Name at this conference
delegation-own-formal-name = Formal name at this conference
delegation-region-hint = For States, empty means as in the table of the United Nations.
delegation-no-region = None, or as in the table
delegation-key = Key
delegation-key-hint = By it an import finds the delegation again. Empty: the code of the State, or the name in plain letters.
delegation-language = Language of letters
delegation-language-hint = Mails and pages go out in this language.
delegation-added = { $name } is on the list. Appoint its focal point next.
delegation-saved = Saved.
delegation-save = Save
delegation-add = Add the delegation
delegation-change = Change
delegation-facts = Particulars
delegation-formal = Formal name
delegation-remove = Remove this delegation
delegation-removal-title = Remove { $name }?
delegation-removal-text = The delegation goes from the list with its places, focal points and letters. This cannot be undone.
delegation-removal-back = Back to the delegation
delegation-removed = The delegation is removed.
delegation-in-use = People belong to this delegation. Withdraw or move them first.

delegation-answer = Answer
delegation-answer-none = No answer yet
delegation-answered = { $date }
delegation-expected = People expected
delegation-note = Note

quotas-title = Places
quotas-edit-title = Places of { $name }
quotas-text = How many people of each category the delegation may have. Submitted, returned, on-hold and approved people count; drafts do not. Empty means none.
quotas-change = Change places
quotas-none = This delegation has no places yet. It cannot nominate anybody.
quotas-used = { $used ->
    [0] none taken
    [one] one taken
   *[other] { $used } taken
 }
quotas-saved = The places are saved.
quota-below-used = { $used ->
    [one] One person has a place of this category already. Withdraw them first, or leave at least one place.
   *[other] { $used } people have places of this category already. Withdraw some of them first, or leave at least { $used } places.
 }
quotas-other-categories = Other categories

focal-points-title = Focal points
focal-points-text = Only they nominate for the delegation, and they see only it.
focal-points-none = Nobody acts for this delegation yet.
focal-point-appointed-on = appointed { $date }
focal-point-invited-on = invited { $date }
focal-point-not-invited = not invited yet
focal-point-ended-on = ended { $date }
focal-point-former = Former focal points
focal-point-name = Name
focal-point-email = E-mail address
focal-point-language = Language
focal-point-appoint = Appoint and invite
focal-point-appoint-title = Appoint a focal point
focal-point-appointed = { $email } is appointed and gets the invitation.
focal-point-had-already = { $email } is a focal point of this delegation already. Nothing was changed.
focal-point-invite-again = Send the invitation again
focal-point-invite-again-to = Send the invitation again to { $email }
focal-point-invited = The invitation to { $email } is on its way.
focal-point-end = End
focal-point-end-of = End the appointment of { $email }
focal-point-was-ended = The appointment of { $email } has ended.
focal-point-ended = This appointment has ended. Appoint the person again.
focal-point-resumed = { $email } is a focal point again.
rule-one-appointment-per-focal-point = This person is appointed already.

letters-title = Letters
letters-text = The stamped note verbale or letter with the list of the delegation. A new one replaces none: earlier versions stay.
letters-none = No letter is filed yet.
letter-note-verbale = Note verbale
letter-nomination-letter = Nomination letter
letter-letter-of-assignment = Letter of assignment
letter-version = version { $version }
letter-filed-on = filed { $date }
letter-kind = What it is
letter-file = Letter as PDF
letter-file-hint = One PDF of at most 10 MB
letter-file-missing = Choose the PDF first.
letter-file-it = File the letter
letter-filed = The letter is filed.
letter-open = Open { $name }

history-title = History
history-none = Nothing is on record yet.
history-by = by { $name }
history-nobody = by the system
act-delegation-created = Put on the list
act-delegation-changed = Changed
act-quotas-set = Places set
act-focal-point-appointed = Focal point appointed
act-focal-point-invited = Invitation sent
act-focal-point-ended = Appointment of a focal point ended
act-delegation-confirmed = Participation confirmed
act-delegation-declined = Participation declined
act-letter-filed = Letter filed
act-files-submitted-together = Files submitted together
act-roster-ordered = Order of the list changed
act-admission-given = Admitted on application
act-people-imported = People added from a table
act-unknown = Something was done

## The delegation's own answer
answer-title = Does your delegation come?
answer-until = You can answer and change your answer until { $until }, on the clocks of { $zone }.
answer-closed = Confirmations have closed. Write to the secretariat if the answer must change.
answer-coming = Yes, the delegation comes
answer-not-coming = No, the delegation does not come
answer-expected = With about how many people?
answer-expected-hint = Everybody who needs a badge, drivers and security included. An estimate helps; names follow later.
answer-expected-missing = Please give a number, at least 1.
answer-note = Is there anything the secretariat should know?
answer-send = Send the answer
answer-confirmed = Thank you. Your delegation is confirmed.
answer-declined = Thank you for telling us. Your delegation is noted as not coming.
answer-stands = Your answer of { $date } stands: { $answer }
answer-stands-coming = the delegation comes, with about { $count } people
answer-stands-declined = the delegation does not come
answer-back = Back to the delegation
answer-letters = Letters of the delegation

colleagues-title = Focal points
colleagues-lede = Whoever acts for the delegation sees all of it and can do what you can. The secretariat appoints; you can ask for a colleague here.
colleagues-waiting = Asked for
colleagues-asked-on = asked for { $date }
colleagues-ask-title = Ask for another focal point
colleagues-ask = Ask the secretariat
colleagues-asked = The secretariat is asked to appoint { $email }.
colleagues-take-back = Take back
colleagues-take-back-of = Take the request for { $email } back
colleagues-taken-back = The request for { $email } is taken back.
colleagues-is-one-already = This address is a focal point of your delegation already.
colleagues-asked-for = Asked for by a focal point
colleagues-asked-by = asked for by { $by }, { $date }
colleagues-appoint-this = Appoint { $email }
colleagues-decline = Decline
colleagues-decline-this = Decline the request for { $email }
colleagues-declined = The request for { $email } is declined.
colleagues-asking = { $count ->
    [one] One delegation asks for another focal point:
   *[other] { $count } delegations ask for another focal point:
 }
rule-one-request-per-address = The secretariat is asked for this address already.
act-focal-point-asked-for = Another focal point asked for
act-focal-point-request-taken-back = Request for a focal point taken back
act-focal-point-declined = Request for a focal point declined

## Admission
admission-title = Admission of organisations
admission-closed = This conference takes no applications for admission now.
admission-lede = Organisations that were not invited to { $conference } can apply to take part as a delegation.
admission-until = Applications are taken until { $at }.
admission-need-name = the organisation's name, and where it has its seat
admission-need-about = what it does, and why it wishes to take part
admission-need-person = one person whom the secretariat can write to
admission-what-then = The secretariat answers by mail. An admitted organisation gets a page of its own, on which its people are nominated.
admission-email-hint = A code is sent to it. Nothing is kept before it is typed.
admission-yours = Your applications
admission-apply = Apply for admission
admission-name = Name of the organisation
admission-name-hint = In one language at least
admission-country = Seat
admission-website = Website
admission-website-hint = For example https://www.example.org
admission-website-wrong = Type the address of a website as a browser opens it: https://www.example.org
admission-about = What the organisation does, and why it wishes to take part
admission-about-hint = A few sentences are enough.
admission-people = People it would bring
admission-documents = Documents
admission-documents-hint = Up to three, such as a statute or a registration: PDF, JPEG or PNG, at most 10 MB each.
admission-documents-sent = Documents sent with it
admission-document-remove = Take { $name } away
admission-document-wrong = { $name }: { $why }
admission-documents-wrong = Not taken. { $all }
admission-documents-too-many = Three documents at most. Send fewer, or take one away that you sent before.
admission-documents-again = Please choose the documents again: a page cannot keep them while something in the form is to be mended.
admission-contact = Your name
admission-contact-hint = You would be its focal point; letters go to { $email }.
admission-send = Send the application
admission-send-again = Send it again
admission-sent = The application is with the secretariat. You get a mail when it is decided.
admission-note = The secretariat writes
admission-admitted-text = Your organisation takes part, and you are its focal point. On its page you name its people and submit them.
admission-to-delegation = Go to your delegation
admission-answer-by-mail = The secretariat answers by mail.
admission-withdraw = Withdraw the application
admission-withdraw-question = Withdraw this application? You can send a new one as long as applications are taken.
admission-withdrawn = The application is withdrawn.
admission-not-from-here = This application has been decided, or waits for something else. Look at it again.
admission-status-submitted = Waits
admission-status-returned = Asked for more
admission-status-admitted = Admitted
admission-status-declined = Declined
admission-status-withdrawn = Withdrawn
rule-one-live-application = You have applied for an organisation of this name already.
applications-title = Applications for admission
applications-lede = Organisations that were not invited and ask to take part. Who is admitted becomes a delegation, with the applicant as its focal point.
applications-waiting = { $count ->
    [0] No application waits
    [one] One application waits
   *[other] { $count } applications wait
 }
applications-none = No application
applications-none-text = As soon as applications are taken, they arrive here.
applications-none-found = No application fits
applications-caption = { $count ->
    [one] One application
   *[other] { $count } applications
}
applications-documents-count = { $count ->
    [one] One document
   *[other] { $count } documents
}
applications-email = E-mail of the applicant
applications-export-name = applications
applications-public = The public page
applications-by = Applicant
applications-since = Sent
applications-window = When applications are taken
applications-open-until = Taken until { $at }.
applications-not-open = No applications are taken now.
applications-closes = Taken until
applications-close-now = Take no more
applications-window-kept = Saved.
applications-what = What is applied for
applications-on-the-list = on the list of delegations
applications-doubles = Perhaps the same organisation
applications-admit = Admit
applications-admit-text = The delegation is put on the list with these places, and the applicant is appointed and invited in their language.
applications-places = Places
applications-admit-this = Admit this organisation
applications-admitted = Admitted. The invitation is on its way.
applications-answer = Answer
applications-note = What the applicant reads
applications-note-hint = It is sent by mail as you write it.
applications-return = Ask for this
applications-decline = Decline
applications-declined = Declined. The applicant is told.
applications-returned = Asked. The applicant is written to.
applications-delegation = The delegation
admission-mail-declined-subject = { $conference }: { $name } cannot be admitted
admission-mail-returned-subject = { $conference }: a question about { $name }
admission-mail-declined = The application of { $name } has been declined. The secretariat writes:
admission-mail-returned = The secretariat asks something about the application of { $name }:
admission-mail-open = Open the application

## How delegations answer
answers-title = Answers of delegations
answers-open = Answers by day and by group
answers-confirmed = confirmed
answers-confirmed-definition = their focal point says that they come
answers-declined = declined
answers-declined-definition = their focal point says that they do not come
answers-unanswered = no answer
answers-unanswered-definition = written to, and no answer yet
answers-not-written-to = not written to
answers-not-written-to-definition = on the list; no invitation has left yet
answers-listed = on the list
answers-listed-definition = delegations of every kind
answers-expected = people announced
answers-expected-definition = sum of what confirmed delegations expect
answers-named = people handed in
answers-named-definition = submitted, returned, on-hold and approved people, of the categories that take a place
answers-trend = Answers as they came in
answers-trend-means = delegations by their last answer at the end of each day
answers-no-trend = A trend is drawn as soon as answers of two days are there.
answers-as-table = The same as a table
answers-counted = counted
answers-day = Day
answers-by-group = By regional group
answers-group = Group
answers-sum = Together
answers-what-is-counted = What is counted
answers-last = What came in last
answers-none = No delegation has answered yet.
answers-when = When
answers-export-name = answers

## Reminders
reminders-open = Write to focal points
reminders-title = Write to focal points
reminders-lede = Only to those who still have something to do. Each gets a mail in their language with a link that opens the right page; nobody is written to about the same thing twice a day.
reminders-invitation = Not invited yet
reminders-invitation-means = Focal points who are appointed and were never written to. They get the invitation itself, with the places of their delegation.
reminders-answer = No answer
reminders-answer-means = Focal points who were invited and whose delegation has not said whether it comes.
reminders-nominations = Nobody named
reminders-nominations-means = Focal points of confirmed delegations that have handed in nobody yet.
reminders-missing-people = Fewer than announced
reminders-missing-people-means = Focal points of confirmed delegations that have handed in fewer people than they announced.
reminders-counts = { $count ->
    [one] One mail leaves: { $each }
   *[other] { $count } mails leave: { $each }
 }
reminders-in-language = { $language } { $count }
reminders-beyond = The first { $most } of { $count }; press again for the rest.
reminders-done-today = { $count ->
    [one] One was written to about this today and is left out.
   *[other] { $count } were written to about this today and are left out.
 }
reminders-send = Send these mails
reminders-sample = Read the mail in { $language }
reminders-write = Write
reminders-write-to = Write to { $email }
reminders-language = Language
reminders-last = Last written to about this
reminders-never = not yet
reminders-nobody = Nobody is waited for
reminders-nobody-text = There is nobody to write to about this.
reminders-nobody-chosen = Choose somebody to write to. Nothing was sent.
reminders-too-late = The window for this has closed. Nobody is asked for what can no longer be done.
reminders-sent = { $count ->
    [0] Nothing was sent: all of them were written to today, or have done it meanwhile.
    [one] One mail is on its way.
   *[other] { $count } mails are on their way.
 }
act-focal-point-reminded = Reminder sent
reminder-mail-subject = { $conference }: a reminder for { $delegation }
reminder-mail-answer = We have not heard yet whether { $delegation } comes. Please say so, with about how many people; an estimate is enough and may be changed.
reminder-mail-answer-button = Answer now
reminder-mail-nominations = { $delegation } has confirmed, and nobody has been nominated yet. Everybody who needs a badge must be nominated, drivers and security included.
reminder-mail-nominations-button = Nominate people
reminder-mail-missing-people = { $delegation } announced { $expected } people and has handed in { $named } so far. Please nominate the others, or change the number.
reminder-mail-missing-people-button = Open the delegation's page
reminder-mail-until = It is open until { $until }, on the clocks of { $zone }.
reminder-mail-done-already = If you have done this in the meantime, nothing more is needed.

## Importing
import-title = Import delegations
import-lede = A table in CSV or Excel. First you see what each row would do; nothing is done while anything is wrong.
import-file = Table
import-file-hint = CSV or .xlsx, at most 8 MB and 10,000 rows
import-file-missing = Choose a table first.
import-preview = See what it does
import-columns = Columns
import-columns-text = Headings stand in the first row, in any order. Only a key or an entity is needed; an empty cell leaves what stands.
import-column-key = the stable key by which a row finds its delegation again; empty for States: their code
import-column-kind = state, territory, european_union, observer, intergovernmental, un_body, ngo, academia, company, media, host, secretariat
import-column-entity = ISO code or name of a State, territory or the Union
import-column-name = name of any other delegation, in each language
import-column-own-name = what this conference calls a State, a territory or the Union where the table of the United Nations says otherwise; own_formal_name_en likewise
import-column-region = africa, asia-pacific, eastern-europe, grulac, weog
import-column-language = language of letters: en, fr, ...
import-column-focal = who is appointed and invited
import-column-quota = places of a category, by its letter
import-template = Take the list of today as a template
import-preview-title = What this table does
import-nothing-done = Nothing has been done yet.
import-counts = { $new } new, { $changed } changed, { $unchanged } unchanged, { $wrong } with mistakes
import-appointments = { $count ->
    [0] No focal point is appointed, no mail leaves.
    [one] One focal point is appointed.
   *[other] { $count } focal points are appointed.
 }
import-invite = Write to them now
import-invite-hint = Each gets the invitation in the language of the delegation; it leaves at once.
import-mend = Mend the table and send it again. Nothing is imported while there is a mistake.
import-nothing-new = Everything in this table stands already. There is nothing to do.
import-carry-out = Import { $count ->
    [one] one delegation
   *[other] { $count } delegations
 }
import-another = Choose another table
import-done = { $new } new, { $changed } changed. { $unchanged } were as they are.
import-gone = The table you looked at is no longer kept. Send it again.
import-changed-meanwhile = Somebody changed a delegation in the middle of this. Nothing was imported; look at the table again.
import-guessed = The file does not say how it is encoded; it was read as { $encoding }. Check the accents below, and save the table as UTF-8 if they are wrong.
import-ignored = Columns that mean nothing here and are left out: { $columns }
import-left-alone = Columns of the export that an import leaves as they stand, because the delegations answer them: { $columns }
import-progress-title = Importing delegations
import-progress-text = All of it is done, or nothing. You may leave this page; the work goes on.
import-progress-list = To the delegations
import-progress-again = Look at the table again
import-progress-nothing = Nothing was imported
run-line = { $done } of { $total } rows
run-broke = Something failed on our side. Nothing was imported; try again, and tell the administrator if it happens twice.
run-interrupted = The server was stopped in the middle of it. Nothing was imported; the table is still here.
import-general = This table cannot be imported
import-row = Row
import-places = Places given
import-what = What happens
import-mistakes = Mistakes
import-only-mistakes = The rows with mistakes, { $count } of { $total }
import-rows-that-act = { $count ->
    [one] One row does something, of { $total }; the others stay as they are
   *[other] { $count } rows do something, of { $total }; the others stay as they are
}
import-missing-count = { $count } missing
import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-wrong = Wrong
import-change-kind = kind
import-change-entity = entity
import-change-name = name
import-change-region = group
import-change-language = language
import-change-quotas = places
import-change-focal-point = focal point
import-missing = { $count ->
    [one] One delegation on the list is not in this table
   *[other] { $count } delegations on the list are not in this table
 }
import-missing-text = They stay on the list as they are: an import takes nobody away. Remove one on its own page if it should go.
import-no-key-column = There is neither a column “key” nor a column “entity”. Without one of them a row cannot be told from another.
import-no-rows = Below the headings there is no row.
import-too-many = These are too many rows for delegations: { $most } at most.
import-no-such-category = There is a column of places for category { $letter }, and no such category.
import-row-too-long = There is something beyond the last heading. A separator or a quotation mark may be wrong.
import-key-missing = A key is needed, so that this row finds its delegation again.
import-key-twice = The key { $key } stands in row { $row } already.
import-kind-missing = The kind is missing.
import-no-such-kind = There is no kind “{ $text }”.
import-no-such-entity = There is no State, territory or Union called “{ $text }”.
import-entity-missing = A State, territory or the Union needs its code or its name.
import-entity-is-no-such-kind = The entity does not fit the kind.
import-entity-not-wanted = Only States, territories and the Union have an entity. Leave this empty or change the kind.
import-entity-twice = { $entity } is on the list already, under the key { $key }.
import-name-of-another = This is the name of another than { $entity }. Perhaps a column has slipped.
import-name-missing = A name is needed in one language at least.
import-no-such-region = There is no regional group “{ $text }”.
import-no-such-language = This language is not one of { $languages }.
import-focal-point-without-address = A focal point needs an e-mail address.

delegations-mail-greeting = Dear { $name },
delegations-mail-invitation-subject = { $conference }: your delegation, { $delegation }
delegations-mail-appointed = You have been appointed focal point for { $delegation }. You confirm that the delegation comes and nominate everybody who needs a badge; only focal points can.
delegations-mail-open = Open the delegation's page
delegations-mail-without-link = If the link does not open, go to { $address } and type { $email }: a code by mail lets you in.
delegations-mail-steps = What is asked of you
delegations-mail-step-answer = Say whether the delegation comes, and with about how many people.
delegations-mail-step-nominate = Nominate its people until { $until }.
delegations-mail-step-confirm = Confirm and replace people until { $until }.
delegations-mail-zone = Hours on the clocks of { $zone }.
delegations-mail-places = Places of your delegation
delegations-mail-not-you = If you are not the right person, please answer this mail, so that the secretariat can appoint somebody else.
