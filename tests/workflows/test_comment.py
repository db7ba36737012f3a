"""The comment under a pull request, where what it is made of comes from whoever would abuse it."""

from __future__ import annotations

import io
import json
import re
import stat
import struct
import threading
import tracemalloc
import urllib.parse
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.workflows.workflow_files import load_script

comment = load_script("comment")
REPOSITORY = "owner/site"
SHA = "ab" * 20
RUN = {
    "id": 77,
    "event": "pull_request",
    "head_sha": SHA,
    "head_branch": "add/gazette&x=1#y",
    "head_repository": {"id": 5, "owner": {"login": "stranger"}},
    "pull_requests": [],
    "html_url": "https://github.com/owner/site/actions/runs/77",
}
PULL = {
    "number": 12,
    "head": {"sha": SHA, "repo": {"id": 5}},
    "base": {"repo": {"full_name": REPOSITORY}},
}
BOT = {"login": "github-actions[bot]", "type": "Bot"}
DIFF = "## 1 figure changed\n\n| was | is |\n| --- | --- |\n| 9 | 18.1 |\n"


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    """An archive of these entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries:
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def link_entry() -> zipfile.ZipInfo:
    """An entry of the right name that is a symbolic link."""
    entry = zipfile.ZipInfo(comment.FILE)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def locked(archive: bytes) -> bytes:
    """The same, said to be encrypted, in both places where a zip says so."""
    changed = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.index(signature) + offset
        changed[at] |= 1
    return bytes(changed)


def understated(archive: bytes) -> bytes:
    """The same, said to hold three bytes."""
    changed = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = changed.index(signature) + offset
        changed[at : at + 4] = struct.pack("<I", 3)
    return bytes(changed)


GOOD = zipped((comment.FILE, DIFF.encode()))
BOMB = zipped((comment.FILE, b"a" * 20_000_000))
LONG = b"PK" * 10_000_000
HOSTILE = {
    "way out": zipped((f"../{comment.FILE}", b"x")),
    "another name": zipped(("evidence.md", b"x")),
    "two files": zipped((comment.FILE, b"x"), ("number.txt", b"1")),
    "two ways to one name": zipped((comment.FILE, b"x"), ("./" + comment.FILE, b"y")),
    "a folder": zipped((f"{comment.FILE}/", b"")),
    "nothing": zipped(),
    "a link": zipped((link_entry(), b"/etc/passwd")),
    "encrypted": locked(GOOD),
    "bomb": BOMB,
    "bomb that says it is small": understated(BOMB),
    "not UTF-8": zipped((comment.FILE, b"\xff\xfe\x00")),
    "no archive": b"# Hello",
    "cut off": GOOD[:-30],
    "broken inside": GOOD.replace(GOOD[50:60], b"\x00" * 10),
}


@pytest.mark.parametrize("archive", HOSTILE.values(), ids=HOSTILE.keys())
def test_an_archive_of_another_kind_is_refused(archive: bytes) -> None:
    """In words of our own, whatever it holds; nothing is written to the disk."""
    with pytest.raises(comment.RefusedError):
        comment.unpack(archive)


@pytest.fixture
def memory() -> Iterator[None]:
    """Fails if what the test allocates at its height is more than a few of the largest files."""
    tracemalloc.start()
    yield
    _, height = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert height < 4 * comment.MOST_TEXT


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("archive", [BOMB, understated(BOMB)], ids=["bomb", "understated"])
def test_a_bomb_is_not_unpacked_to_find_that_out(archive: bytes) -> None:
    """No more is read than may be there."""
    with pytest.raises(comment.RefusedError):
        comment.unpack(archive)


def test_the_archive_of_a_check_is_read() -> None:
    """As it was put in."""
    assert comment.unpack(GOOD) == DIFF


def test_what_a_diff_is_made_of_stays() -> None:
    """Headings, tables, emphasis, code and what unfolds."""
    plain = DIFF + (
        "\n<details><summary>2 more</summary>\n\n- **9** → `18.1`\n- ~~x~~ Київ 👍🏽\n\n"
        "</details>\n\n```diff\n- a\n+ b\n```\n"
    )
    assert comment.defuse(plain).replace(comment.BREAK, "") == plain
    assert comment.defuse(DIFF) == DIFF


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "@everyone",
            "&#64;maintainer",
            "&#x40;a",
            "&commat;a",
            "\\@a",
            "a@b.example",
            "@org/team",
        ),
        *("fixes #12", "other/repo#3", "&#35;12", "&num;12", "GH-12"),
        "https://github.com/owner/site/issues/1",
        *("<script>alert(1)</script>", "<img src=x>", "<a href='https://evil.example'>x</a>"),
        *("<details onclick=x>", "</table ><style>", "<!-- hidden", "<?php", "<![CDATA["),
        f"{comment.MARKER}",
        *("[18.1](https://evil.example)", "![](https://tracker.example/x.png)", "[x][y]"),
        *("[y]: https://evil.example", "<https://evil.example>"),
        *("```mermaid\ngraph\n```", "~~~ geojson\n{}\n~~~", "```suggestion\nx\n```"),
        *(
            "\u202egnp.exe",
            "a\x1b[31m",
            "a\x00b",
            "a\u2066b",
            "\U000e0041",
            "a\u200bb",
            "a\rb\x0bc",
        ),
        *("&#x202e;", "&#0;", "&#8203;", "&zwj;"),
    ],
)
def test_nothing_of_a_stranger_s_text_acts(hostile: str) -> None:
    """Nobody is called, nothing named or loaded; no tag but a few, no sign that hides or turns."""
    text = comment.defuse(f"a {hostile}\n{hostile}\n")
    shown = re.sub(r"&\u200b\S*", "", text)
    assert not re.search(r"(?:@|&#64;|&#x40;|&commat;)(?!\u200b)", shown)
    assert not re.search(
        r"(?i)#\d|(&#35;|&num;)(?!\u200b)|gh-\d|github\.com/", shown.replace("&#", "")
    )
    assert not re.search(r"<(?!\u200b)(?!/?(details|summary|table|code|b)>)", shown)
    assert not re.search(r"\][(:\[]", shown)
    assert not re.search(r"(?i)(```|~~~)\s*(mermaid|geojson|suggestion)", shown)
    assert comment.MARKER not in text
    signs = text.replace(comment.BREAK, "").replace("\n", "")
    assert all(sign.isprintable() or sign in comment.JOINS for sign in signs)


def test_a_long_diff_is_cut_at_a_line_and_says_so() -> None:
    """What unfolds is closed, and the lines left out are counted."""
    lines = ["<details><summary>all</summary>", *(f"- figure {n}" for n in range(20_000))]
    short = comment.shorten("\n".join(lines))
    assert len(short) < 65_000
    shown = short.count("- figure")
    assert short.endswith(
        f"</details>\n\n{20_000 - shown:,} more lines are in the summary of the check."
    )


class GitHub:
    """Answers as GitHub would, and keeps what it was told."""

    def __init__(self) -> None:
        self.pulls: list[dict[str, Any]] = [PULL]
        self.files: list[dict[str, Any]] = [{"filename": "data/articles/2025/x.yml"}]
        self.artefacts = [self.artefact()]
        self.archive = GOOD
        self.comments: list[dict[str, Any]] = []
        self.written: list[tuple[str, str, Any]] = []
        self.asked: list[tuple[str, str | None]] = []

    @staticmethod
    def artefact(**changed: object) -> dict[str, Any]:
        """One as it is listed."""
        given = {"id": 900, "name": comment.ARTEFACT, "size_in_bytes": 300, "expired": False}
        return {**given, **changed}

    def answer(self, path: str, query: dict[str, list[str]]) -> Any:
        """What stands at a path, or none."""
        page = int(query.get("page", ["1"])[0])
        listed = {
            "pulls": self.pulls,
            "pulls/12/files": self.files,
            "issues/12/comments": self.comments,
        }.get(path)
        if listed is not None:
            return listed[(page - 1) * 100 : page * 100]
        if path == "actions/runs/77/artifacts":
            return {"artifacts": self.artefacts}
        return None


class Handler(BaseHTTPRequestHandler):
    """The interface of `GitHub` over HTTP; archives lie elsewhere, as they do in truth."""

    github: GitHub

    def do_GET(self) -> None:
        """Lists, and the way to an archive."""
        url = urllib.parse.urlsplit(self.path)
        self.github.asked.append((self.path, self.headers["Authorization"]))
        path = url.path.removeprefix(f"/api/repos/{REPOSITORY}/")
        if path.startswith("actions/artifacts/"):
            self.send_response(302)
            self.send_header("Location", "/store/archive")
            self.end_headers()
        elif url.path == "/store/archive":
            self.reply(self.github.archive)
        else:
            self.reply(
                json.dumps(self.github.answer(path, urllib.parse.parse_qs(url.query))).encode()
            )

    def do_POST(self) -> None:
        """What is written, new or in another's place."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.github.written.append((self.command, self.path.partition(f"{REPOSITORY}/")[2], body))
        self.reply(b"{}")

    do_PATCH = do_POST  # noqa: N815 -- http.server finds it by this name

    def reply(self, content: bytes) -> None:
        """An answer of these bytes."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked had read enough
            self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GitHub]:
    """A GitHub on this machine, and the environment of a job that speaks to it."""
    github = GitHub()
    handler = type("Bound", (Handler,), {"github": github})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": RUN}), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_port}/api")
    monkeypatch.setenv("GITHUB_TOKEN", "token-of-the-job")
    yield github
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_first_comment_is_written(github: GitHub) -> None:
    """To the pull request of that branch and commit, with what the check said."""
    assert comment.run_once() == "the comment was written"
    ((method, path, body),) = github.written
    assert (method, path) == ("POST", "issues/12/comments")
    assert body["body"].startswith(comment.MARKER)
    assert body["body"].endswith(DIFF)
    assert SHA[:12] in body["body"]
    assert "WARNING" not in body["body"]


def test_the_token_goes_to_github_alone(github: GitHub) -> None:
    """Where the archive lies is another host's affair, and it learns nothing."""
    comment.run_once()
    asked = dict(github.asked)
    assert asked.pop("/store/archive") is None
    assert set(asked.values()) == {"Bearer token-of-the-job"}


def test_a_branch_is_asked_for_by_its_whole_name(github: GitHub) -> None:
    """Whatever signs it holds: it is a stranger's choice."""
    comment.run_once()
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(github.asked[0][0]).query)
    assert query["head"] == ["stranger:add/gazette&x=1#y"]
    assert query["state"] == ["open"]


def test_its_own_comment_is_brought_up_to_date(github: GitHub) -> None:
    """On a later page, too; comments that only look like it are left alone."""
    forged = {"id": 1, "user": {"login": "stranger", "type": "User"}, "body": comment.MARKER}
    named = {"id": 2, "user": {"login": BOT["login"], "type": "User"}, "body": comment.MARKER}
    other = {"id": 3, "user": BOT, "body": f"quoted: {comment.MARKER}"}
    gone = {"id": 4, "user": None, "body": comment.MARKER}
    ours = {"id": 5, "user": BOT, "body": f"{comment.MARKER}\n\nold"}
    github.comments = [forged, named, other, gone] * 40 + [ours]
    assert comment.run_once() == "the comment was brought up to date"
    assert [entry[:2] for entry in github.written] == [("PATCH", "issues/comments/5")]


def test_nothing_is_written_where_nothing_changed(github: GitHub) -> None:
    """A comment that is the same is not touched."""
    comment.run_once()
    github.comments = [{"id": 5, "user": BOT, "body": github.written.pop()[2]["body"]}]
    assert comment.run_once() == "the comment is up to date"
    assert not github.written


@pytest.mark.parametrize(
    "file",
    [
        {"filename": ".github/workflows/check.yml"},
        {"filename": "data.yml"},
        {"filename": "data/x.yml", "previous_filename": "generator/x.py"},
    ],
)
def test_what_a_stranger_s_code_made_is_marked(github: GitHub, file: dict[str, Any]) -> None:
    """A pull request that changes more than records could have written anything into its diff."""
    github.files = [{"filename": "data/a.yml"}] * 150 + [file]
    comment.run_once()
    ((_, _, body),) = github.written
    assert body["body"].index("[!WARNING]") < body["body"].index("1 figure changed")


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [{**PULL, "head": {**PULL["head"], "sha": "cd" * 20}}],  # type: ignore[dict-item] # a mapping
        [{**PULL, "head": {"sha": SHA, "repo": {"id": 6}}}],
        [{**PULL, "head": {"sha": SHA, "repo": None}}],
        [{**PULL, "base": {"repo": {"full_name": "owner/other"}}}],
        [PULL, {**PULL, "number": 13}],
    ],
    ids=["none", "pushed since", "another fork", "fork deleted", "another base", "two"],
)
def test_a_pull_request_that_is_not_certain_is_left_alone(
    github: GitHub, pulls: list[dict[str, Any]]
) -> None:
    """Its branch, commit and both repositories have to fit, and no second one may."""
    github.pulls = pulls
    assert comment.run_once().startswith("no open pull request")
    assert not github.written


@pytest.mark.parametrize(
    "artefacts",
    [
        [],
        [GitHub.artefact(name="site")],
        [GitHub.artefact(expired=True)],
    ],
    ids=["none", "another name", "expired"],
)
def test_a_check_that_left_nothing_is_no_fault(
    github: GitHub, artefacts: list[dict[str, Any]]
) -> None:
    """It may have ended before it came so far."""
    github.artefacts = artefacts
    assert comment.run_once() == "the check left no evidence diff behind"
    assert not github.written


@pytest.mark.usefixtures("memory")
def test_an_endless_archive_is_not_read_to_its_end(github: GitHub) -> None:
    """However small it is listed to be."""
    github.archive = LONG
    with pytest.raises(comment.RefusedError):
        comment.run_once()


@pytest.mark.parametrize("archive", [*HOSTILE.values(), LONG], ids=[*HOSTILE, "huge"])
def test_nothing_is_written_of_a_refused_archive(github: GitHub, archive: bytes) -> None:
    """However GitHub has it listed."""
    github.archive = archive
    with pytest.raises(comment.RefusedError):
        comment.run_once()
    assert not github.written


def test_an_archive_that_is_listed_as_large_is_not_fetched(github: GitHub) -> None:
    """Nor is it asked for."""
    github.artefacts = [GitHub.artefact(size_in_bytes=comment.MOST_ARCHIVE + 1)]
    with pytest.raises(comment.RefusedError):
        comment.run_once()
    assert not [path for path, _ in github.asked if "/zip" in path]


def test_the_run_of_a_push_is_none_of_its_business(
    github: GitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workflow of the same name may have run for something else."""
    event = tmp_path / "push.json"
    event.write_text(json.dumps({"workflow_run": {**RUN, "event": "push"}}), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    assert comment.run_once() == "the check was not one of a pull request"
    assert not github.asked
