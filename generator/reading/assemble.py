"""Puts the texts of `data/` together into one `Library`; whatever can't be read becomes an issue.

A record with a fault is left out, and its id is remembered as `broken`, so that one mistake is not
reported again by everything that points to the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from generator.address import Address
from generator.catalogue import RULES
from generator.issues import Issue
from generator.library.capture import Capture
from generator.library.library import Library
from generator.limits import RECORDS
from generator.reading.briefs import ReadBrief, read_brief
from generator.reading.clean import Find
from generator.reading.csv_text import read_csv
from generator.reading.fault import Fault, to_issues
from generator.reading.files import DataFiles, TextFile
from generator.reading.kinds import FILE_KINDS, FileKind, Shape, find_kind
from generator.reading.positions import CsvPositions, YamlPositions
from generator.reading.validate import validate
from generator.reading.yaml_text import read_yaml
from generator.records.article import Article
from generator.records.base import Record
from generator.records.observation import Observation, SeriesRow


def find_nothing(_file: TextFile) -> None:
    """Nothing was read before."""


@dataclass(slots=True)
class Shelf:
    """Records as they come in, kind by kind, before they are a library."""

    records: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {held.kind: {} for held in FILE_KINDS}
    )
    addresses: dict[tuple[str, str], Address] = field(default_factory=dict)
    article_of: dict[str, str] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    incomplete: set[str] = field(default_factory=set)
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    """The files of one record each, by the kind and id for which they are named."""
    issues: list[Issue] = field(default_factory=list)
    find_clean: Find = find_nothing
    """Gives what was read from a file before."""

    def count(self) -> int:
        """How many records there are."""
        return sum(map(len, self.records.values()))

    def put(self, kind: str, id: str, record: object, address: Address) -> bool:
        """Adds a record; False, and an issue, if its id is taken."""
        if id in self.records[kind]:
            first = self.addresses[kind, id].locate()
            self.issues.append(
                Issue(
                    RULES["duplicate-id"],
                    address.locate("id"),
                    f"the {kind} `{id}` is there already, in {first.path} line {first.line}",
                    "give this one another id, or delete it if it is the same",
                )
            )
            return False
        self.records[kind][id] = record
        self.addresses[kind, id] = address
        return True


def assemble(data: DataFiles, find_clean: Find = find_nothing) -> tuple[Library, list[Issue]]:
    """The library of all records that could be read, and an issue for each fault.

    Args:
        data: The texts.
        find_clean: Gives what `read_clean` read from a file before, so that it is not read again.
    """
    shelf = Shelf(issues=list(data.issues), find_clean=find_clean)
    for path, kind in data.unread:
        _mark_unread(shelf, path, kind)
    shelf.files = {(file.kind.kind, _stem(file.path)): file.path for file in data.files}
    for file in data.files:
        _READERS[file.kind.shape](file, shelf)
        if shelf.count() > RECORDS:
            _leave_rest(shelf, data.files[data.files.index(file) :])
            break
    prints = {file.path: sha256(file.text.encode()).hexdigest() for file in data.files}
    return replace(_close(shelf, data.captures), prints=prints), shelf.issues


def _leave_rest(shelf: Shelf, files: list[TextFile]) -> None:
    """Says at which file there were too many records, and remembers what is not read."""
    message = f"with this file there are more than {RECORDS:,} records"
    fault = Fault("too-large", 0, 0, message, "divide the library into two sites")
    shelf.issues += to_issues([fault], files[0].path)
    for file in files[1:]:
        _mark_unread(shelf, file.path, file.kind)


def _close(shelf: Shelf, captures: Mapping[str, Capture]) -> Library:
    ordered: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for kind, records in shelf.records.items():
        ordered[kind] = dict(sorted(records.items()))
    return Library(
        sources=ordered["source"],
        units=ordered["unit"],
        places=ordered["place"],
        topics=ordered["topic"],
        metrics=ordered["metric"],
        articles=ordered["article"],
        observations=ordered["observation"],
        events=ordered["event"],
        briefs=ordered["brief"],
        corrections=ordered["correction"],
        links=ordered["link"],
        article_of=dict(sorted(shelf.article_of.items())),
        captures=dict(sorted(captures.items())),
        addresses=shelf.addresses,
        broken=frozenset(shelf.broken),
        incomplete=frozenset(shelf.incomplete),
    )


def _mark_unread(shelf: Shelf, path: str, kind: FileKind) -> None:
    """Remembers what an unreadable file or folder would have held, as far as its name tells."""
    if kind.shape in (Shape.SINGLE, Shape.BRIEF) and find_kind(path) is kind:
        shelf.broken.add((kind.kind, _stem(path)))
    else:
        shelf.incomplete.add(kind.kind)
    if kind.kind == "article":
        shelf.incomplete.add("observation")


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _parse_yaml(file: TextFile, shelf: Shelf) -> Any:
    parsed = read_yaml(file.text)
    faults = list(parsed.faults)
    if file.kind.may_be_empty and not (parsed.value or faults):
        return None
    if parsed.value in ("", [], {}) or (parsed.value is None and not faults):
        help = "write the record, or delete the file"
        faults.append(Fault("empty-file", 0, 0, "there is no record in this file", help))
    shelf.issues += to_issues(faults, file.path)
    if faults and not parsed.value:
        _mark_unread(shelf, file.path, file.kind)
        return None
    return parsed.value


def _read_list(file: TextFile, shelf: Shelf) -> None:
    positions, clean = YamlPositions(file.text), shelf.find_clean(file)
    if clean is not None:
        for index, record in enumerate(clean.records):
            _put_record(file.kind.kind, record, Address(file.path, (index,), positions), shelf)
        return
    value = _parse_yaml(file, shelf)
    if value is None:
        return
    if not isinstance(value, list):
        help = "begin each record with `- `, its further fields below it, indented by two spaces"
        fault = Fault("wrong-type", 1, 1, "this file must be a list of records", help)
        shelf.issues += to_issues([fault], file.path)
        _mark_unread(shelf, file.path, file.kind)
        return
    for index, item in enumerate(value):
        _put_one(
            file.kind.kind, file.kind.model, item, Address(file.path, (index,), positions), shelf
        )


def _put_one(
    kind: str, model: type[Record], value: Any, address: Address, shelf: Shelf
) -> Record | None:
    record, issues = validate(model, value, address)
    shelf.issues += issues
    if record is None:
        _mark_broken(kind, value, shelf)
        return None
    return record if _put_record(kind, record, address, shelf) else None


def _put_record(kind: str, record: Record, address: Address, shelf: Shelf) -> bool:
    id = str(record.id)  # type: ignore[attr-defined]  # every kind put here has an id
    return shelf.put(kind, id, record, address)


def _mark_broken(kind: str, value: Any, shelf: Shelf) -> None:
    id = value.get("id") if isinstance(value, dict) else None
    if isinstance(id, str):
        shelf.broken.add((kind, id))
    else:
        shelf.incomplete.add(kind)


def _read_single(file: TextFile, shelf: Shelf) -> None:
    address, clean = Address(file.path, (), YamlPositions(file.text)), shelf.find_clean(file)
    if clean is not None:
        _put_article(clean.records[0], file, address, shelf)
        return
    value = _parse_yaml(file, shelf)
    if value is None:
        return
    if isinstance(value, dict) and _is_copy("article", value.get("id"), address, shelf):
        return
    article = _put_one("article", file.kind.model, value, address, shelf)
    if not isinstance(article, Article):
        _mark_article_broken(file, value, shelf)
        return
    _finish_article(article, file, address, shelf)


def _put_article(record: Record, file: TextFile, address: Address, shelf: Shelf) -> None:
    if not isinstance(record, Article) or _is_copy("article", record.id, address, shelf):
        return
    if _put_record("article", record, address, shelf):
        _finish_article(record, file, address, shelf)
    else:
        shelf.broken.add(("article", _stem(file.path)))
        shelf.broken.update(("observation", one.id) for one in record.observations)


def _finish_article(article: Article, file: TextFile, address: Address, shelf: Shelf) -> None:
    _check_name(article.id, address, shelf)
    for index, observation in enumerate(article.observations):
        here = Address(file.path, ("observations", index), address.positions)
        _put_observation(observation, article.id, here, shelf)


def _mark_article_broken(file: TextFile, value: Any, shelf: Shelf) -> None:
    shelf.broken.add(("article", _stem(file.path)))
    observations = value.get("observations", []) if isinstance(value, dict) else None
    if not isinstance(observations, list):
        shelf.incomplete.add("observation")
        return
    for item in observations:
        _mark_broken("observation", item, shelf)


def _put_observation(
    observation: Observation, article: str, address: Address, shelf: Shelf
) -> None:
    if shelf.put("observation", observation.id, observation, address):
        shelf.article_of[observation.id] = article


def _is_copy(kind: str, id: Any, address: Address, shelf: Shelf) -> bool:
    """Whether the id is that of another file: then this one is the copy, and says so once."""
    stem = _stem(address.path)
    original = shelf.files.get((kind, str(id)))
    if original is None or str(id).casefold() == stem.casefold():
        return False
    message = f"the {kind} `{id}` has a file of its own, {original}"
    help = "give this one another id, and its file the same name; or delete the file"
    shelf.issues.append(Issue(RULES["duplicate-id"], address.locate("id"), message, help))
    return True


def _check_name(id: str, address: Address, shelf: Shelf) -> None:
    stem = _stem(address.path)
    if id != stem:
        shelf.issues.append(
            Issue(
                RULES["id-not-file-name"],
                address.locate("id"),
                f"the id is `{id}`, the file's name `{stem}`",
                f"rename the file to `{id}.{address.path.rsplit('.', 1)[-1]}`, or change the id",
            )
        )


def _read_rows(file: TextFile, shelf: Shelf) -> None:
    clean = shelf.find_clean(file)
    if clean is not None:
        places = CsvPositions(clean.lines)
        for index, found in enumerate(clean.records):
            _put_row(found, file, Address(file.path, (index,), places), shelf)
        return
    read = read_csv(file.text, file.kind.model)
    shelf.issues += to_issues(read.faults, file.path)
    if read.faults:
        shelf.incomplete.add(file.kind.kind)
        return
    if not read.rows and not file.kind.may_be_empty:
        fault = Fault("empty-file", 0, 0, "there are no rows below the header", "delete the file")
        shelf.issues += to_issues([fault], file.path)
        shelf.incomplete.add(file.kind.kind)
    positions = CsvPositions(read.lines)
    for index, row in enumerate(read.rows):
        address = Address(file.path, (index,), positions)
        record, issues = validate(file.kind.model, row, address)
        shelf.issues += issues
        if record is None:
            _mark_broken(file.kind.kind, row, shelf)
        else:
            _put_row(record, file, address, shelf)


def _put_row(record: Record, file: TextFile, address: Address, shelf: Shelf) -> None:
    if isinstance(record, SeriesRow):
        _put_observation(record, record.article, address, shelf)
    else:
        _put_record(file.kind.kind, record, address, shelf)


def _read_brief_file(file: TextFile, shelf: Shelf) -> None:
    clean = shelf.find_clean(file)
    if clean is not None and clean.brief is not None:
        read = ReadBrief(*clean.brief)
    else:
        read = read_brief(file.path, file.text)
    shelf.issues += read.issues
    if read.brief is None or read.address is None:
        shelf.broken.add(("brief", _stem(file.path)))
        return
    if _is_copy("brief", read.brief.id, read.address, shelf):
        return
    if shelf.put("brief", read.brief.id, read.brief, read.address):
        _check_name(read.brief.id, read.address, shelf)


_READERS = {
    Shape.LIST: _read_list,
    Shape.SINGLE: _read_single,
    Shape.ROWS: _read_rows,
    Shape.BRIEF: _read_brief_file,
}
