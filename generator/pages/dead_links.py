"""What a reader is told of addresses at which there was nothing when they were last looked at."""

from __future__ import annotations

from generator.evidence.dead_links import find_dead
from generator.library.library import Library
from generator.pages.dates import show_date
from generator.pages.markup import Markup, link_out
from generator.records.article import Article
from generator.records.link import Link
from generator.speech import gettext as _


def describe_dead_links(article: Article, library: Library) -> list[Markup]:
    """A sentence for the article's own address and one for its copy, as far as they are dead."""
    copy = find_dead(article.archive_url, library)
    told = []
    if own := find_dead(article.url, library):
        told.append(_word_own(own, "" if copy else article.archive_url or ""))
    if copy:
        told.append(
            Markup(
                _(
                    "When the archived copy was last looked at, on %(date)s, it was gone.",
                    date=show_date(copy.looked_at),
                )
            )
        )
    return told


def _word_own(link: Link, copy: str) -> Markup:
    date = show_date(link.looked_at)
    if copy:
        said = _(
            "When its address was last looked at, on %(date)s, the page was gone; "
            "there is an archived copy at %(copy)s.",
            date=date,
            copy=link_out(copy),
        )
    else:
        said = _(
            "When its address was last looked at, on %(date)s, the page was gone; "
            "no archived copy is on record.",
            date=date,
        )
    return Markup(said)
