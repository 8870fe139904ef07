stands-title = Exposition
stands-count = { $count ->
    [one] Un stand
   *[other] { $count } stands
 }
stands-none-title = Aucun stand à montrer
stands-none-text = Les stands paraissent ici dès leur attribution. Si vous avez cherché, effacez la recherche.
stands-empty-title = Pas encore de stand
stands-empty-text = Ajoutez le premier stand ou importez-les d'un fichier.
stands-number = Stand
stands-holder = Exposant
stands-shows = Présente
stands-hall = Hall
stands-free = Libre
stands-size = Surface
stands-electricity = Puissance
stands-set-up = Montage dès
stands-area = { $area } m²
stands-power = { $watts } W
stands-new = Ajouter un stand
stands-edit = Stand
stands-square-metres = Mètres carrés
stands-watts = Puissance en watts
stands-headline-en = Accroche en anglais
stands-headline-fr = Accroche en français
stands-description-en = Description en anglais
stands-description-fr = Description en français
stands-set-up-from = Montage, de
stands-set-up-until = Montage, à
stands-dismantle-from = Démontage, de
stands-dismantle-until = Démontage, à
stands-save = Enregistrer
stands-saved = Enregistré.
stands-error-hall = Nommez le hall, avec des lettres ou des chiffres.
stands-error-number = Écrivez le numéro du stand.
stands-error-area = « { $text } » n'est pas une surface en mètres carrés.
stands-error-power = « { $text } » n'est pas une puissance en watts.
stands-error-window = Écrivez un début et une fin postérieure, ou aucun des deux.
stands-import-title = Importer
stands-import-text = Un tableau (CSV ou XLSX), un stand par ligne ; l'exposant par la clé de sa délégation. Les stands sont retrouvés par hall et numéro. Rien n'est écrit tant que toutes les lignes ne sont pas justes.
stands-import-file = Fichier
stands-import-look = Vérifier
stands-import-do = Importer
stands-import-no-file = Choisissez un fichier.
stands-import-row = Ligne
stands-import-problem = Ce qui ne va pas
stands-import-would = { $new } nouveaux, { $changed } réécrits.
stands-import-wrong = { $count ->
    [one] Une ligne est fausse ; rien n'a été importé.
   *[other] { $count } lignes sont fausses ; rien n'a été importé.
 }
stands-imported = Importé : { $new } nouveaux, { $changed } réécrits.
stands-import-no-column = La colonne { $column } manque.
stands-import-twice = Le stand { $number } figure deux fois dans le fichier.
stands-import-holder = Aucune délégation n'a la clé { $key }.
