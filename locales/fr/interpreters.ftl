interpreters-title = Interprètes
interpreters-text = Une équipe est formée des personnes d'une cabine qui se relaient. Dites vers quelles langues elle interprète et où elle travaille : les séances signalent alors une équipe attendue dans deux cabines, trop d'heures d'affilée, ou une langue sans équipe.
interpreters-empty-title = Pas encore d'équipe
interpreters-empty-text = Tant qu'il n'y en a aucune, rien n'est dit des interprètes.
interpreters-team = Équipe
interpreters-name = Nom
interpreters-name-hint = Comme sur la liste des cabines, par exemple « Arabe A ».
interpreters-languages = Langues
interpreters-languages-hint = Codes des langues vers lesquelles elle interprète, par exemple : ar fr
interpreters-no-languages = Indiquez au moins une langue.
interpreters-most = Minutes d'affilée au plus
interpreters-most-hint = Trois heures sont d'usage pour deux personnes.
interpreters-rest = Minutes qui comptent comme repos
interpreters-rest-hint = Après une pause plus courte, le travail continue d'affilée.
interpreters-sessions = Séances
interpreters-hours = Heures
interpreters-well = Aucun conflit
interpreters-doubts = { $count ->
    [one] Une séance à voir
   *[other] { $count } séances à voir
 }
interpreters-new = Ajouter une équipe
interpreters-saved = Enregistré.
interpreters-removed = L'équipe a été supprimée.
interpreters-work = Où elle travaille
interpreters-no-work = Aucune séance ayant une heure n'est interprétée vers ses langues.
interpreters-session = Séance
interpreters-open = Ouvrir { $title }
interpreters-remove = Supprimer cette équipe
interpreters-remove-text = { $count ->
    [0] Elle ne travaille à aucune séance.
    [one] Elle travaille à une séance, qui n'aura alors plus cette équipe.
   *[other] Elle travaille à { $count } séances, qui n'auront alors plus cette équipe.
 } Cela ne peut pas être annulé.
rule-one-team-per-name = Une autre équipe porte ce nom.
arrivals-title = Personnes à la tribune
arrivals-text = Toutes les personnes à la tribune dont le dossier est connu. Dites à partir de quand quelqu'un est présent, à l'heure de { $zone }, si c'est après le premier jour ; les séances qui commencent avant le signalent.
arrivals-empty-title = Personne à la tribune n'est encore connu
arrivals-empty-text = Dites sur la page d'une séance qui est la personne à la tribune.
arrivals-person = Personne
arrivals-sessions = Séances
arrivals-there = Présent à partir de
arrivals-label = { $name } est présent à partir de
arrivals-early = { $count ->
    [one] Une séance avant cela
   *[other] { $count } séances avant cela
 }
arrivals-saved = Enregistré.
