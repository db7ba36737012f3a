"""Puts what is kept into a folder of the site: all of it, or what is missing of it.

What the files hold, and where they stand, is others' to say. A file of the site is a further name
of a kept content. So one that stands there from an earlier build, and is a name of that content,
needs no look.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
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


def join_files(*groups: Mapping[str, str]) -> dict[str, str]:
    """Files of several writers together, by their paths.

    Raises:
        FileExistsError: Two of them write one file.
    """
    joined: dict[str, str] = {}
    for group in groups:
        if taken := sorted(joined.keys() & group.keys()):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), taken[0])
        joined |= group
    return joined


def lay_files(site: Path, prints: Mapping[str, str], contents: Contents, apart: str) -> None:
    """Makes these contents all that a folder holds, whatever stood there before.

    Args:
        site: The folder, empty or with an earlier site.
        prints: The SHA-256 of each file, by its path.
        contents: Where they are kept, whole.
        apart: The name of a folder in it that is left as it is.

    Raises:
        OSError: A file can't be put there or removed.
    """
    folders = {folder for path in prints for folder in _list_folders(path)}
    standing: set[str] = set()
    left = [""]
    while left:
        prefix = left.pop()
        for entry in os.scandir(f"{site}/{prefix}"):
            path = prefix + entry.name
            if path in prints and contents.is_name(prints[path], entry):
                standing.add(path)
            elif path in folders and entry.is_dir(follow_symlinks=False):
                left.append(f"{path}/")
            elif path != apart:
                _remove(entry)
    link_files(site, {path: one for path, one in prints.items() if path not in standing}, contents)


def _list_folders(path: str) -> Iterator[str]:
    """The folders in which a file stands, as `a` and `a/b` for `a/b/c`."""
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path)
    else:
        os.unlink(entry.path)  # noqa: PTH108 - of an entry, no Path
