"""The results of trials: where they are kept, and what each of them says first.

A result is a small JSON file, committed, so that the page of trials shows what really ran.
"""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.site.write import replace_file

FOLDER = Path(__file__).parent / "results"


def write_result(name: str, command: str, found: Mapping[str, object]) -> Path:
    """Writes what a trial found, with the command to repeat it, the day and the system."""
    path = FOLDER / f"{name}.json"
    text = json.dumps({**describe_run(command), **found}, indent=2, ensure_ascii=False) + "\n"
    replace_file(path, text.encode())
    return path


def describe_run(command: str) -> dict[str, str]:
    """The command to repeat a run, the day, and the versions of Python and of this code."""
    return {
        "command": command,
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "commit": _find_commit(),
    }


def open_templates(folder: Path) -> Environment:
    """The templates of a folder, for pages of Markdown in which every number is one of a result."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Markdown of our own words and numbers
    )
    environment.filters["n"] = lambda number: f"{number:,}"
    return environment


def _find_commit() -> str:
    """The commit that was tried, as git names it in short; empty outside a repository."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 - git as it is found
        cwd=FOLDER,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip()
