"""Processes that a build starts, and that end with it, however it ends.

A build that is killed can stop nothing; what it started would go on writing into a folder that the
next build has cleared away. Linux ends a child with its parent when asked to; elsewhere such a
process runs to its end, and what it writes is cleared away a build later. A signal to end that
comes while a process begins waits until that knows what to do with it.
"""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

_END_WITH_PARENT = 1
"""`PR_SET_PDEATHSIG` of Linux."""
_LIBRARY = ctypes.CDLL(None) if sys.platform == "linux" else None
_TO_END = (signal.SIGINT, signal.SIGTERM)
Take = Callable[[int, FrameType | None], None]


@contextmanager
def held_signals() -> Iterator[None]:
    """Signals to end come when the block has ended; to a process begun in it, at `begin_child`."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, _TO_END)  # here one may still come
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """Has this process end with the one that started it, where the system can."""
    if _LIBRARY is not None:
        _LIBRARY.prctl(_END_WITH_PARENT, signal.SIGKILL)


def begin_child(take: Take | signal.Handlers = signal.SIG_DFL) -> None:
    """What a new process does first; signals to end are taken as given here, if not ignored."""
    end_with_parent()
    for one in _TO_END:
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, take)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _TO_END)


def give_back_memory() -> None:
    """Has the system take back what is free: processes that begin as copies would have it too."""
    if _LIBRARY is not None and hasattr(_LIBRARY, "malloc_trim"):  # glibc has it
        _LIBRARY.malloc_trim(0)


def run_child(
    module: str,
    arguments: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs a module of this Python to its end; what it says on both its outputs is in `stdout`."""
    command = [sys.executable, "-m", module, *arguments]
    with started_program(command, folder=folder, environment=environment) as process:
        said, _ = process.communicate()
    return subprocess.CompletedProcess(
        process.args, process.returncode, said.decode("utf-8", errors="replace")
    )


@contextmanager
def started_program(
    command: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    errors: int = subprocess.STDOUT,
) -> Iterator[subprocess.Popen[bytes]]:
    """A program, by its path, with pipes to it and from it; it is ended if it is not by then."""
    process: subprocess.Popen[bytes] | None = None
    try:
        with held_signals():
            process = subprocess.Popen(  # noqa: S603 - a program of ours, a list
                list(command),
                cwd=folder,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                preexec_fn=begin_child if sys.platform != "win32" else None,  # noqa: PLW1509 - no threads here
            )
        yield process
    finally:
        if process is not None:
            process.kill()
            with suppress(OSError), process:  # what it was told last can't be told any more
                pass
