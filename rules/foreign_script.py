"""A word in letters that the page's language does not use is no word of it: the translation went on in another language.

Machines that know many languages leave Chinese words in Korean pages, or Cyrillic ones in Greek. Such a word is neither in
the English nor quoted: left alone is what stands in code, in a link, between brackets or quotes, single letters, and a script
that makes up more than a few words of the page, as where a page shows samples of many languages.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import islice

from doclint.api import (
    Bad,
    Good,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    blocks_in,
    foreign_words,
    lazy,
    script,
)

ID = "DL208"
NAME = "foreign-script"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

TEXT_KO = "이 페이지는 창고에서 소포를 보내는 방법을 단계별로 설명하며 먼저 라벨을 인쇄합니다. "
TEXT_RU = "На этой странице шаг за шагом описано, как отправить посылку со склада и напечатать этикетку. "

BAD = [
    Bad(
        source="The page tells the exact steps.\n\nSend it to the depot.\n",
        target=TEXT_KO * 3 + "구체적인 ⟦操作步骤⟧는 안내서에 있습니다.\n\n창고에서 ⟦離れた⟧ 소포입니다.\n",
    ),
    Bad(
        source="The page tells how.\n",
        target=TEXT_RU * 3 + "Затем положите ⟦小包⟧ на полку.\n",
    ),
]
GOOD = [
    Good(
        source="The page tells how.\n",
        target=TEXT_KO * 3 + "동시성(同時性)과 「操作」, `操作`, 株 [日本語](../ja/a.md)입니다.\n",
    ),
    Good(source="In Japan it is 小包.\n", target=TEXT_RU * 3 + "В Японии это 小包, длина λ.\n"),
    Good(source="Send it.\n", target="これはカタカナとひらがなと漢字の文です。集配所に小包を送ります。\n"),
    Good(  # as the English has it, with markup between
        source="The page tells how, as 先に**を参照**.\n",
        target=TEXT_RU * 3 + "Как 先に**を参照**.\n",
    ),
    Good(  # mostly in Chinese, whose words of its own are few, and of its language all the same
        source="Send it.\n", target="请把 パーセル 从仓库发送出去并且打印标签。" * 9 + "\n", locale="ja"
    ),
    Good(  # all that is in other letters stands in the English, too, but for what was translated
        source="By 王小明 and 李大伟. " * 15 + "\n\nErrors of it.\n",
        target="By 王小明 and 李大伟. " * 15 + "\n\nОшибки его.\n",
    ),
    Good(source="Send it.\n", target="Envoyez le colis (посылка) au dépôt, s'il vous plaît.\n"),
]

FORMS = frozenset(("LATIN", "FULLWIDTH", "HALFWIDTH", "MODIFIER", "MICRO"))
"""How Unicode's names begin of letters that are Latin, or of no script."""
KANA = frozenset(("HIRAGANA", "KATAKANA"))
HAN = "CJK"
SURROGATES = range(0xD8, 0xE0)
"""The blocks, by their numbers, of the halves by which UTF-16 writes what is beyond."""
KANA_BLOCK = 0x30
MANY = 20
"""Hiragana of which a page has so many different ones is Japanese, which has three scripts."""
FEW = 0.06
"""The most that the words of a foreign script may make up of the letters of a page."""
SIGNS = 0.2
"""The most that letters and signs beyond those of Western Europe may make up of a Latin page."""
QUOTES = lazy(r"[(（\[「『《〈“\"'«„][^()（）\[\]「」『』《》〈〉“”\"'«»„\n]{0,80}[)）\]」』》〉”\"'»“]")
WORDS = lazy(r"[A-Za-z\u00c0-\u024f]+")
HIDING = (PieceKind.CODE, PieceKind.LINK, PieceKind.AUTOLINK, PieceKind.IMAGE, PieceKind.HTML)


def check(pair: Pair) -> Iterator[Problem]:
    text = pair.target.text
    if pair.source is None or text.isascii():
        return
    found = scripts_of(text)
    is_latin = bool(found) and has_few_others(text)
    if is_as_expected(found, text) and not is_latin:
        return  # as nearly every page, and quickly told
    counts = letters(text) - letters(pair.source.text)  # what the English has tells nothing of the page
    if is_as_expected(counts.keys(), text) and not is_latin:
        return
    is_japanese = (pair.locale or "").startswith("ja")  # or of Chinese, with the words of its own that are left
    if is_latin:
        counts["LATIN"] = own_letters(text, pair.source.text)
    strange = {name for name in counts if is_strange(name, counts) and not (is_japanese and name in {HAN, *KANA})}
    if strange:
        for match in pair.segments:
            if not match.target.text.isascii():
                yield from foreign(match.target, pair.source.text, strange)


def is_as_expected(scripts: Set[str], text: str) -> bool:
    """Whether a text with these scripts, or with fewer, is written in one, or in the three of Japanese."""
    if len(scripts) < 2:
        return True
    if not scripts <= {HAN, *KANA}:
        return False
    hiragana = list(islice((char for char in letters_of(KANA_BLOCK)["HIRAGANA"] if char in text), MANY + 1))
    return len(hiragana) > MANY or sum(map(text.count, hiragana)) > FEW * len(beyond_latin(text))


def scripts_of(text: str) -> set[str]:
    """The scripts but Latin of a text, and perhaps more, by the blocks of 256 characters that it is written with."""
    found: set[str] = set()
    for block in blocks_in(text):
        known = letters_of(block)
        found.update(name for name, chars in known.items() if len(known) == 1 or any(char in text for char in chars))
    return found


def has_few_others(text: str) -> bool:
    """Whether a text is written in Latin letters, but for a few of another script."""
    if len(text.encode("latin-1", "ignore")) < (1 - SIGNS) * len(text):
        return False  # as nearly every page in another script
    blocks = Counter(beyond_latin(text))
    return sum(count for block, count in blocks.items() if letters_of(block)) <= FEW * len(text)


def beyond_latin(text: str) -> bytes:
    """The numbers of the blocks of all characters beyond those of Western Europe."""
    return text.encode("utf-16-be", "surrogatepass")[::2].replace(b"\0", b"")


@lru_cache(256)
def letters_of(block: int) -> dict[str, str]:
    """The letters of a block by their scripts but Latin; what two surrogates stand for may be of any script."""
    if block in SURROGATES:
        return {"high" if block < SURROGATES[4] else "low": ""}
    found: dict[str, str] = {}
    for char in map(chr, range(256 * block, 256 * block + 256)):
        if name := script_of(char):
            found[name] = found.get(name, "") + char
    return found


@lru_cache(10_000)
def script_of(char: str) -> str:
    """The script of a letter that is not Latin, empty of any other character."""
    if char.isascii() or not char.isalpha() or unicodedata.normalize("NFKC", char).isascii():
        return ""
    name = script(char)
    return "" if name in FORMS else name


def letters(text: str) -> Counter[str]:
    """How many letters of each script but Latin a text has."""
    counts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if name := script_of(char):
            counts[name] += count
    return counts


def own_letters(text: str, english: str) -> int:
    """How many Latin letters the words have that the English does not: what is left in English tells no script."""
    return sum(map(len, set(WORDS.findall(text)) - set(WORDS.findall(english))))


def is_strange(name: str, counts: Counter[str]) -> bool:
    """Whether a script has but a few letters on a page that is written in another one, which goes without it."""
    main, most = counts.most_common(1)[0]
    if name == main or counts[name] > FEW * most or most < LEAST:
        return False
    is_japanese = bool(KANA & {main, *(one for one in KANA if counts[one] > FEW * most)})
    return not (is_japanese and name in {HAN, *KANA})


LEAST = 60
"""Letters that a page must have for its script to be known."""


def foreign(segment: Segment, english: str, strange: set[str]) -> Iterator[Problem]:
    """The words of a text in these scripts, but for those that are quoted or stand in the English."""
    plain = segment.plain
    words = joined(word for word in foreign_words(plain) if script(word[2][0]) in strange)
    if not words:
        return
    quoted = [Span(*found.span()) for found in QUOTES.finditer(plain)]
    hidden = [piece.span for piece in segment.inline.of(*HIDING)]
    for start, end in words:
        span, word = segment.inline.place(start, end), plain[start:end]
        is_english = word in english or span.of(segment.page.text) in english  # markup may part it
        if (end - start == 1 and script(word) != HAN) or is_english or any(span.overlaps(one) for one in hidden):
            continue
        if not any(one.start <= start < one.end for one in quoted):
            yield Problem(
                span,
                word,
                message=f'"{word}" is in a script that this page is not written in',
                evidence="the letters of the page",
                target=segment,
            )


def joined(words: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Where the words stand; those that touch, as kana touch kanji, are one."""
    places: list[tuple[int, int]] = []
    for start, end, _ in words:
        if places and places[-1][1] == start:
            places[-1] = places[-1][0], end
        else:
            places.append((start, end))
    return places
