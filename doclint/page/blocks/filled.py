"""What Liquid and its like fill in before Markdown is read: addresses of definitions, and blocks of code."""

from __future__ import annotations

import re
from bisect import bisect_left

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock

from doclint.page.blocks.state import PlacedState
from doclint.page.directives.forms import LONGEST
from doclint.text.lazypattern import lazy

DEFINITION = lazy(
    r"""\[(?P<label>(?:[^\[\]\\]|\\.)+)\]:[ \t]*
    (?P<url>(?=\S*\{[{%])(?:[^\s<{]|\{(?![{%])|\{\{[^{}]*+\}\}|\{%[^{}]*+%\})+)
    (?:[ \t]+(?P<title>"[^"]*+"|'[^']*+'|\([^()]*+\)))?[ \t]*""",
    re.VERBOSE,
)
"""One line; with spaces in what is filled in, Markdown alone would read text."""

HIGHLIGHT = lazy(
    r"""(?P<head>\{%-?[ \t]*(?P<liquid>highlight|codeblock)(?![\w-])[ \t]*)(?P<info>[^%{}]*?)[ \t]*-?%\}[ \t]*|
    (?P<opening>\{\{[<%][ \t]*(?P<hugo>highlight)(?![\w-])[ \t]*)(?P<words>[^{}]*?)[ \t]*[%>]\}\}[ \t]*""",
    re.VERBOSE,
)
"""The first line of a block of code, as Jekyll, Hexo and Hugo name it."""


def filled_reference(state: StateBlock, line: int, silent: bool) -> bool:
    """A definition whose address the generator fills in: `[1]: {{ site.url }}/path`, `[2]: {% link page.md %}`."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    match = DEFINITION.fullmatch(text) if ("{{" in text or "{%" in text) and not state.is_code_block(line) else None
    label = normalizeReference(match["label"]) if match else ""
    if match is None or not label:
        return False
    if silent:
        return True
    state.line = line + 1
    title = (match["title"] or "")[1:-1]
    token = state.push("definition", "", 0)
    token.meta = {"id": label, "title": title, "url": match["url"], "label": match["label"]}
    token.map = [line, state.line]
    made = {"title": title, "href": match["url"], "map": token.map}
    state.env.setdefault("references", {}).setdefault(label, made)
    return True


def highlight(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """`{% highlight ruby %}` to `{% endhighlight %}`, each on a line of its own: a block of code."""
    text = state.line_text(startLine)
    match = HIGHLIGHT.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return False
    name = match["liquid"] or match["hugo"]
    at = bisect_left(state.code_ends, (startLine + 1, ""))
    last, found = state.code_ends[at] if at < len(state.code_ends) else (endLine, "")
    if found != name or last >= endLine:
        return False
    if silent:
        return True
    state.line = last + 1
    token = state.keep("fence", "code")
    token.markup, token.map = match["head"] or match["opening"], [startLine, state.line]
    token.info = match["info"] or match["words"] or ""
    token.content = state.getLines(startLine + 1, last, state.sCount[startLine], True)
    return True
