## Registering oneself
register-title = Register
register-lede = Register yourself for { $conference }. You need no account and no password: a code comes by mail.
register-until = until { $at }
register-you-need = What you need
register-need-paper = Your passport or other identity paper
register-need-portrait = A photograph of your face
register-need-minutes = About five minutes; you can stop at any time and come back
register-email-hint = We send a six-digit code to this address.
register-signed-in = You are signed in as { $email }.
register-go-on = Register
register-others = Everybody else is nominated by their delegation and comes by a link that it sends.
register-closed-title = Registration is closed
register-closed = No category is open to registration now. Whoever comes with a delegation is nominated by it.
register-whom = Who is registering?
register-somebody-else = Register somebody else
register-somebody-else-text = For another person who reads the mailbox { $email }. Each person has a file of their own.
register-as = You come as
register-name = Full name
register-too-many = So many people cannot be registered from one address. Write to the secretariat.
register-begun-already = This registration has just been begun. Open it from the list above.

## The setting
settings-registration = Registration
settings-count-open = { $count ->
    [0] no category is open
    [one] one category is open
   *[other] { $count } categories are open
 }
register-settings-text = In an open category people register themselves and are entered under the delegation that you name; its places are the limit. Everybody else is nominated. The public page:
register-none-open = No category is open: everybody is nominated by a delegation.
register-under = Entered under
register-under-hint = For example a delegation “Independent media”. Give it places in this category.
register-closes = Open until
register-is-over = over
register-no-places = no places: nobody can submit
register-close = Close
register-open-category = Open a category, or change it
register-open = Open
register-opened = The category is open to registration.
register-was-closed = The category is closed. Who had begun and not submitted can no longer submit.
register-closes-in-the-past = This moment is over.

## Mails
register-mail-begun-subject = Your registration has begun: { $conference }
register-mail-begun-text = You have begun to register for the conference in the category “{ $category }”. Every page is saved; nothing reaches the organisers before you submit it.
register-mail-begun-open = Go on with my registration
register-mail-begun-until = Please submit it by { $until }. You sign in with this address: a code comes by mail.
