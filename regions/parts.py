"""One section of one report as a page shows it: what is asked, answered, and was before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel.composed import composed
from portal.kernel.names import named
from portal.kernel.thai import fiscal_year

from .models import (
    Indicator,
    IndicatorTarget,
    Observation,
    RegionalReport,
    ReportAttachment,
    ReportFigure,
    ReportSection,
)
from .queries import NEVER, Was, figures_of, texts_of_last_month
from .queries.attachments import attachments_of
from .queries.gathered import Gathered, gathered_for
from .queries.targets import agreed_for
from .sections import Counted, Section, counted_beside, section_of


@dataclass(frozen=True)
class Number:
    """One number asked, with its answer, what stood there before and what is known already."""

    indicator: Indicator
    figure: ReportFigure | None
    was: Was
    gathered: Gathered | None = None
    counted: Sequence[Counted] = ()
    target: IndicatorTarget | None = None

    @property
    def key(self):
        return self.indicator.key

    @property
    def name(self):
        return named(self.indicator)

    @property
    def is_answered(self):
        return bool(self.figure and self.figure.is_answered)

    @property
    def is_unusual(self):
        return bool(self.figure) and self.was.is_unusual(self.figure.value)

    @property
    def note(self):
        return self.figure.note if self.figure else ""

    @property
    def words(self):
        return words_of(self.figure)

    @property
    def was_words(self):
        """What stands beside the field: last month, and the mean of six."""
        if self.was == NEVER:
            return _("ยังไม่เคยรายงาน")
        return f"{self._last}\n{self._mean}"

    @property
    def last_words(self):
        return "–" if self.was.last is None else f"{self.was.last:,}"

    @property
    def jump(self):
        """An unusual number beside what it is compared with."""
        before = self._mean if self.was.last is None else self._last
        return _("%(before)s เดือนนี้ %(now)s") % {"before": before, "now": f"{self.figure.value:,}"}

    @property
    def _last(self):
        last = _("ยังไม่รายงาน") if self.was.last is None else f"{self.was.last:,}"
        return _("เดือนก่อน %(last)s") % {"last": last}

    @property
    def _mean(self):
        return _("เฉลี่ย 6 เดือน %(mean)s") % {"mean": f"{self.was.mean:,}"}


def words_of(figure: ReportFigure | None) -> str:
    """An answer in words: nought, not applicable and not yet reported are three things."""
    if figure is None or not figure.is_answered:
        return _("ยังไม่รายงาน")
    if not figure.is_applicable:
        return _("ไม่เกี่ยวข้อง")
    return f"{figure.value:,}" if figure.value else _("ไม่มี (0)")


class Lack(NamedTuple):
    """What must be answered before the report is sent, and where it is asked."""

    words: str
    url: str


@dataclass
class Part:
    """A section with its row, its numbers, and the form that asks them if it is asked now."""

    section: Section
    row: ReportSection
    numbers: list[Number]
    form: object = None
    beside: list[dict] = field(default_factory=list)
    attachments: list[ReportAttachment] = field(default_factory=list)
    texts_before: dict = field(default_factory=dict)
    is_open: bool = False
    copied: int = 0  # boxes that just took last month's words
    confirmations: list[Observation] = field(default_factory=list)

    @property
    def number(self):
        """Where it stands in the report it is of."""
        return self.row.position

    @property
    def confirmed(self):
        """How many people saw that it is so, of what it says now."""
        return sum(one.is_of_now for one in self.confirmations)

    @property
    def anchor(self):
        return f"s{self.number}"

    @property
    def state_id(self):
        return f"{self.anchor}-state"

    @property
    def form_id(self):
        return f"{self.anchor}-form"

    @property
    def url(self):
        """Where it stands open on the form."""
        return f"{self.row.report.get_absolute_url()}?part={self.section.key}#{self.anchor}"

    @property
    def save_url(self):
        return reverse("regions:report-section", args=[self.row.report_id, self.section.key])

    @property
    def groups(self):
        """The texts as (group, [(label, text)]), only what was written."""
        told = [
            (
                group,
                [
                    (text.label, self.row.answers[text.key])
                    for text in texts
                    if self.row.answers.get(text.key)
                ],
            )
            for group, texts in self.section.groups_to_read
        ]
        return [(group, texts) for group, texts in told if texts]

    @property
    def wishes(self):
        chosen = self.row.answers.get("wishes", [])
        return [wish.label for wish in self.section.wishes if wish.key in chosen]

    @property
    def is_empty(self):
        told = any(number.is_answered for number in self.numbers)
        beside = any(one.get("is_answered") for one in self.beside)
        return not (self.groups or self.wishes or told or beside or self.attachments)

    @property
    def missing(self):
        """The numbers that must be answered before the report is sent."""
        return [n for n in self.numbers if n.indicator.is_required and not n.is_answered]

    @property
    def lacks(self):
        """The same, and what is half said beside them."""
        asked = [(number.key, number.name) for number in self.missing]
        asked += [lack for one in self.beside for lack in one.get("lacks", ())]
        page = f"{self.row.report.get_absolute_url()}?part={self.section.key}"
        return [Lack(words, f"{page}#{self.anchor}_{box}") for box, words in asked]

    @property
    def unusual(self):
        """Unusual numbers without a note: worth a question, never a refusal."""
        return [number for number in self.numbers if number.is_unusual and not number.note]

    @property
    def words(self):
        """The state in the words of the form, where the usual ones do not say enough."""
        count = len(self.lacks)
        return lacking(count) if self.row.progress == "draft" and count else ""


def lacking(count: int) -> str:
    return ngettext("ยังขาด %(count)s ข้อ", "ยังขาด %(count)s ข้อ", count) % {"count": count}


def parts_of(report: RegionalReport, *, user) -> list[Part]:
    """Every section of a report dressed ``for_page``, in order: as many queries for a full one as
    for an empty one, and those of what other apps show beside it."""
    numbers = numbers_of(report, user=user)
    attachments, before = attachments_of(report), texts_of_last_month(report)
    return [
        Part(
            section=section_of(row.key),
            row=row,
            numbers=numbers.get(row.key, []),
            beside=[_shown(one, report, user) for one in section_of(row.key).beside],
            attachments=attachments.get(row.pk, []),
            texts_before=before.get(row.key, {}),
        )
        for row in report.sections.all()
    ]


def numbers_of(report: RegionalReport, *, user) -> dict[str, list[Number]]:
    """The numbers asked, by key of their section."""
    figures, history = figures_of(report)
    gathered, counted = gathered_for(report), counted_beside(report=report, user=user)
    targets = agreed_for(report, year=fiscal_year(report.round.month))
    found: dict[str, list[Number]] = {}
    for indicator in indicators_asked():
        number = Number(
            indicator,
            figures.get(indicator.pk),
            history.get(indicator.pk, NEVER),
            gathered.get(indicator.pk),
            counted.get(indicator.key, ()),
            targets.get(indicator.pk),
        )
        found.setdefault(indicator.section, []).append(number)
    return found


@composed
def indicators_asked() -> QuerySet[Indicator]:
    return Indicator.objects.asked()


def _shown(beside, report, user):
    shown = beside.context(report=report, user=user)
    return {
        "template": beside.template,
        "form": beside.form,
        "is_asked": bool(beside.form),
        **shown,
    }
