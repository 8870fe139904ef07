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

## Une délégation
delegation-kind-hint = Il fixe le nom de la délégation, ses places de départ et les règles qu'elle suit.
delegation-in-use = Des personnes font partie de cette délégation. Retirez-les ou changez leur délégation d'abord.


quota-below-used = { $used ->
    [one] Une personne occupe déjà une place de cette catégorie. Retirez-la d'abord ou laissez au moins une place.
   *[other] { $used } personnes occupent déjà des places de cette catégorie. Retirez-en d'abord ou laissez au moins { $used } places.
 }

focal-point-ended = Cette désignation a pris fin. Désignez la personne à nouveau.
rule-one-appointment-per-focal-point = Cette personne est déjà désignée.

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


## La réponse de la délégation
answer-closed = Les confirmations sont closes. Écrivez au secrétariat si la réponse doit changer.

## Importation
import-changed-meanwhile = Quelqu'un a modifié une délégation entre-temps. Rien n'a été importé ; examinez de nouveau le tableau.
import-new = Nouvelle
import-changed = Modifiée
import-unchanged = Inchangée
import-wrong = Erronée
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
delegations-mail-invitation-subject = Votre délégation à la conférence : { $delegation }
delegations-mail-appointed = Vous êtes désigné point focal pour { $delegation }. Il vous revient de confirmer la venue de la délégation et de désigner toutes les personnes à qui il faut un badge ; seuls les points focaux le peuvent.
delegations-mail-open = Ouvrir la page de la délégation
delegations-mail-without-link = Si le lien ne s'ouvre pas, allez à { $address } et saisissez { $email } : un code reçu par courriel vous donnera accès.
delegations-mail-steps = Ce qui vous est demandé
delegations-mail-step-answer = Dire si la délégation vient, et avec combien de personnes environ.
delegations-mail-step-nominate = Désigner ses membres jusqu'au { $until }.
delegations-mail-step-confirm = Confirmer et remplacer des personnes jusqu'au { $until }.
delegations-mail-zone = Heures de { $zone }.
delegations-mail-places = Places de votre délégation
delegations-mail-not-you = Si vous n'êtes pas la bonne personne, veuillez répondre à ce courriel, afin que le secrétariat en désigne une autre.
