"""Checks of a library in which a record or a field is not there: nothing may fall over."""

from __future__ import annotations

import pytest

from generator.checks.counts import count_records
from generator.checks.run import run_checks
from generator.evidence.dossier import list_evidence
from generator.reading.assemble import assemble
from generator.reading.files import DataFiles, TextFile, read_data_files
from tests.conftest import INVENTED
from tests.edits import FERRY, GAZETTE, HARBOUR, METRICS, SERIES, TIDE, UNITS

LINE = "data/articles/2024/ferry-line-2024-01-15-release.yml"


@pytest.mark.parametrize("path", [TIDE, LINE, GAZETTE, SERIES, METRICS, UNITS, FERRY, HARBOUR])
def test_everything_is_judged_without_any_one_line(path: str) -> None:
    """Every check, every count and every brief's evidence goes on with what is left."""
    files = read_data_files(INVENTED).files
    (broken,) = (file for file in files if file.path == path)
    others = [file for file in files if file is not broken]
    lines = broken.text.splitlines(keepends=True)
    for index in range(len(lines)):
        text = "".join(lines[:index] + lines[index + 1 :])
        library, _ = assemble(DataFiles([*others, TextFile(path, broken.kind, text)]))
        run_checks(library)
        assert sum(count_records(library).figures.values()) == len(library.observations)
        for brief in library.briefs:
            list_evidence(brief, library)


def test_a_figure_without_its_quote_is_not_checked() -> None:
    """Nor is it a source for the words of a brief."""
    files = read_data_files(INVENTED).files
    texts = [
        TextFile(file.path, file.kind, file.text.replace("quote: on-time", "quote: in-time"))
        for file in files
    ]
    library, _ = assemble(DataFiles(texts))
    found = [issue.rule.id for issue in run_checks(library) if issue.location.path == LINE]
    assert found == ["unknown-quote"]
