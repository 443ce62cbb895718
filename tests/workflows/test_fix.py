"""`doclint fix` and `check --fix`, as the command line meets them: what is put back, what is left, what is never touched."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from doclint.engine import Finding
from doclint.engine.finding import FileEdit, FileFix
from doclint.run import Asked, How
from doclint.run.plan.plan import make
from doclint.run.plan.start import start
from doclint.workflows.fix.choose import chosen
from tests.commandline import doclint
from tests.gitrepo import Repo, git
from tests.smalldisk import small_disk

ENGLISH = (
    "---\ntitle: parcelRoute\n---\n"
    '# <a name="parcelroute"></a>parcelRoute\n\n'
    "The routeTags of a [parcelWindow](parcelwindow.md).\n\n"
    "|Member|Value|Description|\n|:---|:---|:---|\n"
    "|inTransit|0|On the road.|\n|deliveredLate|1|Too late.|\n"
)
RUSSIAN = (
    "---\ntitle: parcelRoute\n---\n"
    '# <a name="parcelroute"></a>Парцелрауте\n\n'
    "Роутетагс объекта [парцелвиндов](parcelwindow.md).\n\n"
    "|Элемент|Значение|Описание|\n|:---|:---|:---|\n"
    "|Интрансит|нуль|В пути.|\n|деливередлате|1|Слишком поздно.|\n"
)
SAFELY = (
    "---\ntitle: parcelRoute\n---\n"
    '# <a name="parcelroute"></a>parcelRoute\n\n'
    "Роутетагс объекта [parcelWindow](parcelwindow.md).\n\n"
    "|Элемент|Значение|Описание|\n|:---|:---|:---|\n"
    "|inTransit|0|В пути.|\n|deliveredLate|1|Слишком поздно.|\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lay("page.md", ENGLISH, RUSSIAN)
    return tmp_path


def lay(name: str, english: str | bytes, target: str | bytes) -> Path:
    """A page in `en` and `ru`, which names the digest of its English if it has front matter; the Russian one."""
    if isinstance(english, str):
        english = english.encode()
    if isinstance(target, str):
        unified = re.sub(rb"\r\n|\n", b"\r\n", english)
        digest = hashlib.sha1(unified, usedforsecurity=False).hexdigest()
        target = re.sub("^(\ufeff?---(\r\n?|\n))", rf"\1ms.openlocfilehash: {digest}\2", target).encode()
    for folder, data in (("en", english), ("ru", target)):
        Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, name).write_bytes(data)
    return Path("ru", name)


def read(name: str | Path = "ru/page.md") -> str:
    """The text of a page without the digest."""
    return re.sub("ms.openlocfilehash: .{40}(\r\n?|\n)", "", Path(name).read_bytes().decode())


def alone(*arguments: str) -> Result:
    return doclint(*arguments, "--jobs", "1")


def fix(*arguments: str, source: str = "en") -> Result:
    done = alone("fix", "ru", "--source", source, "--no-cache", *arguments)
    assert done.exit_code in (0, 1, 2, 3), done.output
    return done


def test_what_has_a_witness_is_put_back_and_the_rest_is_shown() -> None:
    done = fix("--locale", "ru")
    assert read() == SAFELY
    assert 'ru/page.md\n  5:29 "parcelRoute" where "Парцелрауте" stood (heading-identifier-changed)' in done.stdout
    assert "fixed 5 findings on 1 page" in done.stderr
    assert "unsafe, needs `doclint fix --unsafe`" in done.stderr
    assert done.exit_code == 0, "what is left is a warning"
    assert fix("--locale", "ru", "--fail-on", "warning").exit_code == 1


def test_second_run_changes_nothing() -> None:
    fix()
    before = read(), Path("ru/page.md").stat().st_mtime_ns
    done = fix()
    assert (read(), Path("ru/page.md").stat().st_mtime_ns) == before
    assert "fixed 0 findings on 0 pages" in done.stderr


def test_unsafe_is_put_back_when_asked_for() -> None:
    fix("--unsafe")
    assert read() == SAFELY.replace("Роутетагс", "routeTags")


def test_diff_is_one_that_git_applies_and_nothing_is_written() -> None:
    done = fix("--diff")
    assert read() == RUSSIAN
    assert "would fix 5 findings on 1 page" in done.stderr
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], input=done.stdout.encode(), check=True)
    assert read() == SAFELY


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_diff_of_any_ends_of_lines_applies(end: str) -> None:
    crlf = end == "\r\n"
    english, russian = (text.rstrip("\n") + end for text in (ENGLISH, RUSSIAN))
    lay(
        "page.md",
        *((text.replace("\r\n", "\n").replace("\n", "\r\n") if crlf else text) for text in (english, russian)),
    )
    patch = doclint("fix", "ru", "--source", "en", "--no-cache", "--diff").stdout_bytes
    subprocess.run(["git", "apply", "-"], input=patch, check=True)
    applied = Path("ru/page.md").read_bytes()
    lay(
        "page.md",
        *((text.replace("\r\n", "\n").replace("\n", "\r\n") if crlf else text) for text in (english, russian)),
    )
    fix()
    assert applied == Path("ru/page.md").read_bytes() != russian.encode()


def test_json_lines_say_what_became_of_each() -> None:
    before = Path("ru/page.md").read_text("utf-8")
    rows = [json.loads(line) for line in fix("--format", "jsonl").stdout.splitlines()]
    assert {(row["expected"], row["fixed"]) for row in rows} == {
        ("parcelRoute", True),
        ("parcelWindow", True),
        ("inTransit", True),
        ("0", True),
        ("deliveredLate", True),
        ("routeTags", False),
    }
    text = before
    for edit in sorted(
        (edit for row in rows if row["fixed"] for edit in row["fix"]["edits"]), key=lambda one: -one["start"]
    ):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    assert text == Path("ru/page.md").read_text("utf-8"), "each changed place lies in a reported edit"


def test_check_fix_reports_what_is_left() -> None:
    done = alone("check", "ru", "--source", "en", "--no-cache", "--fix", "--format", "jsonl")
    assert read() == SAFELY
    assert [json.loads(line)["expected"] for line in done.stdout.splitlines()] == ["routeTags"]
    assert done.exit_code == 0
    assert "fixed 5 findings" in done.stderr


def test_check_takes_the_wishes_of_fix() -> None:
    page = ("check", "ru", "--source", "en", "--no-cache")
    patch = alone(*page, "--diff")
    assert (patch.stdout, patch.exit_code, read()) == (fix("--diff").stdout, 0, RUSSIAN)
    assert (alone(*page, "--diff", "--output", "patch").stdout, Path("patch").read_text("utf-8")) == (
        "",
        patch.stdout,
    )
    assert alone(*page, "--diff", "--report", "sarif=x").exit_code == 2
    assert alone(*page, "--unsafe").stderr == (
        "doclint: --unsafe, --human and --known only mean something with --fix or --diff\n"
    )
    assert alone(*page, "--fix", "--unsafe", "--fail-on", "note").exit_code == 0
    assert read() == SAFELY.replace("Роутетагс", "routeTags")


@pytest.mark.parametrize(
    ("english", "target"),
    [
        pytest.param("\ufeff" + ENGLISH, "\ufeff" + RUSSIAN, id="byte order mark"),
        pytest.param(ENGLISH.replace("\n", "\r\n"), RUSSIAN.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(ENGLISH.replace("\n", "\r"), RUSSIAN.replace("\n", "\r"), id="lone CR"),
        pytest.param(ENGLISH.rstrip("\n"), RUSSIAN.rstrip("\n"), id="no line end at the end"),
        pytest.param(ENGLISH.replace("|\n", "|  \t\n"), RUSSIAN.replace("|\n", "|  \t\n"), id="trailing white space"),
        pytest.param(ENGLISH + "\n\f\v\u2028\x85\n", RUSSIAN + "\n\f\v\u2028\x85\n", id="odd characters"),
    ],
)
def test_bytes_outside_the_edits_stay(english: str, target: str) -> None:
    file = lay("page.md", english, target)
    fix()
    new = read(file)
    for damaged, whole in [
        ("Парцелрауте", "parcelRoute"),
        ("парцелвиндов", "parcelWindow"),
        ("Интрансит", "inTransit"),
    ]:
        target = target.replace(damaged, whole)
    assert new == target.replace("нуль", "0").replace("деливередлате", "deliveredLate")


def test_page_that_is_no_utf8_is_left_alone() -> None:
    file = lay("page.md", ENGLISH, RUSSIAN.encode("utf-16"))
    before = file.read_bytes()
    fix("--unsafe")
    assert file.read_bytes() == before


def test_markup_around_the_word_stays() -> None:
    lay(
        "cells.md",
        "---\ntitle: a\n---\n|Property|Type|\n|---|---|\n|depotState|[routeStop](route.md)|\n|**parcel\\_id**|`a`|\n",
        "---\ntitle: a\n---\n|Свойство|Тип|\n|---|---|\n| депотстате |[роутестоп](route.md) |\n|**парцел\\_ид**|`a`|\n",
    )
    fix("--unsafe")
    assert read("ru/cells.md") == (
        "---\ntitle: a\n---\n|Свойство|Тип|\n|---|---|\n| depotState |[routeStop](route.md) |\n|**parcel\\_id**|`a`|\n"
    )


def test_cell_that_is_put_back_whole_mends_all_that_it_lost() -> None:
    head = "---\ntitle: a\n---\n|{}|{}|\n|---|---|\n|{}|{}|\n"
    scopes = "Parcels.Read, Parcels.ReadWrite, Depot.Read.All"
    target = head.format("種類", "アクセス許可", "委任", "小包。読み取り、デポの読み取り/書き込み。")
    lay("page.md", head.format("Type", "Permissions", "Delegated", scopes), target)
    shown = [
        json.loads(line) for line in alone("check", "ru", "--source", "en", "--format", "jsonl").stdout.splitlines()
    ]
    assert [row["route"] for row in shown] == ["here"]
    done = fix()
    assert read() == head.format("種類", "アクセス許可", "委任", scopes)
    assert "fixed 1 finding on 1 page" in done.stderr


def test_a_number_is_not_put_over_words_that_came_from_another_cell() -> None:
    english = "---\ntitle: a\n---\n|Member|Value|Says|\n|---|---|---|\n|open|1|Open.|\n|heldDoor|3|Held by a door.|\n"
    target = (
        "---\ntitle: a\n---\n|Член|Значение|Смысл|\n|---|---|---|\n|open|1,1|Открыт.|\n|heldDoor|3withA Door|Ждёт.|\n"
    )
    lay("page.md", english, target)
    fix()
    assert read() == target.replace("1,1", "1")


def test_what_one_repair_brings_to_light_is_put_back_in_the_next_pass() -> None:
    english = "---\ntitle: a\n---\nSee [parcelWindow][window].\n\n[window]: window.md\n"
    target = "---\ntitle: a\n---\nСм. [парцелвиндов][окно].\n\n[window]: window.md\n"
    lay("page.md", english, target)
    done = fix("--unsafe")
    assert read() == target.replace("[парцелвиндов][окно]", "[parcelWindow][window]")
    assert "fixed 2 findings on 1 page" in done.stderr


def test_of_fixes_that_meet_the_more_specific_goes_first() -> None:
    plan = make(Asked(paths=("ru",), source="en", is_bare=True))
    run = start(plan, How(jobs=1, seconds=60, is_cached=False, say=print))
    (one, *_) = (finding for page in run for finding in page.findings)

    def with_edits(*places: tuple[int, int]) -> Finding:
        return one._replace(fix=FileFix(True, tuple(FileEdit(start, end, "x") for start, end in places)))

    cell, word, other, both = (with_edits(*at) for at in ([(0, 20)], [(4, 9)], [(30, 32)], [(9, 10), (40, 41)]))
    assert chosen([cell, both, other, word]) == [both, other], "all edits of a fix, or none"
    assert chosen([cell, word, other]) == [other, word]
    assert chosen([cell, cell]) == [cell, cell], "the very same fix is made once for both"


def test_escaped_pipes_and_marks_around_the_word_stay() -> None:
    head = "---\ntitle: a\n---\n|Property|Type|\n|---|---|\n"
    lay(
        "page.md",
        head + "|**`depotState`** \\| [routeStop](route.md)|a \\| b|\n|_parcelLane_|[x \\| hubName](hub.md)|\n",
        head + "|**`депотстате`** \\| [роутестоп](route.md)|а \\| б|\n|_парцеллане_|[x \\| хубнаме](hub.md)|\n",
    )
    fix("--unsafe")
    assert read() == (
        head + "|**`depotState`** \\| [routeStop](route.md)|а \\| б|\n|_parcelLane_|[x \\| hubName](hub.md)|\n"
    )


def test_side_by_side_page_is_edited_on_its_translated_side() -> None:
    def unit(target: str, english: str) -> str:
        middle = '</span><span class="sxs-lookup"><span data-stu-id="1">'
        return f'<span data-ttu-id="1">{target}{middle}{english}</span></span>'

    page = "|{}|{}|\n|---|---|\n|{}|{}|\n"
    words = [("Элемент", "Member"), ("Значение", "Value"), ("{}", "inTransit"), ("1", "1")]
    text = page.format(*(unit(*both) for both in words))
    Path("ru/page.md").write_text(text.replace("{}", "Интрансит"), encoding="utf-8")
    alone("fix", "ru/page.md", "--no-cache")
    assert read() == text.replace("{}", "inTransit")


def test_page_that_a_person_translated_needs_a_witness_or_leave() -> None:
    meta = "title: parcelRoute\nms.translationtype: HT"
    lay("page.md", ENGLISH, RUSSIAN.replace("title: parcelRoute", meta))
    done = fix()
    assert "translated by a person, needs `doclint fix --human`" in done.stderr
    assert "[parcelWindow](parcelwindow.md)" in read(), "the link's target is a second witness"
    assert "|Интрансит|" in read()
    fix("--human")
    assert read() == SAFELY.replace("title: parcelRoute", meta)


def test_only_what_check_would_show_is_put_back() -> None:
    Path("doclint.toml").write_text(
        '[[allow]]\nexpected = ["inTransit"]\nfound = ["Интрансит"]\nreason = "house style"\n', encoding="utf-8"
    )
    fix("--ignore", "enum-value-changed")
    assert "|Интрансит|нуль|" in read()
    assert "|deliveredLate|1|" in read()


def test_changed_lines_hold(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(here / "repo")
    monkeypatch.chdir(repo.folder)
    lay("page.md", ENGLISH, SAFELY.replace("deliveredLate", "деливередлате"))
    repo.commit({})
    lay("page.md", ENGLISH, SAFELY.replace("deliveredLate", "деливередлате").replace("inTransit", "Интрансит"))
    fix("--changed-lines", "HEAD")
    assert read() == SAFELY.replace("deliveredLate", "деливередлате")


def test_pages_of_a_commit_are_refused_in_one_line_but_for_a_patch(here: Path) -> None:
    repo = Repo(here / "repo")
    repo.commit({"page.md": Path("ru/page.md").read_bytes()})
    for command in ("fix", "check --fix"):
        done = alone(*command.split(), "repo@HEAD", "--source", "en")
        assert done.exit_code == 2
        assert done.stderr.splitlines() == [
            "doclint: pages of a commit cannot be written: name files or folders, or print a patch with "
            "`doclint fix --diff`"
        ]
    patch = alone("fix", "repo@HEAD", "--source", "en", "--diff")
    subprocess.run(["git", "-C", repo.folder, "apply", "-"], input=patch.stdout.encode(), check=True)
    assert read("repo/page.md") == SAFELY


def test_symbolic_link_out_of_the_folder_is_refused_and_named(here: Path) -> None:
    git(here, "init", "-q")  # what leads out of the repository is not even read
    Path("ru/page.md").rename("outside.md")
    before = read("outside.md")
    Path("ru/page.md").symlink_to(here / "outside.md")
    done = fix()
    assert done.exit_code == 3
    assert f"ru/page.md is a symbolic link to {here / 'outside.md'}, outside the folder" in done.stderr
    assert read("outside.md") == before
    assert "fixed 0 findings" in done.stderr


def test_symbolic_link_within_the_folder_stays_one() -> None:
    Path("ru/page.md").rename("ru/real.md")
    shutil.copy("en/page.md", "en/real.md")
    Path("ru/page.md").symlink_to("real.md")
    assert fix().exit_code == 0
    assert Path("ru/page.md").is_symlink()
    assert read("ru/real.md") == SAFELY


def test_permissions_stay_and_a_read_only_page_is_left() -> None:
    lay("other.md", ENGLISH, RUSSIAN)
    Path("ru/page.md").chmod(0o640)
    Path("ru/other.md").chmod(0o440)
    done = fix()
    assert stat.S_IMODE(Path("ru/page.md").stat().st_mode) == 0o640
    assert (read(), read("ru/other.md")) == (SAFELY, RUSSIAN)
    assert "ru/other.md cannot be written: it is read-only" in done.stderr
    assert done.exit_code == 3


def test_full_disk_leaves_the_old_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = fix()
    assert "ru/page.md cannot be written: No space left on device" in done.stderr
    assert done.exit_code == 3
    assert read() == RUSSIAN
    assert list(Path("ru").iterdir()) == [Path("ru/page.md")]


def test_full_file_system_leaves_whole_pages(here: Path) -> None:
    with small_disk(here / "disk") as disk:
        filler = "\n" + "Длинный текст. " * 1200
        lay("page.md", ENGLISH + filler, RUSSIAN + filler)
        shutil.copy("ru/page.md", disk)
        done = alone("fix", str(disk), "--source", "en", "--no-cache")
        assert "No space left" in done.stderr
        assert read(disk / "page.md") == RUSSIAN + filler
        assert list(disk.iterdir()) == [disk / "page.md"]


def test_page_that_changes_meanwhile_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    from doclint.workflows.fix.page import Repairer

    check = Repairer.check

    def slow(self: Repairer, target: Any, data: bytes | None = None) -> Any:
        done = check(self, target, data)
        Path("ru/page.md").write_text("other\n", encoding="utf-8")
        return done

    monkeypatch.setattr(Repairer, "check", slow)
    assert "ru/page.md has changed since it was read" in fix().stderr
    assert read() == "other\n"


def test_kill_in_the_middle_leaves_whole_pages() -> None:
    for number in range(60):
        lay(f"page{number:02}.md", ENGLISH, RUSSIAN)
    command = [sys.executable, "-m", "doclint", "fix", "ru", "--source", "en", "--no-cache", "--jobs", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and read("ru/page10.md") == RUSSIAN:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    texts = {read(page) for page in Path("ru").glob("page*.md")}
    assert texts <= {RUSSIAN, SAFELY}
    assert SAFELY in texts


def test_many_pages_by_many_processes_are_as_by_one() -> None:
    for number in range(40):
        lay(f"page{number:02}.md", ENGLISH, RUSSIAN)
    done = doclint("fix", "ru", "--source", "en", "--jobs", "2")
    assert {read(page) for page in Path("ru").glob("*.md")} == {SAFELY}
    assert "fixed 205 findings on 41 pages" in done.stderr
    again = doclint("fix", "ru", "--source", "en", "--jobs", "2")
    assert "fixed 0 findings on 0 pages" in again.stderr


@pytest.mark.parametrize(
    ("form", "damaged", "fixed"),
    [
        ("[routeStop][]", "[роутестоп][]", "[routeStop][роутестоп]"),
        ("[routeStop]", "[роутестоп]", "[routeStop][роутестоп]"),
        ("[routeStop][routeStop]", "[роутестоп][роутестоп]", "[routeStop][роутестоп]"),
    ],
)
def test_link_whose_text_is_its_label_leads_where_it_did(form: str, damaged: str, fixed: str) -> None:
    """The definition's label is damaged the same way: with the word put back alone the link would lead nowhere."""
    head = "---\ntitle: a\n---\n|{}|{}|\n|---|---|\n|depotState|{}|\n\n[{}]: route.md\n"
    target = head.format("Свойство", "Тип", damaged, "роутестоп")
    lay("page.md", head.format("Property", "Type", form, "routeStop"), target)
    assert fix().exit_code == 0
    assert read() == target.replace(damaged, fixed, 1)
    other = "[routeStop]: elsewhere.md\n"
    lay("page.md", head.format("Property", "Type", form, "routeStop"), target + other)
    fix()
    assert read() == target.replace(damaged, fixed, 1) + other, "not where the new label leads"


def test_lost_label_whose_text_is_a_name_is_put_back_with_its_text() -> None:
    english = (
        "---\ntitle: a\n---\nAll of a [routeStop][] and a [depot][].\n\n[routeStop]: route.md\n[depot]: depot.md\n"
    )
    target = "---\ntitle: a\n---\nВсё о [роутестоп][] и [склад][depot].\n\n[routeStop]: route.md\n[depot]: depot.md\n"
    lay("page.md", english, target)
    fix()
    assert read() == target.replace("[роутестоп]", "[routeStop]")


def test_repair_that_does_not_hold_is_left_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from doclint.engine import labels

    monkeypatch.setattr(labels, "kept", lambda problem: problem.fix)
    head = "---\ntitle: a\n---\n|{}|{}|\n|---|---|\n|{}|[{}][]|\n\n[{}]: route.md\n"
    target = head.format("Свойство", "Тип", "депотстате", "роутестоп", "роутестоп")
    lay("page.md", head.format("Property", "Type", "depotState", "routeStop", "routeStop"), target)
    done = fix()
    assert read() == target.replace("депотстате", "depotState"), "the link would lead nowhere"
    assert "1 finding not fixed: undone, since the finding was still there" in done.stderr
    assert done.exit_code == 1
