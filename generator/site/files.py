"""Puts the files that are no pages into a folder of the site.

What they hold, and where they stand, is `pages`' to say.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.site.kept import Contents
from generator.site.lock import FOLDER as OWN_FOLDER

KEPT = f"{OWN_FOLDER}/files"
"""Where the files stand, in a project's folder, that a preview shows."""


def link_files(site: Path, prints: Mapping[str, str], contents: Contents) -> None:
    """Gives kept contents their places in a site: the SHA-256 of each by its path.

    Raises:
        OSError: A file can't be put there, or its place is taken.
    """
    made: set[Path] = set()
    for path, print_ in prints.items():
        target = site / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        contents.link(print_, target)


def write_files(site: Path, files: Mapping[str, bytes]) -> None:
    """Writes files, by their paths in `site`, beside what the engine built.

    Raises:
        OSError: A file can't be written, or its place is taken.
    """
    for path, content in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as opened:
            opened.write(content)


def keep_files(project: Path, prints: Mapping[str, str], contents: Contents) -> None:
    """Puts files where a preview looks for them, in the place of those before."""
    shutil.rmtree(project / KEPT, ignore_errors=True)
    link_files(project / KEPT, prints, contents)


def copy_kept_files(project: Path, site: Path) -> None:
    """Brings the files that were kept for a preview into its site."""
    if (project / KEPT).is_dir():
        shutil.copytree(project / KEPT, site, dirs_exist_ok=True)
