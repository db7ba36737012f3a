"""Articles that nobody can look up any more: their address is dead, and no copy is on record.

What is dead is told by the records of links alone; nothing is asked of the network here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.evidence.dead_links import find_dead, has_copy
from generator.issues import Issue
from generator.library.library import Library
from generator.records.article import Article
from generator.records.link import Link

RULE = "dead-link"


def check_links(library: Library) -> Iterator[Issue]:
    """A warning for each dead address of an article that no living copy stands beside."""
    if not library.links:
        return
    for article in library.articles.values():
        if copy := find_dead(article.archive_url, library):
            advice = "name another copy, or delete it"
            yield _make_issue(article, "archive-url", copy, advice, library)
        own = find_dead(article.url, library)
        if own and not has_copy(article, library):
            advice = f"run `brief archive {article.id}`, or add an `archive-url` by hand"
            yield _make_issue(article, "url", own, advice, library)


def _make_issue(article: Article, field: str, link: Link, advice: str, library: Library) -> Issue:
    return Issue(
        RULES[RULE],
        library.address("article", article.id).locate(field),
        f"since {link.since} there has been nothing at `{field}` ({link.reason})",
        advice,
    )
