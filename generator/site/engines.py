"""The engines that turn docs/ into a site: how each is called and what it prints.

No other module knows them. All three read the same mkdocs.yml. An engine runs as a process of its
own, so that what it does to logging, to the current folder or to its memory stays there. Where the
site goes afterwards is the caller's business: `build` fills the folder that it is given.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from generator.limits import PAGE_SECONDS
from generator.site.assets import shorten_assets
from generator.site.child import run_child
from generator.site.deadline import SECONDS
from generator.site.folders import list_files
from generator.site.settings import CONFIG, DOCS
from generator.site.write import address_of

_PACKAGE_ROOT = Path(__file__).resolve().parents[2]
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_ZENSICAL_PLACE = re.compile(r"\[ (\S+:\d+:\d+) \]")
_LAST_LINES = 12
UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""What Material brings and no page asks for; some of it is under MPL-1.1 and LGPL."""
_OF_THEME = ("__init__.py", "__pycache__", "mkdocs_theme.yml")
"""What makes a folder of templates a theme; Zensical publishes it."""


class Engine(StrEnum):
    """The programs that can build the site."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


class EngineFailure(Exception):  # noqa: N818 - it reports, nothing is wrong with the program
    """An engine did not build the site. `lines` is what it said, without what does not help."""

    def __init__(self, engine: Engine, lines: list[str]) -> None:
        self.engine = engine
        self.lines = lines
        super().__init__("\n".join([f"{engine} could not build the site.", *lines]))


def build(
    engine: Engine, project_dir: Path, site_dir: Path, *, source_date_epoch: int | None = None
) -> None:
    """Build the project's docs/ into `site_dir`, which is created or emptied.

    Raises:
        EngineFailure: The engine is missing, refused a page, or left one out.
    """
    project_dir, site_dir = project_dir.resolve(), site_dir.resolve()
    environment = make_environment(source_date_epoch)
    environment[SECONDS] = str(PAGE_SECONDS)
    if engine is Engine.ZENSICAL:
        _build_with_zensical(project_dir, site_dir, environment)
    else:
        arguments = ["build", "--strict", "--config-file", CONFIG, "--site-dir", str(site_dir)]
        _run(engine, arguments, project_dir, environment)
    left_out = [
        f"{DOCS}/{source}: not built"
        for source, page in list_pages(project_dir).items()
        if not (site_dir / page).is_file()
    ]
    if left_out:  # Zensical goes on when a page crashes its Markdown parser
        raise EngineFailure(engine, left_out)
    for folder in UNUSED:
        shutil.rmtree(site_dir / folder, ignore_errors=True)
    for name in _OF_THEME:
        left = site_dir / name
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    shorten_assets(site_dir)


def make_environment(source_date_epoch: int | None = None) -> dict[str, str]:
    """The environment in which an engine, or a part of one, runs."""
    outer: Mapping[str, str] = os.environ
    inner = {**outer, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    inner |= {"PYTHONUTF8": "1", "NO_COLOR": "1"}
    # The engine imports our Markdown extensions, installed or not.
    inner["PYTHONPATH"] = os.pathsep.join(
        [str(_PACKAGE_ROOT), *filter(None, [outer.get("PYTHONPATH")])]
    )
    stamp = outer.get("SOURCE_DATE_EPOCH") if source_date_epoch is None else str(source_date_epoch)
    if stamp is not None:
        inner["SOURCE_DATE_EPOCH"] = stamp
    return inner


def _build_with_zensical(project_dir: Path, site_dir: Path, environment: dict[str, str]) -> None:
    """Zensical takes no folder on its command line and refuses one outside the project.

    So it builds into a folder inside, by a configuration file that inherits the real one, and the
    result is moved. Its cache keeps pages from before a change of our extensions: it goes as well.
    """
    for left in project_dir.glob(".zensical-*"):
        if re.fullmatch(r"\.zensical-[0-9]+(\.yml)?", left.name):  # by a run that was killed
            left.unlink() if left.is_file() else shutil.rmtree(left, ignore_errors=True)
    inside = project_dir / f".zensical-{os.getpid()}"
    config, cache = inside.with_suffix(".yml"), project_dir / ".cache"
    had_cache = cache.exists()
    config.write_text(f"INHERIT: {CONFIG}\nsite_dir: {inside.name}\n", encoding="utf-8")
    try:
        arguments = ["build", "--strict", "--clean", "--config-file", config.name]
        _run(Engine.ZENSICAL, arguments, project_dir, environment)
        shutil.rmtree(site_dir, ignore_errors=True)
        shutil.move(inside, site_dir)
    finally:
        config.unlink(missing_ok=True)
        shutil.rmtree(inside, ignore_errors=True)
        if not had_cache:
            shutil.rmtree(cache, ignore_errors=True)


def _run(engine: Engine, arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
    # Not --quiet: it hides warnings from MkDocs's own count too, and a strict build then passes.
    run = run_child(str(engine), arguments, folder=folder, environment=environment)
    if run.returncode:
        raise EngineFailure(engine, useful_lines(run.stdout))


def useful_lines(output: str) -> list[str]:
    """Pick from an engine's output what a person can act on, else its last lines."""
    lines = [line.rstrip() for line in _ANSI.sub("", output).splitlines() if line.strip()]
    if any("No module named" in line and "__main__" not in line for line in lines[-1:]):
        return [lines[-1].rpartition(": ")[2]]
    picked = list(dict.fromkeys([*_mkdocs_lines(lines), *_zensical_lines(lines)]))
    crash = [lines[-1]] if any(line.startswith("Traceback") for line in lines) else []
    return picked + [line for line in crash if not picked] or lines[-_LAST_LINES:]


def _mkdocs_lines(lines: list[str]) -> Iterator[str]:
    for line in lines:
        level, _, message = line.partition(" -  ")
        if level.strip() in {"WARNING", "ERROR", "CRITICAL"}:
            yield message.strip()
        elif line.startswith("Config value") or "Error: " in line.partition(" ")[0]:
            yield line


def _zensical_lines(lines: list[str]) -> Iterator[str]:
    said = ""
    for line in lines:
        if line.startswith(("Warning: ", "Error: ")):
            said = line.partition(": ")[2]
        place = _ZENSICAL_PLACE.search(line)
        if place and said:
            yield f"{place[1]}: {said}"
            said = ""


def list_pages(project_dir: Path) -> dict[str, str]:
    """The page of the site that each file of docs/ becomes, as paths relative to the two."""
    pages = (path for path in sorted(list_files(project_dir / DOCS)) if path.endswith(".md"))
    return {page: f"{address_of(page)}/index.html".removeprefix("/") for page in pages}
