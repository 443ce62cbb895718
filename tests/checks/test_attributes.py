"""Quotes in tags and shortcodes: the message says which sign is too much, and what can be read is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import rows

ENGLISH = "# Depot\n\n{}\n\nText.\n"
FRENCH = "# Dépôt\n\n{}\n\nTexte.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(english: str, french: str, ending: str) -> list[tuple[str, str, bool]]:
    Path(f"en{ending}").write_text(ENGLISH.format(english), "utf-8")
    Path(f"fr{ending}").write_text(FRENCH.format(french), "utf-8")
    said = rows(f"fr{ending}", "--source", f"en{ending}")
    return [(row["severity"], row["message"], row["breaks_build"]) for row in said]


@pytest.mark.parametrize(
    ("english", "french", "ending", "message"),
    [
        ('<Card title="Van" icon="v" />', '<Card title="Camion"" icon="v" />', ".mdx", 'one " too many after "Camion"'),
        ("<Card title='A van' />", "<Card title='L'auto' />", ".mdx", "the ' before \"auto\" ends the value"),
        ('<Card title="Van" />', '<Card title="Le "camion"" />', ".mdx", 'the " before "camion" ends the value'),
        ('<Card title="Van" a="b" />', '<Card title="Camion a="b" />', ".mdx", 'the " that opens this value is never closed'),
        ('<Card title="Van" />', '<Card title="Camion " "/>', ".mdx", 'one " too many: no attribute begins with it'),
        ('<Card title="Van" />', "<Card title=«Camion» />", ".mdx", '« opens no value: " does'),
        ('{{< card title="Van" >}}', '{{< card title="Camion >}}', ".md", 'the " that opens this value is never closed'),
        ('{{% card "Van" %}}', '{{% card "Le "camion"" %}}', ".md", 'the " before "camion" ends the value'),
    ],
)  # fmt: skip
def test_the_sign_that_is_too_much_is_named(english: str, french: str, ending: str, message: str) -> None:
    assert ("error", message, True) in found(english, french, ending)


@pytest.mark.parametrize(
    ("english", "french", "ending"),
    [
        ('<Card title="Van" />', '<Card title="L\'auto" />', ".mdx"),
        ('<Card title="Van" />', "<Card title='Le \"camion\"' />", ".mdx"),
        ('<Card title="Van" a={{b: "c"}} />', '<Card title="Camion" a={{b: "c"}} />', ".mdx"),
        ('{{< card "Van" "A van" >}}', '{{< card "Camion" "L\'auto" >}}', ".md"),
        ('{{< card title="Van" >}}', '{{< card title="\\"Camion\\"" >}}', ".md"),
        ('{{< card title="Van" icon="v" >}}', '{{< card title="Camion"icon="v" >}}', ".md"),
    ],
)
def test_what_can_be_read_is_left_alone(english: str, french: str, ending: str) -> None:
    assert found(english, french, ending) == []
