"""Whether a number says what something came to, or by how much it changed.

“Slowed to nine” and “slowed by nine” are different facts; a few other forms (“rose 5 %”, “5 %
lower”) speak of change without a preposition.
"""

from __future__ import annotations

import re

from generator.phrases.words import Words

_WINDOW = 120
_NEAR = 12
"""How many words before a “by” or “to” its verb may stand."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?](?=\s+[A-ZÀ-ÞА-ЯЁІЇЄҐ])|[;()—]")
_FOLLOWING = re.compile(r"[\s-]+([^\W\d_]+)")
_JOINED = re.compile(r"\d[-‑][^\W\d]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
_REACH = 24
_PAUSES = ",;:–—"

Trend = tuple[str, int]
"""`by`, `change`, `to` or nothing; and the direction: -1, 0 or 1."""


def find_trend(text: str, start: int, end: int, words: Words, *, is_by: bool) -> Trend:
    """How a change is spoken of around a quantity that runs from `start` to `end`.

    `start` is where its qualifier begins, `end` where its unit ends.
    """
    behind = _trend_behind(text, end, words)
    if behind is not None:
        return behind
    window = text[max(0, start - _WINDOW) : start]
    stops = [match.end() for match in _SENTENCE.finditer(window)]
    parts = _LETTERS.findall((window[stops[-1] :] if stops else window).casefold())
    if not parts:
        return "", 0
    if " ".join(parts[-2:]) in words.group("change-level"):
        return "to", 0
    last, direction = _find_last(text, start, parts, words), _direction(parts[-_NEAR:], words)
    if direction is not None and (is_by or last in words.group("change-by")):
        return "by", direction
    if direction is not None and last in words.group("change-to"):
        return "to", direction
    if _stands_apart(text, start, end, words) or _is_start(text, end, parts, words):
        return "", 0
    return _trend_before(parts, words)


def _find_last(text: str, start: int, parts: list[str], words: Words) -> str:
    """The word right before a quantity; a mere `only` between the two is passed over."""
    last = _LAST_WORD.search(text[max(0, start - _REACH) : start])
    if last is None:
        return ""
    is_passed = words.before.find(last[1].casefold()) == "exact" and len(parts) > 1
    return parts[-2] if is_passed else last[1].casefold()


def _is_start(text: str, end: int, parts: list[str], words: Words) -> bool:
    """Whether something changed from this number to the next: `sank von 41 auf 27`."""
    following = _FOLLOWING.match(text, end)
    is_next = following is not None and following[1].casefold() in words.group("change-to")
    return is_next and parts[-1] in words.group("from")


def _stands_apart(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a verb of change before it is not this number's: “dropped 500-lb bombs”."""
    is_parted = start == 0 or not text[start - 1].isspace() or text[max(0, start - 2)] in _PAUSES
    first = _LETTERS.match(text, start)
    is_bound = first is not None and first[0].casefold() in words.group("bounds")
    is_joined = text[end : end + 1] in ("-", "‑") or _JOINED.search(text, start, end) is not None
    return is_parted or is_bound or is_joined


def _trend_before(parts: list[str], words: Words) -> Trend:
    """Forms without a preposition: `climbed 5 points`, `a fall of 5`, `is up 5 %`."""
    last, before = parts[-1], parts[-2] if len(parts) > 1 else ""
    if last in words.group("change-bare"):
        is_phrasal = before in words.group("change-not-bare")
        return ("", 0) if is_phrasal else ("change", _direction([last], words) or 0)
    noun = before if last in words.group("change-of") else last
    is_change = words.changes.find(noun) is not None and words.not_direct.find(noun) is None
    if not is_change or (words.language != "en" and noun is last):
        return "", 0
    return "change", _direction([noun], words) or 0


def _trend_behind(text: str, end: int, words: Words) -> Trend | None:
    """`5 % lower`, `12 fewer than`, `a 4 % rise`."""
    following = _FOLLOWING.match(text, end)
    if following is None:
        return None
    word = following[1].casefold()
    if word in words.group("change-more") or word in words.group("change-noun-after"):
        return "change", _direction([word], words) or 0
    return None


def _direction(parts: list[str], words: Words) -> int | None:
    for word in reversed(parts):
        course = words.changes.find(word)
        if course is not None:
            return {"down": -1, "up": 1}.get(course, 0)
    return None
