"""The pages of a preview: checked and generated again whenever a watched file has changed.

What then brings them into a browser is the business of `preview` and `serve`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.library.capture import CAPTURES
from generator.pages.as_of import find_newest_date
from generator.site.build import Tell
from generator.site.checking import Checked, check_project
from generator.site.files import keep_files
from generator.site.fingerprint import digest_files
from generator.site.generating import Generation
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.lock import hold_project
from generator.site.mark import has_mark
from generator.site.settings import CONFIG, DOCS
from generator.site.write import HandWrittenPageError


def refresh_pages(project: Path, report: Callable[[Checked], None], tell: Tell) -> bool:
    """Checks and generates for a preview; False, after saying why, if the old pages must stay."""
    with hold_project(project, tell, wait=True):
        return _refresh_pages(project, report, tell)


def _refresh_pages(project: Path, report: Callable[[Checked], None], tell: Tell) -> bool:
    checked = check_project(project)
    report(checked)
    if checked.find_obstacle(strict=False):
        tell("the pages stay as they were until the errors are mended")
        return False
    try:
        as_of = find_newest_date(checked.library)
        generation = Generation(project, project / OWN_FOLDER)
        standing = digest_files(project / DOCS)
        generated = generation.update(checked.library, as_of, standing)
        keep_files(project, generated.files, generation.contents)
    except HandWrittenPageError as error:
        tell(f"error: {error}")
        return False
    except OSError as error:
        tell(f"error: `{error.filename}` could not be written: {error.strerror}")
        return False
    written = generated.written
    tell(f"pages: {len(written.changed)} written, {len(written.removed)} removed")
    return True


def find_watched(project: Path) -> list[Path]:
    """What a preview follows: records, captures, configuration, and the pages that people write."""
    docs = sorted(path for path in (project / DOCS).rglob("*") if path.is_file())
    written = [path for path in docs if path.suffix != ".md" or not has_mark(path)]
    captures = project / CAPTURES
    return [
        project / "data",
        *([captures] if captures.is_dir() else []),
        project / CONFIG,
        *written,
    ]
