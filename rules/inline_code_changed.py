"""Code spans name things in the product, so a translation repeats them letter for letter.

Machine translation likes to translate the words between backticks. A reader who pastes `inBearbeitung` where
the service expects `inProgress` gets an error, and nothing on the page tells them why. A span that the page has as
often as the English has moved: word order changes, and sentences move. Phrases, labels, quoted samples,
placeholders, names that the page renamed in its code blocks too and paths that differ in their locale only may be
translated and are left alone, and so is a slip of the English that its own code does not have. Words or signs around
a name that still stands between its backticks are a warning. Where the backticks are lost and the word stands
unmarked, it is a note. The members of a list of values are `value-list-changed`'s business.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from doclint.api import (
    Bad,
    CodeSpan,
    Confidence,
    Damage,
    Fix,
    Good,
    Kind,
    Match,
    Page,
    PageCode,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    code_spans,
    first_of,
    has_code,
    is_button,
    is_joined,
    is_name,
    is_prose,
    is_quoted,
    is_words,
    judge,
    lazy,
    may_be_newer,
    may_differ,
    resembles,
    same_code,
    side_by_side,
    stands_in,
    value_list,
    weighed,
    within,
)

ID = "DL303"
NAME = "inline-code-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Set `status` to `inTransit`.\n",
        target="Setzen Sie `status` auf `⟦unterwegsZum⟧`.\n",
        expected=("inTransit",),
        fixed="Setzen Sie `status` auf `inTransit`.\n",
    ),
    Bad(
        source="Call `getDepot()` once.\n",
        target="Вызовите `⟦получитьСклад()⟧` один раз.\n",
        expected=("getDepot()",),
        fixed="Вызовите `getDepot()` один раз.\n",
        trust=Trust.PAIRED,
    ),
    Bad(  # two suspects, two candidates: say so, guess nothing
        source="Either `depotOpen` or `depotShut`.\n",
        target="`⟦倉庫を開く⟧` か `⟦倉庫を閉じる⟧` です。\n",
    ),
    Bad(
        source="Pass `--keep-parcels` to the courier.\n",
        target="⟦Передайте это курьеру.⟧\n",
        expected=("--keep-parcels",),
    ),
    Bad(
        source="Get `depotKey` and `/parcels`.\n",
        target="احصل على `⟦depotKey المفتاح⟧` و`⟦(/parcels)⟧`.\n",
        expected=("depotKey", "/parcels"),
        fixed="احصل على `depotKey` و`/parcels`.\n",
    ),
    Bad(
        source="Read the `URGENT` part of `Notes for All Depots`.\n",
        target="`Tüm Depolar İçin Notlar` belgesinin `⟦ACELE⟧` kısmını okuyun.\n",
        expected=("URGENT",),
    ),
    Bad(source="The `parcelId` is new.\n", target="⟦parcelId⟧ は新しいものです。\n", expected=("parcelId",)),
]
GOOD = [
    Good(source="Pass `id` to `get`.\n", target="`get` に `id` を渡します。\n"),
    Good(source="See `a`.\n\nSee `b`.\n", target="Siehe `b`.\n\nSiehe `a`.\n"),
    Good(
        source='Choose `Held parcels`, type `{user name}` in `/docs/en-us/index.md`, and say `"Hello"`.\n',
        target='Выберите `Задержанные`, введите `{имя}` в `/docs/ru-ru/index.md` и скажите `"Привет"`.\n',
    ),
    Good(
        source="Call `sendParcel`, then `<b>Sent</b> /* now */`.\n\n```js\nfunction sendParcel() {}\n```\n",
        target="Вызовите `послать`, затем `<b>Ушло</b> /* уже */`.\n\n```js\nfunction послать() {}\n```\n",
    ),
    Good(  # a string of the sample, while the variable keeps its name
        source='The `north` depot.\n\n```js\nlet north = open("north");\n```\n',
        target='Склад `север`.\n\n```js\nlet north = open("север");\n```\n',
    ),
    Good(source="## Open `depotDoor`\n\nSee `depotKey`.\n", target="## depotDoor を開く\n\n「depotKey」を参照。\n"),
    Good(source="Run `x` and then `x` again.\n", target="`x` を二度実行します。\n"),
    Good(
        source="When `(fee × days kept) > (price of parcel)`, sell.\n",
        target="`(日数 × 料金) > (荷物の価格)` なら売ります。\n",
        trust=Trust.PAIRED,
    ),
    Good(  # the English text has a slip, its code has none
        source="Returns `OK(())`.\n\n```rust\nfn send() { Ok(()) }\n```\n",
        target="`Ok(())` लौटाता है।\n\n```rust\nfn send() { Ok(()) }\n```\n",
    ),
    Good(source="Returns null.\n", target="Возвращает `null`.\n"),
    Good(source="Use `newName`.\n", target="Используйте `oldName`.\n", trust=Trust.PAIRED),
    Good(source="The `id` field.\n", target="Поле <code>id</code>.\n"),
]

QUANTITY = lazy(r"[0-9]+(?:\.[0-9]+)?[A-Za-z]{1,3}")
"""A number with its unit."""

MOST = 100
"""Segments that are looked at; where more differ the page was made from something else."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or not pair.fits:
        return
    pages = PageCode(pair.source), PageCode(pair.target)
    for match in islice(filter(differs, pair.differing), MOST):
        yield from changes(pair, match, *pages)


def differs(match: Match[Segment]) -> bool:
    source, target = match.source.text, match.target.text
    return has_code(source) and not same_code(source, target)


def changes(pair: Pair, match: Match[Segment], source: PageCode, target: PageCode) -> Iterator[Problem]:
    ours, theirs = code_spans(match.source), code_spans(match.target)
    here, there = Counter(code.text for code in ours), Counter(code.text for code in theirs)
    listed = {code.text for code in value_list(match.source)}
    plain = match.target.plain
    lost: list[CodeSpan] = []
    bare: list[CodeSpan] = []
    for code in first_of(ours):
        name = code.text
        if name in there or name in listed or target.count[name] >= source.count[name]:
            continue
        (bare if stands_in(name, plain) and plain.count(name) >= match.source.plain.count(name) else lost).append(code)
    strange = [
        code
        for code in first_of(theirs)
        if code.text not in here and not source.count[code.text] and not stands_in(code.text, source.prose)
    ]
    for held, found in within(lost, bare, strange) if len(strange) < MOST else ():
        if not may_be_newer(pair, held.text, found.text):
            yield replaced(pair, match, held, found, is_only=True, is_whole=True, pages=(source, target))
    for expected, found in side_by_side(lost, strange) if len(lost) * len(strange) < MOST else ():
        if may_be_newer(pair, expected and expected.text, found.text):
            continue
        if expected is None or (is_button(expected.text) and pair.trust < Trust.EMBEDDED):
            continue
        if may_differ(expected.text, found.text) or target.renamed(expected.text, found.text, source):
            continue
        if is_mended(expected.text, found.text, pair.source):
            continue
        yield replaced(pair, match, expected, found, is_only=len(lost) == len(strange) == 1, pages=(source, target))
    if pair.is_exact and not there - here:
        yield from (dropped(match, code) for code in lost if is_gone(code.text, target))
        yield from (unmarked(match, code) for code in bare if is_unmarked(match, code, source))


def is_mended(expected: str, found: str, source: Page | None) -> bool:
    """Whether the English code itself has the found spelling and never the expected one: a slip that a person mended."""
    blocks = [block.text for block in source.codes] if source else []
    return any(stands_in(found, text) for text in blocks) and not any(stands_in(expected, text) for text in blocks)


def is_code_like(text: str, source: PageCode) -> bool:
    """Whether the span is code by its form, or stands in a code block of the English."""
    return not is_words(text) or is_name(text) or source.has_words(text)


def is_path(text: str) -> bool:
    """Whether the span is the path of a made-up page or file, as far as one can tell."""
    return text.startswith("/") and len(text.split()) == 1


def is_gone(name: str, target: PageCode) -> bool:
    """Whether it is code by its form, and the whole page does not have it any more."""
    is_code = is_name(name) or not (is_prose(name) or is_words(name))
    return is_code and not target.count[name] and not stands_in(name, target.prose)


def is_unmarked(match: Match[Segment], code: CodeSpan, source: PageCode) -> bool:
    """Whether the word stands like any other: headings have a style of their own, quotes and emphasis mark it too."""
    if match.target.kind is Kind.HEADING or is_quoted(code.text) or not is_code_like(code.text, source):
        return False
    text, (start, end) = match.target.page.text, place(match, code.text)
    around = text[max(start - 1, 0) : start], text[end : end + 1]
    return not all(unicodedata.category(char)[0] in "PS" for char in around if char) or not all(around)


def place(match: Match[Segment], word: str) -> Span:
    """Where the word first stands in the target."""
    at = match.target.plain.find(word)
    return match.target.inline.place(at, at + len(word))


def replaced(
    pair: Pair,
    match: Match[Segment],
    expected: CodeSpan,
    found: CodeSpan,
    *,
    is_only: bool,
    is_whole: bool = False,
    pages: tuple[PageCode, PageCode],
) -> Problem:
    name = expected.text
    damage = judge(name, found.text)
    is_sample = is_joined(name) or "_" in name or is_path(name) or not is_code_like(name, pages[0])
    is_proven = pages[0].has_words(name) and pages[1].has_words(name)
    is_slip = not pair.is_exact and found.text.isascii()
    is_mild = (
        is_slip
        or is_whole
        or damage is Damage.SPACED
        or QUANTITY.fullmatch(name) is not None
        or (is_sample and not is_proven)
    )
    is_sure = pair.is_exact and is_only and match.confidence is Confidence.HIGH
    is_safe = is_sure and not is_mild and resembles(name, found.text)
    raw = expected.span.of(match.source.page.text)
    return Problem(
        span=found.span,
        found=found.text,
        expected=name,
        damage=damage,
        fix=(Fix.safe if is_safe else Fix.unsafe)(found.span, raw) if is_only else None,
        severity=Severity.WARNING if is_mild else None,
        confidence=match.confidence if is_sure else min(match.confidence, Confidence.MEDIUM),
        evidence="code in a code block and in the text" if is_proven else "code span of the English",
        source=match.source,
        source_span=expected.span,
        target=match.target,
    )


def dropped(match: Match[Segment], code: CodeSpan) -> Problem:
    return Problem(
        span=match.target.span,
        found="",
        expected=code.text,
        damage=Damage.DROPPED,
        severity=Severity.WARNING,
        confidence=min(match.confidence, Confidence.MEDIUM),
        evidence="code span of the English",
        source=match.source,
        source_span=code.span,
        target=match.target,
    )


def unmarked(match: Match[Segment], code: CodeSpan) -> Problem:
    return Problem(
        span=place(match, code.text),
        found=code.text,
        expected=code.text,
        message=f'"{code.text}" has lost its backticks',
        severity=Severity.NOTE,
        confidence=Confidence.MEDIUM,
        evidence="code span of the English",
        source=match.source,
        source_span=code.span,
        target=match.target,
    )
