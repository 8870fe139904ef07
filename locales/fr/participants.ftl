## État
participants-status-draft = Brouillon
participants-status-submitted = Soumis
participants-status-returned = Renvoyé
participants-status-on-hold = En attente
participants-status-approved = Approuvé
participants-status-refused = Refusé
participants-status-withdrawn = Retiré

## Choix
participants-sex-f = Féminin
participants-sex-m = Masculin
participants-sex-x = Non précisé (X)
participants-rank-head-of-state = Chef d'État
participants-rank-head-of-government = Chef de gouvernement
participants-rank-vice-head = Vice-président ou vice-premier ministre
participants-rank-foreign-minister = Ministre des affaires étrangères
participants-rank-minister = Ministre
participants-rank-vice-minister = Vice-ministre ou secrétaire d'État
participants-rank-ambassador = Ambassadeur
participants-rank-director = Directeur ou chef de département
participants-rank-other = Aucun de ces rangs
participants-title-head = Chef de délégation
participants-title-alternate-head = Chef suppléant de délégation
participants-title-deputy = Chef adjoint de délégation
participants-title-representative = Représentant
participants-title-alternate = Suppléant
participants-title-adviser = Conseiller
participants-title-expert = Expert
participants-title-observer = Observateur
participants-document-passport = Passeport
participants-document-diplomatic-passport = Passeport diplomatique
participants-document-service-passport = Passeport de service
participants-document-laissez-passer = Laissez-passer
participants-document-national-identity = Carte nationale d'identité
participants-document-press-card = Carte de presse
participants-issuer-un = Organisation des Nations Unies
participants-issuer-eu = Union européenne
participants-issuer-xo = Ordre souverain de Malte
participants-issuer-xx = Apatride
participants-choose = Choisir

## Champs et renseignements
participants-reference = Référence
participants-name = Nom
participants-honorific = Titre de civilité
participants-honorific-hint = Tel qu'il figure dans les lettres : S.E. Mme, Dr
participants-document-name = Nom complet figurant sur le document de voyage
participants-document-name-hint = Dans l'ordre et l'orthographe du document
participants-family-name = Nom de famille
participants-given-name = Prénoms
participants-native-name = Nom dans son écriture d'origine
participants-name-on-badge = Nom sur le badge
participants-name-on-badge-hint = Seulement s'il diffère du nom complet
participants-function = Fonction
participants-functional-title = Titre fonctionnel
participants-organisation = Ministère ou organisation
participants-protocol-rank = Rang protocolaire
participants-composition-title = Qualité dans la délégation
participants-composition-title-hint = Un seul chef au plus
participants-accompanies = Accompagne
participants-accompanies-nobody = Personne
participants-delegation = Délégation
participants-category = Catégorie
participants-status = État
participants-identity = Identité
participants-birth = Date de naissance
participants-sex = Sexe figurant sur le document
participants-nationality = Nationalité
participants-residence = Pays de résidence
participants-paper = Pièce d'identité
participants-document-kind = Nature
participants-document-country = Délivrée par
participants-document-number = Numéro
participants-document-expires = Valable jusqu'au
participants-document-scan = Copie de la page d'identité
participants-portrait = Portrait
participants-photograph = Photographie
participants-contact = Coordonnées
participants-email = Adresse électronique
participants-phone = Téléphone
participants-language = Langue de correspondance
participants-access-needs = Besoins d'accessibilité
participants-late = Inscription tardive
participants-late-reason = Motif de la désignation tardive
participants-public-list = Liste publique des participants
participants-public-list-yes = Consentement donné
participants-public-list-no = Sans consentement
participants-age = { $years ->
    [one] { $years } an
   *[other] { $years } ans
 }
participants-valid-until = valable jusqu'au { $date }

## Pourquoi ces renseignements
participants-name-why = Exactement comme sur le document de voyage. Un nom unique s'inscrit comme nom de famille ; l'autre champ reste vide.
participants-function-why = Ce qui figurera dans la liste des participants et détermine le badge.
participants-identity-why = Les chefs d'État et de gouvernement et leurs adjoints peuvent omettre la date de naissance, la pièce d'identité et le portrait.
participants-paper-why = Le numéro et la copie sont conservés chiffrés. Seul le service des accréditations les consulte ; chaque consultation est consignée, et ils sont supprimés après la conférence.
participants-portrait-why = De face, sur fond clair et uni, prise il y a moins de six mois. Elle est recadrée au format 3 × 4.
participants-portrait-hint = JPEG, PNG ou WebP, au moins 480 × 640 pixels, 12 Mo au plus
participants-contact-why = La confirmation est envoyée à cette adresse. À défaut, elle vous est adressée en tant que point focal.
participants-phone-hint = Avec indicatif : +84 91 234 56 78
participants-language-hint = Pour les courriels et les pages
participants-access-needs-hint = Une rampe, un interprète en langue des signes, un siège près de la porte. N'est jamais imprimé sur le badge.
participants-scan-hint = JPEG, PNG, WebP ou PDF, 8 Mo au plus
participants-scan-on-file = Une copie est enregistrée. Choisissez-en une autre pour la remplacer.
participants-number-on-file = Enregistré : { $hint }. Laissez vide pour le conserver.
participants-late-why = Les désignations sont closes. Le service des accréditations voit le motif au moment de décider.
participants-no-portrait = Pas encore de portrait
participants-notice-version = Avis, version { $version }
participants-notice = La liste des participants est publiée sur le site de la conférence : nom, titre fonctionnel, organisation et délégation, rien d'autre. Le consentement est libre, peut être retiré jusqu'à l'impression de la liste et n'a aucune incidence sur l'accréditation.
participants-consent = La personne consent à figurer dans la liste publique

## Ce qui est à corriger
participants-birth-cannot-be = Personne parmi les participants ne peut être né ce jour-là.
participants-not-a-phone-number = Ce n'est pas un numéro de téléphone. Commencez par + et l'indicatif du pays.
participants-not-a-document-number = Ce ne peut être le numéro d'une pièce d'identité.
participants-document-expires-too-soon = La pièce expire avant le début de la conférence.
participants-portrait-too-many-bytes = L'image dépasse { $megabytes } Mo.
participants-portrait-not-a-picture = Ce fichier n'est pas une image utilisable. Envoyez une image JPEG, PNG ou WebP.
participants-portrait-heic = C'est une image HEIC, que d'autres appareils ne peuvent pas afficher. Réglez l'appareil photo du téléphone sur « le plus compatible » ou envoyez l'image en JPEG.
participants-portrait-damaged = L'image est illisible ; le fichier est peut-être endommagé. Enregistrez-la de nouveau ou prenez-en une autre.
participants-portrait-too-many-pixels = L'image compte trop de pixels : plus de { $megapixels } millions.
participants-portrait-too-small = L'image mesure { $found } pixels. Après recadrage au format 3 × 4, il doit en rester au moins { $least }.

## Ce que disent les règles
participants-file-is-frozen = Ce dossier a été soumis et ne peut plus être modifié ici. Adressez-vous au secrétariat ou attendez qu'il vous soit renvoyé.
participants-only-drafts-are-discarded = Seuls les brouillons peuvent être supprimés. Un dossier soumis est retiré.

## L'accueil de la délégation
participants-places = Places
participants-used-of-cap = { $used } sur { $cap }
participants-drafts-not-counted = { $drafts ->
    [one] { $drafts } brouillon n'est pas compté
   *[other] { $drafts } brouillons ne sont pas comptés
 }
participants-returned-files = { $count ->
    [one] Un dossier a été renvoyé. Veuillez le corriger et le soumettre de nouveau ; il garde sa place.
   *[other] { $count } dossiers ont été renvoyés. Veuillez les corriger et les soumettre de nouveau ; ils gardent leur place.
 }
participants-no-places = Cette délégation n'a pas encore de places. Le secrétariat les attribue.
participants-add = Ajouter une personne
participants-answer = Réponse de la délégation
participants-letters = Lettres
participants-declined = La délégation a indiqué qu'elle ne participerait pas. Modifiez la réponse avant de désigner quelqu'un.
participants-nobody-yet = Personne n'est encore désigné
participants-nobody-yet-text = Ajoutez les personnes une à une, ou plusieurs à la fois à partir d'un tableur. Rien ne parvient au secrétariat avant que vous ne le soumettiez.
participants-nobody-found = Aucun résultat
participants-nobody-found-text = Aucune personne ne correspond à ces filtres.
participants-show-all = Afficher tout le monde
participants-no-name-yet = Nom à compléter
participants-to-be-replaced-by-somebody = Remplacement prévu, nom à compléter
participants-to-be-replaced-by = Remplacement prévu par { $name }
participants-replaced-by = Place reprise par { $name }
participants-in-place-of = À la place de { $name }
participants-no-place-left = complet, mais il ne reste pas de place dans cette catégorie
participants-ready = prêt à être soumis
participants-says-no = Dit ne pas venir
participants-to-be-mended = à corriger
participants-things-missing = { $count ->
    [one] { $count } élément manquant
   *[other] { $count } éléments manquants
 }
participants-people-in-order = { $count ->
    [one] { $count } personne dans l'ordre protocolaire, { $at }
   *[other] { $count } personnes dans l'ordre protocolaire, { $at }
 }
participants-window-not-yet = { $days ->
    [0] Les désignations ouvrent aujourd'hui, { $at }
    [1] Les désignations ouvrent demain, { $at }
   *[other] Les désignations ouvrent dans { $days } jours, le { $at }
 }
participants-window-nomination = { $days ->
    [0] Les désignations s'achèvent aujourd'hui, { $at }
    [1] Les désignations s'achèvent demain, { $at }
   *[other] Les désignations s'achèvent dans { $days } jours, le { $at }
 }
participants-window-confirmation = { $days ->
    [0] Les désignations sont closes. Confirmation jusqu'à aujourd'hui, { $at }
    [1] Les désignations sont closes. Confirmation jusqu'à demain, { $at }
   *[other] Les désignations sont closes. Confirmation encore { $days } jours, jusqu'au { $at }
 }
participants-window-closed = Les désignations et les confirmations sont closes
participants-next-steps = Prochaines étapes
participants-step-answer = Confirmer la participation
participants-step-nominate = Désigner et soumettre
participants-step-confirm = Confirmer et remplacer
participants-step-collect = Retirer les badges
participants-until = jusqu'au { $at }
participants-from-day = à partir du { $day }
participants-answered-with = { $at }, environ { $people } personnes

## La liste et la fiche du secrétariat
participants-list-title = Personnes
participants-list-caption = { $count ->
    [one] { $shown } personne, brouillons compris, { $at }
   *[other] { $shown } personnes, brouillons compris, { $at }
 }
participants-all = Tous
participants-sorted-by = Tri
participants-order-name = Nom
participants-order-reference = Référence
participants-order-submitted = Derniers soumis
participants-order-changed = Derniers modifiés
participants-file-number = Dossier { $reference }
participants-portrait-of = Portrait de { $name }
participants-look-twice = Vigilance aux portes
participants-open-file = Ouvrir le dossier d'accréditation
participants-correct = Corriger
participants-history = Historique
participants-show-number = Afficher le numéro
participants-number-was-shown = Affiché le { $at } ; consigné à votre nom.
participants-minutes = { $minutes } min
participants-hours = { $hours } h { $minutes } min
participants-days = { $days } j

## Le registre
participants-act-participant-created = Brouillon commencé
participants-act-participant-changed = Données modifiées
participants-act-document-number-shown = Numéro de la pièce d'identité affiché
participants-act-document-scan-shown = Copie de la pièce d'identité affichée
participants-act-file-submit = Soumis
participants-act-file-clear = Autorisation donnée
participants-act-file-approve = Approuvé
participants-act-file-return = Renvoyé
participants-act-file-refuse = Refusé
participants-act-file-hold = Mis en attente
participants-act-file-resume = Repris
participants-act-file-withdraw = Retiré
participants-act-file-undo = Décision annulée
participants-act-file-reopen = Autorisation redemandée

## Importer des personnes depuis un tableau (la commande)
people-import-no-column = La colonne « { $column } » manque. Sans elle, on ne peut distinguer personne.
people-import-too-many = Trop de lignes : { $most } au plus.
people-import-no-such-reference = Personne ici ne porte le numéro de dossier { $text }.
people-import-delegation-missing = La délégation manque : sa clé, son nom ou le code de son État.
people-import-no-delegation = Il n'y a pas de délégation « { $text } ».
people-import-two-delegations = Plusieurs délégations s'appellent « { $text } ». Désignez la bonne par sa clé.
people-import-another-delegation = Le numéro de dossier est celui d'une personne d'une autre délégation.
people-import-category-missing = La catégorie manque : sa lettre.
people-import-no-category = Il n'y a pas de catégorie « { $text } ».
people-import-no-places = Aucune place de catégorie { $letter } n'a été attribuée à cette délégation.
people-import-no-place-left = Il ne reste aucune place : la délégation en a { $cap } dans cette catégorie.
people-import-name-missing = Le nom manque.
people-import-no-such-word = « { $text } » n'est pas l'un des mots de cette colonne. Écrivez { $words }.
people-import-word = « { $word } »
people-import-or = { $others } ou { $last }
people-import-no-such-country = Aucun pays ni territoire ne s'appelle ici « { $text } ». Écrivez son nom, ou son code à deux lettres : « NA » pour la Namibie.
people-word-also-female = femme
people-word-also-male = homme / h
people-import-not-a-date = « { $text } » n'est pas une date. Écrivez-la comme 1988-03-14.
people-import-either-day = « { $text } » peut désigner deux jours. Écrivez { $one } ou { $other }.
people-import-no-such-status = Le statut peut être « draft » ou « submitted », et non « { $text } ».
people-import-several = Plusieurs personnes de cette délégation portent ce nom. Précisez laquelle par son numéro de dossier.
people-import-portrait = Cette catégorie exige un portrait, qu'aucun tableau ne contient : importez la ligne comme brouillon et soumettez le dossier sur sa page.
people-import-twice = Cette personne figure déjà à la ligne { $row }.
people-import-frozen = Le dossier { $reference } a été soumis ({ $status }) ; un tableau ne peut plus le modifier.
people-import-changed-meanwhile = Quelqu'un a modifié l'un de ces dossiers entre-temps. Rien n'a été importé ; recommencez.

## Plusieurs personnes d'un tableau (le point focal)
people-import-namesake = Le dossier { $reference } de la délégation porte le même nom, avec une autre date de naissance ou une autre pièce. Vérifiez qu'il s'agit bien de quelqu'un d'autre.
people-import-namesake-in-row = La ligne { $row } porte le même nom, avec une autre date de naissance ou une autre pièce. Vérifiez qu'il s'agit bien de quelqu'un d'autre.
people-sheet-add-many = Ajouter plusieurs personnes
people-sheet-title = Ajouter plusieurs personnes
people-sheet-home = La délégation
people-sheet-lede = Collez des lignes d'un tableur ou envoyez le fichier. Vous verrez d'abord ce que devient chaque ligne et pourrez corriger les erreurs sur place ; rien n'est ajouté sans votre accord.
people-sheet-template-xlsx = Modèle pour Excel
people-sheet-template-csv = Modèle en CSV
people-sheet-template-name = Personnes de la délégation
people-sheet-rows = Lignes d'un tableur
people-sheet-rows-hint = Sélectionnez les lignes dans votre tableur, en-têtes compris, copiez-les et collez-les ici.
people-sheet-file = Ou le fichier
people-sheet-file-hint = CSV ou .xlsx, en-têtes dans la première ligne, 8 Mo et { $most } personnes au plus
people-sheet-see = Voir ce que devient chaque ligne
people-sheet-columns-text = Dans n'importe quel ordre, en français ou en anglais ; les colonnes dont vous n'avez pas besoin peuvent manquer. Un nom suffit pour un brouillon : le reste peut être complété plus tard, dossier par dossier.
people-sheet-takes-family-name = Tel qu'il figure sur le document de voyage. Un nom unique s'inscrit ici ; l'autre colonne reste vide.
people-sheet-takes-date = Année, mois, jour : 1988-03-14. 14/03/1988 est compris aussi, 3/4/1988 ne l'est pas : ce peut être deux jours.
people-sheet-takes-country = Le nom d'un pays ou son code à deux lettres
people-sheet-takes-number = Celui de la pièce d'identité ; conservé chiffré
people-sheet-takes-email = La confirmation est envoyée à cette adresse ; à défaut, elle vous est adressée.
people-sheet-takes-consent = « oui » si la personne accepte de figurer dans la liste publique ; vide sinon
people-sheet-takes-reference = Seulement pour modifier une personne déjà enregistrée : le numéro de son dossier
people-sheet-takes-text = Texte
people-sheet-yes = oui
people-sheet-no = non
people-sheet-example-name = Selma Ndeshimona Exemple
people-sheet-example-family-name = Exemple
people-sheet-example-given-name = Selma Ndeshimona
people-sheet-example-function = Directrice des traités
people-sheet-nothing-sent = Collez des lignes ici ou choisissez un fichier.
people-sheet-gone = Ce tableau n'est plus en attente : il a été ajouté, ou son délai d'un jour est passé. Si des personnes manquent dans votre liste, envoyez-le de nouveau.
people-sheet-added-title = Ce tableau a été ajouté
people-sheet-added = { $count ->
    [0] Il a été ajouté le { $at } ; plus aucune de ses personnes ne figure dans votre liste.
    [one] Le { $at }, cette personne en a été ajoutée ou mise à jour ; l'envoyer à nouveau n'ajoute personne deux fois.
   *[other] Le { $at }, ces { $count } personnes en ont été ajoutées ou mises à jour ; l'envoyer à nouveau n'ajoute personne deux fois.
}
people-sheet-added-list = Vers votre liste
people-sheet-no-names = Aucune colonne de noms n'a été trouvée. La première ligne doit contenir les en-têtes, par exemple « Nom de famille » et « Prénoms » ; reprenez-les du modèle.
people-sheet-another-delegation = « { $text } » n'est pas votre délégation. Ici, vous n'ajoutez que des personnes de votre propre délégation.
people-sheet-no-such-rank = Les membres d'une délégation de cette nature ne peuvent pas avoir ce rang.
people-sheet-look-title = Ce que devient chaque ligne
people-sheet-nothing-done = Rien n'a encore été ajouté.
people-sheet-nothing-new = Toutes les personnes de ce tableau figurent déjà dans votre liste, telles quelles. Il n'y a rien à faire.
people-sheet-left = { $left ->
    [0] { $left } restante sur { $cap }
    [one] { $left } restante sur { $cap }
   *[other] { $left } restantes sur { $cap }
 }
people-sheet-asks = { $count ->
    [0] Ce tableau n'ajoute personne ici
    [one] Ce tableau ajoute { $count } personne
   *[other] Ce tableau ajoute { $count } personnes
 }
people-sheet-asks-too-many = { $count ->
    [one] Ce tableau ajoute { $count } personne, plus qu'il n'est possible d'en soumettre. Les brouillons n'occupent pas de place.
   *[other] Ce tableau ajoute { $count } personnes, plus qu'il n'est possible d'en soumettre. Les brouillons n'occupent pas de place.
 }
people-sheet-mend = Veuillez corriger ces cellules
people-sheet-mend-caption = Lignes comportant des erreurs. Corrigez-les ici, puis vérifiez de nouveau.
people-sheet-more-wrong = { $count ->
    [one] { $count } autre ligne comportant des erreurs s'affichera une fois celles-ci corrigées.
   *[other] { $count } autres lignes comportant des erreurs s'afficheront une fois celles-ci corrigées.
 }
people-sheet-row = Ligne { $row }
people-sheet-cell = Ligne { $row }, { $column }
people-sheet-told = { $place } : { $error }
people-sheet-remove = Supprimer cette ligne
people-sheet-remove-row = Supprimer cette ligne ({ $row })
people-sheet-check = Vérifier de nouveau
people-sheet-leave-out = { $count ->
    [one] Laisser de côté la ligne comportant des erreurs
   *[other] Laisser de côté les { $count } lignes comportant des erreurs
 }
people-sheet-must-say = Corrigez les erreurs, ou indiquez ici que ces lignes sont laissées de côté.
people-sheet-add = { $count ->
    [one] Ajouter { $count } personne comme brouillon
   *[other] Ajouter { $count } personnes comme brouillons
 }
people-sheet-good-rows = { $count ->
    [one] { $count } ligne sans erreur
   *[other] { $count } lignes sans erreur
 }
people-sheet-changes = Modifie : { $fields }
people-sheet-checked-first = Vos corrections ont d'abord été vérifiées. Rien n'a encore été ajouté.
people-sheet-done = { $new ->
    [one] { $new } brouillon ajouté
   *[other] { $new } brouillons ajoutés
 }{ $changed ->
    [0] .
    [one] , { $changed } modifié.
   *[other] , { $changed } modifiés.
 }
people-sheet-done-left-out = { $count ->
    [one] { $count } ligne comportant des erreurs a été laissée de côté.
   *[other] { $count } lignes comportant des erreurs ont été laissées de côté.
 }
people-sheet-done-lacking = Il manque encore, avant de pouvoir les soumettre : { $what }.

## Les noms des colonnes de personnes, outre les libellés du formulaire ; plusieurs entre barres obliques
people-column-document-kind = Nature de la pièce d'identité
people-column-document-country = Pièce d'identité délivrée par
people-column-document-number = Numéro de la pièce d'identité
people-column-document-expires = Pièce d'identité valable jusqu'au
people-column-also-category = Catégorie de badge / Lettre de catégorie
people-column-also-honorific = Civilité / Formule de politesse
people-column-also-document-name = Nom complet / Nom et prénoms / Nom figurant sur le passeport
people-column-also-family-name = Patronyme / Nom patronymique / Noms de famille
people-column-also-given-name = Prénom / Prénom(s)
people-column-also-sex = Sexe / Genre
people-column-also-birth-date = Né le / Née le / Né(e) le / Date de naissance (AAAA-MM-JJ)
people-column-also-functional-title = Poste / Fonction / Titre ou fonction
people-column-also-organisation = Ministère / Institution / Organisation
people-column-also-email = Courriel / E-mail / Adresse e-mail / Mél
people-column-also-phone = Portable / Mobile / Numéro de téléphone / Tél.
people-column-also-document-number = Numéro de passeport / Passeport nº / Numéro du document
people-column-also-document-expires = Date d'expiration / Expiration du passeport / Valable jusqu'à

participants-more-ways = La délégation

## L'ordre de la liste
order-open = Ordre de la liste
order-title = Ordre de la liste
order-lede = C'est dans cet ordre que la délégation figure sur les listes et les documents. Sans ordre de votre choix, elle est rangée par titre, rang et nom.
order-by-hand = Faites glisser une ligne, déplacez-la avec les flèches quand son numéro est sélectionné, ou saisissez un numéro.
order-place-of = Place de { $name }
order-not-a-number = { $name } : saisissez un nombre entier de 1 à { $most }.
order-number-twice = { $name } : une autre personne a reçu aussi le numéro { $number }. Donnez à chacune le sien.
order-keep = Garder cet ordre
order-usual = Revenir à l'ordre habituel
order-is-kept = L'ordre est gardé.
order-is-usual = La liste est de nouveau rangée par titre, rang et nom.

## Lignes lisibles par machine
participants-mrz = Remplir à partir du passeport
participants-mrz-lines = Les lignes au bas de la page qui porte la photo
participants-mrz-hint = Deux lignes de 44 signes, ou trois de 30 au dos d'une carte. Saisissez-les, collez-les ou utilisez un lecteur.
participants-mrz-fill = Remplir
participants-mrz-filled = Rempli à partir du document : { $fields }.
participants-mrz-kept = Laissé tel que saisi : { $fields }.
participants-mrz-compare = Comparez le tout avec le document, s'il vous plaît : ces lignes n'ont pas d'accents, et les noms longs y sont coupés.
participants-mrz-whole = les lignes dans leur ensemble
participants-mrz-unsure = Ne s'accorde pas avec son chiffre de contrôle : { $fields }. Cherchez-y un signe mal lu.
participants-mrz-not-the-lines = Ce ne sont pas les lignes lisibles par machine d'un passeport ou d'une carte. Il y en a deux de 44 ou 36 signes, ou trois de 30, avec beaucoup de « < ».
participants-mrz-visa = C'est un visa. Il faut les lignes du passeport lui-même.
# Réponses d'une conférence antérieure
earlier-way = D'une conférence antérieure
earlier-title = Personnes d'une conférence antérieure
earlier-lede = Votre délégation a déjà soumis le dossier de ces personnes. Celles que vous cochez deviennent des brouillons avec leurs noms, date de naissance, nationalité, fonction et coordonnées.
earlier-anew = Pièces d'identité, portraits, besoins et consentement sont demandés à nouveau.
earlier-where = À
earlier-at = { $conference }, { $date }
earlier-tick = Reprendre { $name }
earlier-take = Ajouter les personnes cochées
earlier-take-one = Ajouter cette personne
earlier-take-many = Ajouter ces { "{n}" } personnes
earlier-nobody-ticked = Personne n'est coché. Cochez au moins une personne, puis appuyez de nouveau sur le bouton.
earlier-none = Il n'y a personne à reprendre
earlier-none-text = Ici figurent les personnes dont vous avez soumis le dossier pour le même État ou la même organisation à une conférence antérieure, tant qu'elles ne sont pas dans votre liste.
earlier-taken = { $count ->
    [0] Personne n'a été ajouté : elles figurent déjà dans votre liste.
    [one] Un brouillon ajouté. Complétez-le, s'il vous plaît.
   *[other] { $count } brouillons ajoutés. Complétez-les, s'il vous plaît.
}
earlier-own = Vous avez déjà répondu ici. Ce qui est encore vide peut en être rempli ; votre pièce d'identité, votre portrait et vos besoins sont demandés à nouveau.
earlier-own-take = Reprendre les réponses de { $name } à { $conference } ({ $date })
earlier-own-taken = Repris : { $fields }. Regardez chaque page, s'il vous plaît, et corrigez ce qui a changé.
