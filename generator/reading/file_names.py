"""The names of files: which two are one on some systems, which hide something, how each is shown.

It knows names alone, as paths with `/`; what stands in the files, and which there may be, is known
to whoever finds them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from generator.issues import show_value
from generator.reading.fault import Fault
from generator.records.characters import TextFault, find_text_faults

_RENAME = "rename it, best with letters a-z, digits and hyphens only"


def fold_name(path: str) -> str:
    """The same for all names that differ only in case or accent form (Unicode, 3.13, D145)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def find_collisions(paths: Sequence[str]) -> Iterator[tuple[str, str, Fault]]:
    """Each file or folder whose name is another's on some systems, the other, and what to say."""
    first: dict[str, str] = {}
    noted: set[str] = set()
    for path in paths:
        for way in list_ways(path):
            other = first.setdefault(fold_name(way), way)
            if other == way:
                continue
            if way not in noted:
                message = f"the name differs from {show_value(other)} only in case or accent form"
                noted |= {way, other}
                yield way, other, Fault("case-collision", 0, 0, message, "rename or delete one")
            break


def find_name_faults(paths: Sequence[str]) -> Iterator[tuple[str, str, Fault]]:
    """Each path in which a name has a fault in its characters, the part that has it, and what."""
    for path in paths:
        for way in list_ways(path):
            fault = _judge(way)
            if fault is not None:
                yield path, way, Fault(fault.rule, 0, 0, f"the name {fault.said}", _RENAME)
                break


def _judge(way: str) -> TextFault | None:
    return next(find_text_faults(way.rpartition("/")[2]), None)


def list_ways(path: str) -> Iterator[str]:
    """The folders on the way to a file, and the file."""
    names = path.split("/")
    yield from ("/".join(names[:length]) for length in range(1, len(names) + 1))


def show_path(path: str) -> str:
    """The path with what is not Unicode replaced, so that it can be printed."""
    return path.encode("utf-8", "replace").decode()
