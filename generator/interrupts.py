"""Signals to end, as the process that leads takes them: at once, and for certain.

Python raises an exception wherever it happens to be. Libraries may swallow that, or make another
one of it: so it is noted too, and asked for before anything is kept or put in place, and when an
exception of any kind has come to the command line.
"""

from __future__ import annotations

import signal
import sys
import time
from types import FrameType

_SECONDS = 1.0
"""So long a further signal is the same wish: a terminal and a shell may both pass it on."""


class _Told:
    at: float | None = None
    """When this process was last told to end, by the monotonic clock."""


def take_signals() -> None:
    """Has signals to end raise a `KeyboardInterrupt`; those that are ignored stay so."""
    hush(KeyboardInterrupt)
    for one in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, _take)


def is_told() -> bool:
    """Whether this process was told to end."""
    return _Told.at is not None


def heed() -> None:
    """Comes back only if this process was not told to end.

    Raises:
        KeyboardInterrupt: It was, and somebody swallowed what was raised then.
    """
    if is_told():
        raise KeyboardInterrupt


def hush(kind: type[BaseException]) -> None:
    """Has Python say nothing of these where they can't go on: whoever raises them notes it."""

    def say(left: sys.UnraisableHookArgs) -> None:
        if left.exc_type is not kind:
            sys.__unraisablehook__(left)

    sys.unraisablehook = say


def _take(signal_number: int, frame: FrameType | None) -> None:
    now = time.monotonic()
    if _Told.at is None or now >= _Told.at + _SECONDS:  # who waits longer may want to break off
        _Told.at = now
        raise KeyboardInterrupt
