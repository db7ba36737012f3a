"""Where a site gets the program from: a wheel, an address, or the index by its version."""

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

import generator
from generator.starter import origin
from generator.starter.origin import LOCK, OriginError, find_own_origin, read_origin

NAME = "briefwright-9.9-py3-none-any.whl"
ADDRESS = f"https://files.example/{NAME}"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel with nothing in it but what it rests on."""
    with ZipFile(tmp_path / NAME, "w") as archive:
        archive.writestr(LOCK, "ferry==1\n")
    return tmp_path / NAME


class _Distribution:
    """What pip noted of an installed package."""

    def __init__(self, noted: object) -> None:
        self._noted = json.dumps(noted) if noted is not None else None

    def read_text(self, name: str) -> str | None:
        """The note."""
        assert name == "direct_url.json"
        return self._noted


def test_a_wheel_comes_into_the_site_with_its_hash(wheel: Path) -> None:
    """So that another machine has it, too, and can tell that it is the same."""
    found = read_origin(str(wheel))
    sha256 = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert found.line == f"./vendor/{NAME} --hash=sha256:{sha256}"
    assert found.wheel == (f"vendor/{NAME}", wheel.read_bytes())
    assert found.lock == b"ferry==1\n"


def test_an_address_is_taken_as_it_is() -> None:
    """Nothing is fetched; pip checks the hash behind it."""
    assert read_origin(f"{ADDRESS}#sha256=12").line == f"briefwright @ {ADDRESS}#sha256=12"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("ferry-1.whl", "has a name like"),
        (NAME, "can't be read: No such file"),
        ("ftp://files.example/x.whl", "does not begin with https://"),
        ("https://me:secret@files.example/x.whl", "carries a user name"),
        ("https://files.example/x whl", "has a space"),
        ("https://files.example/x.whl#sha256=1\nother", "has a space or another character"),
    ],
)
def test_what_is_no_wheel_is_refused(named: str, said: str, tmp_path: Path) -> None:
    """With the reason."""
    with pytest.raises(OriginError, match=said):
        read_origin(named if "://" in named else str(tmp_path / named))


def test_a_file_that_only_has_the_name_is_refused(tmp_path: Path) -> None:
    """Text, or an archive of something else."""
    (tmp_path / NAME).write_text("no archive", encoding="utf-8")
    with pytest.raises(OriginError, match="no wheel of this program"):
        read_origin(str(tmp_path / NAME))
    with ZipFile(tmp_path / NAME, "w") as archive:
        archive.writestr("other.txt", "")
    with pytest.raises(OriginError, match="no wheel of this program"):
        read_origin(str(tmp_path / NAME))


@pytest.mark.parametrize(
    ("noted", "line"),
    [
        (None, f"briefwright=={generator.__version__}"),
        (
            {"url": "file:///somewhere", "dir_info": {"editable": True}},
            f"briefwright=={generator.__version__}",
        ),
        (
            {"url": "file:///somewhere", "vcs_info": {"vcs": "git", "commit_id": "12ab"}},
            f"briefwright=={generator.__version__}",
        ),
        (
            {"url": f"file:///gone/{NAME}", "archive_info": {}},
            f"briefwright=={generator.__version__}",
        ),
        ({"url": ADDRESS, "archive_info": {}}, f"briefwright @ {ADDRESS}"),
        (
            {
                "url": "https://git.example/b.git",
                "vcs_info": {"vcs": "git", "commit_id": "12ab", "requested_revision": "main"},
            },
            "briefwright @ git+https://git.example/b.git@12ab",
        ),
        (
            {"url": ADDRESS, "archive_info": {"hashes": {"sha256": "ab12"}}},
            f"briefwright @ {ADDRESS} --hash=sha256:ab12",
        ),
    ],
)
def test_the_program_s_own_origin_is_what_pip_noted(
    noted: object, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder, or a file that is gone, would be there on this machine at most."""
    monkeypatch.setattr(origin, "distribution", lambda name: _Distribution(noted))
    assert find_own_origin().line == line


def test_a_wheel_from_which_it_was_installed_goes_along(
    wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if it had been named."""
    noted = {"url": wheel.as_uri(), "archive_info": {}}
    monkeypatch.setattr(origin, "distribution", lambda name: _Distribution(noted))
    assert find_own_origin() == read_origin(str(wheel))
