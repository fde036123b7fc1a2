"""Would a test notice? Asked of the code that needs the whole package: one build, one switch for each change.

    tests/mutants/run moderation                            all use cases, in one to two hours on two cores
    tests/mutants/run moderation src/moderation/decide.rs   one file
    tests/mutants/run moderation --again                    only what went unnoticed the last time

cargo-mutants says what to change. A first round notes which test reaches which switch, and how long it takes; then each
change is made in turn and the tests that reach it are run, quickest first, until one fails twice. A change that no test
notices is named, and makes this fail, unless known.txt says why it cannot matter.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import switches

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target/mutants/switched"
TREE = WORK / "tree"
MISSED = WORK / "missed.json"
# Tests wait for disks and clocks more than they compute; twice as many as cores.
AT_ONCE = 2 * (os.cpu_count() or 1)


def listed(files: list[str]) -> list[dict]:
    command = ["cargo", "mutants", "--list", "--json", *[f"--file={it}" for it in files]]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def copied() -> None:
    """The tree as it is in the work folder, without what is ignored."""
    shutil.rmtree(TREE, ignore_errors=True)
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).exists():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, TREE / name)


def built(changes: dict[int, dict]) -> tuple[list[str], dict[int, dict]]:
    """Builds with all changes that the compiler takes: the test programs, and those changes."""
    while True:
        copied()
        left_out = switches.write(TREE, changes)
        changes = {number: it for number, it in changes.items() if number not in left_out}
        command = ["cargo", "test", "--locked", "--no-run", "--message-format=json", "--target-dir", str(WORK / "build")]
        run = subprocess.run(command, cwd=TREE, capture_output=True, text=True)
        messages = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
        if run.returncode == 0:
            programs = [it["executable"] for it in messages if it.get("executable") and it["profile"]["test"]]
            return programs, changes
        refused = refused_in(messages)
        if not refused:
            sys.exit(run.stderr)
        print(f"  {len(refused)} do not compile: left out, and built again", flush=True)
        changes = {number: it for number, it in changes.items() if number not in refused}


def refused_in(messages: list[dict]) -> set[int]:
    """The switches that hold the places at which the compiler found an error."""
    refused = set()
    for message in messages:
        if message["reason"] != "compiler-message" or message["message"]["level"] != "error":
            continue
        # What is moved in a change is only missed after it.
        for span in sorted(message["message"]["spans"], key=lambda it: not it["is_primary"]):
            path = TREE / span["file_name"]
            found = switches.holding(path.read_bytes(), span["byte_start"]) if path.exists() else set()
            if found:
                refused |= found
                break
    return refused


class Test:
    def __init__(self, program: str, name: str):
        self.program, self.name = program, name
        self.reaches: set[int] = set()
        self.seconds = 0.0

    def run(self, **variables: str) -> bool:
        """Whether it passes; one that takes far longer than it did does not."""
        process = subprocess.Popen(
            [self.program, "--exact", self.name],
            cwd=TREE,
            env={**os.environ, "CARGO_MANIFEST_DIR": str(TREE), **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return process.wait(timeout=max(120, 10 * self.seconds)) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            # Servers that a broken-off test left behind are in its session.
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()

    def reach(self, folder: Path) -> None:
        file = folder / self.name.replace("::", ".")
        for _ in range(3):
            file.unlink(missing_ok=True)
            begun = time.monotonic()
            passed = self.run(SWITCHES_REACHED=str(file))
            self.seconds = time.monotonic() - begun
            if passed:
                break
        else:
            # It would find every change.
            print(f"  left out, it fails without any change: {self.name}", flush=True)
            return
        if file.exists():
            self.reaches = {int(number) for number in file.read_text().split()}


def tests_of(programs: list[str]) -> list[Test]:
    tests = []
    for program in programs:
        lines = subprocess.run([program, "--list", "--format", "terse"], cwd=TREE, capture_output=True, text=True).stdout
        tests += [Test(program, it.removesuffix(": test")) for it in lines.splitlines() if it.endswith(": test")]
    return tests


class Hunt:
    """Which test notices which change."""

    def __init__(self, tests: list[Test], changes: dict[int, dict]):
        self.tests, self.changes = tests, changes
        # Tests that noticed another change of the same function are tried first.
        self.noticed: dict[str, list[Test]] = {}
        self.lock = threading.Lock()
        self.outcomes: dict[int, str | None] = {}

    def try_one(self, number: int) -> None:
        change = self.changes[number]
        function = change["file"] + (change["function"] or {}).get("function_name", "")
        tests = sorted((it for it in self.tests if number in it.reaches), key=lambda it: it.seconds * len(it.reaches))
        with self.lock:
            first = [it for it in self.noticed.get(function, []) if number in it.reaches]
        found = None
        for test in dict.fromkeys([*first, *tests]):
            variables = {"SWITCH": str(number)}
            # Twice: a test that fails once on a busy machine has noticed nothing.
            if not test.run(**variables) and not test.run(**variables):
                found = test
                break
        with self.lock:
            if found and found not in self.noticed.setdefault(function, []):
                self.noticed[function].append(found)
            self.outcomes[number] = found.name if found else None
            how = found.name if found else f"NOT NOTICED by {len(tests)} tests"
            print(f"  {len(self.outcomes)}/{len(self.changes)} {change['name']}: {how}", flush=True)


def known() -> dict[str, str]:
    """Changes that no test can notice, without their place in the file, and why."""
    lines = (Path(__file__).parent / "known.txt").read_text().splitlines()
    pairs = (line.split(" — ", 1) for line in lines if line and not line.startswith("#"))
    return {name: why for name, why in pairs}


def placeless(change: dict) -> str:
    path, _line, _column, name = change["name"].split(":", 3)
    return f"{path}:{name}"


def main() -> None:
    again = sys.argv[1:] == ["--again"]
    files = ["src/moderation/*.rs"] if again else sys.argv[1:] or ["src/moderation/*.rs"]
    everything = dict(enumerate(listed(files)))
    if again:
        before = {placeless(it) for it in json.loads(MISSED.read_text())}
        everything = {number: it for number, it in everything.items() if placeless(it) in before}
    print(f"{len(everything)} changes; building them behind switches", flush=True)
    programs, changes = built(everything)
    reached = WORK / "reached"
    shutil.rmtree(reached, ignore_errors=True)
    reached.mkdir(parents=True)
    tests = tests_of(programs)
    print(f"{len(changes)} compile; which of {len(tests)} tests reaches which?", flush=True)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda test: test.reach(reached), tests))
    hunt = Hunt(tests, changes)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(hunt.try_one, changes))
    harmless = known()
    missed = [changes[number] for number, found in hunt.outcomes.items() if not found]
    matter = [it for it in missed if placeless(it) not in harmless]
    MISSED.write_text(json.dumps(missed, indent=1))
    for change in matter:
        print(f"not noticed: {change['name']}")
    counts = [len(changes) - len(missed), len(missed) - len(matter), len(matter), len(everything) - len(changes)]
    print("{} noticed, {} known to be harmless, {} not noticed, {} left out: they do not compile".format(*counts))
    sys.exit(bool(matter))


main()
