"""A key that a command adds to a configuration: nothing else of the file changes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doclint.workflows.init.setkey import set_key
from tests.commandline import doclint

TABLE = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n"
LINE = 'baseline = ".doclint/baseline.{locale}.txt"\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with one error, in the working directory."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("en", TABLE), ("ru", TABLE.replace("inTransit", "Интрансит"))):
        Path(name).mkdir()
        Path(name, "parcel.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param(
            "doclint.toml",
            '# ours\nlocale = "ru" # as spoken\n\n# house style\n[[allow]]\nfound = "x"\nreason = "y"\n',
            f'# ours\nlocale = "ru" # as spoken\n\n{LINE}\n# house style\n[[allow]]\nfound = "x"\nreason = "y"\n',
            id="above the first table and its comment",
        ),
        pytest.param("doclint.toml", 'locale = "ru"', f'locale = "ru"\n{LINE}', id="no line end at the end"),
        pytest.param(
            "doclint.toml",
            'exclude = [\n  # drafts\n  "old/",\n]\n[columns]\nmember = ["Вид"]\n',
            f'exclude = [\n  # drafts\n  "old/",\n]\n{LINE}\n[columns]\nmember = ["Вид"]\n',
            id="a list over several lines",
        ),
        pytest.param(
            "pyproject.toml",
            '[project]\nname = "x"\n\n[tool.doclint] # here\nlocale = "ru"\n\n[tool.ruff]\nline-length = 99\n',
            f'[project]\nname = "x"\n\n[tool.doclint] # here\n{LINE}locale = "ru"\n\n[tool.ruff]\nline-length = 99\n',
            id="a table of pyproject.toml",
        ),
        pytest.param(
            "doclint.toml", '# ours\r\nlocale = "ru"\r\n', '# ours\r\nlocale = "ru"\r\n' + LINE[:-1] + "\r\n", id="CRLF"
        ),
    ],
)
def test_a_baseline_is_named_in_the_configuration(site: Path, name: str, before: str, after: str) -> None:
    (site / name).write_bytes(before.encode())
    done = doclint("baseline", "write", "ru", "--source", "en")
    assert done.exit_code == 0
    assert f"{name}: {LINE.strip()} added\n" in done.stdout
    assert (site / name).read_bytes().decode() == after
    assert doclint("check", "ru", "--source", "en").exit_code == 0
    again = doclint("baseline", "write", "ru", "--source", "en", "--force")
    assert "added\n" not in again.stdout.replace("1 added", "")
    assert (site / name).read_bytes().decode() == after


def test_a_configuration_is_made_where_there_is_none(site: Path) -> None:
    done = doclint("baseline", "write", "ru", "--source", "en")
    assert done.stdout.splitlines()[-1].startswith("next: `doclint check` with the same paths")
    assert (site / "doclint.toml").read_text("utf-8") == LINE
    assert doclint("check", "ru", "--source", "en").exit_code == 0


@pytest.mark.parametrize("options", [["--no-config"], ["--baseline", "known.txt"]])
def test_what_the_command_line_says_is_not_written_down(site: Path, options: list[str]) -> None:
    done = doclint("baseline", "write", "ru", "--source", "en", *options)
    assert "next: `doclint check --baseline '" in done.stdout
    assert not (site / "doclint.toml").exists()


def test_what_is_set_stays(site: Path) -> None:
    text = 'baseline = "known.txt" # ours\n'
    (site / "doclint.toml").write_text(text, "utf-8")
    assert doclint("baseline", "write", "ru", "--source", "en").exit_code == 0
    assert (site / "doclint.toml").read_text("utf-8") == text


ROWS = st.lists(
    st.sampled_from(
        [
            "# note\n",
            "\n",
            'a = "[x]"\n',
            "b = [\n  [1],\n]\n",
            'c = """\n[not.a.table]\n"""\n',
            "[[d]]\n",
            "[e]\n",
            "f = 1 # why\n",
        ]
    ),
    unique=True,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_any_file_keeps_what_it_says(tmp_path: Path, rows: list[str]) -> None:
    file = tmp_path / "doclint.toml"
    text = "".join(rows)
    file.write_text(text, "utf-8")
    assert set_key(file, "baseline", "known.txt")
    written = file.read_text("utf-8")
    assert tomllib.loads(written) == {**tomllib.loads(text), "baseline": "known.txt"}
    assert [row for row in written.splitlines(keepends=True) if row.strip()] != []
    left = written.replace('baseline = "known.txt"\n', "", 1)
    assert left.replace("\n", "") == text.replace("\n", "")
    assert not set_key(file, "baseline", "other.txt")
    assert file.read_text("utf-8") == written
