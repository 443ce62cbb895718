"""Words of a code span that shows how something is called, which stand for what readers put there."""

from __future__ import annotations

import re

from doclint.checks import Problem
from doclint.checks.code.spans import code_spans
from doclint.page import Kind, Segment
from doclint.pair import Pair
from doclint.text.lazypattern import lazy

SLOT = lazy(r"<[A-Z]+(?:[_ -][A-Z]+)*>|\{[A-Z]+(?:[_ -][A-Z]+)*\}")
WORDS = lazy(r"(?:[a-z]+ )+")
"""What stands before what a command is given."""
OPTION = lazy(r"(?:[a-z]+ )*--?[A-Za-z][\w-]*[ =]")
"""What stands before the value of a flag, which may be a word of the program's own (`--log INFO`)."""
ARGUMENT = lazy(r"[^\W\d]+(?:[_-][^\W\d]+)*")
JOINED = lazy(r"[^\W\d]+(?:[_-][^\W\d]+)+")
SETTING = lazy(r"(?:--[a-z][\w-]*|[A-Z][A-Z0-9_]+)\[?=\S+")
VALUE = lazy(r"(?<=[=:\[\]])[a-z]+(?=[\[\]:]|\Z)")
"""What readers put behind the sign, or in brackets and before a colon there."""
NUMBERED = lazy(r" ([a-z]+)1 \1[2N](?: \1\d)*(?: ?(?:\.{2,3}|…))?")
"""What stands for the first argument of a call, and the second."""
CALLED = lazy(r"\w+\(([a-z]+)1(?:, ?(?:\1[2N]|\.{2,3}|…))+\)")
"""The same between brackets."""


def is_signature(problem: Problem) -> bool:
    """Whether a heading that shows how a flag or a variable is set has another word for its value: `--dir=file`."""
    name, part = problem.expected or "", problem.source
    if not isinstance(part, Segment) or part.kind is not Kind.HEADING or not SETTING.fullmatch(name):
        return False
    kept = [re.escape(text) for text in VALUE.split(name)]
    return len(kept) > 1 and re.fullmatch(r"[^\W\d_]+".join(kept), problem.found) is not None


def is_slot(problem: Problem, pair: Pair) -> bool:
    """Whether words in capitals between brackets were put over, and the page has them nowhere: `depots/<DOOR_KEY>`."""
    name = problem.expected or ""
    slots = SLOT.findall(name)
    if not slots or any(slot in pair.target.text for slot in slots):
        return False
    kept = [re.escape(part) for part in SLOT.split(name)]
    filled = [rf"{re.escape(slot[0])}[^<>{{}}]+{re.escape(slot[-1])}" for slot in slots]
    return re.fullmatch("".join(map("".join, zip(kept, [*filled, ""], strict=True))), problem.found) is not None


def is_argument(problem: Problem, pair: Pair) -> bool:
    """Whether a command's usage has the word between brackets, and that of the page the other one: `open [path]`."""
    name, found, source = problem.expected or "", problem.found, pair.source
    if source is None or ARGUMENT.fullmatch(name) is None or ARGUMENT.fullmatch(found) is None:
        return False
    ours, theirs = source.code_text, pair.target.code_text
    forms = ((f"{left}{name}{right}", f"{left}{found}{right}") for left, right in ("[]", "<>", "{}"))
    return any(one in ours and other in theirs and one not in theirs for one, other in forms)


def is_in_usage(problem: Problem) -> bool:
    """Whether the word stands for what readers put, in a span that shows how something is called: `send PARCEL`,
    `nameOfDoor arg1 arg2`, `nameOfDoor(arg1, ...)`."""
    name = problem.expected or ""
    if not name or not isinstance(problem.source, Segment) or problem.source_span is None:
        return False
    for code in code_spans(problem.source):
        if code.whole.overlaps(problem.source_span):
            if CALLED.fullmatch(code.text):
                return True
            before, _, behind = code.text.partition(name)
            is_argument = ARGUMENT.fullmatch(name) is not None and WORDS.fullmatch(before) is not None
            is_argument |= JOINED.fullmatch(name) is not None and OPTION.fullmatch(before) is not None
            return (name.isupper() and is_argument) or (not before and NUMBERED.fullmatch(behind) is not None)
    return False
