"""Locale tags: recognized in metadata and paths, written the way BCP 47 asks."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")

TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""ISO 639-1."""


def normalize(tag: str) -> str | None:
    """A tag as BCP 47 writes it (`zh_hans-cn` -> `zh-Hans-CN`); None when it is none."""
    match = TAG.fullmatch(tag.strip())
    if not match:
        return None
    language, script, region = match.groups()
    if len(language) == 2 and language.lower() not in TWO_LETTERS:
        return None
    parts = [language.lower(), script.title() if script else "", region.upper() if region else ""]
    return "-".join(part for part in parts if part)


def in_path(path: str) -> str | None:
    """The locale that a folder of a path names, the nearest to the file first; a bare code has two letters."""
    for folder in reversed(PurePosixPath(path.replace("\\", "/")).parts[:-1]):
        name = folder.partition(".")[0]
        if len(name) >= 2 and (len(name) == 2 or name[2:3] in ("-", "_")):
            tag = normalize(name)
            if tag:
                return tag
    return None
