"""The one door for rules: what a rule may import, and all it needs."""

from doclint.align import Confidence, Match, TableMatch
from doclint.align import slug as heading_slug
from doclint.changed import cell_changed, names_lost, same
from doclint.columns import Role
from doclint.damage import Damage, judge, likeness, message
from doclint.destination import address, beyond, harm, is_foreign, section_harm
from doclint.example import Bad, Good
from doclint.examplepair import json_pair
from doclint.leads import Lead, lead_alike, leads, respaced, unread
from doclint.page.inline import PieceKind
from doclint.page.json_example import JsonExample
from doclint.page.json_example import Key as JsonKey
from doclint.page.json_example import Value as JsonValue
from doclint.page.model import Code, Definition, Html, Kind, Page, Row, Segment, Table
from doclint.pair import Column, Pair, Trust, is_label, target_columns
from doclint.policy import Policy
from doclint.problem import Fix, Problem, Severity
from doclint.sounds import Sounds
from doclint.text import Edit, Span
from doclint.words import foreign_words, is_joined, is_name, is_number, is_token, names_in, stands_in

__all__ = [
    "Bad",
    "Code",
    "Column",
    "Confidence",
    "Damage",
    "Definition",
    "Edit",
    "Fix",
    "Good",
    "Html",
    "JsonExample",
    "JsonKey",
    "JsonValue",
    "Kind",
    "Lead",
    "Match",
    "Page",
    "Pair",
    "PieceKind",
    "Policy",
    "Problem",
    "Role",
    "Row",
    "Segment",
    "Severity",
    "Sounds",
    "Span",
    "Table",
    "TableMatch",
    "Trust",
    "address",
    "beyond",
    "cell_changed",
    "foreign_words",
    "harm",
    "heading_slug",
    "is_foreign",
    "is_joined",
    "is_label",
    "is_name",
    "is_number",
    "is_token",
    "json_pair",
    "judge",
    "lead_alike",
    "leads",
    "likeness",
    "message",
    "names_in",
    "names_lost",
    "respaced",
    "same",
    "section_harm",
    "stands_in",
    "target_columns",
    "unread",
]
