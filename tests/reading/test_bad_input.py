"""What can be wrong with `data/`, one change of the invented library a row.

Each row gives every issue that the change leads to, as rule and line: no more, so that one mistake
is reported once, and no less. A row that expects nothing holds what looks odd and is fine.
"""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue
from tests.edits import (
    BOARD,
    EVENTS,
    FERRY,
    GAZETTE,
    HARBOUR,
    METRICS,
    ROW,
    SERIES,
    SLOWS,
    SOURCES,
    TIDE,
    UNITS,
    VALE,
    WIRE,
    Edit,
    append,
    body,
    both,
    copy,
    folder,
    link,
    move,
    recode,
    remove,
    rewrite,
    show,
    swap,
    windows,
    write,
)

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
LONG_QUOTE = " ".join(["word"] * 26)

# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    # Files that are not text.
    ("empty file", write(UNITS, b""), [f"{UNITS}:0 empty-file"]),
    ("spaces only", write(UNITS, " \n\n "), [f"{UNITS}:0 empty-file"]),
    ("comments only", write(UNITS, "# units to come\n"), [f"{UNITS}:0 empty-file"]),
    ("document mark only", write(UNITS, "---\n"), [f"{UNITS}:0 empty-file"]),
    ("empty list", write(UNITS, "[]\n"), [f"{UNITS}:0 empty-file"]),
    ("binary file", write(VALE, bytes(range(256))), [f"{VALE}:2 unreadable-file"]),
    ("picture renamed to yml", write(VALE, PNG), [f"{VALE}:1 unreadable-file"]),
    ("picture renamed to csv", write(SERIES, PNG), [f"{SERIES}:1 unreadable-file"]),
    ("picture renamed to md", write(FERRY, PNG), [f"{FERRY}:1 unreadable-file"]),
    ("NUL byte", swap(GAZETTE, "slow month", "slow\0month"), [f"{GAZETTE}:3 unreadable-file"]),
    ("invalid UTF-8", write(VALE, b"id: vale-2024-03-07-post\ntitle: caf\xe9\n"), [f"{VALE}:2 unreadable-file"]),
    ("UTF-16", recode(VALE, "utf-16"), [f"{VALE}:1 unreadable-file"]),
    ("Windows-1251", recode("data/articles/2024/visnyk-2024-03-06-dredging.yml", "cp1251"), ["data/articles/2024/visnyk-2024-03-06-dredging.yml:3 unreadable-file"]),
    ("2 MB file", append(VALE, "# " + "x" * 2_000_000), [f"{VALE}:0 too-large"]),
    ("brief of 70 kB", append(HARBOUR, "\n" + "word " * 14_000), [f"{HARBOUR}:0 too-large"]),
    ("10 MB scalar", swap(VALE, "What the broadcaster said", "x" * 10_000_000), [f"{VALE}:0 too-large"]),
    ("900 kB scalar", swap(VALE, "What the broadcaster said", "x" * 900_000), [f"{VALE}:3 too-long"]),
    ("60,000 values", append(VALE, "authors: [" + "a," * 60_000 + "]"), [f"{VALE}:17 too-large"]),
    ("100,000 brackets", append(VALE, "authors: " + "[" * 100_000), [f"{VALE}:17 too-deep"]),
    ("nested 30 deep and closed", append(VALE, "authors: " + "[" * 30 + "]" * 30 + "\n"), [f"{VALE}:17 too-deep"]),
    ("30,000 brackets", body("[" * 30_000), [f"{HARBOUR}:30 too-large"]),
    ("2,001 items", body("- a\n" * 2_001), [f"{HARBOUR}:2027 too-large"]),
    ("20,000 items without a text", body("-\n" * 3_000), [f"{HARBOUR}:2027 too-large"]),
    ("4,001 lines", body("a\n" * 4_001), [f"{HARBOUR}:4018 too-large"]),
    ("a table of 650 columns", body("|a" * 650 + "|\n" + "|-" * 650 + "|\n" + "a\n" * 3000), [f"{HARBOUR}:30 too-large"]),
    ("200,000 empty rows", append(SERIES, "\n" * 200_000), [f"{SERIES}:0 too-large"]),
    ("a paragraph of 8,001 characters", body("a" * 8_001), [f"{HARBOUR}:30 too-long"]),
    ("a row of 1,000,000 commas", append(SERIES, "," * 1_000_000), [f"{SERIES}:8 too-long"]),
    # Files in the wrong place.
    ("unexpected file", write("data/notes.txt", "x"), ["data/notes.txt:0 unexpected-file"]),
    ("unexpected ending", write("data/articles/2024/x.yaml", "id: x"), ["data/articles/2024/x.yaml:0 unexpected-file"]),
    ("article without a year", write("data/articles/x.yml", "id: x"), ["data/articles/x.yml:0 unexpected-file"]),
    ("folder named like a file", folder("data/articles/2024/x.yml"), ["data/articles/2024/x.yml:0 unexpected-file"]),
    ("folder in the place of a list", both(move(UNITS, "data/events/README.md"), folder(UNITS)), [f"{UNITS}:0 unexpected-file"]),
    ("symbolic link", link("data/articles/2024/x.yml", "/etc/hosts"), ["data/articles/2024/x.yml:0 unexpected-file"]),
    ("symbolic link of a brief", link(FERRY, "/etc/hosts"), [f"{FERRY}:0 unexpected-file"]),
    ("link to itself", link("data/loop", "loop"), ["data/loop:0 unexpected-file"]),
    ("names that differ in case", copy(VALE, "data/articles/2024/Vale-2024-03-07-post.yml"), ["data/articles/2024/Vale-2024-03-07-post.yml:1 id-not-file-name", f"{VALE}:0 case-collision", f"{VALE}:1 duplicate-id"]),
    ("control character in a name", write("data/articles/2024/a\x1bb.yml", "id: x"), ["data/articles/2024/a\x1bb.yml:0 hidden-character"]),
    ("name that is not UTF-8", write(os.fsdecode(b"data/articles/2024/a\xff.yml"), "id: x"), ["data/articles/2024/a?.yml:0 hidden-character"]),
    ("list of all units missing", remove(UNITS), ["data/units.yml:0 no-records"]),
    ("list of all topics empty but for a reader's note", write("data/topics.yml", "# none\n"), ["data/topics.yml:0 empty-file"]),
    # YAML.
    ("tab as indentation", swap(VALE, "  original:", "\toriginal:"), [f"{VALE}:13 yaml-syntax"]),
    ("colon in a title", swap(VALE, "What the broadcaster said, in English", "Vale: a: b"), [f"{VALE}:3 yaml-syntax"]),
    ("title that begins with a bracket", swap(VALE, "title: What", "title: [sic] What"), [f"{VALE}:3 yaml-syntax"]),
    ("title that begins with @", swap(VALE, "title: What", "title: @What"), [f"{VALE}:3 yaml-syntax"]),
    ("title that begins with %", swap(VALE, "title: What", "title: %What"), [f"{VALE}:3 yaml-syntax"]),
    ("title that begins with *", swap(VALE, "title: What", "title: *What*"), [f"{VALE}:3 yaml-syntax"]),
    ("title that begins with &", swap(VALE, "title: What", "title: &What"), [f"{VALE}:3 yaml-anchor"]),
    ("title that begins with !", swap(VALE, "title: What", "title: !What"), [f"{VALE}:3 yaml-tag"]),
    ("unclosed quotation mark", swap(VALE, "title: What", 'title: "What'), [f"{VALE}:3 yaml-syntax"]),
    ("quotation mark inside", swap(VALE, "title: What the", 'title: "What" the'), [f"{VALE}:3 yaml-syntax"]),
    ("unclosed bracket", swap(VALE, "topics: [ferry]", "topics: [ferry"), [f"{VALE}:9 yaml-syntax"]),
    ("unknown escape", swap(VALE, "title: What the", r'title: "\q" #'), [f"{VALE}:3 yaml-syntax"]),
    ("lone surrogate", swap(VALE, "title: What the", r'title: "\ud800" #'), [f"{VALE}:3 yaml-syntax"]),
    ("wrong indentation", swap(VALE, "outlet:", " outlet:"), [f"{VALE}:4 yaml-syntax"]),
    ("missing colon", swap(VALE, "outlet: ingrid-vale", "outlet ingrid-vale"), [f"{VALE}:4 yaml-syntax"]),
    ("missing space behind the colon", swap(VALE, "language: en", "language:en"), [f"{VALE}:8 yaml-syntax"]),
    ("missing item mark", swap(UNITS, "- id: kilotonnes", "id: kilotonnes"), [f"{UNITS}:7 yaml-syntax"]),
    ("anchor", swap(VALE, "outlet: ingrid", "outlet: &o ingrid"), [f"{VALE}:4 yaml-anchor"]),
    ("alias", swap(VALE, "outlet: ingrid-vale", "outlet: *o"), [f"{VALE}:4 yaml-anchor"]),
    ("merge key", swap(VALE, "outlet: ingrid-vale", "<<: {outlet: ingrid-vale}"), [f"{VALE}:4 yaml-anchor"]),
    ("tag", swap(VALE, "language: en", "language: !!set en"), [f"{VALE}:8 yaml-tag"]),
    ("tag of another program", swap(VALE, "language: en", "language: !python/name:os.system en"), [f"{VALE}:8 yaml-tag"]),
    ("two documents", append(VALE, "---\nid: y\n"), [f"{VALE}:17 yaml-syntax"]),
    ("duplicate key", append(VALE, "language: uk\n"), [f"{VALE}:17 duplicate-key"]),
    ("list as a name of a field", append(VALE, "? [a]\n: b\n"), [f"{VALE}:17 yaml-syntax"]),
    ("control character", swap(VALE, "What the", "What\x07the"), [f"{VALE}:3 hidden-character"]),
    ("control character as an escape", swap(VALE, "title: What the broadcaster said, in English", r'title: "What\athe"'), [f"{VALE}:3 hidden-character"]),
    ("direction override", swap(VALE, "What the", "What \u202ethe"), [f"{VALE}:3 hidden-character"]),
    # Characters.
    ("direction override as an escape", swap(VALE, "title: What the broadcaster said, in English", r'title: "What\u202ethe"'), [f"{VALE}:3 hidden-character"]),
    ("direction override as a reference", body("a &#x202e; b"), [f"{HARBOUR}:30 hidden-character"]),
    ("direction override in code", body("one\n`a\u202eb`"), [f"{HARBOUR}:31 hidden-character"]),
    ("direction override in an address", body("<https://e.example/%E2%80%AE>"), []),
    ("reference in a field that is prose", swap(FERRY, "bottom-line: The line", "bottom-line: The &#8238; line"), [f"{FERRY}:5 hidden-character"]),
    ("reference in the note of a block", swap(SLOWS, "[@gazette-2024-02-12-herring, rate].\n```", "[@gazette-2024-02-12-herring, rate] &#xad;.\n```"), [f"{SLOWS}:55 hidden-character"]),
    ("zero-width space in a list item", swap(VALE, "topics: [ferry]", "topics: [ferry]\nauthors: [Ada, In\u200bgrid]"), [f"{VALE}:10 hidden-character"]),
    ("zero-width space in a quote", swap(GAZETTE, "slow month", "slow\u200bmonth"), [f"{GAZETTE}:3 hidden-character"]),
    ("zero-width space in a cell", swap(SERIES, "whole fish", "whole\u200b fish"), [f"{SERIES}:2 hidden-character"]),
    ("line separator at the end of a cell", swap(SERIES, "whole fish", "whole fish\u2028"), [f"{SERIES}:2 hidden-character"]),
    ("line separator at the end of a title", swap(VALE, "title: What the broadcaster said, in English", r'title: "What\u2028"'), [f"{VALE}:3 hidden-character"]),
    ("line separator in YAML", swap(VALE, "What the", "What\u2028 the"), [f"{VALE}:3 hidden-character"]),
    ("soft hyphen in a block", body("```figures\ncaption: Dred\u00adging\nobservations: [dredged-2023-board]\n```"), [f"{HARBOUR}:31 hidden-character"]),
    ("soft hyphen in prose", body("The dred\u00adging went on."), [f"{HARBOUR}:30 hidden-character"]),
    ("hidden character in the title of a link", body('[a third](waived: "Cou\u2060nted.")'), [f"{HARBOUR}:30 hidden-character"]),
    ("reference in the title of a link", body('[a third](waived: "Cou&#x2060;nted.")'), [f"{HARBOUR}:30 hidden-character"]),
    ("hidden character where nothing is shown", body("[ref]: https://e.example/ 'a\u200bb'"), [f"{HARBOUR}:30 hidden-character"]),
    ("five marks on a letter", swap(VALE, "What the", "Wh" + "\u0323" * 5 + "at the"), [f"{VALE}:3 hidden-character"]),
    ("accent that is a character of its own", swap(VALE, "What the", "Cafe\u0301: the".replace(":", "")), [f"{VALE}:3 not-nfc"]),
    ("accent of its own in a cell", swap(SERIES, "whole fish", "whole fishe\u0301"), [f"{SERIES}:2 not-nfc"]),
    ("accent as a reference", body("A cafe&#x301; by the sea."), [f"{HARBOUR}:30 not-nfc"]),
    ("Cyrillic letter in a Latin word", swap(VALE, "What the", "Wh\u0430t the"), [f"{VALE}:3 mixed-script"]),
    ("Cyrillic letter in a cell", swap(SERIES, "whole fish", "whole f\u0456sh"), [f"{SERIES}:2 mixed-script"]),
    ("Cyrillic letter as a reference", body("The h&#x430;rbour."), [f"{HARBOUR}:30 mixed-script"]),
    ("emphasised Cyrillic letter", body("The h*\u0430*rbour."), [f"{HARBOUR}:30 mixed-script"]),
    ("Cyrillic letter in a heading", body("## The h\u0430rbour"), [f"{HARBOUR}:30 mixed-script"]),
    ("Cyrillic letter in the text of a link", body("[The h\u0430rbour](https://e.example/)"), [f"{HARBOUR}:30 mixed-script"]),
    ("hidden character in the name of a file", write("data/series/a\u200bb.csv", "id"), ["data/series/a\u200bb.csv:0 hidden-character"]),
    ("hidden character in the name of a folder", both(write("data/ser\u200bies/a.csv", "id"), write("data/ser\u200bies/b.csv", "id")), ["data/ser\u200bies:0 hidden-character"]),
    ("name of a file that is not in normal form", move(SERIES, "data/series/landing-re\u0301gister.csv"), ["data/series/landing-re\u0301gister.csv:0 not-nfc"]),
    ("names that differ in accent form", both(move(SERIES, "data/series/re\u0301gister.csv"), write("data/series/r\u00e9gister.csv", "id,metric,period,place,article\n")), ["data/series/r\u00e9gister.csv:0 case-collision", "data/series/r\u00e9gister.csv:0 empty-file"]),
    ("folders that differ in case", write("data/Series/README.md", "x"), ["data/series:0 case-collision"]),
    # Fields.
    ("list in the place of a mapping", write(VALE, "- id: vale-2024-03-07-post\n"), [f"{VALE}:1 wrong-type"]),
    ("text in the place of a mapping", write(VALE, "just a text\n"), [f"{VALE}:1 wrong-type"]),
    ("mapping in the place of a list", write(UNITS, "tonnes: {name: tonnes}\n"), [f"{UNITS}:1 wrong-type"]),
    ("text in the place of a list", swap(VALE, "topics: [ferry]", "topics: ferry"), [f"{VALE}:9 wrong-type"]),
    ("list in the place of a text", swap(VALE, "outlet: ingrid-vale", "outlet: [ingrid-vale]"), [f"{VALE}:4 wrong-type"]),
    ("mapping in the place of a text", swap(VALE, "outlet: ingrid-vale", "outlet: {id: ingrid-vale}"), [f"{VALE}:4 wrong-type"]),
    ("text among records", append(UNITS, "- a unit\n"), [f"{UNITS}:34 wrong-type"]),
    ("list among records", append(UNITS, "- [a, b]\n"), [f"{UNITS}:34 wrong-type"]),
    ("missing field", swap(VALE, "language: en\n", ""), [f"{VALE}:1 missing-field"]),
    ("missing id", swap(VALE, "id: vale-2024-03-07-post\n", ""), [f"{VALE}:1 missing-field"]),
    ("misspelt field", swap(VALE, "outlet:", "outlett:"), [f"{VALE}:4 unknown-field"]),
    ("field of another record", append(VALE, "reliability: A\n"), [f"{VALE}:17 unknown-field"]),
    ("field with an underscore", swap(TIDE, "archive-url:", "archive_url:"), [f"{TIDE}:9 unknown-field"]),
    ("field without a value", append(VALE, "note:\n"), [f"{VALE}:17 empty-value"]),
    ("empty text", append(VALE, "note: ''\n"), [f"{VALE}:17 empty-value"]),
    ("empty list item", swap(VALE, "[ferry]", "['']"), [f"{VALE}:9 empty-value"]),
    ("null as YAML writes it", swap(VALE, "language: en", "language: ~"), [f"{VALE}:8 bad-format"]),
    ("unknown word", swap(SOURCES, "kind: think-tank", "kind: think-thank"), [f"{SOURCES}:4 unknown-word"]),
    ("unknown word far from any", swap(SLOWS, "likelihood: unlikely", "likelihood: 35%"), [f"{SLOWS}:32 unknown-word"]),
    ("word in another case", swap(SOURCES, "reliability: A", "reliability: a"), [f"{SOURCES}:8 unknown-word"]),
    ("wrong boolean", swap(TIDE, "read: true", "read: perhaps"), [f"{TIDE}:13 wrong-type"]),
    ("uppercase id", append(UNITS, "- {id: Fathoms, name: fathoms}\n"), [f"{UNITS}:34 bad-id"]),
    ("Cyrillic id", append(UNITS, "- {id: морські-милі, name: miles}\n"), [f"{UNITS}:34 bad-id"]),
    ("reserved id", append(UNITS, "- {id: con, name: con}\n"), [f"{UNITS}:34 bad-id"]),
    ("path as an id", append(UNITS, "- {id: ../x, name: x}\n"), [f"{UNITS}:34 bad-id"]),
    ("id of 81 characters", append(UNITS, f"- {{id: {'a' * 81}, name: x}}\n"), [f"{UNITS}:34 too-long"]),
    ("id that is not the file's name", swap(VALE, "id: vale-2024-03-07-post", "id: vale-2024-03-08-post"), [f"{VALE}:1 id-not-file-name", f"{FERRY}:29 unknown-article"]),
    ("duplicate id in a file", append(UNITS, "- {id: tonnes, name: tons}\n"), [f"{UNITS}:34 duplicate-id"]),
    ("duplicate id in two files", append(EVENTS, "\n- {id: ev-survey, date: 2024, description: Again., articles: [council-statement]}\n"), [f"{EVENTS}:27 duplicate-id"]),
    ("duplicate id of a figure", append(SERIES, ROW.replace("landed-2023-09-register", "landed-2024-01-tide") + "\n"), [f"{SERIES}:8 duplicate-id"]),
    ("duplicate id of a brief", copy(FERRY, "data/briefs/2023/ferry-on-time.md"), [f"{FERRY}:2 duplicate-id"]),
    ("id of a brief that is not the file's name", move(HARBOUR, "data/briefs/2023/harbour.md"), ["data/briefs/2023/harbour.md:2 id-not-file-name"]),
    ("two lines in a title", swap(VALE, "title: What the broadcaster said, in English", "title: |\n  What\n  now"), [f"{VALE}:3 bad-text"]),
    ("title of 301 characters", swap(VALE, "What the broadcaster said, in English", "x" * 301), [f"{VALE}:3 too-long"]),
    ("note of 2,001 characters", append(VALE, f"note: {'x' * 2001}\n"), [f"{VALE}:17 too-long"]),
    ("quote of 26 words", swap(VALE, "أكثر من 1,600 راكب", LONG_QUOTE), [f"{VALE}:14 long-quote"]),
    ("bare quote of 26 words", swap(WIRE, "between 8.5 and 9.5 tonnes a day, the institute said", LONG_QUOTE), [f"{WIRE}:14 long-quote", f"{WIRE}:21 value-not-in-quote"]),
    ("bad key of a quote", swap(TIDE, "  december: at", "  De Cember: at"), [f"{TIDE}:19 bad-id"]),
    ("bad check sum", swap("data/articles/2024/landing-register-2024-02-01-data.yml", "0f3ad0b8", "xyz"), ["data/articles/2024/landing-register-2024-02-01-data.yml:12 bad-format"]),
    ("bad language", swap(VALE, "language: en", "language: English"), [f"{VALE}:8 bad-format"]),
    ("bad shelf life", swap(METRICS, "P90D", "90 days"), [f"{METRICS}:18 bad-format"]),
    # Numbers.
    ("thousands separator", swap(WIRE, "low: 8.5", "low: 8,500"), [f"{WIRE}:21 bad-number"]),
    ("thin space in a number", swap(WIRE, "low: 8.5", "low: 8 500"), [f"{WIRE}:21 bad-number"]),
    ("exponent", swap(WIRE, "high: 9.5", "high: 1e400"), [f"{WIRE}:22 bad-number"]),
    ("400 digits", swap(WIRE, "high: 9.5", "high: " + "9" * 400), [f"{WIRE}:22 bad-number"]),
    ("number as a word", swap(WIRE, "low: 8.5", "low: eight"), [f"{WIRE}:21 bad-number"]),
    ("infinity", swap(WIRE, "high: 9.5", "high: .inf"), [f"{WIRE}:22 bad-number"]),
    ("not a number", swap(WIRE, "high: 9.5", "high: nan"), [f"{WIRE}:22 bad-number"]),
    ("leading nought", swap(WIRE, "low: 8.5", "low: 08.5"), [f"{WIRE}:21 bad-number"]),
    ("range the wrong way round", swap(WIRE, "low: 8.5", "low: 85"), [f"{WIRE}:16 bad-range"]),
    ("half a range", swap(WIRE, "    low: 8.5\n", ""), [f"{WIRE}:16 bad-range"]),
    ("value outside its range", swap(BOARD, "value: 31500", "value: 3150"), [f"{BOARD}:16 bad-range"]),
    ("no value at all", swap(WIRE, "    low: 8.5\n    high: 9.5\n", ""), [f"{WIRE}:16 missing-field"]),
    # Dates and addresses.
    ("date in words", swap(VALE, "issued: 2024-03-07", "issued: 7 March 2024"), [f"{VALE}:5 bad-date"]),
    ("date with slashes", swap(VALE, "issued: 2024-03-07", "issued: 07/03/2024"), [f"{VALE}:5 bad-date"]),
    ("day that no calendar has", swap(VALE, "issued: 2024-03-07", "issued: 2024-02-30"), [f"{VALE}:5 bad-date"]),
    ("date and time", swap(VALE, "issued: 2024-03-07", "issued: 2024-03-07T12:00:00Z"), [f"{VALE}:5 bad-date"]),
    ("reversed period", swap("data/articles/2024/observer-2024-02-18-season.yml", "2023-10-01/2024-01-31", "2024-01-31/2023-10-01"), ["data/articles/2024/observer-2024-02-18-season.yml:24 bad-date"]),
    ("number that is a list", swap(WIRE, "low: 8.5", "low: [8.5]"), [f"{WIRE}:21 wrong-type"]),
    ("number that is a set of fields", swap(WIRE, "low: 8.5", "low: {a: 8.5}"), [f"{WIRE}:21 wrong-type"]),
    ("date that is a list", swap(VALE, "issued: 2024-03-07", "issued: [2024]"), [f"{VALE}:5 wrong-type"]),
    ("address without a scheme", swap(VALE, "https://vale.example", "vale.example"), [f"{VALE}:7 bad-url"]),
    ("address with a script", swap(VALE, "url: https://vale.example/notes/7", "url: javascript:alert(1)"), [f"{VALE}:7 bad-url"]),
    ("address with a space", swap(VALE, "notes/7", "notes 7"), [f"{VALE}:7 bad-url"]),
    ("address with a password", swap(VALE, "https://vale", "https://me:secret@vale"), [f"{VALE}:7 bad-url"]),
    ("address without a host", swap(VALE, "https://vale.example/notes/7", "https:///notes"), [f"{VALE}:7 bad-url"]),
    ("address with a bad port", swap(VALE, "https://vale.example/", "https://vale.example:port/"), [f"{VALE}:7 bad-url"]),
    ("address with an empty part of a host", swap(VALE, "https://vale.example", "https://vale..example"), [f"{VALE}:7 bad-url"]),
    ("address with an encoded host", swap(VALE, "https://vale.example", "https://v%61le.example"), [f"{VALE}:7 bad-url"]),
    ("address with a host of signs", swap(VALE, "https://vale.example", "https://\u2603.example"), [f"{VALE}:7 bad-url"]),
    ("address with a host that is no punycode", swap(VALE, "https://vale.example", "https://xn--a.example"), [f"{VALE}:7 bad-url"]),
    ("address with a hidden character", swap(VALE, "notes/7", "notes/\u200b7"), [f"{VALE}:7 bad-url"]),
    ("address with a direction override", swap(VALE, "notes/7", "notes/\u202e7"), [f"{VALE}:7 bad-url"]),
    ("address with a backslash", swap(VALE, "notes/7", "notes\\7"), [f"{VALE}:7 bad-url"]),
    ("address of 2,049 characters", swap(VALE, "notes/7", "n" * 2029), [f"{VALE}:7 bad-url"]),
    ("link to a host that can't exist", body("[there](https://xn--a.example/)"), [f"{HARBOUR}:30 bad-link"]),
    ("address in Cyrillic", swap(VALE, "https://vale.example", "https://\u043f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442.\u0440\u0444"), []),
    ("address with a coded sign in its host", swap(VALE, "https://vale.", "https://va%6Ce."), [f"{VALE}:7 bad-url"]),
    ("address with a hidden sign in its host", swap(VALE, "https://vale.", "https://va\u200dle."), [f"{VALE}:7 bad-url"]),
    ("address with a hexadecimal number as its host", swap(VALE, "https://vale.example/", "https://vale.0x1/"), [f"{VALE}:7 bad-url"]),
    ("address with four numbers that are none", swap(VALE, "https://vale.example/", "https://1.2.3.999/"), [f"{VALE}:7 bad-url"]),
    ("address with a number as its host", swap(VALE, "https://vale.example/", "https://vale.1/"), [f"{VALE}:7 bad-url"]),
    ("address with a host in another script", swap(VALE, "https://vale.example/", "https://пошта.укр:8080/"), []),
    ("address with four numbers as its host", swap(VALE, "https://vale.example/", "https://192.0.2.7/"), []),
    # CSV.
    ("no header", swap(SERIES, "id,metric,period,place,basis,value,low,high,qualifier,unit,article,quote,row,derived,origin,status,note\n", ""), [f"{SERIES}:1 csv-syntax"]),
    ("misspelt column", swap(SERIES, "metric,period", "metrik,period"), [f"{SERIES}:1 unknown-field"]),
    ("short row", swap(SERIES, ROW, ROW[:-1]), [f"{SERIES}:2 ragged-row"]),
    ("long row", swap(SERIES, ROW, ROW + ","), [f"{SERIES}:2 ragged-row"]),
    ("row of commas", append(SERIES, "," * 16 + "\n"), [f"{SERIES}:8 ragged-row"]),
    ("blank line", append(SERIES, "\n"), []),
    ("semicolons", rewrite(SERIES, lambda text: text.replace(",", ";")), [f"{SERIES}:1 csv-syntax"]),
    ("tabs", rewrite(SERIES, lambda text: text.replace(",", "\t")), [f"{SERIES}:1 csv-syntax"]),
    ("unclosed quotation mark in CSV", swap(SERIES, "whole fish,402.5", '"whole fish,402.5'), [f"{SERIES}:2 csv-syntax"]),
    ("text behind a quotation mark", swap(SERIES, "whole fish,402.5", '"whole" fish,402.5'), [f"{SERIES}:2 csv-syntax"]),
    ("column twice", swap(SERIES, "derived,origin", "row,origin"), [f"{SERIES}:1 duplicate-key"]),
    ("column without a name", swap(SERIES, "derived,origin", ",origin"), [f"{SERIES}:1 unknown-field"]),
    ("bad number in CSV", swap(SERIES, ",402.5,", ",402 t,"), [f"{SERIES}:2 bad-number"]),
    ("missing cell", swap(SERIES, ",402.5,", ",,"), [f"{SERIES}:2 missing-field"]),
    ("header only", write(SERIES, "id,metric,period,place,article\n"), [f"{SERIES}:0 empty-file"]),
    ("huge cell", swap(SERIES, "whole fish", "x" * 5_000), [f"{SERIES}:2 too-long"]),
    ("cell of 200 kB", swap(SERIES, "whole fish", "x" * 200_000), [f"{SERIES}:2 too-long"]),
    ("lone carriage returns", rewrite(SERIES, lambda text: text.replace("\n", "\r")), []),
    # Front matter.
    ("no front matter", write(FERRY, "# A brief\n\nText.\n"), [f"{FERRY}:1 bad-front-matter"]),
    ("front matter not closed", swap(FERRY, "\n---\n\nThe", "\n\nThe"), [f"{FERRY}:1 bad-front-matter"]),
    ("empty front matter", write(FERRY, "---\n---\n\nText.\n"), [f"{FERRY}:2 missing-field", f"{FERRY}:2 missing-field", f"{FERRY}:2 missing-field", f"{FERRY}:2 missing-field", f"{FERRY}:2 missing-field", f"{FERRY}:2 missing-field", f"{FERRY}:2 missing-field", f"{FERRY}:2 missing-field"]),
    ("front matter that is a list", write(FERRY, "---\n- a\n---\n\nText.\n"), [f"{FERRY}:2 wrong-type"]),
    ("front matter with bad YAML", swap(FERRY, "question: How", "question: [How"), [f"{FERRY}:4 yaml-syntax"]),
    ("front matter only", rewrite(HARBOUR, lambda text: text.split("\n---\n")[0] + "\n---\n"), [f"{HARBOUR}:17 no-prose"]),
    ("no authors", swap(FERRY, "authors: [Ada Exemplar]", "authors: []"), [f"{FERRY}:8 empty-value"]),
    ("seven key figures", swap(FERRY, "key-figures: [on-time-2023-ferry-line]", "key-figures: [a, b, c, d, e, f, g]"), [f"{FERRY}:10 too-long"]),
    ("heading in a field", swap(FERRY, "bottom-line: The", "bottom-line: '# The'  #"), [f"{FERRY}:5 unsupported-markdown"]),
    ("HTML in a field", swap(FERRY, "bottom-line: The line", "bottom-line: The <b>line</b>"), [f"{FERRY}:5 raw-html"]),
    ("block in a field", swap(FERRY, "bottom-line: The line says more than nine in ten [@ferry-line-2024-01-15-release, on-time].", "bottom-line: |\n  ```figures\n  observations: [x]\n  ```"), [f"{FERRY}:5 unsupported-markdown"]),
    # Prose.
    ("HTML block", body("<div onclick='x()'>hello</div>"), [f"{HARBOUR}:30 raw-html"]),
    ("HTML inline", body("a <script>alert(1)</script> b"), [f"{HARBOUR}:30 raw-html"]),
    ("HTML comment", body("<!-- to do -->"), [f"{HARBOUR}:30 raw-html"]),
    ("image", body("![map](https://example.org/map.png)"), [f"{HARBOUR}:30 unsupported-markdown"]),
    ("image by reference", body("![map]\n\n[map]: https://example.org/map.png"), [f"{HARBOUR}:30 unsupported-markdown"]),
    ("script link", body("[click](javascript:alert(1))"), [f"{HARBOUR}:30 bad-link"]),
    ("data link", body("[click](data:text/html,x)"), [f"{HARBOUR}:30 bad-link"]),
    ("link with a user name", body("[bank](https://bank.example@evil.example/)"), [f"{HARBOUR}:30 bad-link"]),
    ("link with a tag in its host", body("[click](https://<b>x</b>.example/)"), [f"{HARBOUR}:30 bad-link"]),
    ("relative link", body("[the metric](../metrics/x.md)"), [f"{HARBOUR}:30 bad-link"]),
    ("link to a heading", body("[above](#what)"), [f"{HARBOUR}:30 bad-link"]),
    ("empty link", body("[nothing]()"), [f"{HARBOUR}:30 bad-link"]),
    ("misspelt scheme", body("[that](metrics:ferry-on-time)"), [f"{HARBOUR}:30 bad-link"]),
    ("mail address as a link", body("<someone@example.org>"), [f"{HARBOUR}:30 bad-link"]),
    ("heading of the first level", body("# Big"), [f"{HARBOUR}:30 heading-level"]),
    ("underlined heading of the first level", body("Big\n==="), [f"{HARBOUR}:30 heading-level"]),
    ("indented code", body("    code"), [f"{HARBOUR}:30 unsupported-markdown"]),
    ("unnamed block", body("```\ncode\n```"), [f"{HARBOUR}:30 unknown-block"]),
    ("unknown block", body("```figure\nobservations: [dredged-2023-board]\n```"), [f"{HARBOUR}:30 unknown-block"]),
    ("program code", body("```python\nprint()\n```"), [f"{HARBOUR}:30 unknown-block"]),
    ("unclosed block with prose behind it", body("```figures\nobservations: [dredged-2023-board]\n\nAnd so on."), [f"{HARBOUR}:30 unclosed-block"]),
    ("unclosed block at the end", body("```figures\nobservations: [dredged-2023-board]"), [f"{HARBOUR}:30 unclosed-block"]),
    ("quotations in quotations", body("> " * 1_000 + "x"), [f"{HARBOUR}:30 too-deep"]),
    ("lists in lists", body("- " * 1_000 + "x"), [f"{HARBOUR}:30 too-deep"]),
    ("empty block", body("```figures\n```"), [f"{HARBOUR}:31 missing-field"]),
    ("block with bad YAML", body("```figures\nobservations: [dredged-2023-board\n```"), [f"{HARBOUR}:31 yaml-syntax"]),
    ("block with an unknown field", body("```figures\nobservation: [dredged-2023-board]\n```"), [f"{HARBOUR}:31 unknown-field"]),
    ("block with an unknown figure", body("```figures\nobservations:\n  - dredged-2022-board\n```"), [f"{HARBOUR}:32 unknown-observation"]),
    ("block that compares one thing", body("```compare\nobservations: [dredged-2023-board]\n```"), [f"{HARBOUR}:31 too-few"]),
    ("block that is a list", body("```figures\n- dredged-2023-board\n```"), [f"{HARBOUR}:31 wrong-type"]),
    ("timeline without a selection", body("```timeline\ncaption: All\n```"), [f"{HARBOUR}:31 missing-field"]),
    ("malformed citation", body("So it is [@board 2023]."), [f"{HARBOUR}:30 malformed-citation"]),
    ("unclosed citation", body("So it is [@board-2023-12-31-report."), [f"{HARBOUR}:30 malformed-citation"]),
    ("empty citation", body("So it is [@]."), [f"{HARBOUR}:30 malformed-citation"]),
    ("citation with a page", body("So it is [@board-2023-12-31-report, p. 4]."), [f"{HARBOUR}:30 malformed-citation"]),
    ("hand-written footnote", body("So it is.[^1]\n\n[^1]: The report."), [f"{HARBOUR}:30 malformed-citation", f"{HARBOUR}:32 malformed-citation"]),
    ("unknown citation", body("So it is [@board-2023-12-31-reports]."), [f"{HARBOUR}:30 unknown-article"]),
    ("unknown quote of a citation", body("So it is [@board-2023-12-31-report, volumes]."), [f"{HARBOUR}:30 unknown-quote"]),
    ("malformed citation in a note", swap(SLOWS, "[@gazette-2024-02-12-herring, rate].\n```", "[@gazette 2024].\n```"), [f"{SLOWS}:55 malformed-citation"]),
    ("unknown citation in a note", swap(SLOWS, "[@gazette-2024-02-12-herring, rate].\n```", "[@gazette-2024].\n```"), [f"{SLOWS}:55 unknown-article"]),
    # References.
    ("unknown source", swap(VALE, "outlet: ingrid-vale", "outlet: ingrid-veil"), [f"{VALE}:4 unknown-source"]),
    ("unknown metric", swap(WIRE, "metric: herring-landed-daily", "metric: herring-landed-dayly"), [f"{WIRE}:17 unknown-metric"]),
    ("unknown metric in CSV", swap(SERIES, ROW, ROW.replace("herring-landed", "fish")), [f"{SERIES}:2 unknown-metric"]),
    ("unknown unit", swap(METRICS, "unit: percent", "unit: per-cent"), [f"{METRICS}:39 unknown-unit"]),
    ("unknown topic", swap(EVENTS, "topics: [ferry, herring]", "topics: [ferry, hering]"), [f"{EVENTS}:17 unknown-topic"]),
    ("unknown article", swap(EVENTS, "wire-2024-02-11-herring", "wire-2024-02-12-herring"), [f"{EVENTS}:12 unknown-article"]),
    ("unknown figure", swap(SLOWS, "  - landed-2024-01-tide\n", "  - landed-2024-02-tide\n"), [f"{SLOWS}:17 unknown-observation"]),
    ("unknown event", body("[then](event:ev-assesment)"), [f"{HARBOUR}:30 unknown-event"]),
    ("unknown brief", body("[there](brief:herring-slow)"), [f"{HARBOUR}:30 unknown-brief"]),
    ("link without an id", body("[there](obs:)"), [f"{HARBOUR}:30 unknown-observation"]),
    ("unknown country", swap(EVENTS, "place: IS\n", "place: QQ\n"), [f"{EVENTS}:10 unknown-place"]),
    ("unknown region", swap(SERIES, ROW, ROW.replace("IS-HB", "IS-HC")), [f"{SERIES}:2 unknown-place"]),
    ("name of a country", swap(EVENTS, "place: IS\n", "place: Iceland\n"), [f"{EVENTS}:10 bad-format"]),
    ("unknown quote", swap(WIRE, "quote: rate", "quote: rates"), [f"{WIRE}:23 unknown-quote"]),
    ("figure without a quote", swap(WIRE, "    quote: rate\n", ""), [f"{WIRE}:16 missing-quote"]),
    # What looks odd and is fine.
    ("line ends of Windows and a byte order mark in an article", windows(TIDE), []),
    ("line ends of Windows and a byte order mark in a series", windows(SERIES), []),
    ("line ends of Windows and a byte order mark in a brief", windows(SLOWS), []),
    ("Cyrillic title", swap(VALE, "What the broadcaster said, in English", "Що сказав мовник"), []),
    ("Arabic title with marks", swap(VALE, "What the broadcaster said, in English", "ماذا قال\u200f المذيع\u200e"), []),
    ("no such thing as null", swap(VALE, "What the broadcaster said, in English", "null"), []),
    ("yes is a word", swap(VALE, "What the broadcaster said, in English", "yes"), []),
    ("time of day", swap(VALE, "What the broadcaster said, in English", "12:30"), []),
    ("brackets in brackets", body("[" * 3_900), []),
    ("asterisks", body("*a " * 2_600), []),
    ("backticks", body("".join("`" * n + " " for n in range(1, 88))), []),
    ("HTML that is code", body("`<b>` is not HTML, and \\<b> is not either."), []),
    ("an address by itself", body("<https://example.org/>"), []),
    ("sign of a smaller number", body("It is n < m & m > n."), []),
    ("readme", write("data/articles/README.md", "Articles."), []),
]
# fmt: on


JARGON = re.compile(
    r"Traceback|pydantic|<class|\bNone\b|\bdict\b|\bstr\b|\btuple\b|mapping|sequence|scalar|"
    r"\btoken|context|stream|node|object|Error|Exception|\(type=|expected",
    re.IGNORECASE,
)
"""Words of parsers and of Python, which mean nothing to a contributor."""


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_bad_input_is_an_issue_at_its_line(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Each fault is named once, at its line, by its rule, and with a next step."""
    edit(project)
    issues = find_issues(project)
    assert [show(issue) for issue in issues] == expected
    for issue in issues:
        assert issue.help
        assert not JARGON.search(f"{issue.message} {issue.help}")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
@pytest.mark.parametrize("path", [FERRY, "data/briefs/2024"])
def test_what_may_not_be_read_is_an_issue(
    path: str, project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """A file or folder without the right to read it is named, and nothing else is."""
    (project / path).chmod(0)
    issues = find_issues(project)
    (project / path).chmod(0o755)
    assert [show(issue) for issue in issues] == [f"{path}:0 unreadable-file"]


def test_every_message_of_a_damaged_library_fits_a_line_of_text(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """However long the value, its issue stays readable, and holds no control character."""
    swap(VALE, "language: en", "language: " + "e" * 5_000 + "\u202e")(project)
    (issue,) = find_issues(project)
    assert len(issue.message) < 200
    assert issue.message.isprintable()
