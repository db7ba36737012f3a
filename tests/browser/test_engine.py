"""What the search finds, asked of its script in a real browser: bundles, languages, order."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.site import search
from generator.site.bundles import Bound, group_pages
from generator.site.search import index_site
from tests.browser.conftest import ROOT
from trials.watching import serve

pytestmark = pytest.mark.browser

ASK = """async ({question, filters, order}) => {
  const engine = await import("/assets/search-engine.js");
  window.opened ??= engine.open(new URL("/pagefind/", document.baseURI));
  await window.opened;
  const {found} = await engine.search(question, filters, order);
  return Promise.all(found.map(async (result) => {
    const page = await engine.read(result);
    const marked = page.excerpt.filter(({mark}) => mark).map(({text}) => text);
    return {title: page.meta.title, bundle: result.bundle.name, marked};
  }));
}"""
READ = """async (question) => {
  const engine = await import("/assets/search-engine.js");
  await engine.open(new URL("/pagefind/", document.baseURI));
  const {found} = await engine.search(question, {}, "");
  const {excerpt, parts} = await engine.read(found[0], 2);
  return {excerpt, parts: parts.map(({title, id, excerpt}) => ({title, id, excerpt}))};
}"""
Found = list[dict[str, Any]]
Ask = Callable[..., Found]


def _write_site(folder: Path, texts: Mapping[str, tuple[str, str]]) -> None:
    """Pages by their titles, each with its text and its date."""
    for number, (title, (text, date)) in enumerate(texts.items()):
        file = folder / "briefs" / f"b-{number}" / "index.html"
        file.parent.mkdir(parents=True)
        dated = f' data-date="{date}"' if date else ""
        file.write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8"><body><article id="a" '
            f"data-pagefind-body><h1>{title}</h1><p>{text}</p></article>"
            f'<div hidden class="bw-facets"{dated}>'
            f'<span data-pagefind-filter="kind">{"Old" if date < "2024" else "New"}</span></div>',
            encoding="utf-8",
        )
    (folder / "index.html").write_text("<!doctype html><title>home</title>", encoding="utf-8")
    (folder / "assets").mkdir()
    script = ROOT / "generator" / "site" / "theme" / "assets" / "search-engine.js"
    (folder / "assets" / "search-engine.js").write_bytes(script.read_bytes())


def _index(folder: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(search, "group_pages", partial(group_pages, bound=Bound(most, 10**9)))
    index_site(folder, folder.parent / f"kept-{most}")


@pytest.fixture
def ask(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Asks a site of these texts, which has a bundle for every two pages or so."""
    site = tmp_path / "site"
    with serve(site) as address:

        def ask_site(
            texts: Mapping[str, tuple[str, str]], question: str, order: str = "", **filters: str
        ) -> Found:
            if not site.exists():
                _write_site(site, texts)
                _index(site, monkeypatch, 2)
                page.goto(address)
            asked = {"question": question, "filters": filters, "order": order}
            found: Found = page.evaluate(ASK, asked)
            return found

        yield ask_site


def _titles(found: Found) -> list[str]:
    return [one["title"] for one in found]


MANY = {
    f"Page {n}": (f"The herring of quay {n} " + "and the tide " * n, f"20{n + 20}-02-0{n + 1}")
    for n in range(9)
}


def test_pages_of_several_bundles_stand_in_one_list(ask: Ask) -> None:
    """All of them, each once."""
    found = ask(MANY, "herring")
    assert sorted(_titles(found)) == sorted(MANY)
    assert len({one["bundle"] for one in found}) > 3


def test_the_list_is_sorted_by_date_over_all_bundles(ask: Ask) -> None:
    """Either way; what has no date comes last."""
    texts = {**MANY, "Undated": ("A herring", "")}
    assert _titles(ask(texts, "herring", "oldest")) == [*MANY, "Undated"]
    assert _titles(ask(texts, "herring", "newest")) == [*reversed(MANY), "Undated"]


def test_filters_narrow_all_bundles(ask: Ask) -> None:
    """And the order stays; a value that no page has leaves nothing."""
    assert _titles(ask(MANY, "herring", "newest", kind="Old")) == [
        "Page 3",
        "Page 2",
        "Page 1",
        "Page 0",
    ]
    assert ask(MANY, "herring", kind="None") == []


def test_a_word_is_as_rare_as_it_is_on_the_whole_site(ask: Ask) -> None:
    """What has it more often stands before the others, also where its bundle is full of it."""
    texts = {
        f"Page {n}": (" ".join(["tide"] * (n % 3) + ["quay"] * (20 - n % 3)), "") for n in range(18)
    }
    found = _titles(ask(texts, "tide"))
    assert len(found) == 12
    assert set(found[:6]) == {f"Page {n}" for n in range(18) if n % 3 == 2}


def test_a_word_hides_what_it_only_begins_like(ask: Ask) -> None:
    """Bundles without the word hold what it begins with; that is shown if there is nothing else."""
    texts = {
        **{f"Her {n}": ("The captain and her ship", "") for n in range(6)},
        "Herring": ("A herring", ""),
    }
    assert _titles(ask(texts, "herring")) == ["Herring"]
    assert sorted(_titles(ask(texts, "herbs"))) == sorted(f"Her {n}" for n in range(6))
    assert ask(texts, "hqqqq") == []


def test_words_in_quotation_marks_stand_side_by_side(ask: Ask) -> None:
    """In this order."""
    texts = {"A": ("key rate", ""), "B": ("rate key", ""), "C": ("the key of the rate", "")}
    assert _titles(ask(texts, '"key rate"')) == ["A"]
    assert len(ask(texts, "key rate")) == 3


FORMS = """
  наступ наступу, оселедець оселедця, просування просуванню, територія територій, місто містами,
  російські російських, об’єкт об'єктів,
  наступление наступления, потери потерь, территория территорий, месяц месяца, армия армией,
  российские российских,
  Verluste Verlusten, Stadt Städte, Monat Monats, Angriff Angriffe,
  advance advances, loss losses, city cities, advancing advanced
"""
PAIRS = [pair.split() for pair in FORMS.split(",")]


def test_words_are_found_in_their_other_forms(ask: Ask) -> None:
    """In four languages, both ways; what the search can't do stands in `docs/decisions.md`."""
    both = [*PAIRS, *([b, a] for a, b in PAIRS)]
    texts = {f"Page {n}": (f"Some {word} stand", "") for n, (_, word) in enumerate(both)}
    missed = [
        pair for n, pair in enumerate(both) if f"Page {n}" not in _titles(ask(texts, pair[0]))
    ]
    assert missed == []


def test_letters_are_found_without_their_marks(ask: Ask) -> None:
    """And the words that were found are marked as they stand."""
    found = ask({"A": ("Fähre, об’єкт; 1,500 м²", "")}, "fahre")
    assert found[0]["marked"] == ["Fähre,"]
    assert ask({}, "1500")
    assert ask({}, "обєкт")


def test_a_word_that_nobody_uses_is_left_out(ask: Ask) -> None:
    """What holds the others is better than nothing."""
    assert _titles(ask(MANY, "herring zzyzx quay 3")) == ["Page 3"]
    assert ask(MANY, "zzyzx qwrtp") == []


ROWS = "".join(f'<tr id="r-{n}"><td>{"quay " * 30}tide{n}</td></tr>' for n in range(200))
LONG_PAGE = (
    f'<h2 id="one">One</h2><table>{ROWS}</table><h2 id="two">Two</h2><p>The herring of tide33'
)


def test_a_long_page_is_shown_as_if_it_were_whole(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes in pieces: the words around each find, and the row that holds it, are the same."""
    shown = []
    for most in (2_000, 1_000_000):
        monkeypatch.setattr("generator.site.index_texts.LONG", most)
        site = tmp_path / str(most) / "site"
        _write_site(site, {"A": (LONG_PAGE, "")})
        index_site(site, site.parent / "kept")
        with serve(site) as address:
            page.goto(address)
            words = ("tide33", "herring", "tide3", "quay")
            shown.append([page.evaluate(READ, word) for word in words])
    assert shown[0] == shown[1]
    assert len(list((tmp_path / "2000/site").rglob("0-*.pf_fragment"))) > 5
    assert list((tmp_path / "1000000").rglob("0-*.pf_fragment")) == []


@pytest.mark.parametrize("word", ["tide199", "tide32", "tide65", "tide0"])
def test_a_find_in_a_long_page_leads_to_its_row(page: Page, tmp_path: Path, word: str) -> None:
    """Wherever a piece of the page ends."""
    site = tmp_path / "site"
    _write_site(site, {"A": (f'<h2 id="one">One</h2><table>{ROWS}</table>', "")})
    index_site(site, tmp_path / "kept")
    with serve(site) as address:
        page.goto(address)
        (part,) = page.evaluate(READ, f'"{word}"')["parts"]
    assert part["id"] == f"r-{word.removeprefix('tide')}"
    assert [one["text"] for one in part["excerpt"] if one["mark"]] == [f"{word}."]


def test_a_word_is_found_where_it_fills_a_file_of_words(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alone, or with others before and behind it that begin alike."""
    monkeypatch.setattr("generator.site.index_layout.MOST_WORDS", 60)
    texts = {
        f"Page {n}": (f"tid {'tide ' * 30} tideland{n} tidf herr", f"2025-01-{n + 10}")
        for n in range(9)
    }
    assert sorted(_titles(ask(texts, "tide"))) == sorted(texts)
    assert _titles(ask(texts, "tideland3")) == ["Page 3"]
    assert sorted(_titles(ask(texts, '"tidf herr"'))) == sorted(texts)
