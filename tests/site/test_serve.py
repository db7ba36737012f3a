"""The preview, without a browser."""

import signal
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.issues import Issue
from generator.report import format_text
from generator.site.serve import ServeFailure, serve
from trials.project import write_project


def _describe(issues: list[Issue]) -> str:
    return format_text(issues)


def _wait_for(claim: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if claim():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("address", ["8000", "localhost:", "localhost:http", "localhost:99999"])
def test_an_address_that_is_none_is_said(address: str, tmp_path: Path) -> None:
    """Before anything is built."""
    with pytest.raises(ServeFailure, match="is no address"):
        serve(tmp_path, address, describe=_describe)


def test_a_taken_address_is_said(tmp_path: Path, free_port: int) -> None:
    """Not as a traceback."""
    with (
        socket.create_server(("127.0.0.1", free_port)),
        pytest.raises(ServeFailure, match="cannot be used"),
    ):
        serve(tmp_path, f"127.0.0.1:{free_port}", describe=_describe)


class _Visit:
    """Somebody who looks at a preview and edits its files meanwhile."""

    def __init__(self, project: Path, port: int, said: list[str]) -> None:
        self.project, self.said = project, said
        self._host = f"127.0.0.1:{port}"

    def shows(self, path: str, text: str) -> bool:
        """Whether a page comes to hold a text."""
        return _wait_for(lambda: text in self._read(path))

    def _read(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{self._host}/{path}", timeout=5) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            return ""

    def hears(self, text: str) -> bool:
        """Whether the terminal comes to be told something."""
        return _wait_for(lambda: any(text in line for line in self.said))


def _serve_for(project: Path, port: int, visit: Callable[[_Visit], Iterator[bool]]) -> list[bool]:
    """Serves until the visit is over; what it claimed, each in its turn."""
    said, claims = list[str](), list[bool]()

    def run() -> None:
        try:
            claims.extend(visit(_Visit(project, port, said)))
        finally:
            signal.raise_signal(signal.SIGINT)

    visitor = threading.Thread(target=run)
    visitor.start()
    serve(project, f"127.0.0.1:{port}", describe=_describe, say=said.append)
    visitor.join()
    assert said[-1] == "Stopped."
    return claims


def test_what_is_saved_comes_to_be_shown_and_an_error_changes_nothing(
    tmp_path: Path, free_port: int
) -> None:
    """A page by hand, a record that others show, a brief; then a fault, and the page as it was."""
    write_project(tmp_path, briefs=1)
    [brief] = (tmp_path / "data" / "briefs").rglob("*.md")
    topics, by_hand = tmp_path / "data" / "topics.yml", tmp_path / "docs" / "glossary.md"

    def visit(here: _Visit) -> Iterator[bool]:
        yield here.shows("glossary/", "<h1")
        yield here.hears("up to date")
        by_hand.write_text("# Words\n\nA page by hand.\n", "utf-8")
        yield here.shows("glossary/", "A page by hand.")
        topics.write_text(topics.read_text("utf-8").replace("name: ", "name: Renamed ", 1), "utf-8")
        yield here.shows("topics/", "Renamed")
        text = brief.read_text("utf-8")
        brief.write_text(f"{text}\nA sentence more.\n", "utf-8")
        yield here.shows("briefs/brief-0/", "A sentence more.")
        brief.write_text(f"{text}\nAnd this [@nobody].\n", "utf-8")
        yield here.hears("error[unknown-article]")
        yield here.shows("briefs/brief-0/", "A sentence more.")
        brief.unlink()
        yield here.shows("briefs/", "<h1")
        yield _wait_for(lambda: not (tmp_path / "docs" / "briefs" / "brief-0.md").exists())

    assert all(_serve_for(tmp_path, free_port, visit))


def test_the_last_build_is_shown_while_everything_is_looked_at(
    tmp_path: Path, free_port: int
) -> None:
    """So a preview begins at once, also where records are faulty."""
    write_project(tmp_path, briefs=1)

    def first(here: _Visit) -> Iterator[bool]:
        yield here.hears("up to date")

    def second(here: _Visit) -> Iterator[bool]:
        yield here.hears("errors: ")
        yield here.shows("topics/", "<h1")

    assert all(_serve_for(tmp_path, free_port, first))
    (tmp_path / "data" / "topics.yml").write_text("- id: [", "utf-8")
    assert all(_serve_for(tmp_path, free_port, second))
