"""The evidence of a figure: words, who said them, check, chain, other values, copies.

A block stands below the paragraph that mentions its figure first, closed until it is asked for. All
of it but its foot is the same on every brief's page, and is written once for all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from generator.evidence.verdict import Finding, Verdict
from generator.library.library import Library
from generator.pages.chain_view import describe_way
from generator.pages.computations import show_computation
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.figures import word_scope
from generator.pages.languages import language_attributes, show_name, show_recorded
from generator.pages.markup import Markup, escape, link
from generator.pages.mentions import WORKED_OUT, OwnFigure
from generator.pages.names import name_status
from generator.pages.notes import format_links, show_issued, show_title
from generator.pages.own_figures import word_grounds
from generator.pages.quotes import show_evidence
from generator.pages.templates import fill
from generator.pages.verdicts import show_finding, show_verdict
from generator.pages.wording import count, word_value
from generator.records.article import Article
from generator.records.observation import Observation
from generator.speech import gettext as _
from generator.speech import spoken

_FULL_STOP = re.compile(r"\.((?:</bdi>)?)$")

SHOWN_OTHERS = 3
"""Other values; all of them stand on the metric's page."""


@dataclass(frozen=True, slots=True)
class OtherValue:
    """What somebody else says of the same thing."""

    value: Markup
    who: str
    is_contrary: bool


@dataclass(frozen=True)
class EvidenceRenderer:
    """Writes the evidence of one page's figures."""

    page: PageContext
    cross: CrossReferences

    def __call__(self, mentioned: str | OwnFigure) -> Markup:
        """The evidence of an observation, or of a figure of the brief's own."""
        if isinstance(mentioned, OwnFigure):
            return self._render_own(mentioned)
        observation = self.page.library.observations[mentioned]
        # Written once for all briefs: their pages stand in one folder.
        core = self.page.library.remember(
            f"evidence {spoken()} {mentioned}", partial(self._write_core, observation)
        )
        return fill(
            "_evidence",
            anchor=f"ev-{mentioned}",
            back=f"at-{mentioned}",
            language=self._language,
            name=escape(word_value(observation, self.page.library)),
            core=core,
            row=f"fig-{mentioned}",
            number=self.page.figure_numbers[mentioned],
            article=self.page.library.article_of[mentioned],
            comparison=self.page.comparisons.get(mentioned, ""),
        )

    @property
    def _language(self) -> Markup:
        """Sets the block apart where the text around it is in another language."""
        if not self.page.language:
            return Markup("")
        own = language_attributes(spoken())
        return own if "dir=" in own else Markup(f'{own} dir="ltr"')

    def _write_core(self, observation: Observation, library: Library) -> Markup:
        """The core by a library that may be another view of the same records."""
        page, cross = PageContext(library, self.page.path), replace(self.cross, library=library)
        return EvidenceRenderer(page, cross)._render_core(observation)

    def _render_core(self, observation: Observation) -> Markup:
        page, library = self.page, self.page.library
        article = library.articles[library.article_of[observation.id]]
        others = self._find_others(observation)
        same = self.cross.find_same(observation)
        derived = observation.derived
        return fill(
            "_evidence_core",
            metric=self._link_metric(observation),
            period=show_date(observation.period),
            scope=word_scope(observation, library),
            words=show_evidence(observation, library),
            sum=show_computation(derived, page, observation.period) if derived else "",
            who=escape(library.sources[article.outlet].name),
            title=self._link_words(article, observation),
            issued=show_issued(article),
            check=_as_sentence(show_verdict(self.cross.findings[observation.id], observation)[1]),
            steps=describe_way(observation, page),
            articles=count(self.cross.count_articles(same), "article", "articles"),
            origins=count(self.cross.count_origins(same), "origin", "origins"),
            is_repeated=len(same) > 1,
            others=others[:SHOWN_OTHERS],
            left_out=len(others[SHOWN_OTHERS:]),
            note=show_recorded(observation.note or ""),
            copies=Markup(format_links(article)),
        )

    def _link_metric(self, observation: Observation) -> Markup:
        metric = self.page.library.metrics[observation.metric]
        return link(show_name(metric), self.page.link_to_record("observation", observation.id))

    def _link_words(self, article: Article, observation: Observation) -> Markup:
        """The article's title, which leads to the quote on its page."""
        quote = f"quote-{observation.quote}" if observation.quote in article.quotes else ""
        return show_title(article, self.page, quote)

    def _find_others(self, observation: Observation) -> list[OtherValue]:
        contrary = self.cross.conflicts.get(observation.id, ())
        found = self.cross.find_others(observation)
        found.sort(key=lambda one: (one.id not in contrary, one.value or one.low))
        return [self._describe_other(one, one.id in contrary) for one in found]

    def _describe_other(self, one: Observation, is_contrary: bool) -> OtherValue:
        library = self.page.library
        article = library.articles[library.article_of[one.id]]
        origin = self.cross.origins[one.id]
        said = library.sources[article.outlet].label
        first = library.sources[origin.source].label if origin and origin.source else said
        articles = self.cross.count_articles(self.cross.find_same(one))
        who = _("%(origin)s, as %(outlet)s has it", origin=first, outlet=said)
        who = who if first != said else said
        who = _("computed from %(who)s", who=who) if one.derived else who
        more = count(articles, "article", "articles") if articles > 1 else ""
        about = "; ".join(filter(None, [who, more, name_status(one.status)]))
        target = self.page.link_to_record("observation", one.id)
        return OtherValue(link(word_value(one, library), target), about, is_contrary)

    def _render_own(self, own: OwnFigure) -> Markup:
        is_worked_out = own.scheme == WORKED_OUT
        found = _as_sentence(show_finding(Finding(Verdict.COMPUTED)))
        return fill(
            "_evidence_own",
            anchor=own.anchor,
            language=self._language,
            name=Markup(own.text),
            is_worked_out=is_worked_out,
            words=word_grounds(own, self.page),
            check=found if is_worked_out else Markup(""),
        )


def _as_sentence(words: Markup) -> Markup:
    """With a capital and one full stop, also where the last words are in another language."""
    bare = _FULL_STOP.sub(r"\1", words)
    return Markup(f"{bare[0].upper()}{bare[1:]}.")
