"""Repairs page by page on standard output: `fix`, and `check --diff`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from doclint.cli.exits import PRUNE
from doclint.cli.session import tell
from doclint.reports import complain
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.cli.session import Session
    from doclint.engine import Wish
    from doclint.workflows.fix.page import Repaired
    from doclint.workflows.fix.replacements import Replacements


def mended(
    session: Session,
    wish: Wish,
    form: str,
    *,
    is_dry: bool,
    fail_on: str | None,
    replacements: Replacements | None = None,
) -> int:
    """Put back what is wished for, or only print the diff of it; say what is left; the exit code.

    Of `replacements` that stand alone, what was made is remembered, and places where it was not are a failure.
    """
    pages = session.repair(wish, is_dry=is_dry, replacements=replacements)
    summary = session.summed(pages, lambda page: write(page, "diff" if is_dry else form, session.given))
    tell(pages, "would fix" if is_dry else "fixed")
    if not wish.known and (count := summary.turned("known")):
        complain(f"{counted(count, 'finding')} not fixed: known in the baseline; --known fixes these too")
    if (count := summary.turned("fixed")) and not pages.is_dry:
        complain(PRUNE.format(counted(count, "finding")))
    if session.book and session.book.trouble:
        complain(session.book.trouble)
    if pages.tally.done and session.given is None:
        complain(
            f"next: {'the same command without --diff writes this' if is_dry else '`git diff` shows what was fixed'}"
        )
    if replacements and replacements.is_alone:
        if pages.tally.done and not is_dry:
            _remember(session, replacements)
        fail_on = fail_on or "never"
    code = session.ended(summary, [*pages.tally.unwritten, *summary.troubles()], fail_on)
    return code or int(bool(replacements and replacements.is_alone and pages.tally.left))


def _remember(session: Session, replacements: Replacements) -> None:
    """Keep what was decided beside the configuration. Raises ConfigError."""
    from doclint.config.place import shown
    from doclint.workflows.fix.replacementfile import remember
    from doclint.workflows.fix.start import file_of

    file = file_of(session.plan)
    if count := remember(file, replacements.words.items()):
        complain(f"{shown(file)}: {counted(count, 'replacement')} remembered, for `doclint fix --remembered`")


def write(page: Repaired, form: str, given: bytes | None) -> None:
    """What is said of one page on standard output; one that was given is printed itself."""
    from doclint.reports.diff import unified
    from doclint.text.spans import decode, encode
    from doclint.workflows.fix.report import as_text, write_lines

    if form == "jsonl":
        write_lines(page, sys.stdout)
    elif form == "terminal" and given is not None:
        write_bytes(given if page.new is None else page.new)
    elif form == "terminal":
        sys.stdout.write(as_text(page))
    elif page.edits:
        write_bytes(encode(unified(page.path, decode(page.old), page.edits)))


def write_bytes(data: bytes) -> None:
    """Put bytes on standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
