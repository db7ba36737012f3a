"""Quotes in captured texts: what is found, what is not, and what is said of the nearest passage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.captures import (
    MAX_NEAREST,
    MAX_OMITTED,
    CaptureMatch,
    QuoteVerdict,
    find_quote,
    find_whole,
    judge_quotes,
    judge_rows,
)
from generator.evidence.nearest import Difference
from generator.library.capture import Capture
from generator.library.library import Library
from tests.small import figure, small_library

CAPTURE = """\
The Tide Institute said that landings “slowed to approximately nine
tonnes per day” in January 2024 – with over 1,500 boats at sea and 12 300 nets.
It can’t last, the Institute’s report says: growth of 5 %, at −18.1 degrees, since 2023.
"""


@pytest.mark.parametrize(
    "quote",
    [
        'landings "slowed to approximately nine tonnes per day"',
        "approximately nine tonnes",
        "in January 2024 - with over 1,500 boats",
        "12\xa0300 nets",
        "the Institute",
        "at -18.1 degrees",
        "since 2023",
        "slowed to [...] nine tonnes [...] over 1,500",
        "[…] nine tonnes",
    ],
)
def test_words_are_found_whatever_their_typography(quote: str) -> None:
    """Marks, dashes, spaces and line breaks do not matter; `[...]` leaves words out."""
    assert find_quote(quote, CAPTURE).span is not None


@pytest.mark.parametrize(
    ("quote", "ours", "theirs"),
    [
        ("slowed by approximately nine", "by", "to"),
        ("with 1,500 boats at sea", "1,500", "over 1,500"),
        ("with well over 1,500 boats", "well over", "over"),
        ("500 boats at sea", "500", "1,500"),
        ("300 nets", "300", "12 300"),
        ("at sea and 12", "12", "12 300"),
        ("degrees, since 202", "202", "2023"),
        ("at -18", "18", "18.1"),
        ("8.1 degrees", "8.1", "18.1"),
        ("It can", "can", "can't"),
        ("growth of 5%, at", "5%", "5 %"),
        ("Growth of 5 %", "Growth", "growth"),
        ("slowed, to approximately", "slowed,", "slowed"),
        ("slowed to approx", "approx", "approximately"),
        ("slowed to [...] nine barrels per day", "barrels", "tonnes"),
        ("landings slowed to approximately", "slowed", '"slowed'),
    ],
)
def test_what_differs_is_named(quote: str, ours: str, theirs: str) -> None:
    """The first words in which the two differ, with as many beside them as it takes to see it."""
    match = find_quote(quote, CAPTURE)
    assert match.span is None
    assert match.difference == Difference(ours, theirs)


def test_the_nearest_passage_is_shown_as_printed() -> None:
    """On one line, with the capture's own marks."""
    match = find_quote('"slowed to about nine tonnes a day"', CAPTURE)
    assert match.nearest == "“slowed to approximately nine tonnes per day”"


def test_the_nearest_passage_is_the_one_with_the_rare_words() -> None:
    """Common words elsewhere in a long text draw nothing away from it."""
    text = "the boats of the fleet were at sea in the month " * 2_000
    match = find_quote("the boats of the Herring Board were at sea", f"{text}{CAPTURE}{text}")
    assert match.nearest.startswith("the boats of the")
    assert find_quote("the Tide Board said", f"{text}{CAPTURE}{text}").difference == Difference(
        "the", "The"
    )


def test_a_word_that_is_said_over_and_over_does_not_make_a_passage() -> None:
    """Each word of the quote counts once, however often it stands in one place."""
    around = "nine " * 50, "and then " * 100
    text = "".join([*around, "slowed to nine tonnes ", *reversed(around)])
    assert find_quote("slowed by nine tonnes", text).nearest == "slowed to nine tonnes"


@pytest.mark.parametrize("quote", ["Nothing of that kind", "бочок", "[...]", "!"])
def test_nothing_is_made_up_where_nothing_is_near(quote: str) -> None:
    """No passage is shown that has little in common with the quote."""
    assert find_quote(quote, CAPTURE) == CaptureMatch()


def test_parts_follow_each_other_closely() -> None:
    """In their order, and with no more left out than anybody would call one passage."""
    near, far = "x" * (MAX_OMITTED - 2), "x" * (MAX_OMITTED - 1)
    assert find_quote("one [...] two", f"one {near} two").span is not None
    assert find_quote("one [...] two", f"one {far} two") == CaptureMatch(is_apart=True)
    assert find_quote("two [...] one", "one two").is_apart


def test_an_earlier_place_that_leads_nowhere_hides_no_later_one() -> None:
    """Each part is tried wherever it stands."""
    filler = "x" * MAX_OMITTED
    text = f"one {filler} one two {filler} two three"
    match = find_quote("one [...] two", text)
    assert match.span is not None
    assert match.span.of(text) == "one two"
    assert find_quote("one [...] two [...] three", text).is_apart
    text = "go go go stop"
    assert find_quote("go [...] go go [...] stop", text).span is not None


def test_the_place_found_is_that_of_the_words() -> None:
    """From the first to the last, in the capture as it is."""
    match = find_quote("over 1,500 [...] nets", CAPTURE)
    assert match.span is not None
    assert match.span.of(CAPTURE) == "over 1,500 boats at sea and 12 300 nets"


WORDS = st.lists(
    st.tuples(
        st.text("abcdfiіїє", min_size=1, max_size=7),
        st.sampled_from([" ", " - ", '" "', ", ", "-"]),
    ),
    min_size=3,
    max_size=60,
)
"""Words, each with what stands behind it."""
DRESSED = {
    " ": [" ", "\n", "\xa0", "  ", " \u200b ", "\r\n\r\n", "\u2009"],
    "a": ["a", "a\xad", "\u200ba"],
    "ї": ["ї", "і\u0308"],
    "-": ["-", "–", "\u2011", "−"],
    '"': ['"', "“", "„", "»"],
}
"""The forms that one sign may have in a capture."""


@given(WORDS, st.data())
def test_a_quote_cut_out_of_a_text_is_found_in_other_typography(
    words: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Whatever shape its spaces, letters and marks are printed in; with another letter it is not.

    The letter put in stands nowhere in the text.
    """
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = "".join(word + glue for word, glue in words)
    quote = "".join(word + glue for word, glue in words[first:last]) + words[last][0]
    dressed = "".join(data.draw(st.sampled_from(DRESSED.get(sign, [sign]))) for sign in text)
    dressed = dressed.replace("fi", data.draw(st.sampled_from(["fi", "ﬁ"])))
    assert find_quote(quote, dressed).span is not None
    places = [place for place, sign in enumerate(quote) if sign.isalpha()]
    place = data.draw(st.sampled_from(places))
    assert find_quote(f"{quote[:place]}z{quote[place + 1 :]}", dressed).span is None
    assert find_quote(f"{quote[:place]}z{quote[place:]}", dressed).span is None


@given(WORDS, st.data())
def test_a_part_of_a_word_is_no_quote(words: list[tuple[str, str]], data: st.DataObject) -> None:
    """A place is one where no letter stands right before or behind the words."""
    text = "".join(word + glue for word, glue in words)
    part = data.draw(st.sampled_from(words))[0]
    part = part[: data.draw(st.integers(1, len(part)))]
    places = list(find_whole(part, text))
    assert all(text[at : at + len(part)] == part for at in places)
    whole = {word for word, _ in words}
    assert bool(places) == (part in whole)


WORD = "word " * 400_000
"""Two million signs."""


@pytest.mark.parametrize(
    ("quote", "capture", "is_there"),
    [
        ("word " * 400, WORD, True),
        ("word " * 399 + "ward", WORD, False),
        ("ord " + "word " * 399, WORD, False),
        ("word " * 398 + "wor", WORD, False),
        (" [...] ".join(["word"] * 200), WORD, True),
        (" [...] ".join(["word"] * 199 + ["x"]), WORD, False),
        ("a [...] b [...] c", "a " * 500_000 + "b " * 450_000, False),
        ("slowed by nine", CAPTURE * 7_000, False),
        ("a" * 2_000, "a" * 2_000_000, False),
        ("…" * 600, "…" * 600_000, True),
        ("a b", "a\u0301\u0323" * 400_000, False),
    ],
)
def test_long_texts_and_words_that_repeat_are_borne(
    quote: str, capture: str, is_there: bool
) -> None:
    """A capture of the largest size, and quotes that begin again at each of their own words."""
    assert (find_quote(quote, capture).span is not None) == is_there


def test_a_thousand_missing_quotes_are_not_all_explained(library: Library) -> None:
    """The first get their nearest passage; the verdict is everybody's."""
    (row,) = (library.observations[id] for id in ["landed-2024-01-register"])
    many = {f"x{n}": row.model_copy(update={"id": f"x{n}", "row": f"nine {n}x"}) for n in range(99)}
    captures = {"landing-register-2024-02-01-data": Capture("nine x", "")}
    findings = judge_rows(replace(library, observations=many, captures=captures))
    assert {finding.verdict for finding in findings.values()} == {QuoteVerdict.NOT_IN_CAPTURE}
    assert sum(bool(finding.match.nearest) for finding in findings.values()) == MAX_NEAREST


def test_rows_are_found_in_any_order(library: Library) -> None:
    """Each is looked for behind the last one first, and then from the start."""
    text = "2024-01: 279\n2023-10: 611.0\n2023-09: 402.5\n"
    captures = {"landing-register-2024-02-01-data": Capture(text, "")}
    findings = judge_rows(replace(library, captures=captures))
    found = {id for id, one in findings.items() if one.verdict is QuoteVerdict.IN_CAPTURE}
    assert found >= {
        "landed-2023-09-register",
        "landed-2023-10-register",
        "landed-2024-01-register",
    }


def test_every_quote_gets_a_verdict() -> None:
    """In the capture, not in it, or without one."""
    library = small_library(figure("x", value=9))
    key = ("a", "words")
    assert judge_quotes(library)[key].verdict is QuoteVerdict.NO_CAPTURE
    for text, verdict in (
        ("There are some\nboats.", QuoteVerdict.IN_CAPTURE),
        ("There are many boats.", QuoteVerdict.NOT_IN_CAPTURE),
    ):
        read = replace(library, captures={"a": Capture(text, "")})
        assert judge_quotes(read)[key].verdict is verdict
    assert judge_quotes(library).keys() == {key}
