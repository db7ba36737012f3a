"""Where a new site gets this program from: a line for pip, and the file itself where it is at hand.

A site names what it is built with, so that another machine builds it with the same. What the
program was itself installed from is the best guess; pip notes that (PEP 610), but for packages that
come from an index, which are found again by their version.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname
from zipfile import BadZipFile, ZipFile

from generator import __version__
from generator.records.web_address import find_url_fault

PACKAGE = "briefwright"
VENDORED = "vendor"
LOCK = "generator/starter/carried/requirements.lock"
"""Where a wheel of this program has the hashes of what it rests on."""
MOST_BYTES = 100_000_000
_WHEEL = re.compile(rf"{PACKAGE}-[A-Za-z0-9.!+_-]+\.whl")


class OriginError(ValueError):
    """Something is no place to get this program from; the message says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the program comes from."""

    line: str
    """For a file of requirements."""
    wheel: tuple[str, bytes] | None = None
    """A path in the site, and what belongs there."""
    lock: bytes | None = None
    """What the wheel says of what it rests on."""


def read_origin(named: str) -> Origin:
    """From the path of a wheel, or the address of one.

    Raises:
        OriginError: It is neither.
    """
    if "://" in named:
        fault = find_url_fault(named)
        if fault is not None:
            raise OriginError(f"the address {fault}")
        return Origin(f"{PACKAGE} @ {named}")
    return _read_wheel(Path(named))


def find_own_origin() -> Origin:
    """What this program was installed from, if that is known and there; else its version."""
    by_version = Origin(f"{PACKAGE}=={__version__}")
    try:
        noted = distribution(PACKAGE).read_text("direct_url.json")
        installed = json.loads(noted or "{}")
        address, archive = installed.get("url", ""), installed.get("archive_info")
    except (PackageNotFoundError, ValueError):
        return by_version
    is_near, commit = urlsplit(address).scheme == "file", installed.get("vcs_info")
    if commit is not None and not is_near:
        return Origin(f"{PACKAGE} @ {commit['vcs']}+{address}@{commit['commit_id']}")
    if archive is None:  # from an index, or a folder
        return by_version
    if not is_near:
        sha256 = archive.get("hashes", {}).get("sha256")
        return Origin(f"{PACKAGE} @ {address}{f' --hash=sha256:{sha256}' if sha256 else ''}")
    try:
        return _read_wheel(Path(url2pathname(urlsplit(address).path)))
    except OriginError:
        return by_version


def _read_wheel(file: Path) -> Origin:
    if not _WHEEL.fullmatch(file.name):
        raise OriginError(f"the file of a wheel has a name like {PACKAGE}-1.2.3-py3-none-any.whl")
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise OriginError(f"it is larger than {MOST_BYTES:,} bytes")
        with ZipFile(BytesIO(content)) as archive:
            lock = archive.read(LOCK)
    except OSError as error:
        raise OriginError(f"it can't be read: {error.strerror}") from error
    except (BadZipFile, KeyError) as error:
        raise OriginError("it is no wheel of this program") from error
    path, digest = f"{VENDORED}/{file.name}", hashlib.sha256(content).hexdigest()
    return Origin(f"./{path} --hash=sha256:{digest}", (path, content), lock)
