# What stands round every mail.
mail-answers-go-to = Questions? Answer this mail or write to { $contact }.
mail-nobody-reads-answers = This mail was sent by a machine. Answers to it reach nobody.

# The outbox and the demonstration's mailbox.
mail-outbox-title = Mails
mail-outbox-lede = What was sent to whom in the name of this conference, the newest first. Sign-in codes are not among them.
mail-mailbox-title = Mailbox
mail-mailbox-lede = What everybody would find in their mailbox, codes and links included. Only this machine shows it.
mail-state = State
mail-state-any = Any
mail-state-waiting = Waiting
mail-leaves = leaves in { $seconds } s
mail-state-sending = Being sent
mail-state-sent = Sent
mail-state-failed = Failed
mail-state-withdrawn = Withdrawn
mail-subject = Subject
mail-to = To
mail-when = Sent or due
mail-unread = new
mail-none-title = No mails
mail-nothing-yet = Nothing has been sent yet. Invitations, decisions and confirmations appear here as they leave: this list follows by itself.
mail-none-text = Nothing was sent that fits. Change the search, or come back when there is news: this list follows by itself.
mail-queued = Written
mail-sent-at = Sent
mail-due = Due
mail-attempts = Attempts
mail-message-id = Message-ID
mail-attachments = Attachments
mail-secrets-hidden = Codes and one-time links are hidden: they are for the reader alone.
mail-as-html = The mail as its reader sees it
mail-as-text = The same as plain text
mail-send-again = Send it again
mail-will-be-sent-again = It will be sent again at once.
mail-not-to-be-sent-again = This mail cannot be sent again: it has not failed, or it would come too late.
