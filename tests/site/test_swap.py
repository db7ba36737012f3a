"""A site is in place whole, or the last one stays."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.site import swap
from generator.site.swap import fresh_site

ROOT = Path(__file__).resolve().parents[2]


def _make(target: Path, text: str) -> None:
    with fresh_site(target, target.parent / "workshop") as folder:
        (folder / "index.html").write_text(text, encoding="utf-8")


def _read(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


def _fail(target: Path, *, over_last: bool = False) -> None:
    with fresh_site(target, target.parent / "workshop", over_last=over_last) as folder:
        (folder / "index.html").write_text("half", encoding="utf-8")
        raise RuntimeError("disk full")


def test_a_complete_site_takes_the_place_of_the_last(tmp_path: Path) -> None:
    """Nothing of the old one and nothing beside it remains."""
    target = tmp_path / "site"
    _make(target, "one")
    (target / "old.html").touch()
    _make(target, "two")
    assert _read(target) == "two"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["site", "workshop"]
    assert [path.name for path in target.iterdir()] == ["index.html"]


def test_a_failed_build_leaves_the_last_good_site(tmp_path: Path) -> None:
    """The exception passes through, the site stays, the half-built folder goes."""
    target = tmp_path / "site"
    _make(target, "good")
    with pytest.raises(RuntimeError, match="disk full"):
        _fail(target)
    assert _read(target) == "good"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["site", "workshop"]


def test_a_site_is_there_at_every_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new site takes the name of the old one in one step, without a moment of none."""
    target = tmp_path / "site"
    _make(target, "old")
    monkeypatch.setattr(Path, "rename", None)  # what two steps would be made of
    _make(target, "new")
    assert _read(target) == "new"


def test_two_steps_do_where_the_system_has_no_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system may not be able to exchange two folders."""
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    target = tmp_path / "site"
    _make(target, "old")
    _make(target, "new")
    assert _read(target) == "new"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["site", "workshop"]


def test_a_failed_swap_puts_the_last_good_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second of two steps fails, the first is undone."""
    target = tmp_path / "site"
    _make(target, "good")
    rename = Path.rename

    def fail_for_the_new_site(self: Path, to: Path) -> Path:
        if self.name == "new":
            raise OSError("no space")
        return rename(self, to)

    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_for_the_new_site)
    with pytest.raises(OSError, match="no space"):
        _make(target, "new")
    monkeypatch.undo()
    assert _read(target) == "good"


def test_leftovers_of_a_killed_run_are_cleared_by_the_next(tmp_path: Path) -> None:
    """A run that is killed cannot clear up after itself."""
    target = tmp_path / "site"
    _make(target, "good")
    with _running_build(target):
        pass
    assert _read(target) == "good"
    assert len(list((tmp_path / "workshop").iterdir())) == 1
    _make(target, "best")
    assert _read(target) == "best"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["site", "workshop"]


def test_a_run_killed_between_the_renames_loses_no_site(tmp_path: Path) -> None:
    """The complete new site is put in place by the next run, even if that one fails."""
    target = tmp_path / "site"
    _make(target, "old")
    holder = tmp_path / "workshop" / "killed"
    holder.mkdir(parents=True)
    target.rename(holder / "previous")
    (holder / "new").mkdir()
    (holder / "new" / "index.html").write_text("new", encoding="utf-8")
    with pytest.raises(RuntimeError, match="disk full"):
        _fail(target)
    assert _read(target) == "new"
    assert not holder.exists()


class _running_build:  # noqa: N801 - reads as the sentence it stands in
    """A build in another process, killed at the end of the block."""

    def __init__(self, target: Path) -> None:
        code = (
            "import sys, time, pathlib\n"
            "from generator.site.swap import fresh_site\n"
            "site = pathlib.Path(sys.argv[1])\n"
            "with fresh_site(site, site.parent / 'workshop'):\n"
            "    print('building', flush=True)\n"
            "    time.sleep(60)\n"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, str(target)], cwd=ROOT, stdout=subprocess.PIPE
        )

    def __enter__(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"building\n"

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def test_the_site_before_the_last_is_what_the_next_begins_with(tmp_path: Path) -> None:
    """Where that is asked for; the site in place is another folder, and stays as it is."""
    target, seen = tmp_path / "site", []
    for text in ("one", "two", "three"):
        with fresh_site(target, tmp_path / "workshop", over_last=True) as folder:
            seen += [[path.name for path in folder.iterdir()]]
            (folder / f"{text}.html").touch()
            if seen[-1]:
                (folder / "one.html").unlink()
        names = {path.name for path in target.iterdir()}
        assert names == {f"{text}.html"}
    assert seen == [[], [], ["one.html"]]


def test_a_failed_build_leaves_no_earlier_site_half_changed(tmp_path: Path) -> None:
    """What it had changed is gone, and the next begins with nothing."""
    target, workshop = tmp_path / "site", tmp_path / "workshop"
    for text in ("one", "two"):
        with fresh_site(target, workshop, over_last=True) as folder:
            (folder / "index.html").write_text(text, encoding="utf-8")
    with pytest.raises(RuntimeError, match="disk full"):
        _fail(target, over_last=True)
    assert _read(target) == "two"
    with fresh_site(target, workshop, over_last=True) as folder:
        assert not list(folder.iterdir())
        (folder / "index.html").write_text("three", encoding="utf-8")
