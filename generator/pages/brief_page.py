"""A brief's page: question and answer, key figures, judgements, prose, every figure and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.evidence.verdict import Verdict
from generator.pages.blocks import BlockRenderer, anchor_blocks, find_comparisons
from generator.pages.brief_figures import number_figures, start_mentions
from generator.pages.cards import CardMaker
from generator.pages.changes import show_changes
from generator.pages.citations import cite_brief
from generator.pages.context import PageContext, page_of
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.evidence_blocks import EvidenceRenderer
from generator.pages.figures import FigureRow, describe_figure
from generator.pages.footnotes import define_notes
from generator.pages.front import Front, Parent, name_origins, render_page, source_of, topic_names
from generator.pages.inline import render_inline
from generator.pages.languages import (
    foreign_attributes,
    is_right_to_left,
    language_attributes,
    name_of,
    show_text,
)
from generator.pages.markup import Markup, join
from generator.pages.names import name_confidence, name_likelihood
from generator.pages.neighbours import find_neighbours
from generator.pages.own_figures import describe_own_figures
from generator.pages.prose import render_prose
from generator.pages.record_links import link_topic
from generator.pages.set_aside import describe_waivers
from generator.pages.templates import fill
from generator.pages.typography import set_text
from generator.pages.verdicts import count_verdicts
from generator.pages.wording import count, join_words
from generator.records.brief import Brief, Judgement
from generator.records.vocabulary import Likelihood
from generator.speech import ENGLISH, choose_language, speaking, spoken
from generator.speech import gettext as _

WORDS_A_MINUTE = 220


@dataclass(frozen=True, slots=True)
class ShownJudgement:
    """One key judgement; what is likely and how sure we are stand apart."""

    number: int
    statement: Markup
    reason: Markup
    likelihood: str
    percent: str
    likelihood_class: str
    confidence: str
    confidence_class: str
    evidence: Markup


@dataclass(frozen=True, slots=True)
class Docket:
    """Who, when, and what the brief rests on."""

    authors: str
    published: Markup
    updated: Markup
    cut_off: Markup
    minutes: str
    topics: Markup
    figures: str
    verdicts: str
    articles: str
    origins: str


def render_brief(brief: Brief, cross: CrossReferences) -> str:
    """The whole page: its words are in the brief's language, if there are such, else the site's."""
    with speaking(choose_language(brief.front.language, otherwise=spoken())):
        return _render(brief, cross)


def _render(brief: Brief, cross: CrossReferences) -> str:
    page, cards = _prepare(brief, cross)
    front = brief.front
    chosen = [(figure.observation, figure.label) for figure in front.key_figures]
    rows = describe_rows(page, cross)
    # In the order of the page, because evidence stands where a figure is mentioned first.
    bottom_line = render_prose(brief.bottom_line, page)
    judgements = _describe_judgements(brief.judgements, page)
    prose = render_prose(brief.body, page)
    body = fill(
        "brief",
        title=show_text(set_text(front.title, front.language), front.language),
        question=show_text(set_text(front.question, front.language), front.language),
        bottom_line=bottom_line,
        docket=_describe_docket(brief, rows, page, cross),
        cards=cards.render(chosen, "card") if chosen else Markup(""),
        judgements=judgements,
        prose=prose,
        rows=rows,
        own=describe_own_figures(page),
        waivers=describe_waivers(brief, page),
        changes=show_changes(brief, page),
        label=Markup(_("figures used in this brief")),
        citation=cite_brief(brief),
        neighbours=find_neighbours(brief, page, cross),
        language=Markup("") if spoken() == ENGLISH else language_attributes(spoken()),
    )
    return render_page(_front(brief, cross), f"{body}\n{define_notes(body, page)}\n")


def _prepare(brief: Brief, cross: CrossReferences) -> tuple[PageContext, CardMaker]:
    numbers = number_figures(brief)
    bare = PageContext(
        library=cross.library,
        path=page_of("brief", brief.id, cross.library),
        figure_numbers=numbers,
        comparisons=find_comparisons(brief.body),
        conflicts=cross.conflicts,
        mentions=start_mentions(brief, len(numbers)),
        language=foreign_attributes(brief.front.language),
        as_of=cross.as_of,
    )
    bare = replace(bare, render_evidence=EvidenceRenderer(bare, cross))
    cards = CardMaker(bare, cross)
    anchors, front = anchor_blocks(brief.body), brief.front
    blocks = BlockRenderer(bare, cross, cards, anchors, brief.id, front.cut_off)
    return replace(bare, render_block=blocks), cards


def describe_rows(page: PageContext, cross: CrossReferences) -> list[FigureRow]:
    """The rows of a page's figures, in the order of their numbers."""
    observations = page.library.observations
    return [describe_figure(observations[id], page, cross) for id in page.figure_numbers]


def _describe_docket(
    brief: Brief, rows: Sequence[FigureRow], page: PageContext, cross: CrossReferences
) -> Docket:
    front = brief.front
    used = [page.library.observations[row.id] for row in rows]
    verdicts = [cross.findings[row.id].verdict for row in rows]
    verdicts += [Verdict.COMPUTED] * len(brief.arithmetic) + [Verdict.WAIVED] * len(brief.waived)
    return Docket(
        authors=join_words(list(front.authors)),
        published=show_date(front.published),
        updated=show_date(front.updated) if front.updated else Markup(""),
        cut_off=show_date(front.cut_off),
        minutes=_word_reading_time(brief),
        topics=join([link_topic(id, page) for id in front.topics]),
        figures=count(len(verdicts), "figure", "figures"),
        verdicts=count_verdicts(verdicts),
        articles=count(cross.count_articles(used), "article", "articles"),
        origins=count(cross.count_origins(used), "origin", "origins"),
    )


def _word_reading_time(brief: Brief) -> str:
    words = sum(text.word_count for text in brief.texts)
    return count(max(1, round(words / WORDS_A_MINUTE)), "minute", "minutes")


def _describe_judgements(
    judgements: Sequence[Judgement], page: PageContext
) -> list[ShownJudgement]:
    return [_describe_judgement(number, one, page) for number, one in enumerate(judgements, 1)]


def _describe_judgement(number: int, judgement: Judgement, page: PageContext) -> ShownJudgement:
    record = judgement.record
    likelihood, percent = name_likelihood(record.likelihood)
    statement = render_inline(judgement.statement, page)
    reason = render_inline(judgement.reason, page)
    return ShownJudgement(
        number=number,
        statement=statement,
        reason=reason,
        likelihood=likelihood,
        percent=percent,
        likelihood_class=_likelihood_class(record.likelihood),
        confidence=name_confidence(record.confidence),
        confidence_class=f"bw-steps--{record.confidence.value}",
        evidence=Markup(page.take_evidence()),
    )


def _likelihood_class(likelihood: Likelihood) -> str:
    return "bw-likely--" + likelihood.value.replace("even-chance", "even")


def _front(brief: Brief, cross: CrossReferences) -> Front:
    front = brief.front
    main = cross.library.topics[front.topics[0]]
    return Front(
        title=set_text(front.title, front.language),
        description=front.question,
        kind="brief",
        source=source_of("brief", brief.id, cross.library),
        years=(front.published.earliest[:4],),
        date=front.published.earliest,
        sources=name_origins(
            (cross.library.observations[id] for id in number_figures(brief)), cross
        ),
        topics=topic_names(front.topics, cross.library),
        parent=Parent(name_of(main), f"../../topics/{main.id}/"),
        is_right_to_left=is_right_to_left(front.language),
        has_contents=True,
    )
