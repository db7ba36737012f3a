"""The fenced blocks of a brief, each turned into its part of the page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.library.selection import select_events
from generator.pages.cards import CardMaker
from generator.pages.charts import ChartPart
from generator.pages.comparison import render_comparison
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.data_files import chart_file_of
from generator.pages.figures import describe_figure
from generator.pages.markup import Markup, escape
from generator.pages.templates import fill
from generator.pages.timelines import render_events
from generator.records.blocks import (
    ChartBlock,
    CompareBlock,
    FiguresBlock,
    TableBlock,
    TimelineBlock,
)
from generator.records.edtf import EdtfDate
from generator.records.prose import PlacedBlock, Prose
from generator.speech import gettext as _

FIRST_TIMELINE = "timeline-1"


def anchor_blocks(prose: Prose) -> dict[int, str]:
    """The anchor of each block, by its index: its kind and its number among those of the kind."""
    seen: dict[str, int] = {}
    anchors = {}
    for placed in prose.blocks:
        seen[placed.name] = number = seen.get(placed.name, 0) + 1
        anchors[placed.index] = f"{placed.name}-{number}"
    return anchors


def find_comparisons(prose: Prose) -> dict[str, str]:
    """The anchor of the first comparison in which each observation stands."""
    anchors = anchor_blocks(prose)
    found: dict[str, str] = {}
    for placed in prose.blocks:
        if isinstance(placed.block, CompareBlock):
            for id in placed.block.observations:
                found.setdefault(id, anchors[placed.index])
    return found


@dataclass(frozen=True)
class BlockRenderer:
    """Renders the blocks of one brief."""

    page: PageContext
    cross: CrossReferences
    cards: CardMaker
    anchors: dict[int, str]
    brief: str
    cut_off: EdtfDate
    """The end of the brief's evidence."""

    def __call__(self, placed: PlacedBlock) -> Markup:
        """The block as Markdown."""
        block, anchor = placed.block, self.anchors[placed.index]
        if isinstance(block, CompareBlock):
            return render_comparison(block, placed.note, anchor, self.page, self.cross)
        if isinstance(block, FiguresBlock):
            return self._render_cards(block, anchor)
        if isinstance(block, TableBlock):
            return self._render_table(block, anchor)
        if isinstance(block, ChartBlock):
            data = self.page.link_to(chart_file_of(self.brief, anchor))
            return ChartPart(anchor, data, self.page, self.cross).render_block(block)
        return self._render_timeline(block, anchor)

    def _show_caption(self, caption: str | None, otherwise: str) -> Markup:
        """The words of the brief's author, in its language; else the page's own."""
        return self.page.show_authored(caption) if caption else escape(otherwise)

    def _render_cards(self, block: FiguresBlock, anchor: str) -> Markup:
        chosen = [(id, None) for id in block.observations]
        cards = self.cards.render(chosen, f"{anchor}-card")
        return fill(
            "block_cards",
            anchor=Markup(anchor),
            caption=self._show_caption(block.caption, ""),
            cards=cards,
        )

    def _render_table(self, block: TableBlock, anchor: str) -> Markup:
        found = [self.page.library.observations[id] for id in block.observations]
        rows = [describe_figure(one, self.page, self.cross) for one in found]
        return fill(
            "block_table",
            anchor=Markup(anchor),
            label=self._show_caption(block.caption, _("Figures")),
            rows=rows,
            is_mixed=len({row.metric for row in rows}) > 1,
        )

    def _render_timeline(self, block: TimelineBlock, anchor: str) -> Markup:
        selected = select_events(block, self.page.library)
        prefix = "" if anchor == FIRST_TIMELINE else f"{anchor}-"
        events = render_events(selected, self.page, prefix=prefix, cut_off=self.cut_off)
        caption = self._show_caption(block.caption, _("Timeline"))
        return fill("block_timeline", anchor=Markup(anchor), caption=caption, events=events)
