"""Work on a Dask cluster: the standard library's `Executor`, as Dask's client has it.

It knows how a cluster is joined and left, and what a lost worker means there. Dask is an extra: who
has no cluster need not have it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from typing import Any

from generator.site.work import Batch, Result, Work, WorkersLostError


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
