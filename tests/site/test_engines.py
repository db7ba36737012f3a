"""Three engines, one configuration, the same pages."""

import re
from pathlib import Path

import pytest

from generator.site.engines import Engine, EngineFailure, build, useful_lines
from generator.site.verify import read_page

THEME = Path(__file__).resolve().parents[2] / "generator" / "site" / "theme"
PAGES = ["index.html", "briefs/ferry/index.html", "metrics/drift/index.html", "about/index.html"]


def _article(site: Path, page: str) -> str:
    html = (site / page).read_text(encoding="utf-8")
    found = re.search(r"<article[^>]*__skip[^>]*>(.*?)</article>", html, re.DOTALL)
    assert found, f"no article in {page}"
    return re.sub(r"\s+", " ", found[1]).strip()


@pytest.fixture
def sites(project: Path, tmp_path: Path) -> dict[Engine, Path]:
    """The project built by each engine."""
    built = {engine: tmp_path / "sites" / engine for engine in Engine}
    for engine, site in built.items():
        build(engine, project, site)
    return built


def test_all_engines_write_the_same_article(sites: dict[Engine, Path]) -> None:
    """Whoever builds the site, its readers see the same page."""
    for page in PAGES:
        expected = _article(sites[Engine.MKDOCS], page)
        assert len(expected) > 40
        for engine, site in sites.items():
            assert _article(site, page) == expected, f"{engine} differs on {page}"


def test_the_sanitiser_runs_in_every_engine(sites: dict[Engine, Path]) -> None:
    """Raw HTML on a page loses its handlers and styles wherever it is built."""
    for site in sites.values():
        article = _article(site, "briefs/ferry/index.html")
        assert "<span>Raw</span>" in article
        assert (
            'rel="noopener noreferrer" href="https://gazette.example/ferry?a=1&amp;b=2"' in article
        )


def test_pages_of_every_engine_pass_the_last_look(sites: dict[Engine, Path]) -> None:
    """Each has the policy at its head, and nothing that no policy can forbid."""
    for engine, site in sites.items():
        for page in site.rglob("*.html"):
            assert read_page(page.read_bytes()).faults == [], f"{engine}: {page.relative_to(site)}"


def test_no_engine_leaves_anything_in_the_project(sites: dict[Engine, Path], project: Path) -> None:
    """No cache, no configuration made for the occasion."""
    assert len(sites) == 3
    assert {path.name for path in project.iterdir()} == {"docs", "mkdocs.yml"}


def test_a_site_carries_no_part_of_the_theme_that_no_page_asks_for(
    sites: dict[Engine, Path],
) -> None:
    """Material's scripts and style sheets stay behind, and with them what is under the LGPL."""
    for engine, site in sites.items():
        published = {path.name for path in (site / "assets").rglob("*.*")}
        own = {path.name for path in (THEME / "assets").iterdir()}
        assert published == own, engine


@pytest.mark.parametrize("engine", Engine)
def test_no_page_asks_another_host_for_anything(
    engine: Engine, project: Path, tmp_path: Path
) -> None:
    """Style sheets, scripts and pictures come from this site."""
    site = tmp_path / "site"
    build(engine, project, site)
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        loaded = re.findall(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=\"?([^\" >]+)", html)
        away = [address for address in loaded if re.match(r"(?:https?:)?//", address)]
        assert [a for a in away if not a.startswith("https://briefwright.example/")] == [], page


@pytest.mark.parametrize("engine", Engine)
def test_a_heading_cannot_break_out_of_the_title(
    engine: Engine, project: Path, tmp_path: Path
) -> None:
    """Material's own title un-escapes a heading and escapes it no more."""
    hostile = "# `</title><script>alert(1)</script>` & more\n"
    (project / "docs" / "glossary.md").write_text(hostile, encoding="utf-8")
    site = tmp_path / "site"
    build(engine, project, site)
    html = (site / "glossary" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert html.count("</title>") == 1


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    ("link", "said"),
    [("[x](nowhere.md)", "about.md"), ("[x](briefs/ferry.md#nothing)", "about.md")],
)
def test_a_link_to_nowhere_stops_the_build(
    engine: Engine, link: str, said: str, project: Path, tmp_path: Path
) -> None:
    """Strict in every engine, and the message names the page."""
    (project / "docs" / "about.md").write_text(f"# About\n\n{link}\n", encoding="utf-8")
    with pytest.raises(EngineFailure) as failure:
        build(engine, project, tmp_path / "site")
    assert any(said in line for line in failure.value.lines), failure.value.lines
    assert len(failure.value.lines) == 1
    assert str(engine) in str(failure.value)


def test_a_date_of_zero_does_not_crash_the_build(project: Path, tmp_path: Path) -> None:
    """MkDocs takes 0 for no value; the first second of 1970 is the same day."""
    build(Engine.MKDOCS, project, tmp_path / "site", source_date_epoch=0)
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<lastmod>1970-01-01</lastmod>" in sitemap


def test_the_same_date_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """A site can be built again and compared."""
    for name in ("one", "two"):
        build(Engine.MKDOCS, project, tmp_path / name, source_date_epoch=1_900_000_000)
    files = [path for path in (tmp_path / "one").rglob("*") if path.is_file()]
    assert len(files) > 20
    for path in files:
        twin = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == twin.read_bytes(), path


def test_what_an_engine_said_is_cut_to_what_helps() -> None:
    """Progress and tracebacks go, colours go, the fault stays once."""
    mkdocs = (
        "INFO    -  Cleaning site directory\n"
        "WARNING -  Doc file 'a.md' contains a link 'b.md', but the target is not found.\n"
        "\nAborted with 1 warnings in strict mode!\n"
    )
    assert useful_lines(mkdocs) == [
        "Doc file 'a.md' contains a link 'b.md', but the target is not found."
    ]
    zensical = "Build started\n\x1b[33mWarning:\x1b[0m page does not exist\n   ╭─[ a.md:3:1 ]\n"
    assert useful_lines(zensical) == ["a.md:3:1: page does not exist"]
    crash = 'Traceback (most recent call last):\n  File "x"\nAssertionError: expected name\n'
    assert useful_lines(crash) == ["AssertionError: expected name"]
    missing = "/usr/bin/python: No module named zensical\n"
    assert useful_lines(missing) == ["No module named zensical"]
