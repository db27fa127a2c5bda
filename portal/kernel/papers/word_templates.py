"""What our Word templates are written with, and the plain one: a head and what follows.

Each is an ordinary Word file with fields in double braces, which docxtpl fills.
"""

from functools import cache

from .word_package import WIDTH, package, twips

BOLD = "<w:b/><w:bCs/>"
PEOPLE = [twips(1.2), twips(6), WIDTH - twips(7.7)]  # number, name, position
BESIDE = [WIDTH - twips(7.5), twips(7.5)]  # the number of a letter, and who sends it
# The styles that are one paragraph: bold words before the others.
PARAGRAPHS = (
    "title", "label", "plain", "section", "item", "subject", "text", "decision", "listed",
    "part", "half", "field", "closing", "small", "gap", "letter",
)  # fmt: skip


def paragraph(style: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str, letters: str = "") -> str:
    shape = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return f'<w:r>{shape}<w:t xml:space="preserve">{text}</w:t></w:r>'


def line(style: str, text: str) -> str:
    return paragraph(style, run(text))


def tag(text: str) -> str:
    """A sign to the filling on a line of its own, which is gone when it is filled."""
    return line("plain", f"{{%p {text} %}}")


def when(condition: str, *parts: str) -> str:
    return "".join([tag(f"if {condition}"), *parts, tag("endif")])


def each(name: str, rows: str, *parts: str) -> str:
    return "".join([tag(f"for {name} in {rows}"), *parts, tag("endfor")])


# -- Tables ------------------------------------------------------------------------


def cell(text: str, width: int, style: str = "cell") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{line(style, text)}</w:tc>'


def row(*cells: str, head: bool = False) -> str:
    """On one page, as long as it is no longer than a page."""
    shape = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    return f"<w:tr>{shape}{''.join(cells)}</w:tr>"


def table(widths: list[int], *rows: str, style: str = "TableNormal", left: int = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def of_rows(widths: list[int], rows: str, cells: list[str], left: int = 0) -> str:
    """A table without lines, one row for each of ``rows``."""
    total = sum(widths)
    made = [cell(text, width) for text, width in zip(cells, widths, strict=True)]
    opening = row(cell(f"{{%tr for row in {rows} %}}", total))
    closing = row(cell("{%tr endfor %}", total))
    return table(widths, opening, row(*made), closing, left=left)


def people(rows: str) -> str:
    cells = ["{{ row.no }}.", "{{ row.name }}", "{{ row.detail }}"]
    return of_rows(PEOPLE, rows, cells, left=twips(0.5))


def ruled() -> str:
    """A table of as many columns as there are; how wide each is follows from what stands in it."""
    third = WIDTH // 3

    def loop(name: str, rows: str, style: str) -> list[str]:
        words = (f"{{%tc for {name} in {rows} %}}", f"{{{{ {name} }}}}", "{%tc endfor %}")
        return [cell(text, third, style) for text in words]

    return table(
        [third] * 3,
        row(*loop("name", "it.columns", "heading"), head=True),
        row(cell("{%tr for row in it.rows %}", WIDTH)),
        row(*loop("words", "row", "cell")),
        row(cell("{%tr endfor %}", WIDTH)),
        style="ruled",
    )


# -- Blocks ------------------------------------------------------------------------


def signature(name: str, position: str) -> str:
    return line("sign", f"({name})") + line("signed", position)


def signed_rows() -> str:
    first = when("loop.first", line("sign", "{{ row.0 }}"))
    return each("row", "it.rows", first, when("not loop.first", line("signed", "{{ row.0 }}")))


def blocks(rows: str) -> str:
    """Whatever blocks there are, each as its style says."""
    bold, words = run("{{ it.lead }}", BOLD), run("{{ it.text }}")
    made = {style: paragraph(style, bold, words) for style in PARAGRAPHS} | _tables()
    parts = "".join(
        tag(f'{"elif" if number else "if"} it.style == "{style}"') + made[style]
        for number, style in enumerate(made)
    )
    return each("it", rows, parts, tag("endif"))


def _tables() -> dict[str, str]:
    """The styles that are more than one paragraph."""
    cells = ["{{ row.0 }}", "{{ row.1 }}", "{{ row.2 }}"]
    return {
        "table": ruled() + line("gap", ""),
        "people": of_rows(PEOPLE, "it.rows", cells, left=twips(0.5)),
        "beside": of_rows(BESIDE, "it.rows", cells[:2]),
        "signature": signed_rows(),
        "choices": each("row", "it.rows", line("choice", "☐  {{ row.0 }}")),
        "page": line("page", ""),
    }


# -- A whole template ----------------------------------------------------------------


@cache
def plain_template() -> bytes:
    """สำเนามติ, ระเบียบวาระ, สรุป: a head and what follows."""
    return package(head() + line("gap", "") + blocks("body"))


def head() -> str:
    lines = ("title", "number", "subject", "when", "where")
    return "".join(when(name, line("title", f"{{{{ {name} }}}}")) for name in lines)
