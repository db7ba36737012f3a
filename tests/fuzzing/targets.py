"""What is tried with inputs made by chance: each target is a strategy and what must hold.

The tests run each with a few inputs, always the same; `make fuzz` with new ones for as long as it
is told.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from hypothesis import strategies as st

from generator.pages.context import PageContext
from generator.pages.markup import HTML_SIGN
from generator.pages.prose import render_prose
from generator.reading.content import decode
from generator.reading.prose import read_prose
from generator.site.sanitiser import ATTRIBUTES, TAGS, clean
from tests.fuzzing import inputs
from tests.fuzzing.markdown_texts import documents
from tests.fuzzing.project import (
    ROOT,
    Contents,
    Outcome,
    Texts,
    invented,
    judge,
    sound,
    split_page,
    to_html,
)
from tests.fuzzing.properties import (
    LONGEST_MESSAGE,
    check_alike,
    check_outcome,
    check_place,
    check_vocabulary,
    digest,
)
from tests.fuzzing.prose import leads_somewhere, list_hrefs, list_signs
from tests.fuzzing.shown import Shown, fold, read_html, renumber
from tests.fuzzing.texts import damaged, hostile_texts

# What no text of a record may hold. Parsers drop or move some of it, so that texts do not compare.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A way into the core, inputs for it, and what must hold of each."""

    name: str
    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def _check_project(changed: Contents) -> None:
    """Issues and pages are what users rely on, and all of it comes in time."""
    texts = {**invented(), **changed}
    outcome = judge(texts)
    check_outcome(texts, outcome)


def _check_fields(filled: inputs.Filled) -> None:
    """An accepted text is shown as it was written, and adds nothing but itself to any page."""
    texts = {**invented(), **inputs.fill_fields(filled)}
    outcome = judge(texts)
    check_outcome(texts, outcome)
    if outcome.pages is None:
        return
    for field, text in filled:
        shown = _convert(outcome, field.page)
        assert fold(text) in shown.text, (field, text)
        check_alike(shown, _show_plainly(tuple(one for one, _ in filled), field.page))


def _convert(outcome: Outcome, path: str) -> Shown:
    assert outcome.pages is not None
    return read_html(clean(to_html(split_page(outcome.pages[path])[1])))


@lru_cache(maxsize=500)
def _show_plainly(fields: tuple[inputs.Field, ...], path: str) -> Shown:
    """A page as it is with words in these fields that mean nothing to any program."""
    filled = tuple((field, f"{field.prefix}the herring of the quay") for field in fields)
    return _convert(judge({**invented(), **inputs.fill_fields(filled)}), path)


def _check_captures(captures: dict[str, str]) -> None:
    """Quotes are looked for in any captured text, and what is near them is named."""
    texts: Contents = {**invented()}
    check_outcome(texts, judge(texts, captures))


def _as_file(text: str) -> str:
    """A text as it is read from a file; empty if it is refused."""
    read = decode(text.encode("utf-8", "surrogatepass"))
    return read if isinstance(read, str) else ""


def _check_markdown(text: str) -> None:
    """Accepted Markdown is shown as CommonMark means it: words, marks, blocks, numbers, links."""
    text = _as_file(text)
    read = read_prose(text)
    for fault in read.faults:
        check_place(fault.line, fault.column, text)
        assert fault.message
        assert len(fault.message) <= LONGEST_MESSAGE
    library = sound().library
    if read.faults or read.blocks or not leads_somewhere(read.prose, library):
        return
    if _FORBIDDEN.search(text):
        return
    page = render_prose(read.prose, PageContext(library, "briefs/herring-slows.md"))
    cited = dict.fromkeys(citation.article for citation in read.prose.citations)
    notes = "".join(f"\n[^{id}]: A note.\n" for id in cited)
    raw = to_html(f"{HTML_SIGN}\n\n{page}\n{notes}")
    shown = read_html(clean(raw), each_sign=True)
    check_alike(read_html(raw), shown)
    check_vocabulary(shown)
    assert len(set(shown.ids)) == len(shown.ids)
    made = renumber(shown.signs)
    for was, now in zip(meant := renumber(list_signs(read.prose)), made, strict=False):
        assert was == now, (was, now, page)
    assert len(meant) == len(made), page
    hrefs = [href for href in shown.links if href.startswith("http")]
    wanted = [href.replace("[", "%5B").replace("]", "%5D") for href in list_hrefs(read.prose)]
    assert hrefs == wanted


def _check_bytes(changed: Contents) -> None:
    """Bytes are text or refused; what saves a file otherwise changes nothing."""
    _check_project(changed)
    ((path, content),) = changed.items()
    save = inputs.HARMLESS[len(content) % len(inputs.HARMLESS)]
    saved: Contents = {**invented(), path: save(invented()[path])}
    assert digest(judge(saved)) == _sound_digest()


@cache
def _sound_digest() -> str:
    return digest(sound())


def _check_html(text: str) -> None:
    """Whatever HTML comes in: nothing that runs, loads or takes the page over comes out."""
    cleaned = clean(_as_file(text))
    shown = read_html(cleaned)
    check_vocabulary(shown)
    assert clean(cleaned).lstrip("\ufeff") == cleaned.lstrip("\ufeff")
    for tag, attributes in shown.elements:
        assert tag in TAGS
        for name, value in attributes:
            assert not name.startswith("on")
            assert name not in ("src", "style", "srcset", "action", "formaction", "data")
            assert name in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | {"rel"} or (
                name.startswith("aria-")
            )
            if name == "href":
                scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):", value)
                assert not scheme or scheme[1].lower() in ("http", "https", "mailto"), value
                assert not re.match(r"\s*[/\\]{2}", value), value


class OtherProcessEndedError(RuntimeError):
    """The other process is gone: nobody can say that its output differs."""


def _check_processes(changed: Texts) -> None:
    """The same input gives the same output: twice here, and in a process with another hash seed."""
    texts = {**invented(), **changed}
    here = digest(judge(texts))
    assert digest(judge(texts)) == here
    assert _ask_other_process(texts) == here


def _ask_other_process(texts: Texts) -> str:
    other = _other_process()
    assert other.stdin is not None
    assert other.stdout is not None
    try:
        other.stdin.write(json.dumps(texts) + "\n")
        other.stdin.flush()
        answer = other.stdout.readline().strip()
    except BrokenPipeError:
        answer = ""
    if not answer:
        _other_process.cache_clear()
        raise OtherProcessEndedError(f"the other process ended, with code {other.wait()}")
    return answer


@cache
def _other_process() -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONHASHSEED": "31", "TZ": "Pacific/Apia", "LC_ALL": "C"}
    command = [sys.executable, "-X", "utf8", "-m", "tests.fuzzing.worker"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    atexit.register(process.kill)
    return process


TARGETS: tuple[Target, ...] = (
    Target("yaml", inputs.damaged_files(inputs.YAML_FILES), _check_project),
    Target("records", inputs.misshapen_records(), _check_project),
    Target("fields", inputs.filled_fields(), _check_fields),
    Target("csv", inputs.series(), _check_project),
    Target("briefs", inputs.damaged_files(inputs.BRIEFS), _check_project),
    Target("prose", inputs.bodies(), _check_project),
    Target("blocks", inputs.blocks(), _check_project),
    Target(
        "markdown",
        documents() | documents().flatmap(lambda text: damaged(text, 1)),
        _check_markdown,
    ),
    Target("bytes", inputs.byte_files(), _check_bytes),
    Target("long", inputs.long_files(), _check_project),
    Target("captures", inputs.captured_texts(), _check_captures),
    Target("html", hostile_texts(12), _check_html),
    Target("processes", inputs.damaged_files(inputs.YAML_FILES + inputs.BRIEFS), _check_processes),
)
"""Every target, in the order in which they take their turns."""
