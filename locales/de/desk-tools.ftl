## Alerts and keys of the desk.

desk-tools = Hinweise und Tasten
desk-alerts = Wenn jemand eintreten möchte
desk-alerts-sound = Ton abspielen
desk-alerts-test = Ton testen
desk-alerts-mute = 15 Minuten stumm
desk-alerts-notify = Benachrichtigungen zeigen
desk-alerts-muted = 15 Minuten stumm. Noch einmal drücken, um es zu beenden.
desk-alerts-refused = Dieser Browser erlaubt von dieser Seite keine Benachrichtigungen.
desk-alerts-somebody = Jemand möchte eintreten.
desk-keys = Tasten
desk-keys-on = Tasten auf dieser Seite verwenden
desk-key-move = Nächste oder vorige Zeile
desk-key-message = Nachricht schreiben
desk-key-select = Auswählen
