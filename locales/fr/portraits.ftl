# Plusieurs portraits à la fois
portraits-many = Portraits
portraits-title = Plusieurs portraits à la fois
portraits-lede = Choisissez ensemble les photos de toutes les personnes. Chacune est rapprochée d'après le nom de son fichier ; vous voyez chaque visage à côté de son nom, et rien n'est gardé avant que vous ne le disiez.
portraits-pictures = Photos
portraits-pictures-hint = Choisissez-en 60 au plus, ou déposez-les ici. JPEG, PNG ou WebP, au moins 480 sur 640 pixels ; ou un fichier ZIP qui les contient.
portraits-send = Envoyer les photos
portraits-nothing-sent = Choisissez une ou plusieurs photos.
portraits-too-many = { $most } photos attendent déjà. Gardez-les d'abord, puis envoyez les autres.
portraits-zip-damaged = Ce fichier ZIP ne peut être ouvert ; il est peut-être endommagé. Compressez les photos à nouveau, ou envoyez-les côte à côte.
portraits-zip-locked = Ce fichier ZIP est protégé par un mot de passe. Compressez les photos à nouveau sans mot de passe, ou envoyez-les côte à côte.
portraits-zip-too-large = Ce fichier ZIP contient plus que ce qui peut être reçu. Envoyez des photos plus petites, ou plusieurs fichiers.
portraits-zip-too-many-files = Ce fichier ZIP contient plus de { $most } fichiers. Envoyez-en plusieurs plus petits.
portraits-zip-empty = Ce fichier ZIP ne contient aucun fichier.
portraits-sending = { "{n}" } sur { "{m}" }
portraits-cut = La liaison est coupée. Ce qui est parvenu est conservé ; l'envoi reprendra de lui-même dès son retour.
portraits-sent = Toutes les photos sont arrivées.
portraits-names-example = Donnez aux fichiers le nom des personnes, dans n'importe quel ordre et n'importe quelle écriture : « Amukugo Selma.jpg », « selma_amukugo.png ». Le numéro du dossier (« 417.jpg »), la ligne de votre tableau (« ligne 5.jpg ») ou le numéro du passeport conviennent aussi.
portraits-lacking = { $count ->
    [0] Toutes les personnes dont vous pouvez modifier le dossier ont un portrait.
    [one] Une personne dont vous pouvez modifier le dossier n'a pas encore de portrait.
   *[other] { $count } personnes dont vous pouvez modifier le dossier n'ont pas encore de portrait.
}
portraits-nobody = Il n'y a personne à qui donner un portrait
portraits-nobody-text = Les portraits sont pour les personnes dont vous pouvez encore modifier le dossier : brouillons et dossiers qui vous ont été renvoyés. Ajoutez d'abord des personnes.
portraits-counts = { $matched ->
    [0] Aucune rapprochée
    [one] Une rapprochée
   *[other] { $matched } rapprochées
}, { $open } à rapprocher
portraits-to-match = À rapprocher
portraits-matched = Rapprochées d'après le nom du fichier
portraits-bad = Inutilisables
portraits-whose = De qui est-ce le portrait ?
portraits-choose = Choisir
portraits-candidates = Ce peut être
portraits-everybody = Tout le monde
portraits-choice = { $name } (dossier { $reference })
portraits-let-go = Laisser cette photo de côté
portraits-change = Quelqu'un d'autre
portraits-fits-nobody = Le nom du fichier ne correspond à personne.
portraits-fits-several = Le nom correspond à { $count } personnes.
portraits-fits-twice = Une autre photo correspond aussi à { $name }.
portraits-fits-frozen = Correspond à { $name }, dont le dossier ne peut être modifié en ce moment : { $status }.
portraits-on-file = Le portrait au dossier
portraits-replace = Remplacer le portrait au dossier
portraits-keep = { $count ->
    [0] Garder ce que j'ai choisi
   *[other] Garder les portraits
}
portraits-keep-note = Ce dont vous ne dites rien attend ici jusqu'à demain.
portraits-nobody-such = Cette personne n'est plus dans votre liste. Choisissez quelqu'un d'autre.
portraits-frozen = Le dossier de { $name } a été soumis entre-temps et ne peut être modifié en ce moment.
portraits-two-for-one = Deux photos sont pour { $name }. Choisissez-en une et laissez l'autre de côté.
portraits-given = { $given ->
    [0] Aucun portrait n'a été gardé.
    [one] Un portrait gardé.
   *[other] { $given } portraits gardés.
} { $left ->
    [0] { "" }
    [one] Une photo attend encore sa personne.
   *[other] { $left } photos attendent encore leur personne.
}

# Vérifier et soumettre
check-title = Vérifier et soumettre
check-lede = Qui est prêt à être soumis, et ce qui manque encore aux autres. Les places sont attribuées dans l'ordre de votre liste.
check-counts = { $ready ->
    [0] Aucun dossier prêt
    [one] Un dossier prêt
   *[other] { $ready } dossiers prêts
}, { $open } à compléter
check-ready = Prêts à être soumis
check-take-along = Soumettre le dossier de { $name }
check-submit = Soumettre les dossiers cochés
check-submit-one = Soumettre ce dossier
check-submit-many = Soumettre ces { "{n}" } dossiers
check-nobody-ticked = Personne n'est coché. Cochez au moins une personne dont le dossier est à soumettre, puis appuyez de nouveau sur le bouton.
check-freezes = Ensuite, les données d'identité ne pourront être modifiées que par le secrétariat.
check-open = À compléter d'abord
check-why = Ce qui s'y oppose
check-lacks = Il manque : { $fields }
check-no-place = Il ne reste pas de place : { $cap } dans cette catégorie, et les personnes qui précèdent sur votre liste prennent les dernières.
check-lacks-something = Il manque quelque chose à ce dossier.
check-left-after = Ensuite, il en reste { $left } sur { $cap }
check-nobody = Il n'y a pas de brouillon
check-nobody-text = Tous les dossiers de votre liste ont été soumis, ou personne n'a encore été ajouté.
check-refused = Aucun dossier n'a été soumis
check-refused-one = { $name } : { $why }
check-returned = { $count ->
    [one] Un dossier vous a été renvoyé. Complétez-le et soumettez-le sur sa propre page :
   *[other] { $count } dossiers vous ont été renvoyés. Complétez et soumettez chacun sur sa propre page :
}

# Récépissés
receipt-title = Récépissé { $number }
receipt-lede = { $count ->
    [one] Un dossier a été soumis en vue de l'accréditation.
   *[other] { $count } dossiers ont été soumis en vue de l'accréditation.
}
receipt-line = Récépissé { $number }, { $at } : { $count ->
    [one] une personne
   *[other] { $count } personnes
}
receipt-all = Récépissés
receipt-all-lede = Un récépissé pour chaque dépôt groupé, le plus récent d'abord. Chacun peut être rouvert et imprimé.
receipt-none = Il n'y a pas encore de récépissé
receipt-none-text = Vous en recevez un quand vous vérifiez votre liste et soumettez plusieurs dossiers ensemble.
receipt-name = Récépissé
receipt-count = Personnes
receipt-paper = Sur papier
receipt-pdf-of = Récépissé { $number } en PDF
receipt-some-left = { $count ->
    [one] Un dossier n'a pu être soumis et reste à l'état de brouillon : voyez ce qui s'y oppose.
   *[other] { $count } dossiers n'ont pu être soumis et restent à l'état de brouillon : voyez ce qui s'y oppose.
}
receipt-pdf = Récépissé en PDF
receipt-check = Voir qui est encore à l'état de brouillon
receipt-when = Soumis le
receipt-by = Par
receipt-people = Personnes dont le dossier est soumis
receipt-places = Places restantes à ce moment
receipt-note = Le service des accréditations examine maintenant chaque dossier. Vous serez avisé de chaque dossier auquel il manque quelque chose ; la liste complète se trouve sur la page de votre délégation.
receipt-page-of = Page { $page } sur { $pages }
receipt-mail-subject = { $count ->
    [one] Reçu : un dossier de votre délégation
   *[other] Reçu : { $count } dossiers de votre délégation
}
receipt-mail-text = { $by } a soumis les dossiers suivants pour { $delegation } :
receipt-mail-line = { $reference } : { $name }
receipt-mail-next = Le service des accréditations examine maintenant chaque dossier. Vous ne recevrez un message que s'il manque quelque chose.
receipt-mail-open = Ouvrir le récépissé

# Le portrait d'une personne
portrait-take = Prendre une photo
portrait-shoot = Photographier
portrait-sending = { "{sent}" } Ko envoyés sur { "{size}" }
portrait-cut = La liaison est coupée à { "{sent}" } Ko sur { "{size}" }. L'envoi reprendra de lui-même ; vous pouvez continuer à remplir le formulaire.
portrait-sent = La photo est arrivée ({ "{size}" } Ko).
portrait-kept = La photo que vous avez envoyée est conservée et accompagne ce formulaire.
portrait-unreadable = Ce navigateur ne peut afficher ce fichier. Il est envoyé tel quel, et vous serez averti s'il est inutilisable.
portrait-no-camera = L'appareil photo ne peut être utilisé. Choisissez plutôt une image.
portrait-upload-gone = La photo que vous aviez envoyée n'est plus là. Choisissez-la de nouveau.
portrait-tool = Recadrer et tourner la photo
portrait-tool-hint = Le visage doit se trouver dans l'ovale. Faites glisser la photo ou servez-vous des boutons.
portrait-canvas = La photo telle qu'elle est recadrée. Les flèches la déplacent, plus et moins changent sa taille.
portrait-too-small = Cette photo est trop petite : il faut au moins 480 sur 640 pixels. Choisissez-en une plus grande.
portrait-turn-left = Tourner à gauche
portrait-turn-right = Tourner à droite
portrait-larger = Plus grand
portrait-smaller = Plus petit
portrait-move-start = Déplacer vers le début de la ligne
portrait-move-end = Déplacer vers la fin de la ligne
portrait-move-up = Déplacer vers le haut
portrait-move-down = Déplacer vers le bas
portrait-anew = Comme au début

# Colonnes que la lecture ne connaît pas, et exemple de la démonstration
people-sheet-unknown = { $count ->
    [one] Une colonne a un intitulé inconnu
   *[other] { $count } colonnes ont des intitulés inconnus
}
people-sheet-remembered = { $count ->
    [one] Une colonne est lue comme vous l'avez dit
   *[other] { $count } colonnes sont lues comme vous l'avez dit
}
people-sheet-unknown-text = Dites ce que chacune signifie, ou qu'il faut la laisser de côté. Ce sera retenu pour votre prochain tableau.
people-sheet-unsaid = Pas encore précisé
people-sheet-ignore = Laisser cette colonne de côté
people-sheet-say-columns = Lire ainsi le tableau
people-sheet-sample = Essayer avec un exemple
people-sheet-sample-text = Ceci est une démonstration : trente personnes inventées, avec trois erreurs parmi elles.
portraits-sample = Envoyer douze portraits d'exemple
portraits-sample-zip = ou les télécharger en fichier ZIP et les déposer ici
portraits-sample-text = Ceci est une démonstration : des portraits dessinés existent pour les douze premières personnes du tableau d'exemple. Des spécimens de leurs passeports sont joints à leurs dossiers.
portraits-sample-name = portraits-exemple
