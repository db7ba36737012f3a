from types import SimpleNamespace

import pytest

from supply import licences
from supply.licences import CLASSIFIERS, STATED, find_licence, find_refused, is_allowed
from supply.locks import DEVELOPMENT, read_lock

OSI = "License :: OSI Approved ::"


def say(monkeypatch: pytest.MonkeyPatch, fields: dict[str, object]) -> None:
    """Lets every package state these fields and no others."""
    monkeypatch.setattr(licences, "metadata", lambda name: SimpleNamespace(json=fields))


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ({"license_expression": "mit and (psf-2.0 or isc)"}, "MIT AND (PSF-2.0 OR ISC)"),
        ({"license_expression": "MIT", "classifier": [f"{OSI} ISC License (ISCL)"]}, "MIT"),
        ({"license": "BSD-3-Clause", "classifier": [f"{OSI} BSD License"]}, "BSD-3-Clause"),
        ({"license": "Whatever", "classifier": [f"{OSI} MIT License"]}, "MIT"),
        ({"classifier": [f"{OSI} MIT License", "Topic :: Utilities"]}, "MIT"),
        ({"license": "BSD"}, ""),
        ({"classifier": [f"{OSI} BSD License"]}, ""),
        ({"license": "MIT", "classifier": [f"{OSI} ISC License (ISCL)"]}, ""),
        (
            {"license": "MIT", "classifier": [f"{OSI} GNU General Public License v3 (GPLv3)"]},
            "",
        ),
        ({"classifier": ["License :: Other/Proprietary License"]}, ""),
        ({}, ""),
    ],
)
def test_a_licence_is_what_the_metadata_says_without_doubt(
    monkeypatch: pytest.MonkeyPatch, fields: dict[str, object], licence: str
) -> None:
    """The SPDX expression decides; older fields count where they agree and name one licence."""
    say(monkeypatch, fields)
    assert find_licence("ferry") == licence


def test_a_package_that_is_not_installed_has_no_known_licence() -> None:
    """Nobody guesses."""
    assert find_refused(["no-such-ferry"]) == {"no-such-ferry": ""}


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("MPL-2.0", True),
        ("BSD-3-Clause AND 0BSD AND Zlib", True),
        ("MIT OR GPL-2.0-only", True),
        ("MIT AND GPL-2.0-only", False),
        ("(MIT OR ISC) AND AGPL-3.0-or-later", False),
        ("GPL-3.0-or-later", False),
        ("LGPL-2.1-only", False),
        ("MPL-1.1", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("", False),
    ],
)
def test_permissive_licences_pass_and_no_others(licence: str, allowed: bool) -> None:
    """Of a choice one must do, of a sum each."""
    assert is_allowed(licence) is allowed


def test_every_dependency_has_a_licence_that_the_project_may_rest_on() -> None:
    """In both locks: the one for development holds the other."""
    assert find_refused(read_lock(DEVELOPMENT)) == {}


def test_a_licence_is_stated_here_only_where_the_metadata_does_not_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An entry that is no longer needed could contradict the package."""
    assert STATED.keys() <= read_lock(DEVELOPMENT).keys()
    monkeypatch.setattr(licences, "STATED", {})
    assert find_refused(STATED) == dict.fromkeys(STATED, "")


def test_each_classifier_stands_for_a_licence_that_is_allowed() -> None:
    """Or for none in particular."""
    assert all(is_allowed(licence) for licence in CLASSIFIERS.values() if licence)
