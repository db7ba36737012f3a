"""A new record as text in the file where it belongs: fields in order, hints for what is left.

Pure: gives the whole texts of the files that change. Nothing that stands there is touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authoring.fields import MODELS, list_asked
from generator.authoring.layout import BRIEF_WIDTH, WIDTH, write_tree
from generator.authoring.nodes import Collection, Entry, Scalar, Tree
from generator.authoring.round_trip import Value, insert_item, make_node, set_field
from generator.reading.model_fields import find_field, list_fields
from generator.reading.yaml_text import read_yaml
from generator.records.article import Article
from generator.records.base import Record

_LISTS = {"source": "data/sources.yml", "metric": "data/metrics.yml"}
_SCHEMAS = {"source": "sources", "metric": "metrics", "event": "events"}
_PROSE = """
To be written: the answer in full, each figure with its link, each sentence with its citation.
{figures}
## What is not known

- To be written.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that could be added: where it would stand, and the files as they would be."""

    kind: str
    id: str
    path: str
    changes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Project:
    """What is there already: the texts of the files of records, by their paths."""

    texts: Mapping[str, str]
    article_paths: Mapping[str, str]
    """The file of each article, by its id."""


def draft_record(
    kind: str, values: Mapping[str, Value], project: Project, *, hints: bool = True
) -> Draft:
    """A record with these values, in its file.

    Args:
        kind: What it is.
        values: Its fields by name, understood and valid; beside them the article that an
            observation is `in`, and the `words` to be put under its `quote`.
        project: What is there already.
        hints: Whether the fields left out are named in comments.

    Raises:
        FaultyTextError: The file that it goes into can't be read.
    """
    place = _find_place(kind, values, project)
    id, before = str(values["id"]), project.texts.get(place)
    if kind == "observation":
        text = _add_observation(before or "", values, hints=hints)
    elif kind in ("article", "brief"):
        text = _write_alone(kind, values, hints=hints)
    elif before is None or read_yaml(before).value in (None, [], ""):
        text = f"{before or _modeline(kind, place)}{_write_item(kind, values, hints=hints)}"
    else:
        index = _find_index(before, "date" if kind == "event" else "id", values)
        text = insert_item(before, (), make_record(kind, values, hints=hints), index)
    return Draft(kind, id, place, {place: text})


def _find_place(kind: str, values: Mapping[str, Value], project: Project) -> str:
    if kind == "observation":
        return project.article_paths[str(values["in"])]
    if kind in _LISTS:
        return _LISTS[kind]
    day = {"article": "issued", "event": "date", "brief": "published"}[kind]
    year = str(values.get(day, ""))[:4]
    if kind == "event":
        return f"data/events/{year}.yml"
    suffix = "md" if kind == "brief" else "yml"
    folder = year if year.isdigit() else "undated"
    return f"data/{kind}s/{folder}/{values['id']}.{suffix}"


def make_record(kind: str, values: Mapping[str, Value], *, hints: bool) -> Collection:
    """The record as part of a tree: its fields in order, hints above those that follow them."""
    record, waiting = Collection([], is_mapping=True), list[str]()
    for name in list_fields(MODELS[kind]):
        value = values.get(name)
        if value:
            node = make_node(value, flow=name == "reports")
            record.entries.append(Entry(Scalar(name), node, above=waiting))
            waiting = []
        elif hints and name not in values:
            waiting += _hint(MODELS[kind], name)
    record.below = waiting
    return record


def _hint(model: type[Record], name: str) -> Iterator[str]:
    """What a field is for, in a comment of one line."""
    info = find_field(model, (name,))
    sentence = " ".join((info.description or "").split())
    text = f"# {name}: {sentence}"
    room = WIDTH - 4
    yield text if len(text) <= room else f"{text[: room - 1].rsplit(' ', 1)[0]}…"


def _write_alone(kind: str, values: Mapping[str, Value], *, hints: bool) -> str:
    modeline = f"# yaml-language-server: $schema=../../schema/{kind}.json\n"
    tree = Tree(make_record(kind, values, hints=hints), "")
    if kind == "article":
        return modeline + write_tree(tree)
    figures = f"\n{values['prose']}\n" if values.get("prose") else ""
    return f"---\n{modeline}{write_tree(tree, BRIEF_WIDTH)}---\n{_PROSE.format(figures=figures)}"


def _write_item(kind: str, values: Mapping[str, Value], *, hints: bool) -> str:
    entry = Entry(None, make_record(kind, values, hints=hints))
    return write_tree(Tree(Collection([entry], is_mapping=False), ""))


def _modeline(kind: str, place: str) -> str:
    up = "../" * (place.count("/") - 1)
    return f"# yaml-language-server: $schema={up}schema/{_SCHEMAS[kind]}.json\n"


def _find_index(text: str, name: str, values: Mapping[str, Value]) -> int | None:
    """The place that keeps a sorted list sorted; the end of another."""
    read = read_yaml(text).value
    there = [str(one.get(name, "")) for one in read if isinstance(one, dict)]
    return bisect_right(there, str(values[name])) if there == sorted(there) else None


def _add_observation(text: str, values: Mapping[str, Value], *, hints: bool) -> str:
    order = list_fields(Article)
    if values.get("words"):
        text = _add_quote(text, str(values["quote"]), values["words"], order)
    record = make_record("observation", values, hints=hints)
    return _drop_hint(insert_item(text, ("observations",), record, order=order), "observations")


def _add_quote(text: str, key: str, words: Value, order: Sequence[str]) -> str:
    read = read_yaml(text).value
    if isinstance(read, dict) and "quotes" in read:
        return set_field(text, ("quotes", key), words)
    return _drop_hint(set_field(text, ("quotes",), {key: words}, order), "quotes")


def _drop_hint(text: str, name: str) -> str:
    """The text without the hint for a field that now is there."""
    hint = next(_hint(Article, name))
    return text.replace(f"\n{hint}\n", "\n", 1)


def name_missing(kind: str, values: Mapping[str, Value]) -> list[str]:
    """The flags of the fields that a record can't do without and that have no value yet."""
    missing = [one.flag for one in list_asked(kind) if one.is_required and not values.get(one.name)]
    missing = [flag for flag in missing if flag != "bottom-line"]  # made of what is cited
    if kind in ("observation", "brief") and not values.get("article"):
        missing += [] if values.get("figure") else ["article"]
    if kind == "observation":
        has_number = values.get("value") or (values.get("low") and values.get("high"))
        missing += [] if has_number else ["value"]
    return missing
