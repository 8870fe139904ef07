## The public programme: looking for sessions, what changed, now and next
public-all-days = All days
public-all-days-small = All
public-days = { $count ->
    [one] one day
   *[other] { $count } days
 }
public-found = { $count } found
public-any-language = Any language
public-delegation = Delegation
public-any-delegation = Any delegation
public-nothing-found = No session fits this.
public-clear = Clear search and filters
public-as-list = As a list
public-as-table = As a table, room by room
public-before = was { $place }
public-mark-new = new
public-mark-moved = moved
public-mark-changed = changed
public-mark-restored = held after all
public-mark-cancelled = cancelled
public-mark-gone = no longer in the programme
public-to-calendar = To my calendar
public-in-this-room = In this room
public-in-room = In { $room }
public-now-title = Now and next
public-now-nothing = Nothing more takes place today.
public-next = Next
public-free = Nothing now
public-nothing-more = Nothing more today
public-in-minutes = { $minutes ->
    [one] in one minute
   *[other] in { $minutes } minutes
 }
public-in-hours = { $minutes ->
    [0] in { $hours } h
   *[other] in { $hours } h { $minutes } min
 }
nav-agenda = My agenda
tongue-ar = Arabic
tongue-de = German
tongue-en = English
tongue-es = Spanish
tongue-fr = French
tongue-ja = Japanese
tongue-ko = Korean
tongue-pt = Portuguese
tongue-ru = Russian
tongue-vi = Vietnamese
tongue-zh = Chinese

## One's own agenda
agenda-title = My agenda
agenda-star = In my agenda
agenda-added = It is in your agenda.
agenda-removed = It is no longer in your agenda.
agenda-remove-this = Remove { $title }
agenda-empty-title = Nothing chosen yet
agenda-empty-text = Put a star on the sessions that you mean to attend. No account is needed.
agenda-clash = At the same time: { $title }, { $from }–{ $until }
agenda-clashes = { $count ->
    [one] Two of your sessions go on at the same time.
   *[other] Some of your sessions go on at the same time: { $count } clashes.
 }
agenda-changed = Changed since you last looked
agenda-seen = I have seen it
agenda-calendar = In your calendar
agenda-calendar-text = Your calendar can follow this agenda, changes included. Most calendars look a few times a day; what is urgent stands here at once.
agenda-subscribe = Subscribe
agenda-file = As a file
agenda-feed-address = Address of the feed
agenda-elsewhere = On your phone
agenda-on-account = It is kept on your account: sign in anywhere and it is there. The link opens it without signing in.
agenda-in-browser = It is kept in this browser. Keep the link to find it again elsewhere, or sign in: then it is kept on your account.
agenda-code = The link to this agenda as a code
agenda-code-text = Point your phone's camera at it. Whoever has the link can read and change this agenda.
agenda-link = Secret link
agenda-ends = Links and data
agenda-renew = New links
agenda-renew-text = The link and the feed that you have now will open nothing any more, wherever they are.
agenda-renew-do = Make new links
agenda-renewed = The links are new; the former ones open nothing.
agenda-forget = Forget this agenda
agenda-forget-text = Your choice, the link and the feed are removed for good. Nothing of it is kept.
agenda-forget-do = Forget it
agenda-forgotten = Your agenda is forgotten.
agenda-link-title = An agenda for this conference
agenda-link-text = { $count ->
    [0] It holds no session yet. Keep it on this device to see and change it here.
    [one] It holds one session. Keep it on this device to see and change it here.
   *[other] It holds { $count } sessions. Keep it on this device to see and change it here.
 }
agenda-link-keep = Keep it on this device

## The Journal
journal-title = Journal
journal-none = The Journal appears here with the first release of the programme.
journal-number = No. { $number }
journal-meetings = Meetings
journal-discussions = Discussions and workshops
journal-beside = Side events, press and receptions
journal-open = Open
journal-closed = Closed
journal-changes = Changes since the last edition
journal-since = Compared with { $release }:
journal-no-changes = Nothing has changed since { $release }.
journal-next = To come: { $date }
journal-made = Made from { $release }, published
journal-current = The programme as it is now:
journal-code = The programme as it is now, as a code
journal-print = Print

## Screens at doors and in halls
screen-changes = Changes
screen-no-contact = No contact since
screen-open = Open
screen-closed = Closed meeting
screen-programme = The whole programme
screen-overview = All rooms, for halls
screen-list-title = Screens
screen-list-text = Open one of these addresses on a television or a tablet and leave it there. A screen shows what is public, follows urgent changes within seconds, and goes on by the clock when the network is gone. For another language, add ?language=fr to its address.
screen-where = Where
screen-address = Address
