"""What a person meets first: help with examples that the command takes, and a shell that completes."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from doclint.cli import main


def commands(group: click.Group, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """All commands below a group, by the words that call them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, *names, name)
        else:
            yield (*names, name), command


COMMANDS = {" ".join(names): command for names, command in commands(main)}
FOR_PRE_COMMIT = "source hook"


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {FOR_PRE_COMMIT}))
def test_help_shows_examples_that_the_command_takes(name: str) -> None:
    command = COMMANDS[name]
    lines = [line.strip() for line in (command.help or "").splitlines()]
    examples = [line for line in lines if line.startswith(f"doclint {name}")]
    assert examples
    for example in examples:
        alone = example.partition(" <")[0].partition(" >")[0].partition(" &&")[0]
        command.make_context(name, shlex.split(alone)[1 + len(name.split()) :], resilient_parsing=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name: str) -> None:
    silent = [it.name for it in COMMANDS[name].params if isinstance(it, click.Option) and not it.help]
    assert silent == []


@pytest.mark.parametrize(
    ("words", "completed"),
    [("doclint che", "check"), ("doclint check --fail", "--fail-on"), ("doclint fix --fail-on w", "warning")],
)
def test_shell_completes_commands_options_and_values(words: str, completed: str) -> None:
    environment = os.environ | {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    program = "import sys; from doclint.cli import main; sys.argv[0] = 'doclint'; main(prog_name='doclint')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment | {"_DOCLINT_COMPLETE": "bash_complete"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"plain,{completed}" in done.stdout.splitlines(), done.stderr
