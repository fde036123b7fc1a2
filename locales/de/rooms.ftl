## The list of rooms.

shared-actions = Aktionen
shared-optional = freiwillig

rooms-title = Meine Räume
rooms-waiting = { $people ->
    [one] Eine Person wartet.
   *[other] { $rooms ->
        [one] { $people } Personen warten in einem Raum.
       *[other] { $people } Personen warten in { $rooms } Räumen.
    }
    }
rooms-nobody-waiting = Niemand wartet.
rooms-closed = geschlossen
rooms-in-call = { $count ->
    [0] niemand im Gespräch
   *[other] { $count } im Gespräch
    }
rooms-held = { $count } zurückgestellt
rooms-longest-wait = erste Anfrage
rooms-count-waiting = { $count } wartend
rooms-more = Weitere Räume
rooms-new = Neuer Raum
rooms-first = Legen Sie Ihren ersten Raum an
rooms-first-why = Ein Raum hat eine Tür. Sie laden Personen per Link ein, sie warten, Sie lassen sie ein.
rooms-new-title = Titel
rooms-new-title-help = Gäste sehen ihn zuerst, zum Beispiel „Abendsprechstunde“.
rooms-presets = Regeln der Tür
rooms-preset-usual = Wie üblich
rooms-create = Raum anlegen
