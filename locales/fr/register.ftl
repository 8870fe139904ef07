## S'inscrire soi-même
register-title = S'inscrire
register-lede = Inscrivez-vous vous-même à { $conference }. Il ne faut ni compte ni mot de passe : un code arrive par courriel.
register-until = jusqu'au { $at }
register-you-need = Ce qu'il vous faut
register-need-paper = Votre passeport ou autre pièce d'identité
register-need-portrait = Une photographie de votre visage
register-need-minutes = Environ cinq minutes ; vous pouvez vous arrêter à tout moment et revenir
register-email-hint = Nous envoyons un code à six chiffres à cette adresse.
register-signed-in = Vous êtes identifié(e) avec { $email }.
register-go-on = S'inscrire
register-others = Toutes les autres personnes sont désignées par leur délégation et viennent par le lien qu'elle envoie.
register-closed-title = Les inscriptions sont closes
register-closed = Aucune catégorie n'est ouverte à l'inscription en ce moment. Les membres d'une délégation sont désignés par elle.
register-whom = Qui s'inscrit ?
register-somebody-else = Inscrire une autre personne
register-somebody-else-text = Pour une autre personne qui lit la boîte { $email }. Chaque personne a son propre dossier.
register-as = Vous venez en qualité de
register-name = Nom complet
register-too-many = Autant de personnes ne peuvent pas être inscrites depuis une seule adresse. Écrivez au secrétariat.
register-begun-already = Cette inscription vient d'être commencée. Ouvrez-la dans la liste ci-dessus.

## Le réglage
settings-registration = Inscription libre
settings-count-open = { $count ->
    [0] aucune catégorie n'est ouverte
    [one] une catégorie est ouverte
   *[other] { $count } catégories sont ouvertes
 }
register-settings-text = Dans une catégorie ouverte, chacun s'inscrit soi-même et est rattaché à la délégation que vous indiquez ; ses places sont la limite. Toutes les autres personnes sont désignées. La page publique :
register-none-open = Aucune catégorie n'est ouverte : chacun est désigné par une délégation.
register-under = Rattachement
register-under-hint = Par exemple une délégation « Médias indépendants ». Donnez-lui des places dans cette catégorie.
register-closes = Ouverte jusqu'au
register-is-over = terminé
register-no-places = aucune place : personne ne peut s'inscrire
register-close = Fermer
register-open-category = Ouvrir une catégorie ou la modifier
register-open = Ouvrir
register-opened = La catégorie est ouverte à l'inscription.
register-was-closed = La catégorie est fermée. Qui avait commencé sans soumettre ne peut plus soumettre.
register-closes-in-the-past = Ce moment est passé.

## Courriels
register-mail-begun-subject = Votre inscription est commencée : { $conference }
register-mail-begun-text = Vous avez commencé votre inscription à la conférence dans la catégorie « { $category } ». Chaque page est enregistrée ; rien ne parvient aux organisateurs avant que vous ne déposiez.
register-mail-begun-open = Continuer mon inscription
register-mail-begun-until = Veuillez la soumettre avant le { $until }. Vous vous identifiez avec cette adresse : un code arrive par courriel.
