## Le formulaire personnel : la liste des pages
own-title = Votre inscription
own-reference = Référence { $reference }
own-lede = Quelques pages courtes, environ cinq minutes. Préparez votre passeport ou autre pièce d'identité et une photographie de votre visage.
own-until = { $days ->
    [0] À faire aujourd'hui, avant le { $at }
    [one] À faire avant le { $at } : il reste un jour
   *[other] À faire avant le { $at } : il reste { $days } jours
 }
own-pages = Ce qui est demandé
own-done-of = { $done } sur { $all } terminées
own-begin = Commencer
own-go-on = Continuer
own-check = Vérifier vos réponses
own-check-hint = Tout relire une fois, puis envoyer
own-kept = Chaque page est enregistrée quand vous continuez. Vous pouvez vous arrêter à tout moment et revenir par le lien de votre courriel.
own-is-completed = Vous avez envoyé vos réponses. Vous pouvez encore les modifier jusqu'à leur dépôt.
own-state-done = Terminé
own-state-check = À vérifier
own-state-to-do = À faire
own-state-optional = Facultatif
own-section-role = Votre qualité
own-section-role-hint = Votre fonction, telle qu'elle sera imprimée
own-section-role-why = À quel titre vous venez. Seules la fonction et l'organisation sont à remplir par vous.
own-section-name = Votre nom
own-section-name-hint = Comme sur votre passeport ou autre pièce d'identité
own-section-name-why = Exactement comme sur votre pièce d'identité, dans n'importe quelle écriture. Il est comparé à la pièce au guichet des badges.
own-section-identity = Vous-même
own-section-identity-hint = Date de naissance, sexe, nationalité, résidence
own-section-identity-why = Comme sur votre pièce d'identité. Seuls le service d'accréditation et l'autorité de sécurité le voient.
own-section-document = Votre pièce d'identité
own-section-document-hint = Nature, numéro, date d'expiration
own-section-document-why = Apportez la même pièce au guichet des badges.
own-section-contact = Comment vous joindre
own-section-contact-hint = Téléphone, et langue de nos courriels
own-section-contact-why = Pour les questions sur votre inscription et les nouvelles urgentes pendant la conférence.
own-section-portrait = Votre portrait
own-section-portrait-hint = Une photographie de votre visage, pour le badge
own-section-portrait-why = Il est imprimé sur votre badge, et les agents le comparent à votre visage.
own-section-needs = Vos besoins
own-section-needs-hint = Accès, interprète en langue des signes, régime
own-section-needs-why = Tout ce que les organisateurs devraient préparer pour vous. Ne figure jamais sur les badges, dans les codes ou dans les listes.

## Les pages
own-progress = Page { $number } sur { $all }
own-continue = Continuer
own-later = Remettre à plus tard
own-save-and-list = Enregistrer et revenir à la liste
own-function-hint = Par exemple : Conseiller, Affaires juridiques ; ou : Correspondante.
own-one-name-hint = Si vous n'avez qu'un seul nom, écrivez-le ici et laissez le champ suivant vide.
own-native-hint = Comme vous l'écrivez vous-même, si ce n'est pas en lettres latines.
own-document-safe = Le numéro et la copie sont conservés chiffrés, chaque consultation est consignée, et ils sont effacés après la conférence.
own-address-fixed = C'est l'adresse à laquelle vous avez été invité(e). S'il en faut une autre, dites-le à votre délégation.
own-address-registered = C'est l'adresse avec laquelle vous vous êtes identifié(e).
own-portrait-optional = Votre catégorie n'exige pas de portrait ; avec un portrait, vous entrez plus vite.

## Les réponses
own-check-lede = Tout est exact ? Vos réponses vont à { $delegation }, qui les vérifie et les soumet.
own-check-lede-registered = Tout est exact ? Votre inscription va au service d'accréditation.
own-still-missing = Il manque encore
own-label-and-why = { $label } : { $why }
own-changed-declare-again = Vous avez modifié quelque chose depuis l'envoi de vos réponses. Envoyez-les encore une fois pour que la modification soit bien la vôtre.
own-portrait-heading = Portrait
own-change = Modifier
own-no-answer = Sans réponse
own-scan-sent = Envoyée
own-declare = Déclaration
own-declaration = Mes réponses sont exactes et complètes, et le portrait me représente.
own-declaration-privacy = Ce que deviennent vos données :
own-privacy = avis de confidentialité
own-declaration-version = texte de { $version }
own-declaration-wanted = Veuillez confirmer que vos réponses sont exactes.
own-answers-missing = Il manque encore quelque chose : voir ci-dessus.
own-changed-meanwhile = Votre inscription a été modifiée pendant que vous la regardiez. Veuillez relire les réponses.
own-is-closed = Votre inscription a été soumise entre-temps et ne peut plus être modifiée ici.
own-send = Envoyer à ma délégation
own-submit = Soumettre mon inscription

## Envoyé
own-sent-title = Vos réponses ont été envoyées
own-sent-registered-title = Votre inscription a été soumise
own-your-reference = Votre référence
own-what-happens = La suite
own-next-sent = Vous avez envoyé vos réponses
own-next-delegation = { $delegation } les vérifie et les soumet
own-next-delegation-note = Seul le point focal de votre délégation peut vous désigner.
own-next-officers = Le service d'accréditation examine votre dossier
own-next-officers-note = La décision est envoyée à { $email }.
own-next-badge = Vous retirez votre badge
own-next-badge-note = À partir du { $day }, au guichet des badges, avec votre pièce d'identité.
own-portrait-is-missing = Votre portrait manque encore.
own-add-portrait = L'ajouter maintenant
own-may-change = Tant que votre délégation n'a pas soumis vos réponses, vous pouvez les modifier.
own-change-answers = Modifier mes réponses
own-calendar = Ajouter à mon agenda
own-see-status = Voir où en est le dossier
own-come-back = Le lien de votre courriel ramène ici ; l'identification avec votre adresse aussi.

## Le lien
own-link-title = Complétez votre inscription
own-link-lede = { $delegation } vous demande de remplir vous-même votre inscription.
own-link-for = Ce lien est destiné à
own-link-dates = Dates
own-what-you-need = Il vous faut environ cinq minutes, votre passeport ou autre pièce d'identité et une photographie de votre visage. Aucun mot de passe.
own-link-open = Ouvrir mon inscription
own-link-not-you = Si ceci ne vous est pas destiné, fermez la page ; il ne se passe rien.
own-link-not-you-but = Si vous n'êtes pas { $name }, fermez la page et transmettez le courriel ; il ne se passe rien.
own-link-see-status = Voir où en est le dossier
own-link-handed-in-title = Votre inscription a été soumise
own-link-handed-in-text = Il ne reste rien à remplir. Identifiez-vous avec votre adresse électronique pour voir où en est le dossier.
own-link-run-out-title = Ce lien a expiré
own-link-run-out-text = Son délai est écoulé. Ce que vous aviez rempli est conservé : demandez à votre délégation de vous renvoyer le lien.
own-link-withdrawn-title = Ce lien n'est plus valable
own-link-withdrawn-text = Votre délégation l'a retiré ou vous en a envoyé un plus récent. Cherchez le dernier courriel ou adressez-vous à votre délégation.
own-link-declined-title = Vous vous êtes retiré(e)
own-link-declined-text = Vous avez fait savoir à votre délégation que vous ne venez pas. Si vous venez tout de même, demandez-lui de vous envoyer un nouveau lien.
own-link-unknown-title = Ce lien ne mène nulle part
own-link-unknown-text = Il a peut-être été coupé dans le courriel. Copiez l'adresse entière, ou demandez à votre délégation de vous le renvoyer.

## La délégation demande
own-invite = Inviter par lien
own-invite-title = Inviter quelqu'un par lien
own-invite-lede = La personne remplit elle-même son inscription ; vous la vérifiez et la soumettez. Elle ne peut rien changer à sa catégorie ni à son titre.
own-invite-email-hint = Le lien est envoyé ici. Plusieurs personnes peuvent partager une adresse : chacune reçoit son propre lien.
own-invite-language = Langue du courriel
own-invite-note = Un mot de votre part
own-invite-note-hint = Figure dans le courriel.
own-invite-send = Envoyer le lien
own-invite-another = Envoyer et inviter une autre personne
own-invited = { $name } est invité(e) à remplir son inscription : le lien part à l'adresse { $email }.
own-asked-needs-an-address = Pour être invitée, la personne doit avoir une adresse électronique. Saisissez-la et enregistrez d'abord le brouillon.
own-asked-a-moment-ago = Un lien vient d'être envoyé à cette personne. Attendez une minute avant d'en envoyer un autre.
own-asked-drafts-alone = Seul un brouillon peut être rempli par la personne elle-même.
own-asked-sent = Lien envoyé le { $at }
own-asked-run-out = Lien non utilisé ; expiré le { $at }
own-asked-begun = En cours de saisie par la personne depuis le { $at }
own-asked-completed = Complété par la personne le { $at } : à vérifier et à soumettre
own-asked-changed-since = Complété par la personne le { $at }, modifié depuis
own-ask-title = Laisser la personne remplir
own-ask-text = Un lien par courriel lui permet de compléter ce brouillon ; vous le vérifiez et le soumettez.
own-ask-send = Envoyer le lien à { $email }
own-ask-again = Envoyer un nouveau lien
own-ask-take-back = Retirer le lien
own-ask-take-back-question = Retirer le lien ? La personne ne pourra plus ouvrir ce brouillon ; ce qu'elle a rempli est conservé.
own-link-taken-back = Retiré : le lien de { $name } n'ouvre plus rien.

## Courriels
own-mail-dear = Bonjour { $name },
own-mail-good-day = Bonjour,
own-mail-reference = Référence : { $reference }
own-mail-asked-subject = Veuillez compléter votre inscription : { $conference }
own-mail-asked-text = { $delegation } vous demande de remplir vous-même votre inscription à la conférence, dans la catégorie « { $category } ». Cela prend environ cinq minutes, sans mot de passe.
own-mail-asked-open = Ouvrir mon inscription
own-mail-asked-until = Veuillez le faire avant le { $until }.
own-mail-asked-need = Il vous faut votre passeport ou autre pièce d'identité et une photographie de votre visage. Chaque page est enregistrée : vous pouvez vous arrêter et revenir par le même lien.
own-mail-asked-without-link = Si le lien ne fonctionne pas, allez à { $address } et identifiez-vous avec { $email } : un code vous est envoyé.
own-mail-asked-shared = Si plusieurs personnes lisent cette boîte : le lien est destiné uniquement à la personne nommée ci-dessus.
own-mail-completed-subject = Complété par la personne : { $person }
own-mail-completed-text = { $person } a rempli et déclaré son inscription. Veuillez la vérifier et la soumettre : vous seul(e) pouvez le faire.
own-mail-completed-open = Vérifier et soumettre

## Retrait
own-withdraw = Je ne viens pas
own-leave-title = Vous ne venez pas ?
own-leave-registration = Votre inscription est effacée avec tout ce que vous aviez rempli.
own-leave-draft = Votre délégation est informée que vous ne venez pas. Vous ne pourrez plus ouvrir ce formulaire.
own-leave-submitted = Votre inscription est retirée et votre place est libre aussitôt ; votre délégation en est informée. Seul le secrétariat peut la reprendre.
own-leave-approved = Votre accréditation prend fin aussitôt : un code ou un badge en votre possession n'ouvre plus rien. Votre délégation en est informée. Seul le secrétariat peut la reprendre.
own-leave-yes = Retirer mon inscription
own-leave-no = Non, je viens
own-left = Vous vous êtes retiré(e). Merci de nous l'avoir dit.

## Une question
own-question = Une question du service d'accréditation
own-returned = À corriger
own-returned-text = Le service d'accréditation a renvoyé votre dossier pour ce motif :
own-returned-nominated = Votre délégation corrige le dossier et le soumet à nouveau. Votre réponse l'y aide, et le service d'accréditation la voit aussi.
own-returned-registered = Modifiez ce qui est demandé, puis répondez en une ou deux lignes : votre inscription retourne au service d'accréditation.
own-your-answer = Votre réponse
own-answer-send = Envoyer la réponse
own-answer-submit = Envoyer la réponse et soumettre à nouveau
own-answer-given = Vous avez répondu : { $answer }
own-answer-again = Ajouter quelque chose
own-mend-section = Modifier : { $section }
own-answer-is-empty = Écrivez d'abord une réponse.
own-answer-lacking = Il manque encore quelque chose dans votre inscription : complétez-la d'abord.
own-answered-back = Merci. Votre réponse est au service d'accréditation.
own-answered-kept = Merci. Votre réponse est conservée avec le dossier, et votre délégation en est informée.
own-consent = J'accepte de figurer sur la liste publique
own-portrait-can-wait = Pas encore là. Ajoutez-le, ou laissez votre délégation le faire.
own-next-print = Vous imprimez votre badge
own-next-print-note = Il arrive avec la décision, par courriel et sur votre page.
own-next-digital = Votre badge est sur votre téléphone
own-next-digital-note = Il arrive avec la décision, sur votre page.
