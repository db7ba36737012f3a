"""Libraries to compare: copies of the invented one, each after some edits."""

from collections.abc import Iterable
from pathlib import Path

from generator.diff.compare import compare
from generator.diff.evidence_diff import EvidenceDiff
from generator.diff.sides import Side
from generator.issues import Severity
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import Edit


def read_side(project: Path, name: str) -> Side:
    """The records of a folder as one side of a diff."""
    library, issues = assemble(read_data_files(project))
    errors = tuple(issue for issue in issues if issue.rule.severity is Severity.ERROR)
    return Side(name, "0123456789", library, errors)


def make_sides(project: Path, edits: Iterable[Edit]) -> tuple[Side, Side, EvidenceDiff]:
    """A project before and after some edits, and what differs."""
    before = read_side(project, "main")
    for edit in edits:
        edit(project)
    after = read_side(project, "proposal")
    return before, after, compare(before.library, after.library)
