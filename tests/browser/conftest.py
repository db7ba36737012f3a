"""The real site, built once as its users build it, served on this machine, in a real Chromium."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from trials.watching import chromium as open_chromium
from trials.watching import serve_by

ROOT = Path(__file__).resolve().parents[2]


def copy_project(folder: Path) -> None:
    """Copies what is the project's own; what an earlier build left behind is made again."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    theme = (ROOT / "generator" / "site" / "theme").as_posix()
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        config.replace("generator/site/theme", theme), encoding="utf-8"
    )


REPOSITORY = "https://git.example/owner/records"


def build_site(project: Path, repository: str = REPOSITORY) -> Path:
    """The folder of the site that `brief build` makes of a project kept in a repository."""
    run = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--project", str(project)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "REPOSITORY_URL": repository},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "site"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below `/archive/`, as a project page on GitHub Pages is served."""

    def translate_path(self, path: str) -> str:
        """The file behind an address, the folder left out."""
        return super().translate_path(path.removeprefix("/archive"))

    def log_message(self, *args: object) -> None:
        """Nothing: a test's output is its verdict."""


@contextmanager
def serve_site(site: Path) -> Iterator[str]:
    """Where a site is served, below a folder, ending in a slash."""
    with serve_by(functools.partial(QuietHandler, directory=str(site))) as address:
        yield f"{address}archive/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real records."""
    project = tmp_path_factory.mktemp("built")
    copy_project(project)
    return build_site(project)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site of the real records is served."""
    with serve_site(site) as served:
        yield served


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser that finds no other host than this machine."""
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def requests() -> list[str]:
    """The address of every request that the test's pages made."""
    return []


@pytest.fixture
def context(chromium: Browser, requests: list[str]) -> Iterator[BrowserContext]:
    """A fresh profile whose requests are noted."""
    fresh = chromium.new_context(viewport={"width": 1280, "height": 900})
    fresh.on("request", lambda request: requests.append(request.url))
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page on which an error in a script fails the test."""
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
    opened.set_default_timeout(10_000)
    return opened
