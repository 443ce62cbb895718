"""Measure what is made once for a whole site - log, words, links, numbers - cold and from the cache: see README.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from measure import measure

CONFIG = "defaultContentLanguage: en\nlanguages:\n" + "".join(
    f"  {tag}:\n    contentDir: content/{tag}\n" for tag in ("en", "es", "fr")
)
ENGLISH = """# Crate {number}

A crate has a `weight{number}` and a `size` in `units`. See [the next one](/crates/{next}/#kinds-of-crate).

## Kinds of crate

| Member | Value |
|---|---|
| held{number} | {version} |
| none | 0 |

```js
shipCrate{number}(depot, {version});
```
"""
TRANSLATED = """# Caja {number}

Una caja tiene un `weight{number}` y un `size` en `units`. Vea [la siguiente](/{tag}/crates/{next}/#tipos-de-caja).

## Tipos de caja

| Miembro | Valor |
|---|---|
| {held} | {version} |
| none | 0 |

```js
shipCrate{number}(depot, {version});
```
"""
EACH = 10
"""Of so many pages one has its versions looked at."""

DAMAGED = 3
"""Of so many translations one has a property translated."""


def main() -> None:
    """Make sites of three sizes, and print what each stage costs on them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--pages", type=int, default=30_000, help="translated pages of the largest site, in two languages"
    )
    parser.add_argument("--commits", type=int, default=60_000, help="commits of the largest site")
    parser.add_argument("--check", action="store_true", help="check the largest site as well")
    parser.add_argument("--stage", choices=STAGES, help="only this, of the site in the working directory")
    options = parser.parse_args()
    if options.stage:
        STAGES[options.stage]()
        return
    print("| stage | pages | commits | cold s | MB | cached s | MB |\n|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="doclint-site-") as room:
        for part in (4, 2, 1):
            pages, commits = options.pages // part, options.commits // part
            folder = Path(room, f"site-{part}")
            make(folder, pages // 2, commits)
            for stage in STAGES:
                command = (sys.executable, Path(__file__).absolute(), "--stage", stage)
                _row(stage, pages, commits, command, folder)
            if options.check and part == 1:
                command = (sys.executable, "-m", "doclint", "check", "--format", "jsonl", "--exit-zero")
                _row("check", pages, commits, command, folder)


def _row(stage: str, pages: int, commits: int, command: Sequence[str | Path], folder: Path) -> None:
    env = {"DOCLINT_CACHE_DIR": str(folder.with_name(f"{folder.name}-cache-{stage}"))}
    output = folder.with_name("output")
    cold, cached = (measure(stage, command, 1, output=output, env=env, folder=folder) for _ in range(2))
    figures = (f"{one.cpu:.1f} | {one.peak_mb:.0f}" for one in (cold, cached))
    print(f"| {stage} | {pages:,} | {commits:,} | {' | '.join(figures)} |", flush=True)


def make(folder: Path, pages: int, commits: int) -> None:
    """A site of so many English pages in two more languages, in a repository with so many commits."""
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    stream = b"".join(_stream(pages, commits))
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run(["git", "-C", folder, "reset", "-q", "--hard", "main"], check=True)


def _stream(pages: int, commits: int) -> Iterator[bytes]:
    """What `git fast-import` reads: all pages in the first commit, then one of the English pages in each."""
    first = {"hugo.yaml": CONFIG}
    for number in range(pages):
        first |= dict(_page(number, 0))
    yield _commit(0, first)
    for number in range(1, commits):
        page = number * 7919 % pages
        path, text = next(_page(page, number // pages + 1))
        yield _commit(number, {path: text})


def _page(number: int, version: int) -> Iterator[tuple[str, str]]:
    """The English page, and its translations; a hundred stand in a folder."""
    place, values = f"crates/{number // 100}/{number}.md", {"number": number, "next": number + 1, "version": version}
    yield f"content/en/{place}", ENGLISH.format(**values)
    for tag in ("es", "fr"):
        held = "retenido" if number % DAMAGED == 0 else f"held{number}"
        yield f"content/{tag}/{place}", TRANSLATED.format(tag=tag, held=held, **values)


def _commit(number: int, files: dict[str, str]) -> bytes:
    head = f"commit refs/heads/main\ncommitter a <a@b> {1_500_000_000 + 600 * number} +0000\ndata 1\nx\n"
    parts = [head.encode()]
    for path, text in files.items():
        data = text.encode()
        parts.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
    return b"".join(parts)


def _plan() -> None:
    _context()


def _log() -> None:
    from doclint.run.witnesses.histories import Histories

    plan = _made()
    Histories(plan.contexts).prepare(plan.targets[:100])


def _git() -> None:
    from doclint.sources.git.repository import open_repository

    opened = open_repository(".")
    assert opened
    assert opened.revision
    for target in _made().targets:
        assert opened.repository.files.read(opened.revision, target.source)


def _versions() -> None:
    from doclint.run.witnesses.lines import Lines
    from doclint.sources.git.versions.lineage import Lineage

    plan = _made()
    lines = Lines(plan.contexts)
    for target in plan.targets[::EACH]:
        line, path = lines.of_english(target)
        assert line
        lineage = Lineage(line.log, line.repository.objects, path)
        assert all(lineage.text(version) for version in lineage)


def _words() -> None:
    lexicon = _context().lexicon
    assert lexicon
    assert lexicon.count("n:units") > 0
    assert lexicon.count("p:es:caja") > 0


def _links() -> None:
    atlas = _context().atlas
    assert atlas
    path = "crates/0/1.md"
    atlas.answer(
        "\t".join(("l", "arrival", f"content/es/{path}", f"content/en/{path}", "es", "/es/crates/0/2/#tipos-de-caja"))
    )


def _numbers() -> None:
    site = _context().site
    assert site
    assert site.state()


def _made():  # type: ignore[no-untyped-def]
    from doclint.run.plan.asked import Asked
    from doclint.run.plan.plan import make as plan

    return plan(Asked((".",)))


def _context():  # type: ignore[no-untyped-def]
    return _made().contexts[0]


STAGES: dict[str, Callable[[], None]] = {
    "plan": _plan,
    "git": _git,
    "log": _log,
    "versions": _versions,
    "words": _words,
    "links": _links,
    "numbers": _numbers,
}
"""Each begins with the plan, whose cost is a row of its own."""


if __name__ == "__main__":
    main()
