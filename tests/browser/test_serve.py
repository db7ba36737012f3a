"""The preview in a real browser: an open page follows what is saved, under its policy."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT
from trials.project import write_project

pytestmark = pytest.mark.browser


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project that is being previewed, and where."""
    write_project(tmp_path, briefs=1)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "serve", "--address", address]
    with subprocess.Popen(
        [*command, "--project", str(tmp_path)], cwd=ROOT, stdout=subprocess.DEVNULL
    ) as process:
        yield tmp_path, f"http://{address}/"
        process.terminate()


def test_an_open_page_follows_what_is_saved(page: Page, preview: tuple[Path, str]) -> None:
    """The server's own script in the page runs, and reloads it; no policy is complained of."""
    project, address = preview
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    for _ in range(100):
        try:
            page.goto(f"{address}topics/")
            break
        except Exception:  # noqa: BLE001 - until it listens, whatever the browser calls it
            time.sleep(0.2)
    expect(page.locator("h1")).to_have_text("Topics")
    topics = project / "data" / "topics.yml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("name: ", "name: Renamed ", 1), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("Renamed", timeout=20_000)
    assert not [said for said in complaints if "Content Security Policy" in said]
