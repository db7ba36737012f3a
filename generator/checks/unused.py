"""Records that nothing uses, and publications that were recorded twice.

While a record can't be read, nobody knows what it uses; then nothing is called unused. Nor is
anything of a kind to which a reference leads nowhere: that is more likely a slip of the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.catalogue import RULES
from generator.checks.places import find_place_ids
from generator.checks.quotes import find_cited_quotes, find_left_quotes
from generator.issues import Issue
from generator.library.library import Library
from generator.records.article import Article
from generator.records.web_address import find_host

_USERS = {
    "source": "no article, chain, figure or brief",
    "article": "no figure, event, chain or brief",
    "metric": "no figure",
    "unit": "no metric or figure",
    "topic": "no brief, article, event or metric",
    "place": "no figure, event or source",
}
"""What could use a record of each kind."""


def is_use_known(library: Library) -> bool:
    """Whether every record could be read, so that what is unused is certain."""
    return not (library.broken or library.incomplete)


def check_unused(library: Library) -> Iterator[Issue]:
    """A warning for each record and quote that nothing uses."""
    if is_use_known(library):
        named = (key.partition("/") for key in library.referrers)
        slipped = {kind for kind, _, id in named if library.is_missing(kind, id)}
        for kind in _USERS:
            if kind not in slipped:
                yield from _check_kind(kind, library)
        if "article" not in slipped:
            yield from _check_quotes(library)


def _check_kind(kind: str, library: Library) -> Iterator[Issue]:
    used = _find_used(kind, library)
    for id in library.by_kind[kind]:
        if id not in used:
            yield Issue(
                RULES[f"unused-{kind}"],
                library.address(kind, id).locate("id"),
                f"{_USERS[kind]} uses the {kind} `{id}`",
                "use it, or delete it",
            )


def _find_used(kind: str, library: Library) -> set[str]:
    if kind == "place":
        return find_place_ids(library)
    if kind == "metric":
        return {observation.metric for observation in library.observations.values()}
    used = {key.partition("/")[2] for key in library.referrers if key.startswith(f"{kind}/")}
    return used | set(library.article_of.values()) if kind == "article" else used


def _check_quotes(library: Library) -> Iterator[Issue]:
    cited = find_cited_quotes(library)
    articles = library.articles
    slipped = {id for id, key in cited if id in articles and key not in articles[id].quotes}
    for article, keys in find_left_quotes(library).items():
        for key in keys:
            if (article, key) not in cited and article not in slipped:
                yield Issue(
                    RULES["unused-quote"],
                    library.address("article", article).locate("quotes", key, at_key=True),
                    f"no figure or citation uses the quote `{key}`",
                    f"cite it as `[@{article}, {key}]`, or delete it",
                )


def check_addresses(library: Library) -> Iterator[Issue]:
    """A warning for each article at the address of another."""
    first: dict[tuple[str, str], Article] = {}
    for article in library.articles.values():
        if article.url is None:
            continue
        key = _normalise(article.url), str(article.accessed)
        if key in first:
            yield Issue(
                RULES["duplicate-url"],
                library.address("article", article.id).locate("url"),
                f"the article `{first[key].id}` has the same address",
                "make one article of the two, or correct the address",
            )
        first.setdefault(key, article)


def _normalise(url: str) -> str:
    """The address without what browsers and servers pass over."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    host = find_host(url).ascii.removeprefix("www.") + port
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"
