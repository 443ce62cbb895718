"""Faults of marks, values and lines, one at a time, on an ordinary page in French and in Korean: each is seen."""

from __future__ import annotations

import re

import pytest

from tests.run.beside import seen

pytestmark = pytest.mark.usefixtures("folder")

ENGLISH = """\
---
title: Store parcels
weight: 20
no_list: true
areas: [north, south]
menu:
  main:
    parent: guide
---

{{< feature-state for_version="v1.18" state="beta" >}}

A *depot* keeps parcels while a van is away.[^1] The CLI (command-line interface) opens one.

*[CLI]: command-line interface

## Before you begin

Call `/depots/{depot-id}` with {depot-id}, the number of the depot, up to 25 times, 5 an hour. Set `depots.write` first.

- A depot with 4 GiB of memory, open since 2023-05-01.
- A van with the role `driver` and a very long way.

## Set it up {#set-up}

```yaml
kind: Depot
spec:
  # How many it keeps
  capacity: 10
  region: north
  isOpen: false
```

Send it to the service:

```http
POST /depots
Authorization: Bearer {token}

{ "retries": 5, "events": ["parcel.sent"] }
```

{{< note >}}
The command ends with code 137 if the depot is full.
{{< /note >}}

| Key | Type | Says |
|---|---|---|
| label | String | What stands on it. |
| doors | Integer | How many doors it has, from 0 to 10. |
| depot:lamp | Boolean | Whether it is lit at night. |
| weight | Integer | What it may weigh. |

## Limits

Run `courier install depot` and write &copy; below it.

![A depot](depot.svg)

Write to [the guide](guide.md) or to [us](mailto:help@example.com).

[^1]: Only those of the kind `Depot` do so.
"""

FRENCH = """\
---
title: Garder les colis
weight: 20
no_list: true
areas: [north, south]
menu:
  main:
    parent: guide
---

{{< feature-state for_version="v1.18" state="beta" >}}

Un *dépôt* garde les colis pendant l’absence du camion.[^1] La CLI (interface en ligne de commande) en ouvre un.

*[CLI]: interface en ligne de commande

## Avant de commencer

Appelez `/depots/{depot-id}` avec {depot-id}, le numéro du dépôt, jusqu’à 25 fois, 5 par heure. Réglez d’abord `depots.write`.

- Un dépôt avec 4 Gio de mémoire, ouvert depuis le 2023-05-01.
- Un camion avec le rôle `driver` et un très long chemin.

## Le configurer {#set-up}

```yaml
kind: Depot
spec:
  # Combien il garde
  capacity: 10
  region: north
  isOpen: false
```

Envoyez-le au service :

```http
POST /depots
Authorization: Bearer {token}

{ "retries": 5, "events": ["parcel.sent"] }
```

{{< note >}}
La commande se termine avec le code 137 si le dépôt est plein.
{{< /note >}}

| Clé | Type | Dit |
|---|---|---|
| label | String | Ce qui y est écrit. |
| doors | Integer | Combien de portes il a, de 0 à 10. |
| depot:lamp | Boolean | S’il est éclairé la nuit. |
| weight | Integer | Ce qu’il peut peser. |

## Limites

Exécutez `courier install depot` et écrivez &copy; en dessous.

![Un dépôt](depot.svg)

Écrivez au [guide](guide.md) ou à [nous](mailto:help@example.com).

[^1]: Seuls ceux du genre `Depot` le font.
"""

KOREAN = """\
---
title: 소포 보관
weight: 20
no_list: true
areas: [north, south]
menu:
  main:
    parent: guide
---

{{< feature-state for_version="v1.18" state="beta" >}}

*창고*는 밴이 없는 동안 소포를 보관합니다.[^1] CLI(명령줄 인터페이스)가 창고를 엽니다.

*[CLI]: 명령줄 인터페이스

## 시작하기 전에

`/depots/{depot-id}`를 창고 번호인 {depot-id}와 함께 시간당 5번, 최대 25번 호출합니다. 먼저 `depots.write`를 설정합니다.

- 메모리가 4GiB이고 2023-05-01부터 열려 있는 창고.
- 역할이 `driver`이고 갈 길이 아주 먼 밴.

## 설정하기 {#set-up}

```yaml
kind: Depot
spec:
  # 보관할 수 있는 개수
  capacity: 10
  region: north
  isOpen: false
```

서비스로 보냅니다.

```http
POST /depots
Authorization: Bearer {token}

{ "retries": 5, "events": ["parcel.sent"] }
```

{{< note >}}
창고가 가득 차면 명령이 코드 137로 끝납니다.
{{< /note >}}

| 키 | 형식 | 설명 |
|---|---|---|
| label | String | 위에 적힌 내용입니다. |
| doors | Integer | 문의 개수로, 0에서 10까지입니다. |
| depot:lamp | Boolean | 밤에 불이 켜져 있는지 여부입니다. |
| weight | Integer | 허용되는 무게입니다. |

## 제한

`courier install depot`을 실행하고 아래에 &copy;를 적습니다.

![창고](depot.svg)

[안내서](guide.md) 또는 [저희](mailto:help@example.com)에게 보내세요.

[^1]: 종류가 `Depot`인 창고만 그렇습니다.
"""


PAGES = {"fr": FRENCH, "ko": KOREAN}

FAULTS = {
    "setting of the front matter lost": (r"no_list: true\n", ""),
    "word in a list of the front matter": (r"\[north", "[북쪽"),
    "key of an inner mapping": (r"  main:", "  principal:"),
    "attribute of a shortcode": (r"for_version=", "pour_version="),
    "version of a shortcode": (r"v1\.18", "v1.8"),
    "setting of a shortcode": (r'"beta"', '"essai"'),
    "name of a shortcode": (r"\{\{< note", "{{< remarque"),
    "mark of a note lost": (r"\.\[\^1\]", "."),
    "space in the mark of a note": (r"\.\[\^1\]", ".[ ^1]"),
    "note lost": (r"\n\[\^1\]: ", "\n"),
    "mark of a heading": (r"\n## ", "\n##"),
    "wide mark of a heading": (r"\n## ", "\n＃＃ "),
    "mark of an item": (r"\n- ", "\n• "),
    "space behind the mark of an item": (r"\n- ", "\n-"),
    "placeholder in text": (r" \{depot-id\}", " {id-entrepot}"),
    "braces lost in text": (r" \{depot-id\}", " depot-id"),
    "placeholder in a span": (r"/\{depot-id\}`", "/{창고-id}`"),
    "placeholder in a block": (r"\{token\}", "{jeton}"),
    "number among others": (r"25", "20"),
    "date": (r"2023-05-01", "2023-01-05"),
    "unit": (r"Gi", "Mi"),
    "number in a cell": (r"(?<=à |서 )10", "12"),
    "backticks of a name lost": (r"`depots\.write`", "depots.write"),
    "backticks of a word lost": (r"`driver`", "driver"),
    "quotes for backticks": (r"`driver`", "‘driver’"),
    "anchor lost": (r" \{#set-up\}", ""),
    "language of a block with a comment": (r"```yaml", "```yamel"),
    "sign of a comment lost": (r"  # ", "  "),
    "wide sign of a comment": (r"  # ", "  ＃ "),
    "key in a block": (r"capacity:", "taille:"),
    "value in a block": (r"region: north", "region: nord"),
    "switch in a block": (r"isOpen: false", "isOpen: faux"),
    "indentation": (r"  region:", "region:"),
    "key of JSON": (r'"retries"', '"essais"'),
    "name of an event": (r'"parcel\.sent"', '"colis.parti"'),
    "key of a table": (r"\| label \|", "| titre |"),
    "wide sign in a key": (r"depot:lamp", "depot：lamp"),
    "type": (r"\| doors \| Integer", "| doors | String"),
    "line of dashes": (r"\|---\|---\|---\|", "|— |— |— |"),
    "column": (r"(?m)^\|([^|]*)\|[^|]*\|([^|]*)\|$", r"|\1|\2|"),
    "word of a command": (r"courier install depot", "courier installer depot"),
    "entity": (r"&copy;", "&copie;"),
    "end of a comment": (r"\n## ", "\n<!-- guide —>\n\n## "),
    "address of a mail": (r"mailto:help@", "mailto:aide@"),
    "other page": (r"guide\.md", "accueil.md"),
    "link lost": (r"\[([^\]]*)\]\(guide\.md\)", r"\1"),
    "picture lost": (r"!\[.*\n\n", ""),
    "paragraph lost": (r"\n.*`courier install.*\n", ""),
    "heading in English": (r"(?<=\n## ).*(?=\n\n[^\n]*`/depots)", "Before you begin"),
    "item in English": (r"(?<=\n- ).*`driver`.*", "A van with the role `driver` and a very long way."),
    "cell in English": (r"(?<=Integer \| ).*(?= \|)", "How many doors it has, from 0 to 10."),
}
"""What is put in the place of what, as a pattern; a column everywhere, all else once."""


@pytest.mark.parametrize("language", PAGES)
def test_a_right_page_is_silent(language: str) -> None:
    assert seen(language, ENGLISH, PAGES[language]) == []


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(language: str, fault: str) -> None:
    right, wrong = FAULTS[fault]
    damaged, count = re.subn(right, wrong, PAGES[language], count=0 if fault == "column" else 1)
    assert count
    assert seen(language, ENGLISH, damaged), fault
