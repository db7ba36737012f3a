"""The page on sites of one's own is followed to the letter: each command, in their order."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import generator
from tests.installed import ROOT, Installed

PAGE = (ROOT / "docs" / "own-site.md").read_text("utf-8")
LENDING = """\
#!/bin/sh
# The interpreter; an environment that it makes is lent what the program rests on.
"{python}" "$@" || exit
for folder in brief-tools/lib/python*/site-packages; do echo "{lent}" >"$folder/lent.pth"; done
"""


def test_the_page_is_followed_to_the_letter(installed: Installed, tmp_path: Path) -> None:
    """On a machine with a Python, make and git, and the wheel in the folder at hand."""
    shutil.copy(installed.wheel, tmp_path)
    programs = tmp_path / "programs"
    programs.mkdir()
    lent = sysconfig.get_path("purelib")
    (programs / "python3").write_text(LENDING.format(python=sys.executable, lent=lent), "utf-8")
    (programs / "python3").chmod(0o755)
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```$", PAGE)
    assert len(blocks) == 5
    environment = {
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "HOME": str(tmp_path),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    run = subprocess.run(
        ["sh", "-e"],
        input="".join(blocks),
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.count("no issues in 1 brief") == 1
    assert run.stdout.count("no issues in 0 briefs") == 1
    assert (tmp_path / "harbour-watch" / "site" / "index.html").is_file()
    assert (tmp_path / "skerry-watch" / ".git").is_dir()
    line = (tmp_path / "harbour-watch" / "requirements.txt").read_text("utf-8").splitlines()[-1]
    assert line.startswith(f"./vendor/{installed.wheel.name} --hash=sha256:")


def test_the_pages_name_this_version() -> None:
    """Whoever copies a command has the file that is named there."""
    for page in ("docs/own-site.md", "README.md"):
        named = re.findall(r"briefwright-([0-9][^-\s]*)-py3", (ROOT / page).read_text("utf-8"))
        assert set(named) == {generator.__version__}
