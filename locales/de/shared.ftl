## Times, as they stand beside names.

time-now = gerade eben
time-ago-s = vor { $count } Sek.
time-ago-min = vor { $count } Min.
time-ago-h = vor { $count } Std.
time-ago-d = { $count ->
    [one] gestern
   *[other] vor { $count } Tagen
    }
time-in-s = in { $count } Sek.
time-in-min = in { $count } Min.
time-in-h = in { $count } Std.
time-in-d = { $count ->
    [one] morgen
   *[other] in { $count } Tagen
    }

## Roles, in plain words.

role-subscriber = Zuschauer
role-publisher = Sprecher
role-publisheronly = Nur Vortrag
role-moderator = Moderator

## What is wrong with a typed text.

text-empty = Bitte füllen Sie das aus.
text-too-long = Bitte nehmen Sie höchstens { $limit } Zeichen.
text-too-short = Bitte nehmen Sie mindestens { $limit } Zeichen.
text-forbidden-character = Bitte lassen Sie Steuer- und Richtungszeichen weg.
text-not-an-email = Das ist keine E-Mail-Adresse.
text-common-password = Das ist eines der häufigsten Passwörter. Bitte wählen Sie ein anderes.

## Why something was not done.

refused-value = { $field } { $problem }.
refused-passcode = Dieser Zugangscode stimmt nicht. Fragen Sie die Person, die Sie eingeladen hat.
refused-gone = Das ist vorbei. Bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.
refused-call-full = Das Gespräch ist voll: { $limit } Personen haben Platz. Schicken Sie zuerst jemanden hinaus, oder erhöhen Sie die Grenze in den Einstellungen des Raums.
refused-nobody-ready = Niemand, der wartet, ist gerade da. Nichts wurde geändert.
refused-sign-in = E-Mail-Adresse oder Passwort stimmt nicht.
refused-unsupported = Die Videoplattform kann das von außerhalb des Gesprächs nicht. Machen Sie den Gast stattdessen zum Zuschauer.
refused-unattributed = Dieser Server weiß nicht, welcher Stream im Gespräch wem gehört: Die Videoplattform hat es ihm nicht gesagt.
refused-confirmation = Bitte geben Sie zuerst Ihr Passwort noch einmal ein.
refused-webhook-disabled = Dieser Webhook ist ausgeschaltet. Schalten Sie ihn zuerst ein.
refused-last-admin = Das ist der letzte Admin, der sich anmelden kann. Machen Sie zuerst jemand anderen zum Admin.
refused-session-in-use = Es ist jemand im Gespräch. Der Raum kann eine andere Videositzung bekommen, sobald alle draußen sind.
refused-last-host = Ein Raum hätte dann keinen Gastgeber mehr. Fügen Sie dort zuerst einen anderen hinzu.
refused-still-here = Jemand davon wartet noch oder ist im Gespräch. Entfernen Sie diese Gäste zuerst.
refused-owner = Der Eigentümer eines Raums kann nicht aus ihm entfernt werden.

not-now-asked-again = Der Gast hat noch einmal angefragt; diese Anfrage steht in der Warteschlange.
not-now-guest-gone = Der Gast ist nicht mehr da.
not-now-claimed = { $by } kümmert sich schon darum.

lost-race-waiting = Schon wieder in der Warteschlange, durch { $by }, { $time }.
    .nobody = Schon wieder in der Warteschlange.
lost-race-held = Schon zurückgestellt von { $by }, { $time }.
    .nobody = Schon zurückgestellt.
lost-race-admitted = Schon eingelassen von { $by }, { $time }.
    .nobody = Schon eingelassen.
lost-race-left = { $by } hat das Gespräch verlassen, { $time }.
    .nobody = Hat das Gespräch verlassen.
lost-race-denied = Schon abgelehnt von { $by }, { $time }.
    .nobody = Schon abgelehnt.
lost-race-withdrawn = { $by } hat die Warteschlange verlassen, { $time }.
    .nobody = Hat die Warteschlange verlassen.
lost-race-expired = Wartet nicht mehr ({ $by }, { $time }).
    .nobody = Wartet nicht mehr.
lost-race-removed = Schon entfernt von { $by }, { $time }.
    .nobody = Schon entfernt.

## Why a link does not open the form.

link-unknown = Wir kennen diesen Link nicht.
link-early = Es ist noch nicht so weit.
link-expired = Diese Einladung ist abgelaufen.
link-used-up = Diese Einladung wurde schon benutzt.
link-revoked = Diese Einladung wurde zurückgezogen.
link-room-closed = Der Raum ist im Moment geschlossen.
