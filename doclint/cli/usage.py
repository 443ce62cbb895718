"""Options as help lists them, by what they are about; one of a few words, and the nearest to a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    BaseChoice = click.Choice[str]
else:
    BaseChoice = click.Choice

PARTS = {
    "Which pages": "since changed_lines hook missing path files shard",
    "Against what": "source against locale exact fetch config",
    "What is reported": "select ignore rules baseline",
    "What is fixed": "fix unsafe human known diff write cause word triage remembered",
    "How it is shown": "form reports group sample seed statistics quiet output stdin_filename limit weights part "
    "dataset",
    "When it fails": "fail_on strict_baseline exit_zero max_new_errors max_new_rate",
    "Rarely needed": "no_config pin pin_key allow_alone min_confidence jobs cluster page_timeout no_cache",
}
"""The parts of a command's help, with the options that stand there; the others come first."""

OWN = "Options"

PART_OF = {name: part for part, names in PARTS.items() for name in names.split()}


class Command(click.Command):
    """A command whose many options are listed by what they are about."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        parts: dict[str, list[tuple[str, str]]] = {part: [] for part in (OWN, *PARTS)}
        for option in self.get_params(ctx):
            if isinstance(option, click.Option) and (record := option.get_help_record(ctx)):
                parts[PART_OF.get(option.name or "", OWN)].append(record)
        for part, records in parts.items():
            if records:
                with formatter.section(part):
                    formatter.write_dl(records)


class Choice(BaseChoice):
    """One of a few words; another is answered with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            from doclint.config.place import nearest

            self.fail(f'there is no "{value}"{nearest(str(value), self.choices)}', param, ctx)
        return super().convert(value, param, ctx)
