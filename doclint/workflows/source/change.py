"""What a change of English pages means: translations that are stale now, and words in it that translators damage."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from doclint.config import Config, find
from doclint.config.globs import Globs
from doclint.layouts import Target
from doclint.page import markdown
from doclint.run import Asked, How
from doclint.run.plan import start
from doclint.run.plan.known import rules_of
from doclint.run.plan.plan import Plan, configuration
from doclint.sources import FolderSource, Source
from doclint.sources.git.changes import changed_lines, touches
from doclint.sources.git.source import GitSource, open_git
from doclint.sources.worktree import WorkTreeSource
from doclint.text import Lines, locale, words
from doclint.text.errors import ConfigError, DoclintError, UnreadableError
from doclint.text.files.page import read_page
from doclint.text.spans import decode
from doclint.workflows.advise import englishpaths
from doclint.workflows.advise.advice import PageAdvice, likely_words, page_advice
from doclint.workflows.advise.remedies import Advice, EnglishPage
from doclint.workflows.advise.words import DamagedWords, Harm, place_of
from doclint.workflows.source.translations import Translations, asked_of, translations

LOOKED_AT = 100
"""Translations that are looked through for damage: a commit does not wait for more."""
SECONDS = 2.0
"""For one of them."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SourceChange:
    """One English page that changes."""

    file: str
    """As it was named."""
    stale: Sequence[str]
    """Translations that do not change along with it, by their paths; in a workspace with its names for them."""
    advice: PageAdvice
    """What stands on the changed lines; on all where nothing tells which they are."""
    elsewhere: int
    """Words that stand only on the other lines of the page."""


def source_changes(files: Sequence[str], since: str, say: Say) -> Iterator[SourceChange]:
    """The English pages among the files, in their order. Raises ConfigError for a configuration that is wrong.

    Where no translation is to be had, pages are told from translations by what they say themselves.
    """
    asked = asked_of(files)
    config = configuration(asked, rules_of(asked))
    found, why = None, "no English was found for the pages here"
    try:
        found = translations(files)
        why = "; ".join(found.plan.notes) or why
    except DoclintError as error:
        why = str(error)
    if found is None or not any(context.source for context in found.plan.contexts):
        nothing = Plan(targets=[], contexts=[], filters=[], names=[], rules=[], config=config)
        found = Translations(nothing, {one: [] for one in files if _is_english(one, config)})
        if found.of:
            say(f"only the words of the English are checked: {why}")
    harms = _harms(found, since, say)
    lines = _lines(files, since) if found.of else {}
    named = {os.path.realpath(file) for file in files}
    for file in files:
        if file not in found.of:
            continue
        stale = [_called(one, found.plan) for one in found.of[file] if os.path.realpath(one.file) not in named]
        whole = _advice(file, harms.get(file, {}), config)
        shown = _on(whole, lines.get(os.path.realpath(file)))
        yield SourceChange(file, stale, shown, len(_words(whole)) - len(_words(shown)))


def _called(target: Target, plan: Plan) -> str:
    return f"{target.path} ({plan.names[target.context]})" if plan.names else target.path


def _is_english(file: str, config: Config) -> bool:
    """Whether nothing says that a page is a translation: its metadata, the configuration, the folders it lies in."""
    tag = config.locale or locale.in_path(file.replace(os.sep, "/"))
    is_other = tag is not None and not locale.is_source(tag, config.source_locale or "en")
    return not is_other and englishpaths.are_english(Asked(paths=(file,)))


def _advice(file: str, harm: Mapping[str, Harm], config: Config) -> PageAdvice:
    """What is advised for a page, by what its translations show and else by shapes and columns."""
    try:
        data = read_page(file)
        text = decode(data)
    except UnreadableError:
        return PageAdvice(file, None, (), {})
    english = EnglishPage(markdown.parse(text, file), config.syntax)
    kept = {word: harm.get(word) or Harm() for word in likely_words(english)}
    kept |= {word: one for word, one in harm.items() if words.stands_in(word, text)}
    is_generated = bool(config.generated) and Globs(config.generated).match(file)
    return page_advice(file, data, Path(file), kept, syntax=config.syntax, is_generated=is_generated)


def _on(page: PageAdvice, lines: Sequence[range] | None) -> PageAdvice:
    """The advice for the places on some lines."""
    if lines is None:
        return page
    at = Lines(page.text)

    def kept(one: Advice) -> Advice:
        numbers = ((place, at.position(place.span.start).line) for place in one.places)
        return replace(one, places=tuple(place for place, line in numbers if touches(lines, line, line)))

    return replace(page, advice=tuple(map(kept, page.advice)))


def _words(page: PageAdvice) -> set[str]:
    return {one.word for one in page.advice if one.places}


def _lines(files: Sequence[str], since: str) -> dict[str, list[range]]:
    """The changed lines of each file that changed, by its real path; none where git does not tell."""
    folder = Path(find.start(files))
    try:
        changed = changed_lines(folder, since)
    except ConfigError:
        return {}
    return {os.path.realpath(folder / path): lines for path, lines in changed.items()}


def _harms(found: Translations, since: str, say: Say) -> dict[str, Mapping[str, Harm]]:
    """What became of the words of each page in its translations, by file.

    They are laid beside the English as it was before the change, which they were made from.
    """
    contexts = [one._replace(source=_before(one.source, since)) for one in found.plan.contexts]
    files = {target: file for file, targets in found.of.items() for target in targets}
    targets = [one for one in files if contexts[one.context].source is not None][:LOOKED_AT]
    if not targets:
        return {}
    plan = replace(found.plan, targets=targets, contexts=contexts)
    run = start.start(plan, How(1, SECONDS, is_cached=True, say=say))
    damaged = DamagedWords()
    for target, result in run.pages():
        for finding in result.findings.faults:
            if place := place_of(finding, target.source):
                damaged.add(place, files[target])
    return {file: harm for (_, file), harm in damaged.pages.items()}


def _before(source: Source | None, since: str) -> Source | None:
    """The English as it was before the change; None where that is not known."""
    if isinstance(source, WorkTreeSource):
        folder, like = source.folder.folder, source.history
    elif isinstance(source, FolderSource):
        folder, like = source.folder, None
    else:
        return source if isinstance(source, GitSource) else None
    try:
        then = open_git(f"{folder}@{since}")
    except ConfigError:
        return None
    return replace(like, revision=then.revision) if like and then else then
