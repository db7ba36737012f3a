"""What a comparison says of figures that go back to one and yet differ.

Where one article relays the other, it is the later one that differs. Where both only share an
origin, nobody can tell from the records which of them changed it, and the sentence does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.evidence.chains import Origin
from generator.evidence.conflicts import Retelling, find_retellings_among
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.wording import join_words, word_value
from generator.records.observation import Observation


def word_retellings(
    observations: Sequence[Observation], page: PageContext, cross: CrossReferences
) -> list[str]:
    """A sentence for each article that differs from one it relays, and for each origin."""
    found = find_retellings_among(observations, page.library)
    direct = [told for told in found if told.is_direct]
    return [
        *_word_direct(observations, direct, page),
        *_word_shared(observations, found, page, cross),
    ]


def _word_direct(
    observations: Sequence[Observation], direct: Sequence[Retelling], page: PageContext
) -> Iterator[str]:
    for one in observations:
        ids = {told.other for told in direct if told.observation == one.id}
        if ids:
            others = dict.fromkeys(
                f"{_name_outlet(other, page)} has {word_value(other, page.library)}"
                for other in observations
                if other.id in ids
            )
            said = f"{_name_outlet(one, page)}, with {word_value(one, page.library)},"
            yield f"{said} differs from what it relays: {join_words(list(others))}."


def _word_shared(
    observations: Sequence[Observation],
    found: Sequence[Retelling],
    page: PageContext,
    cross: CrossReferences,
) -> Iterator[str]:
    ids = {id for told in found if not told.is_direct for id in (told.observation, told.other)}
    by_origin: dict[str, list[Observation]] = {}
    for one in observations:
        origin = cross.origins[one.id]
        if one.id in ids and origin is not None:
            by_origin.setdefault(origin.key, []).append(one)
    for figures in by_origin.values():
        name = _name_origin(cross.origins[figures[0].id], page)
        yield f"{name} is relayed with different values: {_word_values(figures, page, cross)}."


def _word_values(figures: Iterable[Observation], page: PageContext, cross: CrossReferences) -> str:
    """Each value once, with all who give it."""
    who: dict[tuple[str, bool], list[str]] = {}
    for one in figures:
        key = word_value(one, page.library), one.derived is not None
        origin = cross.origins[one.id]
        is_own = origin is not None and origin.source == _outlet_of(one, page)
        outlet = "itself" if is_own and one.derived is None else _name_outlet(one, page)
        outlets = who.setdefault(key, [])
        outlets += [outlet] if outlet not in outlets else []
    return "; ".join(
        f"{value}{', worked out from' if is_derived else ' by'} {join_words(outlets)}"
        for (value, is_derived), outlets in who.items()
    )


def _outlet_of(observation: Observation, page: PageContext) -> str:
    return page.library.articles[page.library.article_of[observation.id]].outlet


def _name_outlet(observation: Observation, page: PageContext) -> str:
    return page.library.sources[_outlet_of(observation, page)].label


def _name_origin(origin: Origin | None, page: PageContext) -> str:
    if origin is not None and origin.source is not None:
        return page.library.sources[origin.source].label
    return "An unnamed source"
