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
    made: set[Path] = set()
    for path, print_ in prints.items():
        target = site / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        contents.link(print_, target)
