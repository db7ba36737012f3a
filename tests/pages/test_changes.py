"""What changed after publication, as readers see it: on the brief, at the figure, on one page."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.library.library import Library
from generator.pages.as_of import find_newest_date
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import BRIEF, figure, small_library

X = figure("x", value=9)
USED = "Some [nine boats](obs:x) [@a].\n"
BRIEFS = "data/briefs/2024/b.md"


def render(library: Library, day: str = "2024-02-10") -> dict[str, str]:
    """The pages of a small library on a day when nothing is stale."""
    return render_pages(library, parse_edtf(day))


def correct(*corrections: str, figures: tuple[str, ...] = (X,)) -> Library:
    """A brief that uses a figure, and corrections."""
    listed = "".join(
        f"- {{{one}, was: eight boats, now: 9 boats, why: A slip.}}\n" for one in corrections
    )
    return small_library(*figures, prose=USED, more={"data/corrections.yml": listed})


def revised(fields: str) -> Library:
    """A brief with these further fields."""
    return small_library(
        X, more={BRIEFS: BRIEF.replace("topics: [sea]\n", f"topics: [sea]\n{fields}") + USED}
    )


def section(page: str, anchor: str) -> str:
    """The text of one section of a page; empty if there is none."""
    _, found, rest = page.partition(f"{{#{anchor}}}")
    return rest.split("\n## ")[0] if found else ""


def test_a_brief_says_that_nothing_was_corrected() -> None:
    """The section is there before there is anything in it, and leads to all corrections."""
    page = render(small_library(X, prose=USED))["briefs/b.md"]
    assert "Nothing in this brief has been corrected." in section(page, "corrections")
    assert 'href="../../corrections/"' in section(page, "corrections")
    assert not section(page, "changes")


def test_a_correction_shows_what_was_said_and_what_is() -> None:
    """On the brief that is named, with the day and the reason, under an anchor of its own."""
    page = render(correct("id: c-1, date: 2024-02-05, briefs: [b]"))["briefs/b.md"]
    shown = section(page, "corrections")
    assert 'id="correction-c-1"' in shown
    assert '<time datetime="2024-02-05">' in shown
    assert "<del>eight boats</del>" in shown
    assert "<ins>9 boats</ins>" in shown
    assert "A slip." in shown
    assert "Nothing in this brief" not in shown


def test_a_brief_shows_the_corrections_of_its_figures() -> None:
    """Where it was out when the figure was still wrong; the newest stands first."""
    pages = render(
        correct(
            "id: old, date: 2024-01-20, observation: x",
            "id: new-1, date: 2024-02-03, observation: x",
            "id: new-2, date: 2024-02-04, observation: x",
            "id: of-article, date: 2024-02-04, article: a",
        )
    )
    assert re.findall(r'id="correction-([a-z0-9-]+)"', pages["briefs/b.md"]) == ["new-2", "new-1"]
    everything = re.findall(r'id="correction-([a-z0-9-]+)"', pages["corrections.md"])
    assert everything == ["of-article", "new-2", "new-1", "old"]


def test_a_figure_says_in_its_row_that_it_was_corrected() -> None:
    """On its metric's page, with a link to the correction; another figure says nothing."""
    library = correct(
        "id: c-1, date: 2024-02-05, observation: x", figures=(X, figure("y", value=11))
    )
    page = render(library)["metrics/fleet.md"]
    row, other = (page.split(f'id="obs-{id}"')[1].split("</tr>")[0] for id in ("x", "y"))
    assert '<a href="../../corrections/#correction-c-1">Corrected</a>' in row
    assert "was <del>eight boats</del>, is <ins>9 boats</ins>. A slip." in row
    assert "Corrected" not in other


def test_an_article_shows_what_was_wrong_in_its_record() -> None:
    """Its own corrections, and those of the figures that were read from it."""
    library = correct(
        "id: c-1, date: 2024-02-05, article: a",
        "id: c-2, date: 2024-02-06, observation: x",
        "id: c-3, date: 2024-02-07, briefs: [b]",
    )
    page = render(library)["articles/a.md"]
    shown = re.findall(r'id="correction-([a-z0-9-]+)"', section(page, "corrections"))
    assert shown == ["c-2", "c-1"]
    assert not section(render(small_library(X, prose=USED))["articles/a.md"], "corrections")


def test_changes_of_a_brief_stand_on_its_page_and_among_all() -> None:
    """The newest first; their numbers count from the oldest, so that an anchor never moves."""
    pages = render(
        revised(
            "updated: 2024-02-06\nrevisions:\n  - {date: 2024-02-03, change: A clearer title.}\n"
            "  - {date: 2024-02-06, change: A second source.}\n"
        )
    )
    shown = section(pages["briefs/b.md"], "changes")
    assert re.findall(r'id="change-(\d)"', shown) == ["2", "1"]
    assert shown.index("A second source.") < shown.index("A clearer title.")
    assert re.findall(r'id="change-b-(\d)"', pages["corrections.md"]) == ["2", "1"]
    assert "not recorded" not in shown


def test_a_change_that_nobody_recorded_is_told_on_the_page() -> None:
    """A preview goes on, and says what it shows."""
    shown = section(render(revised("published-text: 000000000000\n"))["briefs/b.md"], "changes")
    assert "the change is not recorded yet" in shown


def test_the_page_of_corrections_is_there_before_the_first(
    to_html: Callable[[str], str],
) -> None:
    """A link to it never leads nowhere."""
    assert "Nothing has been corrected" in to_html(render(small_library(X))["corrections.md"])


def test_a_correction_is_a_list_of_terms_without_stray_paragraphs(
    pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """The engine leaves the terms and their texts as they stand."""
    html = to_html(pages["corrections.md"])
    lists = re.findall(r'(?s)<dl class="bw-change".*?</dl>', html)
    assert len(lists) == 3
    assert not any("<p>" in one for one in lists)


def test_a_correction_is_news() -> None:
    """A site without a day of its own speaks from the newest record, be it a correction."""
    library = correct("id: c-1, date: 2025-02-05, briefs: [b]")
    assert find_newest_date(library).text == "2025-02-05"


def test_a_stale_figure_that_fills_in_a_text_says_so() -> None:
    """In the prose, and in the answer on other pages; not where the author wrote the words."""
    fields = BRIEF.replace("Some [@a].", "'Now [](obs:x) [@a].'")
    library = small_library(
        figure("x", value=9, qualifier="over"),
        more={BRIEFS: f"{fields}So [](obs:x), that is [nine and more](obs:x) [@a].\n"},
    )
    fresh, old = render(library), render(library, "2024-06-01")
    told = '(last reported <time datetime="2024-01">January 2024</time>)</a>'
    assert told not in fresh["briefs/b.md"] + fresh["index.md"]
    assert old["briefs/b.md"].count(f"boats {told}") == 2
    assert all(
        f"boats {told}" in old[page] for page in ("index.md", "briefs/index.md", "topics/sea.md")
    )
    assert ">nine and more</a>" in old["briefs/b.md"]


def test_a_withdrawn_figure_is_not_counted() -> None:
    """Not on its metric's page, where its row stays, and not among those that say the same."""
    library = small_library(
        X,
        more={
            "data/articles/2024/w.yml": "id: w\ntype: article\ntitle: More\noutlet: wire\n"
            "issued: 2024-01-11\nlanguage: en\nquotes: {words: nine boats}\nobservations:\n"
            + figure("y", value=9, withdrawn="They were ducks."),
            BRIEFS: BRIEF.replace("topics: [sea]\n", "topics: [sea]\nkey-figures: [x]\n") + USED,
        },
    )
    pages = render(library)
    assert "<dd>1, from 1\N{NO-BREAK SPACE}article; 1 withdrawn</dd>" in pages["metrics/fleet.md"]
    assert "1\N{NO-BREAK SPACE}observation, 1\N{NO-BREAK SPACE}origin" in pages["metrics/index.md"]
    assert 'id="obs-y"' in pages["metrics/fleet.md"]
    (card,) = re.findall(r"(?s)id=\"card-1\".*?</div>", pages["briefs/b.md"])
    assert "1\N{NO-BREAK SPACE}article, 1\N{NO-BREAK SPACE}origin" in card
