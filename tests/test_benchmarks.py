"""The benchmarks measure what they say: a library that is whole. No timing is tested."""

from pathlib import Path

from benchmarks.library import ARTICLES, EVENTS, OBSERVATIONS, write_library
from generator.checks.run import run_checks
from generator.issues import has_errors
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files


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
