"""Programs that a build starts, and that end with it, however it ends.

A build that is killed can stop nothing; what it started would go on writing into a folder that the
next build has cleared away. Linux ends a child with its parent when asked to; elsewhere such a
program runs to its end, and what it writes is cleared away a build later.
"""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_END_WITH_PARENT = 1
"""`PR_SET_PDEATHSIG` of Linux."""
_LIBRARY = ctypes.CDLL(None) if sys.platform == "linux" else None


def run_child(
    module: str,
    arguments: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs a module of this Python to its end; what it says on both its outputs is in `stdout`."""
    command = [sys.executable, "-m", module, *arguments]
    return run_program(command, folder=folder, environment=environment)


def run_program(
    command: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs a program, by its path, to its end, as `run_child` does a module."""
    return subprocess.run(  # noqa: S603 - no threads here; a program of ours, a list
        list(command),
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        preexec_fn=end_with_parent,
    )


def _ask_to_end_with_parent() -> None:
    if _LIBRARY is not None:
        _LIBRARY.prctl(_END_WITH_PARENT, signal.SIGKILL)


end_with_parent = _ask_to_end_with_parent if _LIBRARY is not None else None
"""What a new process does first (`preexec_fn`), where the system can end it with its parent."""
