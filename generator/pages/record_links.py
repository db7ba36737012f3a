"""Links to records as they stand in tables and lists, under the name a reader knows."""

from __future__ import annotations

from generator.evidence.chains import Origin
from generator.library.library import Library
from generator.pages.context import PageContext
from generator.pages.dates import show_date
from generator.pages.languages import show_name, show_recorded, show_text
from generator.pages.markup import Markup, link
from generator.pages.notes import show_title
from generator.pages.typography import set_text
from generator.records.article import Article
from generator.speech import gettext as _


def link_source(id: str, page: PageContext) -> Markup:
    """A source under its short name."""
    return link(page.library.sources[id].label, page.link_to_record("source", id))


def link_metric(id: str, page: PageContext) -> Markup:
    """A metric under its name."""
    return link(show_name(page.library.metrics[id]), page.link_to_record("metric", id))


def link_topic(id: str, page: PageContext) -> Markup:
    """A topic under its name."""
    return link(show_name(page.library.topics[id]), page.link_to_record("topic", id))


def link_brief(id: str, page: PageContext) -> Markup:
    """A brief under its title."""
    front = page.library.briefs[id].front
    title = set_text(front.title, front.language)
    return link(show_text(title, front.language), page.link_to_record("brief", id))


def link_outlet_article(article: Article, page: PageContext) -> Markup:
    """An article under its outlet's name, where the title would be too long."""
    label = page.library.sources[article.outlet].label
    return link(label, page.link_to_record("article", article.id))


def link_title(article: Article, page: PageContext) -> Markup:
    """An article under its title."""
    return show_title(article, page)


def show_issued_briefly(article: Article) -> Markup:
    """The date of publication for a table or list."""
    return show_date(article.issued, "short") if article.issued else Markup(_("no date"))


def name_origin(origin: Origin | None, library: Library) -> str:
    """An origin in words, where a list of them is chosen from."""
    if origin is None:
        return _("not known")
    if origin.source is not None:
        return library.sources[origin.source].label
    if origin.via is None:
        return _("unnamed")
    return _("unnamed, via %(source)s", source=library.sources[origin.via].label)


def show_origin(origin: Origin | None, page: PageContext) -> Markup:
    """An origin: a link to the source, or the words for people nobody names."""
    if origin is None:
        return Markup(_("not known"))
    if origin.source is not None:
        return link_source(origin.source, page)
    shown = _("unnamed")
    if origin.via:
        shown = _("unnamed, via %(source)s", source=link_source(origin.via, page))
    who = show_recorded(origin.unnamed) if origin.unnamed else _("people not named")
    return Markup(f'{shown} <span class="bw-label">{who}</span>')
