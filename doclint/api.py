"""The one door for rules: what a rule may import, and all it needs."""

from doclint.checks import Bad, Fix, Good, Problem
from doclint.checks.addresses import address, beyond, harm, is_foreign, is_slip, section_harm
from doclint.checks.code.allowed.reformatted import is_reformatted
from doclint.checks.code.allowed.transcripts import has_prompt, is_elsewhere
from doclint.checks.code.emptied import emptied
from doclint.checks.code.frontkeys import front_changes
from doclint.checks.code.help import texts_in_help
from doclint.checks.code.http import METHODS, is_method_translated, is_request, is_status_translated
from doclint.checks.code.json import annotation_pair, json_pair, values_beside
from doclint.checks.code.lines import Slip, differing_lines, is_in_text, slips
from doclint.checks.code.lostlines import few_lost, is_another, is_rewritten, lost_lines
from doclint.checks.code.otherlines import other_lines
from doclint.checks.code.pairs import first_of, side_by_side, within
from doclint.checks.code.respelt import respelt
from doclint.checks.code.spans import CodeSpan, PageCode, code_spans, has_code, is_glued, same_code
from doclint.checks.code.tokens import MARKUP as MARKUP_LANGUAGES
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.code.tokens import (
    SAMPLE_NAME,
    SHELLS,
    code_tokens,
    is_code,
    is_free,
    is_listing,
    is_prose_line,
    is_same_language,
    line_of,
    placeholders,
    plain_tokens,
    structure_tokens,
)
from doclint.checks.code.tokens import Token as CodeToken
from doclint.checks.code.wide import widened
from doclint.checks.difference import Difference
from doclint.checks.directives.changed import directives_changed
from doclint.checks.directives.sphinxnames import local_names
from doclint.checks.directives.tags import unpaired_tags
from doclint.checks.headers import SCHEMES, fields_in_code, header_columns, is_field
from doclint.checks.lists import is_scrambled, is_untouched, item_beside, items, plain_list, value_list, values_told
from doclint.checks.missing import Missing, is_include, missing_blocks, missing_rows
from doclint.checks.renames import Change, Rename, renames
from doclint.checks.rows import split_rows
from doclint.checks.samples import BRACED, is_braced_otherwise, is_button, is_prose, is_quoted, is_words, may_differ
from doclint.checks.versions import weighed
from doclint.checks.words import PRIMITIVE, cell_changed, lost_in_text, names_lost, part_changed, problem_at, same
from doclint.page import Code, Html, Kind, Page, Segment, Table
from doclint.page.blankcode import without_code
from doclint.page.dialects import ids, marks
from doclint.page.dialects.kinds import Dialect
from doclint.page.frontmatter import TEMPLATE_KEYS, Entry
from doclint.page.fronttrouble import FrontTrouble, front_trouble
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.page.json.example import JsonExample, looks_like_json
from doclint.page.json.example import Key as JsonKey
from doclint.page.json.example import Value as JsonValue
from doclint.page.model import Definition, Row, Syntax
from doclint.pair import Pair, Presence
from doclint.pair.alignment.align import Match, TableMatch
from doclint.pair.alignment.features import slug as heading_slug
from doclint.pair.alignment.movedcolumns import moved_columns
from doclint.pair.alignment.opcodes import opcodes
from doclint.pair.columns import Role
from doclint.pair.links import Link, bracketed, link_address, links_of, respaced, unread
from doclint.pair.pair import Column, Remark, target_columns
from doclint.pair.parts import Part
from doclint.pair.policy import Policy, Rendering
from doclint.pair.whereabouts import Arrival, Whereabouts
from doclint.pair.words.candidates import Spot
from doclint.pair.words.lost import Lost, Place, terms_lost
from doclint.text import Confidence, Edit, Severity, Span, Trust
from doclint.text.damage import Damage, judge, likeness, resembles
from doclint.text.lazypattern import lazy
from doclint.text.numbers import ascii_digits, is_plain_number, numbers_in, same_number
from doclint.text.plural import counted
from doclint.text.separators import separator_runs
from doclint.text.shapes import names_in
from doclint.text.sound.sounds import Sounds
from doclint.text.spans import apply, enclosed
from doclint.text.words import find as find_word
from doclint.text.words import (
    foreign_words,
    in_other_number,
    is_joined,
    is_name,
    is_number,
    is_token,
    script,
    singular,
    stands_in,
)

__all__ = [
    "BRACED",
    "MARKUP_LANGUAGES",
    "METHODS",
    "PRIMITIVE",
    "PROSE_LANGUAGES",
    "SAMPLE_NAME",
    "SCHEMES",
    "SHELLS",
    "TEMPLATE_KEYS",
    "Arrival",
    "Bad",
    "Change",
    "Code",
    "CodeSpan",
    "CodeToken",
    "Column",
    "Confidence",
    "Damage",
    "Definition",
    "Dialect",
    "Difference",
    "Edit",
    "Entry",
    "Fix",
    "FrontTrouble",
    "Good",
    "Html",
    "JsonExample",
    "JsonKey",
    "JsonValue",
    "Kind",
    "Link",
    "Lost",
    "Match",
    "Missing",
    "Page",
    "PageCode",
    "Pair",
    "Part",
    "Piece",
    "PieceKind",
    "Place",
    "Policy",
    "Presence",
    "Problem",
    "Remark",
    "Rename",
    "Rendering",
    "Role",
    "Row",
    "Segment",
    "Severity",
    "Slip",
    "Sounds",
    "Span",
    "Spot",
    "Syntax",
    "Table",
    "TableMatch",
    "Trust",
    "Whereabouts",
    "address",
    "annotation_pair",
    "apply",
    "ascii_digits",
    "beyond",
    "bracketed",
    "cell_changed",
    "code_spans",
    "code_tokens",
    "counted",
    "differing_lines",
    "directives_changed",
    "emptied",
    "enclosed",
    "few_lost",
    "fields_in_code",
    "find_word",
    "first_of",
    "foreign_words",
    "front_changes",
    "front_trouble",
    "harm",
    "has_code",
    "has_prompt",
    "header_columns",
    "heading_slug",
    "ids",
    "in_other_number",
    "is_another",
    "is_braced_otherwise",
    "is_button",
    "is_code",
    "is_elsewhere",
    "is_field",
    "is_foreign",
    "is_free",
    "is_glued",
    "is_in_text",
    "is_include",
    "is_joined",
    "is_listing",
    "is_method_translated",
    "is_name",
    "is_number",
    "is_plain_number",
    "is_prose",
    "is_prose_line",
    "is_quoted",
    "is_reformatted",
    "is_request",
    "is_rewritten",
    "is_same_language",
    "is_scrambled",
    "is_slip",
    "is_status_translated",
    "is_token",
    "is_untouched",
    "is_words",
    "item_beside",
    "items",
    "json_pair",
    "judge",
    "lazy",
    "likeness",
    "line_of",
    "link_address",
    "links_of",
    "local_names",
    "looks_like_json",
    "lost_in_text",
    "lost_lines",
    "marks",
    "may_differ",
    "missing_blocks",
    "missing_rows",
    "moved_columns",
    "names_in",
    "names_lost",
    "numbers_in",
    "opcodes",
    "other_lines",
    "part_changed",
    "placeholders",
    "plain_list",
    "plain_tokens",
    "problem_at",
    "renames",
    "resembles",
    "respaced",
    "respelt",
    "same",
    "same_code",
    "same_number",
    "script",
    "section_harm",
    "separator_runs",
    "side_by_side",
    "singular",
    "slips",
    "split_rows",
    "stands_in",
    "structure_tokens",
    "target_columns",
    "terms_lost",
    "texts_in_help",
    "unpaired_tags",
    "unread",
    "value_list",
    "values_beside",
    "values_told",
    "weighed",
    "widened",
    "within",
    "without_code",
]
