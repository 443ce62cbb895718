"""English pages that the command line names: told from translations, and the advice for them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from doclint.config import Config, Syntax
from doclint.config.globs import Globs
from doclint.layouts.discover import discover
from doclint.page import frontmatter, markdown, sidebyside
from doclint.pair import digest
from doclint.run import Asked
from doclint.run.plan.plan import Plan
from doclint.sources.git.pins import PIN_KEYS
from doclint.text import words
from doclint.text.errors import ConfigError, UnreadableError
from doclint.text.files.page import read_page
from doclint.text.spans import decode
from doclint.workflows.advise.advice import PageAdvice, likely_words, page_advice
from doclint.workflows.advise.remedies import EnglishPage
from doclint.workflows.advise.words import Harm

TRANSLATED = ("ms.translationtype", "ms.contentlocale", *PIN_KEYS)
"""Front matter that only translations have."""


def pages_named(
    asked: Asked, config: Config, syntax: Syntax | None, totals: Mapping[str, Harm] | None
) -> Iterator[PageAdvice]:
    """The advice for English pages that are named, by the damage known elsewhere; None: by shapes and columns alone."""
    globs = Globs(config.generated) if config.generated else None
    for target in discover(asked.paths):
        try:
            text = decode(data := target.read())
        except UnreadableError as error:
            raise ConfigError(f"{target.path}: {error}") from None
        english = EnglishPage(markdown.parse(text, target.path), syntax or config.syntax)
        if totals is None:
            harm = {word: Harm() for word in likely_words(english)}
        else:
            harm = {word: totals[word] for word in totals if words.stands_in(word, text)}
        is_generated = bool(globs and globs.match(target.path))
        file = None if target.tree else target.file
        yield page_advice(target.path, data, file, harm, syntax=syntax or config.syntax, is_generated=is_generated)


def are_english(asked: Asked) -> bool:
    """Whether the paths are files in the source language: neither they nor the options speak of a translation."""
    if not asked.paths or asked.source or asked.locale or not all(map(os.path.isfile, asked.paths)):
        return False
    try:
        return not any(_is_translation(decode(read_page(path))) for path in asked.paths)
    except UnreadableError:
        return False


def have_source(plan: Plan) -> bool:
    """Whether a run would lay the pages beside something: a layout, the configuration or the page itself says what."""
    return any(target.counterpart or plan.contexts[target.context].source for target in plan.targets)


def are_sources(plan: Plan, asked: Asked) -> bool:
    """Whether the paths name source pages, so that the run is over their translations."""
    named = {Path(path).absolute() for path in asked.paths if Path(path).is_file()}
    return bool(named) and not named & {Path(target.path).absolute() for target in plan.targets}


def _is_translation(text: str) -> bool:
    front = frontmatter.read(text)
    is_pinned = any(front.value(key) for key in TRANSLATED)
    return is_pinned or bool(digest.digests(front, text, ())) or sidebyside.split(text) is not None
