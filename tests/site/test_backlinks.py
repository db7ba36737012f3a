"""The way back from a source."""

import re

import markdown

EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "toc", "generator.site.backlinks"]


def _render(source: str) -> str:
    return markdown.markdown(source, extensions=EXTENSIONS)


def _ways_back(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="(#fnref[^"]+)">([^<]+)</a>', html)


def test_a_source_names_the_parts_that_cite_it() -> None:
    """One link for each part, to the first reference in it."""
    html = _render("# T\n\n## One\n\na[^x] b[^x]\n\n## Two & three\n\nc[^x]\n\n[^x]: Note")
    assert _ways_back(html) == [("#fnref:1", "One"), ("#fnref:3", "Two &amp; three")]


def test_references_are_numbered_as_they_stand_on_the_page() -> None:
    """Also those inside HTML blocks, which Python-Markdown parses later than the rest."""
    html = _render('## A\n\n<div markdown="1">\n\na[^x]\n\n</div>\n\n## B\n\nb[^x]\n\n[^x]: Note')
    assert re.findall(r'<sup id="(fnref[^"]+)">', html) == ["fnref:1", "fnref:2"]
    assert html.index('id="fnref:1"') < html.index('id="fnref:2"')


def test_a_note_keeps_the_address_that_names_its_source() -> None:
    """A note that came in between would give a number to another source."""
    html = _render("a[^y] b[^x] [c](#fn:x)\n\n[^x]: One\n\n[^y]: Two")
    assert re.findall(r'<li id="(fn:[^"]+)">', html) == ["fn:x", "fn:y"]
    assert '<a href="#fn:x">c</a>' in html


def test_every_way_back_leads_to_a_reference() -> None:
    """No link to an id that is not on the page."""
    html = _render("a[^x]\n\n## B *c*\n\nd[^y][^x]\n\n[^x]: One\n\n[^y]: Two")
    targets = {f"#{name}" for name in re.findall(r'id="([^"]+)"', html)}
    assert {address for address, _ in _ways_back(html)} <= targets
    assert ("#fnref:1", "the beginning") in _ways_back(html)


def test_a_source_that_nothing_cites_has_no_way_back() -> None:
    """A strict build refuses a link to nowhere."""
    html = _render("a[^x]\n\n[^x]: One\n\n[^unused]: Two")
    assert "Two</p>" in html
    assert len(_ways_back(html)) == 1


def test_a_reference_says_that_it_leads_to_a_source() -> None:
    """A screen reader hears more than a number."""
    assert 'aria-label="source 1"' in _render("a[^x]\n\n[^x]: One")
