"""A real build that is interrupted, killed, or can't write: the last good site stays, whole."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.site.digest import digest_folder
from trials.project import write_project

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 60_000
"""Bytes: less than the largest files of a site have."""


def start(project: Path, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Begins a build; by its first line the pages are written, and the engine is about to run."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--project", str(project)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=prepare,  # noqa: PLW1509 - the limit is for the build alone
    )
    assert process.stdout is not None
    if prepare is None:
        while not (line := process.stdout.readline()).startswith("pages:"):
            assert line, process.communicate()
    return process


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built, and was changed since."""
    folder = tmp_path_factory.mktemp("faulty")
    write_project(folder, briefs=1)
    process = start(folder)
    said = process.communicate()
    assert process.returncode == 0, said
    topics = folder / "data" / "topics.yml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("description: ", "description: Changed. ", 1), encoding="utf-8")
    return folder


def judge(project: Path, before: str) -> None:
    """The site is what it was, and nothing lies beside it."""
    assert digest_folder(project / "site") == before
    assert {folder.name for folder in project.glob(".briefwright/sites/*")} <= {"spare"}


@pytest.mark.parametrize("send", [os.kill, os.killpg])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_a_build_cleanly(
    project: Path, sent: signal.Signals, send: Callable[[int, int], None]
) -> None:
    """One line, exit code 1, no traceback; whether all its processes are told or one."""
    before = digest_folder(project / "site")
    process = start(project)
    send(process.pid, sent)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "stopped" in said
    assert "Traceback" not in said
    judge(project, before)


@pytest.mark.parametrize("pause", [0, 0.0003, 0.001, 0.01, 0.05])
def test_two_interrupts_in_a_row_end_what_one_does(project: Path, pause: float) -> None:
    """Somebody presses Ctrl+C twice: no process stays, and nothing more is said."""
    before = digest_folder(project / "site")
    process = start(project)
    for _ in range(2):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
        time.sleep(pause)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert said.strip().splitlines()[-1].startswith("stopped")
    assert "Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    judge(project, before)


def test_a_build_that_can_not_write_leaves_the_last_site(project: Path) -> None:
    """Files of the site are larger than may be written here: it is said, and nothing is lost."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))

    before = digest_folder(project / "site")
    process = start(project, limit)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "error: " in said
    assert "Traceback" not in said
    judge(project, before)


def test_a_killed_build_leaves_the_last_site_and_the_next_one_is_right(project: Path) -> None:
    """Nothing could be cleared away; the next build does it."""
    before = digest_folder(project / "site")
    process = start(project)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert digest_folder(project / "site") == before
    process = start(project)
    said = process.communicate()
    assert process.returncode == 0, said
    assert digest_folder(project / "site") != before
    assert {folder.name for folder in project.glob(".briefwright/sites/*")} <= {"spare"}
    assert "Changed." in (project / "site/topics/index.html").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems let a child live on")
def test_what_a_killed_build_had_started_ends_with_it(project: Path) -> None:
    """Else it would write into a folder that the next build has cleared away."""
    topics = project / "data" / "topics.yml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("Changed. ", "Changed again. ", 1), encoding="utf-8")
    process = start(project)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not (started := children.read_text(encoding="utf-8").split()):
        pass
    process.kill()
    process.communicate()
    for _ in range(100):
        if not any(Path(f"/proc/{child}/cwd").exists() for child in started):
            break
        time.sleep(0.05)
    assert not [child for child in started if Path(f"/proc/{child}/cwd").exists()]
