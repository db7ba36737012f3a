import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event, current_thread

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.library.library import Library
from generator.links.links_file import FILE, Manner, Round, go_round, write_links
from generator.links.looking import Outcome
from generator.links.network import Network
from generator.links.round import look_at_all
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.report_links import format_round
from tests.links.conftest import Waits
from tests.links.misbehaving import Server, plain

DAY = date(2026, 3, 2)
LATER = date(2026, 3, 9)
ARTICLE = "data/articles/2024/gazette-2024-02-12-herring.yml"


@pytest.fixture
def own(project: Path, server: Server) -> Path:
    """A project whose addresses all lead to the server: good but for what a test changes."""
    server.behaviours = {"/dead": plain(404), "/refused": plain(403)}
    for file in [*project.rglob("*.yml")]:
        text = file.read_text("utf-8")
        file.write_text(
            re.sub(r"https?://([^\s,\]]+)", lambda at: _lead(at[1], server), text), "utf-8"
        )
    return project


def _lead(address: str, server: Server) -> str:
    path = f"/{address}".replace("//", "/")
    server.behaviours[path.partition("?")[0]] = plain(200)
    return server.at(path)


def change(project: Path, server: Server, path: str) -> str:
    """Gives the article another address."""
    file, url = project / ARTICLE, server.at(path)
    text = file.read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith("url: "))
    file.write_text(text.replace(line, f"url: {url}"), "utf-8")
    return url


def read(project: Path) -> Library:
    """The records, which can be read without a fault."""
    library, issues = assemble(read_data_files(project))
    assert not issues
    return library


def rows(project: Path) -> list[list[str]]:
    """What stands in the file, below its head."""
    return list(csv.reader((project / FILE).read_text("utf-8").splitlines()))[1:]


def go(project: Path, network: Network, day: date = DAY) -> Round:
    """A round, written."""
    waits = Waits()
    manner = Manner(
        replace(network, patience=5, deadline=10), 1.0, clock=waits.clock, wait=waits.wait
    )
    found = go_round(read(project), manner, day)
    write_links(project, found.after)
    return found


def test_a_project_of_good_links_has_no_file(own: Path, network: Network) -> None:
    """Nothing is to be said."""
    found = go(own, network)
    assert {one.reason for one in found.outcomes.values()} == {None}
    assert len(found.outcomes) == len(found.addresses)
    assert not (own / FILE).exists()


def test_a_link_dies_and_comes_to_life(own: Path, server: Server, network: Network) -> None:
    """A miss, a second one, an answer; in between the file stays byte for byte."""
    url = change(own, server, "/dead")
    go(own, network)
    assert rows(own) == [[url, "missed", "not-found", "2026-03-02", "2026-03-02"]]
    go(own, network, LATER)
    assert rows(own) == [[url, "dead", "not-found", "2026-03-02", "2026-03-09"]]
    stamp = (own / FILE).stat().st_mtime_ns
    go(own, network, LATER)
    assert (own / FILE).stat().st_mtime_ns == stamp
    server.behaviours["/dead"] = plain(200)
    go(own, network, LATER)
    assert rows(own) == []
    assert read(own).links == {}


def test_a_round_without_any_answer_notes_nothing(own: Path, network: Network) -> None:
    """A machine that is cut off must not declare the world dead."""
    alone = replace(network, resolve=lambda host, port: network.resolve(f"no-such-{host}", port))
    found = go(own, alone)
    assert found.is_cut_off
    assert not found.after
    assert "Nothing answered at all" in format_round(found, "text")


def test_an_interrupt_keeps_what_was_found(
    own: Path, server: Server, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And of what was not looked at, what was on record."""
    old = change(own, server, "/dead")
    go(own, network)
    before = rows(own)

    def interrupt(done: int, _of: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    waits = Waits()
    manner = Manner(network, 1.0, clock=waits.clock, wait=waits.wait)
    found = go_round(read(own), manner, LATER, tell=interrupt)
    assert found.was_stopped
    assert len(found.outcomes) == 3
    write_links(own, found.after)
    assert rows(own)[0][0] == old == before[0][0]


def test_a_fault_of_ours_does_not_hang(own: Path) -> None:
    """Whoever waits is told."""

    def fail(url: str) -> Outcome:
        raise RuntimeError("its own words")

    with pytest.raises(RuntimeError, match="its own words"):
        list(look_at_all(["https://a.example/"], fail, Event()))


def test_no_host_is_asked_by_two_at_once() -> None:
    """All addresses of a host are looked at in one thread."""
    seen: dict[str, set[str]] = {}

    def look(url: str) -> Outcome:
        seen.setdefault(url.split("/")[2], set()).add(current_thread().name)
        return Outcome(None, 200)

    urls = [f"https://{host}.example/{n}" for n in range(5) for host in "abcdefghijkl"]
    assert len(list(look_at_all(urls, look, Event(), threads=4))) == 60
    assert all(len(names) == 1 for names in seen.values())


def run(project: Path, *args: str) -> tuple[int, str]:
    """The verb, as people run it; the server is on this machine."""
    options = ["--project", str(project), "--allow-private", "--pause", "0"]
    result = CliRunner().invoke(main, ["links", *options, *args])
    return result.exit_code, result.stdout + result.stderr


@pytest.fixture
def plain_own(own: Path, server: Server) -> Path:
    """The same with addresses that need no name."""
    for file in own.rglob("*.yml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("site.example:", "127.0.0.1:"), "utf-8")
    return own


def test_the_verb_reports_and_never_fails_for_what_it_finds(
    plain_own: Path, server: Server
) -> None:
    """In words, as JSON, and as the text of a pull request."""
    change(plain_own, server, "/dead")
    file = plain_own / ARTICLE
    file.write_text(file.read_text("utf-8").replace("site.example", "127.0.0.1"), "utf-8")
    code, said = run(plain_own, "--as-of", "2026-03-02")
    assert code == 0
    assert "missed once (not-found): http://127.0.0.1" in said
    assert "in article `gazette-2024-02-12-herring`" in said
    code, said = run(plain_own, "--as-of", "2026-03-09", "--format", "markdown")
    assert code == 0
    assert "| dead | not-found | `http://127.0.0.1" in said
    server.behaviours["/dead"] = plain(200)
    code, said = run(plain_own, "--as-of", "2026-03-10", "--format", "json", "--dry-run")
    assert json.loads(said)["changes"][0]["now"] == "answers again"
    assert rows(plain_own)[0][1] == "dead"


def test_only_the_records_named_are_looked_at(plain_own: Path, server: Server) -> None:
    """And a name that there is not is wrong usage."""
    code, said = run(plain_own, "tide-institute")
    assert code == 0, said
    assert len(server.asked) == 1
    code, said = run(plain_own, "tide-institut")
    assert code == 2
    assert "did you mean `tide-institute`" in said


def test_a_file_of_links_with_a_fault_is_not_written_over(plain_own: Path) -> None:
    """What is in it may be worth more than a round."""
    (plain_own / FILE).write_text("url,status\nhttps://a.example/,dead\n")
    code, said = run(plain_own)
    assert code == 1
    assert "help: run `brief check`" in said
    assert (plain_own / FILE).read_text() == "url,status\nhttps://a.example/,dead\n"
