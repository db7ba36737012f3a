"""Putting a built site in place whole, so that nobody ever sees half of one.

A site is built in a fresh folder beside its target and takes the target's name in one step when it
is complete and on the disk. Until then, and after any failure, the last good site stays where it
was. Whoever builds holds the project's lock, so a folder found beside the target is a dead run's.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = -100
"""`AT_FDCWD` of Linux: paths are taken as they are."""
_SWAP = 2
"""`RENAME_EXCHANGE` of Linux and `RENAME_SWAP` of macOS, which are the same number."""


@contextmanager
def fresh_site(target: Path) -> Iterator[Path]:
    """Give an empty folder that becomes `target` when the block ends without an exception.

    Example:
        >>> with fresh_site(Path("site")) as folder:  # doctest: +SKIP
        ...     build(Engine.MKDOCS, project, folder)
    """
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(target)
    holder = Path(tempfile.mkdtemp(prefix=f"{target.name}-new-", dir=target.parent))
    try:
        folder = holder / target.name
        folder.mkdir()
        yield folder
        if hasattr(os, "sync"):  # not on Windows
            os.sync()
        _put_in_place(folder, target, holder / "previous")
    finally:
        shutil.rmtree(holder, ignore_errors=True)


def _put_in_place(folder: Path, target: Path, previous: Path) -> None:
    if not os.path.lexists(target):
        folder.rename(target)
    elif not exchange(folder, target):
        _put_in_place_in_two_steps(folder, target, previous)


def exchange(one: Path, other: Path) -> bool:
    """Gives two folders each other's names in one step; False where the system can't.

    Linux and macOS can, on all of their usual file systems; Python has no name for it.
    """
    if os.name != "posix":
        return False
    names = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _SWAP) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*names, _SWAP) == 0)
    return False


def _put_in_place_in_two_steps(folder: Path, target: Path, previous: Path) -> None:
    """Between the steps there is no site; a run killed there is made good by the next."""
    target.rename(previous)
    try:
        folder.rename(target)
    except OSError:
        previous.rename(target)
        raise


def _clear_leftovers(target: Path) -> None:
    """Remove what killed runs left; a run killed between the two steps has the last good site."""
    for holder in sorted(target.parent.glob(f"{target.name}-new-*")):
        if not holder.is_dir():
            continue
        for rescued in (holder / target.name, holder / "previous"):
            # Both exist only between the steps, when the new site is complete.
            if (holder / "previous").exists() and rescued.exists() and not os.path.lexists(target):
                rescued.rename(target)
        shutil.rmtree(holder, ignore_errors=True)
