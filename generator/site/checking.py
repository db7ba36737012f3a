"""Reads and checks a project, and of what was checked before only what may come out otherwise.

What no brief has a bearing on holds until a record changes; what one brief shows, until that brief
or a record does. Both are kept with the contents of the files that they were found in, by which
alone they are used again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.catalogue import RULES
from generator.checks.counts import Counts, count_records
from generator.checks.quotes import find_left_quotes
from generator.checks.run import Found, check_all, check_brief, check_records, judge
from generator.evidence.chains import Origin, find_origins
from generator.evidence.conflicts import find_conflicts
from generator.evidence.findings import find_matches, find_stated, judge_figures, put_match
from generator.evidence.verdict import Finding, Verdict
from generator.interrupts import heed
from generator.issues import Issue, Location, bound_issues, has_errors, sort_issues
from generator.library.library import Library, find_referring_records
from generator.library.tables import name_of
from generator.limits import ISSUES
from generator.phrases.quantity import Span
from generator.reading.assemble import assemble, find_nothing
from generator.reading.files import read_data_files
from generator.site.fingerprint import digest_text, read_program
from generator.site.kept import load_note, save_note
from generator.site.kept_records import KeptRecords
from generator.site.progress import Progress
from generator.site.work import Here, Workers, divide
from generator.site.written import check_written

NOTE = "checks.note"
VERSION = 3
"""To be raised when the form of the note changes."""
_FIGURES, _STATED, _CONFLICTS, _ORIGINS, _REFERRING, _LEFT = map(
    name_of,
    (
        *(judge_figures, find_stated, find_conflicts, find_origins, find_referring_records),
        find_left_quotes,
    ),
)
"""The tables of records that take longest to make."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A project's records and everything that is wrong with them, sorted."""

    library: Library
    issues: list[Issue]
    counts: Counts

    def with_issues(self, more: list[Issue]) -> Checked:
        """The same with further issues among them."""
        return replace(self, issues=sort_issues([*self.issues, *more]))

    def find_obstacle(self, *, strict: bool) -> str:
        """Why a build must not go on, and the way out; empty if it may."""
        if has_errors(self.issues):
            return "mend the errors above"
        if strict and self.issues:
            return "with --strict warnings count as well: mend those above"
        if strict and self.counts.not_checked:
            return (
                f"--strict fails on what was not checked: {self.counts.not_checked:,} figures and "
                "quotes"
            )
        return ""


def check_project(
    project: Path,
    kept: Path | None = None,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Reads and checks everything under `project/data`, and what people wrote beside it.

    Args:
        project: The project's folder, whose lock the caller holds if something is kept.
        kept: The folder in which results are kept, if they are.
        workers: Where the checks run; here, if none are named.
        progress: Is told of the files to be read and the briefs to be checked, if anybody waits.

    Raises:
        WorkersLostError: Those who check died, again and again.
        KeyboardInterrupt: The process was told to end.
    """
    with pause_collection():
        library, issues = _read(project, kept, workers or Here(), progress)
        known = _read_notes(load_note(kept / NOTE) if kept else None, library)
        found = _check_rest(library, known, workers or Here(), progress)
        parts = [found[unit] for unit in [_RECORDS, *library.briefs]]
        judged = judge([*parts, found[_ALL]], library)
        if kept is not None:
            save_note(kept / NOTE, _write_notes(library, parts))
    heed()
    shown = bound_issues([*issues, *judged.kept, *check_written(project)], ISSUES)
    return Checked(library, shown, count_records(library, judged))


def _read(
    project: Path, kept: Path | None, workers: Workers, progress: Progress | None
) -> tuple[Library, list[Issue]]:
    """What a project's files hold; the files as they were kept are needed no longer."""
    data = read_data_files(project)
    if kept is None:
        return assemble(data, find_nothing)
    records = KeptRecords(kept)
    records.update(data.files, workers, progress)
    return assemble(data, records.find)


@contextmanager
def pause_collection() -> Iterator[None]:
    """Looking for garbage takes longer than the reading itself, and there is hardly any."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found before, and still holds."""

    records: Found | None = None
    briefs: Mapping[str, tuple[str, Found]] = field(default_factory=dict)
    """For each brief the SHA-256 of its file, and what was found."""


def _check_rest(
    library: Library, known: _Known, workers: Workers, progress: Progress | None
) -> dict[str, Found]:
    """What each unit shows: every brief under its id, the records, and all together."""
    found = {
        id: before
        for id, (print_, before) in known.briefs.items()
        if id in library.briefs and print_ == _print_of(id, library)
    }
    if known.records is not None:
        found[_RECORDS] = known.records
    left = [unit for unit in [_RECORDS, _ALL, *library.briefs] if unit not in found]
    where = workers if len(left) > FEW else Here()
    if _RECORDS in left and where.is_near and where.count > 1:
        _match_figures(library, where)
    if progress is not None:
        progress.begin(len(left))
    for results in where.run(_check_units, library, divide(left, where.count)):
        for unit, one, tables in results:
            found[unit] = one
            for name, table in _read_tables(tables).items() if tables else ():
                library.core.put_table(name, table)
        if progress is not None:
            progress.advance(len(results))
    library.core.forget()  # what a site needs of it is in the tables
    return found


def _match_figures(library: Library, workers: Workers) -> None:
    """Finds what each figure's quote says, which all who check need: else each finds it alone."""
    batches = divide(list(library.observations), workers.count)
    for found in workers.run(find_matches, library, batches):
        for id, match in found:
            put_match(id, match, library)


_RECORDS, _ALL = "records/", "all/"
"""Units that are no brief's, whose ids have no slash."""
FEW = 8
"""So many units are sooner checked here than sent elsewhere."""


def _check_units(library: Library, units: Sequence[str]) -> list[tuple[str, Found, list[Any]]]:
    """What some units show; of the records also their tables, which others need as well."""
    results = []
    for unit in units:
        if unit == _RECORDS:
            results.append((unit, check_records(library), _write_tables(library.core)))
        elif unit == _ALL:
            results.append((unit, check_all(library), []))
        else:
            results.append((unit, check_brief(unit, library), []))
    return results


def _print_of(brief: str, library: Library) -> str:
    return library.prints[library.path_of("brief", brief)]


def digest_records(library: Library) -> str:
    """All that is known without briefs: the files of the records, and the captures."""
    briefs = {library.path_of("brief", id) for id in library.briefs}
    prints = {path: one for path, one in library.prints.items() if path not in briefs}
    captures = {id: capture.sha256 for id, capture in library.captures.items()}
    missing = [repr(sorted(library.broken)), repr(sorted(library.incomplete))]
    return digest_text([read_program(), digest_text(prints), digest_text(captures), *missing])


def _read_notes(plain: Any, library: Library) -> _Known:
    try:
        version, digest, tables, records, briefs = plain
        if (version, digest) != (VERSION, digest_records(library)):
            return _Known()
        for name, table in _read_tables(tables).items():
            library.core.put_table(name, table)
        return _Known(
            _read_found(records),
            {id: (print_, _read_found(found)) for id, (print_, found) in briefs.items()},
        )
    except (TypeError, ValueError, LookupError, AttributeError):
        return _Known()


def _write_notes(library: Library, parts: list[Found]) -> list[Any]:
    records, *briefs = parts
    return [
        VERSION,
        digest_records(library),
        _write_tables(library.core),
        _write_found(records),
        {
            id: [_print_of(id, library), _write_found(found)]
            for id, found in zip(library.briefs, briefs, strict=True)
        },
    ]


def _write_tables(core: Library) -> list[Any]:
    return [
        {id: [str(one.verdict), one.reason] for id, one in judge_figures(core).items()},
        {id: [span.start, span.end] for id, span in find_stated(core).items()},
        {id: list(ids) for id, ids in find_conflicts(core).items()},
        {
            id: None if one is None else [one.source, one.unnamed, one.via]
            for id, one in find_origins(core).items()
        },
        {key: list(map(list, who)) for key, who in find_referring_records(core).items()},
        {id: list(keys) for id, keys in find_left_quotes(core).items()},
    ]


def _read_tables(tables: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    figures, stated, conflicts, origins, referring, left = tables
    return {
        _FIGURES: {id: Finding(Verdict(one), reason) for id, (one, reason) in figures.items()},
        _STATED: {id: Span(*ends) for id, ends in stated.items()},
        _CONFLICTS: {id: tuple(ids) for id, ids in conflicts.items()},
        _ORIGINS: {id: None if one is None else Origin(*one) for id, one in origins.items()},
        _REFERRING: {key: tuple(map(tuple, who)) for key, who in referring.items()},
        _LEFT: {id: tuple(keys) for id, keys in left.items()},
    }


def _write_found(found: Found) -> list[Any]:
    issues = [
        [
            issue.rule.id,
            [issue.location.path, issue.location.line, issue.location.column, issue.location.field],
            issue.message,
            issue.help,
            issue.waivable,
        ]
        for issue in found.issues
    ]
    return [issues, {str(verdict): number for verdict, number in found.typed.items()}]


def _read_found(plain: Any) -> Found:
    issues, typed = plain
    return Found(
        tuple(
            Issue(RULES[rule], Location(*place), message, help, waivable and tuple(waivable))
            for rule, place, message, help, waivable in issues
        ),
        {Verdict(verdict): number for verdict, number in typed.items()},
    )
