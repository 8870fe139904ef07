# The frame of every page: the bar above, the foot below, what is said in passing.
layout-skip = Skip to the content
layout-main-navigation = Main navigation
layout-mailbox = Mailbox
layout-language-and-appearance = Language and appearance
layout-language = Language
layout-appearance = Appearance
layout-theme-auto = As the device
layout-theme-light = Light
layout-theme-dark = Dark
layout-my-account = My account
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-undo = Undo
layout-privacy = Privacy
layout-accessibility = Accessibility
layout-signed-in-as = Signed in as
