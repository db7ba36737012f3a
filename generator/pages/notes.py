"""Full citations: an article as one line of a note, in the manner of Chicago's notes.

Author, title, outlet, date, links, and the chain: whom the article relays, and what of that was
read. Every part comes from the record; what is missing is said to be missing.
"""

from __future__ import annotations

from generator.evidence.chains import Chain, find_chains
from generator.library.library import Library
from generator.pages.context import PageContext
from generator.pages.dates import show_date
from generator.pages.escape import escape_html, escape_markdown
from generator.pages.languages import show_recorded
from generator.pages.markup import Markup, link, link_out
from generator.pages.names import name_verb
from generator.pages.wording import end_sentence, join_words
from generator.records.article import Article
from generator.records.vocabulary import IssuedBasis, TitleBasis
from generator.records.web_address import name_host
from generator.speech import gettext as _
from generator.speech import ngettext

SHOWN_AUTHORS = 3
SHOWN_BRANCHES = 3
SHOWN_UNNAMED = 60
"""Characters; a longer description of unnamed people stands on the article's page only."""


def format_note(article: Article, page: PageContext) -> str:
    """The article's full citation and chain, as one line of HTML."""
    parts = [format_citation(article, page), format_links(article), format_chain(article, page)]
    return " ".join(part for part in parts if part)


def format_citation(article: Article, page: PageContext) -> str:
    """Authors, linked title, outlet and date, ending in a full stop."""
    outlet = page.library.sources[article.outlet]
    authors = escape_markdown(join_authors(article.authors))
    is_own_byline = article.authors in ((outlet.name,), (outlet.label,))
    who = [f"{authors}"] if authors and not is_own_byline else []
    parts = [
        *who,
        show_title(article, page),
        f"<em>{escape_markdown(outlet.name)}</em>",
        show_issued(article),
    ]
    return end_sentence(", ".join(parts))


def join_authors(authors: tuple[str, ...]) -> str:
    """“A, B and C”; from four on, “A and others”."""
    if len(authors) > SHOWN_AUTHORS:
        return _("%(author)s and others", author=authors[0])
    return join_words(list(authors))


def show_title(article: Article, page: PageContext, anchor: str = "") -> Markup:
    """The title as a link to the article's page; in quotation marks only if it is a title."""
    target = page.link_to_record("article", article.id) + (f"#{anchor}" if anchor else "")
    if article.title_basis is TitleBasis.DESCRIBED:
        described = link(show_recorded(article.title), target)
        return Markup(_("%(title)s (our description)", title=described))
    language = escape_html(article.language)
    title = f'<bdi lang="{language}">{escape_markdown(article.title)}</bdi>'
    linked = _("“%(title)s”", title=link(Markup(title), target))
    if article.translated_title:
        linked += f" ({_('“%(title)s”', title=show_recorded(article.translated_title))})"
    return Markup(linked)


def show_issued(article: Article) -> Markup:
    """The date of publication, and whether it was only concluded."""
    if article.issued is None:
        return Markup(_("date not seen"))
    day = show_date(article.issued)
    if article.issued_basis is IssuedBasis.INFERRED:
        return Markup(_("%(date)s (date inferred)", date=day))
    return day


def format_links(article: Article) -> str:
    """Original, archived copy, where else it was read, and when; what is not there is said."""
    parts = [
        link_out(article.url, _("Original")) if article.url else _("Original address not seen"),
        link_out(article.archive_url, _("archived copy"))
        if article.archive_url
        else _("no archived copy"),
    ]
    parts += [link_out(url, _("read at %(host)s", host=name_host(url))) for url in article.seen_at]
    if article.accessed is not None:
        parts.append(_("accessed %(date)s", date=show_date(article.accessed)))
    return end_sentence(", ".join(parts))


def format_chain(article: Article, page: PageContext) -> str:
    """Whom the article relays, as a sentence for each branch; empty where it relays nobody."""
    sentences = [_word_chain(chain, page) for chain in find_chains(article, page.library)]
    shown = list(dict.fromkeys(sentences))
    if len(shown) > SHOWN_BRANCHES:
        rest = len(shown) - SHOWN_BRANCHES
        more = ngettext(
            "one more branch of its chain", "%(number)s more branches of its chain", rest
        )
        target = page.link_to_record("article", article.id)
        shown = [*shown[:SHOWN_BRANCHES], f"{link(more, f'{target}#chain')}."]
    return " ".join(shown)


def _word_chain(chain: Chain, page: PageContext) -> str:
    steps = []
    for step in chain:
        verb = name_verb(step.verb)
        who = _show_relayed(step.source, step.speaker, page.library)
        is_unread = step.source is not None and not step.is_read
        doubts = [*([_("not read by us")] * is_unread), *([_("our inference")] * step.is_inferred)]
        steps.append(f"{verb} {who}" + (f" ({'; '.join(doubts)})" if doubts else ""))
    sentence = _(", which ").join(steps) + "."
    return sentence[0].upper() + sentence[1:]


def _show_relayed(source: str | None, speaker: str | None, library: Library) -> str:
    if source is None:
        unnamed = speaker or ""
        is_short = len(unnamed) <= SHOWN_UNNAMED
        return show_recorded(unnamed) if is_short else _("people whom it does not name")
    name = escape_markdown(library.sources[source].label)
    return f"{name} ({show_recorded(speaker)})" if speaker else name
