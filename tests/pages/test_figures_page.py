"""The page of all figures: complete and in order without a script, and never too long."""

import re

import pytest

from generator.pages import figures_page
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library

MANY = [
    figure("f-2023", period="2023", value=1),
    figure("f-2024", period="2024", value=2),
    *(figure(f"f-jan-{n}", period=f"2024-01-0{n}", value=n) for n in (1, 2)),
    figure("f-feb", period="2024-02", value=5, qualifier="over"),
]


def _render(*figures: str) -> dict[str, str]:
    pages = render_pages(small_library(*figures), parse_edtf("2024-06-01"))
    return {path: text for path, text in pages.items() if path.startswith("figures/")}


def _ids(page: str) -> list[str]:
    return re.findall(r"/#obs-([a-z0-9-]+)", page)


def test_figures_stand_on_one_page_by_metric_the_latest_first() -> None:
    """The table serves those without a script, too; each row leads to the figure's place."""
    (page,) = _render(*MANY).values()
    assert _ids(page) == ["f-feb", "f-jan-2", "f-2024", "f-jan-1", "f-2023"]
    assert '<a href="../metrics/fleet/#obs-f-feb">Fleet</a>' in page
    assert '<a href="../articles/a/">The Gazette</a>' in page


def test_a_row_carries_what_it_is_sorted_and_narrowed_by() -> None:
    """A number, the first day of its period, and the years that the period touches."""
    (page,) = _render(figure("f", period="2022-02-24/2024-12", low=10, high=12)).values()
    assert '<th scope="row" data-value="10">' in page
    assert '<td data-value="20220224" data-years="2022-2024">' in page


@pytest.mark.parametrize(("period", "years"), [("2023/..", "2023-2023"), ("../2023", "2023-2023")])
def test_an_open_end_adds_no_years(period: str, years: str) -> None:
    """Nobody can choose the year 9999."""
    (page,) = _render(figure("f", period=period, value=1)).values()
    assert f'data-years="{years}"' in page


def test_too_many_figures_get_a_page_for_each_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """A year that is too long itself is divided by months; no figure is lost."""
    monkeypatch.setattr(figures_page, "LIMIT", 4)
    pages = _render(*MANY)
    assert {path: _ids(page) for path, page in pages.items()} == {
        "figures/index.md": [],
        "figures/2023.md": ["f-2023"],
        "figures/2024.md": ["f-feb", "f-jan-2", "f-2024", "f-jan-1"],
    }
    monkeypatch.setattr(figures_page, "LIMIT", 3)
    pages = _render(*MANY)
    assert {path: _ids(page) for path, page in pages.items()} == {
        "figures/index.md": [],
        "figures/2023.md": ["f-2023"],
        "figures/no-month-2024.md": ["f-2024"],
        "figures/2024-01.md": ["f-jan-2", "f-jan-1"],
        "figures/2024-02.md": ["f-feb"],
    }
    assert '<a href="2024-01/">January 2024</a>' in pages["figures/index.md"]
