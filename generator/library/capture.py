"""A capture: the full text of an article, at hand on this machine and nowhere published."""

from __future__ import annotations

from dataclasses import dataclass, field

CAPTURES = "captures"
"""The folder of captures, beside `data/`; git leaves it out."""


@dataclass(frozen=True, slots=True)
class Capture:
    """The text of an article, and the checksum of the file that holds it."""

    text: str = field(repr=False)
    sha256: str
    """Of the file's bytes, as `sha256sum` prints it."""


def capture_path(article: str) -> str:
    """Where the capture of an article lies, if there is one."""
    return f"{CAPTURES}/{article}.txt"
