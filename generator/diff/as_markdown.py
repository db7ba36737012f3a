"""An evidence diff as Markdown for the summary of a job and the comment on a pull request.

A screenful stands open, the rest is folded away, and what GitHub would not take is left out, with a
line that says so. Nothing that a contributor wrote becomes a link, a mention, an image or HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diff.entries import (
    WARNING,
    Entry,
    Id,
    Line,
    Part,
    Said,
    Section,
    Strong,
    count,
)
from generator.diff.evidence_diff import EvidenceDiff
from generator.diff.foreign_text import show_as_code, show_in_markdown
from generator.diff.sides import Side
from generator.diff.telling import tell, tell_counts, tell_values

SCREENFUL = 40
"""Lines that stand open."""
COMMENT = 60_000
"""Characters, of the 65,536 that GitHub takes in a comment; who posts it adds a few."""
_FAIR = 8
"""Open lines that each section may have at least, where there are many."""
_HEADING = 3
"""Lines of a section's heading, with the empty ones around it."""
_FEW = 3
"""So many entries are told in full; of more, each has a line."""
_TEXT = 240
"""Characters of a quote or a field; `--format json` has all of it."""
_LEFT = 300
"""Characters kept for the line that says what was left out, and for closing what is open."""


def format_markdown(diff: EvidenceDiff, before: Side, after: Side, most: int = COMMENT) -> str:
    """The counts, then a screenful of what matters most, then all else behind folds.

    Args:
        diff: What is told.
        before: What it started from.
        after: What it came to.
        most: How many characters the text may have.
    """
    page = _Page(most - _LEFT)
    page.put(f"### Evidence: {_title(diff)}", "", tell_counts(diff))
    page.put(f"From {_name(before)} to {_name(after)}.")
    sections = tell(diff, (before, after))
    open_sections = [section for section in sections if not section.is_background]
    folds = [
        fold
        for section in open_sections
        if (fold := _put_section(section, page, alone=len(open_sections) == 1))
    ]
    background = (section for section in sections if section.is_background)
    for fold in [*folds, *(_Fold(section.title, section.entries) for section in background)]:
        _put_fold(fold, page)
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Fold:
    """Entries that stand behind a line."""

    title: str
    entries: Sequence[Entry]


def _title(diff: EvidenceDiff) -> str:
    """The values that changed, if they fit into a heading; else how many there are."""
    values = [_format_line(line) for line in tell_values(diff)]
    if 0 < len(values) <= _IN_TITLE:
        return ", ".join(values)
    if values:
        return f"{count(len(values), 'figure')} changed"
    if diff.is_empty:
        return "not all could be compared" if diff.uncompared else "nothing changed"
    return "no published figure changed"


_IN_TITLE = 2


@dataclass(slots=True)
class _Page:
    """The text as it grows: no entry is put in half, and what finds no room is counted."""

    room: int
    text: str = ""
    left_out: int = 0

    @property
    def lines_left(self) -> int:
        """How many lines of the screenful are left."""
        return SCREENFUL - self.text.count("\n")

    def put(self, *lines: str) -> bool:
        """Adds lines if there is room for all."""
        added = "".join(f"{line}\n" for line in lines)
        if self.left_out or len(self.text) + len(added) > self.room:
            return False
        self.text += added
        return True

    def put_entry(self, entry: Entry) -> None:
        """Adds an entry, or counts it."""
        if not self.put(*_format_entry(entry)):
            self.left_out += 1

    def finish(self) -> str:
        """The whole text."""
        if not self.left_out:
            return self.text
        entries = "1 entry" if self.left_out == 1 else f"{self.left_out:,} entries"
        return (
            f"{self.text}\n{entries} left out here, for which there is no room: run `brief diff`.\n"
        )


def _put_section(section: Section, page: _Page, *, alone: bool) -> _Fold | None:
    """Puts what there is room for on the screen; gives what is to be folded away."""
    most = page.lines_left if alone else max(_FAIR, page.lines_left // 2)
    room = min(most, page.lines_left) - _HEADING
    is_long = len(section.entries) > _FEW and any(entry.below for entry in section.entries)
    entries = [_abridge(entry) for entry in section.entries] if is_long else section.entries
    shown = _count_fitting(entries, room)
    if shown:
        page.put("", f"**{section.title}**", "")
    for entry in entries[:shown]:
        page.put_entry(entry)
    rest = section.entries if is_long else section.entries[shown:]
    if is_long and shown:
        return _Fold(f"{section.title}, with their words", rest)
    return _Fold(f"{section.title}, more" if shown else section.title, rest) if rest else None


def _count_fitting(entries: Sequence[Entry], room: int) -> int:
    """How many entries fit into so many lines."""
    for number, entry in enumerate(entries):
        room -= 1 + len(entry.below)
        if room < 0:
            return number
    return len(entries)


def _abridge(entry: Entry) -> Entry:
    """An entry as one line: what it is, and what is to be mended."""
    flags = f": {WARNING}{', '.join(entry.flags)}" if entry.flags else ""
    return Entry((*entry.head, flags))


def _put_fold(fold: _Fold, page: _Page) -> None:
    opening = ("", f"<details><summary>{fold.title}: {len(fold.entries):,}</summary>", "")
    if not page.put(*opening):
        page.left_out += len(fold.entries)
        return
    for entry in fold.entries:
        page.put_entry(entry)
    page.text += "\n</details>\n"  # there is room kept for it


def _format_entry(entry: Entry) -> Sequence[str]:
    return (
        f"- {_format_line(entry.head)}",
        *(f"  - {_format_line(line)}" for line in entry.below),
    )


def _format_line(line: Line) -> str:
    return "".join(map(_format_part, line)).rstrip()


def _format_part(part: Part) -> str:
    if isinstance(part, Strong):
        words = "".join(map(_format_part, part.parts)).strip()
        return f"**{words}**" if words else ""
    if isinstance(part, Said):
        return show_in_markdown(part.text, _TEXT)
    if isinstance(part, Id):
        return show_as_code(part.text, _TEXT)
    return part


def _name(side: Side) -> str:
    if not side.commit:
        return show_in_markdown(side.name, _TEXT)
    return f"{show_as_code(side.name, _TEXT)} ({show_as_code(side.commit, _TEXT)})"
