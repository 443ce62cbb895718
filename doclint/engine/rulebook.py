"""Finds the rules, refuses what is none, and picks those that a run asks for."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from types import ModuleType
from typing import NamedTuple

from doclint.checks import Bad, Good, Problem
from doclint.engine.packs import NO_PACKS, Pack, Packs, found, imported
from doclint.pair import Pair
from doclint.pair.columns import Role
from doclint.pair.parts import Part
from doclint.text import Severity, Trust
from doclint.text.errors import ConfigError, RuleError
from doclint.text.lazypattern import lazy

OURS = "doclint.rules"
PREFIX = "DL"
ID = re.compile(r"DL\d{3}")
ID_IN_A_PACK = lazy(r"[A-Z]{2,10}\d{3}", re.ASCII)
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


class Rule(NamedTuple):
    """One module of rules/, read."""

    id: str
    """Permanent: `DL101`."""
    name: str
    severity: Severity
    needs: Trust
    """The least trust it works with."""
    summary: str
    """One sentence."""
    help: str
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    check: Callable[[Pair], Iterator[Problem]]
    is_default: bool = True
    """Whether it runs without being selected."""
    reads: tuple[Part | Role, ...] = ()
    """It has nothing to say where none of these parts differs; none are named by a rule that is always asked."""

    @property
    def prefix(self) -> str:
        """The letters of its id."""
        return self.id[:-3]

    @property
    def can_fix(self) -> bool:
        return any(example.fixed is not None for example in self.bad)


def load(packs: Packs = NO_PACKS) -> list[Rule]:
    """All rules that doclint ships, by id, then those of each pack.

    Raises RuleError when a module of ours is no rule or two share a name, ConfigError for the same of a pack.
    """
    package = importlib.import_module(OURS)
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    rules = sorted((_read_once(_imported(f"{OURS}.{name}")) for name in names), key=lambda rule: rule.id)
    for key in ("id", "name"):
        values = [getattr(rule, key) for rule in rules]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice:
            raise RuleError(f"two rules have the {key} {twice}")
    owners = dict.fromkeys((rule.name for rule in rules), "doclint")
    for pack in found(packs):
        rules += _read_pack(pack, owners)
    return rules


@lru_cache(500)
def _read_once(module: ModuleType) -> Rule:
    """One of the rules that doclint ships, kept since who plans a run and who checks pages both ask."""
    return read(module)


def _read_pack(pack: Pack, owners: dict[str, str]) -> list[Rule]:
    """The rules of a pack, by id. Raises ConfigError.

    `owners` says whose a prefix or a name is, and is told of these.
    """
    try:
        rules = sorted((read(imported(name, pack.said)) for name in pack.modules), key=lambda rule: rule.id)
    except RuleError as error:
        raise ConfigError(str(error)) from error
    if not rules:
        raise ConfigError(f"{pack.said} has no rule: `doclint new-rule NAME --into DIR` writes one")
    prefixes = sorted({rule.prefix for rule in rules})
    if len(prefixes) > 1:
        raise ConfigError(f"{pack.said} has ids with {' and '.join(prefixes)}: a pack has one prefix")
    for one, following in pairwise(rules):
        if one.id == following.id:
            raise ConfigError(f"{pack.said}: {one.name} and {following.name} have the id {one.id}")
    if prefixes[0].startswith(PREFIX):
        raise ConfigError(f"{pack.said} has ids with {prefixes[0]}: {PREFIX} begins doclint's own, take another prefix")
    for word in (*prefixes, *(rule.name for rule in rules)):
        if (owner := owners.setdefault(word, pack.said)) != pack.said:
            what = f"ids with {word}" if word in prefixes else f'a rule "{word}"'
            raise ConfigError(f"{pack.said} has {what}, as {owner} has: take another")
    return rules


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        file = name.rpartition(".")[2]
        raise RuleError(f"rules/{file}.py cannot be loaded: {type(error).__name__}: {error}") from error


def read(module: ModuleType) -> Rule:
    """The rule in a module. Raises RuleError that names what is missing or wrong."""
    package, _, file = module.__name__.rpartition(".")
    is_ours = package == OURS
    where = f"rules/{file}.py" if is_ours else module.__file__ or module.__name__

    def wrong(what: str) -> RuleError:
        return RuleError(f"{where} is not a rule: {what}")

    document = inspect.getdoc(module)
    if not document:
        raise wrong("it has no docstring, which is its help page")
    summary, _, _ = document.partition("\n\n")
    for name, kind in (
        ("ID", str),
        ("NAME", str),
        ("SEVERITY", Severity),
        ("NEEDS", Trust),
        ("BAD", list),
        ("GOOD", list),
    ):
        if not isinstance(getattr(module, name, None), kind):
            raise wrong(f"it has no {name}")
    if not (ID if is_ours else ID_IN_A_PACK).fullmatch(module.ID):
        raise wrong(f'its ID "{module.ID}" is not {PREFIX if is_ours else "two to ten capitals"} and three digits')
    if file.replace("_", "-") != module.NAME:
        raise wrong(f'its NAME "{module.NAME}" is not that of its file')
    if not NAME.fullmatch(module.NAME):
        raise wrong(f'its NAME "{module.NAME}" is not lower-case words joined by hyphens')
    if not all(isinstance(one, kind) for name, kind in (("BAD", Bad), ("GOOD", Good)) for one in getattr(module, name)):
        raise wrong("its BAD and GOOD hold something other than Bad(...) and Good(...)")
    if not module.BAD or not module.GOOD:
        raise wrong("it needs BAD and GOOD examples")
    if not isinstance(getattr(module, "DEFAULT", True), bool):
        raise wrong("its DEFAULT is neither True nor False")
    reads = getattr(module, "READS", ())
    if not isinstance(reads, tuple) or not all(isinstance(part, Part | Role) for part in reads):
        raise wrong("its READS is not a tuple of Part and Role")
    if not callable(getattr(module, "check", None)):
        raise wrong("it has no function check(pair)")
    return Rule(
        module.ID,
        module.NAME,
        module.SEVERITY,
        module.NEEDS,
        " ".join(summary.split()),
        document,
        tuple(module.BAD),
        tuple(module.GOOD),
        module.check,
        getattr(module, "DEFAULT", True),
        reads,
    )


def find(rules: Iterable[Rule], name: str) -> Rule:
    """The rule of that name or id, in any case. Raises ConfigError that names the nearest."""
    rules = list(rules)
    for rule in rules:
        if name.casefold() in (rule.name, rule.id.casefold()):
            return rule
    from rapidfuzz.process import extractOne

    near = extractOne(name, [rule.name for rule in rules], score_cutoff=60)
    hint = f', did you mean "{near[0]}"?' if near else ", `doclint rules` lists them"
    raise ConfigError(f'no rule "{name}"{hint}')


def named(rules: list[Rule], names: Iterable[str]) -> set[str]:
    """The ids that names, ids, beginnings of ids (`DL1`), ALL and DEFAULT stand for. Raises ConfigError."""
    found: set[str] = set()
    for name in (part.strip() for entry in names for part in entry.split(",")):
        if not name:
            continue
        group = {rule.id for rule in rules if _is_among(rule, name.upper())}
        found |= group or {find(rules, name).id}
    return found


def _is_among(rule: Rule, group: str) -> bool:
    """Whether a group has a rule; the beginning of an id has only those that run by default."""
    if group in ("ALL", "DEFAULT"):
        return rule.is_default or group == "ALL"
    is_beginning = group.startswith(rule.prefix) and len(group) < len(rule.id)
    return is_beginning and rule.is_default and rule.id.startswith(group)
