"""Languages that no rule was made for: damage is found in each of them, and a good translation is left in peace."""

from __future__ import annotations

import pytest

from doclint.engine import engine, rulebook
from doclint.engine.subject import Subject
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust

RULES = rulebook.load()

SOURCE = """---
title: parcelRoute resource type
---

# parcelRoute resource type

Describes a parcelRoute of a courier. Set **depotState** before you call [scanEvent](scanevent.md).

|Property|Type|Description|
|:---|:---|:---|
|id|String|The parcel. Possible values are: `lost`, `found`.|
|scanTime|DateTimeOffset|When it was scanned.|
|none|Int32|At most 4 kg, `null` by default.|

## Request

- Send `GET` with the header Authorization.

```http
GET /parcels/{id}
Authorization: Bearer {token}
```

```json
{"id": "7", "depotState": "open"}
```
"""

PAGES = {
    "ar": (
        "نوع المورد {a}",
        "يصف {a} لساعي البريد. عيّن **{b}** قبل استدعاء [{c}](scanevent.md).",
        ("الخاصية", "النوع", "الوصف"),
        ("الطرد. القيم الممكنة هي: `{f}`، `found`.", "وقت المسح.", "4 كغ على الأكثر، والافتراضي `null`."),
        ("الطلب", "أرسل `GET` مع الترويسة Authorization."),
    ),
    "hi": (
        "{a} संसाधन प्रकार",
        "कूरियर के {a} का वर्णन करता है। [{c}](scanevent.md) से पहले **{b}** सेट करें।",
        ("गुण", "प्रकार", "विवरण"),
        ("पार्सल। संभावित मान: `{f}`, `found`।", "स्कैन का समय।", "अधिकतम 4 किग्रा, डिफ़ॉल्ट `null`।"),
        ("अनुरोध", "Authorization हेडर के साथ `GET` भेजें।"),
    ),
    "ko": (
        "{a} 리소스 종류",
        "배달원의 {a}를 설명합니다. [{c}](scanevent.md)를 호출하기 전에 **{b}**를 설정하세요.",
        ("속성", "형식", "설명"),
        ("소포입니다. 가능한 값은 `{f}`, `found`입니다.", "검사한 시각입니다.", "최대 4kg이며 기본값은 `null`입니다."),
        ("요청", "Authorization 헤더와 함께 `GET`을 보냅니다."),
    ),
    "zh-Hans": (
        "{a} 资源类型",
        "描述快递员的 {a}。调用 [{c}](scanevent.md) 之前先设置 **{b}**。",
        ("属性", "类型", "说明"),
        ("包裹。可能的值为：`{f}`、`found`。", "扫描的时间。", "最多 4 公斤，默认为 `null`。"),
        ("请求", "发送带 Authorization 标头的 `GET`。"),
    ),
    "tr": (
        "{a} kaynak türü",
        "Bir kuryenin {a} nesnesini açıklar. [{c}](scanevent.md) çağrılmadan önce **{b}** ayarlayın.",
        ("Özellik", "Tür", "Açıklama"),
        ("Koli. Olası değerler: `{f}`, `found`.", "Tarandığı zaman.", "En çok 4 kg, varsayılan `null`."),
        ("İstek", "Authorization üst bilgisiyle `GET` gönderin."),
    ),
    "pl": (
        "Typ zasobu {a}",
        "Opisuje {a} kuriera. Ustaw **{b}** przed wywołaniem [{c}](scanevent.md).",
        ("Właściwość", "Typ", "Opis"),
        ("Paczka. Możliwe wartości to: `{f}`, `found`.", "Kiedy ją zeskanowano.", "Najwyżej 4 kg, domyślnie `null`."),
        ("Żądanie", "Wyślij `GET` z nagłówkiem Authorization."),
    ),
    "th": (
        "ชนิดทรัพยากร {a}",
        "อธิบาย {a} ของคนส่งของ ตั้งค่า **{b}** ก่อนเรียก [{c}](scanevent.md)",
        ("คุณสมบัติ", "ชนิด", "คำอธิบาย"),
        ("พัสดุ ค่าที่เป็นไปได้: `{f}`, `found`", "เวลาที่สแกน", "ไม่เกิน 4 กก. ค่าเริ่มต้นคือ `null`"),
        ("คำขอ", "ส่ง `GET` พร้อมส่วนหัว Authorization"),
    ),
    "he": (
        "סוג המשאב {a}",
        "מתאר {a} של שליח. הגדר את **{b}** לפני קריאה אל [{c}](scanevent.md).",
        ("מאפיין", "סוג", "תיאור"),
        ("החבילה. הערכים האפשריים: `{f}`, `found`.", "מתי נסרקה.", "לכל היותר 4 ק״ג, ברירת המחדל `null`."),
        ("בקשה", "שלח `GET` עם הכותרת Authorization."),
    ),
}
"""Heading, first paragraph, header row, descriptions, the second section; letters stand for the names in them."""

NAMES = {"a": "parcelRoute", "b": "depotState", "c": "scanEvent", "d": "scanTime", "e": "none", "f": "lost"}

DAMAGED = {
    "ar": [
        {"a": "بارسيل روت", "d": "وقت المسح"},
        {"b": "ديبوت ستيت", "e": "لا شيء"},
        {"c": "سكان إيفنت", "f": "مفقود"},
    ],
    "hi": [{"a": "पार्सलरूट", "d": "स्कैन समय"}, {"b": "डिपोस्टेट", "e": "कोई नहीं"}, {"c": "स्कैनइवेंट", "f": "खोया"}],
    "ko": [{"a": "파슬루트", "d": "스캔 시간"}, {"b": "디포스테이트", "e": "없음"}, {"c": "스캔이벤트", "f": "분실"}],
    "zh-Hans": [{"a": "包裹路线", "d": "扫描时间"}, {"b": "仓库状态", "e": "无"}, {"c": "扫描事件", "f": "丢失"}],
    "tr": [
        {"a": "parselRota", "d": "taramaZamanı"},
        {"b": "DepotState", "e": "yok"},
        {"c": "tarama olayı", "f": "kayıp"},
    ],
    "pl": [
        {"a": "ParcelRoute", "d": "czas skanowania"},
        {"b": "stanMagazynu", "e": "brak"},
        {"c": "ScanEvent", "f": "zgubiona"},
    ],
    "th": [{"a": "พาร์เซลรูท", "d": "เวลาสแกน"}, {"b": "ดีโปสเตต", "e": "ไม่มี"}, {"c": "สแกนอีเวนต์", "f": "หาย"}],
    "he": [{"a": "פרסל רוט", "d": "זמן סריקה"}, {"b": "דפוסטייט", "e": "אין"}, {"c": "סקאן איוונט", "f": "אבוד"}],
}
"""Three pages a language, and what became of which name."""

CODE = SOURCE[SOURCE.index("```http") :]


def page(locale: str, **changed: str) -> str:
    heading, text, header, cells, (request, item) = PAGES[locale]
    words = NAMES | changed
    rows = [("id", "String"), (words["d"], "DateTimeOffset"), (words["e"], "Int32")]
    table = ["|".join(("", *header, "")), "|:---|:---|:---|"]
    table += [f"|{name}|{kind}|{cell}|" for (name, kind), cell in zip(rows, cells, strict=True)]
    lines = ["---", f"title: {heading}", "---", "", f"# {heading}", "", text, "", *table, "", f"## {request}", ""]
    return "\n".join([*lines, f"- {item}", "", ""]).replace("{id}", "{{id}}").format(**words) + CODE


def findings(locale: str, target: str, trust: Trust) -> list[tuple[str | None, str]]:
    pair = Pair(parse(target, "a.md"), parse(SOURCE, "a.md"), trust, locale)
    found, broken = engine.check(Subject(pair, "a.md", target), RULES)
    assert broken == []
    assert all(it.evidence and it.message for it in found)
    return [(it.expected, it.found) for it in found]


@pytest.mark.parametrize("locale", PAGES)
@pytest.mark.parametrize("trust", [Trust.PAIRED, Trust.PINNED, Trust.PROVEN], ids=str)
def test_a_good_translation_is_left_in_peace(locale: str, trust: Trust) -> None:
    assert findings(locale, page(locale), trust) == []


@pytest.mark.parametrize(
    ("locale", "changed"), [(locale, changed) for locale, pages in DAMAGED.items() for changed in pages]
)
def test_damage_is_found_where_it_is(locale: str, changed: dict[str, str]) -> None:
    found = findings(locale, page(locale, **changed), Trust.PROVEN)
    assert {expected for expected, _ in found} == {NAMES[letter] for letter in changed}
