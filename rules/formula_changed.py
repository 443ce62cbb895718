"""A formula is code that the site typesets, so a translation repeats its signs and commands.

`\\bêta` is no command, `\\ begin {matrix}` begins nothing, and between `$ $` stands no formula: readers see the signs. Checked
are formulas between dollar signs and the commands in them. Words in `\\text{...}`, decimal commas and spaces between
commands are free. Where only a space stands behind the first dollar sign it is a warning, since some sites read that.
"""

import re
from collections import Counter
from collections.abc import Iterator

from doclint.api import Bad, Difference, Good, Match, Pair, Problem, Segment, Severity, Trust, lazy

ID = "DL310"
NAME = "formula-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="The sum is $\\alpha + \\beta_1$.\n",
        target="La somme est $\\alpha + ⟦\\bêta⟧_1$.\n",
        expected=("\\beta",),
        fixed="La somme est $\\alpha + \\beta_1$.\n",
    ),
    Bad(
        source="$$\n\\begin{matrix} a \\\\ b \\end{matrix}\n$$\n",
        target="⟦$ $⟧\n⟦\\ begin {матрица}⟧ a \\\\ b \\end{matrix}\n⟦$ $⟧\n",
        expected=("$$", "\\begin{matrix}", "$$"),
        fixed="$$\n\\begin{matrix} a \\\\ b \\end{matrix}\n$$\n",
    ),
    Bad(
        source="The weight $\\frac{m_i}{n}$ counts.\n",
        target="重みは⟦$ \\frac{m_i}{n} $⟧です。\n",
        expected=("$\\frac{m_i}{n}$",),
        fixed="重みは$\\frac{m_i}{n}$です。\n",
    ),
]
GOOD = [
    Good(
        source="It is $\\frac{1.5}{n} \\text{ if late}$.\n",
        target="Es ist $\\frac{1{,}5}{n} \\text{ falls verspätet}$.\n",
    ),
    Good(source="It costs $5 or $ 7 at C:\\depots.\n", target="C:\\склады では $ 5 か 7 ドルです。\n"),
    Good(source="The sum is $a + \\beta$.\n", target="合計は $a+\\beta$ です。\n"),
]

FORMULA = lazy(r"\$\$[^$]+\$\$|(?<![\\$0-9A-Za-z])\$(?=\S)[^$\n]{1,400}(?<=\S)\$(?![\d$])")
DOLLAR = lazy(r"(?<!\\)\$")
LOOSE = lazy(r"(?<![\\$0-9A-Za-z])\$[ \t]+([^$\n]{1,400}?)[ \t]*\$(?![\d$])")
"""A formula with a space behind its first sign."""
TEX = lazy(r"\\[A-Za-z]+|[\^_]")
PARTED = lazy(r"\$[ \t]\$")
COMMAND = lazy(r"\\[ \t]?[^\W\d_]+(?:[ \t]?\{[ \t]?[^\W\d_]+\*?[ \t]?\})?")
ENVIRONMENT = "\\begin", "\\end"


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or "$" not in pair.source.text:
        return
    for match in pair.differing:
        if "$" in match.source.text:
            formulas = [found[0] for found in FORMULA.finditer(match.source.text) if TEX.search(found[0])]
            if formulas:
                yield from signs(match, formulas)
                yield from commands(match, formulas)
                yield from loosened(match, formulas)
                yield from torn(match)


def signs(match: Match[Segment], formulas: list[str]) -> Iterator[Problem]:
    """Two dollar signs with a space between, where the English has none so."""
    if any(formula.startswith("$$") for formula in formulas) and not PARTED.search(match.source.text):
        for found in PARTED.finditer(match.target.text):
            yield problem(match, "$$", found.start(), found[0])


def torn(match: Match[Segment]) -> Iterator[Problem]:
    """The last sign of a text whose dollars, or the braces of its formulas, do not go in pairs as the English ones do."""
    ours, theirs = (DOLLAR.findall(side.text) for side in (match.source, match.target))
    if len(ours) % 2 == 0 and len(theirs) % 2:
        *_, last = DOLLAR.finditer(match.target.text)
        yield unpaired(match, last, "$")
        return
    if braces(match.source.text) or len(ours) != len(theirs):
        return
    for found in FORMULA.finditer(match.target.text):
        if braces(found[0]):
            yield unpaired(match, found, "}")
            return


def braces(text: str) -> int:
    """How many braces of its formulas are open at the end."""
    return sum(found[0].count("{") - found[0].count("}") for found in FORMULA.finditer(text))


def unpaired(match: Match[Segment], found: re.Match[str], sign: str) -> Problem:
    return Difference(match, match.target.place(*found.span())).problem(
        found[0],
        evidence="the formulas of the English",
        message=f'a "{sign}" of this formula has no other, so that it is shown as text',
        severity=Severity.WARNING,
    )


def commands(match: Match[Segment], formulas: list[str]) -> Iterator[Problem]:
    """Commands in the place of English ones that no typesetter knows: with a space, or in letters beyond ASCII."""
    text = match.target.text
    ours = [command(found[0]) for formula in formulas for found in COMMAND.finditer(formula)]
    missing = Counter(ours) - Counter(command(found[0]) for found in COMMAND.finditer(text))
    wanted = iter([one for one in ours if missing[one]])
    for found in COMMAND.finditer(text):
        name = command(found[0])
        if name in ours and (not is_unread(name) or name in match.source.text):
            continue
        if is_unread(name) and (expected := restored(name, missing) or next(wanted, None)):
            missing[expected] -= 1
            yield problem(match, expected, found.start(), name)


def command(written: str) -> str:
    """A command with the environment that it begins or ends, and with no argument of another."""
    name, _, _ = written.partition("{")
    return written if "".join(name.split()) in ENVIRONMENT else name.rstrip()


def is_unread(name: str) -> bool:
    """Whether no typesetter knows a command; a backslash before a space alone is one."""
    return not name.isascii() or any(char.isspace() for char in name)


def restored(name: str, missing: Counter[str]) -> str | None:
    """The missing command that differs from this one in spaces alone, or that begins or ends something as it does."""
    packed = "".join(name.split())
    begins = packed.partition("{")[0]
    alike = [one for one, count in missing.items() if count > 0 and begins == one.partition("{")[0]]
    return packed if missing[packed] > 0 else next(iter(alike), None)


def loosened(match: Match[Segment], formulas: list[str]) -> Iterator[Problem]:
    """Formulas that are the English ones but for a space behind the first sign, where the English never has one."""
    if LOOSE.search(FORMULA.sub("", match.source.text)):
        return
    wanted = {"".join(formula.split()): formula for formula in formulas}
    for found in LOOSE.finditer(match.target.text):
        expected = wanted.get("".join(found[0].split()))
        if expected and not expected.startswith("$$"):
            one = problem(match, expected, found.start(), found[0])
            yield one._replace(severity=Severity.WARNING, is_no_english=False)


def problem(match: Match[Segment], expected: str, start: int, found: str) -> Problem:
    span = match.target.place(start, start + len(found))
    return Difference(match, span).problem(
        found, expected, evidence="a formula of the English", put=expected, is_no_english=True
    )
