"""Every figure that a brief types: what it rests on, and whether the two agree.

A figure is linked to an observation, cited, worked out in place, or waived; anything else is
unsourced. Titles, headings and captions hold no links: their figures must be those of
observations that the brief uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.evidence.agreement import Claim, Drift, claim_of, find_drift, is_rounding
from generator.evidence.arithmetic import ExpressionFault, format_fraction
from generator.evidence.counted import classify
from generator.evidence.derived import evaluate_calc
from generator.evidence.findings import has_failed, is_measurable, judge_figures
from generator.evidence.passages import Linked, Sentence, find_sentences
from generator.evidence.recorded import find_quoted, record_claim, word_record
from generator.evidence.timing import Phrase, find_wrong_date
from generator.evidence.verdict import Verdict
from generator.issues import Location
from generator.library.library import Library
from generator.library.references import find_brief_references
from generator.library.tables import table_of_briefs
from generator.phrases.dates import find_dates
from generator.phrases.exclusions import find_exclusions
from generator.phrases.quantities import find_quantities
from generator.phrases.quantity import Quantity
from generator.phrases.words import read_units, read_words
from generator.records.brief import Brief
from generator.records.expression_parser import find_expression_ids
from generator.records.observation import Observation
from generator.records.prose import Arithmetic, Citation
from generator.records.vocabulary import Qualifier

_SCALE = 100
_TIMES = frozenset(["time", "months"])
_UNREAD = "what it rests on could not be read"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """How a typed figure differs from what it rests on."""

    drift: Drift
    said: str
    """What the text says, in its own words."""
    found: str
    """What the source or record says."""
    date: str = ""
    """The words of the date that does not fit, of a `period-drift`."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a typed figure rests on, or why on nothing."""

    place: Location | None = None
    """The place of its link, if it has one."""
    reason: str = ""
    observation: str = ""
    """The id of the observation that it is linked to, or that it agrees with."""
    article: str = ""
    """The id of the cited article whose words hold it."""
    mismatches: tuple[Mismatch, ...] = ()
    is_unsourced: bool = False
    is_calc: bool = False
    near: str = ""
    """The words of a cited quote that come nearest, for an unsourced figure."""


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """One figure in the text of a brief, with its verdict."""

    text: str
    sentence: Sentence
    start: int
    """Where it begins in its sentence."""
    verdict: Verdict
    grounds: Grounds

    @property
    def location(self) -> Location:
        """The place of its link, else its own."""
        return self.grounds.place or self.sentence.locate(self.start)


def is_figure(quantity: Quantity, language: str) -> bool:
    """Whether a quantity needs a source: small counts and times in words are ways of speaking."""
    if not quantity.is_spelled:
        return True
    unit = read_units().get(quantity.unit)
    if unit is not None and unit.kind not in _TIMES:
        return True
    if quantity.is_fraction:
        return quantity.qualifier is not Qualifier.EXACT or quantity.low != Fraction(1, 2)
    is_large = quantity.high >= _SCALE or (bool(quantity.per and quantity.counted) and unit is None)
    return is_large or bool(classify(quantity.counted, language) and quantity.high > 1)


@table_of_briefs
def judge_briefs(library: Library) -> Mapping[str, tuple[TypedFigure, ...]]:
    """Every figure of each brief in the order of its text, judged, by the brief's id."""
    return {id: _judge_brief(brief, library) for id, brief in library.briefs.items()}


def _judge_brief(brief: Brief, library: Library) -> tuple[TypedFigure, ...]:
    judge = _Judge(brief, library)
    sentences = find_sentences(library)[brief.id]
    return tuple(figure for sentence in sentences for figure in judge.judge(sentence))


class _Judge:
    """Judges the sentences of one brief."""

    def __init__(self, brief: Brief, library: Library) -> None:
        self.brief = brief
        self.library = library
        self.language = brief.front.language
        named = dict.fromkeys(find_brief_references(brief))
        ids = [id for kind, id in named if kind == "observation"]
        self.used = [
            library.observations[id]
            for id in ids
            if id in library.observations and is_measurable(library.observations[id], library)
        ]
        self.is_all_known = len(self.used) == len(ids)

    def judge(self, sentence: Sentence) -> Iterator[TypedFigure]:
        quantities = find_quantities(sentence.text, self.language)
        dates = find_dates(sentence.text, self.language) if quantities else []
        phrase = Phrase(sentence.text, quantities, dates)
        for quantity in quantities:
            link = _find_link(quantity, sentence)
            if link is not None and link.scheme == "waived":
                yield self._make(quantity, sentence, Verdict.WAIVED, Grounds(reason=link.target))
            elif link is not None and link.scheme == "calc":
                yield self._judge_calc(quantity, link, sentence)
            elif link is not None and link.scheme == "obs":
                yield from self._judge_link(quantity, link, phrase, sentence)
            elif is_figure(quantity, self.language):
                yield self._judge_unlinked(quantity, phrase, sentence)
        yield from self._judge_unread(phrase, sentence)

    def _judge_unread(self, phrase: Phrase, sentence: Sentence) -> Iterator[TypedFigure]:
        """Links whose words hold no number that can be read, where one must be: `4²7 km`."""
        known = [*(one.span for one in phrase.quantities), *(one.span for one in phrase.dates)]
        unread = [link for link in sentence.links if not any(map(link.span.meets, known))]
        if not unread:
            return
        names = list(find_exclusions(sentence.text, read_words(self.language)))
        for link in unread:
            if any(map(link.span.meets, names)):
                continue
            words, start = link.span.of(sentence.text), link.span.start
            at = Location(sentence.path, link.mark.line, link.mark.column)
            if link.scheme == "calc":
                grounds = Grounds(at, "its words have no number that can be read")
                yield TypedFigure(words, sentence, start, Verdict.NOT_CHECKED, grounds)
            observation = self.library.observations.get(link.target)
            has_digits = any(sign.isdecimal() for sign in words)
            if link.scheme != "obs" or observation is None or not has_digits:
                continue
            if is_measurable(observation, self.library):
                mismatch = Mismatch(Drift.VALUE, words, self._word(observation))
                grounds = Grounds(at, observation=observation.id, mismatches=(mismatch,))
                yield TypedFigure(words, sentence, start, Verdict.FAILED, grounds)

    def _judge_link(
        self, quantity: Quantity, link: Linked, phrase: Phrase, sentence: Sentence
    ) -> Iterator[TypedFigure]:
        observation = self.library.observations.get(link.target)
        if observation is None or not is_measurable(observation, self.library):
            return
        at = Location(sentence.path, link.mark.line, link.mark.column)
        finding = judge_figures(self.library)[observation.id]
        mismatches: tuple[Mismatch, ...] = ()
        if finding.verdict is not Verdict.FAILED:  # else its record is to blame, and says so
            mismatches = self._compare(quantity, observation, phrase)
        verdict = Verdict.FAILED if mismatches else finding.verdict
        reason = "" if mismatches else finding.reason
        grounds = Grounds(at, reason, observation.id, mismatches=mismatches)
        yield self._make(quantity, sentence, verdict, grounds)

    def _compare(
        self, quantity: Quantity, observation: Observation, phrase: Phrase
    ) -> tuple[Mismatch, ...]:
        """How a quantity of the text differs from an observation: in what it says, in its time."""
        text = claim_of(quantity, classify(quantity.counted, self.language))
        drift = find_drift(text, self._claim(observation), observation.period)
        wrong = self._find_wrong_date(quantity, observation, phrase)
        if drift is None:
            return wrong
        said = _say(quantity, phrase.text, drift)
        return (Mismatch(drift, said, self._word(observation, drift)), *wrong)

    def _find_wrong_date(
        self, quantity: Quantity, observation: Observation, phrase: Phrase
    ) -> tuple[Mismatch, ...]:
        kind = self.library.metrics[observation.metric].kind
        wrong = find_wrong_date(phrase, quantity, observation.period, kind)
        if wrong is None:
            return ()
        said, date = quantity.span.of(phrase.text), wrong.span.of(phrase.text)
        return (Mismatch(Drift.PERIOD, said, str(observation.period), date),)

    def _claim(self, observation: Observation) -> Claim:
        """What a record claims, with the trend that its quote speaks of."""
        return record_claim(observation.id, self.library)

    def _word(self, observation: Observation, drift: Drift | None = None) -> str:
        """What a record says, in the words of its quote where it has them."""
        match = find_quoted(observation, self.library)
        if match is not None and match.is_found and match.quantity is not None:
            return _say(match.quantity, match.text, drift)
        return word_record(observation, self.library)

    def _judge_calc(self, quantity: Quantity, link: Linked, sentence: Sentence) -> TypedFigure:
        at = Location(sentence.path, link.mark.line, link.mark.column)
        result = evaluate_calc(Arithmetic("", link.target, link.mark), self.library)
        is_failed = any(has_failed(id, self.library) for id in find_expression_ids(link.target))
        if isinstance(result, ExpressionFault) or is_failed:
            reason = "the calculation can’t be worked out, or rests on a figure that fails"
            return self._make(quantity, sentence, Verdict.FAILED, Grounds(place=at, reason=reason))
        if is_result(quantity, result):
            reason = f"worked out again from {link.target}"
            return self._make(
                quantity, sentence, Verdict.COMPUTED, Grounds(place=at, reason=reason)
            )
        said = quantity.span.of(sentence.text)
        mismatch = Mismatch(Drift.VALUE, said, format_fraction(result))
        return self._make(
            quantity,
            sentence,
            Verdict.FAILED,
            Grounds(place=at, mismatches=(mismatch,), is_calc=True),
        )

    def _judge_unlinked(
        self, quantity: Quantity, phrase: Phrase, sentence: Sentence
    ) -> TypedFigure:
        if sentence.is_heading:
            return self._judge_heading(quantity, phrase, sentence)
        text = claim_of(quantity, classify(quantity.counted, self.language))
        nearest: tuple[Mismatch, ...] = ()
        is_of_another_time = False
        for article, words, claim, observation in self._cited_claims(sentence):
            drift = find_drift(text, claim, observation.period if observation else None)
            wrong = self._find_wrong_date(quantity, observation, phrase) if observation else ()
            # The words of a quote give no period; the record that was read from them has one.
            is_dated = observation is not None or not is_of_another_time
            if drift is None and not wrong and is_dated:
                grounds = Grounds(article=article)
                return self._make(quantity, sentence, Verdict.CHECKED_IN_QUOTE, grounds)
            if drift is None:
                nearest, is_of_another_time = wrong or nearest, True
            elif _is_near(drift, text, claim):
                said = _say(quantity, sentence.text, drift)
                nearest = nearest or (Mismatch(drift, said, words),)
        if not all(map(self._is_known, sentence.citations)):
            return self._make(quantity, sentence, Verdict.NOT_CHECKED, Grounds(reason=_UNREAD))
        if nearest:
            return self._make(quantity, sentence, Verdict.FAILED, Grounds(mismatches=nearest))
        near = self._find_near(sentence)
        return self._make(quantity, sentence, Verdict.FAILED, Grounds(is_unsourced=True, near=near))

    def _judge_heading(self, quantity: Quantity, phrase: Phrase, sentence: Sentence) -> TypedFigure:
        nearest: tuple[Mismatch, ...] = ()
        for observation in self.used:
            mismatches = self._compare(quantity, observation, phrase)
            if not mismatches:
                verdict = judge_figures(self.library)[observation.id].verdict
                grounds = Grounds(observation=observation.id)
                return self._make(quantity, sentence, verdict, grounds)
            if mismatches[0].drift not in (Drift.VALUE, Drift.UNIT):
                nearest = nearest or mismatches
        if not self.is_all_known:
            return self._make(quantity, sentence, Verdict.NOT_CHECKED, Grounds(reason=_UNREAD))
        grounds = Grounds(mismatches=nearest, is_unsourced=not nearest)
        return self._make(quantity, sentence, Verdict.FAILED, grounds)

    def _cited_claims(
        self, sentence: Sentence
    ) -> Iterator[tuple[str, str, Claim, Observation | None]]:
        """What the words cited in a sentence claim: article, words, claim, and the record of it."""
        for citation in sentence.citations:
            article = self.library.articles.get(citation.article)
            if article is None:
                continue
            keys = [citation.quote] if citation.quote else list(article.quotes)
            for observation in self._observations_of(article.id):
                if observation.quote in keys or citation.quote is None:
                    yield article.id, self._word(observation), self._claim(observation), observation
            for key in keys:
                quote = article.quotes.get(key)
                if quote is None:
                    continue
                language = quote.language or article.language
                for quantity in find_quantities(quote.text, language):
                    claim = claim_of(quantity, classify(quantity.counted, language))
                    yield article.id, quantity.span.of(quote.text), claim, None

    def _is_known(self, citation: Citation) -> bool:
        """Whether the words that a citation names are on record."""
        article = self.library.articles.get(citation.article)
        return article is not None and (not citation.quote or citation.quote in article.quotes)

    def _observations_of(self, article: str) -> Iterable[Observation]:
        for id in self.library.observations_of_article.get(article, ()):
            observation = self.library.observations[id]
            if is_measurable(observation, self.library):
                yield observation

    def _find_near(self, sentence: Sentence) -> str:
        """The words of the first number that a cited quote has, for the message."""
        return next((words for _, words, _, _ in self._cited_claims(sentence)), "")

    def _make(
        self, quantity: Quantity, sentence: Sentence, verdict: Verdict, grounds: Grounds
    ) -> TypedFigure:
        start = quantity.span.start
        return TypedFigure(quantity.span.of(sentence.text), sentence, start, verdict, grounds)


def _say(quantity: Quantity, text: str, drift: Drift | None) -> str:
    """The words of a quantity; where “by” and “to” are at stake, with those before it."""
    said = quantity.span.of(text)
    if drift is not Drift.CHANGE:
        return said
    before = text[: quantity.span.start].split()[-2:]
    return " ".join([*before, said])


def _is_near(drift: Drift, text: Claim, claim: Claim) -> bool:
    """Whether a claim that drifts may still be the one that is meant: its number is the text's."""
    if drift is Drift.UNIT:
        return (text.low, text.high) == (claim.low, claim.high)
    return drift is not Drift.VALUE


def _find_link(quantity: Quantity, sentence: Sentence) -> Linked | None:
    return next((link for link in sentence.links if link.span.meets(quantity.number)), None)


def is_result(quantity: Quantity, result: Fraction) -> bool:
    """Whether a quantity is what a calculation makes, to the digits it is given in."""
    said = quantity.low
    if said != quantity.high:
        return False
    is_near = abs(abs(said) - abs(result)) * 2 <= quantity.step
    if quantity.is_fraction:
        return abs(said - result) * _SCALE <= 1 or abs(said - result / _SCALE) * _SCALE <= 1
    return is_near or (quantity.qualifier is not Qualifier.EXACT and is_rounding(said, result))
