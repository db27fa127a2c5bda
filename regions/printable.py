"""The form of one report on paper: the questions of the screen, to be answered with a pen.

Blank, or ``filled`` with the draft as it stands. Keys, sections and questions are those of the
workbook (``workbook.questions``). Like every paper it is Thai whatever the language of the screen.
"""

from itertools import groupby
from math import ceil

from django import forms
from django.utils.translation import override

from portal.kernel import thai
from portal.kernel.letters import address_of
from portal.kernel.names import named
from portal.kernel.papers.forms import Choice, Group, PaperForm, Question, Section

from .forms.elsewhere import as_typed, section_form
from .forms.number import INSTEAD_OF_A_NUMBER
from .models import RegionalReport, ReportingUnit
from .parts import Part
from .workbook.questions import Question as Asked
from .workbook.questions import questions_of

WRITTEN = 55  # letters in one line of handwriting
FEWEST, MOST = 2, 12  # lines for one text
HOW = (
    "ตัวเลข: เขียนในกรอบ หรือกา × หน้าคำตอบข้างใต้เพียงข้อเดียว "
    "ไม่มี (0) ไม่เกี่ยวข้อง และยังไม่รายงาน เป็นสามคำตอบที่ต่างกัน\n"
    "ตัวอักษรเล็กสีเทาคือรหัสของข้อ ผู้พิมพ์ลงพอร์ทัลใช้หาช่องให้ตรงข้อ ถ้าเนื้อที่ไม่พอ เขียนต่อหลังกระดาษพร้อมรหัสของข้อ"
)
SIGNED = ("ผู้กรอก", "วันที่")


def form_on_paper(report: RegionalReport, parts: list[Part], *, by, filled: bool) -> PaperForm:
    with override("th"):
        unit = named(report.unit)
        heading = f"แบบรายงานเดือน{thai.month_and_year(report.round.month)}"
        return PaperForm(
            title=f"{heading} {unit}",
            heading=heading,
            of=unit,
            facts=facts_of(report),
            how=HOW,
            signed=SIGNED,
            foot=f"รายงานเลขที่ {report.pk} ในพอร์ทัล",
            sections=[section_on_paper(part, by=by, filled=filled) for part in parts],
            mark="ร่างตามที่กรอกไว้" if filled else "",
        )


def facts_of(report: RegionalReport) -> list[tuple[str, str]]:
    """Both dates, and where the paper goes when it is filled in."""
    return [
        ("ตรงเวลาถึง", thai.weekday_date(report.on_time_until)),
        ("ปิดรับหลัง", thai.weekday_date(report.closes_on)),
        ("กรอกแล้วส่งให้", receiver_of(report)),
        ("หรือพิมพ์เองที่", address_of(report.get_absolute_url())),
    ]


def receiver_of(report: RegionalReport) -> str:
    """Whoever answers for the place types it in; where nobody does, its office."""
    if report.unit.kind == ReportingUnit.Kind.CENTRE:
        return "กองเลขานุการ"
    place = named(report.unit)
    if report.coordinator:
        return f"{report.coordinator} ผู้ประสานงาน{place}"
    return f"สำนักงาน{named(report.region)}" if report.region else place


# -- Sections --------------------------------------------------------------------------


def section_on_paper(part: Part, *, by, filled: bool) -> Section:
    asked = [] if part.row.is_locked and not filled else questions_on_paper(part, by, filled)
    groups = [
        Group(name, [question for _name, question in questions])
        for name, questions in groupby(asked, key=lambda one: one[0])
    ]
    title = str(part.section.title)
    return Section(str(part.number), part.section.key, title, groups, tuple(said_of(part)))


def said_of(part: Part):
    if part.row.is_locked:
        yield "ผ่านการทบทวนแล้ว ไม่ต้องกรอก"
    elif part.row.reason:
        yield f"ส่งกลับให้แก้: {part.row.reason}"
    if part.row.handed_to:
        yield f"ให้ {part.row.handed_to.person.full_name} กรอกส่วนนี้"


def questions_on_paper(part: Part, by, filled: bool) -> list[tuple[str, Question]]:
    """(the name of its group, a question), in the order of the form."""
    before = texts_before(part, by=by)
    return [
        (asked.group, on_paper(asked, before.get(asked.name, ""), filled=filled))
        for asked in questions_of(part, by=by)
    ]


def texts_before(part: Part, *, by) -> dict[str, str]:
    """What each box said the month before, by which its room is measured."""
    form = section_form(part, by=by)
    return {
        name: text for one in (*form.beside, form) for name, text in one.of_last_month().items()
    }


# -- One question ----------------------------------------------------------------------


def on_paper(asked: Asked, before: str, *, filled: bool) -> Question:
    hint, answer = str(asked.field.help_text), as_typed(asked.box.value()) if filled else ""
    question = Question("line", asked.name, asked.label, hint, asked.is_required, answer)
    if asked.number:
        return number_on_paper(question, asked, filled)
    if asked.words:
        return question._replace(kind="choice", choices=choices_of(asked, question.answer))
    if isinstance(asked.field.widget, forms.Textarea):
        return question._replace(kind="text", lines=lines_for(asked, before))
    return question


def number_on_paper(question: Question, asked: Asked, filled: bool) -> Question:
    chosen = asked.instead.value() if filled else ""
    return question._replace(
        kind="number",
        answer="" if question.answer == "0" else question.answer,
        choices=tuple(Choice(str(words), one == chosen) for one, words in INSTEAD_OF_A_NUMBER),
        known="\n".join(told.replace("\n", " · ") for told in asked.known),
        unit=asked.number.indicator.unit,
        note=as_typed(asked.note.value()) if filled else "",
    )


def choices_of(asked: Asked, answer: str) -> tuple[Choice, ...]:
    return tuple(Choice(words, value == answer) for words, value in asked.words.items())


def lines_for(asked: Asked, before: str) -> int:
    """As many as last month's answer would take by hand, or as tall as the box on the screen."""
    rows = asked.field.widget.attrs.get("rows", FEWEST)
    written = sum(max(ceil(len(line) / WRITTEN), 1) for line in before.splitlines())
    return min(max(written + 1 if written else rows, FEWEST), MOST)
