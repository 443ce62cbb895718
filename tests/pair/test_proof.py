"""Digests of the source that a page keeps: those of known translators, and those that a team configures."""

from __future__ import annotations

import hashlib

import pytest

from doclint.page import frontmatter
from doclint.page.markdown import parse
from doclint.pair import Pair, digest
from doclint.pair.policy import Policy
from doclint.text import Trust

SOURCE = b"# Parcel\n\nOne lane.\n"
CRLF = SOURCE.replace(b"\n", b"\r\n")


def hashed(algorithm: str, data: bytes) -> str:
    return hashlib.new(algorithm, data, usedforsecurity=False).hexdigest()


@pytest.mark.parametrize("data", [SOURCE, CRLF], ids=["raw", "crlf"])
@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
@pytest.mark.parametrize("prefix", ["", "{}:", "{}-"])
def test_a_configured_key_may_hold_any_common_digest(data: bytes, algorithm: str, prefix: str) -> None:
    value = prefix.format(algorithm.upper()) + hashed(algorithm, data).upper()
    text = f"---\ndepot-digest: {value}\n---\n# Посылка\n"
    front = frontmatter.read(text)
    assert digest.is_proven(front, SOURCE, text) is None, "nobody configured the key"
    assert digest.is_proven(front, SOURCE, text, ["depot-digest"]) is True
    assert digest.is_proven(front, SOURCE + b"x", text, ["depot-digest"]) is False


def test_a_value_that_is_no_digest_proves_nothing() -> None:
    text = "---\ndepot-digest: latest\n---\n"
    assert digest.is_proven(frontmatter.read(text), SOURCE, text, ["depot-digest"]) is False


def test_a_pair_knows_the_teams_keys() -> None:
    text = f"---\ndepot-digest: {hashed('sha256', b'other')}\n---\n# 荷物\n"
    target, source = parse(text, "ja.md"), parse(SOURCE.decode(), "en.md")
    assert not Pair(target, source, Trust.PAIRED).is_mismatched
    assert Pair(target, source, Trust.PAIRED, policy=Policy(digest_keys=("depot-digest",))).is_mismatched
