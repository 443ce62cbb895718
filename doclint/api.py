"""The one door for rules: what a rule may import, and all it needs."""

from doclint.align import Confidence, Match, TableMatch
from doclint.changed import cell_changed, lost_in_text, names_lost, part_changed, problem_at, same
from doclint.columns import Role
from doclint.damage import Damage, judge, likeness, message
from doclint.directivechanged import directives_changed
from doclint.example import Bad, Good
from doclint.examplepair import json_pair
from doclint.headertable import SCHEMES, fields_in_code, header_columns, is_field
from doclint.lost import Lost, Place, terms_lost
from doclint.numbers import is_plain_number, numbers_in, same_number
from doclint.page.inline import Piece, PieceKind
from doclint.page.json_example import JsonExample
from doclint.page.json_example import Key as JsonKey
from doclint.page.json_example import Value as JsonValue
from doclint.page.model import Code, Html, Kind, Page, Row, Segment, Syntax, Table
from doclint.pair import Column, Pair, Presence, Trust, is_label, target_columns
from doclint.policy import Policy
from doclint.problem import Fix, Problem, Severity
from doclint.remains import Spot
from doclint.shapes import names_in
from doclint.sounds import Sounds
from doclint.splitrows import split_rows
from doclint.text import Edit, Span
from doclint.words import foreign_words, in_other_number, is_joined, is_name, is_number, is_token, stands_in

__all__ = [
    "SCHEMES",
    "Bad",
    "Code",
    "Column",
    "Confidence",
    "Damage",
    "Edit",
    "Fix",
    "Good",
    "Html",
    "JsonExample",
    "JsonKey",
    "JsonValue",
    "Kind",
    "Lost",
    "Match",
    "Page",
    "Pair",
    "Piece",
    "PieceKind",
    "Place",
    "Policy",
    "Presence",
    "Problem",
    "Role",
    "Row",
    "Segment",
    "Severity",
    "Sounds",
    "Span",
    "Spot",
    "Syntax",
    "Table",
    "TableMatch",
    "Trust",
    "cell_changed",
    "directives_changed",
    "fields_in_code",
    "foreign_words",
    "header_columns",
    "in_other_number",
    "is_field",
    "is_joined",
    "is_label",
    "is_name",
    "is_number",
    "is_plain_number",
    "is_token",
    "json_pair",
    "judge",
    "likeness",
    "lost_in_text",
    "message",
    "names_in",
    "names_lost",
    "numbers_in",
    "part_changed",
    "problem_at",
    "same",
    "same_number",
    "split_rows",
    "stands_in",
    "target_columns",
    "terms_lost",
]
