"""What the server of a preview hands out, and to whom."""

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.kept import Contents
from generator.site.policy import POLICY
from generator.site.preview import Showable
from generator.site.preview_server import PreviewServer
from generator.site.shown import Fault, Shown

_PAGE = b"<!DOCTYPE html><html><head></head><body><p>Home</p></body></html>"


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A small site whose own address has a path."""
    contents = Contents(tmp_path / "contents")
    files = {
        "index.html": contents.put(_PAGE),
        "404.html": contents.put(b"<body>Not here</body>"),
        "assets/a.js": contents.put(b"a"),
        "metrics/m/m.csv": contents.put(b"1,2"),
    }
    showing = Shown(contents)
    showing.show_site(Showable(files, "", "/archive/"), 0.0)
    return showing


@pytest.fixture
def server(shown: Shown) -> Iterator[PreviewServer]:
    """Answers on a free port."""
    with PreviewServer("127.0.0.1", 0, shown) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def _get(
    server: PreviewServer, path: str, method: str = "GET", host: str = "127.0.0.1"
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, headers={"Host": host})
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def test_a_page_comes_with_one_script_more_and_its_own_policy(server: PreviewServer) -> None:
    """The script is a file of the server's, so that no policy has to give way."""
    status, headers, content = _get(server, "/archive/")
    assert status == 200
    assert b'<script src="/.preview/preview.js" data-version="' in content
    assert content.endswith(b"</script></body></html>")
    assert headers["Content-Security-Policy"].startswith(POLICY)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/archive/", "text/html; charset=utf-8"),
        ("/archive/assets/a.js", "text/javascript; charset=utf-8"),
        ("/archive/metrics/m/m.csv", "text/csv; charset=utf-8"),
        ("/.preview/preview.js", "text/javascript; charset=utf-8"),
        ("/.preview/preview.css", "text/css; charset=utf-8"),
    ],
)
def test_each_file_says_what_it_is(server: PreviewServer, path: str, kind: str) -> None:
    """Browsers are told not to guess."""
    status, headers, _ = _get(server, path)
    assert (status, headers["Content-Type"]) == (200, kind)


def test_what_is_not_there_is_the_page_for_that(server: PreviewServer) -> None:
    """With the script, so that it is loaded again when there is something."""
    status, _, content = _get(server, "/archive/nowhere/")
    assert status == 404
    assert b"Not here<script" in content


@pytest.mark.parametrize(
    ("path", "target"),
    [("/", "/archive/"), ("//evil.example", "/archive/"), ("/archive/metrics/m", None)],
)
def test_an_address_outside_of_the_site_leads_to_it(
    server: PreviewServer, path: str, target: str | None
) -> None:
    """Never to another host."""
    assert _get(server, path)[1].get("Location") == target


@pytest.mark.parametrize(
    "path",
    [
        *("/archive/../../etc/passwd", "/archive/%2e%2e/%2e%2e/etc/passwd"),
        *(
            "/.preview/../serve.py",
            "/.preview/%2e%2e/serve.py",
            "/archive/..\\..\\x",
            "/archive/\0",
        ),
    ],
)
def test_no_address_leads_out_of_the_site(server: PreviewServer, path: str) -> None:
    """Files are looked up by their names."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection._validate_path = lambda url: None  # type: ignore[attr-defined]  # as an attacker
    connection.request("GET", path)
    assert connection.getresponse().status in {302, 404}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "", "127.0.0.1.evil.example"]
)
def test_a_strange_name_is_refused(server: PreviewServer, host: str) -> None:
    """Else a strange site could have its own name lead here, and read what is previewed."""
    status, _, content = _get(server, "/archive/", host=host)
    assert (status, content) == (421, b"")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1:8000", "[::1]:1"])
def test_this_machine_has_several_names(server: PreviewServer, host: str) -> None:
    """Whatever port is named: a tunnel may change it."""
    assert _get(server, "/archive/", host=host)[0] == 200


def test_nothing_can_be_changed(server: PreviewServer) -> None:
    """Only reading is known."""
    assert _get(server, "/archive/", method="POST")[0] == 501
    assert _get(server, "/archive/", method="HEAD")[2] == b""


def test_a_page_hears_at_once_how_things_stand_and_then_what_changes(
    server: PreviewServer, shown: Shown
) -> None:
    """Errors are text, whatever stands in them."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", "/.preview/state?page=%2Farchive%2F")
    answer = connection.getresponse()
    first = json.loads(answer.readline().removeprefix(b"data: "))
    assert first["faults"] == []
    answer.readline()
    shown.show_faults([Fault("<b>\n</b>", "data/x.yml:1", "some-rule", "mend it")])
    second = json.loads(answer.readline().removeprefix(b"data: "))
    assert second["faults"] == [
        {"message": "<b>\n</b>", "place": "data/x.yml:1", "rule": "some-rule", "help": "mend it"}
    ]
    assert second["version"] == first["version"]


def test_before_the_first_page_there_is_one_that_says_so(tmp_path: Path) -> None:
    """It is loaded again by itself."""
    with PreviewServer("127.0.0.1", 0, Shown(Contents(tmp_path))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        status, _, content = _get(running, "/")
        running.shutdown()
    assert status == 404
    assert b"preview.js" in content
