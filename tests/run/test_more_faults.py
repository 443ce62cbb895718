"""Faults of more kinds, one at a time, on an ordinary page of a site in Russian and in Hindi: each is seen."""

from __future__ import annotations

import pytest

from tests.run.beside import seen

pytestmark = pytest.mark.usefixtures("folder")

ENGLISH = """\
---
title: Watch a van
layout: guide
---

# Watch a van

The depot keeps a parcel for 7 days, and needs Courier 2.4 and Java 17.

Press ++ctrl+p++ and select [!UICONTROL Print] in [!DNL Depot Studio], or call GET /parcels/{id} for `state`.

--8<-- "rules.md"

## Parts of a van

Install the tool with `vanctl`:

```bash
vanctl init
```

- A scanner for `labels`
- Paper for `labels`

### Doors

The van opens its doors with `open` when the courier has scanned the label of a parcel.

## The end

The courier closes the van with `close`, and then drives it back to the depot.
"""

RUSSIAN = """\
---
title: Следить за фургоном
layout: guide
---

# Следить за фургоном

Склад хранит посылку 7 дней, ему нужны Courier 2.4 и Java 17.

Нажмите ++ctrl+p++ и выберите [!UICONTROL Печать] в [!DNL Depot Studio] или вызовите GET /parcels/{id} для `state`.

--8<-- "rules.md"

## Части фургона

Установите инструмент с помощью `vanctl`:

```bash
vanctl init
```

- Сканер для `labels`
- Бумага для `labels`

### Двери

Фургон открывает двери с помощью `open`, когда курьер отсканировал этикетку посылки.

## Конец

Курьер закрывает фургон с помощью `close`, а затем возвращается на нём на склад.
"""

HINDI = """\
---
title: वैन पर नज़र रखें
layout: guide
---

# वैन पर नज़र रखें

डिपो पार्सल को 7 दिन रखता है, और उसे Courier 2.4 तथा Java 17 चाहिए।

++ctrl+p++ दबाएँ और [!DNL Depot Studio] में [!UICONTROL छापें] चुनें, या `state` के लिए GET /parcels/{id} बुलाएँ।

--8<-- "rules.md"

## वैन के भाग

`vanctl` से औज़ार लगाएँ:

```bash
vanctl init
```

- `labels` के लिए स्कैनर
- `labels` के लिए काग़ज़

### दरवाज़े

जब कूरियर ने पार्सल का लेबल स्कैन कर लिया हो, तब वैन `open` से अपने दरवाज़े खोलती है।

## अंत

कूरियर `close` से वैन बंद करता है, और फिर उसे डिपो तक वापस ले जाता है।
"""

PAGES = {"ru": RUSSIAN, "hi": HINDI}

FAULTS = {
    "letter of another script": ("Courier", "Cоurier"),
    "letter of another script at the end": ("Java", "Javа"),
    "sign that does not show": ("Courier", "Cou\u2060rier"),
    "zero-width space": ("Courier", "Cou\u200brier"),
    "small number": (" 7 ", " 17 "),
    "digits that changed places": ("Courier 2.4", "Courier 4.2"),
    "number behind a name": ("Java 17", "Java 71"),
    "space in keys": ("++ctrl+p++", "++ctrl + p++"),
    "keys lost": ("++ctrl+p++", "ctrl+p"),
    "macro in a macro": ("[!DNL Depot Studio]", "[!UICONTROL [!DNL Depot Studio]]"),
    "keyword of a macro": ("[!DNL", "[!दनल"),
    "space in a macro": ("[!UICONTROL", "[! UICONTROL"),
    "macro lost": ("[!DNL Depot Studio]", "Depot Studio"),
    "macro of another kind": ("[!DNL Depot Studio]", "[!UICONTROL Depot Studio]"),
    "words of a name": ("[!DNL Depot Studio]", "[!DNL डिपो]"),
    "method in text": ("GET /", "ПОЛУЧИТЬ /"),
    "other method in text": ("GET /", "PUT /"),
    "snippet": ('--8<-- "rules.md"', '--8<-- "нормы.md"'),
    "quotes of a snippet": ('--8<-- "rules.md"', "--8<-- «rules.md»"),
    "snippet lost": ('--8<-- "rules.md"\n\n', ""),
    "level of a heading": ("### ", "## "),
    "end of a fence": ("init\n```\n", "init\n``\n"),
    "beginning of a fence": ("```bash", "“`bash"),
}
"""What is put in the place of what."""


@pytest.mark.parametrize("language", PAGES)
def test_a_right_page_is_silent(language: str) -> None:
    assert seen(language, ENGLISH, PAGES[language]) == []


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(language: str, fault: str) -> None:
    right, wrong = FAULTS[fault]
    assert right in PAGES[language]
    assert seen(language, ENGLISH, PAGES[language].replace(right, wrong, 1)), fault


@pytest.mark.parametrize("language", PAGES)
def test_the_last_section_lost_is_seen(language: str) -> None:
    page = PAGES[language]
    assert seen(language, ENGLISH, page[: page.rindex("## ")]) == ["content-missing"]


@pytest.mark.parametrize("language", PAGES)
def test_a_paragraph_said_twice_is_seen(language: str) -> None:
    parts = PAGES[language].split("\n\n")
    assert seen(language, ENGLISH, "\n\n".join([*parts[:-1], parts[-3], ""])) == ["text-repeated"]
    assert "text-repeated" in seen(language, ENGLISH, "\n\n".join([*parts[:-2], parts[-3], *parts[-2:]]))
