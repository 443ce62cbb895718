"""Configuration files as teams write them: what is read, and the one line that says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.config.find import nearest, start
from doclint.config.model import Allow, LayoutName, SourceName
from doclint.config.read import read
from doclint.config.scopes import scopes
from doclint.pair.columns import Role
from doclint.text import Confidence, Severity
from doclint.text.errors import ConfigError
from tests.config.configuring import RULES, WHOLE, config, write


def complaint(folder: Path, text: str) -> str:
    """The error without the folder's path."""
    with pytest.raises(ConfigError) as error:
        config(folder, text)
    assert "\n" not in str(error.value)
    return str(error.value).replace(f"{folder.as_posix()}/", "")


def test_every_key_is_read(tmp_path: Path) -> None:
    write(tmp_path / "terms.csv", "term,dnt\n")
    found = config(tmp_path, WHOLE)
    ids = {rule.name: rule.id for rule in RULES}
    assert found.source == SourceName(path=str(tmp_path.parent / "docs.git"), rev="main")
    assert found.layout == LayoutName("locale-folder", {"folder": "content", "keep": ("img",)})
    assert (found.locale, found.source_locale, found.pin, found.fail_on) == ("ru-RU", "en-US", "last-touch", "warning")
    assert (found.pin_keys, found.digest_keys) == (("depot.commit",), ("depot.digest",))
    assert [glob.pattern for glob in found.exclude] == ["docs/old/", "!docs/old/keep.md"]
    line = WHOLE[: WHOLE.index("include")].count("\n") + 1
    assert found.include[0].named == f"{tmp_path.as_posix()}/doclint.toml:{line}"
    assert found.select == (
        *sorted(rule.id for rule in RULES if rule.id.startswith("DL1") and rule.is_default),
        ids["identifier-transliterated"],
    )
    assert found.severity == {ids["enum-member-changed"]: Severity.WARNING, ids["enum-value-changed"]: None}
    assert (found.ignore, found.min_confidence, found.require_translations) == (("DL103",), Confidence.MEDIUM, True)
    assert (found.protect, found.glossary) == (("Parcel Hub",), (str(tmp_path / "terms.csv"),))
    assert found.columns == {"вид": Role.MEMBER, "種別": Role.MEMBER, "пояснение": Role.PROSE}
    assert found.override[0].when.meta == {"product": ("hub", "lane")}
    assert found.override[0].ignore == (ids["enum-member-changed"],)
    line = WHOLE[: WHOLE.index("[[allow]]")].count("\n") + 1
    named = f"{tmp_path.as_posix()}/doclint.toml:{line}"
    words = {"expected": ("Authorization",), "found": ("Авторизация", "авторизация")}
    assert found.allow == (Allow(**words, reason="house style", named=named),)
    assert found.target[0].repository == "https://example.org/docs.ja.git"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('sorce = "en"', 'doclint.toml:1: unknown key "sorce", did you mean "source"?'),
        ("[[override]]\n[override.when]\nlocal = 'ja'", 'doclint.toml:3: unknown key "local", did you mean "locale"?'),
        ('\nlocale = ["ru"]', 'doclint.toml:2: "locale" must be a string, not a list'),
        ("locale = 'xx_'", 'doclint.toml:1: "locale" has the value "xx_", which is not a locale tag such as ru-RU'),
        ("select = ['DL1', 7]", 'doclint.toml:1: "select[2]" must be a string, not a number'),
        (
            "[severity]\nenum-member-chnged = 'off'",
            'doclint.toml:2: "severity.enum-member-chnged" names no rule "enum-member-chnged", '
            'did you mean "enum-member-changed"?',
        ),
        (
            "fail-on = 'fatal'",
            'doclint.toml:1: "fail-on" must be one of "error", "warning", "note", "never", not "fatal"',
        ),
        ("require-translations = 1", 'doclint.toml:1: "require-translations" must be true or false, not a number'),
        ("locale = 2020-01-01", 'doclint.toml:1: "locale" must be a string, not a date or time'),
        ("protect = ['']", 'doclint.toml:1: "protect[1]" is empty'),
        ("glossary = 'no.csv'", 'doclint.toml:1: "glossary" does not name a file: "no.csv"'),
        ("[source]\nrev = 'x'", 'doclint.toml:1: "source" needs either "path" or "url"'),
        ("[source]\npath = 'x'\nrev = '--upload-pack=x'", 'doclint.toml:3: "source.rev" is not a revision: "--upload-pack=x"'),
        (
            "source.url = 'ext::sh -c date'",
            'doclint.toml:1: "source.url" is not the address of a repository such as https://example.org/docs.git: '
            '"ext::sh -c date"',
        ),
        (
            "source = 'https://example.org/docs'",
            'doclint.toml:1: "source" is not a path; write an address as { url = "https://example.org/docs" }',
        ),
        ("[[override]]\nwhen = {}", 'doclint.toml:2: "override[1].when" names no condition'),
        (
            "[[override]]\nwhen = { locale = 'ja' }",
            'doclint.toml:1: "override[1]" changes nothing: it needs select, ignore, severity or min-confidence',
        ),
        ("[[override]]\nignore = ['DL1']", 'doclint.toml:1: "override[1]" needs the key "when"'),
        ("[[allow]]\nreason = 'all'", 'doclint.toml:1: "allow[1]" needs the key "expected" or "found"'),
        ("[allow]\nfound = 'x'", 'doclint.toml:1: "allow" must be a list, not a table'),
        ("include = ['[z-a]']", 'doclint.toml:1: "include[1]" is not a valid pattern: "[z-a]"'),
        ("include = ['# x']", 'doclint.toml:1: "include[1]" is not a valid pattern: "# x"'),
        (
            "include = ['*a*a*a*a*a']",
            'doclint.toml:1: "include[1]" has more than 4 stars between two slashes, or more than 4 times "**"',
        ),
        (
            "[columns]\nmember = ['Art']\ntype = ['ART']",
            'doclint.toml:3: "columns.type" has "art", which is in "member" too',
        ),
        ("[[target]]\nname = 'a'", 'doclint.toml:1: "target[1]" needs either "path" or "repository"'),
        ("extends = 'no.toml'", 'doclint.toml:1: "extends" does not name a file: "no.toml"'),
        ("a = \n", "doclint.toml: is not valid TOML: Invalid value (at line 1, column 5)"),
        ("a = " + "[" * 5000, "doclint.toml: is nested too deeply"),
        ("a = " + "1" * 5000, "doclint.toml: is not valid TOML: Exceeds the limit"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text).replace('"' + str(tmp_path) + "/", '"').startswith(said)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", b"# \xff\n")
    with pytest.raises(ConfigError, match="is not UTF-8 text: byte 2"):
        read(tmp_path / "a.toml", RULES)
    with pytest.raises(ConfigError, match="no configuration file"):
        read(tmp_path, RULES)


def test_layouts_are_known_where_they_are_given(tmp_path: Path) -> None:
    file = write(tmp_path / "doclint.toml", 'layout = "sufix"\n')
    assert read(file, RULES).layout == LayoutName("sufix")
    with pytest.raises(ConfigError, match='names no layout "sufix", did you mean "suffix"'):
        read(file, RULES, layouts=["suffix", "hugo"])


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    write(tmp_path / "doclint.toml", "")
    write(tmp_path / "a" / "pyproject.toml", "[tool.black]\n")
    write(tmp_path / "a" / "b" / "pyproject.toml", "[tool.doclint]\nlocale = 'ja'\n")
    deep = tmp_path / "a" / "b" / "c" / "d"
    deep.mkdir(parents=True)
    assert nearest(str(deep)) == tmp_path / "a" / "b" / "pyproject.toml"
    assert nearest(str(tmp_path / "a")) == tmp_path / "doclint.toml"
    write(tmp_path / "a" / "b" / "doclint.toml", "")
    assert nearest(str(deep)) == tmp_path / "a" / "b" / "doclint.toml"


def test_a_broken_pyproject_counts_only_where_it_speaks_of_doclint(tmp_path: Path) -> None:
    write(tmp_path / "doclint.toml", "")
    write(tmp_path / "a" / "pyproject.toml", "[tool.black\n")
    assert nearest(str(tmp_path / "a")) == tmp_path / "doclint.toml"
    write(tmp_path / "a" / "pyproject.toml", "[tool.doclint\n")
    with pytest.raises(ConfigError, match="is not valid TOML"):
        nearest(str(tmp_path / "a"))


def test_a_pyproject_names_its_lines(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\n\n[tool.doclint]\nlocale = 'ja'\n[tool.doclint.severity]\nno-such = 'off'\n"
    with pytest.raises(ConfigError, match=r'pyproject\.toml:7: "severity\.no-such" names no rule'):
        config(tmp_path, text, "pyproject.toml")
    assert config(tmp_path, "[tool]\ndoclint = {locale = 'ja'}\n", "pyproject.toml").locale == "ja"


def test_the_search_begins_where_all_pages_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "docs" / "ru" / "a.md", "")
    write(tmp_path / "docs" / "ja" / "a.md", "")
    monkeypatch.chdir(tmp_path)
    assert start(["docs/ru/a.md"]) == str(tmp_path / "docs" / "ru")
    assert start(["docs/ru/a.md", "docs/ja"]) == str(tmp_path / "docs")
    assert start([]) == start(["no-such/place.git@main"]) == str(tmp_path)


def test_targets_need_names_of_their_own(tmp_path: Path) -> None:
    both = "[[target]]\nname = 'ru'\npath = 'a'\n[[target]]\nname = 'ru'\npath = 'b'\n"
    with pytest.raises(ConfigError, match='two targets have the name "ru"'):
        scopes(config(tmp_path, both), RULES)


def test_files_below_the_working_directory_are_named_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match=r'^ru/doclint\.toml:1: unknown key "sorce"'):
        config(tmp_path / "ru", "sorce = 'en'")
