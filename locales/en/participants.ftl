## Status
participants-status-draft = Draft
participants-status-submitted = Submitted
participants-status-returned = Returned
participants-status-on-hold = On hold
participants-status-approved = Approved
participants-status-refused = Refused
participants-status-withdrawn = Withdrawn

## Choices
participants-sex-f = Female
participants-sex-m = Male
participants-sex-x = Unspecified (X)
participants-rank-head-of-state = Head of State
participants-rank-head-of-government = Head of Government
participants-rank-vice-head = Vice-President or Deputy Prime Minister
participants-rank-foreign-minister = Minister for Foreign Affairs
participants-rank-minister = Minister
participants-rank-vice-minister = Vice-Minister or Secretary of State
participants-rank-ambassador = Ambassador
participants-rank-director = Director or head of department
participants-rank-other = None of these
participants-title-head = Head of delegation
participants-title-alternate-head = Alternate head of delegation
participants-title-deputy = Deputy head of delegation
participants-title-representative = Representative
participants-title-alternate = Alternate
participants-title-adviser = Adviser
participants-title-expert = Expert
participants-title-observer = Observer
participants-document-passport = Passport
participants-document-diplomatic-passport = Diplomatic passport
participants-document-service-passport = Service passport
participants-document-laissez-passer = Laissez-passer
participants-document-national-identity = National identity card
participants-document-press-card = Press card
participants-issuer-un = United Nations
participants-issuer-eu = European Union
participants-issuer-xo = Sovereign Order of Malta
participants-issuer-xx = Stateless
participants-choose = Choose one

## Fields and facts
participants-reference = Reference
participants-name = Name
participants-honorific = Honorific
participants-honorific-hint = As letters address the person: H.E. Ms, Dr
participants-document-name = Full name as in the travel document
participants-document-name-hint = In the order and spelling of the document
participants-family-name = Family name
participants-given-name = Given names
participants-native-name = Name in its own script
participants-name-on-badge = Name on the badge
participants-name-on-badge-hint = Only if it differs from the full name
participants-function = Function
participants-functional-title = Functional title
participants-organisation = Ministry or organisation
participants-protocol-rank = Protocol rank
participants-composition-title = Title in the delegation
participants-composition-title-hint = At most one head
participants-accompanies = Accompanies
participants-accompanies-nobody = Nobody
participants-delegation = Delegation
participants-category = Category
participants-status = Status
participants-identity = Identity
participants-birth = Date of birth
participants-sex = Sex as in the document
participants-nationality = Nationality
participants-residence = Country of residence
participants-paper = Identity paper
participants-document-kind = Kind
participants-document-country = Issued by
participants-document-number = Number
participants-document-expires = Valid until
participants-document-scan = Scan of the data page
participants-portrait = Portrait
participants-photograph = Photograph
participants-contact = Contact
participants-email = E-mail
participants-phone = Telephone
participants-language = Language of letters
participants-access-needs = Access needs
participants-late = Late entry
participants-late-reason = Reason for nominating late
participants-public-list = Public list of participants
participants-public-list-yes = Agreed
participants-public-list-no = Not agreed
participants-age = { $years ->
    [one] { $years } year
   *[other] { $years } years
 }
participants-valid-until = valid until { $date }

## Why things are asked
participants-name-why = Exactly as in the travel document. Somebody with one name has it as the family name; the other stays empty.
participants-function-why = What stands in the list of participants, and what decides the badge.
participants-identity-why = Heads of State and of Government and their deputies may leave out birth date, identity paper and portrait.
participants-paper-why = The number and the scan are kept encrypted. Only the accreditation unit sees them; each time is recorded, and they are deleted after the conference.
participants-portrait-why = Front view, plain light background, under six months old. It is cut to 3 by 4.
participants-portrait-hint = JPEG, PNG or WebP, at least 480 by 640 pixels, up to 12 MB
participants-contact-why = The confirmation goes to this address. Without one it goes to you, the focal point.
participants-phone-hint = With country code: +84 91 234 56 78
participants-language-hint = For mails and pages
participants-access-needs-hint = A ramp, a sign interpreter, a seat near the door. Never printed on the badge.
participants-scan-hint = JPEG, PNG, WebP or PDF, up to 8 MB
participants-scan-on-file = A scan is on file. Choose another to replace it.
participants-number-on-file = On file: { $hint }. Leave empty to keep it.
participants-late-why = Nominations are closed. The officers see the reason when they decide.
participants-no-portrait = No portrait yet
participants-notice-version = Notice of version { $version }
participants-notice = The list of participants is published on the conference's website: name, functional title, organisation and delegation, nothing else. Consent is free, can be withdrawn until the list is printed, and changes nothing about the accreditation.
participants-consent = The person agrees to stand in the public list

## What is wrong with a field
participants-birth-cannot-be = Nobody taking part can be born on this day.
participants-not-a-phone-number = This is not a telephone number. Begin with + and the country code.
participants-not-a-document-number = This cannot be the number of an identity paper.
participants-document-expires-too-soon = The paper expires before the conference begins.
participants-portrait-too-many-bytes = The picture is larger than { $megabytes } MB.
participants-portrait-not-a-picture = This is not a picture that can be used. Send JPEG, PNG or WebP.
participants-portrait-heic = This is a HEIC picture, which other devices cannot show. Set the telephone's camera to “most compatible”, or send the picture as JPEG.
participants-portrait-damaged = The picture cannot be read; the file may be damaged. Save it again or take another.
participants-portrait-too-many-pixels = The picture has too many pixels: more than { $megapixels } million.
participants-portrait-too-small = The picture has { $found } pixels. After cutting to 3 by 4 at least { $least } must be left.

## What rules say
participants-file-is-frozen = This file was submitted and can no longer be changed here. Ask the secretariat, or wait until it is returned.
participants-only-drafts-are-discarded = Only drafts can be discarded. What was submitted is withdrawn.

## The delegation's home
participants-places = Places
participants-used-of-cap = { $used } of { $cap }
participants-drafts-not-counted = { $drafts ->
    [one] { $drafts } draft is not counted
   *[other] { $drafts } drafts are not counted
 }
participants-returned-files = { $count ->
    [one] A file was returned. Mend it and submit it again; it keeps its place.
   *[other] { $count } files were returned. Mend them and submit them again; they keep their places.
 }
participants-no-places = This delegation has no places yet. The secretariat gives them.
participants-add = Add a person
participants-answer = Answer of the delegation
participants-letters = Letters
participants-declined = The delegation has said that it does not come. Change the answer before you nominate.
participants-nobody-yet = Nobody is nominated yet
participants-nobody-yet-text = Add people one by one, or many at once from a spreadsheet. Nothing reaches the secretariat before you submit it.
participants-nobody-found = Nobody found
participants-nobody-found-text = No person fits these filters.
participants-show-all = Show everybody
participants-no-name-yet = Not named yet
participants-to-be-replaced-by-somebody = To be replaced by somebody not named yet
participants-to-be-replaced-by = To be replaced by { $name }
participants-replaced-by = Replaced by { $name }
participants-in-place-of = In place of { $name }
participants-no-place-left = complete, but no place is left in this category
participants-ready = ready to submit
participants-says-no = Says that they do not come
participants-to-be-mended = to be mended
participants-things-missing = { $count ->
    [one] { $count } thing missing
   *[other] { $count } things missing
 }
participants-people-in-order = { $count ->
    [one] { $count } person in protocol order, { $at }
   *[other] { $count } people in protocol order, { $at }
 }
participants-window-not-yet = { $days ->
    [0] Nominations open today, { $at }
    [1] Nominations open tomorrow, { $at }
   *[other] Nominations open in { $days } days, on { $at }
 }
participants-window-nomination = { $days ->
    [0] Nominations close today, { $at }
    [1] Nominations close tomorrow, { $at }
   *[other] Nominations close in { $days } days, on { $at }
 }
participants-window-confirmation = { $days ->
    [0] Nominations are closed. Confirm by today, { $at }
    [1] Nominations are closed. Confirm by tomorrow, { $at }
   *[other] Nominations are closed. Confirm within { $days } days, until { $at }
 }
participants-window-closed = Nominations and confirmations are closed
participants-next-steps = What happens next
participants-step-answer = Confirm participation
participants-step-nominate = Nominate and submit
participants-step-confirm = Confirm and replace
participants-step-collect = Collect badges
participants-until = until { $at }
participants-from-day = from { $day }
participants-answered-with = { $at }, with about { $people } people

## The staff's list and card
participants-list-title = People
participants-list-caption = { $count ->
    [one] { $shown } person, drafts included, { $at }
   *[other] { $shown } people, drafts included, { $at }
 }
participants-all = All
participants-sorted-by = Sorted by
participants-order-name = Name
participants-order-reference = Reference
participants-order-submitted = Last submitted
participants-order-changed = Last changed
participants-file-number = File { $reference }
participants-portrait-of = Portrait of { $name }
participants-look-twice = Look twice at the gates
participants-open-file = Open the accreditation file
participants-correct = Correct
participants-history = History
participants-show-number = Show the number
participants-number-was-shown = Shown on { $at }; recorded with your name.
participants-minutes = { $minutes } min
participants-hours = { $hours } h { $minutes } min
participants-days = { $days } d

## The record
participants-act-participant-created = Draft begun
participants-act-participant-changed = Data changed
participants-act-document-number-shown = Number of the identity paper shown
participants-act-document-scan-shown = Scan of the identity paper shown
participants-act-file-submit = Submitted
participants-act-file-clear = Clearance given
participants-act-file-approve = Approved
participants-act-file-return = Returned
participants-act-file-refuse = Refused
participants-act-file-hold = Put on hold
participants-act-file-resume = Taken up again
participants-act-file-withdraw = Withdrawn
participants-act-file-undo = Decision taken back
participants-act-file-reopen = Clearance asked again

## Importing people from a table (the command)
people-import-no-column = There is no column “{ $column }”. Without it nobody can be told apart.
people-import-too-many = These are too many rows: { $most } at most.
people-import-no-such-reference = Nobody here has the reference number { $text }.
people-import-delegation-missing = The delegation is missing: its key, its name or the code of its State.
people-import-no-delegation = There is no delegation “{ $text }”.
people-import-two-delegations = Several delegations are called “{ $text }”. Name the one that is meant by its key.
people-import-another-delegation = The reference number belongs to somebody of another delegation.
people-import-category-missing = The category is missing: its letter.
people-import-no-category = There is no category “{ $text }”.
people-import-no-places = The delegation was given no places of category { $letter }.
people-import-no-place-left = No place is left: the delegation has { $cap } of this category.
people-import-name-missing = The name is missing.
people-import-no-such-word = “{ $text }” is none of the words of this column. Write { $words }.
people-import-word = “{ $word }”
people-import-or = { $others } or { $last }
people-import-no-such-country = No country or territory is called “{ $text }” here. Write its name, or its code of two letters: “NA” for Namibia.
people-word-also-female = woman / w
people-word-also-male = man
people-import-not-a-date = “{ $text }” is no date. Write it as 1988-03-14.
people-import-either-day = “{ $text }” can be two days. Write it as { $one } or { $other }.
people-import-no-such-status = The status can be “draft” or “submitted”, not “{ $text }”.
people-import-several = Several people of this delegation are called so. Say which one by the reference number.
people-import-portrait = This category asks for a portrait, which no table carries: import the row as a draft and hand it in on its page.
people-import-twice = This person stands in row { $row } already.
people-import-frozen = File { $reference } has been handed in ({ $status }); what it says cannot be changed by a table.
people-import-changed-meanwhile = Somebody changed one of these files in the middle of this. Nothing was imported; try again.

## Many people from a sheet (the focal point)
people-import-namesake = File { $reference } of the delegation has the same name, with another birth date or paper. Check that this is somebody else.
people-import-namesake-in-row = Row { $row } has the same name, with another birth date or paper. Check that this is somebody else.
people-sheet-add-many = Add many people
people-sheet-title = Add many people
people-sheet-home = The delegation
people-sheet-lede = Paste rows from a spreadsheet, or send the file. First you see what becomes of each row, and can mend mistakes in place; nothing is added before you say so.
people-sheet-template-xlsx = Template for Excel
people-sheet-template-csv = Template as CSV
people-sheet-template-name = People of the delegation
people-sheet-rows = Rows from a spreadsheet
people-sheet-rows-hint = Mark the rows in your spreadsheet, headings too, copy them and paste them here.
people-sheet-file = Or the file
people-sheet-file-hint = CSV or .xlsx with headings in the first row, at most 8 MB and { $most } people
people-sheet-see = See what becomes of each row
people-sheet-columns-text = In any order, in English or French; columns that you do not need may be missing. A name is enough for a draft: what else is missing can be filled in later, one by one.
people-sheet-takes-family-name = As in the travel document. Somebody with one name has it here; the other stays empty.
people-sheet-takes-date = Year, month, day: 1988-03-14. 14/03/1988 is understood too, 3/4/1988 is not: it can be two days.
people-sheet-takes-country = The name of a country, or its code of two letters
people-sheet-takes-number = Of the identity paper; kept encrypted
people-sheet-takes-email = The confirmation goes to this address; without one it goes to you.
people-sheet-takes-consent = “yes” if the person agrees to stand in the public list; empty if not
people-sheet-takes-reference = Only to change somebody who is on file: the number of the file
people-sheet-takes-text = Text
people-sheet-yes = yes
people-sheet-no = no
people-sheet-example-name = Selma Ndeshimona Example
people-sheet-example-family-name = Example
people-sheet-example-given-name = Selma Ndeshimona
people-sheet-example-function = Director for Treaties
people-sheet-nothing-sent = Paste rows here, or choose a file.
people-sheet-gone = This sheet is no longer waiting: it has been added, or its day has passed. If people are missing in your list, send it again.
people-sheet-added-title = This sheet has been added
people-sheet-added = { $count ->
    [0] It was added on { $at }; nobody of it stands in your list any more.
    [one] On { $at } this person was added from it or brought up to date; sending it again adds nobody twice.
   *[other] On { $at } these { $count } people were added from it or brought up to date; sending it again adds nobody twice.
}
people-sheet-added-list = To your list
people-sheet-no-names = No column with names was found. The first row must hold the headings, such as “Family name” and “Given names”; take them from the template.
people-sheet-another-delegation = “{ $text }” is not your delegation. Here you add people of your own delegation only.
people-sheet-no-such-rank = People of a delegation of this kind cannot have this rank.
people-sheet-look-title = What becomes of each row
people-sheet-nothing-done = Nothing has been added yet.
people-sheet-nothing-new = Everybody in this sheet stands in your list already, as the sheet has it. There is nothing to do.
people-sheet-left = { $left } of { $cap } left
people-sheet-asks = { $count ->
    [0] This sheet adds nobody here
    [one] This sheet adds { $count } person
   *[other] This sheet adds { $count } people
 }
people-sheet-asks-too-many = { $count ->
    [one] This sheet adds { $count } person, more than can be submitted. Drafts take no place.
   *[other] This sheet adds { $count } people, more than can be submitted. Drafts take no place.
 }
people-sheet-mend = Please mend these cells
people-sheet-mend-caption = Rows with mistakes. Correct them here, then check again.
people-sheet-more-wrong = { $count ->
    [one] { $count } more row with mistakes is shown once these are mended.
   *[other] { $count } more rows with mistakes are shown once these are mended.
 }
people-sheet-row = Row { $row }
people-sheet-cell = Row { $row }, { $column }
people-sheet-told = { $place }: { $error }
people-sheet-remove = Remove this row
people-sheet-remove-row = Remove this row ({ $row })
people-sheet-check = Check again
people-sheet-leave-out = { $count ->
    [one] Leave out the row with mistakes
   *[other] Leave out the { $count } rows with mistakes
 }
people-sheet-must-say = Mend the mistakes, or say here that these rows are left out.
people-sheet-add = { $count ->
    [one] Add { $count } person as a draft
   *[other] Add { $count } people as drafts
 }
people-sheet-good-rows = { $count ->
    [one] { $count } row without mistakes
   *[other] { $count } rows without mistakes
 }
people-sheet-changes = Changes: { $fields }
people-sheet-checked-first = What you mended was checked first. Nothing has been added yet.
people-sheet-done = { $new ->
    [one] { $new } draft added
   *[other] { $new } drafts added
 }{ $changed ->
    [0] .
    [one] , { $changed } changed.
   *[other] , { $changed } changed.
 }
people-sheet-done-left-out = { $count ->
    [one] { $count } row with mistakes was left out.
   *[other] { $count } rows with mistakes were left out.
 }
people-sheet-done-lacking = Still missing before they can be submitted: { $what }.

## What columns of people are called, beside the labels of the form; several between slashes
people-column-document-kind = Kind of identity paper
people-column-document-country = Identity paper issued by
people-column-document-number = Number of the identity paper
people-column-document-expires = Identity paper valid until
people-column-also-category = Badge category / Category letter
people-column-also-honorific = Salutation / Courtesy title / Prefix
people-column-also-document-name = Full name / Name in passport / Name as in passport / Full name as in passport
people-column-also-family-name = Surname / Last name / Family names / Surnames
people-column-also-given-name = Given name / First name / First names / Forename / Forenames
people-column-also-sex = Sex / Gender
people-column-also-birth-date = Birth date / Birthday / Date of birth (YYYY-MM-DD) / DOB
people-column-also-functional-title = Position / Function / Job title
people-column-also-organisation = Ministry / Institution / Organization
people-column-also-email = Email / E-mail address / Email address
people-column-also-phone = Phone / Mobile / Telephone number / Phone number
people-column-also-document-number = Passport number / Passport no / Document number
people-column-also-document-expires = Date of expiry / Expiry date / Passport expiry / Expires on

participants-more-ways = The delegation

## The order of the list
order-open = Order of the list
order-title = Order of the list
order-lede = In this order the delegation stands in lists and on papers. Without an order of your own it stands by title, rank and name.
order-by-hand = Drag a row, move it with the arrow keys while its number has the focus, or type a number.
order-place-of = Place of { $name }
order-not-a-number = { $name }: type a whole number from 1 to { $most }.
order-number-twice = { $name }: somebody else was given the number { $number }, too. Give each a number of their own.
order-keep = Keep this order
order-usual = Back to the usual order
order-is-kept = The order is kept.
order-is-usual = The list stands by title, rank and name again.

## Machine-readable lines
participants-mrz = Fill in from the passport
participants-mrz-lines = The lines at the foot of the page with the picture
participants-mrz-hint = Two lines of 44 signs, or three of 30 on the back of a card. Type them, paste them or use a reader.
participants-mrz-fill = Fill in
participants-mrz-filled = Filled in from the document: { $fields }.
participants-mrz-kept = Kept as it was typed: { $fields }.
participants-mrz-compare = Please compare everything with the document: accents are missing in these lines, and long names are cut.
participants-mrz-whole = the lines as a whole
participants-mrz-unsure = Does not fit its check digit: { $fields }. Look there for a misread sign.
participants-mrz-not-the-lines = These are not the machine-readable lines of a passport or a card. There are two lines of 44 or 36 signs, or three of 30, with many “<”.
participants-mrz-visa = This is a visa. The lines of the passport itself are needed.
# Answers of an earlier conference
earlier-way = From an earlier conference
earlier-title = People of an earlier conference
earlier-lede = Your delegation submitted these people before. Those whom you tick become drafts with their names, birth date, nationality, function and contact.
earlier-anew = Identity papers, portraits, needs and consent are asked anew.
earlier-where = At
earlier-at = { $conference }, { $date }
earlier-tick = Take { $name } over
earlier-take = Add the people ticked
earlier-take-one = Add this person
earlier-take-many = Add these { "{n}" } people
earlier-nobody-ticked = Nobody is ticked. Tick at least one person, then press the button again.
earlier-none = There is nobody to take over
earlier-none-text = Here stand people whom you submitted for the same State or organisation at an earlier conference, as long as they are not in your list.
earlier-taken = { $count ->
    [0] Nobody was added: they stand in your list already.
    [one] One draft added. Please complete it.
   *[other] { $count } drafts added. Please complete them.
}
earlier-own = You have answered here before. What is still empty can be filled with it; your identity paper, portrait and needs are asked anew.
earlier-own-take = Use what { $name } answered at { $conference } ({ $date })
earlier-own-taken = Taken over: { $fields }. Please look at each page and correct what has changed.
