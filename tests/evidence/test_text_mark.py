"""The mark of a brief: what changes it, and what does not."""

from __future__ import annotations

import re

import pytest

from generator.evidence.text_mark import mark_text, read_marks
from tests.small import figure, small_library

PATH = "data/briefs/2024/b.md"
TEXT = """\
---
id: b
title: Boats at sea
question: How many?
bottom-line: Some [nine](obs:x), one thinks [@a].
cut-off: 2024-02-01
published: 2024-02-01
authors: [Ada Example]
topics: [sea]
key-figures: [x]
key-judgements:
  - statement: There are few.
    likelihood: likely
    confidence: low
    reason: One article says so [@a].
---

Nobody has *counted* them since
[the winter](event:ev) [@a, words].

## What is known

It makes [nine and nine](calc: "x + x").

```table
# one of them
observations: [x, y]
caption: All
```
"""


def mark(text: str) -> str:
    """The mark of a brief of this text."""
    library = small_library(
        figure("x", value=9),
        figure("y", value=11),
        events="- {id: ev, date: 2024-01, description: Ice., topics: [sea], articles: [a]}\n",
        more={PATH: text},
    )
    return mark_text(library.briefs["b"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("since\n[the winter]", "since [the\nwinter]"),
        ("has *counted* them", "has   counted them"),
        (" [@a, words]", "\n[@a, words]"),
        ("## What is known", "**What is known**"),
        ("# one of them\n", ""),
        ("observations: [x, y]", "observations:\n  - x\n  - y"),
        ("caption: All", "caption: >-\n  All"),
        ("id: b\n", "# the first\nid: b\n"),
        ("title: Boats at sea", 'title: "Boats at sea"'),
        ("key-figures: [x]", "key-figures: [{observation: x}]"),
        ("published: 2024-02-01", "published: 2024-02-01\npublished-text: 3f9a0c2b7d41"),
        ("topics: [sea]", "topics: [sea]\nupdated: 2024-02-03"),
        ("topics: [sea]", "topics: [sea]\nrevisions: [{date: 2024-02-03, change: More.}]"),
        ("topics: [sea]", "topics: [sea]\nwaivers: [{rule: single-origin, about: x, reason: No.}]"),
        ("## What", "\n\n## What"),
    ],
)
def test_what_says_the_same_has_the_same_mark(old: str, new: str) -> None:
    """Spacing, line breaks, emphasis, comments and spellings of YAML; and the brief's history."""
    assert old in TEXT
    assert mark(TEXT.replace(old, new, 1)) == mark(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Boats", "title: Ships"),
        ("question: How many?", "question: How few?"),
        ("Some [nine]", "Some [ten]"),
        ("[nine](obs:x)", "[nine](obs:y)"),
        ("[nine](obs:x)", "nine"),
        ("thinks [@a].", "thinks."),
        ("There are few.", "There are many."),
        ("likelihood: likely", "likelihood: unlikely"),
        ("confidence: low", "confidence: high"),
        ("reason: One article", "reason: Some article"),
        ("key-figures: [x]", "key-figures: [y]"),
        ("key-figures: [x]", "key-figures: [{observation: x, label: Boats}]"),
        ("counted", "seen"),
        ("them since", "themsince"),
        ("[@a, words]", "[@a]"),
        ("## What is known", "## What is not known"),
        ('calc: "x + x"', 'calc: "x * 2"'),
        ("observations: [x, y]", "observations: [y, x]"),
        ("caption: All", "caption: Some"),
        ("```table", "```figures"),
        ("\ncaption: All\n```\n", "\ncaption: All\n```\n\nSo be it.\n"),
    ],
)
def test_what_says_something_else_has_another_mark(old: str, new: str) -> None:
    """Each word, link, citation, scale, figure and block."""
    assert old in TEXT
    assert mark(TEXT.replace(old, new, 1)) != mark(TEXT)


def test_a_mark_stays_what_it_was() -> None:
    """Marks are on record: other digits for the same words would make every brief look changed."""
    assert mark(TEXT) == "0146b548acd3"


def test_a_mark_has_the_form_that_a_record_takes() -> None:
    """Twelve hexadecimal digits; of each brief, beside the one on record."""
    library = small_library(more={PATH: TEXT.replace("obs:x", "source:wire")})
    (found,) = read_marks(library)
    assert re.fullmatch("[0-9a-f]{12}", found.now)
    assert (found.brief, found.recorded) == ("b", None)
    assert read_marks(library, ["b"]) == [found]
