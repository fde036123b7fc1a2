## The call, for guests and hosts.

call-title = In the call
call-people-in = People in the call
call-alone = Nobody is speaking yet. Whoever does appears here.
call-needs-scripts = The call needs scripts. Please allow them for this page and reload it.
call-not-in = You are not in the call at the moment.
call-you = you
call-muted = muted
call-moderator = Moderator
call-screen-of = screen
call-wants-to-speak = wants to speak

## How good the connection is.

call-quality-joining = joining…
call-quality-good = connection is good
call-quality-weak = connection is weak
call-quality-interrupted = connection is interrupted
call-lost = The connection is interrupted. Trying again…

## The controls.

call-controls = Your controls
call-mute = Mute
call-unmute = Unmute
call-camera = Camera
call-share-screen = Share screen
call-raise-hand = Raise hand
call-lower-hand = Lower hand
call-step-down = Step down
call-people = People
call-door = Door
call-leave = Leave
call-to-desk = Back to the desk
call-sound-on = Turn on sound
call-close = Close

## The people in the call.

call-mute-person = Mute
call-stop-person = Stop camera and microphone
call-remove-person = Remove from call
call-mute-everybody = Mute everybody
call-not-muted = Leave unmuted by "Mute everybody"
call-in-call = in the call
call-not-connected = not connected
call-make-subscriber = Make viewer
call-make-publisher = Make speaker
call-make-moderator = Make moderator
call-send-back = Send back to waiting

## The door beside the call.

call-waiting = Waiting
call-nobody-waits = Nobody is waiting.
call-more-wait = There are more at the desk.
call-admit = Admit
call-deny = Deny

## Before joining, and when a host offers the stage.

call-before = Before you join
call-as = as
call-join = Join
call-preview-off = Your camera is off
call-no-camera = No camera
call-no-microphone = No microphone
call-change-later = You can change this at any time in the call.
call-offer-title = The host invites you to speak.
call-offer-text = Nobody sees or hears you before you say so.
call-offer-accept = Turn on camera and microphone
call-offer-decline = Stay as viewer

## When the call is over for this page.

call-replaced-title = You joined from another tab or device.
call-replaced-text = The call goes on there. You can bring it back to this page.
call-use-here = Use here
call-removed-title = You are no longer in the call.
call-removed-text = A moderator ended the call for you.
call-failed-title = The call does not work on this page.
call-failed-text = Please reload the page. If that does not help, try another browser.
call-full-title = The call is full.
call-full-text = Nobody else can join at the moment. Please try again in a while.
call-unsupported-title = This page cannot take part in the call.
call-unsupported-text = Please reload it. If that does not help, tell the host.
call-reload = Reload
call-to-door = To the waiting room

## Short news.

call-now-subscriber = You are now a viewer.
call-now-publisher = You can now speak.
call-now-publisheronly = You can now be seen and heard. You do not see the others.
call-now-moderator = You are now a moderator.
call-was-muted = You were muted by a moderator.
call-was-stopped = A moderator stopped your camera and microphone.
call-hand-up = Your hand is up. The host sees it.
call-media-denied = The browser gives no camera or microphone. You are watching. To add them, allow both beside the address bar, then press Camera.
call-media-missing = No camera or microphone was found. You are watching. Connect one, then press Camera.
call-media-insecure = Browsers give no camera on a page without https. You can watch; ask the host for a secure link to be seen and heard.
call-camera-missing = No camera was found. The others can hear you.
call-microphone-missing = No microphone was found. The others can see you.
call-camera-ended = Your camera stopped. Press Camera to try again.
call-act-failed = That did not work. Please try again.
call-publish-failed = The others cannot see or hear you yet. Trying again…
