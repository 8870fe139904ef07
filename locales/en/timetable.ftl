## Programme, timetable
timetable-title = Timetable
timetable-all-days = All days
timetable-undo = Undo
timetable-redo = Redo
timetable-undo-this = Put “{ $title }” back where it was
timetable-redo-this = Move “{ $title }” again
timetable-lately = Last moves
timetable-lately-nothing = Nobody has moved anything yet.
timetable-help = How to
timetable-help-drag-key = Drag
timetable-help-drag = a session to another time or room, to a day above, or to those without a place; on a touch screen press it long first
timetable-help-enter = opens a session: what is doubtful, and where else it could be
timetable-help-time = five minutes earlier or later
timetable-help-room = the room beside it
timetable-help-length = five minutes shorter or longer
timetable-help-escape = lets go of what is dragged and leaves it where it was
timetable-help-undo = takes your last move back, up to fifty of them
timetable-help-redo = makes it again
timetable-help-closed = the room cannot be had, or is held as a part of a hall
timetable-help-draft = Moves change the draft alone. The public sees them with the next release, and nobody is mailed before.
timetable-print = Print
timetable-list = List
timetable-rooms = Rooms
timetable-area = Area
timetable-delegation = Delegation
timetable-any-area = Any area
timetable-any-language = Any language
timetable-any-delegation = Any delegation
timetable-all-rooms = All rooms
timetable-used-rooms = Rooms in use that day
timetable-found = { $count ->
    [one] One of { $all } sessions stands out.
   *[other] { $count } of { $all } sessions stand out.
 }
timetable-clear = Clear the filters
timetable-seats = { $count ->
    [one] one place
   *[other] { $count } places
 }
timetable-hidden-rooms = { $count ->
    [one] one room not shown
   *[other] { $count } rooms not shown
 }
timetable-closed = Closed
timetable-held-through = { $title }: { $room }
timetable-no-rooms-title = No rooms to show
timetable-no-rooms-text = Sessions stand in the columns of meeting rooms. Add rooms, or show all of them again.
timetable-nothing-that-day = Nothing is planned on this day yet.
timetable-tray = Without a place
timetable-tray-empty = Every session has its room and its time.
timetable-lost = That did not reach the server, and nothing was moved. Try again.
timetable-left = Left where it was.
timetable-close = Close
timetable-place = { $room }, { $day }, { $from }–{ $until }
timetable-place-no-room = { $day }, { $from }–{ $until }, no room yet
timetable-place-no-time = { $room }, no time yet
timetable-place-tray = no room and no time yet
timetable-happened-moved = { $who } moved “{ $title }”: { $place }
timetable-happened-undone = { $who } put “{ $title }” back: { $place }
timetable-moved = “{ $title }” moved: { $place }.
timetable-moved-breaks = { $count ->
    [one] One thing to look at came with it.
   *[other] { $count } things to look at came with it.
 }
timetable-undone = “{ $title }” is back: { $place }.
timetable-redone = “{ $title }” moved again: { $place }.
timetable-moved-since-by = { $who } has moved “{ $title }” meanwhile. It is here now: { $place }.
timetable-changed-since = “{ $title }” has been changed meanwhile. It is here now: { $place }.
timetable-step-passed = It was left there, and this move of yours can no longer be taken back or made again.
timetable-nothing-to-undo = There is no move of yours left to take back.
timetable-nothing-to-redo = There is no move of yours to make again.
timetable-move-title = Move “{ $title }”
timetable-now = Now: { $place }
timetable-edit = Open the session
timetable-doubts-now = Where it is now
timetable-day = Day
timetable-no-day = No time yet
timetable-length = Minutes
timetable-error-length = Write the length in minutes, from 1 to { $most }.
timetable-look = Show what that would do
timetable-where-it-is = This is where it is. Choose another day, time, length or room to see what a move would do.
timetable-move = Move
timetable-to-tray = Take its place away
timetable-free-rooms = Rooms free then
timetable-free-times = Times free in this room
timetable-room-with-seats = { $room }, { $count ->
    [one] one place
   *[other] { $count } places
 }
timetable-breaks = This would break
timetable-mends = This would mend
timetable-breaks-nothing = This would break nothing.
timetable-told = { $count ->
    [0] The next release would mail nobody about it.
    [one] The next release would mail one person about it:
   *[other] The next release would mail { $count } people about it:
 }
timetable-told-first = { $count ->
    [0] Nothing is published yet; the first release would mail nobody about it.
    [one] Nothing is published yet; the first release would mail one person about it:
   *[other] Nothing is published yet; the first release would mail { $count } people about it:
 }
timetable-told-draft = A draft is not published: nobody would be mailed.
timetable-told-same = This is how the public has it: nobody would be mailed.
timetable-told-unplaced = Confirmed without a room or a time, it keeps any release from being made.
timetable-told-in = { $language } { $count }
timetable-told-more = and { $count } more
timetable-letter-opening = O
timetable-letter-plenary = P
timetable-letter-high-level-debate = H
timetable-letter-discussion = D
timetable-letter-workshop = W
timetable-letter-side-event = E
timetable-letter-signing = S
timetable-letter-press-conference = M
timetable-letter-ceremony = C
timetable-letter-reception = R
timetable-letter-break = –
timetable-link = Timetable
