"""Which addresses are known to lead nowhere; what is told of them is left to checks and pages."""

from __future__ import annotations

from generator.library.library import Library
from generator.records.article import Article
from generator.records.link import Link


def find_dead(url: str | None, library: Library) -> Link | None:
    """What is on record of an address, if there was nothing when it was last looked at."""
    link = library.links.get(url) if url else None
    return link if link is not None and link.is_dead else None


def has_copy(article: Article, library: Library) -> bool:
    """Whether an archived copy is on record that is not known to be dead."""
    return article.archive_url is not None and find_dead(article.archive_url, library) is None
