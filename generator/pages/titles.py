"""The titles of all records by their addresses, for a reader whose address leads nowhere.

The page for such an address is one file for the whole site; a script on it looks here for what is
meant. No other page asks for this file.
"""

from __future__ import annotations

import json

from generator.library.library import Library
from generator.pages.context import FOLDERS, name_record

PATH = "titles.json"


def write_titles(library: Library) -> bytes:
    """A list of address and title, such as `["briefs/losses/", "Losses"]`, as JSON."""
    titles = [
        [f"{folder}/{id}/", name_record(kind, id, library)]
        for kind, folder in FOLDERS.items()
        for id in sorted(library.by_kind[kind])
    ]
    return json.dumps(titles, ensure_ascii=False, separators=(",", ":")).encode()
