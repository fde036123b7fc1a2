## Changing accounts: what it means, taking it back, and what the log says of it.

person-effect-first = Was es bedeutet, wird zuerst gesagt.
person-leave-so = So lassen
person-is-disabled = Das Konto von { $name } ist jetzt gesperrt.
person-can-undo = Sie können das eine halbe Minute lang rückgängig machen.
person-is-yourself = Es ist Ihr eigenes Konto: Diese Seiten sind für Sie dann nicht mehr zugänglich.
person-leaves-rooms = { $rooms ->
    [one] Ein Raum hat dann einen Gastgeber weniger.
   *[other] { $rooms } Räume haben dann je einen Gastgeber weniger.
    }
person-sign-ins = { $count ->
    [0] { $name } ist nirgends angemeldet.
    [one] { $name } ist in einem Browser angemeldet.
   *[other] { $name } ist in { $count } Browsern angemeldet.
    }
person-sign-out-effect = Offene Seiten schließen sich und Gespräche enden sofort.
not-now-undo-over = Dafür ist es zu spät. Nehmen Sie die Änderung selbst vor, falls sie noch nötig ist.

account-role-enabled = entsperrt
log-account-change-undone = { $actor } hat eine Änderung an { $name } rückgängig gemacht: wieder { $to }.
log-sign-ins-ended = { $actor } hat { $name } überall abgemeldet.
log-second-factor-set = { $name } hat einen zweiten Faktor eingerichtet.
log-second-factor-removed = { $actor } hat den zweiten Faktor von { $name } entfernt.
log-second-factor-failed = Jemand hat das Passwort von { $name } und dann einen falschen Code eingegeben.
log-recovery-codes-made = { $name } hat neue Ersatzcodes erstellt.
log-recovery-code-used = { $count ->
    [one] { $name } hat einen Ersatzcode benutzt; einer ist übrig.
   *[other] { $name } hat einen Ersatzcode benutzt; { $count } sind übrig.
    }
log-installation-changed = { $actor } hat die Einstellungen der Installation geändert: { $changed }.
log-setting-second-factor = zweiter Faktor für Admins
log-act-account-change-undone = Änderung eines Kontos rückgängig gemacht
log-act-sign-ins-ended = Von einem Admin abgemeldet
log-act-second-factor-set = Zweiter Faktor eingerichtet
log-act-second-factor-removed = Zweiter Faktor entfernt
log-act-second-factor-failed = Zweiter Faktor falsch
log-act-recovery-codes-made = Neue Ersatzcodes
log-act-recovery-code-used = Ersatzcode benutzt
log-act-installation-changed = Einstellungen der Installation geändert
