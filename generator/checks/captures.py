"""Quotes against the captured texts of their articles, and captures against the records.

An article without a capture is nobody's fault; `counts` says how many quotes were not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.evidence.captures import (
    MAX_OMITTED,
    CaptureMatch,
    QuoteFinding,
    QuoteVerdict,
    judge_quotes,
    judge_rows,
)
from generator.issues import Issue, Location, show_value
from generator.library.capture import Capture, capture_path
from generator.library.library import Library
from generator.library.near import suggest
from generator.records.article import Article
from generator.records.observation import SeriesRow

SHOWN_PASSAGE_LENGTH = 200


def check_captures(library: Library) -> Iterator[Issue]:
    """An issue for each quote that its capture does not have, and each capture out of place."""
    for id, capture in library.captures.items():
        article = library.articles.get(id)
        if article is not None:
            yield from _check_checksum(article, capture, library)
        elif library.is_missing("article", id):
            yield _make_stray_issue(id, library)
    yield from _check_quotes(library)
    yield from _check_rows(library)


def _make_stray_issue(id: str, library: Library) -> Issue:
    message = f"no article has the id {show_value(id)}"
    otherwise = "give the file the name of its article's id, or delete it"
    help = suggest(id, library.articles, otherwise)
    return Issue(RULES["stray-capture"], Location(capture_path(id)), message, help)


def _check_checksum(article: Article, capture: Capture, library: Library) -> Iterator[Issue]:
    address, path = library.address("article", article.id), capture_path(article.id)
    if article.capture_sha256 is None:
        message = f"the text of this article is at hand in `{path}`, and its checksum not recorded"
        help = f"write `capture-sha256: {capture.sha256}`"
        yield Issue(RULES["unrecorded-capture"], address.locate(), message, help)
    elif article.capture_sha256 != capture.sha256:
        message = f"`{path}` is not the text with this checksum"
        help = (
            f"the record has `{article.capture_sha256}`, the file `{capture.sha256}`: put the text "
            "back that was quoted, or read the quotes again in this one and record its checksum"
        )
        yield Issue(RULES["capture-changed"], address.locate("capture-sha256"), message, help)


def _check_quotes(library: Library) -> Iterator[Issue]:
    for (article, key), finding in judge_quotes(library).items():
        if finding.verdict is QuoteVerdict.NOT_IN_CAPTURE:
            place = library.address("article", article).locate("quotes", key, "text")
            yield _make_quote_issue("quote", article, finding, place)


def _check_rows(library: Library) -> Iterator[Issue]:
    for id, finding in judge_rows(library).items():
        row = library.observations[id]
        if finding.verdict is QuoteVerdict.NOT_IN_CAPTURE and isinstance(row, SeriesRow):
            place = library.address("observation", id).locate("row")
            yield _make_quote_issue("row", row.article, finding, place)


def _make_quote_issue(kind: str, article: str, finding: QuoteFinding, place: Location) -> Issue:
    help = f"copy the words as `{capture_path(article)}` has them; `[...]` marks what is left out"
    message = _describe(kind, finding.match)
    return Issue(RULES["quote-not-in-capture"], place, message, help)


def _describe(kind: str, match: CaptureMatch) -> str:
    if match.is_apart:
        return (
            f"the parts of this {kind} are in the capture, but not one after the other within "
            f"{MAX_OMITTED:,} signs"
        )
    if not match.nearest:
        return f"the capture has nothing like this {kind}"
    nearest = f"the nearest passage is {show_value(match.nearest, SHOWN_PASSAGE_LENGTH)}"
    if match.difference is None:
        return f"the capture does not have this {kind}; {nearest}"
    ours, theirs = show_value(match.difference.quote), show_value(match.difference.text)
    return f"the capture has {theirs}, the {kind} {ours}; {nearest}"
