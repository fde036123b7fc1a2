"""A throw-away server for checks from outside: the real program, a fresh database, a key. Standard library only."""

import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.environ.get("ANTEROOM_BINARY", os.path.join(ROOT, "target", "debug", "anteroom"))


class LiveServer:
    """Runs for the length of a `with`. `api` is where the API begins, such as http://127.0.0.1:40123/api/v1."""

    def __init__(self, *arguments):
        self.arguments = arguments

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="anteroom-outside-")
        self.database = os.path.join(self.folder.name, "anteroom.db")
        self.log = open(os.path.join(self.folder.name, "log"), "w+", encoding="utf-8")
        command = [BINARY, "serve", "--listen", "127.0.0.1:0", "--database", self.database, *self.arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, env={}, text=True)
        # The only line that it prints at once is its address; an end without one says why in the log.
        first = self.process.stdout.readline()
        if not first.startswith("Anteroom "):
            self.__exit__(None, None, None)
            raise RuntimeError(f"the server did not start: {self.logged}")
        self.origin = first.split()[1]
        self.api = f"{self.origin}/api/v1"
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.seek(0)
        self.logged = self.log.read()
        self.log.close()
        self.folder.cleanup()

    def prints(self, *arguments):
        """What a command of the program prints beside the running server."""
        command = [BINARY, *arguments, "--database", self.database]
        return subprocess.run(command, check=True, capture_output=True, env={}, text=True).stdout.strip()

    def admin_key(self, name):
        return self.prints("api-key", "create", "--name", name, "--scope", "admin")

    def host_key(self, name, email):
        self.prints("account", "create", "--name", name, "--email", email)
        return self.prints("api-key", "create", "--name", name, "--scope", "host", "--account", email)
