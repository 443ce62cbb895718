"""What the site has besides the pages of this folder: the README, a page a rule, the Python reference, the changelog.

MkDocs calls these functions (mkdocs.yml, `hooks`); https://www.mkdocs.org/dev-guide/plugins/#events says when.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from doclint.engine.authoring import ruledocs
from doclint.engine.rulebook import load

ROOT = Path(__file__).parent.parent
INDEX = "rules/index.md"
COPIED = {"README.md": "index.md", "CHANGELOG.md": "changelog.md", "ARCHITECTURE.md": "architecture.md"}
"""Pages that lie at the top of the repository, by their place on the site."""
LINK = re.compile(r"(?<=\]\()(?![a-z+]+:|#|/)([^()\s#]+)(?=[#)])")
LABEL = re.compile(r'<label class="md-nav__title" for="(__nav_[\d_]+)">(.*?)</label>', re.DOTALL)
LABELLED = re.compile(r'aria-labelledby="(__nav_[\d_]+)_label"')
TAG = re.compile(r"<[^>]*>")
SEARCH = 'data-md-component="search" role="dialog"'
REFERENCE = "# Python reference\n\n::: doclint\n    options:\n      members_order: source\n"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the rules into the section that holds their index, group by group."""
    groups = [
        {title: [{rule.name: f"rules/{rule.name}.md"} for rule in rules]} for title, rules in ruledocs.groups(load())
    ]
    for section in config.nav or ():
        for pages in section.values():
            if INDEX in pages:
                after = pages.index(INDEX) + 1
                pages[after:after] = groups
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made, each with its links as they must be there."""
    made = {place: _at(place, (ROOT / name).read_text("utf-8"), name, config) for name, place in COPIED.items()}
    made["reference.md"] = REFERENCE
    rules = list(load())
    made[INDEX] = _at(INDEX, ruledocs.index(rules), INDEX, config)
    made |= {f"rules/{rule.name}.md": ruledocs.page(rule) for rule in rules}
    for place, text in made.items():
        files.append(File.generated(config, place, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Lead links out of docs/ to their place on the site, or to the repository."""
    place = page.file.src_uri
    return markdown if page.file.generated_by else _at(place, markdown, f"docs/{place}", config)


def on_post_page(output: str, **_: Any) -> str:
    """Name what the theme leaves nameless, and let code and tables wider than the page be scrolled by keyboard."""
    names = {number: " ".join(TAG.sub("", label).split()) for number, label in LABEL.findall(output)}
    output = LABELLED.sub(lambda nav: f'aria-label="{names.get(nav[1]) or "Section"}"', output)
    output = output.replace(SEARCH, f'{SEARCH} aria-label="Search"')
    output = output.replace("<table>", '<table tabindex="0">')
    return output.replace("<pre><span></span><code>", '<pre tabindex="0"><span></span><code>')


def _at(place: str, text: str, origin: str, config: MkDocsConfig) -> str:
    """The text of a file of the repository as it stands at a place of the site."""

    def led(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(origin), match[1]))
        if target == "rules/README.md":
            there = INDEX
        elif target in COPIED:
            there = COPIED[target]
        elif target.startswith(("docs/", "rules/")):
            there = target.removeprefix("docs/")
        else:
            return f"{config.repo_url}/blob/main/{target}"
        return posixpath.relpath(there, posixpath.dirname(place) or ".")

    return LINK.sub(led, text)
