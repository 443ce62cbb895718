"""Rules for a person at a terminal: the list, and one rule explained."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

import click

from doclint.checks import Bad, Good
from doclint.engine import Rule
from doclint.reports.cells import isolated, shown


def listed(rules: Iterable[Rule], *, columns: int) -> str:
    """A line a rule: id, name, severity, whether it can fix, and what it says, cut to the columns."""
    lines = []
    for rule in rules:
        head = f"{rule.id}  {rule.name:28} {rule.severity:8} {'fix' if rule.can_fix else '   '}  "
        lines.append(head + textwrap.shorten(rule.summary, max(columns - len(head), 30), placeholder=" …") + "\n")
    return "".join(lines)


def explained(rule: Rule, *, colour: bool, columns: int) -> str:
    """The rule's help page and examples."""
    fix = "has fixes" if rule.can_fix else "offers no fix"
    if not rule.is_default:
        fix += ", off unless selected"
    title = f"{rule.id} {rule.name}"
    parts = [
        click.style(title, bold=True) if colour else title,
        f"{rule.severity}, needs English ({rule.needs} or better), {fix}"
        if rule.needs
        else f"{rule.severity}, needs no English, {fix}",
        "",
    ]
    for paragraph in rule.help.split("\n\n"):
        parts += [textwrap.fill(" ".join(paragraph.split()), columns), ""]
    parts.append("Reported, the damage between ⟦ and ⟧:")
    for bad in rule.bad:
        parts += ["", *_example(bad)]
    parts += ["", "Left alone:"]
    for good in rule.good:
        parts += ["", *_example(good)]
    return "\n".join(parts) + "\n"


def _example(example: Bad | Good) -> list[str]:
    target = example.target if isinstance(example.target, str) else repr(example.target)
    texts = [("English", example.source), ("target", target), ("fixed", getattr(example, "fixed", None))]
    lines = []
    for name, text in texts:
        if text is not None:
            lines += [f"{name:>9} │ {isolated(shown(line))}" for line in text.splitlines() or [""]]
            lines.append("")
    return lines[:-1]
