"""What a file that stands where none is read was meant to be: where it belongs, what it may hold.

Goes by the name and the folder alone. The records that it may hold count as unreadable, so that
one file in the wrong place is not reported again by everything that points into it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.library.near import find_near_misses
from generator.reading.kinds import FILE_KINDS, FileKind, find_kind

_HOMES = {
    ".yml": "data/articles/{year}/{stem}.yml",
    ".md": "data/briefs/{year}/{stem}.md",
    ".csv": "data/series/{stem}.csv",
}
"""Where a record with a file of its own stands, by the file's ending."""
_ENDINGS = {".yml": ".yml", ".yaml": ".yml", ".md": ".md", ".markdown": ".md", ".csv": ".csv"}
_SPREADSHEETS = frozenset([".xlsx", ".xls", ".ods", ".numbers"])
_LISTS = {f"{kind.kind}s": kind.example for kind in FILE_KINDS if kind.example.endswith("s.yml")}
_NO_YEAR = "0000"


@dataclass(frozen=True, slots=True)
class Meant:
    """What to do with a misplaced file, and the files for which it may have been meant."""

    help: str
    files: tuple[tuple[str, FileKind], ...] = ()


def find_meant(path: str) -> Meant:
    """What the file at a path from which nothing is read was meant to be."""
    folder, _, name = path.rpartition("/")
    stem, ending = _split_name(name)
    if ending in _SPREADSHEETS:
        return Meant(f"save it as “CSV UTF-8”, with the name `data/series/{stem}.csv`")
    here = [f"{folder}/{stem}{known}" for known in _HOMES if find_kind(f"{folder}/{stem}{known}")]
    lists = find_near_misses(stem, _LISTS, 1) if folder == "data" and ending == ".yml" else []
    if lists:
        return _advise(f"rename it to `{_LISTS[lists[0]]}`", [_LISTS[lists[0]]])
    if here and (ending is None or here[0].endswith(ending)):
        return _advise(f"rename it to `{here[0]}`", here)
    if ending is None:
        return Meant("records stand in " + ", ".join(f"`{kind.example}`" for kind in FILE_KINDS))
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", path)
    home = _HOMES[ending].format(year=year[0] if year else _NO_YEAR, stem=stem)
    shown = home.replace(f"/{_NO_YEAR}/", "/<year>/")
    otherwise = f", or rename it to `{here[0]}`" if here else ""
    return _advise(f"move it to `{shown}`{otherwise}", [home, *here])


def _split_name(name: str) -> tuple[str, str | None]:
    """A file's name without its endings, and the one that says what is in it."""
    stem, *endings = re.split(r"(?=\.[A-Za-z]+(?:\.|$))", name)
    known = [_ENDINGS.get(ending.lower(), ending.lower()) for ending in endings]
    telling = (ending for ending in known if ending in _HOMES or ending in _SPREADSHEETS)
    return stem, next(telling, None)


def _advise(help: str, paths: list[str]) -> Meant:
    kinds = ((path, find_kind(path)) for path in paths)
    return Meant(help, tuple((path, kind) for path, kind in kinds if kind is not None))
