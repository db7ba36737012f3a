"""What people write beside the records: the configuration and the pages in `docs/`.

Looked at before an engine reads them: it would pass over broken front matter in silence, and speak
of broken YAML in a parser's words. What they say is the engine's business.
"""

from __future__ import annotations

from pathlib import Path

from generator.reading.fault import Fault
from generator.reading.content import decode
from generator.reading.front_matter import FENCE, split_front_matter
from generator.reading.yaml_text import find_syntax_fault
from generator.site.engines import CONFIG, DOCS
from generator.site.write import is_generated


class UnreadablePageError(Exception):
    """The configuration or pages written by hand can't be read; nothing has been written."""


def check_written(project: Path) -> None:
    """Reads the configuration and the front matter of each page that a person wrote.

    Raises:
        UnreadablePageError: Some of them can't be read; it says which, where and what to do.
    """
    if not (project / CONFIG).is_file():
        raise UnreadablePageError(f"{CONFIG}: the file is missing\n  help: put it back")
    faults = []
    for file in [project / CONFIG, *sorted((project / DOCS).rglob("*.md"))]:
        fault = None if is_generated(file) else _find_fault(file)
        if fault is not None:
            place = f"{file.relative_to(project).as_posix()}:{fault.line}"
            faults.append(f"{place}: {fault.message}\n  help: {fault.help}")
    if faults:
        raise UnreadablePageError("\n".join(faults))


def _find_fault(file: Path) -> Fault | None:
    if not file.is_file():  # a folder, or a link that leads nowhere: the engine says so
        return None
    text = decode(file.read_bytes())
    if isinstance(text, Fault):
        return None if text.rule == "empty-file" else text
    if file.suffix != ".md":
        return find_syntax_fault(text)
    if text.split("\n", 1)[0].rstrip() != FENCE:
        return None
    split = split_front_matter(text)
    return split if isinstance(split, Fault) else find_syntax_fault(split.front, 1)
