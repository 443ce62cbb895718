"""Where only the English changed since a page was translated, is that what doclint says, and no error?

    python benchmarks/lagging.py REPOSITORY PATTERN [--english /en/] [--places 200] [--revision HEAD] [--show]

REPOSITORY has both sides with their history, bare or not. PATTERN is a regular expression of its translated pages with
`(?P<locale>...)`, as `content/(?P<locale>ja|de)/docs/.*\\.md`; the English has what `--english` says in the place of
`/LOCALE/`. Drawn are code spans, addresses of links and lines of code that came into an English page after the last
commit to its translation, in a line that took the place of one whose words the translation still has; other quotation
marks and spaces are no change.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KEPT = "*.md *.mdx *.toml *.yml *.yaml *.json hugo.* config.* docusaurus.config.* astro.config.* .vitepress/*".split()
WORDS = {"span": re.compile(r"`([^`\n]{3,60})`"), "link": re.compile(r"\]\(([^()\s]{3,200})\)")}
FENCE = re.compile(r"\s*(?:```|~~~)")
MOST = 3
"""Places of one page."""


@dataclass(frozen=True, slots=True)
class Place:
    """One change of the English that a translation has not heard of."""

    page: str
    kind: str
    then: str
    now: str


def git(tree: Path, *arguments: str) -> str:
    run = subprocess.run(["git", "-C", tree, *arguments], capture_output=True, check=True)
    return run.stdout.decode("utf-8", "replace")


def checked_out(repository: str, where: Path, revision: str) -> Path:
    """The pages and settings of a commit; a stored copy may lack large files."""
    tree = where / "tree"
    subprocess.run(["git", "clone", "-q", "--shared", "--no-checkout", repository, tree], check=True)
    git(tree, "sparse-checkout", "set", "--no-cone", *KEPT)
    git(tree, "checkout", "-q", "-f", "--detach", revision)
    return tree


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


def fenced(lines: list[str]) -> set[int]:
    """The lines that stand in a fence."""
    inside, found = False, set()
    for number, line in enumerate(lines):
        if FENCE.match(line):
            inside = not inside
        elif inside:
            found.add(number)
    return found


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
    form, last = re.compile(pattern), last_commits(tree)
    pages = [(path, found["locale"]) for path in sorted(last) if (found := form.fullmatch(path))]
    random.Random(seed).shuffle(pages)
    places: list[Place] = []
    for page, locale in pages:
        source = page.replace(f"/{locale}/", english, 1)
        if len(places) >= count:
            break
        if source == page or not (tree / page).is_file() or not (tree / source).is_file():
            continue
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


def findings(tree: Path, doclint: str, pages: list[str]) -> dict[str, list[dict]]:
    """What a check with its default options says of the pages."""
    run = subprocess.run(
        [doclint, "check", *pages, "--format", "jsonl", "--exit-zero"], cwd=tree, capture_output=True, check=True
    )
    found = defaultdict(list)
    for line in run.stdout.decode().splitlines():
        one = json.loads(line)
        if "rule" in one:
            found[one["path"]].append(one)
    return found


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
    said += [text for one in finding.get("witnesses") or () for text in (one.get("now") or "",)]
    is_new = any(" ".join(place.now.split()) in " ".join(text.split()) for text in said)
    pair = (finding["found"], finding["expected"] or "")
    return is_new or (all(pair) and pair[0] in place.then and pair[1] in place.now)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository")
    parser.add_argument("pattern")
    parser.add_argument("--english", default="/en/")
    parser.add_argument("--places", type=int, default=200)
    parser.add_argument("--revision", default="HEAD")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--doclint", default="doclint")
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
