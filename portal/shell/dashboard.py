"""The home pages of those who are signed in, put together from every app."""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting
from meetings.queries import next_meeting, open_items_for
from portal.kernel import thai
from portal.kernel.models import Outbox, User
from portal.shell import (
    answers_due,
    gathering,
    lent,
    minutes_due,
    own_region,
    punctuality,
    rhythm,
    trending,
    waiting,
)
from portal.shell.checklist import checklist_of
from portal.shell.queries import (
    METRICS,
    coming_meeting,
    figures_of,
    latest_figures,
    latest_result,
    map_of,
    metric_label,
    month_of_reports,
    own_seats,
    put_off,
    unfinished_resolutions,
)
from portal.shell.who import who_is
from regions.clocks import clock_of
from regions.models import Progress, RegionalPost, RegionalReport, ReportContact, rights_of
from regions.sections import section_of
from regions.standing import holder_of, standing_of

MOST_WAITING = 3  # on a member's home: the rest stands on its own page
MOST_RESOLUTIONS = 5
State = RegionalReport.State


def page(user: User, metric: str, *, on: date) -> dict:
    """The secretariat's month: to do, who is late, the next meeting, promises, the picture."""
    month = month_of_reports(user, on=on)
    meeting = coming_meeting(user, on=on)
    unfinished = unfinished_resolutions(user, on=on)
    broken = Outbox.objects.broken().count()
    owed = answers_due.owed_by_centre(user, on=on)
    rates = trending.rates_by_month(month.round, on=on)
    chosen = metric if metric in METRICS else METRICS[0]
    is_reader = not rights_of(user).is_secretariat
    return {
        "today": on,
        "is_reader": is_reader,
        "lead": lead_of(month, meeting, on=on),
        "waiting": waiting.for_secretariat(
            month,
            meeting,
            put_off(user),
            unfinished,
            broken,
            missed=rhythm.for_centre(on=on)
            + minutes_due.for_centre(on=on)
            + owed.lines
            + gathering.extensions(user, on=on)
            + gathering.revisions(user, on=on),
            on=on,
        ),
        "month": month,
        "rows": [region_row(report, on=on) for report in month.reports],
        "punctuality": punctuality.of_round(
            user, month.round, rates.get(month.round and month.round.month, {}), on=on
        ),
        "tally": tally_of(month),
        "figures": latest_figures(),
        "meeting": meeting,
        "checklist": checklist_of(meeting, on=on),
        "unfinished": unfinished[:MOST_RESOLUTIONS],
        "unfinished_count": len(unfinished),
        "owed": owed,
        "trends": trending.trends_until(month.round, rates),
        "map": map_of(chosen, month.round, on=on),
        "jumps": jumps(is_reader),
        "metrics": [metric_link(name, chosen) for name in METRICS],
    }


def metric_link(name, chosen):
    return {"url": f"?metric={name}#map", "label": metric_label(name), "is_current": name == chosen}


def jumps(is_reader):
    """On a phone the page is long."""
    return [
        {"url": "#todo", "label": _("กองเลขาฯ ต้องทำ") if is_reader else _("ต้องทำ")},
        {"url": "#reports", "label": _("รายงานภาค")},
        {"url": "#promises", "label": _("มติที่ยังไม่เสร็จ")},
        {"url": "#next", "label": _("การประชุมครั้งต่อไป")},
        {"url": "#requests", "label": _("คำขอที่ค้างตอบ")},
        {"url": "#figures", "label": _("ตัวเลข")},
        {"url": "#trends", "label": _("แนวโน้ม")},
        {"url": "#map", "label": _("จังหวัด")},
    ]


# -- The month in a sentence --------------------------------------------------------


def lead_of(month, meeting, *, on) -> list[str]:
    return [reports_in_words(month, on=on), meeting_in_words(meeting, on=on)]


def reports_in_words(month, *, on) -> str:
    if not month.reports:
        return _("ยังไม่มีรายงานรอบนี้")
    last = month.round.on_time_until
    when = thai.month_and_year(month.round.month), thai.short_date(last)
    due = _("รายงานรอบเดือน%s ครบกำหนด %s") if last >= on else _("รายงานรอบเดือน%s ครบกำหนดแล้วเมื่อ %s")
    total = len(month.reports)
    sent = ngettext("ส่งแล้ว %(sent)s จาก %(total)s ภาค", "ส่งแล้ว %(sent)s จาก %(total)s ภาค", total)
    return f"{due % when} {sent % {'sent': len(month.sent), 'total': total}}"


def meeting_in_words(meeting, *, on) -> str:
    if meeting is None:
        return _("ยังไม่มีการประชุมครั้งต่อไปที่วางแผนไว้")
    if meeting.state == Meeting.State.POSTPONED:
        return _("การประชุมครั้งที่ %(meeting)s เลื่อนโดยยังไม่กำหนดวัน") % {"meeting": meeting}
    if meeting.expected_in_words:
        return _("การประชุมครั้งต่อไปคาดว่าจัด%(when)s") % {"when": meeting.expected_in_words}
    if meeting.starts_on is None:
        return _("การประชุมครั้งต่อไปยังไม่มีวันนัดที่แน่นอน")
    if meeting.state == Meeting.State.PLANNED:
        return _("การประชุมวันที่ %(days)s ยังไม่ได้ส่งหนังสือเชิญ") % {
            "days": thai.date_range(meeting.starts_on, meeting.ends_on)
        }
    return _("การประชุมครั้งที่ %(meeting)s วันที่ %(days)s %(left)s") % {
        "meeting": meeting,
        "days": thai.date_range(meeting.starts_on, meeting.ends_on),
        "left": days_left(meeting, on=on),
    }


def days_left(meeting, *, on) -> str:
    if meeting.state == Meeting.State.IN_SESSION:
        return _("กำลังประชุม")
    days = (meeting.starts_on - on).days
    if days <= 0:
        return _("กำลังประชุม") if days < 0 else _("คือวันนี้")
    return ngettext("อีก %(days)s วัน", "อีก %(days)s วัน", days) % {"days": days}


# -- One region's row ----------------------------------------------------------------


def row_of(report, *, on) -> dict:
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


def region_row(report, *, on) -> dict:
    """With where it is stuck, who has it, how long, and when its place was last reminded."""
    is_over = report.state == State.ACCEPTED
    return row_of(report, on=on) | {
        "stuck": stuck_at(report),
        "holder": "" if is_over else holder_of(report),
        "clock": clock_of(report, now=timezone.now()),
        "contact": contact_in_words(report.contacted),
        "to_contact": report.is_editable,
    }


def stuck_at(report) -> str:
    """The section sent back, or of a draft the first that nobody has begun."""
    wanted = {State.RETURNED: Progress.BACK, State.DRAFT: Progress.NONE}.get(report.state)
    for number, row in enumerate(report.rows_now, start=1):
        if row.progress == wanted:
            title = section_of(row.key).title
            return _("ส่วนที่ %(number)s %(title)s") % {"number": number, "title": title}
    return ""


def contact_in_words(contacted) -> str:
    """How, when and by whom; what left by itself has nobody."""
    if not contacted:
        return ""
    at = thai.moment(parse_datetime(contacted["at"]), now=timezone.now())
    is_phone = contacted["way"] == ReportContact.Way.PHONE
    words = (_("โทรแล้ว %(at)s") if is_phone else _("เตือนแล้ว %(at)s")) % {"at": at}
    by = contacted["by"] or _("ระบบเตือนเอง")
    return f"{words} {by}"


def tally_of(month) -> list[dict]:
    """Counts of the round, each a link to its list."""
    counted = {
        "accepted": (len(month.in_state(State.ACCEPTED)), _("ผ่านแล้ว")),
        "submitted": (len(month.in_state(State.SUBMITTED)), _("รอตรวจ")),
        "in_review": (len(month.in_state(State.IN_REVIEW)), _("กำลังตรวจ")),
        "returned": (len(month.in_state(State.RETURNED)), _("ส่งกลับให้แก้")),
        "draft": (len(month.in_state(State.DRAFT)), _("ยังไม่ส่ง")),
    }
    return [
        {
            "value": value,
            "words": words,
            "url": f"{reports_url(month)}&state={state}",
            "is_current": False,
        }
        for state, (value, words) in counted.items()
    ]


def reports_url(month) -> str:
    round_of = f"{month.round.month:%Y-%m}" if month.round else ""
    return f"{reverse('regions:report-list')}?round={round_of}"


# -- A region's people and members ----------------------------------------------------


def my_page(user: User, *, on: date) -> dict:
    """The next meeting, what waits for me, the last results, my region and seat; for whoever has
    a region also what it asked, and of its office what its provinces sent."""
    who = who_is(user, on=on)
    reports = reports_of(user, who, on=on) if who.region else []
    open_reports = [report for report in reports if report.is_open(on=on)]
    items = open_items_for(user, on=on)
    missed = rhythm.for_region(user, on=on) if who.files_reports else []
    missed += answers_due.for_region(who.region, on=on) if who.files_reports else []
    missed += minutes_due.for_person(user, on=on) + gathering.for_person(user, on=on)
    missed += lent.for_person(user, on=on)
    waits = waiting.for_region(
        user, open_reports, items, missed=missed, on=on, files=who.files_reports or who.provinces
    )
    return {
        "today": on,
        "who": who,
        "meeting": next_meeting(user, on=on),
        "waiting": waits[:MOST_WAITING],
        "waiting_count": len(waits),
        "all_waiting_url": waiting.items_of(who.region),
        "result": latest_result(user, who.region, on=on),
        "report": row_of(reports[0], on=on) if reports else None,
        "of_provinces": [row_of(report, on=on) for report in latest_of_provinces(reports)],
        "gathered": own_region.gathered_by(user, who, on=on),
        "asked": own_region.asked_by(who, on=on),
        "figures": figures_of(who.region),
        "seats": own_seats(user, on=on),
    }


def reports_of(user, who, *, on) -> list[RegionalReport]:
    """The latest three months of the person's region or, of whoever speaks only for provinces,
    of those: as far as ``user`` may see them."""
    speaks_for_region = set(who.posts) - {RegionalPost.Role.PROVINCIAL} or not who.provinces
    if speaks_for_region:
        own = Q(unit__region=who.region)
    else:
        own = Q(unit__province__in=[province.code for province in who.provinces])
    reports = RegionalReport.objects.visible_to(user).filter(own).order_by("-round__month", "pk")
    months = 3 * max(1, len(who.provinces))
    return list(reports.select_related("round", "unit__region", "unit__province")[:months])


def latest_of_provinces(reports) -> list[RegionalReport]:
    """Of whoever speaks for provinces the latest report of each; ``reports`` are latest first."""
    latest = {}
    for report in reports:
        if report.unit.province_id:
            latest.setdefault(report.unit_id, report)
    return list(latest.values())
