"""Puts the files that are no pages into a folder of the site.

What they hold, and where they stand, is `pages`' to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.site.kept import Contents


def link_files(site: Path, prints: Mapping[str, str], contents: Contents) -> None:
    """Gives kept contents their places in a site: the SHA-256 of each by its path.

    Raises:
        OSError: A file can't be put there, or its place is taken.
    """
    for folder in {path.rpartition("/")[0] for path in prints}:
        (site / folder).mkdir(parents=True, exist_ok=True)
    for path, print_ in prints.items():
        contents.link(print_, f"{site}/{path}")
