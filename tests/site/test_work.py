"""Whoever dies at work costs time, and is said if others die too."""

import multiprocessing
import os
import signal
import time
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from distributed.scheduler import KilledWorker

from generator.site.cluster import Cluster
from generator.site.processes import Processes
from generator.site.work import BATCH, Work, WorkersLostError, divide

_KILLED = KilledWorker.__new__(KilledWorker)
"""As Dask raises it; to make one takes parts of a scheduler."""


def _die_once(mark: Path, batch: list[int]) -> list[int]:
    """The first that gets here takes its process down."""
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return [number * 2 for number in batch]
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def _die(_shared: object, _batch: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_the_work_of_a_dead_process_is_done_by_others(tmp_path: Path) -> None:
    """Nothing is lost, and nothing comes twice."""
    batches = [[number] for number in range(20)]
    found = list(Processes(2).run(_die_once, tmp_path / "mark", batches))
    assert sorted(found) == [[number * 2] for number in range(20)]


def test_work_that_no_process_survives_is_given_up() -> None:
    """With a way out, for those whose memory is full."""
    with pytest.raises(WorkersLostError, match="--jobs 1"):
        list(Processes(2).run(_die, None, [1, 2, 3]))


def test_work_that_no_worker_of_a_cluster_survives_is_given_up() -> None:
    """Dask says so in words of its own."""

    class Killing(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(_KILLED)
            return future

    class Client:
        def scatter(self, shared: object, **_: object) -> object:
            return shared

        def get_executor(self, **_: object) -> Executor:
            return Killing()

    cluster = Cluster.__new__(Cluster)
    cluster._client = Client()
    with pytest.raises(WorkersLostError):
        list(cluster.run(_die, None, [1]))


def _be_told(mark: Path, batch: list[int]) -> list[int]:
    """The first that gets here is told to end, as a system that is short of memory tells."""
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return batch
    os.kill(os.getpid(), signal.SIGTERM)
    return [-1]


def _swallow(mark: Path, batch: list[int]) -> list[int]:
    """As libraries in other languages do when our code, which they call, does not return."""
    made = [-1]
    with suppress(BaseException):
        made = _be_told(mark, batch)
    return made


def _fail(mark: Path, batch: list[int]) -> list[int]:
    """As other libraries do, which say what they were at."""
    made: list[int] = []
    with suppress(BaseException):
        made = _be_told(mark, batch)
    if not made:
        raise OSError("a pipe is broken")
    return made


def _wait(mark: Path, number: int) -> int:
    """All but the first take longer than anybody waits."""
    if number:
        (mark / str(number)).touch()
        time.sleep(100)
    return number


@pytest.mark.parametrize("work", [_be_told, _swallow, _fail])
def test_a_process_that_is_told_to_end_gives_its_work_to_others(
    work: Work[list[int], list[int]], tmp_path: Path
) -> None:
    """What it made of the batch that it was at does not count."""
    batches = [[number] for number in range(20)]
    assert sorted(Processes(2).run(work, tmp_path / "mark", batches)) == batches


def test_who_goes_away_from_results_does_not_wait_for_the_others(tmp_path: Path) -> None:
    """Work that has begun is left, other work is not begun, and no process stays behind."""
    results = Processes(2).run(_wait, tmp_path, range(40))
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]  # a generator's
    assert not multiprocessing.active_children()
    assert len(list(tmp_path.iterdir())) <= 2


@pytest.mark.parametrize("number", [0, 1, 31, 32, 33, 5_000])
def test_work_is_divided_without_loss(number: int) -> None:
    """Into many batches, none of them large."""
    batches = divide(range(number), 2)
    assert sorted(item for batch in batches for item in batch) == list(range(number))
    assert all(0 < len(batch) <= BATCH for batch in batches)


def _say_pid(_shared: object, _number: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("is_left", [True, False])
def test_who_dies_with_nothing_to_do_keeps_nobody_waiting(is_left: bool) -> None:
    """Others that have nothing to do either may wait for a lock that it had."""
    for _ in range(6):
        results = Processes(3).run(_say_pid, None, range(9))
        pids = [next(results) for _ in range(9)]
        os.kill(pids[-1], signal.SIGKILL)
        list(results) if is_left else results.close()  # type: ignore[attr-defined]  # a generator's
        assert not multiprocessing.active_children()
