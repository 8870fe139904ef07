## Les autorités
accreditation-clearance-documents = Pièces
accreditation-clearance-security = Sécurité
accreditation-clearance-protocol = Protocole

## Motifs
accreditation-reason-portrait-unfit = La photographie n'est pas utilisable : elle doit montrer le visage de face, sur un fond clair et uni
accreditation-reason-portrait-not-the-person = La photographie ne montre pas la personne de la pièce d'identité
accreditation-reason-document-unreadable = La copie de la pièce d'identité est illisible
accreditation-reason-document-expired = La pièce d'identité est périmée ou expire avant la conférence
accreditation-reason-name-differs = Le nom diffère de celui de la pièce d'identité
accreditation-reason-data-differs = La date de naissance, la nationalité ou le numéro diffèrent de la pièce d'identité
accreditation-reason-function-unclear = La fonction manque ou n'est pas claire
accreditation-reason-letter-missing = La lettre de désignation manque ou ne mentionne pas la personne
accreditation-reason-wrong-category = La catégorie ne correspond pas à la fonction
accreditation-reason-duplicate = La personne est déjà inscrite
accreditation-reason-not-nominated = La personne n'a pas été désignée par une autorité compétente
accreditation-reason-not-eligible = Les conditions de cette catégorie ne sont pas remplies
accreditation-reason-false-document = Les pièces n'ont pas pu être confirmées par l'autorité qui les a délivrées
accreditation-reason-delegation-asked = La délégation l'a demandé

## Ce que disent les règles
accreditation-not-from-here = Cette opération n'est pas possible dans l'état actuel du dossier.
accreditation-nobody-decides-on-themselves = Il s'agit de votre propre dossier. Un ou une collègue doit en décider.
accreditation-changed-meanwhile = Ce dossier a changé pendant que vous l'examiniez ; votre décision n'a pas été exécutée. Dernière étape par : { $name }.
accreditation-nothing-to-give = Les autorisations que vous pouvez donner sont données, ou attendent d'abord une autre autorité.
accreditation-your-words = { $text } Vous aviez écrit : « { $note } »
accreditation-say-why = Choisissez au moins un motif, ou rédigez-en un.
accreditation-say-what-is-asked = Écrivez ce que vous voulez savoir.
accreditation-nobody-to-ask = Cette personne n'a laissé aucune adresse. Renvoyez plutôt le dossier à la délégation.
accreditation-nothing-asked = Plus rien n'est demandé : le dossier a avancé.
accreditation-window-not-open = Les désignations ouvrent le { $opens }. Le brouillon est conservé.
accreditation-late-without-reason = Les désignations sont closes. Une inscription tardive doit être motivée.
accreditation-closed-earlier = Un dossier antérieur de cette personne, numéro { $reference }, a été refusé ou retiré. Demandez au secrétariat de le reprendre.
accreditation-nothing-to-take-back = Il n'est plus possible de revenir sur cette décision : le dossier a évolué depuis.
accreditation-mail-has-left = Il n'est plus possible de revenir sur cette décision : le courriel est parti. Reprenez plutôt le dossier.

## Courriels
accreditation-mail-dear = Bonjour { $name },
accreditation-mail-reference = Référence : { $reference }
accreditation-mail-status-page = État de votre dossier :
accreditation-mail-open-status = Voir l'état de votre dossier
accreditation-mail-open-file = Ouvrir le dossier
accreditation-mail-received-subject = Votre inscription a bien été reçue
accreditation-mail-received-text = { $delegation } a procédé à votre inscription à la conférence, dans la catégorie « { $category } ».
accreditation-mail-received-next = Le service des accréditations examine votre dossier. La décision vous sera communiquée par courriel ; aucune démarche n'est nécessaire pour l'instant.
accreditation-mail-registered-subject = Votre inscription nous est parvenue
accreditation-mail-registered-text = Nous avons reçu votre inscription à la conférence dans la catégorie « { $category } ».
accreditation-mail-returned-subject = Dossier renvoyé : { $person }
accreditation-mail-returned-text = Le service des accréditations a renvoyé le dossier de { $person }. Voici ce qui manque ou doit être modifié :
accreditation-mail-returned-next = Veuillez compléter le dossier et le soumettre de nouveau. Il conserve sa place d'ici là.
accreditation-mail-refused-subject = Votre accréditation n'a pas pu être accordée
accreditation-mail-refused-subject-of = Accréditation refusée : { $person }
accreditation-mail-refused-text = Nous avons le regret de vous informer que votre accréditation à la conférence n'a pas pu être accordée.
accreditation-mail-refused-text-of = Nous avons le regret de vous informer que l'accréditation de { $person } à la conférence n'a pas pu être accordée.
accreditation-mail-refused-next = Si vous pensez qu'il s'agit d'une erreur, veuillez écrire au secrétariat en rappelant la référence.
accreditation-mail-withdrawn-subject = Votre inscription a été retirée
accreditation-mail-withdrawn-text = { $delegation } a retiré votre inscription à la conférence. Le code ou le badge que vous auriez reçu n'est plus valable.
accreditation-mail-asked-subject = Une question sur votre inscription
accreditation-mail-asked-text = Le service d'accréditation souhaite savoir ce qui suit. Votre place est gardée jusqu'à votre réponse.
accreditation-mail-asked-open = Répondre
accreditation-mail-answered-subject = Réponse de { $person }
accreditation-mail-answered-text = { $person } a répondu au sujet du renvoi de son dossier. Veuillez corriger ce qui reste et soumettre à nouveau le dossier : vous seul(e) pouvez le faire.
accreditation-mail-not-coming-subject = { $person } ne viendra pas
accreditation-mail-not-coming-text = { $person } a fait savoir qu'il ou elle ne viendra pas à la conférence. La place éventuellement occupée est libre.

## Désigner
accreditation-nominate = Ajouter une personne
accreditation-nominate-lede = Ce que vous savez à ce stade : un brouillon peut être incomplet. Rien ne parvient au secrétariat avant que vous ne le soumettiez.
accreditation-keep-draft = Enregistrer le brouillon
accreditation-keep-and-add = Enregistrer et en ajouter une autre
accreditation-submit = Soumettre
accreditation-submit-freezes = Une fois soumises, les données sont figées.
accreditation-draft-is-kept = Enregistré : { $name }
accreditation-handed-in = Soumis : { $name }. Le service des accréditations prend le relais.
accreditation-withdrawn = Retiré : { $name }. La place est libre.
accreditation-draft-is-discarded = Brouillon supprimé : { $name }
accreditation-was-returned = Ce dossier vous a été renvoyé. Corrigez-le et soumettez-le de nouveau ; il conserve sa place.
accreditation-nothing-changed = Rien n'a été modifié depuis le renvoi de ce dossier. Corrigez ci-dessous ce qui est demandé, ou soumettez-le tel quel : le service des accréditations verra que rien n'a changé.
accreditation-submit-unchanged = Soumettre tel quel
accreditation-discard = Supprimer ce brouillon
accreditation-discard-question = Supprimer ce brouillon et tout son contenu ?
accreditation-withdraw = Retirer cette personne
accreditation-withdraw-question = Retirer cette personne ? La place est aussitôt libérée, la personne en est informée par courriel, et seul le secrétariat peut reprendre le dossier.
accreditation-substitute = Remplacer par une autre personne
accreditation-substitute-text = Vous remplissez le formulaire de l'autre personne. Rien ne change tant que vous ne l'avez pas présenté ; alors cette personne est retirée et l'autre prend la place, même après la clôture des désignations.
accreditation-substitute-begin = Commencer le formulaire de l'autre personne
accreditation-substitute-is = Remplacement par
accreditation-substitutes = Prend la place de { $name }, dossier { $reference }, qui la garde jusqu'à ce que vous présentiez ce formulaire et sera alors retirée de la liste.
accreditation-in-place-of = À la place de
accreditation-frozen = Les données soumises sont figées. Pour une modification, écrivez au secrétariat ou retirez la personne.
accreditation-so-far = Jusqu'ici

## Les piles du service
accreditation-files = Dossiers
accreditation-piles = Piles
accreditation-pile-waiting = À traiter
accreditation-pile-changed = Modifiés
accreditation-pile-late = Inscriptions tardives
accreditation-pile-on-hold = En attente
accreditation-pile-returned = Renvoyés
accreditation-pile-elsewhere = Auprès d'autres autorités
accreditation-pile-approved = Approuvés
accreditation-pile-closed = Refusés ou retirés
accreditation-name-first = Saisissez d'abord un nom. Tout le reste peut suivre.
accreditation-nothing-fits = Aucun dossier ne correspond
accreditation-nothing-fits-text = Regardez dans une autre pile ou modifiez la recherche. Elle trouve les noms, les fonctions, les numéros de dossier et les délégations.
accreditation-pile-is-empty = Rien ici
accreditation-pile-is-empty-text = Aucun dossier dans cette pile. Les nouveaux apparaissent d'eux-mêmes.
accreditation-begin = Commencer par le plus ancien
accreditation-files-caption = { $count ->
    [one] { $shown } dossier, { $at }
   *[other] { $shown } dossiers, { $at }
 }
accreditation-desk = Sur le bureau de
accreditation-waiting-since = Depuis
accreditation-just-in = Vient d'arriver :
accreditation-oldest = le plus ancien : { $age }

## Le dossier ouvert
accreditation-file-submitted = Dossier { $reference }, soumis le { $at }
accreditation-clearances = Avis
accreditation-clearance-said = { $kind } : { $state }
accreditation-clearance-is-open = sans réponse
accreditation-clearance-is-given = donnée
accreditation-clearance-is-refused = refusée
accreditation-on-another-desk = Sur le bureau de { $name } jusqu'à { $until }.
accreditation-take-over = Reprendre le dossier
accreditation-papers = Pièces
accreditation-paper-identity = Pièce d'identité
accreditation-open-paper = Ouvrir ici
accreditation-opening-is-recorded = Chaque ouverture d'une pièce d'identité est consignée.
accreditation-paper-in-a-tab = Dans un autre onglet
accreditation-close-paper = Fermer
accreditation-no-papers = Aucune pièce n'a été envoyée.
accreditation-kilobytes = { $size } Ko
accreditation-single-keys = Touches simples (A, R, H…)
accreditation-ask = Interroger la personne
accreditation-question-to-person = Votre question à la personne
accreditation-question-hint = Elle part par courriel dans dix secondes et figure sur sa page avec une case pour la réponse. Le dossier reste en attente et revient avec la réponse.
accreditation-changed-since = Modifié depuis : { $step }
accreditation-is-new = nouveau
accreditation-doubts = { $count ->
    [one] Un doute
   *[other] { $count } doutes
 }
accreditation-same-number = Même numéro de pièce d'identité
accreditation-same-name-and-birth = Même nom et même date de naissance
accreditation-fact-name = Nom
accreditation-fact-shown-name = Nom d'origine ou nom sur le badge
accreditation-fact-sex = Sexe
accreditation-fact-birth-date = Date de naissance
accreditation-fact-nationality = Nationalité
accreditation-fact-document = Pièce d'identité
accreditation-fact-scan = Copie
accreditation-fact-portrait = Portrait
accreditation-fact-delegation = Délégation
accreditation-fact-category = Catégorie
accreditation-fact-rank = Qualité et rang
accreditation-step-submit = Soumis
accreditation-step-clear = Autorisation donnée
accreditation-step-approve = Approuvé
accreditation-step-return = Renvoyé
accreditation-step-refuse = Refusé
accreditation-step-hold = Mis en attente
accreditation-step-resume = Repris
accreditation-step-withdraw = Retiré
accreditation-step-undo = Décision annulée
accreditation-step-reopen = Autorisation redemandée
accreditation-step-ask = Question à la personne
accreditation-step-answer = Réponse de la personne

## Actes
accreditation-approve = Approuver
accreditation-return = Renvoyer
accreditation-hold = Mettre en attente
accreditation-refuse = Refuser
accreditation-resume = Reprendre
accreditation-previous = Dossier précédent
accreditation-next = Dossier suivant
accreditation-return-why = Que manque-t-il ?
accreditation-refuse-why = Pourquoi ce refus ?
accreditation-note-to-delegation = En vos propres termes, à la délégation
accreditation-note-to-person = En vos propres termes, à la personne
accreditation-done = { $what } : { $name }
accreditation-done-mail-leaves = { $what } : { $name } ; le courriel part dans { $seconds } s

## Corriger
accreditation-correct = Corriger : { $name }
accreditation-correct-lede = Pour ce que la délégation ne peut plus modifier. Chaque modification est consignée à votre nom.
accreditation-correct-approved = Cette personne est approuvée. Une modification du nom, de la date de naissance, de la pièce d'identité, du portrait, de la nationalité ou de la catégorie est de nouveau soumise aux autorités, et l'approbation est suspendue jusqu'à leur réponse. Une modification du téléphone ou de l'adresse ne l'est pas.
accreditation-save-correction = Enregistrer la correction
accreditation-corrected = La correction est enregistrée.
accreditation-corrected-asking-again = La correction est enregistrée. De nouveau sollicités : { $kinds }.
