"""What people put beside the records: the configuration, and the pages and files in `docs/`.

Looked at before an engine reads them: it would follow links out of the project, publish whatever
lies there, pass over broken front matter in silence, and take templates from it. What the pages
say is the engine's business.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.issues import Issue, show_value
from generator.limits import PAGE_BYTES
from generator.library.near import suggest
from generator.reading.content import decode, read_content
from generator.reading.fault import Fault, to_issues
from generator.reading.front_matter import FENCE, split_front_matter
from generator.reading.kinds import is_other_file
from generator.reading.yaml_text import find_syntax_fault, read_yaml
from generator.site.engines import CONFIG, DOCS
from generator.site.write import is_generated

FIELDS = ("title", "description", "hide")
"""What the front matter of a page by hand may say; `template`, say, would choose its program."""
PICTURES = (".gif", ".ico", ".jpeg", ".jpg", ".png", ".webp")
_ALLOWED = re.compile(r"docs/(?:CNAME|robots\.txt|\.nojekyll|\.well-known/security\.txt)")
"""Files that hosts and robots look for under these names."""
_LINK = Fault("unexpected-file", 0, 0, "this is a link to another file", "put the file itself here")
_NO_CONFIG = Fault("unreadable-file", 0, 0, "the file is missing", "put it back")


def check_written(project: Path) -> list[Issue]:
    """Everything that is wrong with the configuration and with what people put into `docs/`."""
    issues: list[Issue] = []
    if (project / CONFIG).is_file():
        fault = _find_config_fault(project / CONFIG)
        issues += to_issues([fault] if fault else [], CONFIG)
    paths = [path.relative_to(project).as_posix() for path in _walk(project / DOCS)]
    for path in paths:
        issues += to_issues(_find_faults(project, path), _show_path(path))
    for path, fault in _find_collisions(paths):
        issues += to_issues([fault], _show_path(path))
    return issues


def find_missing_config(project: Path) -> list[Issue]:
    """The configuration, if a site can't be built for want of it."""
    return [] if (project / CONFIG).is_file() else to_issues([_NO_CONFIG], CONFIG)


def _walk(folder: Path) -> Iterator[Path]:
    """Files and links, also links to folders, which are not entered."""
    for here, folders, files in os.walk(folder):
        folders.sort()
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        yield from (Path(here) / name for name in sorted([*files, *links]))


def _find_config_fault(file: Path) -> Fault | None:
    text = _read(file)
    return text if isinstance(text, Fault) else find_syntax_fault(text)


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
    if file.suffix == ".md":
        return [] if is_generated(file) else _find_page_faults(file)
    if file.suffix.lower() in PICTURES or _ALLOWED.fullmatch(path) or is_other_file(path):
        return []
    help = (
        f"pages end in `.md`, pictures in {', '.join(f'`{one}`' for one in PICTURES)}; "
        "move anything else out of `docs/`"
    )
    return [Fault("unexpected-file", 0, 0, "a file of this kind is not published", help)]


def _find_page_faults(file: Path) -> list[Fault]:
    text = _read(file)
    if isinstance(text, Fault):
        return [text]
    if text.split("\n", 1)[0].rstrip() != FENCE:
        return []
    split = split_front_matter(text)
    if isinstance(split, Fault):
        return [split]
    front = read_yaml(split.front, split.front_line - 1)
    if front.faults or not isinstance(front.value, dict):
        return front.faults
    faults = []
    for name in front.value:
        if name not in FIELDS:
            message = f"{show_value(name)} is not a field of a page"
            help = suggest(name, FIELDS, f"the fields are {', '.join(FIELDS)}")
            faults.append(Fault("unknown-field", *front.key_places[(name,)], message, help))
    return faults


def _find_collisions(paths: list[str]) -> Iterator[tuple[str, Fault]]:
    seen: dict[str, str] = {}
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            message = (
                f"the name differs from {show_value(seen[folded])} only in case or accent form"
            )
            yield path, Fault("case-collision", 0, 0, message, "rename or delete one of them")
        seen.setdefault(folded, path)


def _show_path(path: str) -> str:
    """The path with what is not Unicode replaced, so that it can be printed."""
    return path.encode("utf-8", "replace").decode()
