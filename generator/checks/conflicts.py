"""Briefs that use a figure while another on record contradicts it, and do not say so.

A brief says so by a `compare` block that holds both, or by a waiver with a reason. A value counts
as shown when a figure that agrees with it is: three articles with one number need one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue import RULES
from generator.checks.references import Mention
from generator.evidence.conflicts import are_comparable, do_conflict, find_conflicts
from generator.evidence.intervals import Allowed, allowed_values, gap_between
from generator.issues import Issue, Location
from generator.library.library import Library
from generator.records.blocks import CompareBlock, FiguresBlock, TableBlock
from generator.records.brief import Brief
from generator.records.observation import Observation
from generator.records.vocabulary import Qualifier

RULE = "unacknowledged-conflict"
MAX_NAMED = 3
"""How many conflicting values a message names."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure that a brief uses, and those that contradict it without being shown beside it."""

    brief: Brief
    used: Observation
    others: tuple[Observation, ...]
    """One for each value, the nearest first."""


def check_conflicts(library: Library) -> Iterator[Issue]:
    """An issue for each figure of a brief that is contradicted behind the reader's back."""
    for conflict in _find_unacknowledged(library):
        yield _make_issue(conflict, library)


def _find_unacknowledged(library: Library) -> Iterator[Conflict]:
    """The conflicts of figures in use that no `compare` block shows."""
    conflicts = find_conflicts(library)
    for brief in library.briefs.values():
        blocks = _find_comparisons(brief)
        for id in dict.fromkeys(use.id for use in _find_uses(brief, library)):
            used = library.observations.get(id)
            if used is None:
                continue
            others = [library.observations[other] for other in conflicts.get(id, ())]
            hidden = [one for one in others if not _is_shown(used, one, blocks, library)]
            if hidden:
                yield Conflict(brief, used, _order(used, hidden, library))


def _find_uses(brief: Brief, library: Library) -> Iterator[Mention]:
    """Every place where a brief states a figure: key figures, links, cards and tables."""
    address = library.address("brief", brief.id)
    for index, figure in enumerate(brief.front.key_figures):
        keys = ("key-figures", index, "observation")
        yield Mention("observation", figure.observation, (address, keys))
    for link in brief.links:
        if link.kind == "observation":
            place = Location(address.path, link.mark.line, link.mark.column)
            yield Mention(link.kind, link.id, place)
    for placed in brief.body.blocks:
        if isinstance(placed.block, FiguresBlock | TableBlock):
            for index, id in enumerate(placed.block.observations):
                yield Mention("observation", id, (placed.address, ("observations", index)))


def _find_comparisons(brief: Brief) -> tuple[CompareBlock, ...]:
    blocks = (placed.block for placed in brief.body.blocks)
    return tuple(block for block in blocks if isinstance(block, CompareBlock))


def _is_shown(
    used: Observation, other: Observation, blocks: Iterable[CompareBlock], library: Library
) -> bool:
    """Whether one of the blocks holds a figure that says what `used` does, and one of `other`'s.

    A block with a figure that could not be read may hold anything.
    """
    return any(
        any(_says_the_same(used, row, library) for row in rows)
        and (
            len(rows) < len(block.observations)
            or any(_stands_for(row, other, used, library) for row in rows)
        )
        for block in blocks
        if (rows := [one for id in block.observations if (one := library.observations.get(id))])
    )


def _says_the_same(one: Observation, other: Observation, library: Library) -> bool:
    """Whether the two give one value of the same thing."""
    return one.id == other.id or (
        are_comparable(one, other, library)
        and allowed_values(one, library) == allowed_values(other, library)
    )


def _stands_for(row: Observation, other: Observation, used: Observation, library: Library) -> bool:
    """Whether a row shows a reader what `other` would: it agrees with it and contradicts `used`."""
    return row.id == other.id or (
        are_comparable(row, other, library)
        and not do_conflict(row, other, library)
        and do_conflict(row, used, library)
    )


def _order(
    used: Observation, others: Iterable[Observation], library: Library
) -> tuple[Observation, ...]:
    """One figure for each value, the nearest to the used one first."""
    by_value: dict[Allowed, Observation] = {}
    for one in others:
        by_value.setdefault(allowed_values(one, library), one)
    mine = allowed_values(used, library)
    distances = {value: gap_between(mine, value) or 0 for value in by_value}
    nearest = sorted(by_value, key=lambda value: (distances[value], by_value[value].id))
    return tuple(by_value[value] for value in nearest)


def _make_issue(conflict: Conflict, library: Library) -> Issue:
    used, others = conflict.used, conflict.others
    named = [f"{_word(one, library)} ({_name_outlet(one, library)})" for one in others[:MAX_NAMED]]
    if len(others) > MAX_NAMED:
        named.append(f"{len(others) - MAX_NAMED} more")
    said = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    who = "another has" if len(others) == 1 else "others have"
    return Issue(
        RULES[RULE],
        _find_first_use(conflict, library),
        f"`{used.id}` has {_word(used, library)}, where {who} {said}",
        _advise(conflict),
        waivable=(conflict.brief.id, used.id),
    )


def _find_first_use(conflict: Conflict, library: Library) -> Location:
    uses = _find_uses(conflict.brief, library)
    return min(use.locate() for use in uses if use.id == conflict.used.id)


def _advise(conflict: Conflict) -> str:
    used = conflict.used.id
    ids = ", ".join(f"{one.id}" for one in conflict.others[:MAX_NAMED])
    blocks = _find_comparisons(conflict.brief)
    if any(used in block.observations for block in blocks):
        show = f"add to the `compare` block that holds it: `{ids}`"
    else:
        show = f"show them in a `compare` block, `observations: [{used}, {ids}]`"
    waiver = f"{{rule: {RULE}, about: {used}, reason: ...}}"
    return f"{show}, or write why not: `waivers: [{waiver}]`"


def _word(observation: Observation, library: Library) -> str:
    """The value in the record's own words, with its unit."""
    ends = [observation.low, observation.high]
    if observation.value is not None:
        ends = [observation.value]
    number = " to ".join(f"{end:,f}" for end in ends if end is not None)
    unit = library.unit_of(observation)
    sign = unit.symbol or unit.name
    is_exact = observation.qualifier is Qualifier.EXACT
    limit = "" if is_exact else observation.qualifier.value.replace("-", " ") + " "
    return f"`{limit}{number}{'' if sign.startswith('%') else ' '}{sign}`"


def _name_outlet(observation: Observation, library: Library) -> str:
    article = library.articles.get(library.article_of.get(observation.id, ""))
    outlet = library.sources.get(article.outlet) if article else None
    return outlet.label if outlet else "source unknown"
