## Page d'accueil
start-title = Conférences
start-lede = Délégations, accréditation, badges, accès et programme des conférences intergouvernementales, en un seul lieu.
start-your-seats = Où vous êtes attendu
start-no-seats = Rien n'est encore lié à votre adresse. Si vous attendiez quelque chose, vérifiez que vous vous êtes connecté avec l'adresse à laquelle l'invitation a été envoyée.
start-administer = Administrer les conférences
start-conferences = Conférences présentes
start-no-conferences = Il n'y a pas encore de conférence. L'administrateur crée la première après s'être connecté.
start-demonstration = Prenez place : point focal, accréditation, organisation, guichet, accès ou délégué
start-focal-point-of = Point focal : { $delegation }

## Fonctions
duty-organiser = Organisation
duty-accreditation-officer = Accréditation
duty-security-authority = Autorité de sécurité
duty-pass-desk = Guichet des badges
duty-gate-staff = Contrôle d'accès
duty-gate-supervisor = Supervision des accès
duty-programme-manager = Gestion du programme
duty-exhibition-manager = Gestion de l'exposition
duty-observer = Observation

## Vue d'ensemble
desk-title = Vue d'ensemble
desk-waiting = dossiers en attente
desk-waiting-definition = soumis, pas encore décidés
desk-approved = personnes accréditées
desk-approved-definition = toutes les autorisations accordées
desk-collected = badges retirés
desk-collected-definition = badges valables remis
desk-inside = personnes à l'intérieur
desk-inside-definition = dont le dernier passage est une entrée
desk-confirmed = délégations confirmées
desk-confirmed-definition = sur { $listed } inscrites, toutes catégories
desk-next = En ce moment et ensuite
desk-now = En cours
desk-no-sessions = Le programme publié n'annonce plus rien.
desk-decisions = Dernières décisions
desk-no-decisions = Aucun dossier n'a encore été décidé.
desk-files = Dossiers par statut
desk-answers = Délégations par réponse

## Démonstration
demo-refuses-other-data = La base contient autre chose que la démonstration. Donnez à la démonstration sa propre base.
demo-title = La démonstration
demo-text = Prenez la place que vous voulez. Tout ce que vous faites est réel : les courriels arrivent dans la boîte, les passages animent le tableau.
demo-when = Jour { $day } sur { $days }, { $time }
demo-delegations = délégations
demo-people = personnes inscrites
demo-inside = à l'intérieur en ce moment
demo-waiting = dossiers en attente
demo-seats = Prenez place
demo-look = Ou regardez simplement
demo-look-conference = Page publique
demo-look-conference-text = Ce que délégations et visiteurs voient d'abord
demo-look-programme-text = Deux journées par heure et par salle, avec la séance en cours
demo-look-stands-text = Qui expose, et où
demo-look-mailbox-text = Tous les courriels envoyés, avec leurs codes et leurs liens
demo-filling = La démonstration se remplit
demo-filling-text = Cette page se met à jour d'elle-même. Après les personnes viennent les arrivées et le programme ; les places sont alors libres.
demo-filled = { $done } personnes sur { $total }
demo-seat-focal-point = Point focal du Samoa
demo-seat-focal-point-text = Votre délégation et ses places : ajoutez une personne, joignez un portrait, soumettez.
demo-seat-officer = Chargé de l'accréditation
demo-seat-officer-text = Les dossiers en attente : regardez le visage et les pièces, décidez d'une touche.
demo-seat-organiser = Organisation
demo-seat-organiser-text = Les chiffres du jour, les délégations, le programme, les stands, les courriels et les réglages.
demo-seat-pass-desk = Guichet des badges
demo-seat-pass-desk-text = Trouvez la personne, comparez visage et passeport, imprimez le badge, remettez-le.
demo-seat-gate = Contrôle d'accès
demo-seat-gate-text = Le lecteur sur cet écran, et le tableau en direct des présences.
demo-seat-delegate = Délégué du Samoa
demo-seat-delegate-text = Accrédité et en route : le code de retrait que le guichet va scanner.
demo-seat-administrator = Administration
demo-seat-administrator-text = Toutes les conférences de cette installation : créez-en une, désignez ses organisateurs.
