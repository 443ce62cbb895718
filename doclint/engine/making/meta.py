"""What a page's front matter says of it that a report groups by."""

from __future__ import annotations

from doclint.page.frontmatter import FrontMatter

META = {
    "ms.translationtype": "translation",
    "ms.locfileid": "file",
    "ms.lasthandoff": "handoff",
    "ms.prod": "product",
    "ms.service": "product",
    "ms.topic": "topic",
    "doc_type": "topic",
}
"""Front matter keys that a report groups by, and what they are called there."""


def meta_of(front: FrontMatter) -> dict[str, str]:
    """What a page's front matter says of it, by what reports call it."""
    return {name: value for key, name in META.items() if (value := front.value(key))}
