"""A region writes its report section by section; nobody writes over another unseen."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.names import named
from regions.models import Indicator, RegionalReport, ReportFigure, ReportSection

from .gate import Verdict, held, require_open


class Answer(NamedTuple):
    """One number as a region gives it: a count, "not applicable", or nothing yet."""

    value: int | None = None
    is_applicable: bool = True
    note: str = ""


class Beside(Protocol):
    """What an app above asks in the section: kept with it, or not at all."""

    def keep(self, *, by: User) -> None: ...

    def says_already(self) -> bool: ...


@transaction.atomic
def save_section(
    section: ReportSection,
    *,
    answers: dict,
    figures: Mapping[int, Answer],
    beside: Iterable[Beside] = (),
    version: int,
    by: User,
) -> ReportSection:
    """Keep what was typed in one section, unless somebody saved it after ``version``.

    The same words saved twice are saved once. A draft is told to nobody, so there
    is no Activity; the history of the rows has every version.
    """
    report = held(section.report_id)
    require_open(report)
    mine = ReportSection.objects.filter(pk=section.pk).exclude(verdict=Verdict.PASSED)
    won = mine.filter(version=version).update(
        answers=answers, version=F("version") + 1, saved_at=timezone.now(), saved_by=by
    )
    section.refresh_from_db()
    if won:
        _keep_figures(report, figures)
        _require_parts_within(report, section)
        for one in beside:
            one.keep(by=by)
        RegionalReport.objects.filter(pk=report.pk).update(version=F("version") + 1)
    elif section.is_locked:
        raise RuleBroken(_("ส่วนนี้ผ่านการทบทวนแล้ว จึงแก้ไม่ได้"), code="section-passed")
    elif not _says_already(section, answers, figures, beside):
        raise RuleBroken(_("มีผู้บันทึกส่วนนี้ไปก่อนท่าน"), code="stale")
    return section


def _keep_figures(report: RegionalReport, figures: Mapping[int, Answer]) -> None:
    ReportFigure.objects.bulk_create(
        [
            ReportFigure(report=report, indicator_id=indicator, **answer._asdict())
            for indicator, answer in figures.items()
        ],
        update_conflicts=True,
        unique_fields=["report", "indicator"],
        update_fields=Answer._fields,
    )


def _require_parts_within(report: RegionalReport, section: ReportSection) -> None:
    """A part never exceeds its whole, or a ratio could pass 100 % (promise 22). The refusal aims
    at the number that was asked here."""
    told = dict(report.figures.filter(value__isnull=False).values_list("indicator", "value"))
    here = Q(part__section=section.key) | Q(whole__section=section.key)
    ratios = Indicator.objects.filter(here).select_related("part", "whole")
    for part, whole in ((ratio.part, ratio.whole) for ratio in ratios):
        if whole.pk in told and told.get(part.pk, 0) > told[whole.pk]:
            aim = part if part.section == section.key else whole
            raise RuleBroken({aim.key: _too_much(part, whole, told)}, code="part-exceeds-whole")


def _too_much(part: Indicator, whole: Indicator, told: Mapping[int, int]) -> str:
    return _("“%(part)s” %(n)s มากกว่า “%(whole)s” %(of)s ไม่ได้ โปรดตรวจสองตัวเลขนี้") % {
        "part": named(part),
        "n": f"{told[part.pk]:,}",
        "whole": named(whole),
        "of": f"{told[whole.pk]:,}",
    }


def _says_already(
    section: ReportSection,
    answers: dict,
    figures: Mapping[int, Answer],
    beside: Iterable[Beside],
) -> bool:
    kept = ReportFigure.objects.filter(report=section.report_id, indicator__in=figures)
    told = {
        figure.pop("indicator"): Answer(**figure)
        for figure in kept.values("indicator", *Answer._fields)
    }
    beside_says = all(one.says_already() for one in beside)
    return section.answers == answers and told == figures and beside_says
