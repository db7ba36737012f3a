"""How far a build has come is told to those who wait, and to nobody else."""

from io import StringIO

import pytest

from generator.site.progress import Progress


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


class Screen(StringIO):
    """A terminal, of which a test sees what is shown."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def clock() -> Clock:
    """In the place of the real one."""
    return Clock()


def _work(progress: Progress, clock: Clock, seconds: float) -> None:
    with progress.stage("engine", "pages"):
        progress.begin(40)
        for _ in range(40):
            clock.now += seconds / 40
            progress.advance()


def test_short_work_is_not_spoken_of(clock: Clock) -> None:
    """Two seconds nobody minds."""
    said: list[str] = []
    _work(Progress(said.append, StringIO(), clock), clock, 1.9)
    assert said == []


def test_long_work_gives_a_line_now_and_then(clock: Clock) -> None:
    """With stage, number and rate, where there is no terminal."""
    said: list[str] = []
    _work(Progress(said.append, StringIO(), clock), clock, 40.0)
    assert said[0] == "engine: 2 of 40, 1 pages a second"
    assert len(said) == 4


def test_long_work_draws_a_bar_on_a_terminal(clock: Clock) -> None:
    """And no lines."""
    said, screen = list[str](), Screen()
    _work(Progress(said.append, screen, clock), clock, 4.0)
    assert said == []
    assert "engine" in screen.getvalue()
    assert "40/40" in screen.getvalue()
    assert "10 pages a second" in screen.getvalue()


def test_the_times_of_all_stages_are_told(clock: Clock) -> None:
    """For `--profile`."""
    progress = Progress(lambda line: None, StringIO(), clock)
    with progress.stage("check"):
        clock.now += 1.5
    _work(progress, clock, 3.0)
    head, check, engine = progress.describe_times()
    assert head.split() == ["stage", "seconds", "of", "them", "CPU", "here", "number"]
    assert check.split()[:2] == ["check", "1.50"]
    assert engine.split()[:2] == ["engine", "3.00"]
    assert engine.endswith("40 pages")
