"""The closed word lists of the records: one word per idea, from a standard where there is one.

Likelihood and confidence follow ICD 203 (US intelligence analytic standards, 2015), reliability
the Admiralty code, article types CSL 1.0.2. What a word means for a reader stands beside it.
"""

from __future__ import annotations

from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of body or person a source is."""

    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    THINK_TANK = "think-tank"
    DATA_PROJECT = "data-project"
    GOVERNMENT = "government"
    INTERNATIONAL = "international"
    NGO = "ngo"
    COMPANY = "company"
    AGGREGATOR = "aggregator"
    PERSON = "person"
    UNNAMED = "unnamed"
    OTHER = "other"


class Reliability(StrEnum):
    """The Admiralty code's letter for a source: A is the best, F means that it cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class ArticleType(StrEnum):
    """What a publication is, in CSL's words."""

    ARTICLE = "article"
    NEWSPAPER = "article-newspaper"
    MAGAZINE = "article-magazine"
    JOURNAL = "article-journal"
    BROADCAST = "broadcast"
    DATASET = "dataset"
    INTERVIEW = "interview"
    LEGISLATION = "legislation"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    PRESS_RELEASE = "press-release"
    REPORT = "report"
    SPEECH = "speech"
    WEBPAGE = "webpage"


class Verb(StrEnum):
    """How one source relays another."""

    REPORTS = "reports"
    CITES = "cites"
    QUOTES = "quotes"
    REPUBLISHES = "republishes"
    TRANSLATES = "translates"
    ANALYSES_DATA_OF = "analyses-data-of"


class TitleBasis(StrEnum):
    """Where a title was read."""

    SEEN = "seen"
    ADDRESS = "address"
    DESCRIBED = "described"


class IssuedBasis(StrEnum):
    """Where a date of publication was read."""

    SEEN = "seen"
    ADDRESS = "address"
    INFERRED = "inferred"


class MetricKind(StrEnum):
    """Whether a metric is a level, a sum over a period, a rate, or a difference of these."""

    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"
    CHANGE = "change"


class Qualifier(StrEnum):
    """How the source limits its number."""

    EXACT = "exact"
    APPROXIMATELY = "approximately"
    OVER = "over"
    AT_LEAST = "at-least"
    UNDER = "under"
    UP_TO = "up-to"


class ObservationStatus(StrEnum):
    """What is known of a figure after it was read: faithfully reported is not the same as true."""

    REPORTED = "reported"
    DISPUTED = "disputed"
    CORRUPT = "corrupt"
    UNCERTAIN = "uncertain"
    PLANNED = "planned"


class Likelihood(StrEnum):
    """ICD 203's seven words of probability."""

    ALMOST_NO_CHANCE = "almost-no-chance"
    VERY_UNLIKELY = "very-unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly-even-chance"
    LIKELY = "likely"
    VERY_LIKELY = "very-likely"
    ALMOST_CERTAIN = "almost-certain"


LIKELIHOOD_PERCENT: dict[Likelihood, tuple[int, int]] = {
    Likelihood.ALMOST_NO_CHANCE: (1, 5),
    Likelihood.VERY_UNLIKELY: (5, 20),
    Likelihood.UNLIKELY: (20, 45),
    Likelihood.ROUGHLY_EVEN_CHANCE: (45, 55),
    Likelihood.LIKELY: (55, 80),
    Likelihood.VERY_LIKELY: (80, 95),
    Likelihood.ALMOST_CERTAIN: (95, 99),
}
"""ICD 203, section D.6.e.2.a: the range of each word, in per cent."""


class Confidence(StrEnum):
    """ICD 203's three levels: what the sources and the reasoning can bear, not the probability."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class ChartKind(StrEnum):
    """How a chart draws its values."""

    DOTS = "dots"
    LINE = "line"
    BAR = "bar"
    RANGE = "range"


class LinkStatus(StrEnum):
    """What is known of an address that did not answer as it should."""

    MISSED = "missed"
    DEAD = "dead"
    UNKNOWN = "unknown"


class LinkReason(StrEnum):
    """What came back from an address; the first three are misses, the others tell nothing."""

    NOT_FOUND = "not-found"
    GONE = "gone"
    NO_SUCH_HOST = "no-such-host"
    REFUSED = "refused"
    TOO_MANY_REQUESTS = "too-many-requests"
    SERVER_ERROR = "server-error"
    TIMED_OUT = "timed-out"
    TLS = "tls"
    NO_CONNECTION = "no-connection"
    NOT_HTTP = "not-http"
    REDIRECTS = "redirects"
    PRIVATE_ADDRESS = "private-address"


LINK_MISSES = frozenset([LinkReason.NOT_FOUND, LinkReason.GONE, LinkReason.NO_SUCH_HOST])
"""What comes back from an address at which there is nothing."""
