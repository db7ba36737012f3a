"""Which figures a brief uses, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from generator.pages.mentions import NOT_SOURCED, WORKED_OUT, Mentions
from generator.records.blocks import CompareBlock, FiguresBlock, TableBlock
from generator.records.brief import Brief
from generator.records.expression_parser import find_expression_ids
from generator.records.prose import Prose

_SCHEME = "obs"
_SHOWING = (CompareBlock, FiguresBlock, TableBlock)


def number_figures(brief: Brief) -> dict[str, int]:
    """The number of each observation that the brief links to, shows or reckons with, from 1."""
    found = dict.fromkeys(_walk(brief))
    return {id: number for number, id in enumerate(found, start=1)}


def list_figures(brief: Brief) -> set[str]:
    """The same observations in no order, for which no text has to be walked through."""
    found = {figure.observation for figure in brief.front.key_figures}
    found |= {link.id for link in brief.links if link.kind == "observation"}
    for worked_out in brief.arithmetic:
        found |= set(find_expression_ids(worked_out.expression))
    for placed in brief.body.blocks:
        if isinstance(placed.block, _SHOWING):
            found |= set(placed.block.observations)
    return found


def start_mentions(brief: Brief, figures: int) -> Mentions:
    """The brief's own figures are numbered behind those on record: computed, then unsourced."""
    computed = figures + len(brief.arithmetic)
    return Mentions({WORKED_OUT: figures + 1, NOT_SOURCED: computed + 1})


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
            if child.type == "link_open":
                yield from _read_link(child)
        placed = blocks.get(token.meta.get("block", -1)) if token.type == "fence" else None
        if placed is None:
            continue
        block, note = placed.block, placed.note
        if isinstance(block, _SHOWING):
            yield from block.observations
        if note is not None:
            yield from _walk_prose(note)


def _read_link(link: Token) -> Iterator[str]:
    """The observation that a link in the prose leads to, or those that it reckons with."""
    scheme, _, rest = str(link.attrs.get("href", "")).partition(":")
    if scheme == _SCHEME:
        yield rest
    elif scheme == WORKED_OUT:
        yield from find_expression_ids(str(link.attrs.get("title", "")))
