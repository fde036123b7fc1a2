## Invites of a room.

shared-copy = Kopieren
shared-copied = Kopiert.
shared-never = nie

invites-what = Mit einem Link kann jemand um Einlass bitten, mit einer Rolle, die Sie wählen.
invites-rotate = Alle Links ersetzen
invites-not-made = Die Einladung wurde nicht erstellt.
invites-see-form = Zeigen, was zu korrigieren ist
invites-link = Hier ist der neue Link
invites-link-for = Hier ist der Link für { $name }
invites-only-once = Kopieren Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt.
invites-qr = QR-Code des Einladungslinks
invites-none = Noch keine Einladungen
invites-none-next = Erstellen Sie unten eine und schicken Sie Ihren Gästen den Link.
invites-no-label = Ohne Bezeichnung
invites-uses = Nutzungen
invites-uses-of = { $uses } von { $most }
invites-uses-unlimited = { $uses }, unbegrenzt
invites-last-used = Zuletzt genutzt
invites-waiting = Wartend
invites-waiting-count = { $count ->
    [0] niemand
   *[other] { $count }
    }
invites-state = Stand
invites-passcode = Zugangscode
invites-direct = tritt direkt ein
invites-revoke = Zurückziehen
invites-more = Weitere Einladungen
invites-new = Neue Einladung
invites-create = Einladung erstellen

invite-state-open = offen, endet
invite-state-early = öffnet
invite-state-expired = abgelaufen
invite-state-used-up = aufgebraucht
invite-state-revoked = zurückgezogen

invite-label = Bezeichnung
invite-label-help = Nur Gastgeber sehen sie, neben jedem Gast.
invite-role = Rolle im Gespräch
invite-guest-name = Name des Gasts
invite-guest-name-help = Legt den Namen fest; der Link gilt dann für eine Person.
invite-max-uses = Wie viele Nutzungen
invite-max-uses-help = Leer: 1 für einen benannten Gast, unbegrenzt für andere.
invite-max-uses-wrong = Mindestens 1, oder lassen Sie es leer.
invite-not-before = Nicht vor
invite-not-before-help = In UTC.
    .local = In Ihrer Ortszeit.
invite-not-before-wrong = Bitte geben Sie Datum und Uhrzeit an.
invite-expires-in-hours = Endet nach, in Stunden
invite-expires-in-hours-help = Ab jetzt oder ab „Nicht vor“. Höchstens ein Jahr (8784).
invite-expires-in-hours-wrong = Bitte geben Sie ganze Stunden an, sodass sie innerhalb eines Jahres endet (8784).
invite-passcode = Zugangscode
invite-passcode-help = Gäste müssen ihn eingeben. 4 bis 64 Zeichen.
invite-passcode-wrong = Bitte nehmen Sie 4 bis 64 Zeichen, oder lassen Sie es leer.
invite-entry = An der Tür
entry-wait = Wartet
    .meaning = Sie lassen jeden Gast selbst ein.
entry-direct = Tritt direkt ein
    .meaning = Wer den Link hat, ist sofort im Gespräch.

revoke-title = { $name } zurückziehen?
revoke-what = Der Link funktioniert sofort nicht mehr.
revoke-waiting = { $count ->
    [0] Niemand wartet darüber.
    [one] Eine Person, die darüber wartet, erfährt, dass er zurückgezogen wurde.
   *[other] { $count } Personen, die darüber warten, erfahren, dass er zurückgezogen wurde.
    }
revoke-in-call = { $count ->
    [0] Niemand im Gespräch kam darüber.
    [one] Eine Person im Gespräch bleibt.
   *[other] { $count } Personen im Gespräch bleiben.
    }
revoke-remove-too = Auch sie entfernen
revoke-remove-too-whom = { $count ->
    [one] Die eine Person im Gespräch, die über diesen Link kam.
   *[other] Die { $count } Personen im Gespräch, die über diesen Link kamen.
    }
revoke-keep = Behalten

rotate-title = Alle Links ersetzen?
rotate-what = Jeder Link dieses Raums funktioniert sofort nicht mehr, und zu jedem gibt es einen neuen mit denselben Einstellungen, der einmal gezeigt wird. Wer wartet, behält seinen Platz; wer im Gespräch ist, bleibt.
rotate-keep = Behalten
