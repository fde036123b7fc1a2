## Overview of all rooms, everybody in a call, settings of the installation.

host-tab-overview = Überblick
overview-what = Alle Räume, jetzt und in letzter Zeit.
overview-waiting = Wartend
overview-longest = Längste Wartezeit
overview-in-calls = In Gesprächen
overview-decided = Was entschieden wurde
overview-span = Zeitraum
overview-day = 24 Stunden
overview-week = 7 Tage
overview-none = Nichts in dieser Zeit
overview-none-why = Wer eingelassen oder abgewiesen wird oder die Warteschlange verlässt, wird hier gezählt.
overview-decisions = Entscheidungen
overview-let-in = Eingelassen
overview-denied = Abgewiesen
overview-left = Vorher gegangen
overview-chart-day = Eingelassen, abgewiesen und gegangen, nach Stunden
overview-chart-week = Eingelassen, abgewiesen und gegangen, nach je sechs Stunden
overview-chart-says = In dieser Zeit wurden { $in } eingelassen und { $denied } abgewiesen, und { $left } gingen vorher.
overview-begins-day = vor einem Tag
overview-begins-week = vor einer Woche
overview-most = höchstens { $count } zugleich
overview-as-table = Dasselbe als Tabelle
overview-from = Ab
overview-by-room = Nach Räumen
calls-title = Personen in Gesprächen
calls-what = Alle, die gerade in einem Gespräch sind, in allen Räumen.
calls-read-again = Neu lesen
calls-none = Niemand ist in einem Gespräch
calls-room = Raum
calls-since = Seit
calls-first = Von Anfang an
calls-more = Weitere Personen
installation-title = Einstellungen
installation-what = Sie gelten für die ganze Installation.
installation-saved = Gespeichert.
installation-second-factor = Admins brauchen einen zweiten Faktor
installation-second-factor-means = Ein Admin ohne zweiten Faktor wird vor allem anderen gebeten, ihn einzurichten.
installation-save = Speichern
installation-keep = Was Gäste mitteilen, bleibt
installation-keep-days = { $days ->
    [one] einen Tag; festgelegt beim Start des Servers
   *[other] { $days } Tage; festgelegt beim Start des Servers
    }
