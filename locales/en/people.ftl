## People and keys, for admins.

shared-undo = Undo

people-what = Everyone who can sign in: { $hosts ->
    [one] one host
   *[other] { $hosts } hosts
    }, { $admins ->
    [one] one admin
   *[other] { $admins } admins
    }.
people-found = { $count ->
    [0] Nobody found.
    [one] One found.
   *[other] { $count } found.
    }
people-new = New account
people-search = Search by name or email
people-search-button = Search
people-name = Name
people-role = Role
people-last-seen = Last seen
people-disabled = Disabled
people-email-help = They sign in with it.
people-email-taken = There is an account with this address already.
people-created = { $name } has an account now
people-first-password = The first password of { $email }. Pass it on now: it is shown only this once.
people-confirm-first = To change anything here, please give your password again.
people-confirm = Give the password

person-since = Since
person-no-rooms = none
person-is-admin = { $name } is an admin now.
person-is-host = { $name } is a host now, not an admin.
person-make-admin-title = Make { $name } an admin?
person-make-admin-effect = { $rooms ->
    [0] { $name } will be able to admit guests in every room, make and disable accounts, and read the whole log.
    [one] { $name } will be able to admit guests in the one room there is, make and disable accounts, and read the whole log.
   *[other] { $name } will be able to admit guests in all { $rooms } rooms, make and disable accounts, and read the whole log.
    } It applies at once, also on open pages.
person-make-admin = Make admin
person-make-host-title = Make { $name } a host only?
person-make-host-effect = { $rooms ->
    [0] { $name } hosts no room and will see none until somebody adds them to one.
    [one] { $name } will be able to admit guests in one room only.
   *[other] { $name } will be able to admit guests in { $rooms } rooms only.
    } Accounts and the whole log are then closed to { $name }. It applies at once, also on open pages.
person-make-host = Make host
person-reset-title = Give a new password
person-reset-effect = { $name } is signed out everywhere. You see the new password once and pass it on.
person-reset = New password
person-new-password = The new password
person-new-password-once = Pass it on now: it is shown only this once. The old one no longer works.
person-disable-title = Disable the account
person-disable-effect = { $name } is signed out everywhere and cannot sign in. Their rooms stay.
person-disable = Disable
person-enable-title = Enable the account
person-enable-effect = { $name } can sign in again with the same password.
person-enable = Enable

api-keys-title = API keys
api-keys-what = With a key, a program acts as an admin or as one account.
api-keys-reference = What programs can do
api-keys-none = No keys yet
api-keys-name = Name
api-keys-name-help = What it is for.
api-keys-account = Email of an account
api-keys-account-help = The key then may what this account may. Empty, it may everything.
api-keys-rights = Acts as
api-keys-made = Made
api-keys-new = New key
api-keys-create = Create the key
api-keys-created = Here is the key { $name }

copy-banner = This database is a copy. Links, tickets and keys do not work until an admin has decided.
copy-banner-link = Decide
copy-title = This database is a copy
copy-what = It was taken { $time }. What opened doors then may have been revoked since, so links, guests’ tickets and API keys wait for you.
copy-void-title = Make them useless
copy-void-effect = If the original was lost or somebody may have read the copy. New links and keys are needed; whoever waited or was in the call asks again.
copy-void = Make them useless
copy-keep-title = Let them work again
copy-keep-effect = If nothing was revoked since. Guests come back to their places as they were at the time of the copy.
copy-keep = Let them work again

guests-title = Guests’ data
guests-what = Names, notes, addresses and words are erased { $days ->
    [one] one day
   *[other] { $days } days
} after a visit. A room can say less. Here you can look somebody up, hand out what is kept, or erase it now.
guests-room = Room
guests-any-room = Any room
guests-invite = Link
guests-asked = Asked
guests-none = Nobody is found
guests-export = Export the chosen
guests-erase = Erase the chosen
guests-erased = { $count ->
    [one] One guest’s data are erased.
   *[other] The data of { $count } guests are erased.
}
