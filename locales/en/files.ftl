## A file that somebody hands in
file-empty = Choose a file; this one is empty.
file-too-large = The file is too large. It may have at most { $megabytes } MB.
file-wrong-type = This is not a file of a type we accept: { $types }. The content counts, not the name.
