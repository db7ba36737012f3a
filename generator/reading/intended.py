"""What a value that is nearly right was meant to be: numbers with words, ids with capitals.

Gives the next action alone; that the value is wrong has been found before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LONGEST = 80
_QUOTED = re.compile(r"[“”„«‘’].*|.*[“”»‘’]", re.DOTALL)
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_ODD_SIGNS = {ord(sign): "-" for sign in "‐‑‒–—−"}
"""Hyphens, dashes and the minus sign, which look like `-` and are not."""
_QUALIFIERS = {
    "approximately": r"about|around|approx\.?|approximately|roughly|some|ca?\.?|circa|~|≈",
    "over": r"over|more than|above|>",
    "at-least": r"at least|no less than|≥|>=",
    "under": r"under|less than|fewer than|below|<",
    "up-to": r"up to|at most|no more than|≤|<=",
}
_TIMES = {"k": 3, "thousand": 3, "m": 6, "mln": 6, "million": 6, "bn": 9, "billion": 9}


def advise(rule: str, value: str) -> str:
    """What to write instead of a value that breaks the rule; empty if nothing comes to mind."""
    if len(value) > _LONGEST:
        return ""
    if _QUOTED.fullmatch(value):
        return "delete the curly quotation marks; one word stands without any"
    find = _BY_RULE.get(rule)
    return find(value) if find else ""


def straighten(value: str) -> str:
    """The value with `-` for every sign that looks like one."""
    return value.translate(_ODD_SIGNS)


def _advise_id(value: str) -> str:
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode()
    if len(plain) < len(value):  # letters of another script are lost
        return ""
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    rule = "an id has only lower-case letters a-z, digits and hyphens"
    return f"write `{slug}`; {rule}" if slug else ""


def _advise_number(value: str) -> str:
    plain = re.sub(r"\s+", " ", straighten(value)).strip().lower()
    if found := re.fullmatch(rf"{_NUMBER} ?(?:-|to|\.\.) ?{_NUMBER}", plain):
        return f"write a range as `low`, {found[1]}, and `high`, {found[2]}, without `value`"
    for qualifier, words in _QUALIFIERS.items():
        if found := re.fullmatch(rf"(?:{words}) ?{_NUMBER}", plain):
            return f"write `{found[1]}`, and `{qualifier}` as the `qualifier`"
    if re.fullmatch(_NUMBER, plain) and plain != value.strip():
        return f"write `{plain}`, with a plain hyphen"
    return _advise_digits(plain)


def _advise_digits(plain: str) -> str:
    if re.fullmatch(r"-?\d{1,3}(?:[ ,']\d{3})+", plain):
        digits = re.sub(r"[ ,']", "", plain)
        point = f", or `{plain.replace(',', '.')}` if the comma stands before decimals"
        return f"write `{digits}`" + (point if plain.count(",") == 1 else "")
    if re.fullmatch(r"-?\d+,\d+", plain):
        return f"write `{plain.replace(',', '.')}`, with a point before decimals"
    if found := re.fullmatch(rf"{_NUMBER} ?({'|'.join(_TIMES)})", plain):
        return f"write it in full: `{_multiply(found[1], _TIMES[found[2]])}`"
    if found := re.fullmatch(rf"{_NUMBER} ?[^\d\s.,-].{{0,30}}", plain):
        return f"write `{found[1]}` alone; the unit is that of the metric, or stands in `unit`"
    return ""


def _multiply(number: str, places: int) -> str:
    """A decimal number times a power of ten, in digits."""
    whole, _, decimals = number.partition(".")
    moved = whole + decimals[:places].ljust(places, "0")
    return f"{moved}.{decimals[places:]}" if decimals[places:] else moved.lstrip("0") or "0"


_BY_RULE: dict[str, Callable[[str], str]] = {"bad-number": _advise_number, "bad-id": _advise_id}
