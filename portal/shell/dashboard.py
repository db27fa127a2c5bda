"""The secretariat's month, put together from every app."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import ActionItem, Meeting
from meetings.views.tallies import progress
from portal.kernel import thai
from portal.kernel.models import Outbox, User
from portal.shell import answers_due, gathering, minutes_due, punctuality, rhythm, trending, waiting
from portal.shell.checklist import checklist_of
from portal.shell.queries import (
    METRICS,
    Month,
    centre_reports_to_file,
    coming_meeting,
    latest_figures,
    map_of,
    metric_label,
    month_of_reports,
    put_off,
    unfinished_resolutions,
)
from portal.shell.region_rows import region_row
from regions.addresses import rate_url
from regions.models import RegionalReport, ReportRound, rights_of

MOST_RESOLUTIONS = 5  # the others stand folded under them
State = RegionalReport.State


def page(user: User, metric: str, *, on: date) -> dict:
    """The secretariat's month: to do, who is late, the next meeting, promises, the picture."""
    month, meeting = month_of_reports(user, on=on), coming_meeting(user, on=on)
    unfinished = unfinished_resolutions(user, on=on)
    owed = answers_due.owed_by_centre(user, on=on)
    return {
        **head(user, month, meeting, on=on),
        **to_do(user, month, meeting, unfinished, owed, on=on),
        **reports_of_month(user, month, on=on),
        **promises(unfinished),
        "workstreams": workstreams(user, on=on),
        **picture(metric, month.round, on=on),
        "checklist": checklist_of(meeting, on=on),
        "owed": owed,
        "figures": latest_figures(),
    }


def head(user: User, month: Month, meeting: Meeting | None, *, on: date) -> dict:
    is_reader = not rights_of(user).is_secretariat
    return {
        "today": on,
        "is_reader": is_reader,
        "meeting": meeting,
        "lead": lead_of(month, meeting, on=on),
        "jumps": jumps(is_reader),
    }


def to_do(user: User, month: Month, meeting, unfinished: list, owed, *, on: date) -> dict:
    broken = Outbox.objects.broken().count()
    missed = missed_by_centre(user, owed, on=on)
    due = waiting.for_secretariat(
        month, meeting, put_off(user), unfinished, broken, missed=missed, on=on
    )
    return waiting.folded(due, most=waiting.MOST)


def missed_by_centre(user: User, owed: answers_due.Owed, *, on: date) -> list[waiting.Waiting]:
    """Meetings nobody called, minutes awaited, what regions wait to hear, and the centre's own
    report."""
    return [
        *(waiting.filing(report, on=on) for report in centre_reports_to_file(user, on=on)),
        *rhythm.for_centre(on=on),
        *minutes_due.for_centre(on=on),
        *owed.lines,
        *gathering.for_centre(user),
        *gathering.extensions(user),
        *gathering.revisions(user),
        *gathering.targets(user),
        *gathering.observations(user),
    ]


def reports_of_month(user: User, month: Month, *, on: date) -> dict:
    """The eight regions, how punctual they and the centre are, and the twelve months before."""
    rates = trending.rates_by_month(month.round, on=on)
    of_month = rates.get(month.round.month, {}) if month.round else {}
    return {
        "month": month,
        "rows": [region_row(report, on=on) for report in month.reports],
        "sent": sent_in_words(month, of_month),
        "tally": tally_of(month),
        "punctuality": punctuality.of_round(user, month.round, of_month, on=on),
        "trends": trending.trends_until(month.round, rates),
    }


def promises(unfinished: list) -> dict:
    return {
        "unfinished": unfinished[:MOST_RESOLUTIONS],
        "more_unfinished": unfinished[MOST_RESOLUTIONS:],
        "unfinished_count": len(unfinished),
    }


def workstreams(user: User, *, on: date) -> list[dict]:
    """How far the three urgent ones are; each number leads to its list (S35)."""
    counts = ActionItem.objects.visible_to(user).counted(on=on)
    return progress(reverse("meetings:action-item-list"), {}, counts)


def picture(metric: str, report_round: ReportRound | None, *, on: date) -> dict:
    chosen = metric if metric in METRICS else METRICS[0]
    return {
        "map": map_of(chosen, report_round, on=on),
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
    return due % when


def sent_in_words(month, rates) -> dict | None:
    """Out of the one library of rates, and a link to the list that says the same."""
    rate = rates.get("completeness")
    if rate is None:
        return None
    words = ngettext(
        "ส่งแล้ว %(sent)s จาก %(total)s ภาค", "ส่งแล้ว %(sent)s จาก %(total)s ภาค", rate.of
    ) % {"sent": rate.n, "total": rate.of}
    return {"words": words, "url": rate_url("completeness", month.round.month)}


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


# -- Counts ----------------------------------------------------------------------------


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
