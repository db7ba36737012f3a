"""An evidence diff for a terminal, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diff.entries import Id, Line, Part, Said, Section, Strong
from generator.diff.evidence_diff import EvidenceDiff
from generator.diff.foreign_text import flatten, isolate
from generator.diff.sides import Side
from generator.diff.telling import tell, tell_counts


def format_text(diff: EvidenceDiff, before: Side, after: Side) -> str:
    """The counts, then every section; an entry is a line, and what belongs to it is indented."""
    head = f"evidence: {_name(before)} → {_name(after)}"
    sections = (_format_section(section) for section in tell(diff, (before, after)))
    return "\n\n".join(["\n".join([head, _plain(tell_counts(diff))]), *sections])


def _plain(text: str) -> str:
    return text.replace("⚠️", "!")


def _name(side: Side) -> str:
    name = flatten(side.name)
    return f"{name} ({side.commit})" if side.commit and side.commit != name else name


def _format_section(section: Section) -> str:
    return "\n".join([section.title.upper(), *_format_entries(section)])


def _format_entries(section: Section) -> Iterator[str]:
    for entry in section.entries:
        yield f"  {_format_line(entry.head)}"
        yield from (f"      {_format_line(line)}" for line in entry.below)


def _format_line(line: Line) -> str:
    return _join(map(_format_part, line)).rstrip()


def _join(parts: Iterable[str]) -> str:
    return "".join(parts)


def _format_part(part: Part) -> str:
    if isinstance(part, Strong):
        return _join(map(_format_part, part.parts)).strip()
    if isinstance(part, Said | Id):
        return isolate(flatten(part.text))
    return _plain(part)
