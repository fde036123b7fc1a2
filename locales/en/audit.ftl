## The log, as sentences. $actor, $guest, $name and the like are names of people; $said is what a host wrote.

log-what = Everything that was decided here. Nobody can change it. Times are UTC.
log-what-all = Everything that was decided in all rooms. Nobody can change it. Times are UTC.
log-timeline-what = What happened to this guest. Times are UTC.
log-whole = The room’s whole log
log-empty = Nothing yet
log-details = Details
log-earlier = Earlier entries
log-later = Later entries
log-pages = Pages of the log
log-files = Keep this part as a file:
log-none-found = Nothing in the log is like that
log-head-title = The chain’s head
log-head-what = Each entry holds the hash of the one before. Note this number and hash elsewhere: they prove later that nothing before was changed.

log-filter-who = Who
log-filter-guests = Guests
log-filter-what = What
log-filter-room = Room
log-filter-from = From
log-filter-to = To, with that day
log-filter-any = Any
log-filter-show = Show
log-filter-clear = Show all
log-timeline = This guest’s timeline
log-system = Anteroom

log-detail-when = When
log-detail-from = From
log-detail-by = By
log-detail-entry = Entry
log-detail-hash = Hash
log-erased = (erased)
log-detail-generation = Generation
log-detail-expires-at = Can be used until
log-actor-guest = the guest
log-actor-account = someone signed in
log-actor-api-key = a program with a key
log-actor-system = the server

log-other = { $actor }: { $action }.
log-admission-requested = { $guest } asked to join.
    .labelled = { $guest } asked to join by { $label }.
log-entered-directly = { $guest } entered directly as { $role }.
log-admitted = { $actor } admitted { $guest } as { $role }.
log-denied = { $actor } denied { $guest }.
    .reasoned = { $actor } denied { $guest }: { $said }.
    .blocked = { $actor } denied and blocked { $guest }.
log-denial-undone = { $actor } took back the denial of { $guest }.
log-reconsidered = { $actor } thought better of it and took { $guest } back.
log-messaged = { $actor } wrote to { $guest }.
    .reasoned = { $actor } wrote to { $guest }: { $said }.
log-moved-away = { $actor } moved { $guest } to the room { $title }.
log-moved-in = { $actor } moved { $guest } here from the room { $title }.
log-held = { $actor } put { $guest } on hold.
log-resumed = { $actor } put { $guest } back in the queue.
log-role-changed = { $actor } made { $guest } { $to }. Before: { $from }.
log-sent-back = { $actor } sent { $guest } back to waiting.
    .reasoned = { $actor } sent { $guest } back to waiting: { $said }.
log-removed = { $actor } removed { $guest }.
    .blocked = { $actor } removed and blocked { $guest }.
log-came-back = { $guest } came back after { $length } away.
log-away-seconds = { $count } s
log-away-minutes = { $count } min
log-withdrawn = { $guest } left the queue.
log-expired = { $guest } is no longer waiting: { $cause }.
log-cause-gone = gone for too long
log-cause-invite-revoked = the invite was withdrawn
log-left = { $guest } left the call.
log-departed = { $guest } is out of the call: { $how }.
log-how-dropped = the connection was lost
log-how-never-came = admitted, and never came
log-how-finished = done, the next one came
log-how-ended = the call ended
log-unblocked = { $actor } lets { $guest } ask again.
log-returned = { $guest } came back to the call.
log-token-issued = { $guest } got a token as { $role }, to be used until { $until }.
log-connected = { $guest } connected to the call as { $role }.
log-disconnected = { $guest } was disconnected from the call.
log-muted = { $actor } muted { $guest }.
log-publishing-stopped = { $actor } stopped the camera and microphone of { $guest }.
log-all-muted = { $actor } muted everybody.

log-reason-not-on-list = not on the list
log-reason-wrong-time = the wrong time
log-reason-wrong-room = the wrong room
log-reason-room-full = the room is full
log-reason-unclear-name = the name is not clear

log-room-created = { $actor } made the room { $title }.
log-room-changed = { $actor } changed the settings: { $changed }.
log-setting-title = title
log-setting-door = door
log-setting-phrases = phrases
log-setting-host-label = host’s line
log-setting-show-position = place in line
log-setting-name-in-token = names to the platform
log-setting-token-seconds = seconds to connect
log-setting-keep-days = days that data are kept
log-setting-return-minutes = coming back
log-setting-gone-minutes = places of those who are gone
log-setting-admit-on-arrival = admitting when a host comes
log-setting-when-hosts-leave = when hosts leave
log-setting-most-in-call = people in the call
log-setting-most-waiting = people waiting
log-setting-one-at-a-time = one at a time
log-setting-closed-message = word on the closed door
log-setting-questions = questions
log-door-locked = { $actor } locked the door.
log-door-unlocked = { $actor } opened the door again.
log-host-arrived = A host came.
log-hosts-gone = The last host had been gone for a minute: { $rule }.
log-rule-go-on = the call went on
log-rule-pause = everybody waits again
log-rule-end = the call ended
log-setting-session-id = session
log-host-added = { $actor } made { $name } a co-host.
log-host-removed = { $actor } removed { $name } as a co-host.
log-invite-created = { $actor } made an invite without a label: { $role }, { $entry }.
    .labelled = { $actor } made the invite { $label }: { $role }, { $entry }.
log-entry-wait = waits
log-entry-direct = enters directly
log-invite-revoked = { $actor } revoked an invite without a label.
    .labelled = { $actor } revoked the invite { $label }.
log-links-rotated = { $count ->
    [one] { $actor } replaced all links: one is new.
   *[other] { $actor } replaced all links: { $count } are new.
    }

log-set-up = { $name } set up Anteroom.
log-account-created = { $actor } made an account for { $name }: { $role }.
log-account-role-changed = { $actor } made { $name } { $to }. Before: { $from }.
log-account-disabled = { $actor } disabled the account of { $name }.
log-account-enabled = { $actor } enabled the account of { $name }.
log-password-changed = { $actor } gave { $name } a new password.
log-signed-in = { $name } signed in.
log-sign-in-failed = Someone failed to sign in as { $email }.
    .unknown = Someone failed to sign in.
log-signed-out = { $name } signed out.
log-api-key-created = { $actor } made the API key { $name }: { $scope }.
log-api-key-revoked = { $actor } revoked the API key { $name }.

account-role-host = Host
account-role-admin = Admin

log-copy-confirmed = { $actor } decided about the links, tickets and keys of a restored copy: { $access }.
log-access-keep = they work again
log-access-void = they are void

log-erased-guest = a guest (erased)
log-guest-erased = { $actor } erased what { $guest } had told.
log-guest-exported = { $actor } exported what is kept of { $guest }.
log-webhook-created = { $actor } made a webhook to { $name }.
log-webhook-changed = { $actor } changed the webhook to { $name }: { $changed ->
    [enabled] switched on
    [disabled] switched off
   *[secret] new secret
    }.
log-webhook-deleted = { $actor } deleted the webhook to { $name }.

## Names of the acts, for choosing one.

log-act-admission-requested = Asked to join
log-act-entered-directly = Entered directly
log-act-admitted = Admitted
log-act-denied = Denied
log-act-denial-undone = Denial taken back
log-act-reconsidered = Taken back after all
log-act-messaged = Message written
log-act-moved-away = Moved to another room
log-act-moved-in = Moved here from another room
log-act-held = Put on hold
log-act-resumed = Put back in the queue
log-act-role-changed = Role in the call changed
log-act-sent-back = Sent back to waiting
log-act-removed = Removed
log-act-came-back = Came back
log-act-withdrawn = Left the queue
log-act-expired = No longer waiting
log-act-left = Left the call
log-act-departed = Gone from the call
log-act-unblocked = Block lifted
log-act-returned = Came back to the call
log-act-token-issued = Token issued
log-act-connected = Connected
log-act-disconnected = Disconnected
log-act-muted = Muted
log-act-publishing-stopped = Camera and microphone stopped
log-act-all-muted = Everybody muted
log-act-room-created = Room made
log-act-room-changed = Settings of a room changed
log-act-door-locked = Door locked
log-act-door-unlocked = Door unlocked
log-act-host-arrived = A host came
log-act-hosts-gone = The last host went
log-act-host-added = Co-host added
log-act-host-removed = Co-host removed
log-act-invite-created = Invite made
log-act-invite-revoked = Invite revoked
log-act-links-rotated = Links replaced
log-act-set-up = Anteroom set up
log-act-account-created = Account made
log-act-account-role-changed = Role of an account changed
log-act-account-disabled = Account disabled
log-act-account-enabled = Account enabled
log-act-password-changed = New password
log-act-signed-in = Signed in
log-act-sign-in-failed = Sign-in failed
log-act-signed-out = Signed out
log-act-api-key-created = API key made
log-act-api-key-revoked = API key revoked
log-act-copy-confirmed = Restored copy decided about
log-act-guest-erased = Guest’s data erased
log-act-guest-exported = Guest’s data exported
log-act-webhook-created = Webhook made
log-act-webhook-changed = Webhook changed
log-act-webhook-deleted = Webhook deleted
