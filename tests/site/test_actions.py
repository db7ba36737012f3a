"""The ways to mend a page that stand at its end: where they lead, and when there are none."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.site.engines import Engine, build

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
HERE = "https://git.example/owner/records"
LINE = re.compile(r'<p class="bw-edit.*?</p>', re.DOTALL)
LINK = re.compile(r'<a href="([^"]*)"( rel="noopener noreferrer")?>([^<]*)</a>')
Links = dict[str, str]


def set_config(project: Path, before: str, after: str) -> None:
    """Changes a setting of the project."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert before in text
    config.write_text(text.replace(before, after), encoding="utf-8")


def read_links(site: Path, page: str) -> Links:
    """Where the line at a page's end leads, by the words of each link."""
    found = LINE.search((site / page).read_text("utf-8"))
    links = LINK.findall(found[0]) if found else []
    assert all(rel for address, rel, _ in links if address.startswith("http"))
    return {words: unescape(address) for address, _, words in links}


@pytest.fixture(autouse=True)
def sourced(project: Path) -> None:
    """Says of two pages which file they were made from, as the generator does."""
    for page, source in (
        ("briefs/ferry", "data/briefs/2024/ferry.md"),
        ("metrics/drift", "data/metrics.yml"),
    ):
        file = project / f"docs/{page}.md"
        front = f'---\nsource: "{source}"'
        file.write_text(file.read_text("utf-8").replace("---", front, 1), encoding="utf-8")


@pytest.fixture(params=Engine)
def site(
    request: pytest.FixtureRequest,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The small project, kept in a repository, as each engine builds it."""
    monkeypatch.setenv("REPOSITORY_URL", HERE)
    build(request.param, project, tmp_path / "site")
    return tmp_path / "site"


def test_a_page_leads_to_the_file_that_it_was_made_from(site: Path) -> None:
    """To the record's own, or to the page's where people wrote it."""
    for page, file in (
        ("briefs/ferry/", "data/briefs/2024/ferry.md"),
        ("metrics/drift/", "data/metrics.yml"),
        ("about/", "docs/about.md"),
    ):
        links = read_links(site, f"{page}index.html")
        assert links["Edit this page"] == f"{HERE}/edit/main/{file}"


def test_forms_know_the_page_that_led_to_them(site: Path) -> None:
    """The address of the page, and what it measures, are filled in."""
    links = read_links(site, "metrics/drift/index.html")
    correction = parse_qs(urlsplit(links["Suggest a correction"]).query)
    page = "https://briefwright.example/metrics/drift/"
    assert correction == {"template": ["correction.yml"], "page": [page]}
    figure = parse_qs(urlsplit(links["Add a figure"]).query)
    assert (figure["template"], figure["page"]) == (["figure.yml"], [page])
    assert len(figure["metric"][0]) > 3
    assert "Add a figure" not in read_links(site, "about/index.html")


def find_queries(site: Path) -> Iterator[dict[str, list[str]]]:
    """What each link to a form on any page fills in."""
    for page in site.rglob("*.html"):
        for address in read_links(site, page.relative_to(site).as_posix()).values():
            if "/issues/new" in address:
                yield parse_qs(urlsplit(address).query)


def test_every_field_that_a_link_fills_in_is_in_its_form(site: Path) -> None:
    """GitHub passes over what it does not know, in silence."""
    queries = [*find_queries(site)]
    assert {query["template"][0] for query in queries} == {"correction.yml", "figure.yml"}
    for query in queries:
        form = yaml.safe_load((FORMS / query.pop("template")[0]).read_text("utf-8"))
        assert query.keys() <= {field["id"] for field in form["body"]}


def test_a_hostile_title_stays_within_its_field(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends no attribute, begins no further field, and is read as it was written."""
    monkeypatch.setenv("REPOSITORY_URL", HERE)
    page = project / "docs/metrics/drift.md"
    hostile = "&quot;&gt;&lt;script&gt;&amp;template=x#"
    text = re.sub(r"(?m)^title: .*$", f'title: "{hostile}"', page.read_text("utf-8"), count=1)
    page.write_text(text, encoding="utf-8")
    build(Engine.MKDOCS, project, tmp_path / "site")
    links = read_links(tmp_path / "site", "metrics/drift/index.html")
    query = parse_qs(urlsplit(links["Add a figure"]).query)
    assert query["template"] == ["figure.yml"]
    assert query["metric"] == ['"><script>&template=x#']


def test_without_a_repository_no_page_leads_to_one(project: Path, tmp_path: Path) -> None:
    """Neither at its end nor in its footer."""
    build(Engine.MKDOCS, project, tmp_path / "site")
    for page in (tmp_path / "site").rglob("*.html"):
        html = page.read_text("utf-8")
        assert "bw-edit" not in html
        assert ">Code and data<" not in html


def test_pages_lead_to_the_form_where_that_is_wished(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the entry itself where it has one; else to the file, as before."""
    monkeypatch.setenv("REPOSITORY_URL", HERE)
    build(Engine.MKDOCS, project, tmp_path / "unlinked")
    for page in (tmp_path / "unlinked").rglob("*.html"):
        assert "admin/" not in page.read_text("utf-8"), page
    set_config(project, "admin: unlinked", "admin: linked")
    build(Engine.MKDOCS, project, tmp_path / "site")
    brief = read_links(tmp_path / "site", "briefs/ferry/index.html")
    assert brief["Edit this page"] == "../../admin/#/collections/briefs/entries/2024/ferry"
    assert brief["Add a figure"] == "../../admin/#/collections/articles/new"
    assert brief["Suggest a correction"].startswith(f"{HERE}/issues/new")
    metric = read_links(tmp_path / "site", "metrics/drift/index.html")
    assert metric["Edit this page"] == f"{HERE}/edit/main/data/metrics.yml"
