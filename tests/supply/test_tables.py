import re
from importlib.metadata import metadata

import pytest

from supply import tables
from supply.locks import DEVELOPMENT, RUNTIME, read_lock
from supply.tables import PAGE, render_page


def test_the_page_lists_what_is_locked() -> None:
    """Run `make licences` when this fails."""
    page = PAGE.read_text("utf-8")
    assert render_page(page) == page


def test_each_locked_package_has_one_row() -> None:
    """In the table of an installation, or else in that of development."""
    _, _, page = PAGE.read_text("utf-8").partition("## What an installation needs")
    needed, developed = page.split("\n## ")
    rows = [re.findall(r"(?m)^\| ([a-z][\w.-]*) \|", part) for part in (needed, developed)]
    runtime = read_lock(RUNTIME)
    assert rows[0] == list(runtime)
    assert rows[1] == [name for name in read_lock(DEVELOPMENT) if name not in runtime]


def test_a_row_that_is_old_is_replaced_and_the_prose_is_kept() -> None:
    """Only the two tables are written."""
    page = PAGE.read_text("utf-8")
    old = page.replace("| click | ", "| click | 0.").replace("# Dependencies\n", "# Ferries\n")
    assert old != page
    assert render_page(old) == page.replace("# Dependencies\n", "# Ferries\n")


def test_a_page_without_its_table_is_not_passed_over() -> None:
    """Else `make licences` would write nothing and say nothing."""
    with pytest.raises(ValueError, match="no table under a heading `What an installation needs`"):
        render_page("# Dependencies\n")


def test_make_licences_fails_and_says_on_which_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of each its licence, and what to do."""
    monkeypatch.setattr(tables, "find_refused", lambda names: {"a": "GPL-3.0-only", "b": ""})
    with pytest.raises(SystemExit, match="may not rest on the above"):
        tables.main()
    assert capsys.readouterr().err == "a: GPL-3.0-only\nb: no licence is known\n"


@pytest.mark.parametrize("name", ["pagefind", "pagefind-bin"])
def test_what_a_site_carries_has_the_licence_that_the_page_names(name: str) -> None:
    """The packages that put files into a site say so themselves."""
    stated = metadata(name)
    assert "License :: OSI Approved :: MIT License" in (stated.get_all("Classifier") or [])
    rows = re.findall(r"(?m)^\| [^|]+ \| ([^|]+) \| ([^|]+) \|$", PAGE.read_text("utf-8"))
    assert [licence for source, licence in rows if name in source.split(", ")] == ["MIT"]
