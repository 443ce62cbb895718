"""The name of a property, parameter or relationship is part of the API, so a translation repeats it letter for letter.

`totalParcelCount` becomes `тоталпарцелкаунт`, `Total-Parcel-Count` or another property's name, and
whoever types what the page says gets an error. Checked are the cells of columns headed Property,
Parameter, Relationship and the like: names by their shape, and plain lower-case words such as
`status`, which are as damaged. Words that begin with a capital and have no shape of a name are left
alone, and so are rows that only label those below them.
"""

import re
import unicodedata
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Column,
    Damage,
    Good,
    Pair,
    Problem,
    Role,
    Severity,
    Trust,
    cell_changed,
    is_name,
    is_token,
    lazy,
    names_in,
    names_lost,
)

ID = "DL103"
NAME = "property-name-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Role.NAME,)

BAD = [
    Bad(
        source="|Property|Type|\n|---|---|\n|id|String|\n|totalParcelCount|Int32|\n|status|String|\n",
        target="|Свойство|Тип|\n|---|---|\n|id|String|\n|⟦тоталпарцелкаунт⟧|Int32|\n|⟦состояние⟧|String|\n",
        expected=("totalParcelCount", "status"),
        fixed="|Свойство|Тип|\n|---|---|\n|id|String|\n|totalParcelCount|Int32|\n|status|String|\n",
    ),
    Bad(
        source="|Parameter|Type|\n|---|---|\n|routeTagIds|String|\n|$top|Int32|\n",
        target="|パラメーター|型|\n|---|---|\n|⟦Routeタグの Ids⟧|String|\n|$top|Int32|\n",
        expected=("routeTagIds",),
        fixed="|パラメーター|型|\n|---|---|\n|routeTagIds|String|\n|$top|Int32|\n",
    ),
    Bad(
        source="|Relationship|Type|\n|---|---|\n|[scanEvents](../scan-event.md)|String|\n",
        target="|Связь|Тип|\n|---|---|\n|[⟦сканевентс⟧](../scan-event.md)|String|\n",
        expected=("scanEvents",),
        fixed="|Связь|Тип|\n|---|---|\n|[scanEvents](../scan-event.md)|String|\n",
    ),
    Bad(  # signs between, in another width
        source="|Property|Type|\n|---|---|\n|depot:door|String|\n|depot:hall|String|\n",
        target="|속성|유형|\n|---|---|\n|⟦depot：door⟧|String|\n|⟦depot : hall⟧|String|\n",
        expected=("depot:door", "depot:hall"),
        fixed="|속성|유형|\n|---|---|\n|depot:door|String|\n|depot:hall|String|\n",
    ),
]
GOOD = [
    Good(
        source='|Property|Type|\n|---|---|\n|depot_key|String|\n\n```json\n{ "depotKey": "x" }\n```\n',
        target='|プロパティ|型|\n|---|---|\n|depotKey|文字列|\n\n```json\n{ "depotKey": "x" }\n```\n',
    ),
    Good(
        source="|Property|Type|\n|---|---|\n|Version|String|\n|`id`|String|\n",
        target="|Eigenschaft|Typ|\n|---|---|\n|Ausgabe|String|\n|**id**|String|\n",
    ),
    Good(
        source="|Property|Type|\n|---|---|\n|weight|Double|\n|height|Double|\n",
        target="|プロパティ|型|\n|---|---|\n|height|Double|\n|weight|Double|\n",
        trust=Trust.PAIRED,
    ),
]

KEY = lazy(r"[A-Za-z][\w.-]*(?:[:/][\w.-]+)+", re.ASCII)
"""Words with signs between that no sentence has without a space."""
GLOSS = lazy(r"\s?[(（][^()（）]+[)）]")
"""What a translator says of a name behind it, in brackets."""


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.NAME):
        for match in column.differing:
            word = match.source.plain.strip()
            if is_widened(word, match.target.plain.strip()):
                yield from filter(None, (cell_changed(match, members=column.words, evidence=column.evidence),))
            elif not is_token(word):
                yield from names_lost(match, names_in(word), members=column.words, evidence=column.evidence)
            elif is_name(word) or not word[0].isupper():
                problem = cell_changed(match, members=column.words, evidence=column.evidence)
                if problem and not is_mended(problem, pair) and not is_said(match.source.text, column, pair):
                    is_mild = not pair.is_exact and is_glossed(word, problem.found)
                    yield problem._replace(severity=Severity.WARNING) if is_mild else problem


def is_glossed(word: str, found: str) -> bool:
    """Whether the name stands there, with a gloss behind it."""
    return found.startswith(word) and GLOSS.fullmatch(found, len(word)) is not None


def is_widened(word: str, found: str) -> bool:
    """Whether nothing but the width of signs, or the space around them, differs in a key with signs: `depot:door`."""
    if word == found or " " in word or not KEY.fullmatch(word):
        return False
    return "".join(unicodedata.normalize("NFKC", found).split()) == word


def is_said(cell: str, column: Column, pair: Pair) -> bool:
    """Whether a plain word, as `none`, stands in a column that puts its names between backticks."""
    if pair.is_exact or not cell.strip().isalpha():
        return False
    marked = sum("`" in match.source.text for match in column.cells)
    return 2 * marked >= len(column.cells)


def is_mended(problem: Problem, pair: Pair) -> bool:
    """Whether the English's own code knows the found spelling and not the expected one: a slip that a person mended."""
    known = pair.source_vocabulary
    is_slip = problem.damage in (Damage.RECASED, Damage.MISSPELT, Damage.SPACED) and problem.expected is not None
    return is_slip and known.is_proven(problem.found) and not known.is_proven(problem.expected or "")
