# Le cadre de chaque page : la barre du haut, le pied, ce qui se dit en passant.
layout-skip = Aller au contenu
layout-main-navigation = Navigation principale
layout-mailbox = Boîte aux lettres
layout-language-and-appearance = Langue et apparence
layout-language = Langue
layout-appearance = Apparence
layout-theme-auto = Comme l’appareil
layout-theme-light = Clair
layout-theme-dark = Sombre
layout-my-account = Mon compte
layout-sign-in = Se connecter
layout-sign-out = Se déconnecter
layout-undo = Annuler
layout-privacy = Vie privée
layout-accessibility = Accessibilité
layout-signed-in-as = Connecté en tant que
