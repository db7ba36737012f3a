"""CONTRIBUTING.md shows records: they must be ones that the project accepts."""

import re
import shutil
from pathlib import Path

from generator.reading.assemble import assemble
from generator.reading.files import read_data_files

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(r"```yaml\n# (?P<path>data/\S+)\n(?P<text>.*?)```", re.DOTALL)


def test_the_examples_for_contributors_are_accepted(tmp_path: Path) -> None:
    """Added to the real records as the guide says, its examples raise no issue and are found."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for example in EXAMPLE.finditer((ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        path = tmp_path / example["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{example['text']}")

    library, issues = assemble(read_data_files(tmp_path))

    assert not issues
    assert "harbour-gazette" in library.sources
    assert "advance-rate-2025-01-gazette" in library.observations
