## Programme, pages publiques
programme-title = Programme
programme-feed = Flux de calendrier
programme-none-title = Pas encore publié
programme-none-text = Le programme paraîtra ici avec sa première publication.
programme-days = Jours
programme-kind = Type
programme-room = Salle
programme-any-kind = Tous les types
programme-any-room = Toutes les salles
programme-any-status = Tous les états
programme-nothing-found = Rien ne correspond à ces filtres ce jour-là.
programme-time = Horaire
programme-now = En cours
programme-cancelled = annulée
programme-until = jusqu'à { $time }
programme-interpretation = Interprétation
programme-webcast = Diffusion en ligne
programme-yes = Oui
programme-people = À la tribune
programme-numbered = { $kind }, { $number }e séance
programme-chaired = Présidence : { $names }
programme-organised = Organisée par { $name }
programme-closed-kind = { $kind }, à huis clos
programme-release-line = { $name }, publié le { $time }
programme-kind-opening = Ouverture
programme-kind-plenary = Séance plénière
programme-kind-high-level-debate = Débat de haut niveau
programme-kind-discussion = Table ronde
programme-kind-workshop = Atelier
programme-kind-side-event = Manifestation parallèle
programme-kind-signing = Signature
programme-kind-press-conference = Conférence de presse
programme-kind-ceremony = Cérémonie
programme-kind-reception = Réception
programme-kind-break = Pause
programme-role-chair = Présidence
programme-role-co-chair = Coprésidence
programme-role-moderator = Modération
programme-role-speaker = Intervention
programme-role-panelist = Panel
programme-role-rapporteur = Rapport
programme-status-draft = Brouillon
programme-status-confirmed = Confirmée
programme-status-cancelled = Annulée

## Programme, gestion
programme-manage-title = Programme
programme-rooms-title = Salles de réunion
programme-new-session = Ajouter une séance
programme-edit-session = Séance
programme-new-room = Ajouter une salle
programme-edit-room = Salle de réunion
programme-status = État
programme-session = Séance
programme-empty-title = Aucune séance ici
programme-empty-text = Ajoutez la première séance ou importez le programme d'un fichier. Effacez les filtres s'il devait y en avoir.
programme-no-rooms-title = Pas encore de salle
programme-no-rooms-text = Les séances ont besoin de salles. Ajoutez la première ; une importation crée les salles qu'elle nomme.
programme-name-en = Nom en anglais
programme-name-fr = Nom en français
programme-number = Numéro de séance
programme-key = Clé
programme-key-hint = Les importations retrouvent la séance grâce à elle. Formée d'après le titre si le champ est vide, puis immuable
programme-no-room = Pas encore de salle
programme-date = Date
programme-start = De
programme-end = À
programme-organiser = Organisée par
programme-no-organiser = Personne en particulier
programme-capacity = Places
programme-for-imports = Pour les importations
programme-expected = Personnes attendues
programme-area = Dans la zone
programme-area-hint = Ses heures sont celles de la salle
programme-no-area = Aucune en particulier
programme-any-day = Tous les jours
programme-look = À examiner
programme-look-all = Toutes les séances
programme-look-doubts = Avec un point douteux
programme-look-waiting = Non publiées en l'état
programme-waiting = Pas encore publique
programme-people-hint = Un par ligne : nom | fonction | organisme
programme-interpretation-hint = Codes de langues, par exemple : ar zh en fr ru es
programme-open = Ouverte à toutes les personnes admises
programme-code = Nom court
programme-code-hint = Lettres, chiffres et traits d'union ; tiré du nom s'il est vide
programme-ordinal = Rang dans les listes
programme-save = Enregistrer
programme-saved = Enregistré. Le public le verra à la prochaine publication.
programme-saved-doubtful = Enregistré. Un point demande votre attention : voir ci-dessous.
programme-doubts = À examiner, s'il vous plaît
programme-doubt-room-held = La même salle au même moment :
programme-doubt-on-stage-twice = { $person } intervient ailleurs au même moment :
programme-doubt-too-small = { $places } personnes sont attendues et la salle compte { $seats } places.
programme-doubt-area-closed = La zone de cette salle est fermée à tous pendant une partie au moins de la séance.
programme-doubt-other-days = Cette date est en dehors des jours de la conférence.
programme-doubt-word-room-held = Salle prise deux fois
programme-doubt-word-on-stage-twice = Deux interventions simultanées
programme-doubt-word-too-small = Salle trop petite
programme-doubt-word-area-closed = Zone fermée
programme-doubt-word-other-days = Autre jour
programme-many-rooms = { $count } salles : le tableau se déplace latéralement, aussi avec les flèches du clavier.
programme-import-title = Importer
programme-import-text = Un tableau (CSV ou XLSX), une séance par ligne. Les séances sont retrouvées par leur clé : un fichier corrigé peut être importé de nouveau. Rien n'est écrit tant que toutes les lignes ne sont pas justes.
programme-import-file = Fichier
programme-import-file-hint = CSV, XLSX, schedule XML ou JSON, 8 Mo au plus
programme-import-look = Vérifier
programme-import-do = Importer
programme-import-no-file = Choisissez un fichier.
programme-import-row = Ligne
programme-import-problem = Ce qui ne va pas
programme-import-would = { $new ->
    [one] Une nouvelle séance
   *[other] { $new } nouvelles séances
 }, { $changed } modifiées.
programme-import-unchanged = { $unchanged } inchangées.
programme-import-new-rooms = Nouvelles salles : { $rooms }.
programme-import-doubtful = { $count ->
    [one] Une séance du programme serait en conflit avec une autre ou demanderait un examen
   *[other] { $count } séances du programme seraient en conflit ou demanderaient un examen
 } : la liste les signale.
programme-import-wrong = { $count ->
    [one] Une ligne est fausse ; rien n'a été importé.
   *[other] { $count } lignes sont fausses ; rien n'a été importé.
 }
programme-imported = Importé : { $new } nouvelles, { $changed } modifiées.
programme-import-no-column = La colonne { $column } manque.
programme-import-twice = La clé { $key } figure deux fois dans le fichier.
programme-import-no-key = La clé manque.
programme-import-kind = « { $kind } » n'est pas un type de séance.
programme-import-no-title = Le titre manque.
programme-import-organiser = Aucune délégation n'a la clé { $key }.
programme-import-status = « { $status } » n'est pas un état : draft, confirmed ou cancelled.
programme-import-capacity = « { $text } » n'est pas un nombre de places.
programme-wrong-date = « { $text } » n'est pas une date. Écrivez 2025-10-25.
programme-wrong-time = « { $text } » n'est pas une heure. Écrivez 09:30.
programme-error-title = Écrivez un titre dans une langue au moins.
programme-error-kind = Choisissez le type de séance.
programme-error-no-date = Indiquez la date, ou laissez la date et les heures entièrement vides.
programme-error-no-time = Indiquez l'heure, ou laissez la date et les heures entièrement vides.
programme-error-end = La fin précède le début. Une séance qui se prolonge après minuit dure { $hours } heures au plus.
programme-error-room-gone = Cette salle n'existe plus. Choisissez-en une autre.
programme-error-area-gone = Cette zone n'existe plus. Choisissez-en une autre.
programme-error-room-held = « { $title } » est confirmée dans cette salle de { $from } à { $until }. Choisissez une autre salle ou une autre heure, ou laissez cette séance à l'état de brouillon tant que l'autre n'a pas été déplacée.
programme-error-no-name = Commencez chaque ligne par un nom.
programme-wrong-language = « { $text } » n'est pas un code de langue. Écrivez des codes tels que : ar zh en fr ru es
programme-error-room-name = Écrivez le nom de la salle dans une langue au moins.
programme-error-room-code = Écrivez un nom court avec des lettres ou des chiffres.
programme-error-release-name = Nommez la publication, en 60 caractères au plus.
programme-release-title = Publier
programme-release-name = Publication { $number }
programme-release-text = { $sessions ->
    [one] Une séance confirmée ou annulée sera publiée.
   *[other] { $sessions } séances confirmées ou annulées seront publiées.
 } Les brouillons restent invisibles. Une publication ne change plus ; les corrections viennent avec la suivante.
programme-release-label = Nom de la publication
programme-release-hint = Les courriels et les pages le citent, par exemple : Publication 7
programme-release-do = Publier
programme-released = { $name } est publique.
programme-release-on-stage-twice = { $person } figure au même moment dans « { $first } » et dans « { $second } ». Déplacez d'abord l'une des deux séances.
programme-twice = Une même personne à deux endroits
programme-release-clash = « { $first } » et « { $second } » occupent la même salle en même temps. Déplacez d'abord l'une des deux.
programme-release-unplaced = « { $title } » est confirmée mais n'a pas de salle ou pas d'horaire.
programme-release-empty = Aucune séance confirmée n'a encore de salle et d'horaire.
programme-clashes = Même salle en même temps
programme-unplaced = Confirmées sans salle ou sans horaire
programme-release-doubts = À examiner avant de publier

## Programme, publications et ce qu'elles changent
programme-releases-title = Publications
programme-release-number = N°
programme-release-when = Date
programme-release-who = Par
programme-release-sessions = Séances
programme-release-changes = Changements
programme-release-told = Personnes averties
programme-release-changes-these = Par rapport à { $former }, voici ce qui changerait :
programme-release-changes-nothing = Rien n'a changé depuis { $former }.
programme-compared-with = Par rapport à { $former } :
programme-told-people = { $count ->
    [0] Personne n'a été averti par courriel.
    [one] Une personne a été avertie par courriel.
   *[other] { $count } personnes ont été averties par courriel.
 }
programme-urgent = Urgent
programme-withdrawn = ne figure plus au programme
programme-changed-title = Ce qui a changé
programme-changed-since = Depuis { $former }, les séances suivantes ont changé :
programme-changed-nothing = Aucune séance n'a changé depuis { $former }.
programme-changed-first = C'est la première publication : tout y est nouveau.
programme-before = Avant
programme-after = Maintenant
programme-when-where = Date, heure et salle
programme-what-else = Autres changements
programme-change-new = { $count ->
    [one] Une nouvelle séance
   *[other] { $count } nouvelles séances
 }
programme-change-moved = { $count ->
    [one] Une séance déplacée
   *[other] { $count } séances déplacées
 }
programme-change-changed = { $count ->
    [one] Une séance modifiée
   *[other] { $count } séances modifiées
 }
programme-change-restored = { $count ->
    [one] Une séance rétablie
   *[other] { $count } séances rétablies
 }
programme-change-cancelled = { $count ->
    [one] Une séance annulée
   *[other] { $count } séances annulées
 }
programme-change-gone = { $count ->
    [one] Une séance retirée du programme
   *[other] { $count } séances retirées du programme
 }
programme-counted-new = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
 }
programme-counted-moved = { $count ->
    [one] { $count } déplacée
   *[other] { $count } déplacées
 }
programme-counted-changed = { $count ->
    [one] { $count } modifiée
   *[other] { $count } modifiées
 }
programme-counted-restored = { $count ->
    [one] { $count } rétablie
   *[other] { $count } rétablies
 }
programme-counted-cancelled = { $count ->
    [one] { $count } annulée
   *[other] { $count } annulées
 }
programme-counted-gone = { $count ->
    [one] { $count } retirée
   *[other] { $count } retirées
 }
programme-counted-nothing = aucun changement
programme-fact-title = titre
programme-fact-description = description
programme-fact-kind = type
programme-fact-number = numéro de séance
programme-fact-room-name = nom de la salle
programme-fact-open = ouverte ou fermée
programme-fact-interpretation = interprétation
programme-fact-webcast = diffusion en ligne
programme-fact-organiser = organisateur
programme-fact-people = intervenants à la tribune

## Programme, courriels d'une publication
programme-tell = Courriels
programme-tell-hint = Ils partent dix secondes après la publication.
programme-tell-ticked = { $count ->
    [one] Avertir la personne concernée, si elle est cochée ci-dessous
   *[other] Avertir les personnes cochées ci-dessous, sur { $count } personnes concernées
 }
programme-tell-nobody = N'avertir personne
programme-tell-none = Cette publication ne concerne personne à qui l'on puisse écrire.
programme-tell-whom = { $count ->
    [one] Destinataires : une personne
   *[other] Destinataires : { $count } personnes
 }
programme-tell-these = Avertir ces personnes
programme-tell-sample = L'un de ces courriels : { $language }
programme-told-on-stage = { $name }, { $address }, à la tribune, { $language } : { $count ->
    [one] une séance
   *[other] { $count } séances
 }
programme-told-focal-point = { $name }, { $address }, point focal, { $language } : { $count ->
    [one] une séance
   *[other] { $count } séances
 }
programme-release-changed-meanwhile = Le projet de programme a changé depuis l'affichage de cette page. Vérifiez à nouveau ce qui serait publié et qui cela concerne.
programme-mail-subject = Programme : { $release }
programme-mail-subject-urgent = Changement urgent du programme : { $release }
programme-mail-dear = Bonjour { $name },
programme-mail-to-you = Le programme a changé ({ $release }). Voici ce qui vous concerne :
programme-mail-to-delegation = Le programme a changé ({ $release }). Voici ce qui concerne votre délégation :
programme-mail-reason = Motif : { $reason }
programme-mail-line = { $label } : { $value }
programme-mail-new = Nouvelle séance
programme-mail-joined = Désormais avec vous
programme-mail-left = Désormais sans vous
programme-mail-moved = Déplacée
programme-mail-changed = Modifiée
programme-mail-restored = Rétablie
programme-mail-cancelled = Annulée
programme-mail-gone = Retirée du programme
programme-mail-your-people = À la tribune pour votre délégation
programme-mail-zone = Toutes les heures sont à l'heure de { $zone }.
programme-mail-calendar = Une mise à jour pour votre agenda accompagne ce courriel.
programme-mail-all = Tout ce qui a changé
## Programme, lieux
programme-building = Bâtiment
programme-no-building = Aucun en particulier
programme-error-building-gone = Ce bâtiment n'existe plus. Choisissez-en un autre.
programme-floor = Étage
programme-on-floor = étage { $floor }
programme-part-of = Partie de
programme-part-of-hint = Une salle divisible : occuper une partie, c'est occuper le tout
programme-part-of-none = Ne fait partie d'aucune autre salle
programme-parts = Se divise en
programme-turnover = Remise en état
programme-turnover-hint = Minutes entre deux séances
programme-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
programme-booths = Cabines d'interprétation
programme-accessibility = Accessibilité
programme-access-step-free = De plain-pied
programme-access-hearing-loop = Boucle magnétique
programme-access-accessible-toilet = Toilettes accessibles
programme-access-wheelchair-places = Places pour fauteuils roulants
programme-access-stage-ramp = Rampe vers la tribune
programme-access-note = Accès à la salle
programme-access-note-hint = Par exemple : ascenseur depuis l'entrée est
programme-equipment = Équipement
programme-equipment-hint = Par exemple : deux écrans, un pupitre, six microphones
programme-layout = Disposition
programme-any-layout = N'importe laquelle
programme-layouts = Places selon la disposition
programme-layouts-and-hours = Dispositions et heures
programme-layout-theatre = Théâtre
programme-layout-classroom = Classe
programme-layout-boardroom = Conseil
programme-layout-banquet = Banquet
programme-layout-standing = Debout
programme-import-layout = « { $layout } » n'est pas une disposition : theatre, classroom, boardroom, banquet ou standing.
programme-windows = Heures
programme-windows-hint = Une par ligne, par exemple 2026-10-25 08:00-20:00. Aucune : dès que la zone est ouverte
programme-error-window = « { $text } » n'est pas un jour avec ses heures. Écrivez 2026-10-25 08:00-20:00.
programme-back-to-room = Retour
programme-room-saved = Enregistré.
programme-change-room = Modifier
programme-room-facts = Ce que la salle offre
programme-room-bare = On ne connaît encore de cette salle que son nom.
programme-room-days = Jour par jour
programme-room-idle = Rien n'y est prévu.
programme-photo = Photo
programme-photo-of = { $room }, photographie
programme-photo-hint = JPEG, PNG ou WebP, 10 Mo au plus
programme-plan = Plan
programme-plan-hint = Une image ou un PDF, 10 Mo au plus. Tout le monde le voit sur les pages des séances
programme-pictures = Photo et plan
programme-remove-photo = Retirer la photo
programme-remove-plan = Retirer le plan
programme-pictures-kept = Enregistré.
programme-error-no-picture = Choisissez un fichier.
programme-block = Bloquer cette salle
programme-block-do = Bloquer
programme-blocked = Bloquée
programme-blocked-by = S'adresser à : { $owner }
programme-reason = Motif
programme-owner = À qui s'adresser
programme-owner-hint = Par exemple : l'équipe de scène
programme-contact = Comment les joindre
programme-contact-hint = Un numéro de téléphone ou une adresse
programme-error-blocker-end = La fin doit suivre le début.
programme-blocker-added = La salle est bloquée.
programme-blocker-ended = La salle est de nouveau disponible.
programme-blocker-removed = Le blocage est levé.
programme-blocker-back = La salle est de nouveau bloquée.
programme-nothing-done = Rien n'a été modifié.
programme-end-now = Terminer maintenant
programme-remove = Retirer
programme-doubt-part-held = En même temps dans { $room } :
programme-doubt-turnover = Il faut à la salle { $needed } minutes entre deux séances, il y en a { $gap } :
programme-doubt-too-far = Il faut à { $person } { $needed } minutes pour gagner l'autre tribune, il y en a { $gap } :
programme-doubt-blocked = La salle est bloquée ({ $reason }) :
programme-doubt-too-small-so = { $places } personnes sont attendues et la salle a { $seats } places ({ $layout }).
programme-doubt-no-layout = La salle n'a pas cette disposition : { $layout }.
programme-doubt-few-booths = L'interprétation en { $tongues } langues demande autant de cabines, et la salle en a { $booths }.
programme-doubt-not-available = La salle n'est pas disponible pendant une partie de la séance au moins.
programme-doubt-word-turnover = Remise en état trop courte
programme-doubt-word-too-far = Trajet trop long
programme-doubt-word-blocked = Salle bloquée
programme-doubt-word-no-layout = Disposition absente
programme-doubt-word-few-booths = Cabines insuffisantes
programme-doubt-word-not-available = Salle indisponible
programme-out-begin = Commencez à { $time } ou plus tard.
programme-out-end = Terminez à { $time } ou plus tôt.
programme-out-ask = Adressez-vous à { $owner }, ou prenez une autre salle.
programme-out-room = { $room } est libre à ce moment-là.
programme-error-part-held = « { $title } » est confirmée de { $from } à { $until } dans { $room }, qui a une partie en commun avec cette salle. Choisissez une autre salle ou une autre heure, ou gardez cette séance à l'état de projet tant que l'autre n'a pas été déplacée.
programme-venue-title = Bâtiments et trajets
programme-buildings = Bâtiments
programme-no-buildings = Aucun bâtiment encore. Avec des bâtiments, il suffit d'indiquer une fois le trajet de l'un à l'autre.
programme-new-building = Ajouter un bâtiment
programme-building-name = Nom du bâtiment
programme-error-building-name = Écrivez le nom du bâtiment dans une langue au moins.
programme-whole-building = { $name }, n'importe quelle salle
programme-any-building = Tous les bâtiments
programme-in-no-building = Dans aucun bâtiment
programme-count-rooms = { $count ->
    [0] aucune salle
    [one] { $count } salle
   *[other] { $count } salles
 }
programme-count-booths = { $count ->
    [one] { $count } cabine
   *[other] { $count } cabines
 }
programme-count-sessions = { $count ->
    [0] aucune séance
    [one] { $count } séance
   *[other] { $count } séances
 }
programme-part-of-it = partie de { $room }
programme-sessions = Séances
programme-no-room-found = Aucune salle ne répond à ces filtres.
programme-walks = Minutes de marche
programme-walks-text = Les mêmes dans les deux sens. Ce qui est dit de deux salles l'emporte sur ce qui est dit de leurs bâtiments ; un bâtiment avec lui-même dit la distance entre ses salles. Videz les minutes pour supprimer un trajet.
programme-walk-from = De
programme-walk-to = À
programme-walk-minutes = Minutes
programme-walk-label = Minutes de { $from } à { $to }
programme-walk-choose = Choisissez
programme-within = entre ses propres salles
programme-error-same-room = Choisissez une autre salle que la première.


## Programme, ce qui ne peut attendre
programme-urgent-link = Modifier tout de suite
programme-urgent-title = Modifier tout de suite ce qui est public
programme-urgent-text = La publication suivante est faite aussitôt, avec ce seul changement : le reste du projet n'est pas publié. Le projet suit, et les courriels partent sans délai.
programme-urgent-public = Publié actuellement
programme-urgent-told = Seront averties
programme-urgent-told-nobody = Personne à qui l'on puisse écrire
programme-urgent-told-people = { $count ->
    [one] Une personne :
   *[other] { $count } personnes :
 }
programme-urgent-cancel = La séance est annulée
programme-urgent-reason-en = Motif en anglais
programme-urgent-reason-fr = Motif en français
programme-urgent-reason-hint = Le public le lit, ainsi que toutes les personnes averties
programme-urgent-do = Publier ce changement maintenant
programme-urgent-no-time = Indiquez la date et les heures.
programme-urgent-no-reason = Indiquez le motif, dans une langue au moins.
programme-urgent-nothing = La séance est déjà publiée ainsi.
programme-urgent-changed-meanwhile = Une publication plus récente existe. Vérifiez ce qui est public.
programme-urgent-held = « { $title } » occupe cette salle de { $from } à { $until } dans le programme publié. Choisissez une autre salle ou une autre heure.
programme-urgent-on-stage = { $person } est à la tribune de « { $title } » de { $from } à { $until }. Choisissez une autre heure.
programme-urgent-name = Publication { $number }, urgente { $time }
programme-urgent-moved = Modifiée à { $time } ; auparavant : { $before }.
programme-urgent-off = Annulée à { $time } ; elle était prévue le { $before }.
