## S'inscrire aux séances
sign-up-title = Inscriptions
sign-up-settings = Comment s'inscrire
sign-up-mode = Inscription
sign-up-mode-none = Non requise
sign-up-mode-open = Libre : les premiers inscrits ont une place
sign-up-mode-approval = Un organisateur accepte chaque demande
sign-up-mode-invitation = Sur invitation seulement
sign-up-places-label = Places
sign-up-places-hint = Vide : sans limite
sign-up-places = { $places ->
    [one] une place
   *[other] { $places } places
 }
sign-up-places-left = { $left ->
    [0] Plus aucune place sur { $places }.
    [one] Il reste une place sur { $places }.
   *[other] Il reste { $left } places sur { $places }.
 }
sign-up-closes = Clôture
sign-up-closes-hint = Vide : au début de la séance
sign-up-saved = { $placed ->
    [0] Enregistré.
    [one] Enregistré. Une personne en attente a désormais une place et en a été informée.
   *[other] Enregistré. { $placed } personnes en attente ont désormais une place et en ont été informées.
 }
rule-session-is-not-overfull = Davantage de personnes ont déjà une place. Retirez d'abord des places.
sign-up-state-invited = Invité
sign-up-state-asked = En attente d'acceptation
sign-up-state-waiting = Sur la liste d'attente
sign-up-state-placed = A une place
sign-up-state-declined = A décliné
sign-up-state-withdrawn = S'est retiré
sign-up-state-refused = Non retenu
sign-up-any-state = Tout état
sign-up-queue = Rang dans la file
sign-up-since = Depuis
sign-up-tick = Choisir
sign-up-reason = Motif
sign-up-reason-hint = Les personnes le lisent. Requis pour faire passer quelqu'un en premier et pour retirer une place
sign-up-reason-wanted = Indiquez le motif : les personnes le lisent.
sign-up-no-place-free = Il n'y a pas assez de places libres pour toutes ces personnes. Retirez une place, ou ajoutez-en.
sign-up-not-public = La séance n'est pas encore publique. Une fois publiée, on pourra s'y inscrire et y être invité.
sign-up-nobody-ticked = Choisissez au moins une personne.
sign-up-do-approve = Accepter
sign-up-do-refuse = Ne pas retenir
sign-up-do-promote = Donner une place en priorité
sign-up-do-take-back = Retirer la place
sign-up-do-invite = Inviter
sign-up-done = { $changed ->
    [0] Il n'y avait rien à faire.
    [one] C'est fait pour une personne, qui en a été informée.
   *[other] C'est fait pour { $changed } personnes, qui en ont été informées.
 }{ $waiting ->
    [0] {""}
    [one] {" "}L'une d'elles attend une place.
   *[other] {" "}{ $waiting } d'entre elles attendent une place.
 }{ $left ->
    [0] {""}
    [one] {" "}Pour une autre, il n'y avait rien à faire.
   *[other] {" "}Pour { $left } autres, il n'y avait rien à faire.
 }
sign-up-empty-title = Personne ici
sign-up-empty-text = Ouvrez les inscriptions, ou invitez des personnes ci-dessous. Effacez les filtres s'il devrait y en avoir.
sign-up-invite-title = Inviter des personnes
sign-up-find = Nom, numéro ou délégation
sign-up-nobody-found = Personne n'a été trouvé qui puisse être invité.
sign-up-whole-delegation = Une délégation entière
sign-up-whole-delegation-hint = Tous ses membres à qui la séance est destinée
sign-up-no-delegation = Aucune
sign-up-link = Inscriptions

## Ses propres séances
sign-up-own-title = Mes séances
sign-up-own-text = Les séances où vous avez une place, en attendez une ou pouvez vous inscrire
sign-up-none-yet = Vous n'êtes encore inscrit à aucune séance.
sign-up-open-title = Séances sur inscription
sign-up-open-none = Il n'y en a pas pour le moment. La plupart des séances ne demandent pas d'inscription.
sign-up-position = Vous êtes au rang { $position } de la liste d'attente.
sign-up-full = Toutes les places sont prises : vous pouvez rejoindre la liste d'attente.
sign-up-until = Jusqu'au { $time }.
sign-up-act-join = S'inscrire
sign-up-act-ask = Demander une place
sign-up-act-accept = Accepter
sign-up-act-decline = Décliner
sign-up-act-leave = Rendre ma place
sign-up-act-withdraw = Se retirer
sign-up-now-placed = Vous avez une place.
sign-up-now-waiting = Toutes les places sont prises. Vous êtes sur la liste d'attente et serez informé dès qu'une place se libère.
sign-up-now-asked = Votre demande est enregistrée. Vous serez informé dès qu'un organisateur aura décidé.
sign-up-now-withdrawn = Vous vous êtes retiré.
sign-up-now-declined = Vous avez décliné.
sign-up-now-invited = Vous êtes invité.
sign-up-now-refused = Les organisateurs ne vous ont pas retenu pour cette séance.
sign-up-cancelled = La séance est annulée.
sign-up-begun = La séance a commencé.
sign-up-closed = Les inscriptions sont closes.
sign-up-not-coming = Seules les personnes accréditées ou en voie de l'être peuvent s'inscrire.
sign-up-other-category = La séance est destinée à d'autres catégories.
sign-up-not-open = On ne peut pas s'inscrire à cette séance.
sign-up-way-title = S'inscrire
sign-up-who = Qui souhaitez-vous inscrire ?
sign-up-nobody-here = Aucun participant de cette conférence n'a l'adresse { $email }. Connectez-vous avec l'adresse que porte votre dossier.
programme-mail-to-audience = Le programme a changé ({ $release }). Vous vous étiez inscrit à ce qui suit :

## Messages sur les places
sign-up-mail-about = Ce message concerne { $name }.
sign-up-subject-placed = Vous avez une place : { $title }
sign-up-text-placed = Vous avez une place dans cette séance.
sign-up-subject-promoted = Une place pour vous : { $title }
sign-up-text-promoted = Une place s'est libérée, elle est à vous. Si vous ne pouvez pas venir, rendez-la sur votre page : la personne suivante l'obtiendra.
sign-up-subject-waiting = Sur la liste d'attente : { $title }
sign-up-text-waiting = Les organisateurs vous ont accepté. Toutes les places sont prises pour le moment ; vous serez informé dès que l'une d'elles se libère.
sign-up-subject-refused = Non retenu : { $title }
sign-up-text-refused = Les organisateurs n'ont pas pu vous retenir pour cette séance.
sign-up-subject-taken-back = Votre place a été retirée : { $title }
sign-up-text-taken-back = Les organisateurs ont dû retirer votre place dans cette séance.
sign-up-subject-invited = Invitation : { $title }
sign-up-text-invited = Vous êtes invité à cette séance. Merci d'accepter ou de décliner sur votre page.
