"""The plan of the house: wings look down only and go in by the doors, and nothing runs in a circle."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from doclint.cli import COMMANDS
from doclint.cli.group import IN_FOLDERS, module_of
from doclint.engine.verdict import decide
from tests.conftest import ROOT

WINGS = """
text
page
pair
checks
api
rules
engine
sources
layouts
config
site
run
reports
workflows
cli
__main__
"""
"""From the ground up: a wing imports from wings above it in this list. The package itself only has the version."""

ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")

FLOOR = {wing: floor for floor, wing in enumerate(WINGS.split())}

MOST_AT_THE_TOP = 16
MOST_IN_A_FOLDER = 15
NAMES_OF_A_WING = 8


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
PACKAGES = {name for name, path in MODULES.items() if path.name == "__init__.py" and name != "rules.__init__"}


def wing(module: str) -> str:
    return module.partition(".")[0]


class WithoutTyping(ast.NodeTransformer):
    """Leaves out what only type checkers see."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)


@cache
def imports(module: str, *, typing: bool = True) -> frozenset[str]:
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
    return frozenset(found - {module})


def is_ours(name: str) -> bool:
    return name.startswith("doclint.") and name.removeprefix("doclint.") in MODULES


@cache
def handed_out(package: str) -> tuple[str, ...]:
    """What a package's `__all__` names: classes and functions, and its public modules."""
    body = ast.parse(MODULES[package].read_text("utf-8")).body
    lists = [node.value for node in body if isinstance(node, ast.Assign | ast.AugAssign)]
    return tuple(name for one in lists for name in ast.literal_eval(one))


def is_public(module: str) -> bool:
    """Whether a package names a module among what it hands out, and so do the packages above it."""
    package, dot, name = module.rpartition(".")
    return not dot or (name in handed_out(package) and is_public(package))


def test_every_module_lies_in_a_wing() -> None:
    assert {wing(module) for module in MODULES} == set(FLOOR)


def test_the_architecture_draws_every_wing_in_its_place() -> None:
    drawing = ARCHITECTURE.split("```")[1]
    drawn = [line.split()[0].removesuffix(".py") for line in drawing.strip().splitlines()]
    assert drawn == [wing for wing in FLOOR if wing not in ("rules", "__main__")]


def test_the_architecture_names_files_that_are_there() -> None:
    paths = set(re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", ARCHITECTURE))
    assert len(paths) > 40
    assert {path for path in paths if not (ROOT / "doclint" / path).exists() and not (ROOT / path).exists()} == set()
    names = {path.name for path in MODULES.values()}
    assert set(re.findall(r"`(\w+\.py)`", ARCHITECTURE)) - names == set()


def test_the_architecture_has_the_table_of_verdicts() -> None:
    rows = re.findall(r"^\| \d \| (.*)$", decide.__doc__ or "", re.MULTILINE)
    assert len(rows) > 5
    assert [f"| {row}" for row in rows if f"\n| {row}\n" not in ARCHITECTURE] == []


def test_few_wings_and_few_files_in_each_folder() -> None:
    assert len(FLOOR) - 1 <= MOST_AT_THE_TOP, "folders and modules at the top, without __main__"
    folders = {path.parent for path in MODULES.values() if path.is_relative_to(ROOT / "doclint")}
    counts = {
        folder.relative_to(ROOT).as_posix(): sum(one.is_file() for one in folder.iterdir())
        for folder in folders
        if folder != ROOT / "doclint"
    }
    assert {folder: count for folder, count in counts.items() if count > MOST_IN_A_FOLDER} == {}


@pytest.mark.parametrize("module", MODULES)
def test_wings_look_down_only(module: str) -> None:
    here = FLOOR[wing(module)]
    assert [other for other in sorted(imports(module)) if FLOOR[wing(other)] > here] == []


@pytest.mark.parametrize("module", MODULES)
def test_other_wings_are_entered_by_their_doors(module: str) -> None:
    others = {other for other in imports(module) if wing(other) != wing(module)}
    assert [other for other in sorted(others) if not is_public(other)] == [], "name it in the __all__ of its package"


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_packages_say_what_lives_there_and_hand_out_little(package: str) -> None:
    said = ast.get_docstring(ast.parse(MODULES[package].read_text("utf-8"))) or ""
    assert 1 <= len(said.splitlines()) <= 5
    names = [name for name in handed_out(package) if f"{package}.{name}" not in MODULES]
    assert len(names) <= NAMES_OF_A_WING
    assert names == [] or "." not in package, "names are handed out by wings, not by folders in them"


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_what_a_package_names_public_is_used_by_others(package: str) -> None:
    inside = {module for module in MODULES if wing(module) == wing(package)}
    used = {other for module in MODULES if module not in inside for other in imports(module)}
    public = {f"{package}.{name}" for name in handed_out(package)} & set(MODULES)
    assert {one for one in public if not any(other == one or other.startswith(f"{one}.") for other in used)} == set()


def test_no_circles() -> None:
    graph = {module: imports(module, typing=False) for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_imports_are_seen_wherever_they_stand() -> None:
    """The test's own eye: an import at the top, in a function, of a package's module by name."""
    assert {"cli.exits", "engine.rulebook", "cli.help", "reports.console"} <= imports("cli.commands.explain")
    assert "page.frontmatter" in imports("page.markdown")
    assert "page.frontmatter" in imports("page.model")
    assert "page.frontmatter" not in imports("page.model", typing=False)


def test_tests_share_by_files_that_are_no_tests() -> None:
    found = {
        f"{file.name}: {node.module}"
        for file in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and re.match(r"tests\.(?:.*\.)?test_", node.module or "")
    }
    assert found == set()


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
    modules = {module for module in MODULES if module.startswith("cli.commands.")}
    folders = {f"cli.commands.{folder}" for folder in IN_FOLDERS.values()}
    assert modules - folders == {f"cli.commands.{module_of(name)}" for name in COMMANDS}
