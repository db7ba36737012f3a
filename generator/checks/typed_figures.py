"""Every figure that a brief types agrees with what it rests on, and rests on something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import RULES
from generator.evidence.agreement import Drift
from generator.evidence.prose_figures import Mismatch, TypedFigure, judge_briefs
from generator.evidence.timing import fits_period
from generator.evidence.verdict import Verdict
from generator.issues import Issue, Location, show_value
from generator.library.library import Library
from generator.phrases.dated_span import DatedSpan
from generator.phrases.dates import find_dates
from generator.records.blocks import ChartBlock, TimelineBlock
from generator.records.brief import Brief
from generator.records.observation import Observation

_HELPS = {
    Drift.VALUE: "write the number of the record; “about” may round it, keeping two digits",
    Drift.QUALIFIER: "say it as the source does, or link the figure that you mean",
    Drift.BOUNDARY: "say it as the source does: `over` and `at least` are not the same",
    Drift.UNIT: "write the unit and rate of the record, or link the figure that is in yours",
    Drift.BASIS: "name what the record counts, such as `killed and wounded`",
    Drift.CHANGE: "write `by` for a change and `to` for what it came to, as the source does",
    Drift.PERIOD: "name the figure's own time, or link the figure that is of this one",
}


def check_typed_figures(library: Library) -> Iterator[Issue]:
    """An issue for each figure in a brief's text that is not what its source says."""
    for figures in judge_briefs(library).values():
        for figure in figures:
            if figure.verdict is Verdict.FAILED:
                yield from _make_issue(figure, library)
    for brief in library.briefs.values():
        yield from _check_captions(brief, library)


def _check_captions(brief: Brief, library: Library) -> Iterator[Issue]:
    """A date in the caption of a block or the label of a card is that of a figure below it."""
    address = library.address("brief", brief.id)
    for index, card in enumerate(brief.front.key_figures):
        for fault in _find_wrong_dates(card.label or "", (card.observation,), brief, library):
            yield _make_caption_issue(fault, address.locate("key-figures", index, "label"))
    for placed in brief.body.blocks:
        if not isinstance(placed.block, (ChartBlock, TimelineBlock)):
            caption, ids = placed.block.caption or "", placed.block.observations
            for fault in _find_wrong_dates(caption, ids, brief, library):
                yield _make_caption_issue(fault, placed.address.locate("caption"))


def _find_wrong_dates(
    caption: str, ids: Sequence[str], brief: Brief, library: Library
) -> Iterator[str]:
    """What is wrong with each date of a caption that is of none of the figures shown."""
    shown = [library.observations[id] for id in ids if id in library.observations]
    if len(shown) < len(ids):
        return  # it may be of what could not be read
    for dated in find_dates(caption, brief.front.language):
        if any(_is_of(dated, observation, library) for observation in shown):
            continue
        periods = ", ".join(dict.fromkeys(f"`{observation.period}`" for observation in shown))
        said = show_value(dated.span.of(caption))
        yield f"the caption says {said}, what it shows is of {periods}"


def _make_caption_issue(fault: str, place: Location) -> Issue:
    help = "correct the date, or show the figures that are of it"
    return Issue(RULES["period-drift"], place, fault, help)


def _is_of(dated: DatedSpan, observation: Observation, library: Library) -> bool:
    metric = library.metrics.get(observation.metric)
    return metric is None or fits_period(dated, observation.period, metric.kind)


def _make_issue(figure: TypedFigure, library: Library) -> Iterator[Issue]:
    if figure.grounds.is_unsourced:
        yield _make_unsourced(figure)
    for mismatch in figure.grounds.mismatches:
        if figure.grounds.is_calc:
            yield _make_wrong_result(figure, mismatch)
        else:
            yield _make_drift(figure, mismatch, library)


def _make_wrong_result(figure: TypedFigure, mismatch: Mismatch) -> Issue:
    return Issue(
        RULES["calc-mismatch"],
        figure.location,
        f"the calculation makes {show_value(mismatch.found)}, the text says "
        f"{show_value(figure.text)}",
        "correct the text, or what is worked out",
    )


def _make_unsourced(figure: TypedFigure) -> Issue:
    message = f"nothing shows where {show_value(figure.text)} comes from"
    if figure.grounds.near:
        message += f"; the words cited have {show_value(figure.grounds.near)}"
    if figure.sentence.is_heading:
        help = "use an observation in the brief that says so, or leave the number out here"
    else:
        help = (
            f"link it, `[{figure.text}](obs:id-of-the-figure)`; or cite words that hold it; or "
            'work it out, `(calc: "…")`; or say why it may stand, `(waived: "…")`'
        )
    return Issue(RULES["unsourced-figure"], figure.location, message, help)


def _make_drift(figure: TypedFigure, mismatch: Mismatch, library: Library) -> Issue:
    source = f"`{figure.grounds.observation}`" if figure.grounds.observation else "what is cited"
    if mismatch.drift is Drift.PERIOD:
        message = (
            f"the sentence puts {show_value(mismatch.said)} in {show_value(mismatch.date)}, "
            f"{source} is of `{mismatch.found}`"
        )
    else:
        has = "the quote has" if _is_quoted(figure, library) else "the record has"
        message = f"{has} {show_value(mismatch.found)}, the text says {show_value(mismatch.said)}"
    return Issue(RULES[mismatch.drift.value], figure.location, message, _HELPS[mismatch.drift])


def _is_quoted(figure: TypedFigure, library: Library) -> bool:
    """Whether what was found is the words of a quote, and not a record's number."""
    observation = library.observations.get(figure.grounds.observation)
    if observation is None:
        return True
    return bool(observation.quote) and not (observation.derived or observation.waived)
