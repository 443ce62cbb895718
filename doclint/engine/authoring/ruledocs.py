"""The rules as a page of documentation: rules/README.md is made by this and never by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from doclint.checks import Bad, Good
from doclint.engine.rulebook import PREFIX, Rule

GROUPS = {
    "DL0": "The page as a whole",
    "DL1": "Tables and values",
    "DL2": "Names in text",
    "DL3": "Code and examples",
    "DL4": "Links, anchors, directives",
    "DL5": "Markup",
}

HEAD = """# The rules

Made by `doclint rules --markdown` from the rules themselves; edit those. ⟦ ⟧ mark what is reported.
`doclint explain RULE` shows the same in a terminal. A rule whose source is *alone* needs no English; else its row says
how well the English must be known ([what the words mean](../docs/sources-and-layouts.md))."""


def markdown(rules: Iterable[Rule]) -> str:
    """One page: a table of all rules, then each with its help and examples."""
    rules = list(rules)
    parts = [index(rules, "#{}").rstrip()]
    parts += ["\n" + page(rule, level=2).rstrip() for rule in rules]
    return "\n".join(parts) + "\n"


def index(rules: Iterable[Rule], address: str = "{}.md") -> str:
    """A page with a table of the rules of each group; `address` is a rule's page, {} its name."""
    parts = [HEAD]
    for title, members in groups(rules):
        parts += [f"\n## {title}\n", "| id | rule | says | severity | source | fix |", "|---|---|---|---|---|---|"]
        for rule in members:
            said = rule.summary.replace("|", "\\|")
            severity = f"{rule.severity}" if rule.is_default else f"{rule.severity}, off"
            fix = "yes" if rule.can_fix else ""
            link = f"[{rule.name}]({address.format(rule.name)})"
            parts.append(f"| {rule.id} | {link} | {said} | {severity} | {rule.needs} | {fix} |")
    return "\n".join(parts) + "\n"


def groups(rules: Iterable[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """The rules by what they are about, each group with its title; those of a pack stand together."""
    for group, members in groupby(rules, key=lambda rule: rule.id[:3] if rule.prefix == PREFIX else rule.prefix):
        yield GROUPS.get(group, group if group[-1].isalpha() else f"{group}xx"), list(members)


def page(rule: Rule, level: int = 1) -> str:
    """The help of one rule with its examples, its heading at a level."""
    mark = "#" * level
    parts = [f"{mark} {rule.name}", "", _facts(rule), "", rule.help.strip(), "", f"{mark}# Reported", ""]
    for example in rule.bad:
        parts += _example(example)
    parts += [f"{mark}# Left alone", ""]
    for good in rule.good:
        parts += _example(good)
    return "\n".join(parts).rstrip() + "\n"


def _facts(rule: Rule) -> str:
    default = "" if rule.is_default else ", off unless selected"
    fix = "has fixes" if rule.can_fix else "offers no fix"
    needs = f"needs English ({rule.needs} or better)" if rule.needs else "needs no English"
    return f"`{rule.id}`, {rule.severity}, {needs}, {fix}{default}"


def _example(example: Bad | Good) -> Iterator[str]:
    target = example.target if isinstance(example.target, str) else repr(example.target)
    texts = [("English", example.source), ("Translation", target), ("Fixed", getattr(example, "fixed", None))]
    for name, text in texts:
        if text is not None:
            fence = _fence(text)
            yield from (f"{name}:", "", f"{fence}text", text.rstrip("\n").replace("\r", "␍"), fence, "")


def _fence(text: str) -> str:
    """A fence longer than any in the text."""
    length = 3
    while "`" * length in text:
        length += 1
    return "`" * length
