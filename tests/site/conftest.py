"""A small invented project that is built with the real mkdocs.yml and theme."""

import shutil
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a project with one brief, one metric and the hand-written pages."""
    folder = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "project", folder)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = (ROOT / "generator" / "site" / "theme").as_posix()
    (folder / "mkdocs.yml").write_text(
        config.replace("generator/site/theme", theme), encoding="utf-8"
    )
    return folder


@pytest.fixture
def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port
