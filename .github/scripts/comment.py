"""Says under a pull request what it changes in the evidence, in one comment kept current.

Run by comment.yml, from the default branch, when a check has ended. What the check left behind was
made by whoever opened the pull request: it is data. One small file of one name is read out of one
small archive, in memory; nothing of it is run, and nothing that it says decides which pull request
is written to: GitHub says that, in the event. Needs the standard library alone.
"""

from __future__ import annotations

import html
import http.client
import io
import json
import os
import re
import stat
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

ARTEFACT = "evidence-diff"
FILE = "evidence-diff.md"
MARKER = "<!-- briefwright: evidence diff -->"
AUTHOR = "github-actions[bot]"
MOST_ARCHIVE = 1_000_000
MOST_TEXT = 1_000_000
MOST_SHOWN = 64_000  # GitHub takes 65,536 characters
MOST_PAGES = 30
PAGE = 100
SECONDS = 30
BREAK = "\u200b"
"""Takes no room, and ends what a sign would otherwise begin."""

JOINS = "\n\t\u200c\u200d\u2068\u2069"
"""Signs without a shape that texts need: in emoji, in Persian, around words of any direction."""
ENDS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
TAGS = (
    "details|details open|summary|b|br|code|del|ins|sub|sup|p|ul|ol|li|table|thead|tbody|tr|th|td"
)
DRAWN = "mermaid|geojson|topojson|stl|math|suggestion"


class RefusedError(Exception):
    """What was found is not what a check leaves behind."""


class Pull(NamedTuple):
    """A pull request that is open, at the commit that was checked."""

    number: int
    touches_code: bool


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves it to the caller where to go next: the token goes nowhere but to GitHub."""

    def redirect_request(self, *args: object, **named: object) -> None:
        return None


class Api:
    """GitHub's interface, for one repository."""

    def __init__(self, base: str, repository: str, token: str) -> None:
        self._base = f"{base}/repos/{repository}"
        self._token = token
        self._opener = urllib.request.build_opener(_NoRedirect)

    def ask(self, path: str, body: object = None, method: str | None = None) -> Any:
        """The answer, as JSON."""
        with self._send(self._request(path, body, method)) as answer:
            return json.load(answer)

    def list(self, path: str, key: str | None = None) -> Iterator[dict[str, Any]]:
        """All items of a list, page by page."""
        sign = "&" if "?" in path else "?"
        for page in range(1, MOST_PAGES + 1):
            answer = self.ask(f"{path}{sign}per_page={PAGE}&page={page}")
            items = answer[key] if key else answer
            yield from items
            if len(items) < PAGE:
                return

    def download(self, path: str, most: int) -> bytes:
        """What lies there, unless it is longer than it may be."""
        request: urllib.request.Request = self._request(path)
        try:
            answer = self._send(request)
        except urllib.error.HTTPError as error:
            if error.code not in (301, 302, 303, 307, 308):
                raise
            where = urllib.parse.urljoin(request.full_url, error.headers["Location"] or "")
            if urllib.parse.urlsplit(where).scheme != urllib.parse.urlsplit(self._base).scheme:
                raise RefusedError("the archive lies at an address of another kind") from None
            answer = self._send(urllib.request.Request(where))  # noqa: S310 -- as looked at above
        with answer:
            content: bytes = answer.read(most + 1)
        if len(content) > most:
            raise RefusedError(f"the archive has more than {most:,} bytes")
        return content

    def _request(
        self, path: str, body: object = None, method: str | None = None
    ) -> urllib.request.Request:
        data = None if body is None else json.dumps(body).encode()
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        url = f"{self._base}/{path}"
        return urllib.request.Request(url, data, headers, method=method)  # noqa: S310 -- GitHub's

    def _send(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        answer: http.client.HTTPResponse = self._opener.open(request, timeout=SECONDS)
        return answer


def find_pull(api: Api, run: dict[str, Any], repository: str) -> Pull | None:
    """The open pull request whose last commit is the one that was checked, as GitHub knows it.

    The event names none for pull requests from forks: it is found by repository, branch and commit.
    """
    owner, branch = run["head_repository"]["owner"]["login"], run["head_branch"]
    head = urllib.parse.quote(f"{owner}:{branch}", safe="")
    found = [
        pull["number"]
        for pull in api.list(f"pulls?state=open&head={head}")
        if pull["head"]["sha"] == run["head_sha"]
        and (pull["head"]["repo"] or {}).get("id") == run["head_repository"]["id"]
        and pull["base"]["repo"]["full_name"] == repository
    ]
    if len(found) != 1:
        return None
    names = [
        name
        for file in api.list(f"pulls/{found[0]}/files")
        for name in (file["filename"], file.get("previous_filename", "data/"))
    ]
    too_many = len(names) >= 2 * MOST_PAGES * PAGE
    touches_code = too_many or not all(name.startswith("data/") for name in names)
    return Pull(found[0], touches_code)


def fetch_text(api: Api, run: dict[str, Any]) -> str | None:
    """What the check said of the evidence; none if it left nothing behind."""
    listed = api.list(f"actions/runs/{int(run['id'])}/artifacts?name={ARTEFACT}", "artifacts")
    left = [item for item in listed if item["name"] == ARTEFACT and not item["expired"]]
    if not left:
        return None
    newest = max(left, key=lambda item: int(item["id"]))
    if newest["size_in_bytes"] > MOST_ARCHIVE:
        raise RefusedError(f"the archive has more than {MOST_ARCHIVE:,} bytes")
    return unpack(api.download(f"actions/artifacts/{int(newest['id'])}/zip", MOST_ARCHIVE))


def unpack(archive: bytes) -> str:
    """The text of the one file that the archive may hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            entries = opened.infolist()
            if [entry.filename for entry in entries] != [FILE]:
                raise RefusedError(f"the archive holds something other than {FILE}")
            (entry,) = entries
            kind = stat.S_IFMT(entry.external_attr >> 16)
            if kind not in (0, stat.S_IFREG) or entry.flag_bits & 1:
                raise RefusedError("the file is a link, or locked")
            with opened.open(entry) as file:
                content = file.read(MOST_TEXT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        raise RefusedError("the archive can't be read") from None
    if len(content) > MOST_TEXT:
        raise RefusedError(f"the file has more than {MOST_TEXT:,} bytes")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise RefusedError("the file is not UTF-8") from None


def defuse(text: str) -> str:
    """The same to read; nobody is called, nothing is hidden, and each link shows its address."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(sign for sign in text if _is_plain(sign))
    text = re.sub(rf"(?i)<(?!/?(?:{TAGS})>)", f"<{BREAK}", text)
    text = re.sub(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);", _defuse_entity, text)
    text = text.replace("@", f"@{BREAK}")
    text = re.sub(r"(?<!&)(?<!#)#(?!#* |#*$)", f"#{BREAK}", text, flags=re.MULTILINE)
    text = re.sub(r"\](?=[(:\[])", f"]{BREAK}", text)
    text = re.sub(rf"(?i)(```|~~~)([ \t]*)(?={DRAWN})", rf"\1\2{BREAK}", text)
    return re.sub(r"(?i)(gh|github\.com)(?=[-/])", rf"\1{BREAK}", text)


def _is_plain(sign: str) -> bool:
    """Neither a control sign nor one that turns, joins or hides what stands around it."""
    return sign in JOINS or sign.isprintable() or (sign.isspace() and sign not in ENDS)


def _defuse_entity(found: re.Match[str]) -> str:
    """An entity ends where it stands if it means a sign that calls somebody or names something."""
    meant = html.unescape(found[0])
    if len(meant) != 1 or not _is_plain(meant):
        return f"&{BREAK}{found[0][1:]}"
    return f"{found[0]}{BREAK}" if meant in "@#" else found[0]


def shorten(text: str, most: int = MOST_SHOWN) -> str:
    """Whole lines of it, as many as there is room for, and how many were left out."""
    if len(text) <= most:
        return text
    kept = text[:most].rpartition("\n")[0]
    left = text[len(kept) :].strip("\n").count("\n") + 1
    unclosed = kept.count("<details") - kept.count("</details>")
    closed = "</details>\n" * max(unclosed, 0)
    return f"{kept}\n{closed}\n{left:,} more lines are in the summary of the check."


def compose(text: str, pull: Pull, run: dict[str, Any]) -> str:
    """The comment; what GitHub vouches for stands above what the pull request says."""
    sha = re.sub(r"[^0-9a-f]", "", run["head_sha"])[:12]
    check = f"[the check]({run['html_url']}), which has the site to download"
    lines = [MARKER, f"What {sha} changes in the evidence, by {check}."]
    if pull.touches_code:
        lines.append(
            "> [!WARNING]\n> This pull request changes more than `data/`. What follows was made by "
            "its own code: believe it, and open its preview, after you have read that."
        )
    return "\n\n".join([*lines, shorten(defuse(text))])


def put(api: Api, number: int, body: str) -> str:
    """Writes the comment, or brings the one that is there up to date; says which."""
    for comment in api.list(f"issues/{number}/comments"):
        author = comment["user"] or {}
        ours = author.get("login") == AUTHOR and author.get("type") == "Bot"
        if ours and comment["body"].startswith(MARKER):
            if comment["body"] == body:
                return "the comment is up to date"
            api.ask(f"issues/comments/{int(comment['id'])}", {"body": body}, "PATCH")
            return "the comment was brought up to date"
    api.ask(f"issues/{number}/comments", {"body": body}, "POST")
    return "the comment was written"


def run_once() -> str:
    """Does what the event asks for; says what was done, in words of this file alone."""
    with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:  # noqa: PTH123 -- short
        run = json.load(file)["workflow_run"]
    repository = os.environ["GITHUB_REPOSITORY"]
    if run["event"] != "pull_request":
        return "the check was not one of a pull request"
    api = Api(os.environ["GITHUB_API_URL"], repository, os.environ["GITHUB_TOKEN"])
    pull = find_pull(api, run, repository)
    if pull is None:
        return "no open pull request stands at the commit that was checked; a newer check will tell"
    text = fetch_text(api, run)
    if text is None:
        return "the check left no evidence diff behind"
    return put(api, pull.number, compose(text, pull, run))


if __name__ == "__main__":
    try:
        sys.stdout.write(run_once() + "\n")
    except RefusedError as refused:
        sys.exit(f"refused: {refused}")
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError) as error:
        code = getattr(error, "code", "")
        sys.exit(f"GitHub did not answer as expected: {type(error).__name__} {code}".rstrip())
