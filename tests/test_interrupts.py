"""A signal to end counts, even where a library swallows what it raises."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.site.digest import digest_folder
from trials.project import write_project

ROOT = Path(__file__).resolve().parents[1]
_SWALLOWING = """
import os, signal, sys
from generator import __main__ as begin
from generator.reading import assemble
from generator.site import checking

def disturb(*given):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except KeyboardInterrupt:
        if "else" in sys.argv[1]:
            raise RuntimeError("an error of its own") from None
    return assemble.assemble(*given)

checking.assemble = disturb
sys.argv = ["brief", *sys.argv[2:]]
begin.main()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site."""
    folder = tmp_path_factory.mktemp("swallowing")
    write_project(folder, briefs=1)
    _run("none", folder, "from generator.__main__ import main; main()")
    return folder


def _run(what: str, project: Path, program: str) -> subprocess.CompletedProcess[str]:
    arguments = [what] if program == _SWALLOWING else []
    command = [sys.executable, "-c", program, *arguments, "build", "--project", str(project)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("what", ["swallowed", "made something else"])
def test_what_became_of_an_interrupt_does_not_count(project: Path, what: str) -> None:
    """Nothing is built or kept with what may be anything; one line says that it was stopped."""
    before = digest_folder(project / "site")
    topics = project / "data/topics.yml"
    topics.write_text(topics.read_text("utf-8") + f"# {what}\n", "utf-8")
    run = _run(what, project, _SWALLOWING)
    assert run.returncode == 1
    assert run.stderr.strip().startswith("stopped")
    assert "Traceback" not in run.stderr
    assert digest_folder(project / "site") == before


def test_an_interrupt_where_nobody_can_take_it_is_noted_without_a_word() -> None:
    """As while a module is being loaded, or an object is taken down."""
    program = (
        "import os, signal; from generator.interrupts import is_told, take_signals\n"
        "class Ending:\n"
        "    def __del__(self): os.kill(os.getpid(), signal.SIGINT)\n"
        "take_signals(); ending = Ending(); del ending; print(is_told())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("True\n", "")


def test_a_signal_that_is_ignored_stays_so() -> None:
    """As in the background of a shell, where Ctrl+C is for somebody else."""
    program = (
        "import os, signal; signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "from generator.interrupts import is_told, take_signals; take_signals();"
        "os.kill(os.getpid(), signal.SIGINT); print(is_told())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stdout == "False\n"
