"""What a result rests on besides its own inputs: the program, its libraries, the interpreter.

A result that was kept is used again only under the same fingerprint, so that no change of the
code, of a template or of a library can leave an old one in place.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from generator.site.folders import digest_files

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def read_program() -> str:
    """The fingerprint of this program as it runs: its files, its libraries, its interpreter."""
    # Pictures and the packed site map are of this zlib's bytes.
    whole = hashlib.sha256(f"{sys.version} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for line in sorted(_list_libraries()):
        whole.update(f"{line}\n".encode())
    for path, digest in digest_files(_PACKAGE).items():
        if not path.endswith(".pyc"):
            whole.update(f"{path} {digest}\n".encode())
    return whole.hexdigest()


def _list_libraries() -> Iterable[str]:
    """Each installed package with its version, as the names of the folders of metadata say."""
    for found in distributions():
        # `_path` is the folder; the metadata in it would have to be parsed, for a hundred packages.
        folder = getattr(found, "_path", None)
        yield folder.name if folder is not None else f"{found.name} {found.version}"


def digest_text(parts: Iterable[str] | Mapping[str, str]) -> str:
    """One SHA-256 of several texts, or of names and their values, in their order."""
    listed = parts.items() if isinstance(parts, Mapping) else [(part, "") for part in parts]
    whole = hashlib.sha256()
    for name, value in listed:
        whole.update(f"{len(name)} {name} {len(value)} {value}\n".encode())
    return whole.hexdigest()
