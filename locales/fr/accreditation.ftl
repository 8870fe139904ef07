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
accreditation-say-why = Choisissez au moins un motif, ou rédigez-en un.
accreditation-window-not-open = Les désignations ouvrent le { $opens }. Le brouillon est conservé.
accreditation-late-without-reason = Les désignations sont closes. Une inscription tardive doit être motivée.
accreditation-closed-earlier = Un dossier antérieur de cette personne, numéro { $reference }, a été refusé ou retiré. Demandez au secrétariat de le reprendre.
accreditation-nothing-to-take-back = Il n'est plus possible de revenir sur cette décision : le dossier a évolué depuis.
accreditation-mail-has-left = Il n'est plus possible de revenir sur cette décision : le courriel est parti. Reprenez plutôt le dossier.

## Courriels
accreditation-mail-dear = { $name },
accreditation-mail-reference = Référence : { $reference }
accreditation-mail-status-page = État de votre dossier :
accreditation-mail-open-status = Voir l'état de votre dossier
accreditation-mail-open-file = Ouvrir le dossier
accreditation-mail-received-subject = Votre inscription a bien été reçue
accreditation-mail-received-text = { $delegation } a procédé à votre inscription à la conférence, dans la catégorie « { $category } ».
accreditation-mail-received-next = Le service des accréditations examine votre dossier. La décision vous sera communiquée par courriel ; aucune démarche n'est nécessaire pour l'instant.
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
