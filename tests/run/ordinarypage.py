"""One ordinary page of documentation and its right translations into two languages, for a fault at a time."""

from __future__ import annotations

ENGLISH = """\
---
title: Send a parcel
description: How a depot takes parcels in.
layout: guide
weight: 20
toc: true
---

# Send a parcel

The depot takes parcels of up to 250 grams since version 2.4 of the service, and the
address is `https://example.com/depots`. See the [list of depots](depots/list.md)
and the [rules](https://example.com/rules?lang=any#weight).

[!INCLUDE [warning](../includes/warning.md)]

> [!NOTE]
> The depot is closed at night.

## Before you start

Install the tool with `parcelctl init` and set `PARCEL_TOKEN` for {account-id}.

* A scanner that knows `labelKind`.
* A token of at least 32 signs.
* Paper for labels.

## Send the request

<!-- { "blockType": "request", "name": "send_parcel", "sample": "a" } -->
```http
POST https://example.com/depots/{depot-id}/parcels HTTP/1.1
Content-Type: application/json
```

The body is a JSON object:

```json
{
  "labelKind": "express",
  "weight": 250,
  "isFragile": false
}
```

The same in a program:

```python
from parcels import Depot

depot = Depot("north", timeout=30)
if depot.is_open and depot.count < 5:
    depot.send(label="express")
```

### Answer

The service answers with `201 Created`. It says 404 Not Found where no depot has that number.

| Property | Type | Description |
|:---|:---|:---|
| labelKind | String | What is printed on the label. |
| weight | Int32 | At most 250 grams. |
| state | parcelState | One of `waiting`, `sent` and `lost`. |

## What is next

Print the label twice. Then read [how to follow a parcel](follow-parcel.md) and
choose <kbd>Ctrl</kbd>+<kbd>P</kbd> in the program.

![Depot at night](../media/depot-night.png)
"""

GERMAN = """\
---
title: Ein Paket senden
description: Wie ein Depot Pakete annimmt.
layout: guide
weight: 20
toc: true
---

# Ein Paket senden

Das Depot nimmt seit Version 2.4 des Dienstes Pakete bis 250 Gramm an, und die
Adresse ist `https://example.com/depots`. Siehe die [Liste der Depots](depots/list.md)
und die [Regeln](https://example.com/rules?lang=any#weight).

[!INCLUDE [warning](../includes/warning.md)]

> [!NOTE]
> Das Depot ist nachts geschlossen.

## Bevor Sie beginnen

Installieren Sie das Werkzeug mit `parcelctl init` und setzen Sie `PARCEL_TOKEN` für {account-id}.

* Einen Scanner, der `labelKind` kennt.
* Ein Token aus mindestens 32 Zeichen.
* Papier für Etiketten.

## Die Anforderung senden

<!-- { "blockType": "request", "name": "send_parcel", "sample": "a" } -->
```http
POST https://example.com/depots/{depot-id}/parcels HTTP/1.1
Content-Type: application/json
```

Der Rumpf ist ein JSON-Objekt:

```json
{
  "labelKind": "express",
  "weight": 250,
  "isFragile": false
}
```

Dasselbe in einem Programm:

```python
from parcels import Depot

depot = Depot("north", timeout=30)
if depot.is_open and depot.count < 5:
    depot.send(label="express")
```

### Antwort

Der Dienst antwortet mit `201 Created`. Er sagt 404 Not Found, wo kein Depot diese Nummer hat.

| Eigenschaft | Typ | Beschreibung |
|:---|:---|:---|
| labelKind | String | Was auf das Etikett gedruckt wird. |
| weight | Int32 | Höchstens 250 Gramm. |
| state | parcelState | `waiting`, `sent` oder `lost`. |

## Wie es weitergeht

Drucken Sie das Etikett zweimal. Lesen Sie dann, [wie man einem Paket folgt](follow-parcel.md), und
wählen Sie im Programm <kbd>Ctrl</kbd>+<kbd>P</kbd>.

![Depot bei Nacht](../media/depot-night.png)
"""

JAPANESE = """\
---
title: 小包を送る
description: 集配所が小包を受け取る方法。
layout: guide
weight: 20
toc: true
---

# 小包を送る

集配所はサービスのバージョン 2.4 から 250 グラムまでの小包を受け取ります。
アドレスは `https://example.com/depots` です。[集配所の一覧](depots/list.md)と
[規則](https://example.com/rules?lang=any#weight)を参照してください。

[!INCLUDE [warning](../includes/warning.md)]

> [!NOTE]
> 集配所は夜間は閉まっています。

## 始める前に

`parcelctl init` でツールをインストールし、{account-id} に `PARCEL_TOKEN` を設定します。

* `labelKind` を読めるスキャナー。
* 32 文字以上のトークン。
* ラベル用の紙。

## 要求を送る

<!-- { "blockType": "request", "name": "send_parcel", "sample": "a" } -->
```http
POST https://example.com/depots/{depot-id}/parcels HTTP/1.1
Content-Type: application/json
```

本文は JSON オブジェクトです。

```json
{
  "labelKind": "express",
  "weight": 250,
  "isFragile": false
}
```

プログラムでは次のようになります。

```python
from parcels import Depot

depot = Depot("north", timeout=30)
if depot.is_open and depot.count < 5:
    depot.send(label="express")
```

### 応答

サービスは `201 Created` を返します。その番号の集配所がない場合は 404 Not Found と返します。

| プロパティ | 型 | 説明 |
|:---|:---|:---|
| labelKind | String | ラベルに印刷されるもの。 |
| weight | Int32 | 最大 250 グラム。 |
| state | parcelState | `waiting`、`sent`、`lost` のいずれか。 |

## 次のステップ

ラベルを 2 回印刷します。次に[小包を追跡する方法](follow-parcel.md)を読み、
プログラムで <kbd>Ctrl</kbd>+<kbd>P</kbd> を選びます。

![夜の集配所](../media/depot-night.png)
"""

PAGES = {"de": GERMAN, "ja": JAPANESE}
