"""What of two pages is too long or too many to be compared whole; a run says how much that is."""

from __future__ import annotations

from doclint.checks.code.tokens import LONGEST
from doclint.page import Code
from doclint.page.json.example import is_json_alone
from doclint.pair import Pair
from doclint.pair.alignment.align import Match, TableMatch
from doclint.pair.alignment.directives import MOST
from doclint.pair.alignment.rows import MOST_COMPARISONS


def passed_over(pair: Pair) -> int:
    """How many blocks of code, rows and directives were left out for their length or number, in whole or in part."""
    codes = sum(_is_cut(match) for match in pair.codes)
    rows = sum(_rows_left(table) for table in pair.alignment.tables)
    many = max(len(page.directives) if page else 0 for page in (pair.source, pair.target))
    return codes + rows + (many if pair.source and many > MOST else 0)


def _is_cut(match: Match[Code]) -> bool:
    """Whether code that differs is longer than what is read of it; JSON is read whole."""
    source, target = match.source, match.target
    if max(len(source.text), len(target.text)) <= LONGEST or source.text == target.text:
        return False
    return source.language != "http" and not is_json_alone(source.text, source.language)


def _rows_left(table: TableMatch) -> int:
    """The rows without a partner, of a table of so many that their names were not compared by sound."""
    ours, theirs = len(table.source.rows), len(table.target.rows)
    return min(ours, theirs) - len(table.rows) if ours * theirs > MOST_COMPARISONS else 0
