"""The tester of examples catches each way in which a rule and its examples can disagree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from doclint.api import Bad, Fix, Good, Pair, Problem, Severity, Span, Trust
from doclint.engine import Rule
from doclint.engine.authoring.testing import check_bad, check_examples

Check = Callable[[Pair], Iterator[Problem]]

ENGLISH, RUSSIAN, MENDED = (
    "Keep keyA.\n\nKeep keyA.\n",
    "Храни ⟦ключ⟧.\n\nХрани keyA.\n",
    "Храни keyA.\n\nХрани keyA.\n",
)
BAD = Bad(source=ENGLISH, target=RUSSIAN, expected=("keyA",), fixed=MENDED)
GOOD = Good(source=ENGLISH, target="keyA は残す。\n\nkeyA は残す。\n")


def toy(check: Check, *, bad: Bad = BAD, good: Good = GOOD, needs: Trust = Trust.PAIRED) -> Rule:
    return Rule("DL999", "toy-changed", Severity.ERROR, needs, "A toy.", "A toy.", (bad,), (good,), check)


def found(pair: Pair, *, fix: str | None = "keyA", expected: str = "keyA", shift: int = 0) -> Iterator[Problem]:
    """What is wrong with every `ключ`."""
    for match in re.finditer("ключ", pair.target.text):
        span = Span(match.start() + shift, match.end())
        yield Problem(span, match[0], expected, message="not the key", fix=Fix.safe(span, fix) if fix else None)


def everywhere(pair: Pair) -> Iterator[Problem]:
    yield from found(pair)
    yield Problem(Span(0, 5), "Храни", "Keep", message="too much")


def twice(pair: Pair) -> Iterator[Problem]:
    yield from found(pair)
    yield from found(pair)


def speechless(pair: Pair) -> Iterator[Problem]:
    for match in re.finditer("ключ", pair.target.text):
        yield Problem(Span(*match.span()), match[0], "keyA", fix=Fix.safe(Span(*match.span()), "keyA"))


def raises(pair: Pair) -> Iterator[Problem]:
    raise KeyError("no such column")
    yield


def never_content(pair: Pair) -> Iterator[Problem]:
    """Silent on what is good, but not on its own fix."""
    yield from found(pair)
    if "Храни keyA.\n\n" in pair.target.text:
        yield Problem(Span(0, 5), "Храни", message="still")


def against_english(trust: Trust) -> Check:
    def check(pair: Pair) -> Iterator[Problem]:
        yield from found(pair)
        if pair.trust is trust and pair.target.text == ENGLISH:
            yield Problem(Span(0, 4), "Keep", message="English is wrong, too")

    return check


def against_japanese(pair: Pair) -> Iterator[Problem]:
    yield from found(pair)
    if "残す" in pair.target.text:
        yield Problem(Span(0, 4), "keyA", message="Japanese is wrong")


def test_a_sound_rule_passes() -> None:
    check_examples(toy(found))


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        pytest.param(toy(lambda pair: iter(())), r"BAD\[0\].*other places", id="a problem is missing"),
        pytest.param(toy(everywhere), "other places", id="a problem too many"),
        pytest.param(toy(twice), "other places", id="the same problem twice"),
        pytest.param(toy(lambda pair: found(pair, shift=1)), "other places", id="the span begins one letter late"),
        pytest.param(toy(lambda pair: found(pair, expected="keyB")), "other words", id="another word is expected"),
        pytest.param(toy(lambda pair: found(pair, fix="keyB")), "another text", id="the fix puts in another word"),
        pytest.param(toy(lambda pair: found(pair, fix=None)), "another text", id="the fix is missing"),
        pytest.param(
            toy(found, bad=Bad(source=ENGLISH, target=RUSSIAN)), "a fix is offered", id="a fix though fixed is None"
        ),
        pytest.param(
            toy(lambda pair: found(pair, fix="ключ"), bad=Bad(RUSSIAN, ENGLISH, fixed=re.sub("[⟦⟧]", "", RUSSIAN))),
            "after its own fix",
            id="the fix changes nothing",
        ),
        pytest.param(toy(never_content), "after its own fix", id="not silent after its fix"),
        pytest.param(
            toy(against_english(Trust.PROVEN)), r"source against itself \(proven", id="speaks on proven English"
        ),
        pytest.param(
            toy(against_english(Trust.PAIRED)), r"source against itself \(paired", id="speaks on paired English"
        ),
        pytest.param(toy(against_japanese), r"GOOD\[0\]: finds fault", id="speaks on a good example"),
        pytest.param(toy(speechless), "neither a message nor a damage", id="a problem without words"),
        pytest.param(
            toy(found, needs=Trust.PINNED, bad=Bad(RUSSIAN, ENGLISH, trust=Trust.PAIRED)),
            "never run",
            id="trust too small to be run",
        ),
        pytest.param(
            toy(found, bad=Bad(RUSSIAN)), "never run on one that is alone", id="no source for a rule that needs one"
        ),
        pytest.param(
            toy(found, needs=Trust.ALONE, bad=Bad(RUSSIAN, ENGLISH, trust=Trust.ALONE)),
            "cannot be alone",
            id="a source that is not there",
        ),
        pytest.param(toy(found, bad=Bad("Храни ⟦ключ.\n", ENGLISH)), "never closed", id="a mark is left open"),
        pytest.param(toy(found, bad=Bad("Храни ключ⟧.\n", ENGLISH)), "closes nothing", id="a mark was never opened"),
        pytest.param(toy(found, bad=Bad("Храни keyA.\n", ENGLISH)), "nothing is marked", id="no mark at all"),
        pytest.param(toy(found, bad=Bad("Храни".encode(), ENGLISH)), "this one can", id="bytes that are a page"),
    ],
)
def test_a_wrong_rule_or_example_is_caught(rule: Rule, says: str) -> None:
    with pytest.raises(AssertionError, match=says) as caught:
        check_examples(rule)
    assert str(caught.value).startswith("DL999 toy-changed, ")


def test_edits_that_overlap_are_caught() -> None:
    def overlapping(pair: Pair) -> Iterator[Problem]:
        for problem in found(pair):
            yield problem
            yield Problem(problem.span, problem.found, message="once more", fix=Fix.safe(problem.span, "keyB"))

    example = Bad("Храни ⟦⟦ключ⟧⟧.\n", "Keep keyA.\n", fixed="Храни keyA.\n")
    with pytest.raises(AssertionError, match="do not go together"):
        check_examples(toy(overlapping, bad=example))


def test_the_difference_is_shown_with_marks() -> None:
    with pytest.raises(AssertionError) as caught:
        check_bad(toy(lambda pair: found(pair, shift=2)), 0)
    assert str(caught.value).splitlines()[1:] == [
        f"  wanted: {RUSSIAN!r}",
        f"  got:    {RUSSIAN.replace('⟦кл', 'кл⟦')!r}",
    ]


def test_a_rule_that_raises_is_named_with_its_example() -> None:
    with pytest.raises(KeyError) as caught:
        check_examples(toy(raises))
    assert caught.value.__notes__ == ["DL999 toy-changed, BAD[0]"]


def test_a_mark_in_a_mark_wants_two_problems() -> None:
    def two(pair: Pair) -> Iterator[Problem]:
        yield from found(pair, fix=None, expected="keyB")
        yield from found(pair, fix=None)

    example = Bad("Храни ⟦⟦ключ⟧⟧.\n", "Keep keyA.\n", expected=("keyB", "keyA"))
    check_bad(toy(two, bad=example), 0)


def test_an_unreadable_page_is_reported_at_its_start() -> None:
    def unreadable(pair: Pair) -> Iterator[Problem]:
        if pair.target.trouble:
            yield Problem(Span(0, 0), "", message=pair.target.trouble)

    rule = toy(unreadable, needs=Trust.ALONE, bad=Bad("小包".encode("shift_jis")), good=Good("小包"))
    check_examples(rule)
    with pytest.raises(AssertionError, match="other places"):
        check_examples(toy(lambda pair: iter(()), needs=Trust.ALONE, bad=rule.bad[0], good=rule.good[0]))
