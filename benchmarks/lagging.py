"""Where only the English changed since a page was translated, is that what doclint says, and no error?

    python benchmarks/lagging.py REPOSITORY PATTERN [--english /en/] [--places 200] [--revision HEAD] [--show]

Drawn are code spans, addresses of links and lines of code that came into an English page after the last commit to its
translation, in a line that took the place of one whose words the translation still has; other quotation marks and
spaces are no change.
"""

from __future__ import annotations

import difflib
import random
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from realpages import checked_out, fenced, findings, git, options, shuffled

WORDS = {"span": re.compile(r"`([^`\n]{3,60})`"), "link": re.compile(r"\]\(([^()\s]{3,200})\)")}
MOST = 3
"""Places of one page."""


@dataclass(frozen=True, slots=True)
class Place:
    """One change of the English that a translation has not heard of."""

    page: str
    kind: str
    then: str
    now: str


def last_commits(tree: Path) -> dict[str, str]:
    """The last commit to each path, on the line of first parents."""
    last: dict[str, str] = {}
    commit = ""
    for line in git(tree, "log", "--first-parent", "-m", "--name-only", "--no-renames", "--format=%x00%H").splitlines():
        if line.startswith("\0"):
            commit = line[1:]
        elif line:
            last.setdefault(line, commit)
    return last


def changes(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """(kind, then, now) of each word or line of code that took another's place."""
    ours, theirs = before.splitlines(), after.splitlines()
    code = fenced(theirs)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "replace" or b - a != d - c:
            continue
        for number, (one, two) in enumerate(zip(ours[a:b], theirs[c:d], strict=True), c):
            if number in code:
                yield "code", one.strip(), two.strip()
                continue
            for name, form in WORDS.items():
                gone, new = (set(form.findall(x)) - set(form.findall(y)) for x, y in ((one, two), (two, one)))
                if len(gone) == len(new) == 1:
                    yield name, gone.pop(), new.pop()


def letters(text: str) -> str:
    """What a change of style leaves alone."""
    return "".join(filter(str.isalnum, text))


def drawn(tree: Path, pattern: str, english: str, count: int, seed: int) -> list[Place]:
    """Places in a settled order."""
    last = last_commits(tree)
    places: list[Place] = []
    for page, source in shuffled(tree, sorted(last), pattern, english, random.Random(seed)):
        if len(places) >= count:
            break
        try:
            before = git(tree, "show", f"{last[page]}:{source}")
        except subprocess.CalledProcessError:
            continue
        after, translated = ((tree / path).read_text("utf-8", "replace") for path in (source, page))
        found = [
            Place(page, kind, then, now)
            for kind, then, now in changes(before, after)
            if letters(then) != letters(now) and now not in before and now not in translated and then in translated
        ]
        places += random.Random(f"{seed} {page}").sample(found, min(MOST, len(found)))
    return places[:count]


def outcome(place: Place, found: list[dict]) -> str:
    """What was said of one place."""
    about = [one for one in found if names(one, place)]
    if any(one["severity"] == "error" and one["verdict"] != "source-changed" for one in about):
        return "error"
    if any(one["verdict"] == "source-changed" for one in about):
        return "source-changed"
    if any(one["rule"] == "page-behind" for one in found):
        return "page-behind"
    return "another" if about else "nothing"


def names(finding: dict, place: Place) -> bool:
    """Whether a finding is about the place: it names one of the words, or its English holds the new one."""
    said = [finding["found"], finding["expected"] or "", finding["message"]]
    said += [one.get("now") or "" for one in finding.get("witnesses") or ()]
    is_new = any(" ".join(place.now.split()) in " ".join(text.split()) for text in said)
    pair = (finding["found"], finding["expected"] or "")
    return is_new or (all(pair) and pair[0] in place.then and pair[1] in place.now)


def main() -> None:
    parser = options(__doc__, seed=5)
    parser.add_argument("--places", type=int, default=200)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tree = checked_out(args.repository, Path(folder), args.revision)
        places = drawn(tree, args.pattern, args.english, args.places, args.seed)
        found = findings(tree, args.doclint, sorted({place.page for place in places}))
    counts = Counter((place.kind, outcome(place, found[place.page])) for place in places)
    for (kind, said), count in sorted(counts.items()):
        print(f"{kind:5} {said:15} {count}")
    said = Counter(name for _, name in counts.elements())
    told = said["source-changed"] + said["page-behind"]
    print(f"{len(places)} places: {said['error']} told as errors, {told} as behind ({told / max(len(places), 1):.0%})")
    for place in places if args.show else ():
        if (name := outcome(place, found[place.page])) not in ("source-changed", "page-behind"):
            print(f"{name}: {place.page}: {place.kind} {place.then!r} is now {place.now!r}")


if __name__ == "__main__":
    main()
