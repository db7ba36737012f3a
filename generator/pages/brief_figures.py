"""Which figures a brief uses, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.blocks import CompareBlock, FiguresBlock, TableBlock
from generator.records.brief import Brief
from generator.records.prose import Prose

_SCHEME = "obs:"


def number_figures(brief: Brief) -> dict[str, int]:
    """The number of each observation that the brief links to or shows, from 1."""
    found = dict.fromkeys(_walk(brief))
    return {id: number for number, id in enumerate(found, start=1)}


def _walk(brief: Brief) -> Iterator[str]:
    yield from _walk_prose(brief.bottom_line)
    yield from (figure.observation for figure in brief.front.key_figures)
    for judgement in brief.judgements:
        yield from _walk_prose(judgement.statement)
        yield from _walk_prose(judgement.reason)
    yield from _walk_prose(brief.body)


def _walk_prose(prose: Prose) -> Iterator[str]:
    blocks = {placed.index: placed for placed in prose.blocks}
    for token in prose.tokens:
        for child in token.children or []:
            href = str(child.attrs.get("href", ""))
            if child.type == "link_open" and href.startswith(_SCHEME):
                yield href.removeprefix(_SCHEME)
        placed = blocks.get(token.meta.get("block", -1)) if token.type == "fence" else None
        if placed is None:
            continue
        block, note = placed.block, placed.note
        if isinstance(block, (CompareBlock, FiguresBlock, TableBlock)):
            yield from block.observations
        if note is not None:
            yield from _walk_prose(note)
