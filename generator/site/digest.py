"""One number for a whole site, so that two people can tell whether they built the same one.

It knows file names and contents; times, owners and rights of files don't count.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def digest_folder(folder: Path) -> str:
    """The SHA-256 of a folder's files, 64 hexadecimal digits.

    It is that of the lines which `sha256sum` prints for them, sorted by path in byte order; run in
    the folder, this agrees:
    `find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`.
    """
    whole = hashlib.sha256()
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for path in sorted(paths, key=os.fsencode):
        with (folder / path).open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        whole.update(digest.encode() + b"  ./" + os.fsencode(path) + b"\n")
    return whole.hexdigest()
