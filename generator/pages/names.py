"""Names for readers: of places, languages and the words of the closed lists.

The tables hold messages in English; the functions below say them in the language of the page.
"""

from __future__ import annotations

from functools import lru_cache

from generator.library.library import Library
from generator.pages.languages import name_of, show_name
from generator.pages.markup import Markup, escape
from generator.pages.wording import join_words
from generator.records.vocabulary import (
    LIKELIHOOD_PERCENT,
    ArticleType,
    Confidence,
    IssuedBasis,
    Likelihood,
    MetricKind,
    ObservationStatus,
    Reliability,
    SourceKind,
    Verb,
)
from generator.speech import gettext as _
from generator.speech import locale_of, mark, spoken, spoken_locale

SOURCE_KINDS = {
    SourceKind.NEWSPAPER: (mark("newspaper"), mark("Newspapers")),
    SourceKind.MAGAZINE: (mark("magazine"), mark("Magazines")),
    SourceKind.AGENCY: (mark("news agency"), mark("News agencies")),
    SourceKind.BROADCASTER: (mark("broadcaster"), mark("Broadcasters")),
    SourceKind.THINK_TANK: (mark("think tank"), mark("Think tanks")),
    SourceKind.DATA_PROJECT: (mark("data project"), mark("Data projects")),
    SourceKind.GOVERNMENT: (mark("government body"), mark("Government bodies")),
    SourceKind.INTERNATIONAL: (
        mark("international organisation"),
        mark("International organisations"),
    ),
    SourceKind.NGO: (mark("non-governmental organisation"), mark("Non-governmental organisations")),
    SourceKind.COMPANY: (mark("company"), mark("Companies")),
    SourceKind.AGGREGATOR: (mark("aggregator"), mark("Aggregators")),
    SourceKind.PERSON: (mark("person"), mark("People")),
    SourceKind.UNNAMED: (mark("people whom the articles do not name"), mark("Unnamed people")),
    SourceKind.OTHER: (mark("other"), mark("Others")),
}
"""What a source is, in a sentence and as the heading of a list."""

ARTICLE_TYPES = {
    ArticleType.ARTICLE: mark("Article"),
    ArticleType.NEWSPAPER: mark("News article"),
    ArticleType.MAGAZINE: mark("Magazine article"),
    ArticleType.JOURNAL: mark("Journal article"),
    ArticleType.BROADCAST: mark("Broadcast"),
    ArticleType.DATASET: mark("Data set"),
    ArticleType.INTERVIEW: mark("Interview"),
    ArticleType.LEGISLATION: mark("Legislation"),
    ArticleType.POST: mark("Post"),
    ArticleType.POST_WEBLOG: mark("Weblog post"),
    ArticleType.PRESS_RELEASE: mark("Press release"),
    ArticleType.REPORT: mark("Report"),
    ArticleType.SPEECH: mark("Speech"),
    ArticleType.WEBPAGE: mark("Web page"),
}

VERBS = {
    Verb.REPORTS: mark("reports"),
    Verb.CITES: mark("cites"),
    Verb.QUOTES: mark("quotes"),
    Verb.REPUBLISHES: mark("republishes"),
    Verb.TRANSLATES: mark("translates"),
    Verb.ANALYSES_DATA_OF: mark("analyses data of"),
}
"""How a link of a chain reads in a sentence."""

ISSUED_BASES = {
    IssuedBasis.SEEN: "",
    IssuedBasis.ADDRESS: mark("read from the address"),
    IssuedBasis.INFERRED: mark("inferred"),
}
"""What to say of a date that was not read on the page."""

METRIC_KINDS = {
    MetricKind.STOCK: mark("stock: a level at a date"),
    MetricKind.FLOW: mark("flow: a sum over the period"),
    MetricKind.RATE: mark("rate: a sum divided by time or by something else"),
    MetricKind.CHANGE: mark("change: the difference from the period before"),
}

STATUSES = {
    ObservationStatus.REPORTED: "",
    ObservationStatus.DISPUTED: mark("disputed"),
    ObservationStatus.CORRUPT: mark("corrupt at the source"),
    ObservationStatus.UNCERTAIN: mark("uncertain"),
    ObservationStatus.PLANNED: mark("planned or forecast"),
}
"""What a record itself doubts of its figure; nothing where it is merely reported."""

RELIABILITIES = {
    Reliability.A: mark("A: completely reliable"),
    Reliability.B: mark("B: usually reliable"),
    Reliability.C: mark("C: fairly reliable"),
    Reliability.D: mark("D: not usually reliable"),
    Reliability.E: mark("E: unreliable"),
    Reliability.F: mark("F: not judged"),
}
"""The Admiralty code's letters in its own words."""


LIKELIHOODS = {
    Likelihood.ALMOST_NO_CHANCE: mark("Almost no chance"),
    Likelihood.VERY_UNLIKELY: mark("Very unlikely"),
    Likelihood.UNLIKELY: mark("Unlikely"),
    Likelihood.ROUGHLY_EVEN_CHANCE: mark("Roughly even chance"),
    Likelihood.LIKELY: mark("Likely"),
    Likelihood.VERY_LIKELY: mark("Very likely"),
    Likelihood.ALMOST_CERTAIN: mark("Almost certain"),
}
"""ICD 203's words of probability."""

CONFIDENCES = {
    Confidence.LOW: mark("Low"),
    Confidence.MODERATE: mark("Moderate"),
    Confidence.HIGH: mark("High"),
}
"""ICD 203's levels of confidence."""


def name_verb(verb: Verb) -> str:
    """How a link of a chain reads in a sentence: `reports`, `analyses data of`."""
    return _(VERBS[verb])


def name_status(status: ObservationStatus) -> str:
    """What a record itself doubts of its figure; empty where it is merely reported."""
    doubt = STATUSES[status]
    return _(doubt) if doubt else ""


def name_place(code: str, library: Library) -> str:
    """`Ukraine and Kursk Oblast` for `UA+RU-KRS`; a code without a name stands for itself."""
    return join_words([_name_part(part, library) for part in code.split("+")])


def show_place(code: str, library: Library) -> Markup:
    """The same for a page: the names of countries are in its language, those of regions English."""
    parts = [
        show_name(library.places[part.lower()])
        if part.lower() in library.places
        else escape(_name_part(part, library))
        for part in code.split("+")
    ]
    return Markup(join_words([*parts]))


def _name_part(code: str, library: Library) -> str:
    region = library.places.get(code.lower())
    if region is not None:
        return name_of(region)
    country, _dash, rest = code.partition("-")
    name = spoken_locale().territories.get(country, country)
    return f"{name} ({code})" if rest else str(name)


def name_language(tag: str) -> str:
    """`Ukrainian` for `uk`; a tag that nobody has named stands for itself."""
    return _name_language(tag, spoken())


@lru_cache(maxsize=1024)
def _name_language(tag: str, language: str) -> str:
    base, *rest = tag.split("-")
    locale = locale_of(language)
    name = locale.languages.get(base)
    if name is None:
        return tag
    details = [locale.scripts.get(part) or locale.territories.get(part, part) for part in rest]
    return f"{name} ({', '.join(map(str, details))})" if details else str(name)


def name_likelihood(likelihood: Likelihood) -> tuple[str, str]:
    """The word and its range in per cent, as ICD 203 has them."""
    low, high = LIKELIHOOD_PERCENT[likelihood]
    return _(LIKELIHOODS[likelihood]), _("%(low)s–%(high)s%%", low=low, high=high)


def name_confidence(confidence: Confidence) -> str:
    """The level as a word."""
    return _(CONFIDENCES[confidence])


def name_month(number: int) -> str:
    """A month's short name, for a label: `Jan` for 1."""
    return str(spoken_locale().months["stand-alone"]["abbreviated"][number])
