"""A pair of tags, or of colons, that a page opens and never closes is told where it stands, and once."""

from __future__ import annotations

import pytest

from tests.run.beside import unversioned

BOX = ":::caution\nHeavy.\n:::\n\n## Doors\n\nOpen them.\n\n{}:::tip\nPush.\n:::\n"
BANNER = ":::warning\nKein Mensch hat das gelesen.\n:::\n\n"
FRAME = "<Frame>\n  ![Door](door.png)\n</Frame>\n"
STEPS = "<Steps>\n  <Step>\n    1. Open it.\n{}    4. Shut it.\n  </Step>\n</Steps>\n"
TIP = "    <Tip>\n      {}\n    </Tip>\n"
SWITCH = '{{% switch title="{0}" %}}\n\n## {0}\n\nDo {0}.\n\n{{% /switch %}}\n\n'


pytestmark = pytest.mark.usefixtures("folder")


def said(name: str, source: str, target: str) -> list[tuple[int, str]]:
    """The line and the words of all errors."""
    errors = [one for one in unversioned("de", source, target, name) if one["severity"] == "error"]
    return [(one["line"], one["found"] or one["expected"]) for one in errors]


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        pytest.param("a.md", BOX.format(""), BANNER + BOX.format(""), id="a box of the translator's own"),
        pytest.param(
            "a.mdx",
            STEPS.format("\n    <Frame>\n      ![Door](door.png)\n    </Frame>\n" + TIP.format("Ring.")),
            STEPS.format("\n       <Frame>\n         ![Tür](door.png)\n       </Frame>\n\n" + TIP.format("Klingeln.")),
            id="tags that stand deeper",
        ),
        pytest.param(
            "a.mdx", f"Open.\n\n{FRAME}\nShut.\n\n{FRAME}", f"Auf.\n\n{FRAME}\nZu.\n", id="a whole pair that is gone"
        ),
    ],
)
def test_what_is_closed_is_no_error(name: str, source: str, target: str) -> None:
    assert said(name, source, target) == []


@pytest.mark.parametrize(
    ("name", "source", "target", "expected"),
    [
        pytest.param("a.md", BOX.format(""), BANNER + BOX.format(":::\n\n"), [(13, ":::")], id="an end too many"),
        pytest.param(
            "a.md",
            "".join(map(SWITCH.format, ("Open", "Shut", "Lock"))),
            SWITCH.format("Open").replace("{% /switch %}\n", ""),
            [(1, "{% /switch %}")],
            id="an end too few, and the rest is gone",
        ),
        pytest.param("a.mdx", f"Open.\n\n{FRAME}", "Auf.\n\n<Frame>\n\nTür\n", [(3, "</Frame>")], id="a tag left open"),
    ],
)
def test_what_is_not_is_told_once(name: str, source: str, target: str, expected: list[tuple[int, str]]) -> None:
    assert said(name, source, target) == expected
