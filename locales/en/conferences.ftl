## The administrator's list
conferences-title = Conferences
conferences-none = No conference yet
conferences-none-text = Create the first one. Windows, categories, areas and hours are filled in with what is usual; the organiser changes them in the settings.
conferences-organisers = Organisers
conferences-no-organiser = Nobody organises this conference.
conferences-appoint = Appoint an organiser
conference-organiser-email = The organiser's e-mail address
conference-create = Create a conference
conference-created = { $name } is created, and you are its organiser. Check what was filled in for you.

## A new conference
conference-new-title = A new conference
conference-new-lede = Only what nobody else can know. Windows, categories, areas and hours follow and can be changed.
conference-name = Name
conference-slug = Short name in addresses
conference-slug-hint = Small letters, digits and hyphens, as in { $address }/hanoi. It stands in printed matter and cannot be changed later.
conference-slug-wrong = Use 2 to 40 small letters, digits and hyphens, beginning with a letter.
conference-slug-reserved = This word is used by the site itself. Choose another.
rule-one-conference-per-slug = Another conference has this short name. Choose another.
conference-when = When and where
conference-place = Place
conference-place-hint = The city, as it stands on badges and in mails.
conference-venue = Venue
conference-venue-hint = The building, with its address if people need it.
conference-starts-on = First day
conference-ends-on = Last day
conference-too-long = A conference lasts a year at most.
conference-time-zone = Time zone
conference-time-zone-hint = It decides every day and hour of the conference, wherever people are.
conference-choose-zone = Choose a time zone
conference-languages = Languages
conference-languages-hint = Names of categories, areas and sessions are asked for in each of them.
rule-conference-has-a-language = Choose at least one language.
conference-contact = Contact address
conference-contact-hint = Answers to mails go there; the public page shows it.
conference-accent = Colour of the pages
accent-lagoon = Lagoon
accent-oxblood = Oxblood
accent-forest = Forest
accent-indigo = Indigo
accent-bronze = Bronze
accent-plum = Plum
rule-conference-ends-after-it-starts = The last day lies before the first one.

## The public page
conference-ways = Ways on
conference-way-programme = Sessions by day and room, as last released
conference-way-stands = Who exhibits, and where
conference-way-sign-in = For delegations, participants and staff
conference-way-yours = Everything that your address stands for
conference-your-pages = Your pages
conference-information = Practical information
conference-who-registers = Who registers whom
conference-delegations-register = States, organisations and other delegations are invited. Their focal point nominates everybody who comes with them; nobody else can.
conference-open-to-all = In these categories people register themselves:
conference-register = Register yourself
conference-admission = Organisations that were not invited can apply for admission until { $at }.
conference-apply = Apply for admission
conference-deadlines = Dates
conference-nomination-opens = Nominations open
conference-nomination-closes = Nominations close
conference-confirmation-closes = Confirmations and replacements close
conference-takes-place = The conference takes place
conference-practical = In short
# A zone that belongs to no place, by itself and inside a sentence: "on the clocks of the conference (UTC+7)".
conference-own-time = Conference time, { $offset }
conference-own-clocks = the conference ({ $offset })
conference-zone-now = { $zone }, now { $time }

## Settings
settings-title = Settings
settings-save = Save
settings-saved = Saved.
settings-remove = Remove
settings-conference = Conference
settings-categories = Categories
settings-areas = Areas
settings-hours = Hours
settings-duties = Duties
settings-count-categories = { $count ->
    [one] one category
   *[other] { $count } categories
 }
settings-count-areas = { $count ->
    [one] one area
   *[other] { $count } areas
 }
settings-count-hours = { $count ->
    [one] one span of hours
   *[other] { $count } spans of hours
 }
settings-count-people = { $count ->
    [one] one person
   *[other] { $count } people
 }
settings-without-hours = Without hours, so that their badges open nothing: { $letters }
settings-without-staff = Nobody has yet: { $duties }

conference-information-hint = What visitors should know: visas, arrival, badges, access. An empty line begins a new paragraph.
conference-windows = Windows
conference-windows-hint = Hours on the clocks of { $zone }.
conference-confirmation-hint = Until then delegations confirm and replace people.
conference-badges-and-papers = Badges and papers
conference-badges-from = Badges are valid from
conference-badges-until = Badges are valid until
conference-purge-on = Identity papers are deleted on
conference-purge-hint = Scans and numbers of passports are kept no longer than this.
conference-badges-must-cover = Badges must be valid on every day of the conference.
conference-purge-after-the-end = This must lie after the last day.
rule-nomination-closes-after-it-opens = Nominations close before they open.
rule-confirmation-closes-after-nomination = Confirmations cannot close before nominations do.
rule-badges-are-valid-for-a-time = The last day lies before the first one.

## Categories
settings-categories-text = A category decides a badge's letter, colour and pattern, whose yes it needs, and through its hours which areas it opens.
category-add = Add a category
category-added = Category { $letter } is added. It opens nothing until it has hours.
category-new-title = A new category
category-title = Category { $letter }
category-mark = As on the badge
category-name = Name
category-letter = Letter
category-letter-hint = One or two, printed large
category-letter-wrong = Use one or two letters from A to Z, or digits.
rule-one-category-per-letter = Another category has this letter.
category-colour = Colour
category-colour-hint = White or dark print, whichever reads better, is chosen for you
category-colour-wrong = This is not a colour. It should look like #0b4f6c.
category-ordinal = Place in lists
category-ordinal-hint = Smaller numbers first
category-pattern = Pattern
category-pattern-hint = For people who cannot tell colours apart
pattern-plain = Plain
pattern-line = Lines
pattern-cross = Crossed
pattern-dot = Dots
pattern-diagonal = Diagonals
pattern-wave = Waves
category-delivery = How the badge reaches its person
category-delivery-hint = The mail to an approved person carries a collection code or the badge itself, as chosen here.
delivery-collect = Collected at the pass desk
delivery-print-at-home = Printed at home
delivery-digital = Shown on a phone
category-clearances = Clearances
category-clearances-hint = Authorities of the same step are asked side by side, steps one after another.
clearance-documents = Accreditation unit
clearance-security = Security authority
clearance-protocol = Protocol
clearance-not-asked = Not asked
clearance-step-1 = At the first step
clearance-step-2 = At the second step
clearance-step-3 = At the third step
category-needs-a-clearance = Somebody must say yes: choose at least one clearance.
category-papers = Papers
category-portrait-required = A portrait is needed
category-document-required = An identity paper is needed
category-default-quota = Places at first
category-default-quota-hint = What a new delegation of the fitting kind begins with
category-outside-quota = Stands outside every quota
category-outside-quota-hint = For overflow and temporary passes
category-remarks = Remarks
category-note-outside-quota = Outside every quota
category-note-no-portrait = Without portrait
category-note-no-document = Without identity paper
category-none-left = Badge codes have no number left for another category.
category-remove = Remove this category
category-removal-title = Remove category { $name }?
category-removal-text = { $hours ->
    [0] The category goes. This cannot be undone.
    [one] The category goes, and its span of hours with it. This cannot be undone.
   *[other] The category goes, and its { $hours } spans of hours with it. This cannot be undone.
 }
category-removed = The category is removed.
category-in-use = This category is in use: delegations have places in it, or people carry it. Take these away first.

default-category-e = Head of delegation
default-category-d = Delegate
default-category-o = Observer
default-category-i = Intergovernmental organisation
default-category-u = United Nations
default-category-s = Secretariat
default-category-h = Host official
default-category-n = Civil society
default-category-a = Academia
default-category-b = Business
default-category-p = Press
default-category-x = Exhibitor
default-category-k = Security and close protection
default-category-l = Interpreter
default-category-m = Medical
default-category-c = Contractor and crew
default-category-v = Volunteer
default-category-g = Guest
default-category-f = Overflow

## Areas
settings-areas-text = Areas lie in one another. Entering one counts as being inside every area around it.
areas-none = No area yet
areas-none-text = Without areas no gate knows where it leads.
area-add = Add an area
area-added = { $name } is added. Nobody may be there until a category has hours in it.
area-new-title = A new area
area-title = { $name }
area-name = Name
area-code = Code
area-code-hint = Small letters, digits and hyphens; files and devices name the area by it.
area-code-wrong = Use small letters, digits and hyphens, beginning with a letter.
rule-one-area-per-code = Another area has this code.
area-parent = Lies in
area-parent-hint = Whoever leaves that area leaves this one, too.
area-outermost = No other area
rule-area-is-not-its-own-parent = An area cannot lie in itself, nor in one that it encloses.
area-badge-label = Sign on badges
area-badge-label-hint = A number or a few letters, boxed
area-needs-a-label = An area with a place in badge codes needs a sign on badges.
area-zone-bit = Place in badge codes
area-zone-bit-hint = Sixteen areas can be named by the code itself.
area-no-zone-bit = None
rule-one-area-per-zone-bit = Another area has this place in badge codes.
area-capacity = Capacity
area-capacity-hint = People at once; empty means no limit
area-delegation-capacity = People of one delegation at a time
area-delegation-capacity-hint = For instance 2: a third person of the same delegation waits until one of them has left. Empty means no limit
area-by-pass = By pass only
area-by-pass-hint = Only people who hold a pass for this area enter; their category must open it as well. Passes are granted under Gates, Passes.
area-ordinal = Place in lists
area-remove = Remove this area
area-removal-title = Remove { $name }?
area-removal-text = { $hours ->
    [0] The area goes. This cannot be undone.
    [one] The area goes, and one span of hours with it. This cannot be undone.
   *[other] The area goes, and { $hours } spans of hours with it. This cannot be undone.
 }
area-removed = The area is removed.
area-in-use = This area is in use: gates, rooms or other areas hang on it. Take these away first.

default-area-perimeter = Perimeter
default-area-conference-centre = Conference centre
default-area-plenary-hall = Plenary hall
default-area-vip = VIP area
default-area-media-centre = Media centre
default-area-exhibition-hall = Exhibition hall

## Hours
settings-hours-text = When each category may be in each area, on the clocks of { $zone }. Until 20:00 means no entry at 20:00. Exits are never refused.
hours-never = Never
hours-title = Hours of { $name }
hours-text = On the clocks of { $zone }. Until 20:00 means no entry at 20:00.
hours-area = Area
hours-no-area = –
hours-from = From
hours-until = Until
hours-remove-hint = A row without an area is taken away.
hours-fill = The same hours on several days
hours-fill-hint = Adds rows to the table above and saves. An end before the beginning means the next day.
hours-fill-in = Add these hours
hours-first-day = First day
hours-last-day = Last day
hours-end-before = { $area }: this ends before it begins.
hours-overlap = { $area }: two spans overlap. One may begin when another ends, not before.
hours-days-wrong = Choose a last day on or after the first one, 60 days later at most.
hours-too-many = These are too many rows: { $most } at most.
hours-changed-meanwhile = Somebody else changed this category or its hours while you were working. Below is what you typed; save again if it should hold.

## Duties
duties-people = Who does what
duties-none = Nobody has a duty yet.
duties-person = Person
duties-duties = Duties
duties-since = since { $date }
duties-email = E-mail address
duties-email-hint = They get a mail with the way in, and a link to choose a password if they have none.
duties-name = Name
duty-give = Give a duty
duty-given = { $email } has the duty now and gets a mail.
duty-had-already = { $email } had all of this already. Nothing was changed.
duty-take-back = Take back
duty-take-back-from = Take back: { $duty }, { $email }
duty-taken-back = { $duty }: taken back.
duty-given-back = { $duty }: given back.
duty-last-organiser = This is the last organiser. Make somebody else one first.
hint-duty-organiser = Sets everything, keeps delegations, gives duties
hint-duty-accreditation-officer = Checks papers, approves, returns, refuses
hint-duty-security-authority = Gives or refuses security clearance
hint-duty-pass-desk = Prints badges and hands them over
hint-duty-gate-staff = Scans at gates
hint-duty-gate-supervisor = Scans, decides exceptions, hands gates to devices
hint-duty-programme-manager = Keeps and releases the programme
hint-duty-exhibition-manager = Allots stands
hint-duty-observer = Reads what staff read, changes nothing

conferences-mail-greeting = Dear { $name },
conferences-mail-duty-subject = Your duty at the conference
conferences-mail-duty-text = { $count ->
    [one] You have been given this duty:
   *[other] You have been given these duties:
 }
conferences-mail-duty-open = Open the staff desk
