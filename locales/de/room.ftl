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
settings-door = Die Tür
settings-door-wrong = Bitte wählen Sie eine davon.
settings-show-position = Gästen ihren Platz in der Warteschlange zeigen
settings-name-in-token = Namen an die Videoplattform geben
settings-name-in-token-help = Der Name des Gasts ist dann für alle im Gespräch und in den Protokollen der Plattform lesbar.
settings-save = Speichern

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
