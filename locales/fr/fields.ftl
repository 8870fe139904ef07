# Ce qui se dit d'un champ à corriger, dans tous les formulaires.
field-required = Veuillez remplir ce champ.
field-choose = Veuillez faire un choix.
field-too-long = Le texte est trop long : { $most } caractères au plus.
field-not-readable = Ce texte contient un caractère qui ne peut pas être affiché. Veuillez le saisir de nouveau.
field-not-an-address = Cette adresse électronique n'est pas valable. Elle devrait ressembler à nom@example.org.
field-not-a-number = Veuillez indiquer un nombre entier entre { $least } et { $most }.
field-not-a-day = Ce jour n'existe pas. Veuillez le vérifier.
field-not-a-time = Veuillez indiquer un jour et une heure.
