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


def mended(session: Session, wish: Wish, form: str, *, is_dry: bool, fail_on: str | None) -> int:
    """Put back what is wished for, or only print the diff of it; say what is left; the exit code."""
    pages = session.repair(wish, is_dry=is_dry)
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
    return session.ended(summary, [*pages.tally.unwritten, *summary.troubles()], fail_on)


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
