"""Damage planted in real pages as they are: of how much does a check with its default options speak?

    python benchmarks/planted.py REPOSITORY PATTERN [--english /en/] [--pages 60] [--revision HEAD] [--alone] [--show]

Each page gets one fault, which is committed. It counts as reported if a finding that was not there before is an error
or a warning on its line or the one beside it, and as noted if that is a note (the English may once have said so); of a
line that is gone it may be three lines away. What is damaged is on the English page, too: whoever changes it cannot
defend that. Nothing is planted in comments, which no reader sees.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from realpages import checked_out, fenced, findings, git, options, shuffled

LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопкрстуввхиз", strict=True))
NEAR = 1
"""Lines between a fault and a finding about it."""
GONE = "line of code"
NEAR_GONE = 3
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Fault(NamedTuple):
    """One line of a page made another."""

    page: str
    kind: str
    line: int
    """0-based."""
    before: str
    after: str


def transliterated(word: str) -> str:
    return "".join(LETTERS.get(letter, letter) for letter in word)


def raised(number: str) -> str:
    return number[:-1] + str((int(number[-1]) + 3) % 10)


class Kind(NamedTuple):
    """How a token is damaged, and where it stands."""

    form: str
    """A pattern; its group 1 is put in the place of."""
    damage: Callable[[str], str]
    in_code: bool = False


KINDS = {
    "name in a span": Kind(r"`([A-Za-z][\w.:/-]{4,40})`", transliterated),
    "span lost": Kind(r"(`[A-Za-z][\w.:/-]{4,40}`)", lambda text: text.strip("`")),
    "number in text": Kind(r"(?<![\w.:/#-])(\d{2,5})(?![\w.:/%-])", raised),
    "address": Kind(r"\]\(((?:https?://|/|\.)[^()\s#]{5,120})\)", lambda text: text[:-3] + text[-2:]),
    "id of a heading": Kind(r"^#+ .*(\{#[\w-]+\})\s*$", lambda text: ""),
    "name in code": Kind(r"([A-Za-z_]{3,}\.[A-Za-z_]{4,})\(", transliterated, in_code=True),
    "number in code": Kind(r"[:= (](\d{2,6})\b(?![.\w-])", raised, in_code=True),
    "key in code": Kind(r"^\s*\"?([A-Za-z]{4,30})\"?: \S", transliterated, in_code=True),
    GONE: Kind(r"^(\s*\S{3,}.{5,})$", lambda text: "", in_code=True),
}


def comment_lines(text: str) -> set[int]:
    """The lines in which a comment stands."""
    spans = [match.span() for match in COMMENT.finditer(text)]
    return {at for start, end in spans for at in range(text.count("\n", 0, start), text.count("\n", 0, end) + 1)}


def planted(page: str, english: str, text: str, dice: random.Random) -> Fault | None:
    """One fault, of a kind drawn by lot; None where the two pages have nothing in common that could be damaged."""
    lines = text.split("\n")
    code = fenced(lines)
    hidden = comment_lines(text)
    names = sorted(KINDS)
    dice.shuffle(names)
    for name in names:
        kind = KINDS[name]
        found = [
            (number, match)
            for number, line in enumerate(lines)
            if (number in code) == kind.in_code and number not in hidden
            for match in re.finditer(kind.form, line)
            if match[1] in english and kind.damage(match[1]) != match[1]
        ]
        if found:
            number, match = dice.choice(found)
            line = match.string
            after = line[: match.start(1)] + kind.damage(match[1]) + line[match.end(1) :]
            return Fault(page, name, number, line, after)
    return None


def drawn(tree: Path, pattern: str, english: str, count: int, seed: int) -> list[Fault]:
    """Faults for pages of a settled order; none is put into them yet."""
    dice = random.Random(seed)
    faults: list[Fault] = []
    for page, source in shuffled(tree, git(tree, "ls-files").splitlines(), pattern, english, dice):
        if len(faults) == count:
            break
        text = (tree / page).read_bytes().decode("utf-8", "replace")
        fault = planted(page, (tree / source).read_text("utf-8", "replace"), text, dice)
        if fault:
            faults.append(fault)
    return faults


def put(tree: Path, faults: list[Fault], *, alone: bool) -> None:
    """Damage the pages, and commit that, though a stored copy may lack large files; `alone` as the only commit."""
    for fault in faults:
        lines = (tree / fault.page).read_bytes().decode("utf-8", "replace").split("\n")
        lines[fault.line] = fault.after
        (tree / fault.page).write_bytes("\n".join(lines).encode("utf-8"))
    git(tree, "add", "--", *(fault.page for fault in faults))
    made = git(tree, "write-tree", "--missing-ok").strip()
    author = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    parents = () if alone else ("-p", "HEAD")
    git(tree, "reset", "-q", "--soft", git(tree, *author, "commit-tree", made, *parents, "-m", "planted").strip())


def told(fault: Fault, before: list[dict], after: list[dict]) -> str:
    """How a fault is told: `reported`, `noted` or not at all."""
    known = {one["fingerprint"] for one in before}
    most = NEAR_GONE if fault.kind == GONE else NEAR
    near = [one for one in after if one["fingerprint"] not in known and abs(one["line"] - 1 - fault.line) <= most]
    return "reported" if any(one["severity"] != "note" for one in near) else "noted" if near else ""


def main() -> None:
    parser = options(__doc__, seed=1)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--alone", action="store_true", help="Without history: the damage was there from the first.")
    parser.add_argument("--show", action="store_true", help="Print what is not seen.")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tree = checked_out(args.repository, Path(folder), args.revision)
        faults = drawn(tree, args.pattern, args.english, args.pages, args.seed)
        pages = [fault.page for fault in faults]
        before = findings(tree, args.doclint, pages)
        put(tree, faults, alone=args.alone)
        after = findings(tree, args.doclint, pages)
    seen = {fault: told(fault, before[fault.page], after[fault.page]) for fault in faults}
    for kind in [*sorted({fault.kind for fault in faults}), "all"]:
        how = Counter(seen[fault] for fault in faults if kind in (fault.kind, "all"))
        reported, told_of, of = how["reported"], how["reported"] + how["noted"], how.total()
        print(f"{kind:16} {reported:3} of {of:3} reported, with notes {told_of:3} ({told_of / max(of, 1):.0%})")
    for fault in faults if args.show else ():
        if not seen[fault]:
            print(
                f"{fault.kind}: {fault.page}:{fault.line + 1}: {fault.before.strip()!r} became {fault.after.strip()!r}"
            )


if __name__ == "__main__":
    main()
