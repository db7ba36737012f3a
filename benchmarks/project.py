"""A project to measure with: invented records, this project's pages by hand, a copy of its theme.

It also knows the edits that are timed: a word in one brief, in an article that many briefs cite,
in a template. Each leaves a mark by which one sees that the change reached the site.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.library import write_library
from benchmarks.shape import fit_shape
from generator.site.mark import has_mark

ROOT = Path(__file__).resolve().parents[1]
THEME = Path("generator") / "site" / "theme"
BUILT = ("docs", "site", ".briefwright")
"""The folders into which a build writes."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a whole project in it."""

    folder: Path
    records: Mapping[str, int]
    """How many there are, by kind."""

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return self.folder / "site"

    def forget(self) -> None:
        """As if nothing had ever been built here."""
        for name in ("site", ".briefwright"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for file in (self.folder / "docs").rglob("*.md"):
            if has_mark(file):
                file.unlink()

    def count_pages(self) -> int:
        """The pages of the built site."""
        return sum(1 for _ in self.site.rglob("*.html"))


def write_project(folder: Path, pages: int) -> Project:
    """A project whose site will have about so many pages."""
    records = write_library(folder, fit_shape(pages).briefs)
    (folder / "docs").mkdir()
    for file in (ROOT / "docs").glob("*.md"):
        if not has_mark(file):
            shutil.copy(file, folder / "docs")
    shutil.copytree(ROOT / THEME, folder / THEME)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Project(folder, records)


def change_brief(project: Project, mark: str) -> str:
    """A new sentence at the end of the newest brief's prose; the address of its page."""
    files = sorted((project.folder / "data" / "briefs").rglob("*.md"))
    brief = max(files, key=lambda file: int(file.stem.rpartition("-")[2]))
    head, _, timeline = brief.read_text("utf-8").rpartition("\n```timeline")
    _write(brief, f"{head}\nThe mark is {mark}.\n\n```timeline{timeline}")
    return f"briefs/{brief.stem}/index.html"


def change_article(project: Project, mark: str) -> str:
    """A word more in the title of the article that most briefs cite; the address of its page."""
    article = find_most_cited(project)
    (file,) = (project.folder / "data" / "articles").rglob(f"{article}.yml")
    _write(file, re.sub(r"(?m)^(title: .+)$", rf"\1 {mark}", file.read_text("utf-8"), count=1))
    return f"articles/{article}/index.html"


def change_template(project: Project, mark: str) -> str:
    """A word more in the foot of every page; the address of one of them."""
    template = project.folder / THEME / "partials" / "footer.html"
    text = template.read_text("utf-8")
    _write(template, text.replace("</footer>", f"<p>{mark}</p></footer>"))
    return "about/index.html"


def find_most_cited(project: Project) -> str:
    """The id of the article that stands in the most briefs."""
    return _count_citing(project).most_common(1)[0][0]


def count_citing(project: Project) -> int:
    """How many briefs cite the article that most of them cite."""
    return _count_citing(project).most_common(1)[0][1]


def _count_citing(project: Project) -> Counter[str]:
    counted: Counter[str] = Counter()
    for file in sorted((project.folder / "data" / "briefs").rglob("*.md")):
        counted.update(sorted(set(re.findall(r"\[@([\w-]+)", file.read_text("utf-8")))))
    return counted


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


EDITS: Mapping[str, Callable[[Project, str], str]] = {
    "one brief": change_brief,
    "one article": change_article,
    "one template": change_template,
}
"""By what is changed."""
