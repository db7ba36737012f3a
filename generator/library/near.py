"""Near misses: the known names closest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MAX_COMPARED_LENGTH = 80


def find_near_misses(name: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Up to `count` known names that a slip of the keyboard could have turned into `name`."""
    wanted = name.strip().lower()[:MAX_COMPARED_LENGTH]
    by_lower = {candidate.lower(): candidate for candidate in sorted(known, reverse=True)}
    matches = get_close_matches(wanted, by_lower, n=count, cutoff=0.7)
    return [by_lower[match] for match in matches]


def suggest(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """`did you mean ...?` with the nearest names, else the sentence given."""
    nearest = find_near_misses(name, known)
    if not nearest:
        return otherwise
    return "did you mean " + " or ".join(f"`{match}`" for match in nearest) + "?"
