"""The files of a new site, from what was answered: what stands where, as bytes.

Nothing is written here; `placing` does that.
"""

from __future__ import annotations

import json
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from generator.records.schema import make_schemas
from generator.site.schemas import FOLDER as SCHEMAS
from generator.site.schemas import format_schema
from generator.speech import ENGLISH, speaking
from generator.speech import gettext as _
from generator.starter.answers import Answers, guess_address
from generator.starter.origin import Origin

CARRIED = (
    ".editorconfig",
    ".gitattributes",
    ".github/ISSUE_TEMPLATE/config.yml",
    ".github/ISSUE_TEMPLATE/correction.yml",
    ".github/ISSUE_TEMPLATE/figure.yml",
    ".github/ISSUE_TEMPLATE/source.yml",
    ".github/MAINTAINING.md",
    ".github/scripts/comment.py",
    ".github/scripts/tree.py",
    ".github/workflows/check.yml",
    ".github/workflows/comment.yml",
    ".github/workflows/links.yml",
    ".github/workflows/publish.yml",
    "docs/agreement.md",
    "docs/glossary.md",
    "requirements.lock",
)
"""Files of this repository that every site has as they are; pyproject.toml puts them in wheels."""
_HERE = Path(__file__).parent
_FILES, _CARRIED = _HERE / "files", _HERE / "carried"
_REPOSITORY = _HERE.parents[1]
_TEMPLATE = ".jinja"
_PASSED_OVER = {"__pycache__", ".DS_Store"}


def make_files(answers: Answers, origin: Origin) -> dict[str, bytes]:
    """Every file of the site, by its path in the site's folder."""
    made = {path: _read_carried(path) for path in CARRIED}
    for file in sorted(_FILES.rglob("*")):
        if file.is_file() and not _PASSED_OVER & set(file.parts):
            path = file.relative_to(_FILES).as_posix()
            made[path.removesuffix(_TEMPLATE)] = _read(file, answers, origin)
    for name, schema in make_schemas().items():
        made[(SCHEMAS / name).as_posix()] = format_schema(schema).encode()
    if origin.wheel is not None:
        path, content = origin.wheel
        made[path] = content
    if origin.lock is not None:
        made["requirements.lock"] = origin.lock
    if answers.language != ENGLISH:
        made |= {path: _mark_english(text) for path, text in made.items() if _is_page(path)}
    return made


def _read_carried(path: str) -> bytes:
    """From the package; a checkout has it in its own place."""
    carried = _CARRIED / path
    return (carried if carried.is_file() else _REPOSITORY / path).read_bytes()


def _read(file: Path, answers: Answers, origin: Origin) -> bytes:
    if file.suffix != _TEMPLATE:
        return file.read_bytes()
    engine = Environment(  # noqa: S701 - it makes no HTML
        undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True
    )
    engine.filters["yaml"] = _quote_for_yaml
    with speaking(answers.language):
        description = _("Research briefs in which every figure shows its source.")
    text = engine.from_string(file.read_text("utf-8")).render(
        name=answers.name,
        description=description,
        address=answers.address,
        repository=answers.repository,
        language=answers.language,
        program=origin.line,
        has_default_address=answers.address == guess_address(answers.name),
    )
    return text.encode()


def _quote_for_yaml(text: str) -> str:
    """A text between double quotes, which YAML reads as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _is_page(path: str) -> bool:
    return path.startswith("docs/") and path.endswith(".md")


def _mark_english(page: bytes) -> bytes:
    """A page by hand says that it is in English, where the site is not."""
    return page.replace(b"---\n", b"---\nlanguage: en\n", 1)
