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
