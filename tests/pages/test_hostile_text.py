"""Text from `data/` reaches the reader exactly as it was written, whatever signs it holds."""

import string
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
import yaml

from generator.library.library import Library
from generator.pages.escape import yaml_string
from generator.pages.markup import Markup, escape
from generator.pages.site_pages import render_pages
from generator.pages.templates import fill
from generator.pages.typography import set_text
from generator.records.edtf import parse_edtf

ARTICLE = "gazette-2024-02-12-herring"
BRIEF = "herring-slows"

HOSTILE = [
    f"All of {string.punctuation} here",
    "- a list, 1. a number, # a heading",
    "# heading {#id .class}",
    "1. first",
    "+ plus",
    ": a definition",
    "> quoted",
    "---",
    "| a | b |",
    "*em* _em_ **strong** `code` ~~gone~~",
    "[link](https://e.example) [^tide-2024-02-10-assessment] ![image](x.png) <https://e.example>",
    "<script>alert(1)</script><b>bold</b> &amp; &lt;",
    "{{ seven }} {% if %} {# no comment #}",
    "///Footnotes Go Here///",
    "[TOC]",
    "*[HTML]: abbreviation",
    "العبّارة\u200f (2024) \u200eleft",
    "می\u200cخواهم שָׁ֖לוֹם हिन्दी क्\u200dष ไทยน้ำ 中文 한국어 Tiếng Việt IT-армія",
    "👩🏽\u200d🚀 ❤\ufe0f\u200d🔥 1\ufe0f⃣ 🇺🇦 "
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a\u00a0b\u202fc",
    "\\*not em\\*",
    "https://e.example/a_b_c and www.e.example and a@e.example",
    'markdown="1" wzxhzdk:0 \u2028 klzzwxh:0000',
]


class _Text(HTMLParser):
    """Gathers the text of a page, the text of its first heading, its tags and its links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.heading = ""
        self.in_heading = False
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.in_heading = tag == "h1" or (self.in_heading and tag == "bdi")

    def handle_endtag(self, tag: str) -> None:
        self.in_heading = self.in_heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.text += data
        self.heading += data if self.in_heading else ""


def read(html: str) -> _Text:
    """The parsed page."""
    parser = _Text()
    parser.feed(html)
    return parser


def retitle(library: Library, text: str) -> Library:
    """The invented library with one text in every place where a text can stand."""
    article = library.articles[ARTICLE]
    quotes = {key: quote.model_copy(update={"text": text}) for key, quote in article.quotes.items()}
    changes: dict[str, Any] = {"title": text, "authors": (text,), "note": text, "quotes": quotes}
    brief = library.briefs[BRIEF]
    front = brief.front.model_copy(update={"title": text, "question": text})
    return replace(
        library,
        articles={**library.articles, ARTICLE: article.model_copy(update=changes)},
        briefs={**library.briefs, BRIEF: replace(brief, front=front)},
        sources=_rename(library.sources, text),
        metrics=_rename(library.metrics, text),
        topics=_rename(library.topics, text),
    )


def _rename(records: Any, text: str) -> dict[str, Any]:
    fields = ("name", "short_name", "description", "note")
    return {
        id: record.model_copy(update={name: text for name in fields if getattr(record, name, None)})
        for id, record in records.items()
    }


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, library: Library) -> tuple[str, dict[str, str]]:
    """A text and the pages of a library that is full of it."""
    text: str = request.param
    return " ".join(text.split(" ")), render_pages(retitle(library, text), parse_edtf("2024-06-01"))


def squeeze(text: str) -> str:
    """Text with its white space made even, as a browser shows it."""
    return " ".join(text.split())


def test_hostile_text_is_shown_as_written(
    hostile: tuple[str, dict[str, str]], to_html: Callable[[str], str]
) -> None:
    """Headings, table cells, notes, quotes and lists hold exactly the text of the record."""
    text, pages = hostile
    for path in (
        f"briefs/{BRIEF}.md",
        f"articles/{ARTICLE}.md",
        "metrics/herring-landed.md",
        "sources/tide-institute.md",
        "topics/herring.md",
    ):
        page = read(to_html(pages[path]))
        titled = set_text(text, "en") if path.startswith("briefs/") else text
        assert squeeze(page.heading) == squeeze(titled), path
        assert squeeze(text) in squeeze(page.text.replace(page.heading, "", 1)), path


def test_hostile_text_makes_no_element(
    hostile: tuple[str, dict[str, str]], to_html: Callable[[str], str]
) -> None:
    """No tag, note or link comes out of a record's text."""
    _, pages = hostile
    page = read(to_html(pages[f"articles/{ARTICLE}.md"]))
    assert not {"script", "img", "abbr", "code", "strong", "em", "sup"} & page.tags
    assert not [href for href in page.links if href.startswith(("https://e.example", "mailto:"))]


def test_hostile_text_stays_in_its_field_of_the_front_matter(
    hostile: tuple[str, dict[str, str]],
) -> None:
    """Front matter stays YAML, and its text is HTML-escaped for the page's head."""
    _, pages = hostile
    for path, page in pages.items():
        front = yaml.safe_load(page.split("\n---\n", 1)[0])
        assert {"title", "description", "kind"} <= set(front), path
        assert not set('<>"') & set(front["title"]), path


def test_a_template_refuses_text_that_was_not_escaped() -> None:
    """Forgetting the filter fails at once, and so does using it twice."""
    with pytest.raises(TypeError, match="without escaping"):
        fill("_cited", items=["<b>raw</b>"])
    with pytest.raises(TypeError, match="twice"):
        escape(Markup("done"))


def test_a_title_makes_no_id(
    hostile: tuple[str, dict[str, str]], to_html: Callable[[str], str]
) -> None:
    """The engine would make one of its words, and a title may be any word that the theme uses."""
    _, pages = hostile
    for path in (f"briefs/{BRIEF}.md", f"articles/{ARTICLE}.md", "topics/herring.md"):
        assert '<h1 id="title">' in to_html(pages[path]), path


@pytest.mark.parametrize(
    "text", ["a\u200fb", "a\U000f0000b", "a\U000e0041b", "a\u2028b", "\\u0041"]
)
def test_front_matter_gives_back_the_text_it_was_given(text: str) -> None:
    """Signs beyond the first 65,536, too, which four digits do not name."""
    assert yaml.safe_load(yaml_string(text)) == text
