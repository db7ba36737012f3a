"""The workflows, the action and what goes with them, read for the tests."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / ".github"
STARTER = ROOT / "generator" / "starter" / "files"
OF_SITES = STARTER / ".github"
WORKFLOWS = sorted(OURS.glob("workflows/*.yml"))
ACTION = ROOT / "action.yml"
Parsed = dict[str, Any]


def name_file(path: Path) -> str:
    """A file's path as people write it."""
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> Parsed:
    """A file of YAML; a workflow's `on`, which YAML takes for true, has its name again."""
    parsed: dict[str | bool, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else str(key): value for key, value in parsed.items()}


def list_jobs() -> list[tuple[str, Parsed, Parsed]]:
    """Each job of each workflow: its name, the workflow, itself."""
    return [
        (f"{path.name}: {name}", workflow, job)
        for path in WORKFLOWS
        for workflow in [parse(path)]
        for name, job in workflow["jobs"].items()
    ]


def load_script(name: str) -> ModuleType:
    """A script that workflows run, as a module."""
    spec = importlib.util.spec_from_file_location(name, OURS / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
