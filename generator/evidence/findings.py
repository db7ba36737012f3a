"""What was found for every figure of a library: one verdict for each observation.

Joins what the modules beside it find out: whether the value is in its quote, the quote in its
capture, and whether what was worked out comes out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial

from generator.evidence.captures import QuoteVerdict, judge_quotes, judge_rows
from generator.evidence.derived import compute_derived, find_circular
from generator.evidence.own_time import find_time_in_id, find_time_in_quote
from generator.evidence.quoted import QuoteMatch, match_quote
from generator.evidence.verdict import Finding, Verdict
from generator.library.library import Library
from generator.library.tables import table
from generator.phrases.quantity import Span
from generator.phrases.words import is_known
from generator.records.article import Article, Quote
from generator.records.observation import Observation, SeriesRow


@table
def judge_figures(library: Library) -> Mapping[str, Finding]:
    """The finding on each observation, by its id."""
    return {id: _judge(observation, library) for id, observation in library.observations.items()}


def _judge(observation: Observation, library: Library) -> Finding:
    article = library.articles.get(library.article_of.get(observation.id, ""))
    if article is None or not is_measurable(observation, library):
        return Finding(Verdict.NOT_CHECKED, "what it points to could not be read")
    if find_time_in_id(observation) is not None:
        return Finding(Verdict.FAILED, "its id names another time than its period")
    if observation.derived:
        return _judge_derived(observation, library)
    quote = library.quote_of(observation)
    if quote is None:
        return Finding(Verdict.NOT_CHECKED, "it has no quote")
    if observation.withdrawn is not None:
        return Finding(Verdict.WAIVED, f"withdrawn: {observation.withdrawn}")
    return _judge_quoted(observation, quote, article, library)


def is_measurable(observation: Observation, library: Library) -> bool:
    """Whether the observation's metric, unit and article are on record."""
    is_readable = library.article_of.get(observation.id) in library.articles
    return is_readable and library.is_measured(observation)


def _judge_derived(observation: Observation, library: Library) -> Finding:
    computed = compute_derived(observation, library, _find_circular(library))
    if computed.result is None:
        return Finding(Verdict.FAILED, "its calculation can’t be worked out")
    if any(_is_failed(id, library) for id in computed.ids):
        return Finding(Verdict.FAILED, "a figure that it is worked out from fails")
    if not computed.is_equal:
        return Finding(Verdict.FAILED, "its calculation comes to something else")
    return Finding(Verdict.COMPUTED, f"worked out again from {observation.derived}")


def _is_failed(id: str, library: Library) -> bool:
    """Whether an input fails; no calculation that gets here leads into a circle."""
    return _judge(library.observations[id], library).verdict is Verdict.FAILED


def _judge_quoted(
    observation: Observation, quote: Quote, article: Article, library: Library
) -> Finding:
    language = quote.language or article.language
    match = find_match(observation, library)
    if not match.is_found and observation.waived:
        return Finding(Verdict.WAIVED, observation.waived)
    is_row = isinstance(observation, SeriesRow) and not observation.quote
    if match.quantity is not None and not is_row and not is_known(language.split("-")[0]):
        return Finding(
            Verdict.NOT_CHECKED,
            f"the number is there, but no words of the language `{language}` are known",
        )
    if not match.is_found:
        return Finding(Verdict.FAILED, "its quote says something else")
    if find_time_in_quote(observation, match, article, library):
        return Finding(Verdict.FAILED, "its quote is of another time")
    return _judge_capture(observation, quote, article, library)


_find_circular = lru_cache(maxsize=2)(find_circular)


def find_match(observation: Observation, library: Library) -> QuoteMatch:
    """What its quote says of an observation that has one; worked out once for each library."""
    return library.remember(_name_match(observation.id), partial(_find_match, observation))


def find_matches(library: Library, ids: Iterable[str]) -> list[tuple[str, QuoteMatch]]:
    """What the quotes of some observations say of them; of those that have one, by their ids."""
    observations = (library.observations[id] for id in ids)
    return [
        (one.id, find_match(one, library))
        for one in observations
        if not one.derived and is_measurable(one, library) and library.quote_of(one) is not None
    ]


def put_match(id: str, match: QuoteMatch, library: Library) -> None:
    """Gives what a quote says that was found before, of the very same records."""
    library.remember(_name_match(id), lambda _library: match)


@table
def find_stated(library: Library) -> Mapping[str, Span]:
    """The words of its quote that state each observation, by its id; where there are any."""
    matches = dict(find_matches(library, library.observations))
    return {
        id: match.quantity.span
        for id, match in matches.items()
        if match.quantity is not None and match.is_found
    }


def _name_match(id: str) -> str:
    return f"match {id}"


def _find_match(observation: Observation, library: Library) -> QuoteMatch:
    article = library.articles[library.article_of[observation.id]]
    quote = library.quote_of(observation)
    if quote is None:
        raise ValueError(f"the observation `{observation.id}` has no quote")
    return match_quote(observation, quote, article.language, library)


def _judge_capture(
    observation: Observation, quote: Quote, article: Article, library: Library
) -> Finding:
    if observation.quote:
        found = judge_quotes(library).get((article.id, observation.quote))
    else:
        found = judge_rows(library).get(observation.id)
    verdict = found.verdict if found is not None else QuoteVerdict.NO_CAPTURE
    if verdict is QuoteVerdict.NOT_IN_CAPTURE:
        return Finding(Verdict.FAILED, "its quote is not in the captured text of the article")
    is_translated = quote.translation is not None
    if verdict is QuoteVerdict.IN_CAPTURE:
        return Finding(Verdict.TRANSLATED if is_translated else Verdict.CHECKED)
    reason = "no captured text of the article was at hand"
    return Finding(Verdict.TRANSLATED if is_translated else Verdict.CHECKED_IN_QUOTE, reason)


def has_failed(id: str, library: Library) -> bool:
    """Whether an observation fails by itself, so that what disagrees with it is not to blame."""
    finding = judge_figures(library).get(id)
    return finding is not None and finding.verdict is Verdict.FAILED
