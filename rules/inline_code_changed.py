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

from collections.abc import Iterator
from itertools import islice

from doclint.api import (
    Bad,
    Fix,
    Good,
    Match,
    PageCode,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    has_code,
    judge,
    respelt,
    same_code,
    spans_changed,
    weighed,
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
    Bad(  # a key and its value
        source="It has the labels `door: north` and `depot: main`.\n",
        target="它有标签 `⟦门⟧: north` 和 `⟦depo⟧: main`。\n",
        expected=("door", "depot"),
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
    Good(source="It says `door: shut`.\n", target="显示 `门: 关闭`。\n"),
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
    Good(  # with what belongs to it, and a number
        source="Pass [`keepParcels`](/keep) and `250` to `send`.\n",
        target="Передайте `--keepParcels` и 250 в `send()`.\n",
        trust=Trust.PAIRED,
    ),
]

MOST = 100
"""Segments that are looked at; where more differ the page was made from something else."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    pages = PageCode(pair.source), PageCode(pair.target)
    said: list[Span] = []
    for match in islice(filter(differs, pair.differing), MOST):
        problems = [*spans_changed(pair, match, *pages)]
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
