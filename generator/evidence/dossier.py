"""All that a brief's figures rest on, one row for each figure typed in its text.

Puts side by side what the modules beside it find: verdict, words, chain, origin, and the values
that disagree. How it is printed is left to `report_evidence`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.evidence.chains import Chain, Origin, chain_to, find_origin
from generator.evidence.conflicts import find_conflicts
from generator.evidence.prose_figures import TypedFigure, judge_briefs
from generator.evidence.recorded import word_number
from generator.library.library import Library
from generator.records.observation import Observation


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One figure of a brief with everything that is known of it."""

    line: int
    figure: str
    verdict: str
    reason: str = ""
    observation: str = ""
    quote: str = ""
    chain: str = ""
    origin: str = ""
    conflicts: tuple[str, ...] = ()
    """The values that disagree, each with the outlet that has it."""


def list_evidence(brief: str, library: Library) -> tuple[EvidenceRow, ...]:
    """The rows of a brief's figures, in the order of its text."""
    conflicts = find_conflicts(library)
    return tuple(
        _describe(figure, conflicts.get(figure.grounds.observation, ()), library)
        for figure in judge_briefs(library).get(brief, ())
    )


def _describe(figure: TypedFigure, conflicts: tuple[str, ...], library: Library) -> EvidenceRow:
    grounds = figure.grounds
    observation = library.observations.get(grounds.observation)
    reason = grounds.reason or ("nothing shows where it comes from" if grounds.is_unsourced else "")
    for mismatch in grounds.mismatches[:1]:
        reason = f"{mismatch.drift}: the source has “{mismatch.found}”"
    row = EvidenceRow(figure.location.line, figure.text, figure.verdict.value, reason)
    if observation is None:
        return _with_article(row, grounds.article, library)
    return EvidenceRow(
        line=row.line,
        figure=row.figure,
        verdict=row.verdict,
        reason=row.reason,
        observation=observation.id,
        quote=_word_quote(observation, library),
        chain=_word_chain(observation, library),
        origin=word_origin(find_origin(observation, library), library),
        conflicts=tuple(_word_value(id, library) for id in conflicts),
    )


def _with_article(row: EvidenceRow, article: str, library: Library) -> EvidenceRow:
    cited = library.articles.get(article)
    if cited is None:
        return row
    outlet = name_source(cited.outlet, library)
    return EvidenceRow(row.line, row.figure, row.verdict, row.reason, "", cited.id, outlet)


def name_source(id: str, library: Library) -> str:
    """A source's short name; its id where its record can't be read."""
    source = library.sources.get(id)
    return source.label if source is not None else id


def _word_quote(observation: Observation, library: Library) -> str:
    if observation.derived:
        return f"= {observation.derived}"
    quote = library.quote_of(observation)
    return quote.text if quote is not None else ""


def _word_chain(observation: Observation, library: Library) -> str:
    """`Espreso reports ISW cites General Staff`, from the article down."""
    article = library.articles[library.article_of[observation.id]]
    steps: Chain = chain_to(observation, library)
    told = [name_source(article.outlet, library)]
    for link in steps:
        who = name_source(link.source, library) if link.source else link.speaker or "somebody"
        doubt = "" if link.is_read or link.source is None else " (not read)"
        told.append(f"{link.verb} {who}{doubt}")
    return " › ".join(told)


def word_origin(origin: Origin | None, library: Library) -> str:
    """Who said it first, by name: `unnamed, via Wire` for people whom nobody names."""
    if origin is None:
        return ""
    if origin.source is not None:
        return name_source(origin.source, library)
    named = library.sources.get(origin.via or "")
    via = named.label if named is not None else ""
    return f"unnamed, via {via}" if via else "unnamed"


def _word_value(id: str, library: Library) -> str:
    observation = library.observations[id]
    article = library.articles[library.article_of[id]]
    outlet = name_source(article.outlet, library)
    return f"{word_number(observation)} ({outlet})"
