"""Pages that speak another language than English, from two invented briefs in such languages."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.library.library import Library
from generator.pages.date_words import drop_year, word_date
from generator.pages.site_pages import render_pages
from generator.pages.wording import count, format_number, format_range, name_unit, word_unit
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.records.edtf import parse_edtf
from generator.records.measure import UnitName
from generator.speech import read_catalogue, speaking, spoken

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden" / "invented-languages"
UKRAINIAN, ARABIC = "briefs/oseledets-povilnishe.md", "briefs/abbara-fi-mawidiha.md"
NAMES: dict[str, object] = {
    "tonnes": "т",
    "tonnes-per-day": "т на добу",
    "passengers": {
        "one": "пасажир",
        "few": "пасажири",
        "many": "пасажирів",
        "other": "пасажира",
    },
}
AS_OF = parse_edtf("2024-06-01")


@pytest.fixture(scope="session")
def both() -> Library:
    """The invented library with a brief in each language, and some names in Ukrainian."""
    files, more = (read_data_files(TESTS / name) for name in ("library", "languages"))
    library, issues = assemble(replace(files, files=files.files + more.files))
    assert issues == []
    units = {**library.units}
    for id, name in NAMES.items():
        units[id] = units[id].model_copy(update={"names": {"uk": UnitName.model_validate(name)}})
    metric = library.metrics["herring-landed-daily"].model_copy(
        update={"names": {"uk": "Добовий вилов оселедця"}}
    )
    return replace(library, units=units, metrics={**library.metrics, metric.id: metric})


@pytest.fixture(scope="session")
def spoken_pages(both: Library) -> dict[str, str]:
    """Their pages, on a site in English."""
    return render_pages(both, AS_OF)


@pytest.mark.parametrize("path", [UKRAINIAN, ARABIC])
def test_a_page_is_as_it_was_when_last_looked_at(spoken_pages: dict[str, str], path: str) -> None:
    """Byte for byte; see `test_golden` for how to bring it up to date."""
    expected = GOLDEN / path
    if os.environ.get("UPDATE_GOLDEN"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(spoken_pages[path], "utf-8")
    assert spoken_pages[path] == expected.read_text("utf-8")


def test_a_page_speaks_the_language_of_its_brief(
    spoken_pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """Headings, labels, verdicts, scales and ways back; names of invented records aside."""
    page = spoken_pages[UKRAINIAN]
    assert "\nlanguage: uk\n" in page
    html = to_html(page).replace("&nbsp;", "\u00a0")
    for words in (
        "Головне</p>",
        "Докази станом на</dt>",
        "<b>Дуже ймовірно</b>, 80–95%",
        "1\u00a0стаття, 1\u00a0першоджерело",
        "<b>4\u00a0статті, 2\u00a0першоджерела.</b>",
        "Знайдено в цитаті; тексту статті під рукою не було.",
        "посилається на</i> North Wire <i>(не прочитано)",
        "Назад: <a",
        "100%</span>",
    ):
        assert words in html, words
    english = {one.id for one in read_catalogue("uk") if isinstance(one.id, str) and " " in one.id}
    assert len(english) > 50
    own = re.sub(r'(?s)<(\w+)[^>]* lang="en"[^>]*>.*?</\1>', "", html)
    assert not {words for words in english if words in own}


def test_what_records_say_keeps_its_language(
    spoken_pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """Quotes, names and notes are English on a Ukrainian page, and say so."""
    html = to_html(spoken_pages[UKRAINIAN])
    assert re.search(r'<blockquote class="bw-quote" lang="en">“landings slowed', html)
    assert '<bdi lang="en">Herring stock</bdi>' in html
    assert "Ісландія та <bdi" in html
    assert '<bdi lang="en"></bdi>' not in html


def test_records_may_bring_their_names(
    spoken_pages: dict[str, str], to_html: Callable[[str], str], both: Library
) -> None:
    """Then they need no mark; a unit has the form that goes with its number."""
    html = to_html(spoken_pages[UKRAINIAN])
    assert ">Добовий вилов оселедця</a>" in html
    assert "близько\u00a09\u00a0т на добу" in html
    unit = both.units["passengers"]
    with speaking("uk"):
        forms = [word_unit(unit, Decimal(number)).strip() for number in ("1", "2", "5", "1.5")]
        assert forms == ["пасажир", "пасажири", "пасажирів", "пасажира"]
        assert name_unit(unit) == "пасажирів"
    assert name_unit(unit) == "passengers"


def test_the_pages_around_stay_english(spoken_pages: dict[str, str], pages: dict[str, str]) -> None:
    """Nothing of a brief's language is left behind for the pages written after it."""
    for page in pages.values():
        assert "\nlanguage: en\n" in page
    for path in ("metrics/herring-stock.md", "articles/council-statement.md", "timeline.md"):
        assert not re.search("[а-яіїєґ]", re.sub("<bdi.*?</bdi>", "", spoken_pages[path])), path
    assert spoken() == "en"


def test_a_page_without_a_catalogue_keeps_the_site_s_words(
    spoken_pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """The layout follows the Arabic text; what is English around it is marked as such."""
    page = spoken_pages[ARABIC]
    assert "\nlanguage: en\ndirection: rtl\n" in page
    html = to_html(page)
    assert re.search(r'<h1 id="title"><bdi lang="ar" dir="rtl">', html)
    evidence = re.findall(r'<div[^>]*class="bw-evidence"[^>]*>', html)
    assert evidence
    assert all('lang="en"' in block and 'dir="ltr"' in block for block in evidence)
    assert "direction:" not in spoken_pages[UKRAINIAN]


def test_a_site_may_be_ukrainian_as_a_whole(both: Library) -> None:
    """Lists and records speak the site's language; English briefs keep theirs."""
    pages = render_pages(both, AS_OF, "uk")
    assert "# Довідки {#title}" in pages["briefs/index.md"]
    assert "\nlanguage: uk\n" in pages["metrics/herring-stock.md"]
    assert "\nlanguage: en\n" in pages["briefs/herring-slows.md"]
    assert "Bottom line" in pages["briefs/herring-slows.md"]
    assert "Головне" in pages[ARABIC]


def test_speaking_ends_where_it_ends() -> None:
    """Also when writing a page fails."""

    def fail() -> None:
        with speaking("uk"):
            assert spoken() == "uk"
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert spoken() == "en"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 статей"),
        (1, "1 стаття"),
        (2, "2 статті"),
        (5, "5 статей"),
        (11, "11 статей"),
        (21, "21 стаття"),
        (22, "22 статті"),
        (1200, "1 200 статей"),
    ],
)
def test_ukrainian_counts_in_three_forms(number: int, words: str) -> None:
    """One, few, many."""
    with speaking("uk"):
        assert count(number, "article", "articles").replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("18.10", "18,10"),
        ("1234.5", "1\u00a0234,5"),
        ("-0.5", "−0,5"),
        ("999", "999"),
        ("1000000", "1\u00a0000\u00a0000"),
    ],
)
def test_numbers_keep_their_digits(number: str, shown: str) -> None:
    """Only the signs between them change."""
    with speaking("uk"):
        assert format_number(Decimal(number)) == shown


def test_a_range_is_worded() -> None:
    """`від 10 до 12`."""
    with speaking("uk"):
        assert format_range(Decimal(10), Decimal(12)) == "від\u00a010 до\u00a012"


@pytest.mark.parametrize(
    ("date", "long", "short"),
    [
        ("2025-01-09", "9 січня 2025 р.", "9 січ. 2025 р."),
        ("2025-01", "січень 2025 р.", "січ. 2025 р."),
        ("2025", "2025", "2025"),
        ("2025-01~", "близько січня 2025 р.", "бл. січ. 2025 р."),
        ("2025-01-09?", "9 січня 2025 р., непевно", "9 січ. 2025 р.?"),
        ("2025-XX", "2025, місяць невідомий", "2025, місяць невідомий"),
        ("2025-01-XX", "січень 2025 р., день невідомий", "січ. 2025 р., день невідомий"),
        ("2025-22~", "близько літа 2025 р.", "бл. літа 2025 р."),
        ("2025-33", "перший квартал 2025 р.", "перший квартал 2025 р."),
        ("199X~", "близько 1990-х років", "бл. 1990-х років"),
        ("19XX", "20 століття", "20 століття"),
        ("2024-11-01/2024-11-26", "1–26 листопада 2024 р.", "1–26 лист. 2024 р."),
        ("2024-11/2025-01", "листопад 2024 – січень 2025 рр.", "лист. 2024 – січ. 2025 рр."),
        ("2022/2024", "2022–2024", "2022–2024"),
        ("2022-02-24/..", "з 24 лютого 2022 р.", "з 24 лют. 2022 р."),
        ("../2024-12", "до грудня 2024 р.", "до груд. 2024 р."),
        ("2024-11~/2025", "від близько листопада 2024 р. до 2025", "від бл. лист. 2024 р. до 2025"),
    ],
)
def test_ukrainian_dates_decline(date: str, long: str, short: str) -> None:
    """No more exact than the record, as in English."""
    with speaking("uk"):
        shown = [word_date(parse_edtf(date), style) for style in ("long", "short")]
    assert [re.sub(r"\s", " ", one) for one in shown] == [long, short]


def test_the_year_goes_where_a_heading_names_it() -> None:
    """On a timeline."""
    with speaking("uk"):
        assert drop_year(word_date(parse_edtf("2024-02-10"), "short"), "2024") == "10 лют."
    assert drop_year(word_date(parse_edtf("2024-02-10"), "short"), "2024") == "10 Feb"
    assert drop_year(word_date(parse_edtf("2024~")), "2024") == "about 2024"
