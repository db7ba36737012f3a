"""The tables of docs/dependencies.md. `make licences` writes them and refuses what may not be used.

The prose of the page is a person's, and so is the table of what a site carries; the two tables of
packages are replaced. What a licence is, and whether it will do, is decided in `licences`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from generator.site.write import replace_file
from supply.licences import find_licence, find_refused
from supply.locks import DEVELOPMENT, ROOT, RUNTIME, Package, read_lock

PAGE = ROOT / "docs" / "dependencies.md"
INSTALLED = "What an installation needs"
DEVELOPED = "What development needs besides"


def render_page(before: str) -> str:
    """The page with its tables made anew from the locks and from what is installed."""
    runtime, development = read_lock(RUNTIME), read_lock(DEVELOPMENT)
    besides = [package for name, package in development.items() if name not in runtime]
    page = _replace_rows(before, INSTALLED, runtime.values())
    return _replace_rows(page, DEVELOPED, besides)


def _replace_rows(page: str, heading: str, packages: Iterable[Package]) -> str:
    rows = "".join(f"{_render_row(package)}\n" for package in packages)
    section = re.compile(rf"(?ms)(^## {re.escape(heading)}$.*?^\| --- [^\n]*\n)(?:^\|[^\n]*\n)*")
    replaced, count = section.subn(lambda match: match[1] + rows, page)
    if count != 1:
        raise ValueError(f"{PAGE.name} has no table under a heading `{heading}`")
    return replaced


def _render_row(package: Package) -> str:
    project = ["**Briefwright**"] * package.by_project + ["its build"] * package.by_build
    cells = (
        package.name,
        package.version,
        find_licence(package.name) or "unknown",
        ", ".join([*project, *package.required_by]),
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Writes the tables; exits with 1 and the reasons where a licence will not do."""
    replace_file(PAGE, render_page(PAGE.read_text("utf-8")).encode())
    refused = find_refused(read_lock(DEVELOPMENT))
    for name, licence in refused.items():
        sys.stderr.write(f"{name}: {licence or 'no licence is known'}\n")
    if refused:
        sys.exit(
            "A project under MIT may not rest on the above. If metadata says too little, state the "
            "licence in supply/licences.py as the package's own licence file has it."
        )


if __name__ == "__main__":
    main()
