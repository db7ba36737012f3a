"""How far a build has come: a bar on a terminal, now and then a line elsewhere, times at the end.

What takes less than two seconds is not mentioned.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TextIO

import click

QUIET = 2.0
"""For how many seconds nothing is said."""
BETWEEN = 10.0
"""How many seconds lie between two lines, where there is no terminal."""

Tell = Callable[[str], None]


@dataclass(slots=True)
class Stage:
    """One stage of a build: what it does, and how much of it is done."""

    name: str
    unit: str
    total: int = 0
    done: int = 0
    began: float = 0.0
    seconds: float = 0.0
    cpu: float = 0.0
    """Of this process; what others do for it is not counted."""

    def describe_rate(self) -> str:
        """How many are done in a second."""
        return f"{self.done / max(self.seconds, 0.001):,.0f} {self.unit} a second"

    def describe(self) -> str:
        """How far it is."""
        return f"{self.name}: {self.done:,} of {self.total:,}, {self.describe_rate()}"


class Progress:
    """Tells of the stages of a build, one after the other."""

    def __init__(
        self,
        tell: Tell,
        screen: TextIO | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.tell = tell
        """Takes a line for the person at the terminal."""
        self._screen = screen or sys.stderr
        self._clock = clock
        self.stages: list[Stage] = []
        self._bar: Any = None
        self._said = 0.0

    @contextmanager
    def stage(self, name: str, unit: str = "") -> Iterator[Stage]:
        """A stage, from its beginning to its end."""
        stage, cpu = Stage(name, unit, began=self._clock()), time.process_time()
        self.stages.append(stage)
        self._said = stage.began + QUIET - BETWEEN
        try:
            yield stage
        finally:
            stage.seconds = self._clock() - stage.began
            stage.cpu = time.process_time() - cpu
            self._close_bar()

    def begin(self, total: int) -> None:
        """So much more there is to do in this stage."""
        self.stages[-1].total += total

    def advance(self, number: int = 1) -> None:
        """So much more of this stage is done."""
        stage, now = self.stages[-1], self._clock()
        stage.done += number
        stage.seconds = now - stage.began
        if stage.seconds < QUIET:
            return
        if self._screen.isatty():
            self._draw(stage)
        elif now - self._said >= BETWEEN:
            self._said = now
            self.tell(stage.describe())

    def _draw(self, stage: Stage) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=stage.total,
                label=stage.name,
                file=self._screen,
                show_pos=True,
                item_show_func=lambda _: stage.describe_rate(),
            )
            self._bar.__enter__()
        self._bar.length = stage.total
        self._bar.update(stage.done - self._bar.pos)

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def describe_times(self) -> list[str]:
        """Where the time went, a line for each stage."""
        width = max((len(stage.name) for stage in self.stages), default=0)
        lines = [f"{'stage':{width}}  seconds  of them CPU here      number"]
        for stage in self.stages:
            number = f"{stage.done:,} {stage.unit}" if stage.done else ""
            times = f"{stage.seconds:7.2f}  {stage.cpu:16.2f}"
            lines.append(f"{stage.name:{width}}  {times}  {number:>10}".rstrip())
        return lines
