gates-leave-scanner = Quitter le lecteur
gates-sign-in-again = Se reconnecter
gates-needs-javascript = Le lecteur a besoin de JavaScript. Demandez un autre appareil au bureau d’assistance.
gates-camera = Caméra
gates-closer = Plus près
gates-start-camera = Démarrer la caméra
gates-hand-scanner-works = Un lecteur manuel fonctionne sans la caméra : il suffit de scanner.
gates-torch = Lampe
gates-flip = Autre caméra
gates-stop-camera = Éteindre la caméra
gates-entry = Entrée
gates-exit = Sortie
gates-direction-is = Sens : { $direction }. Changer
gates-next = Suivant
gates-by-hand = À la main
gates-admit-anyway = Admettre quand même
gates-cancel = Annuler
gates-by-hand-title = Saisir le numéro du badge
gates-badge-number = Numéro inscrit sur le badge
gates-face-matches = Le visage de la personne correspond à la photo du badge
gates-check-number = Vérifier
gates-override-title = Admettre malgré la réponse
gates-override-lede = Votre nom, l’heure et ce motif sont conservés.
gates-override-reason = Motif

gates-word-enter = Entrez
gates-word-leave = Au revoir
gates-word-look = Vérifiez
gates-word-stop = Stop
gates-word-alarm = Alerte
gates-word-undecided = Sans réponse
gates-word-reading = Vérification
gates-no-network = Pas de réseau. La lecture est conservée ; décidez d’après la liste papier ou appelez un superviseur.
gates-signed-out = Vous êtes déconnecté. La lecture est conservée ; reconnectez-vous.
gates-not-accepted = Le serveur n’a pas accepté cette lecture. Appelez un superviseur.
gates-reason-unknown = Ce code n’est pas l’un des nôtres
gates-reason-forged = Ce code est falsifié
gates-reason-wrong-purpose = Ce n’est pas un badge : retirez votre badge au guichet des accréditations
gates-reason-wrong-conference = Badge d’une autre conférence
gates-reason-revoked = Ce badge n’est plus valable
gates-reason-cancelled = L’accréditation a été retirée
gates-reason-blocked = Bloqué : adressez la personne au guichet des accréditations
gates-reason-not-approved = Pas encore accrédité
gates-reason-too-early = Pas encore valable
gates-reason-too-late = Plus valable : le dernier jour est passé
gates-reason-area = Pas d’accès à cette zone
gates-reason-hours = Pas d’accès à cette heure
gates-reason-not-registered = Pas de laissez-passer pour cette zone, ou pas à cette heure
gates-reason-already-used = Déjà utilisé
gates-reason-already-inside = Déjà à l’intérieur : aucune sortie enregistrée
gates-reason-area-full = La zone est complète
gates-reason-delegation-full = Toutes les places de cette délégation sont prises ; quelqu’un doit d’abord sortir
gates-flag-alarm = Un badge annulé sort : retenez-le
gates-flag-attention = Regardez de près : une note figure sur ce badge
gates-flag-not-on-list = Absent de la liste de cette porte : admis d’après le code seul
gates-portrait = Portrait de { $name }
gates-inside = À l’intérieur : { $n }
gates-line-online = connecté
gates-line-offline = pas de réseau
gates-line-signed-out = déconnecté
gates-line-unsent = à envoyer : { $n }
gates-line-rejected = non acceptées : { $n }
gates-line-no-store = les lectures non envoyées sont perdues à la fermeture de cette page
gates-camera-denied = La caméra n’est pas autorisée. Autorisez-la pour cette page dans les réglages du navigateur.
gates-camera-none = Aucune caméra trouvée.
gates-camera-insecure = La caméra exige une connexion sécurisée (https).
gates-camera-failed = La caméra ne démarre pas. Fermez les autres programmes qui l’utilisent.

## La liste, le formulaire et les appareils
gates-title = Portes
gates-board = Tableau en direct
gates-devices = Appareils
gates-add = Ajouter une porte
gates-none = Il n’y a pas encore de porte
gates-none-text = Une porte mène d’une zone à une autre et retour. Ajoutez d’abord les zones dans les réglages.
gates-gate = Porte
gates-from = Vient de
gates-from-hint = D’où viennent les personnes.
gates-into = Mène à
gates-into-hint = La zone où elles entrent ; ses horaires décident.
gates-minds = Exige
gates-street = la rue
gates-closed = fermée
gates-exit-before-reentry = Une sortie est exigée avant une nouvelle entrée
gates-exit-before-reentry-hint = Un badge déjà à l’intérieur est refusé tant qu’il n’est pas sorti.
gates-once-per-day = Une fois par jour
gates-once-per-day-hint = Un badge entre une fois par journée de conférence, laquelle commence à 4 heures.
gates-open-scanner = Ouvrir le lecteur
gates-edit = Modifier
gates-code = Code
gates-code-hint = Minuscules, chiffres et tirets ; les lecteurs désignent la porte ainsi. Il ne pourra plus être modifié.
gates-code-error = Employez des minuscules, des chiffres et des tirets, en commençant par une lettre ; new, devices, board, attention et passes sont réservés.
gates-name = Nom
gates-name-in = Nom ({ $language })
gates-leads-nowhere = Une porte mène d’une zone à une autre
gates-unlisted = Badges qu’un appareil sans réseau ne trouve pas dans sa liste
gates-unlisted-hint = Leur signature est valable, mais la liste disponible est plus ancienne qu’eux.
gates-unlisted-refuse = Les refuser
gates-unlisted-admit = Les admettre d’après le code, avec un signalement
gates-save = Enregistrer
gates-added = La porte a été ajoutée.
gates-saved = La porte a été enregistrée. La prochaine lecture en tient compte.
gates-device = Appareil
gates-state = État
gates-heard = Dernier contact
gates-add-device = Ajouter un appareil
gates-no-devices = Il n’y a pas encore d’appareil
gates-no-devices-text = Les agents qui ouvrent le lecteur dans leur navigateur figurent ici ; les autres appareils s’ajoutent au moyen d’un code.
gates-device-name = Nom de l’appareil
gates-device-name-hint = Ce qui est écrit dessus, par exemple Téléphone 3.
gates-device-gates = Portes pour lesquelles il peut lire
gates-make-code = Créer le code d’enrôlement
gates-enrolment = Code d’enrôlement
gates-enrolment-text = Lisez ce code avec l’appareil, ou saisissez-le. Il sert une fois, pendant un jour, et ne sera plus affiché.
gates-enrolment-picture = Code QR qui ouvre l’enrôlement sur l’appareil
gates-device-revoked = révoqué
gates-device-expired = code expiré
gates-device-waiting = attend son code
gates-device-live = en service
gates-device-silent = silencieux
gates-device-new = pas encore utilisé
gates-device-skew = { $minutes ->
    [one] horloge décalée d’une minute
   *[other] horloge décalée de { $minutes } minutes
  }
gates-revoke = Révoquer
gates-revoke-question = Révoquer { $name } ? L’appareil s’arrête aussitôt et ne peut pas revenir.
gates-device-ended = L’appareil a été révoqué. Chacun de ses appels est désormais refusé.

## Le tableau en direct
gates-people-inside = personnes à l’intérieur
gates-people-inside-means = personnes distinctes dont le dernier mouvement est une entrée
gates-as-of = À { $time }
gates-came-today = personnes venues aujourd’hui
gates-came-today-means = distinctes, depuis 4 heures
gates-pace = entrées par minute
gates-pace-means = depuis la rue, moyenne des cinq dernières minutes
gates-refused-today = refus aujourd’hui
gates-refused-today-means = lectures à toutes les portes, depuis 4 heures
gates-arrivals = Arrivées par minute
gates-arrivals-means = personnes distinctes entrant depuis la rue, deux dernières heures
gates-as-table = Sous forme de tableau
gates-minute = Minute
gates-people = Personnes
gates-refusals = Refus du jour, par motif
gates-no-refusals = Personne n’a été refusé aujourd’hui.
gates-areas = Personnes par zone
gates-of-capacity = sur { $capacity }
gates-last-scans = Dernières lectures
gates-no-scans = Rien n’a encore été lu.
gates-time = Heure
gates-who = Qui
gates-verdict = Verdict
gates-said-entered = Entrée
gates-said-left = Sortie
gates-said-overridden = Admis par un superviseur

## La page d’un appareil enrôlé
gates-this-device = Lecteur de porte
gates-enrol = Enrôler cet appareil
gates-enrol-wrong = Ce code est erroné, a déjà servi ou date de plus d’un jour. Demandez-en un nouveau.
gates-enrol-unreached = Le serveur n’a pas répondu. Réessayez.
gates-which-gate = À quelle porte se trouve cet appareil ?

rule-one-gate-per-code = Ce code appartient à une autre porte

## Vigilance et laissez-passer
gates-attention = Vigilance
gates-attention-text = Les portes montrent à leur personnel une note sur ces personnes et lui demandent de regarder de près : accompagnement, arrivée à annoncer, pièces à revoir. La note n’est visible que du personnel des portes et sur ces pages. Elle n’arrête personne.
gates-find-person = Chercher une personne par nom, délégation, référence ou numéro de badge
gates-find = Chercher
gates-notes-all = Toutes les notes
gates-notes-none = Aucune note en vigueur
gates-notes-none-text = Cherchez une personne ci-dessus pour lui attacher une note.
gates-nobody = Personne ne correspond
gates-nobody-text = Essayez une partie du nom, la référence ou le numéro du badge.
gates-person = Personne
gates-delegation = Délégation
gates-note = Note pour le personnel des portes
gates-note-hint = 120 caractères au plus, lus d’un coup d’œil : « Accompagner au bureau du protocole ». Pas de motif, rien sur la santé ni la sécurité.
gates-note-set = Posée par { $who }, { $time }
gates-note-has = une note en vigueur
gates-note-none = aucune note
gates-note-save = Enregistrer la note
gates-note-end = Retirer la note
gates-note-meanwhile = Quelqu’un d’autre a modifié la note entre-temps. Elle dit à présent :
gates-note-saved = Les portes regarderont désormais { $person } de près.
gates-note-ended = La note sur { $person } a été retirée.
gates-note-gone = Il n’y a pas de note à retirer ; quelqu’un d’autre l’a déjà fait.
gates-passes = Laissez-passer
gates-passes-text = Zones ouvertes sur laissez-passer seulement : outre un badge dont la catégorie ouvre la zone, il faut un laissez-passer. La porte le retrouve par le badge ; rien n’est imprimé.
gates-passes-none = Aucune zone n’exige de laissez-passer
gates-passes-none-text = Un organisateur le règle avec la zone.
gates-areas-settings = Les zones dans les réglages
gates-area = Zone
gates-by-pass = sur laissez-passer seulement
gates-not-by-pass = ouverte sans laissez-passer
gates-pass = Laissez-passer
gates-pass-holders = Titulaires
gates-pass-everybody = Tout le monde
gates-pass-who = Afficher
gates-pass-none = Personne n’a de laissez-passer pour cette zone
gates-pass-none-text = Accordez-en ci-dessus, ou affichez tout le monde et accordez-les un à un.
gates-pass-area-open = Cette zone est ouverte sans laissez-passer ; ceux-ci compteront dès qu’elle sera réglée « sur laissez-passer seulement ».
gates-pass-grant = Accorder des laissez-passer
gates-pass-grant-one = Accorder
gates-pass-act = Accorder ou retirer
gates-pass-revoke = Retirer
gates-pass-not-held = aucun
gates-pass-numbers = Numéros de badge
gates-pass-numbers-hint = Un par ligne, collés de n’importe où ; ou les lignes d’un tableau : numéro, de, à (2025-10-25 09:00). Toutes les lignes ou aucune.
gates-pass-delegation = Une délégation entière
gates-pass-delegation-hint = Toutes ses personnes dont le dossier est présenté ou approuvé à ce moment.
gates-pass-delegation-blank = aucune délégation
gates-pass-delegation-empty = Personne de cette délégation ne peut encore recevoir de laissez-passer
gates-pass-opens = Valable à partir de
gates-pass-closes = Valable jusqu’à
gates-pass-times = À l’heure de { $zone }. Vide : toujours.
gates-pass-ends-first = La fin doit suivre le début
gates-pass-nobody = Donnez des numéros de badge ou choisissez une délégation
gates-pass-always = toujours
gates-pass-from = à partir du { $from }
gates-pass-until = jusqu’au { $until }
gates-pass-between = du { $from } au { $until }
gates-pass-granted = { $new ->
    [0] Aucun laissez-passer accordé
    [one] Un laissez-passer accordé
   *[other] { $new } laissez-passer accordés
  }{ $changed ->
    [0] {""}
    [one] , un modifié
   *[other] , { $changed } modifiés
  }{ $kept ->
    [0] .
    [one] {" "}; une personne l’avait déjà.
   *[other] {" "}; { $kept } personnes l’avaient déjà.
  }
gates-pass-revoked = { $person } n’a plus de laissez-passer pour cette zone.
gates-pass-gone = Il n’y a pas de laissez-passer à retirer ; quelqu’un d’autre l’a déjà fait.
gates-no-badge = pas encore de badge
gates-list-wrong = Certaines lignes sont illisibles ; rien n’a été accordé
gates-list-line = Ligne { $line } :
gates-list-no-number = « { $text } » n’est pas un numéro de badge
gates-list-no-such-number = aucun badge de cette conférence ne porte le numéro { $text }
gates-list-no-time = « { $text } » n’est pas une heure ; écrivez 2025-10-25 09:00
gates-list-ends-first = la fin ne suit pas le début : { $text }
gates-list-too-long = plus de { $text } lignes ; accordez-les en plusieurs fois
