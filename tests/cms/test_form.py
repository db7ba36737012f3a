"""The form follows the models: every field, its sentence, its choices; and says where it saves."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.cms.config import Repository, is_repository, make_config
from generator.cms.fields import describe_shape, make_fields
from generator.records.article import Article, Quote
from generator.records.base import Record
from generator.records.brief import FrontMatter
from generator.records.correction import Correction
from generator.records.event import Event
from generator.records.measure import Metric, PlaceName, Topic, Unit
from generator.records.observation import Observation
from generator.records.source import Source
from generator.records.vocabulary import ArticleType

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "supply/admin/node_modules/@sveltia/cms/schema/sveltia-cms.json"
MODELS = (Article, FrontMatter, Correction, Event, Metric, PlaceName, Topic, Unit, Source)
HERE = Repository("https://github.com/owner/records", "main")


def by_name(fields: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Fields by their names in the file."""
    return {field["name"]: field for field in fields}


@pytest.mark.parametrize("model", MODELS)
def test_every_field_of_a_record_is_in_the_form(model: type[Record]) -> None:
    """In the model's order, with its sentence, and required where the model requires it."""
    fields = make_fields(model)
    infos = {info.alias or name: info for name, info in model.model_fields.items()}
    assert [field["name"] for field in fields] == list(infos)
    assert [field["hint"] for field in fields] == [info.description for info in infos.values()]
    assert [field["required"] for field in fields] == [it.is_required() for it in infos.values()]


def test_a_word_list_is_a_choice() -> None:
    """The words are the vocabulary's, and true or false is one too, so that neither is assumed."""
    fields = by_name(make_fields(Article))
    assert fields["type"]["options"] == [str(word) for word in ArticleType]
    read = by_name(fields["reports"]["fields"])["read"]
    assert [option["value"] for option in read["options"]] == ["true", "false"]


def test_a_number_is_a_text_with_a_pattern() -> None:
    """A number widget would drop the nought of 16.0."""
    figures = by_name(by_name(make_fields(Article))["observations"]["fields"])
    assert list(figures) == [info.alias or name for name, info in Observation.model_fields.items()]
    assert figures["value"]["widget"] == "string"
    pattern, help = figures["value"]["pattern"]
    assert pattern.startswith("^-?")
    assert "plain digits" in help


def test_a_field_that_names_a_record_offers_those_on_record() -> None:
    """Sources, metrics, units and topics stand in lists; articles are entries."""
    fields = by_name(make_fields(Article))
    assert fields["outlet"]["file"] == "sources"
    assert fields["outlet"]["value_field"] == "sources.*.id"
    assert fields["topics"]["multiple"] is True
    assert by_name(fields["observations"]["fields"])["metric"]["file"] == "metrics"
    assert by_name(fields["reports"]["fields"])["article"]["collection"] == "articles"


def test_a_mapping_is_a_list_of_which_each_item_has_its_key() -> None:
    """The form has no mappings of records."""
    quotes = by_name(make_fields(Article))["quotes"]["fields"]
    assert [field["name"] for field in quotes] == ["key", *Quote.model_fields]
    assert describe_shape(Article) == {"maps": {"quotes": "text"}, "shorts": {}}
    assert describe_shape(Metric)["maps"] == {"names": "value"}
    assert describe_shape(Unit)["maps"] == {"names": "other"}
    assert describe_shape(FrontMatter)["shorts"] == {"key-figures": "observation"}


def test_a_draft_becomes_a_pull_request() -> None:
    """To the repository, or by way of a fork; nobody writes to the main branch."""
    config = make_config(HERE, "The site", ["2024"])["cms"]
    assert config["publish_mode"] == "editorial_workflow"
    backend = config["backend"]
    assert (backend["name"], backend["repo"]) == ("github", "owner/records")
    assert backend["open_authoring"] is True


def test_files_stand_where_records_are_read() -> None:
    """The year of publication names the folder, the id the file; lists keep their files."""
    collections = by_name(make_config(HERE, "The site", ["2024", "2023"])["cms"]["collections"])
    assert collections["articles"]["folder"] == "data/articles"
    assert collections["articles"]["slug"] == "{{id}}"
    events = [file["file"] for file in collections["events"]["files"]]
    assert events == ["data/events/2023.yml", "data/events/2024.yml"]
    lists = [file["file"] for file in collections["lists"]["files"]]
    assert "data/sources.yml" in lists


def test_every_format_that_the_form_names_has_its_shape() -> None:
    """Else a file would be read as another kind of file."""
    config = make_config(HERE, "The site", ["2024"])
    named = set()
    for collection in config["cms"]["collections"]:
        files = collection.get("files", [collection])
        named |= {file["format"] for file in files}
    assert named == {f"brief-{kind}" for kind in config["shapes"]}


def test_the_configuration_follows_the_schema_of_the_cms() -> None:
    """As its makers publish it with the script."""
    if not SCHEMA.is_file():
        pytest.skip("the form's script is not installed: `make admin` needs npm")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    config = make_config(HERE, "The site", ["2024"])["cms"]
    jsonschema.Draft7Validator(schema).validate(config)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://github.com/owner",
        "http://github.com/owner/records",
        "https://me@github.com/owner/records",
        "https://github.com/owner/records?x",
        "https://[/owner/records",
        "javascript:alert(1)//owner/records",
        "/owner/records",
    ],
)
def test_what_is_no_repository_is_none(address: str) -> None:
    """The form would send a token there."""
    assert not is_repository(address)


def test_a_github_of_ones_own_has_its_interface_beside_it() -> None:
    """GitHub's own has a host for it."""
    assert is_repository(HERE.address)
    assert HERE.api == "https://api.github.com"
    own = Repository("https://git.example/owner/records.git", "main")
    assert (own.name, own.api) == ("owner/records", "https://git.example/api")
