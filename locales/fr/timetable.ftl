## Programme, grille horaire
timetable-title = Grille horaire
timetable-all-days = Tous les jours
timetable-undo = Annuler
timetable-redo = Rétablir
timetable-undo-this = Remettre « { $title } » où elle était
timetable-redo-this = Déplacer de nouveau « { $title } »
timetable-lately = Historique
timetable-lately-nothing = Personne n'a encore rien déplacé.
timetable-help = Aide
timetable-help-drag-key = Glisser
timetable-help-drag = une séance vers une autre heure ou une autre salle, vers un jour ci-dessus ou parmi celles sans place ; sur un écran tactile, appuyez d'abord longuement
timetable-help-enter = ouvre une séance : ce qui est douteux, et où elle pourrait aller
timetable-help-time = cinq minutes plus tôt ou plus tard
timetable-help-room = la salle voisine
timetable-help-length = cinq minutes de moins ou de plus
timetable-help-escape = lâche ce qui est déplacé et le laisse où il était
timetable-help-undo = annule votre dernier déplacement, jusqu'à cinquante
timetable-help-redo = le rétablit
timetable-help-closed = la salle n'est pas disponible, ou elle est tenue comme partie d'une grande salle
timetable-help-draft = Les déplacements ne changent que le brouillon. Le public les voit avec la prochaine publication, et personne ne reçoit de message avant.
timetable-print = Imprimer
timetable-list = Liste
timetable-rooms = Salles
timetable-area = Zone
timetable-delegation = Délégation
timetable-any-area = Toutes les zones
timetable-any-language = Toutes les langues
timetable-any-delegation = Toutes les délégations
timetable-all-rooms = Toutes les salles
timetable-used-rooms = Salles utilisées ce jour-là
timetable-found = { $count ->
    [one] Une séance sur { $all } ressort.
   *[other] { $count } séances sur { $all } ressortent.
 }
timetable-clear = Effacer les filtres
timetable-seats = { $count ->
    [one] une place
   *[other] { $count } places
 }
timetable-hidden-rooms = { $count ->
    [one] une salle masquée
   *[other] { $count } salles masquées
 }
timetable-closed = Fermée
timetable-held-through = { $title } : { $room }
timetable-no-rooms-title = Aucune salle à montrer
timetable-no-rooms-text = Les séances se placent dans les colonnes des salles de réunion. Ajoutez des salles, ou affichez-les de nouveau toutes.
timetable-nothing-that-day = Rien n'est encore prévu ce jour-là.
timetable-tray = Sans place
timetable-tray-empty = Chaque séance a sa salle et son heure.
timetable-lost = Cela n'est pas parvenu au serveur, et rien n'a été déplacé. Essayez de nouveau.
timetable-left = Laissée où elle était.
timetable-close = Fermer
timetable-place = { $room }, { $day }, { $from }–{ $until }
timetable-place-no-room = { $day }, { $from }–{ $until }, encore sans salle
timetable-place-no-time = { $room }, encore sans heure
timetable-place-tray = encore sans salle ni heure
timetable-happened-moved = { $who } a déplacé « { $title } » : { $place }
timetable-happened-undone = { $who } a remis « { $title } » : { $place }
timetable-moved = « { $title } » est déplacée : { $place }.
timetable-moved-breaks = { $count ->
    [one] Un point à examiner est apparu.
   *[other] { $count } points à examiner sont apparus.
 }
timetable-undone = « { $title } » est remise : { $place }.
timetable-redone = « { $title } » est de nouveau déplacée : { $place }.
timetable-moved-since-by = { $who } a déplacé « { $title } » entre-temps. Elle est maintenant ici : { $place }.
timetable-changed-since = « { $title } » a été modifiée entre-temps. Elle est maintenant ici : { $place }.
timetable-step-passed = Elle y est restée, et ce déplacement de votre part ne peut plus être annulé ni rétabli.
timetable-nothing-to-undo = Il ne reste aucun déplacement de votre part à annuler.
timetable-nothing-to-redo = Il n'y a aucun déplacement de votre part à rétablir.
timetable-move-title = Déplacer « { $title } »
timetable-now = Maintenant : { $place }
timetable-edit = Ouvrir la séance
timetable-doubts-now = Là où elle est maintenant
timetable-day = Jour
timetable-no-day = Encore sans heure
timetable-length = Minutes
timetable-error-length = Écrivez la durée en minutes, de 1 à { $most }.
timetable-look = Montrer ce que cela ferait
timetable-where-it-is = C'est là qu'elle est. Choisissez un autre jour, une autre heure, une autre durée ou une autre salle pour voir ce que ferait un déplacement.
timetable-move = Déplacer
timetable-to-tray = Lui retirer sa place
timetable-free-rooms = Salles libres à cette heure
timetable-free-times = Heures libres dans cette salle
timetable-room-with-seats = { $room }, { $count ->
    [one] une place
   *[other] { $count } places
 }
timetable-breaks = Cela dérangerait
timetable-mends = Cela arrangerait
timetable-breaks-nothing = Cela ne dérangerait rien.
timetable-told = { $count ->
    [0] La prochaine publication n'en informerait personne.
    [one] La prochaine publication en informerait une personne :
   *[other] La prochaine publication en informerait { $count } personnes :
 }
timetable-told-first = { $count ->
    [0] Rien n'est encore publié ; la première publication n'en informerait personne.
    [one] Rien n'est encore publié ; la première publication en informerait une personne :
   *[other] Rien n'est encore publié ; la première publication en informerait { $count } personnes :
 }
timetable-told-draft = Un brouillon n'est pas publié : personne ne recevrait de message.
timetable-told-same = C'est ainsi que le public la connaît : personne ne recevrait de message.
timetable-told-unplaced = Confirmée sans salle ou sans heure, elle empêche toute publication.
timetable-told-in = { $language } { $count }
timetable-told-more = et { $count } de plus
timetable-letter-opening = O
timetable-letter-plenary = P
timetable-letter-high-level-debate = H
timetable-letter-discussion = D
timetable-letter-workshop = A
timetable-letter-side-event = E
timetable-letter-signing = S
timetable-letter-press-conference = M
timetable-letter-ceremony = C
timetable-letter-reception = R
timetable-letter-break = –
timetable-link = Grille horaire
