"""Likelihood and confidence, in ICD 203's words, are kept apart and out of statements.

ICD 203 (US intelligence analytic standards, 2015), section D.6.e.2: the words of probability are
not used together with a level of confidence in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import RULES
from generator.evidence.passages import find_sentences
from generator.issues import Issue, show_value
from generator.library.library import Library
from generator.records.brief import Brief

_LIKELY = re.compile(
    r"\b(?:almost no chance|remote (?:chance|possibility)|(?:chance|possibility) is remote"
    r"|(?:very |highly )?(?:un)?likely"
    r"|(?:highly )?improbabl[ey]"
    r"|roughly even (?:chance|odds)|(?:very |highly )?probabl[ey]|almost certain(?:ly)?"
    r"|nearly certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENT = re.compile(
    r"\b(?:low|moderate|high|medium)(?:[- ]to[- ](?:moderate|high))? confidence\b"
    r"|\bconfidence (?:is|in \w+(?: \w+){0,4} is) (?:low|moderate|high)\b",
    re.IGNORECASE,
)


def check_estimates(library: Library) -> Iterator[Issue]:
    """An issue for each sentence that mixes the two, and each statement that has one of them."""
    for brief in library.briefs.values():
        if brief.front.language.startswith("en"):
            yield from _check_mixed(brief, library)
            yield from _check_statements(brief, library)


def _check_mixed(brief: Brief, library: Library) -> Iterator[Issue]:
    for sentence in find_sentences(library)[brief.id]:
        confident = _CONFIDENT.search(sentence.text)  # the rarer one, and the sooner found
        likely = _LIKELY.search(sentence.text) if confident else None
        if likely and confident:
            yield Issue(
                RULES["mixed-estimate"],
                sentence.locate(min(likely.start(), confident.start())),
                f"{show_value(likely[0])} and {show_value(confident[0])} stand in one sentence",
                "say in one sentence how likely it is, in another how sure you are and why",
            )


def _check_statements(brief: Brief, library: Library) -> Iterator[Issue]:
    address = library.address("brief", brief.id)
    for index, judgement in enumerate(brief.front.key_judgements):
        found = _LIKELY.search(judgement.statement) or _CONFIDENT.search(judgement.statement)
        if found:
            yield Issue(
                RULES["estimate-in-statement"],
                address.locate("key-judgements", index, "statement"),
                f"the statement says {show_value(found[0])}; the fields beside it say how likely "
                "it is and how sure we are",
                "write what we conclude as if it were certain; set `likelihood` and `confidence`",
            )
