"""Tries inputs made by chance for as long as it is told, and says how many and what failed.

Run by `make fuzz`. The targets and what must hold of them are those of the tests; here every round
has fresh seeds. Beside its result stand the faults that were found this way and mended, a list kept
by hand.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from tests.fuzzing.project import sound
from tests.fuzzing.targets import TARGETS, Target
from trials.results import FOLDER, write_result

MINUTES = float(os.environ.get("FUZZ_MINUTES", "10"))
RESULT = "fuzz"
EXAMPLES = Path(".hypothesis") / "fuzz"
ROUND = 20.0
"""Seconds of one turn of a target, about."""
FIRST = 50
"""Inputs of a target's first turn, before its speed is known."""


class Run:
    """One run: what was tried so far, how fast, and what failed."""

    def __init__(self, targets: Sequence[Target] = TARGETS, examples: Path = EXAMPLES) -> None:
        self.targets = targets
        self.examples = examples
        self.began = time.monotonic()
        self.tried = Counter({target.name: 0 for target in targets})
        self.spent = {target.name: 0.0 for target in targets}
        self.failed: dict[str, str] = {}

    @property
    def minutes(self) -> float:
        """How long it has taken."""
        return (time.monotonic() - self.began) / 60

    def fuzz(self, minutes: float) -> None:
        """Gives each target its turn, again and again; one that failed has no further turn."""
        while self.minutes < minutes and len(self.failed) < len(self.targets):
            for target in self.targets:
                if target.name not in self.failed and self.minutes < minutes:
                    left = (minutes - self.minutes) * 60
                    self._take_turn(target, min(ROUND, left))

    def _take_turn(self, target: Target, seconds: float) -> None:
        speed = self.tried[target.name] / (self.spent[target.name] or 1)
        count = max(1, round(speed * seconds)) if self.tried[target.name] else FIRST
        chance = time.time_ns()

        @seed(chance)
        @settings(
            max_examples=count,
            deadline=None,
            database=DirectoryBasedExampleDatabase(self.examples / target.name),
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        )
        @given(target.inputs)
        def hold(example: Any) -> None:
            self.tried[target.name] += 1
            target.check(example)

        began = time.monotonic()
        try:
            hold()
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.failed[target.name] = traceback.format_exc()
            say(f"{target.name} failed, seed {chance}:\n{self.failed[target.name]}")
        self.spent[target.name] += time.monotonic() - began

    def report(self) -> str:
        """How many inputs of each target, how long, and what failed."""
        lines = [f"{name:<12}{number:>10,}" for name, number in self.tried.items()]
        lines.append(f"{'in all':<12}{self.tried.total():>10,} in {self.minutes:.1f} minutes")
        if self.failed:
            names = ", ".join(self.failed)
            lines += [
                f"failed: {names}",
                f"their inputs are in {self.examples}: run `make fuzz` to try them again first",
            ]
        else:
            lines.append("nothing failed")
        return "\n".join(lines)

    def write(self, name: str, minutes: float) -> None:
        """Keeps the result; the list of what was found stays as it is."""
        file = FOLDER / f"{name}.json"
        kept = json.loads(file.read_text("utf-8")).get("found", []) if file.is_file() else []
        found = {
            "minutes": round(self.minutes, 1),
            "targets": dict(self.tried),
            "failures": len(self.failed),
            "found": kept,
        }
        write_result(name, f"make fuzz FUZZ_MINUTES={minutes:g}", found)


def say(text: str) -> None:
    """Prints at once, for somebody who looks on."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """Runs, and says what came of it; 1 if anything failed."""
    run = Run()
    sound()
    try:
        run.fuzz(MINUTES)
    except KeyboardInterrupt:
        say(f"stopped early\n{run.report()}")
        return 1 if run.failed else 0
    say(run.report())
    run.write(RESULT, MINUTES)
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
