"""The JSON Schemas: they follow the models, and take what the project's own records say."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.reading.csv_text import read_csv
from generator.reading.files import TextFile, read_data_files
from generator.reading.kinds import FILE_KINDS, Shape
from generator.records.examples import EXAMPLES, IN_ROWS
from generator.records.schema import RECORD_SCHEMAS, make_schemas, read_example
from generator.site.schemas import FOLDER, format_schema, write_schemas
from tests.record_files import read_yaml_part

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = make_schemas()
VALIDATORS = {kind.kind: Draft202012Validator(SCHEMAS[kind.file]) for kind in RECORD_SCHEMAS}
ARTICLE = """
id: a-1
type: report
title: 1984
outlet: example
language: en
observations:
  - {id: o-1, metric: m, period: PERIOD, place: UA, value: VALUE}
"""


class EditorLoader(yaml.SafeLoader):
    """Types scalars as YAML 1.2's core schema and editors do: `no` and dates are text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", [*"-+0123456789"]),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first
    )


def read_as_editors_do(text: str) -> Any:
    """The values that an editor's YAML support sees in a text."""
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 (derived from the safe loader)


@cache
def record_files() -> list[TextFile]:
    """Every file of `data/`."""
    return list(read_data_files(ROOT).files)


def values_of(file: TextFile) -> list[Any]:
    """What a file's schema describes: the file, its front matter, or each of its rows."""
    if file.kind.shape is Shape.ROWS:
        return list(read_csv(file.text, file.kind.model).rows)
    return [read_as_editors_do(read_yaml_part(file))]


def faults(kind: str, value: Any) -> list[str]:
    """What an editor would mark in a value."""
    return [f"{e.json_path}: {e.message}" for e in VALIDATORS[kind].iter_errors(value)]


def article(period: str = "2024-12", value: str = "9") -> Any:
    """An article with one observation."""
    return read_as_editors_do(ARTICLE.replace("PERIOD", period).replace("VALUE", value))


def test_each_kind_of_file_has_its_schema() -> None:
    """No kind of record is left without completion."""
    assert {kind.kind for kind in FILE_KINDS} == {schema.kind for schema in RECORD_SCHEMAS}
    models = {kind.kind: kind.model for kind in FILE_KINDS}
    assert all(schema.model is models[schema.kind] for schema in RECORD_SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schemas_follow_the_models(name: str) -> None:
    """A schema that lags behind marks what is right, and completes what is gone."""
    path = ROOT / FOLDER / name
    assert path.is_file(), f"{path} is missing: run `brief schema` and commit it"
    assert path.read_text("utf-8") == format_schema(SCHEMAS[name]), (
        f"{path} lags behind the models: run `brief schema` and commit it"
    )


def test_no_other_file_stands_among_the_schemas() -> None:
    """A schema that nothing makes is never brought up to date."""
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_valid_schema(name: str) -> None:
    """Draft 2020-12, with a title and a description that an editor can show."""
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["title"]
    record = schema if "properties" in schema else schema["$defs"][schema["items"]["$ref"][8:]]
    assert record["description"]
    assert record["additionalProperties"] is False
    assert [n for n, field in record["properties"].items() if not field.get("description")] == []


def test_every_record_of_the_project_validates() -> None:
    """What `brief check` takes, an editor does not mark."""
    marked = {
        file.path: found
        for file in record_files()
        for value in values_of(file)
        if (found := faults(file.kind.kind, value))
    }
    assert not marked


@pytest.mark.parametrize("kind", EXAMPLES)
def test_each_example_follows_its_model_and_schema(kind: str) -> None:
    """An example that breaks the rules teaches the fault."""
    model = next(schema.model for schema in RECORD_SCHEMAS if schema.kind == kind)
    example = read_example(kind)
    for record in example if isinstance(example, list) else [example]:
        model.model_validate(record)
    assert not faults(kind, example)
    if kind not in IN_ROWS:
        assert not faults(kind, read_as_editors_do(EXAMPLES[kind]))


@pytest.mark.parametrize("period", ["2024", "2024-12", "2024-12-01", "2022-02-24/2024-12-31"])
def test_a_date_needs_no_quotation_marks(period: str) -> None:
    """To an editor a year is an integer and a day is text; both are dates here."""
    assert not faults("article", article(period))


@pytest.mark.parametrize("value", ["9", "18.1", "-8.8", "0"])
def test_a_number_needs_no_quotation_marks(value: str) -> None:
    """To an editor a value is a number, to the reader it is text."""
    assert not faults("article", article(value=value))


def test_a_title_and_words_may_look_like_a_number() -> None:
    """`title: 1984` and `quotes: {toll: 2000}` are texts."""
    assert not faults("article", {**article(), "quotes": {"toll": 2000}})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tittle", "Advance slows"),
        ("issued", "10 January 2025"),
        ("type", "newspaper"),
        ("url", "www.example.org"),
        ("authors", "Ada Example"),
        ("id", "ISW 9 January"),
        ("language", True),
        ("quotes", {"Nine a day": "about nine"}),
        ("reports", [{"source": "isw"}]),
        ("note", None),
    ],
)
def test_an_editor_marks_what_the_check_refuses(field: str, value: Any) -> None:
    """Misspelt fields, words outside a list, wrong shapes and missing fields are seen at once."""
    assert faults("article", {**article(), field: value})


@pytest.mark.parametrize("value", ["'1,500'", "1.500.000", "many", "true"])
def test_an_editor_marks_a_value_that_is_no_number(value: str) -> None:
    """Separators of thousands and words are refused."""
    assert faults("article", article(value=value))


def test_the_schemas_are_written_once(tmp_path: Path) -> None:
    """Nothing is written again that is there already."""
    assert {path.name for path in write_schemas(tmp_path)} == set(SCHEMAS)
    assert write_schemas(tmp_path) == []
    brief = json.loads((tmp_path / FOLDER / "brief.json").read_text("utf-8"))
    assert brief == SCHEMAS["brief.json"]
