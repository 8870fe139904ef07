# Many portraits at once
portraits-many = Portraits
portraits-title = Many portraits at once
portraits-lede = Choose the pictures of all your people together. Each is matched by the name of its file; you see every face beside its name, and nothing is kept before you say so.
portraits-pictures = Pictures
portraits-pictures-hint = Choose up to 60, or drop them here. JPEG, PNG or WebP, at least 480 by 640 pixels; or a ZIP file of them.
portraits-send = Send the pictures
portraits-nothing-sent = Choose one picture or several.
portraits-too-many = { $most } pictures wait already. Keep those first, then send the others.
portraits-zip-damaged = This ZIP file cannot be opened; it may be damaged. Pack the pictures again, or send them one beside the other.
portraits-zip-locked = This ZIP file is locked with a password. Pack the pictures again without one, or send them one beside the other.
portraits-zip-too-large = This ZIP file unpacks to more than can be taken. Send smaller pictures, or several files.
portraits-zip-too-many-files = This ZIP file holds more than { $most } files. Send several smaller ones.
portraits-zip-empty = There are no files in this ZIP file.
portraits-sending = { "{n}" } of { "{m}" }
portraits-cut = The line is cut. What was sent is kept; going on by itself as soon as it is back.
portraits-sent = All pictures are here.
portraits-names-example = Name the files as the people are called, in any order and script: “Amukugo Selma.jpg”, “selma_amukugo.png”. The number of the file (“417.jpg”), the row of your sheet (“row 5.jpg”) or the number of the passport do as well.
portraits-lacking = { $count ->
    [0] Everybody whose file you can change has a portrait.
    [one] One person whose file you can change has no portrait yet.
   *[other] { $count } people whose files you can change have no portrait yet.
}
portraits-nobody = There is nobody to give a portrait to
portraits-nobody-text = Portraits are for people whose files you can still change: drafts, and files that were returned to you. Add people first.
portraits-counts = { $matched } matched, { $open } to match
portraits-to-match = To match
portraits-matched = Matched by the name of the file
portraits-bad = Cannot be used
portraits-whose = Whose portrait is this?
portraits-choose = Choose
portraits-candidates = It may be
portraits-everybody = Everybody
portraits-choice = { $name } (file { $reference })
portraits-let-go = Leave this picture out
portraits-change = Somebody else
portraits-fits-nobody = The name of the file fits nobody.
portraits-fits-several = The name fits { $count } people.
portraits-fits-twice = Another picture fits { $name }, too.
portraits-fits-frozen = It fits { $name }, whose file cannot be changed now: { $status }.
portraits-on-file = The portrait on file
portraits-replace = Replace the portrait on file
portraits-keep = { $count ->
    [0] Keep what I chose
   *[other] Keep the portraits
}
portraits-keep-note = What you say nothing about waits here until tomorrow.
portraits-nobody-such = This person is no longer in your list. Choose somebody else.
portraits-frozen = The file of { $name } was handed in meanwhile and cannot be changed now.
portraits-two-for-one = Two pictures are for { $name }. Choose one, and leave the other out.
portraits-given = { $given ->
    [0] No portrait was kept.
    [one] One portrait kept.
   *[other] { $given } portraits kept.
} { $left ->
    [0] { "" }
    [one] One picture still waits for its person.
   *[other] { $left } pictures still wait for their people.
}

# Check and submit
check-title = Check and submit
check-lede = Who is ready to be submitted, and what the others still lack. Places go in the order of your list.
check-counts = { $ready } ready, { $open } to mend
check-ready = Ready to be submitted
check-take-along = Submit { $name }
check-submit = Submit the people ticked
check-submit-one = Submit this person
check-submit-many = Submit these { "{n}" } people
check-nobody-ticked = Nobody is ticked. Tick at least one person to submit, then press the button again.
check-freezes = After that their identity data can be changed only through the secretariat.
check-open = To mend first
check-why = What is in the way
check-lacks = Missing: { $fields }
check-no-place = No place is left: { $cap } in this category, and those before on your list take the last ones.
check-lacks-something = Something is missing in this file.
check-left-after = { $left } of { $cap } left afterwards
check-nobody = There are no drafts
check-nobody-text = Everybody in your list has been submitted, or nobody has been added yet.
check-refused = Nobody was submitted
check-refused-one = { $name }: { $why }
check-returned = { $count ->
    [one] One file was returned to you. Mend it and submit it on its own page:
   *[other] { $count } files were returned to you. Mend and submit each on its own page:
}

# Receipts
receipt-title = Receipt { $number }
receipt-lede = { $count ->
    [one] One person was submitted for accreditation.
   *[other] { $count } people were submitted for accreditation.
}
receipt-line = Receipt { $number }, { $at }: { $count ->
    [one] one person
   *[other] { $count } people
}
receipt-all = Receipts
receipt-all-lede = One for each time that people were submitted together, the latest first. Each can be opened again and printed.
receipt-none = There are no receipts yet
receipt-none-text = You get one when you check your list and submit people together.
receipt-name = Receipt
receipt-count = People
receipt-paper = On paper
receipt-pdf-of = Receipt { $number } as PDF
receipt-some-left = { $count ->
    [one] One person could not be submitted and is still a draft: see what is in the way.
   *[other] { $count } people could not be submitted and are still drafts: see what is in the way.
}
receipt-pdf = Receipt as PDF
receipt-check = See who is still a draft
receipt-when = Submitted on
receipt-by = By
receipt-people = People submitted
receipt-places = Places left at that time
receipt-note = The accreditation unit looks at each file now. You hear of every file that needs something; a list of all stands on your delegation's page.
receipt-page-of = Page { $page } of { $pages }
receipt-mail-subject = { $count ->
    [one] Received: one file of your delegation
   *[other] Received: { $count } files of your delegation
}
receipt-mail-text = { $by } has submitted these people for { $delegation }:
receipt-mail-line = { $reference }: { $name }
receipt-mail-next = The accreditation unit looks at each file now. You get a mail only where something is missing.
receipt-mail-open = Open the receipt

# The portrait of one person
portrait-take = Take a picture
portrait-shoot = Take it now
portrait-sending = { "{sent}" } of { "{size}" } KB sent
portrait-cut = The line is cut at { "{sent}" } of { "{size}" } KB. It goes on by itself; you can go on with the form.
portrait-sent = The picture is here ({ "{size}" } KB).
portrait-kept = The picture that you sent is kept and goes with this form.
portrait-unreadable = This browser cannot show this file. It is sent as it is, and you are told if it cannot be used.
portrait-no-camera = The camera cannot be used. Choose a picture instead.
portrait-upload-gone = The picture that you sent is no longer here. Choose it again.
portrait-tool = Cut and turn the picture
portrait-tool-hint = The face belongs in the oval. Drag the picture, or use the buttons.
portrait-canvas = The picture as it is cut. Arrow keys move it, plus and minus change its size.
portrait-too-small = This picture is too small: at least 480 by 640 pixels are needed. Choose a larger one.
portrait-turn-left = Turn left
portrait-turn-right = Turn right
portrait-larger = Larger
portrait-smaller = Smaller
portrait-move-start = Move towards the start of the line
portrait-move-end = Move towards the end of the line
portrait-move-up = Move up
portrait-move-down = Move down
portrait-anew = As at first

# Columns that the reader does not know, and the demonstration's sample
people-sheet-unknown = { $count ->
    [one] One column has a heading that is not known
   *[other] { $count } columns have headings that are not known
}
people-sheet-remembered = { $count ->
    [one] One column is read as you said
   *[other] { $count } columns are read as you said
}
people-sheet-unknown-text = Say what each means, or that it is to be passed over. It is remembered for your next sheet.
people-sheet-unsaid = Not said yet
people-sheet-ignore = Pass over this column
people-sheet-say-columns = Read the sheet so
people-sheet-sample = Try it with a sample
people-sheet-sample-text = This is a demonstration: thirty invented people, with three mistakes among them.
portraits-sample = Send twelve sample portraits
portraits-sample-zip = or fetch them as a ZIP file and drop them here
portraits-sample-text = This is a demonstration: there are drawn portraits for the first twelve people of the sample sheet. Specimens of their passports go into their files with them.
portraits-sample-name = sample-portraits
