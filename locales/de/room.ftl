## A room's pages beside the desk: settings and hosts.

room-page-title = { $page } – { $room } · Anteroom
room-back = Die Tür von { $room }
room-tab-invites = Einladungen
room-tab-hosts = Gastgeber
room-tab-settings = Einstellungen
room-tab-log = Protokoll

settings-saved = Gespeichert.
settings-still-waiting = { $count ->
    [one] Eine Person wartet und wartet weiter, bis Sie entscheiden.
   *[other] { $count } Personen warten und warten weiter, bis Sie entscheiden.
    }
settings-host-label = Zeile des Gastgebers
settings-host-label-help = Gäste lesen sie unter dem Titel. Leer ist es der Name des Eigentümers.
settings-token-seconds = Sekunden zum Verbinden
settings-token-seconds-help = Wie lange nach dem Einlassen das Token eines Gasts verwendet werden kann. Von 30 bis 2592000 (30 Tage).
settings-session-id = Videositzung
settings-session-id-help = Die Kennung einer Sitzung, die es schon gibt. Leer gelassen, wird eine angelegt, wenn die erste Person eintritt. Sie lässt sich nur ändern, solange kein Gast im Gespräch ist.
settings-session-id-wrong = Das ist keine Sitzung des Videokontos dieses Servers.
settings-number-wrong = Bitte geben Sie eine ganze Zahl von { $least } bis { $most } an.
settings-door = Die Tür
settings-door-wrong = Bitte wählen Sie eine davon.
settings-show-position = Gästen ihren Platz in der Warteschlange zeigen
settings-name-in-token = Namen an die Videoplattform geben
settings-name-in-token-help = Der Name des Gasts ist dann für alle im Gespräch und in den Protokollen der Plattform lesbar.
settings-save = Speichern
room-tab-questions = Fragen
settings-presets = Regeln eintragen für …
settings-presets-help = Trägt alle Regeln unten ein. Sie können jede ändern, bevor Sie speichern.
settings-filled = Eingetragen für: { $preset }. Noch ist nichts gespeichert.
settings-meaning = Was das bedeutet
settings-closed-message = Hinweis an der geschlossenen Tür
settings-closed-message-help = Gäste lesen ihn, solange die Tür geschlossen ist, zum Beispiel wann Sie wieder öffnen.
settings-one-at-a-time = Ein Gast nach dem anderen
settings-one-at-a-time-help = Am Empfang gibt es eine Schaltfläche, die den nächsten Gast einlässt und das Gespräch für den vorigen beendet.
settings-admit-on-arrival = Einlassen, wenn ein Gastgeber kommt
settings-admit-on-arrival-help = Wer dann wartet und da ist, kommt mit dem ersten Gastgeber herein. Sonst lässt die Ankunft eines Gastgebers niemanden ein.
settings-hosts-leave = Wenn der letzte Gastgeber eine Minute weg ist
settings-return-minutes = Minuten zum Zurückkommen
settings-return-minutes-help = So lange kommt ein Gast, der das Gespräch verlassen hat, ohne Anfrage zurück. Von 0 bis 240.
settings-gone-minutes = Minuten, die ein Platz erhalten bleibt
settings-gone-minutes-help = Wer wartet und länger weg ist, verliert den Platz. Von 1 bis 240.
settings-most-in-call = Höchstzahl der Gäste im Gespräch
settings-most-in-call-help = Leer: ohne Grenze. Wer direkt eintreten würde, wartet dann.
settings-most-waiting = Höchstzahl der Wartenden
settings-most-waiting-help = Leer: ohne Grenze. Andere werden gebeten, es später zu versuchen.

hosts-leave-go-on = Das Gespräch geht weiter
    .meaning = Die Gäste bleiben unter sich.
hosts-leave-pause = Das Gespräch wird unterbrochen
    .meaning = Alle warten wieder, in derselben Reihenfolge.
hosts-leave-end = Das Gespräch endet
    .meaning = Alle sind draußen. Wer wartet, wartet weiter.

door-question = { $count ->
    [one] Eine Person wartet.
   *[other] { $count } Personen warten.
    }
door-question-what = Die Tür wird umgestellt auf: { $door }. Was geschieht mit denen, die jetzt warten? Wer nach dem Anzeigen dieser Seite anfragt, wird dadurch nicht eingelassen.
door-question-keep = Weiter warten lassen
door-question-admit = Einlassen
door-question-cancel = Nichts ändern

preset-clinic = Sprechstunde
preset-classroom = Unterricht
preset-court = Gericht
preset-webinar = Webinar
preset-support-desk = Beratung

means-door-everyone-waits = Alle warten, bis ein Gastgeber sie einlässt.
means-door-trusted-enter = Gäste mit einem Link „Tritt direkt ein“ treten ein; alle anderen warten.
means-door-everyone-enters = Wer einen Link hat, tritt sofort ein.
means-door-closed = Niemand kann um Einlass bitten.
means-one-at-a-time = Die Gäste kommen einer nach dem anderen herein.
means-admit-on-arrival = Wenn der erste Gastgeber kommt, werden die Wartenden eingelassen.
means-return-never = Wer das Gespräch verlässt, fragt noch einmal an.
means-return = { $count ->
    [one] Wer das Gespräch verlässt, kann eine Minute lang ohne Anfrage zurückkommen.
   *[other] Wer das Gespräch verlässt, kann { $count } Minuten lang ohne Anfrage zurückkommen.
    }
means-gone = { $count ->
    [one] Wer wartet und eine Minute weg ist, verliert den Platz.
   *[other] Wer wartet und { $count } Minuten weg ist, verliert den Platz.
    }
means-hosts-leave-go-on = Wenn der letzte Gastgeber geht, geht das Gespräch weiter.
means-hosts-leave-pause = Wenn der letzte Gastgeber geht, warten alle wieder in derselben Reihenfolge.
means-hosts-leave-end = Wenn der letzte Gastgeber geht, endet das Gespräch.
means-most-in-call = Höchstens { $count } Gäste sind im Gespräch.
means-most-waiting = Höchstens { $count } Personen warten.

questions-what = Gäste beantworten sie, wenn sie um Einlass bitten; Sie lesen die Antworten in ihrer Zeile. Leere Zeilen werden nicht gefragt.
question-number = Frage { $number }
question-text = Frage
question-kind = Antwort
question-kind-text = Ein paar Worte
question-kind-yes-no = Ja oder nein
question-kind-choice = Eine davon
question-choices = Auswahl
question-choices-help = 2 bis 10, durch Kommas getrennt; nur bei „Eine davon“.
question-required = Muss beantwortet werden
question-choice-count = Bitte geben Sie 2 bis 10 Möglichkeiten an, durch Kommas getrennt.
question-choice-twice = Zwei Möglichkeiten sind gleich.
question-choices-unasked = Eine Auswahl gehört nur zu „Eine davon“.

door-everyone-waits = Alle warten
    .meaning = Niemand tritt ein, bis ein Gastgeber einlässt.
door-trusted-enter = Vertraute Einladungen treten ein
    .meaning = Wer einen Link mit „Tritt direkt ein“ hat, tritt ein; alle anderen warten.
door-everyone-enters = Alle treten ein
    .meaning = Wer einen Link hat, ist sofort im Gespräch. Wer jetzt wartet, wartet weiter.
door-closed = Geschlossen
    .meaning = Niemand kann um Einlass bitten.

hosts-what = Sie sehen die Tür dieses Raums und entscheiden.
hosts-owner = Eigentümer
hosts-co-host = Co-Gastgeber
hosts-remove = Entfernen
hosts-add-title = Co-Gastgeber hinzufügen
hosts-email-help = Jemand mit einem Konto hier.
hosts-no-account = Mit dieser Adresse hat hier niemand ein Konto. Ein Admin kann eines anlegen.
hosts-add = Hinzufügen
hosts-only-owner = Nur der Eigentümer oder ein Admin kann ändern, wer hier Gastgeber ist.

settings-keep-days = Tage, die Daten der Gäste bleiben
settings-keep-days-help = Namen, Notizen und Adressen werden so viele Tage nach einem Besuch gelöscht, spätestens wenn die Installation es vorsieht. Leer: wie die Installation es vorsieht.
