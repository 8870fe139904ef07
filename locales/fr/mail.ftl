# Ce qui entoure chaque courriel.
mail-answers-go-to = Des questions ? Répondez à ce courriel ou écrivez à { $contact }.
mail-nobody-reads-answers = Ce courriel a été envoyé automatiquement. Merci de ne pas y répondre : votre réponse ne parviendrait à personne.
