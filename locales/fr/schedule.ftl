schedule-import-text = Ou bien un programme venu d'un autre logiciel : XML ou JSON de la famille frab (Pentabarf, frab, pretalx), et les nôtres. Ses séances sont retrouvées par l'identité que le fichier leur donne. Ce qui a changé dans le fichier depuis la dernière fois est repris ; ce qui a été changé ici entre-temps reste.
schedule-line = Ligne
schedule-session = Séance
schedule-from = De
schedule-to = À
schedule-moves = { $count ->
    [one] Une séance est déplacée
   *[other] { $count } séances sont déplacées
 }
schedule-missing = { $count ->
    [one] Une séance n'est plus dans le fichier
   *[other] { $count } séances ne sont plus dans le fichier
 }
schedule-cancel-missing = Annuler ce qui n'est plus dans le fichier
schedule-moved = { $count ->
    [one] Une séance a été déplacée.
   *[other] { $count } séances ont été déplacées.
 }
schedule-cancelled = { $count ->
    [one] Une séance a été annulée.
   *[other] { $count } séances ont été annulées.
 }
schedule-wrong = { $count ->
    [one] Ce fichier n'est pas un programme lisible ; rien n'a été importé. Un endroit est faux.
   *[other] Ce fichier n'est pas un programme lisible ; rien n'a été importé. { $count } endroits sont faux.
 }
schedule-not-utf8 = Il y a ici une lettre qui n'est pas en UTF-8. Enregistrez le fichier dans cet encodage.
schedule-not-json = Le JSON s'interrompt ou est faux ici, à la colonne { $column }.
schedule-not-xml = Le XML est faux ici : { $reason }
schedule-own-entities = Le fichier définit ses propres entités (DOCTYPE), dont un programme n'a pas besoin. Retirez-les.
schedule-no-days = Ceci n'est pas un programme : la conférence et ses journées manquent.
schedule-empty = Il n'y a aucune séance dans ce fichier.
schedule-too-many = Plus de { $most } séances, c'est trop pour un fichier.
schedule-no-event = Ce qui se trouve dans la salle { $room } n'est pas une séance.
schedule-twice = { $name } { $text } se trouve déjà à la ligne { $line } : deux séances ne peuvent pas n'en faire qu'une.
schedule-wrong-id = { $event } : l'id { $text } n'est pas un nombre entier supérieur à 0.
schedule-wrong-guid = { $event } : le guid { $text } n'est pas un UUID.
schedule-no-id = { $event } : ni id ni guid, la séance ne pourrait pas être retrouvée.
schedule-no-title = { $event } : le titre manque.
schedule-no-room = { $event } : la salle manque.
schedule-wrong-date = { $event } : « { $text } » n'est pas une date avec son heure. Écrivez par exemple 2025-10-25T09:00:00+07:00.
schedule-wrong-duration = { $event } : « { $text } » n'est pas une durée d'un jour au plus. Écrivez par exemple 01:30.
schedule-too-long = { $event } : { $name } compte plus de { $most } caractères.
