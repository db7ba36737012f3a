"""When the form is made, what it may do, and how the last look at a site knows it."""

import re
from pathlib import Path

import pytest

from generator.site.admin_page import (
    MISSING,
    NO_REPOSITORY,
    PAGE,
    SOURCES,
    TAKEN,
    AdminPage,
    find_special_headers,
    make_admin_page,
    write_admin_page,
)
from generator.site.policy import HEADERS_FILE, POLICY, write_headers
from generator.site.settings import read_extra
from generator.site.written import check_written

HERE = {"REPOSITORY_URL": "https://github.com/owner/records"}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The page's own files, with something in the place of other people's."""
    folder = tmp_path / "sources"
    (folder / "vendor").mkdir(parents=True)
    (folder / "vendor/sveltia-cms.mjs").write_text("export default {};\n", encoding="utf-8")
    for name in ("index.html", "admin.js", "records.js"):
        (folder / name).write_bytes((SOURCES / name).read_bytes())
    return folder


def set_admin(project: Path, word: str) -> None:
    """Writes another word into the project's configuration."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("admin: unlinked", f"admin: {word}")
    config.write_text(text, encoding="utf-8")


def test_without_a_repository_there_is_no_form(project: Path, sources: Path) -> None:
    """And nothing to say: whoever has none did not ask for it."""
    assert make_admin_page(project, {}, "2026", sources) == AdminPage({})


def test_what_is_no_repository_is_said(project: Path, sources: Path) -> None:
    """A token that somebody types must not go there."""
    page = make_admin_page(project, {"REPOSITORY_URL": "http://github.com/a/b"}, "2026", sources)
    assert (page.files, page.said) == ({}, NO_REPOSITORY)


def test_a_word_that_the_setting_does_not_know_is_an_error(project: Path) -> None:
    """It is named, with the words there are."""
    set_admin(project, "unlinkt")
    (issue,) = (one for one in check_written(project) if one.location.path == "mkdocs.yml")
    assert issue.rule.id == "unknown-word"
    assert issue.help.startswith("did you mean `unlinked`")


def test_where_it_is_not_wanted_there_is_no_form(project: Path, sources: Path) -> None:
    """Its script is not published either."""
    set_admin(project, "none")
    assert make_admin_page(project, HERE, "2026", sources) == AdminPage({})


def test_without_its_script_the_build_goes_on_and_says_so(project: Path, tmp_path: Path) -> None:
    """In one line that names what to do."""
    page = make_admin_page(project, HERE, "2026", tmp_path)
    assert (page.files, page.said) == ({}, MISSING)
    assert "make admin" in MISSING


def test_a_link_to_the_form_is_not_left_dangling(project: Path, tmp_path: Path) -> None:
    """Pages that link to it lead to a note under the readers' policy."""
    set_admin(project, "linked")
    page = make_admin_page(project, HERE, "2026", tmp_path)
    note = page.files[PAGE].decode()
    assert POLICY in note
    assert "<script" not in note


def test_the_form_may_ask_the_site_and_the_repository_only(project: Path, sources: Path) -> None:
    """No script stands in the page, none is evaluated, and search engines are told to pass."""
    page = make_admin_page(project, HERE, "2026", sources)
    html = page.files[PAGE].decode()
    assert f'content="{page.policy}"' in html
    assert "connect-src 'self' https://api.github.com;" in page.policy
    assert "script-src 'self';" in page.policy
    assert "eval" not in page.policy
    assert '<meta name="robots" content="noindex">' in html
    assert '"repo": "owner/records"' in page.files["admin/config.json"].decode()


def test_a_page_by_hand_keeps_its_address(project: Path, sources: Path, tmp_path: Path) -> None:
    """The form gives way, and the build says so."""
    page = make_admin_page(project, HERE, "2026", sources)
    (tmp_path / "site/admin").mkdir(parents=True)
    assert write_admin_page(tmp_path / "site", page).said == TAKEN
    assert not (tmp_path / "site" / PAGE).exists()


def test_the_readers_pages_keep_their_headers(project: Path, sources: Path, tmp_path: Path) -> None:
    """A host sends every block that fits a file, so no block for all files may name a policy."""
    site = tmp_path / "site"
    (site / "briefs").mkdir(parents=True)
    (site / "index.html").write_text("", encoding="utf-8")
    page = write_admin_page(site, make_admin_page(project, HERE, "2026", sources))
    write_headers(site, find_special_headers(page))
    text = (site / HEADERS_FILE).read_text("utf-8")
    parts = [block.split("\n  ") for block in re.split(r"\n(?=/)", text.strip())]
    blocks = {place: lines for place, *lines in parts}
    name, nobody = "Content-Security-Policy", "frame-ancestors 'none'"
    own, form = (f"{name}: {policy}; {nobody}" for policy in (POLICY, page.policy))
    assert not [line for line in blocks["/*"] if line.startswith(name)]
    assert "X-Frame-Options: DENY" in blocks["/*"]
    assert blocks["/admin/*"] == [form]
    assert blocks["/"] == blocks["/briefs/*"] == blocks["/index.html"] == [own]


@pytest.mark.parametrize(
    ("written", "environment", "read"),
    [
        ("main", {}, "main"),
        ("!ENV BRANCH", {"BRANCH": "trunk"}, "trunk"),
        ("!ENV BRANCH", {}, ""),
        ('!ENV [BRANCH, "main"]', {}, "main"),
        ('!ENV [ONE, BRANCH, "main"]', {"BRANCH": "trunk"}, "trunk"),
        ('!ENV [BRANCH, "main"]', {"BRANCH": ""}, ""),
    ],
)
def test_a_setting_is_read_as_the_engine_reads_it(
    tmp_path: Path, written: str, environment: dict[str, str], read: str
) -> None:
    """The environment's word counts, also where it says nothing."""
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  branch: {written}\n", encoding="utf-8")
    assert read_extra(tmp_path, "branch", environment) == read
