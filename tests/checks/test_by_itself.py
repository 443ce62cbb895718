"""Damage that shows wherever it stands, also where the English beside it is another version or none."""

from __future__ import annotations

from pathlib import Path

import pytest

import doclint
from tests.commandline import rows

MORE = "\n\n## Häufige Fragen\n\nEin Absatz, den das Englische nicht hat.\n\nUnd noch einer.\n\n"
FRONT = "```md\n---\ntitle: \nstatus: \ncategory: \n---\n\nText.\n```\n"


def found(source: str, target: str, locale: str = "de") -> list[tuple[str, str, str, str | None]]:
    said = doclint.check(source, target, locale=locale)
    return [(one.rule, str(one.severity), one.found, one.expected) for one in said if one.rule != "content-missing"]


def test_a_wide_sign_in_a_line_of_the_english() -> None:
    source = "# Depot\n\n```js\nopen(depot, 'north');\n```\n"
    target = "# Depot" + MORE + "```js\nopen（depot, 'north');\n```\n\n```js\nopen(depot, 'north');\n```\n"
    assert found(source, target) == [("code-block-changed", "error", "（", "(")]
    assert found(source, target.replace("（", "(")) == []
    assert found(source, target.replace("open（", "開く（")) == [], "no line of the English"


def test_a_wide_sign_in_output_is_a_warning() -> None:
    source = "# Depot\n\n```text\ndoors: 30\n```\n"
    assert found(source, source.replace("s: 3", "s：3")) == [("code-block-changed", "warning", "：", ":")]


@pytest.mark.parametrize("wrong", ["depot. toml", "depot．toml"])
def test_a_span_in_a_sentence_of_another_version(wrong: str) -> None:
    source = "# Depot\n\nWrite `depot.toml` and `route`.\n"
    target = f"# Depot\n\nSchreiben Sie `depot.toml` und `route`.{MORE}Danach öffnen Sie `{wrong}`.\n"
    assert found(source, target) == [("inline-code-changed", "warning", wrong, "depot.toml")]
    assert found(source + f"\nOr {wrong}.\n", target) == [], "the English has it"


def test_a_block_that_lost_all() -> None:
    source = "# Depot\n\n```sh\ncourier list\n```\n\nThen:\n\n```sh\ncourier send --all\n```\n"
    target = source.replace("courier list\n", "").replace("Then", "Dann")
    assert found(source, target) == [("code-block-changed", "error", "", "courier list")]
    assert found(target, target) == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(FRONT.replace("status", "estado"), [("warning", "estado", "status")], id="another word"),
        pytest.param(FRONT.replace("status", "状態"), [("error", "状態", "status")], id="another script"),
        pytest.param(FRONT.replace("status: \n", ""), [("error", "", "status: ")], id="gone"),
        pytest.param(FRONT.replace("Text.", "titel: Text."), [], id="below"),
        pytest.param("```md\n---\ntitel: \nstand: \nart: \n---\n\nText.\n```\n", [], id="another example"),
    ],
)
def test_keys_of_a_pages_example(target: str, expected: list[tuple[str, str, str]]) -> None:
    said = doclint.check(FRONT, target, locale="es", exact=True)
    assert [(str(one.severity), one.found, one.expected) for one in said] == expected


def test_a_box_that_is_open_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def rules(settings: str) -> list[str]:
        Path("doclint.toml").write_text(settings)
        return [row["rule"] for row in rows("ko", "--source", "en")]

    for folder, text in (("en", "# Depot\n\nRing.\n"), ("ko", "# 창고\n\n:::note\n\n벨을 누르세요.\n")):
        Path(folder).mkdir()
        Path(folder, "depot.md").write_text(text, encoding="utf-8")
    assert rules('dialect = "docusaurus"\n') == ["container-broken"]
    assert rules('dialect = "commonmark"\n') == []
    Path("ko/depot.md").write_text("# 창고\n\n:::note\n\n벨을 누르세요.\n\n:::\n", encoding="utf-8")
    assert rules('dialect = "docusaurus"\n') == []
