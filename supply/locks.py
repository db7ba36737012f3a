"""The lock files, read as lists of packages: version, hashes, and who asked for each.

It knows the format that pip-compile writes, its `# via` comments included. It asks neither an
installation nor a registry, so that what it says is the same on every machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"

_PACKAGE = re.compile(
    r"(?m)^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)[^\n]*\n"
    r"(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
    r"(?P<via>(?: +#.*\n?)*)"
)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
_VIA = re.compile(r"(?m)^ +# +(?:via )?([\w.-]+(?: \(.*\))?)$")
_PROJECT = re.compile(r"briefwright \(pyproject\.toml(?:::(?P<part>build-system)\S*)?\)")


@dataclass(frozen=True, slots=True)
class Package:
    """One package of a lock file. `required_by` are packages; the project itself stands apart."""

    name: str
    version: str
    hashes: tuple[str, ...]
    required_by: tuple[str, ...]
    by_project: bool
    by_build: bool
    """Whether building a wheel of the project, or installing it in place, needs the package."""


def read_lock(path: Path) -> dict[str, Package]:
    """The packages of a lock file by name.

    Raises:
        ValueError: A package has no hash, so that it could be anything.
    """
    text = path.read_text("utf-8")
    found = [_read_package(match) for match in _PACKAGE.finditer(text)]
    pinned = re.findall(r"(?m)^([\w.-]+)==", text)
    if bare := set(pinned) - {package.name for package in found}:
        raise ValueError(f"{path.name}: no SHA-256 follows {', '.join(sorted(bare))}")
    return {package.name: package for package in found}


def _read_package(match: re.Match[str]) -> Package:
    who = [name for name in _VIA.findall(match["via"]) if name != "via"]
    project = [found for name in who if (found := _PROJECT.fullmatch(name))]
    return Package(
        name=match["name"],
        version=match["version"],
        hashes=tuple(_HASH.findall(match["hashes"])),
        required_by=tuple(name for name in who if not _PROJECT.fullmatch(name)),
        by_project=any(not found["part"] for found in project),
        by_build=any(found["part"] for found in project),
    )
