"""An evidence diff for a program: one JSON object, whose shape is told on the page for reviewers.

`format` is raised when a field changes its meaning or is taken away; new fields may come at any
time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from generator.diff.evidence_diff import Change, EvidenceDiff, FigureChange
from generator.diff.sides import Side

FORMAT = 1


def format_json(diff: EvidenceDiff, before: Side, after: Side) -> str:
    """Everything, in full, in ASCII."""
    return json.dumps(
        {
            "format": FORMAT,
            "before": _write_side(before),
            "after": _write_side(after),
            "counts": _count(diff),
            "figures": [_write_figure(one) for one in diff.figures],
            "typed": [{"change": one.change, **asdict(one)} for one in diff.typed],
            "conflicts": [asdict(one) for one in diff.conflicts],
            "records": [{"change": one.change, **asdict(one)} for one in diff.records],
            "briefs": [asdict(one) for one in diff.briefs],
            "pages": diff.pages,
            "uncompared": [asdict(one) for one in diff.uncompared],
        },
        indent=2,
    )


def _write_side(side: Side) -> Mapping[str, Any]:
    return {
        "name": side.name,
        "commit": side.commit,
        "errors": [
            {"rule": one.rule.id, "place": str(one.location), "message": one.message}
            for one in side.errors
        ],
    }


def _write_figure(one: FigureChange) -> Mapping[str, Any]:
    return {
        "change": one.change,
        "id": one.figure.id,
        **asdict(one),
        "new_corrections": one.new_corrections,
        "is_correction_missing": one.is_correction_missing,
    }


def _count(diff: EvidenceDiff) -> Mapping[str, int]:
    figures = {f"figures_{one.value}": len(diff.list_figures(one)) for one in Change}
    appearing = sum(1 for one in diff.conflicts if one.change is Change.ADDED)
    return {
        **figures,
        "verdicts": len(diff.verdicts),
        "corrections_missing": sum(1 for one in diff.figures if one.is_correction_missing),
        "typed": len(diff.typed),
        "conflicts_added": appearing,
        "conflicts_removed": len(diff.conflicts) - appearing,
        "records": len(diff.records),
        "briefs": len(diff.briefs),
        "pages": len(diff.pages),
        "uncompared": len(diff.uncompared),
    }
