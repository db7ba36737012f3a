"""Edits of a library made by chance: what contributors do to files, sensible or not.

Whoever uses them asks afterwards whether the library is still without errors.
"""

import random
import re
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path, random.Random], str]
"""Changes a project; says what it did, for the message of a test that fails."""

_ID = re.compile(r"\bid: ([a-z0-9-]+)")
_WORD = re.compile(r"(?<= )[a-z]{4,}(?= )")
_WORDS = ("harbour", "herring", "tide", "quay", "ferry", "silt", "лід", "Hafen")


def _files(project: Path, pattern: str = "*") -> list[Path]:
    return sorted(path for path in (project / "data").rglob(pattern) if path.is_file())


def _change(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8", newline="\n")


def change_word(project: Path, chance: random.Random) -> str:
    """Puts another word in the place of one."""
    path = chance.choice(_files(project))
    found = list(_WORD.finditer(path.read_text("utf-8")))
    if not found:
        return "nothing"
    match, word = chance.choice(found), chance.choice(_WORDS)
    _change(path, lambda text: text[: match.start()] + word + text[match.end() :])
    return f"{path.name}: {match[0]} -> {word}"


def change_number(project: Path, chance: random.Random) -> str:
    """Puts another digit in the place of one, wherever the same number stands in the file."""
    path = chance.choice(_files(project))
    found = list(re.finditer(r"\b\d{1,4}\b", path.read_text("utf-8")))
    if not found:
        return "nothing"
    old = chance.choice(found)[0]
    new = str(int(old) + chance.choice((1, 2, 10)))
    _change(path, lambda text: re.sub(rf"\b{old}\b", new, text))
    return f"{path.name}: {old} -> {new}"


def drop_line(project: Path, chance: random.Random) -> str:
    """Deletes a line."""
    path = chance.choice(_files(project))
    lines = path.read_text("utf-8").split("\n")
    dropped = lines.pop(chance.randrange(len(lines)))
    path.write_text("\n".join(lines), "utf-8")
    return f"{path.name}: without {dropped!r}"


def move_lines(project: Path, chance: random.Random) -> str:
    """Puts a comment at the head of a file, which moves all records in it."""
    path = chance.choice(_files(project, "*.yml"))
    _change(path, lambda text: f"# {chance.choice(_WORDS)}\n{text}")
    return f"{path.name}: moved down"


def copy_article(project: Path, chance: random.Random) -> str:
    """Adds an article like another one, with its figures."""
    path = chance.choice(_files(project / ".", "articles/*/*.yml"))
    sign = f"c{chance.randrange(10_000)}"
    text = path.read_text("utf-8")
    for id in _ID.findall(text):
        text = re.sub(rf"\bid: {id}(?![\w-])", f"id: {id}-{sign}", text)
    text = re.sub(r"https?://([^\s/]+)/", rf"https://\1/{sign}/", text)
    path.with_name(f"{path.stem}-{sign}.yml").write_text(text, "utf-8")
    return f"{path.name}: copied with {sign}"


def copy_brief(project: Path, chance: random.Random) -> str:
    """Adds a brief like another one."""
    path = chance.choice(_files(project, "briefs/*/*.md"))
    sign = f"c{chance.randrange(10_000)}"
    text = path.read_text("utf-8").replace(f"id: {path.stem}\n", f"id: {path.stem}-{sign}\n")
    path.with_name(f"{path.stem}-{sign}.md").write_text(text, "utf-8")
    return f"{path.name}: copied with {sign}"


def remove_file(project: Path, chance: random.Random) -> str:
    """Deletes a file; more often one that was added before."""
    files = _files(project)
    added = [path for path in files if re.search(r"-c\d+\.", path.name)]
    path = chance.choice(added if added and chance.random() < 0.7 else files)
    path.unlink()
    return f"{path.name}: removed"


def rename_id(project: Path, chance: random.Random) -> str:
    """Gives a record another id, wherever it is named, and its file another name."""
    path = chance.choice(_files(project))
    ids = _ID.findall(path.read_text("utf-8"))
    if not ids:
        return "nothing"
    old, new = chance.choice(ids), f"renamed-{chance.randrange(10_000)}"
    for file in _files(project):
        _change(file, lambda text: re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text))
        if file.stem == old:
            file.rename(file.with_name(f"{new}{file.suffix}"))
    return f"{old} -> {new}"


EDITS: tuple[Edit, ...] = (
    *(change_word, change_word, change_word, change_number, drop_line, move_lines),
    *(copy_article, copy_brief, remove_file, rename_id),
)


def edit(project: Path, chance: random.Random) -> str:
    """One to three edits of a project's records."""
    return "; ".join(
        chance.choice(EDITS)(project, chance) for _ in range(chance.choice((1, 1, 2, 3)))
    )
