"""What stands around a number: qualifier, sign, currency, unit, rate, and what is counted.

Looks from one number outward, never past another number or the end of a clause. Which numbers
there are is left to `numerals`, what they make together to `quantities`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.phrases.words import QUALIFIERS, SPACES, Words, read_units, squeeze
from generator.records.vocabulary import Qualifier

_REACH = 70
"""How many signs before a number its qualifier may begin."""
_TOKEN = re.compile(r"[^\s,;:!?()\[\]“”\"«»\u00a0\u202f]+|[,;:!?()\[\]“”\"«»]")
_SIGNS = re.compile(r"(?:[~≈±<>≤≥]|>=|<=)\s?$")
_CURRENCY = re.compile(r"(?:(US|C|A)\s?)?([$€£₽₴¥₹₺])\s?$|\b([A-Z]{3})\s?$")
_GAP = re.compile(rf"[{SPACES}]*[-‑]?[{SPACES}]*")
_CLAUSE = re.compile(r"[.;:!?()\[\]\x00—\"“”«»]|,(?!\d)| [-–] |(?<!\d)\d|(?<=\d)\d")
_WINDOW = 60
_COUNTED_WORDS = 7
_PREPOSITIONS = frozenset(["over", "under", "above", "below", "up to", "über", "unter"])
"""Words that limit a number or belong to the verb before them: “control over 19 per cent”."""
_OPEN = frozenset(["до", "від", "от", "bis"])
"""Limits that are also plain words for “to” and “from”."""
_EARLIER = re.compile(r"\s+(?:earlier|ago|later|before|after|prior)\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[^\W\d_][^\W\d_][^\W\d_])[.;!?](?=\s)|[()—]")
_BOUND = re.compile(r"(?:below|above|under|beneath|past)\b|(?:unter|über|ниже|выше|нижче|вище)\b")
_FOLLOWING = re.compile(r"[\s-]+([^\W\d_]+)")
_RATE_STOP = frozenset(
    """in by on from at since that who which during after before between as with than when while
    в за с от из у что которые при після з від із що які при im am an aus bei seit vor wegen""".split()
)
_JOINING = frozenset(["and", "und", "и", "та", "і", "й", "or"])
_STOP = frozenset(
    """in by on from at for since that who which is are be during after
    before as with per to than when while where if so but because until through across into against
    between within over under about would could will may might did do does it he she they we
    в на за с до к от по из у что которые который когда при для
    в у на за з до від по із що які який коли при для
    in im am an auf aus bei für mit nach seit über um unter von vor wegen zu zum zur die der das
    haben hatte hatten sind waren wurde wurden ist war worden""".split()
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A qualifier and where it begins."""

    qualifier: Qualifier
    start: int
    is_open: bool = False
    is_by: bool = False
    """Whether the word that says “by” stands between it and the number: `не более чем на 5 %`."""


def find_prefix(text: str, start: int) -> tuple[str, int]:
    """The currency in front of a number, and where it begins; empty where there is none."""
    match = _CURRENCY.search(text[max(0, start - 8) : start])
    if match is None:
        return "", start
    begin = max(0, start - 8) + match.start()
    sign = match[2] or match[3]
    symbol = (
        {"US": "$", "C": "C$", "A": "A$"}.get(match[1] or "", sign) if match[2] == "$" else sign
    )
    for term in read_units().values():
        if symbol in term.symbols and term.kind == term.id:
            return term.id, begin
    return "", start


def find_limit(text: str, start: int, words: Words) -> Limit:
    """The qualifier in front of a number that begins at `start`."""
    signs = _SIGNS.search(text[max(0, start - 4) : start])
    if signs is not None:
        meaning = words.before.find(signs[0].strip())
        if meaning is not None:
            return Limit(QUALIFIERS[meaning], max(0, start - 4) + signs.start())
    base = max(0, start - _REACH)
    tokens = [
        (match[0].casefold(), base + match.start())
        for match in _TOKEN.finditer(text[base:start].replace("\x00", ","))
    ]
    return _read_back(tokens, start, words)


def _read_back(tokens: list[tuple[str, int]], start: int, words: Words) -> Limit:
    """Tries the longest phrase that ends here; steps over words that may stand in between."""
    is_by = False
    for _ in range(3):
        found = _match_back(tokens, words)
        if found is not None:
            return _make_limit(tokens, *found, start, words, is_by=is_by)
        step = _match_between(tokens, words)
        if not step:
            break
        is_by = is_by or tokens[-1][0] in words.change_words["by"]
        tokens = tokens[:-step]
    return Limit(Qualifier.EXACT, start)


def _make_limit(
    tokens: list[tuple[str, int]],
    meaning: str,
    count: int,
    start: int,
    words: Words,
    *,
    is_by: bool,
) -> Limit:
    before = tokens[-count - 1][0] if len(tokens) > count else ""
    phrase = " ".join(word for word, _ in tokens[-count:])
    if before in words.not_qualifiers and phrase in _PREPOSITIONS:
        return Limit(Qualifier.EXACT, start)
    if meaning == "exact":
        # “only about 5”, “just over 5” are phrases of their own; “over just 5” is not.
        outer = _read_back(tokens[:-count], start, words) if tokens[:-count] else None
        return outer or Limit(Qualifier.EXACT, start)
    is_open = phrase in _OPEN
    return Limit(QUALIFIERS[meaning], tokens[-count][1], is_open, is_by)


def _match_back(tokens: list[tuple[str, int]], words: Words) -> tuple[str, int] | None:
    for count in range(min(words.before.longest, len(tokens)), 0, -1):
        phrase = squeeze(" ".join(word for word, _ in tokens[-count:]))
        meaning = words.before.find(phrase)
        if meaning is not None:
            return meaning, count
    return None


def _match_between(tokens: list[tuple[str, int]], words: Words) -> int:
    for count in range(min(4, len(tokens)), 0, -1):
        if " ".join(word for word, _ in tokens[-count:]) in words.between:
            return count
    return 0


def find_after_limit(text: str, end: int, words: Words) -> tuple[Qualifier, int] | None:
    """A qualifier behind a number or its unit, such as `or more`, and where it ends."""
    match = re.match(
        rf"[{SPACES}]*[-‑]?(\+|[^\W\d_]+(?:[{SPACES}]+[^\W\d_]+){{0,3}})", text[end : end + 40]
    )
    if match is None:
        return None
    parts = match[1].split()
    for count in range(min(words.after.longest, len(parts)), 0, -1):
        phrase = " ".join(parts[:count]).casefold()
        meaning = words.after.plain.get(phrase)
        if meaning is not None:
            place = text.find(parts[0], end)
            last = re.compile(rf"[{SPACES}]+".join(map(re.escape, parts[:count]))).match(
                text, place
            )
            return QUALIFIERS[meaning], last.end() if last else end
    return None


def find_unit(text: str, end: int, words: Words) -> tuple[str, int]:
    """The unit behind a number, and where it ends; a counted thing is none."""
    gap = _GAP.match(text, end)
    place = gap.end() if gap else end
    match = words.units.match(text, place)
    if match is None:
        return "", end
    unit = words.unit_of.get(match[0]) or words.meaning("", words.unit_of, match[0])
    return (unit, match.end()) if unit else ("", end)


def find_rate(text: str, end: int, words: Words, *, has_unit: bool) -> tuple[str, int, str]:
    """What a number is divided by, where that ends, and the words that are counted before it."""
    window = text[end : end + _WINDOW]
    stop = _CLAUSE.search(window)
    clause = window[: stop.start()] if stop else window
    per, per_end, at = _search_rate(text, end, end + len(clause), words, has_unit=has_unit)
    counted = "" if has_unit else _read_counted(text[end : at if per else end + len(clause)])
    return per, per_end, counted


def _search_rate(
    text: str, start: int, stop: int, words: Words, *, has_unit: bool
) -> tuple[str, int, int]:
    if words.per_after is None:
        return "", start, start
    place, previous = start, ""
    stops = _RATE_STOP | _JOINING if has_unit else _RATE_STOP
    for _ in range(_COUNTED_WORDS + 1):
        gap = _GAP.match(text, place)
        place = gap.end() if gap else place
        match = words.per_after.match(text, place)
        if match is not None and _is_rate(text, match.end(), previous, words):
            return words.meaning("", words.per_of, match[0]), match.end(), place
        word = _WORD.match(text, place)
        if word is None or word.end() > stop or word[0].casefold() in stops:
            break
        previous, place = word[0].casefold(), word.end()
    return "", start, start


def _is_rate(text: str, end: int, previous: str, words: Words) -> bool:
    """Whether `a day` is a rate here: not in `in a day`, nor in `a day earlier`."""
    return previous not in words.not_per and _EARLIER.match(text, end) is None


def _read_counted(text: str) -> str:
    counted = []
    for word in re.findall(r"[^\W\d_][\w'’-]*", text):
        if word.casefold() in _STOP:
            break
        counted.append(word)
        if len(counted) == _COUNTED_WORDS:
            break
    return " ".join(counted)


def find_rate_before(text: str, start: int, words: Words) -> str:
    """The rate that an adjective in front gives: `a daily average of 1,354`."""
    if not words.rate_adjectives.longest:
        return ""
    window = text[max(0, start - _WINDOW) : start]
    stops = [match.end() for match in _CLAUSE.finditer(window)]
    before = window[stops[-1] :] if stops else window
    parts = re.findall(r"[^\W\d_]+", before.casefold())
    for index in range(len(parts) - 1, max(-1, len(parts) - 8), -1):
        adverb = words.rate_adverbs.find(parts[index]) or words.rate_adverbs.find(
            " ".join(parts[index : index + 2])
        )
        if adverb is not None:
            return adverb
        per = words.rate_adjectives.find(parts[index])
        if per is not None:
            return per if _is_of_rate(parts, index, words) else ""
    return ""


def _is_of_rate(parts: list[str], index: int, words: Words) -> bool:
    """Whether an adjective such as `daily` says that the number is a rate."""
    between = parts[index + 1 :]
    is_near = not between or any(words.rate_nouns.find(word) for word in between)
    return is_near or (index > 0 and words.rate_nouns.find(parts[index - 1]) is not None)


def find_trend(text: str, start: int, end: int, words: Words, *, is_by: bool) -> tuple[str, int]:
    """How a change is spoken of (`by`, `change`, `to`), and its direction (-1, 0, 1).

    The quantity runs from `start`, its qualifier included, to `end`, its unit included.
    """
    window = text[max(0, start - 2 * _WINDOW) : start]
    stops = [match.end() for match in _SENTENCE.finditer(window)]
    parts = _LETTERS.findall((window[stops[-1] :] if stops else window).casefold())
    behind = _trend_behind(text, end, words)
    if behind is not None:
        return behind
    if not parts:
        return "", 0
    if " ".join(parts[-2:]) in words.change_words["level"]:
        return "to", 0
    last, direction = parts[-1], _direction(parts[-12:], words)
    is_bound = _BOUND.match(text, start) is not None
    if (is_by or last in words.change_words["by"]) and direction is not None:
        return "by", direction
    if last in words.change_words["to"] and direction is not None:
        return "to", direction
    is_apart = start == 0 or not text[start - 1].isspace() or text[max(0, start - 2)] in ",;:–—"
    is_adjective = text[end : end + 1] in ("-", "‑") or is_bound or is_apart
    return ("", 0) if is_adjective else _trend_before(parts, words)


def _trend_before(parts: list[str], words: Words) -> tuple[str, int]:
    """Forms without a preposition: `climbed 5 points`, `a fall of 5`, `is up 5 %`."""
    last, before = parts[-1], parts[-2] if len(parts) > 1 else ""
    if last in words.change_words["bare"]:
        is_phrasal = before in words.change_words["not-bare"]
        return ("", 0) if is_phrasal else ("change", _direction([last], words) or 0)
    noun = before if last in words.change_words["of"] else last
    is_change = words.changes.find(noun) is not None and words.not_direct.find(noun) is None
    if not is_change or (words.language != "en" and noun is last):
        return "", 0
    return "change", _direction([noun], words) or 0


def _trend_behind(text: str, end: int, words: Words) -> tuple[str, int] | None:
    """`5 % lower`, `12 fewer than`, `a 4 % rise`."""
    following = _FOLLOWING.match(text, end)
    if following is None:
        return None
    word = following[1].casefold()
    if word in words.change_words["more"]:
        return "change", 0
    if word in words.change_words["noun-after"]:
        return "change", _direction([word], words) or 0
    return None


def _direction(parts: list[str], words: Words) -> int | None:
    for word in reversed(parts):
        kind = words.changes.find(word)
        if kind is not None:
            return {"down": -1, "up": 1}.get(kind, 0)
    return None
