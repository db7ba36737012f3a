"""Whether anything has changed since the last build; if nothing has, there is nothing to do.

All that a build reads is compared by its content, and so is all that it wrote: a site that somebody
has touched is built again. It is light to load, because most of what a build needs is not.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from yaml import YAMLError

from generator.site.digest import digest_folder
from generator.site.docs_files import DocsFiles, read_docs
from generator.site.fingerprint import digest_text, read_program
from generator.site.folders import digest_files
from generator.site.kept import load_note, save_note
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.settings import CONFIG, DOCS, list_variables, read_theme_folder

NOTE = "build.note"
VERSION = 1
"""To be raised when the form of the note changes."""
_READ = ("data", "captures")
_SITE = "site"


@dataclass(frozen=True, slots=True)
class State:
    """All that a build reads, as it was at one time."""

    inputs: str
    """Records, captures, configuration, theme, program, environment and what was chosen."""
    docs: DocsFiles


def read_state(project: Path, choices: Mapping[str, str]) -> State | None:
    """What a build would read now; None if something can't be read, which the build will say.

    Args:
        project: The project's folder.
        choices: The options of the build that have a bearing on what comes out, by name.
    """
    try:
        config = (project / CONFIG).read_text("utf-8")
        variables = ["SOURCE_DATE_EPOCH", *list_variables(project)]
        environment = {name: os.environ[name] for name in variables if name in os.environ}
        folders = [digest_files(project / folder) for folder in _READ]
        folders.append(digest_files(read_theme_folder(project)))
        parts = (choices, environment, *folders)
        inputs = digest_text([str(VERSION), read_program(), config, *map(digest_text, parts)])
        return State(inputs, read_docs(project / DOCS))
    except (OSError, ValueError, YAMLError):
        return None


def find_report(project: Path, state: State) -> list[str] | None:
    """What the last build said, if nothing has changed since and its site is as it left it."""
    note = load_note(project / OWN_FOLDER / NOTE)
    if not isinstance(note, list) or note[:2] != [VERSION, state.inputs]:
        return None
    _, _, pages, digest, report = note
    if pages != digest_text(state.docs.prints) or not (project / _SITE).is_dir():
        return None
    return list(report) if digest_folder(project / _SITE) == digest else None


def note_build(
    project: Path, before: State, pages: Mapping[str, str], digest: str, report: list[str]
) -> None:
    """Keeps what a build made of a state, unless a page by hand was changed meanwhile.

    Args:
        project: The project's folder.
        before: What the build could read when it began.
        pages: The SHA-256 of each generated page that it left in `docs/`, by its path.
        digest: That of the site, as `digest_folder` reckons it.
        report: What it said.
    """
    docs = read_docs(project / DOCS, pages)
    if (docs.by_hand, docs.others) == (before.docs.by_hand, before.docs.others):
        note = [VERSION, before.inputs, digest_text(docs.prints), digest, report]
        save_note(project / OWN_FOLDER / NOTE, note)


def forget_build(project: Path) -> None:
    """Drops what is kept, before a build that may end in whatever way."""
    (project / OWN_FOLDER / NOTE).unlink(missing_ok=True)
