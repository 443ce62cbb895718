"""Where the rules of this installation are documented: machine-readable findings link there.

No address stands here. A guess would send people to pages that are nobody's, or about the rules of another copy; what
this copy was installed from knows better, and else `doclint explain RULE` needs no address.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from urllib.parse import urlsplit

VARIABLE = "DOCLINT_RULES_URL"
"""Names the page of the rules where the installation does not know it; a CI recipe knows what it installed."""
PAGE = "rules/README.md"
VIEWS = {"github": "blob", "gitlab": "-/blob"}
"""How services that host repositories show a file of a commit, by a part of their names."""
WEB = re.compile(r"https?://[^\s/][^\s<>()|\"]*")


def rule_url(name: str) -> str | None:
    """The rule's help page; None where none is known, as for rules of a pack."""
    page = os.environ.get(VARIABLE) or _installed()[1]
    return f"{page}#{name}" if page and WEB.fullmatch(page) and _is_ours(name) else None


@cache
def _is_ours(name: str) -> bool:
    return find_spec(f"doclint.rules.{name.replace('-', '_')}") is not None


def home() -> str | None:
    """The project's page, as its package says, else the repository that it was installed from."""
    return _installed()[0]


@cache
def _installed() -> tuple[str | None, str | None]:
    """The addresses of the project and of its rules."""
    try:
        package = distribution("doclint")
    except PackageNotFoundError:
        return None, None
    said = [line.partition(", ") for line in package.metadata.get_all("Project-URL") or ()]
    urls = {label.lower(): url for label, _, url in said if WEB.fullmatch(url)}
    repository, rules = _from_git(package)
    return urls.get("homepage") or urls.get("repository") or repository, urls.get("rules") or rules


def _from_git(package: Distribution) -> tuple[str | None, str | None]:
    """What pip notes of an installation from a repository: its address, and with its commit the page of the rules."""
    try:
        noted = json.loads(package.read_text("direct_url.json") or "{}")
        url, commit = str(noted["url"]).removesuffix("/").removesuffix(".git"), str(noted["vcs_info"]["commit_id"])
        address = urlsplit(url)
    except (ValueError, KeyError, TypeError):
        return None, None
    if not WEB.fullmatch(url) or address.username:
        return None, None
    view = next((view for name, view in VIEWS.items() if name in (address.hostname or "")), None)
    return url, f"{url}/{view}/{commit}/{PAGE}" if view else None
