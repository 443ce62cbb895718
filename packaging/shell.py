"""The manual pages and completions of the command line: `python packaging/shell.py` writes them to packaging/.

They are made when a release is built and travel in the sdist, for those who package for a distribution; nothing made is
kept in the repository.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.shell_completion import get_completion_class
from click_man.core import write_man_pages

from doclint import VERSION
from doclint.cli import COMMANDS, main

COMPLETIONS = {"bash": "doclint.bash", "zsh": "_doclint", "fish": "doclint.fish"}
"""The file of each shell, under the name that its own loader looks for."""


def write(folder: Path) -> None:
    """Write man/*.1 and completions/* to a folder."""
    loaded = click.Context(main)
    # click-man reads `commands`, which stays empty in a group that loads its commands when asked
    main.commands = {name: command for name in COMMANDS if (command := main.get_command(loaded, name))}
    for name in ("man", "completions"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_man_pages("doclint", main, version=VERSION, target_dir=str(folder / "man"))
    for shell, name in COMPLETIONS.items():
        kind = get_completion_class(shell)
        assert kind
        source = kind(main, {}, "doclint", "_DOCLINT_COMPLETE").source()
        (folder / "completions" / name).write_text(source + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
