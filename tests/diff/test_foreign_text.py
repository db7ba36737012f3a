"""What contributors wrote does nothing in GitHub's Markdown and on a terminal."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.diff.foreign_text import flatten, isolate, show_as_code, show_in_markdown

HOSTILE = [
    "</details><img src=x onerror=alert(1)><script>alert(1)</script>",
    "</summary></details># Approved",
    "@octocat and @org/team and a@b.example",
    "&#64;octocat &commat;octocat \\@octocat",
    "#123 GH-123 owner/repo#123 TICKET-123 owner/repo@0123abcdef",
    "deadbeefcafe1234deadbeefcafe1234deadbeef 1234567",
    "`code` ``two`` ` @octocat ` #1 `",
    "``` @octocat",
    "`@octocat",
    "a | b | c\n---|---|---\n@octocat | #1 | x",
    "[x](javascript:alert(1)) ![y](https://evil.example/p.png) [z]: https://evil.example",
    "<https://evil.example> https://evil.example www.evil.example mailto:a@b.example",
    "# Heading\n\n- list\n\n> quote\n\n---\n\n    code",
    ":tada: :+1: :@octocat:",
    "$x$ $$\\href{javascript:alert(1)}{x}$$ $`x`$",
    "*bold* _it_ ~~gone~~ **x",
    "<!-- --> &lt;b&gt; <b",
    "a\u202eb\u2066c\u0000d\x1b[31m",
    "\r\n\r\n<details open>",
    "[ ] [x] ^1^ [^note]",
    "https://github.com/o/r/issues/1",
    "x\\",
    "- x",
    "+ x",
    "1. x",
    "2) x",
    "---",
    "2024-12~, 2024-12~",
    "\\`@octocat\\`",
]
MENTION = re.compile(
    r"(?<!\w)@\w|\w@\w|#\d|GH-\d|://|www\.|[0-9a-f]{7,}|\w-\d|:\w+:|\$|<|&\w", re.IGNORECASE
)


def parse(text: str) -> list[Token]:
    """The tokens of a list item with the text in bold, as GitHub reads Markdown."""
    parser = MarkdownIt("gfm-like", {"linkify": False})
    lines = f"- **9 → {text}**, in {text} now\n  - words: “{text}”\n- {text} `id`: **{text}** in\n"
    return parser.parse(f"{lines}- {text}\n\nend\n")


def inline(tokens: list[Token]) -> list[Token]:
    """The tokens of all lines."""
    return [child for token in tokens for child in token.children or []]


def check(text: str) -> None:
    """A text became words and code alone, and the words hold nothing that GitHub looks for."""
    shown = show_in_markdown(text, 2_000)
    tokens = parse(shown)
    assert [token.type for token in tokens] == [token.type for token in parse("x")]
    found = inline(tokens)
    kinds = {token.type for token in found}
    assert kinds <= {"text", "code_inline", "strong_open", "strong_close"}, shown
    lines = [token.children or [] for token in tokens if token.children]
    words = "\n".join(
        "".join(token.content for token in line if token.type == "text") for line in lines
    )
    assert not MENTION.search(words), shown
    seen = "".join(token.content for token in found)
    line = isolate(flatten(text, 2_000))
    assert seen.count(line) >= 6 if line else True


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    """No mention, link, image, HTML, reference or block; every sign of it can be read."""
    check(text)


SIGNS = "ab @#1-+`\\|[]()<>!&;:/.*_~$\n\"'ה€é0fwWh"
TEXTS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=24).filter(flatten)


@given(TEXTS)
@example("a`")
@example("``")
def test_any_text_does_nothing(text: str) -> None:
    """Whatever signs meet."""
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "landings slowed to approximately nine tonnes per day in January 2024",
        "за добу — 1 500 осіб, «понад 20%»",
        "Herring: to nine tonnes a day, or by eighteen?",
        "t/day",
        "km²",
        "%",
    ],
)
def test_plain_words_stand_as_they_are(text: str) -> None:
    """A reviewer reads sentences, not code."""
    assert show_in_markdown(text, 240) == text


def test_a_long_text_says_that_it_was_cut() -> None:
    """By its last sign."""
    assert show_in_markdown("word " * 100, 20) == "word word word word…"
    assert show_as_code("x" * 100, 10) == "`xxxxxxxxx…`"


def test_text_from_right_to_left_turns_nothing_around() -> None:
    """The arrow beside it keeps its direction."""
    assert show_in_markdown("تسعة", 20) == "\u2068تسعة\u2069"
