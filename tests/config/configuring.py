"""Configurations for tests: one that says everything, and what reads one."""

from __future__ import annotations

from pathlib import Path

from doclint.config import Config
from doclint.config.read import read
from doclint.engine import rulebook

RULES = rulebook.load()


WHOLE = """
baseline = "known/{locale}.txt"
accept = "known"
packs = ["acme-docs"]
source = { path = "../docs.git", rev = "main" }
layout = { name = "locale-folder", folder = "content", keep = ["img"] }
locale = "ru_ru"
source-locale = "en-us"
dialect = "hugo"
pin = "last-touch"
pin-keys = ["depot.commit"]
digest-keys = ["depot.digest"]
published-url = "https://docs.example.org/{locale}/{path}"
include = ["docs/**"]
exclude = ["docs/old/", "!docs/old/keep.md"]
select = ["DL1", "identifier-transliterated"]
ignore = ["DL103"]
severity = { enum-member-changed = "warning", enum-value-changed = "off" }
min-confidence = "medium"
fail-on = "warning"
generated = ["docs/reference/"]
syntax = "backticks"
require-translations = true
protect = ["Parcel  Hub"]
glossary = "terms.csv"

[columns]
member = ["Вид:", "種別"]
prose = ["Пояснение"]

[[override]]
when = { locale = "ja", path = "docs/api/**", translation = "HT", meta = { product = ["hub", "lane"] } }
ignore = ["enum-member-changed"]

[[allow]]
expected = "Authorization"
found = ["Авторизация", "авторизация"]
reason = "house style"

[[target]]
name = "ja"
repository = "https://example.org/docs.ja.git"
rev = "main"
locale = "ja-JP"
"""


def write(file: Path, text: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def config(folder: Path, text: str, name: str = "doclint.toml") -> Config:
    return read(write(folder / name, text), RULES)
