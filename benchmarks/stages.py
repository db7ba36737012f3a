"""How long each stage takes inside one process: reading, checking, rendering pages, drawing.

Run as a process of its own for each library, so that its peak memory is its own too. What an engine
and Pagefind do with the pages is not in it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from generator.checks.run import run_checks
from generator.pages.as_of import find_newest_date
from generator.pages.site_pages import render_pages
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.site.drawings import Drawings

ROOT = Path(__file__).resolve().parents[1]
Found = dict[str, float | int]


def measure_stages(project: Path) -> Found:
    """Seconds of each stage, and the memory in bytes, from a new process."""
    command = [sys.executable, "-m", "benchmarks.stages", str(project)]
    run = subprocess.run(  # noqa: S603 - this very module
        command, cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: Found = json.loads(run.stdout)
    return found


def time_stages(project: Path) -> Found:
    """The same, in this process.

    Raises:
        ValueError: The library has an error, so that its times say nothing.
    """
    began = time.perf_counter()
    library, issues = assemble(read_data_files(project))
    read = time.perf_counter()
    found = [*issues, *run_checks(library)]
    checked = time.perf_counter()
    if errors := [issue for issue in found if issue.rule.severity == "error"]:
        raise ValueError(f"the invented library has an error: {errors[0]}")
    specs: list[Mapping[str, object]] = []
    pages = render_pages(library, find_newest_date(library), draw=partial(_note, specs))
    rendered = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        drawn, again = (_draw_all(specs, Path(folder)) for _ in ("cold", "cached"))
    return {
        "pages": len(pages),
        "drawings": len(specs),
        "reading": round(read - began, 3),
        "checking": round(checked - read, 3),
        "rendering": round(rendered - checked, 3),
        "drawing": round(drawn, 3),
        "drawing, cached": round(again, 3),
        "peak-bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def _note(specs: list[Mapping[str, object]], spec: Mapping[str, object]) -> str:
    """Keeps the specification of a drawing, and draws nothing."""
    specs.append(spec)
    return ""


def _draw_all(specs: list[Mapping[str, object]], folder: Path) -> float:
    """The seconds that the drawings take, with what is on disk already."""
    drawings = Drawings(folder)
    began = time.perf_counter()
    for spec in specs:
        drawings.draw(spec)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.stdout.write(json.dumps(time_stages(Path(sys.argv[1]))))
