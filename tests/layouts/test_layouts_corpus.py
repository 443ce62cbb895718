"""Real repositories' paths, laid out as they lie there; skipped where the corpus is not beside the project."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from doclint.layouts.detect import by_name, detect
from doclint.layouts.tree import FolderTree
from doclint.text import locale
from tests.conftest import PACKED

pytestmark = pytest.mark.corpus


class Repository(NamedTuple):
    """A repository without its pages."""

    name: str
    layout: str
    is_split: bool
    settings: dict[str, str]


HUGO = "defaultContentLanguage: en\nmodule:\n  mounts:\n    - {source: content/en, target: content}\n" + "".join(
    f"    - {{source: content/{one}, target: content, lang: {one}}}\n"
    f"    - {{source: content/en/docs, target: content/docs, lang: {one}}}\n"
    for one in "bn es fr ja ko pl pt ro uk zh".split()
)
DOCUSAURUS = 'const DEFAULT_LOCALE = "en";\nexport default { i18n: { defaultLocale: DEFAULT_LOCALE, path: "i18n" } };\n'
PUBLISHED = '{"docsets_to_publish": [{"build_source_folder": "docs", "locale": "de-de"}]}'
REPOSITORIES = {
    "otel": Repository("opentelemetry.io", "hugo", False, {"hugo.yaml": HUGO}),
    "gbfs": Repository(
        "gbfs.org",
        "mkdocs",
        False,
        {f"config/{one}/mkdocs.yml": f"docs_dir: ../../docs/{one}  # pages\n" for one in ("en", "es", "fr")},
    ),
    "uid2": Repository("uid2docs", "docusaurus", False, {"docusaurus.config.js": DOCUSAURUS}),
    "angularja": Repository("angular-ja", "suffix", False, {}),
    "nuget": Repository("nuget.de-de", "split", True, {".openpublishing.publish.config.json": PUBLISHED}),
    "react": Repository("ja.react.dev", "split", True, {}),
    "tsweb": Repository("website-localizations", "patterns", True, {}),
}
PATTERNS = [
    ("packages/documentation/copy/en", "docs/documentation/{locale}"),
    ("packages/tsconfig-reference/copy/en", "docs/tsconfig/{locale}"),
    ("packages/playground-examples/copy/en", "docs/playground/{locale}"),
]


@pytest.mark.parametrize("corpus_name", REPOSITORIES)
def test_all_pages_pair(corpus_name: str, tmp_path: Path) -> None:
    file = PACKED / "pairs" / f"{corpus_name}.jsonl.gz"
    if not file.is_file():
        pytest.skip("no pairs beside the project")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    repository = REPOSITORIES[corpus_name]
    root = tmp_path / repository.name
    sources = tmp_path / "sources" if repository.is_split else root
    for path, text in repository.settings.items():
        write(root / path, text)
    for row in rows:
        write(root / row["target_path"], row["target"])
        write(sources / row["source_path"], row["source"])
    tree = FolderTree(root)
    is_set = repository.layout == "patterns"
    found = by_name("patterns", tree, patterns=PATTERNS, is_split=True) if is_set else detect(tree)
    assert found.notes == []
    layout = found.layout
    assert layout
    assert (layout.name, layout.is_split) == (repository.layout, repository.is_split)
    expected = {row["target_path"]: (row["source_path"], locale.normalize(row["locale"])) for row in rows}
    assert dict(layout.pages(tree)) == expected
    for target, (source, tag) in expected.items():
        assert (sources / source).is_file()
        assert (tag, target) in layout.translations(source)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
