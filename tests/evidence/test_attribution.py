"""Who a sentence ascribes something to, and whose words it cites."""

from __future__ import annotations

import pytest

from generator.evidence.attribution import find_attributions, find_voices, is_all_known
from generator.evidence.passages import Sentence, find_sentences
from generator.library.library import Library
from tests.small import figure, small_library

SOURCES = """\
- {id: gazette, name: The Skerry Gazette, short-name: Gazette, kind: newspaper}
- {id: wire, name: North Wire, aliases: [the northerners, Wire], kind: agency}
- {id: board, name: Harbour Board, aliases: [Wire], kind: government}
"""


def read(prose: str, reports: str = "", *figures: str) -> tuple[Sentence, Library]:
    """The first sentence of a brief's prose, and the library that it stands in."""
    library = small_library(
        *figures, reports=reports, prose=prose, more={"data/sources.yml": SOURCES}
    )
    sentences = find_sentences(library)["b"]
    return next(one for one in sentences if not one.is_field), library


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("North Wire says so.", ["wire"]),
        ("North Wire itself has reported it.", ["wire"]),
        ("North Wire’s own count is higher.", ["wire"]),
        ("North Wire's assessment is older.", ["wire"]),
        ("It is so, according to North Wire.", ["wire"]),
        ("It is so, as reported by the northerners.", ["wire"]),
        ("Das ist so, laut North Wire.", ["wire"]),
        ("По данным North Wire, это так.", ["wire"]),
        ("За даними North Wire, це так.", ["wire"]),
        ("The Skerry Gazette said it, and Gazette wrote it.", ["gazette", "gazette"]),
        ("The Gazette counted, the Harbour Board estimated.", ["gazette", "board"]),
        ("The North Wire ferry sank.", []),
        ("North Wire, which nobody reads, sank.", []),
        ("North Wires say so.", []),
        ("north wire says so.", []),
        ("Wire says so.", []),
        ("He told North Wire nothing.", []),
    ],
)
def test_a_source_is_made_to_speak_by_the_words_beside_its_name(
    prose: str, expected: list[str]
) -> None:
    """By any of its names; by one that two have, nobody is."""
    sentence, library = read(prose + "\n")
    found = list(find_attributions(sentence, library))
    assert [one.source for one in found] == expected
    assert all(one.span.of(sentence.text) in prose for one in found)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("It is so [@a].", {"gazette", "wire", "board"}),
        ("It is [9 boats](obs:x).", {"gazette", "wire", "board"}),
        ("It is [so](article:a).", {"gazette", "wire", "board"}),
        ("It is [so](source:board).", set()),
        ("It is so.", set()),
    ],
)
def test_the_voices_of_a_sentence_are_those_on_the_chains_of_what_it_cites(
    prose: str, expected: set[str]
) -> None:
    """The outlet, everybody on its chain, and whom its figures name as their origin."""
    links = "  - {verb: cites, source: wire}\n"
    sentence, library = read(prose + "\n", links, figure("x", value=9, origin="board"))
    assert find_voices(sentence, library) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("It is so [@a], or [9](obs:x), or [so](article:a).", True),
        ("It is so [@a; @b].", False),
        ("It is [9](obs:y) [@a].", False),
        ("It is [so](article:b) [@a].", False),
    ],
)
def test_nothing_is_concluded_from_what_is_not_there(prose: str, expected: bool) -> None:
    """An article or figure that can't be read may go back to anybody."""
    sentence, library = read(prose + "\n", "", figure("x", value=9))
    assert is_all_known(sentence, library) is expected
