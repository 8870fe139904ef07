## Page d'accueil
start-title = Conférences
start-lede = Délégations, accréditation, badges, accès et programme des conférences intergouvernementales, en un seul lieu.
start-your-seats = Où vous êtes attendu
start-no-seats = Rien n'est encore lié à votre adresse. Si vous attendiez quelque chose, vérifiez que vous vous êtes connecté avec l'adresse à laquelle l'invitation a été envoyée.
start-administer = Administrer les conférences
start-conferences = Conférences présentes
start-no-conferences = Il n'y a pas encore de conférence. L'administrateur crée la première après s'être connecté.
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

## Démonstration
demo-refuses-other-data = La base contient autre chose que la démonstration. Donnez à la démonstration sa propre base.
demo-title = La démonstration
demo-text = Prenez la place que vous voulez. Tout ce que vous faites est réel : les courriels arrivent dans la boîte, les passages animent le tableau. Elle a commencé hier ; c'est son deuxième jour.
demo-filling = La démonstration est en cours de remplissage. Cette page sera complète dans une minute.
demo-take = Prendre cette place
demo-seat-focal-point = Être le point focal
demo-seat-focal-point-text = Inscrire des personnes pour le Samoa
demo-seat-officer = Être à l'accréditation
demo-seat-officer-text = Décider des dossiers en attente
demo-seat-organiser = Être à l'organisation
demo-seat-organiser-text = Délégations, programme, stands, réglages
demo-seat-pass-desk = Être au guichet
demo-seat-pass-desk-text = Imprimer et remettre les badges
demo-seat-gate = Être à l'accès
demo-seat-gate-text = Scanner les badges et voir le tableau
demo-seat-delegate = Être délégué
demo-seat-delegate-text = Voir votre dossier et votre code
demo-seat-administrator = Être l'administrateur
demo-seat-administrator-text = Créer des conférences
