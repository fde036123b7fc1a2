#!/usr/bin/env python3
"""A whole visit over the API, by a client that knows nothing of the server but its documents, and needs nothing but
Python's standard library: rooms and links, the door, tokens, events that go on where they broke off, webhooks with
their signature. Starts a server of its own and ends with "N passed, N failed".
"""

import base64
import http.client
import http.server
import json
import os
import queue
import sys
import threading
import traceback
import urllib.parse
import uuid

from live_server import ROOT, LiveServer

PATIENCE = 30  # seconds that anything may take before it counts as not coming


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.text = response.read().decode()

    def expect(self, status):
        """The body, if the status is the one expected. A refusal says so itself, in the media type for it."""
        assert self.status == status, f"{self.status} instead of {status}: {self.text}"
        body = json.loads(self.text) if self.text else None
        if status >= 400:
            assert self.headers["content-type"] == "application/problem+json", self.headers["content-type"]
            assert body["status"] == status and body["type"].startswith("urn:anteroom:problem:"), body
        return body


class Client:
    """One who calls, with a key or a ticket, or as nobody."""

    def __init__(self, api, bearer=None):
        self.address = urllib.parse.urlsplit(api)
        self.bearer = bearer

    def connection(self):
        return http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=PATIENCE)

    def headers(self, more):
        return {**({"Authorization": f"Bearer {self.bearer}"} if self.bearer else {}), **more}

    def send(self, method, path, body=None, **more):
        headers = self.headers({name.replace("_", "-"): value for name, value in more.items()})
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        connection = self.connection()
        try:
            connection.request(method, self.address.path + path, body, headers)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def get(self, path):
        return self.send("GET", path).expect(200)

    def post(self, path, body=None, status=200, **more):
        return self.send("POST", path, body, **more).expect(status)

    def events(self, path, last=None):
        return Events(self, path, last)


class Events:
    """An event stream, read by the rules of the format alone."""

    def __init__(self, client, path, last):
        self.connection = client.connection()
        more = {"Accept": "text/event-stream", **({"Last-Event-ID": last} if last else {})}
        self.connection.request("GET", client.address.path + path, headers=client.headers(more))
        self.response = self.connection.getresponse()
        assert self.response.status == 200, self.response.status
        assert self.response.headers["content-type"] == "text/event-stream"
        self.last = last

    def next(self):
        """The next event's name and data; None where the stream ends."""
        name, data = "message", []
        while line := self.response.readline().decode():
            line = line.rstrip("\r\n")
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if not line and data:
                return name, json.loads("\n".join(data))
            if field == "event":
                name = value
            elif field == "data":
                data.append(value)
            elif field == "id":
                self.last = value
        return None

    def until(self, action):
        """Reads facts until one is of this act; that one."""
        while event := self.next():
            name, fact = event
            assert name == "fact" and str(fact["sequence"]) == self.last, event
            if fact["action"] == action:
                return fact
        raise AssertionError(f"the stream ended before {action}")

    def close(self):
        # A response that is still being read keeps the socket open.
        self.response.close()
        self.connection.close()


class Receiver:
    """Another system that takes what a webhook sends."""

    def __enter__(self):
        taken = self.taken = queue.Queue()
        self.refusals = refusals = [503]

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status = refusals.pop() if refusals else 204
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                taken.put((status, self.headers, body))

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def next(self):
        return self.taken.get(timeout=PATIENCE)


def documented_check():
    """The function with which docs/webhooks.md tells others to check a signature, as it stands there."""
    with open(os.path.join(ROOT, "docs", "webhooks.md"), encoding="utf-8") as page:
        code = page.read().split("```python\n")[1].split("```")[0]
    names = {}
    exec(code, names)
    return names["is_ours"]


def fields_of(token):
    """What stands in a token, as anybody can read it: `T1==` and base64 of `partner_id=…&sig=…:fields`."""
    assert token.startswith("T1=="), token[:4]
    head, _, fields = base64.b64decode(token[4:]).decode().partition(":")
    assert head.startswith("partner_id="), head
    return {name: value[0] for name, value in urllib.parse.parse_qs(fields).items()}


class Visit:
    """The chapters of one visit, in order; each goes on from the one before."""

    def __init__(self, server, receiver):
        self.server, self.receiver = server, receiver
        self.nobody = Client(server.api)
        self.admin = Client(server.api, server.admin_key("Scheduler"))
        self.desk = Client(server.api, server.host_key("Ana", "ana@example.org"))

    def admission(self, act=""):
        return f"/admissions/{self.own['id']}{act}"

    def a_stranger_is_told_to_show_a_key(self):
        answer = self.nobody.send("GET", "/rooms")
        answer.expect(401)
        assert answer.headers["www-authenticate"] == "Bearer"
        Client(self.server.api, "wrong").send("GET", "/me").expect(401)

    def an_admin_sets_up_a_webhook_and_reads_its_secret_once(self):
        made = self.admin.post("/webhooks", {"url": self.receiver.url, "events": ["admitted", "removed"]}, 201)
        self.webhook, self.secret = made["id"], made["secret"]
        assert "secret" not in self.admin.get(f"/webhooks/{self.webhook}")
        refused = self.admin.post("/webhooks", {"url": "http://10.0.0.1/", "events": ["admitted"]}, 422)
        assert refused["field"] == "url", refused

    def a_host_makes_a_room(self):
        key = str(uuid.uuid4())
        room = self.desk.post("/rooms", {"title": "Consultation", "show_position": True}, 201, Idempotency_Key=key)
        again = self.desk.send("POST", "/rooms", {"title": "Consultation", "show_position": True}, Idempotency_Key=key)
        assert again.expect(201) == room and again.headers["idempotent-replayed"] == "true"
        refused = self.desk.post("/rooms", {"title": "Other"}, 422, Idempotency_Key=key)
        assert refused["field"] == "Idempotency-Key", refused
        assert [found["id"] for found in self.desk.get("/rooms")["items"]] == [room["id"]]
        self.room = f"/rooms/{room['id']}"

    def the_room_s_events_begin_with_what_happens_next(self):
        self.facts = self.desk.events(f"{self.room}/events")
        invite = self.desk.post(f"{self.room}/invites", {"role": "subscriber", "label": "Patients"}, 201)
        self.link = invite["url"]
        assert self.link.startswith(f"{self.server.origin}/i/"), self.link
        assert "url" not in self.desk.get(f"{self.room}/invites")["items"][0], "a link is shown once"
        assert self.facts.until("invite_created")["actor"]["name"] == "Ana"

    def a_guest_redeems_the_link_and_waits(self):
        secret = self.link.rsplit("/", 1)[1]
        self.nobody.post("/invites/redeem", {"secret": "wrong", "name": "Sam"}, 404)
        redeemed = self.nobody.post("/invites/redeem", {"secret": secret, "name": "Sam", "note": "about Tuesday"}, 201)
        self.own = redeemed["admission"]
        assert (self.own["state"], self.own["position"]) == ("waiting", 1), self.own
        self.guest = Client(self.server.api, redeemed["ticket"])
        assert self.guest.get("/me") == self.own
        assert self.facts.until("admission_requested")["guest_name"] == "Sam"

    def nobody_who_waits_gets_a_token(self):
        refused = self.guest.post("/me/token", {}, 409)
        assert "session_id" not in json.dumps(refused), refused

    def a_guest_may_do_nothing_with_others(self):
        self.guest.send("GET", "/rooms").expect(401)
        self.guest.send("POST", self.admission("/admit"), {}).expect(401)

    def the_host_lets_the_guest_in_and_the_guest_hears_of_it(self):
        own = self.guest.events("/me/events")
        assert own.next() == ("admission", self.own)
        waiting = self.desk.get(f"{self.room}/admissions?state=waiting")["items"]
        assert [row["id"] for row in waiting] == [self.own["id"]]
        admitted = self.desk.post(self.admission("/admit"), {"revision": waiting[0]["revision"]})
        assert (admitted["state"], admitted["decided_by"]) == ("admitted", "Ana"), admitted
        name, told = own.next()
        assert (name, told["state"]) == ("admission", "admitted"), told
        own.close()

    def whoever_comes_too_late_reads_who_was_first(self):
        late = self.desk.post(self.admission("/deny"), {"revision": 1}, 409)
        assert late["type"] == "urn:anteroom:problem:lost-race", late
        assert (late["decided_by"], late["admission"]["state"]) == ("Ana", "admitted"), late

    def the_guest_takes_a_token_with_exactly_that_role(self):
        token = self.guest.post("/me/token", {})
        assert (token["provider"], token["role"]) == ("local", "subscriber"), token
        fields = fields_of(token["token"])
        assert (fields["role"], fields["session_id"]) == ("subscriber", token["session_id"]), fields
        assert "Sam" not in json.dumps(fields), "the name is nobody else's business"
        self.token = token

    def a_new_role_ends_tokens_of_before(self):
        changed = self.desk.post(self.admission("/role"), {"role": "publisher"})
        assert (changed["role"], changed["generation"]) == ("publisher", self.token["generation"] + 1), changed
        self.guest.post("/me/token", {"generation": self.token["generation"]}, 409)
        token = self.guest.post("/me/token", {"generation": changed["generation"]})
        assert fields_of(token["token"])["role"] == "publisher"

    def events_go_on_where_they_broke_off(self):
        assert self.facts.until("admitted")["admission_id"] == self.own["id"]
        last = self.facts.last
        self.facts.close()
        removed = self.desk.post(self.admission("/remove"), {})
        assert removed["state"] == "removed", removed
        again = self.desk.events(f"{self.room}/events", last)
        actions = []
        while not actions or actions[-1] != "removed":
            _, fact = again.next()
            actions.append(fact["action"])
        again.close()
        assert "role_changed" in actions and "admitted" not in actions, actions

    def whoever_is_out_gets_nothing_of_the_call(self):
        assert self.guest.get("/me")["state"] == "removed"
        gone = self.guest.post("/me/token", {}, 410)
        assert self.token["session_id"] not in json.dumps(gone)
        stream = self.guest.events("/me/events")
        assert stream.next()[1]["state"] == "removed"
        assert stream.next() is None, "nothing more will come"
        stream.close()

    def the_webhook_told_of_it_signed_and_in_order(self):
        is_signed = documented_check()
        told = []
        while {"admitted", "removed"} - {fact["event"] for fact in told}:
            status, headers, body = self.receiver.next()
            assert is_signed(self.secret, headers["anteroom-signature"], body), "not signed by the webhook's secret"
            assert not is_signed("another", headers["anteroom-signature"], body)
            assert not is_signed(self.secret, headers["anteroom-signature"], body + b" "), "what was changed is told"
            delivery = json.loads(body)
            assert headers["anteroom-delivery"] == delivery["id"]
            assert delivery["fact"]["admission_id"] == self.own["id"]
            # What was refused comes again, with the same id and sequence.
            if status == 204:
                told.append(delivery)
            else:
                self.refused = delivery
        assert sorted(delivery["sequence"] for delivery in told) == [1, 2], told
        assert self.refused in told, "what was refused once came again as it was"

    def the_timeline_holds_the_whole_visit(self):
        actions = [entry["action"] for entry in self.desk.get(self.admission("/timeline"))["items"]]
        assert actions[:2] == ["admission_requested", "admitted"] and actions[-1] == "removed", actions
        assert "role_changed" in actions and "token_issued" in actions, actions

    def pages_of_a_list_follow_each_other(self):
        for number in range(3):
            self.desk.post(f"{self.room}/invites", {"label": f"{number}"}, 201)
        found, cursor = [], ""
        while cursor is not None:
            page = self.desk.get(f"{self.room}/invites?limit=3{cursor and '&cursor=' + cursor}")
            found += [invite["id"] for invite in page["items"]]
            cursor = page["next"]
        assert len(found) == len(set(found)) == 4, found


def main():
    chapters = [name for name in vars(Visit) if not name.startswith("_") and name != "admission"]
    passed = 0
    with LiveServer("--webhook-networks", "127.0.0.0/8") as server, Receiver() as receiver:
        visit = Visit(server, receiver)
        for name in chapters:
            try:
                getattr(visit, name)()
            except Exception:
                # What follows goes on from here, so that it cannot be tried.
                traceback.print_exc()
                print(f"FAILED: {name}")
                break
            print(f"  {name}")
            passed += 1
    failed = 0 if passed == len(chapters) else 1
    if failed and server.logged:
        print(server.logged[-4000:])
    print(f"{passed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(main())
