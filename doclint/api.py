"""The one door for rules: what a rule may import, and all it needs."""

from doclint.align import Confidence, Match, TableMatch
from doclint.changed import cell_changed, names_lost, same
from doclint.codespans import CodeSpan, PageCode, code_spans, has_code, is_glued, same_code
from doclint.codetokens import Token as CodeToken
from doclint.codetokens import code_tokens, is_free, placeholders, structure_tokens
from doclint.columns import Role
from doclint.damage import Damage, judge, likeness, message
from doclint.example import Bad, Good
from doclint.examplepair import annotation_pair, json_pair
from doclint.page.inline import PieceKind
from doclint.page.json_example import JsonExample, looks_like_json
from doclint.page.json_example import Key as JsonKey
from doclint.page.json_example import Value as JsonValue
from doclint.page.model import Code, Html, Kind, Page, Row, Segment, Table
from doclint.pair import Column, Pair, Trust, is_label, target_columns
from doclint.policy import Policy
from doclint.problem import Fix, Problem, Severity
from doclint.samples import is_button, is_prose, is_quoted, is_words, may_differ
from doclint.separators import separator_runs
from doclint.sounds import Sounds
from doclint.text import Edit, Span, apply
from doclint.valuelist import is_scrambled, is_untouched, item_beside, plain_list, value_list
from doclint.words import foreign_words, is_joined, is_name, is_number, is_token, names_in, stands_in

__all__ = [
    "Bad",
    "Code",
    "CodeSpan",
    "CodeToken",
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
    "Match",
    "Page",
    "PageCode",
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
    "annotation_pair",
    "apply",
    "cell_changed",
    "code_spans",
    "code_tokens",
    "foreign_words",
    "has_code",
    "is_button",
    "is_free",
    "is_glued",
    "is_joined",
    "is_label",
    "is_name",
    "is_number",
    "is_prose",
    "is_quoted",
    "is_scrambled",
    "is_token",
    "is_untouched",
    "is_words",
    "item_beside",
    "json_pair",
    "judge",
    "likeness",
    "looks_like_json",
    "may_differ",
    "message",
    "names_in",
    "names_lost",
    "placeholders",
    "plain_list",
    "same",
    "same_code",
    "separator_runs",
    "stands_in",
    "structure_tokens",
    "target_columns",
    "value_list",
]
