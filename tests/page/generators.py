"""Texts of any size that have made Markdown parsers slow."""

from __future__ import annotations

from collections.abc import Callable

Generator = Callable[[int], str]


def repeated(piece: str, *, before: str = "", after: str = "") -> Generator:
    return lambda size: before + piece * (size // len(piece)) + after


def growing(char: str) -> Generator:
    """Runs of one, two, three … of a character."""

    def text(size: int) -> str:
        runs = int((2 * size) ** 0.5)
        return " ".join(char * run for run in range(1, runs))

    return text


def table(columns: int, rows: int) -> Generator:
    return lambda size: (
        "|a" * columns
        + "|\n"
        + "|-" * columns
        + "|\n"
        + ("|b" * columns + "|\n") * min(rows, size // (2 * columns + 2))
    )


GENERATORS: dict[str, Generator] = {
    **{
        f"{piece!r} repeated": repeated(piece)
        for piece in (
            *"a\n\r\t >[]()<*_`#-+|&\\!~:=\0\u2028\ufeff",
            *("](", "*a **a ", "*a_ ", "_a __a ", "**", "a**b", "*a", "a*", "![", "[a](", "[a](b", "[a](<b", '[a](b "', "[]()", "[a]", "[a][b]"),
            *("[a\n", "[a]: b\n", "[a]: b\n\n", '[a]: b "\n', "[a]\n", "[a]:\n", "[]:", "[a]: <\n", "- ", "- a\n", "1. ", "> ", "> a\n", ">\n", "* * a\n"),
            *("    a\n", "    \n", "\t\n", "~~~\n", "```\n", "```a`\n", "a\n-\n", "a\n=", "# a\n", "#\n", "\r\n", "a\r\n", "a  \n", "a\\\n"),
            *("<a b=\"", "<a b='", "<a b", "<a ", "<!--", "<!-- -->", "<!-->", "<?", "<!A", "<![CDATA[", "<![", "</a", "<http:", "<a@", "<b>", "<br>"),
            *("<pre>\n", "<div>\n", "<!--\n", "<a>\n", "<table>\n\n", "&amp;", "&#", "&a", "\\`", "`a` ", "``a` ", "\\|", "`|", "a|b\n", "|a|\n|-|\n", "|-|\n"),
            *("|a\n-\n", "[!NOTE]", "[!INCLUDE [", "[!INCLUDE [a](", "{#", "{", "<a name=\"x\"></a>", "# [a](#tab/b)\n", "- [ ] a\n", "a://b ", "😀", "中", "ع"),
            *(":::", ":::a ", ":::a\n", ":::a b=\"", ":::a[", ":::a{", ":::a b=\"c\"::: ", "::: ", "{{<", "{{< a ", "{{< a\n", "{{< a \"", "{{< a >}}", "{{< a >}}\n", "{{% /a %}}\n"),
            *("{%", "{% a ", "{% a\n", "{% a %}\n", "{{ a", "{{ a.", "{{ a(b\n", "{{ a|", "{/*", "{/* */}\n", "{/*\n", "<A ", "<A b={", "<A b={{", "<A b\n", "<A>\n", "</A>\n", "<A/>\n", "<A.", "<A b=\""),
            *("!!! a\n", "!!! a\n    ", "!!! a a", "!!! a \"", "??? a\n\n", "=== \"a\"\n", "=== \"", "import a\n", "import {", "import a from 'b'\n", "import a from 'b'\n\n", "import ", "export "),
            *("\n> - ", "> - > ", "- > ", ">\t", "-\t", "1)\t", "- a\n  - b\n", "* a\n\n", "1. a\n2. b\n", "> a\nb\n", "> > a\n> b\nc\n", "-\n", "- \n\n", "***\n", "---\n"),
        )
    },
    "nested admonitions": lambda size: "".join("    " * depth + "!!! a\n" for depth in range(int((size / 2) ** 0.5))),
    "admonition of a thousand lines": repeated("    a\n\n", before="!!! a\n"),
    "imports, then braces": repeated("{", before="import a from 'b';\n\n"),
    "imports, then objects": repeated("{a", before="import a from 'b';\n\n", after="}"),
    "imports, then tags": repeated("<A b={c} ", before="import a from 'b';\n\n"),
    "growing backticks": growing("`"),
    "growing tildes": growing("~"),
    "growing asterisks": growing("*"),
    "growing hashes": growing("#"),
    "many links, one definition": repeated("[a]\n", after="\n[a]: b\n"),
    "many references, one definition": repeated("[a][a] ", after="\n\n[a]: b\n"),
    "open brackets, one definition": repeated("[", after="]\n\n[a]: b\n"),
    "nested links": lambda size: "[" * (size // 5) + "a" + "](b)" * (size // 5),
    "nested images": lambda size: "![" * (size // 6) + "a" + "](b)" * (size // 6),
    "nested references": lambda size: "[" * (size // 2) + "a" + "]" * (size // 2) + "\n\n[a]: b\n",
    "nested emphasis": lambda size: "*a " * (size // 6) + "b" + " a*" * (size // 6),
    "nested strong": lambda size: "**a " * (size // 8) + "b" + " a**" * (size // 8),
    "nested parentheses": lambda size: "[a](" + "(" * (size // 2) + ")" * (size // 2) + ")",
    "indented lists": lambda size: "".join("  " * depth + "- a\n" for depth in range(int(size**0.5))),
    "indented quotes": lambda size: "".join("> " * depth + "a\n" for depth in range(int(size**0.5))),
    "lines of deep quotes": repeated("> " * 59 + "a\n"),
    "lines of deep lists": repeated("- " * 29 + "a\n"),
    "one line in a deep list, then lazy ones": repeated("a\n", before="- " * 28),
    "deep list, then indented lines": repeated(" " * 60 + "a\n", before="- " * 28),
    "one item, many indented blocks": repeated("  a\n\n", before="- a\n"),
    "lazy quote": repeated("a\n", before="> "),
    "long title of a definition": repeated("a\n", before='[a]: b "'),
    "long label of a definition": repeated("a\n", before="[", after="]: b"),
    "table of two columns": table(2, 10**9),
    "table of a thousand columns": table(1000, 10**9),
    "table of one row": lambda size: table(size // 6, 1)(size),
    "table of short rows": lambda size: "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|b\n" * (size // 3),
    "header without its table": lambda size: "|a" * (size // 4) + "|\n" + "|-" * (size // 4 - 1) + "|\n",
    "cell of escaped pipes": lambda size: "|a|\n|-|\n|" + "\\|" * (size // 2) + "|\n",
    "cell of code": lambda size: "|a|\n|-|\n|" + "`a` " * (size // 4) + "|\n",
    "open front matter": repeated("a: b\n", before="---\n"),
    "long front matter": repeated("a: b\n", before="---\n", after="---\n"),
    "front matter that is not YAML": repeated("a: b: c\n", before="---\n", after="---\n"),
    "front matter of one long value": repeated("a ", before="---\ntitle: ", after="\n---\n"),
    "side by side": repeated('<span data-ttu-id="'),
    **{
        f"front matter of {piece!r}": lambda size, piece=piece: "---\n" + piece * (min(size, 99_000) // len(piece)) + "\n---\n"
        for piece in ("[", "{", "{a: ", "- ", "? ", "a: ", "&a ", "*a ", "!a ", "'", '"', "|\n", "a:\n", "a: |\n", "#", "[a,", "a\n", " ", "\t", "%", "@")
    },
    "front matter bomb": lambda size: (
        "---\na: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghijklmno", "bcdefghijklmnop", strict=True)) + "---\n"
    ),
    "front matter by depth": lambda size: "---\n" + "".join(" " * depth + "a:\n" for depth in range(min(int(size**0.5), 400))) + "---\n",
}  # fmt: skip
