"""The six sections of a region's monthly report: what each asks, in the words of the form.

The numbers of a section are the ``Indicator`` rows that name its key. An app above
adds what it knows beside a section with ``show_beside``: it knows this module, and
this module knows nobody above. With ``form`` it also asks something there, which is typed,
autosaved, compared and kept with the section.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import ReportingUnit

Kind = ReportingUnit.Kind
TEXT_LIMIT = 4000
Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text box; boxes of one ``group`` stand together under its name."""

    key: str
    label: Words
    hint: Words = ""
    group: Words = ""


@dataclass(frozen=True)
class Wish:
    """One box to tick."""

    key: str
    label: Words


@dataclass(frozen=True)
class Beside:
    """What another app shows in a section: its template, and what fills it for one report."""

    template: str
    context: Callable[..., dict]
    form: Callable[..., object] | None = None


@dataclass(frozen=True, kw_only=True)
class Section:
    key: str
    number: int
    title: Words
    asked_of: tuple[Kind, ...] = (Kind.REGION,)
    texts: tuple[Text, ...] = ()
    wishes_legend: Words = ""
    wishes_hint: Words = ""
    wishes: tuple[Wish, ...] = ()
    beside: list[Beside] = field(default_factory=list, compare=False)

    @property
    def anchor(self):
        """The section's id on a page."""
        return f"s{self.number}"

    @property
    def groups(self):
        """The text boxes as (group, boxes), in order."""
        return [
            (group, list(texts)) for group, texts in groupby(self.texts, lambda text: text.group)
        ]


def _stream(key: str, name: Words) -> tuple[Text, Text]:
    """One of the four streams, in both its dimensions (S96, S97)."""
    return (
        Text(key=f"{key}_operations", label=_("เชิงปฏิบัติการ"), group=name),
        Text(key=f"{key}_management", label=_("เชิงบริหารจัดการ"), group=name),
    )


SECTIONS = (
    Section(
        key="resolutions",
        number=1,
        title=_("มติที่ต้องตอบ"),
        texts=(
            Text(
                key="answer",
                label=_("ภาคทำอะไรไปแล้วตามมติ"),
                hint=_("เล่าเรื่องที่ยังไม่ได้บอกในคำตอบทีละเรื่อง"),
            ),
            *_stream("restoration", _("การฟื้นฟูชุมชนท้องถิ่น")),
            *_stream("poverty", _("ศตจ.ปชช.")),
            *_stream("certification", _("การรับรองสถานภาพ")),
            *_stream("council", _("สภาองค์กรชุมชน")),
        ),
    ),
    Section(
        key="certification",
        number=2,
        title=_("การรับรองสถานภาพ"),
        asked_of=(Kind.REGION, Kind.PROVINCE),
        texts=(
            Text(
                key="story",
                label=_("เรื่องเด่นของงานรับรองสถานภาพ"),
                hint=_("เล่าสั้น ๆ ว่าเกิดอะไรขึ้น ที่ไหน และใครร่วมด้วย"),
            ),
        ),
    ),
    Section(
        key="areas",
        number=3,
        title=_("พื้นที่รูปธรรม"),
        asked_of=(Kind.REGION, Kind.PROVINCE),
        texts=(
            Text(
                key="movement",
                label=_("ความเคลื่อนไหวของพื้นที่รูปธรรม"),
                hint=_("ตำบลใดก้าวหน้า ตำบลใดพร้อมยกระดับสู่สภาองค์กรชุมชน"),
            ),
        ),
    ),
    Section(
        key="plans",
        number=4,
        title=_("แผนและงบประมาณ"),
        asked_of=(Kind.REGION, Kind.PROVINCE),
        texts=(
            Text(key="progress", label=_("ความคืบหน้าตามแผนปฏิบัติการ 1 ปี")),
            Text(
                key="budget",
                label=_("งบประมาณที่ได้รับและที่ใช้ไป"),
                hint=_("บอกวงเงิน แหล่งที่มา และเรื่องที่ใช้"),
            ),
        ),
    ),
    Section(
        key="highlights",
        number=5,
        title=_("เรื่องเด่นและปัญหา"),
        asked_of=(Kind.REGION, Kind.PROVINCE),
        texts=(
            Text(key="highlights", label=_("เรื่องเด่นของเดือนนี้")),
            Text(key="lessons", label=_("บทเรียน"), hint=_("สิ่งที่ทำได้ตามตั้งใจ สิ่งที่ไม่ได้ และเพราะอะไร")),
            Text(key="problems", label=_("ปัญหาและทางแก้ที่ลองแล้ว")),
        ),
    ),
    Section(
        key="support",
        number=6,
        title=_("สิ่งที่ขอให้หนุนเสริม"),
        wishes_legend=_("เดือนนี้ขอเรื่องใดบ้าง"),
        wishes=(
            Wish("officers", _("เจ้าหน้าที่ร่วมเป็นคณะทำงานกับอนุฯ 67")),
            Wish("budget", _("งบประมาณหนุนเสริมที่ชัดเจน และแจ้งวงเงินทุกเรื่อง")),
            Wish("coordination", _("การประสานงาน โดยเฉพาะภาคีภาครัฐ")),
            Wish("information", _("ระบบข้อมูลที่เป็นปัจจุบัน เช่น เว็บไซต์จังหวัด")),
            Wish("plan", _("แผนปฏิบัติการและแผนยุทธศาสตร์ร่วมกัน 1 ปี")),
            Wish("evaluation", _("ติดตามประเมินผล และตัวชี้วัดร่วมกัน")),
        ),
        texts=(
            Text(
                key="request",
                label=_("รายละเอียดของคำขอ"),
                hint=_("ขออะไร จากใคร เพื่อใช้ที่ไหน และต้องการภายในเมื่อใด"),
            ),
        ),
    ),
)

_BY_KEY = {section.key: section for section in SECTIONS}


def section_of(key: str) -> Section | None:
    return _BY_KEY.get(key)


def sections_for(kind: Kind) -> tuple[Section, ...]:
    """What a unit of this kind is asked, in order."""
    return tuple(section for section in SECTIONS if kind in section.asked_of)


def show_beside(
    key: str,
    template: str,
    context: Callable[..., dict],
    form: Callable[..., object] | None = None,
) -> None:
    """Show ``template``, filled by ``context(report=…, user=…)``, at the head of a section.

    While the section is typed, ``form(data, shown=context, auto_id=…)`` stands there instead: a
    Django form with its own ``template``, ``keep(by=…)``, ``says_already()`` and ``differences()``.
    """
    found = Beside(template, context, form)
    if found not in _BY_KEY[key].beside:
        _BY_KEY[key].beside.append(found)
