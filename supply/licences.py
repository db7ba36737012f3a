"""Under which licence each package comes, and whether a project under MIT may rest on it.

A package's own metadata decides, put into SPDX's words. What it leaves open is read once, by a
person, in the package's licence file and stated here. Whatever is neither is unknown, and refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, metadata

from license_expression import AND, OR, ExpressionError, LicenseSymbol, get_spdx_licensing

UNKNOWN = ""

PERMISSIVE = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC"),
        *("MIT", "PSF-2.0", "Unlicense", "Zlib"),
    }
)
"""Whoever keeps the notices may do as they like."""

UNMODIFIED = frozenset({"MPL-2.0"})
"""Binds changes to its own files only, so it reaches nobody who uses the package as it came."""

CLASSIFIERS = {
    "OSI Approved": UNKNOWN,
    "BSD License": UNKNOWN,
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
"""What each means; "BSD License" is any of three. One that is not here is a licence of its own."""

STATED = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # the script that it carries, axe-core, is MPL-2.0
    "colorama": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "nodeenv": "BSD-3-Clause",
    "partd": "BSD-3-Clause",
    "zict": "BSD-3-Clause",
}
"""Read in the package's licence file, because its metadata says no more than "BSD", or nothing."""

_SPDX = get_spdx_licensing()


def find_licence(name: str) -> str:
    """The licence of a package as an SPDX expression, or `UNKNOWN`."""
    return _read_metadata(name) or STATED.get(name, UNKNOWN)


def _read_metadata(name: str) -> str:
    """What the installed package says. Its older fields must agree where they name a licence."""
    try:
        fields = metadata(name).json
    except PackageNotFoundError:
        return UNKNOWN
    if expression := _normalise(fields.get("license_expression", "")):
        return expression
    labels = [
        label.rpartition(" :: ")[2]
        for label in fields.get("classifier", [])
        if label.startswith("License :: ")
    ]
    older = {_normalise(fields.get("license", "")), *(CLASSIFIERS.get(it, it) for it in labels)}
    older.discard(UNKNOWN)
    return _normalise(older.pop()) if len(older) == 1 else UNKNOWN


def _normalise(text: object) -> str:
    """An SPDX expression in its canonical spelling; empty if it is none."""
    try:
        parsed = _SPDX.parse(str(text), validate=True, strict=True)
    except ExpressionError:
        return UNKNOWN
    return UNKNOWN if parsed is None else str(parsed)


def is_allowed(licence: str) -> bool:
    """Whether a package under this SPDX expression may be depended on and distributed with."""
    return bool(licence) and _allows(_SPDX.parse(licence, validate=True))


def _allows(part: object) -> bool:
    if isinstance(part, AND):
        return all(map(_allows, part.args))
    if isinstance(part, OR):
        return any(map(_allows, part.args))
    return isinstance(part, LicenseSymbol) and str(part.key) in PERMISSIVE | UNMODIFIED


def find_refused(names: Iterable[str]) -> dict[str, str]:
    """The packages that the project may not rest on, each with its licence."""
    licences = {name: find_licence(name) for name in names}
    return {name: licence for name, licence in licences.items() if not is_allowed(licence)}
