"""Puts a new site into a folder: all of it or nothing, and over nobody's files.

It is written in a folder beside its place first, or within it where it is there already.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_GIT = ".git"
_SHOWN = 5


class PlaceError(Exception):
    """A site can't be put where it was asked for, and nothing was; the message says why."""


def find_obstacle(folder: Path) -> str | None:
    """What keeps a new site from this folder, if anything does."""
    if folder.is_symlink():
        return f"`{folder}` is a link; name the folder that it leads to"
    if folder.is_dir():
        there = sorted(path.name for path in folder.iterdir() if path.name != _GIT)
        if there:
            more = f" and {len(there) - _SHOWN} more" if len(there) > _SHOWN else ""
            listed = ", ".join(f"`{name}`" for name in there[:_SHOWN])
            return f"`{folder}` is not empty: {listed}{more}; name a folder that is new or empty"
        return None
    if folder.exists():
        return f"`{folder}` is a file; name a folder that is new or empty"
    if not folder.parent.is_dir():
        return f"there is no folder `{folder.parent}`; make it first"
    return None


def place_site(folder: Path, files: Mapping[str, bytes], *, with_git: bool = False) -> None:
    """Puts the files into the folder, which is made if it is not there.

    Args:
        folder: Where the site belongs.
        files: What each file holds, by its path in the folder.
        with_git: Whether the folder shall be a repository of git, without a commit.

    Raises:
        PlaceError: Something stands in the way, or git can't do it.
        OSError: A file can't be written.
    """
    obstacle = find_obstacle(folder)
    if obstacle is not None:
        raise PlaceError(obstacle)
    is_there = folder.is_dir()
    workshop = Path(
        tempfile.mkdtemp(prefix=".brief-new-", dir=folder if is_there else folder.parent)
    )
    try:
        site = workshop / "site"
        site.mkdir()  # with the rights that new folders have, which the workshop has not
        _write(site, files)
        if with_git and not (folder / _GIT).exists():
            _begin_repository(site)
        if is_there:
            _move_in(site, folder)
        else:
            site.rename(folder)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _write(site: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _begin_repository(site: Path) -> None:
    command = ["git", "init", "--quiet", "--initial-branch=main"]
    try:
        subprocess.run(command, cwd=site, check=True, capture_output=True, text=True)  # noqa: S603 - nothing in it comes from outside
    except FileNotFoundError:
        raise PlaceError("there is no git on this machine; leave out `--git`") from None
    except subprocess.CalledProcessError as error:
        raise PlaceError(f"git can't begin a repository: {error.stderr.strip()}") from error


def _move_in(site: Path, folder: Path) -> None:
    """Moves what the site consists of into its folder; back out if one of it can't be moved."""
    moved: list[Path] = []
    try:
        for path in sorted(site.iterdir()):
            target = folder / path.name
            if os.path.lexists(target):
                raise PlaceError(f"`{target}` has just been put there by somebody else")
            path.rename(target)
            moved.append(target)
    except BaseException:
        for target in moved:
            target.rename(site / target.name)
        raise
