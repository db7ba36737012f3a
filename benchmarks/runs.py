"""The scenarios: what is built anew, how often, and the proof that it reached the site."""

from __future__ import annotations

import os
import re
import statistics
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.peers import Peer
from benchmarks.project import BUILT, EDITS, ROOT, Project
from benchmarks.watching import CommandFailure, Measured, measure

COLD, AGAIN, ONE_BRIEF = "cold", "no-op", "one brief"
RUNS, SHORT = 3, 10.0
"""What takes less than so many seconds is run so often, and the middle run counts."""
_STAGE = re.compile(r"(?m)^(\w+) +([\d.]+) +[\d.]+")
_MARKS = "abc"
"""One for each run, so that each changes something."""
Say = Callable[[str], None]
Found = dict[str, Measured]


def build_ours(project: Project, say: Say) -> Found:
    """The times of `brief build`, by what was changed before it."""
    found = {COLD: _repeat(lambda: _build_cold(project), say, COLD)}
    found[AGAIN] = _repeat(lambda: _build(project), say, AGAIN)
    return found | {
        name: _repeat(_mark(project, edit, name), say, name) for name, edit in EDITS.items()
    }


def _build(project: Project) -> Measured:
    """`brief build`, as a person at the terminal calls it."""
    return measure(
        [sys.executable, "-m", "generator", "build", "--profile"],
        project.folder,
        writes=[project.folder / name for name in BUILT],
        environment={"PYTHONPATH": _join_path()},
    )


def _join_path() -> str:
    return os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])


def _build_cold(project: Project) -> Measured:
    project.forget()
    return _build(project)


def _mark(
    project: Project, edit: Callable[[Project, str], str], name: str
) -> Callable[[], Measured]:
    """A run that makes one edit more each time, with another mark."""
    marks = iter(f"mark{name.replace(' ', '')}{letter}" for letter in _MARKS)
    return lambda: _edit(project, edit, next(marks))


def _edit(project: Project, edit: Callable[[Project, str], str], mark: str) -> Measured:
    page = edit(project, mark)
    measured = _build(project)
    _expect(mark, project.site / page)
    return measured


def _expect(mark: str, page: Path) -> None:
    """A build that is quick because it changed nothing is none."""
    if mark not in page.read_text("utf-8"):
        raise CommandFailure(f"{page} does not show the change")


def build_peer(peer: Peer, folder: Path, limit: float, say: Say) -> Found:
    """The times of another program: from nothing, and over its last site where that is other."""
    name = peer.name

    def build_cold() -> Measured:
        peer.forget(folder)
        return peer.build(folder, limit)

    found = {COLD: _repeat(build_cold, say, f"{name}, {COLD}")}
    if found[COLD].ended:
        return found
    _expect_pages(peer, folder)
    if peer.rebuilds:
        found[AGAIN] = _repeat(lambda: peer.build(folder, limit), say, f"{name}, {AGAIN}")
        marks = iter(f"mark{letter}" for letter in _MARKS)
        found[ONE_BRIEF] = _repeat(
            lambda: _edit_peer(peer, folder, limit, next(marks)), say, f"{name}, {ONE_BRIEF}"
        )
    return found


def _edit_peer(peer: Peer, folder: Path, limit: float, mark: str) -> Measured:
    pages = (folder / peer.content / "briefs").glob("brief-*.md")
    page = max(pages, key=lambda file: int(file.stem.rpartition("-")[2]))
    text = page.read_text("utf-8")
    page.write_text(f"{text}\nThe mark is {mark}.\n", encoding="utf-8")
    measured = peer.build(folder, limit)
    if not measured.ended:
        _expect(mark, folder / peer.site / "briefs" / page.stem / "index.html")
    return measured


def _expect_pages(peer: Peer, folder: Path) -> None:
    """A program that leaves out pages can't be compared."""
    written = sum(1 for _ in (folder / peer.content).rglob("*.md"))
    built = sum(1 for _ in (folder / peer.site).rglob("*.html"))
    if built < written:
        raise CommandFailure(f"{peer.name} made {built} pages of {written}")


def _repeat(run: Callable[[], Measured], say: Say, what: str) -> Measured:
    """The middle one of a few runs, if they are short; else the only one."""
    runs = [run()]
    while runs[-1].seconds < SHORT and not runs[-1].ended and len(runs) < RUNS:
        runs.append(run())
    middle = statistics.median_low(one.seconds for one in runs)
    chosen = next(one for one in runs if one.seconds == middle)
    say(f"{what}: {chosen.ended or f'{chosen.seconds:.2f} s, {chosen.peak_bytes / 1e6:.0f} MB'}")
    return chosen


def read_stages(measured: Measured) -> dict[str, float]:
    """The seconds of each stage, from the table with which `--profile` ends."""
    _, _, table = measured.said.rpartition("stage   seconds")
    return {name: float(seconds) for name, seconds in _STAGE.findall(table)}


def to_json(found: Mapping[str, Measured]) -> dict[str, dict[str, float | int | str]]:
    """As it stands in a result."""
    return {name: measured.to_json() for name, measured in found.items()}
