## Problem documents of the API.

api-guest-is-in = Este invitado está en la llamada.
api-guest-is-not-in = Este invitado no está en la llamada.
api-key-of-another-request = Esta Idempotency-Key se usó para otra petición. Use una nueva para cada petición.
api-key-under-way = Una petición con esta Idempotency-Key está en curso o se interrumpió. Espere un momento; si esta respuesta se repite, compruebe qué se hizo antes de enviarla con una clave nueva.
