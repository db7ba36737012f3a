"""What stands below a folder, found quickly: a build goes through thousands of files repeatedly.

Paths are those in the folder, with `/` between their parts on any system. Links are not followed.
What a file is for is not known here.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path


def walk_files(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything that is no folder, by its path, in no particular order; nothing of no folder.

    Raises:
        OSError: A folder can't be read.
    """
    left = [(str(folder), "")] if folder.is_dir() else []
    while left:
        here, prefix = left.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    left.append((entry.path, f"{path}/"))
                else:
                    yield path, entry


def list_files(folder: Path) -> set[str]:
    """The path of each file.

    Raises:
        OSError: A folder can't be read.
    """
    return {path for path, entry in walk_files(folder) if entry.is_file()}


def read_files(folder: Path, without: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """The path of each file with what it holds, in the order of the paths; a link holds its target.

    Args:
        folder: The folder.
        without: The paths of files that are left out.

    Raises:
        OSError: A folder or a file can't be read.
    """
    for path, entry in sorted(walk_files(folder), key=lambda found: found[0]):
        if path in without:
            continue
        if entry.is_symlink():
            yield path, os.fsencode(os.readlink(entry.path))  # noqa: PTH115 - of a name, no Path
        else:
            yield path, read_whole(entry.path)


def read_whole(path: str) -> bytes:
    """What a file holds, without the buffer that half of the time would go into.

    Raises:
        OSError: It can't be read.
    """
    with open(path, "rb", buffering=0) as opened:  # noqa: PTH123 - of a name, no Path
        return opened.read()


def digest_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file by its path, in the order of the paths.

    Raises:
        OSError: A folder or a file can't be read.
    """
    return {path: hashlib.sha256(content).hexdigest() for path, content in read_files(folder)}
