"""The summary that GitHub shows of a job: a file that steps add Markdown to.

GitHub names the file in the environment; elsewhere there is none, and nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click

VARIABLE = "GITHUB_STEP_SUMMARY"


def add_step_summary(write: Callable[[int], str]) -> None:
    """Adds what `write` makes of the bytes that are left to the summary, where there is one."""
    from generator.report_summary import MOST_BYTES

    named = os.environ.get(VARIABLE)
    if not named:
        return
    file = Path(named)
    taken = file.stat().st_size if file.is_file() else 0
    text = write(MOST_BYTES - taken)
    if not text:
        click.echo("the job's summary is full: the issues were not added to it", err=True)
        return
    with file.open("a", encoding="utf-8", newline="\n") as summary:
        summary.write(text)
