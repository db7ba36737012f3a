"""Origins that a chain leads to, and chains that end where nobody can follow them.

Which links a chain has is `evidence.chains`' to know; that links fit together, `checks.chains`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.address import Keys
from generator.catalogue import RULES
from generator.checks.figures import Figure, find_figures
from generator.evidence.chains import chain_to, find_links, is_followed
from generator.issues import Issue
from generator.library.library import Library
from generator.records.article import Article
from generator.records.brief import Brief
from generator.records.observation import Observation
from generator.records.source import Source
from generator.records.vocabulary import SourceKind

_PRESS = frozenset(
    [SourceKind.AGENCY, SourceKind.BROADCASTER, SourceKind.MAGAZINE, SourceKind.NEWSPAPER]
)
"""Those who mostly relay others; what began with them, their own article shows."""


def check_origins(library: Library) -> Iterator[Issue]:
    """An issue for each origin that its chain does not lead to."""
    yield from _check_reach(library)


def check_dead_ends(library: Library) -> Iterator[Issue]:
    """An issue for each figure that a brief leans on and whose chain breaks off."""
    for brief in library.briefs.values():
        for id, keys in _find_uses(brief).items():
            yield from _check_end(brief, id, keys, library)


def _check_reach(library: Library) -> Iterator[Issue]:
    reached: dict[str, frozenset[str]] = {}
    for figure in find_figures(library):
        article, origin = library.articles.get(figure.article), figure.observation.origin
        if article is None or origin is None:
            continue
        if article.id not in reached:
            reached[article.id] = _find_reached(article, library)
        if origin != article.outlet and origin not in reached[article.id]:
            yield from _check_unreached(figure, article, origin, library)


def _find_reached(article: Article, library: Library) -> frozenset[str]:
    """The sources on a chain, and the outlets of its articles, should a link name another."""
    links = tuple(find_links(article, library))
    relayed = (library.articles.get(link.article or "") for link in links)
    named = (link.source for link in links if link.source)
    return frozenset([*named, *(found.outlet for found in relayed if found)])


def _check_unreached(
    figure: Figure, article: Article, origin: str, library: Library
) -> Iterator[Issue]:
    """Nothing where another issue says why the chain does not get there."""
    is_named = any(report.source == origin for report in article.reports)
    if is_named or origin not in library.sources or not is_followed(article, library):
        return
    yield Issue(
        RULES["unreached-origin"],
        figure.locate("origin"),
        f"no link of the chain of `{article.id}` leads to `{origin}`",
        f"add the link that leads to `{origin}` to the article’s `reports`, with `inferred: true` "
        "if it is your conclusion; or correct the `origin`",
    )


def _find_uses(brief: Brief) -> Mapping[str, Keys]:
    """The figures of key figures and key judgements, each with the first place that has it."""
    places: dict[str, Keys] = {}
    for index, figure in enumerate(brief.front.key_figures):
        places.setdefault(figure.observation, ("key-figures", index))
    for index, judgement in enumerate(brief.judgements):
        for name, text in (("statement", judgement.statement), ("reason", judgement.reason)):
            for link in text.links:
                if link.kind == "observation":
                    places.setdefault(link.id, ("key-judgements", index, name))
    return places


def _check_end(brief: Brief, id: str, keys: Keys, library: Library) -> Iterator[Issue]:
    observation = library.observations.get(id)
    article = library.articles.get(library.article_of.get(id, ""))
    if observation is None or article is None or not is_followed(article, library):
        return
    end = _find_dead_end(observation, article, library)
    if end is not None:
        yield Issue(
            RULES["dead-end"],
            library.address("brief", brief.id).locate(*keys),
            f"the chain of `{id}` ends with `{end.id}`, and nothing says how they know",
            f"add a link from `{end.id}` to whom they relay to the `reports` of `{article.id}`; "
            "or name who measured it in the figure’s `origin`",
            waivable=(brief.id, id),
        )


def _find_dead_end(observation: Observation, article: Article, library: Library) -> Source | None:
    """Who ends the figure's chain, if they have it from others and nobody knows from whom."""
    if observation.origin is not None or observation.derived is not None:
        return None
    chain = chain_to(observation, library)
    if chain and chain[-1].speaker is not None:
        return None
    source = library.sources.get((chain[-1].source if chain else article.outlet) or "")
    is_on_record = not chain or chain[-1].article is not None
    if source is None or (source.kind in _PRESS and is_on_record):
        return None
    return source if source.kind in _PRESS | {SourceKind.AGGREGATOR} else None
