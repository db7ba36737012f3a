"""The mark of a brief: twelve digits that change when what it says changes, and not otherwise.

Taken over words, links, figures and scales as they were read. Line breaks, spacing, emphasis and
comments say nothing; nor do the fields that tell of the brief's own history.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markdown_it.token import Token

from generator.library.library import Library
from generator.records.brief import Brief
from generator.records.prose import PlacedBlock, Prose

DIGITS = 12
_LINK = "\x01"
_END = "\x02"
"""No contributed text may hold these signs, so that words can't pass for a link or a field."""

_BREAKS = frozenset(["softbreak", "hardbreak"])


def mark_text(brief: Brief) -> str:
    """The mark of what a brief says now."""
    said = _END.join(_flatten(part) for part in _list_parts(brief))
    return hashlib.sha256(said.encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True, slots=True)
class BriefMark:
    """The mark of a brief's words now, beside the one on record."""

    brief: str
    now: str
    recorded: str | None


def read_marks(library: Library, ids: Iterable[str] = ()) -> list[BriefMark]:
    """The marks of these briefs; of all if none is named."""
    briefs = [library.briefs[id] for id in ids] or list(library.briefs.values())
    return [BriefMark(brief.id, mark_text(brief), recorded_mark(brief)) for brief in briefs]


def recorded_mark(brief: Brief) -> str | None:
    """The mark that the brief has on record: its last revision's, else that of its publication."""
    revisions = brief.front.revisions
    return revisions[-1].text if revisions else brief.front.published_text


def _flatten(text: str) -> str:
    """The words alone, one space between them, each letter in one spelling."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _list_parts(brief: Brief) -> Iterator[str]:
    """Everything that a reader is told, in the order of the page."""
    front = brief.front
    yield from (front.title, front.question, _read_prose(brief.bottom_line))
    for judgement in brief.judgements:
        yield _read_prose(judgement.statement)
        yield from (judgement.record.likelihood.value, judgement.record.confidence.value)
        yield _read_prose(judgement.reason)
    for figure in front.key_figures:
        yield from (figure.observation, figure.label or "")
    yield _read_prose(brief.body)


def _read_prose(prose: Prose) -> str:
    """The words, links, citations and blocks of a text; paragraphs and headings alike."""
    blocks = {placed.index: placed for placed in prose.blocks}
    return " ".join(_read_token(token, blocks) for token in prose.tokens)


def _read_token(token: Token, blocks: Mapping[int, PlacedBlock]) -> str:
    if token.type == "inline":
        return "".join(_read_inline(child) for child in token.children or [])
    placed = blocks.get(token.meta.get("block", -1)) if token.type == "fence" else None
    return _read_block(placed) if placed is not None else ""


def _read_inline(token: Token) -> str:
    if token.type == "link_open":
        target, title = token.attrs.get("href", ""), token.attrs.get("title", "")
        return f"{_LINK}{target} {title}{_LINK}"
    if token.type == "link_close":
        return _LINK
    if token.type == "citation":
        cited = (f"{article} {quote or ''}" for article, quote in token.meta["cited"])
        return f" {_LINK}@{';'.join(cited)}{_LINK} "
    return " " if token.type in _BREAKS else token.content


def _read_block(placed: PlacedBlock) -> str:
    """A block by what it shows, without the fields that it leaves out: a later one changes none."""
    fields = placed.block.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    shown = json.dumps(fields, ensure_ascii=False, sort_keys=True).replace("\\n", " ")
    return f" {_LINK}{placed.name} {shown}{_LINK} "
