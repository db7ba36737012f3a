"""Figures that are no longer stood by: no brief uses one, and nothing is worked out from one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import RULES
from generator.checks.figures import find_figures
from generator.checks.references import find_mentions_in
from generator.issues import Issue, Location
from generator.library.library import Library
from generator.library.tables import table
from generator.records.expression_parser import find_expression_ids


def check_withdrawn(library: Library) -> Iterator[Issue]:
    """An issue for each withdrawn figure that another is worked out from."""
    reasons = find_reasons(library)
    for figure in find_figures(library):
        if figure.observation.derived is None or figure.observation.withdrawn is not None:
            continue
        for id in dict.fromkeys(find_expression_ids(figure.observation.derived)):
            if id in reasons:
                help = "work it out from another figure, or withdraw this one too"
                yield _make_issue(id, reasons[id], figure.locate("derived"), help)


def check_withdrawn_in_briefs(library: Library) -> Iterator[Issue]:
    """An issue for each place where a brief uses a withdrawn figure."""
    reasons = find_reasons(library)
    for mention in find_mentions_in("brief", library):
        if mention.kind == "observation" and mention.id in reasons:
            help = "take it out, or use another figure; tell the change in `revisions`"
            yield _make_issue(mention.id, reasons[mention.id], mention.locate(), help)


@table
def find_reasons(library: Library) -> Mapping[str, str]:
    """Why each figure was withdrawn that was, by its id."""
    return {
        id: observation.withdrawn
        for id, observation in library.observations.items()
        if observation.withdrawn is not None
    }


def _make_issue(id: str, reason: str, place: Location, help: str) -> Issue:
    return Issue(RULES["withdrawn-figure"], place, f"`{id}` is withdrawn: {reason}", help)
