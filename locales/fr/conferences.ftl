## La liste de l'administrateur
conferences-title = Conférences
conferences-none = Aucune conférence
conferences-none-text = Créez la première. Les délais, les catégories, les zones et les horaires sont remplis selon l'usage ; l'organisateur les modifie dans les réglages.
conferences-organisers = Organisateurs
conferences-no-organiser = Personne n'organise cette conférence.
conferences-appoint = Désigner un organisateur
conference-organiser-email = Adresse électronique de l'organisateur
conference-create = Créer une conférence
conference-created = { $name } est créée et vous en êtes l'organisateur. Vérifiez ce qui a été rempli pour vous.

## Une nouvelle conférence
conference-new-title = Une nouvelle conférence
conference-new-lede = Seulement ce que personne d'autre ne peut savoir. Les délais, les catégories, les zones et les horaires en découlent et restent modifiables.
conference-name = Nom
conference-slug = Nom court dans les adresses
conference-slug-hint = Minuscules, chiffres et traits d'union, comme dans { $address }/hanoi. Il figure sur les imprimés et ne change plus.
conference-slug-wrong = De 2 à 40 minuscules sans accent, chiffres et traits d'union, en commençant par une lettre.
conference-slug-reserved = Ce mot sert au site lui-même. Choisissez-en un autre.
rule-one-conference-per-slug = Une autre conférence porte ce nom court. Choisissez-en un autre.
conference-when = Dates et lieu
conference-place = Lieu
conference-place-hint = La ville, telle qu'elle figure sur les badges et dans les courriels.
conference-venue = Site
conference-venue-hint = Le bâtiment, avec son adresse si elle est utile.
conference-starts-on = Premier jour
conference-ends-on = Dernier jour
conference-too-long = Une conférence dure un an au plus.
conference-time-zone = Fuseau horaire
conference-time-zone-hint = Il fixe chaque jour et chaque heure de la conférence, où que l'on soit.
conference-choose-zone = Choisissez un fuseau horaire
conference-languages = Langues
conference-languages-hint = Les noms des catégories, des zones et des séances sont demandés dans chacune d'elles.
rule-conference-has-a-language = Choisissez au moins une langue.
conference-contact = Adresse de contact
conference-contact-hint = Les réponses aux courriels y parviennent ; la page publique l'affiche.
conference-accent = Couleur des pages
accent-lagoon = Lagon
accent-oxblood = Sang-de-bœuf
accent-forest = Forêt
accent-indigo = Indigo
accent-bronze = Bronze
accent-plum = Prune
rule-conference-ends-after-it-starts = Le dernier jour précède le premier.

## La page publique
conference-ways = Rubriques
conference-way-programme = Les séances par jour et par salle, dans leur dernière version publiée
conference-way-stands = Les exposants et leur emplacement
conference-way-sign-in = Pour les délégations, les participants et le personnel
conference-way-yours = Tout ce que représente votre adresse
conference-your-pages = Vos pages
conference-information = Informations pratiques
conference-who-registers = Qui inscrit qui
conference-delegations-register = Les États, les organisations et les autres délégations sont invités. Leur point focal désigne toutes les personnes qui viennent avec eux ; nul autre ne peut le faire.
conference-open-to-all = Dans ces catégories, chacun s'inscrit soi-même :
conference-register = S'inscrire soi-même
conference-admission = Les organisations non invitées peuvent demander leur admission jusqu'au { $at }.
conference-apply = Demander l'admission
conference-deadlines = Dates
conference-nomination-opens = Ouverture des désignations
conference-nomination-closes = Clôture des désignations
conference-confirmation-closes = Clôture des confirmations et remplacements
conference-takes-place = La conférence a lieu
conference-practical = En bref
# Un fuseau sans lieu, seul et dans une phrase : « heures de la conférence (UTC+7) ».
conference-own-time = Heure de la conférence, { $offset }
conference-own-clocks = la conférence ({ $offset })
conference-zone-now = { $zone }, il y est { $time }

## Réglages
settings-title = Réglages
settings-save = Enregistrer
settings-saved = Enregistré.
settings-remove = Supprimer
settings-conference = Conférence
settings-categories = Catégories
settings-areas = Zones
settings-hours = Horaires
settings-duties = Fonctions
settings-count-categories = { $count ->
    [one] { $count } catégorie
   *[other] { $count } catégories
 }
settings-count-areas = { $count ->
    [one] { $count } zone
   *[other] { $count } zones
 }
settings-count-hours = { $count ->
    [one] { $count } plage horaire
   *[other] { $count } plages horaires
 }
settings-count-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
 }
settings-without-hours = Sans horaires, de sorte que leurs badges n'ouvrent rien : { $letters }
settings-without-staff = Fonctions encore vacantes : { $duties }

conference-information-hint = Ce que les visiteurs doivent savoir : visas, arrivée, badges, accès. Une ligne vide commence un nouveau paragraphe.
conference-windows = Délais
conference-windows-hint = Heures locales : { $zone }.
conference-confirmation-hint = D'ici là, les délégations confirment et remplacent des personnes.
conference-badges-and-papers = Badges et pièces
conference-badges-from = Badges valables à partir du
conference-badges-until = Badges valables jusqu'au
conference-purge-on = Suppression des pièces d'identité le
conference-purge-hint = Les copies et les numéros de passeport ne sont pas conservés au-delà.
conference-badges-must-cover = Les badges doivent être valables chaque jour de la conférence.
conference-purge-after-the-end = Cette date doit suivre le dernier jour.
rule-nomination-closes-after-it-opens = Les désignations seraient closes avant d'être ouvertes.
rule-confirmation-closes-after-nomination = Les confirmations ne peuvent être closes avant les désignations.
rule-badges-are-valid-for-a-time = Le dernier jour précède le premier.

## Catégories
settings-categories-text = La catégorie fixe la lettre, la couleur et le motif du badge, les accords nécessaires et, par ses horaires, les zones qu'il ouvre.
category-add = Ajouter une catégorie
category-added = La catégorie { $letter } est ajoutée. Elle n'ouvre rien tant qu'elle n'a pas d'horaires.
category-new-title = Une nouvelle catégorie
category-title = Catégorie { $letter }
category-mark = Comme sur le badge
category-name = Nom
category-letter = Lettre
category-letter-hint = Une ou deux, imprimées en grand
category-letter-wrong = Une ou deux lettres de A à Z, ou des chiffres.
rule-one-category-per-letter = Une autre catégorie porte cette lettre.
category-colour = Couleur
category-colour-hint = Le texte sera blanc ou foncé, selon ce qui se lit le mieux
category-colour-wrong = Ce n'est pas une couleur. Exemple : #0b4f6c.
category-ordinal = Place dans les listes
category-ordinal-hint = Les plus petits nombres d'abord
category-pattern = Motif
category-pattern-hint = Pour les personnes qui distinguent mal les couleurs
pattern-plain = Uni
pattern-line = Lignes
pattern-cross = Croisillons
pattern-dot = Points
pattern-diagonal = Diagonales
pattern-wave = Vagues
category-delivery = Remise du badge
category-delivery-hint = Le courriel adressé à une personne approuvée porte, selon ce choix, un code de retrait ou le badge lui-même.
delivery-collect = Retiré au guichet des badges
delivery-print-at-home = Imprimé par la personne
delivery-digital = Présenté sur un téléphone
category-clearances = Accords
category-clearances-hint = Les autorités d'une même étape sont saisies ensemble, les étapes l'une après l'autre.
clearance-documents = Service d'accréditation
clearance-security = Autorité de sécurité
clearance-protocol = Protocole
clearance-not-asked = Non saisi
clearance-step-1 = À la première étape
clearance-step-2 = À la deuxième étape
clearance-step-3 = À la troisième étape
category-needs-a-clearance = Un accord au moins est nécessaire : choisissez une autorité.
category-papers = Pièces
category-portrait-required = Un portrait est nécessaire
category-document-required = Une pièce d'identité est nécessaire
category-default-quota = Places au départ
category-default-quota-hint = Ce que reçoit d'emblée une nouvelle délégation du genre correspondant
category-outside-quota = Hors de tout quota
category-outside-quota-hint = Pour les laissez-passer de débordement et temporaires
category-remarks = Remarques
category-note-outside-quota = Hors de tout quota
category-note-no-portrait = Sans portrait
category-note-no-document = Sans pièce d'identité
category-none-left = Les codes de badge n'ont plus de numéro pour une autre catégorie.
category-remove = Supprimer cette catégorie
category-removal-title = Supprimer la catégorie { $name } ?
category-removal-text = { $hours ->
    [0] La catégorie disparaît, sans retour possible.
    [one] La catégorie disparaît avec sa plage horaire, sans retour possible.
   *[other] La catégorie disparaît avec ses { $hours } plages horaires, sans retour possible.
 }
category-removed = La catégorie est supprimée.
category-in-use = Cette catégorie est utilisée : des délégations y ont des places ou des personnes la portent. Retirez-les d'abord.

default-category-e = Chef de délégation
default-category-d = Délégué
default-category-o = Observateur
default-category-i = Organisation intergouvernementale
default-category-u = Nations Unies
default-category-s = Secrétariat
default-category-h = Représentant du pays hôte
default-category-n = Société civile
default-category-a = Monde universitaire
default-category-b = Entreprises
default-category-p = Presse
default-category-x = Exposant
default-category-k = Sécurité et protection rapprochée
default-category-l = Interprète
default-category-m = Service médical
default-category-c = Prestataire et équipe technique
default-category-v = Volontaire
default-category-g = Invité
default-category-f = Débordement

## Zones
settings-areas-text = Les zones s'emboîtent. Qui entre dans l'une est compté dans toutes celles qui l'entourent.
areas-none = Aucune zone
areas-none-text = Sans zones, aucun accès ne sait où il mène.
area-add = Ajouter une zone
area-added = { $name } est ajoutée. Personne ne peut s'y trouver tant qu'aucune catégorie n'y a d'horaires.
area-new-title = Une nouvelle zone
area-title = { $name }
area-name = Nom
area-code = Code
area-code-hint = Minuscules, chiffres et traits d'union ; les fichiers et les appareils désignent ainsi la zone.
area-code-wrong = Des minuscules sans accent, des chiffres et des traits d'union, en commençant par une lettre.
rule-one-area-per-code = Une autre zone porte ce code.
area-parent = Se trouve dans
area-parent-hint = Qui quitte cette zone quitte aussi celle-ci.
area-outermost = Aucune autre zone
rule-area-is-not-its-own-parent = Une zone ne peut se trouver ni dans elle-même, ni dans une zone qu'elle entoure.
area-badge-label = Signe sur les badges
area-badge-label-hint = Un nombre ou quelques lettres, encadrés
area-needs-a-label = Une zone inscrite dans les codes de badge a besoin d'un signe sur les badges.
area-zone-bit = Place dans les codes de badge
area-zone-bit-hint = Le code lui-même peut désigner seize zones.
area-no-zone-bit = Aucune
rule-one-area-per-zone-bit = Une autre zone occupe cette place dans les codes de badge.
area-capacity = Capacité
area-capacity-hint = Nombre de personnes à la fois ; vide : sans limite
area-delegation-capacity = Personnes d’une même délégation à la fois
area-delegation-capacity-hint = Par exemple 2 : une troisième personne de la même délégation attend que l’une d’elles soit sortie. Vide : sans limite
area-by-pass = Sur laissez-passer seulement
area-by-pass-hint = N’entrent que les personnes munies d’un laissez-passer pour cette zone ; leur catégorie doit aussi l’ouvrir. Les laissez-passer s’accordent sous Portes, Laissez-passer.
area-ordinal = Place dans les listes
area-remove = Supprimer cette zone
area-removal-title = Supprimer { $name } ?
area-removal-text = { $hours ->
    [0] La zone disparaît, sans retour possible.
    [one] La zone disparaît avec une plage horaire, sans retour possible.
   *[other] La zone disparaît avec { $hours } plages horaires, sans retour possible.
 }
area-removed = La zone est supprimée.
area-in-use = Cette zone est utilisée : des accès, des salles ou d'autres zones en dépendent. Retirez-les d'abord.

default-area-perimeter = Périmètre
default-area-conference-centre = Centre de conférences
default-area-plenary-hall = Salle plénière
default-area-vip = Salons officiels
default-area-media-centre = Centre de presse
default-area-exhibition-hall = Hall d'exposition

## Horaires
settings-hours-text = Quand chaque catégorie peut se trouver dans chaque zone, aux heures de { $zone }. La borne de fin est exclue : jusqu'à 20:00 signifie qu'on n'entre plus à 20:00. La sortie n'est jamais refusée.
hours-never = Jamais
hours-title = Horaires : { $name }
hours-text = Aux heures de { $zone }. Jusqu'à 20:00 signifie qu'on n'entre plus à 20:00.
hours-area = Zone
hours-no-area = –
hours-from = De
hours-until = Jusqu'à
hours-remove-hint = Une ligne sans zone est supprimée.
hours-fill = Les mêmes heures sur plusieurs jours
hours-fill-hint = Ajoute des lignes au tableau ci-dessus et enregistre. Une fin antérieure au début vaut pour le lendemain.
hours-fill-in = Ajouter ces heures
hours-first-day = Premier jour
hours-last-day = Dernier jour
hours-end-before = { $area } : la fin précède le début.
hours-overlap = { $area } : deux plages se chevauchent. L'une peut commencer quand l'autre finit, pas avant.
hours-days-wrong = Le dernier jour doit suivre le premier, de 60 jours au plus.
hours-too-many = Il y a trop de lignes : { $most } au plus.
hours-changed-meanwhile = Quelqu'un d'autre a modifié cette catégorie ou ses horaires pendant que vous y travailliez. Votre saisie figure ci-dessous ; enregistrez de nouveau si elle doit valoir.

## Fonctions
duties-people = Qui fait quoi
duties-none = Personne n'a encore de fonction.
duties-person = Personne
duties-duties = Fonctions
duties-since = depuis le { $date }
duties-email = Adresse électronique
duties-email-hint = La personne reçoit un courriel avec l'accès et, si elle n'en a pas, un lien pour choisir un mot de passe.
duties-name = Nom
duty-give = Confier une fonction
duty-given = La fonction est confiée à { $email }, qui reçoit un courriel.
duty-had-already = { $email } avait déjà tout cela. Rien n'a changé.
duty-take-back = Retirer
duty-take-back-from = Retirer : { $duty }, { $email }
duty-taken-back = { $duty } : fonction retirée.
duty-given-back = { $duty } : fonction rendue.
duty-last-organiser = C'est le dernier organisateur. Désignez d'abord quelqu'un d'autre.
hint-duty-organiser = Règle tout, tient les délégations, confie les fonctions
hint-duty-accreditation-officer = Examine les pièces, approuve, renvoie, refuse
hint-duty-security-authority = Accorde ou refuse l'accord de sécurité
hint-duty-pass-desk = Imprime et remet les badges
hint-duty-gate-staff = Contrôle les badges aux accès
hint-duty-gate-supervisor = Contrôle, tranche les exceptions, confie les accès aux appareils
hint-duty-programme-manager = Tient et publie le programme
hint-duty-exhibition-manager = Attribue les stands
hint-duty-observer = Lit ce que lit le personnel, ne modifie rien

conferences-mail-greeting = Bonjour { $name },
conferences-mail-duty-subject = Votre fonction à la conférence
conferences-mail-duty-text = { $count ->
    [one] La fonction suivante vous est confiée :
   *[other] Les fonctions suivantes vous sont confiées :
 }
conferences-mail-duty-open = Ouvrir l'espace du personnel
