"""What a record says: its claim, with the trend that its quote speaks of, and its number in words.

Held against the text of briefs by `prose_figures`, and told in messages.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from generator.evidence.agreement import Claim
from generator.evidence.findings import find_match
from generator.evidence.quoted import QuoteMatch, claim_of_record
from generator.library.library import Library
from generator.records.observation import Observation
from generator.records.vocabulary import Qualifier


@lru_cache(maxsize=2)
def _read_claims(library: Library) -> dict[str, Claim]:
    """The claims that were asked for already, by id; forgotten with their library."""
    return {}


def record_claim(id: str, library: Library) -> Claim:
    """What an observation claims; whether it is a change, its quote may tell."""
    claims = _read_claims(library)
    if id not in claims:
        claims[id] = _read_claim(library.observations[id], library)
    return claims[id]


def _read_claim(observation: Observation, library: Library) -> Claim:
    claim = claim_of_record(observation, library)
    match = find_quoted(observation, library)
    if match is None or match.quantity is None or claim.trend:
        return claim
    return replace(claim, trend=match.quantity.trend)


def find_quoted(observation: Observation, library: Library) -> QuoteMatch | None:
    """What the quote of an observation says of it; none without one, as of a calculation."""
    if observation.derived or not observation.quote or library.quote_of(observation) is None:
        return None
    return find_match(observation, library)


def word_record(observation: Observation, library: Library) -> str:
    """A record's number as a person would write it: `over 1,500 people a day`."""
    unit = library.unit_of(observation)
    return f"{word_number(observation)} {unit.symbol or unit.name}"


def word_number(observation: Observation) -> str:
    """The number with its limit, without a unit: `over 1,500`, `10 to 12`."""
    numbers = [number for number in (observation.low, observation.high) if number is not None]
    shown = " to ".join(f"{number:,f}" for number in numbers) or f"{observation.value:,f}"
    qualifier = observation.qualifier
    if qualifier is Qualifier.EXACT:
        return shown
    limit = "about" if qualifier is Qualifier.APPROXIMATELY else qualifier.replace("-", " ")
    return f"{limit} {shown}"
