"""Code spans, values and names that a sentence lost while the rest of the page still has them."""

from __future__ import annotations

import pytest

import doclint
from doclint import Finding

ENGLISH = "# Depot\n\n{}\n\nSee `depotLog` in `/var/depot`.\n\nUse `route` and `depotKey` again.\n"
PAGES = {
    "ja": "# 集配所\n\n{}\n\n`/var/depot` の `depotLog` を参照。\n\n`route` と `depotKey` を再び使います。\n",
    "ru": "# Склад\n\n{}\n\nСм. `depotLog` в `/var/depot`.\n\nСнова используйте `route` и `depotKey`.\n",
    "de": "# Depot\n\n{}\n\nSiehe `depotLog` in `/var/depot`.\n\nVerwenden Sie wieder `route` und `depotKey`.\n",
}


def found(source: str, target: str, locale: str, *, exact: bool = False) -> list[Finding]:
    """The findings on a page with a paragraph, beside the English one."""
    return doclint.check(ENGLISH.format(source), PAGES[locale].format(target), locale=locale, exact=exact)


@pytest.mark.parametrize(
    ("locale", "source", "target", "expected", "what"),
    [
        pytest.param(
            "ja",
            "Set `depotKey` and `route`.",
            "`depotKey` と `経路` を設定します。",
            "route",
            "経路",
            id="one of two, which another place has",
        ),
        pytest.param(
            "ru",
            "Set `depotKey` and `route`.",
            "Задайте `depotKee` и `route`.",
            "depotKey",
            "depotKee",
            id="slip in one of two",
        ),
        pytest.param(
            "ja",
            "A `Map<Box, Set<Van>>` of it, see `depotKey`.",
            "`Map<Box, Set<Van>` です。`depotKey` を参照。",
            "Set<Van>>",
            "Set<Van>",
            id="bracket that does not close",
        ),
        pytest.param(
            "ru",
            "The `<Depot>` part of `depotKey`.",
            "Часть &lt;Depot&gt; из `depotKey`.",
            "<Depot>",
            "<Depot>",
            id="tag without its marks",
        ),
        pytest.param(
            "ru",
            "The default of `depotKey` is `true`.",
            "По умолчанию `depotKey` — `истина：true`.",
            "true",
            "истина：true",
            id="word beside the value",
        ),
        pytest.param(
            "ru",
            "A stage with `depotStage` asks. One with depotStage waits.",
            "Этап с `depotStage` спрашивает. Этап с депотСтейдж ждёт.",
            "depotStage",
            "депотСтейдж",
            id="bare name beside its span",
        ),
        pytest.param(
            "de",
            "Give a parcelOwner to `depotKey`.",
            "Geben Sie `depotKey` einen parcelOwnerName.",
            "parcelOwner",
            "parcelOwnerName",
            id="longer name",
        ),
        pytest.param(
            "ja",
            "See `depotKey`. Possible values are: none, pending, held.",
            "`depotKey` を参照。可能な値: なし、保留中、差し止め。",
            "pending",
            "保留中",
            id="plain values",
        ),
        pytest.param(
            "ru",
            "Reserved in `depotKey`: LOAN (N), SHELF (N).",
            "Зарезервированы в `depotKey`: LOAN (N), ПОЛКА (N).",
            "SHELF",
            "ПОЛКА",
            id="word in capitals",
        ),
    ],
)
def test_what_became_another_word_is_found(locale: str, source: str, target: str, expected: str, what: str) -> None:
    for exact in (False, True):
        findings = found(source, target, locale, exact=exact)
        assert [(one.expected, one.found) for one in findings if one.expected == expected] == [(expected, what)]
        assert {one.severity for one in findings} <= {"error", "warning"}


@pytest.mark.parametrize(
    ("locale", "source", "target", "expected"),
    [
        pytest.param("ja", "Send the `Authority` header to `route`.", "ヘッダーを `route` に送ります。", "Authority"),
        pytest.param("ru", "The `context` package keeps `route`.", "Пакет хранит `route`.", "context"),
    ],
)
def test_a_span_that_is_gone_is_found_though_it_is_a_plain_word(
    locale: str, source: str, target: str, expected: str
) -> None:
    for exact, severity in ((True, "warning"), (False, "note")):
        assert [(one.expected, one.found, one.severity) for one in found(source, target, locale, exact=exact)] == [
            (expected, "", severity)
        ]


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        pytest.param("ja", "Set `enforce` on `route`.", "`route` に `enforce（強制）` を設定します。", id="gloss"),
        pytest.param("de", 'Set `route` to `"north"`.', "Setzen Sie `route` auf „north“.", id="quotes of the language"),
        pytest.param("ru", "Set `route`, then `route` again.", "Дважды задайте `route`.", id="said once"),
        pytest.param("ja", "Call `send()` of `route`.", "`route` の `send` を呼びます。", id="call without brackets"),
        pytest.param(
            "ru", "Bring with `depotKey`: parcels, keys, notes.", "С `depotKey` берите: посылки, ключи, письма."
        ),
        pytest.param("ru", "Needs `depotKey`, CPU, RAM.", "Нужны `depotKey`, ЦП, ОЗУ.", id="short forms"),
        pytest.param("de", "The depotStages of `route`.", "Die depotStages-Werte von `route`.", id="compound"),
    ],
)
def test_what_people_write_otherwise_is_left_alone(locale: str, source: str, target: str) -> None:
    assert [one for one in found(source, target, locale) if one.severity != "note"] == []
