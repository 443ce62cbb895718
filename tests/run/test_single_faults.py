"""One fault on a page, of the kinds that a fresh set in Vietnamese, Ukrainian, Greek and Thai showed: each is seen."""

from __future__ import annotations

import pytest

import doclint
from tests.run.beside import seen

pytestmark = pytest.mark.usefixtures("folder")

JS = "```js\nconst van = new Van({ doors: 2, route: 'north-2' });\nif (van.state !== 'free') {\n  throw new Error(van.why);\n}\n```\n"
SQL = "```sql\nSELECT id FROM vans\nWHERE sent_at >= '2024-03-01' AND load IS NOT NULL;\n```\n"
TOML = '```toml\n[schedule]\ncron = "*/15 6-22 * * 1-5"\n```\n'
FORM = "```md\n---\ntitle:\nstate:\n---\n\n{}\n```\n"
CODE = f"# Vans\n\nOpen the van.\n\n{JS}\nAsk for it:\n\n{SQL}\nSet it:\n\n{TOML}\nTell of it:\n\n{FORM.format('What it is.')}"
CODE_UK = (
    f"# Фургони\n\nВідчиніть фургон.\n\n{JS}\nЗапитайте його:\n\n{SQL}\nНалаштуйте його:\n\n{TOML}"
    f"\nРозкажіть про нього:\n\n{FORM.format('Що це.')}"
)

IN_CODE = {
    "operator": ("!== 'free'", "=== 'free'"),
    "keyword": ("if (van", "коли (van"),
    "bracket": ("(van.why);", "(van.why;"),
    "quote": ("'north-2'", "'north-2"),
    "line twice": ("if (van.state !== 'free') {\n", "if (van.state !== 'free') {\nif (van.state !== 'free') {\n"),
    "word of SQL gone": ("IS NOT NULL", "IS NULL"),
    "date": ("'2024-03-01'", "'01.03.2024'"),
    "section of TOML": ("[schedule]", "[розклад]"),
    "key of a template": ("state:", "стан:"),
    "dash in a schedule": ("1-5", "1\u20135"),
}

PAGE = """\
+++
title = "Wash a van"
weight = 30
type = "guide"
+++

{{< toc >}}

The washer of depot 2.8 runs at 55 °C and 2.5 bar; see [RFC 3339](https://a.example/rfc3339) and [doors](doors.md).
Write to <help@depot.example> &copy; in a minute.

- Press :van-wash-now: and read [more](more.md){ .button }.

| State | Code | Says |
| --- | --- | --- |
| `FREE` | 10 | Nobody is in it |
| `BUSY` | 20 | One of `a` \\| `b` |

You need three keys:

The rest is $f = \\frac{n}{t}$ of it. It is done by the north depot every second day.
"""
GREEK = """\
+++
title = "Πλύσιμο"
weight = 30
type = "guide"
+++

{{< toc >}}

Το πλυντήριο του depot 2.8 δουλεύει στους 55 °C και 2,5 bar· δείτε το [RFC 3339](https://a.example/rfc3339) και τις [πόρτες](doors.md).
Γράψτε στο <help@depot.example> &copy; σε ένα λεπτό.

- Πατήστε :van-wash-now: και διαβάστε [περισσότερα](more.md){ .button }.

| Κατάσταση | Κωδικός | Λέει |
| --- | --- | --- |
| `FREE` | 10 | Δεν είναι κανείς μέσα |
| `BUSY` | 20 | Ένα από `a` \\| `b` |

Χρειάζεστε τρία κλειδιά:

Το υπόλοιπο είναι $f = \\frac{n}{t}$ από αυτό. Γίνεται από τη βόρεια αποθήκη κάθε δεύτερη μέρα.
"""

IN_TEXT = {
    "setting of TOML lost": ("weight = 30\n", "", "front-matter-incomplete"),
    "template of TOML": ('type = "guide"', 'type = "οδηγός"', "front-matter-changed"),
    "shortcode lost": ("{{< toc >}}\n\n", "", "shortcode-changed"),
    "shortcode parted": ("{{< toc >}}", "{ {< toc >}}", "shortcode-changed"),
    "unit": ("55 °C", "55 °F", "number-in-text-changed"),
    "sign of decimals": ("2,5 bar", "25 bar", "number-in-text-changed"),
    "number in a link's text": ("[RFC 3339]", "[RFC 3393]", "number-in-text-changed"),
    "links swapped": (
        "[RFC 3339](https://a.example/rfc3339) και τις [πόρτες](doors.md)",
        "[RFC 3339](doors.md) και τις [πόρτες](https://a.example/rfc3339)",
        "link-text-changed",
    ),
    "mail in angle brackets": ("<help@", "< help@", "reference-mark-broken"),
    "mail in other letters": ("<help@", "<βοήθεια@", "reference-mark-broken"),
    "entity": ("&copy;", "&πνευματικά δικαιώματα;", "reference-mark-broken"),
    "icon": (":van-wash-now:", ":πλύσιμο-τώρα:", "macro-changed"),
    "attribute": ("{ .button }", "{ .κουμπί }", "macro-changed"),
    "row twice": (
        "| `FREE` | 10 | Δεν είναι κανείς μέσα |\n",
        "| `FREE` | 10 | Δεν είναι κανείς μέσα |\n" * 2,
        "table-shape-changed",
    ),
    "cells swapped": ("| 20 | Ένα από `a` \\| `b` |", "| Ένα από `a` \\| `b` | 20 |", "table-shape-changed"),
    "bar that parts a cell": ("`a` \\| `b`", "`a` | `b`", "table-shape-changed"),
    "short text twice": (
        "Χρειάζεστε τρία κλειδιά:\n",
        "Χρειάζεστε τρία κλειδιά:\n\nΧρειάζεστε τρία κλειδιά:\n",
        "text-repeated",
    ),
    "brace of a formula": ("{t}$", "{t$", "formula-changed"),
    "sign of a formula": ("{t}$", "{t}", "formula-changed"),
    "sentence in English": (
        "Γίνεται από τη βόρεια αποθήκη κάθε δεύτερη μέρα.",
        "It is done by the north depot every second day.",
        "untranslated-block",
    ),
    "short text in English": ("Χρειάζεστε τρία κλειδιά:", "You need three keys:", "untranslated-block"),
}

MYST = """\
(vans)=
# Vans

```{{note}}
{} {}.
```

```{{include}} ../parts/vans.md
:start-line: 2
```

{}.
"""
MYST_EN = MYST.format("Call {func}`depot.wash` for", "a van", "The van is washed")
MYST_TH = MYST.format("เรียก {func}`depot.wash` สำหรับ", "รถตู้", "รถตู้ถูกล้างแล้ว")

IN_MYST = {
    "label": ("(vans)=", "(รถตู้)="),
    "role in a directive": ("{func}", "{ฟังก์ชัน}"),
    "name in a directive": ("`depot.wash`", "`depot.ล้าง`"),
    "file": ("../parts/vans.md", "../parts/รถตู้.md"),
    "setting": (":start-line: 2", ":start-line: 20"),
}

MDX = "import Box from './box.mdx';\n\n# Vans\n\nOpen a van.\n\n<Box isOpen={true} />\n\nShut it.\n"
MDX_VI = "import Box from './box.mdx';\n\n# Xe tải\n\nMở một xe tải.\n\n<Box isOpen={true} />\n\nĐóng nó lại.\n"


def test_right_pages_are_silent() -> None:
    assert seen("uk", CODE, CODE_UK) == []
    assert seen("el", PAGE, GREEK) == []
    assert seen("th", MYST_EN, MYST_TH) == []
    assert seen("vi", MDX, MDX_VI) == []


@pytest.mark.parametrize("fault", IN_CODE)
def test_a_fault_in_code_is_seen(fault: str) -> None:
    assert CODE_UK.count(IN_CODE[fault][0]) == 1
    assert "code-block-changed" in seen("uk", CODE, CODE_UK.replace(*IN_CODE[fault]))


@pytest.mark.parametrize("fault", IN_TEXT)
def test_a_fault_in_text_is_seen(fault: str) -> None:
    right, wrong, rule = IN_TEXT[fault]
    assert GREEK.count(right) == 1
    assert rule in seen("el", PAGE, GREEK.replace(right, wrong))


@pytest.mark.parametrize("fault", IN_MYST)
def test_a_fault_in_a_directive_of_myst_is_seen(fault: str) -> None:
    assert MYST_TH.count(IN_MYST[fault][0]) == 1
    assert seen("th", MYST_EN, MYST_TH.replace(*IN_MYST[fault]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("import Box from './box.mdx';\n", ""), ("<Box isOpen={true} />\n\n", ""), ("{true}", "{false}")],
)
def test_a_component_that_is_gone_is_seen(right: str, wrong: str) -> None:
    assert "mdx-changed" in seen("vi", MDX, MDX_VI.replace(right, wrong))


def test_words_of_another_script_and_a_block_without_its_end() -> None:
    english = "# Vans\n\nThe courier opens every van of the depot and shuts it again.\n"
    greek = "# Camions\n\nL'employé ouvre chaque 卡车 du dépôt, puis il le referme avec soin derrière lui.\n"
    assert "foreign-script" in seen("fr", english, greek)
    code = "# Vans\n\nOpen:\n\n```js\nopen()\n```\n\nShut:\n\n```py\nshut()\n```\n"
    assert "fence-broken" in seen(
        "vi", code, code.replace("open()\n```\n\nShut", "open()\n\nĐóng").replace("Open", "Mở")
    )


def test_an_escaped_link_is_mended_in_one() -> None:
    english = "See [Depot](http://depot.example/help) for it.\n"
    (one,) = doclint.check(english, "Siehe \\[Depot\\](http://depot.example /help) dafür.\n", locale="de", exact=True)
    assert (one.damage, one.fix and one.fix.edits[0].text) == (
        "punctuation-added",
        "[Depot](http://depot.example/help)",
    )
