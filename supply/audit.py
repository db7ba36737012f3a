"""Asks whether a fault is known in any locked version: `make audit`. It needs the network.

pip-audit does the asking. Here its answer is put into a line for each fault, and an audit that did
not take place is told from one that found something: neither passes. Nothing is installed, and of
each package its name and version alone are sent.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from supply.locks import DEVELOPMENT, RUNTIME

OPTIONS = (
    *("--requirement", str(RUNTIME), "--requirement", str(DEVELOPMENT)),
    *("--require-hashes", "--disable-pip", "--strict", "--format", "json"),
    *("--progress-spinner", "off"),
)
FOUND, NOT_ASKED = 1, 2


def run_audit(arguments: Sequence[str]) -> int:
    """Asks, prints what is known, and returns the exit code; `arguments` are for pip-audit."""
    run = subprocess.run(  # noqa: S603 - our own interpreter, arguments as a list
        [sys.executable, "-m", "pip_audit", *OPTIONS, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        dependencies = json.loads(run.stdout)["dependencies"]
    except ValueError:
        reason = run.stderr.strip().rpartition("\n")[2]
        sys.stderr.write(
            f"{reason}\nNothing was audited. It needs the network, to ask the package index about "
            "each locked version; a mirror of the index may not know.\n"
        )
        return NOT_ASKED
    lines = list(_describe_faults(dependencies))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.write(f"{len(dependencies)} locked packages, {len(lines)} known faults\n")
    return FOUND if lines else 0


def _describe_faults(dependencies: list[dict[str, Any]]) -> Iterator[str]:
    for found in dependencies:
        for fault in found["vulns"]:
            names = ", ".join([fault["id"], *fault["aliases"]])
            mended = " or ".join(fault["fix_versions"]) or "no version yet"
            yield f"{found['name']} {found['version']}: {names}; mended in {mended}"


if __name__ == "__main__":
    sys.exit(run_audit(sys.argv[1:]))
