"""Code in a fence is what the reader copies, so a translation changes no identifier, keyword, operator or number in it.

Comments, strings, white space and placeholders such as `<your-branch>` may be translated and are left alone. So is a sample
name that was renamed everywhere on the page. With Pygments (`pip install doclint[code]`) comments and strings are told by the
language of the fence; without it, and in a language it does not know, only flags, paths and words spelt as names
count, outside of all that might be a comment. In any fence, and in strings and output too, a line is damaged that reads as
the English does but for a number, a full-width or typographic sign, or one word of several; and so is a line of code
that is gone. Quotes, semicolons and commas are everybody's own. JSON and requests have rules of their own besides.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from doclint.api import (
    MARKUP_LANGUAGES,
    PROSE_LANGUAGES,
    SHELLS,
    Bad,
    Code,
    CodeToken,
    Confidence,
    Damage,
    Difference,
    Good,
    Match,
    Pair,
    Part,
    Problem,
    Severity,
    Slip,
    Span,
    Trust,
    code_tokens,
    emptied,
    few_lost,
    foreign_words,
    front_changes,
    has_prompt,
    is_another,
    is_code,
    is_elsewhere,
    is_free,
    is_in_text,
    is_listing,
    is_prose_line,
    is_reformatted,
    is_rewritten,
    is_words,
    judge,
    lazy,
    likeness,
    line_of,
    looks_like_json,
    lost_lines,
    opcodes,
    other_lines,
    placeholders,
    plain_tokens,
    resembles,
    slips,
    stands_in,
    structure_tokens,
    texts_in_help,
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

MOST_CHANGES = 6
"""Places in a block; where more differ it is another version of the example."""

LONGEST_CHANGE = 4
"""Tokens that were put in the place of others, or are gone."""

MOST_NAMES = 2
"""Names in a block that became others in Latin letters; where more did, a person put the sample into their language."""

STYLE = lazy(r"[\"'`;,]")
"""Signs that people put as they are used to, where a language leaves it to them."""

LAYOUT = lazy(r"[\s()\[\]{};,]+")
"""Signs that move when code is formatted anew."""

TYPED = frozenset("|-+`\\'")
"""What lines are drawn with on a keyboard."""

RULED = lazy(r"([^\w\s]|_)\1{3,}")
"""A line of one sign."""

UPRIGHT = frozenset("|\u2502\u2503")
"""Lines that lead down in a drawing or a listing of folders."""

REMARKS = ("//", "# ")
"""What a comment begins with for those who write a console's output down."""
MODULE = lazy(r"(?:\bfrom|\bimport|\brequire\()\s*[\"'][^\"'\n]*\Z")
"""What stands before a sign in the name of a module."""

JOINING = ("and", "or")
"""What stands between two commands, and is none."""

SENTENCE = lazy("[\u3001\u3002\uff01\uff0c\uff1a\uff1f]|[^\\W\\d_a-zA-Z](?:[,:;] |[.!?](?:\\s|$))")
"""Signs of a sentence in the writing of East Asia, or behind letters that code does not have."""

ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}

Change = tuple[CodeToken, CodeToken]
"""What stood there and what stands there now, empty where it is gone."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    yield from emptied_blocks(pair)
    differing = [match for match in pair.codes if match.source.text != match.target.text and match.target.text.strip()]
    lost = {id(match): [*lines_lost(pair, match)] for match in differing}
    found = [(match, changes(match, is_proven=pair.trust is Trust.PROVEN)) for match in differing]
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
            *block_problems(pair, match, words, alone, found_words),
            *slipped(pair, match, words, alone, found_words),
        ]
        if not pair.is_exact and any(map(is_style, problems)) and is_reformatted(match.source.text, match.target.text):
            problems = [one for one in problems if not is_style(one)]
        if is_in_html(match):
            problems = [one for one in problems if unescape(one.found) != unescape(one.expected or "")]
        said += [one.span for one in problems]
        for one in problems:
            is_wide = one.span in signs and not pair.is_exact
            yield by_itself(one)._replace(severity=signs[one.span]) if is_wide else one
        if not pair.is_exact:
            yield from lines_of_then(match)
        if pair.trust is not Trust.PROVEN:
            yield from lines_of_before(match)
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


def is_drawing(change: Change) -> bool:
    """Whether lines of a drawing are longer or shorter, as its words are in another language, or drawn with other signs."""
    expected, found = ("".join(token.text.split()) for token in change)
    if RULED.fullmatch(expected) and RULED.fullmatch(found):
        return expected[0] == found[0]
    is_drawn = all("\u2500" <= char <= "\u257f" for char in found)
    return is_drawn and all("\u2500" <= char <= "\u257f" or (found and char in TYPED) for char in expected)


def lines_of_then(match: Match[Code]) -> Iterator[Problem]:
    """Lines that took the place of those of the English, in case that they are those of an older version."""
    for expected, found in other_lines(match.source.text, match.target.text):
        here, there = match.target.place(*found), match.source.place(*expected)
        yield (
            Difference(match, here, there)
            .problem(
                found.of(match.target.text), expected.of(match.source.text), evidence="line of the English example"
            )
            ._replace(is_hint=True)
        )


def lines_of_before(match: Match[Code]) -> Iterator[Problem]:
    """The few lines that are gone from an example of which other lines are others, in case that a change took them."""
    for lost, at in few_lost(match.source.text, match.target.text):
        yield (
            Difference(match, match.target.place(at, at), match.source.place(*lost))
            .problem("", lost.of(match.source.text), evidence="line of the English example", severity=Severity.WARNING)
            ._replace(is_told_if_right_before=True)
        )


def emptied_blocks(pair: Pair) -> Iterator[Problem]:
    """Blocks with nothing in them."""
    for source, target in emptied(pair):
        match = Match(source, target, Confidence.MEDIUM, "order")
        yield by_itself(
            Difference(match, target.whole, source.span).problem(
                "", source.text.strip(), evidence="the English example", message="this code block is empty"
            )
        )


def by_itself(problem: Problem) -> Problem:
    """The problem of what is wrong whatever the English ever said there."""
    return problem._replace(source=None, source_span=None)


def wide_signs(pair: Pair) -> Iterator[Problem]:
    """Signs of another width in a line that else is one of the English, wherever that stands."""
    if pair.source is None:
        return
    for source, expected, target, span, line in widened(pair.source, pair.target):
        sign, right = span.of(pair.target.text), expected.of(pair.source.text)
        is_text = target.language in PROSE_LANGUAGES or not target.language or is_prose_line(line) or is_listing(line)
        is_told = is_text and not pair.is_exact and is_put_over(source, target)
        match = Match(source, target, Confidence.MEDIUM, "what it holds")
        yield by_itself(
            Difference(match, span, expected).problem(
                sign,
                right,
                evidence="the same line of the English",
                damage=Damage.PUNCTUATION_ADDED,
                put=right,
                severity=Severity.NOTE if is_told else Severity.WARNING if is_text else None,
            )
        )


def is_put_over(source: Code, target: Code) -> bool:
    """Whether text stands in most lines of a block that differ, in which the signs of its language belong."""
    known = {*source.text.split("\n")}
    other = [line for line in target.text.split("\n") if line not in known and not line.lstrip().startswith(REMARKS)]
    return 2 * sum(map(is_foreign, other)) > len(other)


def block_problems(
    pair: Pair, match: Match[Code], found: list[Change], alone: list[Slip], found_words: Counter[str]
) -> Iterator[Problem]:
    """What became of the tokens of one block, unless so many became others that it is another example."""
    if sum(word.text.isascii() for _, word in found) > MOST_CHANGES:
        found = [(expected, word) for expected, word in found if is_foreign(word.text)]
    names = {word.text for expected, word in found if expected.is_name and not is_foreign(word.text)}
    for expected, word in found:
        if not is_joining(pair, expected, match) and not is_sample(pair, expected, word, found_words):
            one = problem(match, expected, word, is_only=len(found) == 1)
            if is_foreign(word.text) and any(overlap(word, slip.found) and not slip.is_whole for slip in alone):
                one = unmade(pair, one, match)
            is_other = not is_foreign(word.text) and (len(word.text.split()) > 1 or not word.text.isascii())
            is_text = match.source.language in PROSE_LANGUAGES and not is_foreign(word.text)
            is_told = match.source.language in SHELLS and not pair.is_exact and is_sentence(word.text)
            is_mild = len(names) > MOST_NAMES or is_other or is_text or is_told
            yield one._replace(severity=Severity.WARNING) if is_mild else one


def is_joining(pair: Pair, expected: CodeToken, match: Match[Code]) -> bool:
    """Whether the word is for people who read a command: `ls or dir`, `(optional) ls`, what help says of an option."""
    code, (start, end) = match.source.text, (expected.start, expected.start + len(expected.text))
    if pair.is_exact or match.source.language not in {*SHELLS, ""}:
        return False
    if any(low <= start and end <= high for low, high in texts_in_help(code)):
        return True
    if match.source.language not in SHELLS:
        return False
    is_aside = expected.text.isalpha() and line_before(code, start).strip() == "(" and code[end : end + 1] == ")"
    return is_aside or expected.text.lower() in JOINING


def is_sentence(text: str) -> bool:
    """Whether a text is more than a word of another script: it has the signs of a sentence, or goes over lines."""
    return is_foreign(text) and ("\n" in text or SENTENCE.search(text) is not None)


def unmade(pair: Pair, problem: Problem, match: Match[Code]) -> Problem:
    """The problem of a word in letters of another script among others that stand: hardly an author made it up."""
    if pair.is_exact or match.source.language in SHELLS:
        return problem
    return problem._replace(is_sample=False, severity=Severity.WARNING)


def slipped(
    pair: Pair, match: Match[Code], known: list[Change], alone: list[Slip], found_words: Counter[str]
) -> Iterator[Problem]:
    """Lines that read the same but for a number, a sign or one word of several, which the tokens have not shown."""
    code, language = match.source.text, match.source.language
    alone = [slip for slip in alone if not is_drawing((slip.expected, slip.found))]
    found = [slip for slip in alone if not any(overlap(slip.found, it) for _, it in known)]
    if len(found) > MOST_CHANGES:
        found = [slip for slip in found if not slip.found.text.isascii()]
    for slip in found:
        if is_joining(pair, slip.expected, match) or is_free_slip(pair, slip, language):
            continue
        if is_sample(pair, slip.expected, slip.found, found_words):
            continue
        one = problem(match, slip.expected, slip.found, is_only=len(found) == 1)
        is_text = language in PROSE_LANGUAGES or is_in_text(code, slip.expected.start)
        if is_foreign(slip.found.text) and not is_text:
            yield unmade(pair, one, match)
        elif not pair.is_exact and slip.found.text.isascii() and is_same_words(slip.expected, slip.found):
            yield one._replace(severity=Severity.WARNING if is_module(slip.expected, code) else Severity.NOTE)
        elif not pair.is_exact and is_typography(slip, match):
            yield one._replace(severity=Severity.NOTE)  # as the language of the page has it
        elif is_text and slip.expected.is_name and pair.trust is not Trust.PROVEN:
            yield one._replace(severity=Severity.NOTE)  # a name in a string is the author's for the most part
        else:
            yield one._replace(
                severity=Severity.WARNING if is_text or is_added(slip) else None,
                is_sample=not is_sign(slip.expected.text),
            )


def is_free_slip(pair: Pair, slip: Slip, language: str) -> bool:
    """Whether people change this as they like, so that it tells nothing unless the English is proven."""
    if slip.is_whole and not is_value(pair, slip.expected.text, language):
        return True
    if pair.trust is Trust.PROVEN:
        return False
    if {slip.expected.text, slip.found.text} <= UPRIGHT:
        return True
    is_text = slip.is_prose or language in PROSE_LANGUAGES
    if slip.expected.is_name and is_text and not is_same_words(slip.expected, slip.found):
        return True
    return STYLE.sub("", slip.expected.text) == STYLE.sub("", slip.found.text)


def is_typography(slip: Slip, match: Match[Code]) -> bool:
    """Whether a sign became one beyond ASCII in a line of prose or a text, or behind the number of a step (`1、`)."""
    code, language = match.source.text, match.source.language
    if language and language not in PROSE_LANGUAGES:
        return False
    if not is_sign(slip.expected.text) or not is_sign(slip.found.text) or slip.found.text.isascii():
        return False
    at = slip.expected.start
    is_step = line_before(code, at).strip().isdecimal()
    return is_step or is_prose_line(line_of(code, at)) or is_put_over(match.source, match.target)


def is_same_words(expected: CodeToken, found: CodeToken) -> bool:
    """Whether nothing but signs differs."""
    ours, theirs = ("".join(filter(str.isalnum, token.text)) for token in (expected, found))
    return ours == theirs


def is_keyword(match: Match[Code], expected: CodeToken, word: CodeToken) -> bool:
    """Whether a word that is no name begins a line of code, and another in small letters stands there now."""
    code, at = match.source.text, expected.start
    is_first = not line_before(code, at).strip() and match.source.language not in PROSE_LANGUAGES
    return (
        is_first
        and not expected.is_name
        and expected.text.isalpha()
        and expected.text.islower()
        and word.text.islower()
    )


def is_module(token: CodeToken, code: str) -> bool:
    """Whether a token stands in the name of a module, which is found by each of its signs, while other signs are another
    version for the most part."""
    return MODULE.search(line_before(code, token.start)) is not None


def is_added(slip: Slip) -> bool:
    """Whether a word came in beside the one that stands."""
    return slip.found.text != slip.expected.text and stands_in(slip.expected.text, slip.found.text)


def is_value(pair: Pair, text: str, language: str) -> bool:
    """Whether all that a string says is what a machine reads: an argument of a command, or a name of the page."""
    return language in SHELLS or pair.source_vocabulary.is_code(text)


def overlap(one: CodeToken, other: CodeToken) -> bool:
    return one.start < other.start + len(other.text) and other.start < one.start + len(one.text)


def is_compared(match: Match[Code]) -> bool:
    source = match.source
    return (
        source.text.split() != match.target.text.split()
        and source.language != "http"
        and not looks_like_json(source.text, source.language)
    )


def changes(match: Match[Code], *, is_proven: bool) -> list[Change]:
    """The tokens that have become others or are gone; what was added is not looked at."""
    if not is_compared(match):
        return []
    language = match.source.language
    found: list[Change]
    ours, theirs = code_tokens(match.source.text, language), code_tokens(match.target.text, language)
    is_read = ours is not None and theirs is not None and language not in MARKUP_LANGUAGES
    if (ours is None or theirs is None) and language not in PROSE_LANGUAGES and is_code(match.source.text):
        ours, theirs = plain_tokens(match.source.text), plain_tokens(match.target.text)
    if ours is None or theirs is None:
        front = front_changes(match.source.text, match.target.text)
        found = structure_changes(structure_tokens(match.source.text), structure_tokens(match.target.text))
        return front + [one for one in found if not any(overlap(one[1], other) for _, other in front)]
    ours, theirs = without_placeholders(match, ours, theirs)
    here, there = ([token.text for token in side] for side in (ours, theirs))
    if here == there:
        return []
    found = []
    for kind, a, b, c, d in opcodes(here, there):
        expected, word = joined(ours[a:b], match.source.text), joined(theirs[c:d], match.target.text)
        if kind != "equal" and expected is not None and not expected.text.isascii() and not expected.is_name:
            continue  # a sign of typography stands in text
        if not is_read and expected and word and is_sign(expected.text) and is_sign(word.text):
            continue  # where code and text for readers are hard to tell apart, as between tags
        if kind == "equal" or expected is None or is_comment(expected) or is_long(b - a, d - c, word):
            continue
        if begins_as_remark(match.source.text, expected.start):
            continue
        if kind == "replace" and b - a == d - c:
            found += zip(ours[a:b], theirs[c:d], strict=True)
        elif word is not None:
            found.append((expected, word))
        elif (is_proven or expected.text.startswith("-")) and not any(token.is_name for token in ours[a:b]):
            end = theirs[c - 1].start + len(theirs[c - 1].text) if c else 0
            found.append((expected, CodeToken("", end, False)))
    return found


def lines_lost(pair: Pair, match: Match[Code]) -> Iterator[Problem]:
    """Lines of code that are gone from a block that is otherwise the same; comments may go."""
    is_exact, code = pair.is_exact, match.source.text
    if match.source.language in PROSE_LANGUAGES and not is_exact:
        return
    found = [*lost_lines(code, match.target.text, is_exact=is_exact)]
    is_compared = bool(found) and not is_exact
    is_other = is_compared and is_another(code, match.target.text)
    is_session = is_compared and has_prompt(code)
    for lost, at in found:
        if is_session and is_said_elsewhere(pair, lost.of(code)):
            continue
        is_printed = is_session and not has_prompt(lost.of(code))
        is_mild = is_printed or is_other or (not is_exact and is_rewritten(lost, code, match.target.text))
        yield Difference(match, match.target.place(at, at), match.source.place(*lost)).problem(
            "",
            lost.of(code),
            evidence="line of the English example",
            severity=Severity.WARNING if is_mild else None,
        )


def is_said_elsewhere(pair: Pair, lost: str) -> bool:
    """Whether the page has lines in another form, so that no reader misses them."""
    ours, theirs = ((block.text for block in page.codes) for page in (pair.source or pair.target, pair.target))
    return any(map(str.isalnum, lost)) and is_elsewhere(lost, ours, theirs)


def is_long(ours: int, theirs: int, word: CodeToken | None) -> bool:
    """Whether so many tokens became so many others that somebody wrote the lines anew."""
    most = LONGEST_CHANGE if word is None or not is_foreign(word.text) else 4 * LONGEST_CHANGE
    return max(ours, theirs) > most and (ours != theirs or ours > 2 * most)


def is_comment(tokens: CodeToken) -> bool:
    """Whether neighbouring words have but spaces between: a comment that the lexer does not know."""
    return tokens.is_name and " " in tokens.text and is_words(tokens.text)


def begins_as_remark(code: str, at: int) -> bool:
    """Whether the line is a comment in some language, if not in that of the fence."""
    return line_before(code, at).lstrip().startswith(REMARKS)


def line_before(code: str, at: int) -> str:
    """What stands before a place in its line."""
    return code[code.rfind("\n", 0, at) + 1 : at]


def joined(tokens: Sequence[CodeToken], text: str) -> CodeToken | None:
    """Neighbouring tokens as one."""
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].start + len(tokens[-1].text)
    return CodeToken(text[start:end], start, all(token.is_name for token in tokens))


def structure_changes(ours: Sequence[CodeToken], theirs: Sequence[CodeToken]) -> list[Change]:
    """A flag, path or name that is gone, with the new one that it is like; in no known order."""
    here, there = Counter(token.text for token in ours), Counter(token.text for token in theirs)
    lost = [token for token in ours if not there[token.text]]
    new = [token for token in theirs if not here[token.text]]
    if len(lost) != len(new) or len(ours) != len(theirs):
        return []
    return [
        (a, b)
        for a, b in zip(lost, new, strict=True)
        if likeness(a.text, b.text) >= 0.6 or a.text[0] == b.text[0] in "-/"
    ]


def without_placeholders(
    match: Match[Code], ours: list[CodeToken], theirs: list[CodeToken]
) -> tuple[list[CodeToken], list[CodeToken]]:
    """The tokens without those of placeholders that differ."""
    here, there = placeholders(match.source.text), placeholders(match.target.text)
    if len(here) != len(there):
        return ours, theirs
    both = [(a, b) for a, b in zip(here, there, strict=True) if a[0] != b[0] and is_free(a[0], match.source.language)]
    for index, spans in enumerate(([a.span() for a, _ in both], [b.span() for _, b in both])):
        ends = dict(spans)
        starts = sorted(ends)
        kept = [t for t in (ours, theirs)[index] if not is_within(t.start, starts, ends)]
        ours, theirs = (kept, theirs) if index == 0 else (ours, kept)
    return ours, theirs


def is_within(at: int, starts: Sequence[int], ends: Mapping[int, int]) -> bool:
    """Whether a place lies in one of several stretches, which begin at `starts`."""
    before = bisect_right(starts, at)
    return before > 0 and at < ends[starts[before - 1]]


def is_sample(pair: Pair, expected: CodeToken, word: CodeToken, found: Counter[str]) -> bool:
    """Whether a made-up name became another one everywhere, in the letters that code is written in."""
    if not expected.is_name or not word.text or is_foreign(word.text):
        return False
    if pair.source and any(stands_in(word.text, code.text) for code in pair.source.codes):
        return False
    if judge(expected.text, word.text) in (Damage.MISSPELT, Damage.RECASED, Damage.SPACED, Damage.PUNCTUATION_ADDED):
        return False
    return found[word.text] > 1 or sum(code.text.count(word.text) for code in pair.target.codes) > 1


def is_sign(text: str) -> bool:
    """Whether there is neither a letter nor a digit in it."""
    return not any(map(str.isalnum, text))


def is_foreign(word: str) -> bool:
    """Whether a word has letters of another script than Latin, in which hardly anybody writes code."""
    return next(foreign_words(word), None) is not None


def problem(match: Match[Code], expected: CodeToken, word: CodeToken, *, is_only: bool) -> Problem:
    span = match.target.place(word.start, word.start + len(word.text))
    is_other = expected.text != word.text
    damage = judge(expected.text, word.text) if is_other else Damage.MISSPELT
    is_sure = match.is_sure and is_other and resembles(expected.text, word.text)
    is_number = is_only and expected.text.isdecimal() and word.text.isdecimal()
    is_entity = f"&{word.text.strip('&;')};" == ENTITIES.get(expected.text)  # nothing reads it so
    return Difference(match, span, match.source.place(expected.start, expected.start + len(expected.text))).problem(
        word.text,
        expected.text,
        evidence="code of the English example",
        damage=damage,
        put=expected.text if is_only and word.text else None,
        is_safe=is_sure,
        severity=Severity.WARNING if is_number else None,
        is_sample=not (
            is_entity
            or is_number
            or is_keyword(match, expected, word)
            or (is_same_words(expected, word) and is_module(expected, match.source.text))
        ),
        is_no_english=is_entity,
    )
