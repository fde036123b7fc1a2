## Problem documents of the API.

api-guest-is-in = Cet invité est dans l’appel.
api-guest-is-not-in = Cet invité n’est pas dans l’appel.
api-key-of-another-request = Cette Idempotency-Key a servi pour une autre requête. Prenez-en une nouvelle pour chaque requête.
api-key-under-way = Une requête avec cette Idempotency-Key est en cours ou a été interrompue. Attendez un instant ; si cette réponse revient, vérifiez ce qui a été fait avant de l’envoyer avec une nouvelle clé.
