"""Locale tags: recognized in metadata and paths, written the way BCP 47 asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from doclint.text.lazypattern import lazy

TAG = re.compile(
    r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_](valencia|tarask))?", re.IGNORECASE
)

TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""ISO 639-1."""

THREE_LETTERS = frozenset(
    "agq ann apc arn asa ast bal bas bem bew bez bgc bgn bho blo blt brx bss byn cad cch ccp ceb cgg cho chr "
    "cic ckb cop csw dav dje doi dsb dua dyo ebu ewo fil frr fur gaa gez gsw guz haw hnj hsb jbo jgo jmc kaa "
    "kab kaj kam kcg kde kea ken kgp khq kkj kln kok kpe ksb ksf ksh kxv lag lij lkt lld lmo lrc ltg luo luy "
    "mai mas mdf mer mfe mgh mgo mhn mic mni moh mua mus myv mzn naq nds nmg nnh nqo nso nus nyn osa pap pcm "
    "pis prg quc raj rhg rif rof rwk sah saq sat sbp scn sdh seh ses shi shn sid skr sma smj smn sms ssy syr "
    "szl teo tig tok tpi trv trw twq tyv tzm vai vec vmw vun wae wal wbp xnr xog yav yrl yue zgh".split()
)
"""Languages with three letters that CLDR has data for; any other three letters are a word: `api`, `img`."""

SCRIPTS = frozenset(
    "Adlm Arab Armn Beng Cans Cher Cyrl Deva Dsrt Ethi Geor Grek Gujr Guru Hans Hant Hebr Hira Hmnp Jpan Kana "
    "Khmr Knda Kore Laoo Latn Mlym Mong Mtei Mymr Nkoo Olck Orya Rohg Shaw Sinh Syrc Taml Telu Tfng Thaa Thai "
    "Tibt Vaii Yiii".split()
)

COUNTRIES = {"cn": "zh-CN", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk"}
"""Codes of countries that stand for their language in the names of folders; none is a language's own code."""

SEPARATOR = lazy("[-_.]")


def normalize(tag: str) -> str | None:
    """A tag as BCP 47 writes it (`zh_hans-cn` -> `zh-Hans-CN`); None when it is none."""
    match = TAG.fullmatch(tag.strip())
    if not match:
        return None
    language, script, region, variant = (part or "" for part in match.groups())
    if len(language) == 2 and language.lower() not in TWO_LETTERS:
        return None
    parts = [language.lower(), script.title(), region.upper(), variant.lower()]
    return "-".join(part for part in parts if part)


def not_a_tag(text: str) -> str:
    """What is wrong with a text that should be a tag, with the tag that may have been meant, if one can be told."""
    meant = COUNTRIES.get(text.strip().lower()) or normalize(SEPARATOR.split(text.strip())[0])
    hint = f', did you mean "{meant}"?' if meant else ""
    return f"is not a locale tag such as ru-RU{hint}"


def of_folder(name: str) -> str | None:
    """The tag that the name of a folder is (`pt-br`, `zh_cn`, `zh-Hans`, `jp`); None for a word such as `my-docs`."""
    if not 2 <= len(name) <= 20:
        return None
    tag = COUNTRIES.get(name.lower()) or normalize(name)
    if tag is None:
        return None
    language, *rest = tag.split("-")
    is_known = len(language) == 2 or language in THREE_LETTERS
    return tag if is_known and all(part in SCRIPTS for part in rest if len(part) == 4) else None


def at_end(name: str) -> str | None:
    """The tag that a name ends in: `docs.ru-ru`, `handbook_zh-Hans`, `site-ja`; the longest there is."""
    return next((tag for start, tag in ends(name) if start), None)


def ends(name: str) -> Iterator[tuple[int, str]]:
    """The tags that a name may end in, the longest first, and where the sign before each stands."""
    for match in SEPARATOR.finditer(name, max(0, len(name) - 20)):
        if tag := of_folder(name[match.end() :]):
            yield match.start(), tag


def is_source(tag: str, source: str) -> bool:
    """Whether a tag is that of the sources: equal, or of one language where one of the two says no more (`en-US`)."""
    is_bare = "-" not in tag or "-" not in source
    return tag == source or (is_bare and tag.partition("-")[0] == source.partition("-")[0])


def in_path(path: str) -> str | None:
    """The locale that a folder of a path names, the nearest to the file first; a bare code has two letters."""
    for folder in reversed(PurePosixPath(path.replace("\\", "/")).parts[:-1]):
        name = folder.partition(".")[0]
        if len(name) >= 2 and (len(name) == 2 or name[2:3] in ("-", "_")):
            tag = of_folder(name)
            if tag:
                return tag
    return None
