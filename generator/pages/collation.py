"""The order of names in lists: the same on every machine, and right for more than one script.

A machine's locale would sort by where the site is built. This is a small part of what Unicode's
collation algorithm (UTS 10) does: letters first, accents and capitals only where letters are alike,
signs not at all. Scripts follow each other as Unicode has them: Latin, Greek, Cyrillic, Hebrew,
Arabic. Cyrillic letters stand in one alphabet that serves Ukrainian, Belarusian and Russian alike,
because their code points do not: і, ї, є and ґ come behind я there.
"""

from __future__ import annotations

import unicodedata

_CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюя"
_FIRST = ord("а")
_ALPHABET = {
    **{ord(letter): chr(_FIRST + place) for place, letter in enumerate(_CYRILLIC)},
    # Letters that have no accent to take off.
    **str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}),
}


def collate(name: str) -> tuple[str, str, str]:
    """What to sort a name by: its letters and digits, then accents and signs, then capitals."""
    folded = unicodedata.normalize("NFC", name.casefold())
    letters = "".join(_name_letter(sign) for sign in folded)
    return " ".join(letters.split()), folded, name


def _name_letter(sign: str) -> str:
    """The letters that a sign counts as; a space for what parts words, nothing for other signs."""
    if sign in _CYRILLIC:
        return sign.translate(_ALPHABET)
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if one.isalnum())
    if bare:
        return bare.translate(_ALPHABET)
    return " " if sign.isspace() or unicodedata.category(sign) == "Pd" else ""
