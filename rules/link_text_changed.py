"""A link whose text is a name leads to the page of that name, so the text stays as it is.

`[parcelRoute](../resources/parcelroute.md)` becomes `[парцелрауте](../resources/parcelroute.md)`: readers
cannot search for what they see. Links are compared by where they lead, wherever they stand: in prose, lists,
headings and cells. Only texts that are nothing but a name count, spelt like one or known as one to the page.
A name that merely got other capitals is a warning, and so are singular for plural and a name put into words where
the English does so in a heading of the page that the link leads to. Where there is no English, the file name in
the link's target is the witness: a word in foreign letters that sounds like it is that name, written out.
Where the English says plain words at its link to that file, no name is expected.
"""

from collections.abc import Iterator

from doclint.api import (
    Arrival,
    Bad,
    Confidence,
    Damage,
    Fix,
    Good,
    LinkTexts,
    Lost,
    Page,
    Pair,
    Piece,
    PieceKind,
    Place,
    Problem,
    Segment,
    Severity,
    Sounds,
    Spot,
    Trust,
    by_target,
    in_other_number,
    judge,
    lazy,
    link_address,
    links_swapped,
    lost_in_text,
    problem_at,
)

ID = "DL203"
NAME = "link-text-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(
        source="Create a [parcelRoute](../resources/parcelroute.md) for a [courier](courier.md).\n",
        target="Создайте [⟦парцелрауте⟧](../resources/parcelroute.md) для [курьера](courier.md).\n",
        expected=("parcelRoute",),
        fixed="Создайте [parcelRoute](../resources/parcelroute.md) для [курьера](courier.md).\n",
    ),
    Bad(source="Ask [depotDoor](door.md).\n", target="اسأل [⟦⟧](door.md).\n", expected=("depotDoor",)),
    Bad(  # another version of the English has no link there
        source="# Routes\n\nSend a parcelSchedule in the body.\n",
        target="# Маршруты\n\nПередайте в тексте объект [⟦парцелсчедуле⟧](parcelschedule.md).\n",
        expected=("parcelSchedule",),
        fixed="# Маршруты\n\nПередайте в тексте объект [parcelSchedule](parcelschedule.md).\n",
        trust=Trust.PAIRED,
    ),
    Bad(  # translated beyond recognition: where the link leads is the witness
        source="- [scanStatus](scanstatus.md) and [depotList](depotlist.md)\n",
        target="- [⟦デポの一覧⟧](depotlist.md) と [⟦スキャン済み⟧](scanstatus.md)\n",
        expected=("depotList", "scanStatus"),
        fixed="- [depotList](depotlist.md) と [scanStatus](scanstatus.md)\n",
    ),
    Bad(
        source="See [parcelRoute](parcelroute.md).\n",
        target="Siehe [⟦ParcelRoute⟧](parcelroute.md).\n",
        expected=("parcelRoute",),
        fixed="Siehe [parcelRoute](parcelroute.md).\n",
    ),
    Bad(
        source="|Method|Returns|\n|---|---|\n|Get a route|[parcelRoute](parcelroute.md)|\n",
        target="|Метод|Возвращает|\n|---|---|\n|Получить маршрут|[⟦парцелрауте⟧](parcelroute.md)|\n",
        expected=("parcelRoute",),
        fixed="|Метод|Возвращает|\n|---|---|\n|Получить маршрут|[parcelRoute](parcelroute.md)|\n",
    ),
    Bad(
        target="См. [⟦парцелрутеплан⟧](../resources/parcelrouteplan.md).\n",
        expected=("parcelrouteplan",),
    ),
]
GOOD = [
    Good(
        source="# Routes\n\n- Read [Parcel in the loop](parcel_in_the_loop.md).\n",
        target="# ルート\n\n- [パーセルインザループ](parcel_in_the_loop.md)をお読みください。\n",
        trust=Trust.PAIRED,
    ),
    Good(  # the words of the English, where it leads to a file of that name, and a word that is no name
        source="An audioFormat object. Read about an [audio format](audioformat.md) and [rendering](rendering.html).\n",
        target="Объект audioFormat. См. [аудиоформат](audioformat.md) и [рендеринг](rendering.html).\n",
        trust=Trust.PAIRED,
    ),
    Good(  # code within a link is inline-code-changed's to tell
        source="See [`parcelRoute`](parcelroute.md).\n", target="См. [`парцелрауте`](parcelroute.md).\n"
    ),
    Good(
        source="Ask a [courier](courier.md) about [JavaScript](javascript.md).\n",
        target="Спросите [курьера](courier.md) о [ДжаваСкрипт](javascript.md).\n",
    ),
    Good(
        source="A [parcelRoute](parcelroute.md) object.\n",
        target="[parcelRoute オブジェクト](parcelroute.md)。\n",
    ),
    Good(
        source="A [parcelRoute](parcelroute.md) has a [depotList](depotlist.md).\n",
        target="[depotList](depotlist.md) は [parcelRoute](parcelroute.md) にあります。\n",
    ),
    Good(target="См. [приложение](application.md) и [аутентификация](authentication.md).\n"),
    Good(  # the English itself was at fault
        source="A [depotList](../resources/parcelroute.md) object.\n",
        target="Ein [parcelRoute](../resources/parcelroute.md)-Objekt.\n",
        trust=Trust.EMBEDDED,
    ),
]

FOREIGN_LINK = lazy(r"\[[^\[\]]*[^\x00-\x7f][^\[\]]*\]\(")
FILE = lazy(r"([A-Za-z][\w-]*)\.(?:md|html?|yml)\b")

HUMP = lazy(r"(?<=[a-z])(?=[A-Z])")

HOST = lazy(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
"""Which has no case, so that it may begin as a sentence does."""

LONG = 9
"""Letters; shorter words are borrowed by other languages."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        yield from heard(pair)
        return
    told = [problem for lost in pair.lost if lost.place is Place.LINK for problem in changed(pair, lost)]
    yield from told
    for match in pair.differing:
        if match.source.text.count("](") > 1 < match.target.text.count("]("):
            yield from links_swapped(match)
    if not pair.is_exact:  # a link that the English has no more, or elsewhere
        places = {problem.span for problem in told}
        for problem in heard(pair):
            if problem.span not in places:
                yield problem


def changed(pair: Pair, lost: Lost) -> Iterator[Problem]:
    ours, theirs = (side.inline.of(PieceKind.LINK) for side in (lost.match.source, lost.match.target))
    if len(theirs) < len(ours):  # a reference whose label was changed is no link any more
        problem = lost_in_text(lost, [])
        if problem and problem.found.strip() != lost.match.target.plain.strip():
            yield milder(problem)
    for link, other in by_target(lost):
        spot = Spot(*other.plain, other.text)
        leads = link_address(link, lost.match.source.page)
        if is_named(leads, lost.name):
            evidence = "the file its link leads to"
        elif spot.text and is_named(leads, spot.text):
            continue  # the English names another thing than the page it leads to
        elif lost.is_sure or lost.is_damaged(spot.text):
            evidence = lost.evidence
        else:
            continue
        is_recased = lost.name.casefold() == spot.text.casefold()
        damage = judge(lost.name, spot.text, () if is_recased else pair.source_vocabulary.words)
        problem = milder(problem_at(lost.match, lost.name, spot, damage, evidence=evidence))
        if not spot.text and lost.match.target.plain.strip():
            problem = problem._replace(span=other.inner)
        if not pair.is_exact and HOST.fullmatch(lost.name) and spot.text == lost.name.capitalize():
            problem = problem._replace(severity=Severity.NOTE)
        is_brand = not lost.is_sure and damage is Damage.SPACED and evidence is lost.evidence
        is_title = not pair.is_exact and (
            is_said_in_words(lost.name, spot.text, leads)
            if evidence is lost.evidence
            else is_called(pair, problem, leads)
        )
        yield problem._replace(severity=Severity.WARNING) if is_brand or is_title else problem


def is_said_in_words(name: str, found: str, target: str) -> bool:
    """Whether a name says in words where a link to another page leads, and the translation says so, too."""
    is_page = FILE.search(target) is not None
    return is_page and name.islower() and name.count("_") > 1 and len(found.split()) > 1 and "_" not in found


def is_called(pair: Pair, problem: Problem, leads: str) -> bool:
    """Whether a name was put into words as the English does in a heading of the page that the link leads to."""
    in_words = HUMP.sub("-", problem.expected or "").replace("_", "-")
    if problem.damage not in (Damage.TRANSLATED, Damage.TRANSLITERATED) or "-" not in in_words or "#" in leads:
        return False
    return pair.site is not None and pair.site.english(f"{leads}#{in_words.casefold()}") is Arrival.WHOLE


def milder(problem: Problem) -> Problem:
    """A warning where the name only got other capitals or another number."""
    is_mild = problem.damage is Damage.RECASED or in_other_number(
        (problem.expected or "").casefold(), problem.found.casefold()
    )
    return problem._replace(severity=Severity.WARNING) if is_mild else problem


def is_named(target: str, name: str) -> bool:
    """Whether a link leads to the page that has the name's name; one with hyphens may be plain English."""
    file = FILE.search(target.rpartition("/")[2])
    return file is not None and "-" not in name and file[1].replace("-", "").casefold().endswith(name.casefold())


def heard(pair: Pair) -> Iterator[Problem]:
    """Link texts in foreign letters that sound like the file they lead to."""
    spelt: dict[str, str] | None = None
    english: LinkTexts | None = None
    for segment in pair.target.segments():
        if not FOREIGN_LINK.search(segment.text):
            continue
        if spelt is None:
            spelt = {word.casefold(): word for word in (*pair.source_vocabulary, *pair.vocabulary)}
        for link in segment.inline.of(PieceKind.LINK):
            file = FILE.search(link.target.rpartition("/")[2])
            if (
                file
                and not link.text.isascii()
                and len(link.text.split()) == 1
                and not is_english(link, pair.target, pair.source)
            ):
                parts = [part for part in file[1].lower().split("-") if len(part) >= LONG]
                match = Sounds(spelt.get(part, part) for part in parts).match(link.text)
                if match and pair.source and english is None:
                    english = LinkTexts(pair.source)
                if match and (english is None or english.says(match[0], link.target)):
                    yield written_out(segment, link, match[0], f'the link\'s file name "{file[0]}"')


def is_english(link: Piece, target: Page, source: Page | None) -> bool:
    """Whether the English has a link that reads the same."""
    return source is not None and f"[{link.inner.of(target.text)}](" in source.text


def written_out(segment: Segment, link: Piece, name: str, evidence: str) -> Problem:
    """The problem of a link text that is a name in foreign letters; put back where the page tells its capitals."""
    span = segment.inline.place(*link.plain)
    return Problem(
        span=span,
        found=link.text,
        expected=name,
        damage=Damage.TRANSLITERATED,
        fix=None if name.islower() else Fix.safe(span, name),
        confidence=Confidence.MEDIUM if name.islower() else Confidence.HIGH,
        evidence=evidence,
        target=segment,
    )
