## The guest's pages, from the link to the door of the call.

guest-foot = Nothing on this page comes from other websites.
optional = (optional)
room-with = with

join-name = Your name
join-name-help = The name the host knows you by.
join-passcode = Passcode
join-passcode-help = It came with your invitation.
join-note = Note for the host
join-ask = Ask to join
join-for = This invitation is for
join-not-you = Not you? Ask whoever sent you the link for one of your own.
join-promise = The host sees your name and note and lets you in. Until then nobody sees or hears you.

check-title = Check camera and microphone
check-off = Your camera is off
check-denied = The browser gives no camera or microphone. You can join without them.
check-insecure = Browsers give no camera on a page without https. You can join and watch.
check-start = Turn on
check-sound = Play a test sound
check-camera = Camera
check-microphone = Microphone
check-level = How loud you are
check-help = Nobody sees or hears this check. You can also join without camera and microphone.

link-unknown-text = It may be mistyped, or cut off when it was copied. Open it once more from the message you received, or ask whoever sent it for a new one.
link-early-text = You can leave this page open: the form appears by itself.
link-opens = It opens at
link-expired-text = Ask whoever invited you for a new one.
link-used-up-text = It was made for one person. If that was you, open it in the browser you used before. If not, ask whoever invited you for a link of your own.
link-revoked-text = The host replaced or cancelled it. Ask whoever invited you for a new one.
link-room-closed-text = Nobody can ask to join right now. Ask whoever invited you when it opens again.
join-no-choice = Please choose one of the answers.
answer-yes = Yes
answer-no = No
link-look-again = Look again

here-waiting = You are in the right place.
here-waiting-text = The host can see that you are waiting.
here-look-away = You may look away; keep this page open and it opens the call by itself.
here-no-script = This page looks for news every 10 seconds.
here-closed = The door is closed for now.
here-closed-text = You keep your place. This page changes by itself when the host opens the door or lets you in.
here-paused = The call is paused.
here-paused-text = The host has gone, so everybody waits again in the same order. You need not ask again.
here-sent-back = You are back in the waiting room.
here-sent-back-text = The host moved you here for now. You are first in line, and this page changes by itself when you are let in.
here-message = Message from the host
here-held = Please wait a little longer.
here-held-text = The host has seen you and will come back to you. Your place is kept.
here-asked = You asked
here-position = { $position ->
    [one] you are next
   *[other] number { $position } in line
    }
here-host-here = A host is here
here-usual-wait = { $minutes ->
    [one] usually about one minute
   *[other] usually about { $minutes } min
    }
here-host-not = It has not started yet: no host is here. Your place is kept.
here-chime = Play a sound when I am let in
here-leave-queue = Leave the queue
here-admitted = You are in.
here-admitted-as = You join as
here-call-needs-scripts = The call itself needs scripts. Please allow them for this page.
here-join-call = Join the call
here-leave-call = Leave the call
here-denied = You were not let in this time.
here-denied-reason = The host says:
here-denied-when = You can ask again
here-denied-offer = This page offers it by itself.
here-mistake = If you think this is a mistake, write to whoever invited you.
here-ask-again = Ask again
here-withdrawn = You left the queue.
here-withdrawn-text = The host no longer sees you. If you changed your mind, you can ask again; you will be last in line.
here-invite-revoked = Your invitation was withdrawn.
here-invite-revoked-text = The host cancelled the link you came by, so you are no longer in line. Ask whoever invited you for a new one.
here-expired = Your place in line was given up.
here-expired-text = We had no sign of this page for a long time. If you are still there, you can ask again.
here-removed = You are no longer in the call.
here-removed-text = The host ended the call for you.
here-left = You left the call.
here-dropped = You were gone from the call.
here-dropped-text = Your connection was lost for longer than your seat is kept. You can ask to join again.
here-never-came = Your seat was given up.
here-never-came-text = You were let in while this page was away, and the seat was kept for 5 minutes. If you are there now, ask again.
here-finished = You are done here.
here-finished-text = The host has gone on to the next guest. If there is something else, you can ask to join again.
here-ended = The call has ended.
here-ended-text = The host has gone, and the call ended for everybody.
here-denied-blocked = You cannot ask again from here, unless the host allows it.
here-left-until = You can come back without asking for a while
here-unknown = We no longer know you.
here-unknown-text = This browser has no place in line here: its data was cleared, or the place was given up. Open the link you were sent to ask again.
here-reconnecting = The connection is interrupted. Trying again…

role-subscriber-means = You can see and hear the others. Your camera and microphone stay off.
role-publisher-means = You can see and hear the others, and they can see and hear you.
role-publisheronly-means = The others can see and hear you. You do not see them.
role-moderator-means = You can see and hear the others and be seen and heard, and you can mute or remove people.

denied-not-on-list = You are not on the list for this session.
denied-wrong-time = It is not the right time. Please look at your invitation.
denied-wrong-room = This is not the right room for you. Please look at your invitation.
denied-room-full = The session is full.
denied-unclear-name = We could not tell who you are. Please ask again with your full name.

## What guests see, shown to a host.

rehearsal = Rehearsal
rehearsal-what = Rehearsal: this is what guests of this room see. Nobody is waiting here, and its buttons do nothing.
rehearsal-pages = Pages of guests
rehearsal-join = Asking
rehearsal-waiting = Waiting
rehearsal-held = On hold
rehearsal-admitted = Let in
rehearsal-denied = Not let in
rehearsal-guest = Guest
rehearsal-back = Back to the desk
