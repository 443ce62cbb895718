"""What a site's generator reads in another way than plain Markdown is read so, and nothing is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo

STEPS = """# {0}

<Steps>
  <Step title="{0}">
    - {1} `depot open`.
    - {2}

    | {3} | {4} |
    | --- | --- |
    | `dock` | {4} |

    ```bash
    depot open {5}
    ```

  </Step>
</Steps>
"""
ENGLISH = "Depot", "Run", "Wait (a minute), then look.", "Name", "Use", "--all"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    return Repo(tmp_path / "site")


def found(repo: Repo, name: str, source: str, target: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Severity, rule and expected words of the findings of a page, notes aside, whose English never changed."""
    repo.commit({f"en/{name}": source})
    repo.commit({f"ja/{name}": target})
    monkeypatch.chdir(repo.folder)
    return said()


def said() -> list[tuple[str, ...]]:
    done = doclint("check", "--no-config", "ja", "--source", "en", "--format", "jsonl", "--exit-zero")
    assert done.exit_code == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [(line["severity"], line["rule"], line["expected"]) for line in lines if line["severity"] != "note"]


def test_what_is_indented_in_a_component_is_no_code(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    target = STEPS.format("倉庫", "次を実行：", "待ってから（1分）、確認します。", "名前", "用途", "--all")
    assert found(repo, "depot.md", STEPS.format(*ENGLISH), target, monkeypatch) == []


def test_what_is_fenced_in_a_component_is_code(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    target = STEPS.format("倉庫", "次を実行：", "待ってから（1分）、確認します。", "名前", "用途", "--すべて")
    assert found(repo, "depot.md", STEPS.format(*ENGLISH), target, monkeypatch) == [
        ("error", "code-block-changed", "--all")
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(
            "See [Depot](/parts/depot#doors).\n\nSee [Dock](/parts/dock).\n",
            "请看[仓库](/parts/depot-cn#doors)。\n\n请看[码头](/parts/dock-cn)。\n",
            id="a tag of the locale at the end of an address",
        ),
        pytest.param(
            '# Depot\n\n<code src="./demo/sizes.tsx">Sizes</code>\n<code src="./demo/open.tsx" debug>Open</code>\n',
            '# 仓库\n\n<code src="./demo/sizes.tsx">尺寸</code>\n<code src="./demo/open.tsx" debug>打开</code>\n',
            id="the captions of demos",
        ),
    ],
)
def test_nothing_is_said(repo: Repo, monkeypatch: pytest.MonkeyPatch, source: str, target: str) -> None:
    assert found(repo, "depot.md", source, target, monkeypatch) == []


def test_vitepress_reads_a_container_with_a_space_and_without(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = ":::info The depot\nIt is `open`.\n:::\n", "::: info 仓库\n它是 `open`。\n:::\n"
    assert ("error", "container-changed", ":::info") in found(repo, "depot.md", source, target, monkeypatch)
    repo.commit({".vitepress/config.ts": "export default {}\n"})
    assert said() == []
