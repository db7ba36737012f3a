"""Hostile texts, and ways to damage sound ones: what the strategies are made of."""

from __future__ import annotations

import string
from collections.abc import Callable

from hypothesis import strategies as st

MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</title></h1></div>",
    "</bdi></span></p></li>",
    '"><b onmouseover=x>',
    "' autofocus onfocus='x",
    "<!-- ",
    "-->",
    "<![CDATA[ ]]>",
    "<![><img ",
    "<!DOCTYPE x>",
    "<?php ?>",
    "<a href=javascript:x>y</a>",
    '<div markdown="1">',
    "<https://e.example>",
    "<a@e.example>",
    "< p >",
    "<",
    "&",
    "&amp;",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "&#x3C;",
    "&nbsp;",
    "&notanentity;",
    "&#0;",
    "&#1114112;",
    "&copy",
)
"""What means something to HTML."""

MARKDOWN = (
    "*em*",
    "_em_",
    "**strong**",
    "***both***",
    "__init__",
    "*a_b*c_",
    "`code`",
    "``a`b``",
    "~~gone~~",
    "==mark==",
    "^sup^",
    "H~2~O",
    "[link](https://e.example)",
    "[x](javascript:alert(1))",
    "[x](obs:landed-2024-01-tide)",
    '[x](calc: "1 / 2")',
    '[x](waived: "y")',
    "[x][y]",
    "[y]: https://e.example 'z'",
    "![image](x.png)",
    "[^1]",
    "[^1]: a note",
    "[^tide-2024-02-10-assessment]",
    "[@tide-2024-02-10-assessment]",
    "[@",
    "](",
    "[[",
    "]]",
    "{#id .class onclick=x}",
    "{: onclick=alert(1) }",
    "{ .bw-fig #__config }",
    "///Footnotes Go Here///",
    "[TOC]",
    "*[HTML]: abbreviation",
    "!!! note",
    '=== "tab"',
    '--8<-- "mkdocs.yml"',
    "# heading",
    "## heading {#x}",
    "heading\n===",
    "- item",
    "1. first",
    "1986. A year",
    "+ plus",
    ": definition",
    "> quoted",
    "| a | b |",
    "|---|---|",
    "* * *",
    "```",
    "~~~",
    "    code",
    "\\",
    "\\*",
    "a\\\nb",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "zz1337820767766393qq",
    "https://e.example/a_b_c?x=1&y=2#z",
    "www.e.example",
    "a@e.example",
)
"""What means something to one of the readers of Markdown."""

YAML = (
    "---",
    "...",
    "- ",
    ": ",
    " #",
    "? ",
    "&a ",
    "*a",
    "<<: ",
    "!!python/object:os.system",
    "!x ",
    "%YAML 1.2",
    "|\n",
    ">-\n",
    "{a: b",
    "[a, b",
    "}",
    "]",
    "'",
    '"',
    "''",
    '\\"',
    "\\u0000",
    '"\\ud800"',
    "\t",
    "null",
    "~",
    "{}",
    "[]",
    "id: x\n",
    "title: Another\n",
    "template: redirect.html\n",
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "{# no comment #}",
    "${HOME}",
    "!ENV HOME",
    "<<<<<<< ours",
    "=======",
)
"""What means something to YAML, front matter or a template."""

FIGURES = (
    "nine",
    "about 9 tonnes per day",
    "1,620",
    "1 620,5",
    "1.620",
    "½",
    "⁹",
    "٩",
    "Ⅻ",
    "𝟗",
    "9½",
    "12–15",
    "-9",
    "−9",
    "±9",
    "9e9",
    "0.5 per cent",
    "50%",
    "more than two thirds",
    "a hundred and one thousand million",
    "по 9 тонн в сутки",
    "дев’ять",
    "neunundneunzigtausend",
    "January 2024",
    "2024-01",
    "19XX",
    "29 February 2023",
    "9999-12-31",
    "0000",
    "the 1990s",
    "by half",
    "from 9 to 19",
    "9" * 40,
    "0." + "0" * 30 + "1",
    "$9.50",
    "No. 9",
    "9th",
)
"""What means something to the readers of figures and dates."""

UNICODE = (
    "\u00a0",
    "\u202f",
    "\u2028",
    "\u2029",
    "\u0085",
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u061c",
    "\ufeff",
    "\ufffd",
    "\ufffe",
    "\x0b",
    "\x0c",
    "\x1b[31m",
    "\x7f",
    "\x02",
    "\x03",
    "\x00",
    "e\u0301",
    "a" + "\u0301" * 20,
    "İ",
    "ı",
    "ß",
    "ﬁ",
    "ﷺ",
    "Ǆ",
    "ʼn",
    "العبّارة",
    "עברית",
    "Херсон",
    "раураl",
    "日本語",
    "👩‍👩‍👧‍👦",
    "🇺🇦",
    "\U000e0041\U000e007f",
    "\U000f0000",
    "\U0001d7d8",
    "\u3164",
    "\u180e",
    "“quoted”",
    "’",
    "„",
    "…",
    "—",
    "‑",
)
"""What is more than one thing to the programs that draw, compare or count letters."""

FRAGMENTS = MARKUP + MARKDOWN + YAML + FIGURES + UNICODE
WORDS = ("the", "herring", "and", "of", "landed", "was", "a", "Tide", "Institute", "quay", "in")

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
signs = st.text(st.sampled_from(string.punctuation + " \n\tab1é") | st.characters(), max_size=12)
runs = st.builds(
    str.__mul__,
    st.sampled_from([*string.punctuation, *" aй9\n", "- ", "> ", "[](", "<b>", "*a", "_ ", "a,"]),
    st.integers(1, 200),
)
pieces = st.sampled_from(FRAGMENTS) | words | st.sampled_from(FRAGMENTS) | signs | words
glue = st.sampled_from(["", " ", " ", " ", "\n", ", ", ". "])


@st.composite
def hostile_texts(draw: st.DrawFn, max_pieces: int = 5) -> str:
    """A text of a few pieces that mean something to somebody, run together or spaced."""
    parts = draw(
        st.lists(
            pieces | runs if draw(st.integers(0, 9)) == 0 else pieces,
            min_size=1,
            max_size=max_pieces,
        )
    )
    return "".join(part + draw(glue) for part in parts)


@st.composite
def hostile_lines(draw: st.DrawFn) -> str:
    """The same on one line, as most fields want it."""
    return " ".join(draw(hostile_texts()).split("\n"))[:300]


def _insert(text: str, at: int, to: int, new: str) -> str:
    return text[:at] + new + text[at:]


def _replace(text: str, at: int, to: int, new: str) -> str:
    return text[:at] + new + text[to:]


def _delete(text: str, at: int, to: int, new: str) -> str:
    return text[:at] + text[to:]


def _repeat(text: str, at: int, to: int, new: str) -> str:
    return text[:to] + text[at:]


def _cut(text: str, at: int, to: int, new: str) -> str:
    return text[:at]


def _move(text: str, at: int, to: int, new: str) -> str:
    return text[to:] + text[at:to] + text[:at]


def _change_ends(text: str, at: int, to: int, new: str) -> str:
    return text[:at] + text[at:].replace("\n", "\r\n" if len(new) % 2 else "\r")


def _indent(text: str, at: int, to: int, new: str) -> str:
    return text[:at] + text[at:to].replace("\n", "\n" + " " * (len(new) % 6)) + text[to:]


def _nest(text: str, at: int, to: int, new: str) -> str:
    sign = new[:1] if new[:1] in "[{(<*_`>" and new else "["
    return text[:at] + sign * (to - at) * 3 + text[at:]


Damage = Callable[[str, int, int, str], str]
DAMAGES: tuple[Damage, ...] = (
    *(_insert, _insert, _insert, _insert, _replace, _replace, _delete, _repeat),
    *(_cut, _move, _change_ends, _indent, _nest),
)


@st.composite
def damaged(draw: st.DrawFn, text: str, most: int = 3) -> str:
    """A sound text damaged in one to a few places; often at the ends of words and lines."""
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            at = max(text.rfind(draw(st.sampled_from('\n :"')), 0, at), 0) + 1
        to = min(len(text), at + draw(st.integers(0, 40)))
        damage = draw(st.sampled_from(DAMAGES))
        text = damage(text, at, to, draw(pieces))
    return text[:64_000]
