"""Puts files that are kept into a folder: all that it is to hold, or what is missing of it.

What the files hold, and where they stand, is others' to say. A file of a site is a further name of
one that is kept. So one that stands there from an earlier build, and is a name of that very file,
needs no look.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path


def link_file(source: Path | str, target: Path | str) -> None:
    """Gives a file a further name; where that can't be, makes a copy of it.

    Raises:
        OSError: The name is taken, or can't be given.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # another disk, or one that knows no such names
        with Path(target).open("xb") as opened:
            opened.write(Path(source).read_bytes())


def link_files(folder: Path, sources: Mapping[str, str]) -> None:
    """Gives files further names in a folder: by the path there, the file.

    Raises:
        OSError: A file can't be put there, or its place is taken.
    """
    for inner in {path.rpartition("/")[0] for path in sources}:
        (folder / inner).mkdir(parents=True, exist_ok=True)
    for path, source in sources.items():
        link_file(source, f"{folder}/{path}")


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


def lay_files(folder: Path, sources: Mapping[str, str], apart: str = "") -> None:
    """Makes these files all that a folder holds, whatever stood there before.

    Args:
        folder: The folder, empty or with what an earlier build left there.
        sources: By the path in it, the file; each has just been found whole.
        apart: The name of a folder in it that is left as it is.

    Raises:
        OSError: A file can't be put there or removed.
    """
    folders = {inner for path in sources for inner in _list_folders(path)}
    standing: set[str] = set()
    left, device = [""], folder.stat().st_dev
    while left:
        prefix = left.pop()
        for entry in os.scandir(f"{folder}/{prefix}"):
            path = prefix + entry.name
            if path in sources and _is_name(entry, device, sources[path]):
                standing.add(path)
            elif path in folders and entry.is_dir(follow_symlinks=False):
                left.append(f"{path}/")
            elif path != apart:
                _remove(entry)
    link_files(folder, {path: one for path, one in sources.items() if path not in standing})


def _is_name(entry: os.DirEntry[str], device: int, source: str) -> bool:
    """Whether an entry, on a disk of that number, is a name of a file."""
    found = os.stat(source)  # noqa: PTH116 - of thousands, no Path
    return (entry.inode(), device) == (found.st_ino, found.st_dev)


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
