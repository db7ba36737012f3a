"""The verb that adds records: `brief new source`, `brief new article` and so on.

Its flags are the fields of the models, made when a kind is asked for. On a terminal it asks for
what is missing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import FAILED, echo_lines, fail, project_option

if TYPE_CHECKING:
    from generator.authoring.adding import Values
    from generator.authoring.fields import Asked
    from generator.authoring.scaffold import Draft
    from generator.library.library import Library
    from generator.reading.files import DataFiles

_EXAMPLES = {
    "source": "brief new source --name 'Harbour Gazette' --kind newspaper --language en",
    "article": "brief new article --outlet harbour-gazette --title 'Advance slows' "
    "--issued '3 February 2025'",
    "metric": "brief new metric --name 'Ships in port' --unit ships --kind stock "
    "--description 'Ships at the quay at noon.'",
    "observation": "brief new observation --article harbour-gazette-2025-02-03-advance "
    "--metric area-gained --period 2025-01 --place UA --value 16 --words 'some 16 km²'",
    "event": "brief new event --date '3 Feb 2025' --description 'The quay reopens.' "
    "--article harbour-gazette-2025-02-03-advance",
    "brief": "brief new brief --title 'The pace' --question 'How fast?' --author 'Ann Example' "
    "--topic rate-of-advance --figure advance-2024-12-isw-espreso",
}
_OFFERED = {
    "source": ("url", "language"),
    "article": ("url", "issued", "author", "topic"),
    "metric": ("topic",),
    "observation": ("qualifier", "words", "quote"),
    "event": ("topic",),
}
"""What is asked for on a terminal though a record can do without."""
_EXTRAS = {
    "article": {
        "quote": ("KEY=WORDS", "Words of the article, exactly as printed, under a short key."),
        "relays": ("[VERB:]SOURCE", "Whom it relays, such as isw, or cites:isw."),
    },
    "observation": {
        "article": ("ID", "The article that it was read from."),
        "words": ("WORDS", "Its words in the article; they become the quote of the key --quote."),
    },
    "brief": {
        "article": ("ID", "An article that the brief cites; at least one, or a figure."),
        "figure": ("ID", "An observation that the brief rests on; it becomes a key figure."),
    },
}
_NEXT = {
    "source": "next: brief new article --outlet {id}",
    "article": "next: brief new observation --article {id}",
    "brief": "next: write its bottom line and its prose, then brief check {path}",
}


_EXPECTED = frozenset(
    ["unused-source", "unused-article", "unused-metric", "unmarked-brief", "unused-topic"]
)
"""What the check says of every record that was just begun."""
_LONGEST_EPOCH = 11


class Kinds(click.Group):
    """The kinds of record, each a command made from its model."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds, in the order in which one is needed for the next."""
        del ctx
        return list(_EXAMPLES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a kind."""
        del ctx
        return _make_command(name) if name in _EXAMPLES else None


@click.command(cls=Kinds)
def new() -> None:
    """Add a record: in order, in its file, with hints for what it may have besides.

    On a terminal it asks for what is missing; else each field has a flag. Dates may be in words,
    ids are proposed, and nothing is written that brief check would refuse.

    \b
    Examples:
      brief new article
      brief new article --outlet isw --title 'Assessment of 9 January' --issued '9 Jan 2025'
      brief new observation --help
    """


def _make_command(kind: str) -> click.Command:
    from generator.authoring.fields import list_asked

    options: list[click.Parameter] = [_make_option(one) for one in list_asked(kind)]
    for flag, (metavar, help) in _EXTRAS.get(kind, {}).items():
        is_many = kind != "observation"
        option = click.Option([f"--{flag}"], metavar=metavar, help=help, multiple=is_many)
        options.append(option)
    options.append(
        click.Option(
            ["--hints/--no-hints"], default=True, help="Name the fields left out in comments."
        )
    )
    options.append(
        click.Option(["--anyway"], is_flag=True, help="Add it though its address is on record.")
    )

    def run(project: Path, hints: bool, anyway: bool, **given: Any) -> None:
        flags = {name.replace("_", "-"): value for name, value in given.items() if value}
        texts = {flag: _as_tuple(value) for flag, value in flags.items()}
        _add(kind, texts, project, hints=hints, anyway=anyway)

    article = "an" if kind[0] in "aeio" else "a"
    help = f"Add {article} {kind}.\n\n\b\nExample:\n  " + _EXAMPLES[kind].replace(
        " --", " \\\n    --"
    )
    return project_option(click.Command(kind, callback=run, params=options, help=help))


_MOST_WORDS = 7
"""So many words that may be chosen from fit into a line of the help."""


def _make_option(asked: Asked) -> click.Option:
    return click.Option(
        [f"--{asked.flag}"],
        multiple=asked.is_many,
        metavar="|".join(asked.words) if 0 < len(asked.words) <= _MOST_WORDS else "TEXT",
        help=f"{asked.sentence}{' [required]' if asked.is_required else ''}",
    )


def _as_tuple(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def is_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def today() -> str:
    """The day, or that of SOURCE_DATE_EPOCH, so that what is written can be said beforehand."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = (
        datetime.fromtimestamp(int(epoch), UTC)
        if epoch.isdigit() and len(epoch) < _LONGEST_EPOCH
        else datetime.now(UTC)
    )
    return now.date().isoformat()


def _add(
    kind: str, given: dict[str, tuple[str, ...]], project: Path, *, hints: bool, anyway: bool
) -> None:
    from generator.authoring.adding import (
        complete,
        find_problems,
        find_same_address,
        propose,
        understand_given,
    )
    from generator.reading.assemble import assemble
    from generator.reading.files import read_data_files

    data = read_data_files(project)
    library, _ = assemble(data)
    understood = understand_given(kind, given, library)
    _refuse(understood.problems)
    values = understood.values
    if same := list(find_same_address(kind, values, library)) if not anyway else []:
        fail("\n".join([*same, "nothing was written; --anyway adds it nonetheless"]))
    complete(kind, values, library, today())
    _ask_for_missing(kind, values, library)
    complete(kind, values, library, today())
    if not values.get("id"):
        values["id"] = _ask_for_id(propose(kind, values, library))
    _refuse(list(find_problems(kind, values, library)))
    draft = _draft(kind, values, data, library, hints=hints)
    _write(draft, data, project)


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        raise click.UsageError("\n".join(problems))


def _ask_for_missing(kind: str, values: Values, library: Library) -> None:
    from generator.authoring.scaffold import name_missing

    missing = name_missing(kind, values)
    if missing and not is_terminal():
        flags = ", ".join(f"--{flag}" for flag in missing)
        raise click.UsageError(f"missing {flags}; `brief new {kind} --help` says what they are")
    if is_terminal():
        for flag in dict.fromkeys([*missing, *_OFFERED.get(kind, ())]):
            _ask(kind, flag, values, library, is_required=flag in missing)


def _ask(kind: str, flag: str, values: Values, library: Library, *, is_required: bool) -> None:
    """Asks until there is an answer that can stand."""
    from generator.authoring.adding import understand_given
    from generator.authoring.fields import list_asked

    asked = next((one for one in list_asked(kind) if one.flag == flag), None)
    name = asked.name if asked is not None else flag
    if values.get(name):
        return
    sentence = asked.sentence if asked is not None else _EXTRAS[kind][flag][1]
    click.echo(
        sentence + (f"\n  one of: {', '.join(asked.words)}" if asked and asked.words else "")
    )

    def read(text: str) -> Values:
        texts = text.split(";") if asked is not None and asked.is_many else [text]
        understood = understand_given(kind, {flag: texts}, library)
        if understood.problems:
            raise click.UsageError(understood.problems[0].partition(": ")[2])
        return understood.values

    label = f"{flag}{' (several with `;`)' if asked is not None and asked.is_many else ''}"
    default = None if is_required else ""
    values.update(click.prompt(label, default=default, show_default=False, value_proc=read))


def _ask_for_id(proposed: str) -> str:
    if is_terminal():
        return str(click.prompt("id", default=proposed or None))
    if not proposed:
        raise click.UsageError("missing --id: none could be made of the other fields")
    return proposed


def _draft(kind: str, values: Values, data: DataFiles, library: Library, *, hints: bool) -> Draft:
    from generator.authoring.round_trip import FaultyTextError
    from generator.authoring.scaffold import Project, draft_record

    texts = {file.path: file.text for file in data.files}
    paths = {id: library.path_of("article", id) for id in library.articles}
    try:
        return draft_record(kind, values, Project(texts, paths), hints=hints)
    except FaultyTextError as error:
        said = error.faults[0].message if error.faults else "it holds no record"
        fail(f"the file for it has an error, so that nothing was written: {said}")


def _write(draft: Draft, data: DataFiles, project: Path) -> None:
    from generator.authoring.files import change_files
    from generator.authoring.trial import find_new_issues
    from generator.issues import has_errors
    from generator.report import format_text

    if draft.kind in ("article", "brief") and (project / draft.path).exists():
        fail(f"`{draft.path}` is there already; nothing was written")
    issues = find_new_issues(data, draft.changes)
    echo_lines(format_text([issue for issue in issues if issue.rule.id not in _EXPECTED]))
    if has_errors(issues):
        click.echo("error: nothing was written; mend what the check says above", err=True)
        sys.exit(FAILED)
    change_files(project, draft.changes)
    click.echo(f"added the {draft.kind} `{draft.id}` to {draft.path}")
    if draft.kind in _NEXT:
        click.echo(_NEXT[draft.kind].format(id=draft.id, path=draft.path))
