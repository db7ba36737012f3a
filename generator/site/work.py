"""Where work runs: in this process, in processes of this machine, or on a Dask cluster.

One seam for all three: the standard library's `Executor`. Work is a function of the module level,
a value that all of it shares, and batches; results come as they are done. A worker that dies costs
time and nothing else: what it had taken on is given to others.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from generator.site.child import end_with_parent

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Work = Callable[[Any, Batch], Result]
ATTEMPTS = 2
"""How often a batch is given to somebody before its worker's death is its own fault."""
MOMENTS, MOMENT = 50, 0.001
"""How often it is looked whether a thread has ended, and the seconds between."""
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


class Processes:
    """Processes of this machine, which begin with a copy of this one's memory where they can."""

    is_near = True

    def __init__(self, count: int) -> None:
        self.count = count

    def run(
        self, work: Work[Batch, Result], shared: Any, batches: Sequence[Batch]
    ) -> Iterator[Result]:
        """The results, as they are done."""
        left = list(batches)
        for _ in range(ATTEMPTS):
            lost: list[Batch] = []
            with self._open(shared, len(left)) as pool:
                given = {pool.submit(_work_on_shared, work, batch): batch for batch in left}
                for future in as_completed(list(given)):
                    batch = given.pop(future)  # else all results would be held to the end
                    try:
                        yield future.result()
                    except BrokenProcessPool:
                        lost.append(batch)
            if not lost:
                return
            left = lost
        raise WorkersLostError

    def _open(self, shared: Any, batches: int) -> AbstractContextManager[Executor]:
        # A forked process has the library in its memory already; to one started anew it is sent.
        method = "fork" if _may_fork() else "spawn"
        return ProcessPoolExecutor(
            max(1, min(self.count, batches)),
            multiprocessing.get_context(method),
            _begin,
            (shared, os.getpid()),
        )


def _may_fork() -> bool:
    """Whether this process can be copied: another thread may hold what a copy needs."""
    threads = Path("/proc/self/task")
    for _ in range(MOMENTS):
        if not threads.is_dir() or threading.active_count() > 1:
            return False
        if len(list(threads.iterdir())) == 1:
            return True
        time.sleep(MOMENT)  # one that Python knows to have ended is still listed for a moment
    return False


_shared: Any = None
"""What a worker process works on."""


def _begin(shared: Any, parent: int) -> None:
    global _shared  # noqa: PLW0603 - a worker process is told once, and works on nothing else
    if end_with_parent is not None:
        end_with_parent()
        if os.getppid() != parent:  # it ended before it could be asked for
            os._exit(1)
    gc.freeze()  # else each look for garbage would go through, and copy, what was there before
    _shared = shared


def _work_on_shared(work: Work[Batch, Result], batch: Batch) -> Result:
    return work(_shared, batch)


class Cluster:
    """The workers of a Dask cluster, which gives what a lost worker had taken on to others."""

    is_near = False

    def __init__(self, address: str) -> None:
        """Joins the cluster of the scheduler at an address such as `tcp://10.0.0.5:8786`.

        Raises:
            ClusterError: There is none, it has no workers, or Dask is not installed.
        """
        self._client = _join(address)
        self.count = len(self._client.scheduler_info(n_workers=-1)["workers"])
        if not self.count:
            raise ClusterError(f"the scheduler at {address} has no workers")

    def run(
        self, work: Work[Batch, Result], shared: Any, batches: Sequence[Batch]
    ) -> Iterator[Result]:
        """The results, as they are done."""
        sent = self._client.scatter(shared, broadcast=True, hash=False)
        executor: Executor = self._client.get_executor(pure=False)
        futures: list[Future[Result]] = [
            executor.submit(_work_alone, work, sent, one) for one in batches
        ]
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415 - as in `_join`

        for future in as_completed(futures):
            try:
                yield future.result()
            except (CancelledError, KilledWorker) as error:
                raise WorkersLostError from error

    def close(self) -> None:
        """Leaves the cluster, which goes on without this build."""
        self._client.close()


_alone = threading.Lock()


def _work_alone(work: Work[Batch, Result], shared: Any, batch: Batch) -> Result:
    """A worker of a cluster may have several threads; engines know of one."""
    with _alone:
        return work(shared, batch)


class ClusterError(Exception):
    """The cluster can't be used; the message is a sentence for the person at the terminal."""


def _join(address: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise ClusterError(
            "a cluster needs Dask, which is not installed: pip install 'briefwright[cluster]'"
        ) from None
    try:
        return Client(address, timeout=5, set_as_default=False)  # type: ignore[no-untyped-call]  # as Dask has it
    except (OSError, ValueError) as error:
        raise ClusterError(f"there is no scheduler at `{address}`: {error}") from None
