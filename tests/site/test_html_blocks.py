"""HTML of generated pages, which the engine passes on; and text, which it reads as ever."""

import markdown
import pytest

from generator.pages.markup import HTML_SIGN

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "footnotes",
    "toc",
    "pymdownx.superfences",
    "generator.site.html_blocks",
    "generator.site.backlinks",
]


def convert(source: str) -> str:
    """The HTML of a generated page, without its line ends."""
    return convert_by_hand(f"{HTML_SIGN}\n\n{source}").replace("\n", "")


def convert_by_hand(source: str) -> str:
    """The HTML of a page."""
    return markdown.markdown(source, extensions=EXTENSIONS)


def test_a_block_of_html_stays_as_it_is() -> None:
    """Whatever stands in it, up to the next blank line; it need not be closed there."""
    source = "<div>\n<p>*a* `b` [c](d) &#42; 1 < 2</p>\n\n# e\n\n</div>"
    made = '<div><p>*a* `b` [c](d) &#42; 1 < 2</p><h1 id="e">e</h1></div>'
    assert convert(source) == made


@pytest.mark.parametrize(
    "text", ["*a*", "- a", "1. a", "> a", "# a", "    a", "`a`", "[a](b.md)", "a\\*", "***"]
)
def test_text_with_a_sign_of_markdown_is_read_by_the_engine(text: str) -> None:
    """Only what means the same to both is spared it."""
    assert convert(text) == convert_by_hand(text).replace("\n", "")
    assert convert(text) != f"<p>{text}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a &#42; b, 1.5 – “c” (d).",
        '<a class="bw-fig" href="../b/#c">nine</a> <strong>d</strong><br>e',
        "+1",
        "1.5",
        "/ a",
        ": a",
    ],
)
def test_text_without_one_is_a_paragraph(text: str) -> None:
    """As the engine would have made it."""
    assert convert(text) == convert_by_hand(text).replace("\n", "") == f"<p>{text}</p>"


def test_references_in_html_are_numbered_with_the_others() -> None:
    """In the order of the definitions, each led back to once from a part of the page."""
    source = (
        "One*.*[^a]\n\n<table><tr><td>Two.[^b]</td><td>[^a] [^c]</td></tr></table>\n\n"
        "[^b]: The <em>first</em>.\n[^a]: The second."
    )
    html = convert(source)
    assert (
        '<td>Two.<sup id="fnref:2"><a aria-label="source 1" href="#fn:b">1</a></sup></td>' in html
    )
    assert '<td><sup><a aria-label="source 2" href="#fn:a">2</a></sup> [^c]</td>' in html
    assert '<p>The <em>first</em>.<span class="bw-note bw-ui bw-back">Back to ' in html
    assert html.count('href="#fnref:1"') == html.count('href="#fnref:2"') == 1


def test_what_asks_for_markdown_is_read() -> None:
    """As in a page by hand."""
    assert convert('<div markdown="1">\n*a*\n</div>') == "<div><p><em>a</em></p></div>"


@pytest.mark.parametrize("source", ["<div>\n\n*a*\n\n</div>", "<p>*a*</p>\n[^b]\n\n[^b]: c"])
def test_a_page_by_hand_is_read_as_ever(source: str) -> None:
    """The sign at its head is what tells a generated page."""
    without = [name for name in EXTENSIONS if not name.endswith("html_blocks")]
    assert convert_by_hand(source) == markdown.markdown(source, extensions=without)


def test_a_page_with_fenced_code_is_left_to_the_engine() -> None:
    """What looks like a block in an example is an example."""
    source = f"{HTML_SIGN}\n\n```text\n<p>a\n\n<p>b\n```"
    html = convert_by_hand(source)
    assert "&lt;p&gt;a" in html
    assert "&lt;p&gt;b" in html
