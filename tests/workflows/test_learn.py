"""House style, learnt from human pages: habits are proposed, slips, copied damage and rare words are not."""

from __future__ import annotations

import hashlib
import pickle
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from doclint.cli import main
from doclint.config import Config
from doclint.config.model import Allow
from doclint.engine import Finding, engine
from doclint.engine.rulebook import find
from doclint.engine.subject import Subject
from doclint.layouts.discover import discover
from doclint.page.frontmatter import FrontMatter
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.run import Context
from doclint.run.load import Loader
from doclint.sources import Loaded
from doclint.sources.choose import open_source
from doclint.text import Span, Trust
from doclint.text.damage import Damage
from doclint.workflows.init.habits import WIRE, Habits, Place, observe
from doclint.workflows.init.initialize import learn
from doclint.workflows.init.proposals import Proposal, proposals
from tests.config.configuring import RULES
from tests.findings import finding

HEADER = "|Header|Value|\n|:---|:---|\n|Courier|{name}|\n|Lane|Smart {token}|\n"
RUSSIAN = "---\ntitle: t\nms.translationtype: HT\n---\n\n|Заголовок|Значение|\n|:---|:---|\n|Курьер|{имя}|\n|Lane|Умный {token}|\n"


def paired(target: str, source: str = HEADER, trust: Trust = Trust.PINNED, locale: str | None = "ru-RU") -> Pair:
    return Pair(parse(target, "ru.md"), parse("---\ntitle: t\n---\n\n" + source, "en.md"), trust, locale)


def fault(pair: Pair, expected: str, found: str, damage: Damage = Damage.TRANSLATED) -> Finding:
    """What a rule would say of the first place of a word."""
    at = pair.target.text.index(found)
    plain = finding(rule="property-name-changed", expected=expected, found=found, damage=str(damage))
    return plain._replace(place=plain.place._replace(span=Span(at, at + len(found))))


def observed(target: str = RUSSIAN) -> Habits | None:
    pair = paired(target)
    return observe(pair, [fault(pair, "Courier", "Курьер"), fault(pair, "{name}", "{имя}")])


COURIER = Place('column "Header"', True, "Courier")


def test_one_page() -> None:
    habits = observed()
    assert habits is not None
    assert habits.changed == {(COURIER, "Курьер"): 1, (Place('column "Value"', True, "{name}"), "{имя}"): 1}
    assert habits.intact[Place('column "Header"', True, "Lane")] == 1
    assert habits.intact[Place('column "Value"', False, "{token}")] == 1
    assert pickle.loads(pickle.dumps(habits)) == habits


def test_only_human_pages_of_just_this_english_count() -> None:
    assert observed(RUSSIAN.replace("HT", "MT")) is None
    assert observed(RUSSIAN.replace("translationtype", "other")) is None
    assert observe(paired(RUSSIAN, trust=Trust.PAIRED), []) is None
    assert observe(paired(RUSSIAN, locale=None), []) is None


def test_what_is_never_style() -> None:
    pair = paired(RUSSIAN.replace("Курьер", "Переулок"))
    wrong = [
        fault(pair, "Courier", "Переулок", Damage.ANOTHER_MEMBER),
        fault(pair, "Courier", "Переулок", Damage.TRANSLITERATED),
        fault(pair, "courierName", "Переулок"),
        fault(pair, "courier_name", "Переулок"),
        fault(pair, "7", "Переулок"),
        fault(pair, "Courier", "Переулок")._replace(expected=None),
        fault(pair, "x" * 100, "Переулок"),
        fault(pair, "Courier", "Переулок")._replace(rule="wire-literal-changed"),
        fault(pair, "Courier", "Переулок")._replace(also=("header-name-changed",)),
    ]
    habits = observe(pair, wrong)
    assert habits is not None
    assert habits.changed == {}


def test_findings_of_real_rules_find_their_places() -> None:
    """What a rule reports of a cell is counted in the column of that cell."""
    english = "|Property|Type|\n|:---|:---|\n|status|String|\n"
    pair = paired(
        "---\nms.translationtype: HT\n---\n\n|属性|类型|\n|:---|:---|\n|状态|String|\n", english, locale="zh-CN"
    )
    findings, _ = engine.check(Subject(pair, "zh.md", pair.target.text), [find(RULES, "property-name-changed")])
    habits = observe(pair, findings)
    assert habits is not None
    assert habits.changed == {(Place('column "Property"', True, "status"), "状态"): 1}


def page(*changed: tuple[Place, str, int], intact: int = 0, locale: str = "ru-RU") -> Habits:
    return Habits(
        locale, {(place, found): count for place, found, count in changed}, {COURIER: intact} if intact else {}
    )


def test_a_habit_is_proposed_with_its_evidence() -> None:
    other = Place("headings", True, "Courier")
    pages = [page((COURIER, "Курьер", 2), (other, "Курьер", 1)) for _ in range(4)]
    pages += [page((COURIER, "Гонец", 1), intact=1), page((other, "Доставщик", 2)), None]
    evidence = 'column "Header": 8 of 10 human places, 4 pages; headings: 4 of 6 human places, 4 pages'
    assert proposals(pages) == [Proposal("ru-RU", "Courier", "Курьер", 12, evidence)]


def test_what_is_no_habit() -> None:
    good = [page((COURIER, "Курьер", 2)) for _ in range(3)]
    assert proposals(good)
    assert not proposals(good[:2]), "too few places"
    assert not proposals([page((COURIER, "Курьер", 20)), page((COURIER, "Курьер", 20))]), "too few pages"
    assert not proposals([*good, page(intact=2)]), "too often left as it is"
    assert not proposals(
        [*good, page((Place("text", False, "Courier"), "Курьер", 1), (Place("text", False, "Courier"), "Гонец", 9))]
    ), "elsewhere they do not"
    assert not proposals([replace(one, locale=tag) for one, tag in zip(good, ("ru-RU", "uk-UA", "bg-BG"), strict=True)])


def test_a_folder_of_pages(tmp_path: Path) -> None:
    """Human pages in two languages and machine pages among them; what is configured already is not said again."""
    english = '# Parcel\n\n|Property|Type|\n|:---|:---|\n|status|String|\n|weight|String|\n\n```json\n{"status": 1, "weight": 2}\n```\n'
    for number in range(6):
        for folder, made, word in (("ja-JP", "HT", "状態"), ("ru-RU", "MT", "статус"), ("en-US", "", "status")):
            head = f"---\nms.translationtype: {made}\n---\n" if made else ""
            file = tmp_path / folder / f"{number}.md"
            file.parent.mkdir(exist_ok=True)
            file.write_text(head + f"<!-- {number} -->\n\n" + english.replace("|status|", f"|{word}|"), "utf-8")
    (tmp_path / "ja-JP" / "broken.md").write_bytes(b"\xff")
    source = open_source(str(tmp_path / "en-US"))
    targets = discover([str(tmp_path / "ja-JP"), str(tmp_path / "ru-RU")])
    rules = [find(RULES, "property-name-changed")]
    assert learn(targets, Loader([Context(source)]), rules) == [], "which English they were made from is not known"
    for target in targets:
        if target.relative != "broken.md":
            loaded = source.load(target.relative, FrontMatter())
            assert isinstance(loaded, Loaded)
            digest = hashlib.sha1(loaded.data.replace(b"\n", b"\r\n")).hexdigest()
            target.file.write_bytes(target.read().replace(b"---\n", f"---\nms.openlocfilehash: {digest}\n".encode(), 1))
    (proposal,) = learn(targets, Loader([Context(source)]), rules)
    assert (proposal.locale, proposal.expected, proposal.found) == ("ja-JP", "status", "状態")
    assert proposal.evidence == 'column "Property": 6 of 6 human places, 6 pages'
    known = Config(allow=(Allow(expected=("status",), locale=("ja-JP",)),))
    assert learn(targets, Loader([Context(source)]), rules, config=known) == []


def test_rules_about_the_wire_are_rules() -> None:
    assert {rule.name for rule in RULES} >= WIRE


def test_word_that_goes_over_the_wire_somewhere_is_no_style_elsewhere() -> None:
    pages = [page((COURIER, "Курьер", 2)) for _ in range(3)]
    assert proposals(pages)
    assert not proposals([*pages, replace(page(), wire=frozenset({("Courier", "Курьер")}))])


LINES = """# Parcel

See the [status](status.md) of a parcel.

|Header|Value|
|:---|:---|
|Authorization|Bearer {token}|

|Property|Type|
|:---|:---|
|weight|String|
"""
RUSSIAN_LINES = (
    LINES.replace("See the [status]", "См. [Статус]")
    .replace("of a parcel", "посылки")
    .replace("|Bearer {token}|", "|{token} носителя|")
    .replace("|Authorization|", "|Авторизация|")
    .replace("|weight|", "|вес|")
)


def init(folder: Path, made: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    """What `init --learn` says of six pages that all have the same words in Russian."""
    monkeypatch.chdir(folder)
    for number in range(6):
        english = f"<!-- {number} -->\n{LINES}"
        digest = hashlib.sha1(english.replace("\n", "\r\n").encode()).hexdigest()
        front = f"---\nms.translationtype: {made}\nms.openlocfilehash: {digest}\n---\n"
        for name, text in (("en-US", english), ("ru-RU", f"{front}<!-- {number} -->\n{RUSSIAN_LINES}")):
            (folder / name).mkdir(exist_ok=True)
            (folder / name / f"{number}.md").write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["init", "ru-RU", "--source", "en-US", "--learn"])


def test_what_goes_over_the_wire_is_never_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = init(tmp_path, "HT", monkeypatch)
    assert done.exit_code == 0, done.output
    written = tomllib.loads(Path("doclint.toml").read_text("utf-8"))
    allowed = {(entry["expected"], entry["found"]) for entry in written.get("allow", [])}
    assert ("weight", "вес") in allowed
    assert not {expected for expected, _ in allowed} & {"Authorization", "Bearer", "Bearer {token}"}


def test_where_no_page_is_by_people_nothing_is_learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = init(tmp_path, "MT", monkeypatch)
    what = "nothing learned: no page is marked as translated by people (ms.translationtype: HT)"
    assert (done.exit_code, done.stderr) == (0, f"doclint: {what}\n")
    assert "allow" not in tomllib.loads(Path("doclint.toml").read_text("utf-8"))
    again = CliRunner().invoke(main, ["init", "ru-RU", "--source", "en-US", "--learn"])
    assert again.stdout == "# no page is marked as translated by people\n"
