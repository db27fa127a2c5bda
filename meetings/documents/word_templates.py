"""Our Word templates, made here: what is printed when the secretariat put none of its own in place.

The secretariat takes ours, changes it in Word and puts it in place of ours.
"""

from functools import cache

from portal.kernel.papers.word_package import package, unnumbered
from portal.kernel.papers.word_templates import (
    BESIDE,
    BOLD,
    blocks,
    cell,
    each,
    head,
    line,
    paragraph,
    people,
    plain_template,
    row,
    run,
    signature,
    table,
    when,
)

from .letter import FIELDS

ROLL = {"ผู้มาประชุม": "present", "ผู้ไม่มาประชุม": "absent", "ผู้เข้าร่วมประชุม": "attending"}


def ours(kind: str) -> bytes:
    """What the portal fills where the secretariat has put nothing else in place."""
    match kind:
        case "minutes":
            return minutes_template()
        case "invitation":
            return invitation_template()
    return plain_template()


@cache
def minutes_template() -> bytes:
    """รายงานการประชุม in form 11."""
    unsaid = paragraph("plain", run("ผู้มาประชุม  ", BOLD), run("({{ roll_note }})"))
    return package(
        head()
        + when("roll_note", unsaid)
        + when("not roll_note", *map(_people_called, ROLL))
        + when("not_noted", line("plain", "{{ not_noted }}"))
        + blocks("body")
        + line("label", "{{ ended }}")
        + signature("{{ note_taker }}", "ผู้จดรายงานการประชุม")
        + signature("{{ checker }}", "ผู้ตรวจรายงานการประชุม")
    )


def _people_called(heading: str) -> str:
    rows = ROLL[heading]
    nobody = when(f"not {rows}", line("text", "ไม่มี"))
    return line("label", heading) + nobody + when(rows, people(rows))


@cache
def invitation_template() -> bytes:
    """หนังสือเชิญประชุม: one letter after the other, each with what is sent along."""
    letter = (
        when("not loop.first", line("page", ""))
        + _sender()
        + line("half", "{{ letter.date }}")
        + "".join(_field(name, label) for name, label in FIELDS.items())
        + each("text", "letter.paragraphs", line("letter", "{{ text }}"))
        + line("closing", "{{ letter.closing }}")
        + signature("{{ letter.signatory }}", "{{ letter.signatory_position }}")
        + line("small", "{{ letter.unit }}")
        + when("letter.phone", line("plain", "โทร. {{ letter.phone }}"))
        + blocks("letter.attached")
    )
    return unnumbered(each("letter", "letters", letter))


def _sender() -> str:
    number = cell("ที่  {{ letter.number }}", BESIDE[0])
    agency = cell("{{ letter.agency }}</w:t><w:br/><w:t>{{ letter.address }}", BESIDE[1])
    return table(BESIDE, row(number, agency))


def _field(name: str, label: str) -> str:
    return when(f"letter.{name}", line("field", f"{label}  {{{{ letter.{name} }}}}"))
