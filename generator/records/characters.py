"""What the characters of a text may be: none that hides, piles up or has a second form.

Knows direction controls (UAX #9), invisible characters and the joiners, variation selectors and
tags that have a meaning in some company only (UAX #31, section 2.3; UTS #51), runs of combining
marks (UTS #39, section 5.4) and Normalization Form C (UAX #15). Letters that pass for others are
known to `scripts`; where a text stands, and how long it may be, is left to its reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.issues import show_value
from generator.records.scripts import MixedWord, find_mixed_words

_PLANE_ENDS = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_NEVER = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls
    "\u202a-\u202e\u2066-\u2069"  # direction: embeddings, overrides, isolates; marks are fine
    "\u00ad\u034f\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb"
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\U0001107f\U00016fe4"  # blank signs
    "\U00013430-\U0001345f\U0001d159"  # those that place hieroglyphs and notes
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ufdd0-\ufdef\ud800-\udfff" + _PLANE_ENDS  # no characters at all
)
_IN_COMPANY = "\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
# The flag of a part of a country: a black flag, the part's code in tags, and the tag that ends it.
_FLAG = (
    "\U0001f3f4[\U000e0061-\U000e007a]{2}"
    "[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,4}\U000e007f"
)
_SUSPECT = re.compile(f"{_FLAG}|[{_NEVER}{_IN_COMPANY}]")
_INVISIBLE = re.compile(f"{_FLAG}|[{_NEVER}]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")

_EMOJI = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_JOINING = frozenset(
    [
        *("ADLAM", "ARABIC", "HANIFI", "MANDAIC", "MONGOLIAN", "NKO", "PHAGS-PA", "SYRIAC"),
        *("BALINESE", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "JAVANESE", "KANNADA"),
        *("KHMER", "MALAYALAM", "MEETEI", "MYANMAR", "ORIYA", "SINHALA", "TAMIL", "TELUGU"),
        "TIBETAN",
    ]
)
"""Scripts in which joiners tell forms of a letter apart, by the first word of a letter's name."""
_VARIED_LETTERS = frozenset(["CJK", "INFORMATION", "MANICHAEAN", "MYANMAR", "PHAGS-PA"])
_VIRAMA = 9
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"

# Five and more that are neither letters, spaces nor ASCII: among them may be a pile of marks.
_PILE = re.compile(r"[^\w\s\x21-\x7e]{5,}")
_MARKS = re.compile("M+")
MAX_MARKS, MAX_DIFFERENT_MARKS = 4, 6
"""Marks on one letter; more where all differ, as points and accents in Hebrew do."""

_DELETE = "delete it; retyping the word around it helps"


@dataclass(frozen=True, slots=True)
class TextFault:
    """A fault of a text: its rule, where it begins, what the text does wrong, and what to do."""

    rule: str
    start: int
    said: str
    help: str


def find_text_faults(text: str) -> Iterator[TextFault]:
    """The first fault of each kind, the worst first; most texts are ASCII and have none."""
    if text.isascii():
        control = find_invisible(text)
        if control is not None:
            yield control
        return
    for found in (_find_hidden(text), _find_pile(text), _find_unnormalised(text), _find_mix(text)):
        if found is not None:
            yield found


def find_invisible(text: str) -> TextFault | None:
    """The first character that no text may hold, whatever stands around it."""
    if text.isascii():
        control = _CONTROL.search(text)
        return _make_hidden(text, control.start()) if control else None
    for match in _INVISIBLE.finditer(text):
        if len(match[0]) == 1:
            return _make_hidden(text, match.start())
    return None


def _find_hidden(text: str) -> TextFault | None:
    for match in _SUSPECT.finditer(text):
        if len(match[0]) == 1 and not _has_company(text, match.start()):
            return _make_hidden(text, match.start())
    return None


def _has_company(text: str, at: int) -> bool:
    """Whether what stands around a character gives it a meaning."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign == _JOINER:
        return _joins_emoji(text, at) or _joins_letters(before, after)
    if sign == "\u200c":
        return _is_joining(after) and (before.isalnum() or _is_joining(before))
    if "\u180b" <= sign <= "\u180f":
        return _first_word(before) == "MONGOLIAN"
    if "\ufe00" <= sign <= "\ufe0f":
        return _takes_variation(before)
    return "\U000e0100" <= sign <= "\U000e01ef" and _first_word(before) == "CJK"


def _joins_emoji(text: str, at: int) -> bool:
    start = at - 1 if text[at - 1 : at] == _EMOJI_STYLE else at
    return bool(_EMOJI.match(text[max(start - 1, 0) : start]) and _EMOJI.match(text, at + 1))


def _joins_letters(before: str, after: str) -> bool:
    """Between letters, or where the last letter of a word keeps the form that it has inside."""
    if not _is_joining(before) or _is_joining(after):
        return _is_joining(before)
    keeps_form = unicodedata.combining(before) == _VIRAMA or _first_word(before) == "ARABIC"
    return keeps_form and not after.isalnum()


def _is_joining(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign)[0] in "LM" and _first_word(sign) in _JOINING


def _takes_variation(sign: str) -> bool:
    kind = unicodedata.category(sign)[0] if sign else ""
    return kind in ("N", "P", "S") or (kind == "L" and _first_word(sign) in _VARIED_LETTERS)


def _first_word(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ", 1)[0] if sign else ""


def _make_hidden(text: str, start: int) -> TextFault:
    before, after = text[max(0, start - 40) : start].split(), text[start + 1 : start + 41].split()
    where = f"behind {show_value(before[-1], 30)}" if before else "at its beginning"
    if not before and after:
        where = f"before {show_value(after[0], 30)}"
    return TextFault("hidden-character", start, f"holds {_describe(text[start])}, {where}", _DELETE)


def _describe(sign: str) -> str:
    kind = unicodedata.category(sign)
    otherwise = "a control character" if kind == "Cc" else "which is no character"
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, otherwise).lower()})"


def _find_pile(text: str) -> TextFault | None:
    for run in _PILE.finditer(text):
        kinds = "".join(unicodedata.category(sign)[0] for sign in run[0])
        for marks in _MARKS.finditer(kinds):
            pile = run[0][slice(*marks.span())]
            limit = MAX_DIFFERENT_MARKS if _are_of_a_script(pile) else MAX_MARKS
            if len(pile) > limit:
                said = f"piles {len(pile)} combining marks on one letter"
                help = f"keep those that belong to the letter, at most {MAX_MARKS}"
                return TextFault("hidden-character", run.start() + marks.start(), said, help)
    return None


def _are_of_a_script(marks: str) -> bool:
    """Whether marks are different ones of one script, and not those that go with any letter."""
    scripts = {_first_word(sign) for sign in marks}
    return len(set(marks)) == len(marks) and len(scripts) == 1 and "COMBINING" not in scripts


def _find_unnormalised(text: str) -> TextFault | None:
    if unicodedata.is_normalized("NFC", text):
        return None
    normal = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, normal, strict=False))
    start = next((at for at, (one, other) in pairs if one != other), min(len(text), len(normal)))
    while start > 0 and unicodedata.combining(text[start : start + 1] or "\u0301"):
        start -= 1
    end = start + 1
    while end < len(text) and _continues(text[end]):
        end += 1
    written, meant = text[start:end], unicodedata.normalize("NFC", text[start:end])
    said = f"holds {show_value(written)} written as {_spell(written)}, not in its normal form"
    help = f"type {show_value(meant)} again, so that it is {_spell(meant)}: normal form NFC"
    return TextFault("not-nfc", start, said, help)


def _continues(sign: str) -> bool:
    """Whether a character is part of what begins before it: a mark, or a later jamo."""
    return unicodedata.combining(sign) > 0 or "\u1161" <= sign <= "\u11ff"


def _spell(text: str) -> str:
    return " ".join(f"U+{ord(sign):04X}" for sign in text)


def _find_mix(text: str) -> TextFault | None:
    mixed = next(find_mixed_words(text), None)
    if mixed is None:
        return None
    said = f"mixes scripts in the word {show_value(mixed.word, 40)}: {_name_strangers(mixed)}"
    help = (
        f"retype the whole word with one keyboard, {mixed.main} or {mixed.strangers[0][2]}; "
        "put a hyphen between parts that are meant to differ"
    )
    return TextFault("mixed-script", mixed.start, said, help)


def _name_strangers(mixed: MixedWord, shown: int = 4) -> str:
    """Which letters are of another script than most."""
    letters = mixed.strangers
    listed = [
        f"character {at}, `{sign}` (U+{ord(sign):04X}), is {of}" for at, sign, of in letters[:shown]
    ]
    more = f", so are {len(letters) - shown} more" if len(letters) > shown else ""
    return f"{'; '.join(listed)}{more}; the others are {mixed.main}"
