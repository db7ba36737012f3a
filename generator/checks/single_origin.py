"""Judgements and figures that several articles seem to support, where one origin stands behind all.

A reader takes two articles for two witnesses. A brief that leans on copies says so in words; then,
and with low confidence in a judgement, nothing is amiss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.catalogue import RULES
from generator.evidence.chains import Origin, find_ends, find_origin, is_followed
from generator.evidence.conflicts import are_comparable
from generator.evidence.intervals import allowed_values
from generator.issues import Issue, Location
from generator.library.library import Library
from generator.phrases.one_origin import tells_one_origin
from generator.records.brief import Brief, Judgement
from generator.records.expression_parser import find_expression_ids
from generator.records.observation import Observation
from generator.records.prose import Citation, Prose
from generator.records.vocabulary import Confidence

RULE = "single-origin"
MAX_NAMED = 4
"""How many articles a message names."""


def check_single_origins(library: Library) -> Iterator[Issue]:
    """An issue for each judgement and key figure whose several articles are one witness."""
    origins = _Origins(library)
    for brief in library.briefs.values():
        for index, judgement in enumerate(brief.judgements):
            if judgement.record.confidence is not Confidence.LOW:
                yield from _check_judgement(brief, index, judgement, origins)
        yield from _check_key_figures(brief, origins)


@dataclass(frozen=True, slots=True)
class _Origins:
    """The origins of what a brief leans on; each article's chain is followed once."""

    library: Library
    _ends: dict[str, tuple[Origin, ...]] = field(default_factory=dict)

    def of_article(self, id: str) -> tuple[Origin, ...]:
        """Where the branches of its chain end, the first one's end first."""
        if id not in self._ends:
            article = self.library.articles.get(id)
            is_known = article is not None and is_followed(article, self.library)
            self._ends[id] = find_ends(article, self.library) if article and is_known else ()
        return self._ends[id]

    def of_figure(self, id: str) -> tuple[Origin, ...]:
        """The one that it has; where it is worked out, those of all that it may be made of."""
        observation = self.library.observations.get(id)
        ends = self.of_article(self.library.article_of.get(id, ""))
        if observation is None or not ends:
            return ()
        if observation.derived is None or observation.origin is not None:
            origin = find_origin(observation, self.library)
            return (origin,) if origin else ()
        named = find_expression_ids(observation.derived)
        inputs = (self.library.observations.get(id) for id in named)
        found = [find_origin(one, self.library) for one in inputs if one is not None]
        return (*ends, *filter(None, found))

    def of_citation(self, citation: Citation) -> tuple[Origin, ...]:
        """Those of the figures that its quote carries, else those of the article."""
        figures = [
            id
            for id in self.library.observations_of_article.get(citation.article, ())
            if citation.quote and self.library.observations[id].quote == citation.quote
        ]
        found = [origin for id in figures for origin in self.of_figure(id)]
        return tuple(found) or self.of_article(citation.article)


def _find_single(leanings: Iterable[Sequence[Origin]]) -> Origin | None:
    """The one origin behind all; None if there are several, or one that is not known."""
    found: dict[str, Origin] = {}
    for origins in leanings:
        if not origins:
            return None
        found |= {origin.key: origin for origin in origins}
    return next(iter(found.values())) if len(found) == 1 else None


def _check_judgement(
    brief: Brief, index: int, judgement: Judgement, origins: _Origins
) -> Iterator[Issue]:
    texts = judgement.statement, judgement.reason
    article_of = origins.library.article_of
    figures = [link.id for text in texts for link in text.links if link.kind == "observation"]
    articles = dict.fromkeys(article_of[id] for id in figures if id in article_of)
    # A citation without words, of an article whose figures are linked, is there for those figures.
    citations = [
        citation
        for text in texts
        for citation in text.citations
        if citation.quote or citation.article not in articles
    ]
    articles |= dict.fromkeys(citation.article for citation in citations)
    leanings = [*map(origins.of_figure, figures), *map(origins.of_citation, citations)]
    origin = _find_single(leanings)
    told = " ".join(_read_words(token) for text in texts for token in text.tokens)
    if len(articles) > 1 and origin and not tells_one_origin(told, brief.front.language):
        place = origins.library.address("brief", brief.id).locate("key-judgements", index, "reason")
        about = origin.source or origin.via or ""
        yield _make_issue("the judgement leans on", articles, origin, place, (brief.id, about))


def _check_key_figures(brief: Brief, origins: _Origins) -> Iterator[Issue]:
    """Judgements are looked at whole; here, citations side by side in the rest of the brief."""
    library, path = origins.library, origins.library.address("brief", brief.id).path
    shown = (library.observations.get(figure.observation) for figure in brief.front.key_figures)
    key_figures = [figure for figure in shown if figure is not None]
    notes = (placed.note for placed in brief.body.blocks if placed.note is not None)
    for text in (brief.bottom_line, brief.body, *notes):
        for id, run, paragraph in _find_cited_figures(text):
            figure = library.observations.get(id)
            is_one = len({citation.article for citation in run}) == 1
            if figure is None or is_one or tells_one_origin(paragraph, brief.front.language):
                continue
            if any(_has_same_value(figure, one, library) for one in key_figures):
                place = Location(path, run[0].mark.line, run[0].mark.column)
                yield from _check_run(brief, figure, run, place, origins)


def _check_run(
    brief: Brief, figure: Observation, run: Sequence[Citation], place: Location, origins: _Origins
) -> Iterator[Issue]:
    library = origins.library
    copies = {
        citation.article: [
            id
            for id in library.observations_of_article.get(citation.article, ())
            if _has_same_value(library.observations[id], figure, library)
        ]
        for citation in run
    }
    articles = [article for article, ids in copies.items() if ids]
    origin = _find_single(origins.of_figure(id) for ids in copies.values() for id in ids)
    if len(articles) > 1 and origin:
        subject = f"`{figure.id}` stands with"
        yield _make_issue(subject, articles, origin, place, (brief.id, figure.id))


def _has_same_value(one: Observation, other: Observation, library: Library) -> bool:
    """Whether the two say the same of one thing."""
    return are_comparable(one, other, library) and (
        allowed_values(one, library) == allowed_values(other, library)
    )


def _find_cited_figures(text: Prose) -> Iterator[tuple[str, Sequence[Citation], str]]:
    """Each figure with the citations right behind its link, and the words of the paragraph."""
    citations = iter(text.citations)
    for token in text.tokens:
        paragraph, inside, behind = _read_words(token), "", ""
        for child in token.children or []:
            if child.type == "citation":
                run = [next(citations) for _ in child.meta["cited"]]
                if behind:
                    yield behind, run, paragraph
            elif child.type == "link_open":
                scheme, _, id = str(child.attrs.get("href", "")).partition(":")
                inside = id if scheme == "obs" else ""
            elif child.type == "link_close":
                inside, behind = "", inside
            elif child.content.strip():
                behind = ""


def _read_words(token: Token) -> str:
    """The words of a paragraph, on one line."""
    return " ".join(child.content for child in token.children or [] if child.type == "text")


def _make_issue(
    subject: str,
    articles: Iterable[str],
    origin: Origin,
    place: Location,
    waivable: tuple[str, str],
) -> Issue:
    named = [f"`{id}`" for id in articles]
    rest = len(named) - MAX_NAMED
    listed = ", ".join(named[:MAX_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    who = f"`{origin.source}`" if origin.source else f"people whom `{origin.via}` does not name"
    return Issue(
        RULES[RULE],
        place,
        f"{subject} {listed}: {len(named)} articles, one origin ({who}), one piece of evidence",
        "say that they have one origin, where the reader meets it; or waive the rule with "
        f"`about: {waivable[1]}` and a reason",
        waivable=waivable,
    )
