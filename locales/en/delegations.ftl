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

## One delegation
delegation-kind-hint = It decides the delegation's name, its places at first and the rules it follows.
delegation-in-use = People belong to this delegation. Withdraw or move them first.


quota-below-used = { $used ->
    [one] One person has a place of this category already. Withdraw them first, or leave at least one place.
   *[other] { $used } people have places of this category already. Withdraw some of them first, or leave at least { $used } places.
 }

focal-point-ended = This appointment has ended. Appoint the person again.
rule-one-appointment-per-focal-point = This person is appointed already.

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


## The delegation's own answer
answer-closed = Confirmations have closed. Write to the secretariat if the answer must change.

## Importing
import-changed-meanwhile = Somebody changed a delegation in the middle of this. Nothing was imported; look at the table again.
import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-wrong = Wrong
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
delegations-mail-invitation-subject = Your delegation at the conference: { $delegation }
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
