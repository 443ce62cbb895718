"""`import doclint`: two texts in, findings or a text out, and nothing of the machine is asked."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import doclint
from tests.conftest import ROOT
from tests.damagedpage import ENGLISH, JAPANESE, REPAIRED, with_digest
from tests.gitrepo import Repo


def test_findings_of_two_texts() -> None:
    code, value = doclint.check(ENGLISH, JAPANESE)
    assert (code.rule, code.expected, code.found) == ("inline-code-changed", "inTransit", "インントランジット")
    assert (value.rule, value.expected, value.found) == ("enum-value-changed", "1", "1,1")
    assert (code.path, code.locale, code.trust) == ("target.md", "ja-JP", "paired")
    assert code.place.span.of(JAPANESE) == "インントランジット"
    assert value.severity == "warning", "the English may be another version"
    assert doclint.check(ENGLISH, REPAIRED) == []


def test_exact_english_makes_each_difference_damage() -> None:
    found = doclint.check(ENGLISH, JAPANESE, exact=True)
    assert [(one.severity, one.trust, one.verdict) for one in found] == [("error", "proven", "damaged")] * 2
    assert [one.fix and one.fix.is_safe for one in found] == [True, True]


def test_a_digest_of_another_text_does_not_outweigh_who_knows() -> None:
    page = with_digest(JAPANESE)
    assert {one.trust for one in doclint.check(ENGLISH, page)} == {"paired"}
    assert {one.trust for one in doclint.check(ENGLISH, page, exact=True)} == {"proven"}


def test_fix_puts_back_what_is_safe_and_nothing_else() -> None:
    assert doclint.fix(ENGLISH, JAPANESE, exact=True) == REPAIRED
    assert doclint.fix(ENGLISH, JAPANESE) == JAPANESE
    assert doclint.fix(ENGLISH, JAPANESE, unsafe=True) == REPAIRED
    assert doclint.fix(ENGLISH, JAPANESE, exact=True, select="DL101") == JAPANESE.replace("1,1", "1")
    crlf = JAPANESE.replace("\n", "\r\n")
    assert doclint.fix(ENGLISH, "\ufeff" + crlf, exact=True) == "\ufeff" + REPAIRED.replace("\n", "\r\n")


def test_rules_words_and_locale_are_said() -> None:
    assert [one.code for one in doclint.check(ENGLISH, JAPANESE, select=["DL1"])] == ["DL101"]
    assert [one.code for one in doclint.check(ENGLISH, JAPANESE, ignore=["DL101"])] == ["DL303"]
    source, target = "Ask the Depot Desk.\n", "Спросите стол депо.\n"
    assert doclint.check(source, target) == []
    (lost,) = doclint.check(source, target, protect="Depot Desk", locale="ru_ru", path="docs/page.md")
    assert (lost.expected, lost.locale, lost.path) == ("Depot Desk", "ru-RU", "docs/page.md")
    (placed,) = doclint.check(source, target, protect=["Depot Desk"], path="docs/ru-RU/page.md")
    assert placed.locale == "ru-RU"


def test_a_page_that_is_none_is_a_finding_and_stays() -> None:
    for page, said in (("", "empty"), ("\ud800", "not UTF-8")):
        (finding,) = doclint.check(ENGLISH, page)
        assert finding.severity == "error"
        assert said in finding.message
        assert doclint.fix(ENGLISH, page, exact=True) == page


@pytest.mark.parametrize(
    ("source", "more", "said"),
    [
        (ENGLISH, {"select": ["enum-valu-changed"]}, 'no rule "enum-valu-changed", did you mean "enum-value-changed"?'),
        (ENGLISH, {"locale": "Japanese"}, '"Japanese" is not a locale tag such as ru-RU'),
        ("\udc80", {}, 'the English "source.md" cannot be read: not UTF-8: byte 0xed at offset 0'),
    ],
)
def test_what_cannot_be_done_is_one_line(source: str, more: dict[str, object], said: str) -> None:
    for call in (doclint.check, doclint.fix):
        with pytest.raises(doclint.DoclintError) as error:
            call(source, JAPANESE, **more)  # type: ignore[arg-type]
        assert str(error.value) == said


def test_nothing_of_the_machine_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a configuration, nor git, nor the name of the folder; and the collector stays as the program set it."""
    known = doclint.check(ENGLISH, JAPANESE.replace("lang: ja-JP\n", ""))
    repo = Repo(tmp_path / "ru-RU")
    repo.commit({"source.md": ENGLISH, "target.md": JAPANESE, "doclint.toml": 'ignore = ["ALL"]\n'})
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("PATH", "")
    before = gc.get_threshold()
    assert doclint.check(ENGLISH, JAPANESE.replace("lang: ja-JP\n", "")) == known
    assert {one.locale for one in known} == {None}
    assert gc.get_threshold() == before


def test_it_may_be_called_from_any_thread() -> None:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(doclint.fix(ENGLISH, JAPANESE, exact=True)))
    thread.start()
    thread.join()
    assert found == [REPAIRED]


def test_to_import_it_is_cheap_and_what_is_handed_out_is_there() -> None:
    code = (
        "import doclint, sys; print(*sorted(m for m in sys.modules if m.startswith('doclint.'))); print(*dir(doclint))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    loaded, names = done.stdout.split("\n")[:2]
    assert loaded == ""
    assert set(doclint.__all__) <= set(names.split())
    assert all(getattr(doclint, name).__doc__ for name in doclint.__all__ if name != "VERSION")
    with pytest.raises(AttributeError, match="'doclint' has no attribute 'chekc'"):
        doclint.chekc  # noqa: B018


def test_the_documentation_shows_what_works() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "docs" / "api.md").read_text("utf-8"), re.DOTALL | re.M)
    names = {"english": ENGLISH, "translated": JAPANESE}
    exec(example, names)
    assert names["words"] == ["inTransit", "1"]
    assert names["repaired"] == REPAIRED
