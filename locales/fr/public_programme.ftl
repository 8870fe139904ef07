## The public programme: looking for sessions, what changed, now and next
public-all-days = Tous les jours
public-all-days-small = Tout
public-days = { $count ->
    [one] un jour
   *[other] { $count } jours
 }
public-found = { $count } trouvées
public-any-language = Toutes les langues
public-delegation = Délégation
public-any-delegation = Toutes les délégations
public-nothing-found = Aucune séance ne correspond.
public-clear = Effacer la recherche et les filtres
public-as-list = En liste
public-as-table = En tableau, salle par salle
public-before = auparavant { $place }
public-mark-new = nouveau
public-mark-moved = déplacé
public-mark-changed = modifié
public-mark-restored = finalement maintenu
public-mark-cancelled = annulé
public-mark-gone = retiré du programme
public-to-calendar = Vers mon calendrier
public-in-this-room = Dans cette salle
public-in-room = { $room }
public-now-title = En ce moment et ensuite
public-now-nothing = Plus rien n'a lieu aujourd'hui.
public-next = Ensuite
public-free = Rien en ce moment
public-nothing-more = Plus rien aujourd'hui
public-in-minutes = { $minutes ->
    [one] dans une minute
   *[other] dans { $minutes } minutes
 }
public-in-hours = { $minutes ->
    [0] dans { $hours } h
   *[other] dans { $hours } h { $minutes } min
 }
nav-agenda = Mon agenda
tongue-ar = arabe
tongue-de = allemand
tongue-en = anglais
tongue-es = espagnol
tongue-fr = français
tongue-ja = japonais
tongue-ko = coréen
tongue-pt = portugais
tongue-ru = russe
tongue-vi = vietnamien
tongue-zh = chinois

## One's own agenda
agenda-title = Mon agenda
agenda-star = Dans mon agenda
agenda-added = La séance est dans votre agenda.
agenda-removed = La séance n'est plus dans votre agenda.
agenda-remove-this = Retirer { $title }
agenda-empty-title = Rien de choisi pour l'instant
agenda-empty-text = Marquez d'une étoile les séances auxquelles vous comptez assister. Aucun compte n'est nécessaire.
agenda-clash = En même temps : { $title }, { $from }–{ $until }
agenda-clashes = { $count ->
    [one] Deux de vos séances ont lieu en même temps.
   *[other] Certaines de vos séances ont lieu en même temps : { $count } conflits.
 }
agenda-changed = Modifié depuis votre dernière visite
agenda-seen = J'en ai pris note
agenda-calendar = Dans votre calendrier
agenda-calendar-text = Votre calendrier peut suivre cet agenda, modifications comprises. La plupart ne regardent que quelques fois par jour ; ce qui est urgent figure ici aussitôt.
agenda-subscribe = S'abonner
agenda-file = En fichier
agenda-feed-address = Adresse du flux
agenda-elsewhere = Sur votre téléphone
agenda-on-account = Il est conservé dans votre compte : connectez-vous n'importe où pour le retrouver. Le lien l'ouvre sans connexion.
agenda-in-browser = Il est conservé dans ce navigateur. Gardez le lien pour le retrouver ailleurs, ou connectez-vous : il sera alors conservé dans votre compte.
agenda-code = Le lien vers cet agenda sous forme de code
agenda-code-text = Visez-le avec l'appareil photo de votre téléphone. Quiconque a le lien peut lire et modifier cet agenda.
agenda-link = Lien secret
agenda-ends = Liens et données
agenda-renew = Nouveaux liens
agenda-renew-text = Le lien et le flux que vous avez aujourd'hui n'ouvriront plus rien, où qu'ils soient.
agenda-renew-do = Créer de nouveaux liens
agenda-renewed = Les liens sont nouveaux ; les anciens n'ouvrent plus rien.
agenda-forget = Oublier cet agenda
agenda-forget-text = Votre choix, le lien et le flux sont supprimés définitivement. Rien n'en est conservé.
agenda-forget-do = L'oublier
agenda-forgotten = Votre agenda est oublié.
agenda-link-title = Un agenda pour cette conférence
agenda-link-text = { $count ->
    [0] Il ne contient encore aucune séance. Gardez-le sur cet appareil pour le voir et le modifier ici.
    [one] Il contient une séance. Gardez-le sur cet appareil pour le voir et le modifier ici.
   *[other] Il contient { $count } séances. Gardez-le sur cet appareil pour le voir et le modifier ici.
 }
agenda-link-keep = Le garder sur cet appareil

## The Journal
journal-title = Journal
journal-none = Le Journal paraît ici avec la première publication du programme.
journal-number = N° { $number }
journal-meetings = Séances
journal-discussions = Débats et ateliers
journal-beside = Manifestations parallèles, presse et réceptions
journal-open = Publique
journal-closed = Privée
journal-changes = Modifications depuis l'édition précédente
journal-since = Par rapport à { $release } :
journal-no-changes = Rien n'a changé depuis { $release }.
journal-next = À venir : { $date }
journal-made = Établi d'après { $release }, publication du
journal-current = Le programme tel qu'il est maintenant :
journal-code = Le programme tel qu'il est maintenant, sous forme de code
journal-print = Imprimer

## Screens at doors and in halls
screen-changes = Modifications
screen-no-contact = Sans contact depuis
screen-open = Publique
screen-closed = Séance privée
screen-programme = Tout le programme
screen-overview = Toutes les salles, pour les halls
screen-list-title = Écrans
screen-list-text = Ouvrez l'une de ces adresses sur un téléviseur ou une tablette et laissez-la affichée. Un écran montre ce qui est public, suit les changements urgents en quelques secondes et continue d'après l'horloge quand le réseau est coupé. Pour une autre langue, ajoutez ?language=fr à l'adresse.
screen-where = Où
screen-address = Adresse
