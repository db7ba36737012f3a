"""Every code of a place names a country of ISO 3166, or a region that has a name in `data/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale

from generator.address import Address, Keys
from generator.catalogue import RULES
from generator.checks.figures import find_figures
from generator.issues import Issue
from generator.library.library import Library
from generator.library.near import suggest

_NO_COUNTRIES = frozenset(["EZ", "QO", "UN", "XA", "XB", "ZZ"])
"""Codes that CLDR names but that stand for no place on a map."""


def check_places(library: Library) -> Iterator[Issue]:
    """An issue for each field with a code that can't be named."""
    for codes, address, keys in _find_codes(library):
        for code in codes.split("+"):
            fault = _find_fault(code, library)
            if fault is not None:
                yield Issue(RULES["unknown-place"], address.locate(*keys), *fault)


def _find_codes(library: Library) -> Iterator[tuple[str, Address, Keys]]:
    for figure in find_figures(library):
        yield figure.observation.place, figure.address, (*figure.keys, "place")
    for event in library.events.values():
        if event.place is not None:
            yield event.place, library.address("event", event.id), ("place",)
    for source in library.sources.values():
        if source.country is not None:
            yield source.country, library.address("source", source.id), ("country",)


def find_place_ids(library: Library) -> set[str]:
    """The ids of all regions that some record names."""
    codes = {code for joined, _, _ in _find_codes(library) for code in joined.split("+")}
    return {code.lower() for code in codes if "-" in code}


def _find_fault(code: str, library: Library) -> tuple[str, str] | None:
    """What is wrong with one code, and what to do."""
    country, _, region = code.partition("-")
    if country not in _country_codes():
        help = "use the two letters of ISO 3166, such as `UA` or `GB`"
        return f"there is no country with the code `{country}`", help
    if region and library.is_missing("place", code.lower()):
        named = (id.upper() for id in library.places)
        otherwise = f"add `id: {code.lower()}` with its name to `data/places.yml`"
        return f"the region `{code}` has no name in `data/places.yml`", suggest(
            code, named, otherwise
        )
    return None


@cache
def _country_codes() -> frozenset[str]:
    codes = Locale("en").territories
    return frozenset(str(code) for code in codes if str(code).isalpha()) - _NO_COUNTRIES
