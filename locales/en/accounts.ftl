## Changing accounts: what it means, taking it back, and what the log says of it.

person-effect-first = What it means is said first.
person-leave-so = Leave it so
person-is-disabled = The account of { $name } is disabled now.
person-can-undo = You can take this back for half a minute.
person-is-yourself = This is your own account: these pages then close to you.
person-leaves-rooms = { $rooms ->
    [one] One room then has one host fewer.
   *[other] { $rooms } rooms then have one host fewer each.
    }
person-sign-ins = { $count ->
    [0] { $name } is signed in nowhere.
    [one] { $name } is signed in on one browser.
   *[other] { $name } is signed in on { $count } browsers.
    }
person-sign-out-effect = Open pages close and calls end at once.
not-now-undo-over = It is too late to take this back. Make the change itself if it is still needed.

account-role-enabled = enabled
log-account-change-undone = { $actor } took back a change of { $name }: again { $to }.
log-sign-ins-ended = { $actor } signed { $name } out everywhere.
log-second-factor-set = { $name } set up a second factor.
log-second-factor-removed = { $actor } removed the second factor of { $name }.
log-second-factor-failed = Someone gave the password of { $name } and then a wrong code.
log-recovery-codes-made = { $name } made new recovery codes.
log-recovery-code-used = { $count ->
    [one] { $name } used a recovery code; one is left.
   *[other] { $name } used a recovery code; { $count } are left.
    }
log-installation-changed = { $actor } changed the settings of the installation: { $changed }.
log-setting-second-factor = second factor for admins
log-act-account-change-undone = Change of an account taken back
log-act-sign-ins-ended = Signed out by an admin
log-act-second-factor-set = Second factor set up
log-act-second-factor-removed = Second factor removed
log-act-second-factor-failed = Second factor wrong
log-act-recovery-codes-made = New recovery codes
log-act-recovery-code-used = Recovery code used
log-act-installation-changed = Settings of the installation changed
