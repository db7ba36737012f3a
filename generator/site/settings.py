"""What a project's configuration says, as far as the generator asks; the rest is the engines'.

It is composed, not loaded: the file holds tags that only an engine understands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

CONFIG = "mkdocs.yml"
DOCS = "docs"
ENGLISH = "en"
_ENV = re.compile(r"!ENV\s+\[?\s*([A-Za-z_][A-Za-z0-9_]*)")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_language(project: Path) -> str:
    """The language of the site, as `theme.language`; English where it says none."""
    try:
        theme = _find_value(_compose(project), "theme")
    except FileNotFoundError:
        return ENGLISH
    return _read_text(_find_value(theme, "language")) or ENGLISH


def read_setting(project: Path, name: str) -> str:
    """A text of the configuration, such as `site_name`; empty where it is not a plain text."""
    return _read_text(_find_value(_compose(project), name))


def read_theme_folder(project: Path) -> Path:
    """The folder of the project's own templates, as `theme.custom_dir`; else one that is not."""
    theme = _find_value(_compose(project), "theme")
    name = _read_text(_find_value(theme, "custom_dir"))
    return (project / (name or ".briefwright/no-theme")).resolve()


def list_variables(project: Path) -> list[str]:
    """The variables of the environment that the configuration reads."""
    return sorted(set(_ENV.findall((project / CONFIG).read_text("utf-8"))))


def read_extra(project: Path, name: str, environment: Mapping[str, str]) -> str:
    """A text under `extra`, as an engine reads it: `!ENV [NAME, "default"]` asks the environment.

    Empty where there is none.
    """
    try:
        node = _find_value(_find_value(_compose(project), "extra"), name)
    except FileNotFoundError:
        return ""
    if node is None or node.tag != "!ENV":
        return _read_text(node)
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    *names, last = map(_read_text, parts)
    given = (environment[one] for one in (names or [last]) if one in environment)
    return next(given, last if names else "")


def _compose(project: Path) -> yaml.Node | None:
    return yaml.compose((project / CONFIG).read_text("utf-8"), _LOADER)


def _find_value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _read_text(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
