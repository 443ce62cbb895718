"""A small page with two damaged places, its English, and what it is when they are mended."""

from __future__ import annotations

ENGLISH = """\
---
title: Parcels
---
# Parcels

Use `inTransit` and the header `X-Depot`.

|Member|Value|
|:---|:---|
|inTransit|0|
|delivered|1|
"""
JAPANESE = """\
---
title: 荷物
lang: ja-JP
---
# 荷物

`インントランジット` とヘッダー `X-Depot` を使います。

|メンバー|値|
|:---|:---|
|inTransit|0|
|delivered|1,1|
"""


def repaired(page: str) -> str:
    return page.replace("`インントランジット`", "`inTransit`").replace("1,1", "1")


REPAIRED = repaired(JAPANESE)


def with_digest(page: str) -> str:
    """The page with a digest of some other English in its front matter."""
    return page.replace("lang:", f"ms.openlocfilehash: {'0' * 40}\nlang:")
