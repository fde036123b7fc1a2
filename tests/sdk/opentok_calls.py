"""Does every call that Anteroom does, with the official Python SDK of the classic environment.

python opentok_calls.py URL KEY SECRET CONNECTION STREAM SESSION…   prints a token for each session, as JSON.
"""

import json
import sys

from opentok import Client, MediaModes

url, key, secret, connection, stream, *sessions = sys.argv[1:]
platform = Client(key, secret, api_url=url)

session = platform.create_session(media_mode=MediaModes.relayed).session_id
platform.force_disconnect(session, connection)
platform.mute_stream(session, stream)
platform.mute_all(session, [stream])
platform.send_signal(session, {"type": "note", "data": "a & b"})
platform.send_signal(session, {"type": "note", "data": "a & b"}, connection)
platform.list_streams(session)
tokens = [platform.generate_token(id, use_jwt=False) for id in sessions]
print(json.dumps([token.decode() if isinstance(token, bytes) else token for token in tokens]))
