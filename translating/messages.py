"""Collects the messages of the site: from the code, the page templates and the theme.

A message is an English text that a call such as `_("...")` looks up. Who calls what is read from the
syntax; nothing is run.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from generator.pages.templates import template_environment

ROOT = Path(__file__).parent.parent
CODE = ROOT / "generator"
TEMPLATES = CODE / "pages" / "templates"
THEME = CODE / "site" / "theme"

_IN_CONTEXT = ((1, "c"), 2)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "mark": None,
    "ngettext": (1, 2),
    "pgettext": _IN_CONTEXT,
    "mark_in": _IN_CONTEXT,
    "count": (2, 3),
    "spell_count": (2, 3),
}
"""The functions that take messages, and which of their arguments are some."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the site, or the two forms of one that goes with a number."""

    text: str | tuple[str, str]
    context: str | None
    file: str


def collect_messages() -> Catalog:
    """Every message of the site, in the order of the files."""
    catalogue = Catalog(project="Briefwright", fuzzy=False)
    for message in (*find_in_code(), *find_in_templates(), *find_in_theme()):
        catalogue.add(message.text, locations=[(message.file, 0)], context=message.context)
    return catalogue


def find_in_code() -> Iterator[Message]:
    """The messages of the Python code that speaks to readers."""
    for path in sorted([*(CODE / "pages").rglob("*.py"), *(CODE / "site").rglob("*.py")]):
        source = io.BytesIO(path.read_bytes())
        for _line, text, _comments, context in extract("python", source, keywords=KEYWORDS):
            yield _make(text, context, path)


def find_in_templates() -> Iterator[Message]:
    """The messages of the page templates."""
    yield from _find_in_jinja(template_environment(), TEMPLATES.glob("*.jinja"))


def find_in_theme() -> Iterator[Message]:
    """The messages of the theme, which the engine fills in."""
    yield from _find_in_jinja(Environment(autoescape=True), THEME.rglob("*.html"))


def _find_in_jinja(environment: Environment, paths: Iterable[Path]) -> Iterator[Message]:
    for path in sorted(paths):
        tree = environment.parse(path.read_text("utf-8"))
        for _line, function, found in extract_from_ast(tree, KEYWORDS):
            texts = found if isinstance(found, tuple) else (found,)
            strings = [text for text in texts if text is not None]
            context = strings.pop(0) if KEYWORDS[function] == _IN_CONTEXT else None
            pair = (strings[0], strings[1]) if function == "ngettext" else strings[0]
            yield _make(pair, context, path)


def _make(text: object, context: str | None, path: Path) -> Message:
    """A message; of a call with several texts, those are the forms for one and for many."""
    file = path.relative_to(ROOT).as_posix()
    if isinstance(text, (tuple, list)):
        return Message((str(text[0]), str(text[1])), context, file)
    return Message(str(text), context, file)
