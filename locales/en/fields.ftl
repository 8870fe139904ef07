# What is said at a field that must be mended, in every form.
field-required = Please fill in this field.
field-choose = Please choose one of these.
field-too-long = This is too long: { $most } characters at most.
field-not-readable = This holds a character that cannot be shown. Please type it again.
field-not-an-address = This is not an e-mail address. It should look like name@example.org.
field-not-a-number = Please enter a whole number from { $least } to { $most }.
field-not-a-day = This day does not exist. Please check it.
field-not-a-time = Please enter a day and a time.
