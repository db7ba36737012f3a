"""Where the command begins: `brief`, or `python -m generator`.

It knows the two ways to be stopped from outside, which may come while modules are still being
loaded; what there is to do is the command line's business.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import time
from types import FrameType

_ENDING_SECONDS = 1.0
"""So long a further signal is the same wish; who waited longer may want to break something off."""


def main() -> None:
    """Runs the command line; a request to end counts as Ctrl+C does, so that it clears up."""
    ending = _Ending()
    atexit.register(ending.leave)  # as the first, so that it comes last
    try:
        stop = _Stop()
        for one in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(one) is not signal.SIG_IGN:
                signal.signal(one, stop)
        from generator.cli import main as run  # noqa: PLC0415 - an interrupt may come while it loads

        run(prog_name="brief")
    except KeyboardInterrupt:
        sys.exit(1)
    except SystemExit as end:
        ending.code = end.code
        raise


class _Ending:
    """The end of the process, which does not take down a library record by record.

    The system takes back the memory at once; Python needs a second for ten thousand pages.
    """

    code: object = 1

    def leave(self) -> None:
        """Ends at once, when all else is done that has to be done at the end."""
        if self.code is not None and not isinstance(self.code, int):
            return  # words, which Python prints
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # too late: it has ended
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):
            return  # closed by whoever read it, of which Python tells
        os._exit(self.code or 0)


class _Stop:
    """What a signal to end does: once, for a shell and a terminal may both pass on one wish."""

    until = 0.0

    def __call__(self, signal_number: int, frame: FrameType | None) -> None:
        """Ends what is being done, unless that is ending already."""
        now = time.monotonic()
        if now >= self.until:
            self.until = now + _ENDING_SECONDS
            raise KeyboardInterrupt


if __name__ == "__main__":
    main()
