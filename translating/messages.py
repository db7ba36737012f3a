"""Collects the messages of the site: from the code, the page templates and the theme.

A message is an English text that a call such as `_("...")` looks up. Who calls what is read from
the syntax; nothing is run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from jinja2 import Environment, nodes

from generator.pages.templates import template_environment
from generator.speech import DECLINED

ROOT = Path(__file__).parent.parent
CODE = ROOT / "generator"
TEMPLATES = CODE / "pages" / "templates"
THEME = CODE / "site" / "theme"


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the site, or the two forms of one that goes with a number."""

    text: str | tuple[str, str]
    context: str | None
    file: str


def collect_messages() -> Catalog:
    """Every message of the site, in the order of the files."""
    catalogue = Catalog(fuzzy=False)
    for message in (*find_in_code(), *find_in_templates(), *find_in_theme()):
        catalogue.add(message.text, locations=[(message.file, 0)], context=message.context)
    return catalogue


def find_in_code() -> Iterator[Message]:
    """The messages of the Python code that speaks to readers."""
    for path in sorted([*(CODE / "pages").rglob("*.py"), *(CODE / "site").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [one.value if isinstance(one, ast.Constant) else None for one in node.args]
                yield from _read_call(node.func.id, texts, path)


def find_in_templates() -> Iterator[Message]:
    """The messages of the page templates."""
    environment = template_environment()
    for path in sorted(TEMPLATES.glob("*.jinja")):
        for call in environment.parse(path.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name):
                texts = [one.value if isinstance(one, nodes.Const) else None for one in call.args]
                yield from _read_call(call.node.name, texts, path)


def find_in_theme() -> Iterator[Message]:
    """The messages of the theme, which the engine fills in: `words["..."]`."""
    environment = Environment(autoescape=True)
    for path in sorted(THEME.rglob("*.html")):
        for item in environment.parse(path.read_text("utf-8")).find_all(nodes.Getitem):
            is_words = isinstance(item.node, nodes.Name) and item.node.name == "words"
            if is_words and isinstance(item.arg, nodes.Const):
                yield Message(item.arg.value, None, _name(path))


def _read_call(function: str, arguments: Sequence[object], path: Path) -> Iterator[Message]:
    """The messages in a call, if its function takes any and they are written out."""
    texts = [text if isinstance(text, str) else "" for text in (*arguments, None, None, None)]
    file = _name(path)
    match function:
        case "_" | "gettext" | "mark" if texts[0]:
            yield Message(texts[0], None, file)
        case "mark_declined" if texts[0]:
            yield Message(texts[0], None, file)
            yield Message(texts[0], DECLINED, file)
        case "pgettext" if texts[1]:
            yield Message(texts[1], texts[0], file)
        case "ngettext" if texts[0]:
            yield Message((texts[0], texts[1]), None, file)
        case "count" | "spell_count" if texts[1]:
            yield Message((texts[1], texts[2]), None, file)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
