"""The problem of an address that is the damaged form of one that is missing."""

from __future__ import annotations

from doclint.checks import Problem
from doclint.checks.addresses import address, harm, is_foreign, section_harm
from doclint.checks.difference import Difference
from doclint.page import Segment
from doclint.page.inline.pieces import PieceKind
from doclint.pair.alignment.align import Match
from doclint.pair.links import Link
from doclint.text import Severity
from doclint.text.damage import Damage, likeness


def exchanged(match: Match[Segment], found: Link, missing: list[Link], anchors: frozenset[str]) -> Problem | None:
    """The problem when an address is the damaged form of one that is missing, which is then no longer looked for."""
    harmed = [(link, what) for link in missing if (what := _harm_to(link, found, anchors))]
    if not harmed:
        return None
    link, (damage, is_certain) = max(harmed, key=lambda one: (one[1][1], likeness(one[0].address, found.address)))
    is_told = found.kind is PieceKind.LINK or (found.kind is PieceKind.IMAGE and _file_of(link) == _file_of(found))
    is_slip = [what[0] for _, what in harmed if what[0] is damage] == [Damage.MISSPELT]
    if not is_certain and not (is_told and (len(missing) == 1 or is_slip)):
        return None
    if damage is Damage.TRANSLATED and found.address.startswith(link.address):
        damage = Damage.GLUED  # the text behind it has no space before it
    raw = found.span.of(match.target.page.text)
    if not found.is_read and (not found.is_opened or (found.words and "\\" in raw)):
        damage = Damage.PUNCTUATION_ADDED  # more than white space parts text and address
    is_safe = is_certain and found.is_opened and not found.words and len(missing) == 1 and match.is_sure
    is_only = len(missing) == 1 and found.kind is PieceKind.LINK and link.kind is PieceKind.LINK
    is_cut = damage is Damage.MISSPELT and address(link.address).place == address(found.address).place
    has_bracket = found.is_read and damage is Damage.PUNCTUATION_ADDED and "[" in found.address
    is_text = not found.is_read and is_certain
    missing.remove(link)
    problem = Difference(match, found.span, link.span).problem(
        raw,
        link.address,
        evidence="a link of the English",
        damage=damage,
        message="" if found.is_read else f'"{raw}" is read as text, not as a link to "{link.address}"',
        put=_restored(found, link, raw),
        is_safe=is_safe,
        severity=None if is_certain else Severity.WARNING,
        is_sure=is_certain or is_cut or is_only,
    )
    # a bracket in an address, or a link that is text, is wrong whatever the English ever said
    return problem.by_itself() if has_bracket or is_text else problem


def _file_of(link: Link) -> str:
    """The name of the file that an address leads to; a picture with another name was made for the translation."""
    return link.address.rpartition("/")[2]


def _harm_to(expected: Link, found: Link, anchors: frozenset[str]) -> tuple[Damage, bool] | None:
    """What happened to the address, and whether that is certain; a link that is read as text is always damaged."""
    if not found.is_read and expected.kind not in (PieceKind.LINK, PieceKind.IMAGE):
        return None
    if not found.is_read and (found.address == expected.address or found.address.startswith(f"{expected.address} ")):
        return Damage.SPACED, True
    what = harm(expected.address, found.address) or section_harm(anchors, expected.address, found.address)
    return what if what and (what[1] or found.is_read) else None


def _restored(found: Link, link: Link, raw: str) -> str | None:
    """The address put back; behind a bare one of foreign letters stands text that no one can part from it."""
    if found.is_read and (raw != found.address or (found.kind is None and is_foreign(raw))):
        return None
    if found.words:
        return f"[{found.words}]({link.address})"
    if not found.is_read:
        rest = raw[raw.find(found.address) + len(found.address) :]
        is_end = raw.startswith("]") and raw.endswith((")", "）"))
        if not is_end or any(map(str.isalnum, rest)) or raw == f"]({link.address})":
            return None
    return link.address if found.is_read else f"]({link.address})"
