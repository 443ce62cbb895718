"""Every key of a configuration, what it takes and what it is for: the reader and the JSON schema are made from this."""

from __future__ import annotations

from typing import Any

from doclint.config import meanings
from doclint.config.kinds import Choice, Either, Flag, Key, Kind, Many, Table, Text, Words
from doclint.config.model import Allow, Config, Override, SourceName, TargetName, When
from doclint.config.place import At
from doclint.page.dialects.kinds import Dialect
from doclint.pair.columns import Role
from doclint.text import Confidence, Severity

PATH = Text(meanings.path)
OWN_PATH = Text(meanings.own_path)
CONFIGURATION = Text(meanings.configuration)
REPOSITORY = Text(meanings.repository)
LOCALE = Text(meanings.locale)
RULES = Many(Text(meanings.rules))
GLOBS = Many(Text(meanings.glob))
PLACES = Many(Text(meanings.glob), or_one=True)
WORDS = Many(Text(meanings.phrase))
ONE_OR_MORE = Many(Text(meanings.phrase), or_one=True)
SEVERITY = Choice({str(severity): severity for severity in Severity} | {"off": None})
CONFIDENCE = Choice({confidence.name.lower(): confidence for confidence in sorted(Confidence)})
OPTION: Kind = meanings.Option()


def _source(read: dict[str, Any], at: At) -> SourceName:
    if len({"path", "url"} & set(read)) != 1:
        raise at.wrong('needs either "path" or "url"')
    return SourceName(**read)


def _when(read: dict[str, Any], at: At) -> When:
    if not read:
        raise at.wrong("names no condition")
    return When(**read)


def _override(read: dict[str, Any], at: At) -> Override:
    if len(read) == 1:
        raise at.wrong("changes nothing: it needs select, ignore, severity or min-confidence")
    return Override(**read)


def _allow(read: dict[str, Any], at: At) -> Allow:
    if not {"expected", "found"} & set(read):
        raise at.wrong('needs the key "expected" or "found"')
    return Allow(**read, named=at.named)


def _target(read: dict[str, Any], at: At) -> TargetName:
    if len({"path", "repository"} & set(read)) != 1:
        raise at.wrong('needs either "path" or "repository"')
    if "rev" in read and "path" in read:
        raise at.wrong('has a "rev", which only a "repository" can have')
    return TargetName(**read)


SOURCE = Table(
    {
        "path": Key(Text(meanings.source), "Folder, file or git repository, from the folder of this file."),
        "url": Key(Text(meanings.url), "Address of a git repository."),
        "rev": Key(Text(meanings.revision), "Branch, tag or commit."),
    },
    _source,
)
LAYOUT = Table(
    {"name": Key(Text(meanings.layout), "The layout's name.")},
    lambda read, at: meanings.layout_with(read),
    needs=("name",),
    others=OPTION,
)
WHEN = Table(
    {
        "locale": Key(
            Many(Text(meanings.locale), or_one=True), "Pages in one of these languages; ru means ru-RU as well."
        ),
        "path": Key(PLACES, "Pages that one of these patterns names."),
        "translation": Key(ONE_OR_MORE, "Pages translated in this way, as their metadata says: HT, MT."),
        "meta": Key(Words(ONE_OR_MORE), "Findings with one of these values in their `meta`, by its name."),
    },
    _when,
)
FILTERS = {
    "select": Key(RULES, "Only these rules: names, ids, beginnings of ids (DL1), DEFAULT, ALL."),
    "ignore": Key(RULES, "Not these rules."),
    "severity": Key(Words(SEVERITY, meanings.rule), "The severity of a rule's findings, or off."),
    "min-confidence": Key(CONFIDENCE, "Leave out findings that are less certain."),
}
OVERRIDE = Table(
    {"when": Key(WHEN, "Which findings this is about; all conditions must hold."), **FILTERS}, _override, ("when",)
)
ALLOW = Table(
    {
        "expected": Key(ONE_OR_MORE, "The protected words that this is about, letter for letter."),
        "found": Key(ONE_OR_MORE, "What may stand there instead, letter for letter."),
        "locale": Key(Many(Text(meanings.locale), or_one=True), "In these languages; in any where it is left out."),
        "path": Key(PLACES, "On pages that one of these patterns names."),
        "rule": Key(Many(Text(meanings.rules), or_one=True), "Of these rules."),
        "reason": Key(Text(), "Why, for those who come after you."),
    },
    _allow,
)
TARGET = Table(
    {
        "name": Key(Text(meanings.phrase), "What reports call this translation."),
        "path": Key(PATH, "The folder of its pages."),
        "repository": Key(REPOSITORY, "The git repository of its pages: a path or an address."),
        "rev": Key(Text(meanings.revision), "Branch, tag or commit of the repository."),
        "locale": Key(LOCALE, "The language of its pages."),
        "config": Key(CONFIGURATION, "A configuration of its own, which wins over this one."),
    },
    _target,
    ("name",),
)
COLUMNS = Table(
    {
        str(role): Key(Many(Text(meanings.header)), f"Header words of columns that hold a {role}, in any language.")
        for role in Role
        if role is not Role.OTHER
    },
    meanings.columns,
)
TOP = Table(
    {
        "extends": Key(
            Many(CONFIGURATION, or_one=True), "Configuration files that this one extends; its own values win."
        ),
        "packs": Key(Many(Text(meanings.pack)), "Installed packs whose rules run, too."),
        "source": Key(Either(Text(meanings.source_path), SOURCE), "Where the English lies."),
        "layout": Key(Either(Text(meanings.layout), LAYOUT), "How the path of a page leads to its English."),
        "locale": Key(LOCALE, "The pages' language, as ru-RU; else their metadata or path tells."),
        "source-locale": Key(LOCALE, "The language of the source; English where it is left out."),
        "dialect": Key(
            Choice({str(dialect): dialect for dialect in Dialect}),
            "The generator whose Markdown the pages are; else its own settings beside the pages tell.",
        ),
        "pin": Key(
            Choice({name: name for name in ("metadata", "last-touch")}),
            "The English for pages that name no commit: that of the revision, or of the time of their last change.",
        ),
        "pin-keys": Key(WORDS, "Front matter keys that name the source's commit."),
        "digest-keys": Key(WORDS, "Front matter keys that hold an MD5, SHA-1 or SHA-256 of the source file, in hex."),
        "include": Key(GLOBS, "Check only pages that one of these patterns names."),
        "exclude": Key(GLOBS, "Do not check pages that one of these patterns names."),
        **FILTERS,
        "fail-on": Key(
            Choice({name: name for name in ("error", "warning", "note", "never")}),
            "Exit with 1 at this severity or above.",
        ),
        "require-translations": Key(Flag(), "Report source pages that have no translation."),
        "override": Key(Many(OVERRIDE), "Other rules, severities or confidence for some pages."),
        "allow": Key(Many(ALLOW), "House style: what may stand for a protected word."),
        "generated": Key(GLOBS, "English pages that a program writes: `advise` lists what its owner should protect."),
        "syntax": Key(
            Choice({name: name for name in ("backticks", "microsoft")}),
            "What keeps words on English pages: backticks, or Microsoft's no-loc as well; else their metadata tells.",
        ),
        "protect": Key(WORDS, "Words and phrases that stay as they are wherever they stand."),
        "glossary": Key(
            Many(Text(meanings.own_file), or_one=True),
            "CSV or TBX files: terms that are protected, and renderings that others must have.",
        ),
        "columns": Key(COLUMNS, "Header words of table columns, by what the column holds."),
        "published-url": Key(
            Text(meanings.address), "Where pages are published: a template with {locale}, {path}, {folder}, {name}."
        ),
        "baseline": Key(OWN_PATH, "The file of known findings; with {locale} in its name, one for each language."),
        "accept": Key(OWN_PATH, "The folder of the files of accepted findings; else that of this file."),
        "target": Key(Many(TARGET), "The translations of a workspace, checked in one run."),
    },
    lambda read, at: Config(file=at.file, **read),
)
