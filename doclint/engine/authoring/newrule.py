"""The first draft of a rule: a module that loads, with examples that fail until the rule is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from doclint.engine import rulebook
from doclint.engine.packs import Packs, folders, holds_rules
from doclint.engine.rulebook import ID_IN_A_PACK, NAME, PREFIX, Rule
from doclint.text.errors import ConfigError
from doclint.text.files.whole import write_whole

OWN = "OWN"
"""The prefix of ids in a folder of rules that has none yet."""

DRAFT = '''\
"""One sentence: what must not change, and what goes wrong for the reader when it does.

Then what is compared, what is left alone, and why: this text is the rule's help page.
"""

from collections.abc import Iterator

from doclint.api import Bad, Difference, Good, Match, Pair, Problem, Segment, Severity, Span, Trust

ID = "{id}"
NAME = "{name}"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(  # ⟦ ⟧ mark the exact place; in at least two scripts
        source="Press `start` to begin.\\n",
        target="Нажмите `⟦старт⟧`, чтобы начать.\\n",
        expected=("start",),
    ),
    Bad(
        source="Press `start` to begin.\\n",
        target="`⟦スタート⟧` を押して開始します。\\n",
        expected=("start",),
    ),
]
GOOD = [
    Good(source="Press `start` to begin.\\n", target="`start` を押して開始します。\\n"),
    Good(source="Press `start` to begin.\\n", target="Нажмите `start`, чтобы начать.\\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.texts:
        if match.source.text == match.target.text:
            continue  # first what costs nothing: most pairs end here
        for expected, found, span in changed(match):
            # with a `message`, where no word stands for another
            yield Difference(match, span).problem(found, expected, evidence="why the word is protected")


def changed(match: Match[Segment]) -> Iterator[tuple[str, str, Span]]:
    """What must stand, what stands there, and its place in the target page: to be written."""
    yield from ()
'''


def write_draft(name: str, folder: Path, rules: Iterable[Rule], group: str = "9", prefix: str = PREFIX) -> Path:
    """Write the draft of a rule into the folder of rules; its file.

    `group` is the digit after the prefix that the id begins with. Raises ConfigError when the name is none, or taken.
    """
    if not NAME.fullmatch(name):
        raise not_a_name(name)
    rules = list(rules)
    file = folder / f"{name.replace('-', '_')}.py"
    if file.exists() or any(rule.name == name for rule in rules):
        raise ConfigError(f'there is a rule "{name}" already')
    if not folder.is_dir():
        raise ConfigError(f'no folder "{folder.as_posix()}": run it at the top of a clone of doclint, or name --folder')
    write_whole(file, DRAFT.format(id=free_id(rules, group, prefix), name=name).encode())
    return file


def write_own(name: str, folder: Path, prefix: str | None, group: str) -> Path:
    """Write the draft of a rule into a folder for `--rules`, made where it is not there; its file.

    Raises ConfigError as above, for a prefix that is none, and where the rules in the folder have another.
    """
    there = holds_rules(folder)
    rules = rulebook.load(Packs(folders([str(folder)]))) if there else rulebook.load()
    usual = rules[-1].prefix if there else prefix or OWN
    if prefix not in (None, usual):
        raise ConfigError(f"the ids in {folder.as_posix()} begin with {usual}, and a folder has one prefix")
    if not ID_IN_A_PACK.fullmatch(f"{usual}000") or usual.startswith(PREFIX):
        raise ConfigError(
            f'"{usual}" is not a prefix: use two to ten capitals that do not begin with {PREFIX}, such as ACME'
        )
    if not NAME.fullmatch(name):
        raise not_a_name(name)
    folder.mkdir(parents=True, exist_ok=True)
    return write_draft(name, folder, rules, group, usual)


def not_a_name(name: str) -> ConfigError:
    """What is said of a name that no rule may have."""
    return ConfigError(
        f'"{name}" is not a rule name: use lower-case words joined by hyphens, such as value-list-changed'
    )


def free_id(rules: Iterable[Rule], group: str, prefix: str = PREFIX) -> str:
    """The id behind the last one of a group, so that none is used twice. Raises ConfigError when there is none left."""
    taken = [int(rule.id[-2:]) for rule in rules if rule.prefix == prefix and rule.id[-3] == group]
    number = max(taken, default=0) + 1
    if number > 99:
        raise ConfigError(f"every id is taken in {prefix}{group}xx")
    return f"{prefix}{group}{number:02}"
