## A second factor: setting it up, being asked for it, and what admins see of it.

factor-title = Zweiter Faktor
factor-what = Ein Code aus einer App auf Ihrem Telefon, zusätzlich zum Passwort. Wer Ihr Passwort erfährt, kann sich damit allein nicht anmelden.
factor-needed = Admins brauchen hier einen zweiten Faktor. Bitte richten Sie ihn ein, um fortzufahren.
factor-no-password = Sie sind über einen Einmal-Link angemeldet und haben kein Passwort. Ein zweiter Faktor setzt eines voraus.
factor-begin-title = Einrichten
factor-begin-what = Sie brauchen eine Authenticator-App. Bitte geben Sie zuerst Ihr Passwort ein.
factor-scan-title = Der App mitteilen
factor-scan-what = Scannen Sie dies mit der App oder tippen Sie den Schlüssel ein. Geben Sie dann die sechs Ziffern ein, die die App zeigt.
factor-qr = QR-Code für die Authenticator-App
factor-key = Schlüssel zum Eintippen
factor-code = Code
factor-code-wrong = Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten.
factor-turn-on = Einschalten
factor-state = Zustand
factor-on = Ein
factor-off = Aus
factor-codes = Ersatzcodes
factor-codes-left = { $count ->
    [0] keiner übrig
    [one] einer übrig
   *[other] { $count } übrig
    }
factor-codes-title = Ihre Ersatzcodes
factor-codes-once = Schreiben oder drucken Sie sie jetzt auf: Sie werden nur dieses eine Mal gezeigt. Jeder meldet Sie einmal ohne die App an.
factor-codes-new = Neue Ersatzcodes
factor-codes-new-what = Die alten gelten dann nicht mehr.
factor-codes-make = Neue Codes erstellen
factor-remove-title = Den zweiten Faktor entfernen
factor-remove-what = Danach genügt wieder Ihr Passwort allein. Geben Sie noch einmal Passwort und Code ein.
factor-remove = Entfernen
factor-step-title = Geben Sie Ihren Code ein
factor-step-what = Ihr Passwort stimmt. Jetzt der Code aus Ihrer App.
factor-step-help = Sechs Ziffern oder einer Ihrer Ersatzcodes.
factor-step-lost = Keine App und kein Ersatzcode? Ein Admin kann Ihren zweiten Faktor entfernen.
factor-step-other = Mit einem anderen Konto anmelden
error-second-factor-needed = Richten Sie einen zweiten Faktor ein, um fortzufahren.
    .title = Ein zweiter Faktor ist nötig
refused-second-factor-set = Es gibt schon einen zweiten Faktor. Entfernen Sie ihn zuerst.
refused-second-factor-needed = Admins brauchen hier einen zweiten Faktor, deshalb bleibt er.
refused-second-factor-first = Richten Sie zuerst Ihren eigenen zweiten Faktor ein. Sonst wären Sie sofort ausgesperrt.
person-factor-title = Den zweiten Faktor entfernen
person-factor-effect = Für den Fall, dass { $name } ihn verloren hat. { $name } wird überall abgemeldet, und das Passwort allein genügt, bis ein neuer eingerichtet ist. Vergewissern Sie sich, dass wirklich { $name } darum bittet.
