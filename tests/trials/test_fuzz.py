"""The loop that tries inputs made by chance."""

import json
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.fuzzing.targets import Target
from trials import fuzz, results
from trials.fuzz import Run


def _refuse_large(number: int) -> None:
    assert number < 9


def test_fuzzing_tells_what_failed_and_goes_on_with_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The least failing input, how to have it again, and how many of each were tried."""
    targets = [
        Target("odd", st.integers(), _refuse_large),
        Target("even", st.integers(), lambda _: None),
    ]
    run = Run(targets, tmp_path / "examples")
    run.fuzz(0.001)
    assert list(run.failed) == ["odd"]
    assert run.tried["odd"] > 0
    said = capsys.readouterr().out
    assert "example=9" in said
    assert "reproduce_failure" in said
    assert "failed: odd" in run.report()


def test_a_fuzzing_run_keeps_the_list_of_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of its result is written anew."""
    for module in (fuzz, results):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    file = tmp_path / "fuzz.json"
    file.write_text(json.dumps({"failures": 3, "found": ["A fault, mended."]}), "utf-8")
    Run([]).write("fuzz", 65)
    written = json.loads(file.read_text("utf-8"))
    assert written["found"] == ["A fault, mended."]
    assert written["failures"] == 0
    assert written["command"] == "make fuzz FUZZ_MINUTES=65"
