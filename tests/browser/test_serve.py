"""The preview in a real browser: an open page follows what is saved, under its policy."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from generator.site.mark import has_mark
from tests.browser.conftest import ROOT
from trials.project import write_project

pytestmark = pytest.mark.browser
_PATIENCE = 120_000
"""Milliseconds: the machine may be busy, and how fast it goes is not tested."""


@dataclass(frozen=True)
class Preview:
    """A project that is being previewed."""

    folder: Path
    address: str

    def find(self, name: str) -> Path:
        """The one file of a name in `data/`."""
        [file] = (self.folder / "data").rglob(name)
        return file

    def edit(self, file: Path, old: str, new: str) -> None:
        """Saves a file in which a part is another."""
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Two briefs and a theme of the project's own, which is served."""
    folder = tmp_path_factory.mktemp("previewed")
    write_project(folder, briefs=2)
    theme = ROOT / "generator" / "site" / "theme"
    shutil.copytree(theme, folder / "theme")
    config = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace(theme.as_posix(), "theme"), "utf-8")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "serve", "--address", address]
    with subprocess.Popen(
        [*command, "--project", str(folder)], cwd=ROOT, stdout=subprocess.DEVNULL
    ) as process:
        yield Preview(folder, f"http://{address}/")
        process.terminate()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the page's policy stopped."""
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    return said


def _open(page: Page, preview: Preview, path: str, heading: str | re.Pattern[str]) -> None:
    for _ in range(600):
        try:
            page.goto(preview.address + path)
            break
        except Error:  # until it listens
            time.sleep(0.2)
    expect(page.locator("h1")).to_have_text(heading, timeout=_PATIENCE)


def _open_brief(page: Page, preview: Preview, id: str) -> Locator:
    _open(page, preview, f"briefs/{id}/", re.compile(r"\S"))
    expect(page.locator("article")).to_contain_text(re.compile(r"\S"), timeout=_PATIENCE)
    return page.locator("article")


def test_an_open_page_follows_its_brief(
    page: Page, preview: Preview, complaints: list[str]
) -> None:
    """The server's own script in the page runs, and reloads it; no policy is complained of."""
    _open(page, preview, "topics/", "Topics")
    article = _open_brief(page, preview, "brief-0")
    preview.edit(preview.find("brief-0.md"), "---\n\n## ", "---\n\nA sentence more.\n\n## ")
    expect(article).to_contain_text("A sentence more.", timeout=_PATIENCE)
    assert not [said for said in complaints if "Content Security Policy" in said]


def test_an_error_lies_over_the_last_good_page_until_it_is_mended(
    page: Page, preview: Preview, complaints: list[str]
) -> None:
    """With its rule, its place and what to do; as text, whatever stands in it."""
    article = _open_brief(page, preview, "brief-1")
    before, brief = article.inner_text(), preview.find("brief-1.md")
    preview.edit(brief, "---\n\n## ", "---\n\nSee [@nobody].\n\n## ")
    overlay = page.get_by_role("alert")
    expect(overlay).to_contain_text("error[unknown-article]", timeout=_PATIENCE)
    expect(overlay).to_contain_text(brief.relative_to(preview.folder).as_posix())
    expect(overlay).to_contain_text("there is no article `nobody`")
    assert article.inner_text() == before
    preview.edit(brief, "See [@nobody].\n\n", "")
    expect(overlay).to_have_count(0, timeout=_PATIENCE)
    assert not [said for said in complaints if "Content Security Policy" in said]


def test_pages_that_name_an_article_follow_its_title(page: Page, preview: Preview) -> None:
    """What a record says stands on many pages."""
    article = _open_brief(page, preview, "brief-1")
    cited = re.findall(r"@([\w-]+)", preview.find("brief-1.md").read_text("utf-8"))[0]
    file = preview.find(f"{cited}.yml")
    text = re.sub(r"(?m)^title: .*$", 'title: "An altogether other title"', file.read_text("utf-8"))
    file.write_text(text, "utf-8")
    expect(article).to_contain_text("An altogether other title", timeout=_PATIENCE)


def test_a_page_by_hand_and_the_theme_are_followed(page: Page, preview: Preview) -> None:
    """Whoever writes about the method or changes the look sees it too."""
    _open(page, preview, "glossary/", re.compile(r"\S"))
    by_hand = preview.folder / "docs" / "glossary.md"
    by_hand.write_text("# Words\n\nWritten by hand.\n", "utf-8")
    expect(page.locator("article")).to_contain_text("Written by hand.", timeout=_PATIENCE)
    footer = preview.folder / "theme" / "partials" / "footer.html"
    footer.write_text(f"{footer.read_text('utf-8')}<p>Another foot</p>\n", "utf-8")
    expect(page.locator("body")).to_contain_text("Another foot", timeout=_PATIENCE)


def test_a_brief_comes_and_goes(page: Page, preview: Preview) -> None:
    """Its address leads nowhere before and after."""
    first = preview.find("brief-0.md")
    new = first.with_name("brief-new.md")
    _open(page, preview, "briefs/brief-new/", re.compile(r"\S"))
    nowhere = page.locator("h1").inner_text()
    text = first.read_text("utf-8").replace("id: brief-0\n", "id: brief-new\n")
    new.write_text(re.sub(r"(?m)^title: .*$", "title: A new brief", text), "utf-8")
    expect(page.locator("h1")).to_have_text("A new brief", timeout=_PATIENCE)
    new.unlink()
    expect(page.locator("h1")).to_have_text(nowhere, timeout=_PATIENCE)
    docs = preview.folder / "docs" / "briefs"
    assert sorted(file.stem for file in docs.iterdir() if has_mark(file)) == [
        *("brief-0", "brief-1", "index")
    ]
