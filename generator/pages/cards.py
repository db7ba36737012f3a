"""Key figures as cards: the number, and beside it how many say so and how many measured it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.languages import show_name
from generator.pages.markup import Markup, link
from generator.pages.sparkline import draw_sparkline
from generator.pages.staleness import show_period
from generator.pages.templates import fill
from generator.pages.wording import count, split_value
from generator.records.measure import Metric
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus
from generator.speech import gettext as _

_SIGNAL = ' class="bw-signal"'


@dataclass(frozen=True, slots=True)
class Card:
    """One observation as a card."""

    number: int
    """The card's own place in its row of cards, for its anchor."""
    label: Markup
    target: str
    qualifier: str
    value: str
    unit: str
    centre: str
    line: Markup
    """The values before and after it, as a small drawing; empty where there is no series."""
    period: Markup
    support: str
    """How many articles give the value, and how many origins they have."""
    dispute: Markup


@dataclass(frozen=True)
class CardMaker:
    """What all cards of a page share."""

    page: PageContext
    cross: CrossReferences

    def render(self, choices: Sequence[tuple[str, str | None]], prefix: str) -> Markup:
        """Cards for observation ids, each with the label its author chose, if any."""
        cards = [
            self._describe(number, id, label) for number, (id, label) in enumerate(choices, start=1)
        ]
        return fill("_cards", cards=cards, prefix=Markup(prefix))

    def _describe(self, number: int, id: str, label: str | None) -> Card:
        library = self.page.library
        observation = library.observations[id]
        metric = library.metrics[observation.metric]
        value = split_value(observation, library.unit_of(observation))
        return Card(
            number=number,
            label=self._show_label(label, metric),
            target=f"fig-{id}",
            qualifier=value.qualifier,
            value=value.number,
            unit=value.unit,
            centre=value.centre,
            line=draw_sparkline(observation, self.cross),
            period=show_period(observation.period, metric.shelf_life, self.cross.as_of),
            support=self._count_support(observation),
            dispute=self._show_dispute(observation),
        )

    def _show_label(self, label: str | None, metric: Metric) -> Markup:
        """The words of the brief's author, else the metric's name."""
        return show_name(metric) if label is None else self.page.show_authored(label)

    def _count_support(self, observation: Observation) -> str:
        same = self.cross.find_same(observation)
        articles = count(self.cross.count_articles(same), "article", "articles")
        origins = count(self.cross.count_origins(same), "origin", "origins")
        return f"{articles}, {origins}"

    def _show_dispute(self, observation: Observation) -> Markup:
        id = observation.id
        is_contradicted = id in self.page.conflicts
        if is_contradicted and id in self.page.comparisons:
            said = _("≠ other values: see the comparison")
            return link(said, f"#{self.page.comparisons[id]}", _SIGNAL)
        if is_contradicted:
            target = self.page.link_to_record("observation", id)
            return link(_("≠ other values on record"), target, _SIGNAL)
        if observation.status is ObservationStatus.DISPUTED:
            return link(_("≠ disputed: see the note in the table"), f"#fig-{id}", _SIGNAL)
        return Markup("")
