"""The passage of a text that a quote comes nearest to, and the first words in which they differ.

Works on texts whose typography is levelled out. The passage is looked for around the quote's
rarest words, and only there compared word by word, so that a long text costs little more than a
short one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from math import log1p

from generator.phrases.quantity import Span

MAX_COMPARED = 600
"""How much of a quote is compared, in signs: 25 words are far fewer."""
MAX_WORDS = 40
RARE_WORDS = 12
MAX_PLACES = 2_000
"""How many places of one word are looked at; a commoner one tells little."""
LEAST_SHARE = 0.4
"""How much of a quote's words a passage must have to be called near."""
_SLACK = 60
_TOKEN = re.compile(r"\d+(?:[.,']\d+| \d{3}(?!\d))*\w*|\w+(?:['-]\w+)*|.", re.DOTALL)
"""A number, a word, or one other sign, a space among them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first words in which a quote and a text differ, each as it has them."""

    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a text comes nearest to a quote; no difference is known if only the edges differ."""

    span: Span
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class _Slice:
    """Tokens of the quote and of the text that stand against each other."""

    quote: Sequence[str]
    text: Sequence[str]
    quote_at: Span
    text_at: Span

    @property
    def difference(self) -> Difference:
        """The words of both sides."""
        ours = "".join(self.quote[self.quote_at.start : self.quote_at.end])
        theirs = "".join(self.text[self.text_at.start : self.text_at.end])
        return Difference(ours.strip(), theirs.strip())

    def grow(self, left: int, right: int) -> _Slice | None:
        """The slice with further tokens on both sides; None where one of them has no more."""
        ours = Span(self.quote_at.start - left, self.quote_at.end + right)
        theirs = Span(self.text_at.start - left, self.text_at.end + right)
        if min(ours.start, theirs.start) < 0:
            return None
        if ours.end > len(self.quote) or theirs.end > len(self.text):
            return None
        return _Slice(self.quote, self.text, ours, theirs)


def find_nearest(quote: str, text: str) -> Passage | None:
    """The passage nearest to a quote that is not in the text; None if nothing is like it."""
    if len(quote) > MAX_COMPARED:
        quote = quote[:MAX_COMPARED].rpartition(" ")[0] or quote[:MAX_COMPARED]
    place = _find_place(quote.lower(), _lower(text))
    if place is None:
        return None
    begin = max(0, place.start - _SLACK)
    tokens = list(_TOKEN.finditer(text, begin, place.end + len(quote) + _SLACK))
    return _compare(_TOKEN.findall(quote), tokens)


def _lower(text: str) -> str:
    """The text in lower case and of the same length, which `lower` alone may change."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _find_place(quote: str, text: str) -> Span | None:
    """Where the quote would begin, from the first place to the last, for its rarest words."""
    words = sorted(set(re.findall(r"\w+", quote)), key=lambda word: (-len(word), word))
    counts = {word: text.count(word) for word in words[:MAX_WORDS]}
    known = sorted((count, word) for word, count in counts.items() if count)
    rare = [word for count, word in known if count <= MAX_PLACES][:RARE_WORDS]
    weights = {word: log1p(len(text) / counts[word]) for word in rare or [w for _, w in known[:1]]}
    places = sorted(
        (place - quote.index(word), word)
        for word in weights
        for place in islice(_find_all(word, text), MAX_PLACES)
    )
    return _find_densest(places, weights, len(quote) // 2 + _SLACK)


def _find_all(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _find_densest(
    places: Sequence[tuple[int, str]], weights: dict[str, float], width: int
) -> Span | None:
    """The first stretch of that width whose words, each counted once, weigh the most."""
    best, most = None, 0.0
    inside: Counter[str] = Counter()
    weight, first = 0.0, 0
    for place, word in places:
        weight += 0 if inside[word] else weights[word]
        inside[word] += 1
        while places[first][0] < place - width:
            left = places[first][1]
            inside[left] -= 1
            weight -= 0 if inside[left] else weights[left]
            first += 1
        if weight > most + 1e-9:  # the rest of a sum that went up and down is no difference
            best, most = Span(places[first][0], place), weight
    return best


def _compare(quote: Sequence[str], tokens: Sequence[re.Match[str]]) -> Passage | None:
    """The part of the tokens that the quote stands against."""
    ours = [token.lower() for token in quote]
    core = _match(ours, tokens).find_longest_match()
    slack = len(ours) // 4 + 6
    first = core.b - core.a
    tokens = tokens[max(0, first - slack) : first + len(ours) + slack]
    matcher = _match(ours, tokens)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(_weigh(ours[block.a : block.a + block.size]) for block in blocks)
    if not shared or shared < LEAST_SHARE * _weigh(ours):
        return None
    start = max(0, blocks[0].b - blocks[0].a)
    end = min(len(tokens), blocks[-1].b + len(ours) - blocks[-1].a)
    difference = _find_difference(quote, [token[0] for token in tokens], matcher)
    return Passage(Span(tokens[start].start(), tokens[end - 1].end()), difference)


def _match(ours: Sequence[str], tokens: Sequence[re.Match[str]]) -> SequenceMatcher[str]:
    """Without regard to case, so that a sentence's first word is no obstacle."""
    return SequenceMatcher(None, ours, [token[0].lower() for token in tokens], autojunk=False)


def _weigh(tokens: Sequence[str]) -> int:
    return sum(len(token) for token in tokens if token[0].isalnum())


def _find_difference(
    quote: Sequence[str], text: Sequence[str], matcher: SequenceMatcher[str]
) -> Difference | None:
    """What stands around the passage is no difference; another case is one."""
    for tag, start, end, text_start, text_end in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(range(start, end), range(text_start, text_end), strict=True)
            changed = [pair for pair in pairs if quote[pair[0]] != text[pair[1]]]
            if changed:
                return Difference(quote[changed[0][0]], text[changed[0][1]])
            continue
        at, length = Span(text_start, text_end), end - start
        if start == 0:
            at = Span(max(text_start, text_end - length), text_end)
        elif end == len(quote):
            at = Span(text_start, min(text_end, text_start + length))
        if length or at.start < at.end:
            return _widen(_Slice(quote, text, Span(start, end), at))
    return None


def _widen(found: _Slice) -> Difference:
    """The difference, with as many of the words beside it as it takes to be seen."""
    shown = found.difference
    if not (_has_word(shown.quote) or _has_word(shown.text)):
        found = found.grow(1, 0) or found
    while not _can_be_seen(found.difference):
        grown = found.grow(0, 1) or found.grow(1, 0)
        if grown is None:
            break
        found = grown
    return found.difference


def _can_be_seen(difference: Difference) -> bool:
    both = _has_word(difference.quote) and _has_word(difference.text)
    return both and difference.quote != difference.text


def _has_word(text: str) -> bool:
    return any(sign.isalnum() for sign in text)
