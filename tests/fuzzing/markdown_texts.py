"""Markdown made by its grammar: what contributors write, and what they may come to write."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

from tests.fuzzing.texts import FIGURES, MARKDOWN, MARKUP, UNICODE, words

ARTICLES = ("tide-2024-02-10-assessment", "wire-2024-02-11-herring", "council-statement")
LINKS = (
    "source:ferry-line",
    "metric:herring-landed-daily",
    "article:tide-2024-02-10-assessment",
    "event:ev-assessment",
    "topic:herring",
    "brief:harbour-depth",
    "obs:landed-2024-01-tide",
    "obs:landed-daily-2024-01-gazette",
    "https://e.example/a_b",
    "http://e.example:8080/?x=1&y=2#z",
    "https://e.example/[x]*y*",
    "https://e.example/&amp;",
)
INERT = tuple(sign for sign in MARKDOWN + MARKUP + UNICODE + FIGURES if "\n" not in sign)


def _escape(text: str) -> str:
    return "".join("\\" + sign if sign in "\\`*_{}[]<>()#+-.!|&~^=\"'" else sign for sign in text)


inert = st.sampled_from(INERT).map(_escape)
plain = st.one_of(words, words, words, inert, inert, st.sampled_from(FIGURES))
raw = st.sampled_from(INERT)
citations = st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=2, unique=True).map(
    lambda ids: "[" + "; ".join(f"@{id}" for id in ids) + "]"
)
ends = st.sampled_from(["", " ", " ", " ", "\n", "  \n", "\\\n", ". ", ", ", "; "])


@st.composite
def lines(draw: st.DrawFn, depth: int = 2) -> str:
    """What stands in one block: words, marks, links, citations, and signs that only look so."""
    made = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 15))
        if kind <= 4 or kind > 11 or depth == 0:
            made.append(draw(plain))
        elif kind == 5:
            made.append(draw(raw))
        elif kind == 6:
            mark = draw(st.sampled_from(["*", "_", "**", "__", "***"]))
            made.append(mark + draw(lines(depth - 1)).strip() + mark)
        elif kind == 7:
            fence = draw(st.sampled_from(["`", "``"]))
            made.append(fence + draw(raw | words).replace("`", "") + fence)
        elif kind in (8, 9):
            inner = draw(lines(0)).strip()
            made.append(f"[{inner}]({draw(st.sampled_from(LINKS))})")
        else:
            made.append(draw(citations))
        made.append(draw(ends))
    return "".join(made).strip()


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> str:
    """One block: a paragraph, heading, list, quotation, table or rule."""
    kind = draw(st.integers(0, 9))
    if kind <= 2 or depth == 0:
        return draw(lines())
    if kind == 3:
        flat = " ".join(draw(lines(1)).split("\n"))
        return "#" * draw(st.sampled_from([2, 2, 2, 2, 2, 3, 4])) + " " + flat
    if kind in (4, 5, 6):
        return draw(listings(depth))
    if kind == 7:
        inner = "\n\n".join(draw(st.lists(blocks(depth - 1), min_size=1, max_size=2)))
        return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    if kind == 8:
        return draw(tables())
    return draw(st.sampled_from(["---", "* * *", "___"]))


@st.composite
def listings(draw: st.DrawFn, depth: int) -> str:
    """A list of either kind, tight or loose, with further blocks in its items."""
    mark = draw(st.sampled_from(["-", "*", "+", "1.", "1)", "7.", "0."]))
    gap = draw(st.sampled_from(["\n", "\n", "\n\n"]))
    items = []
    for _ in range(draw(st.integers(1, 3))):
        inner = draw(st.lists(blocks(depth - 1), min_size=1, max_size=2))
        text = draw(st.sampled_from(["\n", "\n\n"])).join(inner)
        width = len(mark) + 1
        items.append(f"{mark} " + textwrap.indent(text, " " * width).lstrip(" "))
    return gap.join(items)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table of two or three columns."""
    columns = draw(st.integers(2, 3))
    rows = draw(
        st.lists(st.lists(lines(1), min_size=columns, max_size=columns), min_size=1, max_size=3)
    )
    made = ["| " + " | ".join(" ".join(cell.split("\n")) for cell in row) + " |" for row in rows]
    rule = draw(st.sampled_from(["---", "--:", ":-:"]))
    return "\n".join([made[0], "|" + f"{rule}|" * columns, *made[1:]])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text of one to five blocks."""
    return "\n\n".join(draw(st.lists(blocks(), min_size=1, max_size=5)))
