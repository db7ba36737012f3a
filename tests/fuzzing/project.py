"""One project as texts, taken the whole way that `brief build` takes, within a bearable time."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import TypeVar

import markdown
from mkdocs.config import load_config

from generator.checks.counts import count_records
from generator.checks.run import judge_library
from generator.evidence.dossier import list_evidence
from generator.evidence.text_mark import read_marks
from generator.issues import Issue, has_errors, sort_issues
from generator.library.capture import Capture
from generator.library.library import Library
from generator.pages.as_of import find_newest_date
from generator.pages.site_pages import render_files, render_pages
from generator.reading.assemble import assemble
from generator.reading.content import decode
from generator.reading.fault import Fault, to_issues
from generator.reading.files import DataFiles, TextFile, read_data_files
from generator.reading.kinds import find_kind
from generator.report import format_github, format_json, format_marks, format_summary, format_text
from generator.report_evidence import format_evidence, format_evidence_json

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "tests" / "library"
SANITISER = "generator.site.sanitiser"

SECONDS, SECONDS_MORE = 2.0, 1.0
"""Processor time for a small input, and for each further 8 kB; most take a hundredth of it."""
SIZE = 8_000

T = TypeVar("T")
Texts = dict[str, str]
Contents = dict[str, str | bytes]
"""Files by their paths, as texts or as they would lie on a disk."""


class TooSlowError(AssertionError):
    """An input takes longer than anybody would wait."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a project: its issues, and its pages if it was accepted."""

    issues: list[Issue]
    pages: dict[str, str] | None
    library: Library
    files: frozenset[str] = frozenset()
    """The paths on the site of what is no page."""


def in_time(action: Callable[[], T], size: int) -> T:
    """The result of an action, which must not take longer than anybody would wait."""
    seconds = SECONDS + SECONDS_MORE * size / SIZE

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"it took more than {seconds:.1f} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    # Again and again, because what is raised inside a callback of the interpreter is lost.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.1)
    try:
        return action()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def _read_invented() -> tuple[TextFile, ...]:
    return tuple(read_data_files(INVENTED).files)


def invented() -> Texts:
    """The files of the invented library, which has no fault."""
    return {file.path: file.text for file in _read_invented()}


def judge(
    texts: Mapping[str, str | bytes], captures: Mapping[str, str] = MappingProxyType({})
) -> Outcome:
    """Reads, checks and renders texts as the files of a project, in a bearable time."""
    size = sum(len(text) for path, text in texts.items() if text != invented()[path])
    size += sum(map(len, captures.values()))
    return in_time(lambda: _judge(texts, captures), size)


def _judge(texts: Mapping[str, str | bytes], captures: Mapping[str, str]) -> Outcome:
    data = DataFiles(captures={id: Capture(text, "") for id, text in captures.items()})
    for path, content in texts.items():
        kind = find_kind(path)
        assert kind is not None, path
        text = decode(
            content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        )
        if isinstance(text, Fault):
            data.issues += to_issues([text], path)
            data.unread.append((path, kind))
        else:
            data.files.append(TextFile(path, kind, text))
    library, issues = assemble(data)
    judged = judge_library(library)
    found = sort_issues([*issues, *judged.kept])
    counts = count_records(library, judged)
    format_json(found, counts)
    format_summary(found, counts)
    if has_errors(found):
        return Outcome(found, None, library)
    as_of = find_newest_date(library)
    files = frozenset(render_files(library, as_of))
    return Outcome(found, render_pages(library, as_of), library, files)


def tell(outcome: Outcome) -> list[str]:
    """Every line that a terminal or a pull request shows of it."""
    said = [format_text(outcome.issues), format_github(outcome.issues)]
    if outcome.pages is not None:
        for id in outcome.library.briefs:
            rows = list_evidence(id, outcome.library)
            format_evidence_json(id, rows)
            said += [format_evidence(rows, width) for width in (40, 120)]
        said.append(format_marks(read_marks(outcome.library)))
    return [line for text in said for line in text.split("\n")]


@cache
def _engine() -> markdown.Markdown:
    """The engine with every extension of mkdocs.yml but the sanitiser, which is judged apart."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    names = [name for name in config.markdown_extensions if name != SANITISER]
    assert len(names) == len(config.markdown_extensions) - 1
    return markdown.Markdown(extensions=names, extension_configs=config.mdx_configs)


def to_html(body: str) -> str:
    """The HTML of a page's Markdown, before it is sanitised."""
    engine = _engine()
    engine.reset()
    return in_time(lambda: engine.convert(body), len(body))


def split_page(page: str) -> tuple[str, str]:
    """A generated page's front matter and Markdown."""
    head, body = page.split("\n---\n", 1)
    assert head.startswith("---\n")
    return head.removeprefix("---\n"), body


@cache
def sound() -> Outcome:
    """The invented library, judged."""
    outcome = judge(invented())
    assert outcome.pages is not None
    return outcome
