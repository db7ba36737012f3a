"""The round of all links of a project: what was on record, what was found, and the file of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event

from generator.library.library import Library, RecordKey
from generator.links.addresses import list_addresses
from generator.links.looking import Looker, Outcome
from generator.links.network import Network
from generator.links.pacing import Pacer
from generator.links.round import look_at_all
from generator.links.standing import format_links, update
from generator.records.link import Link
from generator.site.write import replace_file

FILE = Path("data") / "links.csv"


@dataclass(frozen=True, slots=True)
class Round:
    """What a round was to look at, what it found, and what is on record before and after."""

    addresses: Mapping[str, list[RecordKey]]
    outcomes: Mapping[str, Outcome]
    before: Mapping[str, Link]
    after: Mapping[str, Link]
    was_stopped: bool = False
    """Whether it ended before all were looked at."""
    was_interrupted: bool = False
    """Whether somebody ended it."""
    is_cut_off: bool = False
    """Whether nothing answered at all, which is the network's fault; then nothing is noted."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a round is made."""

    network: Network = field(default_factory=Network)
    pause: float = 1.0
    """Seconds between two requests to a host."""
    seconds: float = 3_600.0
    """How long the round may take; what was found by then is kept."""
    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], object] | None = None
    """Waits for so many seconds; if none is given, until the round is stopped at most."""


def go_round(
    library: Library,
    manner: Manner,
    today: date,
    ids: Collection[str] = (),
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Round:
    """Looks at all addresses, or at those of some records; an interrupt ends it early.

    Args:
        library: The records.
        manner: How hosts are asked.
        today: The day that is noted.
        ids: The articles and sources that are asked for; all if none is named.
        tell: Is told how many addresses of how many were looked at.
    """
    addresses, stop = list_addresses(library, ids), Event()
    pacer = Pacer(manner.pause, manner.clock, manner.wait or stop.wait)
    looker = Looker(manner.network, pacer)
    outcomes: dict[str, Outcome] = {}
    was_interrupted, end = False, manner.clock() + manner.seconds
    try:
        for url, outcome in look_at_all(_begin_elsewhere(addresses, today), looker.look, stop):
            outcomes[url] = outcome
            tell(len(outcomes), len(addresses))
            if manner.clock() > end:
                break
    except KeyboardInterrupt:
        was_interrupted = True
    finally:
        stop.set()
    is_cut_off = bool(outcomes) and not any(one.status for one in outcomes.values())
    is_known = not (library.broken or library.incomplete)
    kept = list_addresses(library) if is_known else None
    after = update(library.links, {} if is_cut_off else outcomes, kept, today)
    was_stopped = len(outcomes) < len(addresses)
    return Round(
        addresses, outcomes, library.links, after, was_stopped, was_interrupted, is_cut_off
    )


def _begin_elsewhere(addresses: Mapping[str, object], today: date) -> list[str]:
    """The addresses from another one on each day, so that none is always too late."""
    urls = list(addresses)
    start = today.toordinal() % len(urls) if urls else 0
    return [*urls[start:], *urls[:start]]


def write_links(project: Path, links: Mapping[str, Link]) -> bool:
    """Writes the file if it says something else; whether it did. Without links none is begun."""
    path, text = project / FILE, format_links(links.values())
    if not path.exists() and not links:
        return False
    if path.exists() and path.read_bytes() == text.encode():
        return False
    replace_file(path, text.encode())
    return True
