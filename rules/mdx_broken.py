"""A page of MDX that does not parse stops the build of the whole site.

`{/* note */}` that became `{/_ note _/}` is an expression that nobody can evaluate, a tag without its end (`<set>` that
was put into running text, `</TabItem>` that went) is an error, and `importer X from '…'` is no statement, so that the
component is not found. A string that ends at an apostrophe (`'d'un'`) and a brace that lost its quotes (`{"{city}"}`)
break it, too. Spoken of where the English has none of that: as many ends as beginnings, and a statement.
A page that has Svelte's blocks is not MDX, and text in the strings of an expression holds no tags.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from doclint.api import (
    Bad,
    Damage,
    Fix,
    Good,
    Pair,
    Problem,
    Severity,
    Span,
    Trust,
    lazy,
    unpaired_tags,
    without_code,
)

ID = "DL416"
NAME = "mdx-broken"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

IMPORT = "import Depot from '@site/depot';\n\n"
"""What makes a page MDX."""

BAD = [
    Bad(
        source=f"{IMPORT}{{/* prettier-ignore */}}\n\nText.\n",
        target=f"{IMPORT}⟦{{/_⟧ prettier-ignore _/}}\n\nテキスト。\n",
        expected=("{/*",),
        fixed=f"{IMPORT}{{/* prettier-ignore */}}\n\nテキスト。\n",
    ),
    Bad(
        source=f"{IMPORT}Set it first.\n",
        target=f"{IMPORT}Сначала ⟦<bcp47:set>⟧задайте.\n",
    ),
    Bad(
        source=f"{IMPORT}export const hint = 'This is a depot!';\n\nText.\n",
        target=f"{IMPORT}export const hint = 'Voici ⟦l'entrepôt !'⟧;\n\nTexte.\n",
        expected=("l\\'entrepôt !'",),
        fixed=f"{IMPORT}export const hint = 'Voici l\\'entrepôt !';\n\nTexte.\n",
    ),
    Bad(
        source=f'{IMPORT}<p>\n{{"{{city}}"}}\n</p>\n',
        target=f"{IMPORT}<p>\n⟦\\{{&quot;{{city}}&quot;}}⟧\n</p>\n",
        expected=('{"{city}"}',),
        fixed=f'{IMPORT}<p>\n{{"{{city}}"}}\n</p>\n',
    ),
    Bad(
        source="import Depot from '@site/depot';\nimport A from 'a';\n\nText.\n",
        target="⟦importer⟧ Depot from '@site/depot';\nimport A from 'a';\n\nТекст.\n",
        expected=("import",),
        fixed="import Depot from '@site/depot';\nimport A from 'a';\n\nТекст.\n",
    ),
    Bad(  # in HTML, where it is no block of its own
        source=f"{IMPORT}<div>\n  <Door>\n    <span>One</span>\n  </Door>\n  <span>or</span>\n</div>\n",
        target=f"{IMPORT}<div>\n  ⟦<Door>⟧\n    <span>Un</span>\n  <span>ou</span>\n</div>\n",
    ),
]
GOOD = [
    Good(  # one more, and what its generator reads of it is none of ours
        source=f"{IMPORT}<div>\n  <Door>A</Door>\n</div>\n",
        target=f"{IMPORT}<div>\n  <Door>А</Door>\n  <Door>Б</Door>\n</div>\n",
    ),
    Good(source=f"{IMPORT}{{/* a */}}\n\nText.\n", target=f"{IMPORT}{{/* б */}}\n\nТекст.\n"),
    Good(source=f"{IMPORT}<b>Text</b>\n", target=f"{IMPORT}<b>テキスト</b> `<set>`と\\<set>\n"),
    Good(source=f"{IMPORT}One<br>two\n", target=f"{IMPORT}一<br>二<br>三\n"),
    Good(  # addresses in tags
        source=f"{IMPORT}A page.\n",
        target=f"{IMPORT}<a href='https://a.example'>一</a> <i title={{\"https://b.example\"}}>二</i>\n",
    ),
    Good(  # text in strings of an expression
        source=f'{IMPORT}<Choice of={{[{{ text: "It is a set." }}]}} />\n',
        target=f"{IMPORT}<Choice of={{[{{ text: \"これは <set> です\", why: 'いいえ <get>' }}]}} />\n",
    ),
    Good(  # a brace in a comment
        source=f"{IMPORT}<Box />\n\nText.\n",
        target=f"{IMPORT}{{/* the English: {{ is * text */}}\n\n<Box />\n\n文。\n",
    ),
    Good(  # Svelte, which is not MDX
        source=f"{IMPORT}{{#if kind === 'a'}}\n\nOne.\n\n{{/if}}\n",
        target=f"{IMPORT}{{#if kind === 'a'}}\n\n一<br>二\n\n{{/if}}\n",
    ),
    Good(source=f"{IMPORT}<img src='a.png'>\n", target=f"{IMPORT}<img src='a.png'>\n\n一<br>二\n"),
    Good(source="Text {/* a */}\n", target="Текст {/_ a _/}\n"),
]

COMMENT = lazy(r"\{/\*")
DAMAGED = lazy(r"\{[ \t]*(?:/[ \t]*[^*\s/}\w]|／[ \t]*[＊_*]|/[ \t]*_|/[ \t]+\*)")
DAMAGED_END = lazy(r"(?:\*[ \t]+[/／]|\*／|＊[ \t]*[/／]|_[ \t]*[/／])[ \t]*[}｝]")
END = lazy(r"[^\n]*?(_|[^\w\s*}]|[ \t]+\*)[ \t]*/[ \t]*\}")
SVELTE = lazy(r"\{(?:#(?:if|each|await|key)[ \t]|:else\b|@html[ \t])|<[A-Z][\w.]*[ \t]+\{\w+\}")
"""Blocks of Svelte's templates, and its attributes that are named as their values: an error in MDX."""
STATEMENT = lazy(r"""^import[ \t]+([^\n'"]{1,300}?)[ \t]+from[ \t]*(["'])([^"'\n]+)\2""", re.MULTILINE)
TRANSLATED = lazy(r"""^([^\W\d_]+)[ \t]+([^\n'"]{1,300}?)[ \t]+([^\W\d_]+)[ \t]*(["'])([^"'\n]+)\4""", re.MULTILINE)

EXPORT = lazy(r"^(?:export[ \t]|const[ \t]|import[ \t]).*", re.MULTILINE)
OTHER_QUOTES = lazy(r"[=(,:\[][ \t]*([‘’‚“”„«»「」『』])")
STRING = lazy(r"""(["'])(?:(?!\1)[^\\\n]|\\.)*\1""")
BRACE = lazy(r"""\\.|(?<=\{)/\*|[{}]|(?<=[{=(,:\[ ])"[^"\n]*"|(?<=[{=(,:\[])'[^'\n]*'""")
LITERAL = lazy(r"""\{(["'`])(\{[\w.]+\})\1\}""")
ANY_QUOTE = r"""(?:&quot;|&#39;|[\"'`“”„«»‘’「」\\])*"""


class Side(NamedTuple):
    """The text of a page, and the same with blanks in the place of its code."""

    text: str
    bare: str


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or not (source.is_mdx and (target.is_mdx or STATEMENT.search(source.text))):
        return
    if source.text == target.text:
        return
    ours = Side(source.text, without_code(source))
    if SVELTE.search(ours.bare):
        return
    theirs = Side(target.text, without_code(target))
    yield from comments(ours, theirs)
    yield from statements(ours, theirs)
    yield from tags(pair, ours, theirs)
    yield from strings(ours, theirs)
    yield from literals(ours, theirs)
    yield from braces(ours, theirs)


def comments(source: Side, target: Side) -> Iterator[Problem]:
    """Comments whose stars became something else."""
    if "{/*" not in source.text or any(endless(source)):
        return
    text = target.bare
    for match, until in endless(target):
        end = DAMAGED_END.search(text, match.end(), until)
        span = Span(*(end or match).span())
        one = broken(
            span, span.of(text), "*/}" if end else None, None, "this comment has no end, so the page does not parse"
        )
        yield one._replace(fix=Fix.unsafe(span, "*/}") if end else None)
    if len(COMMENT.findall(target.text)) >= len(COMMENT.findall(source.text)) or DAMAGED.search(source.bare):
        return
    for match in DAMAGED.finditer(text):
        end = END.match(text, match.end())
        span = Span(*match.span())
        fix = None
        if end:
            close = Span(end.start(1), end.end())
            fix = Fix((Fix.unsafe(span, "{/*").edits[0], Fix.unsafe(close, "*/}").edits[0]), is_safe=False)
        yield broken(
            span,
            match[0],
            "{/*",
            Damage.PUNCTUATION_ADDED,
            f'"{match[0]}" does not begin a comment, so the page does not parse',
        )._replace(fix=fix)


def endless(page: Side) -> Iterator[tuple[re.Match[str], int]]:
    """The beginnings of comments before whose end another one begins, or the page ends, and where it does."""
    begun = list(COMMENT.finditer(page.bare))
    ends = [match.start() for match in begun[1:]] + [len(page.bare)]
    for match, until in zip(begun, ends, strict=False):
        if page.bare.find("*/", match.end(), until) < 0:
            yield match, until


def statements(source: Side, target: Side) -> Iterator[Problem]:
    """Imports whose keywords were translated: they are known again by what they import."""
    ours = {match[3]: match for match in STATEMENT.finditer(source.text)}
    lost = ours.keys() - {match[3] for match in STATEMENT.finditer(target.text)}
    for match in TRANSLATED.finditer(target.bare) if lost else ():
        if match[5] not in lost:
            continue
        for group, word in ((1, "import"), (3, "from")):
            if match[group] != word:
                span = Span(*match.span(group))
                message = f'"{match[group]}" is not a keyword: "{word}" is'
                yield broken(span, match[group], word, Damage.TRANSLATED, message)._replace(fix=Fix.unsafe(span, word))


def strings(source: Side, target: Side) -> Iterator[Problem]:
    """Strings of a statement that end in the middle of a word, as at the apostrophe of a translation."""
    if "export" not in source.text:
        return
    if not any(True for _ in quoted_otherwise(source)):
        for at in quoted_otherwise(target):
            message = f'"{target.text[at]}" does not begin a string, so the page does not parse'
            yield broken(Span(at, at + 1), target.text[at], None, None, message)
    if any(True for _ in ended_early(source)):
        return
    for start, at, end in ended_early(target):
        found = target.text[start:end]
        put = f"{target.text[start:at]}\\{target.text[at:end]}"
        message = f'the string ends before "{target.text[at + 1 : end]}", so the page does not parse'
        one = broken(Span(start, end), found, put, Damage.PUNCTUATION_ADDED, message)
        yield one._replace(fix=Fix.unsafe(Span(at, at), "\\"))


def quoted_otherwise(page: Side) -> Iterator[int]:
    """Where a value of a statement begins with a quotation mark of running text."""
    for line in EXPORT.finditer(page.bare):
        text = STRING.sub(lambda string: '"' * len(string[0]), line[0])
        yield from (line.start() + match.start(1) for match in OTHER_QUOTES.finditer(text))


def ended_early(page: Side) -> Iterator[tuple[int, int, int]]:
    """Where the word before such an end begins, the sign that ends the string, and where its line has the last such sign."""
    for line in EXPORT.finditer(page.bare):
        for string in STRING.finditer(line[0]):
            at = line.start() + string.end() - 1
            last = line.start() + line[0].rfind(string[1])
            if page.text[at + 1 : at + 2].isalpha() and last > at:
                begin = at
                while page.text[begin - 1].isalpha():
                    begin -= 1
                yield begin, at, last + 1
                break


def literals(source: Side, target: Side) -> Iterator[Problem]:
    """Braces that stood in a string and are read as an expression now, whose name the page does not have."""
    for literal in {found[0]: found for found in LITERAL.finditer(source.bare)}.values():
        if literal[0] in target.text:
            continue
        inner = literal[2]
        for found in re.finditer(rf"\\?\{{?{ANY_QUOTE}{re.escape(inner)}{ANY_QUOTE}\}}?", target.bare):
            span = Span(*found.span())
            is_text = found[0] == rf"\{inner}"
            if found[0] not in source.text and not is_text and not LITERAL.fullmatch(found[0]):
                message = f'"{found[0]}" is read as an expression; the English says "{literal[0]}"'
                one = broken(span, found[0], literal[0], Damage.PUNCTUATION_ADDED, message)
                yield one._replace(fix=Fix.unsafe(span, literal[0]))


def tags(pair: Pair, source: Side, target: Side) -> Iterator[Problem]:
    """Tags of which the page has more beginnings than ends, or the reverse, and the English has not."""
    if unpaired_tags(source.bare):
        return  # whatever reads that is not MDX
    theirs = unpaired_tags(target.bare)
    told = {one.name for one, _ in pair.directives.dropped} | {one.name for one in pair.directives.added}
    for name, span, is_end in theirs:
        is_known = re.search(rf"</?{re.escape(name)}[\s/>]", source.text)
        # of those that the English has, the rule mdx-changed tells which end is gone, if it is no part of HTML
        if is_known and (name in told or not is_half_lost(name, source, target)):
            continue
        what = "no beginning" if is_end else "no end"
        found = span.of(target.text)
        yield broken(span, found, None, None, f'"{found}" has {what}, so the page does not parse')


def braces(source: Side, target: Side) -> Iterator[Problem]:
    """A brace that opens an expression which never ends, where those of the English all do."""
    if any(True for _ in unclosed(source.bare)):
        return
    for at in unclosed(target.bare):
        message = "the expression that begins here has no end, so the page does not parse"
        yield broken(Span(at, at + 1), "{", None, None, message)


def unclosed(text: str) -> Iterator[int]:
    """The outermost braces without their ends; what a backslash takes for text, strings and comments are left out."""
    if text.count("{") == text.count("}"):
        return
    open_: list[int] = []
    at, last = 0, text.rfind("*/")
    while match := BRACE.search(text, at):
        at = match.end()
        if match[0] == "{":
            open_.append(match.start())
        elif match[0] == "}" and open_:
            open_.pop()
        elif match[0] == "/*" and at <= last:
            at = text.index("*/", at) + 2
    yield from open_[:1]


def is_half_lost(name: str, source: Side, target: Side) -> bool:
    """Whether the page has one end of a tag as often as the English and the other end less often."""
    (ours, our_ends), (theirs, ends) = (
        [len(re.findall(rf"<{slash}{re.escape(name)}(?![\w.:-])", page.text)) for slash in ("", "/")]
        for page in (source, target)
    )
    return (ours == theirs and ends < our_ends) or (theirs < ours and ends == our_ends)


def broken(span: Span, found: str, expected: str | None, damage: Damage | None, message: str) -> Problem:
    return Problem(
        span=span,
        found=found,
        expected=expected,
        damage=damage,
        message=message,
        evidence="the English parses",
        breaks_build=True,
    )
