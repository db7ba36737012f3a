"""What a comparison says of figures that go back to one and differ."""

from generator.library.library import Library
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.retellings import word_retellings
from tests.small import figure, small_library

ABOUT_NINE = figure("x", value=9, qualifier="approximately")


def _word(library: Library, *ids: str) -> list[str]:
    """The sentences on these figures, with spaces that break."""
    page, cross = PageContext(library, "briefs/b.md"), CrossReferences(library)
    said = word_retellings([library.observations[id] for id in ids], page, cross)
    return [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in said]


def _second(*figures: str, reports: str = "", id: str = "c") -> dict[str, str]:
    """An article of the Wire with these figures, for the library of the Gazette's."""
    links = f"reports:\n{reports}" if reports else ""
    return {
        f"data/articles/2024/{id}.yml": (
            f"id: {id}\ntype: article\ntitle: More boats\noutlet: wire\nissued: 2024-01-11\n"
            f"language: en\n{links}quotes: {{words: boats}}\nobservations:\n{''.join(figures)}"
        ),
    }


def test_an_article_that_differs_from_the_one_it_relays_is_named() -> None:
    """Which of the two retells the other is known, so the sentence says so."""
    relays = "  - {verb: cites, source: gazette, article: a}\n"
    more = _second(figure("y", value=18), reports=relays)
    assert _word(small_library(ABOUT_NINE, more=more), "y", "x") == [
        "The Wire, with 18 boats, differs from what it relays: The Gazette has about 9 boats."
    ]


def test_what_only_shares_an_origin_is_told_without_a_culprit() -> None:
    """Each value stands once, with all who give it, and what was worked out is called so."""
    more = _second(
        figure("y", value=18, origin="gazette"),
        figure("z", value=21, derived="63 / 3", origin="gazette"),
    )
    same = _second(figure("same", value=9, qualifier="approximately", origin="gazette"), id="d")
    library = small_library(ABOUT_NINE, more={**more, **same})
    assert _word(library, "x", "same", "y", "z") == [
        "The Gazette is relayed with different values: about 9 boats by itself and The Wire; "
        "18 boats by The Wire; 21 boats, worked out from The Wire."
    ]


def test_unnamed_people_may_be_retold_differently_too() -> None:
    """They have no name to give, and are one origin only through one outlet."""
    unnamed = "  - {verb: quotes, speaker: two clerks}\n"
    through = (
        "  - {verb: cites, source: gazette}\n  - {by: gazette, verb: quotes, speaker: clerks}\n"
    )
    more = _second(figure("y", value=18), reports=through)
    assert _word(small_library(ABOUT_NINE, reports=unnamed, more=more), "x", "y") == [
        "An unnamed source is relayed with different values: about 9 boats by The Gazette; "
        "18 boats by The Wire."
    ]


def test_figures_that_were_measured_apart_are_no_retellings() -> None:
    """Two origins that differ are what a comparison is for; nothing more is said of them."""
    library = small_library(ABOUT_NINE, more=_second(figure("y", value=18)))
    assert _word(library, "x", "y") == []


def test_only_the_rows_of_the_comparison_are_told(library: Library) -> None:
    """Another figure on record would be news to whoever reads the table above."""
    day = "landed-daily-2024-01"
    assert _word(library, f"{day}-tide", f"{day}-wire") == []
    (said,) = _word(library, f"{day}-tide", f"{day}-gazette")
    assert said.startswith("Gazette, with over 19 t/day, differs from what it relays: Tide")
