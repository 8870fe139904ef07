# Ce qui entoure chaque courriel.
mail-answers-go-to = Des questions ? Répondez à ce courriel ou écrivez à { $contact }.
mail-nobody-reads-answers = Ce courriel a été envoyé automatiquement. Merci de ne pas y répondre : votre réponse ne parviendrait à personne.

# La boîte d'envoi et la boîte aux lettres de la démonstration.
mail-outbox-title = Courriels
mail-outbox-lede = Ce qui a été envoyé, et à qui, au nom de cette conférence, du plus récent au plus ancien. Les codes de connexion n'y figurent pas.
mail-mailbox-title = Boîte aux lettres
mail-mailbox-lede = Ce que chacun trouverait dans sa boîte aux lettres, codes et liens compris. Seule cette machine la montre.
mail-state = État
mail-state-any = Tous
mail-state-waiting = En attente
mail-leaves = part dans { $seconds } s
mail-state-sending = En cours d'envoi
mail-state-sent = Envoyé
mail-state-failed = Échec
mail-state-withdrawn = Retiré
mail-subject = Objet
mail-to = Destinataire
mail-when = Envoi effectué ou prévu
mail-unread = nouveau
mail-none-title = Aucun courriel
mail-nothing-yet = Rien n'a encore été envoyé. Invitations, décisions et confirmations apparaissent ici dès leur départ : cette liste se met à jour d'elle-même.
mail-none-text = Aucun envoi ne correspond. Modifiez la recherche ou revenez plus tard : cette liste se met à jour d'elle-même.
mail-queued = Rédigé
mail-sent-at = Envoyé
mail-due = Prévu
mail-attempts = Tentatives
mail-message-id = Identifiant du message
mail-attachments = Pièces jointes
mail-secrets-hidden = Les codes et les liens à usage unique sont masqués : ils ne sont destinés qu'au destinataire.
mail-as-html = Le courriel tel que le voit son destinataire
mail-as-text = Le même en texte brut
mail-send-again = Envoyer à nouveau
mail-will-be-sent-again = Il va être renvoyé immédiatement.
mail-not-to-be-sent-again = Ce courriel ne peut pas être renvoyé : il n'a pas échoué, ou il arriverait trop tard.
