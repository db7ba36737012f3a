"""Lookups, back-references and the selection of events, on the invented library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.library.library import Library
from generator.library.near import find_near_misses, suggest
from generator.library.references import find_references
from generator.library.selection import select_events
from generator.records.base import Record
from generator.records.blocks import TimelineBlock
from generator.records.vocabulary import (
    Confidence,
    Likelihood,
    ObservationStatus,
    Qualifier,
    SourceKind,
    Verb,
)

TIDE = "tide-2024-02-10-assessment"


def test_records_are_in_the_order_of_their_ids(library: Library) -> None:
    """Whatever order the files were read in."""
    for records in library.by_kind.values():
        assert list(records) == sorted(records)


def test_observations_know_their_article(library: Library) -> None:
    """Those of an article's file and those of a series alike."""
    assert library.article_of["landed-daily-2024-01-tide"] == TIDE
    assert library.article_of["landed-2023-09-register"] == "landing-register-2024-02-01-data"
    assert "landed-2024-01-tide" in library.observations_of_article[TIDE]


def test_a_record_knows_who_points_to_it(library: Library) -> None:
    """From fields, chains, citations, links and blocks."""
    assert library.referring("article", TIDE, "article") == (
        "gazette-2024-02-12-herring",
        "wire-2024-02-11-herring",
    )
    assert library.referring("article", TIDE, "brief") == ("herring-slows",)
    assert library.referring("article", TIDE, "event") == ("ev-assessment",)
    assert library.referring("brief", "harbour-depth", "brief") == ("herring-slows",)
    assert library.referring("observation", "landed-2023-09-register", "brief") == (
        "herring-slows",
    )
    assert library.referring("source", "nobody", "article") == ()


def test_a_citation_in_the_note_of_a_block_counts(library: Library) -> None:
    """The note of a comparison is part of the brief's text."""
    brief = library.briefs["herring-slows"]
    (note,) = (placed.note for placed in brief.body.blocks if placed.note)
    assert [cited.article for cited in note.citations] == ["gazette-2024-02-12-herring"]
    assert note in brief.texts


def test_references_are_found_with_the_way_to_them(library: Library) -> None:
    """The kind comes from the field's type, the way from its place."""
    found = {
        (named.kind, named.id): named.keys for named in find_references(library.articles[TIDE])
    }
    assert found["source", "tide-institute"] == ("outlet",)
    assert found["topic", "herring"] == ("topics", 0)
    assert found["metric", "herring-stock"] == ("observations", 4, "metric")


def test_the_words_of_a_figure_are_its_quote_or_its_row(library: Library) -> None:
    """A derived figure has none."""
    words = {
        id: quote.text
        for id, observation in library.observations.items()
        if (quote := library.quote_of(observation))
    }
    assert words["landed-2024-01-tide"] == "279 tonnes were landed in January"
    assert words["landed-2023-09-register"] == "2023-09: 402.5"
    assert words["landed-2023-12-register"].startswith("98.4 tonnes")
    assert "landed-daily-2023-12-tide" not in words


def test_a_figure_may_have_another_unit_than_its_metric(library: Library) -> None:
    """Its own unit comes first."""
    assert library.unit_of(library.observations["landed-2023-24-observer"]).id == "kilotonnes"
    assert library.unit_of(library.observations["landed-2024-01-tide"]).id == "tonnes"


@pytest.mark.parametrize(
    ("kind", "id", "missing"),
    [
        ("source", "tide-institute", False),
        ("source", "nobody", True),
        ("source", "damaged", False),
        ("unit", "nobody", False),
    ],
)
def test_only_what_is_certainly_not_there_is_missing(
    library: Library, kind: str, id: str, missing: bool
) -> None:
    """A record that could not be read may well be there, and so may one of an unread file."""
    damaged = replace(
        library, broken=frozenset([("source", "damaged")]), incomplete=frozenset(["unit"])
    )
    assert damaged.is_missing(kind, id) is missing


def test_near_misses_are_slips_of_the_keyboard() -> None:
    """The nearest come first; what is far away is not suggested."""
    known = ["tide-institute", "tide-tables", "north-wire"]
    assert find_near_misses("Tide-Institut", known) == ["tide-institute"]
    assert find_near_misses("gulls", known) == []
    assert suggest("nroth-wire", known) == "did you mean `north-wire`?"
    assert suggest("gulls", known, "add it") == "add it"


@pytest.mark.parametrize(
    ("block", "selected"),
    [
        ({"events": ("ev-timetable", "ev-ferry-built")}, ["ev-ferry-built", "ev-timetable"]),
        ({"topics": ("ferry",)}, ["ev-ferry-built", "ev-timetable", "ev-strike"]),
        ({"topics": ("ferry",), "from": "2023-06-30"}, ["ev-timetable", "ev-strike"]),
        ({"topics": ("ferry",), "from": "2023-07"}, ["ev-strike"]),
        ({"topics": ("ferry",), "to": "2023-03"}, ["ev-ferry-built"]),
        ({"to": "1999"}, ["ev-harbour-wall", "ev-ferry-built"]),
        ({"events": ("ev-strike",), "to": "1989"}, ["ev-harbour-wall", "ev-strike"]),
        ({"from": "2030"}, ["ev-second-winter"]),
        ({"events": ("ev-nobody",)}, []),
    ],
)
def test_a_timeline_selects_what_may_lie_in_it(
    library: Library, block: dict[str, object], selected: list[str]
) -> None:
    """By id, or by topic and date; imprecise dates count as soon as they may fit."""
    events = select_events(TimelineBlock.model_validate(block), library)
    assert [event.id for event in events] == selected


def test_the_invented_library_uses_every_word_and_field(library: Library) -> None:
    """What no test could otherwise see; add to `tests/library/` what is missing here.

    But for `waivers`: they stand against an issue, and the library has none.
    """
    figures = library.observations.values()
    judgements = [j.record for brief in library.briefs.values() for j in brief.judgements]
    links = [link for article in library.articles.values() for link in article.reports]
    assert {source.kind for source in library.sources.values()} == set(SourceKind)
    assert {figure.qualifier for figure in figures} == set(Qualifier)
    assert {figure.status for figure in figures} == set(ObservationStatus)
    assert {judgement.likelihood for judgement in judgements} == set(Likelihood)
    assert {judgement.confidence for judgement in judgements} == set(Confidence)
    assert {link.verb for link in links} == set(Verb)
    for kind, records in library.by_kind.items():
        models = [
            record if isinstance(record, Record) else record.front for record in records.values()
        ]
        given = set().union(*(model.model_fields_set for model in models))
        fields = set().union(*(type(model).model_fields for model in models))
        assert given == fields - {"waivers"}, kind
