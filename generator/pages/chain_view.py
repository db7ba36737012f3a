"""The chain of an article as a page draws it: branch by branch, from the article to the origin."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evidence.chains import Chain, Link, chain_to, find_chains
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.languages import show_name, show_recorded
from generator.pages.markup import Markup, escape, join
from generator.pages.names import name_verb
from generator.pages.record_links import link_source, link_title
from generator.pages.wording import join_words
from generator.records.article import Article
from generator.records.observation import Observation
from generator.speech import gettext as _
from generator.speech import mark

READ = mark("· read")
NOT_READ = mark("· not read")


@dataclass(frozen=True, slots=True)
class Step:
    """One place on a chain."""

    name: Markup
    detail: Markup
    state: str
    label: Markup
    classes: str


@dataclass(frozen=True, slots=True)
class Branch:
    """One way from the article to an origin."""

    title: str
    """Empty where there is only one branch."""
    steps: tuple[Step, ...]


def _say(state: str) -> str:
    """Whether it was read, on one line."""
    return _(state).replace(" ", "\N{NO-BREAK SPACE}")


def describe_branches(
    article: Article, page: PageContext, cross: CrossReferences
) -> tuple[Branch, ...]:
    """Every branch of the article's chain."""
    chains = find_chains(article, page.library)
    origins = _name_origins(article, page, cross)
    # What began with the article itself need not be said again on every branch.
    below = {source: names for source, names in origins.items() if source != article.outlet}
    is_single = len(chains) == 1
    return tuple(
        Branch(
            _title(number, chain, is_single),
            _describe_steps(article, chain, origins if number == 1 else below, page),
        )
        for number, chain in enumerate(chains, start=1)
    )


def describe_way(observation: Observation, page: PageContext) -> tuple[Step, ...]:
    """The chain from an observation's article to its origin, for a narrow column: no links."""
    library = page.library
    article = library.articles[library.article_of[observation.id]]
    chain = chain_to(observation, library)
    is_known = bool(chain) or observation.origin in (None, article.outlet)
    below = chain[0] if chain else None
    issued = Markup(f", {show_date(article.issued, 'short')}" if article.issued else "")
    head = Step(
        name=escape(library.sources[article.outlet].label),
        detail=issued,
        state=_say(READ),
        label=_label_way(below)
        if is_known
        else escape(_("the way from here to the origin is not known")),
        classes=_classes(True, below),
    )
    links = zip(chain, (*chain[1:], None), strict=False)
    return (head, *(_describe_step(link, below, page) for link, below in links))


def _describe_step(link: Link, below: Link | None, page: PageContext) -> Step:
    named = link.source is not None
    relayed = page.library.articles.get(link.article or "")
    parts = [show_recorded(link.speaker)] if link.speaker else []
    parts += [show_date(relayed.issued, "short")] if relayed and relayed.issued else []
    return Step(
        name=escape(page.library.sources[link.source].label if link.source else _("Unnamed")),
        detail=Markup("".join(f", {part}" for part in parts)),
        state=_say(READ if link.is_read else NOT_READ) if named else "",
        label=_label_way(below),
        classes=_classes(link.is_read, below),
    )


def _label_way(below: Link | None) -> Markup:
    return escape(_("origin of the figure")) if below is None else escape(_word_verb(below))


def _word_verb(link: Link) -> str:
    verb = name_verb(link.verb)
    return _("%(verb)s (inferred by the curators)", verb=verb) if link.is_inferred else verb


def show_path(observation: Observation, page: PageContext) -> Markup:
    """The chain from an observation's article to its origin, on one line."""
    library = page.library
    article = library.articles[library.article_of[observation.id]]
    start = escape(library.sources[article.outlet].label)
    links = [_show_link(link, page) for link in chain_to(observation, library)]
    which = f"<i>{_(', which ').rstrip()}</i> "
    return Markup(f"{start} {which.join(links)}".strip())


def _show_link(link: Link, page: PageContext) -> Markup:
    source = link.source
    name = (
        escape(page.library.sources[source].label) if source else show_recorded(link.speaker or "")
    )
    is_unread = link.source is not None and not link.is_read
    doubts = [*([_("not read")] * is_unread), *([_("inferred")] * link.is_inferred)]
    shown = f"<i>{name_verb(link.verb)}</i> {name}"
    return Markup(f"{shown} <i>({', '.join(doubts)})</i>" if doubts else shown)


def _name_origins(
    article: Article, page: PageContext, cross: CrossReferences
) -> dict[str, list[Markup]]:
    """For each source that is the origin of figures of this article: the names of their metrics."""
    library = page.library
    named: dict[str, list[Markup]] = {}
    for id in library.observations_of_article.get(article.id, ()):
        origin = cross.origins[id]
        if origin is not None and origin.source is not None:
            names = named.setdefault(origin.source, [])
            name = show_name(library.metrics[library.observations[id].metric])
            names += [name] if name not in names else []
    return named


def _title(number: int, chain: Chain, is_single: bool) -> str:
    if is_single:
        return ""
    if any(link.is_inferred for link in chain):
        return _("Branch %(number)s, inferred by the curators", number=number)
    return _("Branch %(number)s", number=number)


def _describe_steps(
    article: Article, chain: Chain, origins: dict[str, list[Markup]], page: PageContext
) -> tuple[Step, ...]:
    steps = [_describe_head(article, chain[0], origins, page)]
    for link, below in zip(chain, (*chain[1:], None), strict=True):
        steps.append(_describe_link(link, below, origins, page))
    return tuple(steps)


def _describe_head(
    article: Article, below: Link, origins: dict[str, list[Markup]], page: PageContext
) -> Step:
    # An article is known to have been read when words or figures were taken from it.
    is_read = bool(article.quotes or page.library.observations_of_article.get(article.id))
    return Step(
        name=escape(page.library.sources[article.outlet].label),
        detail=Markup(f", {show_date(article.issued)}" if article.issued else ""),
        state=_say(READ) if is_read else "",
        label=_label(below, origins.get(article.outlet, [])),
        classes=_classes(True, below),
    )


def _describe_link(
    link: Link, below: Link | None, origins: dict[str, list[Markup]], page: PageContext
) -> Step:
    is_read = link.is_read
    return Step(
        name=link_source(link.source, page) if link.source else Markup(_("Unnamed")),
        detail=_detail(link, page),
        state=_(READ if is_read else NOT_READ) if link.source else "",
        label=_label(below, origins.get(link.source or "", [])),
        classes=_classes(is_read, below),
    )


def _detail(link: Link, page: PageContext) -> Markup:
    parts = []
    if link.speaker:
        parts.append(show_recorded(link.speaker))
    relayed = page.library.articles.get(link.article or "")
    if relayed is not None:
        parts.append(link_title(relayed, page))
        parts += [show_date(relayed.issued)] if relayed.issued else []
    return Markup("".join(f", {part}" for part in parts))


def _label(below: Link | None, metrics: list[Markup]) -> Markup:
    """How it relays the next, and for which figures it is the origin."""
    verb = escape(_word_verb(below)) if below else Markup("")
    origin = Markup("")
    if metrics:
        origin = Markup(_("origin of: %(metrics)s", metrics=join_words([*metrics])))
    elif not below:
        origin = escape(_("the earliest known"))
    return join([part for part in (verb, origin) if part], "; ")


def _classes(is_read: bool, below: Link | None) -> str:
    names = [] if is_read else ["is-unread"]
    if below is not None and not below.is_read:
        names.append("is-link-unread")
    return " ".join(names)
