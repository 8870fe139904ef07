## Dates et nombres
number-separator = { "\u202F" }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
date-long = { $day ->
    [1] 1er
   *[other] { $day }
 } { $month } { $year }
date-weekday = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
 } { $month }
date-short = { $day ->
    [1] 1er
   *[other] { $day }
 } { $month }
date-range-in-month = { $from }–{ $until } { $month } { $year }
date-range = { $from } – { $until }
date-time = { $date } à { $time }

## Pages d'erreur
error-back-home = Aller à la page d'accueil
error-404-title = Page introuvable
error-404-text = Il n'y a rien à cette adresse, ou elle n'est pas destinée à ce compte. Vérifiez l'adresse, ou connectez-vous avec le compte auquel elle a été envoyée.
error-400-title = Cette demande est illisible
error-400-text = Ce qui est arrivé n'est pas ce que cette page attend. Revenez en arrière, rechargez la page et réessayez ; votre saisie est toujours là.
error-403-title = Ce formulaire a expiré
error-403-text = Le formulaire a été ouvert il y a trop longtemps ou dans une autre session du navigateur. Revenez en arrière, rechargez la page et renvoyez-le ; rien n'a été enregistré.
error-405-title = Cette adresse s'utilise autrement
error-405-text = La page existe, mais pas pour ce type de demande.
error-409-title = Impossible pour le moment
error-413-title = Envoi trop volumineux
error-413-text = L'envoi dépasse la taille que cette page accepte. Rien n'a été enregistré.
error-429-title = Trop de tentatives
error-429-text = Patientez quelques minutes, puis réessayez.
error-500-title = Une erreur s'est produite de notre côté
error-500-text = Rien de ce qui était enregistré n'a été perdu. Réessayez ; si cela se reproduit, communiquez ce numéro au secrétariat : { $reference }
error-503-kept = Votre saisie est conservée sur cette page. Les fichiers sont à choisir de nouveau.
error-send-again = Envoyer de nouveau
error-try-again = Réessayer
error-503-title = La base de données est injoignable
error-503-text = Le service est là, sa base de données ne répond pas. Rien de ce que vous avez envoyé n'a été enregistré. Réessayez dans une minute ; le service reviendra de lui-même.

## Règles gardées par la base, telles qu'on les lit
rule-quota-is-not-exceeded = Toutes les places de cette catégorie sont prises. Retirez une personne ou demandez des places supplémentaires au secrétariat.
rule-at-most-one-head-of-delegation = La délégation a déjà un chef. Changez le titre de l'une des deux personnes.
rule-one-live-accreditation-per-person = Cette personne a déjà une inscription en cours pour cette conférence.
rule-one-live-badge-per-participant = Cette personne a déjà un badge valable. Rechargez la page pour le voir.
rule-one-approved-file-per-identity-paper = Cette pièce d'identité figure déjà dans un autre dossier approuvé de cette conférence. Recherchez le doublon avant de décider.
rule-one-undo-per-decision = Cette décision a déjà été annulée.
rule-changed-meanwhile = Quelqu'un d'autre a modifié cette fiche pendant que vous y travailliez. Votre version n'a pas été enregistrée ; les deux sont affichées ci-dessous.

## Chemins dans une conférence
nav-conference = Conférence
nav-overview = Vue d'ensemble
nav-delegations = Délégations
nav-participants = Personnes
nav-files = Dossiers
nav-pass-desk = Guichet des badges
nav-gates = Portes
nav-programme = Programme
nav-stands = Exposition
nav-attention = Vigilance
nav-passes = Laissez-passer
nav-mails = Courriels
nav-settings = Réglages
rule-one-session-per-room-at-a-time = Deux séances occupent la même salle en même temps. Déplacez d'abord l'une des deux.
rule-room-is-no-part-of-itself = Une salle ne peut faire partie d'elle-même, ni de l'une de ses propres parties. Choisissez une autre salle.
rule-one-walk-per-pair = Ce trajet figure déjà dans la liste. Modifiez-y ses minutes.
rule-one-building-per-code = Un autre bâtiment porte déjà ce nom court. Choisissez-en un autre.
rule-one-session-per-key = Une autre séance porte déjà cette clé.
rule-one-meeting-room-per-code = Une autre salle porte déjà ce nom court.
rule-one-release-per-name = Une publication porte déjà ce nom.
rule-one-stand-per-number = Un autre stand de ce hall porte déjà ce numéro.
rule-one-hall-per-code = Un autre hall porte déjà ce nom court.
