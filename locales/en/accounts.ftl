## Signing in by a code
accounts-sign-in-title = Sign in
accounts-sign-in-lede = We send a six-digit code to your e-mail address. You need no password.
accounts-sign-in = Sign in
accounts-email = E-mail address
accounts-email-wrong = Type a whole e-mail address, such as name@ministry.example.
accounts-send-code = Send me a code
accounts-with-password = Staff: sign in with a password
accounts-form-is-kept = Your session had ended. What you typed is kept: sign in, and the form comes back filled in. Files have to be chosen again.
accounts-signed-in-already = You are signed in as { $email }.
accounts-go-on = Go on
accounts-code-title = Type the code we sent you
accounts-code-lede-newcomer = Six digits are on their way to { $email }. They are good for { $minutes } minutes, in this browser.
accounts-code-lede = If { $email } is known to us, six digits are on their way there. They are good for { $minutes } minutes, in this browser.
accounts-code = Code
accounts-code-hint = Six digits; you can paste them
accounts-code-unreadable = Type the six digits from the mail.
accounts-code-wrong = This is not the code we sent. Look at the newest mail from us and type its six digits.
accounts-code-dead = This code is not good any more: it is too old, was used, or was mistyped too often. Ask for another one below.
accounts-code-none = No mail? Look among the unwanted ones, or:
accounts-code-again = Send another code
accounts-other-address = Use another address
accounts-link-title = Sign in
accounts-link-lede = You are about to sign in as { $email } in this browser.
accounts-link-only-yours = Do this only with a link from a mail to yourself. It works once.
accounts-link-dead-title = This link is not good any more
accounts-link-dead-text = It was used already, or is older than ten minutes. Ask for another one; it takes a minute.
accounts-link-dead-way = Ask for a new code
accounts-invitation-title = You are invited
accounts-invitation-dead-title = This invitation was used or has ended
accounts-invitation-dead-text = If you are the one it was sent to, sign in with the same e-mail address: we send you a code, and you are where the invitation led.
accounts-invitation-dead-way = Sign in with my address
accounts-invitation-password = Your account has a password. Sign in with it, and you are where the invitation leads.

## Passwords
accounts-password-title = Sign in with a password
accounts-password-lede = For members of staff.
accounts-password = Password
accounts-password-wrong = The address and the password do not belong together.
accounts-password-forgotten = Password forgotten
accounts-with-code = Delegates and focal points: sign in with a code
accounts-forgotten-title = Set another password
accounts-forgotten-lede = We send a link to your e-mail address. Your password stays as it is until you use the link.
accounts-send-link = Send me a link
accounts-reset-asked = If { $email } is known to us, a mail is on its way there.
accounts-new-password-title = Choose a password
accounts-new-password-lede = For { $email }. You will be signed in here, and signed out everywhere else.
accounts-new-password = New password
accounts-password-hint = At least { $least } characters. A few words in a row are easy to remember and hard to guess.
accounts-repeated = The same again
accounts-set-password = Set the password
accounts-password-short = At least { $least } characters, please.
accounts-password-long = This is more than we can keep. 256 characters are enough.
accounts-password-common = Others would try this one first. Take a few words that have nothing to do with each other, with you or with us.
accounts-password-differs = The two are not the same. Type both again.
accounts-password-link-dead = A link for a password works once, within a day, and only the newest one does.
accounts-password-link-way = Ask for a new link

## One's own account
accounts-account-title = My account
accounts-about-you = About you
accounts-name = Name
accounts-name-hint = As others who work with you should read it
accounts-language = Language
accounts-language-hint = Of the pages you see and the mails you get
accounts-language-as-browser = As the browser says
accounts-save = Save
accounts-saved = Saved.
accounts-sessions = Where you are signed in
accounts-sessions-lede = A session ends by itself after eight hours without use, and after a week in any case. End what you do not know.
accounts-session-browser = Browser
accounts-session-address = Network address
accounts-session-since = Since
accounts-session-seen = Last used
accounts-session-this = this one
accounts-session-end = Sign out there
accounts-sessions-end-others = Sign out everywhere else
accounts-session-ended = Signed out there.
accounts-sessions-ended = { $count ->
    [0] There was no other session.
    [one] One other session was ended.
   *[other] { $count } other sessions were ended.
 }
accounts-browser-on-system = { $browser } on { $system }
accounts-browser-unknown = Unknown browser
accounts-change-password = Password
accounts-change-password-lede = Changing it signs you out everywhere else.
accounts-current-password = Present password
accounts-password-current-wrong = This is not your present password.
accounts-password-changed = Your password was changed. You were signed out everywhere else.

## A form that comes back
accounts-resume-title = Your form was kept
accounts-resume-lede = Your session had ended when you sent a form. Nothing is lost: go on where you were, with everything you typed still there, and send it again. Files must be chosen anew.
accounts-resume-go-on = Go on where I was
accounts-resume-throw-away = Throw away what I typed
accounts-resume-nothing-title = You are signed in
accounts-resume-nothing-text = The form you sent when your session had ended was not kept: forms are kept for a day, in the same browser, for the same person. Please fill it in again.
accounts-resume-nothing-way = Go to the start page

## Mails
accounts-mail-code-subject = Your code for signing in
accounts-mail-code-text = This is your code for signing in:
accounts-mail-code-link = Type it into the browser where you asked for it. Or use this link, in any browser. Both are good for { $minutes } minutes, once.
accounts-mail-code-button = Sign in
accounts-mail-not-you = You did not ask for this? Then somebody mistyped their address. Nothing happens if you do nothing; give the code to nobody.
accounts-mail-password-instead = You asked for a code, but your account has a password. Sign in with it here:
accounts-mail-password-instead-button = Sign in with a password
accounts-mail-password-forgotten = If you have forgotten it, set another one:
accounts-mail-password-forgotten-button = Set another password
accounts-mail-reset-subject = Your password
accounts-mail-reset-text = With this link you can set another password within { $hours } hours. It works once.
accounts-mail-reset-button = Set another password
accounts-mail-reset-not-you = You did not ask for this? Then do nothing: your account stays as it is.
accounts-mail-code-instead = You asked to set another password, but your account has none and needs none. Sign in with a code, which we send you by mail:
accounts-mail-code-instead-button = Sign in with a code
accounts-mail-first-subject = Your access as a member of staff
accounts-mail-first-text = You have been given access as a member of staff. Choose your password with this link within { $hours } hours. It works once.
accounts-mail-first-button = Choose a password
accounts-mail-first-later = If the link has ended when you read this, whoever gave you access can send another one.
accounts-mail-changed-subject = Your password was changed
accounts-mail-changed-text = The password of your account was changed just now, and other sessions were ended.
accounts-mail-changed-not-you = If it was not you, set another one at once and tell the secretariat:
