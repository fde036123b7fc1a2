## Times, as they stand beside names.

time-now = just now
time-ago-s = { $count } s ago
time-ago-min = { $count } min ago
time-ago-h = { $count } h ago
time-ago-d = { $count ->
    [one] yesterday
   *[other] { $count } days ago
    }
time-in-s = in { $count } s
time-in-min = in { $count } min
time-in-h = in { $count } h
time-in-d = { $count ->
    [one] tomorrow
   *[other] in { $count } days
    }

## Roles, in plain words.

role-subscriber = Viewer
role-publisher = Speaker
role-publisheronly = Presenter only
role-moderator = Moderator

## What is wrong with a typed text.

text-empty = Please fill this in.
text-too-long = Please use at most { $limit } characters.
text-too-short = Please use at least { $limit } characters.
text-forbidden-character = Please leave out control and direction characters.
text-not-an-email = This is not an e-mail address.
text-common-password = This is one of the most common passwords. Please choose another.

## Why something was not done.

refused-value = { $field } { $problem }.
refused-passcode = This passcode is not right. Ask the person who invited you.
refused-gone = This is over. Ask the person who invited you for a new link.
refused-call-full = The call is full: { $limit } people fit in. Send somebody out first, or raise the limit in the room’s settings.
refused-nobody-ready = Nobody who waits is there. Nothing was changed.
refused-sign-in = E-mail address or password is not right.
refused-unsupported = The video platform cannot do this from outside the call. Make the guest a viewer instead.
refused-unattributed = This server does not know which stream in the call is whose: the video platform has not told it.
refused-confirmation = Please give your password again first.
refused-webhook-disabled = This webhook is switched off. Switch it on first.
refused-last-admin = This is the last admin who can sign in. Make somebody else an admin first.
refused-last-host = A room would be without a host. Add another host there first.
refused-owner = The owner of a room cannot be taken out of it.

not-now-asked-again = The guest has asked again; that request is in the queue.
not-now-guest-gone = The guest is no longer there.
not-now-claimed = { $by } is on it already.

lost-race-waiting = Already back in the queue, by { $by }, { $time }.
    .nobody = Already back in the queue.
lost-race-held = Already put aside by { $by }, { $time }.
    .nobody = Already put aside.
lost-race-admitted = Already admitted by { $by }, { $time }.
    .nobody = Already admitted.
lost-race-left = { $by } has left the call, { $time }.
    .nobody = Has left the call.
lost-race-denied = Already denied by { $by }, { $time }.
    .nobody = Already denied.
lost-race-withdrawn = { $by } has left the queue, { $time }.
    .nobody = Has left the queue.
lost-race-expired = Not waiting any more ({ $by }, { $time }).
    .nobody = Not waiting any more.
lost-race-removed = Already removed by { $by }, { $time }.
    .nobody = Already removed.

## Why a link does not open the form.

link-unknown = We do not know this link.
link-early = It is not time yet.
link-expired = This invitation has expired.
link-used-up = This invitation has been used already.
link-revoked = This invitation was withdrawn.
link-room-closed = The room is closed at the moment.
