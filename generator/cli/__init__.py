"""The command line: its verbs, and what becomes of what the system refuses.

What the verbs do is done elsewhere; each loads what it needs itself, because all of it takes longer
to load than most verbs take to run.
"""

from __future__ import annotations

import sys

import click

from generator import __version__
from generator.cli.build import build, merge
from generator.cli.diff import diff
from generator.cli.init import init
from generator.cli.new import new
from generator.cli.options import FAILED, fail
from generator.cli.records import fmt, rename
from generator.cli.scheduled import archive, links, stale
from generator.cli.verbs import check, evidence, explain, mark, schema, serve
from generator.interrupts import is_told


class Verbs(click.Group):
    """Names the nearest verb when one is mistyped."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name, else wrong usage with a suggestion."""
        if args and self.get_command(ctx, args[0]) is None:
            from generator.library.near import suggest

            verbs = ", ".join(self.list_commands(ctx))
            near = suggest(args[0], self.list_commands(ctx), f"the verbs are {verbs}")
            ctx.fail(f"there is no verb `{args[0]}`; {near}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the verb; an interrupt, and what the system refuses, are said in a line."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, BrokenPipeError):  # ends that are click's business
            raise
        except (KeyboardInterrupt, Exception) as error:
            if is_told() or isinstance(error, KeyboardInterrupt):
                click.echo("\nstopped; what stands in site/ is whole, as it was or new", err=True)
                sys.exit(FAILED)
            if isinstance(error, OSError):
                fail(_explain_write_error(error))
            raise


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="brief")
def main() -> None:
    """Compile research briefs into a site in which every figure shows its source."""


for verb in (
    *(archive, build, check, diff, evidence, explain, fmt),
    *(init, links, mark, merge, new, rename, schema, serve, stale),
):
    main.add_command(verb)


def _explain_write_error(error: OSError) -> str:
    place = f"`{error.filename}`" if error.filename else "a file"
    return (
        f"{place} could not be written: {error.strerror}\n"
        "help: see what stands there, who may write there, and whether the disk is full; "
        "what was there before is untouched"
    )
