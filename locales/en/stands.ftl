stands-title = Exhibition
stands-count = { $count ->
    [one] One stand
   *[other] { $count } stands
 }
stands-none-title = No stand to show
stands-none-text = Stands appear here once they are allotted. If you searched, clear the search.
stands-empty-title = No stands yet
stands-empty-text = Add the first stand, or import them from a file.
stands-number = Stand
stands-holder = Exhibitor
stands-shows = Shows
stands-hall = Hall
stands-free = Free
stands-size = Size
stands-electricity = Power
stands-set-up = Set-up from
stands-area = { $area } m²
stands-power = { $watts } W
stands-new = Add a stand
stands-edit = Stand
stands-square-metres = Square metres
stands-watts = Power in watts
stands-headline-en = Headline in English
stands-headline-fr = Headline in French
stands-description-en = Description in English
stands-description-fr = Description in French
stands-set-up-from = Set-up from
stands-set-up-until = Set-up until
stands-dismantle-from = Dismantling from
stands-dismantle-until = Dismantling until
stands-save = Save
stands-saved = Saved.
stands-error-hall = Name the hall, with letters or digits.
stands-error-number = Write the stand's number.
stands-error-area = “{ $text }” is no area in square metres.
stands-error-power = “{ $text }” is no power in watts.
stands-error-window = Write both a start and a later end, or neither.
stands-import-title = Import
stands-import-text = A table (CSV or XLSX), one stand a row; the holder by the key of its delegation. Stands are found again by hall and number. Nothing is written unless every row is right.
stands-import-file = File
stands-import-look = Check
stands-import-do = Import
stands-import-no-file = Choose a file.
stands-import-row = Row
stands-import-problem = What is wrong
stands-import-would = { $new } new, { $changed } written again.
stands-import-wrong = { $count ->
    [one] One row is wrong; nothing was imported.
   *[other] { $count } rows are wrong; nothing was imported.
 }
stands-imported = Imported: { $new } new, { $changed } written again.
stands-import-no-column = The column { $column } is missing.
stands-import-twice = Stand { $number } stands in the file twice.
stands-import-holder = No delegation has the key { $key }.
