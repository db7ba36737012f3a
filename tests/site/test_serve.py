"""The preview, without a browser."""

import signal
import socket
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site.engines import EngineFailure
from generator.site.preview import Preview
from generator.site.serve import ServeFailure, serve


def _wait_for(claim: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if claim():
            return True
        time.sleep(0.05)
    return False


def test_only_changed_pages_are_built_again(project: Path, tmp_path: Path) -> None:
    """The others keep their file, whatever stands in it."""
    site = tmp_path / "site"
    preview = Preview(project, site, "http://127.0.0.1:1/")
    assert preview.refresh()
    (site / "metrics" / "drift" / "index.html").write_text("as it was", encoding="utf-8")
    time.sleep(0.01)
    (project / "docs" / "about.md").write_text("# Changed\n", encoding="utf-8")
    assert not preview.refresh()
    assert "Changed" in (site / "about" / "index.html").read_text(encoding="utf-8")
    assert (site / "metrics" / "drift" / "index.html").read_text(encoding="utf-8") == "as it was"


def test_a_page_that_crashes_the_parser_is_named(project: Path, tmp_path: Path) -> None:
    """One page must not end the preview."""
    preview = Preview(project, tmp_path / "site", "http://127.0.0.1:1/")
    (project / "docs" / "about.md").write_text("# About\n\n<![><img x>\n", encoding="utf-8")
    with pytest.raises(EngineFailure, match=r"Error reading page 'about\.md'"):
        preview.refresh()


def test_a_broken_configuration_is_said(project: Path, tmp_path: Path) -> None:
    """The preview goes on when it is mended."""
    preview = Preview(project, tmp_path / "site", "http://127.0.0.1:1/")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(EngineFailure):
        preview.refresh()
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert preview.refresh()


@pytest.mark.parametrize("address", ["8000", "localhost:", "localhost:http", "localhost:99999"])
def test_an_address_that_is_none_is_said(address: str, project: Path) -> None:
    """Before anything is built."""
    with pytest.raises(ServeFailure, match="is no address"):
        serve(lambda: True, [], address, project_dir=project)


def test_a_saved_file_is_on_the_page_soon_and_an_error_changes_nothing(
    project: Path, free_port: int
) -> None:
    """The whole way: watch, build, serve; a refused change leaves the last good page."""
    data, said = project / "data.yml", list[str]()
    data.write_text("first", encoding="utf-8")

    def builder() -> bool:
        text = data.read_text(encoding="utf-8")
        if text == "refused":
            said.append("refused")
            return False
        (project / "docs" / "about.md").write_text(f"# About {text}\n", encoding="utf-8")
        return True

    def shown(text: str) -> bool:
        with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/about/", timeout=5) as answer:
            return text in answer.read().decode()

    def visit() -> None:
        try:
            assert _wait_for(lambda: any("Preview at" in line for line in said))
            visited.append(_wait_for(lambda: shown("About first")))
            data.write_text("second", encoding="utf-8")
            visited.append(_wait_for(lambda: shown("About second")))
            data.write_text("refused", encoding="utf-8")
            visited.append(_wait_for(lambda: "refused" in said))
            visited.append(_wait_for(lambda: shown("About second")))
        finally:
            signal.raise_signal(signal.SIGINT)

    visited = list[bool]()
    visitor = threading.Thread(target=visit)
    visitor.start()
    serve(builder, [data], f"127.0.0.1:{free_port}", project_dir=project, say=said.append)
    visitor.join()
    assert visited == [True] * 4
    assert said[-1] == "Stopped."
    assert any("at the start" in line for line in said)


def test_a_taken_address_is_said(project: Path, free_port: int) -> None:
    """Not as a traceback."""
    with (
        socket.create_server(("127.0.0.1", free_port)),
        pytest.raises(ServeFailure, match="cannot be used"),
    ):
        serve(lambda: True, [], f"127.0.0.1:{free_port}", project_dir=project)
