"""Code in a fence is what the reader copies, so a translation changes no identifier, keyword, operator or number in it.

Comments, strings, white space and placeholders such as `<your-branch>` may be translated and are left alone. So is a sample
name that was renamed everywhere on the page. With Pygments (`pip install doclint[code]`) comments and strings are told by the
language of the fence; without it, and in a language it does not know, only flags, paths and words spelt as names
count, outside of all that might be a comment. In any fence, and in strings and output too, a line is damaged that reads as
the English does but for a number, a full-width or typographic sign, or one word of several; and so is a line of code
that is gone. Quotes, semicolons and commas are everybody's own. JSON and requests have rules of their own besides.
"""

from collections import Counter
from collections.abc import Iterator
from html import unescape

from doclint.api import (
    PROSE_LANGUAGES,
    Bad,
    Code,
    Confidence,
    Damage,
    Difference,
    Good,
    Match,
    Pair,
    Part,
    Problem,
    Severity,
    Span,
    Trust,
    block_changes,
    block_lines_doubled,
    block_lines_lost,
    emptied,
    is_alone,
    is_drawing,
    is_listing,
    is_prose_line,
    is_put_over,
    is_reformatted,
    lazy,
    lines_of_before,
    lines_of_then,
    lines_slipped,
    slips,
    tokens_changed,
    weighed,
    widened,
)

ID = "DL307"
NAME = "code-block-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.CODE,)

BAD = [
    Bad(
        source="```python\nif parcel.weight > 20:  # too heavy\n    reject(parcel)\n```\n",
        target="```python\n⟦если⟧ parcel.weight > 20:  # слишком тяжело\n    reject(⟦посылка⟧)\n```\n",
        expected=("if", "parcel"),
    ),
    Bad(
        source="```bash\ndepot list --sort-by weight\n```\n",
        target="```bash\ndepot list ⟦--sortieren-nach⟧ weight\n```\n",
        expected=("--sort-by",),
        fixed="```bash\ndepot list --sort-by weight\n```\n",
    ),
    Bad(
        source="```\ncourierctl --route parcelRoute\n```\n",
        target="```\ncourierctl --route ⟦parcelRuto⟧\n```\n",
        expected=("parcelRoute",),
        fixed="```\ncourierctl --route parcelRoute\n```\n",
    ),
    Bad(  # the same blocks on both pages
        source="# Depot\n\nOpen.\n\n- a\n- b\n- c\n- d\n\nShut.\n\n```py\nkey = open_depot\nnext = key + 1\n```\n",
        target="# 창고\n\n열기.\n\n- 가\n- 나\n- 다\n- 라\n\n닫기.\n\n```py\nkey = ⟦창고_열기⟧\nnext = key + 1\n```\n",
        expected=("open_depot",),
        fixed="# 창고\n\n열기.\n\n- 가\n- 나\n- 다\n- 라\n\n닫기.\n\n```py\nkey = open_depot\nnext = key + 1\n```\n",
        trust=Trust.PAIRED,
    ),
    Bad(
        source='```yaml\ndepot:\n  name: "North" # sign\n  size: 3\n```\n',
        target='```yaml\n⟦集配所⟧:\n  name: "北" # 看板\n  size: 3\n```\n',
        expected=("depot",),
        fixed='```yaml\ndepot:\n  name: "北" # 看板\n  size: 3\n```\n',
    ),
    Bad(  # in fences that name no language, and in strings
        source="```\ndepot: north\ndoors: 30\n```\n\n```sh\ncourier set '{\"a\":1}'\n```\n",
        target="```\ndepot: north\ndoors: ⟦40⟧\n```\n\n```sh\ncourier set '{\"a\"⟦：⟧1}'\n```\n",
        expected=("30", ":"),
        fixed="```\ndepot: north\ndoors: 30\n```\n\n```sh\ncourier set '{\"a\":1}'\n```\n",
    ),
    Bad(
        source="```js\nplan({\n  doors,\n});\nrun();\n```\n",
        target="```js\nplan({\n  doors,⟦⟧\nrun();\n```\n",
        expected=("});",),
    ),
]
GOOD = [
    Good(
        source='```js\n// say hello\nsend("Hello", 1);\n```\n',
        target='```js\n// здороваемся\nsend( "Привет", 1 );\n```\n',
    ),
    Good(
        source="```sh\ngit checkout <your-branch>\n```\n",
        target="```sh\ngit checkout <あなたの-ブランチ>\n```\n",
    ),
    Good(
        source="```ts\nlet user = 1;\nshow(user);\n```\n",
        target="```ts\nlet usuario = 1;\nshow(usuario);\n```\n",
    ),
    Good(
        source="```ts\nfunction user() {}\n```\n\n```ts\nshow(user)(1, 2);\n```\n",
        target="```ts\nfunction usuario() {}\n```\n\n```ts\nshow(usuario)(1, 2);\n```\n",
    ),
    Good(
        source="```jsx\nconst a = <b title={x}>Hello {name}, welcome</b>;\n```\n",
        target="```jsx\nconst a = <b title={x}>Здравствуйте {name}, заходите</b>;\n```\n",
    ),
    Good(source="```\nThe parcel was sent.\n```\n", target="```\nПосылка отправлена.\n```\n"),
    Good(  # a comment that the language of the fence does not have
        source="```sh\ncourier -v\n\n// Example output v2.1\n```\n",
        target="```sh\ncourier -v\n\n// 出力例 v1.9\n```\n",
    ),
    Good(source="```text\n# see sendParcel\n```\n", target="```text\n# см. отправку\n```\n"),
]

LAYOUT = lazy(r"[\s()\[\]{};,]+")
"""Signs that move when code is formatted anew."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    yield from emptied_blocks(pair)
    differing = [match for match in pair.codes if match.source.text != match.target.text and match.target.text.strip()]
    lost = {id(match): [*block_lines_lost(pair, match)] for match in differing}
    found = [(match, block_changes(match, is_proven=pair.trust is Trust.PROVEN)) for match in differing]
    found = [
        (match, [it for it in words if (it[1].text or not lost[id(match)]) and not is_drawing(it)])
        for match, words in found
    ]
    found_words = Counter(word.text for _, words in found for _, word in words)
    said: list[Span] = []
    wide = [*wide_signs(pair)]
    signs = {one.span: one.severity for one in wide}
    for match, words in found:
        alone = [*slips(match.source.text, match.target.text)]
        problems = [
            *lost[id(match)],
            *tokens_changed(pair, match, words, alone, found_words),
            *lines_slipped(pair, match, words, alone, found_words),
        ]
        if not pair.is_exact and any(map(is_style, problems)) and is_reformatted(match.source.text, match.target.text):
            problems = [one for one in problems if not is_style(one) or (not one.is_sample and is_alone(match))]
        if is_in_html(match):
            problems = [one for one in problems if unescape(one.found) != unescape(one.expected or "")]
        problems += block_lines_doubled(match)
        said += [one.span for one in problems]
        for one in problems:
            is_wide = one.span in signs and not pair.is_exact
            yield one.by_itself()._replace(severity=signs[one.span]) if is_wide else one
        if not pair.is_exact:
            yield from lines_of_then(match)
        if pair.trust is not Trust.PROVEN:
            yield from (one for one in lines_of_before(match) if not any(one.span.overlaps(span) for span in said))
    yield from (one for one in wide if not any(one.span.overlaps(span) for span in said))


def is_style(problem: Problem) -> bool:
    """Whether nothing but brackets, commas and white space differ."""
    expected, found = (LAYOUT.sub("", text) for text in (problem.expected or "", problem.found))
    return expected == found and bool(problem.found)


def is_in_html(match: Match[Code]) -> bool:
    """Whether an indented block is the rest of a `<pre>` that a blank line cut: there signs may be entities."""
    return (
        not match.target.fenced and "</pre" in match.target.text and "<pre" not in match.target.text.split("</pre")[0]
    )


def emptied_blocks(pair: Pair) -> Iterator[Problem]:
    """Blocks with nothing in them."""
    for source, target in emptied(pair):
        match = Match(source, target, Confidence.MEDIUM, "order")
        problem = Difference(match, target.whole).problem(
            "", source.text.strip(), evidence="the English example", message="this code block is empty"
        )
        yield problem.by_itself()


def wide_signs(pair: Pair) -> Iterator[Problem]:
    """Signs of another width in a line that else is one of the English, wherever that stands."""
    if pair.source is None:
        return
    for source, expected, target, span, line in widened(pair.source, pair.target):
        sign, right = span.of(pair.target.text), expected.of(pair.source.text)
        is_text = target.language in PROSE_LANGUAGES or not target.language or is_prose_line(line) or is_listing(line)
        if sign.isspace() and is_listing(line) and not pair.is_exact:
            continue  # a drawing, which nobody copies
        is_put = is_text and not pair.is_exact and is_put_over(source, target)
        match = Match(source, target, Confidence.MEDIUM, "what it holds")
        problem = Difference(match, span, expected).problem(
            sign,
            right,
            evidence="the same line of the English",
            damage=Damage.PUNCTUATION_ADDED,
            put=right,
            severity=Severity.NOTE if is_put else Severity.WARNING if is_text else None,
        )
        yield problem.by_itself()
        if is_put:
            yield problem._replace(severity=Severity.WARNING, is_told_if_right_before=True)
