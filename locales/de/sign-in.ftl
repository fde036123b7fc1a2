## The start page, signing in and out, and giving the password again.

start-title = Willkommen bei Anteroom
start-what = Ein Warteraum für Videositzungen: Gäste bitten um Einlass, ein Gastgeber lässt sie ein.
start-invited = Wenn Sie eingeladen wurden, benutzen Sie den Link, den Sie erhalten haben.
start-hosts = Für Gastgeber und Admins

sign-in-title = Anmelden
sign-in-for-whom = Für Gastgeber und Admins. Gäste brauchen nur ihren Einladungslink.
sign-in-email = E-Mail
sign-in-password = Passwort
sign-in-failed = E-Mail und Passwort passen nicht zusammen. Bitte versuchen Sie es noch einmal.
sign-in-forgotten = Passwort vergessen? Ein Admin kann Ihnen ein neues geben.

one-time-link-title = Ihr Empfang ist bereit
one-time-link-who = Dieser Link meldet Sie als { $name } an und gilt einmal.
one-time-link-open = Empfang öffnen
one-time-link-not-you = Das sind nicht Sie? Schließen Sie diese Seite; noch ist nichts verbraucht.

sign-ins-title = Ihre Anmeldungen
sign-ins-what = Wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen.
sign-ins-browser = Browser
sign-ins-unknown-browser = Unbekannter Browser
sign-ins-address = Adresse
sign-ins-since = Angemeldet
sign-ins-last-used = Zuletzt benutzt
sign-ins-this = Diese
sign-ins-everywhere = Überall abmelden

confirm-title = Bitte bestätigen Sie, dass Sie es sind
confirm-why = Was Admins tun, verlangt nach 15 Minuten noch einmal das Passwort.
confirm-go-on = Fortfahren
confirm-wrong = Dieses Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.
confirm-no-password = Sie sind über einen einmaligen Link angemeldet und haben kein Passwort. Melden Sie sich mit einem neuen Link an, um fortzufahren.

setup-page-title = Anteroom einrichten
setup-title = Willkommen
setup-what = Sie sind der erste Admin. Diese Seite gilt einmal.
setup-name = Ihr Name
setup-email-help = Damit melden Sie sich an.
setup-password-help = Mindestens 8 Zeichen; 15 oder mehr sind besser.
setup-create = Konto anlegen
