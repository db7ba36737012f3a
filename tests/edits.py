"""Changes to a copy of the invented library, and the paths of the files that most tests change."""

from collections.abc import Callable
from pathlib import Path

from generator.issues import Issue

Edit = Callable[[Path], None]

UNITS = "data/units.yml"
SOURCES = "data/sources.yml"
METRICS = "data/metrics.yml"
EVENTS = "data/events/2024.yml"
TIDE = "data/articles/2024/tide-2024-02-10-assessment.yml"
WIRE = "data/articles/2024/wire-2024-02-11-herring.yml"
GAZETTE = "data/articles/2024/gazette-2024-02-12-herring.yml"
MARFA = "data/articles/2024/marfa-2024-03-05-ferry.yml"
VALE = "data/articles/2024/vale-2024-03-07-post.yml"
BOARD = "data/articles/2023/board-2023-12-31-report.yml"
SERIES = "data/series/landing-register.csv"
SLOWS = "data/briefs/2024/herring-slows.md"
FERRY = "data/briefs/2024/ferry-on-time.md"
HARBOUR = "data/briefs/2023/harbour-depth.md"
ROW = (
    "landed-2023-09-register,herring-landed,2023-09,IS-HB,whole fish,402.5,,,,,"
    "landing-register-2024-02-01-data,,2023-09: 402.5,,,,"
)
"""The first row of the series."""


def write(path: str, content: str | bytes) -> Edit:
    """Puts this content in the place of the file's own."""
    data = content if isinstance(content, bytes) else content.encode()

    def edit(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(data)

    return edit


def swap(path: str, old: str, new: str) -> Edit:
    """Exchanges the first occurrence of a text, which must be there."""

    def edit(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def rewrite(path: str, change: Callable[[str], str]) -> Edit:
    """Puts a text made from the file's own in its place."""

    def edit(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        (project / path).write_bytes(change(text).encode())

    return edit


def remove(path: str) -> Edit:
    """Deletes the file."""

    def edit(project: Path) -> None:
        (project / path).unlink()

    return edit


def append(path: str, text: str) -> Edit:
    """Adds a text to the end of the file."""

    def edit(project: Path) -> None:
        with (project / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def recode(path: str, coding: str) -> Edit:
    """Saves the file in another encoding."""

    def edit(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        (project / path).write_bytes(text.encode(coding))

    return edit


def windows(path: str) -> Edit:
    """Saves the file as Windows programs do: with a byte order mark, CR and LF."""

    def edit(project: Path) -> None:
        text = (project / path).read_text("utf-8").replace("\n", "\r\n")
        (project / path).write_bytes(text.encode("utf-8-sig"))

    return edit


def move(old: str, new: str) -> Edit:
    """Renames the file."""

    def edit(project: Path) -> None:
        (project / new).parent.mkdir(parents=True, exist_ok=True)
        (project / old).rename(project / new)

    return edit


def copy(old: str, new: str) -> Edit:
    """Puts a copy of the file in another place."""

    def edit(project: Path) -> None:
        (project / new).write_bytes((project / old).read_bytes())

    return edit


def link(path: str, target: str) -> Edit:
    """Puts a symbolic link in the file's place."""

    def edit(project: Path) -> None:
        (project / path).unlink(missing_ok=True)
        (project / path).symlink_to(target)

    return edit


def folder(path: str) -> Edit:
    """Puts a folder where a file is expected."""

    def edit(project: Path) -> None:
        (project / path).mkdir()

    return edit


def both(*edits: Edit) -> Edit:
    """Makes several changes."""

    def edit(project: Path) -> None:
        for change in edits:
            change(project)

    return edit


def body(text: str) -> Edit:
    """Puts a text below the prose of a brief: line 30 of the file."""
    return append(HARBOUR, f"\n{text}\n")


def show(issue: Issue) -> str:
    """An issue as the tables of the tests write it."""
    return f"{issue.location.path}:{issue.location.line} {issue.rule.id}"
