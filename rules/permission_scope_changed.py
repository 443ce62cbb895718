"""A permission is granted by its exact name, so a translation repeats `Parcels.ReadWrite.All` letter for letter.

It becomes `Parcels. ReadWrite. ALL`, `Посылки. ReadWrite. ALL` or a sentence, and the reader asks an
administrator for a permission that does not exist, or for too much. Checked are the cells of columns of permissions or
scopes, and cells elsewhere that list nothing but permissions. What stands between the names is free: commas of any
script, `and`, `or`, `plus`, notes in prose. Where the damaged ones cannot be told apart the cell is reported whole, and
one that lists nothing but permissions is put back whole; what stands for `and` in the column's other cells stands
there, too. A list that is merely shorter is a warning unless the English is proven.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from doclint.api import (
    Bad,
    Column,
    Fix,
    Good,
    Match,
    Pair,
    Problem,
    Role,
    Segment,
    Severity,
    Trust,
    lazy,
    part_changed,
    resembles,
)

ID = "DL107"
NAME = "permission-scope-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Role.SCOPE, Role.OTHER, Role.VALUE, Role.NAME)

TABLE = "|Type|Permissions (from least to most privileged)|\n|---|---|\n"

BAD = [
    Bad(
        source=TABLE + "|Delegated|Parcels.Read.All and Route.Read, Parcels.ReadWrite.All|\n|Application|Depot.Read|\n",
        target="|Тип|Разрешения|\n|---|---|\n|Делегированные|⟦Parcels. Read. ALL⟧ и Route.Read, ⟦Парцелс. ReadWrite. ALL⟧.|\n|Приложение|⟦Depot. Read⟧|\n",
        expected=("Parcels.Read.All", "Parcels.ReadWrite.All", "Depot.Read"),
        fixed="|Тип|Разрешения|\n|---|---|\n|Делегированные|Parcels.Read.All и Route.Read, Parcels.ReadWrite.All.|\n|Приложение|Depot.Read|\n",
    ),
    Bad(  # three permissions became two half sentences: the cell is put back whole
        source=TABLE + "|Delegated|Parcels.Read, Parcels.ReadWrite, Depot.Read.All|\n",
        target="|種類|アクセス許可|\n|---|---|\n|委任|⟦小包。読み取り、デポの読み取り/書き込み。⟧|\n",
        expected=("Parcels.Read, Parcels.ReadWrite, Depot.Read.All",),
        fixed="|種類|アクセス許可|\n|---|---|\n|委任|Parcels.Read, Parcels.ReadWrite, Depot.Read.All|\n",
    ),
    Bad(  # the cell below tells how to say `or`
        source=TABLE + "|Delegated|Parcels.Read or Depot.Read|\n|Application|Route.Read or Depot.Read|\n",
        target="|种类|权限|\n|---|---|\n|委派|⟦包裹或仓库读取⟧|\n|应用|Route.Read 或 Depot.Read|\n",
        expected=("Parcels.Read or Depot.Read",),
        fixed="|种类|权限|\n|---|---|\n|委派|Parcels.Read 或 Depot.Read|\n|应用|Route.Read 或 Depot.Read|\n",
    ),
    Bad(
        source=TABLE + "|Delegated|Parcels.Read and Depot.Read|\n",
        target="|种类|权限|\n|---|---|\n|委派|⟦包裹和仓库读取⟧|\n",
        expected=("Parcels.Read and Depot.Read",),
    ),
    Bad(
        source="|Scope|Meaning|\n|---|---|\n|parcel:read|Reads.|\n|https://contoso.com/auth/route.readonly|Routes.|\n",
        target="|Umfang|Bedeutung|\n|---|---|\n|⟦Paket: lesen⟧|Liest.|\n|⟦https://contoso.com/auth/route.nurlesen⟧|Routen.|\n",
        expected=("parcel:read", "https://contoso.com/auth/route.readonly"),
        fixed="|Umfang|Bedeutung|\n|---|---|\n|parcel:read|Liest.|\n|https://contoso.com/auth/route.readonly|Routen.|\n",
    ),
]
GOOD = [
    Good(
        source=TABLE
        + "|Delegated|Parcels.Read and Route.Read, Depot.Read*|\n|Application|Not supported. Use a route.|\n",
        target="|種類|アクセス許可|\n|---|---|\n|委任|Parcels.ReadおよびRoute.Read、Depot.Read *|\n|アプリ|サポートされていません。|\n",
    ),
    Good(  # the translation mends the English
        source=TABLE + "|Delegated|Depot Parcels.Read|\n",
        target="|Тип|Разрешения|\n|---|---|\n|Делегированные|Depot.Parcels.Read|\n",
    ),
    Good(  # two versions
        source=TABLE + "|Delegated|Parcels.ReadBasic.All, Depot.Read|\n|Application|Depot.Read.All|\n",
        target="|種類|アクセス許可|\n|---|---|\n|委任|Parcels.Read.All、Depot.Read|\n|アプリ|サポートされていません。|\n",
        trust=Trust.PAIRED,
    ),
    Good(  # an older English had not said it yet
        source=TABLE + "|Delegated|Depot.Read|\n|Application|Depot.Read.All|\n",
        target="|種類|アクセス許可|\n|---|---|\n|委任|TODO: 範囲を決定します|\n|アプリ|Depot.Read.All|\n",
        trust=Trust.PAIRED,
    ),
    Good(
        source="|Tool|Notes|\n|---|---|\n|Parcel.js, Route.js|See Notes.Read e.g. here.|\n",
        target="|Инструмент|Заметки|\n|---|---|\n|Parcel.js и Route.js|См. чтение заметок.|\n",
    ),
]

TOKEN = lazy(r"https?://[^\s,;<>|]*\w|(?<![\w./:@-])[A-Za-z_][\w-]*(?:[.:][A-Za-z_*][\w-]*)+(?!\w)", re.ASCII)
GLUED = lazy(r"[a-z]{3,}\.[A-Z][a-z]*")
"""Two sentences without a space between them."""
SURE = lazy(r"[A-Z]\w*(?:\.[A-Z]\w*)+", re.ASCII)
"""The shape that says permission in any column, where there are several or it has three parts."""
WORD = lazy(r"\w")
LONG = lazy(r"[A-Za-z]{3}")
BETWEEN = lazy(r"(?:[\W_]|\b(?:and|or|plus)\b)*")
JOINED = lazy(r",?\s+(?:and|or|plus)\s+")
"""What English words join permissions; no translation has them."""
SPACED = lazy(r"https?://\S*\w|(?<![\w-])[^\W_][\w-]*(?:\s*[.:．：。]\s*[^\W_][\w-]*)+")
"""What became of one permission, where it still has its dots."""


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.SCOPE, Role.OTHER, Role.VALUE, Role.NAME):
        for match in column.differing:
            text = match.source.text
            if ("." in text or ":" in text) and lost(text, match.target.text):
                yield from changed(pair, match, column)


def scopes(text: str) -> list[re.Match[str]]:
    return [found for found in TOKEN.finditer(text) if LONG.search(found[0]) and not GLUED.fullmatch(found[0])]


@lru_cache(1000)
def lost(source: str, target: str) -> Counter[str]:
    """The permissions that stand less often in the target; one that got its missing first part is not lost.

    Remembered, since pages repeat their tables.
    """
    ours, theirs = (Counter(found[0] for found in scopes(text)) for text in (source, target))
    mended = {other.partition(".")[2] for other in theirs}
    return Counter({word: n for word, n in (ours - theirs).items() if word not in mended})


def changed(pair: Pair, match: Match[Segment], column: Column) -> Iterator[Problem]:
    ours, theirs = match.source.plain, match.target.plain
    wanted, gone = scopes(ours), lost(ours, theirs)
    is_list = not BETWEEN.sub("", TOKEN.sub("", ours))
    if not gone or not (column.role is Role.SCOPE or (is_list and is_sure(wanted))):
        return
    places = beside(wanted, theirs, gone, is_list=is_list)
    for word, (start, end) in places:
        is_cut = theirs[:start].endswith(".") and not theirs[: start - 1].strip()[-1:].isalnum()
        problem = part_changed(match, word, start - is_cut, end, evidence=column.evidence)
        problem = problem._replace(is_no_english=is_cut)  # what begins with a full stop has lost its beginning
        if problem.fix and TOKEN.fullmatch(problem.found) and not resembles(word, problem.found):
            problem = problem._replace(fix=problem.fix._replace(is_safe=False))
        yield problem
    if places:
        return
    # a list that is merely shorter is damage only where no other English can have had it, and so are other words
    is_shorter = pair.trust is not Trust.PROVEN and TOKEN.search(theirs) and not lost(theirs, ours)
    is_shorter = is_shorter and not BETWEEN.sub("", TOKEN.sub("", theirs))
    severity = Severity.WARNING if is_shorter or not pair.is_exact else None
    start, end = len(theirs) - len(theirs.lstrip()), len(theirs.rstrip())
    cell = ours.strip() if is_list else ", ".join(gone)
    problem = part_changed(match, cell, start, end, evidence=column.evidence, is_sure=False)
    fix = put_back_whole(pair, match, column) if is_list else None
    yield problem._replace(fix=fix, severity=severity, confidence=match.confidence)


def is_sure(words: list[re.Match[str]]) -> bool:
    """Whether words are permissions wherever they stand."""
    return all(SURE.fullmatch(word[0]) for word in words) and (len(words) > 1 or words[0][0].count(".") > 1)


def beside(
    wanted: list[re.Match[str]], theirs: str, gone: Counter[str], *, is_list: bool
) -> list[tuple[str, tuple[int, int]]]:
    """Each lost permission with the place of what became of it; none where the target does not count the same."""
    found = list(SPACED.finditer(theirs))
    known = {word[0] for word in wanted}
    if len(found) != len(wanted) or (is_list and is_loose(wanted, found)):
        return []
    pairs = [(word[0], piece) for word, piece in zip(wanted, found, strict=True) if word[0] != piece[0]]
    if any(piece[0] in known or word not in gone for word, piece in pairs):
        return []
    return [(word, piece.span()) for word, piece in pairs]


def is_loose(wanted: list[re.Match[str]], found: list[re.Match[str]]) -> bool:
    """Whether words stand in the target where the English has only separators."""
    return any(WORD.search(b) and not WORD.search(a) for a, b in zip(gaps(wanted), gaps(found), strict=True))


def gaps(pieces: list[re.Match[str]]) -> list[str]:
    """What stands before, between and behind pieces of a text."""
    text = pieces[0].string
    inner = [text[before.end() : after.start()] for before, after in pairwise(pieces)]
    return [text[: pieces[0].start()], *inner, text[pieces[-1].end() :]]


def put_back_whole(pair: Pair, match: Match[Segment], column: Column) -> Fix | None:
    """The English cell for the whole of the target's: nothing in it was for translators but what joins permissions.

    None where no cell tells how that is said. Not unasked where the target names a permission of its own, or has the
    words of another part of the English page.
    """
    raw, said = match.source.raw, joined(column) if JOINED.search(match.source.raw) else {}
    if any(word not in said for word in JOINED.findall(raw)):
        return None
    wanted = {word[0].casefold() for word in scopes(match.source.plain)}
    has_others = any(word[0].casefold() not in wanted for word in scopes(match.target.plain))
    is_another = pair.source is not None and match.target.raw.strip() in pair.source.text
    raw = JOINED.sub(lambda word: said[word[0]], raw)
    return Fix.of(match.target.span, raw, is_safe=match.is_sure and not (has_others or is_another))


def joined(column: Column) -> dict[str, str]:
    """What stands in the target for the words between permissions, by the cells that kept all of these."""
    said: dict[str, str] = {}
    for match in column.differing:
        ours, theirs = scopes(match.source.plain), scopes(match.target.plain)
        if ours and [word[0] for word in ours] == [word[0] for word in theirs]:
            for word, other in zip(gaps(ours), gaps(theirs), strict=True):
                if JOINED.fullmatch(word):
                    said.setdefault(word, other)
    return said
