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
from tests.commandline import doclint


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


@pytest.mark.parametrize("group", [(), ("baseline",), ("source",)], ids=" ".join)
def test_summaries_are_shown_whole(group: tuple[str, ...]) -> None:
    lines = doclint(*group, "--help").stdout.partition("\nCommands:\n")[2].splitlines()
    said = " ".join(" ".join(lines).split())
    for name, command in COMMANDS.items():
        if tuple(name.split()[:-1]) == group:
            first = " ".join((command.help or "").partition("\n\n")[0].split())
            assert f"{name.split()[-1]} {first}" in said


def parts(name: str) -> dict[str, set[str]]:
    """The long options of a command's help, by the part that lists them."""
    found: dict[str, set[str]] = {}
    part = ""
    for line in doclint(name, "--help").stdout.splitlines():
        if line.endswith(":") and not line.startswith(" "):
            part = line[:-1]
        elif line.startswith("  -"):
            found.setdefault(part, set()).update(word.strip(",") for word in line.split() if word.startswith("--"))
    return found


def test_options_are_listed_by_what_they_are_about() -> None:
    found = parts("check")
    assert list(found)[1:] == [
        "Which pages",
        "Against what",
        "What is reported",
        "What is fixed",
        "How it is shown",
        "When it fails",
        "Rarely needed",
    ]
    assert found["Options"] == {"--help"}
    assert "--page-timeout" in found["Rarely needed"]


@pytest.mark.parametrize(
    ("command", "meaningless"),
    [
        ("why", {"--since", "--changed-lines", "--ignore", "--min-confidence"}),
        ("coverage", {"--select", "--ignore", "--rules", "--min-confidence", "--missing", "--changed-lines"}),
        ("stale", {"--select", "--ignore", "--rules", "--min-confidence", "--missing", "--changed-lines"}),
    ],
)
def test_a_command_has_no_options_that_mean_nothing_there(command: str, meaningless: set[str]) -> None:
    assert not meaningless & set().union(*parts(command).values())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["chekc"], 'no command "chekc", did you mean "check"?', id="command"),
        pytest.param(["baseline", "wirte"], 'no command "wirte", did you mean "write"?', id="command of a command"),
        pytest.param(["source", "zzz"], 'no command "zzz", it is one of hook, sync', id="command unlike any"),
        pytest.param(["check", "--format", "jsno"], 'there is no "jsno", did you mean "json"?', id="format"),
        pytest.param(["fix", "--fail-on", "eror"], 'there is no "eror", did you mean "error"?', id="severity"),
        pytest.param(
            ["check", "--report", "sarf=out"],
            'no format "sarf" in --report sarf=out, did you mean "sarif"?',
            id="report",
        ),
        pytest.param(
            ["check", "--locale", "jp"], '"jp" is not a locale tag such as ru-RU, did you mean "ja"?', id="country"
        ),
        pytest.param(
            ["check", "--locale", "ru-Russia"],
            '"ru-Russia" is not a locale tag such as ru-RU, did you mean "ru"?',
            id="locale",
        ),
        pytest.param(["explain", "enum-membr-changed"], 'did you mean "enum-member-changed"?', id="rule"),
    ],
)
def test_a_wrong_word_names_the_nearest_right_one(arguments: list[str], says: str) -> None:
    done = doclint(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr


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
