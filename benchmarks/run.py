"""Measure doclint on a tree made of the corpus, and its rivals on the same pages: see README.md."""

from __future__ import annotations

import argparse
import filecmp
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

import corpus
import rivals
import trees
from bars import Report
from measure import CommandError, Measured, instructions, measure, medians
from trees import Tree

COUNTED = (60, 180)
"""Pages of which the instructions are counted; valgrind takes fifty times as long as the processor."""

DOCLINT = (sys.executable, "-m", "doclint", "check", "--format", "jsonl")


def main() -> None:
    """Build, measure, print; the exit code is 0 whatever was measured."""
    options = _options()
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="doclint-benchmark-", dir=options.work))
    try:
        bench = Benchmark(options, work)
        bench.run()
        print(bench.report.as_markdown())
        if options.json:
            options.json.write_text(bench.report.as_json(), "utf-8")
    finally:
        if not options.keep:
            shutil.rmtree(work, ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with en.git, LOCALE/ and LOCALE-sxs/")
    parser.add_argument("--pages", type=int, default=30_000, help="pages of the largest tree")
    parser.add_argument("--pairs", type=int, default=1_500, help="pairs for co-op-review")
    parser.add_argument("--source", choices=("git", "folder"), default="git", help="how doclint is given the English")
    parser.add_argument("--skip", nargs="*", default=[], choices=[*rivals.ALL], help="rivals to leave out")
    parser.add_argument("--tools", type=Path, help="folder where the rivals are installed and stay")
    parser.add_argument("--work", type=Path, help="folder for the trees, a temporary one when not given")
    parser.add_argument("--keep", action="store_true", help="leave the trees and all output behind")
    parser.add_argument("--json", type=Path, help="write the result there as JSON too")
    options = parser.parse_args()
    options.corpus = options.corpus.resolve()
    return options


class Benchmark:
    """The measurements, in the order in which they are made."""

    def __init__(self, options: argparse.Namespace, work: Path) -> None:
        self.options = options
        self.work = work
        self.tools = options.tools.resolve() if options.tools else work / "tools"
        self.report = Report(_machine())
        self.pages = corpus.translations(options.corpus)
        self.repository = options.corpus / "en.git" if options.source == "git" else None

    def run(self) -> None:
        """All of it."""
        self._say("extracting the English")
        every = [page for pages in self.pages.values() for page in pages]
        english = self.work / "english"
        paired = set(corpus.extract(self.options.corpus / "en.git", every, english))
        whole = self._doclint_on_trees(english)
        self._doclint_side_by_side()
        self._doclint_on_one_page()
        self._instructions(english)
        self._rivals_on(whole)
        pairs = {locale: [page for page in pages if page in paired] for locale, pages in self.pages.items()}
        chosen = corpus.sample(pairs, self.options.pairs)
        self._review(*trees.build_for_review(chosen, self.work / "review", english))

    def _doclint_on_trees(self, english: Path) -> Tree:
        """Cold on trees of three sizes, then, on the largest, on one job and warm."""
        for size in (self.options.pages // 30, self.options.pages // 3, self.options.pages):
            chosen = corpus.sample(self.pages, size)
            tree = trees.build(chosen, self.work / f"tree-{size}", repository=self.repository, english=english)
            is_whole = size == self.options.pages
            name = "cold, 2 jobs" if is_whole else f"cold, 2 jobs, {size:,} pages"
            self._doclint(name, tree, 2)
            self.report.sizes.append(f"doclint {name}")
        self._doclint("warm, 2 jobs", tree, 2, cache="cold, 2 jobs")
        self._doclint("cold, 1 job", tree, 1)
        self._doclint("warm, 1 job", tree, 1, cache="cold, 1 job")
        names = [f"doclint {warmth}, {jobs}" for jobs in ("2 jobs", "1 job") for warmth in ("cold", "warm")]
        if all(name in self.report.runs for name in names):
            first, *others = map(self._output, names)
            self.report.is_same_output = all(filecmp.cmp(first, other, shallow=False) for other in others)
        return tree

    def _doclint_side_by_side(self) -> None:
        pages = corpus.translations(self.options.corpus, side_by_side=True)
        folders = [str(self.options.corpus / locale) for locale in pages]
        source = ["--source", str(self.repository)] if self.repository else []
        if folders:
            count = sum(map(len, pages.values()))
            self._doclint("side by side, 2 jobs", Tree(count, self.options.corpus, (*folders, *source)), 2)

    def _doclint_on_one_page(self) -> None:
        """Of the middle size, without a source, on a cold interpreter."""
        self._say("a single page")
        first = next(iter(self.pages.values()))
        page = first[len(first) // 2].file
        commands = [(*DOCLINT, page), (sys.executable, "-c", "import click, markdown_it")]
        env = {"DOCLINT_CACHE_DIR": str(self.work / "cache-one")}
        self.report.seconds_of_one_page, self.report.seconds_of_imports = medians(commands, 20, env)

    def _instructions(self, english: Path) -> None:
        """Of a pair, as what more pages of the same mix cost: starting is in both."""
        self._say("counting instructions")
        counted: list[tuple[int, int]] = []
        for size in COUNTED:
            chosen = corpus.sample(self.pages, size)
            tree = trees.build(chosen, self.work / f"tree-{size}", repository=self.repository, english=english)
            command = (*DOCLINT, "--jobs", "1", "--no-cache", "--page-timeout", "0", *tree.arguments)
            count = instructions(command, output=self._output(f"instructions {size}"))
            if count is None:
                self._remark("no instructions counted: valgrind is not installed")
                return
            counted.append((tree.pages, count))
        (few, less), (many, more) = counted
        self._remark(
            f"{(more - less) / (many - few) / 1e6:.1f} million instructions a pair, {many} pages against {few}"
        )

    def _rivals_on(self, tree: Tree) -> None:
        """Those that read the targets only, with all their rules, as installed."""
        rumdl = self._installed("rumdl")
        if rumdl:
            self._measured(rumdl.name, (rumdl.command, "check", "--isolated", "--no-cache", tree.targets), tree.pages)
        markdownlint = self._installed("markdownlint-cli2")
        if markdownlint:
            self._measured(markdownlint.name, (markdownlint.command, f"{tree.targets}/**/*.md"), tree.pages)

    def _review(self, tree: Tree, root: Path, code: str) -> None:
        """The rival that reads both sides, and doclint on the very same pairs."""
        for jobs in (1, 2):
            self._doclint(f"same pairs, {jobs} job{'s' * (jobs > 1)}", tree, jobs)
        rival = self._installed("co-op-review")
        if rival:
            self._measured(rival.name, (rival.command, "-r", root, "-l", code), tree.pages)

    def _installed(self, name: str) -> rivals.Rival | None:
        if name in self.options.skip:
            return None
        self._say(f"installing {name}")
        try:
            rival = rivals.ALL[name](self.tools)
        except (rivals.UnavailableError, OSError) as error:
            self._remark(f"{name}: skipped, {error}")
            return None
        self._remark(f"{name}: version {rival.version}")
        return rival

    def _doclint(self, name: str, tree: Tree, jobs: int, *, cache: str | None = None) -> None:
        """With the result cache that another run left, else with an empty one, which it fills."""
        env = {"DOCLINT_CACHE_DIR": str(self._output(f"cache {cache or name}"))}
        self._measured(f"doclint {name}", (*DOCLINT, "--jobs", str(jobs), *tree.arguments), tree.pages, env)

    def _measured(
        self, name: str, command: Sequence[str | Path], pages: int, env: dict[str, str] | None = None
    ) -> Measured | None:
        self._say(name)
        try:
            self.report.runs[name] = measure(name, command, pages, output=self._output(name), env=env)
        except CommandError as error:
            self._remark(str(error))
            return None
        return self.report.runs[name]

    def _output(self, name: str) -> Path:
        return self.work / "".join(letter if letter.isalnum() else "-" for letter in name)

    def _remark(self, text: str) -> None:
        self._say(text)
        self.report.remarks.append(text)

    def _say(self, text: str) -> None:
        print(f"... {text}", file=sys.stderr, flush=True)


def _machine() -> dict[str, object]:
    version = subprocess.run([*DOCLINT[:3], "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return {
        "doclint": version,
        "python": platform.python_version(),
        "build": _build(),
        "system": platform.platform(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
    }


def _build() -> str:
    """How the interpreter was compiled, as far as it says: one without a profile takes a tenth more instructions."""
    told = " ".join(str(sysconfig.get_config_var(name)) for name in ("CONFIG_ARGS", "PY_CFLAGS", "PY_CORE_LDFLAGS"))
    names = {"--enable-optimizations": "profile", "-fprofile-use": "profile", "lto": "link time"}
    found = dict.fromkeys(name for option, name in names.items() if option in told)
    return f"optimized ({', '.join(found)})" if found else f"does not say that it is optimized ({sys.executable})"


if __name__ == "__main__":
    main()
