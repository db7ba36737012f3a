"""Another id for a record, everywhere at once: in its file, in others', in the prose of briefs.

Only the bytes of the ids change, and the marks of briefs that named it, which still say the same.
What comes out is read again: the library must be the same but for the id, else nothing is done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from generator.authoring.mentions import Target, UnclearMentionError
from generator.authoring.mentions_in_files import find_in_file
from generator.authoring.round_trip import FaultyTextError, edit_front_matter, set_field
from generator.authoring.trial import change_data, check_data
from generator.evidence.text_mark import mark_text, recorded_mark
from generator.issues import Issue
from generator.library.library import Library
from generator.library.near import suggest
from generator.library.references import find_brief_references, find_references
from generator.pages.context import page_of
from generator.pages.data_files import data_file_of
from generator.reading.assemble import assemble
from generator.reading.files import DataFiles
from generator.reading.kinds import FILE_KINDS, Shape
from generator.records.base import Record, find_slug_fault
from generator.records.brief import Brief
from generator.records.observation import Observation

KINDS = tuple(
    # Places have ISO's codes, and links their addresses.
    dict.fromkeys(one.kind for one in FILE_KINDS if one.kind not in ("place", "link"))
)
"""The kinds of record that can have another id."""
Checked = tuple[Library, list[Issue]]
"""The records, and what the check says of them."""
_SHOWN = frozenset(["article", "brief", "event", "metric", "observation", "source", "topic"])


class RefusedError(Exception):
    """A record that can't be renamed, and why; nothing was changed."""


class WrongIdError(RefusedError):
    """An id that is not there, is taken, or is none."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new id changes."""

    changes: Mapping[str, str | None]
    """The new text of each file; None for one that has another name now."""
    counts: Mapping[str, int]
    """How many mentions each file had, by its path before."""
    addresses: tuple[tuple[str, str], ...] = ()
    """The addresses on the site that change: before, after."""
    marked: tuple[str, ...] = ()
    """The briefs whose mark goes on saying that nothing changed."""
    new_file: str = ""
    """The new name of a file that is named like its record."""
    library: Library = field(default_factory=Library)
    """All records as they are then."""


@dataclass(frozen=True, slots=True)
class Change:
    """One id that becomes another."""

    kind: str
    old: str
    new: str

    def apply(self, kind: str, id: str) -> str:
        """The id that a record has afterwards."""
        return self.new if (kind, id) == (self.kind, self.old) else id

    def list_targets(self, record: Record | Brief) -> list[tuple[str, str]]:
        """All that a record points to, as it should be afterwards."""
        return [(kind, self.apply(kind, id)) for kind, id in Change.list_all(record)]

    @staticmethod
    def list_all(record: Record | Brief) -> list[tuple[str, str]]:
        """All that a record points to, in its order, as often as it does."""
        if isinstance(record, Brief):
            return list(find_brief_references(record))
        return [(one.kind, one.id) for one in find_references(record)]


def rename_record(
    kind: str, old: str, new: str, data: DataFiles, checked: Checked | None = None
) -> Renaming:
    """All that changes when a record has another id.

    Args:
        kind: What the record is.
        old: Its id.
        new: The id that it is to have.
        data: The files of the project.
        checked: What `check_data` gives for them, if that is known.

    Raises:
        RefusedError: It can't be done, with the reason.
    """
    library, issues = checked or check_data(data)
    _check_ids(kind, old, new, library)
    changes, counts = _replace_mentions(kind, old, new, data)
    moved = _move(kind, old, new, library, changes)
    marked = _keep_marks(library, data, changes, old, new)
    after, now = check_data(_move_capture(kind, old, new, change_data(data, changes)))
    _verify(Change(kind, old, new), library, after)
    if Counter(one.rule.id for one in issues) != Counter(one.rule.id for one in now):
        raise RefusedError(f"with `{new}` the check would not say the same; nothing was changed")
    addresses = tuple(_list_addresses(kind, old, new, library, after))
    return Renaming(changes, counts, addresses, marked, moved, after)


def _move_capture(kind: str, old: str, new: str, data: DataFiles) -> DataFiles:
    """The files with the captured text of an article under its new id."""
    if kind != "article" or old not in data.captures:
        return data
    captures = {new if id == old else id: one for id, one in data.captures.items()}
    return replace(data, captures=captures)


def _check_ids(kind: str, old: str, new: str, library: Library) -> None:
    known = library.by_kind[kind]
    if old not in known:
        broken = (kind, old) in library.broken
        near = suggest(old, known, "`brief check` lists what can't be read")
        raise WrongIdError(
            f"the {kind} `{old}` can't be read; mend it first"
            if broken
            else f"there is no {kind} `{old}`; {near}"
        )
    if find_slug_fault(new):
        raise WrongIdError(f"`{new}` is no id: lower-case letters a-z, digits and hyphens")
    if new in known or (kind, new) in library.broken:
        raise WrongIdError(f"there is a {kind} `{new}` already")


def _replace_mentions(
    kind: str, old: str, new: str, data: DataFiles
) -> tuple[dict[str, str | None], dict[str, int]]:
    models = {one.kind: one.model for one in FILE_KINDS} | {"observation": Observation}
    target = Target(kind, old, models[kind])
    changes: dict[str, str | None] = {}
    counts: dict[str, int] = {}
    for file in data.files:
        try:
            starts = find_in_file(file, target)
        except FaultyTextError:
            raise RefusedError(f"`{file.path}` can't be read; mend it first") from None
        except UnclearMentionError as error:
            raise RefusedError(f"in `{file.path}`: {error}; change it by hand") from None
        if starts:
            changes[file.path] = _put(file.text, starts, old, new)
            counts[file.path] = len(starts)
    return changes, counts


def _put(text: str, starts: list[int], old: str, new: str) -> str:
    parts, end = [], 0
    for start in starts:
        parts += [text[end:start], new]
        end = start + len(old)
    return "".join([*parts, text[end:]])


def _move(kind: str, old: str, new: str, library: Library, changes: dict[str, str | None]) -> str:
    """Gives a file that is named like its record its new name, which is returned if it has one."""
    path = library.path_of(kind, old)
    folder, _, name = path.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    has_own = any(
        one.kind == kind and one.shape in (Shape.SINGLE, Shape.BRIEF) for one in FILE_KINDS
    )
    if not has_own or stem != old:
        return ""
    moved = f"{folder}/{new}{dot}{suffix}"
    changes[moved], changes[path] = changes[path], None
    return moved


def _keep_marks(
    library: Library, data: DataFiles, changes: dict[str, str | None], old: str, new: str
) -> tuple[str, ...]:
    """Brings the marks up to date that were right before: a brief says what it said."""
    right = {id for id, one in library.briefs.items() if mark_text(one) == recorded_mark(one)}
    after, _ = assemble(change_data(data, changes))
    kept = []
    for id, brief in after.briefs.items():
        text, mark = changes.get(after.path_of("brief", id)), mark_text(brief)
        before = old if id == new and id not in library.briefs else id
        if text is None or before not in right or mark == recorded_mark(brief):
            continue
        revisions = len(brief.front.revisions)
        keys = ("revisions", revisions - 1, "text") if revisions else ("published-text",)
        changes[after.path_of("brief", id)] = edit_front_matter(
            text, partial(set_field, keys=keys, value=mark)
        )
        kept.append(id)
    return tuple(kept)


def _verify(change: Change, before: Library, after: Library) -> None:
    """That all who pointed to the record still do, by name, and that nothing else moved."""
    for kind, records in before.by_kind.items():
        for id, record in records.items():
            new = after.by_kind[kind].get(change.apply(kind, id))
            if new is None or change.list_targets(record) != Change.list_all(new):
                raise RefusedError(
                    f"the {kind} `{id}` would not say the same with `{change.new}`; "
                    "nothing was changed"
                )


def _list_addresses(
    kind: str, old: str, new: str, before: Library, after: Library
) -> Iterator[tuple[str, str]]:
    if kind not in _SHOWN:
        return
    pages = page_of(kind, old, before), page_of(kind, new, after)
    yield _write_address(pages[0]), _write_address(pages[1])
    if kind == "metric":
        yield data_file_of(old), data_file_of(new)


def _write_address(page: str) -> str:
    path, sign, anchor = page.partition("#")
    return f"{path.removesuffix('.md')}/{sign}{anchor}"
