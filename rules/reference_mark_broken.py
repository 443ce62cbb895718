"""What stands for something else - a footnote, an abbreviation, an entity - shows as text when its sign is not the same.

`[^1]` without `[^1]:` is shown as it is written, and a note that nothing leads to is shown nowhere. `*[CLI]:` explains no
word when its letters are others, and `&copie;` is no `&copy;`. Spoken of where the English has both ends, and the
translation one of them; notes that it leaves out altogether are left alone.
"""

import html.entities
import re
from collections import Counter
from collections.abc import Iterator

from doclint.api import Bad, Fix, Good, Pair, Problem, Severity, Span, Trust, lazy, stands_in, without_code

ID = "DL422"
NAME = "reference-mark-broken"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="A depot[^1] is open.[^2]\n\n[^1]: A hall.\n[^2]: By day.\n",
        target="Das Lager⟦[^1]⟧ ist offen.\n\n⟦[^2]⟧: Am Tag.\n",
        expected=("[^1]:", "[^2]"),
    ),
    Bad(
        source="A depot[^a] is open.\n\n[^a]: By day.\n",
        target="集配所⟦［＾a］⟧は開いています。\n\n[^a]: 日中。\n",
        expected=("[^a]",),
        fixed="集配所[^a]は開いています。\n\n[^a]: 日中。\n",
    ),
    Bad(
        source="The CLI is free. &copy; 2024\n\n*[CLI]: command-line interface\n",
        target="CLI は無料です。⟦&コピー;⟧ 2024\n\n*[⟦コマンド⟧]: コマンドライン インターフェイス\n",
        expected=("&copy;", "CLI"),
        fixed="CLI は無料です。&copy; 2024\n\n*[CLI]: コマンドライン インターフェイス\n",
    ),
]
GOOD = [
    Good(source="A depot[^1] is open.\n\n[^1]: A hall.\n", target="Das Lager, eine Halle, ist offen.\n"),
    Good(source="A[^1] b[^2].\n\n[^1]: C\n[^2]: D\n", target="А[^note].\n\n[^note]: В\n"),
    Good(source="The CLI.\n\n*[CLI]: command\n", target="L’ILC.\n\n*[ILC]: commande\n"),
    Good(source="Q&A; &copy; `[^1]`\n", target="Q&R; © `[^2]`\n"),
]

MARK = lazy(r"(?<!\\)\[\^([^\]\s]{1,60})\](?!:)")
NOTE = lazy(r"^ {0,3}\[\^([^\]\s]{1,60})\]:", re.MULTILINE)
BROKEN = lazy(r"[\[［][ \u00a0]*[\^＾][ \u00a0]*([^\]］\s]{1,60})[ \u00a0]*[\]］]")
SHORT = lazy(r"^\*\[([^\]\n]{1,60})\]:.*", re.MULTILINE)
PARTED = lazy(r"^[*•-][ \t]+\[([^\]\n]{1,60})\]:", re.MULTILINE)
"""What a space makes an item of a list."""
ENTITY = lazy(r"&[ \u00a0]?([^\W\d_]{2,20}(?: [^\W\d_]{2,20})?)[ \u00a0]?[;；]")
LEADS = lazy(r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>", re.ASCII)
LOOSE_LEADS = lazy(r"<([^<>\n]{4,200})>")
MAIL = lazy(r"(?<![\w.+/-])[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
HOST = lazy(r"@(?<=[\w.+-]@)[A-Za-z0-9-]+\.[A-Za-z0-9]", re.ASCII)
"""What each address of mail has, which is found quicker."""
LOOSE_MAIL = lazy(r"[^\s<>()\[\]\"'`:@/]+@[^\s<>()\[\]\"'`:@/]+")
FORMS = (("[^", MARK), ("[^", NOTE), ("*[", SHORT), ("&", ENTITY), ("<", LEADS))
"""What is counted, each form with signs that all its texts have, which are looked for first."""
KNOWN = frozenset(name.rstrip(";") for name in html.entities.html5)


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or not any(sign in pair.source.text for sign, _ in FORMS):
        return
    if signs(pair.source.text) == signs(pair.target.text):
        return  # as nearly every page, and quickly told
    ours, theirs = without_code(pair.source), without_code(pair.target)
    yield from notes(ours, theirs)
    yield from abbreviations(ours, theirs)
    yield from entities(ours, theirs)
    yield from unended(ours, theirs)
    yield from parted(ours, theirs)
    yield from mails(ours, theirs)


def signs(text: str) -> Counter[str]:
    """How often each mark, note and entity stands in a text, without what a note says."""
    forms = [form for sign, form in FORMS if sign in text]
    forms += [MAIL] if "@" in text and HOST.search(text) else []
    return Counter(found[0].split(":")[0] for form in forms for found in form.finditer(text))


def notes(ours: str, theirs: str) -> Iterator[Problem]:
    """Marks of which the note is gone, and notes of which the mark is, or is written otherwise."""
    marked, noted = (set(form.findall(ours)) for form in (MARK, NOTE))
    marks, texts = ({one[1]: one for one in form.finditer(theirs)} for form in (MARK, NOTE))
    for label in sorted(marked & noted):
        mark, text = marks.get(label), texts.get(label)
        if mark and not text:
            yield problem(mark, 0, f"[^{label}]:", f'"{mark[0]}" leads to no note: the English has "[^{label}]:"')
        elif text and not mark:
            span = Span(text.start(), text.start() + len(label) + 3)
            broken = [one for one in BROKEN.finditer(theirs) if one[1] == label and one.start() != text.start()]
            if broken:
                yield problem(broken[0], 0, f"[^{label}]", f'"{broken[0][0]}" is shown as text, and leads to no note')
            else:
                yield Problem(
                    span,
                    span.of(theirs),
                    expected=f"[^{label}]",
                    message=f'nothing leads to this note: "[^{label}]" is missing in the text',
                    severity=Severity.WARNING,
                    evidence="the English has the mark in its text",
                )


def abbreviations(ours: str, theirs: str) -> Iterator[Problem]:
    """The one explained abbreviation that the page says no more, or explains no more."""
    here, there = ({one[1]: one for one in SHORT.finditer(text)} for text in (ours, theirs))
    lost = [label for label in here if label not in there]
    new = [one for label, one in there.items() if label not in here]
    prose = SHORT.sub("", theirs)
    if len(lost) == len(new) == 1 and stands_in(lost[0], prose) and not stands_in(new[0][1], prose):
        what = f'"{new[0][1]}" stands nowhere on the page, and "{lost[0]}" is not explained'
        yield problem(new[0], 1, lost[0], what)
    listed = {one[1]: one for one in PARTED.finditer(theirs)}
    for label in lost:
        if label in listed:
            what = f'"{listed[label][0]}" explains nothing, and is an item of a list'
            yield problem(listed[label], 0, f"*[{label}]:", what)
    for label in lost if not new and not listed else ():
        if stands_in(label, prose) and there:
            yield Problem(
                Span(len(theirs), len(theirs)),
                "",
                expected=f"*[{label}]:",
                message=f'"{label}" is not explained: "*[{label}]:" is missing',
                severity=Severity.WARNING,
                evidence="the English explains it",
            )


def entities(ours: str, theirs: str) -> Iterator[Problem]:
    """Entities that no browser knows, where the English has more that it does."""
    here, there = (Counter(name for name in ENTITY.findall(text) if name in KNOWN) for text in (ours, theirs))
    strange = [one for one in ENTITY.finditer(theirs) if not is_known(one)]
    lost = [name for name in here if there[name] < here[name] or any(one[1] == name for one in strange)]
    if strange and not any(not is_known(one) for one in ENTITY.finditer(ours)):
        for one in strange:
            name = one[1] if one[1] in lost else lost[0] if len(lost) == 1 else None
            if name:
                yield problem(one, 0, f"&{name};", f'"{one[0]}" is shown as text: the English has "&{name};"')


def unended(ours: str, theirs: str) -> Iterator[Problem]:
    """Entities without the semicolon at their end, which Markdown shows as text."""
    for name in sorted({one[1] for one in ENTITY.finditer(ours) if is_known(one)}):
        form = re.compile(rf"&{name}(?=[^\s;&\w]|[A-Z])|&{name}(?=\s)")
        if theirs.count(f"&{name};") < ours.count(f"&{name};") and (one := form.search(theirs)):
            yield problem(one, 0, f"&{name};", f'"{one[0]}" is shown as text: the English has "&{name};"')


def parted(ours: str, theirs: str) -> Iterator[Problem]:
    """Addresses in angle brackets with white space among them, which are text then, and no links."""
    known = {"".join(one[1].split()) for one in LEADS.finditer(ours)}
    for one in LOOSE_LEADS.finditer(theirs):
        if (bare := "".join(one[1].split())) != one[1] and bare in known:
            yield problem(one, 0, f"<{bare}>", f'"{one[0]}" is read as text, and leads nowhere')


def mails(ours: str, theirs: str) -> Iterator[Problem]:
    """The address of a mail in which letters beyond ASCII stand, where the English has one of that domain."""
    known = {one[0] for one in MAIL.finditer(ours)}
    lost = [mail for mail in known if mail not in theirs]
    for one in LOOSE_MAIL.finditer(theirs) if lost else ():
        domain = one[0].partition("@")[2].rstrip(".,;!?")
        alike = [mail for mail in lost if mail.partition("@")[2] == domain]
        if len(alike) == 1 and not one[0].isascii():
            yield problem(one, 0, alike[0], f'"{one[0]}" stands in the place of "{alike[0]}"')


def is_known(entity: re.Match[str]) -> bool:
    return entity[1] in KNOWN and entity[0] == f"&{entity[1]};"


def problem(found: re.Match[str], group: int, expected: str, message: str) -> Problem:
    span = Span(*found.span(group))
    is_form = not expected.endswith(":")
    return Problem(
        span,
        found[group],
        expected=expected,
        message=message,
        fix=Fix.unsafe(span, expected) if is_form else None,
        evidence="the same sign in the English",
    )
