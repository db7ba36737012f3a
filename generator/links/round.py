"""Looks at many addresses: host by host, some hosts at once; what was found is given as it comes.

Whoever stops in the middle has all that came before. Threads that still wait for a host end with
the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread

from generator.links.looking import Outcome
from generator.records.web_address import find_host

THREADS = 8
"""So many hosts are asked at once."""
_BLINK = 0.2
"""Seconds after which an interrupt is noticed, on systems where waiting hides it."""

Found = tuple[str, Outcome]


def look_at_all(
    urls: Iterable[str], look: Callable[[str], Outcome], stop: Event, threads: int = THREADS
) -> Iterator[Found]:
    """Each address with what came of it, as it comes.

    Args:
        urls: The addresses.
        look: Looks at one of them.
        stop: Is set when no more are to be looked at; also by whoever leaves early.
        threads: How many hosts are asked at once.
    """
    hosts: SimpleQueue[list[str]] = SimpleQueue()
    groups = _group(urls)
    for group in groups:
        hosts.put(group)
    found: SimpleQueue[Found | Exception] = SimpleQueue()
    for _ in range(min(threads, len(groups))):
        Thread(target=_work, args=(hosts, look, found, stop), daemon=True).start()
    try:
        for _ in range(sum(map(len, groups))):
            yield _take(found)
    finally:
        stop.set()


def _take(found: SimpleQueue[Found | Exception]) -> Found:
    while True:
        try:
            one = found.get(timeout=_BLINK)
        except Empty:
            continue
        if isinstance(one, Exception):
            raise one
        return one


def _group(urls: Iterable[str]) -> list[list[str]]:
    """The addresses of each host."""
    groups: dict[str, list[str]] = {}
    for url in urls:
        groups.setdefault(find_host(url).ascii, []).append(url)
    return list(groups.values())


def _work(
    hosts: SimpleQueue[list[str]],
    look: Callable[[str], Outcome],
    found: SimpleQueue[Found | Exception],
    stop: Event,
) -> None:
    try:
        while not stop.is_set():
            for url in hosts.get_nowait():
                if stop.is_set():
                    return
                found.put((url, look(url)))
    except Empty:
        return
    except Exception as error:  # noqa: BLE001 - goes to whoever waits, who would wait for ever
        found.put(error)
