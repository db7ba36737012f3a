"""Values in words: number, qualifier and unit as a sentence or a table has them.

Digits stay as the record has them; only separators, a minus sign and spaces that do not break are
added. Nothing is rounded or converted here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.library.library import Library
from generator.records.measure import Unit, UnitName
from generator.records.observation import Observation
from generator.records.vocabulary import Qualifier
from generator.speech import (
    ENGLISH,
    format_count,
    format_decimal,
    mark,
    ngettext,
    spoken,
    spoken_locale,
)
from generator.speech import gettext as _

_FULL_STOP = re.compile(r"\.(?:</[a-z]+>)*$")
NO_BREAK = "\N{NO-BREAK SPACE}"

QUALIFIERS = {
    Qualifier.EXACT: "",
    Qualifier.APPROXIMATELY: mark("about"),
    Qualifier.OVER: mark("over"),
    Qualifier.AT_LEAST: mark("at least"),
    Qualifier.UNDER: mark("under"),
    Qualifier.UP_TO: mark("up to"),
}
"""What stands in front of a number."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class ValueWords:
    """A value taken apart, so that a table or card can set its parts differently."""

    qualifier: str
    number: str
    """One number, or both ends of a range."""
    unit: str
    """What follows the number, with the space that belongs in front of it."""
    centre: str = ""
    """The central estimate within a range, such as `central estimate about 200,000`."""

    @property
    def short(self) -> str:
        """Qualifier and number, for a column whose head names the unit."""
        return f"{self.qualifier}{NO_BREAK}{self.number}" if self.qualifier else self.number

    @property
    def full(self) -> str:
        """The whole value, for a sentence."""
        centre = f" ({self.centre})" if self.centre else ""
        return f"{self.short}{self.unit}{centre}"


def word_value(observation: Observation, library: Library) -> str:
    """The value as a sentence has it: `about 9 km² a day`, `over 1,500 people`."""
    return split_value(observation, library.unit_of(observation)).full


def split_value(observation: Observation, unit: Unit) -> ValueWords:
    """The value's parts in words."""
    qualifier = word_qualifier(observation.qualifier)
    low, high, value = observation.low, observation.high, observation.value
    if value is not None and (low is None or high is None):
        return ValueWords(qualifier, format_number(value), word_unit(unit, value))
    if low is None or high is None:
        raise ValueError(f"the observation `{observation.id}` has neither a value nor a range")
    if value is None:
        return ValueWords(qualifier, format_range(low, high), word_unit(unit))
    about = f"{qualifier}{NO_BREAK}" if qualifier else ""
    centre = _("central estimate %(value)s", value=f"{about}{format_number(value)}")
    return ValueWords("", format_interval(low, high), word_unit(unit), centre)


def word_qualifier(qualifier: Qualifier) -> str:
    """What stands in front of a number; it does not break itself."""
    word = QUALIFIERS[qualifier]
    return _(word).replace(" ", NO_BREAK) if word else ""


def format_number(number: Decimal) -> str:
    """Digits as recorded, grouped from 1,000 on."""
    return format_decimal(number)


def format_range(low: Decimal, high: Decimal) -> str:
    """A range that a source words as one: `10 to 12`."""
    if low == high:
        return format_number(low)
    return _(
        "%(low)s to\u00a0%(high)s",
        low=format_number(low),
        high=format_number(high),
    )


def format_interval(low: Decimal, high: Decimal) -> str:
    """An interval round a central estimate: `152,000–264,000`; a dash beside a minus misleads."""
    if low < 0:
        return format_range(low, high)
    return f"{format_number(low)}–{format_number(high)}"


def name_unit(unit: Unit) -> str:
    """The unit alone, as a column's head has it."""
    if own := unit.names.get(spoken()):
        return own.many or own.other
    return unit.symbol or unit.name


def word_unit(unit: Unit, number: Decimal | None = None) -> str:
    """The unit behind a number, with the space it needs; a per cent sign needs none."""
    if own := unit.names.get(spoken()):
        return _join_unit(_choose_form(own, number))
    if unit.symbol:
        return _join_unit(unit.symbol)
    is_one = number is not None and abs(number) == 1
    return NO_BREAK + (unit.singular if is_one and unit.singular else unit.name)


def _join_unit(words: str) -> str:
    return words if words.startswith("%") else NO_BREAK + words


def _choose_form(name: UnitName, number: Decimal | None) -> str:
    """The form of a unit's name that goes with a number or, behind a range, with many."""
    if number is None:
        return name.many or name.other
    category = spoken_locale().plural_form(abs(number))
    forms = {"one": name.one, "few": name.few, "many": name.many}
    return forms.get(category) or name.other


def count(number: int, singular: str, plural: str) -> str:
    """A number of things: `1 article`, `3 articles`."""
    return f"{format_count(number)}{NO_BREAK}{ngettext(singular, plural, number)}"


def spell_count(number: int, singular: str, plural: str) -> str:
    """The same with small numbers spelled out, as in an English heading: `six values`.

    Other languages have a form of each for every gender, and keep to digits.
    """
    if number >= len(_NUMBERS) or spoken() != ENGLISH:
        return count(number, singular, plural)
    return f"{_NUMBERS[number]} {singular if number == 1 else plural}"


def end_sentence(text: str) -> str:
    """With a full stop, unless an abbreviation such as “р.” has put one there already."""
    return text if _FULL_STOP.search(text) else f"{text}."


def join_words(words: list[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(words) <= 1:
        return "".join(words)
    return _("%(others)s and %(last)s", others=", ".join(words[:-1]), last=words[-1])
