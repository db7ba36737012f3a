"""What the units of records and texts measure, and how they convert into each other.

Units convert only within a kind, by an exact factor. A rate per day converts into a total, or into
a rate per month, by the days of the period, and only where the period is stated to the day or to
whole months. Nothing converts across currencies, nor between things that are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from generator.evidence.arithmetic import count_months
from generator.phrases.words import UnitTerm, read_units, read_words
from generator.records.edtf import EdtfDate
from generator.records.measure import Unit

COUNT = "count"
TIMES = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
"""Times of a fixed length, in seconds."""
_MONTHS = {"month": 1, "year": 12}
_FACTOR = re.compile(r"10\*(\d{1,2})")
_ALIASES = {"[mi_us]2": "[mi_i]2", "l": "L", "pct": "%"} | {
    "{percentage_point}": "{percentage-point}",
    "{basis_point}": "{basis-point}",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit taken apart: what kind of thing it measures, in which size, per what."""

    kind: str
    """What converts into each other: `area`, `usd`, `count` for things that are counted."""
    factor: Fraction
    """How many of the kind's base unit one of it is."""
    per: str = ""
    """What it is divided by: the id of a unit, such as `day` or `km2`; empty for a plain unit."""
    thing: str = ""
    """What is counted, where it is a count: `person`; empty where any thing may be."""

    @property
    def base(self) -> tuple[str, str, str]:
        """The dimension: equal for two measures whose numbers can be compared by a factor alone."""
        per = read_units().get(self.per)
        return self.kind, per.kind if per and self.per not in _MONTHS else self.per, self.thing

    @property
    def size(self) -> Fraction:
        """What one of it is in the base unit of its dimension."""
        per = read_units().get(self.per)
        divisor = per.factor if per and self.per not in _MONTHS else Fraction(1)
        return self.factor / divisor


def measure_of(unit: Unit) -> Measure:
    """What a unit of the records measures, by its UCUM code, else by its name.

    A unit of which neither tells is a count of things of its own.
    """
    return _measure_unit(unit.id, unit.name, unit.symbol or "", unit.ucum or "")


@cache
def _measure_unit(id: str, name: str, symbol: str, ucum: str) -> Measure:
    return (
        _read_ucum(ucum)
        or _read_name(name)
        or _read_name(symbol)
        or Measure(COUNT, Fraction(1), thing=id)
    )


def measure_text(unit: str, per: str) -> Measure:
    """What a text's unit measures; without a unit, a count of whatever it names."""
    term = read_units().get(unit)
    if term is None:
        return Measure(COUNT, Fraction(1), per)
    return Measure(term.kind, term.factor, per)


@cache
def _by_ucum() -> dict[str, UnitTerm]:
    return {term.ucum: term for term in read_units().values()}


def _read_ucum(code: str) -> Measure | None:
    """A UCUM code of the few forms that records need: `10*9.{USD}`, `km2/d`, `{person}/km2`."""
    if not code:
        return None
    whole = _by_ucum().get(_ALIASES.get(code, code))
    if whole is not None and "/" not in whole.id:
        return Measure(whole.kind, whole.factor)
    top, _, bottom = code.partition("/")
    scale = Fraction(1)
    match = _FACTOR.match(top)
    if match:
        scale, top = Fraction(10) ** int(match[1]), top[match.end() :].lstrip(".")
    above = _read_atom(top)
    if above is None:
        return None
    if not bottom:
        return Measure(above.kind, above.factor * scale, thing=above.thing)
    below = _by_ucum().get(_ALIASES.get(bottom, bottom))
    per = below.id if below is not None else bottom.strip("{}")
    return Measure(above.kind, above.factor * scale, per, above.thing)


def _read_atom(code: str) -> Measure | None:
    if not code:
        return Measure(COUNT, Fraction(1))
    term = _by_ucum().get(_ALIASES.get(code, code))
    if term is not None:
        return Measure(term.kind, term.factor)
    annotation = re.fullmatch(r"\{([^{}]+)\}", code)
    return Measure(COUNT, Fraction(1), thing=annotation[1]) if annotation else None


def _read_name(name: str) -> Measure | None:
    """A unit by its English words or symbol: `square kilometres per day`, `t/day`."""
    words = read_words("en")
    unit, end = words.units.read(name.strip(), 0)
    unit, slash, given = unit.partition("/")
    term = read_units().get(unit)
    if term is None:
        return None
    rest = name.strip()[end:].lstrip()
    per = given if slash else words.rates.read(rest, 0)[0] if rest else ""
    return Measure(term.kind, term.factor, per)


def conversions(given: Measure, wanted: Measure, period: EdtfDate | None) -> Iterator[Fraction]:
    """The factors by which a number in one measure becomes one in another; none if it can't.

    Several where the period can be counted in more than one way: a month's total is per day, but
    an average month's is not that month's.
    """
    if given.kind != wanted.kind or (given.thing and wanted.thing and given.thing != wanted.thing):
        return
    factor = given.factor / wanted.factor
    if given.per == wanted.per or given.kind == "ratio":
        # A percentage is the same whether “a year” stands behind it or not.
        yield factor
        return
    given_per, wanted_per = read_units().get(given.per), read_units().get(wanted.per)
    is_time = _is_time(given.per) and _is_time(wanted.per)
    if given_per and wanted_per and not is_time and given_per.kind == wanted_per.kind:
        yield factor * wanted_per.factor / given_per.factor
        return
    if is_time:
        lengths = _length(given.per, period), _length(wanted.per, period)
        if lengths[0] and lengths[1]:
            yield factor * lengths[1] / lengths[0]


def _is_time(per: str) -> bool:
    return per == "" or per in TIMES or per in _MONTHS


def _length(per: str, period: EdtfDate | None) -> Fraction | None:
    """How many days the time of a rate has; a total is per the whole period."""
    if per in TIMES:
        return Fraction(TIMES[per], TIMES["day"])
    days = period.days if period is not None else None
    if days is None or period is None:
        return None
    if per == "":
        return Fraction(days)
    months = count_months(period)
    return Fraction(days, 1) * _MONTHS[per] / months if months else None


def is_same_dimension(one: Unit, other: Unit) -> bool:
    """Whether numbers in two units can be compared; shares of different wholes can't."""
    if measure_of(one).base != measure_of(other).base:
        return False
    shares = [" of " in f" {unit.name} " for unit in (one, other)]
    return one.name == other.name or not any(shares) or measure_of(one).kind != "ratio"
