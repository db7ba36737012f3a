"""Dates that can't both be right.

Only what no reading of the two dates allows is an issue. An approximate or uncertain date may lie
off by its own length, or by a month if it is shorter: how far "about" reaches is nowhere said, and
a check must not know better than the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.address import Address
from generator.catalogue import RULES
from generator.checks.figures import find_figures
from generator.issues import Issue, Location
from generator.library.library import Library
from generator.records.article import Article
from generator.records.blocks import ChartBlock, TimelineBlock
from generator.records.brief import Brief
from generator.records.edtf import OPEN_END, OPEN_START, EdtfDate
from generator.records.event import Event
from generator.records.vocabulary import ArticleType, ObservationStatus

LEAST_DOUBT = timedelta(days=31)
KEPT_UP_TO_DATE = frozenset([ArticleType.DATASET, ArticleType.WEBPAGE])
"""Publications whose content goes on changing under one date of issue."""


def is_certainly_before(first: EdtfDate, second: EdtfDate) -> bool:
    """Whether the first date ends before the second begins, however the two are read."""
    return _last_day(first) < _first_day(second)


def _first_day(day: EdtfDate) -> str:
    known = day.start if day.is_interval else day
    if known is None:
        return OPEN_START
    return _shift(known.earliest, -_doubt(known))


def _last_day(day: EdtfDate) -> str:
    known = day.end if day.is_interval else day
    if known is None:
        return OPEN_END
    return _shift(known.latest, _doubt(known))


def _doubt(day: EdtfDate) -> timedelta:
    if not (day.is_approximate or day.is_uncertain):
        return timedelta()
    length = date.fromisoformat(day.latest) - date.fromisoformat(day.earliest)
    return max(length + timedelta(days=1), LEAST_DOUBT)


def _shift(day: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(day) + by).isoformat() if by else day
    except OverflowError:
        return OPEN_START if by < timedelta() else OPEN_END


def check_dates(library: Library) -> Iterator[Issue]:
    """An issue for each two dates of records that contradict each other."""
    for article in library.articles.values():
        yield from _check_article(article, library)
    for event in library.events.values():
        yield from _check_event(event, library)
    yield from _check_periods(library)


def check_dates_of_briefs(library: Library) -> Iterator[Issue]:
    """The same for those of briefs and of what they cite."""
    for brief in library.briefs.values():
        yield from _check_brief(brief, library)


def _check_article(article: Article, library: Library) -> Iterator[Issue]:
    address = library.address("article", article.id)
    if article.issued is None:
        return
    if article.accessed and is_certainly_before(article.accessed, article.issued):
        message = f"read on {article.accessed}, before it was published ({article.issued})"
        help = "correct `accessed` or `issued`"
        yield Issue(RULES["accessed-before-issued"], address.locate("accessed"), message, help)
    for index, report in enumerate(article.reports):
        relayed = library.articles.get(report.article or "")
        if relayed and relayed.issued and is_certainly_before(article.issued, relayed.issued):
            message = (
                f"`{relayed.id}` ({relayed.issued}) was published after this article "
                f"({article.issued})"
            )
            place = address.locate("reports", index, "article")
            help = "name the article that was there to be relayed, or correct one of the dates"
            yield Issue(RULES["relays-later-article"], place, message, help)


def _check_event(event: Event, library: Library) -> Iterator[Issue]:
    """One issue at the date if it fits no article, else one at each article it does not fit."""
    articles = [library.articles.get(id) for id in event.articles]
    early = [
        (index, known)
        for index, article in enumerate(articles)
        if article is not None
        and (known := article.issued or article.accessed)
        and is_certainly_before(known, event.date)
    ]
    address = library.address("event", event.id)
    if early and len(early) == len(articles):
        latest = max(known.text for _, known in early)
        message = f"the event ({event.date}) is later than what reports it ({latest})"
        yield _make_event_issue(address.locate("date"), message)
        return
    for index, known in early:
        message = f"this article ({known}) is earlier than the event ({event.date})"
        yield _make_event_issue(address.locate("articles", index), message)


def _make_event_issue(place: Location, message: str) -> Issue:
    help = "correct the date; what was announced is an event of the day of the announcement"
    return Issue(RULES["event-after-article"], place, message, help)


def _check_periods(library: Library) -> Iterator[Issue]:
    for figure in find_figures(library):
        article = library.articles.get(figure.article)
        known = _last_known(article) if article is not None else None
        if figure.observation.status is ObservationStatus.PLANNED or known is None:
            continue
        if is_certainly_before(known, figure.observation.period):
            yield Issue(
                RULES["period-after-article"],
                figure.locate("period"),
                f"the period {figure.observation.period} begins after its article ({known})",
                "correct the period; a plan, target or forecast has `status: planned`",
            )


def _last_known(article: Article) -> EdtfDate | None:
    """The last date at which the article can have said something."""
    if article.type in KEPT_UP_TO_DATE and article.issued and article.accessed:
        return max(article.issued, article.accessed, key=lambda day: day.latest)
    return article.issued or article.accessed


def _check_brief(brief: Brief, library: Library) -> Iterator[Issue]:
    address = library.address("brief", brief.id)
    front = brief.front
    if front.updated and is_certainly_before(front.updated, front.published):
        message = f"changed on {front.updated}, before it was published ({front.published})"
        place, help = address.locate("updated"), "correct `updated` or `published`"
        yield Issue(RULES["updated-before-published"], place, message, help)
    last = max(front.published, front.updated or front.published)
    if is_certainly_before(last, front.cut_off):
        message = f"the cut-off date ({front.cut_off}) is later than the brief itself ({last})"
        place, help = address.locate("cut-off"), "correct `cut-off`, or set `updated`"
        yield Issue(RULES["cut-off-after-publication"], place, message, help)
    yield from _check_evidence(brief, address, library)
    yield from _check_bounds(brief)


def _check_evidence(brief: Brief, address: Address, library: Library) -> Iterator[Issue]:
    judged: set[str] = set()
    for citation in brief.citations:
        article = library.articles.get(citation.article)
        if article is None or article.issued is None or article.id in judged:
            continue
        if article.type in KEPT_UP_TO_DATE:
            continue
        judged.add(article.id)
        if is_certainly_before(brief.front.cut_off, article.issued):
            yield Issue(
                RULES["evidence-after-cut-off"],
                Location(address.path, citation.mark.line, citation.mark.column),
                f"`{article.id}` ({article.issued}) is later than the cut-off date "
                f"({brief.front.cut_off})",
                "set `cut-off` to the last day of the evidence considered",
            )


def _check_bounds(brief: Brief) -> Iterator[Issue]:
    for placed in brief.body.blocks:
        block = placed.block
        if isinstance(block, (ChartBlock, TimelineBlock)) and is_reversed(block):
            message = f"the {placed.name} begins ({block.from_}) after it ends ({block.to})"
            place = placed.address.locate("from")
            yield Issue(RULES["from-after-to"], place, message, "exchange `from` and `to`")


def is_reversed(block: ChartBlock | TimelineBlock) -> bool:
    """Whether the block's dates are certainly the wrong way round."""
    ends = block.from_, block.to
    return ends[0] is not None and ends[1] is not None and is_certainly_before(ends[1], ends[0])
