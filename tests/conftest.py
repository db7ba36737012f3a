"""What most tests share: the invented library, read once, and copies of it to break."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.run import run_checks
from generator.issues import Issue, sort_issues
from generator.library.library import Library
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.installed import Installed, install

# A shell that runs the tests in the background has interrupts ignored, also by what they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

INVENTED = Path(__file__).parent / "library"
OF_MARKS = frozenset(["unmarked-brief", "unrecorded-change"])
"""The rules about the mark of a brief's text."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The invented library, without a fault."""
    read, issues = assemble(read_data_files(INVENTED))
    assert issues == []
    return read


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[], Path]:
    """Copies the invented library into a project of the test's own."""

    def make() -> Path:
        project = tmp_path / "project"
        shutil.copytree(INVENTED / "data", project / "data")
        return project

    return make


@pytest.fixture
def project(make_project: Callable[[], Path]) -> Path:
    """A copy of the invented library, for one change."""
    return make_project()


@pytest.fixture
def find_issues() -> Callable[[Path], list[Issue]]:
    """Reads and checks a project: all its issues, in order.

    That a brief which a test changes does not record the change is left out: it is always so.
    """

    def find(project: Path) -> list[Issue]:
        read, issues = assemble(read_data_files(project))
        found = [issue for issue in run_checks(read) if issue.rule.id not in OF_MARKS]
        return sort_issues([*issues, *found])

    return find


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The program as a wheel in an environment of its own."""
    return install(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="session")
def begun(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `brief init` leaves it, built once; not to be changed."""
    folder = tmp_path_factory.mktemp("begun")
    installed.brief(folder, "init", "Вахта на Ö", "--name", "Harbour Watch")
    installed.brief(folder / "Вахта на Ö", "build")
    return folder / "Вахта на Ö"
