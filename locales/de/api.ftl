## Problem documents of the API.

api-guest-is-in = Dieser Gast ist im Gespräch.
api-guest-is-not-in = Dieser Gast ist nicht im Gespräch.
api-key-of-another-request = Dieser Idempotency-Key wurde für eine andere Anfrage verwendet. Nehmen Sie für jede Anfrage einen neuen.
api-key-under-way = Eine Anfrage mit diesem Idempotency-Key läuft noch oder wurde abgebrochen. Warten Sie einen Moment. Bleibt diese Antwort, prüfen Sie, was geschehen ist, bevor Sie die Anfrage mit einem neuen Schlüssel senden.
