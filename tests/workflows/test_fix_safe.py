"""What is safe to put back: one token for another that it resembles, in parts that lie side by side, no less than that."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.commandline import doclint


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def laid(english: str, target: str, ending: str = "md") -> Path:
    """The page beside its English, which its metadata proves; both may have front matter of their own."""
    file = Path("ru", f"page.{ending}")
    for path, text in ((Path("en", file.name), with_head(english, "")), (file, with_head(target, digest(english)))):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return file


def digest(english: str) -> str:
    data = with_head(english, "").replace("\n", "\r\n").encode()
    return f"ms.openlocfilehash: {hashlib.sha1(data, usedforsecurity=False).hexdigest()}\n"


def with_head(text: str, line: str) -> str:
    head, body = ("", text) if not text.startswith("---\n") else text[4:].split("---\n", 1)
    return f"---\n{line}{head}---\n{body}"


def repaired(command: str, *arguments: str) -> Result:
    return doclint(command, "ru", "--source", "en", "--no-cache", "--jobs", "1", *arguments)


def fixed(english: str, target: str, ending: str = "md") -> str:
    """The page after a repair; a second one must change nothing."""
    file = laid(english, target, ending)
    repaired("fix")
    once = file.read_bytes()
    repaired("fix")
    assert file.read_bytes() == once, "a second run changes nothing"
    return once.decode().replace(digest(english), "")


OBJECT = "{\n  one: 1,\n  two: 2,\n  three: 3,\n  four: 4,\n  five: 5,\n}\n"
TABLE = "|Property|Type|Description|\n|:---|:---|:---|\n"
SCOPES = "|Type|Permissions (from least to most privileged)|\n|---|---|\n"


@pytest.mark.parametrize(
    ("english", "target", "ending"),
    [
        pytest.param("# A\n\nUse {keep.me}.\n\n{\n  }\n", f"# А\n\nТут {{keep.me}}.\n\n{OBJECT}", "mdx", id="object of seven lines"),
        pytest.param("# A\n\nUse {some}.\n\nAnd {x}.\n", "# А\n\nБез.\n\nТут {keep.me} и {x}.\n", "mdx", id="expression of another paragraph"),
        pytest.param("{first.one}\n\nText.\n\n{x}\n", "{x}\n\nТекст.\n\n{keep.me}\n", "mdx", id="expressions in another order"),
        pytest.param("import A from 'a';\n\nText.\n", "import Depot from 'd';\n\nТекст.\n", "mdx", id="another import"),
        pytest.param("A {{% param depot %}} {{% param door %}}.\n", "Х {{% param вход %}} {{% param склад %}}.\n", "md", id="two shortcodes of a sentence"),
        pytest.param("{{% param depot %}}\n\nText.\n", "{{% param door %}}\n\nТекст.\n", "md", id="another parameter"),
        pytest.param(":::note\nRing.\n:::\n\n:::tip\nWait.\n:::\n", ":::tip\nЖдите.\n:::\n\n:::note\nЗвоните.\n:::\n", "md", id="containers in another order"),
        pytest.param("---\nproduct: null\n---\nText.\n", "---\nproduct: scanEvents etiquetas\n---\nTexto.\n", "md", id="words of front matter"),
        pytest.param("---\na: x\ntitle: A\n---\nText.\n", "---\na: x\nязык: ru\nзаголовок: А\n---\nТекст.\n", "md", id="one of two keys of front matter"),
        pytest.param("```http\nGET /depots\n```\n", "```http\n const depot = {\n```\n", "md", id="code that is no request"),
        pytest.param("```ts\nconst user = one;\n```\n", "```ts\nconst usuario = one;\n```\n", "md", id="name in code"),
        pytest.param('```json\n{ "count": 12 }\n```\n', '```json\n{ "count": 17 }\n```\n', "md", id="number in code"),
        pytest.param('```json\n{ "depotState": 1 }\n```\n', '```json\n{ "kept": 1 }\n```\n', "md", id="key in code"),
        pytest.param("Call `inTransit` now.\n", "Вызовите `то, что в пути` сейчас.\n", "md", id="sentence in a code span"),
        pytest.param(f"{TABLE}|first|String|One.|\n|second|Int32|Two.|\n", f"{TABLE}|second|String|Два.|\n|first|Int32|Раз.|\n", "md", id="rows in another order"),
        pytest.param(f"{TABLE}|first|String|One.|\n", f"{TABLE}|first　String|Раз.|\n", "md", id="bar of a row lost"),
        pytest.param("|Header|Value|\n|---|---|\n|Accept|application/json|\n", "|Заголовок|Значение|\n|---|---|\n||Accept|application/json|\n", "md", id="bar of a header's row more"),
        pytest.param('<!-- { "blockType": "request", "name": "a" } -->\n\nText.\n', '<!-- { "blockType": "request"more "x", "name": "a" } -->\n\nТекст.\n', "md", id="more than a word of an annotation"),
        pytest.param("|Member|Value|\n|---|---|\n|inTransit|1|\n", "|Элемент|Значение|\n|---|---|\n|**|inTransit**|\n", "md", id="bar of a row moved"),
        pytest.param(f"{TABLE}|state|[depotState](depotstate.md)|One.|\n", f"{TABLE}|state|[depotState]depotstate.md)|Раз.|\n", "md", id="link that is none any more"),
        pytest.param(f"{SCOPES}|App|User.Directory.Read.All|\n", f"{SCOPES}|App|User.Read.All|\n", "md", id="another permission"),
        pytest.param(f"{SCOPES}|App|Directory.Read.All|\n", f"{SCOPES}|App|User.Read.All Directory .Read.All|\n", "md", id="permission more"),
        pytest.param(f"{SCOPES}|App|Parcels.Read.All,|\n\n|Header|Value|\n|---|---|\n|A|Ring or wait.|\n", f"{SCOPES}|A|Ring or wait.|\n\n|Имя|Значение|\n|---|---|\n|A|Звоните.|\n", "md", id="row of another table"),
        pytest.param("Use {parcel-id} now.\n", "Теперь {depot.html one-two} тут.\n", "md", id="another placeholder"),
    ],
)  # fmt: skip
def test_nothing_is_put_over_what_may_be_right(english: str, target: str, ending: str) -> None:
    assert fixed(english, target, ending) == with_head(target, "")


@pytest.mark.parametrize(
    ("english", "target", "expected", "ending"),
    [
        pytest.param("<Note>\n\nRing.\n\n</Note>\n", "<Примечание>\n\nЗвоните.\n\n</Примечание>\n", "<Note>\n\nЗвоните.\n\n</Note>\n", "mdx", id="component"),
        pytest.param("Use {keep.me} here.\n", "Тут {keep. me} стоит.\n", "Тут {keep.me} стоит.\n", "mdx", id="space in an expression"),
        pytest.param(":::note\nRing.\n:::\n", ":::注意\n鳴らす。\n:::\n", ":::note\n鳴らす。\n:::\n", "md", id="container"),
        pytest.param('{{< tab lang="http" >}}\n\nA\n\n{{< /tab >}}\n', '{{< таб lang="http" >}}\n\nА\n\n{{< /таб >}}\n', '{{< tab lang="http" >}}\n\nА\n\n{{< /tab >}}\n', "md", id="shortcode"),
        pytest.param('??? warning "Heavy"\n\n    Van.\n', "??? warning 「重い」\n\n    バン。\n", '??? warning "重い"\n\n    バン。\n', "md", id="quotes of an admonition"),
        pytest.param("---\ndoc_type: apiPageType\n---\nText.\n", "---\ndoc_type: апипагетипе\n---\nТекст.\n", "---\ndoc_type: apiPageType\n---\nТекст.\n", "md", id="value of front matter"),
        pytest.param(f"{SCOPES}|App|Parcels.Read.All|\n", f"{SCOPES}|App|Parcels. Read. ALL|\n", f"{SCOPES}|App|Parcels.Read.All|\n", "md", id="permission"),
        pytest.param('```\n{ "": 3, "": true, "note": null }\n```\n', '```\n{ "": три, "": Истина "äaaö":\n```\n', '```\n{ "": 3, "": true "note":\n```\n', "md", id="in one run, though it takes several looks"),
    ],
)  # fmt: skip
def test_what_a_token_became_is_put_back(english: str, target: str, expected: str, ending: str) -> None:
    assert fixed(english, target, ending) == with_head(expected, "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ndoc_type: scan events\ndoc_type: apiPageType\n---\nText.\n", id="key of front matter twice"),
        pytest.param("[парцелрауте](parcelroute.md) parcelRoute\n", id="foreign text of a link"),
        pytest.param("[`парцелрауте`](parcelroute.md) parcelRoute\n", id="foreign code of a link"),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_page_beside_itself_is_left_alone(text: str, command: str) -> None:
    for folder in ("en", "ru"):
        Path(folder).mkdir()
        Path(folder, "page.md").write_text(text, encoding="utf-8")
    done = repaired(command, "--format", "jsonl")
    assert [json.loads(line)["rule"] for line in done.stdout.splitlines()] == []
    assert Path("ru/page.md").read_text("utf-8") == text


def test_a_directive_that_only_order_pairs_is_less_sure() -> None:
    laid("# A\n\n{keep.me}\n\nText.\n", "# А\n\n{x}\n\nТекст.\n", "mdx")
    (row,) = map(json.loads, repaired("check", "--format", "jsonl").stdout.splitlines())
    assert (row["confidence"], row["fix"]["safe"], row["route"]) == ("medium", False, row["route"])
