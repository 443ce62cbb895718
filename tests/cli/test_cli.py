"""The command line as people and machines meet it: arguments, exit codes, what is printed, what is not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from doclint.api import Bad, Good, Pair, Problem, Severity, Trust
from doclint.engine import Rule, rulebook
from doclint.text import Edit, Span
from doclint.text.spans import apply, decode, encode
from tests.commandline import doclint
from tests.conftest import ROOT

FIELDS = """rule code severity confidence path line column end_line end_column message expected found damage locale
trust source also fix route source_text target_text evidence meta fingerprint verdict witnesses breaks_build""".split()

ENUM = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
RUSSIAN_ENUM = "|Элемент|Значение|\n|:---|:---|\n|Интрансит|нуль|\n|delivered|1|\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory; colour variables of the outside do not count."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(path: str, text: str | bytes) -> str:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else encode(text))
    return path


def findings(*arguments: str) -> list[dict[str, Any]]:
    done = doclint("check", *arguments, "--format", "jsonl", "--fail-on", "never")
    assert (done.exit_code, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own; standard output is no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "doclint", *arguments],
        env={name: value for name, value in os.environ.items() if "COLOR" not in name} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def damaged(here: Path) -> tuple[str, ...]:
    """Arguments that check one page with two errors."""
    return write("ru-RU/state.md", RUSSIAN_ENUM), "--source", write("en-US/state.md", ENUM)


# what is checked


def test_a_file_and_its_source(damaged: tuple[str, ...]) -> None:
    assert [(f["rule"], f["line"], f["expected"], f["found"]) for f in findings(*damaged)] == [
        ("enum-member-changed", 3, "inTransit", "Интрансит"),
        ("enum-value-changed", 3, "0", "нуль"),
    ]


def test_folders_are_laid_side_by_side(here: Path) -> None:
    write("ru/api/b.md", RUSSIAN_ENUM)
    write("ru/a.md", RUSSIAN_ENUM)
    write("ru/.hidden/c.md", RUSSIAN_ENUM)
    write("ru/notes.txt", RUSSIAN_ENUM)
    write("en/api/b.md", ENUM)
    write("en/a.md", ENUM)
    assert [f["path"] for f in findings("ru", "--source", "en")] == ["ru/a.md"] * 2 + ["ru/api/b.md"] * 2


def test_a_page_named_twice_is_checked_once(damaged: tuple[str, ...]) -> None:
    assert len(findings("ru-RU", *damaged)) == 2


def test_a_named_file_is_a_page_whatever_its_ending(here: Path) -> None:
    assert len(findings(write("state.txt", RUSSIAN_ENUM), "--source", write("en.md", ENUM))) == 2


def test_a_page_without_english_is_counted(here: Path) -> None:
    write("ru/a.md", "Посылка\n")
    write("en/b.md", "Parcel\n")
    assert doclint("check", "ru", "--source", "en").exit_code == 2
    done = doclint("check", "ru", "--source", "en", "--allow-alone")
    assert done.exit_code == 0
    assert "the source has no such page" in done.stdout
    assert "1 finding: 1 note, on 1 of 1 page\n" in done.stdout
    assert "1  page checked without English: " in done.stdout


@pytest.mark.parametrize(
    ("options", "found"),
    [
        pytest.param(["--select", "enum-value-changed"], ["DL101"], id="one rule by name"),
        pytest.param(["--select", "dl102"], ["DL102"], id="one rule by id"),
        pytest.param(["--select", "DL2,DL101"], ["DL101"], id="several in one option"),
        pytest.param(["--select", "DL102", "--select", "DL101"], ["DL102", "DL101"], id="the option twice"),
        pytest.param(["--ignore", "enum-member-changed"], ["DL101"], id="all but one"),
        pytest.param(["--select", "DL1", "--ignore", "DL101"], ["DL102"], id="some but one"),
        pytest.param(["--ignore", "ALL"], [], id="none"),
    ],
)
def test_rules_are_chosen(damaged: tuple[str, ...], options: list[str], found: list[str]) -> None:
    assert [f["code"] for f in findings(*damaged, *options)] == found


# what cannot be checked


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(
            ["page.md", "--select", "enum-membr-changed"],
            'no rule "enum-membr-changed", did you mean "enum-member-changed"?',
            id="misspelt rule",
        ),
        pytest.param(["page.md", "--ignore", "zzz"], 'no rule "zzz", `doclint rules` lists them', id="rule unlike any"),
        pytest.param(["absent.md"], 'no file or folder "absent.md"', id="no such page"),
        pytest.param(["page.md", "absent"], 'no file or folder "absent"', id="one of two is missing"),
        pytest.param(["empty"], "no Markdown page in empty", id="folder without Markdown"),
        pytest.param(["page.md", "--source", "absent"], 'no source at "absent": ', id="no such source"),
        pytest.param(
            ["page.md", "--locale", "xx-yy-zz"], '"xx-yy-zz" is not a locale tag such as ru-RU', id="no locale"
        ),
    ],
)
def test_a_run_that_cannot_be_made(here: Path, arguments: list[str], says: str) -> None:
    write("page.md", "Посылка\n")
    write("empty/readme.txt", "no page")
    done = doclint("check", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"doclint: {says}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["check", "page.md", "--format", "xml"], id="unknown format"),
        pytest.param(["check", "page.md", "--fail-on", "fatal"], id="unknown severity"),
        pytest.param(["chekc"], id="unknown command"),
        pytest.param(["explain", "zzz"], id="unknown rule to explain"),
    ],
)
def test_wrong_usage_is_code_2(here: Path, arguments: list[str]) -> None:
    write("page.md", "Посылка\n")
    done = doclint(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param("小包\n".encode("shift_jis"), "not UTF-8: byte 0x8f at offset 0", id="another encoding"),
        pytest.param("Посылка\n".encode("utf-16"), "not UTF-8: starts with a UTF-16 byte order mark", id="UTF-16"),
        pytest.param(b"", "the page is empty", id="no bytes"),
        pytest.param(b"\xef\xbb\xbf\r\n \n", "the page is empty", id="white space only"),
    ],
)
def test_a_page_that_cannot_be_read_is_a_finding(here: Path, data: bytes, says: str) -> None:
    write("page.md", data)
    done = doclint("check", "page.md", "--format", "jsonl")
    assert done.exit_code == 1
    (finding,) = map(json.loads, done.stdout.splitlines())
    assert (finding["rule"], finding["line"], finding["column"], finding["fix"]) == ("unreadable-page", 1, 1, None)
    assert finding["message"] == says
    assert says in doclint("check", "page.md").stdout


def test_a_source_that_cannot_be_read_leaves_the_page_alone(here: Path) -> None:
    write("page.md", RUSSIAN_ENUM)
    done = doclint("check", "page.md", "--source", write("en.md", b"\xff\xfe\x00"))
    assert done.exit_code == 0
    assert "1  page with no source" in done.stdout


# exit codes


PAGES = {
    "error": (RUSSIAN_ENUM, ENUM),
    "warning": ("|メンバー|値|\n|---|---|\n|none|0|\n|held|2|\n|sent|2|\n", ""),
    "note": ('# <a name="parcelstate-enum-type"></a>parcelstate 列挙型\n', "# parcelState enum type\n"),
    "none": ("Посылка\n", "Parcel\n"),
}


@pytest.mark.parametrize("worst", PAGES)
@pytest.mark.parametrize("limit", ["error", "warning", "note", "never"])
def test_fail_on(here: Path, worst: str, limit: str) -> None:
    target, source = PAGES[worst]
    arguments = [write("page.md", target), *(["--source", write("en.md", source)] if source else [])]
    assert {f["severity"] for f in findings(*arguments)} == ({worst} - {"none"})
    order = ["never", "error", "warning", "note", "none"]
    wanted = int(order.index(worst) <= order.index(limit))
    assert doclint("check", *arguments, "--fail-on", limit).exit_code == wanted


def test_errors_fail_unless_told_otherwise(damaged: tuple[str, ...]) -> None:
    assert doclint("check", *damaged).exit_code == 1
    assert doclint("check", *damaged, "--exit-zero").exit_code == 0
    assert doclint("check", *damaged, "--exit-zero", "--fail-on", "note").exit_code == 0


# a rule that breaks


def broken(pair: Pair) -> Iterator[Problem]:
    raise KeyError("no such\ncolumn\x1b[31m")
    yield


@pytest.fixture
def with_broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = rulebook.load()
    toy = Rule(
        "DL999", "toy-broken", Severity.NOTE, Trust.ALONE, "A toy.", "A toy.", (Bad("⟦я⟧"),), (Good("я"),), broken
    )
    monkeypatch.setattr(rulebook, "load", lambda *_: [toy, *rules])


@pytest.mark.usefixtures("with_broken_rule")
def test_a_rule_that_breaks_is_named_and_the_run_goes_on(damaged: tuple[str, ...]) -> None:
    write("ru-RU/other.md", "Посылка\n")
    done = doclint("check", "ru-RU", "--source", "en-US", "--exit-zero")
    assert done.exit_code == 3
    assert "3 findings: 2 errors, 1 note" in done.stdout
    assert done.stderr.startswith("doclint: rule toy-broken crashed on ru-RU/other.md: KeyError: ")
    assert done.stderr.endswith(" (and on 1 more)\n")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


@pytest.mark.usefixtures("with_broken_rule")
def test_a_rule_that_is_not_selected_cannot_break(damaged: tuple[str, ...]) -> None:
    assert doclint("check", *damaged, "--select", "DL1").exit_code == 1


# findings as data


def test_the_fields_of_a_finding(damaged: tuple[str, ...]) -> None:
    member, value = findings(*damaged)
    assert list(member) == list(value) == FIELDS
    assert {name: value[name] for name in FIELDS if name not in ("fingerprint", "message")} == {
        "verdict": "damaged",
        "breaks_build": False,
        "witnesses": [
            {"witness": "letters", "says": "damaged", "why": '"н" is not a letter that English uses', "commit": ""},
        ],
        "rule": "enum-value-changed",
        "code": "DL101",
        "severity": "error",
        "confidence": "medium",
        "path": "ru-RU/state.md",
        "line": 3,
        "column": 12,
        "end_line": 3,
        "end_column": 16,
        "expected": "0",
        "found": "нуль",
        "damage": "translated",
        "locale": "ru-RU",
        "trust": "paired",
        "source": {"path": "en-US/state.md", "revision": None, "line": 3},
        "also": [],
        "fix": value["fix"],
        "route": "vendor",
        "source_text": "0",
        "target_text": "нуль",
        "evidence": 'column "Value"',
        "meta": {},
    }
    start = RUSSIAN_ENUM.index("нуль")
    assert value["fix"]["edits"] == [{"start": start, "end": start + 4, "text": "0"}]
    assert re.fullmatch("[0-9a-f]{16}", value["fingerprint"])
    assert member["fingerprint"] != value["fingerprint"]


def test_columns_count_code_points(here: Path) -> None:
    """Not bytes, not UTF-16 units, not graphemes: a face is one, a letter with a combining accent two."""
    write("en.md", "|Note|Member|Value|\n|---|---|---|\n|x|held|7|\n|y|sent|8|\n")
    write("ru.md", "|Note|Элемент|Значение|\n|---|---|---|\n|😀e\u0301|held|семь|\n|y|sent|8|\n")
    (finding,) = findings("ru.md", "--source", "en.md")
    assert (finding["line"], finding["column"], finding["end_column"]) == (3, 11, 15)


def test_the_fingerprint_outlives_another_translation(here: Path) -> None:
    write("en.md", ENUM)
    one = findings(write("ru.md", RUSSIAN_ENUM), "--source", "en.md")
    two = findings(
        write("ru.md", "Новая строка.\n\n" + RUSSIAN_ENUM.replace("Интрансит", "в пути").replace("нуль", "ноль")),
        "--source",
        "en.md",
    )
    assert [f["fingerprint"] for f in one] == [f["fingerprint"] for f in two]
    assert [f["found"] for f in two] == ["в пути", "ноль"]


def test_metadata_is_handed_on(here: Path) -> None:
    front = '---\nms.translationtype: MT\nms.prod: fleet\nms.contentlocale: ru-RU\nms.locfileid: "42"\n---\n'
    first, _ = findings(write("page.md", front + RUSSIAN_ENUM), "--source", write("en.md", ENUM))
    assert (first["meta"], first["locale"]) == ({"translation": "MT", "product": "fleet", "file": "42"}, "ru-RU")


def test_the_locale_option_wins(damaged: tuple[str, ...]) -> None:
    assert {f["locale"] for f in findings(*damaged, "--locale", "uk-ua")} == {"uk-UA"}


VARIANTS = {
    "as it is": lambda text: text,
    "byte order mark": lambda text: "\ufeff" + text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte order mark and CRLF": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "old Mac": lambda text: text.replace("\n", "\r"),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("folder", ["ru-RU", "ja-JP", "ru-RU.sxs", "ja-JP.sxs"])
def test_places_and_fixes_are_exact(here: Path, folder: str, variant: str) -> None:
    """Line and column, the fix's offsets and the found word speak of one place; the edits mend it for good."""
    for page in (ROOT / "fixtures" / folder).rglob("*.md"):
        write(f"pages/api/{page.name}", VARIANTS[variant](decode(page.read_bytes())))
    source = () if ".sxs" in folder else ("--source", str(ROOT / "fixtures" / "en-US"))
    found = findings("pages", *source)
    assert len([finding for finding in found if finding["fix"]]) > 20
    mended = set()
    for path in {finding["path"] for finding in found}:
        text = decode(Path(path).read_bytes())
        edits = []
        for finding in (finding for finding in found if finding["path"] == path):
            span = Span(*(offset(text, finding[f"{end}line"], finding[f"{end}column"]) for end in ("", "end_")))
            if finding["fix"]:
                (edit,) = finding["fix"]["edits"]
                assert span == (edit["start"], edit["end"])
                assert span.of(text).replace("\\", "") == finding["found"].replace("\\", "")
                edits.append(Edit(span, edit["text"]))
                mended.add(finding["fingerprint"])
        write(path, apply(text, edits))
    left = {finding["fingerprint"] for finding in findings("pages", *source)}
    assert left == {finding["fingerprint"] for finding in found} - mended


def offset(text: str, line: int, column: int) -> int:
    """Counted apart from the program: the start of the line, and a byte order mark is no column."""
    ends = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    return ends[line - 1] + column - 1 + (line == 1 and text.startswith("\ufeff"))


def test_a_byte_order_mark_takes_no_column(here: Path) -> None:
    write("en.md", "# parcelState\n")
    plain, marked = (
        findings(write("ru.md", mark + "# Парцелстате\n"), "--source", "en.md")[0] for mark in ("", "\ufeff")
    )
    assert (plain["line"], plain["column"]) == (marked["line"], marked["column"]) == (1, 3)
    assert [f["fix"]["edits"][0]["start"] for f in (plain, marked)] == [2, 3]


def test_jsonl_is_one_object_a_line(here: Path) -> None:
    """Line separators of Unicode in a page's text do not cut a line for readers that split on them."""
    write("en.md", "# Use parcelState\u2028here\n")
    done = doclint(
        "check", write("ru.md", "# Вот Парцелстате\u2028\x85\x1b[2J тут\n"), "--source", "en.md", "--format", "jsonl"
    )
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["target_text"] == "Вот Парцелстате\u2028\x85\x1b[2J тут"


# findings for people


def test_the_terminal_shows_both_sides(damaged: tuple[str, ...]) -> None:
    lines = process("check", *damaged).stdout.splitlines()
    assert lines[0] == "ru-RU/state.md"
    assert lines[1].startswith(
        '     3:2  error    "Интрансит" is "inTransit", transliterated  enum-member-changed DL102'
    )
    assert lines[2:4] == ["        ru-RU │ |⟦Интрансит⟧|нуль|", "           en │ |⟦inTransit⟧|0|"]
    assert lines[-6:] == [
        "2 findings: 2 errors, on 1 of 1 page",
        "1 preventable in the English, 1 for the translation vendor",
        "       1  enum-member-changed",
        "       1  enum-value-changed",
        "       1  page with assumed English: found by its path, version not known (paired)",
        "next: `doclint explain enum-member-changed` tells what is wrong and what to do",
    ]


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        pytest.param({}, False, id="no terminal"),
        pytest.param({"FORCE_COLOR": "1"}, True, id="forced"),
        pytest.param({"FORCE_COLOR": ""}, False, id="an empty variable forces nothing"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": ""}, True, id="an empty NO_COLOR forbids nothing"),
    ],
)
def test_colour_when_it_is_no_terminal(
    damaged: tuple[str, ...], environment: dict[str, str], is_coloured: bool
) -> None:
    for arguments in (("check", *damaged), ("explain", "enum-member-changed")):
        assert ("\x1b[" in process(*arguments, **environment).stdout) is is_coloured


@pytest.mark.parametrize(("no_colour", "is_coloured"), [("", True), ("1", False)], ids=["colour", "NO_COLOR"])
def test_colour_on_a_terminal(damaged: tuple[str, ...], no_colour: str, is_coloured: bool) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if "COLOR" not in name} | {"NO_COLOR": no_colour}
    command = [sys.executable, "-m", "doclint", "check", *damaged]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment):
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    assert "Интрансит" in shown.decode()
    assert bool(re.search(rb"\x1b\[[0-9;]+m", shown)) is is_coloured


def _read(file: int) -> bytes:
    try:
        return os.read(file, 65536)
    except OSError:  # a terminal whose other end is closed
        return b""


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_excerpts_fit_the_terminal_in_any_script(here: Path, columns: int) -> None:
    """A kanji is two columns wide, a combining mark none."""
    row = "|{}|{}|" + "長い説明の文が続きます。" * 12 + "|\n"
    write("ja.md", "|メンバー|値|説明|\n|---|---|---|\n" + row.format("か\u3099付き" * 9, "せ"))
    write("en.md", "|Member|Value|Description|\n|---|---|---|\n" + row.format("inTransit", "1"))
    lines = process("check", "ja.md", "--source", "en.md", COLUMNS=str(columns)).stdout.splitlines()
    excerpts = [line for line in lines if "│" in line]
    assert len(excerpts) == 4
    assert max(map(wcswidth, excerpts)) <= columns
    assert len({wcswidth(line.partition("│")[0]) for line in excerpts}) == 1


@pytest.mark.parametrize("word", ["סטטוס_חבילה", "حالة الطرد"], ids=["Hebrew", "Arabic"])
def test_right_to_left_text_is_set_apart(here: Path, word: str) -> None:
    """Isolated, so that line number, rule name and the marks around it stay where they are."""
    write("en.md", ENUM)
    write("he.md", ENUM.replace("inTransit", word))
    for line in doclint("check", "he.md", "--source", "en.md").stdout.splitlines():
        depth = 0
        for char in line:
            depth += (char == "\u2068") - (char == "\u2069")
            assert depth in (0, 1)
            assert depth or not re.match(r"[\u0590-\u06ff]", char), line
        assert depth == 0
        if "DL102" in line:
            assert line.endswith("\u2069  enum-member-changed DL102")


HOSTILE = "\x1b[31m\x1b]0;own\x07\x9b2J\x08\x7f\r\u202e\u2066\u2069\x85"


def test_page_text_cannot_steer_the_terminal(here: Path) -> None:
    """Neither colours, nor titles, nor cursor moves, nor turned directions come from a page or its name."""
    name = "pa\x1b[2Jge\u202e.md"
    write(name, RUSSIAN_ENUM.replace("Интрансит", f"Интр{HOSTILE.replace(chr(13), '')}ансит") + "\n" + HOSTILE)
    write("en.md", ENUM.replace("inTransit", "inTransit" + " <!-- \x1b[31m -->"))
    done = doclint("check", name, "--source", "en.md", "--fail-on", "warning")
    assert done.exit_code == 1
    assert "DL101" in done.stdout
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]", done.stdout)
    assert done.stdout.count("\u2068") == done.stdout.count("\u2069")


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_json_turns_no_text_around_and_says_what_stood_there(here: Path, form: str) -> None:
    name, turned = "pa\u202ege.md", "Интр\u202eансит\u200f\u061c"
    write(name, RUSSIAN_ENUM.replace("Интрансит", turned))
    write("en.md", ENUM)
    text = doclint("check", name, "--source", "en.md", "--select", "DL102", "--format", form).stdout
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    finding = json.loads(text) if form == "jsonl" else json.loads(text)["findings"][0]
    assert (finding["path"], finding["found"]) == (name, turned)


def test_a_name_on_the_command_line_cannot_steer_the_terminal(here: Path) -> None:
    for arguments in (
        ["absent\x1b[2J\n.md"],
        [write("p.md", "x"), "--source", "absent\x1b[2J\n"],
        ["p.md", "--select", "\x1b[2J\n"],
    ):
        done = doclint("check", *arguments)
        assert done.exit_code == 2
        assert "\x1b" not in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error() -> None:
    """As `doclint check ... | head -1`."""
    command = [sys.executable, "-m", "doclint", "check", *["fixtures/ru-RU", "fixtures/ja-JP", "fixtures/ja-JP.sxs"]]
    command += ["--source", "fixtures/en-US", "--format", "jsonl"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith(b'{"rule": ')
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


# other commands


def test_rules_are_listed() -> None:
    lines = process("rules", COLUMNS="100").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.id, rule.name] for rule in rulebook.load()]
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("rule", rulebook.load(), ids=lambda rule: rule.name)
def test_a_rule_is_explained_by_name_or_id(rule: Rule) -> None:
    shown = doclint("explain", rule.name)
    assert shown.exit_code == 0
    assert shown.stdout == doclint("explain", rule.id.lower()).stdout
    assert " ".join(rule.summary.split()) in " ".join(shown.stdout.split())
    assert shown.stdout.count("target │") >= len(rule.bad) + len(rule.good)


def test_the_version_is_that_of_the_package() -> None:
    from doclint import VERSION

    assert doclint("--version").stdout == f"doclint {VERSION}\n"


def test_a_finding_in_a_side_by_side_page_names_its_unit(here: Path) -> None:
    page = (ROOT / "fixtures/ru-RU.sxs/api/parcelstate-enum.md").read_text("utf-8")
    (here / "page.md").write_text(page, encoding="utf-8")
    found = findings("page.md")
    for finding in found:
        line = page.splitlines()[finding["line"] - 1]
        unit = finding["meta"].get("unit")
        assert (unit is None) == ("data-ttu-id" not in line)
        assert unit is None or f'data-ttu-id="{unit}"' in line
    assert any("unit" in finding["meta"] for finding in found)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_output_that_cannot_be_written_is_one_line(here: Path) -> None:
    (here / "a.md").write_text("# Посылка\n", encoding="utf-8")
    command = [sys.executable, "-m", "doclint", "check", "a.md"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "doclint: the output cannot be written: No space left on device\n"


def test_folder_that_cannot_be_read_is_not_passed_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "ru" / "sub").mkdir(parents=True)
    (here / "ru" / "a.md").write_text("# Посылка\n", encoding="utf-8")
    real = os.scandir

    def scandir(path: str) -> Any:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    done = doclint("check", "ru")
    assert done.exit_code == 3
    assert done.stderr == 'doclint: "ru/sub" cannot be read: Permission denied; no page in it is checked\n'
