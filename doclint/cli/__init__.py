"""The command line: `doclint COMMAND`, each command a module of `commands`, loaded when it is asked for."""

from doclint.cli.group import COMMANDS, main

__all__ = ["COMMANDS", "main"]
