"""One number for a site, whoever reckons it."""

import subprocess
from pathlib import Path

from generator.site.digest import digest_folder

COMMAND = "find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum"


def test_the_digest_is_that_of_the_usual_tools(tmp_path: Path) -> None:
    """Anybody can reckon it without this program."""
    (tmp_path / "b" / "ü").mkdir(parents=True)
    (tmp_path / "b.html").write_text("1", encoding="utf-8")
    (tmp_path / "b" / "a").write_bytes(b"\0")
    (tmp_path / "b" / "ü" / "Z z").touch()
    said = subprocess.run(
        ["sh", "-c", COMMAND], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert digest_folder(tmp_path) == said.stdout.split()[0]


def test_a_name_a_byte_or_a_file_more_changes_it(tmp_path: Path) -> None:
    """Times and rights don't."""
    file = tmp_path / "a"
    file.write_text("1", encoding="utf-8")
    seen = {digest_folder(tmp_path)}
    file.chmod(0o600)
    assert digest_folder(tmp_path) in seen
    for change in (lambda: file.write_bytes(b"2"), lambda: file.rename(tmp_path / "b")):
        change()
        seen.add(digest_folder(tmp_path))
    assert len(seen) == 3
