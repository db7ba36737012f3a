"""Slips in the project's own records: each is made on purpose, and each must be found at its line.

Slips of one kind are made in many records at once, for one slip is one issue wherever it is made.
Nothing is drawn by chance: it is every figure of an article and every link of a brief's prose that
can have the slip, but for those that the tests name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.checks.run import run_checks
from generator.evidence.chains import find_links
from generator.evidence.findings import find_match
from generator.evidence.recorded import word_number
from generator.evidence.units import measure_of
from generator.reading.assemble import assemble
from generator.reading.files import DataFiles, TextFile, read_data_files
from generator.records.measure import Unit
from generator.records.observation import Observation, SeriesRow
from generator.records.vocabulary import Qualifier

FILES = read_data_files(Path(__file__).resolve().parents[1])
LIBRARY, _ = assemble(FILES)
TEXTS = {file.path: file.text for file in FILES.files}
OF_MARKS = frozenset(["unmarked-brief", "unrecorded-change"])
"""The rules about the mark of a brief's text, which notice every change and tell nothing of it."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
LINK = re.compile(r"\[([^\]\n]*\d[^\]\n]*)\]\(obs:([a-z0-9-]+)\)")
DATED = re.compile(rf"(?<=\) in )({'|'.join(MONTHS)}) 20\d\d")
UNTOLD = re.compile(r"spring|autumn|\d{4}-to-\d{4}")
"""In the ids of figures whose last month nobody tells: of a call-up, of the turn of a year."""
LIMITS = {
    "more than ": "up to ",
    "over ": "up to ",
    "at least ": "about ",
    "up to ": "over ",
    "under ": "over ",
    "about ": "at least ",
    "around ": "over ",
    "approximately ": "up to ",
    "almost ": "over ",
    "above ": "under ",
    "less than ": "more than ",
    "some ": "under ",
    "nearly ": "over ",
}
OTHER_LIMIT = {"en": "under ", "uk": "менше ніж "}
"""Put in front of a figure that has none, in the language of its brief."""
OTHER_RATE = {"en": " a week", "uk": " на тиждень"}
"""Put behind a figure that is none."""
OTHER_UNITS = {
    "km² a day": "km²",
    "km²": "square miles",
    "square kilometre": "square mile",
    "roubles": "dollars",
    "$": "€",
    "%": " percentage points",
    " a day": " a month",
    " на добу": " на місяць",
}


@dataclass(frozen=True)
class Slip:
    """What is exchanged on a line of a file, and the line on which the issue must be."""

    path: str
    line: int
    old: str
    new: str
    found_at: int


def find_missed(slips: list[Slip]) -> list[Slip]:
    """The slips that are not found at their lines, after all of them were made."""
    lines = {path: text.split("\n") for path, text in TEXTS.items()}
    for slip in slips:
        line = lines[slip.path][slip.line - 1]
        assert slip.old in line
        lines[slip.path][slip.line - 1] = line.replace(slip.old, slip.new, 1)
    files = [TextFile(one.path, one.kind, "\n".join(lines[one.path])) for one in FILES.files]
    library, issues = assemble(DataFiles(files))
    found = {
        (issue.location.path, issue.location.line)
        for issue in [*issues, *run_checks(library)]
        if issue.rule.id not in OF_MARKS
    }
    return [slip for slip in slips if (slip.path, slip.found_at) not in found]


def language_of(words: str) -> str:
    """In which of the languages of the briefs on record the words are."""
    return "uk" if re.search("[а-яіїєґ]", words) else "en"


def find_line(observation: Observation, *fields: str) -> tuple[str, int]:
    """The file and line of the first of these fields that a figure has."""
    (field, *_) = (name for name in fields if name in observation.model_fields_set)
    place = LIBRARY.address("observation", observation.id).locate(field)
    assert place.line is not None
    return place.path, place.line


def change_figures(
    field: str, change: Callable[[Observation, str], str | None], *at: str
) -> Iterator[Slip]:
    """A change of one field of the figures of articles that have it; found there, or `at`."""
    for observation in LIBRARY.observations.values():
        is_odd = isinstance(observation, SeriesRow) or observation.waived or observation.withdrawn
        if is_odd or field not in observation.model_fields_set:
            continue
        path, line = find_line(observation, field)
        written = re.search(rf"\b{field}: ([^,}}]+)", TEXTS[path].split("\n")[line - 1])
        assert written is not None
        new = change(observation, written[1])
        if new is not None:
            yield Slip(path, line, written[0], new, find_line(observation, *at, field)[1])


def alter_digit(number: str) -> str:
    """Exchanges two digits beside each other, else makes the last that is no zero another."""
    for place in range(1, len(number)):
        pair = number[place - 1 : place + 1]
        if pair.isdigit() and pair[0] != pair[1] and "0" not in pair:
            return number[: place - 1] + pair[::-1] + number[place + 1 :]
    last = max(place for place, sign in enumerate(number) if sign in "123456789")
    return number[:last] + str(int(number[last]) % 9 + 1) + number[last + 1 :]


@pytest.mark.parametrize("is_derived", [False, True])
def test_a_wrong_digit_of_a_figure_is_found(is_derived: bool) -> None:
    """In what was read, and in what was worked out, which is not blamed for its inputs."""

    def change(observation: Observation, old: str) -> str | None:
        return f"value: {alter_digit(old)}" if bool(observation.derived) is is_derived else None

    slips = list(change_figures("value", change))
    assert len(slips) > 5
    assert find_missed(slips) == []


@pytest.mark.parametrize(("field", "change"), [("low", -1), ("high", 1)])
def test_a_wrong_end_of_a_range_is_found(field: str, change: int) -> None:
    """The first number of the figure is pointed to."""

    def widen(_: Observation, old: str) -> str:
        return f"{field}: {Decimal(old) + change}"

    slips = list(change_figures(field, widen, "value", "low"))
    assert len(slips) > 5
    assert find_missed(slips) == []


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_another_limit_of_a_figure_is_found(step: int) -> None:
    """Each of the others, in each figure that has one and was read from a quote."""
    limits: list[Qualifier] = [limit for limit in Qualifier if limit is not Qualifier.EXACT]

    def change(observation: Observation, old: str) -> str | None:
        if observation.derived:
            return None
        return f"qualifier: {limits[(limits.index(Qualifier(old)) + step) % len(limits)]}"

    slips = list(change_figures("qualifier", change))
    assert len(slips) > 50
    assert find_missed(slips) == []


def test_a_limit_left_out_of_a_figure_is_found() -> None:
    """At its number, for the field is not there; a calculation has limits of its own."""

    def change(observation: Observation, old: str) -> str | None:
        return None if observation.derived else "# no limit"

    slips = list(change_figures("qualifier", change, "value", "low"))
    assert len(slips) > 50
    assert find_missed(slips) == []


def test_a_limit_added_to_a_figure_is_found() -> None:
    """The last exact number of each file becomes “over” it."""

    def change(observation: Observation, old: str) -> str | None:
        is_exact = observation.qualifier is Qualifier.EXACT and not observation.derived
        return f"value: {old}\n    qualifier: over" if is_exact else None

    last = {slip.path: slip for slip in change_figures("value", change)}
    slips = [replace(slip, found_at=slip.line + 1) for slip in last.values()]
    assert len(slips) > 50
    assert find_missed(slips) == []


def test_another_month_of_a_figure_is_found() -> None:
    """The last month that the period names, told by the figure's quote or its id."""

    def change(observation: Observation, old: str) -> str | None:
        month = re.search(r"(\d{4})-(\d\d)(?!.*\d{4}-\d\d)(?!-29|-3)", old)
        if month is None or UNTOLD.search(observation.id) or observation.derived:
            return None
        year, number = int(month[1]) + int(month[2]) // 12, int(month[2]) % 12 + 1
        return f"period: {old[: month.start()]}{year}-{number:02}{old[month.end() :]}"

    slips = list(change_figures("period", change))
    assert len(slips) > 100
    assert find_missed(slips) == []


def test_another_unit_of_a_figure_is_found() -> None:
    """In figures that name a unit: one that measures something else than their metric's."""

    def change(observation: Observation, old: str) -> str:
        return f"unit: {find_other_unit(LIBRARY.units[old])}"

    slips = list(change_figures("unit", change))
    assert len(slips) > 5
    assert find_missed(slips) == []


def find_other_unit(unit: Unit) -> str:
    """The first unit on record that does not convert into this one."""
    kind = measure_of(unit).kind
    return next(id for id, other in LIBRARY.units.items() if measure_of(other).kind != kind)


def test_a_metric_in_another_unit_is_found() -> None:
    """Where the quote has a unit: at the metric, or at the number, which then is another."""

    def change(observation: Observation, old: str) -> str | None:
        if observation.derived or observation.unit:
            return None
        told = find_match(observation, LIBRARY).quantity
        unit = find_other_unit(LIBRARY.unit_of(observation))
        metrics = (id for id, metric in LIBRARY.metrics.items() if metric.unit == unit)
        return f"metric: {next(metrics)}" if told is not None and told.unit else None

    slips = list(change_figures("metric", change))
    assert len(slips) > 100
    missed = {(slip.path, slip.line) for slip in find_missed(slips)}
    at_number = list(change_figures("metric", change, "value", "low"))
    assert [slip for slip in find_missed(at_number) if (slip.path, slip.line) in missed] == []


def test_an_origin_out_of_the_chain_is_found() -> None:
    """A source that the article does not relay and that did not publish it."""

    def change(observation: Observation, old: str) -> str:
        article = LIBRARY.articles[LIBRARY.article_of[observation.id]]
        voices = {link.source for link in find_links(article, LIBRARY)} | {article.outlet}
        return f"origin: {next(id for id in LIBRARY.sources if id not in voices)}"

    slips = list(change_figures("origin", change))
    assert len(slips) > 100
    assert find_missed(slips) == []


def change_links(change: Callable[[str, str], str | None]) -> list[Slip]:
    """A change of the words or the target of the first link to a figure on each line of a prose."""
    slips = []
    for brief in LIBRARY.briefs.values():
        path = LIBRARY.address("brief", brief.id).path
        lines = TEXTS[path].split("\n")
        for number, line in enumerate(lines[lines.index("---", 1) :], lines.index("---", 1) + 1):
            link = LINK.search(line)
            new = change(link[1], link[2]) if link is not None else None
            if link is not None and new is not None:
                slips.append(Slip(path, number, link[0], new, number))
    assert len(slips) > 20
    return slips


def test_a_wrong_digit_in_a_brief_is_found() -> None:
    """Whether the words say “about” or not."""
    assert find_missed(change_links(lambda words, id: f"[{alter_digit(words)}](obs:{id})")) == []


def test_another_limit_in_a_brief_is_found() -> None:
    """“Over” for “up to”, “at least” for “about”; “under” for a number without a limit."""

    def change(words: str, id: str) -> str:
        limits = (limit for limit in LIMITS if words.startswith(limit))
        limit = next(limits, "")
        other = LIMITS.get(limit) or OTHER_LIMIT[language_of(words)]
        return f"[{other}{words.removeprefix(limit)}](obs:{id})"

    assert find_missed(change_links(change)) == []


def test_another_unit_in_a_brief_is_found() -> None:
    """Another rate, area, currency or share; of people, a rate that nobody gave."""

    def change(words: str, id: str) -> str:
        unit = next((unit for unit in OTHER_UNITS if unit in words), "")
        rate = OTHER_RATE[language_of(words)]
        other = words.replace(unit, OTHER_UNITS[unit]) if unit else words + rate
        return f"[{other}](obs:{id})"

    assert find_missed(change_links(change)) == []


def test_a_link_to_another_figure_is_found() -> None:
    """One of the same metric that has another value."""

    def change(words: str, id: str) -> str | None:
        right = LIBRARY.observations[id]
        others = (
            other.id
            for other in LIBRARY.observations.values()
            if other.metric == right.metric and word_number(other) != word_number(right)
        )
        other = next(others, None)
        return f"[{words}](obs:{other})" if other is not None else None

    assert find_missed(change_links(change)) == []


def test_another_month_in_a_brief_is_found() -> None:
    """Where the link and its month stand side by side on a line."""
    slips = []
    for brief in LIBRARY.briefs.values():
        path = LIBRARY.address("brief", brief.id).path
        lines = TEXTS[path].split("\n")
        for number, line in enumerate(lines[lines.index("---", 1) :], lines.index("---", 1) + 1):
            month = DATED.search(line)
            if month is not None:
                other = MONTHS[(MONTHS.index(month[1]) + 2) % len(MONTHS)]
                new = month[0].replace(month[1], other)
                slips.append(Slip(path, number, month[0], new, number))
    assert len(slips) > 5
    assert find_missed(slips) == []
