## Se connecter avec un code
accounts-sign-in-title = Se connecter
accounts-sign-in-lede = Nous envoyons un code à six chiffres à votre adresse électronique. Aucun mot de passe n'est nécessaire.
accounts-sign-in = Se connecter
accounts-email = Adresse électronique
accounts-email-wrong = Saisissez une adresse électronique complète, par exemple nom@ministere.example.
accounts-send-code = M'envoyer un code
accounts-with-password = Personnel : se connecter avec un mot de passe
accounts-form-is-kept = Votre session avait expiré. Votre saisie est conservée : identifiez-vous et le formulaire revient rempli. Les fichiers sont à choisir de nouveau.
accounts-signed-in-already = Vous êtes connecté en tant que { $email }.
accounts-go-on = Continuer
accounts-code-title = Saisissez le code reçu
accounts-code-lede-newcomer = Six chiffres sont en route vers { $email }. Ils sont valables { $minutes } minutes, dans ce navigateur.
accounts-code-lede = Si l'adresse { $email } nous est connue, un code à six chiffres vient d'y être envoyé. Il est valable { $minutes } minutes, dans ce navigateur.
accounts-code = Code
accounts-code-hint = Six chiffres, que vous pouvez coller
accounts-code-unreadable = Saisissez les six chiffres indiqués dans le courriel.
accounts-code-wrong = Ce n'est pas le code que nous avons envoyé. Reportez-vous à notre courriel le plus récent et saisissez ses six chiffres.
accounts-code-dead = Ce code n'est plus valable : il est trop ancien, a déjà servi ou a été mal saisi trop souvent. Demandez-en un autre ci-dessous.
accounts-code-none = Pas de courriel ? Vérifiez les messages indésirables, ou :
accounts-code-again = Envoyer un autre code
accounts-other-address = Utiliser une autre adresse
accounts-link-title = Se connecter
accounts-link-lede = Vous allez vous connecter en tant que { $email } dans ce navigateur.
accounts-link-only-yours = N'utilisez qu'un lien reçu dans un courriel qui vous était adressé. Il ne sert qu'une fois.
accounts-link-dead-title = Ce lien n'est plus valable
accounts-link-dead-text = Il a déjà servi ou date de plus de dix minutes. Demandez-en un autre ; cela ne prend qu'une minute.
accounts-link-dead-way = Demander un nouveau code
accounts-invitation-title = Vous êtes invité
accounts-invitation-dead-title = Cette invitation a déjà servi ou a expiré
accounts-invitation-dead-text = Si elle vous était destinée, connectez-vous avec la même adresse électronique : nous vous envoyons un code, et vous arrivez là où menait l'invitation.
accounts-invitation-dead-way = Me connecter avec mon adresse
accounts-invitation-password = Votre compte a un mot de passe. Connectez-vous avec celui-ci, et vous arriverez là où mène l'invitation.

## Mots de passe
accounts-password-title = Se connecter avec un mot de passe
accounts-password-lede = Réservé aux membres du personnel.
accounts-password = Mot de passe
accounts-password-wrong = L'adresse et le mot de passe ne correspondent pas.
accounts-password-forgotten = Mot de passe oublié
accounts-with-code = Délégués et points focaux : se connecter avec un code
accounts-forgotten-title = Définir un autre mot de passe
accounts-forgotten-lede = Nous envoyons un lien à votre adresse électronique. Votre mot de passe reste inchangé tant que vous n'utilisez pas ce lien.
accounts-send-link = M'envoyer un lien
accounts-reset-asked = Si l'adresse { $email } nous est connue, un courriel vient d'y être envoyé.
accounts-new-password-title = Choisir un mot de passe
accounts-new-password-lede = Pour { $email }. Vous serez connecté ici et déconnecté partout ailleurs.
accounts-new-password = Nouveau mot de passe
accounts-password-hint = Au moins { $least } caractères. Quelques mots à la suite se retiennent bien et se devinent mal.
accounts-repeated = Le même, une seconde fois
accounts-set-password = Enregistrer le mot de passe
accounts-password-short = Il faut au moins { $least } caractères.
accounts-password-long = C'est plus que nous ne pouvons conserver. 256 caractères suffisent.
accounts-password-common = D'autres essaieraient celui-ci en premier. Prenez quelques mots sans rapport entre eux, ni avec vous, ni avec nous.
accounts-password-differs = Les deux saisies diffèrent. Recommencez.
accounts-password-link-dead = Un lien de mot de passe ne sert qu'une fois, dans la journée, et seul le plus récent fonctionne.
accounts-password-link-way = Demander un nouveau lien

## Son propre compte
accounts-account-title = Mon compte
accounts-about-you = Vous
accounts-name = Nom
accounts-name-hint = Tel que le liront les personnes qui travaillent avec vous
accounts-language = Langue
accounts-language-hint = Des pages que vous consultez et des courriels que vous recevez
accounts-language-as-browser = Celle du navigateur
accounts-save = Enregistrer
accounts-saved = Enregistré.
accounts-sessions = Où vous êtes connecté
accounts-sessions-lede = Une session prend fin d'elle-même après huit heures sans activité, et dans tous les cas au bout d'une semaine. Fermez celles que vous ne reconnaissez pas.
accounts-session-browser = Navigateur
accounts-session-address = Adresse réseau
accounts-session-since = Depuis le
accounts-session-seen = Dernière activité
accounts-session-this = celle-ci
accounts-session-end = Déconnecter
accounts-sessions-end-others = Me déconnecter partout ailleurs
accounts-session-ended = La session a été fermée.
accounts-sessions-ended = { $count ->
    [0] Il n'y avait pas d'autre session.
    [one] Une autre session a été fermée.
   *[other] { $count } autres sessions ont été fermées.
 }
accounts-browser-on-system = { $browser } sous { $system }
accounts-browser-unknown = Navigateur inconnu
accounts-change-password = Mot de passe
accounts-change-password-lede = Le changer vous déconnecte partout ailleurs.
accounts-current-password = Mot de passe actuel
accounts-password-current-wrong = Ce n'est pas votre mot de passe actuel.
accounts-password-changed = Votre mot de passe a été changé. Vous avez été déconnecté partout ailleurs.

## Un formulaire qui revient
accounts-resume-title = Votre formulaire a été conservé
accounts-resume-lede = Votre session avait pris fin lorsque vous avez envoyé un formulaire. Rien n'est perdu : reprenez où vous en étiez, avec toute votre saisie, et renvoyez-le. Les fichiers doivent être choisis à nouveau.
accounts-resume-go-on = Reprendre où j'en étais
accounts-resume-throw-away = Abandonner ma saisie
accounts-resume-nothing-title = Vous êtes connecté
accounts-resume-nothing-text = Le formulaire envoyé après la fin de votre session n'a pas été conservé : les formulaires le sont une journée, dans le même navigateur et pour la même personne. Veuillez le remplir à nouveau.
accounts-resume-nothing-way = Aller à la page d'accueil

## Courriels
accounts-mail-code-subject = Votre code de connexion
accounts-mail-code-text = Voici votre code de connexion :
accounts-mail-code-link = Saisissez-le dans le navigateur où vous l'avez demandé, ou utilisez ce lien dans n'importe quel navigateur. Le code et le lien sont valables { $minutes } minutes, une seule fois.
accounts-mail-code-button = Se connecter
accounts-mail-not-you = Vous n'avez rien demandé ? Quelqu'un se sera trompé d'adresse. Il ne se passera rien si vous ne faites rien ; ne communiquez ce code à personne.
accounts-mail-password-instead = Vous avez demandé un code, mais votre compte a un mot de passe. Connectez-vous avec celui-ci :
accounts-mail-password-instead-button = Se connecter avec un mot de passe
accounts-mail-password-forgotten = Si vous l'avez oublié, définissez-en un autre :
accounts-mail-password-forgotten-button = Définir un autre mot de passe
accounts-mail-reset-subject = Votre mot de passe
accounts-mail-reset-text = Ce lien vous permet de définir un autre mot de passe dans les { $hours } heures. Il ne sert qu'une fois.
accounts-mail-reset-button = Définir un autre mot de passe
accounts-mail-reset-not-you = Vous n'avez rien demandé ? Ne faites rien : votre compte reste tel quel.
accounts-mail-code-instead = Vous avez demandé à définir un autre mot de passe, mais votre compte n'en a pas et n'en a pas besoin. Connectez-vous avec un code, que nous vous envoyons par courriel :
accounts-mail-code-instead-button = Se connecter avec un code
accounts-mail-first-subject = Votre accès en tant que membre du personnel
accounts-mail-first-text = Un accès de membre du personnel vous a été accordé. Choisissez votre mot de passe avec ce lien dans les { $hours } heures. Il ne sert qu'une fois.
accounts-mail-first-button = Choisir un mot de passe
accounts-mail-first-later = Si le lien a expiré lorsque vous lisez ce courriel, la personne qui vous a donné cet accès peut vous en envoyer un autre.
accounts-mail-changed-subject = Votre mot de passe a été changé
accounts-mail-changed-text = Le mot de passe de votre compte vient d'être changé, et vos autres sessions ont été fermées.
accounts-mail-changed-not-you = Si ce n'était pas vous, définissez-en un autre immédiatement et prévenez le secrétariat :
