"""The texts of a brief as sentences: where they end, what they cite, and where they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.evidence.passages import Sentence, find_sentences
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import SLOWS, swap
from tests.small import ARTICLE, figure, small_library

PATH = "data/briefs/2024/b.md"
TEXT = """\
---
id: b
title: Boats, 101 of them
question: Were there 102?
bottom-line: >-
  There were 103 boats [@a]. Then
  there were 104 boats [@a, words].
cut-off: 2024-02-01
published: 2024-02-01
authors: [Ada Example]
topics: [sea]
key-figures: [{observation: x, label: Boats of 105}]
key-judgements:
  - statement: There were 106 boats.
    likelihood: likely
    confidence: low
    reason: "A man counted 107 [@a]."
---

## All 108 boats

Some 109 boats, e.g. 110 trawlers, came *back*. The **111** others
did not; the Gazette had [112 boats](obs:x) [@a, words]. [113](obs:x) of them sank [@a]. So 114.

## How [115](obs:x) went

- A list of 116 boats.
  - Inside it 117,
    and 118.

> A quote block of 119 boats
> and 120 nets.

| Year | Boats |
|---|---|
| 2023 | 121 [@a] |
| 2024 | [122](obs:x) and [123](obs:y) |

```table
observations: [x]
caption: The 124 boats
```

```compare
observations: [x, y]
caption: Both
note: >-
  There were 125
  boats [@a].
```
"""


def read(text: str) -> tuple[Sentence, ...]:
    """The sentences of a brief."""
    given = f"{ARTICLE}observations:\n{figure('x', value=9)}{figure('y', value=8)}"
    library = small_library(more={PATH: text, "data/articles/2024/a.yml": given})
    return find_sentences(library)["b"]


def read_prose(prose: str) -> list[Sentence]:
    """The sentences of a prose, without those of the front matter."""
    library = small_library(figure("x", value=9), prose=f"{prose}\n")
    found = find_sentences(library)["b"]
    assert [one.text for one in found[:3]] == ["Boats at sea", "How many?", "Some."]
    return list(found[3:])


def test_every_text_of_a_brief_is_read() -> None:
    """Title, question, bottom line, judgements, prose, cells, captions, labels and notes."""
    numbers = re.findall(r"\b1\d\d\b", " ".join(one.text for one in read(TEXT)))
    assert sorted(numbers) == [str(number) for number in range(101, 126)]


@pytest.mark.parametrize("number", [*range(108, 124)])
def test_a_word_of_the_prose_stands_where_its_file_has_it(number: int) -> None:
    """Line and column, in paragraphs, headings, lists, quote blocks and cells."""
    sentence, place = _find(number)
    location = sentence.locate(place)
    begin = TEXT.index(str(number))
    line = TEXT.count("\n", 0, begin) + 1
    assert (location.path, location.line) == (PATH, line)
    assert location.column == begin - TEXT.rfind("\n", 0, begin)


@pytest.mark.parametrize(
    ("number", "line", "column"),
    [
        (101, 3, 8),
        (102, 4, 11),
        (103, 5, 14),
        (104, 5, 14),
        (105, 12, 39),
        (106, 14, 16),
        (107, 17, 13),
        (124, 41, 10),
        (125, 47, 7),
    ],
)
def test_a_word_of_a_field_stands_where_the_field_begins(
    number: int, line: int, column: int
) -> None:
    """How YAML folds a text is its own affair."""
    sentence, place = _find(number)
    location = sentence.locate(place)
    assert (location.path, location.line, location.column) == (PATH, line, column)


def _find(number: int) -> tuple[Sentence, int]:
    """The sentence that has a number, and the number's place in it."""
    (sentence,) = (one for one in read(TEXT) if str(number) in one.text)
    return sentence, sentence.text.index(str(number))


@pytest.mark.parametrize(
    ("numbers", "is_heading"),
    [((101, 102, 105, 108, 115, 124), True), ((103, 106, 107, 109, 116, 119, 121, 125), False)],
)
def test_titles_headings_and_captions_are_told_from_prose(
    numbers: tuple[int, ...], is_heading: bool
) -> None:
    """What holds no citation must be judged by what the brief uses."""
    assert {_find(number)[0].is_heading for number in numbers} == {is_heading}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("There were 5. Then 6 came.", ["There were 5.", "Then 6 came."]),
        ("They sank.\nThen 5 came.", ["They sank.", "Then 5 came."]),
        ("They sank! 5 of them.", ["They sank!", "5 of them."]),
        ("They left… 5 came.", ["They left…", "5 came."]),
        ("“It sank.” Then it rose.", ["“It sank.”", "Then it rose."]),
        ("(It sank.) “Then” it rose.", ["(It sank.)", "“Then” it rose."]),
        ("It was in 2023. 5 came.", ["It was in 2023.", "5 came."]),
        ("Вони тонуть. Їх 5.", ["Вони тонуть.", "Їх 5."]),
        ("It was approx. 5 boats, e.g. The Anna.", None),
        ("In Dec. 5 boats sank.", None),
        ("Boat No. 9 and Mr. Ek sank.", None),
        ("The U.S. Navy had 3.5 boats.", None),
        ("He asked (really?) for 5.", None),
        ("Їх було 5 тис. У порту.", None),
        ("Es waren 5 Mio. Boote, z.B. Kutter.", None),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(prose: str, expected: list[str] | None) -> None:
    """A point in a number or behind an abbreviation is no end."""
    assert [one.text for one in read_prose(prose)] == (expected or [prose])


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("They sank [@a]. Then 5 came [@a, words].", [["a"], ["a words"]]),
        ("They sank. [@a] Then 5 came.", [["a"], []]),
        ("They sank.[@a] Then 5 came.", [["a"], []]),
        ("They sank. Then 5 came. [@a]", [[], ["a"]]),
        ("They sank. [@a; @a, words]", [["a", "a words"]]),
        ("[@a] says 5. Then 6.", [["a"], []]),
        ("*They* sank [@a], they did [@a, words]. Then 5.", [["a", "a words"], []]),
        ("| A | B |\n|---|---|\n| 5 | 6 [@a] |\n| 7 | 8 [@a, words] |", [[], ["a"], ["a words"]]),
        ("- They sank [@a]\n- Then 5\n\nAnd 6 [@a, words]", [["a"], [], ["a words"]]),
    ],
)
def test_a_citation_belongs_to_the_sentence_before_it(
    prose: str, expected: list[list[str]]
) -> None:
    """Behind its full stop, too; in a table to its row."""
    found = [
        [f"{cited.article} {cited.quote or ''}".strip() for cited in one.citations]
        for one in read_prose(prose)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Then [5 boats](obs:x) came.", [["5 boats|obs|x"]]),
        ("They sank. [Five](obs:x) came.", [[], ["Five|obs|x"]]),
        ("At [](obs:x). Then 5.", [["|obs|x"], []]),
        ("[](obs:x) came. Then 5.", [["|obs|x"], []]),
        ("They sank. [](obs:x) Boats came.", [[], ["|obs|x"]]),
        ("They sank. At last [](obs:x)", [[], ["|obs|x"]]),
        ("[5 sank. Then 6](obs:x) came.", [["5 sank.|obs|x"], ["Then 6|obs|x"]]),
        ("[It](source:wire), [it](article:a).", [["It|source|wire", "it|article|a"]]),
        ('[5](calc: "2 + 3"), [6](waived: "so it is").', [["5|calc|2 + 3", "6|waived|so it is"]]),
        ("[**Five**](obs:x) came.", [["Five|obs|x"]]),
    ],
)
def test_a_link_belongs_to_the_sentences_that_have_its_words(
    prose: str, expected: list[list[str]]
) -> None:
    """Scheme and target, with the words; one without words counts where it stands."""
    found = [
        [f"{link.span.of(one.text)}|{link.scheme}|{link.target}" for link in one.links]
        for one in read_prose(prose)
    ]
    assert found == expected


def test_a_text_with_a_broken_mark_has_no_sentences(project: Path) -> None:
    """What a broken citation means, nobody can tell; the other texts of the brief are read."""
    swap(SLOWS, "[@tide-2024-02-10-assessment, rate]. North", "[@tide 2024]. North")(project)
    library, issues = assemble(read_data_files(project))
    assert [issue.rule.id for issue in issues] == ["malformed-citation"]
    sentences = find_sentences(library)["herring-slows"]
    assert not any("North Wire" in one.text for one in sentences)
    assert any("The register" in one.text for one in sentences)


@pytest.mark.parametrize("sign", [".", "…", "?!", " ."])
def test_a_brief_of_stops_alone_is_read_in_a_moment(sign: str) -> None:
    """Each stop tried as an end would make minutes of it: this test would seem to hang."""
    prose = "It came [@a]. " + (sign * 7_900)[:7_900] + "\n"
    library = small_library(prose=prose)
    assert find_sentences(library)["b"]
