"""How long reading, checking, generating and drawing take as a library grows. Run by `make bench`.

Each size is timed in a process of its own, so that its peak memory is its own too.
"""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchmarks.library import write_library
from generator.checks.run import run_checks
from generator.pages.as_of import find_newest_date
from generator.pages.site_pages import render_pages
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.site.drawings import Drawings

SIZES = os.environ.get("BENCH_SIZES", "10,100,1000")
COLUMNS = (
    *("briefs", "articles", "figures", "pages", "drawings"),
    *("read s", "check s", "pages s", "draw s", "again s", "peak MB"),
)
"""`again`: the drawings were found on disk."""


def measure(briefs: int) -> list[str]:
    """One row: what there was, how long each stage took, and the memory at its highest."""
    with tempfile.TemporaryDirectory() as folder:
        write_library(Path(folder), briefs)
        began = time.perf_counter()
        library, issues = assemble(read_data_files(Path(folder)))
        read = time.perf_counter()
        found = [*issues, *run_checks(library)]
        checked = time.perf_counter()
        errors = [issue for issue in found if issue.rule.severity == "error"]
        if errors:
            raise SystemExit(f"the invented library has an error: {errors[0]}")
        specs: list[Mapping[str, object]] = []
        pages = render_pages(library, find_newest_date(library), draw=partial(note, specs))
        ended = time.perf_counter()
        times = [draw_all(specs, Path(folder) / "drawings") for _ in ("cold", "cached")]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    counts = (briefs, len(library.articles), len(library.observations), len(pages), len(specs))
    seconds = (read - began, checked - read, ended - checked, *times)
    return [*map(str, counts), *(f"{second:.2f}" for second in seconds), str(peak)]


def note(specs: list[Mapping[str, object]], spec: Mapping[str, object]) -> str:
    """Keeps the specification of a drawing, and draws nothing."""
    specs.append(spec)
    return ""


def draw_all(specs: list[Mapping[str, object]], folder: Path) -> float:
    """The seconds that the drawings take, with what is on disk already."""
    drawings = Drawings(folder)
    began = time.perf_counter()
    for spec in specs:
        drawings.draw(spec)
    return time.perf_counter() - began


def main() -> None:
    """Prints a table with a row for each size."""
    if len(sys.argv) > 1:
        sys.stdout.write("\t".join(measure(int(sys.argv[1]))) + "\n")
        return
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    sys.stdout.write(machine + "\n" + "".join(f"{name:>9}" for name in COLUMNS) + "\n")
    for size in SIZES.split(","):
        run = subprocess.run(  # noqa: S603 - this very module
            [sys.executable, "-m", "benchmarks", size], capture_output=True, text=True, check=False
        )
        row = run.stdout.split("\t") if run.returncode == 0 else [size, run.stderr.strip()[-200:]]
        sys.stdout.write("".join(f"{cell.strip():>9}" for cell in row) + "\n")


if __name__ == "__main__":
    main()
