## Un fichier remis
file-empty = Choisissez un fichier ; celui-ci est vide.
file-too-large = Le fichier est trop volumineux : { $megabytes } Mo au maximum.
file-wrong-type = Ce type de fichier n'est pas accepté. Types possibles : { $types }. C'est le contenu qui compte, non le nom.
