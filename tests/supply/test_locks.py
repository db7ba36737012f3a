from pathlib import Path

import pytest

from supply.locks import DEVELOPMENT, RUNTIME, read_lock

LOCK = f"""\
#    make lock
#
ferry==1.2 \\
    --hash=sha256:{"a" * 64} \\
    --hash=sha256:{"b" * 64}
    # via
    #   briefwright (pyproject.toml)
    #   harbour
harbour==2.0 ; sys_platform == "win32" \\
    --hash=sha256:{"c" * 64}
    # via briefwright (pyproject.toml::build-system.requires)
tide-table==3 \\
    --hash=sha256:{"d" * 64}
    # via ferry
"""


def test_a_package_is_read_with_its_hashes_and_with_who_needs_it(tmp_path: Path) -> None:
    """The project itself, and its build, are told from packages."""
    (tmp_path / "x.lock").write_text(LOCK, "utf-8")
    packages = read_lock(tmp_path / "x.lock")
    assert list(packages) == ["ferry", "harbour", "tide-table"]
    ferry, harbour, tide = packages.values()
    assert (ferry.version, ferry.hashes) == ("1.2", ("a" * 64, "b" * 64))
    assert (ferry.required_by, ferry.by_project, ferry.by_build) == (("harbour",), True, False)
    assert (harbour.version, harbour.by_project, harbour.by_build) == ("2.0", False, True)
    assert (tide.required_by, tide.by_project, tide.by_build) == (("ferry",), False, False)


def test_a_package_without_a_hash_is_refused(tmp_path: Path) -> None:
    """It could be anything, and so could what is said of it."""
    (tmp_path / "x.lock").write_text(LOCK.replace(f"    --hash=sha256:{'d' * 64}\n", ""), "utf-8")
    with pytest.raises(ValueError, match=r"x\.lock: no SHA-256 follows tide-table"):
        read_lock(tmp_path / "x.lock")


@pytest.mark.parametrize("path", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)
def test_somebody_needs_each_locked_package(path: Path) -> None:
    """A package that nobody asks for is one too many; whoever asks is locked too."""
    packages = read_lock(path)
    assert packages
    for package in packages.values():
        assert package.by_project or package.by_build or package.required_by, package.name
        assert set(package.required_by) <= packages.keys(), package.name
