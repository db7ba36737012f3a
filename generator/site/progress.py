"""How far a build has come: a bar on a terminal, now and then a line elsewhere, times at the end.

What takes less than two seconds is not mentioned.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

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
    began: float = field(default_factory=time.perf_counter)
    seconds: float = 0.0
    cpu: float = 0.0
    """Of this process; what others do for it is not counted."""

    @property
    def rate(self) -> float:
        """How many are done in a second."""
        return self.done / max(time.perf_counter() - self.began, 0.001)

    def describe(self) -> str:
        """How far it is."""
        if not self.total:
            return f"{self.name} ..."
        return (
            f"{self.name}: {self.done:,} of {self.total:,} {self.unit}, {self.rate:,.0f} a second"
        )


class Progress:
    """Tells of the stages of a build, one after the other."""

    def __init__(self, tell: Tell, *, is_terminal: bool | None = None) -> None:
        self._tell = tell
        self._is_terminal = sys.stderr.isatty() if is_terminal is None else is_terminal
        self.stages: list[Stage] = []
        self._bar: Any = None
        self._said = 0.0

    @contextmanager
    def stage(self, name: str, unit: str = "", total: int = 0) -> Iterator[Stage]:
        """A stage, from its beginning to its end."""
        stage, cpu = Stage(name, unit, total), time.process_time()
        self.stages.append(stage)
        self._said = stage.began + QUIET - BETWEEN
        try:
            yield stage
        finally:
            stage.seconds = time.perf_counter() - stage.began
            stage.cpu = time.process_time() - cpu
            self._close_bar()

    def begin(self, total: int) -> None:
        """How much there is to do in this stage."""
        self.stages[-1].total = total

    def advance(self, number: int = 1) -> None:
        """So much more of this stage is done."""
        stage = self.stages[-1]
        stage.done += number
        now = time.perf_counter()
        if now - stage.began < QUIET:
            return
        if self._is_terminal:
            self._draw(stage)
        elif now - self._said >= BETWEEN:
            self._said = now
            self._tell(stage.describe())

    def _draw(self, stage: Stage) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=stage.total,
                label=stage.name,
                file=sys.stderr,
                show_pos=True,
                item_show_func=lambda _: f"{stage.rate:,.0f} {stage.unit} a second",
            )
            self._bar.__enter__()
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
