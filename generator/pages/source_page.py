"""A source's page: what it is, its articles, who relays it, and which figures began with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.pages.context import PageContext, page_of
from generator.pages.cross_references import CrossReferences
from generator.pages.front import Front, render_page, source_of
from generator.pages.lists import list_articles, list_own_articles
from generator.pages.markup import Markup, escape, link_out
from generator.pages.names import RELIABILITIES, SOURCE_KINDS, name_language, show_place
from generator.pages.record_links import link_metric
from generator.pages.templates import fill
from generator.pages.wording import count, join_words
from generator.records.observation import Observation
from generator.records.source import Source
from generator.speech import gettext as _
from generator.speech import ngettext


def render_source(source: Source, cross: CrossReferences) -> str:
    """The whole page."""
    library = cross.library
    page = PageContext(library, page_of("source", source.id, library))
    articles = cross.articles_of.get(source.id, [])
    relayed = cross.relayed_source.get(source.id, [])
    figures = cross.by_origin.get(source.id, [])
    body = fill(
        "source",
        kind=_(SOURCE_KINDS[source.kind][0]).capitalize(),
        name=source.name,
        lead=_word_lead(source, len(articles), len(relayed), len(figures)),
        note=source.note,
        short_name=source.short_name,
        country=show_place(source.country, library) if source.country else Markup(""),
        languages=join_words([name_language(tag) for tag in source.languages]),
        home=_show_home(source),
        reliability=_(RELIABILITIES[source.reliability]),
        record=source.id,
        articles=list_own_articles(articles, page),
        relays=list_articles(relayed, page),
        origins=_list_metrics(figures, page),
    )
    return render_page(_front(source, cross), body)


def _word_lead(source: Source, articles: int, relayed: int, figures: int) -> str:
    parts = []
    if articles:
        parts.append(
            ngettext(
                "%(number)s\u00a0article of its own on record",
                "%(number)s\u00a0articles of its own on record",
                articles,
            )
        )
    if relayed:
        parts.append(
            ngettext(
                "relayed by others in %(number)s\u00a0article",
                "relayed by others in %(number)s\u00a0articles",
                relayed,
            )
        )
    if figures:
        parts.append(
            ngettext(
                "the origin of %(number)s\u00a0figure",
                "the origin of %(number)s\u00a0figures",
                figures,
            )
        )
    text = join_words(parts) or _("nothing on record rests on it yet")
    if source.label == source.name:
        return f"{text[0].upper()}{text[1:]}."
    return f"{source.label}: {text}."


def _show_home(source: Source) -> Markup:
    if source.url is None:
        return Markup(_("not on record"))
    shown = link_out(source.url)
    return shown if source.url_seen else Markup(_("%(address)s (not looked at)", address=shown))


def _list_metrics(figures: Sequence[Observation], page: PageContext) -> list[Markup]:
    """The metrics of the figures that began with a source, those with most figures first."""
    counted = Counter(figure.metric for figure in figures)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [
        Markup(f"{link_metric(metric, page)}: {escape(count(number, 'figure', 'figures'))}")
        for metric, number in ordered
    ]


def _front(source: Source, cross: CrossReferences) -> Front:
    kind = _(SOURCE_KINDS[source.kind][0])
    return Front(
        title=source.name,
        description=_(
            "%(source)s, %(kind)s: its articles on record, who relays it and which figures began "
            "with it.",
            source=source.name,
            kind=kind,
        ),
        kind="source",
        source=source_of("source", source.id, cross.library),
        sources=(source.label,),
    )
