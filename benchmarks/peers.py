"""The programs beside which we measure, each as its users would set it up for these pages.

All of them get the Markdown that our build wrote, and nothing else: no records, no theme of ours,
no extension of ours. What one can't read as it stands is put into its form beforehand, untimed.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from benchmarks.converted import convert_pages, mark_containers
from benchmarks.watching import Measured, measure

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / ".venv-bench"
"""Where `make bench` puts the peers that nothing else here needs."""
PYTHON = sys.executable
SCRIPTS = Path(sysconfig.get_path("scripts"))
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "NO_COLOR": "1"}
_MKDOCS = """\
site_name: Briefwright
site_url: https://briefwright.example/
theme:
  name: material
plugins:
  - search
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - toc
  - footnotes
  - pymdownx.highlight
  - pymdownx.superfences
"""
_PELICAN = """\
SITENAME = "Briefwright"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "site"
THEME = "simple"
TIMEZONE = "UTC"
PAGE_PATHS = [""]
ARTICLE_PATHS = []
PATH_METADATA = r"(?P<place>.*)[.]md"
PAGE_URL = "{place}/"
PAGE_SAVE_AS = "{place}/index.html"
DISPLAY_PAGES_ON_MENU = False
DIRECT_TEMPLATES = ["index"]
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions." + name: {}
        for name in ("attr_list", "md_in_html", "tables", "toc", "footnotes", "fenced_code", "meta")
    },
    "output_format": "html5",
}
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """One way to make a site of the same pages."""

    name: str
    """As a table calls it."""
    prepare: Callable[[Path, Path], None]
    """Lays a project into the second folder, from the Markdown in the first."""
    commands: Callable[[], Sequence[Sequence[str]]]
    """One after another, in the project's folder."""
    keeps: tuple[str, ...] = ()
    """What it keeps between builds; empty where each build begins from nothing."""
    content: str = "docs"
    rebuilds: bool = False
    """Whether a build over the last one is timed too: it may keep something, or is all there is."""
    site: str = "site"

    def is_installed(self) -> bool:
        """Whether its programs are there."""
        return all(shutil.which(command[0]) for command in self.commands()) and self._has_module()

    def _has_module(self) -> bool:
        modules = [command[2] for command in self.commands() if command[1:2] == ["-m"]]
        return all(find_spec(module) for module in modules)

    def build(self, folder: Path, limit: float) -> Measured:
        """Runs its commands; their times are summed up, and the highest memory counts."""
        runs: list[Measured] = []
        for command in self.commands():
            left = limit - sum(run.seconds for run in runs)
            places = [folder / place for place in (self.site, *self.keeps)]
            runs.append(
                measure(command, folder, writes=places, environment=_QUIET, limit=max(left, 0))
            )
            if runs[-1].ended:
                break
        return Measured(
            sum(run.seconds for run in runs),
            sum(run.cpu_seconds for run in runs),
            max(run.peak_bytes for run in runs),
            sum(run.written_bytes for run in runs),
            runs[-1].ended,
        )

    def forget(self, folder: Path) -> None:
        """As if it had never built here."""
        for place in (self.site, *self.keeps):
            shutil.rmtree(folder / place, ignore_errors=True)


def _prepare_mkdocs(docs: Path, folder: Path) -> None:
    shutil.copytree(docs, folder / "docs")
    _mark_pages(folder / "docs")
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")


def _mark_pages(folder: Path) -> None:
    for page in folder.rglob("*.md"):
        page.write_text(mark_containers(page.read_text("utf-8")), "utf-8")


def _prepare_pelican(docs: Path, folder: Path) -> None:
    convert_pages(docs, folder / "content", index="index.md")
    _mark_pages(folder / "content")
    (folder / "pelicanconf.py").write_text(_PELICAN, encoding="utf-8")


def _prepare_hugo(docs: Path, folder: Path) -> None:
    convert_pages(docs, folder / "content", index="_index.md")
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)


def find_hugo() -> str:
    """The program itself: the command of the Python package starts an interpreter first."""
    found = sorted(VENV.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    return str(found[0]) if found else shutil.which("hugo") or "hugo"


def find_pelican() -> str:
    """The command, of the peers' own environment where that is there."""
    own = VENV / "bin" / "pelican"
    return str(own) if own.is_file() else "pelican"


PEERS: Mapping[str, Peer] = {
    "mkdocs": Peer(
        "Material for MkDocs",
        _prepare_mkdocs,
        lambda: [[PYTHON, "-m", "mkdocs", "build", "--quiet"]],
    ),
    "properdocs": Peer(
        "Material on ProperDocs",
        _prepare_mkdocs,
        lambda: [[PYTHON, "-m", "properdocs", "build", "--quiet"]],
    ),
    "zensical": Peer(
        "Zensical",
        _prepare_mkdocs,
        lambda: [[str(SCRIPTS / "zensical"), "build"]],
        keeps=(".cache",),
        rebuilds=True,
    ),
    "pelican": Peer(
        "Pelican",
        _prepare_pelican,
        lambda: [[find_pelican(), "--quiet", "--settings", "pelicanconf.py"]],
        content="content",
    ),
    "hugo": Peer(
        "Hugo + Pagefind",
        _prepare_hugo,
        lambda: [
            [find_hugo(), "--quiet"],
            [PYTHON, "-m", "pagefind", "--site", "public", "--quiet"],
        ],
        content="content",
        rebuilds=True,
        site="public",
    ),
}
"""By the word that `BENCH_PEERS` chooses it with."""
_PACKAGES = (
    *("mkdocs", "mkdocs-material", "properdocs", "zensical", "markdown", "pagefind", "pydantic"),
    *("pandas", "vl-convert-python", "jinja2", "nh3"),
)


def list_versions() -> dict[str, str]:
    """The versions of all that was measured."""
    found = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    for metadata in sorted(VENV.glob("lib/python3*/site-packages/*.dist-info")):
        name, _, number = metadata.name.removesuffix(".dist-info").partition("-")
        if name in {"hugo", "pelican"}:
            found[name] = number
    return found
