## Alerts and keys of the desk.

desk-tools = Hinweise und Tasten
desk-alerts = Wenn jemand um Einlass bittet
desk-alerts-sound = Einen Ton spielen
desk-alerts-test = Ton testen
desk-alerts-mute = 15 Minuten Ruhe
desk-alerts-notify = Benachrichtigungen zeigen
desk-alerts-muted = 15 Minuten Ruhe. Zum Beenden noch einmal drücken.
desk-alerts-refused = Dieser Browser erlaubt dieser Seite keine Benachrichtigungen.
desk-alerts-somebody = Jemand bittet um Einlass.
desk-keys = Tasten
desk-keys-on = Tasten auf dieser Seite benutzen
desk-key-move = Nächste oder vorige Zeile
desk-key-message = Eine Nachricht schreiben
desk-key-select = Auswählen
