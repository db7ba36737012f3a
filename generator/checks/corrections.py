"""Corrections: each names what it corrects, is made in the record, and is later than its brief."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.checks.dates import is_certainly_before
from generator.evidence.corrections import find_last_corrections, is_made, is_withdrawal
from generator.evidence.recorded import word_record
from generator.issues import Issue, show_value
from generator.library.library import Library
from generator.records.correction import Correction
from generator.records.observation import Observation


def check_corrections(library: Library) -> Iterator[Issue]:
    """An issue for each correction of nothing, before its time, or not made."""
    for correction in library.corrections.values():
        yield from _check_target(correction, library)
        yield from _check_dates(correction, library)
    yield from _check_made(library)


def _check_target(correction: Correction, library: Library) -> Iterator[Issue]:
    if correction.observation or correction.article or correction.briefs:
        return
    yield Issue(
        RULES["correction-without-target"],
        library.address("correction", correction.id).locate("id"),
        f"the correction `{correction.id}` does not say of what it is one",
        "name the `observation`, the `article` or the `briefs` that were wrong",
    )


def _check_dates(correction: Correction, library: Library) -> Iterator[Issue]:
    for index, id in enumerate(correction.briefs):
        brief = library.briefs.get(id)
        if brief and is_certainly_before(correction.date, brief.front.published):
            yield Issue(
                RULES["correction-before-published"],
                library.address("correction", correction.id).locate("briefs", index),
                f"`{id}` was published on {brief.front.published}, after the correction "
                f"({correction.date})",
                "correct the date; a brief that never said what was wrong is not named",
            )


def _check_made(library: Library) -> Iterator[Issue]:
    """Only the last correction of a figure tells what is on record now."""
    for id, correction in find_last_corrections(library).items():
        observation = library.observations.get(id)
        if observation is None or not library.is_measured(observation):
            continue
        if not is_made(correction, observation, library):
            yield _make_issue(correction, observation, library)


def _make_issue(correction: Correction, observation: Observation, library: Library) -> Issue:
    now = show_value(correction.now_)
    if is_withdrawal(correction):
        message = f"`{observation.id}` is not withdrawn on record"
        help = "give the figure `withdrawn: ` and the reason, or write what it is under `now`"
    elif observation.withdrawn is not None:
        message = f"now it is {now}, says the correction; on record `{observation.id}` is withdrawn"
        help = "add a correction of the day of the withdrawal, with `now: withdrawn`"
    else:
        recorded = show_value(word_record(observation, library))
        message = f"now it is {now}, says the correction; on record it is {recorded}"
        help = "correct the figure in its own file too; if it changed again, add a correction"
    place = library.address("correction", correction.id).locate("now")
    return Issue(RULES["correction-not-made"], place, message, help)
