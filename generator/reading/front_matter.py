"""Splits a brief into its front matter and its prose."""

from __future__ import annotations

from dataclasses import dataclass

from generator.reading.fault import Fault

FENCE = "---"


@dataclass(frozen=True, slots=True)
class SplitBrief:
    """The two parts of a brief's text, and the file's line on which each begins."""

    front: str
    front_line: int
    body: str
    body_line: int


def split_front_matter(text: str) -> SplitBrief | Fault:
    """The parts of a text that begins with `---`, YAML, `---`; a fault if it does not."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Fault(
            "bad-front-matter",
            1,
            1,
            "the brief does not begin with front matter",
            "begin the file with a line `---`, then the fields, then a line `---`, then the prose",
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in (FENCE, "..."):
            return SplitBrief(
                "\n".join(lines[1:number]), 2, "\n".join(lines[number + 1 :]), number + 2
            )
    return Fault(
        "bad-front-matter",
        1,
        1,
        "the front matter is not closed",
        "put a line `---` between the fields and the prose",
    )
