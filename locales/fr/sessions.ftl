## Séances : ce qu'elles disent, et qui intervient
programme-fact-recorded = enregistrement
programme-fact-agenda-item = point de l'ordre du jour
programme-fact-audience = public admis
programme-error-duration = « { $text } » n'est pas une durée de séance. Indiquez des minutes, de 5 à 1440, ou des heures et des minutes : 1:30
programme-import-audience = Aucune catégorie n'a la lettre { $letter }.

## Séances : le formulaire
programme-text-title = Titre
programme-text-description = Description
programme-text-agenda-item = Point de l'ordre du jour
programme-other-languages = Dans d'autres langues
programme-duration = Durée
programme-duration-hint = En minutes, tant que l'heure n'est pas fixée
programme-co-organiser = Avec le concours de
programme-audience = Public admis
programme-audience-hint = Aucune case cochée : toutes les personnes que la salle admet
programme-recorded = Enregistrée
programme-recording = Enregistrement
programme-recorded-public = Cette séance est enregistrée
programme-stage-hint = Écrivez un nom et cherchez s'il s'agit d'un participant ; sinon, la personne reste un invité désigné par son nom.
programme-role = Rôle
programme-person-name = Nom
programme-person-title = Titre ou fonction
programme-person-affiliation = Délégation ou organisation
programme-person-email = Adresse électronique
programme-person-language = Langue
programme-person-any-language = Non connue
programme-person-find = Chercher parmi les participants
programme-person-none-found = Personne ne porte ce nom. Il reste celui d'un invité.
programme-person-unknown = Non relié à un participant
programme-person-unlink = C'est quelqu'un d'autre
programme-person-of = { $delegation }, n° { $number }
programme-person-accredited = Accrédité
programme-person-awaited = Accréditation attendue
programme-person-not-coming = Non accrédité
programme-person-up = Monter
programme-person-down = Descendre
programme-person-remove = Retirer
programme-person-more = Plus de lignes
programme-person-guest = Un invité qui n'est pas participant
programme-person-paste = Plusieurs à la fois
programme-person-paste-label = Noms
programme-person-paste-do = Ajouter
programme-error-role = Choisissez le rôle de cette personne.
programme-error-person-gone = Ce participant n'existe plus. Cherchez-le de nouveau.

## Invités à la tribune
programme-guest-link = Inviter…
programme-guest-save-first = Enregistrez la séance ; l'invité pourra ensuite être invité à se faire accréditer.
programme-guest-title = Inviter une personne
programme-guest-lede = L'invité reçoit un message avec un lien personnel et remplit un formulaire. La délégation que vous choisissez le présente ensuite, comme pour tout participant.
programme-guest-mail-language = Langue du message
programme-guest-delegation = Dans quelle délégation
programme-guest-delegation-hint = Son point focal présente le formulaire
programme-guest-category = Catégorie
programme-guest-choose = Choisir
programme-guest-note-label = Ce que le message dit en plus
programme-guest-note = Nous souhaitons vous compter parmi les intervenants de « { $title } » ({ $role }), le { $when }.
programme-guest-note-undated = Nous souhaitons vous compter parmi les intervenants de « { $title } » ({ $role }).
programme-guest-send = Envoyer l'invitation
programme-guest-invited = { $name } a été invité à l'adresse { $email }.
programme-guest-known = Cet invité est déjà connu comme participant.
programme-guest-no-place = Cette délégation n'a plus de place dans cette catégorie. Choisissez-en une autre, ou relevez d'abord son quota.

## Documents d'une séance
programme-documents-title = Documents
programme-documents-none = Cette séance n'a pas encore de document.
programme-document-title = Titre
programme-document-language = Langue
programme-document-file = Fichier
programme-document-hint = PDF ou fichier bureautique (DOCX, XLSX, PPTX, ODT, ODS, ODP), 20 Mo au plus
programme-document-size = { $kind }, { $size } ko
programme-document-public = Public
programme-document-staff = Réservé au personnel
programme-document-is-public = Tout le monde peut le lire dès que la séance est publiée
programme-document-acts = Actions possibles
programme-document-publish = Rendre public
programme-document-withhold = Réserver au personnel
programme-document-remove = Supprimer
programme-document-remove-sure = Supprimer « { $title } » ? Le fichier est effacé.
programme-document-add = Ajouter un document
programme-document-added = « { $title } » a été ajouté.
programme-document-published = Le document est public.
programme-document-withheld = Le document est réservé au personnel.
programme-document-removed = Le document a été supprimé.
programme-document-no-file = Choisissez un fichier.

## Une séance répétée
programme-repeat-link = Répéter…
programme-repeat-title = Répéter cette séance
programme-repeat-lede = La même séance à d'autres jours ou à d'autres heures : la salle, les intervenants et les textes sont repris, et chacune vit ensuite pour elle-même. Toutes sont créées, ou aucune.
programme-repeat-days = Ces jours-là
programme-repeat-hours = À ces heures
programme-repeat-hours-hint = Par exemple : 08:30, 13:00
programme-repeat-look = Examiner
programme-repeat-would = { $count ->
    [one] Une séance serait créée
   *[other] { $count } séances seraient créées
 }
programme-repeat-do = Les créer
programme-repeat-cannot = Elles ne peuvent pas toutes être créées ainsi. Choisissez d'autres heures, ou créez-les comme projets.
programme-repeat-others = Créées en même temps que celle-ci
programme-repeated = { $made ->
    [one] Une séance a été créée.
   *[other] { $made } séances ont été créées.
 }
programme-repeat-no-day = Choisissez au moins un jour.
programme-repeat-no-hour = Indiquez au moins une heure.
programme-repeat-no-length = Donnez d'abord des heures ou une durée à la séance.
programme-repeat-nothing = C'est déjà son horaire. Choisissez un autre jour ou une autre heure.
programme-repeat-too-many = Répétez-la au plus { $most } fois à la fois.
