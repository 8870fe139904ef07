participants-birth-cannot-be = Personne parmi les participants ne peut être né ce jour-là.
participants-document-expires-too-soon = La pièce expire avant le début de la conférence.
participants-file-is-frozen = Ce dossier a été soumis et ne peut plus être modifié ici. Adressez-vous au secrétariat ou attendez qu'il vous soit renvoyé.
participants-not-a-document-number = Ce ne peut être le numéro d'une pièce d'identité.
participants-not-a-phone-number = Ce n'est pas un numéro de téléphone. Commencez par + et l'indicatif du pays.
participants-only-drafts-are-discarded = Seuls les brouillons peuvent être supprimés. Un dossier soumis est retiré.
