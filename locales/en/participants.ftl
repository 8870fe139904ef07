participants-birth-cannot-be = Nobody taking part can be born on this day.
participants-document-expires-too-soon = The paper expires before the conference begins.
participants-file-is-frozen = This file was submitted and can no longer be changed here. Ask the secretariat, or wait until it is returned.
participants-not-a-document-number = This cannot be the number of an identity paper.
participants-not-a-phone-number = This is not a telephone number. Begin with + and the country code.
participants-only-drafts-are-discarded = Only drafts can be discarded. What was submitted is withdrawn.
