## The desk of a room.

desk-title = { $room } – the door
desk-parts = Parts of the desk
desk-tab-door = Door
desk-tab-call = Call
desk-tab-room = Room
desk-close = Close
desk-failed = That did not work. Please try again.
desk-reconnecting = Reconnecting. What you see may be a few seconds old.
desk-lost-race = Your decision changed nothing.

## The room and the others, at the side.

desk-rooms = Rooms
desk-this-room = This room
desk-invites = Invites
desk-hosts = Hosts
desk-settings = Settings
desk-log = Log
desk-rehearsal = What guests see
desk-my-rooms = My rooms
desk-new-room = New room
desk-room-in-call = { $count ->
    [0] nobody in the call
   *[other] { $count } in the call
    }
# Read aloud after the number of people waiting in a room.
desk-room-waiting = waiting

## What the door does, under the room's title.

desk-door-everyone-waits = Everyone waits until you admit them.
desk-door-trusted-enter = Guests with a direct invite enter, all others wait until you admit them.
desk-door-everyone-enters = Everyone with an invite enters without waiting.
desk-door-closed = The room is closed. Nobody new can ask to join.

## Lists.

desk-waiting = Waiting
desk-waiting-count = { $count } waiting
desk-new = { $count } new
desk-show-more = Show more
desk-search = Search at the door
    .hint = Name, note or invite
desk-search-now = Search
desk-only = Show
desk-only-everyone = Everyone
desk-only-away = Away
desk-only-held = On hold
desk-only-same-name = Same name
desk-nobody-found = Nobody at the door matches.
desk-nobody-waits = Nobody is waiting.
    .next = Whoever opens your invite link and asks to join appears here.
desk-held = On hold
desk-earlier = Earlier
desk-earlier-empty = Nobody yet. Whoever was denied, left or gave up is listed here.
desk-call-title = In the call
desk-join-call = Join the call
desk-unheard = The video platform does not tell this server who comes and goes. What you see here is what the pages of the guests say; whoever leaves may be shown for a minute more.
desk-nobody-in-call = Nobody is in the call yet. Admitted guests appear here with their role.

## A row.

desk-wait-now = now
desk-wait-minutes = { $count } min
desk-asked-at = Asked at { $time }
desk-same-name = same name as { $name }
desk-away = away since { $time }
desk-sent-back = sent back
desk-name-fixed = name fixed
desk-name-fixed-by = { $invite }, name fixed
desk-admit = Admit
desk-deny = Deny
desk-more = More
desk-timeline = Timeline
desk-admit-as-subscriber = Admit as viewer
desk-admit-as-publisher = Admit as speaker
desk-admit-as-moderator = Admit as moderator
desk-admit-as-publisheronly = Admit as presenter only
desk-hold = Hold
desk-resume = Back to waiting
desk-hold-with-words = Hold with a message
desk-message = Message
desk-claim = I’ll take this guest
desk-release = Give back
desk-claimed = { $by } is on it
desk-transfer = Move to another room
desk-said = told:
desk-deny-words = Deny in your own words
desk-deny-for-good = Deny and block
desk-send-back-with-words = Send back with a message
desk-deny-why = Deny and say why
desk-reason-not-on-list = Not on the list
desk-reason-wrong-time = Not the right time
desk-reason-wrong-room = Not the right room
desk-reason-room-full = The room is full
desk-reason-unclear-name = The name is not clear
desk-denied = Denied { $name }
desk-undo = Undo

## Somebody in the call.

desk-make-subscriber = Make viewer
desk-make-publisher = Make speaker
desk-make-moderator = Make moderator
desk-send-back = Send back to waiting
desk-remove = Remove
desk-remove-for-good = Remove for good
desk-mute = Mute
desk-call-again = Send again
desk-stop-publishing = Stop camera and microphone
desk-mute-all = Mute everybody
desk-in-call-both = in the call since { $time }, camera and microphone on
desk-in-call-camera = in the call since { $time }, camera on, microphone off
desk-in-call-microphone = in the call since { $time }, microphone on
desk-in-call-publishing = in the call since { $time }, camera or microphone on
desk-in-call-watching = in the call since { $time }, watching
desk-not-connected = admitted { $time }, not connected
desk-away-not-connected = not connected, away since { $time }
desk-hand = wants to speak
desk-enforcing = Taking away the old rights
desk-enforcing-overdue = May still be connected
## A banner: connections that the video platform has not ended for ten minutes.
desk-enforcement-alarm = Somebody who was removed or got another role may still be connected. The video platform has not confirmed it for over 10 minutes; this server goes on trying.

## What became of somebody, under "Earlier".

desk-ended-denied = Denied
desk-ended-denied-for-good = Denied and blocked
desk-ended-moved = Moved to another room
desk-ended-withdrawn = Left the queue
desk-ended-gone = Gave up the place
desk-ended-invite-revoked = Invite withdrawn
desk-ended-removed = Removed
desk-ended-blocked = Removed and blocked
desk-ended-left = Left the call
desk-unblock = Let them ask again
desk-lock = Close the door
desk-unlock = Open the door
desk-next = Next
desk-denied-before = { $count ->
    [one] denied before
   *[other] denied { $count } times before
    }
desk-returning = returning
desk-ended-dropped = Lost the connection
desk-ended-never-came = Admitted, never came
desk-ended-finished = Done
desk-ended-ended = Call ended
desk-ended-by = by { $by }, { $time }

## About many guests at once.

desk-cancel = Cancel
desk-pick = Select { $name }
desk-admit-shown = Admit { $count }
desk-admit-picked = Admit selected
desk-admit-picked-count = Admit { $count } selected
desk-deny-picked = Deny selected
desk-deny-picked-count = Deny { $count } selected
desk-message-all = Message all
many-admitted = { $count } admitted.
many-denied = { $count } denied.
many-left = { $name }: { $why }
many-others = { $count ->
    [one] One more had changed.
   *[other] { $count } more had changed.
    }
many-nobody = Nobody is selected. Tick the guests first.

## Where a host types.

words-message = Message to { $name }
    .button = Send
words-message-all = Message to everybody who waits
    .button = Send to all
words-hold = Put { $name } on hold
    .button = Hold
words-deny = Deny { $name }
    .button = Deny
words-send-back = Send { $name } back to waiting
    .button = Send back
words-transfer = Move { $name } to another room
    .button = Move
words-transfer-help = The guest keeps the time of asking, and the page goes along by itself.
words-room = Room
words-no-room = You have no other room.
words-label = What the guest reads
words-help = At most 280 characters.
words-phrases = Or send with one press
words-edit-phrases = Change these
phrases-title = Phrases
phrases-what = What you say often to those who wait: one press each. An empty one is the usual one.
phrases-label = Phrase { $number }
phrase-1 = We will be with you in a few minutes.
phrase-2 = We are running a little late. Thank you for waiting.
phrase-3 = Please get your camera and microphone ready.
phrase-4 = Please stay on this page. You are in the right place.
