import json
import os
import subprocess
import sys
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from supply import bill
from supply.bill import render_bill
from supply.licences import find_licence
from supply.locks import ROOT, RUNTIME, Package, read_lock


@pytest.fixture(scope="module")
def text() -> str:
    """The bill of what is locked."""
    return render_bill(read_lock(RUNTIME))


@pytest.fixture(scope="module")
def components(text: str) -> dict[str, dict[str, Any]]:
    """Its components by name."""
    return {component["name"]: component for component in json.loads(text)["components"]}


def test_the_bill_follows_the_schema_of_cyclonedx(text: str) -> None:
    """And the validator is one that finds faults."""
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"library"', '"ferry"')) is not None


def test_the_bill_lists_the_lock_with_licences_and_hashes(
    components: dict[str, dict[str, Any]],
) -> None:
    """Each package at its version, by the address that other tools know it by."""
    packages = read_lock(RUNTIME)
    assert list(components) == list(packages)
    for name, package in packages.items():
        component = components[name]
        assert component["purl"] == f"pkg:pypi/{name}@{package.version}"
        (files,) = component["externalReferences"]
        assert [found["content"] for found in files["hashes"]] == sorted(package.hashes)
        (licence,) = component["licenses"]
        stated = licence.get("expression") or licence["license"]["id"]
        assert stated == find_licence(name)


def test_the_bill_says_who_needs_whom(text: str) -> None:
    """From the project down."""
    edges = {
        edge["ref"].removeprefix("pkg:pypi/").partition("@")[0]: [
            ref.removeprefix("pkg:pypi/").partition("@")[0] for ref in edge.get("dependsOn", [])
        ]
        for edge in json.loads(text)["dependencies"]
    }
    assert "mkdocs" in edges["briefwright"]
    assert "markupsafe" not in edges["briefwright"]
    assert edges["jinja2"] == ["markupsafe"]


def test_what_serves_the_build_alone_is_marked(components: dict[str, dict[str, Any]]) -> None:
    """It is installed beside the program, which never calls it."""
    assert components["hatchling"]["scope"] == "excluded"
    assert components["trove-classifiers"]["scope"] == "excluded"
    assert components["markupsafe"]["scope"] == "required"
    assert components["pathspec"]["scope"] == "required"  # hatchling's, and MkDocs's as well


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_lock_gives_the_same_bytes(text: str, seed: str) -> None:
    """In whatever order a process keeps its sets, and whatever the time."""
    command = "from supply.bill import *; print(render_bill(read_lock(RUNTIME)), end='')"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert run.stdout.decode() == text
    assert "timestamp" not in text
    assert "serialNumber" not in text


def test_a_bill_that_breaks_the_schema_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads it relies on the schema."""
    package = Package("ferry", "1", ("z" * 64,), (), by_project=True, by_build=False)
    monkeypatch.setattr(bill, "find_licence", lambda name: "MIT")
    with pytest.raises(ValueError, match="does not follow its schema"):
        render_bill({"ferry": package})
