"""Style sheets and scripts as they are published: without what only their authors need.

A browser reads the same. Readers load them with their first page, and a part of each is for those
who write it: comments, spaces, the indentation of lines.
"""

from __future__ import annotations

import re
from pathlib import Path

_PARTS = re.compile(
    r"""
    (?P<kept>"(?:[^"\\]|\\.)*")    # a string stays as it is
    | /\*.*?\*/
    | \s*(?P<sign>[{};,])\s*
    | (?P<colon>:)\s+              # a space before a colon means something, one behind it nothing
    | (?P<space>\s+)
    """,
    re.VERBOSE | re.DOTALL,
)


def shorten(css: str) -> str:
    """The same rules in fewer characters.

    Example:
        >>> shorten('a b { color: red; }  /* why */')
        'a b{color:red;} '
    """
    return _PARTS.sub(_shorten_part, css)


_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


def shorten_script(script: str) -> str:
    """The same script without comments on lines of their own, and without indentation.

    Nothing within a line is touched, and no script has a text over several lines.
    """
    return _INDENTATION.sub("", _BLOCK_COMMENT.sub("", script)).lstrip("\n")


def _shorten_part(match: re.Match[str]) -> str:
    if match["space"]:
        return " "
    return match["kept"] or match["sign"] or match["colon"] or ""


def shorten_assets(site_dir: Path) -> None:
    """Shortens each style sheet and each script in the site's `assets/`."""
    for ending, change in ((".css", shorten), (".js", shorten_script)):
        for file in sorted((site_dir / "assets").rglob(f"*{ending}")):
            file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
