## A file that somebody hands in
file-empty = Choose a file; this one is empty.
file-too-large = The file is too large. It may have at most { $megabytes } MB.
form-files-too-large = This file is larger than its field takes. It was not taken; everything else you typed is still here.
file-wrong-type = This is not a file of a type we accept: { $types }. The content counts, not the name.

## A table that somebody brings
table-empty = There is nothing in this table. Its first row names the columns.
table-unreadable = This file cannot be read as a table. Save it as CSV (UTF-8) or as an Excel workbook (.xlsx) and send it again.
table-old-excel = This is a workbook of an old kind (.xls). Save it as .xlsx or as CSV and send it again.
table-heading-twice = Two columns are called “{ $heading }”. Remove or rename one of them.
table-too-many-rows = The table has too many rows. At most { $most } are read at once; divide it.
table-too-many-columns = The table has too many columns. At most { $most } are read.
table-cell-too-long = Row { $row } has a cell of more than { $most } characters. Perhaps a quotation mark is not closed.
table-unpacks-too-large = This workbook unpacks to far more than a table needs. Copy the rows into a new one and send that.
table-quotation-open = A quotation mark opens in row { $row } and never closes.
