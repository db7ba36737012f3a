import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.library.library import Library
from generator.links.archiving import Copied, copy_articles, list_uncopied
from generator.links.network import Network
from generator.links.pacing import Pacer
from generator.links.wayback import ArchiveBusyError, ArchiveError, Wayback, open_archive
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.links.conftest import Waits
from tests.links.misbehaving import Act, Handler, Server, one_after_the_other, plain, raw

ARTICLE = "gazette-2024-02-12-herring"
FILE = f"data/articles/2024/{ARTICLE}.yml"
URL = "https://gazette.example/herring/slow-month"
DAY = date(2026, 3, 2)


def answer(value: object, status: str = "200 OK") -> Act:
    """An answer in JSON."""
    body = json.dumps(value).encode()
    return raw(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)


def snapshot(stamp: str, status: str = "200") -> Act:
    """There is a copy."""
    closest = {
        "available": True,
        "timestamp": stamp,
        "status": status,
        "url": "http://evil.example",
    }
    return answer({"url": URL, "archived_snapshots": {"closest": closest}})


NO_COPY = answer({"url": URL, "archived_snapshots": {}})
SAVED = plain(302, "Location: https://evil.example/web/20260302101010/https://evil.example/")


def save(then: Act) -> Callable[[Server], None]:
    """What comes when a copy is asked for."""
    return lambda server: server.behaviours.update({f"/save/{URL}": then})


@pytest.fixture
def archive(server: Server, network: Network, waits: Waits) -> Wayback:
    """An archive at the server, in which nothing is yet."""
    server.behaviours = {"/wayback/available": NO_COPY}
    base = server.at("", "archive.example")
    return Wayback(network, Pacer(5.0, waits.clock, waits.wait), base, base)


def read(project: Path) -> Library:
    """The records as they stand."""
    library, issues = assemble(read_data_files(project))
    assert not issues
    return library


def go(project: Path, archive: Wayback, *ids: str) -> list[Copied]:
    """A run."""
    library = read(project)
    articles = list_uncopied(library, ids or (ARTICLE,), DAY)
    return list(copy_articles(articles, library, archive, project))


def test_a_copy_that_is_there_goes_into_the_record(
    project: Path, server: Server, archive: Wayback
) -> None:
    """One line, behind the address; the archive is asked for the day of publication."""
    server.behaviours["/wayback/available"] = snapshot("20240213090000")
    before = (project / FILE).read_text("utf-8").split("\n")
    (copied,) = go(project, archive)
    after = (project / FILE).read_text("utf-8").split("\n")
    line = f"archive-url: {archive.save_base}/web/20240213090000/{URL}"
    assert copied.how == "found"
    assert [one for one in after if one not in before] == [line]
    assert after[after.index(line) - 1] == f"url: {URL}"
    assert [one for one in after if one != line] == before
    assert read(project).articles[ARTICLE].archive_url == copied.copy
    (asked,) = server.asked
    assert parse_qs(urlsplit(asked.path).query) == {"url": [URL], "timestamp": ["20240212"]}


def test_comments_stay_where_they_are(project: Path, server: Server, archive: Wayback) -> None:
    """And all else that a person wrote."""
    file = project / FILE
    text = file.read_text("utf-8").replace(f"url: {URL}", f"# ours\nurl:   '{URL}'  # seen")
    file.write_text(text, "utf-8")
    server.behaviours["/wayback/available"] = snapshot("20240213090000")
    go(project, archive)
    after = file.read_text("utf-8").split("\n")
    after.remove(next(line for line in after if line.startswith("archive-url")))
    assert "\n".join(after) == text


@pytest.mark.parametrize(
    "copy",
    [
        NO_COPY,
        snapshot("20230101000000"),
        snapshot("20240213090000", "404"),
        snapshot("2024"),
        answer({"archived_snapshots": [1]}),
        answer([]),
    ],
)
def test_without_a_copy_of_its_time_one_is_made(
    project: Path, server: Server, archive: Wayback, copy: Act
) -> None:
    """A copy from before it was published, or of an error, is none."""
    server.behaviours["/wayback/available"] = copy
    save(SAVED)(server)
    (copied,) = go(project, archive)
    assert copied.how == "made"
    assert copied.copy == f"{archive.save_base}/web/20260302101010/{URL}"


def test_a_copy_under_way_is_left_for_a_later_run(
    project: Path, server: Server, archive: Wayback
) -> None:
    """The record stays as it is."""
    save(plain(200))(server)
    before = (project / FILE).read_bytes()
    (copied,) = go(project, archive)
    assert copied == Copied(ARTICLE, how="a copy was asked for; a later run will find it")
    assert (project / FILE).read_bytes() == before


def test_a_dead_article_is_not_saved(project: Path, server: Server, archive: Wayback) -> None:
    """What would be copied is the word that there is nothing."""
    row = f"{URL},dead,not-found,2026-02-20,2026-03-01\n"
    (project / "data" / "links.csv").write_text(f"url,status,reason,since,looked-at\n{row}")
    (copied,) = go(project, archive)
    assert copied.how == "no copy is known, and the address is dead"
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (plain(500), "the archive answered with status 500"),
        (raw(b"garbage\r\n\r\n"), "the archive did not answer (not-http)"),
        (raw(b""), "the archive did not answer (no-connection)"),
        (raw(b"HTTP/1.1 200 OK\r\n\r\n<html>"), "the archive's answer can't be read"),
        (raw(b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 60_000), "the archive's answer can't be read"),
    ],
)
def test_an_archive_that_fails_is_told_of(
    project: Path, server: Server, archive: Wayback, then: Act, said: str
) -> None:
    """In a clause, and the others have their turn."""
    server.behaviours["/wayback/available"] = then
    (copied,) = go(project, archive)
    assert copied.how == said
    assert not copied.is_end


def test_an_archive_that_asks_for_a_pause_gets_one(
    project: Path, server: Server, archive: Wayback
) -> None:
    """Until the next run."""
    server.behaviours["/wayback/available"] = plain(429, "Retry-After: 60")
    library = read(project)
    copies = list(copy_articles(list_uncopied(library, (), DAY), library, archive, project))
    assert [one.how for one in copies] == ["the archive asks for a pause"]


def test_what_has_a_copy_keeps_it(project: Path, server: Server, archive: Wayback) -> None:
    """It is not listed; one that got a copy meanwhile is not written over."""
    library = read(project)
    assert not {one.id for one in list_uncopied(library, (), DAY) if one.archive_url}
    articles = list_uncopied(library, (ARTICLE,), DAY)
    file = project / FILE
    text = file.read_text("utf-8") + "archive-url: https://copies.example/x\n"
    file.write_text(text, "utf-8")
    server.behaviours["/wayback/available"] = snapshot("20240213090000")
    (copied,) = copy_articles(articles, library, archive, project)
    assert not copied.copy
    assert file.read_text("utf-8") == text


def test_each_day_begins_elsewhere(library: Library) -> None:
    """So that the limit does not keep some articles out for ever."""
    firsts = {list_uncopied(library, (), date(2026, 3, day))[0].id for day in range(1, 29)}
    assert firsts == {one.id for one in list_uncopied(library, (), DAY)}


def with_keys(archive: Wayback) -> Wayback:
    """The same, for somebody who has an account."""
    return Wayback(archive.network, archive.pacer, archive.find_base, archive.save_base, ("a", "b"))


def test_with_keys_a_capture_is_followed_to_its_end(
    server: Server, archive: Wayback, waits: Waits
) -> None:
    """The keys go out in the header, the address in the form."""
    server.behaviours["/save"] = answer({"job_id": "spn2-1"})
    pending, done = {"status": "pending"}, {"status": "success", "timestamp": "20260302101010"}
    states = one_after_the_other(answer(pending), answer(pending), answer(done))
    server.behaviours["/save/status/spn2-1"] = states
    assert with_keys(archive).save(URL) == "20260302101010"
    asked = server.asked[0]
    assert (asked.method, asked.headers["authorization"]) == ("POST", "LOW a:b")
    assert parse_qs(asked.body)["url"] == [URL]
    assert waits.all == [6.0, 6.0, 6.0]


@pytest.mark.parametrize(
    ("begun", "state", "said"),
    [
        ({"message": "Host\x1b[31m is blocked"}, {}, "the archive says: Host [31m is blocked"),
        ({"job_id": "../../x"}, {}, "the archive made no copy"),
        ({"job_id": "j"}, {"status": "error", "status_ext": "error:no-access"}, "error:no-access"),
    ],
)
def test_a_capture_that_fails_says_why(
    server: Server, archive: Wayback, begun: object, state: object, said: str
) -> None:
    """In the archive's words, on one line and without what moves a cursor."""
    server.behaviours["/save"] = answer(begun)
    server.behaviours["/save/status/j"] = answer(state)
    with pytest.raises(ArchiveError) as caught:
        with_keys(archive).save(URL)
    assert said in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_capture_without_end_is_left(server: Server, archive: Wayback) -> None:
    """After some minutes; a later run finds what became of it."""
    server.behaviours["/save"] = answer({"job_id": "j"})
    server.behaviours["/save/status/j"] = answer({"status": "pending"})
    assert with_keys(archive).save(URL) is None
    assert len(server.asked) < 40


def test_keys_go_only_where_nobody_can_read_them(network: Network) -> None:
    """Not over plain HTTP."""
    keys = {"IA_ACCESS_KEY_ID": "a", "IA_SECRET_ACCESS_KEY": "b"}
    assert open_archive(network, 0, "", keys).keys == ("a", "b")
    assert open_archive(network, 0, "https://archive.example", keys).keys == ("a", "b")
    assert open_archive(network, 0, "http://archive.example", keys).keys is None
    assert open_archive(network, 0, "", {**keys, "IA_ACCESS_KEY_ID": ""}).keys is None


def test_a_busy_archive_is_an_archive_without_an_answer(server: Server, archive: Wayback) -> None:
    """Whoever does not care about pauses sees one kind of failure."""
    server.behaviours["/wayback/available"] = plain(429)
    with pytest.raises(ArchiveBusyError):
        archive.find(URL, "")


def run(project: Path, server: Server, *args: str) -> tuple[int, str]:
    """The verb, as people run it."""
    api = f"http://127.0.0.1:{server.port}"
    options = ["--project", str(project), "--allow-private", "--pause", "0", "--archive-api", api]
    result = CliRunner().invoke(main, ["archive", *options, "--as-of", "2026-03-02", *args])
    return result.exit_code, result.stdout + result.stderr


def test_the_verb_tells_what_it_would_do_and_does_it(project: Path, server: Server) -> None:
    """At most so many a run."""
    server.behaviours = {"/wayback/available": snapshot("20260213090000")}
    count = len(list_uncopied(read(project), (), DAY))
    code, said = run(project, server, "--dry-run", "--limit", "2")
    assert code == 0
    assert said.endswith(f"{count} articles have no archived copy; 2 would be tried\n")
    assert not server.asked
    code, said = run(project, server, "--limit", "2", "--format", "markdown")
    assert code == 0
    assert f"**2 of 2 articles got an archived copy; {count - 2} more have none**" in said
    assert len(list_uncopied(read(project), (), DAY)) == count - 2


def test_an_interrupt_keeps_the_copies_that_were_found(project: Path, server: Server) -> None:
    """Each is on record when the next is asked for."""
    found = snapshot("20260213090000")

    def interrupt(_handler: Handler) -> None:
        # The client is on the same machine: it is interrupted as by a key.
        import _thread  # noqa: PLC0415

        _thread.interrupt_main()
        server.is_over.wait(1)

    server.behaviours = {"/wayback/available": lambda handler: _second(handler, found, interrupt)}
    code, said = run(project, server, "--limit", "3")
    assert code == 1
    assert "1 of 1 articles got an archived copy" in said


def _second(handler: Handler, first: Act, then: Act) -> None:
    (first if handler.owner.counts.total() == 1 else then)(handler)
