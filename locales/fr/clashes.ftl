clash-party-thin = { $party } est attendu en { $due } lieux à la fois et compte { $members ->
    [one] une seule personne
   *[other] { $members } personnes
 } pouvant venir.
clash-heads = { $person } parle à la même minute que { $other } : on ne fait pas parler des chefs d'État ou de gouvernement en même temps.
clash-team-twice = L'équipe d'interprètes { $team } est dans une autre cabine à la même heure.
clash-team-tired = L'équipe d'interprètes { $team } travaillerait { $worked } heures d'affilée ; le maximum est de { $most }.
clash-uncovered = Aucune équipe de cette séance n'interprète vers : { $languages }.
clash-not-accredited = { $person } est à la tribune et n'est pas encore accrédité.
clash-not-coming = { $person } est à la tribune et n'entrera pas : dossier refusé ou retiré.
clash-arrives-later = { $person } n'arrive que le { $time }.
clash-audience = La séance s'adresse aux catégories { $letters }, qui n'ont pas accès à la zone de la salle pendant toute sa durée.
clash-out-party = Déplacez l'une des deux, ou demandez à la délégation un autre représentant.
clash-out-heads = Faites commencer l'une quand l'autre est terminée.
clash-out-team = Donnez à l'une des séances une autre équipe.
clash-out-uncovered = Choisissez-lui une équipe sur la page des interprètes.
clash-out-audience = Choisissez une salle d'une autre zone, ou ouvrez-leur la zone.
clash-word-party = Délégation
clash-word-heads = Protocole
clash-word-team = Interprètes
clash-word-uncovered = Sans interprètes
clash-word-not-accredited = Non accrédité
clash-word-arrives-later = Arrive plus tard
clash-word-audience = Public
