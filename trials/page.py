"""Writes `docs/trials.md` from the results of the trials. Run by `make trials`.

Every number on the page is one of a result; its sentences stand in the template.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.site.write import replace_file
from trials.results import FOLDER, open_templates

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "trials.md"
TRIALS = ("attack", "faults", "reproduce", "fuzz", "quality")
Result = Mapping[str, Any]


def render(results: Mapping[str, Result]) -> str:
    """The page, from the results by the names of the trials."""
    environment = open_templates(HERE)
    environment.filters |= {
        "total": lambda counts: f"{sum(counts.values()):,}",
        "rules": _list_rules,
        "source": _name_source,
    }
    template = environment.get_template("trials.md.jinja")
    return template.render({name: results.get(name) for name in TRIALS})


def _list_rules(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number:,} by `{rule}`" for rule, number in counts.items()) or "none"


def _name_source(found: Result) -> str:
    commit = f", commit `{found['commit']}`" if found.get("commit") else ""
    return f"`{found['command']}`, {found['date']}, Python {found['python']}{commit}."


def read_results() -> dict[str, Result]:
    """The results that are there, by the names of the trials."""
    return {
        name: json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
        for name in TRIALS
        if (FOLDER / f"{name}.json").is_file()
    }


def main() -> int:
    """Writes the page."""
    replace_file(PAGE, render(read_results()).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
