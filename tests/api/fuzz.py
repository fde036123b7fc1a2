#!/usr/bin/env python3
"""Calls every operation of the API with what its description allows and with what it forbids, by schemathesis
(requirements.txt beside this file), against a server of its own. Nothing may be answered that is not described, and
nothing that the description forbids may be taken. Ends with "N passed, N failed"; one is one operation.

More cases, or another choice of them:  tests/api/fuzz.py --max-examples 500 --seed 7
"""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree

from live_server import ROOT, LiveServer
from visit import Client

PYTHON = os.path.join(ROOT, "tests", "api", ".venv", "bin", "python")
# Streams do not end by themselves; visit.py reads them.
STREAMS = "/events$"
USUAL = ["--max-examples", "10", "--seed", "1"]
PATIENCE = 600  # seconds; it takes about one minute, more where others work too


def house(server):
    """Objects for calls to be about, and who calls: an admin's key, and a guest's ticket."""
    key = server.admin_key("Tester")
    admin = Client(server.api, key)
    rooms = [admin.post("/rooms", {"title": f"Room {number}"}, 201)["id"] for number in range(3)]
    invites, admissions, tickets = [], [], []
    for room in rooms:
        invite = admin.post(f"/rooms/{room}/invites", {}, 201)
        invites.append(invite["id"])
        for number in range(4):
            asked = {"secret": invite["url"].rsplit("/", 1)[1], "name": f"Guest {number}"}
            redeemed = Client(server.api).post("/invites/redeem", asked, 201)
            admissions.append(redeemed["admission"]["id"])
            tickets.append(redeemed["ticket"])
    # Where a webhook's address leads nobody listens.
    quiet = {"url": "http://127.0.0.1:9/", "events": ["links_rotated"]}
    webhooks = [admin.post("/webhooks", quiet, 201)["id"] for _ in range(3)]
    deliveries = [admin.post(f"/webhooks/{webhook}/test", {}, 202)["id"] for webhook in webhooks]
    ids = {"room": rooms, "invite": invites, "admission": admissions, "webhook": webhooks, "delivery": deliveries}
    return key, tickets[0], ids


def settings(key, ticket, ids):
    """As a schemathesis.toml; JSON strings are TOML strings."""
    lines = []
    for name, values in ids.items():
        lines += [f"[dictionaries.{name}]", f"values = {json.dumps(values)}"]
    lines.append("[parameters]")
    lines += [f'"path.{name}" = {{ dictionary = "{name}", probability = 0.8 }}' for name in ids]
    lines += ["[auth.openapi.key]", f"bearer = {json.dumps(key)}"]
    lines += ["[auth.openapi.ticket]", f"bearer = {json.dumps(ticket)}"]
    # What people type has rules that no schema can say (letters that look like others, an address that is nobody's), and
    # what was right may be over when it comes: 410 and 422 are answers to what the schema allows, too.
    lines.append("[checks.positive_data_acceptance]")
    lines.append('expected-statuses = ["2xx", 401, 403, 404, 409, 410, 422, 503]')
    return "\n".join(lines) + "\n"


def counted(report):
    suites = xml.etree.ElementTree.parse(report).getroot().iter("testsuite")
    tests = bad = 0
    for suite in suites:
        tests += int(suite.get("tests", 0))
        bad += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return tests - bad, bad


def main():
    with LiveServer("--rate-limit-scale", "100000", "--webhook-networks", "127.0.0.0/8") as server:
        config = os.path.join(server.folder.name, "schemathesis.toml")
        report = os.path.join(server.folder.name, "report.xml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(settings(*house(server)))
        command = [PYTHON, "-m", "schemathesis.cli", "--config-file", config, "--no-color", "run"]
        command += [f"{server.api}/openapi.json", "--url", server.api, "--checks", "all"]
        command += ["--phases", "examples,coverage,fuzzing,stateful", "--exclude-path-regex", STREAMS]
        command += ["--request-timeout", "30", "--generation-database", "none", "--warnings", "off"]
        command += ["--report", "junit", "--report-junit-path", report]
        status = subprocess.run(command + (sys.argv[1:] or USUAL), timeout=PATIENCE, cwd=server.folder.name).returncode
        passed, failed = counted(report) if os.path.exists(report) else (0, 1)
    if status and not failed:
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
