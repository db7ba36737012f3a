"""One build at a time."""

import threading
import time
from pathlib import Path

import pytest

from generator.site.lock import BusyError, hold_project


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    """It goes on as soon as the first has ended."""
    said: list[str] = []
    order: list[str] = []

    def second() -> None:
        with hold_project(tmp_path, said.append, wait=True):
            order.append("second")

    with hold_project(tmp_path, said.append, wait=True):
        assert said == []
        thread = threading.Thread(target=second)
        thread.start()
        while not said:
            time.sleep(0.01)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert "waiting" in said[0]


def test_a_second_build_that_may_not_wait_ends(tmp_path: Path) -> None:
    """Nothing is said by the one that runs."""
    with (
        hold_project(tmp_path, pytest.fail, wait=True),
        pytest.raises(BusyError),
        hold_project(tmp_path, pytest.fail, wait=False),
    ):
        pass


def test_the_lock_is_free_after_a_failed_build(tmp_path: Path) -> None:
    """However a build ends."""
    with pytest.raises(RuntimeError), hold_project(tmp_path, pytest.fail, wait=True):
        raise RuntimeError
    with hold_project(tmp_path, pytest.fail, wait=False):
        pass
