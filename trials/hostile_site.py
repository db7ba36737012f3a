"""A library whose records hold payloads wherever a text can stand, built as any other.

Each payload is the title, an author and the note of an article, and where it is allowed the body
of a brief; every twentieth is also in the fields of each other kind of record. Texts that the
records refuse are counted by rule and left out.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from generator.library.library import Library
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.reading.prose import read_prose
from generator.records.edtf import parse_edtf
from generator.site.docs_files import read_docs
from generator.site.engines import Engine, build, list_pages
from generator.site.files import link_files
from generator.site.generating import Generation
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.policy import write_headers
from generator.site.search import KEPT, index_site
from generator.site.verify import verify_site
from trials.project import write_frame

ROOT = Path(__file__).resolve().parents[1]
DAY = "2031-05-06"
PER_BRIEF = 20
_ISSUE = re.compile(r"data/articles/2031/p-(\d+)\.yml")


@dataclass(slots=True)
class HostileSite:
    """The built site, and what became of each payload."""

    site: Path
    shown: dict[str, str] = field(default_factory=dict)
    """The payload that each page of an article holds, by the page's address."""
    refused: Counter[str] = field(default_factory=Counter)
    """How many payloads the fields of records refuse, by rule."""
    bodies: int = 0
    """How many stand in the body of a brief."""
    refused_bodies: Counter[str] = field(default_factory=Counter)


def build_hostile_site(project: Path, payloads: list[str]) -> HostileSite:
    """Writes the library, reads it as any other, and builds and verifies its site."""
    result = HostileSite(project / "site")
    _write_fixed(project)
    for number, payload in enumerate(payloads):
        _write(project, f"articles/2031/p-{number}.yml", _article(number, payload))
    _, issues = assemble(read_data_files(project))
    for issue in issues:
        found = _ISSUE.fullmatch(issue.location.path)
        if found and (project / issue.location.path).exists():
            (project / issue.location.path).unlink()
            result.refused[issue.rule.id] += 1
    kept = [n for n, _ in enumerate(payloads) if _path(project, n).exists()]
    _write_others(project, payloads, kept[::PER_BRIEF])
    _write_briefs(project, payloads, result)
    library, issues = assemble(read_data_files(project))
    for issue in issues:
        print(issue.location, issue.rule.id, issue.message)  # noqa: T201 - nothing is hidden
    result.shown = {f"articles/p-{n}/": payloads[n] for n in kept}
    _build(project, library, result)
    return result


def _path(project: Path, number: int) -> Path:
    return project / f"data/articles/2031/p-{number}.yml"


def _write(project: Path, path: str, text: str) -> None:
    file = project / "data" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write_fixed(project: Path) -> None:
    write_frame(project)
    shutil.rmtree(project / "data", ignore_errors=True)
    _write(project, "units.yml", "- {id: tonnes, name: tonnes}\n")
    _write(project, "topics.yml", "- {id: sea, name: The sea, description: Ships.}\n")
    _write(project, "sources.yml", "- {id: gazette, name: The Gazette, kind: newspaper}\n")


def _article(number: int, payload: str) -> str:
    text = _quote(payload)
    return (
        f"id: p-{number}\ntype: article-newspaper\ntitle: {text}\nauthors: [{text}]\n"
        f"outlet: gazette\nissued: 2031-05\nlanguage: en\ntopics: [sea]\nnote: {text}\n"
    )


def _write_others(project: Path, payloads: list[str], kept: list[int]) -> None:
    """Every other kind of record that has a text of its own."""
    rows: dict[str, list[str]] = {name: [] for name in ("topics", "sources", "metrics")}
    events = []
    for n in kept:
        text = _quote(payloads[n])
        rows["topics"].append(f"- {{id: t-{n}, name: {text}, description: {text}}}")
        rows["sources"].append(f"- {{id: s-{n}, name: {text}, kind: newspaper, note: {text}}}")
        rows["metrics"].append(
            f"- {{id: m-{n}, name: {text}, description: {text}, unit: tonnes, kind: flow,"
            f" direction: {text}, topics: [sea], shelf-life: P1Y}}"
        )
        events.append(
            f"- {{id: e-{n}, date: 2031-05, description: {text}, topics: [sea], articles: [p-{n}]}}"
        )
    for name, lines in rows.items():
        file = project / "data" / f"{name}.yml"
        before = file.read_text("utf-8") if file.exists() else ""
        file.write_text(before + "\n".join(lines) + "\n", encoding="utf-8")
    _write(project, "events/2031.yml", "\n".join(events) + "\n")


def _write_briefs(project: Path, payloads: list[str], result: HostileSite) -> None:
    accepted = []
    for payload in payloads:
        faults = read_prose(payload).faults
        if faults:
            result.refused_bodies[faults[0].rule] += 1
        else:
            accepted.append(payload)
    result.bodies = len(accepted)
    for n in range(0, len(accepted), PER_BRIEF):
        body = "\n\n".join(accepted[n : n + PER_BRIEF])
        title = _quote(accepted[n])
        _write(
            project,
            f"briefs/2031/b-{n}.md",
            f"---\nid: b-{n}\ntitle: {title}\nquestion: {title}\nbottom-line: Nothing.\n"
            f"cut-off: 2031-05-06\npublished: 2031-05-06\nauthors: [{title}]\ntopics: [sea]\n"
            f"---\n\n{body}\n",
        )


def _build(project: Path, library: Library, result: HostileSite) -> None:
    day = parse_edtf(DAY)
    generation = Generation(project, project / OWN_FOLDER)
    generated = generation.update(library, day, read_docs(project / "docs"))
    build(Engine.MKDOCS, project, result.site, source_date_epoch=0)
    searchable = index_site(result.site, project / KEPT).pages
    write_headers(result.site)
    link_files(result.site, generation.contents.locate(generated.files))
    expected = list(list_pages(project).values())
    verify_site(result.site, expected, searchable, generated.files.keys())
