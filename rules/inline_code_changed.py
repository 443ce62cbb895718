"""Code spans name things in the product, so a translation repeats them letter for letter.

Machine translation likes to translate the words between backticks. A reader who pastes `inBearbeitung` where the
service expects `inProgress` gets an error, and nothing on the page tells them why. A span that the page has as often
as the English has moved: word order changes, and sentences move. Phrases, labels, quoted samples, phrases to fill in,
what a name means in brackets behind it, names that the page renamed in its code blocks too and paths that differ in
their locale only may be translated and are left alone, and so is a slip of the English that its own code does not
have. Words or signs around a name that still stands between its backticks are a warning, and so is another word in
braces, unless an address has it. Where the backticks are lost and the word stands unmarked, it is a warning; a plain
word whose span is gone is a note, unless the English is proven. A word like any other without its
marks, or another word of the English in its place, is a warning where a change took away what was right. The members
of a list of values are `value-list-changed`'s business.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from doclint.api import (
    Bad,
    CodeSpan,
    Damage,
    Difference,
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
    foreign_words,
    has_code,
    is_braced_otherwise,
    is_button,
    is_joined,
    is_method_translated,
    is_name,
    is_prose,
    is_quoted,
    is_request,
    is_status_translated,
    is_words,
    judge,
    lazy,
    likeness,
    may_differ,
    resembles,
    respelt,
    same_code,
    side_by_side,
    singular,
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
    Bad(  # the other paragraph keeps the word
        source="Set `key` and `route`.\n\nSee `route`.\n",
        target="`key` と `⟦経路⟧` を設定します。\n\n`route` を参照。\n",
        expected=("route",),
        fixed="`key` と `route` を設定します。\n\n`route` を参照。\n",
    ),
    Bad(  # a placeholder would be translated whole
        source="A parcel in `STATE_WAIT` stays.\n",
        target="小包は `⟦状態_WAIT⟧` のままです。\n",
        expected=("STATE_WAIT",),
        fixed="小包は `STATE_WAIT` のままです。\n",
    ),
    Bad(  # in a sentence that the English does not have there
        source="Write `depot.toml` and a text of another version.\n",
        target="先に一つの文。\n\n## 倉庫\n\n一。\n\n二。\n\n新しい文に `⟦depot. toml⟧` と書きます。\n",
        expected=("depot.toml",),
        fixed="先に一つの文。\n\n## 倉庫\n\n一。\n\n二。\n\n新しい文に `depot.toml` と書きます。\n",
        trust=Trust.PAIRED,
    ),
    Bad(
        source="Call `/parcels/{id}`.\n",
        target="Вызовите `⟦/parcels/{ид}⟧`.\n",
        expected=("/parcels/{id}",),
        fixed="Вызовите `/parcels/{id}`.\n",
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
        source="Call `parcel`, then `<b>Sent</b> /* now */`.\n\n```js\nfunction parcel() {}\n```\n",
        target="Вызовите `посылка`, затем `<b>Ушло</b> /* уже */`.\n\n```js\nfunction посылка() {}\n```\n",
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

WORD = lazy(r"[\w@$-]+")
NUMBER = lazy(r"[0-9]+")
QUANTITY = lazy(r"[0-9]+(?:\.[0-9]+)?[A-Za-z]{1,3}")
"""A number with its unit."""

GLOSS = lazy(r"\s*[(（][^()（）]*[^\x00-\x7f][^()（）]*[)）]")

CODE_SIGN = lazy(r"[^\w\s'\"-]|[0-9]")
"""What no word has that stands for another in a language."""

BRACKET = lazy(r"[(（\[<「『【)）\]>」』】]")

SENTENCE_ENDS = ".!?"

ALIKE = 0.6
"""How like each other two spans must be where several changed."""

FEWEST_RECASED = 3
"""Spans of a sentence that got other capitals because somebody decided so."""

MOST = 100
"""Segments that are looked at; where more differ the page was made from something else."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    pages = PageCode(pair.source), PageCode(pair.target)
    said: list[Span] = []
    for match in islice(filter(differs, pair.differing), MOST):
        problems = [*changes(pair, match, *pages)]
        said += [one.span for one in problems]
        yield from problems
    for segment, found, expected in respelt(pages[0], pair.target):
        if not any(found.span.overlaps(span) for span in said):
            yield Problem(
                span=found.span,
                found=found.text,
                expected=expected,
                fix=Fix.unsafe(found.span, expected),
                severity=Severity.WARNING,
                evidence="a code span of the English page",
                damage=judge(expected, found.text),
                target=segment,
            )


def differs(match: Match[Segment]) -> bool:
    source, target = match.source.text, match.target.text
    return has_code(source) and not same_code(source, target)


def changes(pair: Pair, match: Match[Segment], source: PageCode, target: PageCode) -> Iterator[Problem]:
    ours, theirs = code_spans(match.source), code_spans(match.target)
    here, there = Counter(code.text for code in ours), Counter(code.text for code in theirs)
    listed = {code.text for code in value_list(match.source)}
    rarer = [code for code in first_of(ours) if there[code.text] < here[code.text]]
    fewer = [code for code in rarer if code.text not in listed]
    lost, bare = gone(match, [code for code in fewer if target.count[code.text] < source.count[code.text]])
    moved, _ = gone(match, [code for code in fewer if not there[code.text] and code not in lost and code not in bare])
    strange = [code for code in first_of(theirs) if code.text not in here and is_strange(code.text, lost, here, source)]
    is_changed = bool(strange)
    for held, found in within(lost, bare, strange) if len(strange) < MOST else ():
        if not (is_gloss(held.text, found.text) or may_differ(held.text, found.text)):
            yield replaced(match, held, found, is_only=True, is_whole=True, pages=(source, target))
    lost += replaced_too(lost, moved, strange, is_as_many=len(ours) == len(theirs))
    if len(lost) * len(strange) < MOST:
        yield from exchanged(pair, match, lost, strange, source, target)
    if not is_changed:
        # unless the English is known, a number of the text stands for nothing but a number
        is_numbered = len(lost) == 1 and (pair.is_exact or any(map(str.isdigit, lost[0].text)))
        if is_numbered and not there - here and (digits := stray_number(match)):
            yield replaced(match, lost.pop(), digits, is_only=True, pages=(source, target))
        once = [code for code in lost if not there[code.text] or is_name(code.text)]  # a word need not be said twice
        # machines that put numbers in the place of code leave one behind
        is_numbered = bool(once) and stray_number(match) is not None
        yield from (
            dropped(pair, match, code, is_sure=is_numbered)
            for code in once
            if is_numbered or is_gone(code.text, source, target, is_exact=pair.is_exact)
        )
        yield from put_in(
            pair, match, [*lost, *moved], [code for code in theirs if code.text not in here], (source, target)
        )
        told = [code for code in bare if is_unmarked(match, code, source)]
        yield from (unmarked(match, code) for code in told)
        yield from (demoted(match, code) for code in rarer if code not in told and is_bare(match, code.text))


def gone(match: Match[Segment], fewer: Iterable[CodeSpan]) -> tuple[list[CodeSpan], list[CodeSpan]]:
    """Of spans that the target has less often those that are lost, and those that only lost their marks."""
    lost: list[CodeSpan] = []
    bare: list[CodeSpan] = []
    ours, theirs = match.source.plain, match.target.plain
    for code in fewer:
        is_there = stands_in(code.text, theirs) and theirs.count(code.text) >= ours.count(code.text)
        (bare if is_there else lost).append(code)
    return lost, bare


def is_strange(text: str, lost: Collection[CodeSpan], here: Collection[str], source: PageCode) -> bool:
    """Whether the English page does not say this anywhere, or only as a part of a lost span."""
    if source.count[text] or is_joined_of(text, here):
        return False
    return not stands_in(text, source.prose) or any(has_lost_bracket(text, code.text) for code in lost)


def replaced_too(
    lost: list[CodeSpan], moved: list[CodeSpan], strange: list[CodeSpan], *, is_as_many: bool
) -> list[CodeSpan]:
    """The spans that another place of the page explains, and that a strange one here stands for all the same.

    It is like that one, or the segment has as many spans as the English, and no other is lost.
    """
    alike = [code for code in moved if any(likeness(code.text, found.text) >= ALIKE for found in strange)]
    if alike or lost or not is_as_many or len(moved) != len(strange):
        return alike
    return moved


def exchanged(
    pair: Pair,
    match: Match[Segment],
    lost: list[CodeSpan],
    strange: list[CodeSpan],
    source: PageCode,
    target: PageCode,
) -> Iterator[Problem]:
    """The strange spans that stand in the place of lost ones."""
    for expected, found in side_by_side(lost, strange):
        if expected is None or is_free(pair, expected.text, found.text):
            continue
        is_only = len(lost) == len(strange) == 1
        is_told = len(lost) == len(strange) or likeness(expected.text, found.text) >= ALIKE
        problem = replaced(match, expected, found, is_only=is_only, is_told=is_told, pages=(source, target))
        if is_odd(problem, pair):
            continue
        if is_button(expected.text) and pair.trust < Trust.EMBEDDED:
            yield problem._replace(severity=Severity.WARNING)  # a label, for all that one page tells
        elif not target.renamed(expected.text, found.text, source):
            is_mild = is_another(pair, match, problem) or (not pair.is_exact and is_recased(match, expected, found))
            yield problem._replace(severity=Severity.WARNING) if is_mild else problem
        elif is_name(expected.text) and not is_path(expected.text):  # a sample name, for all that one page tells
            yield problem._replace(severity=Severity.WARNING, fix=None)


def is_free(pair: Pair, expected: str, found: str) -> bool:
    """Whether people write the one for the other, and no machine has damaged anything."""
    if is_status_translated(expected, found) or is_braced_otherwise(expected, found):
        return False
    if may_differ(expected, found) or is_mended(expected, found, pair.source):
        return True
    # a kind of thing, in the singular: not every language has the English plural
    return is_name(expected) and singular(expected) == found and expected[0].isupper()


def has_lost_bracket(one: str, other: str) -> bool:
    """Whether a span is another one without one of its brackets, so that they do not close."""
    return letters_of(one) == letters_of(other) and is_closed(other) and not is_closed(one)


def is_closed(text: str) -> bool:
    """Whether as many brackets of each kind are closed as are opened."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in ("()", "[]", "{}", "<>"))


def is_put_beside(name: str, found: str) -> bool:
    """Whether nothing but one word of another script stands beside the name, and no bracket explains it."""
    rest = found.replace(name, " ")
    is_alone = not BRACKET.search(rest) and not any(char.isascii() and char.isalnum() for char in rest)
    return is_alone and len(list(foreign_words(rest))) == 1


def is_gloss(name: str, found: str) -> bool:
    """Whether the name stands first, and what it means behind it in brackets."""
    return GLOSS.fullmatch(found.removeprefix(name)) is not None


def narrowed(expected: CodeSpan, found: CodeSpan, match: Match[Segment]) -> tuple[CodeSpan, CodeSpan]:
    """Of two spans of as many words the only ones that differ, as the verb of `GET /parcels`."""
    ours, theirs = expected.text.split(" "), found.text.split(" ")
    differing = [index for index, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
    if not 1 < len(ours) == len(theirs) or len(differing) != 1:
        return expected, found
    (index,) = differing
    pair = []
    for code, words, page in ((expected, ours, match.source.page), (found, theirs, match.target.page)):
        start = code.span.start + sum(len(word) + 1 for word in words[:index])
        span = Span(start, start + len(words[index]))
        if span.of(page.text) != words[index]:
            return expected, found
        pair.append(CodeSpan(words[index], span, code.whole))
    return pair[0], pair[1]


def stray_number(match: Match[Segment]) -> CodeSpan | None:
    """The only number that the English segment does not have: machines put numbers in the place of code."""
    ours = Counter(NUMBER.findall(match.source.plain))
    new = [found for found in NUMBER.finditer(match.target.plain) if not ours[found[0]]]
    if len(new) != 1:
        return None
    span = match.target.inline.place(*new[0].span())
    return CodeSpan(new[0][0], span, span)


def is_joined_of(text: str, spans: Collection[str]) -> bool:
    """Whether a span is made of several English ones, as `send(parcel)` of `send` and `parcel`."""
    words = WORD.findall(text)
    return len(words) > 1 and all(word in spans for word in words)


def is_mended(expected: str, found: str, source: Page | None) -> bool:
    """Whether the English code itself has the found spelling and never the expected one: a slip that a person mended."""
    blocks = [block.text for block in source.codes] if source else []
    return any(stands_in(found, text) for text in blocks) and not any(stands_in(expected, text) for text in blocks)


def is_another(pair: Pair, match: Match[Segment], problem: Problem) -> bool:
    """Whether one name stands for another, for whatever reason, and nobody translated it.

    Letters of another script stand around it, or it has signs that only code has, and that the English name has not.
    """
    expected, found = problem.expected or "", problem.found
    if pair.is_exact or not found.isascii() or likeness(expected, found) >= ALIKE:
        return False
    is_other_code = bool(Counter(CODE_SIGN.findall(found)) - Counter(CODE_SIGN.findall(expected)))
    return is_other_code or next(foreign_words(match.target.plain), None) is not None


def is_recased(match: Match[Segment], expected: CodeSpan, found: CodeSpan) -> bool:
    """Whether a person decided on other capitals: of all spans, or of the one that begins a sentence."""
    if found.text == expected.text[:1].upper() + expected.text[1:] and expected.text.isalpha():
        before = match.target.page.text[match.target.span.start : found.whole.start].rstrip()
        if not before or before[-1] in SENTENCE_ENDS:
            return True
    return are_recased(match)


def are_recased(match: Match[Segment]) -> bool:
    """Whether all spans with capitals, and several, got others, and none was changed otherwise: a person decided so."""
    ours, theirs = ({code.text for code in code_spans(side)} for side in (match.source, match.target))
    lost, folded = ours - theirs, {text.casefold() for text in theirs}
    is_every = all(text in lost or text.islower() or not any(map(str.isalpha, text)) for text in ours)
    return is_every and len(lost) >= FEWEST_RECASED and all(text.casefold() in folded for text in lost)


def is_odd(problem: Problem, pair: Pair) -> bool:
    """Whether the English is the odd one: it writes the word once with these signs, and elsewhere as the translation."""
    expected, found = problem.expected or "", problem.found
    if pair.source is None or pair.is_exact or letters_of(expected) != letters_of(found):
        return False
    words = pair.source.text.replace("`", " ").split()
    return words.count(expected) == 1 < words.count(found)


def letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def is_code_like(text: str, source: PageCode) -> bool:
    """Whether the span is code by its form, or stands in a code block of the English."""
    return not is_words(text) or is_name(text) or source.has_words(text)


def is_path(text: str) -> bool:
    """Whether the span is the path of a made-up page or file, as far as one can tell."""
    return text.startswith("/") and len(text.split()) == 1


def is_gone(name: str, source: PageCode, target: PageCode, *, is_exact: bool) -> bool:
    """Whether it is no label or sentence, and the whole page has it less often, with its marks or without."""
    if not any(map(str.isalnum, name)):
        return False
    if is_prose(name) and not name.isalpha():
        return False
    if is_quoted(name) and name[1:-1] in target.prose:  # between the quotes of the language
        return False
    if not is_exact:  # people say a thing once where the English says it twice
        return not target.count[name]
    return target.prose.count(name) < source.prose.count(name)


def is_unmarked(match: Match[Segment], code: CodeSpan, source: PageCode) -> bool:
    """Whether the word stands like any other: headings have a style of their own, quotes and emphasis mark it too."""
    is_label = not is_code_like(code.text, source) and not code.text.islower()
    if match.target.kind is Kind.HEADING or is_quoted(code.text) or is_label:
        return False
    text, (start, end) = match.target.page.text, place(match, code.text)
    around = text[max(start - 1, 0) : start], text[end : end + 1]
    if "`" in around or around == ("‘", "’"):
        return True  # one of its marks is left, or typography made others of them
    return not all(unicodedata.category(char)[0] in "PS" for char in around if char) or not all(around)


def is_bare(match: Match[Segment], word: str) -> bool:
    """Whether the word stands in the target, and without marks."""
    return stands_in(word, match.target.plain) and not in_code(match, place(match, word))


def in_code(match: Match[Segment], span: Span) -> bool:
    return any(span.overlaps(code.whole) for code in code_spans(match.target))


def place(match: Match[Segment], word: str) -> Span:
    """Where the word first stands in the target without marks, or else with them."""
    found = re.finditer(re.escape(word), match.target.plain)
    places = [match.target.inline.place(*one.span()) for one in found]
    return next((one for one in places if not in_code(match, one)), places[0])


def replaced(
    match: Match[Segment],
    expected: CodeSpan,
    found: CodeSpan,
    *,
    is_only: bool,
    is_told: bool = True,
    is_whole: bool = False,
    pages: tuple[PageCode, PageCode],
) -> Problem:
    is_call, is_phrase = is_request(expected.text), is_prose(expected.text)
    expected, found = narrowed(expected, found, match)
    name = expected.text
    is_wire = (is_call and is_method_translated(name, found.text)) or is_status_translated(name, found.text)
    damage = judge(name, found.text)
    is_sample = is_joined(name) or "_" in name or is_path(name) or not is_code_like(name, pages[0])
    is_proven = pages[0].has_words(name) and pages[1].has_words(name)
    is_mild = (damage is Damage.SPACED and found.text.isascii()) or QUANTITY.fullmatch(name) is not None
    is_mild |= not is_put_beside(name, found.text) if is_whole else is_sample and not is_proven
    is_mild = (is_mild or (is_phrase and found.text.isascii())) and not is_wire
    is_braced = is_braced_otherwise(name, found.text)
    is_mild = "/" not in name if is_braced else is_mild
    is_typography = damage is Damage.SPACED and not any(map(str.isalpha, name))
    is_sure = is_only and match.is_sure
    is_safe = is_sure and not (is_mild or is_whole) and resembles(name, found.text)
    raw = expected.span.of(match.source.page.text)
    return Difference(match, found.span, expected.span).problem(
        found.text,
        name,
        evidence="code in a code block and in the text" if is_proven else "code span of the English",
        damage=damage,
        put=raw if is_only else None,
        is_safe=is_safe,
        severity=Severity.NOTE if is_typography else Severity.WARNING if is_mild else None,
        is_sure=is_told,
        is_sample=not (is_wire or is_braced),
        is_no_english=is_wire,
    )


def dropped(pair: Pair, match: Match[Segment], code: CodeSpan, *, is_sure: bool) -> Problem:
    is_word = is_words(code.text) and not is_name(code.text)  # many a language has a word for it
    severity = Severity.NOTE if is_word and pair.trust is not Trust.PROVEN else Severity.WARNING
    return Difference(match, match.target.span, code.span).problem(
        "", code.text, evidence="code span of the English", severity=severity, is_sure=is_sure
    )


def unmarked(match: Match[Segment], code: CodeSpan) -> Problem:
    return Difference(match, place(match, code.text), code.span).problem(
        code.text,
        code.text,
        evidence="code span of the English",
        message=f'"{code.text}" has lost its backticks',
        severity=Severity.WARNING,
    )


def demoted(match: Match[Segment], code: CodeSpan) -> Problem:
    """The problem of a word like any other, which is one only if a change took its marks away."""
    problem = unmarked(match, code)
    return problem._replace(is_told_if_right_before=True, severity=Severity.WARNING)


def put_in(
    pair: Pair, match: Match[Segment], gone: list[CodeSpan], others: list[CodeSpan], pages: tuple[PageCode, PageCode]
) -> Iterator[Problem]:
    """A span that the English page says elsewhere in the place of the only one that is gone, if that was right before."""
    if len(gone) != 1 or len({code.text for code in others}) != 1 or is_free(pair, gone[0].text, others[0].text):
        return
    problem = replaced(match, gone[0], others[0], is_only=True, pages=pages)
    yield problem._replace(is_told_if_right_before=True, severity=Severity.WARNING)
