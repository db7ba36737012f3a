"""Where the command begins: `brief`, or `python -m generator`.

It knows the two ways to be stopped from outside, which may come while modules are still being
loaded; what there is to do is the command line's business.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType


def main() -> None:
    """Runs the command line; a request to end counts as Ctrl+C does, so that it clears up."""
    try:
        signal.signal(signal.SIGTERM, _stop)
        from generator.cli import main as run  # noqa: PLC0415 - an interrupt may come while it loads

        run(prog_name="brief")
    except KeyboardInterrupt:
        sys.exit(1)


def _stop(signal_number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
