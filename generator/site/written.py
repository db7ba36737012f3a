"""What people put beside the records: the configuration, and the pages in `docs/`.

Looked at before an engine reads them: it would follow links out of the project, publish whatever
lies there, take templates from front matter, and pass over much in silence. What the pages say, in
Markdown and what HTML the sanitiser leaves, is the engine's business.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.issues import Issue, show_value
from generator.library.near import suggest
from generator.limits import PAGE_BYTES
from generator.reading.content import RIGHTS, can_read, decode, read_content
from generator.reading.fault import Fault, to_issues
from generator.reading.file_names import (
    find_collisions,
    find_name_faults,
    fold_name,
    show_path,
)
from generator.reading.front_matter import FENCE, split_front_matter
from generator.reading.yaml_text import find_syntax_fault, read_yaml
from generator.records.characters import find_text_faults
from generator.site.admin_page import CHOICES
from generator.site.mark import has_mark
from generator.site.settings import CONFIG, DOCS, read_extra, read_language
from generator.site.write import address_of
from generator.speech import known_languages

FIELDS = ("title", "description", "hide", "language")
"""What the front matter of a page by hand may say; `template`, say, would choose its program."""
_PAGE = re.compile(r"docs/(?:[\w-]+/)*[\w-]+\.md")
_ALLOWED = re.compile(r"docs/(?:CNAME|robots\.txt|(?:.*/)?\.(?:gitkeep|gitignore|DS_Store))")
"""Files that hosts and robots look for under these names, and those that no engine publishes."""
# Without a fence, MkDocs takes such lines at the head of a page for front matter all the same.
_BARE_FIELD = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_LINK = Fault("unexpected-file", 0, 0, "this is a link to another file", "put the file itself here")
_NO_CONFIG = Fault("unreadable-file", 0, 0, "the file is missing", "put it back")
_NO_FIELD = "begin the page with its heading; fields stand between two lines `---`"


def check_written(project: Path) -> list[Issue]:
    """Everything that is wrong with the configuration and with what people put into `docs/`."""
    issues: list[Issue] = []
    if (project / CONFIG).is_file():
        text = _read(project / CONFIG)
        fault = text if isinstance(text, Fault) else find_syntax_fault(text)
        issues += to_issues([fault] if fault else [*_find_setting_faults(project)], CONFIG)
    if not os.path.lexists(project / DOCS):
        return issues
    unopened: list[Fault] = []
    paths = [path.relative_to(project).as_posix() for path in _walk(project / DOCS, unopened)]
    issues += to_issues(unopened, DOCS)
    for path in paths:
        issues += to_issues(_find_faults(project, path), show_path(path))
    for way, _, fault in [*find_collisions(paths), *find_name_faults(paths)]:
        issues += to_issues([fault], show_path(way))
    for path, fault in _find_rivals(paths):
        issues += to_issues([fault], show_path(path))
    return issues


def _find_setting_faults(project: Path) -> Iterator[Fault]:
    """The site's language has to be one that it has words in; the form has three ways to be."""
    form = read_extra(project, "admin", os.environ)
    if form and form not in CHOICES:
        message = f"{show_value(form)} is not a word for `extra.admin`"
        help = suggest(form, CHOICES, f"write one of {', '.join(CHOICES)}")
        yield Fault("unknown-word", 0, 0, message, help)
    language = read_language(project)
    if language not in known_languages():
        known = ", ".join(known_languages())
        message = f"the site has no words in {show_value(language)}, its `theme.language`"
        yield Fault("unknown-word", 0, 0, message, f"write one of {known}, or add a catalogue")


def find_missing_config(project: Path) -> list[Issue]:
    """The configuration, if a site can't be built for want of it."""
    return [] if (project / CONFIG).is_file() else to_issues([_NO_CONFIG], CONFIG)


def _find_rivals(paths: list[str]) -> Iterator[tuple[str, Fault]]:
    """Pages that would have the address of another."""
    first: dict[str, str] = {}
    for path in paths:
        other = (
            first.setdefault(fold_name(address_of(path)), path) if path.endswith(".md") else path
        )
        if fold_name(other) != fold_name(path):
            message = f"the page would have the address of {show_value(other)}"
            yield path, Fault("case-collision", 0, 0, message, "rename or delete one of them")


def _walk(folder: Path, unopened: list[Fault]) -> Iterator[Path]:
    """Files and links, also links to folders, which are not entered."""
    if folder.is_symlink():
        yield folder
        return

    def note(error: OSError) -> None:
        message = f"the folder `{error.filename}` can't be opened: {error.strerror}"
        unopened.append(Fault("unreadable-file", 0, 0, message, RIGHTS))

    for here, folders, files in os.walk(folder, onerror=note):
        folders.sort()
        odd = [name for name in folders if (Path(here) / name).is_symlink() or name.endswith(".md")]
        yield from (Path(here) / name for name in sorted([*files, *odd]))


def _read(file: Path) -> str | Fault:
    content = read_content(file, PAGE_BYTES)
    text = decode(content) if isinstance(content, bytes) else content
    if isinstance(text, Fault) and text.rule == "empty-file":
        return ""
    return text


def _find_faults(project: Path, path: str) -> list[Fault]:
    file = project / path
    if file.is_symlink():
        return [_LINK]
    if _ALLOWED.fullmatch(path):
        return []
    if not _PAGE.fullmatch(path) or path.startswith(f"{DOCS}/templates/"):
        help = (
            "pages have names of letters, digits, `-` and `_` that end in `.md`, and stand in no "
            "folder `templates`; move anything else out of `docs/`"
        )
        return [Fault("unexpected-file", 0, 0, "this is not published from `docs/`", help)]
    if can_read(file) and has_mark(file):
        return []
    text = _read(file)
    if isinstance(text, Fault):
        return [text]
    return [*_find_front_faults(text), *_find_text_faults(text)]


def _find_front_faults(text: str) -> list[Fault]:
    first = text.split("\n", 1)[0]
    if first.rstrip() != FENCE:
        bare = _BARE_FIELD.match(first)
        message = f"the engine takes {show_value(first)} for a field, and leaves it out of the page"
        return [Fault("bad-front-matter", 1, 1, message, _NO_FIELD)] if bare else []
    split = split_front_matter(text)
    if isinstance(split, Fault):
        return [split]
    front = read_yaml(split.front, split.front_line - 1)
    if front.faults:
        return front.faults
    if not isinstance(front.value, dict):
        message = "the front matter holds no fields"
        return [Fault("bad-front-matter", 1, 1, message, "write the page's title, or delete it")]
    faults = []
    for name in front.value:
        if name not in FIELDS:
            message = f"{show_value(name)} is not a field of a page"
            help = suggest(name, FIELDS, f"the fields are {', '.join(FIELDS)}")
            faults.append(Fault("unknown-field", *front.key_places[(name,)], message, help))
    return faults


def _find_text_faults(text: str) -> Iterator[Fault]:
    """What a reader would not see, or take for another word, line by line."""
    if text.isascii():
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for fault in find_text_faults(line):
            message = f"the line {fault.said}"
            yield Fault(fault.rule, number, fault.start + 1, message, fault.help)
