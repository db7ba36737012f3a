"""The search index: Pagefind run over a built site.

It knows how Pagefind is called and what it prints. The index is static files under `pagefind/`,
loaded by the theme's script when a reader first searches; the engines know nothing of it.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.site.child import run_child
from generator.site.index_order import put_in_order

INDEX = "pagefind"
OPTIONS = (
    *("--output-subdir", INDEX),
    # What a page says of its own kind, its notes' ways back and what its evidence and its charts
    # repeat are no text to find.
    *("--exclude-selectors", ".bw-kind, .bw-back, .bw-evidence, .bw-chart"),
    # Else each language has an index of its own, and a search finds only what speaks like its page.
    *("--force-language", "en"),
)

_INDEXED = re.compile(r"Indexed (\d+) pages?")


class SearchFailure(Exception):  # noqa: N818 - it reports, nothing is wrong with the program
    """The index could not be built; the message is a sentence for the person at the terminal."""


def index_site(site_dir: Path) -> int:
    """Build the index of a site in its `pagefind/` folder and return the number of pages in it.

    Raises:
        SearchFailure: Pagefind is missing, failed, or found no page to index.
    """
    run = run_child("pagefind", ["--site", str(site_dir), *OPTIONS])
    found = _INDEXED.search(run.stdout)
    if run.returncode or not found or not (site_dir / INDEX / "pagefind.js").is_file():
        said = _reason(run.stdout)
        raise SearchFailure(f"The search index could not be built. {said}")
    try:
        put_in_order(site_dir / INDEX)
    except (ValueError, LookupError, TypeError) as error:
        raise SearchFailure(
            "The search index has another form than this version knows: install the Pagefind that "
            "`requirements.lock` names."
        ) from error
    return int(found[1])


def _reason(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    if any("No module named pagefind" in line for line in lines):
        return "Pagefind is not installed: run `make site`, which installs it."
    return f"Pagefind said: {' / '.join(lines[-3:])}" if lines else "Pagefind said nothing."
