webhooks-title = Webhooks
webhooks-what = Andere Systeme erfahren unter ihrer eigenen Adresse, was in Räumen geschieht.
webhooks-none = Noch keine Webhooks
webhooks-url = Adresse
webhooks-url-help = Sie beginnt mit https:// und gehört nicht zu einem privaten Netz.
webhooks-events = Ereignisse
webhooks-events-help = Namen wie admitted oder denied, durch Leerzeichen getrennt. Leer: alle.
webhooks-new = Neuer Webhook
webhooks-create = Webhook anlegen
webhooks-on = Ein
webhooks-off = Aus
webhooks-failing = { $count ->
    [one] 1 Versuch fehlgeschlagen
   *[other] { $count } Versuche fehlgeschlagen
    }
webhooks-secret = Das Geheimnis für die Signatur
webhooks-secret-what = Geben Sie es jetzt dem anderen System: Es wird nur dieses eine Mal gezeigt.
webhooks-test = Test senden
webhooks-disable = Ausschalten
webhooks-enable = Einschalten
webhooks-renew-secret = Neues Geheimnis
webhooks-delete = Löschen
webhooks-deliveries = Was gesendet wurde
webhooks-deliveries-none = Noch nichts.
webhooks-sequence = Nummer
webhooks-event = Ereignis
webhooks-state = Stand
webhooks-state-pending = Wartet
webhooks-state-delivered = Angenommen
webhooks-state-failed = Aufgegeben
webhooks-tries = Versuche
webhooks-tried = Letzter Versuch
webhooks-again = Noch einmal senden
