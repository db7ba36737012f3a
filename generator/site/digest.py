"""One number for a whole site, so that two people can tell whether they built the same one.

It knows file names and contents; times, owners and rights of files don't count.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from generator.site.folders import list_files, read_whole


def digest_folder(folder: Path, known: Mapping[str, str] | None = None) -> str:
    """The SHA-256 of a folder's files, 64 hexadecimal digits.

    It is that of the lines which `sha256sum` prints for them, sorted by path in byte order; run in
    the folder, this agrees:
    `find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`.

    Args:
        folder: The folder.
        known: The SHA-256 of files by their paths; those are not read.

    Raises:
        OSError: A folder or a file can't be read.
    """
    whole, known = hashlib.sha256(), known or {}
    for path in sorted(list_files(folder), key=os.fsencode):
        digest = known.get(path) or hashlib.sha256(read_whole(f"{folder}/{path}")).hexdigest()
        whole.update(digest.encode() + b"  ./" + os.fsencode(path) + b"\n")
    return whole.hexdigest()
