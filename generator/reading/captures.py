"""The only place where `captures/` is opened: the full texts of articles, where they are at hand.

The folder may be missing, and any article's text may. Whether a text belongs to an article, and
holds its quotes, is judged elsewhere.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from generator.issues import Issue
from generator.library.capture import CAPTURES, Capture
from generator.limits import CAPTURE_BYTES
from generator.reading.content import RIGHTS, decode, read_content
from generator.reading.fault import Fault, to_issues
from generator.reading.file_names import show_path
from generator.reading.kinds import is_other_file

_ENDING = ".txt"
_HELP = {
    "empty-file": "save the article's text in it, or delete the file",
    "too-large": "keep the article's own text and leave out what stands around it",
}
"""Next steps that differ from those for a file of records."""
_LINK = Fault("unexpected-file", 0, 0, "this is a link to another file", "put the file itself here")
_STRAY = Fault(
    "stray-capture",
    0,
    0,
    "no capture is read from here",
    f"save the article's text as `{CAPTURES}/<article-id>{_ENDING}`",
)

Captures = dict[str, Capture]


def read_captures(project: Path) -> tuple[Captures, list[Issue]]:
    """The captures of a project by the names of their files, and what is wrong with the others."""
    folder = project / CAPTURES
    if folder.is_symlink():
        return {}, to_issues([_LINK], CAPTURES)
    if not folder.exists():
        return {}, []
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        message = f"the folder can't be opened: {error.strerror}"
        return {}, to_issues([Fault("unreadable-file", 0, 0, message, RIGHTS)], CAPTURES)
    captures: Captures = {}
    issues: list[Issue] = []
    names = {entry.name for entry in entries}
    for entry in entries:
        name, read = show_path(entry.name), _read_entry(entry, names)
        if isinstance(read, Capture):
            captures[name.removesuffix(_ENDING)] = read
        elif read is not None:
            issues += to_issues([read], f"{CAPTURES}/{name}")
    return captures, issues


def _read_entry(entry: os.DirEntry[str], names: set[str]) -> Capture | Fault | None:
    """A capture, or why there is none; neither for what may lie beside one."""
    if entry.is_symlink():
        return _LINK
    if entry.is_dir():
        return _STRAY
    if not entry.name.endswith(_ENDING):
        return None if _may_lie_here(entry.name, names) else _STRAY
    content = read_content(Path(entry.path), CAPTURE_BYTES)
    if isinstance(content, Fault):
        return _advise(content)
    text = decode(content)
    if isinstance(text, Fault):
        return _advise(text)
    return Capture(text, hashlib.sha256(content).hexdigest())


def _advise(fault: Fault) -> Fault:
    return replace(fault, help=_HELP.get(fault.rule, fault.help))


def _may_lie_here(name: str, names: set[str]) -> bool:
    """Whether it is what a system or editor left, a readme, or the page that a capture is of."""
    stem = name.rpartition(".")[0]
    return name == "README.md" or is_other_file(name) or f"{stem}{_ENDING}" in names
