"""Where the command begins: `brief`, or `python -m generator`.

Signals to end may come while modules are still being loaded; what there is to do is the command
line's business.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys

from generator.interrupts import is_told, take_signals


def main() -> None:
    """Runs the command line; a request to end counts as Ctrl+C does, so that it clears up."""
    ending = _Ending()
    atexit.register(ending.leave)  # as the first, so that it comes last
    try:
        take_signals()
        from generator.cli import main as run  # noqa: PLC0415 - an interrupt may come while it loads

        run(prog_name="brief")
    except SystemExit as end:
        ending.code = end.code
        raise
    except BaseException:
        if is_told():  # what was being loaded may have made another exception of it
            sys.exit(1)
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
        for one in (signal.SIGINT, signal.SIGTERM):
            signal.signal(one, signal.SIG_IGN)  # too late: it has ended
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):
            return  # closed by whoever read it, of which Python tells
        os._exit(self.code or 0)


if __name__ == "__main__":
    main()
