"""Verdicts on figures in words for readers: what was compared, and what that does not mean.

What was found is `evidence`'s business. A check says that words and figure agree; it never says
that they are true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.evidence.verdict import Finding, Verdict
from generator.pages.names import STATUSES
from generator.pages.wording import NO_BREAK
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus

CHECKED = frozenset(
    [Verdict.CHECKED, Verdict.CHECKED_IN_QUOTE, Verdict.COMPUTED, Verdict.TRANSLATED]
)
"""The verdicts of a figure that was compared with something, and agrees with it."""

_WORDS = {
    Verdict.CHECKED: "found in its quote, and the quote in the article’s text",
    Verdict.CHECKED_IN_QUOTE: "found in its quote; the article’s text was not at hand",
    Verdict.COMPUTED: "worked out again, with the same result",
    Verdict.TRANSLATED: "found in the original of its quote; the translation is ours",
    Verdict.WAIVED: "not checked, for a reason",
    Verdict.FAILED: "does not agree with its words",
    Verdict.NOT_CHECKED: "not checked",
}
_JOINS = {
    Verdict.TRANSLATED: "; ",
    Verdict.WAIVED: ": ",
    Verdict.FAILED: ": ",
    Verdict.NOT_CHECKED: ": ",
}
"""What stands before a reason; the words of the other verdicts give theirs."""

_SIGNS = {
    Verdict.CHECKED: "found",
    Verdict.CHECKED_IN_QUOTE: "found",
    Verdict.COMPUTED: "computed",
    Verdict.TRANSLATED: "found",
    Verdict.WAIVED: "waived",
    Verdict.FAILED: "failed",
    Verdict.NOT_CHECKED: "unread",
}
_DOUBTS = {ObservationStatus.DISPUTED: "disputed", ObservationStatus.CORRUPT: "corrupt"}

_BRIEFLY = {
    "computed": "recomputed",
    "corrupt": "corrupt at the source",
    "disputed": "disputed",
    "failed": "does not agree",
    "found": "found in quote",
    "unread": "not checked",
    "waived": "not checked, for a reason",
    "withdrawn": "withdrawn",
}

_COUNTED = {
    Verdict.CHECKED: (
        "checked in its quote, and the quote in its article",
        "checked in their quotes, and the quotes in their articles",
    ),
    Verdict.CHECKED_IN_QUOTE: ("checked in its quote", "checked in their quotes"),
    Verdict.COMPUTED: ("computed", "computed"),
    Verdict.TRANSLATED: (
        "checked in the original of a translated quote",
        "checked in the originals of translated quotes",
    ),
    Verdict.WAIVED: ("waived, with the reason given", "waived, with the reasons given"),
    Verdict.FAILED: ("not what its words say", "not what their words say"),
    Verdict.NOT_CHECKED: ("not checked", "not checked"),
}
"""What is said of one figure and of several, in the order of the line that counts them."""


def word_finding(finding: Finding) -> str:
    """What was found, for a sentence of its own: `not checked: it has no quote`."""
    words, join = _WORDS[finding.verdict], _JOINS.get(finding.verdict, "")
    return f"{words}{join}{finding.reason}" if join and finding.reason else words


def word_verdict(finding: Finding, observation: Observation) -> tuple[str, str]:
    """The sign and the words: what the record itself doubts, then what was found."""
    if observation.withdrawn is not None:
        return "withdrawn", f"withdrawn: {observation.withdrawn}"
    doubt = STATUSES[observation.status]
    words = f"{doubt}; {word_finding(finding)}" if doubt else word_finding(finding)
    return _DOUBTS.get(observation.status, _SIGNS[finding.verdict]), words


def word_briefly(finding: Finding, observation: Observation) -> tuple[str, str]:
    """The same in a word or two, for a table of many: the reason stands with the figure."""
    sign, _ = word_verdict(finding, observation)
    return sign, _BRIEFLY[sign]


def count_verdicts(verdicts: Iterable[Verdict]) -> str:
    """How many figures have which verdict; the numbers add up to all of them."""
    counted = Counter(verdicts)
    parts = [
        f"{counted[verdict]:,}{NO_BREAK}{words[counted[verdict] > 1]}"
        for verdict, words in _COUNTED.items()
        if counted[verdict]
    ]
    return ", ".join(parts)
