"""Typography levelled out: what becomes one, what stays apart, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.phrases.typography import (
    DASHES,
    DOUBLE_QUOTES,
    LONGER,
    SINGLE_QUOTES,
    SPACES,
    UNSEEN,
    normalise,
)

SIGNS = [*DOUBLE_QUOTES, *SINGLE_QUOTES, *DASHES, *SPACES, *UNSEEN, *LONGER]
MIXED = st.lists(
    st.one_of(
        st.sampled_from([*SIGNS, " ", "e", "и", "\u0301", "\u0306", "\u0323", "ᄒ", "ᅡ", "ᆫ", "Å"]),
        st.text(max_size=5),
    )
).map("".join)
"""Texts that are full of what is levelled out."""


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("“nine” „nine“ «nine» ‟nine＂", '"nine" "nine" "nine" "nine"'),
        ("Kyiv’s п‘ять пʼять п`ять ‹a›", "Kyiv's п'ять п'ять п'ять 'a'"),
        ("2022–2024 — −5 non‑stop", "2022-2024 - -5 non-stop"),
        ("1\u202f500\xa0km² a\u2009day", "1 500 km² a day"),
        ("nine\r\n\r\n\tvillages \u3000 a\u2028day", "nine villages a day"),
        ("nine \u200b \xad villages", "nine villages"),
        ("ad\xadvance\u200b, nine\u2060\ufeff", "advance, nine"),
        ("oﬀice eﬃcient ﬁve ﬂoods", "office efficient five floods"),
        ("so on… and […]", "so on... and [...]"),
        (unicodedata.normalize("NFD", "її Київ, café, 한국"), "її Київ, café, 한국"),
        ("ﬁ\u0301n, e\u200d\u0301", "fín, é"),
        ("50 \u212b, Kyiv\u1fefs", "50 Å, Kyiv's"),
    ],
)
def test_what_differs_in_looks_alone_becomes_one(printed: str, normal: str) -> None:
    """Marks, dashes, spaces, ligatures, unseen signs and composed letters have one form each."""
    assert normalise(printed).text == normal


@pytest.mark.parametrize(
    "text",
    [
        "Nine nine NINE",
        "1,500 1.500 1 500 ١٥٠٠ ½",
        "km² km2 m₂ №5 ™",
        "е́ замо́к",
        "a,b;c:d!e?f (g) [h] {i} <j> 5% $5 &c *d*",
        "ё е й и ß ss ı i",
        "' \" - a--b",
        "",
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    """Case, digits, letters, superscripts and punctuation are the text's own."""
    assert normalise(text).text == text


@given(MIXED)
def test_a_normal_text_is_its_own_normal_form(text: str) -> None:
    """There is nothing left to level out."""
    once = normalise(text).text
    assert normalise(once).text == once


@given(MIXED)
def test_every_sign_comes_from_a_part_of_the_text(text: str) -> None:
    """The way back is in order, leaves no seen sign out, and each part levels to its sign."""
    normal = normalise(text)
    spans = [normal.trace(at, at + 1) for at in range(len(normal.text))]
    assert spans == sorted(spans)
    for at, span in enumerate(spans):
        assert normal.text[at] in normalise(span.of(text)).text
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(text[at] in UNSEEN for at in range(len(text)) if at not in covered)


@given(MIXED, st.data())
def test_a_part_is_traced_as_its_ends_are(text: str, data: st.DataObject) -> None:
    """From where the first sign began to where the last one ended."""
    normal = normalise(text)
    if normal.text:
        start = data.draw(st.integers(0, len(normal.text) - 1))
        end = data.draw(st.integers(start + 1, len(normal.text)))
        span = normal.trace(start, end)
        assert span.start == normal.trace(start, start + 1).start
        assert span.end == normal.trace(end - 1, end).end


def test_a_letter_with_a_million_marks_is_borne() -> None:
    """Their ordering would take the square of a million steps; it is done piece by piece."""
    text = "a" + "\u0301\u0323" * 500_000
    normal = normalise(text)
    assert normal.text[0] == "ạ"
    assert len(normal.text) == len(text) - 1


def test_a_long_text_keeps_its_places() -> None:
    """Two million signs, of which many change their length."""
    text = "The\xa0advance  slowed… " * 100_000
    normal = normalise(text)
    start = normal.text.rindex("slowed")
    assert normal.trace(start, start + 6).of(text) == "slowed"
