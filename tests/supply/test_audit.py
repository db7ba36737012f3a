import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from supply.audit import FOUND, NOT_ASKED, run_audit
from supply.locks import DEVELOPMENT, read_lock

FAULTY = "jinja2"
FAULT = {
    "id": "GHSA-ferry",
    "aliases": ["CVE-2026-1"],
    "details": "Sinks.",
    "published": "2026-01-01T00:00:00Z",
    "affected": [
        {
            "package": {"name": FAULTY, "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.1"}]}],
        }
    ],
}


class Advisories(BaseHTTPRequestHandler):
    """Answers as a database of faults does, and remembers what it was asked."""

    asked: dict[str, str]
    known: dict[str, list[dict[str, Any]]]

    def do_POST(self) -> None:
        """Says what is known of one version."""
        query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = query["package"]["name"]
        self.asked[name] = query["version"]
        answer = json.dumps({"vulns": self.known[name]} if name in self.known else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The arguments that send the audit to a database on this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    Advisories.asked, Advisories.known = {}, {}
    with ThreadingHTTPServer(("127.0.0.1", 0), Advisories) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/v1/query"
        yield ["--vulnerability-service", "osv", "--osv-url", address]
        server.shutdown()
        thread.join()


def test_an_audit_asks_about_every_locked_version(
    service: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """And passes where nothing is known."""
    assert run_audit(service) == 0
    packages = read_lock(DEVELOPMENT)
    assert Advisories.asked == {name: package.version for name, package in packages.items()}
    assert capsys.readouterr().out == f"{len(packages)} locked packages, 0 known faults\n"


def test_an_audit_names_the_fault_and_the_version_that_mends_it(
    service: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """One line for each fault."""
    Advisories.known[FAULTY] = [FAULT]
    assert run_audit(service) == FOUND
    line, total = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{FAULTY} ")
    assert {"GHSA-ferry", "CVE-2026-1"} <= set(line.replace(";", ",").replace(":", ",").split(", "))
    assert line.endswith("; mended in 99.1")
    assert total.endswith(", 1 known faults")


def test_an_audit_that_could_not_ask_does_not_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """Nor does it look like one that found something."""
    nobody = ["--vulnerability-service", "osv", "--osv-url", "http://127.0.0.1:9/v1/query"]
    assert run_audit(nobody) == NOT_ASKED
    said = capsys.readouterr()
    assert said.out == ""
    assert "Nothing was audited. It needs the network" in said.err
