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
desk-rehearsal = Was Gäste sehen
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
desk-search = An der Tür suchen
    .hint = Name, Notiz oder Einladung
desk-search-now = Suchen
desk-only = Anzeigen
desk-only-everyone = Alle
desk-only-away = Abwesend
desk-only-held = Zurückgestellt
desk-only-same-name = Gleicher Name
desk-nobody-found = Niemand an der Tür passt dazu.
desk-nobody-waits = Niemand wartet.
    .next = Wer Ihren Einladungslink öffnet und um Einlass bittet, erscheint hier.
desk-held = Zurückgestellt
desk-earlier = Früher
desk-earlier-empty = Noch niemand. Wer abgelehnt wurde, gegangen ist oder aufgegeben hat, steht hier.
desk-call-title = Im Gespräch
desk-join-call = Beitreten
desk-unheard = Die Videoplattform teilt diesem Server nicht mit, wer kommt und geht. Was Sie hier sehen, melden die Seiten der Gäste; wer geht, kann noch eine Minute länger angezeigt werden.
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
desk-timeline = Verlauf
desk-admit-as-subscriber = Als Zuschauer einlassen
desk-admit-as-publisher = Als Sprecher einlassen
desk-admit-as-moderator = Als Moderator einlassen
desk-admit-as-publisheronly = Nur zum Vortrag einlassen
desk-hold = Zurückstellen
desk-resume = Weiter warten lassen
desk-hold-with-words = Mit Nachricht zurückstellen
desk-message = Nachricht
desk-claim = Ich übernehme diesen Gast
desk-release = Zurückgeben
desk-claimed = { $by } kümmert sich darum
desk-transfer = In einen anderen Raum verlegen
desk-said = Nachricht:
desk-deny-words = Mit eigenen Worten ablehnen
desk-deny-for-good = Ablehnen und sperren
desk-send-back-with-words = Mit Nachricht zurückschicken
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
desk-in-call-publishing = im Gespräch seit { $time }, Kamera oder Mikrofon an
desk-in-call-watching = im Gespräch seit { $time }, schaut zu
desk-not-connected = eingelassen { $time }, nicht verbunden
desk-away-not-connected = nicht verbunden, weg seit { $time }
desk-hand = möchte sprechen
desk-enforcing = Alte Rechte werden entzogen
desk-enforcing-overdue = Vielleicht noch verbunden
## A banner: connections that the video platform has not ended for ten minutes.
desk-enforcement-alarm = Jemand, der entfernt wurde oder eine andere Rolle bekam, ist vielleicht noch verbunden. Die Videoplattform hat es seit über 10 Minuten nicht bestätigt; dieser Server versucht es weiter.

## What became of somebody, under "Earlier".

desk-ended-denied = Abgelehnt
desk-ended-denied-for-good = Abgelehnt und gesperrt
desk-ended-moved = In einen anderen Raum verlegt
desk-ended-withdrawn = Warteschlange verlassen
desk-ended-gone = Platz aufgegeben
desk-ended-invite-revoked = Einladung zurückgezogen
desk-ended-removed = Entfernt
desk-ended-blocked = Entfernt und gesperrt
desk-ended-left = Gespräch verlassen
desk-unblock = Wieder anfragen lassen
desk-lock = Tür schließen
desk-unlock = Tür öffnen
desk-next = Nächster Gast
desk-denied-before = { $count ->
    [one] schon abgelehnt
   *[other] schon { $count }-mal abgelehnt
    }
desk-returning = kommt wieder
desk-ended-dropped = Verbindung verloren
desk-ended-never-came = Eingelassen, nie gekommen
desk-ended-finished = Fertig
desk-ended-ended = Gespräch beendet
desk-ended-by = von { $by }, { $time }

## About many guests at once.

desk-cancel = Abbrechen
desk-pick = { $name } auswählen
desk-admit-shown = { $count } einlassen
desk-admit-picked = Ausgewählte einlassen
desk-admit-picked-count = { $count } Ausgewählte einlassen
desk-deny-picked = Ausgewählte ablehnen
desk-deny-picked-count = { $count } Ausgewählte ablehnen
desk-message-all = Nachricht an alle
many-admitted = { $count } eingelassen.
many-denied = { $count } abgelehnt.
many-left = { $name }: { $why }
many-others = { $count ->
    [one] Bei einer weiteren Person hatte sich etwas geändert.
   *[other] Bei { $count } weiteren Personen hatte sich etwas geändert.
    }
many-nobody = Niemand ist ausgewählt. Wählen Sie zuerst Gäste aus.

## Where a host types.

words-message = Nachricht an { $name }
    .button = Senden
words-message-all = Nachricht an alle, die warten
    .button = An alle senden
words-hold = { $name } zurückstellen
    .button = Zurückstellen
words-deny = { $name } ablehnen
    .button = Ablehnen
words-send-back = { $name } zurück in den Warteraum schicken
    .button = Zurückschicken
words-transfer = { $name } in einen anderen Raum verlegen
    .button = Verlegen
words-transfer-help = Der Zeitpunkt der Anfrage bleibt erhalten, und die Seite des Gasts geht von selbst mit.
words-room = Raum
words-no-room = Sie haben keinen anderen Raum.
words-label = Was der Gast liest
words-help = Höchstens 280 Zeichen.
words-phrases = Oder mit einem Druck senden
words-edit-phrases = Diese ändern
phrases-title = Textbausteine
phrases-what = Was Sie Wartenden oft sagen: je ein Druck. Leer gilt der übliche.
phrases-label = Textbaustein { $number }
phrase-1 = Wir sind in wenigen Minuten für Sie da.
phrase-2 = Wir haben etwas Verspätung. Danke, dass Sie warten.
phrase-3 = Bitte halten Sie Kamera und Mikrofon bereit.
phrase-4 = Bitte bleiben Sie auf dieser Seite. Sie sind hier richtig.
