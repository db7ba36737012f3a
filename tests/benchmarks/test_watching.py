"""What one command took is that of all that it started."""

import sys
from pathlib import Path

import pytest

from benchmarks.watching import CommandFailure, Measured, measure

MEGABYTE = 1_000_000
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


def _run(code: str, folder: Path, limit: float = 60) -> Measured:
    return measure([sys.executable, "-c", code], folder, writes=[folder / "out"], limit=limit)


def test_memory_and_time_of_a_child_are_counted(tmp_path: Path) -> None:
    """An engine runs as a process of its own, and so does Pagefind."""
    child = "import time; held = bytearray(range(256)) * 250_000; time.sleep(0.5)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    measured = _run(code, tmp_path)
    assert measured.peak_bytes > 64 * MEGABYTE
    assert measured.cpu_seconds > 0
    assert measured.seconds > 0.5


def test_only_what_was_written_counts(tmp_path: Path) -> None:
    """A file that stays as it was is not written; one that is replaced by its like is."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "kept").write_bytes(b"x" * 1000)
    (out / "replaced").write_bytes(b"x" * 10)
    code = """
import os, pathlib
out = pathlib.Path("out")
(out / "new").write_bytes(b"y" * 5)
(out / "copy").write_bytes((out / "replaced").read_bytes())
os.replace(out / "copy", out / "replaced")
"""
    assert _run(code, tmp_path).written_bytes == 15


def test_what_takes_too_long_is_stopped_with_its_children(tmp_path: Path) -> None:
    """The result says that there is none."""
    code = "import subprocess; subprocess.run(['sleep', '60'])"
    measured = _run(code, tmp_path, limit=0.5)
    assert measured.seconds < 30
    assert measured.ended == "not finished within the limit"
    assert measured.to_json()["ended"] == measured.ended


def test_a_failed_command_is_no_fast_one(tmp_path: Path) -> None:
    """Its own words are shown."""
    with pytest.raises(CommandFailure, match="out of ferries"):
        _run("raise SystemExit('out of ferries')", tmp_path)
