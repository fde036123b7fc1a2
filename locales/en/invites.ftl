## Invites of a room.

shared-copy = Copy
shared-copied = Copied.
shared-never = never

invites-what = A link lets someone ask to join, with a role you choose.
invites-rotate = Replace all links
invites-not-made = The invite was not made.
invites-see-form = See what to correct
invites-link = Here is the new link
invites-link-for = Here is the link for { $name }
invites-only-once = Copy it now: it is shown only this once.
invites-qr = QR code of the invite link
invites-none = No invites yet
invites-none-next = Make one below and send its link to your guests.
invites-no-label = Without a label
invites-uses = Uses
invites-uses-of = { $uses } of { $most }
invites-uses-unlimited = { $uses }, no limit
invites-last-used = Last used
invites-waiting = Waiting
invites-waiting-count = { $count ->
    [0] nobody
   *[other] { $count }
    }
invites-state = State
invites-passcode = passcode
invites-direct = enters directly
invites-revoke = Revoke
invites-more = More invites
invites-new = New invite
invites-create = Create the invite

invite-state-open = open, ends
invite-state-early = opens
invite-state-expired = expired
invite-state-used-up = used up
invite-state-revoked = revoked

invite-label = Label
invite-label-help = Only hosts see it, beside each guest.
invite-role = Role in the call
invite-guest-name = Name of the guest
invite-guest-name-help = Fixes the name; the link then fits one person.
invite-max-uses = How many uses
invite-max-uses-help = Empty, it is 1 for a named guest and no limit for others.
invite-max-uses-wrong = At least 1, or leave it empty.
invite-not-before = Not before
invite-not-before-help = In UTC.
    .local = In your local time.
invite-not-before-wrong = Please give a date and a time.
invite-expires-in-hours = Expires after, in hours
invite-expires-in-hours-help = From now, or from “Not before”. At most a year (8784).
invite-expires-in-hours-wrong = Please give a whole number of hours, so that it ends within a year (8784).
invite-passcode = Passcode
invite-passcode-help = Guests must type it. 4 to 64 characters.
invite-passcode-wrong = Please use 4 to 64 characters, or leave it empty.
invite-entry = At the door
entry-wait = Waits
    .meaning = You let each guest in.
entry-direct = Enters directly
    .meaning = Whoever has the link is in the call at once.

revoke-title = Revoke { $name }?
revoke-what = The link stops working at once.
revoke-waiting = { $count ->
    [0] Nobody is waiting on it.
    [one] One person waiting on it is told that it was withdrawn.
   *[other] { $count } people waiting on it are told that it was withdrawn.
    }
revoke-in-call = { $count ->
    [0] Nobody in the call came by it.
    [one] One person in the call stays.
   *[other] { $count } people in the call stay.
    }
revoke-remove-too = Remove them too
revoke-remove-too-whom = { $count ->
    [one] The one person in the call who came by this link.
   *[other] The { $count } people in the call who came by this link.
    }
revoke-keep = Keep it

rotate-title = Replace all links?
rotate-what = Every link of this room stops working at once, and each gets a new one with the same settings, shown once. People who wait keep their places; people in the call stay.
rotate-keep = Keep them
