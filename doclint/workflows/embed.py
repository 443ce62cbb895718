"""doclint for programs: two texts in, findings or a text out. `import doclint` hands it out."""

from __future__ import annotations

from collections.abc import Iterable

from doclint.config.commandline import with_options
from doclint.config.model import DEFAULTS
from doclint.engine import Finding, Wish, rulebook
from doclint.layouts import Target
from doclint.run import PageResult
from doclint.run.checker import Checker
from doclint.run.texts import Texts, texts
from doclint.sources.text import TextSource
from doclint.text.spans import decode
from doclint.workflows.fix.page import Repairer


def check(
    source: str,
    target: str,
    *,
    locale: str | None = None,
    exact: bool = False,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    protect: str | Iterable[str] = (),
    path: str = "target.md",
) -> list[Finding]:
    """What the translation `target` damaged of the English `source`, two whole Markdown pages, in order.

    `locale` is the translation's language as BCP 47 writes it (`ru-RU`); without it the page's front matter tells, or a
    folder of `path`, or nothing. `exact`: the translation was made from this very text, so that each difference is
    damage and fixes may be safe; else the English may be another version, and more is a matter for review.
    `select` and `ignore` are rules by name, id or group (`DL1`, `ALL`), `protect` words and phrases that stay as they
    are. `path` is what findings call the page: relative, with `/`.

    Places count code points of `target` as it is given: `finding.place.span` and the edits of `finding.fix` from 0,
    lines and columns from 1, ends exclusive. No configuration, file, git or network is read, and nothing is remembered;
    it may be called from any thread. A page that is empty or cannot be read is a finding. Time has no limit: it grows
    with the length of the pages, about a millisecond a kilobyte.

    Raises ConfigError for an unknown rule and a locale that is no tag, UnreadableError where `source` holds half a
    character, RuleError where a rule crashed: all are DoclintError, and their message is one line.
    """
    pair = _texts(source, locale, exact, select, ignore, protect, path)
    checker = Checker([rule.id for rule in pair.rules], pair.contexts, seconds=0)
    return list(_whole(pair.filters.apply(pair.target, checker.check(pair.target, _bytes(target)))).findings)


def fix(
    source: str,
    target: str,
    *,
    locale: str | None = None,
    exact: bool = False,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    protect: str | Iterable[str] = (),
    path: str = "target.md",
    unsafe: bool = False,
    human: bool = False,
) -> str:
    """The text `target` with all put back that is safe, as `doclint fix` does; the very same text where nothing is.

    The first arguments are those of `check`. `unsafe` puts back what a person should look at, too; `human` also what
    has one witness only on a page whose metadata says that a person translated it. The result is checked again: what
    did not hold is as it was, and what is not edited is the same to the character. Without `exact` nearly nothing is
    safe. Raises what `check` raises.
    """
    pair = _texts(source, locale, exact, select, ignore, protect, path)
    ids = [rule.id for rule in pair.rules]
    repairer = Repairer(ids, pair.contexts, seconds=0, wish=Wish(unsafe, human), filters=pair.filters)
    repaired = repairer.check(pair.target, _bytes(target))
    _whole(repaired)
    return target if repaired.new is None else decode(repaired.new)


def _texts(
    source: str,
    locale: str | None,
    exact: bool,
    select: str | Iterable[str],
    ignore: str | Iterable[str],
    protect: str | Iterable[str],
    path: str,
) -> Texts:
    rules = rulebook.load()
    config = with_options(DEFAULTS, rules, select=_listed(select), ignore=_listed(ignore))
    config = config._replace(protect=_listed(protect))
    page = Target("/", "", path)  # at the root, so that the working directory says nothing of the page's language
    return texts(TextSource("source.md", _bytes(source)), page, config=config, rules=rules, locale=locale, exact=exact)


def _listed(names: str | Iterable[str]) -> tuple[str, ...]:
    """One name alone is a list of one."""
    return (names,) if isinstance(names, str) else tuple(names)


def _bytes(text: str) -> bytes:
    """A text as a file holds it; half a character stays what no reader takes."""
    return text.encode("utf-8", "surrogatepass")


def _whole(result: PageResult) -> PageResult:
    """The result of a page on which no rule broke. Raises RuleError."""
    for error in result.broken:
        raise error
    return result
