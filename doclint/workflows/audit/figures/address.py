"""Where a page is published, by the template of the configuration."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

NAMES = ("locale", "path", "name", "folder")
"""What a template may name: `path` and `name` are without the ending, `path` and `folder` from the folder checked."""


def published(template: str | None, relative: str, locale: str | None) -> str:
    """The page's address, empty where there is no template; a locale is as addresses write it: `ru-ru`."""
    if not template:
        return ""
    path = PurePosixPath(relative).with_suffix("")
    folder = "" if path.parent == PurePosixPath() else path.parent.as_posix()
    values = {"locale": (locale or "").lower(), "path": path.as_posix(), "name": path.name, "folder": folder}
    for name in NAMES:
        template = template.replace(f"{{{name}}}", quote(values[name].encode("utf-8", "backslashreplace")))
    return template
