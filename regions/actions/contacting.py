"""A reviewer reminds a place of its report, by a letter or by telephone, and it is kept."""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person, User
from portal.kernel.thai import time_of_day
from regions import letters
from regions.models import RegionalReport, ReportContact
from regions.queries import filers_of

from .gate import held

Way = ReportContact.Way


@transaction.atomic
def remind_filers(report: RegionalReport, *, to: Collection[int], by: User) -> ReportContact:
    """One letter to each who answers for the report; at most one such letter a day.

    ``to`` are the persons ``by`` was shown: what was not shown does not leave (promise 16).
    """
    report = held(report.pk)
    people = [one for one in filers_of(report, on=timezone.localdate()) if one.email]
    _refuse_letter(report, people, shown=to)
    contact = _contact(report, Way.LETTER, by=by)
    letters.promise_nudge(contact, to=people)
    record("report.reminded", report, by=by, letters=len(people))
    return contact


@transaction.atomic
def note_phone_call(report: RegionalReport, *, note: str, by: User) -> ReportContact:
    """Somebody was rung, and what they said; the same words twice in a minute are one call."""
    report = held(report.pk)
    a_minute_ago = timezone.now() - timedelta(minutes=1)
    said = report.contacts.filter(way=Way.PHONE, by=by, note=note, at__gte=a_minute_ago)
    if kept := said.first():
        return kept
    contact = _contact(report, Way.PHONE, by=by, note=note)
    record("report.phoned", report, by=by)
    return contact


def _refuse_letter(report: RegionalReport, people: list[Person], *, shown: Collection[int]) -> None:
    if not report.is_editable:
        raise RuleBroken(_("รายงานนี้ส่งแล้ว จึงไม่ต้องเตือน"), code="sent")
    if not people:
        raise RuleBroken(_("ผู้รับผิดชอบไม่มีอีเมล โปรดโทรแล้วบันทึกไว้"), code="no-address")
    if {one.pk for one in people} != set(shown):
        text = _("ผู้รับเปลี่ยนไปจากที่ท่านเห็น โปรดดูรายชื่อและข้อความอีกครั้งก่อนส่ง")
        raise RuleBroken(text, code="others")
    today = timezone.localdate()
    sent = report.contacts.filter(way=Way.LETTER, at__date=today).first()
    if sent:
        raise RuleBroken(
            _("วันนี้เตือนไปแล้วเมื่อ %(time)s ถ้ายังเงียบ ลองโทร") % {"time": time_of_day(sent.at)},
            code="reminded-today",
        )


def _contact(report: RegionalReport, way: str, *, by: User, note: str = "") -> ReportContact:
    return ReportContact.objects.create(report=report, way=way, at=timezone.now(), by=by, note=note)
