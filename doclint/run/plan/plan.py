"""The plan of a run: which pages, in which context, by which rules, filtered how."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from doclint.config import Config
from doclint.config.commandline import with_options
from doclint.config.evidence import digest_of, policy_of
from doclint.config.globs import Chosen, require_matches
from doclint.config.model import DEFAULTS
from doclint.config.scopes import Scope, scopes
from doclint.engine import Rule, rulebook
from doclint.engine.packs import NO_PACKS, Packs
from doclint.layouts import Target
from doclint.layouts.dialect import Dialects
from doclint.run.confirmed import lock_of
from doclint.run.context import Context
from doclint.run.expectation import Expectation
from doclint.run.filter.overrides import Filter, rules_to_run
from doclint.run.plan.asked import Asked
from doclint.run.plan.beside.repositories import by_repository
from doclint.run.plan.found import Found
from doclint.run.plan.known import config_file, packs_of
from doclint.run.plan.pages.find import found_pages
from doclint.text.errors import ConfigError, unread
from doclint.text.locale import normalize, not_a_tag


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is made of."""

    targets: list[Target]
    contexts: list[Context]
    filters: list[Filter]
    """One for each context."""
    names: list[str]
    """Of the targets of a workspace, one for each context; empty without a workspace."""
    rules: list[Rule]
    config: Config
    """The one that holds for the run as a whole."""
    notes: list[str] = field(default_factory=list)
    """Lines to say once."""
    layout: str | None = None
    """The name of the layout of all pages, as a configuration may set it."""
    expected: list[Expectation | None] = field(default_factory=list)
    """The English that the pages of each context were to have; empty where pages without English are allowed."""
    is_narrow: bool = False
    """Whether it is only about what changed."""
    unread: list[str] = field(default_factory=list)
    """What may hold pages and could not be read, and why."""
    is_whole: bool = False
    """Whether it is about all pages, and all rules that the configuration selects."""
    packs: Packs = NO_PACKS
    """Where the rules are that doclint does not ship."""
    changed_lines: str | None = None
    """The revision since which a line must have changed for its findings to count."""


def make(asked: Asked) -> Plan:
    """Work out a run. Raises ConfigError, SourceError."""
    packs = packs_of(asked)
    rules = rulebook.load(packs)
    config, every = configured(asked, rules)
    parts = [(scope, found_pages(scope, named)) for scope, named in _meant(every, asked)]
    if not asked.paths and asked.since is None:
        require_matches([(scope, [target.path for target in found.targets] + _within(found)) for scope, found in parts])
    lock = lock_of(config.file, asked.paths)
    chosen = {rule.id for scope, _ in parts for rule in rules_to_run(scope.config, rules)}
    contexts, filters, targets = [], [], []
    notes: dict[str, None] = {}
    lost: dict[str, None] = {}
    for number, (scope, found) in enumerate(parts):
        is_chosen = Chosen(scope.config, found.top)
        contexts.append(_context(scope.config, found, asked)._replace(confirmed=lock))
        filters.append(Filter(scope.config, rules, top=found.top))
        notes |= dict.fromkeys(found.notes)
        lost |= {
            unread(folder, error): None
            for (folder, error), page in zip(found.unread.items(), _within(found), strict=True)
            if is_chosen(page)
        }
        kept = found.targets if is_chosen.is_everything else [one for one in found.targets if is_chosen(one.path)]
        dialects = Dialects() if scope.config.dialect is None else None
        targets += [one._replace(context=number, dialect=dialects.of(one) if dialects else None) for one in kept]
    if not targets and asked.since is None:
        raise ConfigError(_nothing(asked, [found for _, found in parts], notes, lost))
    targets = sorted(_once(targets), key=lambda target: (target.source, target.context, target.path))
    names = [scope.name for scope, _ in parts] if config.target else []
    layouts = {found.layout for _, found in parts}
    return Plan(
        targets,
        contexts,
        filters,
        names,
        [rule for rule in rules if rule.id in chosen],
        config,
        list(notes),
        layouts.pop() if len(layouts) == 1 else None,
        [] if asked.allow_alone or _is_of_files(asked) else [found.expected for _, found in parts],
        asked.since is not None or asked.changed_lines is not None,
        list(lost),
        is_whole=not lost and _is_whole(asked, config),
        packs=packs,
        changed_lines=asked.changed_lines,
    )


def _within(found: Found) -> list[str]:
    """A page for each folder that could not be read, so that patterns can be asked about it."""
    return [f"{folder}/page.md" for folder in found.unread]


def _is_of_files(asked: Asked) -> bool:
    return bool(asked.paths) and all(os.path.isfile(path) for path in asked.paths)


def _is_whole(asked: Asked, config: Config) -> bool:
    """Whether nothing narrows the run: a folder that holds the configuration's, or the working directory, is all."""
    home = str(config.file.parent) if config.file else os.getcwd()
    tops = [os.path.join(os.path.abspath(path), "") for path in asked.paths]
    narrowed = asked.since or asked.changed_lines or asked.select or asked.ignore or asked.min_confidence
    return not narrowed and (not tops or any(os.path.join(home, "").startswith(top) for top in tops))


def configured(asked: Asked, rules: Sequence[Rule]) -> tuple[Config, list[Scope]]:
    """The configuration of the run as a whole and those of its targets, each under what the command line says.

    A target's own file is read first: the command line wins over that, too. Raises ConfigError.
    """
    written = _written(asked, rules)
    parts = scopes(written, rules, layouts=_layouts() if written.target else None)
    return _under(written, asked, rules), [one._replace(config=_under(one.config, asked, rules)) for one in parts]


def configuration(asked: Asked, rules: Sequence[Rule]) -> Config:
    """The configuration of the run as a whole, under what the command line says. Raises ConfigError."""
    return _under(_written(asked, rules), asked, rules)


def _written(asked: Asked, rules: Sequence[Rule]) -> Config:
    """What the files say."""
    file = config_file(asked)
    if file is None:
        return DEFAULTS
    from doclint.config.read import read

    return read(file, rules, layouts=_layouts())


def _layouts() -> Sequence[str]:
    """The names that a configuration may use."""
    from doclint.layouts.detect import NAMES

    return NAMES


def _under(config: Config, asked: Asked, rules: Sequence[Rule]) -> Config:
    config = with_options(config, rules, select=asked.select, ignore=asked.ignore, min_confidence=asked.min_confidence)
    return config._replace(pin=asked.pin or config.pin, pin_keys=asked.pin_keys or config.pin_keys)


def _meant(found: list[Scope], asked: Asked) -> Iterator[tuple[Scope, Asked]]:
    """The targets of a workspace with the named paths that lie in each, the innermost; all where none is named."""
    if not asked.paths:
        yield from ((scope, asked) for scope in found)
        return
    if len(found) == 1:
        yield from ((found[0], one) for one in _apart(found[0].config, asked))
        return
    inside: dict[str, list[str]] = {}
    for path in asked.paths:
        where = f"{os.path.abspath(path)}{os.sep}"
        tops = [scope.top for scope in found if scope.top and where.startswith(scope.top.rstrip(os.sep) + os.sep)]
        if tops:
            inside.setdefault(max(tops, key=len), []).append(path)
    if not inside:
        raise ConfigError(f"{', '.join(asked.paths)}: in none of the workspace's targets")
    for scope in found:
        if scope.top in inside:
            yield scope, asked._replace(paths=tuple(inside[scope.top]))


def _apart(config: Config, asked: Asked) -> list[Asked]:
    """The named paths by their repositories, where nothing is said of where the English lies or how it is laid out."""
    if len(asked.paths) < 2 or asked.source or config.source or config.layout:
        return [asked]
    return [asked._replace(paths=paths) for paths in by_repository(asked.paths)]


def _context(config: Config, found: Found, asked: Asked) -> Context:
    locale = normalize(asked.locale) if asked.locale else None
    if asked.locale and not locale:
        raise ConfigError(f'"{asked.locale}" {not_a_tag(asked.locale)}')
    policy = policy_of(config)
    digest = digest_of(config, policy) + (":exact" if asked.exact else "")
    context = Context(found.source, locale, config.locale, policy, digest, asked.exact)
    if found.site is None:
        return context
    from doclint.site import Atlas, SiteLexicon

    return context._replace(lexicon=SiteLexicon(found.site), site=found.site, atlas=Atlas(found.site))


def _once(targets: Iterable[Target]) -> Iterator[Target]:
    """Each page once, though two arguments name it."""
    seen: set[tuple[str, str, int]] = set()
    folders: dict[str, str] = {}
    for target in targets:
        folder = folders.get(target.folder) or folders.setdefault(target.folder, os.path.abspath(target.folder))
        key = (f"{folder}/{target.relative}", "" if target.tree is None else target.tree.revision, target.context)
        if key not in seen:
            seen.add(key)
            yield target


def _nothing(asked: Asked, found: list[Found], notes: Iterable[str], lost: Iterable[str]) -> str:
    """Why there is no page to check."""
    where = ", ".join(asked.paths) or "here"
    if any(one.targets for one in found):
        return f"no page of {where} is checked: include and exclude in the configuration remove them all"
    return "; ".join([f"no Markdown page in {where}" if asked.paths else "no translated page here", *notes, *lost])
