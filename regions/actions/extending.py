"""More days for one report: asked for with a reason, and answered with one that all can see."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User
from portal.kernel.thai import long_date
from regions import extension_letters
from regions.models import Extension, RegionalReport

from .gate import State, held

# After the round closes: by then the next month's report is asked for.
MOST_DAYS = 31


@transaction.atomic
def ask_extension(report: RegionalReport, *, until: date, reason: str, by: User) -> Extension:
    """Ask for days until ``until``; one question at a time, and none once the report is sent."""
    report = held(report.pk)
    _refuse_unless_wanted(report)
    _refuse_day(report, until, field="until")
    if not reason.strip():
        raise RuleBroken({"reason": _("โปรดบอกเหตุผล ทุกภาคจะเห็นเหตุผลนี้")})
    with rules_of(Extension):
        extension = Extension.objects.create(
            report=report, until=until, reason=reason, asked_by=by, asked_at=timezone.now()
        )
    extension_letters.promise_asked(extension)
    record("extension.asked", extension, by=by, report=report.pk)
    return extension


@transaction.atomic
def grant_extension(extension: Extension, *, until: date, answer: str, by: User) -> Extension:
    """Grant days until ``until``, which may be another day than was asked for."""
    report = held(extension.report_id)
    extension = _unanswered(extension, by=by)
    _refuse_day(report, until, field="granted_until")
    _answer(extension, answer, is_granted=True, granted_until=until, by=by)
    RegionalReport.objects.filter(pk=report.pk).update(extended_until=until)
    extension.report.extended_until = until
    extension_letters.promise_answered(extension)
    record("extension.granted", extension, by=by, report=report.pk)
    return extension


@transaction.atomic
def withdraw_extension(extension: Extension, *, because: str, by: User) -> Extension:
    """By whoever asked, as long as nobody has answered; withdrawn twice it is withdrawn once."""
    held(extension.report_id)
    extension = _now(extension)
    if by.pk != extension.asked_by_id:
        raise RuleBroken(_("ถอนได้เฉพาะผู้ที่ขอ"), code="not-asker")
    if extension.standing == "withdrawn":
        return extension
    if extension.standing != "waiting":
        raise RuleBroken(_("ผู้ตรวจตอบคำขอนี้ไปก่อนแล้ว จึงถอนไม่ได้"), code="answered")
    if not because.strip():
        raise RuleBroken({"because": _("โปรดบอกว่าถอนเพราะอะไร ทุกภาคจะเห็นเหตุผลนี้")})
    _end(extension, because, is_granted=False, granted_until=None, by=by)
    record("extension.withdrawn", extension, by=by, report=extension.report_id)
    return extension


@transaction.atomic
def refuse_extension(extension: Extension, *, answer: str, by: User) -> Extension:
    held(extension.report_id)
    extension = _unanswered(extension, by=by)
    _answer(extension, answer, is_granted=False, granted_until=None, by=by)
    extension_letters.promise_answered(extension)
    record("extension.refused", extension, by=by, report=extension.report_id)
    return extension


# -- What is refused ----------------------------------------------------------------


def latest_day(report: RegionalReport) -> date:
    return report.round.closes_on + timedelta(days=MOST_DAYS)


def _refuse_unless_wanted(report: RegionalReport) -> None:
    if report.state != State.DRAFT or report.submitted_at:
        text = _("รายงานนี้ส่งแล้ว จึงไม่ต้องขอขยายเวลา ถ้าถูกส่งกลับให้แก้ ยังแก้ได้แม้พ้นวันปิดรับ")
        raise RuleBroken(text, code="sent")
    if timezone.localdate() < report.round.opens_on:
        raise RuleBroken(_("รอบนี้ยังไม่เปิด จึงยังขอขยายเวลาไม่ได้"), code="not-open")


def _refuse_day(report: RegionalReport, until: date, *, field: str) -> None:
    """Later than what already holds, not over, and before the next month's report is late."""
    last, latest = report.on_time_until, latest_day(report)
    if until <= last:
        text = _("ต้องหลังวันที่ %(day)s ซึ่งเป็นวันสุดท้ายที่ถือว่าตรงเวลาอยู่แล้ว")
        raise RuleBroken({field: RuleBroken(text % {"day": long_date(last)}, code="no-later")})
    if until > latest:
        text = ngettext(
            "ขยายได้ไม่เกิน %(days)s วันหลังวันปิดรับ คือไม่เกินวันที่ %(day)s",
            "ขยายได้ไม่เกิน %(days)s วันหลังวันปิดรับ คือไม่เกินวันที่ %(day)s",
            MOST_DAYS,
        ) % {"days": MOST_DAYS, "day": long_date(latest)}
        raise RuleBroken({field: RuleBroken(text, code="too-late")})
    if report.submitted_at is None and until < timezone.localdate():
        raise RuleBroken({field: RuleBroken(_("วันนั้นผ่านไปแล้ว"), code="over")})


def _now(extension: Extension) -> Extension:
    found = Extension.objects.select_related("report__round", "report__unit")
    return found.select_for_update(of=("self",)).get(pk=extension.pk)


def _unanswered(extension: Extension, *, by: User) -> Extension:
    """As it is now, waiting for an answer of anybody but who asked."""
    extension = _now(extension)
    if extension.standing == "withdrawn":
        raise RuleBroken(_("ผู้ขอถอนคำขอนี้แล้ว จึงไม่ต้องตอบ"), code="withdrawn")
    if extension.standing != "waiting":
        raise RuleBroken(_("มีผู้ตอบคำขอนี้ไปก่อนแล้ว"), code="answered")
    if by.pk == extension.asked_by_id:
        raise RuleBroken(_("ผู้ขอตอบคำขอของตนเองไม่ได้"), code="own")
    return extension


def _answer(extension: Extension, answer: str, *, by: User, **decision) -> None:
    if not answer.strip():
        raise RuleBroken({"answer": _("โปรดบอกเหตุผลของคำตอบ ทุกภาคจะเห็นเหตุผลนี้")})
    _end(extension, answer, by=by, **decision)


def _end(extension: Extension, answer: str, *, by: User, **decision) -> None:
    decision |= {"answer": answer, "answered_by": by, "answered_at": timezone.now()}
    for field, value in decision.items():
        setattr(extension, field, value)
    extension.save(update_fields=list(decision))
