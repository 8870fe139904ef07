delegation-kind-state = État
delegation-kind-territory = Territoire
delegation-kind-european-union = Union européenne
delegation-kind-observer = Observateur
delegation-kind-intergovernmental = Organisation intergouvernementale
delegation-kind-un-body = Organe des Nations Unies
delegation-kind-ngo = Société civile
delegation-kind-academia = Monde universitaire
delegation-kind-company = Entreprise
delegation-kind-media = Média
delegation-kind-host = Pays hôte
delegation-kind-secretariat = Secrétariat
delegation-status-expected = Attendue
delegation-status-invited = Invitée
delegation-status-confirmed = Confirmée
delegation-status-declined = Excusée
region-africa = États d'Afrique
region-asia-pacific = États d'Asie et du Pacifique
region-eastern-europe = États d'Europe orientale
region-grulac = États d'Amérique latine et des Caraïbes
region-weog = États d'Europe occidentale et autres États
rule-one-delegation-per-key = Une autre délégation porte cette clé.
rule-one-delegation-per-entity = Cet État, ce territoire ou l'Union figure déjà sur la liste.

## La liste
delegations-title = Délégations
delegations-add = Ajouter une délégation
delegations-import = Importer un tableau
delegations-none = Aucune délégation
delegations-none-text = Importez-les toutes à partir d'un tableau ou ajoutez-les une à une. Personne n'est avisé avant la désignation d'un point focal.
delegations-none-found = Aucune délégation ne correspond
delegations-none-found-text = Modifiez ou effacez les critères.
delegations-clear = Tout afficher
delegations-kind = Genre
delegations-region = Groupe régional
delegations-status = État de la réponse
delegations-all-kinds = Tous les genres
delegations-all-regions = Tous les groupes
delegations-all-statuses = Toutes les réponses
delegations-caption = { $shown ->
    [one] { $shown } délégation, dans l'ordre des plaques
   *[other] { $shown } délégations, dans l'ordre des plaques
 }
delegations-name = Délégation
delegations-answer = Réponse
delegations-places = Places occupées
delegations-focal-point = Point focal
delegations-no-focal-point = Aucun
delegations-and-more = et { $count } autres
delegations-taken-of = { $used } sur { $cap }
delegations-expects = environ { $count } personnes
delegations-counted = Décompte du { $date }
delegations-count-listed = sur la liste
delegations-count-listed-definition = délégations de tout genre
delegations-count-states = États et Union européenne
delegations-count-states-definition = ceux qui figurent sur la liste
delegations-count-confirmed = confirmées
delegations-count-confirmed-definition = leur point focal annonce leur venue
delegations-count-declined = excusées
delegations-count-declined-definition = leur point focal annonce leur absence
delegations-count-people = personnes annoncées
delegations-count-people-definition = somme des effectifs prévus par les délégations confirmées
delegations-export-name = delegations

## Une délégation
delegation-new-title = Une nouvelle délégation
delegation-edit-title = Modifier : { $name }
delegation-kind = Genre
delegation-kind-hint = Il fixe le nom de la délégation, ses places de départ et les règles qu'elle suit.
delegation-entity = État, territoire ou Union
delegation-entity-hint = Le nom et le nom officiel suivent la table des Nations Unies, dans chaque langue.
delegation-choose-entity = Choisissez un État, un territoire ou l'Union
delegation-entity-wrong = Ce choix ne correspond pas au genre. Changez l'un des deux.
delegation-name = Nom
delegation-name-hint = Tel qu'il figure sur la plaque et dans la liste des participants. Il est rempli pour les États, les territoires et l'Union.
delegation-name-missing = Un nom dans une langue au moins, s'il vous plaît.
delegation-formal-name = Nom officiel
delegation-formal-name-hint = Tel qu'il figure dans les lettres ; seulement s'il diffère
delegation-own-names = Un autre nom à cette conférence
delegation-own-names-hint = Seulement si cette conférence s'écarte de la table des Nations Unies. Une langue laissée vide garde le nom de la table ; plaques, listes et leur ordre suivent.
delegation-own-name = Nom à cette conférence
delegation-own-formal-name = Nom officiel à cette conférence
delegation-region-hint = Pour les États, vide signifie : selon la table des Nations Unies.
delegation-no-region = Aucun, ou selon la table
delegation-key = Clé
delegation-key-hint = Une importation retrouve la délégation grâce à elle. Vide : le code de l'État ou le nom en lettres simples.
delegation-language = Langue de la correspondance
delegation-language-hint = Les messages et les pages sont envoyés dans cette langue.
delegation-added = { $name } figure sur la liste. Désignez maintenant son point focal.
delegation-saved = Enregistré.
delegation-save = Enregistrer
delegation-add = Ajouter la délégation
delegation-change = Modifier
delegation-facts = Fiche
delegation-formal = Nom officiel
delegation-remove = Supprimer cette délégation
delegation-removal-title = Supprimer { $name } ?
delegation-removal-text = La délégation quitte la liste avec ses places, ses points focaux et ses lettres, sans retour possible.
delegation-removal-back = Retour à la délégation
delegation-removed = La délégation est supprimée.
delegation-in-use = Des personnes font partie de cette délégation. Retirez-les ou changez leur délégation d'abord.

delegation-answer = Réponse
delegation-answer-none = Pas encore de réponse
delegation-answered = { $date }
delegation-expected = Effectif prévu
delegation-note = Note

quotas-title = Places
quotas-edit-title = Places : { $name }
quotas-text = Combien de personnes de chaque catégorie la délégation peut compter. Les dossiers soumis, renvoyés, en attente et approuvés comptent ; les brouillons non. Vide signifie aucune place.
quotas-change = Modifier les places
quotas-none = Cette délégation n'a pas encore de place. Elle ne peut désigner personne.
quotas-used = { $used ->
    [0] aucune occupée
    [one] { $used } occupée
   *[other] { $used } occupées
 }
quotas-saved = Les places sont enregistrées.
quota-below-used = { $used ->
    [one] Une personne occupe déjà une place de cette catégorie. Retirez-la d'abord ou laissez au moins une place.
   *[other] { $used } personnes occupent déjà des places de cette catégorie. Retirez-en d'abord ou laissez au moins { $used } places.
 }
quotas-other-categories = Autres catégories

focal-points-title = Points focaux
focal-points-text = Eux seuls désignent les membres de la délégation, et ils ne voient qu'elle.
focal-points-none = Personne n'agit encore pour cette délégation.
focal-point-appointed-on = désigné le { $date }
focal-point-invited-on = invité le { $date }
focal-point-not-invited = pas encore invité
focal-point-ended-on = mandat achevé le { $date }
focal-point-former = Anciens points focaux
focal-point-name = Nom
focal-point-email = Adresse électronique
focal-point-language = Langue
focal-point-appoint = Désigner et inviter
focal-point-appoint-title = Désigner un point focal
focal-point-appointed = { $email } est désigné et reçoit l'invitation.
focal-point-had-already = { $email } est déjà point focal de cette délégation. Rien n'a changé.
focal-point-invite-again = Renvoyer l'invitation
focal-point-invite-again-to = Renvoyer l'invitation à { $email }
focal-point-invited = L'invitation part à { $email }.
focal-point-end = Mettre fin
focal-point-end-of = Mettre fin à la désignation de { $email }
focal-point-was-ended = La désignation de { $email } a pris fin.
focal-point-ended = Cette désignation a pris fin. Désignez la personne à nouveau.
focal-point-resumed = { $email } est de nouveau point focal.
rule-one-appointment-per-focal-point = Cette personne est déjà désignée.

letters-title = Lettres
letters-text = La note verbale ou la lettre signée donnant la composition de la délégation. Une nouvelle lettre n'efface rien : les versions précédentes restent.
letters-none = Aucune lettre n'est déposée.
letter-note-verbale = Note verbale
letter-nomination-letter = Lettre de désignation
letter-letter-of-assignment = Ordre de mission
letter-version = version { $version }
letter-filed-on = déposée le { $date }
letter-kind = Nature
letter-file = Lettre au format PDF
letter-file-hint = Un PDF de 10 Mo au plus
letter-file-missing = Choisissez d'abord le PDF.
letter-file-it = Déposer la lettre
letter-filed = La lettre est déposée.
letter-open = Ouvrir { $name }

history-title = Historique
history-none = Rien n'est encore consigné.
history-by = par { $name }
history-nobody = par le système
act-delegation-created = Inscription sur la liste
act-delegation-changed = Modification
act-quotas-set = Places fixées
act-focal-point-appointed = Désignation d'un point focal
act-focal-point-invited = Envoi de l'invitation
act-focal-point-ended = Fin de la désignation d'un point focal
act-delegation-confirmed = Participation confirmée
act-delegation-declined = Participation déclinée
act-letter-filed = Dépôt d'une lettre
act-files-submitted-together = Dossiers soumis ensemble
act-roster-ordered = Ordre de la liste modifié
act-admission-given = Admise sur demande
act-people-imported = Personnes ajoutées d'un tableau
act-unknown = Autre opération

## La réponse de la délégation
answer-title = Votre délégation vient-elle ?
answer-until = Vous pouvez répondre et modifier votre réponse jusqu'au { $until }, heure de { $zone }.
answer-closed = Les confirmations sont closes. Écrivez au secrétariat si la réponse doit changer.
answer-coming = Oui, la délégation vient
answer-not-coming = Non, la délégation ne vient pas
answer-expected = Avec combien de personnes environ ?
answer-expected-hint = Toutes les personnes à qui il faut un badge, chauffeurs et agents de sécurité compris. Une estimation suffit ; les noms suivront.
answer-expected-missing = Veuillez indiquer un nombre, au moins 1.
answer-note = Souhaitez-vous préciser quelque chose au secrétariat ?
answer-send = Envoyer la réponse
answer-confirmed = Merci. Votre délégation est confirmée.
answer-declined = Merci de nous en avoir informés. Votre délégation est notée comme excusée.
answer-stands = Votre réponse du { $date } : { $answer }
answer-stands-coming = la délégation vient, avec environ { $count } personnes
answer-stands-declined = la délégation ne vient pas
answer-back = Retour à la délégation
answer-letters = Lettres de la délégation

colleagues-title = Points focaux
colleagues-lede = Qui agit pour la délégation en voit tout et peut faire ce que vous pouvez faire. Le secrétariat désigne ; vous pouvez demander ici un ou une collègue.
colleagues-waiting = En attente
colleagues-asked-on = demandé le { $date }
colleagues-ask-title = Demander un autre point focal
colleagues-ask = Demander au secrétariat
colleagues-asked = Le secrétariat est prié de désigner { $email }.
colleagues-take-back = Retirer la demande
colleagues-take-back-of = Retirer la demande pour { $email }
colleagues-taken-back = La demande pour { $email } est retirée.
colleagues-is-one-already = Cette adresse est déjà celle d'un point focal de votre délégation.
colleagues-asked-for = Demandés par un point focal
colleagues-asked-by = demandé par { $by } le { $date }
colleagues-appoint-this = Désigner { $email }
colleagues-decline = Refuser
colleagues-decline-this = Refuser la demande pour { $email }
colleagues-declined = La demande pour { $email } est refusée.
colleagues-asking = { $count ->
    [one] Une délégation demande un autre point focal :
   *[other] { $count } délégations demandent un autre point focal :
 }
rule-one-request-per-address = Le secrétariat est déjà prié de désigner cette adresse.
act-focal-point-asked-for = Autre point focal demandé
act-focal-point-request-taken-back = Demande de point focal retirée
act-focal-point-declined = Demande de point focal refusée

## Admission
admission-title = Admission d'organisations
admission-closed = Cette conférence ne reçoit pas de demandes d'admission en ce moment.
admission-lede = Les organisations qui n'ont pas été invitées à { $conference } peuvent demander à y participer en tant que délégation.
admission-until = Les demandes sont reçues jusqu'au { $at }.
admission-need-name = le nom de l'organisation et son siège
admission-need-about = ce qu'elle fait, et pourquoi elle souhaite participer
admission-need-person = une personne à qui le secrétariat peut écrire
admission-what-then = Le secrétariat répond par courriel. Une organisation admise reçoit sa propre page, où ses membres sont désignés.
admission-email-hint = Un code y est envoyé. Rien n'est gardé avant qu'il soit saisi.
admission-yours = Vos demandes
admission-apply = Demander l'admission
admission-name = Nom de l'organisation
admission-name-hint = Dans une langue au moins
admission-country = Siège
admission-website = Site web
admission-website-hint = Par exemple https://www.example.org
admission-website-wrong = Saisissez l'adresse d'un site telle qu'un navigateur l'ouvre : https://www.example.org
admission-about = Ce que fait l'organisation, et pourquoi elle souhaite participer
admission-about-hint = Quelques phrases suffisent.
admission-people = Personnes qu'elle enverrait
admission-documents = Documents
admission-documents-hint = Trois au plus, par exemple les statuts ou un enregistrement : PDF, JPEG ou PNG, 10 Mo au plus chacun.
admission-documents-sent = Documents joints
admission-document-remove = Retirer { $name }
admission-document-wrong = { $name } : { $why }
admission-documents-wrong = Pas pris. { $all }
admission-documents-too-many = Trois documents au plus. Envoyez-en moins, ou retirez-en un de ceux que vous avez déjà envoyés.
admission-documents-again = Choisissez les documents à nouveau, s'il vous plaît : une page ne peut les garder tant que le formulaire est à corriger.
admission-contact = Votre nom
admission-contact-hint = Vous en seriez le point focal ; les lettres vont à { $email }.
admission-send = Envoyer la demande
admission-send-again = L'envoyer de nouveau
admission-sent = La demande est au secrétariat. Vous recevrez un courriel quand elle sera tranchée.
admission-note = Le secrétariat écrit
admission-admitted-text = Votre organisation participe et vous êtes son point focal. Sur sa page, vous désignez ses membres et soumettez leurs dossiers.
admission-to-delegation = Aller à votre délégation
admission-answer-by-mail = Le secrétariat répond par courriel.
admission-withdraw = Retirer la demande
admission-withdraw-question = Retirer cette demande ? Vous pourrez en envoyer une autre tant que les demandes sont reçues.
admission-withdrawn = La demande est retirée.
admission-not-from-here = Cette demande est tranchée, ou attend autre chose. Regardez-la de nouveau.
admission-status-submitted = En attente
admission-status-returned = Complément demandé
admission-status-admitted = Admise
admission-status-declined = Déclinée
admission-status-withdrawn = Retirée
rule-one-live-application = Vous avez déjà présenté une demande pour une organisation de ce nom.
applications-title = Demandes d'admission
applications-lede = Des organisations non invitées qui demandent à participer. Une organisation admise devient une délégation, avec la personne qui a fait la demande comme point focal.
applications-waiting = { $count ->
    [0] Aucune demande en attente
    [one] Une demande en attente
   *[other] { $count } demandes en attente
 }
applications-none = Aucune demande
applications-none-text = Dès que les demandes sont reçues, elles arrivent ici.
applications-none-found = Aucune demande ne correspond
applications-caption = { $count ->
    [one] Une demande
   *[other] { $count } demandes
}
applications-documents-count = { $count ->
    [one] Un document
   *[other] { $count } documents
}
applications-email = Adresse électronique du demandeur
applications-export-name = demandes
applications-public = La page publique
applications-by = Demande présentée par
applications-since = Envoyée
applications-window = Quand les demandes sont reçues
applications-open-until = Reçues jusqu'au { $at }.
applications-not-open = Aucune demande n'est reçue en ce moment.
applications-closes = Reçues jusqu'au
applications-close-now = N'en plus recevoir
applications-window-kept = Enregistré.
applications-what = L'objet de la demande
applications-on-the-list = sur la liste des délégations
applications-doubles = Peut-être la même organisation
applications-admit = Admettre
applications-admit-text = La délégation est inscrite sur la liste avec ces places, et la personne est désignée et invitée dans sa langue.
applications-places = Places
applications-admit-this = Admettre cette organisation
applications-admitted = Admise. L'invitation est en route.
applications-answer = Répondre
applications-note = Ce que lit la personne
applications-note-hint = C'est envoyé par courriel tel que vous l'écrivez.
applications-return = Demander ce complément
applications-decline = Décliner
applications-declined = Déclinée. La personne en est informée.
applications-returned = Demandé. La personne reçoit un courriel.
applications-delegation = La délégation
admission-mail-declined-subject = { $conference } : { $name } ne peut être admise
admission-mail-returned-subject = { $conference } : une question sur { $name }
admission-mail-declined = La demande de { $name } a été déclinée. Le secrétariat écrit :
admission-mail-returned = Le secrétariat a une question sur la demande de { $name } :
admission-mail-open = Ouvrir la demande

## Les réponses des délégations
answers-title = Réponses des délégations
answers-open = Réponses par jour et par groupe
answers-confirmed = confirmées
answers-confirmed-definition = leur point focal annonce leur venue
answers-declined = ont décliné
answers-declined-definition = leur point focal annonce qu'elles ne viennent pas
answers-unanswered = sans réponse
answers-unanswered-definition = invitées, sans réponse à ce jour
answers-not-written-to = pas encore invitées
answers-not-written-to-definition = sur la liste ; aucune invitation n'est encore partie
answers-listed = sur la liste
answers-listed-definition = délégations de toute nature
answers-expected = personnes annoncées
answers-expected-definition = somme des effectifs annoncés par les délégations confirmées
answers-named = personnes présentées
answers-named-definition = dossiers présentés, renvoyés, en attente et approuvés, dans les catégories qui prennent une place
answers-trend = Les réponses au fil des jours
answers-trend-means = délégations selon leur dernière réponse à la fin de chaque jour
answers-no-trend = La courbe apparaît dès que les réponses couvrent deux jours.
answers-as-table = Les mêmes chiffres en tableau
answers-counted = compté le
answers-day = Jour
answers-by-group = Par groupe régional
answers-group = Groupe
answers-sum = Ensemble
answers-what-is-counted = Ce qui est compté
answers-last = Dernières réponses reçues
answers-none = Aucune délégation n'a encore répondu.
answers-when = Date
answers-export-name = reponses

## Rappels
reminders-open = Écrire aux points focaux
reminders-title = Écrire aux points focaux
reminders-lede = Seulement à ceux dont on attend encore quelque chose. Chacun reçoit un courriel dans sa langue, avec un lien vers la bonne page ; personne ne reçoit deux fois le même rappel le même jour.
reminders-invitation = Pas encore invités
reminders-invitation-means = Points focaux désignés à qui personne n'a encore écrit. Ils reçoivent l'invitation elle-même, avec les places de leur délégation.
reminders-answer = Sans réponse
reminders-answer-means = Points focaux invités dont la délégation n'a pas dit si elle vient.
reminders-nominations = Personne de désigné
reminders-nominations-means = Points focaux de délégations confirmées qui n'ont encore présenté personne.
reminders-missing-people = Moins qu'annoncé
reminders-missing-people-means = Points focaux de délégations confirmées qui ont présenté moins de personnes qu'elles n'en ont annoncé.
reminders-counts = { $count ->
    [one] Un courriel part : { $each }
   *[other] { $count } courriels partent : { $each }
 }
reminders-in-language = { $language } { $count }
reminders-beyond = Les { $most } premiers sur { $count } ; appuyez de nouveau pour les autres.
reminders-done-today = { $count ->
    [one] Une personne a déjà reçu ce rappel aujourd'hui et n'est pas comprise.
   *[other] { $count } personnes ont déjà reçu ce rappel aujourd'hui et ne sont pas comprises.
 }
reminders-send = Envoyer ces courriels
reminders-sample = Lire le courriel en { $language }
reminders-write = Écrire
reminders-write-to = Écrire à { $email }
reminders-language = Langue
reminders-last = Dernier rappel à ce sujet
reminders-never = jamais
reminders-nobody = On n'attend plus personne
reminders-nobody-text = Il n'y a personne à qui écrire à ce sujet.
reminders-nobody-chosen = Choisissez au moins une personne. Rien n'a été envoyé.
reminders-too-late = Le délai est passé. On ne demande plus à personne ce qui ne peut plus être fait.
reminders-sent = { $count ->
    [0] Rien n'a été envoyé : tous ont reçu ce rappel aujourd'hui, ou ont fait le nécessaire entre-temps.
    [one] Un courriel est en route.
   *[other] { $count } courriels sont en route.
 }
act-focal-point-reminded = Rappel envoyé
reminder-mail-subject = { $conference } : un rappel pour { $delegation }
reminder-mail-answer = Nous ne savons pas encore si votre délégation ({ $delegation }) vient. Merci de nous le dire, avec un effectif approximatif ; une estimation suffit et peut être modifiée.
reminder-mail-answer-button = Répondre maintenant
reminder-mail-nominations = Votre délégation ({ $delegation }) a confirmé sa venue, et personne n'a encore été désigné. Toute personne qui a besoin d'un badge doit être désignée, chauffeurs et sécurité compris.
reminder-mail-nominations-button = Désigner des personnes
reminder-mail-missing-people = Votre délégation ({ $delegation }) a annoncé { $expected } personnes et en a présenté { $named } à ce jour. Merci de désigner les autres, ou de corriger le nombre.
reminder-mail-missing-people-button = Ouvrir la page de la délégation
reminder-mail-until = Vous avez jusqu'au { $until }, heure de { $zone }.
reminder-mail-done-already = Si vous l'avez fait entre-temps, vous n'avez plus rien à faire.

## Importation
import-title = Importer des délégations
import-lede = Un tableau CSV ou Excel. Vous voyez d'abord l'effet de chaque ligne ; rien n'est fait tant qu'il reste une erreur.
import-file = Tableau
import-file-hint = CSV ou .xlsx, 8 Mo et 10 000 lignes au plus
import-file-missing = Choisissez d'abord un tableau.
import-preview = Voir l'effet
import-columns = Colonnes
import-columns-text = Les titres occupent la première ligne, dans n'importe quel ordre. Seule une clé ou une entité est nécessaire ; une cellule vide laisse ce qui est en place.
import-column-key = la clé stable par laquelle une ligne retrouve sa délégation ; vide pour les États : leur code
import-column-kind = state, territory, european_union, observer, intergovernmental, un_body, ngo, academia, company, media, host, secretariat
import-column-entity = code ISO ou nom d'un État, d'un territoire ou de l'Union
import-column-name = nom de toute autre délégation, dans chaque langue
import-column-own-name = comment cette conférence nomme un État, un territoire ou l'Union lorsqu'elle s'écarte de la table des Nations Unies ; own_formal_name_fr de même
import-column-region = africa, asia-pacific, eastern-europe, grulac, weog
import-column-language = langue de la correspondance : en, fr, ...
import-column-focal = la personne désignée et invitée
import-column-quota = places d'une catégorie, par sa lettre
import-template = Prendre la liste actuelle comme modèle
import-preview-title = L'effet de ce tableau
import-nothing-done = Rien n'est encore fait.
import-counts = Nouvelles : { $new } ; modifiées : { $changed } ; inchangées : { $unchanged } ; erronées : { $wrong }
import-appointments = { $count ->
    [0] Aucun point focal n'est désigné, aucun courriel ne part.
    [one] { $count } point focal est désigné.
   *[other] { $count } points focaux sont désignés.
 }
import-invite = Leur écrire maintenant
import-invite-hint = Chacun reçoit l'invitation dans la langue de la délégation ; elle part aussitôt.
import-mend = Corrigez le tableau et envoyez-le de nouveau. Rien n'est importé tant qu'il reste une erreur.
import-nothing-new = Tout ce que contient ce tableau est déjà en place. Il n'y a rien à faire.
import-carry-out = Importer { $count ->
    [one] { $count } délégation
   *[other] { $count } délégations
 }
import-another = Choisir un autre tableau
import-done = Nouvelles : { $new } ; modifiées : { $changed } ; inchangées : { $unchanged }.
import-gone = Le tableau que vous avez examiné n'est plus conservé. Envoyez-le de nouveau.
import-changed-meanwhile = Quelqu'un a modifié une délégation entre-temps. Rien n'a été importé ; examinez de nouveau le tableau.
import-guessed = Le fichier n'indique pas son codage ; il a été lu comme { $encoding }. Vérifiez les accents ci-dessous et, s'ils sont faux, enregistrez le tableau en UTF-8.
import-ignored = Colonnes inconnues, laissées de côté : { $columns }
import-left-alone = Colonnes de l'export qu'une importation laisse telles quelles, car les délégations y répondent elles-mêmes : { $columns }
import-progress-title = Importation des délégations
import-progress-text = Tout est importé, ou rien. Vous pouvez quitter cette page ; le travail continue.
import-progress-list = Aller aux délégations
import-progress-again = Revoir le tableau
import-progress-nothing = Rien n'a été importé
run-line = { $done } lignes sur { $total }
run-broke = Une erreur s'est produite de notre côté. Rien n'a été importé ; réessayez, et prévenez l'administrateur si cela se répète.
run-interrupted = Le serveur a été arrêté en cours de route. Rien n'a été importé ; le tableau est toujours là.
import-general = Ce tableau ne peut pas être importé
import-row = Ligne
import-places = Places accordées
import-what = Effet
import-mistakes = Erreurs
import-only-mistakes = Les lignes erronées, { $count } sur { $total }
import-rows-that-act = { $count ->
    [one] Une ligne change quelque chose, sur { $total } ; les autres restent comme elles sont
   *[other] { $count } lignes changent quelque chose, sur { $total } ; les autres restent comme elles sont
}
import-missing-count = Absentes : { $count }
import-new = Nouvelle
import-changed = Modifiée
import-unchanged = Inchangée
import-wrong = Erronée
import-change-kind = genre
import-change-entity = entité
import-change-name = nom
import-change-region = groupe
import-change-language = langue
import-change-quotas = places
import-change-focal-point = point focal
import-missing = { $count ->
    [one] Une délégation de la liste ne figure pas dans ce tableau
   *[other] { $count } délégations de la liste ne figurent pas dans ce tableau
 }
import-missing-text = Elles restent sur la liste telles quelles : une importation ne retire personne. Retirez une délégation depuis sa propre page si elle doit disparaître.
import-no-key-column = Il n'y a ni colonne « key » ni colonne « entity ». Sans l'une des deux, rien ne distingue les lignes.
import-no-rows = Il n'y a aucune ligne sous les titres.
import-too-many = Il y a trop de lignes pour des délégations : { $most } au plus.
import-no-such-category = Une colonne donne des places en catégorie { $letter }, qui n'existe pas.
import-row-too-long = Il y a quelque chose après le dernier titre. Un séparateur ou un guillemet est peut-être faux.
import-key-missing = Il faut une clé pour que cette ligne retrouve sa délégation.
import-key-twice = La clé { $key } figure déjà à la ligne { $row }.
import-kind-missing = Le genre manque.
import-no-such-kind = Le genre « { $text } » n'existe pas.
import-no-such-entity = Aucun État, territoire ni Union ne s'appelle « { $text } ».
import-entity-missing = Un État, un territoire ou l'Union doit être désigné par son code ou son nom.
import-entity-is-no-such-kind = L'entité ne correspond pas au genre.
import-entity-not-wanted = Seuls les États, les territoires et l'Union ont une entité. Laissez vide ou changez le genre.
import-entity-twice = { $entity } figure déjà sur la liste, sous la clé { $key }.
import-name-of-another = Ce nom n'est pas celui de { $entity }. Une colonne a peut-être glissé.
import-name-missing = Il faut un nom dans une langue au moins.
import-no-such-region = Le groupe régional « { $text } » n'existe pas.
import-no-such-language = Cette langue n'est pas l'une de celles-ci : { $languages }.
import-focal-point-without-address = Un point focal a besoin d'une adresse électronique.

delegations-mail-greeting = Bonjour { $name },
delegations-mail-invitation-subject = { $conference } : votre délégation, { $delegation }
delegations-mail-appointed = Vous êtes désormais point focal pour { $delegation }. Il vous revient de confirmer la venue de la délégation et de désigner toutes les personnes à qui il faut un badge ; seuls les points focaux le peuvent.
delegations-mail-open = Ouvrir la page de la délégation
delegations-mail-without-link = Si le lien ne s'ouvre pas, allez à { $address } et saisissez { $email } : un code reçu par courriel vous donnera accès.
delegations-mail-steps = Ce qui vous est demandé
delegations-mail-step-answer = Dire si la délégation vient, et avec combien de personnes environ.
delegations-mail-step-nominate = Désigner ses membres jusqu'au { $until }.
delegations-mail-step-confirm = Confirmer et remplacer des personnes jusqu'au { $until }.
delegations-mail-zone = Heures locales : { $zone }.
delegations-mail-places = Places de votre délégation
delegations-mail-not-you = Si vous n'êtes pas la bonne personne, veuillez répondre à ce courriel, afin que le secrétariat en désigne une autre.
