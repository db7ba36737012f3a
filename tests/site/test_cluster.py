"""A site built by a Dask cluster, and in shares, is the one that a single process builds."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import Client

from generator.cli import main
from generator.site.digest import digest_folder
from generator.site.shares import FOLDER
from trials.project import write_frame

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


@pytest.fixture
def project(make_project: Callable[[], Path]) -> Path:
    """The invented library with the real configuration and theme, and the pages by hand."""
    project = make_project()
    theme = project / "generator" / "site" / "theme"
    shutil.copytree(ROOT / "generator" / "site" / "theme", theme)
    write_frame(project)
    shutil.copy(ROOT / "mkdocs.yml", project)  # the theme is the project's own
    return project


def _copy(project: Path, name: str) -> Path:
    copy = project.parent / name
    shutil.copytree(project, copy)
    return copy


def _brief(project: Path, verb: str, *arguments: str) -> str:
    run = CliRunner().invoke(main, [verb, *arguments, "--project", str(project)])
    assert run.exit_code == 0, run.output
    return run.output


def _build(project: Path, *options: str) -> str:
    _brief(project, "build", *options)
    return digest_folder(project / "site")


def _start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers on this machine: its address, and the workers."""
    folder.mkdir()
    note = folder / "scheduler.json"
    run = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
    started = [_start(folder, *run, "--no-dashboard", "--scheduler-file", str(note))]
    try:
        _wait_for(lambda: note.is_file() and "address" in note.read_text("utf-8"))
        address = json.loads(note.read_text("utf-8"))["address"]
        work = ["distributed.cli.dask_worker", address, "--nthreads", "1"]
        workers = [_start(folder, *work, "--no-nanny", "--no-dashboard") for _ in range(2)]
        started += workers
        _wait_for(lambda: _count_workers(address) == len(workers))
        yield address, workers
    finally:
        for process in started:
            process.kill()
            process.wait()


def _count_workers(address: str) -> int:
    with Client(address, timeout=PATIENCE, set_as_default=False) as client:  # type: ignore[no-untyped-call]  # as Dask has it
        return len(client.scheduler_info(n_workers=-1)["workers"])


def _wait_for(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_a_cluster_builds_the_site_of_a_single_process(project: Path, tmp_path: Path) -> None:
    """Without access to the project's folder; also when one of its workers dies on the way."""
    alone = _build(_copy(project, "alone"), "--jobs", "1")
    with _cluster(tmp_path / "cluster") as (address, workers):
        assert _build(_copy(project, "whole"), "--scheduler", address) == alone
        halved = _copy(project, "halved")
        building = _start(halved, "generator", "build", "--scheduler", address)
        # Some pages are made: the work is under way.
        _wait_for(lambda: len(list((halved / ".briefwright" / "contents").rglob("*"))) > 5)
        workers[0].send_signal(signal.SIGKILL)
        assert building.wait(PATIENCE) == 0
        assert digest_folder(halved / "site") == alone


def test_a_scheduler_that_is_not_there_is_said(project: Path) -> None:
    """In a sentence, and nothing is built."""
    run = CliRunner().invoke(
        main, ["build", "--scheduler", "tcp://127.0.0.1:9", "--project", str(project)]
    )
    assert run.exit_code == 1
    assert "there is no scheduler at `tcp://127.0.0.1:9`" in run.output
    assert not (project / "site").exists()


def test_shares_put_together_are_the_site_of_one_build(project: Path) -> None:
    """Each is built by itself, from nothing, as on machines that know nothing of each other."""
    alone = _build(_copy(project, "alone"))
    home, shares = _copy(project, "home"), []
    for number in (1, 2):
        there = _copy(project, f"machine-{number}")
        _brief(there, "build", "--shard", f"{number}/2")
        assert not (there / "site").exists()
        shares.append(there / FOLDER / f"{number}-of-2")
    said = _brief(home, "merge", *map(str, shares))
    assert digest_folder(home / "site") == alone
    assert " 0 of " in f" {said.splitlines()[-1]}"


def test_a_share_of_other_records_spoils_nothing(project: Path) -> None:
    """What does not fit the records as they are here is made here."""
    other = _copy(project, "other")
    topics = other / "data" / "topics.yml"
    topics.write_text(topics.read_text("utf-8").replace("The herring catch", "Herring"), "utf-8")
    _brief(other, "build", "--shard", "1/1")
    alone = _build(_copy(project, "alone"))
    _brief(project, "merge", str(other / FOLDER / "1-of-1"))
    assert digest_folder(project / "site") == alone


@pytest.mark.parametrize("share", ["0/2", "3/2", "2", "a/b", "1/1000", "/"])
def test_what_is_no_share_is_wrong_usage(project: Path, share: str) -> None:
    """With an example of one."""
    run = CliRunner().invoke(main, ["build", "--shard", share, "--project", str(project)])
    assert run.exit_code == 2
    assert "2/4" in run.output


def test_a_folder_without_a_share_is_wrong_usage(project: Path, tmp_path: Path) -> None:
    """It is named."""
    run = CliRunner().invoke(main, ["merge", str(tmp_path), "--project", str(project)])
    assert run.exit_code == 2
    assert "holds no share" in run.output
