"""How often pages are read: `--weights views.csv`, so that the share of pages affected is one of readers."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from doclint.text.errors import ConfigError


@dataclass(slots=True)
class Weights:
    """Views by path or published address, and what of them was met so far."""

    views: dict[str, float] = field(default_factory=dict)
    total: float = 0
    affected: float = 0
    met: int = 0
    """Pages that the file names."""

    def of(self, path: str, address: str) -> float | None:
        """The views of a page, by the first of its names that the file has; None where it has none."""
        return self.views.get(path, self.views.get(address) if address else None)

    def add(self, path: str, address: str, *, is_affected: bool) -> None:
        """Count a page."""
        views = self.of(path, address)
        if views is not None:
            self.met += 1
            self.total += views
            self.affected += views if is_affected else 0


def read_weights(file: str) -> Weights:
    """The columns `path` and `views` of a CSV file. Raises ConfigError."""
    weights = Weights()
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            if not {"path", "views"} <= set(reader.fieldnames or ()):
                raise ConfigError(f'{file}: needs the columns "path" and "views"')
            for row in reader:
                number = _number(row["views"])
                if number is None or not row["path"]:
                    raise ConfigError(f"{file}:{reader.line_num}: needs a path and a number of views")
                weights.views[row["path"]] = weights.views.get(row["path"], 0) + number
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"{file} cannot be read: {error}") from None
    return weights


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None
