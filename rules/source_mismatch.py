"""The English that was given is not the page this translation was made from: the digest in its metadata is another one.

What looks like damage may then be another version of the English. Only what can be told apart is
reported: rows with a name of their own, headings with a shared anchor, words that are plainly the
damaged form of a name. Give the repository that the translation names its commit in, or the folder at
that commit. Pages that name no digest are left alone.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Severity, Span, Trust

ID = "DL002"
NAME = "source-mismatch"
SEVERITY = Severity.NOTE
NEEDS = Trust.PAIRED

KEY = "ms.openlocfilehash"

BAD = [
    Bad(
        source="# Parcels\n",
        target=f"---\n{KEY}: ⟦0123456789abcdef0123456789abcdef01234567⟧\n---\n# Посылки\n",
        trust=Trust.PAIRED,
    ),
    Bad(
        source="# Depots\n",
        target=f"---\ntitle: 集配所\n{KEY}: ⟦89abcdef0123456789abcdef0123456789abcdef⟧\n---\n# 集配所\n",
        trust=Trust.PAIRED,
    ),
]
GOOD = [
    Good(
        source="# Parcels\n",
        target=f"---\n{KEY}: 5b1a4b0f1c1ac9a3e4c3aa57e95b2be9f3a3e0f0\n---\n# Посылки\n",
    ),
    Good(source="# Depots\n", target="# 集配所\n", trust=Trust.PAIRED),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.is_mismatched:
        entry = pair.target.front.get(KEY)
        start = pair.target.front.end
        yield Problem(
            span=(entry and entry.span) or Span(start, start),
            found=entry.value if entry else "",
            message="the English is not the page this translation was made from: its digest differs",
            evidence="digest in the metadata",
        )
