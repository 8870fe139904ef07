## Sessions: what they say, and who is on stage
programme-fact-recorded = recording
programme-fact-agenda-item = agenda item
programme-fact-audience = who may attend
programme-error-duration = “{ $text }” is no length of a session. Write minutes, from 5 to 1440, or hours and minutes: 1:30
programme-import-audience = No category has the letter { $letter }.

## Sessions: the form
programme-text-title = Title
programme-text-description = Description
programme-text-agenda-item = Agenda item
programme-other-languages = In other languages
programme-duration = Length
programme-duration-hint = In minutes, while it has no time
programme-co-organiser = Together with
programme-audience = Who may attend
programme-audience-hint = None ticked: everybody whom the room admits
programme-recorded = Recorded
programme-recording = Recording
programme-recorded-public = This session is recorded
programme-stage-hint = Write a name and look whether it is a participant; somebody who is not stays a named guest.
programme-role = Role
programme-person-name = Name
programme-person-title = Title or function
programme-person-affiliation = Delegation or organisation
programme-person-email = E-mail
programme-person-language = Language
programme-person-any-language = Not known
programme-person-find = Find among participants
programme-person-none-found = Nobody is called so. The name stays that of a guest.
programme-person-unknown = Not linked to a participant
programme-person-unlink = It is somebody else
programme-person-of = { $delegation }, no. { $number }
programme-person-accredited = Accredited
programme-person-awaited = To be accredited
programme-person-not-coming = Not accredited
programme-person-up = Further up
programme-person-down = Further down
programme-person-remove = Take out
programme-person-more = More rows
programme-person-guest = A guest who is not a participant
programme-person-paste = Several at once
programme-person-paste-label = Names
programme-person-paste-do = Add these
programme-error-role = Choose what they do on stage.
programme-error-person-gone = This participant is no longer there. Find them again.

## Guests on stage
programme-guest-link = Invite…
programme-guest-save-first = Save the session, then the guest can be invited to be accredited.
programme-guest-title = Invite a guest
programme-guest-lede = The guest gets a mail with a personal link, and completes a form. The delegation that you choose then hands it in, as for every participant.
programme-guest-mail-language = Language of the mail
programme-guest-delegation = In which delegation
programme-guest-delegation-hint = Its focal point hands the form in
programme-guest-category = Category
programme-guest-choose = Choose
programme-guest-note-label = What the mail says besides
programme-guest-note = We would like to have you on stage in “{ $title }” ({ $role }), on { $when }.
programme-guest-note-undated = We would like to have you on stage in “{ $title }” ({ $role }).
programme-guest-send = Send the invitation
programme-guest-invited = { $name } was invited at { $email }.
programme-guest-known = This guest is known as a participant already.
programme-guest-no-place = This delegation has no place left in this category. Choose another one, or raise its quota first.

## Documents of a session
programme-documents-title = Documents
programme-documents-none = This session has no documents yet.
programme-document-title = Title
programme-document-language = Language
programme-document-file = File
programme-document-hint = PDF or an office file (DOCX, XLSX, PPTX, ODT, ODS, ODP), at most 20 MB
programme-document-size = { $kind }, { $size } kB
programme-document-public = Public
programme-document-staff = Staff only
programme-document-is-public = Everybody may read it once the session is released
programme-document-acts = What can be done
programme-document-publish = Make public
programme-document-withhold = Keep to staff
programme-document-remove = Remove
programme-document-remove-sure = Remove “{ $title }”? The file is deleted.
programme-document-add = Add a document
programme-document-added = “{ $title }” was added.
programme-document-published = The document is public.
programme-document-withheld = The document is for staff only.
programme-document-removed = The document was removed.
programme-document-no-file = Choose a file.

## A session repeated
programme-repeat-link = Repeat…
programme-repeat-title = Repeat this session
programme-repeat-lede = The same session on other days or at other times: room, people and texts are taken over, and each stands for itself afterwards. All of them are made, or none.
programme-repeat-days = On these days
programme-repeat-hours = At these times
programme-repeat-hours-hint = For example: 08:30, 13:00
programme-repeat-look = Look
programme-repeat-would = { $count ->
    [one] One session would be made
   *[other] { $count } sessions would be made
 }
programme-repeat-do = Make them
programme-repeat-cannot = They cannot all be made so. Choose other times, or make them as drafts.
programme-repeat-others = Made together with this one
programme-repeated = { $made ->
    [one] One session was made.
   *[other] { $made } sessions were made.
 }
programme-repeat-no-day = Choose at least one day.
programme-repeat-no-hour = Write at least one time.
programme-repeat-no-length = Give the session hours or a length first.
programme-repeat-nothing = This is when it is held already. Choose another day or time.
programme-repeat-too-many = Repeat it at most { $most } times at once.
