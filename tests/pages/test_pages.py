"""What holds on every page of the site."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable

import pytest

from generator.evidence.findings import judge_figures
from generator.library.library import Library
from generator.pages.markup import HTML_SIGN
from generator.pages.reference import render_reference
from generator.pages.site_pages import render_pages
from generator.pages.verdicts import show_verdict
from generator.records.edtf import parse_edtf
from generator.site.write import address_of

BLOCK = re.compile(r"</?(?:[bdou]l|blockquote|d[dt]|div|fig\w+|h\d|li|nav|p|section|t\w+)[ >]")
LINK = re.compile(r'<a\b[^>]* href="(?!https?:)([^"]+)"')
ID = re.compile(r'\bid="([^"]+)"')
REFERENCE = re.compile(r"(?<!\n)\[\^([a-z0-9-]+)\](?!:)")
DEFINITION = re.compile(r"^\[\^([a-z0-9-]+)\]:", re.MULTILINE)


def test_every_record_with_a_page_of_its_own_has_one(
    library: Library, pages: dict[str, str]
) -> None:
    """Briefs, articles, sources, metrics and topics, lists; home and those of everything."""
    expected = {"index.md", "figures/index.md", "timeline.md", "corrections.md"}
    for kind, folder in (
        ("brief", "briefs"),
        ("article", "articles"),
        ("source", "sources"),
        ("metric", "metrics"),
        ("topic", "topics"),
    ):
        expected |= {f"{folder}/index.md", *(f"{folder}/{id}.md" for id in library.by_kind[kind])}
    assert set(pages) == expected


def test_the_same_library_gives_the_same_pages(library: Library, pages: dict[str, str]) -> None:
    """Pages depend on nothing but the records and the day."""
    assert list(render_pages(library, parse_edtf("2024-06-01")).items()) == list(pages.items())


def test_the_day_changes_only_what_is_stale(library: Library, pages: dict[str, str]) -> None:
    """Before the end of a shelf life the card has the plain period."""
    earlier = render_pages(library, parse_edtf("2024-02-01"))
    changed = [path for path in pages if pages[path] != earlier[path]]
    assert changed == ["briefs/herring-slows.md"]
    assert "last reported" in pages["briefs/herring-slows.md"]
    assert "last reported" not in earlier["briefs/herring-slows.md"]


def test_links_between_pages_lead_to_pages_and_anchors_that_exist(
    pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """Every relative link resolves, and so does the anchor behind it."""
    ids = {path: set(ID.findall(to_html(page))) for path, page in pages.items()}
    known = {address_of(path): path for path in (*pages, "about.md", *render_reference({}))}
    for path, page in pages.items():
        for target in LINK.findall(page.split("\n---\n", 1)[1]):
            file, _, anchor = target.partition("#")
            if file.endswith(".csv"):
                continue
            address = posixpath.normpath(posixpath.join(address_of(path), file))
            there = known.get(address.removeprefix(".")) if file else path
            assert there is not None, f"{path} -> {target}"
            if anchor.startswith("fn:"):  # the engine gives notes their numbers
                assert f"[^{anchor[3:]}]: " in page, f"{path} -> {target}"
                continue
            assert not anchor or anchor in ids[there], f"{path} -> {target}"


def test_a_block_of_a_page_is_either_html_or_markdown(pages: dict[str, str]) -> None:
    """The engine parses the one and passes the other on; a blank line stands between them."""
    for path, page in pages.items():
        body = page.split("\n---\n", 1)[1]
        assert body.strip().startswith(HTML_SIGN)
        for block in body.removeprefix(f"\n{HTML_SIGN}").split("\n\n"):
            lines = block.strip("\n").split("\n")
            kinds = {bool(BLOCK.match(line)) for line in lines}
            assert len(kinds) == 1 or all(line.startswith("<") for line in lines), (path, block)


def test_no_id_stands_twice_on_a_page(pages: dict[str, str], to_html: Callable[[str], str]) -> None:
    """An anchor leads to one place."""
    for path, page in pages.items():
        counted = Counter(ID.findall(to_html(page)))
        assert [id for id, number in counted.items() if number > 1] == [], path


def test_each_cited_article_has_one_note_in_the_order_of_first_reference(
    library: Library, pages: dict[str, str]
) -> None:
    """The engine numbers notes by their definitions, so these follow the text."""
    for id in library.briefs:
        page = pages[f"briefs/{id}.md"]
        body = page[: page.index("\n[^")] if "\n[^" in page else page
        assert DEFINITION.findall(page) == list(dict.fromkeys(REFERENCE.findall(body)))


def test_figures_are_numbered_as_a_reader_meets_them(
    library: Library, pages: dict[str, str]
) -> None:
    """Every number in the text leads to the row that has it, and no row is left out."""
    for id in library.briefs:
        page = pages[f"briefs/{id}.md"]
        rows = re.findall(r'<tr id="fig-([a-z0-9-]+)".*\n<td class="bw-n">(\d+)</td>', page)
        assert [int(number) for _, number in rows] == list(range(1, len(rows) + 1))
        link = r'<a class="bw-fig"[^>]* data-n="(\d+)" href="#(?:fig|ev)-([a-z0-9-]+)"'
        used = [(figure, number) for number, figure in re.findall(link, page)]
        assert used
        assert set(used) <= set(rows)
        assert all(f"#fig-{figure}" in page for figure, _ in rows)


def test_every_observation_has_an_anchor_on_the_page_of_its_metric(
    library: Library, pages: dict[str, str]
) -> None:
    """`metrics/<metric>/#obs-<id>` is an address that can be cited."""
    for observation in library.observations.values():
        assert f'<tr id="obs-{observation.id}"' in pages[f"metrics/{observation.metric}.md"]


def test_a_figure_has_the_verdict_that_was_found(library: Library, pages: dict[str, str]) -> None:
    """No page calls a figure checked that no check has compared with its words."""
    findings = judge_figures(library)
    row = re.compile(r'(?s)<tr id="obs-([a-z0-9-]+)".*?<span class="bw-verdict"[^>]*>(.*?)</span>')
    for metric in library.metrics:
        for id, shown in row.findall(pages[f"metrics/{metric}.md"]):
            told = show_verdict(findings[id], library.observations[id])
            assert shown == told[1]


def test_a_page_names_the_file_it_was_made_from(pages: dict[str, str]) -> None:
    """Whoever opens a generated page learns where to make the change."""
    front = pages["briefs/herring-slows.md"].split("\n---\n", 1)[0]
    assert "# Generated by Briefwright from data/briefs/2024/herring-slows.md." in front
    assert 'source: "data/briefs/2024/herring-slows.md"' in front
    assert "source:" not in pages["index.md"].split("\n---\n", 1)[0]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("articles/mirror-2024-02-herring.md", "our description"),
        ("articles/marfa-2024-03-05-ferry.md", '<bdi lang="ar" dir="rtl">'),
        ("articles/marfa-2024-03-05-ferry.md", "Broadcast, in Arabic"),
        ("articles/gazette-2024-02-12-herring.md", "(inferred by the curators)"),
        ("sources/tide-institute.md", "the origin of"),
        ("timeline.md", "## 2024 {#y2024}"),
        ("articles/index.md", "## No date {#year-unknown}"),
    ],
)
def test_a_page_says_what_is_special_about_its_record(
    pages: dict[str, str], path: str, words: str
) -> None:
    """Languages, descriptions, inferences and gaps are named."""
    assert words in pages[path]


def test_a_comparison_leaves_corrupt_values_out_of_its_range(pages: dict[str, str]) -> None:
    """The row stays, the range does not reach to it."""
    page = pages["briefs/herring-slows.md"]
    assert "<dt>Range</dt><dd>8.5 to\N{NO-BREAK SPACE}19" in page
    assert "<dd>1, corrupt at the source</dd>" in page


def test_an_empty_library_still_has_its_pages(to_html: Callable[[str], str]) -> None:
    """Nothing on record is a state and not a fault."""
    pages = render_pages(Library(), parse_edtf("2024"))
    assert "No brief has been published yet." in pages["index.md"]
    assert all(to_html(page) for page in pages.values())


def test_a_table_holds_rows_and_cells_alone(
    pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """A paragraph between them would be put in front of the table, empty."""
    assert not [path for path, page in pages.items() if "<p></p>" in to_html(page)]
