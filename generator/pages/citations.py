"""Citations for copying: plain text, complete in itself, without links or marks."""

from __future__ import annotations

from generator.library.library import Library
from generator.pages.date_words import word_date
from generator.pages.wording import end_sentence, join_words
from generator.records.article import Article
from generator.records.brief import Brief
from generator.records.edtf import EdtfDate
from generator.records.vocabulary import TitleBasis
from generator.records.web_address import show_address
from generator.speech import gettext as _


def cite_article(article: Article, library: Library) -> str:
    """`Author (year), “Title”, Outlet, date, address.`; what is not known is left out."""
    outlet = library.sources[article.outlet].name
    is_printed = article.title_basis is not TitleBasis.DESCRIBED
    parts = [
        f"{join_words(list(article.authors)) or outlet} ({_name_year(article.issued)})",
        _("“%(title)s”", title=article.title) if is_printed else f"[{article.title}]",
        outlet if article.authors else "",
        word_date(article.issued) if article.issued else "",
        show_address(article.url) if article.url else "",
    ]
    return end_sentence(", ".join(part for part in parts if part))


def cite_brief(brief: Brief) -> str:
    """Who, when, which version, and up to when its evidence goes."""
    front = brief.front
    parts = [
        f"{join_words(list(front.authors))} ({_name_year(front.published)})",
        _("“%(title)s”", title=front.title),
        _("version of %(date)s", date=word_date(front.updated or front.published)),
        _("evidence up to %(date)s", date=word_date(front.cut_off)),
    ]
    return end_sentence(", ".join(parts))


def _name_year(date: EdtfDate | None) -> str:
    return date.earliest[:4] if date else _("no date")
