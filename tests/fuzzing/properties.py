"""What holds of every project, however hostile: the properties that users rely on."""

from __future__ import annotations

import hashlib
import html
import json
import posixpath
import re
import zlib
from collections.abc import Mapping
from functools import cache

from mkdocs.utils.meta import get_data

from generator.catalogue import RULES
from generator.issues import Issue
from generator.pages.context import FOLDERS
from generator.reading.content import decode
from generator.site.sanitiser import ATTRIBUTES, TAGS, clean
from generator.site.write import address_of
from tests.fuzzing.project import Outcome, sound, split_page, tell, to_html
from tests.fuzzing.shown import Shown, fold, read_html

LONGEST_MESSAGE = 600
LOOKED_AT = 4
FRONT_FIELDS = frozenset(
    [
        *("title", "description", "kind", "language", "drawings", "direction", "source"),
        *("date", "years", "sources", "topics", "parent", "hide"),
    ]
)
HAND_WRITTEN = frozenset(["about.md", "agreement.md", "contribute.md", "glossary.md"])
# What a person never writes and a program says by mistake.
_PROGRAM = re.compile(
    r"Traceback|<class |<generator|<function| object at 0x|Decimal\(|EdtfDate\(|\bNone\b|NoneType"
    r"|ctx|pydantic|yaml\.|PosixPath|\[type=|input_value|Error:|codec can't|markupsafe"
)
_HREF = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+|[a-z0-9./_-]*(?:#[A-Za-z0-9:_.-]+)?")
_ATTRIBUTE = re.compile(r"aria-[a-z]+")
_ID = re.compile(r"(?!bw-)[A-Za-z][A-Za-z0-9:_.-]*")


def check_outcome(texts: Mapping[str, str | bytes], outcome: Outcome) -> None:
    """Everything that holds of a project that was read, whether it was accepted or not."""
    read = {path: _decode(content) for path, content in texts.items()}
    for issue in outcome.issues:
        check_issue(issue, read)
    for line in tell(outcome):
        assert line.isprintable(), line
    if outcome.pages is not None:
        check_pages(outcome.pages, outcome.files)


def _decode(content: str | bytes) -> str:
    text = decode(
        content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    )
    if isinstance(text, str):
        return text
    refused = content if isinstance(content, str) else content.decode("latin-1")
    return refused.replace("\r\n", "\n").replace("\r", "\n")


def check_issue(issue: Issue, texts: Mapping[str, str]) -> None:
    """It names a rule, a place that is there, and says something that a person can read."""
    here = issue.location
    assert RULES.get(issue.rule.id) is issue.rule
    assert here.path in texts, here
    check_place(here.line, here.column, texts[here.path])
    for said in (issue.message, issue.help):
        assert len(said) <= LONGEST_MESSAGE, said
        slip = _PROGRAM.search(re.sub(r"`[^`]*`", "", said))
        assert not slip or slip[0] in texts[here.path], said
    assert issue.message
    assert issue.message == issue.message.strip()


def check_place(line: int, column: int, text: str) -> None:
    """A line of the file, and a column of that line or the one behind it."""
    lines = text.split("\n")
    assert 0 <= line <= len(lines), (line, len(lines))
    assert column == 0 or line > 0
    if line:
        assert 0 <= column <= len(lines[line - 1]) + 1, (line, column, lines[line - 1])


def check_pages(pages: Mapping[str, str], files: frozenset[str]) -> None:
    """Each page is what the engine takes, and leads nowhere that is not there.

    Of pages that differ from those of the invented library only a few are looked at, for time.
    """
    changed = [path for path, page in pages.items() if page != _sound_page(path)]
    chosen = sorted(changed, key=lambda path: zlib.crc32(pages[path].encode()))[:LOOKED_AT]
    shown = {path: check_page(pages[path]) for path in chosen}
    for path, page in shown.items():
        for href in page.links:
            if posixpath.normpath(posixpath.join(address_of(path), href)) in files:
                continue
            there, anchor = _check_link(path, href, pages)
            if anchor and (there in shown or there not in changed):
                ids = shown[there].ids if there in shown else sound_shown(there).ids
                assert anchor in ids, (path, href)


@cache
def _sound_page(path: str) -> str | None:
    pages = sound().pages
    return pages.get(path) if pages is not None else None


@cache
def sound_shown(path: str) -> Shown:
    """A page of the invented library."""
    page = _sound_page(path)
    assert page is not None
    return check_page(page)


def check_page(page: str) -> Shown:
    """The page with its front matter and both of its defences looked at."""
    head, body = split_page(page)
    _check_front(page, head, body)
    raw = to_html(body)
    cleaned = clean(raw)
    shown = read_html(cleaned)
    # Escaping alone leaves nothing for the sanitiser to remove.
    before = read_html(raw)
    check_alike(before, shown)
    assert before.text == shown.text
    check_vocabulary(shown)
    front = get_data(page)[1]
    if front["kind"] in FOLDERS:
        assert fold(html.unescape(front["title"])) == fold(shown.heading)
    repeated = {id for id in shown.ids if shown.ids.count(id) > 1}
    assert not repeated, repeated
    return shown


def check_alike(one: Shown, other: Shown) -> None:
    """Two pages of the same elements, as often, with the same attributes."""
    ours, theirs = one.skeleton(), other.skeleton()
    assert ours == theirs, (ours - theirs, theirs - ours)


def _check_front(page: str, head: str, body: str) -> None:
    """YAML with the expected fields alone, for MkDocs too, and nothing more below it."""
    seen, front = get_data(page)
    assert seen.strip() == body.strip()
    assert front.keys() <= FRONT_FIELDS, front.keys()
    assert {"title", "description", "kind", "hide"} <= front.keys()
    assert len(re.findall(r"(?m)^---$", head)) == 0
    texts = [front["title"], front["description"], *front.get("topics", [])]
    for text in texts:
        assert isinstance(text, str)
        assert html.escape(html.unescape(text), quote=True) == text


def check_vocabulary(shown: Shown) -> None:
    """Only elements, attributes and addresses that the generator writes."""
    for tag, attributes in shown.elements:
        assert tag in TAGS, tag
        own = {name.lower() for name in ATTRIBUTES.get(tag, set())}  # the reader has no `viewBox`
        allowed = ATTRIBUTES["*"] | own | {"rel"}
        for name, _ in attributes:
            assert name in allowed or _ATTRIBUTE.fullmatch(name), (tag, name)
    for id in shown.ids:
        assert _ID.fullmatch(id), id


def _check_link(path: str, href: str, pages: Mapping[str, str]) -> tuple[str, str]:
    """The page and the anchor to which a link leads; none if it leaves the generated pages."""
    assert _HREF.fullmatch(href), href
    if href.startswith(("http", "mailto:")):
        return "", ""
    target, _, anchor = href.partition("#")
    there = _find_target(path, target, pages)
    assert there in pages or there in HAND_WRITTEN, (path, href)
    return there, anchor if there in pages else ""


def _find_target(path: str, target: str, pages: Mapping[str, str]) -> str:
    """The page that a link names by its address; one to an anchor alone leads to its own page."""
    if not target:
        return path
    address = posixpath.normpath(posixpath.join(address_of(path), target))
    known = (*pages, *HAND_WRITTEN)
    return next((page for page in known if address_of(page) == address), address)


def digest(outcome: Outcome) -> str:
    """A sum over everything that is said and shown."""
    told = json.dumps([tell(outcome), outcome.pages], ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()
