"""Side-by-side pages come apart into two texts, and every place in either leads back into the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doclint.page.markdown import parse
from doclint.page.sidebyside import CLOSE, MIDDLE, OPEN, SideBySide, split
from doclint.text.spans import decode
from tests.page.hostile import soups


def unit(target: str, source: str, name: str = "1a2-101") -> str:
    return f'{OPEN}{name}">{target}{MIDDLE}{name}">{source}{CLOSE}'


def sides(text: str) -> tuple[str, str, int]:
    found = split(text)
    assert found is not None
    assert_leads_back(found, text)
    return found.target.text, found.source.text, left_over(found, text)


def left_over(found: SideBySide, text: str) -> int:
    """Opening spans that are none of a unit's."""
    return text.count(OPEN) - len(found.units)


def assert_leads_back(found: SideBySide, text: str) -> None:
    for view in (found.target, found.source):
        for index, (at, start, end) in enumerate(view.runs):
            stop = view.runs[index + 1].at if index + 1 < len(view.runs) else len(view.text)
            assert view.text[at:stop] == text[start:end]
            assert view.place(at, stop) == (start, end)


@pytest.mark.parametrize(
    ("text", "target", "source"),
    [
        pytest.param(
            f"|{unit('Имя', 'Name')}|{unit('a &amp; `б`', 'a &amp; `b`')}|",
            "|Имя|a &amp; `б`|",
            "|Name|a &amp; `b`|",
            id="cells",
        ),
        pytest.param(
            f'# <a name="x"></a>{unit("Тип", "Type")}\n',
            '# <a name="x"></a>Тип\n',
            '# <a name="x"></a>Type\n',
            id="heading",
        ),
        pytest.param(f"[{unit('устройство', 'device')}](d.md)", "[устройство](d.md)", "[device](d.md)", id="link text"),
        pytest.param(
            f"- {unit('Раз.', 'One.')} {unit('Два.', 'Two.')}", "- Раз. Два.", "- One. Two.", id="two sentences"
        ),
        pytest.param(unit("a | б\nв", "a | b\nc"), "a | б\nв", "a | b\nc", id="pipe and line end"),
        pytest.param(
            unit("<span>я</span>", "<span>I</span>"), "<span>я</span>", "<span>I</span>", id="a span of its own"
        ),
        pytest.param(unit("", "gone"), "", "gone", id="nothing left of it"),
        pytest.param(f"\ufeffa\r\n{unit('б', 'b')}\r\n", "\ufeffa\r\nб\r\n", "\ufeffa\r\nb\r\n", id="BOM and CRLF"),
    ],
)
def test_two_sides(text: str, target: str, source: str) -> None:
    assert sides(text) == (target, source, 0)


GOOD = unit("да", "yes")


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(f'{OPEN}1">нет', id="no English"),
        pytest.param(f'{OPEN}1">нет{MIDDLE}2">no{CLOSE}', id="ids differ"),
        pytest.param(f'{OPEN}1">нет{MIDDLE}1">no</span>', id="not closed"),
        pytest.param(f'{OPEN}1">нет</span> и {MIDDLE}1">no{CLOSE}', id="closed before its English"),
        pytest.param(f'{OPEN}1">нет{MIDDLE}1">no{MIDDLE}1">no{CLOSE}', id="English twice"),
        pytest.param(f"{OPEN}1нет", id="id without an end"),
        pytest.param('<span data-ttu-id="', id="cut off"),
    ],
)
@pytest.mark.parametrize("between", ["", "\n\n"])
def test_broken_runs_stay_and_are_counted(broken: str, between: str) -> None:
    text = f"{GOOD}{between}{broken}{between}{GOOD}"
    assert sides(text) == (f"да{between}{broken}{between}да", f"yes{between}{broken}{between}yes", 1)


def test_a_run_in_a_run_leaves_the_inner_one() -> None:
    text = f'{OPEN}1">а {unit("б", "b")} в{MIDDLE}1">a b c{CLOSE}'
    found = split(text)
    assert found is not None
    assert [run.target.of(text) for run in found.units] == ["б"]
    assert left_over(found, text) == 1


def test_the_same_id_twice_is_two_runs() -> None:
    assert sides(GOOD + GOOD) == ("дада", "yesyes", 0)


@pytest.mark.parametrize("text", ["", "# Type\n", OPEN, f'{MIDDLE}1">x{CLOSE}', f"{OPEN}{MIDDLE}"])
def test_other_pages_have_no_sides(text: str) -> None:
    assert split(text) is None


parts = st.sampled_from([OPEN, '1">', MIDDLE, CLOSE, GOOD, unit("а\nб", "a|b"), "</span>", "<span>", "x"]) | soups


@settings(max_examples=200, deadline=None)
@given(st.lists(parts, max_size=12).map("".join))
def test_any_text_leads_back(text: str) -> None:
    found = split(text)
    if found is not None:
        assert_leads_back(found, text)
        assert left_over(found, text) >= 0
        for run in found.units:
            assert run.whole.of(text) == unit(run.target.of(text), run.source.of(text), run.id)


def test_blocks_of_a_view_are_found_in_the_file() -> None:
    text = f"---\ntitle: {unit('Тип', 'Type')}\n---\n# {unit('Тип', 'Type')}\n\n|`a`|{unit('Имя `b`', 'Name `b`')}|\n|-|-|\n"
    found = split(text)
    assert found is not None
    for view, words in ((found.target, ("Тип", "Имя `b`")), (found.source, ("Type", "Name `b`"))):
        page = parse(view.text, view=view)
        heading, cell = page.headings[0], page.tables[0].header.cells[1]
        assert [page.locate(item.span).of(text) for item in (heading, cell)] == list(words)
        assert page.title is not None
        assert page.is_whole(page.title.span)
        code = cell.inline.pieces[0]
        assert page.locate(code.span).of(text) == "`b`"


HOSTILE = {
    "openings": OPEN,
    "openings with ids": f'{OPEN}1">',
    "openings and middles": f'{OPEN}1">{MIDDLE}1">',
    "middles": MIDDLE,
    "closes": CLOSE,
    "long ids": f"{OPEN}{'1' * 99}",
    "wrong ids": f'{OPEN}1">x{MIDDLE}2">y{CLOSE}',
    "good": GOOD,
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_megabyte_of_anything_is_quick(piece: str) -> None:
    begin = time.perf_counter()
    split(GOOD + piece * (1_000_000 // len(piece)) + GOOD)
    assert time.perf_counter() - begin < 5


@pytest.mark.corpus
def test_corpus_comes_apart_whole(corpus: Path) -> None:
    pages = units = leftover = 0
    for folder in ("ru-sxs", "ja-sxs", "de-sxs"):
        for path in sorted((corpus / folder).rglob("*.md")):
            text = decode(path.read_bytes())
            found = split(text)
            if found is not None:
                pages, units, leftover = pages + 1, units + len(found.units), leftover + left_over(found, text)
    assert (pages, units, leftover) == (4155, 204_709, 0)
