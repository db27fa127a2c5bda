"""A reviewer reminds a place of its report, by a letter or by telephone, and it is kept."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.thai import time_of_day
from regions import letters
from regions.models import RegionalReport, ReportContact
from regions.queries import filers_of

from .gate import held

Way = ReportContact.Way


@transaction.atomic
def remind_filers(report: RegionalReport, *, by: User) -> ReportContact:
    """One letter to each who answers for the report; at most one such letter a day."""
    report = held(report.pk)
    people = [one for one in filers_of(report, on=timezone.localdate()) if one.email]
    _refuse_letter(report, people)
    contact = _contact(report, Way.LETTER, by=by)
    letters.promise_nudge(contact, to=people)
    record("report.reminded", report, by=by, letters=len(people))
    return contact


@transaction.atomic
def note_phone_call(report: RegionalReport, *, note: str, by: User) -> ReportContact:
    """Somebody was rung, and what they said."""
    report = held(report.pk)
    contact = _contact(report, Way.PHONE, by=by, note=note)
    record("report.phoned", report, by=by)
    return contact


def _refuse_letter(report, people):
    if not report.is_editable:
        raise RuleBroken(_("รายงานนี้ส่งแล้ว จึงไม่ต้องเตือน"), code="sent")
    if not people:
        raise RuleBroken(_("ผู้รับผิดชอบไม่มีอีเมล โปรดโทรแล้วบันทึกไว้"), code="no-address")
    today = report.contacts.filter(way=Way.LETTER, at__date=timezone.localdate()).first()
    if today:
        raise RuleBroken(
            _("วันนี้เตือนไปแล้วเมื่อ %(time)s ถ้ายังเงียบ ลองโทร") % {"time": time_of_day(today.at)},
            code="reminded-today",
        )


def _contact(report, way, *, by, note=""):
    return ReportContact.objects.create(
        report=report, way=way, at=timezone.now(), by=by, note=note
    )
