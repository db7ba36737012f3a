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
from generator.speech import gettext as _


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
                _(
                    "%(outlet)s has %(value)s",
                    outlet=_name_outlet(other, page),
                    value=word_value(other, page.library),
                )
                for other in observations
                if other.id in ids
            )
            yield _(
                "%(outlet)s, with %(value)s, differs from what it relays: %(others)s.",
                outlet=_name_outlet(one, page),
                value=word_value(one, page.library),
                others=join_words(list(others)),
            )


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
        yield _(
            "%(origin)s is relayed with different values: %(values)s.",
            origin=name,
            values=_word_values(figures, page, cross),
        )


def _word_values(figures: Iterable[Observation], page: PageContext, cross: CrossReferences) -> str:
    """Each value once, with all who give it."""
    who: dict[tuple[str, bool], list[str]] = {}
    for one in figures:
        key = word_value(one, page.library), one.derived is not None
        origin = cross.origins[one.id]
        is_own = origin is not None and origin.source == _outlet_of(one, page)
        outlet = _("itself") if is_own and one.derived is None else _name_outlet(one, page)
        outlets = who.setdefault(key, [])
        outlets += [outlet] if outlet not in outlets else []
    return "; ".join(
        _word_who(value, join_words(outlets), is_derived=is_derived)
        for (value, is_derived), outlets in who.items()
    )


def _word_who(value: str, outlets: str, *, is_derived: bool) -> str:
    if is_derived:
        return _("%(value)s, worked out from %(outlets)s", value=value, outlets=outlets)
    return _("%(value)s by %(outlets)s", value=value, outlets=outlets)


def _outlet_of(observation: Observation, page: PageContext) -> str:
    return page.library.articles[page.library.article_of[observation.id]].outlet


def _name_outlet(observation: Observation, page: PageContext) -> str:
    return page.library.sources[_outlet_of(observation, page)].label


def _name_origin(origin: Origin | None, page: PageContext) -> str:
    if origin is not None and origin.source is not None:
        return page.library.sources[origin.source].label
    return _("An unnamed source")
