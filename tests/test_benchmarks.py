"""The benchmarks measure what they say: a library that is whole. No timing is tested."""

import json
from pathlib import Path

import pytest
from hypothesis import strategies as st

from benchmarks.fuzz import Run
from benchmarks.library import ARTICLES, EVENTS, OBSERVATIONS, write_library
from generator.checks.run import run_checks
from generator.issues import has_errors
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.fuzzing.targets import Target


def test_the_measured_library_has_no_error_and_the_size_it_says(tmp_path: Path) -> None:
    """Every record of it is read, and everything that it points to is there."""
    write_library(tmp_path, 3)
    library, issues = assemble(read_data_files(tmp_path))
    assert issues == []
    assert not has_errors(run_checks(library))
    assert len(library.briefs) == 3
    assert len(library.articles) == 3 * ARTICLES
    assert len(library.observations) == 3 * ARTICLES * OBSERVATIONS
    assert len(library.events) == 3 * EVENTS


def test_the_same_size_gives_the_same_library(tmp_path: Path) -> None:
    """Two runs write the same bytes, so that two figures can be compared."""
    for name in ("one", "two"):
        write_library(tmp_path / name, 2)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert all(
        (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
        for file in files
        if (tmp_path / "one" / file).is_file()
    )


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


def test_a_fuzzing_run_keeps_the_list_of_what_was_found(tmp_path: Path) -> None:
    """The rest of its result is written anew."""
    file = tmp_path / "fuzz.json"
    file.write_text(json.dumps({"failures": 3, "found": ["A fault, mended."]}), "utf-8")
    Run([]).write(file, 65)
    written = json.loads(file.read_text("utf-8"))
    assert written["found"] == ["A fault, mended."]
    assert written["failures"] == 0
    assert written["command"] == "make fuzz FUZZ_MINUTES=65"
