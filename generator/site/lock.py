"""One build of a project at a time: a second one waits, and says so.

The lock is a file below the project's folder that the system itself releases when its holder ends,
in whatever way; what stands in the folder beside it is nobody's business here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

FOLDER = ".briefwright"


class BusyError(Exception):
    """Another build of the project is running, and the caller does not want to wait for it."""

    def __init__(self) -> None:
        super().__init__("another build of this project is running; nothing was built")


@contextmanager
def hold_project(project: Path, tell: Callable[[str], None], *, wait: bool) -> Iterator[None]:
    """Holds the project's lock, if need be after waiting for it.

    Raises:
        BusyError: Somebody else holds it, and `wait` is false.
        OSError: The lock can't be written.
    """
    folder = project / FOLDER
    folder.mkdir(exist_ok=True)
    lock = FileLock(folder / "build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not wait:
            raise BusyError from None
        tell("another build of this project is running: waiting for it to end (Ctrl+C gives up)")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
