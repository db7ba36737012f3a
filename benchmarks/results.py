"""A result: what was measured in one run, on which machine, with which versions; kept as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers import list_versions
from generator.site.write import replace_file
from trials.results import describe_run

FOLDER = Path(__file__).resolve().parent / "results"
FILE = FOLDER / "bench.json"
Result = Mapping[str, Any]


def begin_result(command: str, limit: float) -> Result:
    """All that a reader needs to judge or repeat a run, as it is when the run begins."""
    return {
        **describe_run(command),
        "machine": describe_machine(),
        "versions": list_versions(),
        "limit": limit,
    }


def add_sizes(result: Result, sizes: Sequence[Result]) -> Result:
    """A result with what was measured so far."""
    return {**result, "sizes": list(sizes)}


def describe_machine() -> Mapping[str, object]:
    """Cores, processor, memory and system."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": _read_field(Path("/proc/cpuinfo"), "model name") or platform.machine(),
        "memory-bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": f"{platform.system()} {platform.machine()}",
        "load before": round(os.getloadavg()[0], 2),
    }


def _read_field(file: Path, name: str) -> str:
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""


def write_result(result: Result, file: Path = FILE) -> None:
    """Keeps a result."""
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, (json.dumps(result, indent=2, ensure_ascii=False) + "\n").encode())


def read_result(file: Path = FILE) -> Result | None:
    """The last result that was kept, if there is one."""
    if not file.is_file():
        return None
    found: Result = json.loads(file.read_text("utf-8"))
    return found
