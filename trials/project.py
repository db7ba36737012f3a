"""A small project of invented records, built by the real command in a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.library import write_library
from generator.site.mark import has_mark

ROOT = Path(__file__).resolve().parents[1]


def write_project(folder: Path, briefs: int = 2) -> None:
    """Records, this project's configuration, and its pages by hand."""
    write_library(folder, briefs)
    write_frame(folder)


def write_frame(folder: Path) -> None:
    """What a project has beside its records: configuration, theme, pages by hand."""
    (folder / "docs").mkdir(exist_ok=True)
    for file in (ROOT / "docs").glob("*.md"):
        if not has_mark(file):
            shutil.copy(file, folder / "docs")
    theme = (ROOT / "generator" / "site" / "theme").as_posix()
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("generator/site/theme", theme)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def start_build(
    project: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Begins a build, as the leader of a group of processes."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter, arguments as a list
        [sys.executable, "-m", "generator", "build", "--project", str(project), *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def run_build(
    project: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Builds to the end; the exit code and all that was said."""
    process = start_build(project, *arguments, environment=environment)
    said, _ = process.communicate()
    return process.returncode, said


def kill(process: subprocess.Popen[str], number: int, *, whole_group: bool) -> None:
    """Sends a signal to the build, or to it and everything that it started."""
    try:
        if whole_group:
            os.killpg(process.pid, number)
        else:
            os.kill(process.pid, number)
    except ProcessLookupError:
        pass


def wait_for(process: subprocess.Popen[str], seconds: float) -> str:
    """What a build said until its end, which has to come within a time."""
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        kill(process, signal.SIGKILL, whole_group=True)
        raise
    return said
