"""Numbers that are no quantities: addresses, times, ordinals, ages, names of models and sections.

Knows their forms. Dates are found by `dates`, which the caller asks as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.phrases.limits import is_limited
from generator.phrases.number_tokens import Numeral
from generator.phrases.quantity import Span
from generator.phrases.words import Words

_ENDING = re.compile(r"\.(?:com|org|net|ua|ru|de|eu|io|gov|int|uk|info)\b")
_ADDRESS = re.compile(
    rf"(?:https?://|www\.)\S+|[^\s@]{{1,64}}@[^\s@]{{1,255}}\.\w+|\b\w[\w-]{{0,62}}{_ENDING.pattern}\S*"
)
"""Tried only where a text has a sign of one: it is dear, and most texts have none."""
# Nothing here is tried from every sign to the end of the text: a long one would take for ever.
_FORMS = re.compile(
    r"""
    # All that a form can begin with: most signs of a text are passed over by this alone.
    (?=[\d\[+'’vA-ZА-ЯЁІЇЄҐ]|age|year) (?:
    \[\d{1,3}\] | \[\^[^\]]{1,80}\]                             # notes
    | (?<![\d.,:])\d{1,3}:\d{1,3}(?::\d{2})?(?!\d)(?:\s?[ap]\.?m\b\.?)?
    | (?<![\d.,])\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b\.?            # times
    | (?<![\d.,])\d{1,2}(?:[.:]\d{2})?\s(?:Uhr|o['’]clock|GMT|UTC)
    | (?<![\d.,])\d{1,2}\.\d{2}\shrs\b
    | \b(?:years?[ -])?aged?\s(?:between\s)?\d{1,3}(?:\s?(?:-|–|to|and)\s?\d{1,3})?\b(?!\s?%)
    | \b\d{1,3}[- ]years?[- ]olds?\b | \b\d{1,3}[-‑](?:летн|річн|jährig)\w*
    | \b\d{1,3}\s?(?:лет|років)\b(?=\s*,)
    | (?<![\d.,])\d+(?:st|nd|rd|th|ST|ND|RD|TH)\b               # ordinals
    | (?<![\d.,])\d+[-‑](?:[йяегм]|го|му|ма|та|га|ша|ой|ый|ая|ий|ої|ти|ми|мі|ї|х|ю|у|ій|ого|ому)\b
    | ['’]\d0s\b | (?<![\d.,])\d[\d,]{1,12}s\b | \b\d{2,4}[-‑](?:х|их|ті|те)\b  # decades
    | \b(?!\d{1,3}(?:\.\d{3})+\b)v?\d+\.\d+\.\d+(?:\.\d+)*\b     # versions, not `1.234.567`
    | \+\d[\d ()-]{7,}\d                                        # telephones
    | \b[A-Z][a-z]+,\ \d{1,3},(?=\ (?:has|who|said|is)\b)  # a person's age
    | \b\d{4}/\d{2,4}\b                                         # numbers of files, split years
    | \b24/7\b | \b9/11\b | \b50[-/]50\b
    | (?<![\w,.])(?:[A-ZА-ЯЁІЇЄҐ][\w]*|[A-Z]+)[-‑]\d[\w./]*(?:[-‑]\w+)*  # models: T-90, Su-34
    | (?<![\w])[A-ZА-ЯЁІЇЄҐ]+\d[\w-]*
    | \b(?:Boeing|Airbus|Embraer|Cessna)\s[A-Z]?\d+(?:-\d+)?\w*
    | \b(?:COVID|GPT|Covid)[-‑ ]\d+
    )
    """,
    re.VERBOSE,
)
_GERMAN_ORDINAL = re.compile(
    r"\b(?:[Dd]er|[Dd]ie|das|dem|den|des|im|am|zum|vom|beim|jeder|jede)\s(\d{1,3}\.)(?=\s\w)"
)
YEARS = (1500, 2099)
"""What may be a year."""
_TEN, _HUNDRED = 10, 100
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_AGE = re.compile(r"^(?:[-‑ ](?:years?[-‑ ]old|летн|річн|jährig|year[-‑ ]old))")
_PEOPLE = frozenset(
    ["people", "men", "women", "children", "personnel", "staff", "dead", "aircraft"]
)


def find_exclusions(text: str, words: Words) -> Iterator[Span]:
    """The parts of a text whose numbers are no quantities, by their form."""
    if "@" in text or "://" in text or "www." in text or _ENDING.search(text):
        for match in _ADDRESS.finditer(text):
            yield Span(match.start(), match.end())
    is_german = words.language == "de"
    for match in _FORMS.finditer(text):
        # `15 am Tag` is no time of the morning.
        if not (is_german and match[0].endswith(" am")):
            yield Span(match.start(), match.end())
    if is_german:
        for match in _GERMAN_ORDINAL.finditer(text):
            yield Span(match.start(1), match.end(1))


def mask(text: str, spans: list[Span]) -> str:
    """The text with signs that belong to no word in the place of the spans, positions kept."""
    if not spans:
        return text
    parts = list(text)
    for span in spans:
        parts[span.start : span.end] = "\x00" * (span.end - span.start)
    return "".join(parts)


def is_name(numeral: Numeral, text: str, words: Words, *, has_unit: bool) -> bool:
    """Whether a number is part of a name, such as `Article 5` or `Boeing 737`, or is an age."""
    if _AGE.match(text[numeral.span.end : numeral.span.end + 12]):
        return True
    if not numeral.is_plain or has_unit:
        return False
    before = re.search(r"(\S+)\s?$", text[max(0, numeral.span.start - 24) : numeral.span.start])
    if before is None:
        return False
    word = before[1].lstrip("(“\"'„«")
    if _is_year(word, numeral, text, words):
        return True
    return words.labels.find(word.casefold()) is not None or _is_named(word, numeral, text, words)


def _is_year(word: str, numeral: Numeral, text: str, words: Words) -> bool:
    """Whether a number is a year that no date was made of: `the three years to 2022`."""
    if not YEARS[0] <= numeral.value <= YEARS[1] or words.language != "en":
        return False
    following = _NEXT_WORD.match(text, numeral.span.end)
    is_counted = following is not None and _is_counted(following[1])
    is_title = following is not None and following[1][0].isupper() and word.casefold() == "the"
    is_behind = word.casefold() in words.group("years-behind")
    return is_title or (is_behind and not is_counted and not _is_limited(numeral, text, words))


def _is_limited(numeral: Numeral, text: str, words: Words) -> bool:
    """Whether a round number is limited: `more than 1500`; the end of `up to 2000` is a year."""
    start = numeral.span.start
    if text[:start].casefold().endswith("to "):
        following = _NEXT_WORD.match(text, numeral.span.end)
        is_counting = following is not None and following[1] not in words.group("counted-stops")
        is_round = is_counting and numeral.value % _HUNDRED == 0
    else:
        is_round = numeral.value % _TEN == 0
    return is_round and is_limited(text, start, words)


def _is_counted(word: str) -> bool:
    return word.endswith("s") or word in _PEOPLE


def _is_named(word: str, numeral: Numeral, text: str, words: Words) -> bool:
    """Whether a name stands in front and nothing that is counted behind: `Leopard 2`, `S&P 500`."""
    if words.language != "en" or not word[:1].isupper() or word.endswith((",", ".", ";", ":")):
        return False
    is_first = re.search(r"(?:^|[.!?:]\s+)[\S]+\s?$", text[: numeral.span.start]) is not None
    following = re.findall(r"[\w'-]+", text[numeral.span.end : numeral.span.end + 40])[:3]
    return not is_first and not any(map(_is_counted, following))
