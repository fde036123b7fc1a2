## The list of rooms.

shared-actions = Actions
shared-optional = optional

rooms-title = My rooms
rooms-waiting = { $people ->
    [one] One person is waiting.
   *[other] { $rooms ->
        [one] { $people } people are waiting in one room.
       *[other] { $people } people are waiting in { $rooms } rooms.
    }
    }
rooms-nobody-waiting = Nobody is waiting.
rooms-closed = closed
rooms-in-call = { $count ->
    [0] nobody in the call
   *[other] { $count } in the call
    }
rooms-held = { $count } on hold
rooms-longest-wait = first asked
rooms-count-waiting = { $count } waiting
rooms-more = More rooms
rooms-new = New room
rooms-first = Make your first room
rooms-first-why = A room has a door. You invite people by link, they wait, you let them in.
rooms-new-title = Title
rooms-new-title-help = Guests see it first, for example “Evening clinic”.
rooms-presets = Rules of the door
rooms-preset-usual = As usual
rooms-create = Create the room
