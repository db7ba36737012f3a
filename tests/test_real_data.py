"""The project's own records: without a fault, and read without loss."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.checks.run import run_checks
from generator.reading.assemble import assemble
from generator.reading.csv_text import read_csv
from generator.reading.files import DataFiles, TextFile, read_data_files
from generator.reading.kinds import Shape
from generator.reading.yaml_text import read_yaml
from generator.records.base import Record
from generator.records.measure import Unit
from tests.record_files import read_yaml_part

ROOT = Path(__file__).resolve().parents[1]
FILES: DataFiles = read_data_files(ROOT)


def test_real_records_are_clean() -> None:
    """No file has an issue, not even a warning."""
    library, issues = assemble(FILES)
    found = [*issues, *run_checks(library)]
    assert [f"{issue.location} {issue.rule.id} {issue.message}" for issue in found] == []


def test_real_records_are_all_there() -> None:
    """The library holds the facts that the first five briefs rest on."""
    library, _ = assemble(FILES)
    counts = {kind: len(records) for kind, records in library.by_kind.items()}
    assert counts["brief"] >= 5
    assert counts["article"] >= 163
    assert counts["observation"] >= 405
    assert counts["event"] >= 66


@pytest.mark.parametrize("file", FILES.files, ids=lambda file: file.path)
def test_a_record_says_again_what_its_file_said(file: TextFile) -> None:
    """Nothing that stands in a file is lost or changed by reading it."""
    for written in _read_values(file):
        record = file.kind.model.model_validate(written)
        assert _write(record) == _unfold(written, owner=file.kind.model)


def _read_values(file: TextFile) -> list[Any]:
    if file.kind.shape is Shape.ROWS:
        return list(read_csv(file.text, file.kind.model).rows)
    value = read_yaml(read_yaml_part(file)).value
    return value if isinstance(value, list) else [value]


def _write(record: Record) -> Any:
    return _to_text(record.model_dump(by_alias=True, exclude_unset=True))


def _to_text(value: Any) -> Any:
    """A dumped value with every scalar as its file would write it."""
    if isinstance(value, dict):
        return {str(key): _to_text(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_to_text(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _unfold(value: Any, key: str = "", owner: type[Record] = Record) -> Any:
    """The file's value with the short forms written out: words for a quote, an id for a figure."""
    if isinstance(value, dict):
        if key == "quotes":
            return {
                name: {"text": words.strip()} if isinstance(words, str) else _unfold(words)
                for name, words in value.items()
            }
        if key == "names" and owner is Unit:
            return {
                language: {"other": name} if isinstance(name, str) else name
                for language, name in value.items()
            }
        return {name: _unfold(item, name, owner) for name, item in value.items()}
    if isinstance(value, list):
        if key == "key-figures":
            return [
                {"observation": item} if isinstance(item, str) else _unfold(item) for item in value
            ]
        return [_unfold(item) for item in value]
    return value.strip()
