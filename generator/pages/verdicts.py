"""Verdicts on figures in words for readers: what was compared, and what that does not mean.

What was found is `evidence`'s business. A check says that words and figure agree; it never says
that they are true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.evidence.verdict import Finding, Verdict
from generator.pages.languages import show_recorded
from generator.pages.markup import Markup, escape
from generator.pages.names import name_status
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus
from generator.speech import gettext as _
from generator.speech import mark, ngettext

CHECKED = frozenset(
    [Verdict.CHECKED, Verdict.CHECKED_IN_QUOTE, Verdict.COMPUTED, Verdict.TRANSLATED]
)
"""The verdicts of a figure that was compared with something, and agrees with it."""

_WORDS = {
    Verdict.CHECKED: mark("found in its quote, and the quote in the article’s text"),
    Verdict.CHECKED_IN_QUOTE: mark("found in its quote; the article’s text was not at hand"),
    Verdict.COMPUTED: mark("worked out again, with the same result"),
    Verdict.TRANSLATED: mark("found in the original of its quote; the translation is ours"),
    Verdict.WAIVED: mark("not checked, for a reason"),
    Verdict.FAILED: mark("does not agree with its words"),
    Verdict.NOT_CHECKED: mark("not checked"),
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
    "computed": mark("recomputed"),
    "corrupt": mark("corrupt at the source"),
    "disputed": mark("disputed"),
    "failed": mark("does not agree"),
    "found": mark("found in quote"),
    "unread": mark("not checked"),
    "waived": mark("not checked, for a reason"),
    "withdrawn": mark("withdrawn"),
}

_ORDER = (
    Verdict.CHECKED,
    Verdict.CHECKED_IN_QUOTE,
    Verdict.COMPUTED,
    Verdict.TRANSLATED,
    Verdict.WAIVED,
    Verdict.FAILED,
    Verdict.NOT_CHECKED,
)
"""The order of the line that counts them."""


def show_finding(finding: Finding) -> Markup:
    """What was found, for a sentence of its own: `not checked: it has no quote`."""
    words, join = escape(_(_WORDS[finding.verdict])), _JOINS.get(finding.verdict, "")
    shown = f"{words}{join}{show_recorded(finding.reason)}" if join and finding.reason else words
    return Markup(shown)


def show_verdict(finding: Finding, observation: Observation) -> tuple[str, Markup]:
    """The sign and the words: what the record itself doubts, then what was found."""
    if observation.withdrawn is not None:
        reason = show_recorded(observation.withdrawn)
        return "withdrawn", Markup(_("withdrawn: %(reason)s", reason=reason))
    doubt = name_status(observation.status)
    found = show_finding(finding)
    words = Markup(f"{escape(doubt)}; {found}") if doubt else found
    return _DOUBTS.get(observation.status, _SIGNS[finding.verdict]), words


def word_briefly(finding: Finding, observation: Observation) -> tuple[str, str]:
    """The same in a word or two, for a table of many: the reason stands with the figure."""
    sign, _words = show_verdict(finding, observation)
    return sign, _(_BRIEFLY[sign])


def count_verdicts(verdicts: Iterable[Verdict]) -> str:
    """How many figures have which verdict; the numbers add up to all of them."""
    counted = Counter(verdicts)
    parts = [_word_count(verdict, counted[verdict]) for verdict in _ORDER if counted[verdict]]
    return ", ".join(parts)


def _word_count(verdict: Verdict, number: int) -> str:
    """What is said of so many figures with a verdict."""
    match verdict:
        case Verdict.CHECKED:
            return ngettext(
                "%(number)s\u00a0checked in its quote, and the quote in its article",
                "%(number)s\u00a0checked in their quotes, and the quotes in their articles",
                number,
            )
        case Verdict.CHECKED_IN_QUOTE:
            return ngettext(
                "%(number)s\u00a0checked in its quote",
                "%(number)s\u00a0checked in their quotes",
                number,
            )
        case Verdict.COMPUTED:
            return ngettext("%(number)s\u00a0computed", "%(number)s\u00a0computed", number)
        case Verdict.TRANSLATED:
            return ngettext(
                "%(number)s\u00a0checked in the original of a translated quote",
                "%(number)s\u00a0checked in the originals of translated quotes",
                number,
            )
        case Verdict.WAIVED:
            return ngettext(
                "%(number)s\u00a0waived, with the reason given",
                "%(number)s\u00a0waived, with the reasons given",
                number,
            )
        case Verdict.FAILED:
            return ngettext(
                "%(number)s\u00a0not what its words say",
                "%(number)s\u00a0not what their words say",
                number,
            )
        case Verdict.NOT_CHECKED:
            return ngettext("%(number)s\u00a0not checked", "%(number)s\u00a0not checked", number)
