"""A brief's evidence as a table for a terminal, or as JSON for a program.

Pure: how wide the terminal is, and where this is printed, are the command line's.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from generator.evidence.dossier import EvidenceRow
from generator.evidence.verdict import Verdict

COLUMNS = ("line", "figure", "verdict", "quote", "chain", "origin", "conflicts")
SHOWN_CONFLICTS = 3
"""Values that disagree, in the table; the JSON has all of them."""
_REASONED = frozenset([Verdict.WAIVED, Verdict.FAILED, Verdict.NOT_CHECKED])
"""Verdicts that nobody understands without their reason."""
_LINE = 5
"""The width of the first column."""
_SHARES = (15, 14, 24, 19, 12, 16)
"""Of a hundred parts of what is left, how many each other column has."""
_GAP = "  "
_NARROW = 100
"""Below this width each figure is a short list, for no column would hold a word."""


def format_evidence(rows: Sequence[EvidenceRow], width: int) -> str:
    """The table, wrapped to a terminal's width, and below it how many figures have each verdict."""
    if not rows:
        return "the text of this brief has no figures"
    if width < _NARROW:
        body = "\n\n".join(_format_list(row, width) for row in rows)
    else:
        rest = width - _LINE - len(_GAP) * len(_SHARES)
        widths = [_LINE, *(rest * share // 100 for share in _SHARES)]
        cells = [COLUMNS, *(_cells(row) for row in rows)]
        body = "\n".join(_format_line(row, widths) for row in cells)
    counted = Counter(row.verdict for row in rows)
    told = ", ".join(f"{verdict} {number:,}" for verdict, number in counted.items())
    return f"{body}\n\nfigures {len(rows):,}: {told}"


def _cells(row: EvidenceRow) -> tuple[str, ...]:
    verdict = f"{row.verdict}: {row.reason}" if row.verdict in _REASONED else row.verdict
    rest = len(row.conflicts) - SHOWN_CONFLICTS
    shown = [*row.conflicts[:SHOWN_CONFLICTS], *([f"{rest:,} more"] if rest > 0 else [])]
    conflicts = "; ".join(shown)
    return str(row.line), row.figure, verdict, row.quote, row.chain, row.origin, conflicts


def _format_line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """One row of the table, over as many lines as its longest cell takes."""
    wrapped = [
        textwrap.wrap(_make_printable(cell), width, break_on_hyphens=False) or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, wrapped))
    lines = []
    for index in range(height):
        parts = [
            (lines_of[index] if index < len(lines_of) else "").ljust(width)
            for lines_of, width in zip(wrapped, widths, strict=True)
        ]
        lines.append(_GAP.join(parts).rstrip())
    return "\n".join(lines)


def _format_list(row: EvidenceRow, width: int) -> str:
    told = zip(COLUMNS, _cells(row), strict=True)
    lines = [
        textwrap.fill(
            f"{name}: {_make_printable(cell)}",
            max(20, width),
            subsequent_indent="  ",
            break_on_hyphens=False,
        )
        for name, cell in told
        if cell
    ]
    return "\n".join(lines)


def _make_printable(text: str) -> str:
    """Text that can neither move a terminal's cursor nor turn its direction around."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def format_evidence_json(brief: str, rows: Sequence[EvidenceRow]) -> str:
    """One JSON object: the brief's id and its figures."""
    return json.dumps({"brief": brief, "figures": [asdict(row) for row in rows]}, indent=2)
