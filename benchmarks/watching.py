"""One command, run to its end or to a limit: how long, how much memory, how much it wrote.

Memory is that of the process with all that it started, sampled from /proc, so this runs on Linux
only. It knows nothing of what it measures.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SAMPLED_EVERY = 0.05
"""Seconds between two looks at the memory, at least."""
PAUSES = 20
"""How many times longer than a look is the pause behind it: of 3 GB one takes 50 ms, in which the
process that is looked at gets no more memory."""
FREE_DISK = 8 * 1024**3
"""Bytes that a command must leave free: a navigation of 10,000 pages in 10,000 pages is large."""
PROC = Path("/proc")
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
LAST = 2000
"""Characters that are kept of what a command says."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took."""

    seconds: float
    cpu_seconds: float
    """Of all processes together, in user and in kernel mode."""
    peak_bytes: int
    """The most memory at a moment, of all processes together, what they share counted once."""
    written_bytes: int
    """The sizes of the files that were there afterwards and not before, or changed."""
    ended: str = ""
    """Why it was stopped before its end; empty if it was not."""
    said: str = ""
    """The end of what it printed."""

    def to_json(self) -> dict[str, float | int | str]:
        """As it stands in a result."""
        found: dict[str, float | int | str] = {
            "seconds": round(self.seconds, 3),
            "cpu-seconds": round(self.cpu_seconds, 3),
            "peak-bytes": self.peak_bytes,
            "written-bytes": self.written_bytes,
        }
        return found | ({"ended": self.ended} if self.ended else {})


class CommandFailure(Exception):  # noqa: N818 - it reports, nothing is wrong with the program
    """A measured command ended with an error; the message has the end of what it said."""


def measure(
    command: Sequence[str],
    folder: Path,
    *,
    writes: Iterable[Path],
    environment: Mapping[str, str] | None = None,
    limit: float = float("inf"),
) -> Measured:
    """Runs a command in a folder, stopped with all that it started after `limit` seconds.

    Args:
        command: The program and its arguments.
        folder: Where it is run.
        writes: The folders that it may write into, counted afterwards.
        environment: What is added to the environment.
        limit: Seconds.

    Raises:
        CommandFailure: It ended with another code than 0.
    """
    places = tuple(writes)
    before = set(_list_files(places))
    log = folder / "bench.log"
    with log.open("wb") as said:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - the commands of this benchmark
            command,
            cwd=folder,
            env=_as_installed({**os.environ, **(environment or {})}),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        peak, ended = _watch(process.pid, began + limit, folder)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    last = log.read_text("utf-8", "replace")[-LAST:]
    if process.returncode and not ended:
        raise CommandFailure(f"{' '.join(command)}: {last}")
    written = sum(size for *_, size in set(_list_files(places)) - before)
    return Measured(seconds, usage.ru_utime + usage.ru_stime, peak, written, ended, last)


def _as_installed(environment: Mapping[str, str]) -> dict[str, str]:
    """Without what keeps Python from storing what it compiled, as pip does for what it installs."""
    return {name: value for name, value in environment.items() if name != _NO_BYTECODE}


def _watch(root: int, until: float, folder: Path) -> tuple[int, str]:
    """The peak in bytes, once the process has ended; and why it had to be stopped, if so."""
    peak, pause = 0, SAMPLED_EVERY
    handle = os.pidfd_open(root)  # can be read from once the process has ended
    try:
        while not select.select([handle], [], [], pause)[0]:
            began = time.perf_counter()
            tree = list(_list_tree(root))
            peak = max(peak, sum(map(read_memory, tree)))
            pause = max(SAMPLED_EVERY, PAUSES * (time.perf_counter() - began))
            if reason := _find_reason(until, folder):
                _kill_all(tree)
                return peak, reason
    except BaseException:  # Ctrl+C does not reach a session of its own
        _kill_all(_list_tree(root))
        raise
    finally:
        os.close(handle)
    return peak, ""


def _find_reason(until: float, folder: Path) -> str:
    if time.perf_counter() > until:
        return "not finished within the limit"
    if shutil.disk_usage(folder).free < FREE_DISK:
        return "stopped because the disk was nearly full"
    return ""


def _kill_all(tree: Iterable[int]) -> None:
    for pid in tree:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _list_tree(root: int) -> Iterator[int]:
    """A process and all that descend from it."""
    children = defaultdict(list)
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            # The name, in brackets, may hold anything; the parent is the second field after it.
            parent = int(stat.read_bytes().rpartition(b")")[2].split()[1])
        except OSError:  # it ended while the list was made
            continue
        children[parent].append(int(stat.parent.name))
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        yield pid
        waiting += children[pid]


def read_memory(pid: int) -> int:
    """Bytes of memory of a process, its share of what it shares with others; 0 if it is gone."""
    with suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_bytes().splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _list_files(places: Iterable[Path]) -> Iterator[tuple[int, int, int]]:
    """Each file by what changes when it is written: its number, the time, and its size in bytes."""
    for place in places:
        for file in place.rglob("*"):
            if file.is_file() and not file.is_symlink():
                stat = file.stat()
                yield stat.st_ino, stat.st_mtime_ns, stat.st_size
