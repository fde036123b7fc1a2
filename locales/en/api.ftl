## Problem documents of the API.

api-guest-is-in = This guest is in the call.
api-guest-is-not-in = This guest is not in the call.
api-key-of-another-request = This Idempotency-Key was used for another request. Use a new one for each request.
api-key-under-way = A request with this Idempotency-Key is under way or was broken off. Wait a moment; if this answer stays, look what was done before you send it with a new key.
