"""Where work runs: in this process, in processes of this machine, or on a Dask cluster.

One seam for all three: work is a function of the module level, a value that all of it shares, and
batches; results come as they are done. A worker that dies costs time and nothing else: what it had
taken on is given to others. The three are here, in `processes` and in `cluster`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Work = Callable[[Any, Batch], Result]
BATCHES_A_WORKER = 16
BATCH = 40
"""The most that is done before anything of it comes back, and has to be held till then."""
T = TypeVar("T")


def divide(items: Sequence[T], workers: int) -> list[Sequence[T]]:
    """Batches that keep all workers busy to the end: many, and each with some of every kind."""
    count = min(len(items), max(workers * BATCHES_A_WORKER, -(-len(items) // BATCH)))
    return [items[start::count] for start in range(count)]


def count_cores() -> int:
    """How many processes can work at once, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkersLostError(Exception):
    """Processes that worked for the build ended by themselves, or were ended."""

    def __init__(self) -> None:
        super().__init__(
            "those who worked for the build were ended, and so were those who took over; if the "
            "memory was full, have fewer work at once: `--jobs 1`"
        )


class Workers(Protocol):
    """Somewhere work runs."""

    count: int
    """How many batches can run at once."""
    is_near: bool
    """Whether it runs on this machine, where the project's folder is."""

    def run(
        self, work: Work[Batch, Result], shared: Any, batches: Sequence[Batch]
    ) -> Iterator[Result]:
        """The results, as they are done.

        Raises:
            WorkersLostError: Workers died, and those that took over died too.
        """
        ...


class Here:
    """This process alone."""

    count = 1
    is_near = True

    def run(
        self, work: Work[Batch, Result], shared: Any, batches: Sequence[Batch]
    ) -> Iterator[Result]:
        """The result of each batch in its turn."""
        return (work(shared, batch) for batch in batches)
