"""Quotes against the captured texts of articles, and captures that are out of place."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.checks.captures import check_captures
from generator.checks.counts import count_records
from generator.checks.run import FAMILIES
from generator.issues import Issue, Severity, sort_issues
from generator.limits import CAPTURE_BYTES
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import SERIES, TIDE, VALE, Edit, append, both, link, show, swap, write

TIDE_TEXT = "captures/tide-2024-02-10-assessment.txt"
DATA_TEXT = "captures/landing-register-2024-02-01-data.txt"
DATA = "data/articles/2024/landing-register-2024-02-01-data.yml"
DATA_SHA = "0f3ad0b8a2c1d4e5f60718293a4b5c6d7e8f90112233445566778899aabbccdd"
PRINTED = """\
Menu | Season

According to the Institute, “landings slowed to approximately nine\xa0tonnes
per day in January 2024”. In all, 279 tonnes were landed in January,
against at least 840 tonnes in December; the stock stands at up to 61,100 tonnes.
"""
ROWS = """\
98.4 tonnes of the December landings were counted twice
2023-09: 402.5
2023-10: 611.0
2023-11: 733.2, 730 to 735
2024-01: 279
"""


def captured(article: str, path: str, text: str, old: str = "") -> Edit:
    """Puts a capture at hand, and its checksum into the article."""
    line = f"capture-sha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
    recorded = (
        swap(article, f"capture-sha256: {old}\n", line)
        if old
        else swap(article, "type: ", f"{line}type: ")
    )
    return both(write(path, text), recorded)


def tide(old: str = "", new: str = "") -> Edit:
    """The Institute's assessment is at hand, with one phrase of it printed otherwise."""
    assert old in PRINTED
    return captured(TIDE, TIDE_TEXT, PRINTED.replace(old, new) if old else PRINTED)


def rows(old: str = "", new: str = "") -> Edit:
    """The register's data are at hand, with one row of them printed otherwise."""
    assert old in ROWS
    return captured(DATA, DATA_TEXT, ROWS.replace(old, new) if old else ROWS, DATA_SHA)


def find_issues(project: Path) -> list[Issue]:
    """What is wrong with the files of a project, and with its captures."""
    library, issues = assemble(read_data_files(project))
    return sort_issues([*issues, *check_captures(library)])


# fmt: off
# what is at hand, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("no folder", append(TIDE, ""), []),
    ("a text with every quote", tide(), []),
    ("a text with Windows line ends", captured(TIDE, TIDE_TEXT, PRINTED.replace("\n", "\r\n")), []),
    ("a text with a byte order mark", captured(TIDE, TIDE_TEXT, f"\ufeff{PRINTED}"), []),
    ("a word that differs", tide("slowed to", "slowed by"), [f"{TIDE}:16 quote-not-in-capture"]),
    ("a quote with its own fields", tide("279", "1,279"), [f"{TIDE}:18 quote-not-in-capture"]),
    ("another number", tide("61,100", "561,100"), [f"{TIDE}:22 quote-not-in-capture"]),
    ("an omission", both(tide(), swap(TIDE, "landings slowed to approximately nine", "landings [...] nine")), []),
    ("an omission the wrong way round", both(tide(), swap(TIDE, "landings slowed to approximately nine", "nine [...] landings")), [f"{TIDE}:16 quote-not-in-capture"]),
    ("nothing but an omission", both(tide(), swap(TIDE, "at least 840 tonnes in December", '"[...]"')), [f"{TIDE}:20 quote-not-in-capture"]),
    ("rows", rows(), []),
    ("a row that differs", rows("611.0", "661.0"), [f"{SERIES}:3 quote-not-in-capture"]),
    ("a quote of the article of a series", rows("98.4 tonnes", "98.4 t"), [f"{DATA}:11 quote-not-in-capture"]),
    ("no checksum", write(TIDE_TEXT, PRINTED), [f"{TIDE}:1 unrecorded-capture"]),
    ("another checksum", write(DATA_TEXT, ROWS), [f"{DATA}:12 capture-changed"]),
    ("a text that was saved again", both(tide(), append(TIDE_TEXT, "Read more\n")), [f"{TIDE}:2 capture-changed"]),
    ("an empty text", write(TIDE_TEXT, " \n"), [f"{TIDE_TEXT}:0 empty-file"]),
    ("a text that is not UTF-8", write(TIDE_TEXT, b"caf\xe9"), [f"{TIDE_TEXT}:1 unreadable-file"]),
    ("a text that is too large", write(TIDE_TEXT, b"a" * (CAPTURE_BYTES + 1)), [f"{TIDE_TEXT}:0 too-large"]),
    ("a link", both(write("captures/README.md", "Texts."), link(TIDE_TEXT, f"../{TIDE}")), [f"{TIDE_TEXT}:0 unexpected-file"]),
    ("a folder that is a link", link("captures", "data"), ["captures:0 unexpected-file"]),
    ("a file in the folder's place", write("captures", "text"), ["captures:0 unreadable-file"]),
    ("the text of no article", write("captures/tide-2024.txt", PRINTED), ["captures/tide-2024.txt:0 stray-capture"]),
    ("the text of an article that can't be read", both(swap(VALE, "language: en", "language: English"), write("captures/vale-2024-03-07-post.txt", "words")), [f"{VALE}:8 bad-format"]),
    ("a page instead of its text", write("captures/tide-2024-02-10-assessment.html", "<p>"), ["captures/tide-2024-02-10-assessment.html:0 stray-capture"]),
    ("a page beside its text", both(tide(), write("captures/tide-2024-02-10-assessment.html", "<p>")), []),
    ("a folder of a year", write("captures/2024/tide-2024-02-10-assessment.txt", PRINTED), ["captures/2024:0 stray-capture"]),
    ("what systems leave behind", write("captures/.DS_Store", b"\0"), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_a_capture_does_not_bear_out_is_an_issue(
    edit: Edit, expected: list[str], project: Path
) -> None:
    """Each fault is named once, at the quote, the row, the checksum or the file."""
    edit(project)
    issues = find_issues(project)
    assert [show(issue) for issue in issues] == expected
    assert all(issue.help for issue in issues)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (tide("slowed to", "slowed by"), ["`by`", "`to`", "`landings slowed by approximately"]),
        (tide("landed in", "landed by boats in"), ["`by boats in`", "`in`"]),
        (tide("per day", "per\xadday"), ["`perday`", "`per day`"]),
        (rows("2023-10: 611.0", "2023-10: 611"), ["the row `611.0`", "`2023-10: 611`"]),
    ],
)
def test_a_message_shows_what_differs_and_the_nearest_passage(
    edit: Edit, said: list[str], project: Path
) -> None:
    """The words of the capture, those of the quote, and the passage as the capture prints it."""
    edit(project)
    (issue,) = find_issues(project)
    assert all(words in issue.message for words in said)


def test_the_checksum_to_write_is_that_of_the_bytes(project: Path) -> None:
    """What the help says can be pasted, and is right; until then it is a warning."""
    content = f"\ufeff{PRINTED}".replace("\n", "\r\n").encode()
    write(TIDE_TEXT, content)(project)
    (issue,) = find_issues(project)
    line = f"capture-sha256: {hashlib.sha256(content).hexdigest()}"
    assert issue.rule.severity is Severity.WARNING
    assert f"`{line}`" in issue.help
    append(TIDE, f"{line}\n")(project)
    assert find_issues(project) == []


def test_a_changed_capture_is_told_with_both_checksums(project: Path) -> None:
    """The recorded one and the one at hand."""
    write(DATA_TEXT, ROWS)(project)
    (issue,) = find_issues(project)
    assert DATA_SHA in issue.help
    assert hashlib.sha256(ROWS.encode()).hexdigest() in issue.help


def test_captures_are_checked_with_everything_else() -> None:
    """The family is one of those that a run goes through."""
    assert check_captures in FAMILIES


def test_every_quote_and_row_is_counted(project: Path) -> None:
    """Those found, those not found and those without a capture add up to all."""
    both(tide("61,100", "561,100"), rows("611.0", "661.0"))(project)
    library, _ = assemble(read_data_files(project))
    counts = count_records(library)
    printed = sum(len(article.quotes) for article in library.articles.values()) + 5
    assert (counts.quotes_checked, counts.quotes_failed) == (3 + 1 + 4, 2)
    assert counts.quotes_checked + counts.quotes_failed + counts.quotes_not_checked == printed
