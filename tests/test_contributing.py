"""CONTRIBUTING.md shows records: they must be ones that the project accepts."""

import re
import shutil
from pathlib import Path

from generator.site.checking import check_project

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(r"```yaml\n# (?P<path>data/\S+)\n(?P<text>.*?)```", re.DOTALL)


def test_the_examples_for_contributors_are_accepted(tmp_path: Path) -> None:
    """Added to the real records as the guide says, its examples raise no issue and are found."""
    before = check_project(ROOT)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for example in EXAMPLE.finditer((ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        path = tmp_path / example["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{example['text']}")

    after = check_project(tmp_path)

    assert after.issues == before.issues
    added = after.library.observations.keys() - before.library.observations.keys()
    assert added == {"advance-rate-2025-01-gazette"}
