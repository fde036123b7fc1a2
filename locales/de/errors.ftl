## Error pages and problem documents. The value says what happened and what to do next; .title is the heading.

error-malformed = Wir konnten diese Anfrage nicht lesen. Gehen Sie zurück und versuchen Sie es noch einmal.
    .title = Das hat nicht funktioniert
error-sign-in-needed = Melden Sie sich an, um fortzufahren.
    .title = Bitte melden Sie sich an
error-cross-site = Diese Anfrage kam von einer anderen Website, deshalb wurde nichts geändert. Öffnen Sie die Seite hier und versuchen Sie es noch einmal.
    .title = Anfrage von einer anderen Website
error-not-found = Hier ist nichts. Prüfen Sie den Link oder fragen Sie die Person, die ihn geschickt hat.
    .title = Seite nicht gefunden
error-method-not-allowed = Diese Adresse kann so nicht verwendet werden. Gehen Sie zurück und versuchen Sie es noch einmal.
    .title = Das hat nicht funktioniert
error-body-too-slow = Ihre Anfrage hat zu lange gebraucht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
    .title = Zu langsam
error-body-too-large = Das war mehr, als wir auf einmal annehmen können. Kürzen Sie es und versuchen Sie es noch einmal.
    .title = Zu groß
error-wrong-body-type = Der Inhaltstyp muss { $expected } sein.
    .title = Unbekannte Art von Inhalt
error-wrong-host = Dieser Server antwortet nicht unter dieser Adresse. Verwenden Sie die Adresse, die man Ihnen gegeben hat.
    .title = Falsche Adresse
error-bad-value = Der Wert von „{ $field }“ kann nicht verwendet werden. Korrigieren Sie ihn und versuchen Sie es noch einmal.
    .title = Bitte prüfen Sie Ihre Eingabe
error-lost-race = Jemand anderes hat schon entschieden.
    .title = Schon entschieden
error-not-now = Das ist im Moment nicht möglich.
    .title = Jetzt nicht möglich
error-gone = Dieser Link funktioniert nicht mehr. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.
    .title = Nicht mehr gültig
error-not-allowed = Das ist hier nicht möglich.
    .title = Nicht möglich
error-too-many = { $seconds ->
    [one] Zu viele Versuche. Versuchen Sie es in einer Sekunde noch einmal.
   *[other] Zu viele Versuche. Versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
    .title = Einen Moment, bitte
error-crowded = { $seconds ->
    [one] Hier warten schon so viele, dass niemand mehr dazukommen kann. Versuchen Sie es in einer Sekunde noch einmal.
   *[other] Hier warten schon so viele, dass niemand mehr dazukommen kann. Versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
    .title = Der Warteraum ist voll
error-busy = { $seconds ->
    [one] Wir können Änderungen gerade nicht speichern. Versuchen Sie es in einer Sekunde noch einmal.
   *[other] Wir können Änderungen gerade nicht speichern. Versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
    .title = Im Moment ausgelastet
error-internal = Auf unserer Seite ist etwas schiefgegangen. Versuchen Sie es noch einmal. Wenn es wieder geschieht, sagen Sie es denen, die diesen Server betreiben.
    .title = Etwas ist schiefgegangen
error-page-home = Zur Startseite
error-confirmation-needed = Geben Sie Ihr Passwort noch einmal ein, um fortzufahren.
    .title = Bitte bestätigen Sie, dass Sie es sind
error-no-video = { $seconds ->
    [one] Die Videositzung ist gerade nicht erreichbar. Versuchen Sie es in einer Sekunde noch einmal.
   *[other] Die Videositzung ist gerade nicht erreichbar. Versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
    .title = Im Moment kein Video
