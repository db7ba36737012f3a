"""Putting a built site in place whole, so that nobody ever sees half of one.

A site is built in a fresh folder of a workshop, which nobody else uses, and takes the target's name
in one step when it is complete and on the disk. Until then, and after any failure, the last good
site stays where it was. Whoever builds holds the project's lock: what is found in the workshop is
a dead run's.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.interrupts import heed

_HERE = -100
"""`AT_FDCWD` of Linux: paths are taken as they are."""
_SWAP = 2
"""`RENAME_EXCHANGE` of Linux and `RENAME_SWAP` of macOS, which are the same number."""


SPARE = "spare"
"""The site before the last, in the workshop: most of it will stand in the next one too."""


@contextmanager
def fresh_site(target: Path, workshop: Path, *, over_last: bool = False) -> Iterator[Path]:
    """Give a folder that becomes `target` when the block ends without an exception.

    Args:
        target: The folder of the site.
        workshop: A folder for this alone, on the same disk; what a killed run left there is
            removed, or put in place if it is the last good site.
        over_last: Whether the folder may hold an earlier site, to be changed where it differs;
            it is empty otherwise.

    Example:
        >>> with fresh_site(Path("site"), Path(".briefwright/sites")) as folder:  # doctest: +SKIP
        ...     build(Engine.MKDOCS, project, folder)
    """
    target = target.absolute()
    workshop.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(target, workshop)
    # A name that is known beforehand: an interrupt may come while the folder is being made.
    holder = workshop / str(os.getpid())
    try:
        folder = holder / "new"
        holder.mkdir()
        if over_last and (workshop / SPARE).is_dir():
            (workshop / SPARE).rename(folder)
        else:
            folder.mkdir()
        yield folder
        write_through(folder)
        heed()
        _put_in_place(folder, target, holder / "previous")
        if over_last:
            _keep_spare(holder, workshop / SPARE)
    finally:
        if os.path.lexists(target) or not (holder / "previous").exists():
            shutil.rmtree(holder, ignore_errors=True)


def write_through(folder: Path) -> None:
    """Waits until a folder's files are on the disk: with all others of the disk, in one go.

    Raises:
        OSError: Something could not be written; Linux tells, other systems do not.
    """
    if os.name != "posix":
        return
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(opened):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(opened)


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
    except BaseException:
        previous.rename(target)
        raise


def _keep_spare(holder: Path, spare: Path) -> None:
    """Keeps the site that was in place before, by whichever name the exchange left it."""
    for replaced in (holder / "new", holder / "previous"):
        if replaced.is_dir() and not replaced.is_symlink():
            replaced.rename(spare)
            return


def _clear_leftovers(target: Path, workshop: Path) -> None:
    """Remove what killed runs left; a run killed between the two steps has the last good site."""
    for holder in sorted(workshop.iterdir()):
        if holder.name == SPARE and not holder.is_symlink():
            continue
        for rescued in (holder / "new", holder / "previous"):
            # Both exist only between the steps, when the new site is complete.
            if (holder / "previous").exists() and rescued.exists() and not os.path.lexists(target):
                rescued.rename(target)
        shutil.rmtree(holder, ignore_errors=True)
