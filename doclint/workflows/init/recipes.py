"""Hooks and CI files put beside what a repository has: `init --pre-commit --github --gitlab`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from doclint.config.place import shown
from doclint.text.errors import ConfigError
from doclint.text.files.inside import is_inside
from doclint.text.files.kept import write_text
from doclint.workflows.init.yamlkeep import entries_of, with_entry, with_key

HOME = "https://github.com/doclint/doclint"
RELEASE: str | None = None
"""The tag of the last release, such as `v1.0.0`; None before the first, when doclint comes from its repository."""
REVISION = RELEASE or "main"
PACKAGE = f"doclint=={RELEASE.removeprefix('v')}" if RELEASE else f"doclint @ git+{HOME}@{REVISION}"
"""What pip is told to install."""
EXAMPLE = "https://github.com/example/docs"

PRE_COMMIT = f"""\
repo: {HOME}
rev: {REVISION}
hooks:
  - id: doclint
  - id: doclint-source
  - id: doclint-fix
    stages: [manual]
"""

GITHUB = """\
name: translations
on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read
  security-events: write # to upload SARIF

jobs:
  translations:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # --since compares with the merge base
      - id: doclint
        uses: ACTION
        with:
          SOURCE
          since: ${{ github.event_name == 'pull_request' && format('origin/{0}', github.base_ref) || '' }}
      - uses: github/codeql-action/upload-sarif@v3
        if: always() && steps.doclint.outputs.sarif && github.event_name == 'push'
        with:
          sarif_file: ${{ steps.doclint.outputs.sarif }}
"""
ACTION = f"{HOME.removeprefix('https://github.com/')}@{REVISION}"
GITHUB_SOURCE = f"          source: {EXAMPLE}\n          source-revision: main\n"

GITLAB_FILE = f"{HOME.replace('github.com', 'raw.githubusercontent.com')}/{REVISION}/ci/gitlab.yml"
GITLAB = f"""\
variables:
  DOCLINT_PACKAGE: "{PACKAGE}"
{{source}}\
rules:
  - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""
GITLAB_SOURCE = f"  DOCLINT_SOURCE: {EXAMPLE}.git\n  DOCLINT_SOURCE_REVISION: main\n"


def pre_commit(root: Path) -> Iterator[str]:
    """The hooks among those of the repository at a folder; what was done. Raises ConfigError."""
    file = root / ".pre-commit-config.yaml"
    before = _read(file)
    try:
        if any(_has_hook(entry) for entry in entries_of(before, "repos")):
            yield f"{shown(file)} runs doclint already: left as it is"
            return
        after = with_entry(before, "repos", PRE_COMMIT)
    except ConfigError as error:
        raise _by_hand(file, error, "docs/pre-commit.md") from None
    write_text(file, after, named=shown(file))
    yield f"{shown(file)}: {'hooks added' if before else 'written'}; `pre-commit install` activates them"


def github(root: Path, source: str | None) -> Iterator[str]:
    """A workflow for GitHub; what was done. Raises ConfigError."""
    file = root / ".github" / "workflows" / "translations.yml"
    if file.exists():
        yield f"{shown(file)} exists already: left as it is"
        return
    text = GITHUB.replace("ACTION", ACTION).replace("          SOURCE\n", GITHUB_SOURCE if source else "")
    write_text(file, text, named=shown(file))
    yield f"{shown(file)}: written"
    yield from _address(file, source)


def gitlab(root: Path, source: str | None) -> Iterator[str]:
    """A job for GitLab, whose recipe is included; what was done. Raises ConfigError."""
    file = root / ".gitlab-ci.yml"
    before = _read(file)
    try:
        if any(_is_recipe(entry) for entry in entries_of(before, "include")):
            yield f"{shown(file)} includes doclint already: left as it is"
            return
        after = with_entry(before, "include", f"remote: {GITLAB_FILE}")
        after = with_key(after, "doclint", GITLAB.format(source=GITLAB_SOURCE if source else ""))
    except ConfigError as error:
        raise _by_hand(file, error, "docs/ci-gitlab.md") from None
    write_text(file, after, named=shown(file))
    yield f"{shown(file)}: {'job added' if before else 'written'}"
    yield from _address(file, source)


def outside(source: str | None, root: Path) -> str | None:
    """The source, if it lies elsewhere, so that CI has to be told its address."""
    path = (source or "").partition("@")[0]
    return source if path and not is_inside(str(Path(path).absolute()), str(root)) else None


def _address(file: Path, source: str | None) -> Iterator[str]:
    if source:
        yield f"{shown(file)}: replace {EXAMPLE} with the address of the English"


def _has_hook(entry: object) -> bool:
    hooks = entry.get("hooks") if isinstance(entry, dict) else None
    return isinstance(hooks, list) and any(isinstance(one, dict) and one.get("id") == "doclint" for one in hooks)


def _is_recipe(entry: object) -> bool:
    return isinstance(entry, dict) and any(str(value).endswith("ci/gitlab.yml") for value in entry.values())


def _by_hand(file: Path, why: ConfigError, where: str) -> ConfigError:
    return ConfigError(f"{shown(file)} {why}: left as it is; {where} of doclint shows what to add")


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{shown(file)} cannot be read: {getattr(error, 'strerror', None) or 'no UTF-8'}") from None
