"""The JSON schema of a configuration, for editors: made from `keys`, shipped as `doclint/config/schema.json`."""

from __future__ import annotations

import json

from doclint.config.keys import TOP


def schema_text() -> str:
    """The file's content; `python -m doclint.config.schema > doclint/config/schema.json` renews it."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "doclint",
        "description": "doclint.toml, or [tool.doclint] of pyproject.toml",
    }
    return json.dumps(head | TOP.schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
