"""Who is asked when: one request at a time to a host, a pause between two, and as it wishes.

The clock and the way of waiting are given, so that nobody waits in a test.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry


class Pacer:
    """The turns of all hosts."""

    def __init__(
        self, pause: float, clock: Callable[[], float], wait: Callable[[float], object]
    ) -> None:
        self._pause, self._clock, self._wait = pause, clock, wait
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._all = Lock()
        self._free_at: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """The time for one request to a host; begins when the host has had its pause."""
        with self._all:
            lock = self._locks[host]
        with lock:
            left = self._free_at.get(host, 0.0) - self._clock()
            if left > 0:
                self._wait(left)
            try:
                yield
            finally:
                self.put_off(host, self._pause)

    def put_off(self, host: str, seconds: float) -> None:
        """Leaves a host alone for so long, from now on."""
        until = self._clock() + seconds
        self._free_at[host] = max(until, self._free_at.get(host, 0.0))


def read_wish(header: str | None) -> float | None:
    """The seconds that a header `Retry-After` asks for; none if it says nothing that is known."""
    if header is None:
        return None
    try:
        return max(0.0, float(Retry(0).parse_retry_after(header)))
    except (InvalidHeader, OverflowError, ValueError):
        return None
