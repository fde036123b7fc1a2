## The desk of a room.

desk-title = { $room } – die Tür
desk-parts = Teile des Empfangs
desk-tab-door = Tür
desk-tab-call = Gespräch
desk-tab-room = Raum
desk-close = Schließen
desk-failed = Das hat nicht funktioniert. Bitte versuchen Sie es noch einmal.
desk-reconnecting = Verbindung wird wiederhergestellt. Was Sie sehen, kann einige Sekunden alt sein.
desk-lost-race = Ihre Entscheidung hat nichts geändert.

## The room and the others, at the side.

desk-rooms = Räume
desk-this-room = Dieser Raum
desk-invites = Einladungen
desk-hosts = Gastgeber
desk-settings = Einstellungen
desk-log = Protokoll
desk-my-rooms = Meine Räume
desk-new-room = Neuer Raum
desk-room-in-call = { $count ->
    [0] niemand im Gespräch
   *[other] { $count } im Gespräch
    }
# Read aloud after the number of people waiting in a room.
desk-room-waiting = wartend

## What the door does, under the room's title.

desk-door-everyone-waits = Alle warten, bis Sie sie einlassen.
desk-door-trusted-enter = Gäste mit direkter Einladung treten ein, alle anderen warten, bis Sie sie einlassen.
desk-door-everyone-enters = Alle mit einer Einladung treten ein, ohne zu warten.
desk-door-closed = Der Raum ist geschlossen. Niemand Neues kann um Einlass bitten.

## Lists.

desk-waiting = Wartend
desk-waiting-count = { $count } wartend
desk-new = { $count } neu
desk-show-more = Mehr anzeigen
desk-nobody-waits = Niemand wartet.
    .next = Wer Ihren Einladungslink öffnet und um Einlass bittet, erscheint hier.
desk-held = Zurückgestellt
desk-earlier = Früher
desk-earlier-empty = Noch niemand. Wer abgelehnt wurde, gegangen ist oder aufgegeben hat, steht hier.
desk-call-title = Im Gespräch
desk-join-call = Beitreten
desk-nobody-in-call = Noch ist niemand im Gespräch. Eingelassene Gäste erscheinen hier mit ihrer Rolle.

## A row.

desk-wait-now = jetzt
desk-wait-minutes = { $count } Min.
desk-asked-at = Angefragt um { $time }
desk-same-name = gleicher Name wie { $name }
desk-away = weg seit { $time }
desk-sent-back = zurückgeschickt
desk-name-fixed = Name festgelegt
desk-name-fixed-by = { $invite }, Name festgelegt
desk-admit = Einlassen
desk-deny = Ablehnen
desk-more = Mehr
desk-admit-as-subscriber = Als Zuschauer einlassen
desk-admit-as-publisher = Als Sprecher einlassen
desk-admit-as-moderator = Als Moderator einlassen
desk-admit-as-publisheronly = Nur zum Vortrag einlassen
desk-hold = Zurückstellen
desk-resume = Weiter warten lassen
desk-deny-why = Ablehnen und sagen, warum
desk-reason-not-on-list = Nicht auf der Liste
desk-reason-wrong-time = Nicht die richtige Zeit
desk-reason-wrong-room = Nicht der richtige Raum
desk-reason-room-full = Der Raum ist voll
desk-reason-unclear-name = Der Name ist nicht eindeutig
desk-denied = { $name } abgelehnt
desk-undo = Rückgängig

## Somebody in the call.

desk-make-subscriber = Zum Zuschauer machen
desk-make-publisher = Zum Sprecher machen
desk-make-moderator = Zum Moderator machen
desk-send-back = Zurück in den Warteraum
desk-remove = Entfernen
desk-remove-for-good = Endgültig entfernen
desk-mute = Stummschalten
desk-call-again = Noch einmal rufen
desk-stop-publishing = Kamera und Mikrofon ausschalten
desk-mute-all = Alle stummschalten
desk-in-call-both = im Gespräch seit { $time }, Kamera und Mikrofon an
desk-in-call-camera = im Gespräch seit { $time }, Kamera an, Mikrofon aus
desk-in-call-microphone = im Gespräch seit { $time }, Mikrofon an
desk-in-call-watching = im Gespräch seit { $time }, schaut zu
desk-not-connected = eingelassen { $time }, nicht verbunden
desk-away-not-connected = nicht verbunden, weg seit { $time }
desk-hand = möchte sprechen
desk-enforcing = Alte Rechte werden entzogen

## What became of somebody, under "Earlier".

desk-ended-denied = Abgelehnt
desk-ended-withdrawn = Warteschlange verlassen
desk-ended-gone = Platz aufgegeben
desk-ended-invite-revoked = Einladung zurückgezogen
desk-ended-removed = Entfernt
desk-ended-blocked = Entfernt und gesperrt
desk-ended-left = Gespräch verlassen
desk-ended-dropped = Verbindung verloren
desk-ended-never-came = Eingelassen, nie gekommen
desk-ended-finished = Fertig
desk-ended-ended = Gespräch beendet
desk-ended-denied-for-good = Abgelehnt und gesperrt
desk-ended-by = von { $by }, { $time }
