"""The titles of all records by their addresses, for a reader whose address leads nowhere.

The page for such an address is one file for the whole site; a script on it looks here for what is
meant. No other page asks for this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.library.library import Library
from generator.pages.context import FOLDERS

PATH = "titles.json"


def write_titles(library: Library) -> bytes:
    """A list of address and title, such as `["briefs/losses/", "Losses"]`, as JSON."""
    titles = sorted([f"{FOLDERS[kind]}/{id}/", title] for kind, id, title in _list_titles(library))
    return json.dumps(titles, ensure_ascii=False, separators=(",", ":")).encode()


def _list_titles(library: Library) -> Iterator[tuple[str, str, str]]:
    for article in library.articles.values():
        yield "article", article.id, article.title
    for brief in library.briefs.values():
        yield "brief", brief.id, brief.front.title
    for metric in library.metrics.values():
        yield "metric", metric.id, metric.name
    for source in library.sources.values():
        yield "source", source.id, source.name
    for topic in library.topics.values():
        yield "topic", topic.id, topic.name
