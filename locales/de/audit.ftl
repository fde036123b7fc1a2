## The log, as sentences. $actor, $guest, $name and the like are names of people; $said is what a host wrote.

log-what = Alles, was hier entschieden wurde. Niemand kann es ändern. Die Zeiten sind in UTC.
log-what-all = Alles, was in allen Räumen entschieden wurde. Niemand kann es ändern. Die Zeiten sind in UTC.
log-timeline-what = Was mit diesem Gast geschehen ist. Die Zeiten sind in UTC.
log-whole = Das ganze Protokoll des Raums
log-empty = Noch nichts
log-details = Einzelheiten
log-earlier = Frühere Einträge
log-later = Spätere Einträge
log-pages = Seiten des Protokolls
log-files = Diesen Teil als Datei behalten:
log-none-found = Nichts im Protokoll passt dazu
log-head-title = Das Ende der Kette
log-head-what = Jeder Eintrag enthält die Prüfsumme des vorigen. Notieren Sie diese Nummer und Prüfsumme an anderer Stelle: Sie beweisen später, dass davor nichts geändert wurde.

log-filter-who = Wer
log-filter-guests = Gäste
log-filter-what = Was
log-filter-room = Raum
log-filter-from = Von
log-filter-to = Bis einschließlich
log-filter-any = Alle
log-filter-show = Anzeigen
log-filter-clear = Alles anzeigen
log-timeline = Verlauf dieses Gasts
log-system = Anteroom

log-detail-when = Wann
log-detail-from = Von wo
log-detail-by = Durch
log-detail-entry = Eintrag
log-detail-hash = Prüfsumme
log-erased = (gelöscht)
log-detail-generation = Generation
log-detail-expires-at = Gültig bis
log-actor-guest = den Gast
log-actor-account = jemanden mit Konto
log-actor-api-key = ein Programm mit Schlüssel
log-actor-system = den Server

log-other = { $actor }: { $action }.
log-admission-requested = { $guest } hat um Einlass gebeten.
    .labelled = { $guest } hat über { $label } um Einlass gebeten.
log-entered-directly = { $guest } ist direkt eingetreten. Rolle: { $role }.
log-admitted = { $actor } hat { $guest } eingelassen. Rolle: { $role }.
log-denied = { $actor } hat { $guest } abgelehnt.
    .reasoned = { $actor } hat { $guest } abgelehnt: { $said }.
    .blocked = { $actor } hat { $guest } abgelehnt und gesperrt.
log-denial-undone = { $actor } hat die Ablehnung von { $guest } zurückgenommen.
log-reconsidered = { $actor } hat es sich anders überlegt und { $guest } zurückgeholt.
log-messaged = { $actor } hat { $guest } geschrieben.
    .reasoned = { $actor } hat { $guest } geschrieben: { $said }.
log-moved-away = { $actor } hat { $guest } in den Raum { $title } verlegt.
log-moved-in = { $actor } hat { $guest } aus dem Raum { $title } hierher verlegt.
log-held = { $actor } hat { $guest } zurückgestellt.
log-resumed = { $actor } hat { $guest } wieder in die Warteschlange gestellt.
log-role-changed = { $actor } hat die Rolle von { $guest } geändert: { $to }. Vorher: { $from }.
log-sent-back = { $actor } hat { $guest } zurück in den Warteraum geschickt.
    .reasoned = { $actor } hat { $guest } zurück in den Warteraum geschickt: { $said }.
log-removed = { $actor } hat { $guest } entfernt.
    .blocked = { $actor } hat { $guest } entfernt und gesperrt.
log-came-back = { $guest } ist nach { $length } Abwesenheit zurückgekommen.
log-away-seconds = { $count } Sek.
log-away-minutes = { $count } Min.
log-withdrawn = { $guest } hat die Warteschlange verlassen.
log-expired = { $guest } wartet nicht mehr: { $cause }.
log-cause-gone = zu lange weg
log-cause-invite-revoked = die Einladung wurde zurückgezogen
log-left = { $guest } hat das Gespräch verlassen.
log-departed = { $guest } ist nicht mehr im Gespräch: { $how }.
log-how-dropped = die Verbindung ging verloren
log-how-never-came = eingelassen und nie gekommen
log-how-finished = fertig, der nächste Gast kam
log-how-ended = das Gespräch endete
log-unblocked = { $actor } lässt { $guest } wieder anfragen.
log-returned = { $guest } ist ins Gespräch zurückgekommen.
log-token-issued = { $guest } hat ein Token erhalten. Rolle: { $role }, gültig bis { $until }.
log-connected = { $guest } hat sich mit dem Gespräch verbunden. Rolle: { $role }.
log-disconnected = { $guest } wurde vom Gespräch getrennt.
log-muted = { $actor } hat { $guest } stummgeschaltet.
log-publishing-stopped = { $actor } hat Kamera und Mikrofon von { $guest } ausgeschaltet.
log-all-muted = { $actor } hat alle stummgeschaltet.

log-reason-not-on-list = nicht auf der Liste
log-reason-wrong-time = nicht die richtige Zeit
log-reason-wrong-room = nicht der richtige Raum
log-reason-room-full = der Raum ist voll
log-reason-unclear-name = der Name ist nicht eindeutig

log-room-created = { $actor } hat den Raum { $title } angelegt.
log-room-changed = { $actor } hat die Einstellungen geändert: { $changed }.
log-setting-title = Titel
log-setting-door = Tür
log-setting-phrases = Textbausteine
log-setting-host-label = Zeile des Gastgebers
log-setting-show-position = Platz in der Warteschlange
log-setting-name-in-token = Namen an die Plattform
log-setting-token-seconds = Sekunden zum Verbinden
log-setting-keep-days = Tage, die Daten bleiben
log-setting-return-minutes = Zurückkommen
log-setting-gone-minutes = Plätze von Abwesenden
log-setting-admit-on-arrival = Einlassen, wenn ein Gastgeber kommt
log-setting-when-hosts-leave = wenn die Gastgeber gehen
log-setting-most-in-call = Personen im Gespräch
log-setting-most-waiting = Wartende
log-setting-one-at-a-time = einer nach dem anderen
log-setting-closed-message = Hinweis an der geschlossenen Tür
log-setting-questions = Fragen
log-door-locked = { $actor } hat die Tür geschlossen.
log-door-unlocked = { $actor } hat die Tür wieder geöffnet.
log-host-arrived = Ein Gastgeber ist gekommen.
log-hosts-gone = Der letzte Gastgeber war eine Minute weg: { $rule }.
log-rule-go-on = das Gespräch ging weiter
log-rule-pause = alle warten wieder
log-rule-end = das Gespräch endete
log-setting-session-id = Sitzung
log-host-added = { $actor } hat { $name } als Co-Gastgeber hinzugefügt.
log-host-removed = { $actor } hat { $name } als Co-Gastgeber entfernt.
log-invite-created = { $actor } hat eine Einladung ohne Bezeichnung erstellt: { $role }, { $entry }.
    .labelled = { $actor } hat die Einladung { $label } erstellt: { $role }, { $entry }.
log-entry-wait = wartet
log-entry-direct = tritt direkt ein
log-invite-revoked = { $actor } hat eine Einladung ohne Bezeichnung zurückgezogen.
    .labelled = { $actor } hat die Einladung { $label } zurückgezogen.
log-links-rotated = { $count ->
    [one] { $actor } hat alle Links ersetzt: Einer ist neu.
   *[other] { $actor } hat alle Links ersetzt: { $count } sind neu.
    }

log-set-up = { $name } hat Anteroom eingerichtet.
log-account-created = { $actor } hat ein Konto für { $name } angelegt: { $role }.
log-account-role-changed = { $actor } hat die Rolle von { $name } geändert: { $to }. Vorher: { $from }.
log-account-disabled = { $actor } hat das Konto von { $name } gesperrt.
log-account-enabled = { $actor } hat das Konto von { $name } entsperrt.
log-password-changed = { $actor } hat { $name } ein neues Passwort gegeben.
log-signed-in = { $name } hat sich angemeldet.
log-sign-in-failed = Eine Anmeldung als { $email } ist fehlgeschlagen.
    .unknown = Eine Anmeldung ist fehlgeschlagen.
log-signed-out = { $name } hat sich abgemeldet.
log-api-key-created = { $actor } hat den API-Schlüssel { $name } angelegt: { $scope }.
log-api-key-revoked = { $actor } hat den API-Schlüssel { $name } widerrufen.

account-role-host = Gastgeber
account-role-admin = Admin

log-copy-confirmed = { $actor } hat über die Links, Tickets und Schlüssel einer zurückgespielten Kopie entschieden: { $access }.
log-access-keep = sie gelten wieder
log-access-void = sie gelten nicht mehr

log-erased-guest = ein Gast (gelöscht)
log-guest-erased = { $actor } hat gelöscht, was { $guest } angegeben hatte.
log-guest-exported = { $actor } hat ausgegeben, was über { $guest } gespeichert ist.
log-webhook-created = { $actor } hat einen Webhook an { $name } angelegt.
log-webhook-changed = { $actor } hat den Webhook an { $name } geändert: { $changed ->
    [enabled] eingeschaltet
    [disabled] ausgeschaltet
   *[secret] neues Geheimnis
    }.
log-webhook-deleted = { $actor } hat den Webhook an { $name } gelöscht.

## Names of the acts, for choosing one.

log-act-admission-requested = Um Einlass gebeten
log-act-entered-directly = Direkt eingetreten
log-act-admitted = Eingelassen
log-act-denied = Abgelehnt
log-act-denial-undone = Ablehnung zurückgenommen
log-act-reconsidered = Doch zurückgeholt
log-act-messaged = Nachricht geschrieben
log-act-moved-away = In einen anderen Raum verlegt
log-act-moved-in = Aus einem anderen Raum hierher verlegt
log-act-held = Zurückgestellt
log-act-resumed = Wieder in die Warteschlange gestellt
log-act-role-changed = Rolle im Gespräch geändert
log-act-sent-back = Zurück in den Warteraum geschickt
log-act-removed = Entfernt
log-act-came-back = Zurückgekommen
log-act-withdrawn = Warteschlange verlassen
log-act-expired = Wartet nicht mehr
log-act-left = Gespräch verlassen
log-act-departed = Aus dem Gespräch
log-act-unblocked = Sperre aufgehoben
log-act-returned = Ins Gespräch zurückgekommen
log-act-token-issued = Token ausgestellt
log-act-connected = Verbunden
log-act-disconnected = Getrennt
log-act-muted = Stummgeschaltet
log-act-publishing-stopped = Kamera und Mikrofon ausgeschaltet
log-act-all-muted = Alle stummgeschaltet
log-act-room-created = Raum angelegt
log-act-room-changed = Einstellungen eines Raums geändert
log-act-door-locked = Tür geschlossen
log-act-door-unlocked = Tür geöffnet
log-act-host-arrived = Ein Gastgeber kam
log-act-hosts-gone = Der letzte Gastgeber ging
log-act-host-added = Co-Gastgeber hinzugefügt
log-act-host-removed = Co-Gastgeber entfernt
log-act-invite-created = Einladung erstellt
log-act-invite-revoked = Einladung zurückgezogen
log-act-links-rotated = Links ersetzt
log-act-set-up = Anteroom eingerichtet
log-act-account-created = Konto angelegt
log-act-account-role-changed = Rolle eines Kontos geändert
log-act-account-disabled = Konto gesperrt
log-act-account-enabled = Konto entsperrt
log-act-password-changed = Neues Passwort
log-act-signed-in = Angemeldet
log-act-sign-in-failed = Anmeldung fehlgeschlagen
log-act-signed-out = Abgemeldet
log-act-api-key-created = API-Schlüssel angelegt
log-act-api-key-revoked = API-Schlüssel widerrufen
log-act-copy-confirmed = Über zurückgespielte Kopie entschieden
log-act-guest-erased = Daten eines Gasts gelöscht
log-act-guest-exported = Daten eines Gasts ausgegeben
log-act-webhook-created = Webhook angelegt
log-act-webhook-changed = Webhook geändert
log-act-webhook-deleted = Webhook gelöscht
