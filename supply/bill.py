"""The bill of materials of an installation, in CycloneDX: `make sbom` writes it into dist/.

It holds what requirements.lock holds: versions, the hashes of the files that may be installed, who
needs whom; and the licences. It carries no time and no random number and uses no network: the same
lock gives the same bytes.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from cyclonedx.contrib.hash.factories import HashTypeFactory
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from supply.licences import find_licence
from supply.locks import ROOT, RUNTIME, Package, read_lock

BILL = ROOT / "dist" / "briefwright.cdx.json"


def render_bill(packages: dict[str, Package]) -> str:
    """The bill of these packages as CycloneDX 1.6 JSON.

    Raises:
        ValueError: It would not follow CycloneDX's schema.
    """
    needed = _find_needed(packages)
    components = {name: _describe(it, name in needed) for name, it in packages.items()}
    bill = Bom(components=components.values())
    bill.serial_number = None  # type: ignore[assignment] # random, unless taken away
    bill.metadata.timestamp = None  # type: ignore[assignment] # the time of day, likewise
    bill.metadata.properties.add(Property(name="cdx:reproducible", value="true"))
    bill.metadata.component = _describe_project()
    bill.register_dependency(
        bill.metadata.component,
        [components[name] for name, it in packages.items() if it.by_project],
    )
    for name, component in components.items():
        needs = [components[other] for other, it in packages.items() if name in it.required_by]
        bill.register_dependency(component, needs)
    text = JsonV1Dot6(bill).output_as_string(indent=2)
    if error := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(f"the bill of materials does not follow its schema: {error}")
    return f"{text}\n"


def _find_needed(packages: dict[str, Package]) -> set[str]:
    """The packages that the program runs on; the others serve to build a wheel of it."""
    needed = {name for name, package in packages.items() if package.by_project}
    while more := {
        name
        for name, package in packages.items()
        if name not in needed and needed.intersection(package.required_by)
    }:
        needed |= more
    return needed


def _describe(package: Package, needed: bool) -> Component:
    purl = PackageURL("pypi", name=package.name, version=package.version)
    # The hashes are those of several files, one of which is installed: no single one is its own.
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(str(purl)),
        comment="the files that may be installed",
        hashes=[
            HashTypeFactory().from_composite_str(f"sha256:{digest}") for digest in package.hashes
        ],
    )
    licence = LicenseFactory().make_from_string(
        find_licence(package.name), license_acknowledgement=LicenseAcknowledgement.DECLARED
    )
    return Component(
        type=ComponentType.LIBRARY,
        name=package.name,
        version=package.version,
        bom_ref=str(purl),
        purl=purl,
        licenses=[licence],
        scope=ComponentScope.REQUIRED if needed else ComponentScope.EXCLUDED,
        external_references=[files],
    )


def _describe_project() -> Component:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return Component(
        type=ComponentType.APPLICATION,
        name=project["name"],
        version=project["version"],
        description=project["description"],
        bom_ref=project["name"],
        licenses=[LicenseFactory().make_with_id(project["license"])],
    )


def main() -> None:
    """Writes the bill and says where it is."""
    packages = read_lock(RUNTIME)
    BILL.parent.mkdir(exist_ok=True)
    BILL.write_text(render_bill(packages), "utf-8")
    sys.stdout.write(f"{BILL.relative_to(Path.cwd())} lists {len(packages)} packages\n")


if __name__ == "__main__":
    main()
