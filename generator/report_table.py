"""Tables and folds of GitHub's Markdown, for the texts of pull requests and summaries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def make_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells in Markdown, without line ends; bars in them are escaped."""
    shown = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *shown]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def fold(summary: str, text: str) -> str:
    """A text that opens when somebody asks for it."""
    return f"<details><summary>{summary}</summary>\n\n{text}\n\n</details>"
