"""A region's report as a row: where it stands, who has it, and what was done about it."""

from datetime import date

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from portal.kernel import thai
from regions.clocks import clock_of
from regions.models import Progress, RegionalReport, ReportContact
from regions.sections import section_of
from regions.standing import holder_of, standing_of

State = RegionalReport.State


def row_of(report: RegionalReport, *, on: date) -> dict:
    """State in words and icon; a late region is to be rung, an accepted one has nothing to do."""
    s, words = standing_of(report, on=on)
    return {
        "report": report,
        "region": report.unit.region,
        "s": s,
        "words": words,
        "is_quiet": report.state == State.ACCEPTED,
        "to_phone": report.state == State.DRAFT and report.is_late(on=on),
    }


def region_row(report: RegionalReport, *, on: date) -> dict:
    """With where it is stuck, who has it, how long, and when its place was last reminded."""
    is_over = report.state == State.ACCEPTED
    return row_of(report, on=on) | {
        "stuck": stuck_at(report),
        "holder": "" if is_over else holder_of(report),
        "clock": clock_of(report, now=timezone.now()),
        "contact": contact_in_words(report.contacted),
        "to_contact": report.is_editable,
    }


def stuck_at(report: RegionalReport) -> str:
    """The section sent back, or of a draft the first that nobody has begun."""
    wanted = {State.RETURNED: Progress.BACK, State.DRAFT: Progress.NONE}.get(report.state)
    for number, row in enumerate(report.rows_now, start=1):
        if row.progress == wanted:
            title = section_of(row.key).title
            return _("ส่วนที่ %(number)s %(title)s") % {"number": number, "title": title}
    return ""


def contact_in_words(contacted: dict | None) -> str:
    """How, when and by whom; what left by itself has nobody."""
    if not contacted:
        return ""
    at = thai.moment(parse_datetime(contacted["at"]), now=timezone.now())
    is_phone = contacted["way"] == ReportContact.Way.PHONE
    words = (_("โทรแล้ว %(at)s") if is_phone else _("เตือนแล้ว %(at)s")) % {"at": at}
    by = contacted["by"] or _("ระบบเตือนเอง")
    return f"{words} {by}"
