"""The shape of the code, read from its imports: where they point, what the core never touches.

Imports for types only count too: who needs another's types depends on it.
"""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "generator").rglob("*.py"))

# Who may import whom; a part may always import its own modules.
FOUNDATION = {"issues", "catalogue", "address", "limits", "speech"}
EVIDENCE = {"records", "library", "phrases", "evidence"} | FOUNDATION
BEFORE_SITE = {"reading", "checks", "pages"} | EVIDENCE
MAY_IMPORT = {
    "__init__": set[str](),
    "__main__": {"cli", "interrupts"},
    "interrupts": set[str](),
    "issues": set[str](),
    "limits": set[str](),
    "speech": set[str](),
    "catalogue": {"issues"},
    "address": {"issues"},
    "records": FOUNDATION,
    "library": {"records"} | FOUNDATION,
    "reading": {"library", "records"} | FOUNDATION,
    "phrases": {"records"} | FOUNDATION,
    "evidence": {"phrases", "library", "records"} | FOUNDATION,
    "checks": EVIDENCE,
    "pages": EVIDENCE,
    "diff": {"pages"} | EVIDENCE,
    "authoring": {"checks", "pages", "reading"} | EVIDENCE,
    "cms": {"records"} | FOUNDATION,
    "site": {"cms", "diff", "interrupts"} | BEFORE_SITE,
    "starter": {"site", "records"} | FOUNDATION,
    "links": {"authoring", "site"} | BEFORE_SITE,
    "report": {"checks", "evidence"} | FOUNDATION,
    "report_evidence": {"evidence"} | FOUNDATION,
    "report_links": {"diff", "links", "report_table"} | EVIDENCE,
    "report_old": {"diff", "evidence", "report_table"} | FOUNDATION,
    "report_summary": {"report", "checks"} | FOUNDATION,
    "report_table": set[str](),
    "cli": {
        *("authoring", "diff", "links", "report", "report_evidence", "report_links", "report_old"),
        *("interrupts", "report_summary", "site", "starter"),
    }
    | BEFORE_SITE,
}

# The core is a function of what it is given: no files, network, clock, environment or log.
CORE = {"authoring", "reading", "checks", "pages", "diff", "cms"} | EVIDENCE
EDGES_IN_CORE = {
    "generator.authoring.files",
    "generator.phrases.words",
    "generator.reading.captures",
    "generator.reading.content",
    "generator.reading.files",
    "generator.speech",
}
WORLDLY_MODULES = {
    *("asyncio", "fileinput", "ftplib", "glob", "http", "logging", "os", "pathlib.Path"),
    *("requests", "select", "shutil", "signal", "smtplib", "socket", "ssl", "subprocess", "sys"),
    *("tempfile", "threading", "time", "urllib.request"),
}
WORLDLY_FUNCTIONS = {"breakpoint", "input", "open", "print"}
WORLDLY_METHODS = {
    *("now", "today", "utcnow"),
    *(
        "read_bytes",
        "read_text",
        "write_bytes",
        "write_text",
        "iterdir",
        "rglob",
        "mkdir",
        "unlink",
    ),
}


class Module(NamedTuple):
    """One source file of the package under its dotted name."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def part(self) -> str:
        """The part of the package it belongs to, as the table names it."""
        return self.name.removeprefix("generator.").split(".")[0]


@cache
def modules() -> dict[str, Module]:
    """Parse the whole package."""
    return {name: Module(name, path, ast.parse(path.read_text("utf-8"))) for name, path in named()}


def named() -> Iterator[tuple[str, Path]]:
    """Pair every source file with the name it is imported by."""
    for path in SOURCES:
        dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield dotted if dotted == "generator.__init__" else dotted.removesuffix(".__init__"), path


def imported(module: Module) -> Iterator[tuple[str, int]]:
    """Every name that a module imports, in full, with its line."""
    package = module.name if module.path.stem == "__init__" else module.name.rpartition(".")[0]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: 1 - node.level or None] if node.level else []
            origin = ".".join([*base, *filter(None, [node.module])])
            yield from ((f"{origin}.{alias.name}", node.lineno) for alias in node.names)


def dependencies(module: Module) -> set[str]:
    """The modules of this package that a module imports, itself left out."""
    found = set()
    for name, _line in imported(module):
        for candidate in (name, name.rpartition(".")[0]):
            if candidate in modules():
                found.add(candidate)
                break
    return found - {module.name}


def is_worldly(name: str) -> bool:
    """Whether an import lies in, or is, one of the modules that reach outside."""
    whole = name in {
        "pathlib",
        "urllib",
    }  # gives the worldly half too, where naming a part would not
    return whole or any(f"{name}.".startswith(f"{worldly}.") for worldly in WORLDLY_MODULES)


def worldly_uses(module: Module) -> Iterator[str]:
    """Each place in a module that reaches outside, as path:line and what is used."""
    for name, line in imported(module):
        if is_worldly(name):
            yield f"{module.path.relative_to(ROOT)}:{line}: {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and node.id in WORLDLY_FUNCTIONS:
            yield f"{module.path.relative_to(ROOT)}:{node.lineno}: {node.id}"
        if isinstance(node, ast.Attribute) and node.attr in WORLDLY_METHODS:
            yield f"{module.path.relative_to(ROOT)}:{node.lineno}: .{node.attr}"


def test_every_part_of_the_package_is_in_the_table() -> None:
    """A part that the table does not know would be free to import anything."""
    assert {module.part for module in modules().values()} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_imports_point_one_way(part: str) -> None:
    """Each part imports only what the table allows it."""
    wrong = {
        f"{module.name} imports {name}"
        for module in modules().values()
        if module.part == part
        for name in dependencies(module)
        if modules()[name].part not in MAY_IMPORT[part] | {part}
    }
    assert not wrong


def test_no_module_imports_itself_by_way_of_others() -> None:
    """The import graph has no cycle."""
    graph = {module.name: dependencies(module) for module in modules().values()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def test_the_core_reaches_no_file_network_clock_or_log() -> None:
    """Only the edges do input and output; everything else is a function of its arguments."""
    core = (m for m in modules().values() if m.part in CORE and m.name not in EDGES_IN_CORE)
    assert not [use for module in core for use in worldly_uses(module)]
