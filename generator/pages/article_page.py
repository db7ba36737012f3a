"""An article's page: citation, whom it relays, the words taken from it and what rests on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.library.selection import order_events
from generator.pages.chain_view import describe_branches
from generator.pages.changes import describe_article_corrections
from generator.pages.citations import cite_article
from generator.pages.context import PageContext, page_of
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.dead_links import describe_dead_links
from generator.pages.figures import FigureRow, describe_figure
from generator.pages.front import Front, Parent, render_page, source_of, topic_names
from generator.pages.languages import language_attributes, show_recorded
from generator.pages.lists import list_articles, list_briefs, list_events
from generator.pages.markup import Markup, escape, join, link_out
from generator.pages.names import ARTICLE_TYPES, ISSUED_BASES, name_language
from generator.pages.notes import join_authors
from generator.pages.quotes import mark_quote
from generator.pages.record_links import link_source, link_topic
from generator.pages.templates import fill
from generator.records.article import Article
from generator.records.vocabulary import TitleBasis
from generator.speech import gettext as _
from generator.speech import mark

_TITLE_NOTES = {
    TitleBasis.SEEN: "",
    TitleBasis.ADDRESS: mark(
        "Its title was rebuilt from its address; wording and capitals may differ."
    ),
    TitleBasis.DESCRIBED: mark("Its title was not seen; the heading above is our description."),
}


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """Words taken from the article, and the figures read from them."""

    key: str
    language: Markup
    words: Markup
    translation: str
    locator: str
    figures: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known about the publication itself."""

    publisher: Markup
    authors: str
    issued: Markup
    accessed: Markup
    address: Markup
    archived: Markup
    read_at: Markup
    stored: str
    topics: Markup
    record: Markup


def render_article(article: Article, cross: CrossReferences) -> str:
    """The whole page."""
    library = cross.library
    page = PageContext(library, page_of("article", article.id, library))
    observations = [
        library.observations[id] for id in library.observations_of_article.get(article.id, ())
    ]
    figures = [describe_figure(one, page, cross) for one in observations]
    quoted = {one.id for one in observations if one.quote in article.quotes}
    events = [library.events[id] for id in library.referring("article", article.id, "event")]
    body = fill(
        "article",
        kind=_(
            "%(type)s, in %(language)s",
            type=_(ARTICLE_TYPES[article.type]),
            language=name_language(article.language),
        ),
        title=_show_heading(article),
        translated_title=article.translated_title,
        citation=cite_article(article, library),
        title_note=_word_title_basis(article.title_basis),
        note=article.note,
        dead_links=describe_dead_links(article, library),
        facts=_describe_facts(article, page),
        branches=describe_branches(article, page, cross) if article.reports else (),
        quotes=_describe_quotes(article, figures, cross),
        unquoted=[row for row in figures if row.id not in quoted],
        corrections=describe_article_corrections(article, page),
        briefs=list_briefs(cross.briefs_of_article.get(article.id, []), page),
        relays=list_articles(cross.relayed_article.get(article.id, []), page),
        events=list_events(order_events(events), page),
    )
    return render_page(_front(article, cross), body)


def _word_title_basis(basis: TitleBasis) -> str:
    note = _TITLE_NOTES[basis]
    return _(note) if note else ""


def _show_heading(article: Article) -> Markup:
    if article.title_basis is TitleBasis.DESCRIBED:
        return show_recorded(article.title)
    language = language_attributes(article.language)
    return Markup(f"<bdi{language}>{escape(article.title)}</bdi>")


def _describe_facts(article: Article, page: PageContext) -> ArticleFacts:
    return ArticleFacts(
        publisher=link_source(article.outlet, page),
        authors=join_authors(article.authors),
        issued=_show_issued(article),
        accessed=show_date(article.accessed) if article.accessed else Markup(""),
        address=link_out(article.url) if article.url else Markup(_("not seen")),
        archived=link_out(article.archive_url) if article.archive_url else Markup(_("no copy")),
        read_at=join([link_out(url) for url in article.seen_at], "; "),
        stored=_("text stored, with checksum")
        if article.capture_sha256
        else _("none; no checksum"),
        topics=join([link_topic(id, page) for id in article.topics]),
        record=_break_at_hyphens(article.id),
    )


def _show_issued(article: Article) -> Markup:
    if article.issued is None:
        return Markup(_("date not seen"))
    basis = ISSUED_BASES[article.issued_basis]
    return Markup(show_date(article.issued) + (f" ({_(basis)})" if basis else ""))


def _break_at_hyphens(id: str) -> Markup:
    return Markup(escape(id).replace("-", "-<wbr>"))


def _describe_quotes(
    article: Article, figures: Sequence[FigureRow], cross: CrossReferences
) -> list[ShownQuote]:
    observations = cross.library.observations
    return [
        ShownQuote(
            key=key,
            language=language_attributes(quote.language or article.language),
            words=mark_quote(quote, article),
            translation=quote.translation or "",
            locator=quote.locator or "",
            figures=tuple(row for row in figures if observations[row.id].quote == key),
        )
        for key, quote in article.quotes.items()
    ]


def _front(article: Article, cross: CrossReferences) -> Front:
    outlet = cross.library.sources[article.outlet]
    return Front(
        title=article.title,
        description=_(
            "%(type)s published by %(outlet)s: whom it relays, the words used from it and where "
            "it is cited.",
            type=_(ARTICLE_TYPES[article.type]),
            outlet=outlet.name,
        ),
        kind="article",
        source=source_of("article", article.id, cross.library),
        years=(article.issued.earliest[:4],) if article.issued else (),
        date=article.issued.earliest if article.issued else "",
        topics=topic_names(article.topics, cross.library),
        sources=(outlet.label,),
        parent=Parent(outlet.label, f"../../sources/{outlet.id}/"),
    )
