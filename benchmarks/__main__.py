"""Builds invented projects of several sizes, ours and others', and writes down what it took.

Run by `make bench`. `BENCH_SIZES` are sizes in pages, `BENCH_PEERS` the other programs (`none` for
no other; `pelican:1000` for up to 1,000 pages), `BENCH_LIMIT` the seconds after which another
program is stopped.
"""

from __future__ import annotations

import math
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Error

from benchmarks.page import write_pages
from benchmarks.peers import PEERS
from benchmarks.project import Project, count_citing, write_project
from benchmarks.results import Result, add_sizes, begin_result, write_result
from benchmarks.runs import build_ours, build_peer, read_stages, to_json
from benchmarks.searching import INTERFACES, measure_search
from benchmarks.watching import CommandFailure

SIZES, LIMIT = "100,1000", "1800"
Searched = dict[str, float | int | str]


def say(line: str) -> None:
    """One line, at once: a run takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def measure_size(pages: int, peers: Sequence[str], limit: float, folder: Path) -> Result:
    """All that is measured at one size."""
    project = write_project(folder / "ours", pages)
    ours = build_ours(project, say)
    search = {"ours": _search("ours", project.site)}
    theirs: dict[str, Result] = {}
    for peer in peers:
        theirs[peer], searched = _measure_peer(peer, project, limit, folder / peer)
        search |= searched
    return {
        "asked": pages,
        "pages": project.count_pages(),
        **project.records,
        "briefs that cite the article": count_citing(project),
        "ours": to_json(ours),
        "peers": theirs,
        "search": search,
        "stages": {name: read_stages(measured) for name, measured in ours.items()},
    }


def _measure_peer(
    name: str, project: Project, limit: float, folder: Path
) -> tuple[Result, dict[str, Searched]]:
    """The builds of another program, and its search. Its site is deleted: some are very large."""
    peer = PEERS[name]
    folder.mkdir()
    try:
        peer.prepare(project.folder / "docs", folder)
        found = build_peer(peer, folder, limit, say)
        whole = name in INTERFACES and not found["cold"].ended
        return to_json(found), {name: _search(name, folder / peer.site)} if whole else {}
    except CommandFailure as failure:
        say(f"{peer.name} failed: {failure}")
        return {"failed": str(failure)}, {}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _search(name: str, site: Path) -> Searched:
    try:
        found: Searched = {**measure_search(site, INTERFACES[name])}
    except Error as error:
        say(f"search, {name}: not measured ({error.message.splitlines()[0]})")
        return {"failed": error.message.splitlines()[0]}
    say(f"search, {name}: {found['bytes']:,} bytes, {found['seconds']} s")
    return found


def choose_peers(wanted: str) -> dict[str, float]:
    """The other programs that are measured, each with the most pages at which it is.

    Those that are not installed are named.

    Raises:
        SystemExit: There is no such program.
    """
    given = [] if wanted == "none" else wanted.split(",") if wanted else list(PEERS)
    parted = (one.partition(":") for one in given)
    bounds = {name: float(most) if most.isdecimal() else math.inf for name, _, most in parted}
    names = list(bounds)
    if unknown := [name for name in names if name not in PEERS]:
        raise SystemExit(f"BENCH_PEERS knows {', '.join(PEERS)} and none; not {unknown[0]}")
    for name in names:
        if not PEERS[name].is_installed():
            say(f"{PEERS[name].name} is not installed and left out: `make bench` installs it")
    return {name: most for name, most in bounds.items() if PEERS[name].is_installed()}


def main() -> None:
    """Measures each size in turn, and writes the result and the pages that show it."""
    if not sys.platform.startswith("linux"):
        raise SystemExit("The benchmark reads memory from /proc, which only Linux has.")
    wanted, limit = os.environ.get("BENCH_SIZES") or SIZES, os.environ.get("BENCH_LIMIT") or LIMIT
    peers = choose_peers(os.environ.get("BENCH_PEERS", ""))
    named = (name if most == math.inf else f"{name}:{most:.0f}" for name, most in peers.items())
    chosen = ",".join(named) or "none"
    command = f"make bench BENCH_SIZES={wanted} BENCH_PEERS={chosen} BENCH_LIMIT={limit}"
    begun, sizes = begin_result(command, float(limit)), list[Result]()
    for size in map(int, wanted.split(",")):
        say(f"\n{size:,} pages")
        fit = [name for name, most in peers.items() if size <= most]
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            sizes.append(measure_size(size, fit, float(limit), Path(folder)))
        result = add_sizes(begun, sizes)
        write_result(result)  # after each size: the next may take hours, and be stopped
        write_pages(result)


if __name__ == "__main__":
    main()
