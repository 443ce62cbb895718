"""A page of MDX that does not parse stops the build of the whole site.

`{/* note */}` that became `{/_ note _/}` is an expression that nobody can evaluate, a tag without its end (`<set>` that
was put into running text, `</TabItem>` that went) is an error, and `importer X from '…'` is no statement, so that the
component is not found. A string that ends at an apostrophe (`'d'un'`) and a brace that lost its quotes (`{"{city}"}`)
break it, too. Spoken of where the English has none of that: as many ends as beginnings, and a statement.
A page that has Svelte's blocks is not MDX, and text in the strings of an expression holds no tags.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Damage,
    Fix,
    Good,
    MdxSide,
    Pair,
    Problem,
    Severity,
    Span,
    Trust,
    lazy,
    mdx_braces,
    mdx_comments,
    mdx_literals,
    mdx_strings,
    unpaired_tags,
    unparsed,
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

SVELTE = lazy(r"\{(?:#(?:if|each|await|key)[ \t]|:else\b|@html[ \t])|<[A-Z][\w.]*[ \t]+\{\w+\}")
"""Blocks of Svelte's templates, and its attributes that are named as their values: an error in MDX."""
STATEMENT = lazy(r"""^import[ \t]+([^\n'"]{1,300}?)[ \t]+from[ \t]*(["'])([^"'\n]+)\2""", re.MULTILINE)
TRANSLATED = lazy(r"""^([^\W\d_]+)[ \t]+([^\n'"]{1,300}?)[ \t]+([^\W\d_]+)[ \t]*(["'])([^"'\n]+)\4""", re.MULTILINE)


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or not (source.is_mdx and (target.is_mdx or STATEMENT.search(source.text))):
        return
    if source.text == target.text:
        return
    ours = MdxSide(source.text, without_code(source))
    if SVELTE.search(ours.bare):
        return
    theirs = MdxSide(target.text, without_code(target))
    yield from mdx_comments(ours, theirs)
    yield from statements(ours, theirs)
    yield from tags(pair, ours, theirs)
    yield from mdx_strings(ours, theirs)
    yield from mdx_literals(ours, theirs)
    yield from mdx_braces(ours, theirs)


def statements(source: MdxSide, target: MdxSide) -> Iterator[Problem]:
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
                yield unparsed(span, match[group], word, Damage.TRANSLATED, message)._replace(
                    fix=Fix.unsafe(span, word)
                )


def tags(pair: Pair, source: MdxSide, target: MdxSide) -> Iterator[Problem]:
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
        yield unparsed(span, found, None, None, f'"{found}" has {what}, so the page does not parse')


def is_half_lost(name: str, source: MdxSide, target: MdxSide) -> bool:
    """Whether the page has one end of a tag as often as the English and the other end less often."""
    (ours, our_ends), (theirs, ends) = (
        [len(re.findall(rf"<{slash}{re.escape(name)}(?![\w.:-])", page.text)) for slash in ("", "/")]
        for page in (source, target)
    )
    return (ours == theirs and ends < our_ends) or (theirs < ours and ends == our_ends)
