"""The floors of the house: a module imports from lower floors, or from its own without a circle."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from doclint.cli import COMMANDS
from tests.conftest import ROOT

FLOORS = """
0  checks.code checks.directives checks.samples config.glossary engine.authoring engine.verdict layouts.kinds page.blocks page.directives page.inline page.json pair.alignment pair.words reports.formats reports.formats.sarif run.cache run.filter run.witnesses site.apispec site.wordbook sources.git sources.git.versions text text.errors text.files text.files.cachefolder text.files.ending text.files.inside text.files.once text.files.page text.files.scratch text.files.whole text.lazypattern text.locale text.numbers text.plural text.scales text.separators text.shapes text.sound text.sound.romanize text.sound.sounds text.spans text.timelimit text.words workflows workflows.advise workflows.compare workflows.fix workflows.fix.edits workflows.init workflows.source workflows.stale
1  checks.code.tokens engine.verdict.testimony page page.* page.blocks.dispatch page.blocks.plain page.blocks.rows page.blocks.rules page.blocks.state page.blocks.table page.directives.blocks page.directives.directive page.directives.forms page.directives.reader page.directives.tags page.inline.pieces page.inline.read page.inline.reading page.inline.rules page.json.example page.json.reader page.json.tokens page.json.values pair.columns pair.columnwords pair.digest pair.policy site.words text.damage text.manywords
2  checks.addresses checks.code.spans checks.directives.values checks.lists checks.rows page.sidebyside pair.alignment.align pair.alignment.comments pair.alignment.directiveplaces pair.alignment.directives pair.alignment.features pair.alignment.html pair.alignment.path pair.alignment.rows pair.fit pair.links pair.words.candidates pair.words.lost pair.words.protected pair.words.vocabulary workflows.fix.structure
3  checks checks.code.json checks.code.pairs checks.directives.changed checks.directives.lost checks.embedded checks.example checks.headers checks.problem checks.renames checks.series checks.versions checks.words pair pair.pair
4  api engine.verdict.letters
5  config config.* config.glossary.tbx config.glossary.terms engine engine.authoring.newrule engine.authoring.ruledocs engine.finding engine.fingerprint engine.jsonline engine.route engine.rulebook layouts layouts.* layouts.discover layouts.kinds.astro layouts.kinds.coop layouts.kinds.docusaurus layouts.kinds.folders layouts.kinds.foldersuffix layouts.kinds.hugo layouts.kinds.mdn layouts.kinds.mkdocs layouts.kinds.patterns layouts.kinds.split layouts.kinds.suffix rules rules.* run.context run.witnesses.lexicon site site.lexicon site.pages sources sources.* sources.git.changes sources.git.commit sources.git.diff sources.git.empty sources.git.fetch sources.git.folders sources.git.objects sources.git.process sources.git.reasons sources.git.repository sources.git.source sources.git.trees sources.git.versions.digests sources.git.versions.history sources.git.versions.lineage sources.git.versions.log sources.git.versions.search
6  engine.authoring.testing engine.causes engine.comments engine.engine engine.labels engine.packed engine.sample engine.subject engine.verdict.decide run run.cache.key run.cache.lookup run.cache.pack run.cache.resultfile run.cache.store run.checker run.expectation run.filter.accept run.filter.acceptfile run.filter.baseline run.filter.filters run.filter.overrides run.filter.ratchet run.filter.unused run.filter.update run.filter.verdicts run.load run.plan.asked run.summary run.witnesses.histories run.witnesses.history run.witnesses.parts run.witnesses.trail run.witnesses.words run.workers workflows.advise.advice workflows.advise.head workflows.advise.noloc workflows.advise.patch workflows.advise.places workflows.advise.remedies workflows.advise.style workflows.advise.termbase workflows.advise.words workflows.compare.englishplace workflows.compare.side workflows.compare.tickets workflows.compare.verdicts workflows.fix.choose workflows.fix.page workflows.fix.putback workflows.fix.verify workflows.init.facts workflows.init.habits workflows.init.proposals workflows.init.starter workflows.stale.changes workflows.stale.lines
7  reports reports.* reports.diff reports.formats.checkstyle reports.formats.csv_table reports.formats.github reports.formats.gitlab reports.formats.grouped reports.formats.json_array reports.formats.jsonl reports.formats.junit reports.formats.markdown reports.formats.rdjsonl reports.formats.sarif.cut reports.formats.sarif.report reports.formats.sarif.result reports.formats.sarif.rules reports.formats.sarif.spool reports.formats.statistics reports.formats.terminal reports.receiver reports.reporter workflows.advise.report workflows.audit workflows.audit.* workflows.audit.address workflows.audit.bars workflows.audit.bugs workflows.audit.build workflows.audit.datafiles workflows.audit.earlier workflows.audit.javascript workflows.audit.overview workflows.audit.sides workflows.audit.spool workflows.audit.tables workflows.audit.totals workflows.audit.weights workflows.compare.report workflows.fix.report workflows.why
8  run.plan run.plan.* run.plan.english run.plan.exceptions run.plan.fetch run.plan.found run.plan.ground run.plan.ownlocale run.plan.pages run.plan.plan run.plan.samepath run.plan.since run.plan.start run.plan.sync run.run workflows.advise.damage workflows.advise.englishpaths workflows.advise.gather workflows.compare.checked workflows.compare.repair workflows.fix.run workflows.fix.start workflows.fix.write workflows.init.initialize workflows.source.change workflows.source.translations
9  __main__ cli commands commands.*
"""
"""A digit is a floor; `page.*` is every module of the package. The package `doclint` itself only has the version."""


def files() -> dict[str, Path]:
    """The modules by name, without the `doclint.` before it."""
    folders = (ROOT / "doclint", ""), (ROOT / "rules", "rules.")
    found = {
        before + path.relative_to(folder).with_suffix("").as_posix().replace("/", "."): path
        for folder, before in folders
        for path in folder.rglob("*.py")
    }
    return {name.removesuffix(".__init__"): path for name, path in sorted(found.items()) if name != "__init__"}


MODULES = files()


def floors() -> dict[str, int]:
    known = {}
    for line in FLOORS.strip().splitlines():
        floor, *names = line.split()
        known |= dict.fromkeys(names, int(floor))
    return known


TABLE = floors()


def floor(module: str) -> int | None:
    package, dot, _ = module.rpartition(".")
    return TABLE.get(module, TABLE.get(f"{package}.*") if dot else None)


class WithoutTyping(ast.NodeTransformer):
    """Leaves out what only type checkers see."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)


def imports(module: str, *, typing: bool = True) -> set[str]:
    """The modules of ours that a module imports, in functions too; also those that only types need, or not."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    if not typing:
        tree = WithoutTyping().visit(tree)
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relative to itself, line {node.lineno}"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if is_ours(name) else str(node.module) for name in names]
        else:
            continue
        found.update(name.removeprefix("doclint.") for name in names if is_ours(name))
    return found - {module}


def is_ours(name: str) -> bool:
    return name.startswith("doclint.") and name.removeprefix("doclint.") in MODULES


def test_every_module_has_a_floor() -> None:
    assert [module for module in MODULES if floor(module) is None] == []


def test_every_name_in_the_table_is_a_module() -> None:
    known = set(MODULES) | {f"{module.rpartition('.')[0]}.*" for module in MODULES if "." in module}
    assert set(TABLE) <= known


@pytest.mark.parametrize("module", MODULES)
def test_floors_look_down_only(module: str) -> None:
    here = floor(module)
    assert here is not None
    assert [f"{other} ({floor(other)})" for other in sorted(imports(module)) if (floor(other) or 0) > here] == []


def test_no_circles() -> None:
    graph = {module: imports(module, typing=False) for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_imports_are_seen_wherever_they_stand() -> None:
    """The test's own eye: an import at the top, in a function, of a package's module by name."""
    assert {"commands.exits", "engine.rulebook", "reports.help", "reports.console"} <= imports("commands.explain")
    assert "page.frontmatter" in imports("page.markdown")
    assert "page.frontmatter" in imports("page.model")
    assert "page.frontmatter" not in imports("page.model", typing=False)


def loaded(*arguments: str) -> Iterator[str]:
    """The packages that a command has imported when it ends."""
    code = f"""
import sys
from doclint.cli import main
try:
    main({list(arguments)})
except SystemExit as end:
    assert not end.code, end.code
print(*sys.modules, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return (name.partition(".")[0] for name in done.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["rules"], ["explain", "enum-member-changed"]],
    ids=" ".join,
)
def test_commands_that_read_no_page_load_no_parser(arguments: list[str]) -> None:
    packages = set(loaded(*arguments))
    assert "click" in packages
    assert packages & {"markdown_it", "bs4", "yaml", "anyascii"} == set()


def test_a_page_without_html_loads_no_html_parser() -> None:
    packages = set(loaded("check", "fixtures/clean", "--no-config"))
    assert "markdown_it" in packages
    assert packages & {"bs4"} == set()


def test_every_command_is_a_module_and_every_module_a_command() -> None:
    shared = {"commands.exits", "commands.options"}
    modules = {module for module in MODULES if module.startswith("commands.")} - shared
    assert modules == {f"commands.{name.replace('-', '_')}" for name in COMMANDS}
