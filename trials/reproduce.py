"""The same site, byte for byte, wherever it is built. Run by `make reproduce`.

Each build has another hash seed, time zone, locale, folder, order of files, number of cores, mask
of rights and, where there is one in memory, kind of disk; what counts is one number, the digest
that `brief build` prints.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sys
import tempfile
from pathlib import Path

from trials.project import ROOT, run_build
from trials.results import write_result

BUILDS = int(os.environ.get("BUILDS", "10"))
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "Pacific/Marquesas")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "uk_UA.UTF-8", "ar_EG.UTF-8")
MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it are made by `tempfile`
"""A disk in memory, where Linux has it: it lists folders in another order than one on a device."""
_DIGEST = re.compile(r"digest of site/: sha256:([0-9a-f]{64})")


def copy_project(to: Path, chance: random.Random) -> None:
    """Copies records, pages by hand and configuration, file by file in an order of its own."""
    wanted = [ROOT / "mkdocs.yml", *(ROOT / "generator/site/theme").rglob("*")]
    wanted += (ROOT / "data").rglob("*")
    wanted += (ROOT / "docs").glob("*.md")
    files = [file for file in wanted if file.is_file()]
    chance.shuffle(files)
    for file in files:
        place = to / file.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, place)


def build_once(number: int, folder: Path, chance: random.Random) -> str:
    """The digest of one build in surroundings of its own."""
    project = folder / ("a" * chance.randrange(1, 40)) / f"b{number} c"
    copy_project(project, chance)
    surroundings = {
        "PYTHONHASHSEED": str(chance.randrange(1, 2**32)),
        "TZ": chance.choice(ZONES),
        "LC_ALL": chance.choice(LOCALES),
        "LANG": chance.choice(LOCALES),
    }
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(chance.sample(sorted(cores), chance.randrange(1, len(cores) + 1))))
    mask = os.umask(chance.choice([0o022, 0o077, 0o002]))
    try:
        code, said = run_build(project, environment=surroundings)
    finally:
        os.umask(mask)
        os.sched_setaffinity(0, cores)
    found = _DIGEST.search(said)
    if code or found is None:
        raise SystemExit(f"build {number} failed:\n{said}")
    print(f"{found[1]}  {surroundings}", flush=True)  # noqa: T201 - a trial says what it does
    return found[1]


def main() -> int:
    """Builds the project's own site so often; 1 if two differ."""
    chance = random.Random(int(os.environ.get("SEED", "11")))  # noqa: S311 - no secrets
    disks = [None, MEMORY] if MEMORY.is_dir() else [None]
    digests = set()
    for number in range(BUILDS):
        with tempfile.TemporaryDirectory(dir=disks[number % len(disks)]) as folder:
            digests.add(build_once(number, Path(folder), chance))
    varied = ["hash seed", "time zone", "locale", "folder", "order of files", "cores", "umask"]
    varied += ["kind of disk"] if len(disks) > 1 else []
    found = {"builds": BUILDS, "digests": sorted(digests), "varied": varied}
    write_result("reproduce", "make reproduce", found)
    print("one digest" if len(digests) == 1 else f"{len(digests)} digests")  # noqa: T201 - said at the terminal
    return int(len(digests) != 1)


if __name__ == "__main__":
    sys.exit(main())
