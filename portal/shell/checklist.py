"""What must be ready before the next meeting, each with its day, counted from the first day."""

from datetime import date, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from meetings.models import Meeting, Minutes
from meetings.queries.minutes import days_waiting, due_on
from portal.kernel import thai

AGENDA_DAYS_BEFORE = 14
LETTERS_DAYS_BEFORE = 7


class Check(NamedTuple):
    icon: str  # check, ring, alert
    title: str
    detail: str
    url: str = ""  # the list behind a number of the detail


def checklist_of(meeting: Meeting | None, *, on: date) -> list[Check]:
    if meeting is None:
        return []
    if meeting.starts_on is None or not (meeting.venue or meeting.mode == Meeting.Mode.ONLINE):
        return [
            Check("alert", _("กำหนดวันและสถานที่"), _("ต้องเสร็จก่อนจึงเริ่มข้ออื่นได้")),
            agenda(meeting, on=on),
            last_summary(meeting),
            *last_minutes(meeting, on=on),
        ]
    told = [letters(meeting, on=on), calls(meeting), *answers(meeting)]
    return [
        agenda(meeting, on=on), *told, last_summary(meeting), *last_minutes(meeting, on=on)
    ]  # fmt: skip


def agenda(meeting, *, on) -> Check:
    count = meeting.prepared.items
    words = ngettext("%(count)s เรื่อง", "%(count)s เรื่อง", count) % {"count": count}
    title = pgettext("agenda", "ระเบียบวาระ")
    if count:
        return Check("check", title, words, meeting.get_absolute_url())
    return Check(
        due_icon(meeting, AGENDA_DAYS_BEFORE, on=on), title, by(meeting, AGENDA_DAYS_BEFORE)
    )


def letters(meeting, *, on) -> Check:
    title = _("หนังสือเชิญ")
    if meeting.state in Meeting.ANNOUNCED:
        count = meeting.prepared.letters
        words = ngettext("ส่งแล้ว %(count)s ฉบับ", "ส่งแล้ว %(count)s ฉบับ", count) % {"count": count}
        return Check("check", title, words, f"{invitations(meeting)}#answers")
    return Check(
        due_icon(meeting, LETTERS_DAYS_BEFORE, on=on), title, by(meeting, LETTERS_DAYS_BEFORE)
    )


def calls(meeting) -> Check:
    title = _("โทรแจ้ง")
    total = meeting.prepared.to_phone + meeting.prepared.phoned
    if meeting.state not in Meeting.ANNOUNCED:
        return Check("ring", title, _("มีรายชื่อเมื่อส่งหนังสือเชิญแล้ว"))
    words = ngettext(
        "โทรแล้ว %(done)s จาก %(total)s ที่นั่ง", "โทรแล้ว %(done)s จาก %(total)s ที่นั่ง", total
    )
    icon = "ring" if meeting.prepared.to_phone else "check"
    return Check(
        icon,
        title,
        words % {"done": meeting.prepared.phoned, "total": total},
        f"{invitations(meeting)}#calls",
    )


def answers(meeting) -> list[Check]:
    """Nothing to say before anybody was asked."""
    prepared = meeting.prepared
    if meeting.state not in Meeting.ANNOUNCED or not prepared.askable:
        return []
    words = ngettext(
        "ตอบแล้ว %(answered)s/%(total)s คน มา %(coming)s คน",
        "ตอบแล้ว %(answered)s/%(total)s คน มา %(coming)s คน",
        prepared.askable,
    ) % {
        "answered": prepared.answered,
        "total": prepared.askable,
        "coming": prepared.coming,
    }
    icon = "check" if prepared.answered == prepared.askable else "ring"
    return [Check(icon, _("ตอบรับ"), words, f"{invitations(meeting)}#answers")]


def invitations(meeting) -> str:
    return reverse("meetings:meeting-invitations", args=[meeting.pk])


def last_summary(meeting) -> Check:
    previous = meeting.previous
    if previous is None:
        return Check("ring", _("สรุปเชิงบริหารครั้งก่อน"), _("ยังไม่มีการประชุมครั้งก่อน"))
    title = _("สรุปเชิงบริหาร ครั้งที่ %(meeting)s") % {"meeting": previous}
    summary = getattr(previous, "summary", None)
    if summary is None:
        return Check("ring", title, _("ยังไม่ได้เขียน"))
    if summary.published_at is None:
        return Check("ring", title, _("รอเผยแพร่"))
    words = _("เผยแพร่แล้ว %(day)s") % {"day": thai.short_date(summary.published_at)}
    return Check("check", title, words)


def last_minutes(meeting, *, on) -> list[Check]:
    """How far the minutes are that this meeting is to adopt; nothing of a document's record."""
    previous = meeting.previous
    if previous is None or previous.source or previous.state != Meeting.State.CLOSED:
        return []
    title = _("รายงานการประชุม ครั้งที่ %(meeting)s") % {"meeting": previous}
    minutes = getattr(previous, "minutes", None)
    if minutes and minutes.state != Minutes.State.DRAFT:
        return [Check("check", title, minutes.get_state_display())]
    icon = "alert" if due_on(previous) < on else "ring"
    days = days_waiting(previous, on=on)
    words = ngettext(
        "ประชุมผ่านไปแล้ว %(days)s วัน ยังไม่ได้ตรวจ", "ประชุมผ่านไปแล้ว %(days)s วัน ยังไม่ได้ตรวจ", days
    )
    return [Check(icon, title, words % {"days": days})]


def due_icon(meeting, days, *, on) -> str:
    overdue = meeting.starts_on and meeting.starts_on - timedelta(days=days) < on
    return "alert" if overdue else "ring"


def by(meeting, days) -> str:
    if meeting.starts_on is None:
        return _("เริ่มได้เมื่อมีวันประชุม")
    day = meeting.starts_on - timedelta(days=days)
    return _("ภายใน %(day)s") % {"day": thai.short_date(day)}
