"""Locales as folders, files and metadata spell them."""

from __future__ import annotations

import pytest

from doclint.text.locale import at_end, in_path, normalize, of_folder


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ja", "ja"),
        ("pt-br", "pt-BR"),
        ("zh_cn", "zh-CN"),
        ("ZH-HANS", "zh-Hans"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("ca-es-valencia", "ca-ES-valencia"),
        ("fil", "fil"),
        ("cn", "zh-CN"),
        ("JP", "ja"),
        ("api", None),
        ("img", None),
        ("my-docs", None),
        ("is-main", None),
        ("docs", None),
        ("", None),
        ("j", None),
        ("en-" * 40, None),
    ],
)
def test_names_of_folders(name: str, tag: str | None) -> None:
    assert of_folder(name) == tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("docs.ru-ru", "ru-RU"),
        ("handbook_zh-Hans", "zh-Hans"),
        ("pages.pt_BR", "pt-BR"),
        ("site-ja", "ja"),
        ("docs", None),
        ("-ja", None),
        ("ja", None),
        ("a-" * 50_000, None),
    ],
)
def test_ends_of_names(name: str, tag: str | None) -> None:
    assert at_end(name) == tag


def test_folder_that_is_a_word_names_no_locale() -> None:
    assert in_path("site/ru-RU/my-docs/a.md") == "ru-RU"
    assert in_path("ja-JP.sxs/a.md") == "ja-JP"


def test_metadata_may_name_any_language() -> None:
    assert normalize("tlh") == "tlh"
    assert normalize("xx") is None
