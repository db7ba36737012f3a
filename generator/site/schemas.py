"""Writes the JSON Schemas of the records to `data/schema/`, where editors look for them.

What stands in them is the business of `records.schema`.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.records.schema import make_schemas
from generator.site.write import replace_file

FOLDER = Path("data") / "schema"


def write_schemas(root: Path) -> list[Path]:
    """Writes the schemas that differ from their file below `root`; gives the files written."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in make_schemas().items():
        path, text = folder / name, format_schema(schema)
        if not path.is_file() or path.read_text("utf-8") != text:
            replace_file(path, text.encode())
            written.append(path)
    return written


def format_schema(schema: object) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
