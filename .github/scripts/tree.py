"""Looks at what a pull request brings before anything else reads it.

    python3 .github/scripts/tree.py BASE HEAD

In `data/` and `docs/` stand files alone: a link could publish any file of the machine that builds,
and a submodule is fetched from elsewhere. What is too large is refused unread. Says also whether
`data/` alone differs: then all that runs is the base's own. Needs git and the standard library.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

FOLDERS = ("data", "docs")
MOST_BYTES = 1_000_000
MOST_SERIES_BYTES = 20_000_000
MOST_FILES = 100_000
MOST_TOTAL_BYTES = 500_000_000
SHOWN = 20
KINDS = {"120000": "a symbolic link", "160000": "a submodule"}


class Entry(NamedTuple):
    """A file, or what stands in its place."""

    path: str
    mode: str
    size: int


def list_entries(revision: str) -> Iterator[Entry]:
    """All that stands in the folders, as git has it."""
    listed = _git("ls-tree", "-r", "-l", "-z", revision, "--", *FOLDERS)
    for line in listed.split("\0"):
        if line:
            fields, path = line.split("\t", 1)
            mode, _, _, size = fields.split()
            yield Entry(path, mode, int(size) if size.isdecimal() else 0)


def find_faults(entries: list[Entry]) -> Iterator[str]:
    """What is refused, a sentence each."""
    for path, mode, size in entries:
        if mode in KINDS:
            yield f"{path!a} is {KINDS[mode]}; write a file there."
        if not path.startswith("data/"):
            continue
        most = MOST_SERIES_BYTES if path.endswith(".csv") else MOST_BYTES
        if size > most:
            yield f"{path!a} has {size:,} bytes; {most:,} are the most."
    records = [entry for entry in entries if entry.path.startswith("data/")]
    if len(records) > MOST_FILES:
        yield f"data/ has {len(records):,} files; {MOST_FILES:,} are the most."
    total = sum(entry.size for entry in records)
    if total > MOST_TOTAL_BYTES:
        yield f"data/ has {total:,} bytes; {MOST_TOTAL_BYTES:,} are the most."


def is_records_only(base: str, head: str) -> bool:
    """Whether nothing outside `data/` differs."""
    command = ["git", "diff", "--quiet", "--no-ext-diff", base, head, "--", ".", ":(exclude)data"]
    return subprocess.run(command, check=False).returncode == 0


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return found.decode(errors="backslashreplace")


def look(base: str, head: str) -> int:
    """Says what is refused, and writes the output of the step; gives the exit code."""
    faults = list(find_faults(list(list_entries(head))))
    for fault in faults[:SHOWN]:
        sys.stdout.write(f"::error::{fault}\n")
    if len(faults) > SHOWN:
        sys.stdout.write(f"::error::{len(faults) - SHOWN:,} more are refused.\n")
    if faults:
        return 1
    alone = is_records_only(base, head)
    if named := os.environ.get("GITHUB_OUTPUT"):
        with open(named, "a", encoding="utf-8") as output:  # noqa: PTH123 -- short
            output.write(f"records-only={str(alone).lower()}\n")
    sys.stdout.write("data/ alone differs\n" if alone else "more than data/ differs\n")
    return 0


if __name__ == "__main__":
    sys.exit(look(*sys.argv[1:3]))
