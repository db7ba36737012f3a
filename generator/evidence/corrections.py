"""Whether what a correction says is what the record says now.

A correction is made when the record has the value that its `now` gives. What it was about, where no
number changed, only its reader can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.evidence.quoted import choose_match, claim_of_record
from generator.library.library import Library
from generator.phrases.quantities import find_quantities
from generator.phrases.quantity import Quantity
from generator.records.correction import Correction
from generator.records.observation import Observation

WITHDRAWN = "withdrawn"
"""What stands for `now` where a figure has none any more."""

OUR_LANGUAGE = "en"
"""The language of corrections; one of a brief may also use the brief's."""


def order_corrections(library: Library) -> tuple[Correction, ...]:
    """All corrections, oldest first; those of one day by their ids."""
    found = library.corrections.values()
    return tuple(sorted(found, key=lambda one: (one.date.sort_key, one.id)))


def find_last_corrections(library: Library) -> Mapping[str, Correction]:
    """The last correction of each observation that has one, by the observation's id."""
    ordered = order_corrections(library)
    return {one.observation: one for one in ordered if one.observation is not None}


def is_withdrawal(correction: Correction) -> bool:
    """Whether nothing stands there now."""
    return correction.now_.casefold().strip(" .") == WITHDRAWN


def is_made(correction: Correction, observation: Observation, library: Library) -> bool:
    """Whether the record says what the correction does, as far as that is a number."""
    if is_withdrawal(correction):
        return observation.withdrawn is not None
    if observation.withdrawn is not None:
        return False
    languages = _list_languages(correction, library)
    return any(_says_value(correction, observation, one, library) for one in languages)


def _list_languages(correction: Correction, library: Library) -> Iterator[str]:
    """The languages in which a correction may be worded."""
    briefs = (library.briefs.get(id) for id in correction.briefs)
    spoken = (brief.front.language for brief in briefs if brief is not None)
    yield from dict.fromkeys([OUR_LANGUAGE, *spoken])


def _says_value(
    correction: Correction, observation: Observation, language: str, library: Library
) -> bool:
    """Whether the words give the value on record, or no number that they did not give before."""
    quantities = find_quantities(correction.now_, language)
    before = {_claim(one) for one in find_quantities(correction.was, language)}
    if all(_claim(one) in before for one in quantities):
        return True
    record = claim_of_record(observation, library)
    return choose_match(record, quantities, correction.now_, language).is_found


def _claim(quantity: Quantity) -> tuple[object, ...]:
    """What a quantity says, wherever it stands."""
    return quantity.low, quantity.high, quantity.qualifier, quantity.unit, quantity.per
