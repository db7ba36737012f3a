"""Builds that are killed, interrupted, out of space or doubled. Run by `make faults`.

A project alternates between two states, and is built again and again while something goes wrong.
After each fault the site has to be one of the two good ones, whole; at each moment its home page
has to be there; and the next build has to be right. A full disk needs the right to mount one.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.site.digest import digest_folder
from generator.site.swap import SPARE
from trials.project import kill, run_build, start_build, wait_for, write_project
from trials.results import write_result

KILLS = int(os.environ.get("KILLS", "200"))
INTERRUPTS = int(os.environ.get("INTERRUPTS", "40"))
FULL_DISKS = int(os.environ.get("FULL_DISKS", "30"))
PATIENCE = 60.0
"""Seconds within which a build has to end."""
SECOND = 1.0
SITE_BYTES = 9_000_000
"""About what a site takes; a disk is filled up to so much and less."""


def _list_left_sites(project: Path) -> list[Path]:
    """Sites that are not in place, but for the one that the next build begins with."""
    return [path for path in project.glob(".briefwright/sites/*") if path.name != SPARE]


class State:
    """A project with two states, and the digest of the right site of each."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.site = project / "site"
        self.topics = project / "data" / "topics.yml"
        self._first = self.topics.read_text("utf-8")
        self._now = False
        self.seconds = 0.0
        self.good = [self._learn(), self._learn()]

    def _learn(self) -> str:
        began = time.perf_counter()
        code, said = run_build(self.project)
        self.seconds = time.perf_counter() - began
        if code:
            raise SystemExit(f"the invented project can't be built:\n{said[-500:]}")
        digest = digest_folder(self.site)
        self.change()
        return digest

    def change(self) -> None:
        """Gives the project its other state."""
        self._now = not self._now
        word = "changed" if self._now else ""
        text = self._first.replace("description: ", f"description: {word} ", 1)
        self.topics.write_text(text if self._now else self._first, encoding="utf-8")

    def judge(self) -> str:
        """`whole` if the site is one of the two good ones."""
        if not self.site.is_dir():
            return "no site"
        return "whole" if digest_folder(self.site) in self.good else "broken"

    def is_right_after_next(self) -> bool:
        """Whether a build that nothing disturbs gives the site of the present state, alone."""
        code, _ = run_build(self.project)
        strays = [*_list_left_sites(self.project), *self.project.rglob("*.brief-new")]
        return not code and not strays and digest_folder(self.site) == self.good[self._now]


class Reader(threading.Thread):
    """Somebody who reads the home page all the time."""

    def __init__(self, page: Path) -> None:
        super().__init__(daemon=True)
        self.page = page
        self.reads = 0
        self.failed = 0
        self.ended = threading.Event()

    def run(self) -> None:
        """Reads until told to stop; a page that is missing or not whole counts as failed."""
        while not self.ended.is_set():
            try:
                whole = self.page.read_bytes().rstrip().endswith(b"</html>")
            except OSError:
                whole = False
            self.reads += 1
            self.failed += not whole
            time.sleep(0.001)


def try_kills(state: State, chance: random.Random) -> dict[str, int]:
    """Kills builds at random moments, with and without what they started."""
    found: Counter[str] = Counter(kills=0, whole=0)
    reader = Reader(state.site / "index.html")
    reader.start()
    while found["kills"] < KILLS:
        state.change()
        process = start_build(state.project)
        time.sleep(chance.uniform(0, state.seconds * 1.1))
        found["in the middle of a build"] += process.poll() is None
        kill(process, signal.SIGKILL, whole_group=chance.choice([True, False]))
        process.communicate()
        found["kills"] += 1
        found[state.judge()] += 1
        if found["kills"] % 20 == 0:
            found["next builds"] += 1
            found["next builds right"] += state.is_right_after_next()
            _say(f"{found['kills']} kills, {found['whole']} whole, {reader.failed} reads failed")
    reader.ended.set()
    reader.join()
    return {**found, "reads": reader.reads, "failed reads": reader.failed}


def try_interrupts(state: State, chance: random.Random) -> dict[str, int]:
    """Interrupts builds as Ctrl+C does, and as a system that shuts down: one process, or all."""
    found: Counter[str] = Counter()
    for number in range(INTERRUPTS):
        state.change()
        process = start_build(state.project)
        time.sleep(chance.uniform(0.05, state.seconds * 0.9))
        began = time.perf_counter()
        sent = signal.SIGINT if number % 2 else signal.SIGTERM
        kill(process, sent, whole_group=number % 4 < 2)  # noqa: PLR2004 - every other one of each
        said = wait_for(process, PATIENCE)
        found["interrupts"] += 1
        found["within a second"] += time.perf_counter() - began < SECOND
        found["without a traceback"] += "Traceback" not in said
        found["nothing left behind"] += not _list_left_sites(state.project)
        found[state.judge()] += 1
    found["next build right"] = int(state.is_right_after_next())
    return dict(found)


def try_two_at_once(state: State) -> dict[str, int]:
    """Starts two builds of one project together: both are right, and one says that it waits."""
    found: Counter[str] = Counter()
    for _ in range(5):
        state.change()
        both = [start_build(state.project), start_build(state.project)]
        said = [wait_for(process, PATIENCE) for process in both]
        found["pairs"] += 1
        found["both succeeded"] += all(process.returncode == 0 for process in both)
        found["one said that it waits"] += sum("waiting" in text for text in said) == 1
        found[state.judge()] += 1
    return dict(found)


def try_full_disks(chance: random.Random) -> dict[str, int] | str:
    """Builds on a disk with less and less room, and once more with enough."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with _small_disk(Path(folder)):
                write_project(Path(folder))
                return _fill_up(State(Path(folder)), Path(folder) / "ballast", chance)
        except (OSError, subprocess.CalledProcessError):
            return "not tried: it needs the right to mount a disk"


def _fill_up(state: State, ballast: Path, chance: random.Random) -> dict[str, int]:
    found: Counter[str] = Counter()
    for _ in range(FULL_DISKS):
        state.change()
        room = os.statvfs(state.project)
        free = room.f_bavail * room.f_frsize
        ballast.write_bytes(b"\0" * max(0, free - chance.randrange(SITE_BYTES)))
        code, said = run_build(state.project)
        found["full disks"] += 1
        found["builds that failed"] += code != 0
        found["without a traceback"] += "Traceback" not in said
        found["named"] += bool(code == 0 or "error: " in said)
        found[state.judge()] += 1
        ballast.unlink()
        found["next builds right"] += state.is_right_after_next()
    return dict(found)


@contextmanager
def _small_disk(place: Path) -> Iterator[None]:
    command = ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(place)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - arguments as a list
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)  # noqa: S603, S607 - as above


def main() -> int:
    """Runs all four; 1 if a site was ever not whole, or a next build not right."""
    seed = int(os.environ.get("SEED", "7"))
    chance = random.Random(seed)  # noqa: S311 - moments of faults, no secrets
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder))
        state = State(Path(folder))
        found: dict[str, dict[str, int] | str] = {"two at once": try_two_at_once(state)}
        found["interrupts"] = try_interrupts(state, chance)
        found["kills"] = try_kills(state, chance)
    found["full disks"] = try_full_disks(chance)
    for name, counts in found.items():
        _say(f"{name}: {counts}")
    write_result("faults", "make faults", {"seed": seed, **found})
    counted = [counts for counts in found.values() if isinstance(counts, dict)]
    bad = sum(counts.get(word, 0) for counts in counted for word in ("broken", "no site"))
    return int(bool(bad))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a trial says what it does


if __name__ == "__main__":
    sys.exit(main())
