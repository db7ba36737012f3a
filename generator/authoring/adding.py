"""From what somebody typed to a record that can be added: understood, checked, not there twice.

Says what is wrong in the words of the flags. Who asks, and how, is left to the command line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.authoring.fields import (
    MODELS,
    Asked,
    find_value_issue,
    find_value_issues,
    list_asked,
    understand,
)
from generator.authoring.naming import propose_id
from generator.authoring.understanding import reduce_address
from generator.library.library import Library
from generator.library.near import suggest
from generator.records.base import find_slug_fault
from generator.records.vocabulary import SourceKind

Values = dict[str, Any]
"""The fields of a record by name, as texts, lists and mappings."""

_ADDRESSES = {"article": ("url", "archive-url", "seen-at"), "source": ("url",)}
_EXTRAS = {
    "article": ("quote", "relays"),
    "observation": ("article", "words"),
    "brief": ("article", "figure"),
}
"""Flags that are no field of the record."""
_BESIDE = frozenset(["article", "in", "words", "figure", "prose"])
"""Values that are no field of the record."""


@dataclass(slots=True)
class Understood:
    """What was typed, as values, and what is wrong with it, each beginning with its flag."""

    values: Values = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def understand_given(kind: str, given: Mapping[str, Sequence[str]], library: Library) -> Understood:
    """The values of a record from the texts given for each flag."""
    result = Understood()
    for asked in list_asked(kind):
        texts = [text for text in given.get(asked.flag, ()) if text.strip()]
        if not texts:
            continue
        value, problem = understand_one(kind, asked, texts, library)
        result.values[asked.name] = value
        if problem:
            result.problems.append(f"--{asked.flag}: {problem}")
    for flag in _EXTRAS.get(kind, ()):
        if given.get(flag) and any(text.strip() for text in given[flag]):
            _understand_extra(flag, list(given[flag]), library, result)
    return result


def understand_one(
    kind: str, asked: Asked, texts: Sequence[str], library: Library
) -> tuple[str | list[str], str]:
    """A field's value and, in a sentence, what is wrong with it; empty if nothing is."""
    understood = [understand(asked, text) for text in texts]
    value = understood if asked.is_many else understood[0]
    if len(texts) > 1 and not asked.is_many:
        return value, "has one value only"
    issue = find_value_issue(kind, asked.name, value)
    if issue is not None:
        message = issue.message.removeprefix(f"`{asked.name}`: ")
        return value, f"{message}; {issue.help}" if issue.help else message
    problem = next(filter(None, (_find_unknown(asked.of, id, library) for id in understood)), "")
    return value, problem


def _find_unknown(kind: str, id: str, library: Library) -> str:
    if not kind or not library.is_missing(kind, id):
        return ""
    otherwise = f"add it first: `brief new {kind}`" if kind in MODELS else "see `data/`"
    return f"there is no {kind} `{id}`; {suggest(id, library.by_kind[kind], otherwise)}"


def _understand_extra(flag: str, texts: list[str], library: Library, result: Understood) -> None:
    if flag == "quote":
        pairs = [text.partition("=") for text in texts]
        result.values["quotes"] = {key.strip(): words.strip() for key, _, words in pairs}
        if not all(sign and words.strip() for _, sign, words in pairs):
            result.problems.append("--quote: write it as KEY=WORDS, such as rate=about nine tonnes")
    elif flag == "relays":
        result.values["reports"] = [_read_relay(text) for text in texts]
        for link in result.values["reports"]:
            if problem := _find_unknown("source", link["source"], library):
                result.problems.append(f"--relays: {problem}")
    elif flag == "words":
        result.values[flag] = texts[0].strip()
    else:
        _understand_ids(flag, [text.strip() for text in texts], library, result)


def _understand_ids(flag: str, ids: list[str], library: Library, result: Understood) -> None:
    kind = "observation" if flag == "figure" else "article"
    result.values |= {flag: ids, "in": ids[0]}
    for problem in filter(None, (_find_unknown(kind, id, library) for id in ids)):
        result.problems.append(f"--{flag}: {problem}")


def _read_relay(text: str) -> dict[str, str]:
    """`cites:isw`, or `isw` alone, as a link of the chain."""
    verb, sign, source = text.rpartition(":")
    return {"verb": verb.strip() if sign else "reports", "source": source.strip()}


def complete(kind: str, values: Values, library: Library, today: str) -> None:
    """Fills in what follows from the rest, or is nearly always so; nothing that was given."""
    if kind == "article":
        source = library.sources.get(str(values.get("outlet")))
        if source is not None and len(source.languages) == 1:
            values.setdefault("language", source.languages[0])
        if source is not None and source.kind is SourceKind.NEWSPAPER:
            values.setdefault("type", "article-newspaper")
    elif kind == "brief":
        _complete_brief(values, library)
        values.setdefault("cut-off", today)
        values.setdefault("published", today)
    elif kind == "observation" and values.get("words"):
        values.setdefault("quote", "words")


def _complete_brief(values: Values, library: Library) -> None:
    """A text to begin with, in which the figures and articles named have their links."""
    figures = list(values.get("figure", ()))
    cited = list(values.get("article", ())) + [library.article_of.get(id, "") for id in figures]
    citation = "; ".join(f"@{id}" for id in dict.fromkeys(cited) if id)
    if citation:
        values.setdefault("bottom-line", f"To be written [{citation}].")
    if figures:
        values.setdefault("key-figures", figures)
    values["prose"] = "\n".join(_show_figure(id, library) for id in figures)


def _show_figure(id: str, library: Library) -> str:
    """A line with the figure and, behind it, the words that it was read from."""
    quote = library.observations[id].quote
    words = f", {quote}" if quote else ""
    return f"- [](obs:{id}) [@{library.article_of[id]}{words}]"


def propose(kind: str, values: Mapping[str, Any], library: Library) -> str:
    """A free id for the record."""
    said = {name: value for name, value in values.items() if isinstance(value, str)}
    article = library.articles.get(_first(values.get("article")))
    if article is not None:
        said["outlet"] = article.outlet
    return propose_id(kind, said, library.by_kind[kind])


def find_problems(kind: str, values: Mapping[str, Any], library: Library) -> Iterator[str]:
    """What is wrong with a whole record, its id included."""
    id = str(values.get("id", ""))
    if find_slug_fault(id):
        yield f"--id: `{id}` is no id: lower-case letters a-z, digits and hyphens"
    elif id in library.by_kind[kind]:
        place = library.address(kind, id).locate()
        yield f"--id: there is a {kind} `{id}` already, in {place.path} line {place.line}"
    record = {name: value for name, value in values.items() if name not in _BESIDE}
    for issue in find_value_issues(kind, record):
        name = issue.location.path
        flag = next((one.flag for one in list_asked(kind) if one.name == name), name)
        if name != "id":
            yield f"--{flag}: {issue.message}" if flag else issue.message
    if kind == "observation":
        yield from _find_quote_problems(values, library)


def _find_quote_problems(values: Mapping[str, Any], library: Library) -> Iterator[str]:
    article = library.articles.get(_first(values.get("article")))
    key = str(values.get("quote", ""))
    if article is None or not key:
        return
    known = article.quotes
    if values.get("words") and key in known:
        yield f"--quote: `{key}` stands for other words already; choose another key"
    elif not values.get("words") and key not in known:
        near = suggest(key, known, "give the words, too, with --words")
        yield f"--quote: the article has no quote `{key}`; {near}"


def find_same_address(kind: str, values: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Where an address of the record stands already, in this form or another."""
    names = _ADDRESSES.get(kind, ())
    wanted = {reduce_address(url) for name in names for url in _as_list(values.get(name))}
    if not wanted:
        return
    for id, record in library.by_kind[kind].items():
        for name in names:
            for url in _as_list(getattr(record, name.replace("-", "_"), None)):
                if reduce_address(url) in wanted:
                    place = library.address(kind, id).locate(name)
                    yield f"the {kind} `{id}` has this address: {place.path}:{place.line} ({url})"


def _as_list(value: Any) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else list(value)


def _first(value: Any) -> str:
    return next(iter(_as_list(value)), "")
