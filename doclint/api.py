"""The one door for rules: what a rule may import, and all it needs."""

from doclint.checks import Bad, Fix, Good, Problem
from doclint.checks.addresses import address, harm
from doclint.checks.code.allowed.reformatted import is_reformatted
from doclint.checks.code.blocks.alone import is_alone
from doclint.checks.code.blocks.changed import tokens_changed
from doclint.checks.code.blocks.changes import block_changes
from doclint.checks.code.blocks.drawings import is_drawing
from doclint.checks.code.blocks.lost import block_lines_doubled, block_lines_lost, lines_of_before, lines_of_then
from doclint.checks.code.blocks.readers import is_put_over
from doclint.checks.code.blocks.slipped import lines_slipped
from doclint.checks.code.emptied import emptied
from doclint.checks.code.http import METHODS, is_method_translated
from doclint.checks.code.inline.changes import spans_changed
from doclint.checks.code.json import annotation_pair, json_pair, values_beside
from doclint.checks.code.lines import differing_lines, slips
from doclint.checks.code.respelt import respelt
from doclint.checks.code.sentences import is_listing, is_prose_line
from doclint.checks.code.spans import CodeSpan, PageCode, code_spans, has_code, is_glued, same_code
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.code.tokens import SAMPLE_NAME, SHELLS, is_same_language
from doclint.checks.code.wide import widened
from doclint.checks.difference import Difference
from doclint.checks.directives.changed import directives_changed
from doclint.checks.directives.sphinxnames import local_names
from doclint.checks.directives.tags import unpaired_tags
from doclint.checks.front.keys import SWITCH_VALUES, front_keys_changed
from doclint.checks.headers import SCHEMES, fields_in_code, header_columns, is_field
from doclint.checks.kept.changed import kept_changed
from doclint.checks.links.headingids import Anchor, anchor_problem, ids_added, odd_id
from doclint.checks.links.linktexts import LinkTexts, by_target
from doclint.checks.links.nowhere import english_leads, leads_nowhere
from doclint.checks.links.references import FULL_REFERENCE, SHORT_REFERENCE, folded_label, label_of, references
from doclint.checks.links.sections import sections_nowhere
from doclint.checks.links.swapped import links_swapped
from doclint.checks.links.tags import tags_changed
from doclint.checks.links.targets import targets_changed
from doclint.checks.lists import is_untouched, plain_list, value_list, values_told
from doclint.checks.mdx.braces import mdx_braces, mdx_literals
from doclint.checks.mdx.comments import mdx_comments
from doclint.checks.mdx.parsed import MdxSide, unparsed
from doclint.checks.mdx.strings import mdx_strings
from doclint.checks.missing.blocks import missing_blocks
from doclint.checks.missing.gaps import Missing
from doclint.checks.missing.joined import is_include
from doclint.checks.missing.rows import missing_rows
from doclint.checks.numbers.exchanged import number_exchanged
from doclint.checks.numbers.forms import forms_swapped
from doclint.checks.numbers.inwords import is_said_in_words
from doclint.checks.numbers.kept import are_numbers_kept, digits_of
from doclint.checks.numbers.lost import numbers_lost
from doclint.checks.numbers.small import small_number_changed
from doclint.checks.numbers.times import is_time_told
from doclint.checks.renames import Change, Rename, renames
from doclint.checks.rows import split_rows
from doclint.checks.samples.signs import BRACED, is_braced_otherwise
from doclint.checks.tablecells import cells_misplaced
from doclint.checks.values.changed import values_changed
from doclint.checks.values.keywords import KEYWORDS_IN_A_ROW, as_keyword, keywords_changed, keywords_in_text
from doclint.checks.values.plain import plain_values_changed, told_values_changed
from doclint.checks.versions import weighed
from doclint.checks.words import (
    PRIMITIVE,
    cell_changed,
    is_in_pre,
    lost_in_text,
    names_lost,
    part_changed,
    problem_at,
    same,
)
from doclint.page import Code, Html, Kind, Page, Segment, Table
from doclint.page.blankcode import without_code
from doclint.page.dialects import marks
from doclint.page.dialects.kinds import Dialect
from doclint.page.frontmatter import TEMPLATE_KEYS, Entry
from doclint.page.fronttrouble import FrontTrouble, front_trouble
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.page.json.example import JsonExample
from doclint.page.json.example import Key as JsonKey
from doclint.page.json.example import Value as JsonValue
from doclint.page.model import Definition, Row, Syntax
from doclint.pair import Pair, Presence
from doclint.pair.alignment.align import Match, TableMatch
from doclint.pair.alignment.movedcolumns import moved_columns
from doclint.pair.alignment.opcodes import opcodes
from doclint.pair.beyond import beyond
from doclint.pair.column import Column, target_columns
from doclint.pair.columns import Role
from doclint.pair.links import Link, bracketed, leads, link_address, links_of, unread
from doclint.pair.parts import Part
from doclint.pair.policy import Policy, Rendering
from doclint.pair.remark import Remark
from doclint.pair.whereabouts import Arrival
from doclint.pair.words.lost import Lost, Place, terms_lost
from doclint.pair.words.spots import Spot
from doclint.text import Confidence, Edit, Severity, Span, Trust
from doclint.text.damage import Damage, judge, likeness, resembles
from doclint.text.lazypattern import lazy
from doclint.text.numbers import ascii_digits, is_plain_number, numbers_in, same_number
from doclint.text.plural import counted
from doclint.text.separators import separator_runs
from doclint.text.shapes import names_in
from doclint.text.sound.sounds import Sounds
from doclint.text.spans import apply, enclosed
from doclint.text.words import (
    blocks_in,
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
from doclint.text.words import find as find_word

__all__ = ["BRACED", "FULL_REFERENCE", "KEYWORDS_IN_A_ROW", "METHODS", "PRIMITIVE", "PROSE_LANGUAGES"]
__all__ += ["SAMPLE_NAME", "SCHEMES", "SHELLS", "SHORT_REFERENCE", "SWITCH_VALUES", "TEMPLATE_KEYS", "Anchor"]
__all__ += ["Arrival", "Bad", "Change", "Code", "CodeSpan", "Column", "Confidence", "Damage", "Definition"]
__all__ += ["Dialect", "Difference", "Edit", "Entry", "Fix", "FrontTrouble", "Good", "Html", "JsonExample"]
__all__ += ["JsonKey", "JsonValue", "Kind", "Link", "LinkTexts", "Lost", "Match", "MdxSide", "Missing", "Page"]
__all__ += ["PageCode", "Pair", "Part", "Piece", "PieceKind", "Place", "Policy", "Presence", "Problem", "Remark"]
__all__ += ["Rename", "Rendering", "Role", "Row", "Segment", "Severity", "Sounds", "Span", "Spot", "Syntax", "Table"]
__all__ += ["TableMatch", "Trust", "address", "anchor_problem", "annotation_pair", "apply", "are_numbers_kept"]
__all__ += ["as_keyword", "ascii_digits", "beyond", "block_changes", "block_lines_doubled"]
__all__ += ["block_lines_lost", "blocks_in"]
__all__ += [
    "bracketed",
    "by_target",
    "cell_changed",
    "cells_misplaced",
    "code_spans",
    "counted",
    "differing_lines",
    "digits_of",
]
__all__ += ["directives_changed", "emptied", "enclosed", "english_leads", "fields_in_code", "find_word", "folded_label"]
__all__ += ["foreign_words", "forms_swapped", "front_keys_changed", "front_trouble", "harm", "has_code"]
__all__ += ["header_columns", "ids_added", "in_other_number", "is_alone", "is_braced_otherwise", "is_drawing"]
__all__ += ["is_field", "is_glued", "is_in_pre", "is_include", "is_joined", "is_listing", "is_method_translated"]
__all__ += ["is_name", "is_number"]
__all__ += ["is_plain_number", "is_prose_line", "is_put_over", "is_reformatted", "is_said_in_words"]
__all__ += ["is_same_language", "is_time_told", "is_token", "is_untouched", "json_pair", "judge"]
__all__ += ["kept_changed", "keywords_changed", "keywords_in_text", "label_of", "lazy", "leads", "leads_nowhere"]
__all__ += ["likeness", "lines_of_before", "lines_of_then", "lines_slipped", "link_address", "links_of"]
__all__ += ["links_swapped"]
__all__ += ["local_names", "lost_in_text", "marks", "mdx_braces", "mdx_comments", "mdx_literals", "mdx_strings"]
__all__ += ["missing_blocks", "missing_rows", "moved_columns", "names_in", "names_lost", "number_exchanged"]
__all__ += ["numbers_in", "numbers_lost", "odd_id", "opcodes", "part_changed", "plain_list"]
__all__ += ["plain_values_changed", "problem_at", "references", "renames", "resembles", "respelt", "same"]
__all__ += ["same_code", "same_number", "script", "sections_nowhere", "separator_runs", "singular", "slips"]
__all__ += ["small_number_changed", "spans_changed", "split_rows", "stands_in", "target_columns"]
__all__ += ["tags_changed", "targets_changed", "terms_lost", "tokens_changed", "told_values_changed", "unpaired_tags"]
__all__ += ["unparsed", "unread", "value_list", "values_beside", "values_changed", "values_told", "weighed"]
__all__ += ["widened", "without_code"]
