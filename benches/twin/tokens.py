"""How many T1 tokens the official SDK for Python makes in a CPU second: python tokens.py"""

import base64
import time

from opentok import Client

KEY, SECRET = "99900001", "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334"
INNER = f"1~{KEY}~~1800000000000~BwcHBwcHBwcHBwcHBwcHBw~~"
SESSION = "1_" + base64.urlsafe_b64encode(INNER.encode()).decode().rstrip("=")
COUNT = 50_000

platform = Client(KEY, SECRET)


def token():
    return platform.generate_token(SESSION, data="p=0199a1b2c3d4;g=1", use_jwt=False)


assert str(token()).startswith("T1=="), token()
began = time.process_time()
for _ in range(COUNT):
    token()
print(f"{COUNT / (time.process_time() - began):.0f}")
