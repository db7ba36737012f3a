"""Work in processes of this machine: the standard library's `ProcessPoolExecutor`.

It knows how processes begin, what a dead one means, and that all of them leave their work when the
one they work for is interrupted: it alone takes signals to end, and tells them.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from types import FrameType
from typing import Any, Self, cast

from generator.interrupts import hush
from generator.site.child import begin_child, give_back_memory, held_signals
from generator.site.work import Batch, Result, Work, WorkersLostError

ATTEMPTS = 2
"""How often a batch is given to somebody before its worker's death is its own fault."""
PATIENCE = 1.0
"""The seconds within which processes that have nothing to do any more end by themselves."""
MOMENTS, MOMENT = 50, 0.001
"""How often it is looked whether a thread has ended, and the seconds between."""


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
            with _Pool(shared, left, self.count) as pool:
                given, done = pool.give(work)
                while given:
                    future = done.get()
                    batch = given.pop(future)  # else all results would be held to the end
                    try:
                        yield future.result()
                    except _Told:
                        lost.append(batch)
                    except BrokenProcessPool:
                        lost.append(batch)
                        pool.kill()
            if not lost:
                return
            left = lost
        raise WorkersLostError


class _Pool:
    """Processes for some batches; if not all is done at the end, they are told to leave it."""

    def __init__(self, shared: Any, batches: Sequence[Any], most: int) -> None:
        self._batches = batches
        self._others = set(multiprocessing.active_children())
        self._processes: set[BaseProcess] = set()
        give_back_memory()
        # A forked process has the library in its memory already; to one started anew it is sent.
        context = multiprocessing.get_context("fork" if _may_fork() else "spawn")
        count = max(1, min(most, len(batches)))
        known = shared, batches, os.getpid()
        self._executor = ProcessPoolExecutor(count, context, _begin, known)

    def __enter__(self) -> Self:
        return self

    def give(
        self, work: Work[Any, Result]
    ) -> tuple[dict[Future[Result], Any], SimpleQueue[Future[Result]]]:
        """Has the work begun: what comes of each batch, with the batch; and whatever is done."""
        # Not `as_completed`: an interrupt there can leave a lock behind that the pool waits for.
        done: SimpleQueue[Future[Result]] = SimpleQueue()
        with held_signals():  # none is for a process that does not know yet what to do with it
            # Numbers alone are sent: who is sent much, and dies, blocks early releases of 3.11.
            given = [self._executor.submit(_do, work, one) for one in range(len(self._batches))]
            self._processes = set(multiprocessing.active_children()) - self._others
            for future in given:
                future.add_done_callback(done.put)
        return dict(zip(given, self._batches, strict=True)), done

    def kill(self) -> None:
        """Ends those who are left when others died, and may wait for a dead one's lock."""
        for process in self._processes:
            process.kill()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with held_signals():  # a second one would leave processes behind that nobody ends
            late = threading.Timer(PATIENCE, self.kill)
            if kind is not None:
                for process in self._processes:
                    process.terminate()
            late.start()
            self._executor.shutdown(cancel_futures=True)
            late.cancel()
            late.join()


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


class _Told(BaseException):
    """Says in a worker process, and of it, that it was told to leave its work."""


class _Worker:
    """What a worker process works on, and whether it is to go on with that."""

    def __init__(self, shared: Any, batches: Sequence[Any]) -> None:
        self._shared = shared
        self._batches = batches
        self._is_at_work = False
        self._is_told = False

    def take_signal(self, signal_number: int, frame: FrameType | None) -> None:
        """Leaves the work that it is at; a result that is on its way is not cut off."""
        was_told, self._is_told = self._is_told, True
        if self._is_at_work and not was_told:
            raise _Told

    def do(self, work: Work[Any, Result], number: int) -> Result:
        """The result of a batch, unless told otherwise before or meanwhile."""
        self._is_at_work = True
        try:
            result = None if self._is_told else work(self._shared, self._batches[number])
        except BaseException:
            if not self._is_told:
                raise  # else it may be what became of being told
        finally:
            self._is_at_work = False
        if self._is_told:  # libraries in other languages go on after an exception in our code
            raise _Told
        return cast("Result", result)


_worker = _Worker(None, [])


def _begin(shared: Any, batches: Sequence[Any], parent: int) -> None:
    global _worker  # noqa: PLW0603 - a worker process is told once, and works on nothing else
    _worker = _Worker(shared, batches)
    hush(_Told)
    begin_child(_worker.take_signal)
    if os.getppid() != parent:  # it ended before it could be asked for
        os._exit(1)
    gc.freeze()  # else each look for garbage would go through, and copy, what was there before


def _do(work: Work[Any, Result], number: int) -> Result:
    return _worker.do(work, number)
