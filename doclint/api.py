"""The one door for rules: what a rule may import, and all it needs."""

from doclint.align import Confidence, Match, TableMatch
from doclint.changed import cell_changed, lost_in_text, names_lost, problem_at, same
from doclint.columns import Role
from doclint.damage import Damage, judge, likeness, message
from doclint.example import Bad, Good
from doclint.examplepair import json_pair
from doclint.lost import Lost, Place, terms_lost
from doclint.page.inline import Piece, PieceKind
from doclint.page.json_example import JsonExample
from doclint.page.json_example import Key as JsonKey
from doclint.page.json_example import Value as JsonValue
from doclint.page.model import Code, Html, Kind, Page, Row, Segment, Table
from doclint.pair import Column, Pair, Trust, is_label, target_columns
from doclint.policy import Policy
from doclint.problem import Fix, Problem, Severity
from doclint.remains import Spot
from doclint.shapes import names_in
from doclint.sounds import Sounds
from doclint.text import Edit, Span
from doclint.words import foreign_words, in_other_number, is_joined, is_name, is_number, is_token, stands_in

__all__ = [
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
    "Problem",
    "Role",
    "Row",
    "Segment",
    "Severity",
    "Sounds",
    "Span",
    "Spot",
    "Table",
    "TableMatch",
    "Trust",
    "cell_changed",
    "foreign_words",
    "in_other_number",
    "is_joined",
    "is_label",
    "is_name",
    "is_number",
    "is_token",
    "json_pair",
    "judge",
    "likeness",
    "lost_in_text",
    "message",
    "names_in",
    "names_lost",
    "problem_at",
    "same",
    "stands_in",
    "target_columns",
    "terms_lost",
]
