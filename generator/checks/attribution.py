"""What a sentence puts into somebody's mouth goes back to them by what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.evidence.attribution import (
    Attribution,
    find_attributions,
    find_voices,
    is_all_known,
)
from generator.evidence.passages import Sentence, find_sentences
from generator.issues import Issue
from generator.library.library import Library

_SHOWN = 4


def check_attributions(library: Library) -> Iterator[Issue]:
    """An issue for each source that nothing cited beside it goes back to."""
    for sentences in find_sentences(library).values():
        for sentence in sentences:
            yield from _check_sentence(sentence, library)


def _check_sentence(sentence: Sentence, library: Library) -> Iterator[Issue]:
    """A sentence that cites nothing at all is left to the rules on citations and figures."""
    attributions = list(find_attributions(sentence, library))
    if not attributions or not is_all_known(sentence, library):
        return
    voices = find_voices(sentence, library)
    if not voices:
        return
    for attribution in attributions:
        if attribution.source not in voices:
            yield _make_issue(attribution, sentence, voices, library)


def _make_issue(
    attribution: Attribution, sentence: Sentence, voices: frozenset[str], library: Library
) -> Issue:
    name = attribution.span.of(sentence.text)
    known = sorted(library.sources[id].label for id in voices if id in library.sources)
    shown = ", ".join(known[:_SHOWN]) + (" and others" if len(known) > _SHOWN else "")
    return Issue(
        RULES["attribution-drift"],
        sentence.locate(attribution.span.start),
        f"the sentence speaks for `{name}`, and what it cites goes back to {shown}",
        f"cite an article of `{name}` or one that relays it, or name who is cited",
    )
