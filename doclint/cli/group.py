"""The command line. Each command is a module of doclint/cli/commands, loaded when it is asked for."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import click

from doclint import VERSION

COMMANDS = (
    *("check", "merge", "fix", "audit", "compare", "stale", "confirm", "coverage", "advise", "why"),
    *("baseline", "accept"),
    *("explain", "rules", "init", "source", "new-rule"),
)


IN_FOLDERS = {"stale": "behind", "confirm": "behind", "merge": "parts"}
"""Those that have a folder of their own."""


def module_of(name: str) -> str:
    """Where a command lies below doclint/cli/commands."""
    module = name.replace("-", "_")
    return f"{IN_FOLDERS[name]}.{module}" if name in IN_FOLDERS else module


class Group(click.Group):
    """A command of commands that shows their whole summaries, and names the one that was meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not (ctx.resilient_parsing or name.startswith("-")):
            from doclint.config.place import nearest

            ctx.fail(f'no command "{name}"{nearest(name, self.list_commands(ctx))}')
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(limit=1000)) for name, one in found if one])


class Commands(Group):
    """The commands by name; a run loads its own only, so that starting costs nothing more."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"doclint.cli.commands.{module_of(cmd_name)}")
        command = module.command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="doclint", message="%(prog)s %(version)s")
def main() -> None:
    """Find what translation damaged in documentation: values, names, code, links that must not change.

    \b
    Exit codes: 0 nothing found, 1 findings, 2 could not be run, 3 not everything was checked.
    """
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_what_is_closed() -> None:
    """Give a process that was started with closed streams (`>&-`) others, so that no file of ours takes their place.

    Standard input is empty then, standard output refuses what is written, standard error loses it.
    """
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
