# What stands round every mail.
mail-answers-go-to = Questions? Answer this mail or write to { $contact }.
mail-nobody-reads-answers = This mail was sent by a machine. Answers to it reach nobody.
