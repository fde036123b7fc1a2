## The call, for guests and hosts.

call-title = Im Gespräch
call-people-in = Personen im Gespräch
call-alone = Noch spricht niemand. Wer spricht, erscheint hier.
call-needs-scripts = Das Gespräch braucht Skripte. Bitte erlauben Sie sie für diese Seite und laden Sie neu.
call-not-in = Sie sind zurzeit nicht im Gespräch.
call-you = Sie
call-muted = stumm
call-moderator = Moderator
call-screen-of = Bildschirm
call-wants-to-speak = möchte sprechen

## How good the connection is.

call-quality-joining = tritt bei …
call-quality-good = Verbindung ist gut
call-quality-weak = Verbindung ist schwach
call-quality-interrupted = Verbindung ist unterbrochen
call-lost = Die Verbindung ist unterbrochen. Neuer Versuch läuft …

## The controls.

call-controls = Ihre Bedienelemente
call-mute = Stumm
call-unmute = Ton an
call-camera = Kamera
call-share-screen = Bildschirm teilen
call-raise-hand = Hand heben
call-lower-hand = Hand senken
call-step-down = Nur zuschauen
call-people = Personen
call-door = Tür
call-leave = Verlassen
call-to-desk = Zum Empfang
call-sound-on = Ton einschalten
call-close = Schließen

## The people in the call.

call-mute-person = Stummschalten
call-stop-person = Kamera und Mikrofon aus
call-remove-person = Aus dem Gespräch entfernen
call-mute-everybody = Alle stummschalten
call-not-muted = Bei „Alle stummschalten“ ausnehmen
call-in-call = im Gespräch
call-not-connected = nicht verbunden
call-make-subscriber = Zum Zuschauer machen
call-make-publisher = Zum Sprecher machen
call-make-moderator = Zum Moderator machen
call-send-back = Zurück in den Warteraum

## The door beside the call.

call-waiting = Wartend
call-nobody-waits = Niemand wartet.
call-more-wait = Am Empfang warten noch mehr.
call-admit = Einlassen
call-deny = Ablehnen

## Before joining, and when a host offers the stage.

call-before = Bevor Sie beitreten
call-as = als
call-join = Beitreten
call-preview-off = Ihre Kamera ist aus
call-no-camera = Keine Kamera
call-no-microphone = Kein Mikrofon
call-change-later = Sie können das im Gespräch jederzeit ändern.
call-offer-title = Sie sind eingeladen zu sprechen.
call-offer-text = Niemand sieht oder hört Sie, bevor Sie zustimmen.
call-offer-accept = Kamera und Mikrofon einschalten
call-offer-decline = Zuschauer bleiben

## When the call is over for this page.

call-replaced-title = Sie sind von einem anderen Tab oder Gerät beigetreten.
call-replaced-text = Das Gespräch geht dort weiter. Sie können es auf diese Seite zurückholen.
call-use-here = Hier weiterführen
call-removed-title = Sie sind nicht mehr im Gespräch.
call-removed-text = Das Gespräch wurde für Sie beendet.
call-failed-title = Das Gespräch funktioniert auf dieser Seite nicht.
call-failed-text = Bitte laden Sie die Seite neu. Wenn das nicht hilft, nehmen Sie einen anderen Browser.
call-full-title = Das Gespräch ist voll.
call-full-text = Im Moment kann niemand mehr beitreten. Bitte versuchen Sie es später noch einmal.
call-unsupported-title = Diese Seite kann am Gespräch nicht teilnehmen.
call-unsupported-text = Bitte laden Sie sie neu. Wenn das nicht hilft, sagen Sie es dem Gastgeber.
call-reload = Neu laden
call-to-door = Zum Warteraum

## Short news.

call-now-subscriber = Sie sind jetzt Zuschauer.
call-now-publisher = Sie können jetzt sprechen.
call-now-publisheronly = Man kann Sie jetzt sehen und hören. Sie sehen die anderen nicht.
call-now-moderator = Sie sind jetzt Moderator.
call-was-muted = Die Moderation hat Sie stummgeschaltet.
call-was-stopped = Die Moderation hat Ihre Kamera und Ihr Mikrofon ausgeschaltet.
call-hand-up = Ihre Hand ist gehoben. Der Gastgeber sieht es.
call-media-denied = Der Browser gibt Kamera und Mikrofon nicht frei. Sie schauen zu. Um sie hinzuzufügen, erlauben Sie beide neben der Adresszeile und drücken Sie dann „Kamera“.
call-media-missing = Keine Kamera und kein Mikrofon gefunden. Sie schauen zu. Schließen Sie ein Gerät an und drücken Sie dann „Kamera“.
call-media-insecure = Auf einer Seite ohne https geben Browser keine Kamera frei. Sie können zuschauen. Bitten Sie den Gastgeber um einen sicheren Link, damit man Sie sehen und hören kann.
call-camera-missing = Keine Kamera gefunden. Die anderen können Sie hören.
call-microphone-missing = Kein Mikrofon gefunden. Die anderen können Sie sehen.
call-camera-ended = Ihre Kamera wurde beendet. Drücken Sie „Kamera“, um es erneut zu versuchen.
call-act-failed = Das hat nicht funktioniert. Bitte versuchen Sie es noch einmal.
call-publish-failed = Die anderen können Sie noch nicht sehen oder hören. Neuer Versuch läuft …
