## Approbation
badges-approved = { $person } est accrédité(e). La confirmation part dans dix secondes.
badges-cleared = Votre autorisation pour { $person } est donnée ; une autre autorité doit encore répondre.

## Guichet des badges
badges-desk-title = Guichet des badges
badges-find = Scannez le code de retrait, ou tapez un nom, une délégation ou un numéro
badges-find-do = Chercher
badges-how = La marche à suivre
badges-how-find = Trouver la personne
badges-how-find-text = Scannez le code de retrait, sur téléphone ou papier, avec le lecteur : le champ ci-dessus le reçoit. Sans code, une partie du nom suffit.
badges-how-compare = Comparer
badges-how-compare-text = La pièce d'identité avec le nom et les derniers caractères affichés, le visage avec le portrait.
badges-how-print = Imprimer et remettre
badges-how-print-text = Le badge est valable aux accès dès l'instant où vous le remettez.
badges-last = Derniers badges remis
badges-last-none = Aucun badge n'a encore été remis.
badges-found = { $count ->
    [one] Une personne trouvée
   *[other] { $count } personnes trouvées
 }
badges-nobody-title = Personne
badges-nobody-text = Seules les personnes accréditées se trouvent ici. Essayez une partie du nom, la référence ou le numéro du badge ; si le dossier n'est pas encore approuvé, adressez la personne au bureau d'accréditation.
badges-code-unknown = Ce code n'est pas dans nos registres.
badges-code-elsewhere = Ce code appartient à une autre conférence.
badges-code-forged = Ce code n'a pas été fait ici : sa signature est fausse. Appelez un responsable.
badges-scanned-live = Le code de retrait est valable et n'a pas encore servi
badges-scanned-used = Le code de retrait a déjà servi : le badge a été remis
badges-scanned-prepared = Le code d'un badge imprimé mais pas encore remis
badges-scanned-superseded = Le code d'un badge remplacé par une impression plus récente
badges-scanned-lost = Le code d'un badge déclaré perdu
badges-scanned-revoked = Le code d'un badge révoqué
badges-portrait = Portrait
badges-no-portrait = Pas de portrait
badges-is-approved = Accréditation approuvée
badges-is-not-approved = Non approuvée
badges-not-approved = L'accréditation n'est pas approuvée en ce moment : aucun badge ne peut être imprimé ni remis.
badges-check-paper = Comparer la pièce d'identité
badges-check-face = Comparer le visage au portrait
badges-print = Imprimer le badge
badges-print-again = Réimprimer
badges-open-sheet = Ouvrir pour imprimer
badges-printed = Le badge { $number } est prêt à imprimer. Il sera valable une fois remis.
badges-print-first = Imprimez d'abord le badge.
badges-hand-over = Remettre
badges-handed-to = Remis à
badges-handed-to-hint = laissez vide pour la personne elle-même
badges-handed = Le badge { $number } a été remis à { $to } ; il est désormais valable.
badges-handed-before = Ce badge a déjà été remis. S'il est perdu, déclarez-le puis réimprimez.
badges-handed-line = Remis le { $time } à { $to }
badges-printed-line = Imprimé le { $time }, pas encore remis
badges-not-printed = Pas encore imprimé
badges-lost-question = Le badge est perdu
badges-lost-text = Il cesse aussitôt d'être valable à tous les accès. Imprimez-en ensuite un nouveau.
badges-report-lost = Déclarer perdu
badges-lost = Le badge { $number } n'est plus valable. Imprimez-en un nouveau après contrôle de la pièce d'identité.
badges-none = Il n'y a pas de badge à invalider.
badges-dead = Ce badge n'est plus valable et ne se réimprime pas. Imprimez-en un nouveau au guichet.
badges-number = N° { $number }

## Page personnelle
badges-own-title = Mon accréditation
badges-own-reference = Référence { $reference }
badges-own-code = Votre code de retrait
badges-own-code-text = Présentez-le au guichet des badges avec votre pièce d'identité ; vous recevrez votre badge en échange. Il n'ouvre aucun accès.
badges-own-badge = Votre badge
badges-own-badge-text = Les accès lisent ce code. Munissez-vous aussi de votre pièce d'identité.
badges-own-code-alt = Code QR de 193 chiffres
badges-own-print = Imprimer le badge
badges-own-progress = Où en est votre dossier
badges-own-draft-text = Votre délégation a commencé votre inscription et ne l'a pas encore déposée.
badges-own-submitted-text = Votre délégation a déposé votre inscription. Le service d'accréditation l'examine ; la décision vous sera communiquée par courriel dès qu'elle sera prise.
badges-own-returned-text = Le service d'accréditation a demandé une correction à votre délégation. Votre place est gardée ; votre point focal sait ce qui manque.
badges-own-on-hold-text = Le service d'accréditation examine encore votre inscription. La décision vous sera communiquée par courriel dès qu'elle sera prise.
badges-own-approved-text = Vous êtes accrédité(e). Cette page contient ce qu'il vous faut pour obtenir votre badge.
badges-own-refused-text = Votre accréditation n'a pas pu être accordée. Si vous pensez qu'il s'agit d'une erreur, veuillez écrire au secrétariat en indiquant la référence.
badges-own-withdrawn-text = Votre délégation a retiré votre inscription. Si vous pensez qu'il s'agit d'une erreur, veuillez vous adresser à votre point focal.
badges-own-collected-text = Votre badge vous a été remis. Portez-le chaque jour et munissez-vous de votre pièce d'identité.
badges-own-decided = Décision
badges-own-badge-ready = Badge prêt
badges-own-submitted = Déposé par votre délégation
badges-own-collected = Badge retiré
badges-own-when = Dates
badges-own-contact = Questions
badges-home-title = Votre badge
badges-home-size = Imprimez cette page à sa taille réelle (100 %), en couleur si possible.
badges-home-cut = Découpez le long des repères.
badges-home-bring = Apportez le badge et la pièce d'identité pour laquelle il a été établi.

## Courriel
badges-mail-subject-collect = Accréditation de { $person } (code de retrait ci-joint)
badges-mail-subject-badge = Accréditation de { $person } (badge ci-joint)
badges-mail-dear = Bonjour { $name },
badges-mail-approved = Votre accréditation est approuvée : { $category }, { $delegation }.
badges-mail-approved-other = L'accréditation de { $person } ({ $delegation }) est approuvée. Merci de lui transmettre ce courriel.
badges-mail-collect = Présentez le code ci-dessous au guichet des badges ; le badge vous sera remis en échange. Le code lui-même n'ouvre aucun accès.
badges-mail-print = Imprimez le badge depuis la page de suivi et apportez-le.
badges-mail-show = Le code ci-dessous est votre badge : présentez-le aux accès, sur papier ou à l'écran.
badges-mail-code = Code
badges-mail-bring = Munissez-vous de la pièce d'identité indiquée lors de l'inscription et de ce courriel, sur papier ou sur un téléphone.
badges-mail-venue = Lieu
badges-mail-reference = Référence
badges-mail-number = Numéro
badges-mail-status = Page de suivi :
badges-mail-open-status = Ouvrir la page de suivi
