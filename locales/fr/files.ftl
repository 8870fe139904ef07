## Un fichier remis
file-empty = Choisissez un fichier ; celui-ci est vide.
file-too-large = Le fichier est trop volumineux : { $megabytes } Mo au maximum.
form-files-too-large = Ce fichier dépasse la taille admise pour ce champ. Il n'a pas été pris ; tout ce que vous avez saisi est conservé.
file-wrong-type = Ce type de fichier n'est pas accepté. Types possibles : { $types }. C'est le contenu qui compte, non le nom.

## Un tableau remis
table-empty = Ce tableau est vide. Sa première ligne doit nommer les colonnes.
table-unreadable = Ce fichier ne peut pas être lu comme un tableau. Enregistrez-le en CSV (UTF-8) ou en classeur Excel (.xlsx), puis envoyez-le de nouveau.
table-old-excel = Ce classeur est d'un format ancien (.xls). Enregistrez-le en .xlsx ou en CSV, puis envoyez-le de nouveau.
table-heading-twice = Deux colonnes s'appellent « { $heading } ». Supprimez ou renommez l'une des deux.
table-too-many-rows = Le tableau compte trop de lignes. On en lit { $most } au plus à la fois ; divisez-le.
table-too-many-columns = Le tableau compte trop de colonnes. On en lit { $most } au plus.
table-cell-too-long = La ligne { $row } contient une cellule de plus de { $most } caractères. Un guillemet n'est peut-être pas fermé.
table-unpacks-too-large = Ce classeur occupe, une fois décompressé, bien plus de place qu'un tableau n'en demande. Copiez les lignes dans un nouveau classeur et envoyez celui-ci.
table-quotation-open = Un guillemet ouvert à la ligne { $row } n'est jamais refermé.
