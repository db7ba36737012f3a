"""Reads the module docstrings of the `generator` package, without importing a module."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def read_module_docstrings(package: Path = PACKAGE) -> dict[str, str]:
    """The docstring of each module below a package's folder, by the name it is imported by."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        found[name] = inspect.cleandoc(docstring or "")
    return found
