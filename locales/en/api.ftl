## Problem documents of the API.

api-guest-is-in = This guest is in the call.
api-guest-is-not-in = This guest is not in the call.
api-not-supported = This is not supported yet. Leave it out.
