"""Putting a built site in place whole, so that nobody ever sees half of one.

A site is built in a fresh folder beside its target and takes the target's name when it is complete.
Until then, and after any failure, the last good site stays where it was. Folders that a killed run
left behind are removed by the next; a folder in use is known by the lock that its process holds.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: without locks every leftover counts as dead
    fcntl = None  # type: ignore[assignment]


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
    with _locked(holder):
        try:
            folder = holder / target.name
            folder.mkdir()
            yield folder
            _put_in_place(folder, target, holder / "previous")
        finally:
            shutil.rmtree(holder, ignore_errors=True)


def _put_in_place(folder: Path, target: Path, previous: Path) -> None:
    if os.path.lexists(target):
        target.rename(previous)
    try:
        folder.rename(target)
    except OSError:
        if os.path.lexists(previous):
            previous.rename(target)
        raise


def _clear_leftovers(target: Path) -> None:
    """Remove what killed runs left; a run killed between the two renames has the last good site."""
    for holder in sorted(target.parent.glob(f"{target.name}-new-*")):
        if not holder.is_dir() or _is_in_use(holder):
            continue
        for rescued in (holder / target.name, holder / "previous"):
            # Both exist only between the renames, when the new site is complete.
            if (holder / "previous").exists() and rescued.exists() and not os.path.lexists(target):
                rescued.rename(target)
        shutil.rmtree(holder, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_in_use(folder: Path) -> bool:
    if fcntl is None:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
