"""Names for readers: of places, languages and the words of the closed lists."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from generator.library.library import Library
from generator.pages.wording import join_words
from generator.records.vocabulary import (
    LIKELIHOOD_PERCENT,
    ArticleType,
    IssuedBasis,
    Likelihood,
    MetricKind,
    ObservationStatus,
    Reliability,
    SourceKind,
    Verb,
)

_ENGLISH = Locale("en")

SOURCE_KINDS = {
    SourceKind.NEWSPAPER: ("newspaper", "Newspapers"),
    SourceKind.MAGAZINE: ("magazine", "Magazines"),
    SourceKind.AGENCY: ("news agency", "News agencies"),
    SourceKind.BROADCASTER: ("broadcaster", "Broadcasters"),
    SourceKind.THINK_TANK: ("think tank", "Think tanks"),
    SourceKind.DATA_PROJECT: ("data project", "Data projects"),
    SourceKind.GOVERNMENT: ("government body", "Government bodies"),
    SourceKind.INTERNATIONAL: ("international organisation", "International organisations"),
    SourceKind.NGO: ("non-governmental organisation", "Non-governmental organisations"),
    SourceKind.COMPANY: ("company", "Companies"),
    SourceKind.AGGREGATOR: ("aggregator", "Aggregators"),
    SourceKind.PERSON: ("person", "People"),
    SourceKind.UNNAMED: ("people whom the articles do not name", "Unnamed people"),
    SourceKind.OTHER: ("other", "Others"),
}
"""What a source is, in a sentence and as the heading of a list."""

ARTICLE_TYPES = {
    ArticleType.ARTICLE: "Article",
    ArticleType.NEWSPAPER: "News article",
    ArticleType.MAGAZINE: "Magazine article",
    ArticleType.JOURNAL: "Journal article",
    ArticleType.BROADCAST: "Broadcast",
    ArticleType.DATASET: "Data set",
    ArticleType.INTERVIEW: "Interview",
    ArticleType.LEGISLATION: "Legislation",
    ArticleType.POST: "Post",
    ArticleType.POST_WEBLOG: "Weblog post",
    ArticleType.PRESS_RELEASE: "Press release",
    ArticleType.REPORT: "Report",
    ArticleType.SPEECH: "Speech",
    ArticleType.WEBPAGE: "Web page",
}

VERBS = {
    Verb.REPORTS: "reports",
    Verb.CITES: "cites",
    Verb.QUOTES: "quotes",
    Verb.REPUBLISHES: "republishes",
    Verb.TRANSLATES: "translates",
    Verb.ANALYSES_DATA_OF: "analyses data of",
}
"""How a link of a chain reads in a sentence."""

ISSUED_BASES = {
    IssuedBasis.SEEN: "",
    IssuedBasis.ADDRESS: "read from the address",
    IssuedBasis.INFERRED: "inferred",
}
"""What to say of a date that was not read on the page."""

METRIC_KINDS = {
    MetricKind.STOCK: "stock: a level at a date",
    MetricKind.FLOW: "flow: a sum over the period",
    MetricKind.RATE: "rate: a sum divided by time or by something else",
    MetricKind.CHANGE: "change: the difference from the period before",
}

STATUSES = {
    ObservationStatus.REPORTED: "",
    ObservationStatus.DISPUTED: "disputed",
    ObservationStatus.CORRUPT: "corrupt at the source",
    ObservationStatus.UNCERTAIN: "uncertain",
    ObservationStatus.PLANNED: "planned or forecast",
}
"""What a record itself doubts of its figure; nothing where it is merely reported."""

RELIABILITIES = {
    Reliability.A: "A: completely reliable",
    Reliability.B: "B: usually reliable",
    Reliability.C: "C: fairly reliable",
    Reliability.D: "D: not usually reliable",
    Reliability.E: "E: unreliable",
    Reliability.F: "F: not judged",
}
"""The Admiralty code's letters in its own words."""


def name_place(code: str, library: Library) -> str:
    """`Ukraine and Kursk Oblast` for `UA+RU-KRS`; a code without a name stands for itself."""
    return join_words([_name_part(part, library) for part in code.split("+")])


def _name_part(code: str, library: Library) -> str:
    region = library.places.get(code.lower())
    if region is not None:
        return region.name
    country, _, rest = code.partition("-")
    name = _ENGLISH.territories.get(country, country)
    return f"{name} ({code})" if rest else str(name)


@lru_cache(maxsize=256)
def name_language(tag: str) -> str:
    """`Ukrainian` for `uk`; a tag that nobody has named stands for itself."""
    base, *rest = tag.split("-")
    name = _ENGLISH.languages.get(base)
    if name is None:
        return tag
    details = [_ENGLISH.scripts.get(part) or _ENGLISH.territories.get(part, part) for part in rest]
    return f"{name} ({', '.join(map(str, details))})" if details else str(name)


def name_likelihood(likelihood: Likelihood) -> tuple[str, str]:
    """The word and its range in per cent, as ICD 203 has them."""
    low, high = LIKELIHOOD_PERCENT[likelihood]
    return likelihood.value.replace("-", " ").capitalize(), f"{low}–{high}%"
