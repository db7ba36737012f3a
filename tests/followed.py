"""Follows a page of `docs/` to the letter: runs its commands, and looks for what it shows of them.

A block of `sh` is run by a shell, in which `brief` is this program. A block of `text` right behind
it is what the page shows of it: each of its lines has to be printed, in this order. Commands end
well unless an error is shown. A block of Markdown behind the path of a file of `data/` is written
there.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(?ms)^```(\w+)\n(.*?)^```$")
_FILE = re.compile(r"`(data/[^`]+)`[^`]*:\s*$")


def follow_page(page: Path, project: Path, tools: Path) -> int:
    """Follows a page in the folder of a project; gives how many blocks were run.

    Args:
        page: The Markdown file.
        project: The project, which is changed.
        tools: A folder in which `brief` is put.
    """
    text, ran, said, begin = page.read_text("utf-8"), 0, "", 0
    put_brief(tools)
    blocks = list(_BLOCK.finditer(text))
    for place, block in enumerate(blocks):
        language, content = block[1], block[2]
        if language == "sh":
            shown = blocks[place + 1] if place + 1 < len(blocks) else None
            expected = shown[2] if shown is not None and shown[1] == "text" else ""
            said = run_block(content, project, tools, fails="error[" in expected)
            ran += 1
        elif language == "text":
            find_lines(content, said)
        elif named := _FILE.search(text[begin : block.start()]):
            (project / named[1]).write_text(content, "utf-8")
        begin = block.end()
    return ran


def put_brief(tools: Path) -> None:
    """This program, under the name of the command."""
    tools.mkdir(exist_ok=True)
    brief = tools / "brief"
    brief.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
    brief.chmod(0o755)


def run_block(commands: str, folder: Path, tools: Path, *, fails: bool = False) -> str:
    """Runs some commands up to the first that fails; gives what they said."""
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["sh", "-e", "-c", commands],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert run.returncode == int(fails), f"{commands}\n{run.stdout}"
    return run.stdout


def find_lines(shown: str, said: str) -> None:
    """Each line that is shown was said, in this order."""
    begin = 0
    for line in shown.splitlines():
        found = said.find(line, begin)
        assert found >= 0, f"not said, or not in this order: {line}\n{said}"
        begin = found + len(line)
