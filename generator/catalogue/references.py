"""Rules about records that point to each other, and about the words that figures rest on."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_UNKNOWN_WHY = "A reader who follows the reference would find nothing behind it."
_UNUSED_WHY = "What nothing uses is left over, or belongs to something that was forgotten."


def _unknown(kind: str, where: str, bad: str, good: str) -> Rule:
    """The rule that what is named as a record of this kind is one."""
    return Rule(
        id=f"unknown-{kind}",
        severity=ERROR,
        summary=f"A record, citation or link names {_article(kind)} {kind} that is not there",
        what=f"Every id of {_article(kind)} {kind} is looked up {where}.",
        why=_UNKNOWN_WHY,
        bad=bad,
        good=good,
    )


def _unused(kind: str, what: str, bad: str, good: str) -> Rule:
    """The rule that a record of this kind is used by another; judged if all files can be read."""
    return Rule(
        id=f"unused-{kind}",
        severity=WARNING,
        summary=f"Nothing uses {_article(kind)} {kind}",
        what=f"{what} Not judged while any record can't be read.",
        why=_UNUSED_WHY,
        bad=bad,
        good=good,
    )


def _article(kind: str) -> str:
    return "an" if kind[0] in "aeo" else "a"


REFERENCE_RULES: tuple[Rule, ...] = (
    Rule(
        id="duplicate-id",
        severity=ERROR,
        summary="Two records of a kind have the same id",
        what="Ids are compared within each kind, over all files.",
        why="A link or citation would lead to one of them by chance.",
        bad="Two sources with `id: gazette`",
        good="`id: gazette-north` and `id: gazette-south`",
    ),
    Rule(
        id="no-records",
        severity=ERROR,
        summary="A whole kind of record is missing",
        what="Whether there is any record of a kind that others point to.",
        why="A list that was lost or moved would otherwise be reported at each of its mentions.",
        bad="`data/units.yml` was deleted",
        good="`data/units.yml` is back",
    ),
    _unknown("source", "in `data/sources.yml`", "outlet: iws", "outlet: isw"),
    _unknown(
        "article",
        "in `data/articles/`",
        "The advance slowed [@isw-2025-01-90].",
        "The advance slowed [@isw-2025-01-09].",
    ),
    _unknown("metric", "in `data/metrics.yml`", "metric: area-gaind", "metric: area-gained"),
    _unknown("unit", "in `data/units.yml`", "unit: km2-a-day", "unit: km2-per-day"),
    _unknown("topic", "in `data/topics.yml`", "topics: [loses]", "topics: [losses]"),
    _unknown(
        "observation",
        "in `data/articles/` and `data/series/`",
        "[18.1 km² a day](obs:advance-2024-13-isw)",
        "[18.1 km² a day](obs:advance-2024-12-isw)",
    ),
    _unknown(
        "event",
        "in `data/events/`",
        "[the rise](event:ev-2024-10-25-key-rate)",
        "[the rise](event:ev-2024-10-25-key-rate-21)",
    ),
    _unknown(
        "brief", "in `data/briefs/`", "[the losses](brief:loses)", "[the losses](brief:losses)"
    ),
    Rule(
        id="unknown-place",
        severity=ERROR,
        summary="A place code names no country, or a region without a name",
        what="Countries are looked up in the list of ISO 3166, regions in `data/places.yml`.",
        why="The page would show a bare code, and a wrong one moves a figure to another country.",
        bad="place: RU-KRSK",
        good="place: RU-KRS, with `ru-krs` in `data/places.yml`",
    ),
    Rule(
        id="unknown-quote",
        severity=ERROR,
        summary="A figure or citation names a quote that its article does not have",
        what="`quote` of an observation and the key behind the comma of a citation are looked up "
        "among the article's `quotes`.",
        why="The reader could not see the words that the figure or claim rests on.",
        bad="quote: nein",
        good="quote: nine, with `nine: ...` among the article's `quotes`",
    ),
    Rule(
        id="missing-quote",
        severity=ERROR,
        summary="A figure comes without the words it was read from",
        what="Each observation has the key of a `quote`, the `row` of its data file, or the "
        "calculation it is `derived` by.",
        why="A figure that nobody can compare with its source is a rumour.",
        bad="{id: advance-2024-12, metric: advance, period: 2024-12, place: UA, value: 9}",
        good="{id: advance-2024-12, metric: advance, period: 2024-12, place: UA, value: 9, "
        "quote: nine}",
    ),
    Rule(
        id="duplicate-url",
        severity=WARNING,
        summary="Two articles have the same web address",
        what="The `url` of all articles is compared, but for what follows a `#`. A page that was "
        "recorded twice because it had changed differs in `accessed`, and is let pass.",
        why="One publication that is recorded twice counts as two pieces of evidence.",
        bad="Two articles with `url: https://www.example.org/report`",
        good="One article with the quotes of both",
    ),
    Rule(
        id="dead-link",
        severity=WARNING,
        summary="An article can no longer be found at its address, and no copy is on record",
        what="Each `url` and `archive-url` of an article that `data/links.csv` says is dead: "
        "twice, a day or more apart, there was nothing. A dead `url` is let pass where there is an "
        "`archive-url` that is not dead itself.",
        why="Nobody can look up any more what is quoted.",
        bad="url: https://www.example.org/2019/report\n# dead, says data/links.csv",
        good="url: https://www.example.org/2019/report\n"
        "archive-url: https://web.archive.org/web/20190412080000/https://www.example.org/2019/report",
    ),
    _unused(
        "source",
        "A source is used by an article, a chain, an observation or a link.",
        "A source in `data/sources.yml` that no article names",
        "Add the article, or delete the source.",
    ),
    _unused(
        "article",
        "An article is used by its own figures, by an event, a chain, a series or a brief.",
        "An article without figures that nothing cites",
        "Cite it, or delete the file.",
    ),
    _unused(
        "quote",
        "A quote is used by an observation of its article or by a citation in a brief.",
        "quotes: {pace: ..., mood: ...}, and no citation or figure names `mood`",
        "Cite it as `[@article-id, mood]`, or delete it.",
    ),
    _unused(
        "metric",
        "A metric is used by an observation.",
        "A metric in `data/metrics.yml` that no observation names",
        "Add an observation, or delete the metric.",
    ),
    _unused(
        "unit",
        "A unit is used by a metric or an observation.",
        "A unit in `data/units.yml` that no metric names",
        "Delete the unit.",
    ),
    _unused(
        "topic",
        "A topic is used by a brief, an article, an event or a metric.",
        "A topic in `data/topics.yml` that nothing is filed under",
        "File something under it, or delete the topic.",
    ),
    _unused(
        "place",
        "A region is used by the `place` of an observation or event or the `country` of a source.",
        "A region in `data/places.yml` whose code stands nowhere",
        "Delete the region.",
    ),
)
"""In the order of the reference page."""
