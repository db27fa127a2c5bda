"""Minutes that somebody waits for (promise 9), as lines of a to-do list."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting, Minutes
from meetings.permissions import WORKING, worked_for
from meetings.queries.minutes import awaited, chaired_by, days_waiting, due_on, to_read
from portal.kernel import thai
from portal.kernel.composed import composed
from portal.kernel.models import User
from portal.kernel.names import named_short
from regions.models import RegionalPost, rights_of

from .waiting import Waiting

Role = RegionalPost.Role


def for_centre(*, on: date) -> list[Waiting]:
    """Of every body that no region works for."""
    return lines_of(awaited_by_centre(on=on), on=on)


@composed
def awaited_by_centre(*, on: date) -> QuerySet[Meeting]:
    return awaited(on=on).filter(committee__region=None)


def for_person(user: User, *, on: date) -> list[Waiting]:
    """What a member reads or checks; what whoever works for a region writes; and what a co-chair
    hears of once it is late."""
    lines = [reading(minutes) for minutes in to_read(user, on=on)]
    rights = rights_of(user)
    if not rights.regions_as(*WORKING, Role.CO_CHAIR):
        return lines
    return lines + _of_posts(user, on=on)


def _of_posts(user: User, *, on: date) -> list[Waiting]:
    """One statement for both: whoever writes them is not told twice."""
    regions = rights_of(user).regions_as(*WORKING)
    found = list(awaited(on=on).filter(worked_for(user, "committee__") | chaired_by(user)))
    own = [meeting for meeting in found if meeting.committee.region_id in regions]
    others = [meeting for meeting in found if meeting not in own and due_on(meeting) < on]
    return lines_of(own, on=on) + lines_of(others, on=on, line=told_to_chair)


def lines_of(
    meetings: Iterable[Meeting], *, on: date, line: Callable[..., Waiting] | None = None
) -> list[Waiting]:
    """One line for each body: the meeting that has waited longest, and how many more there are."""
    bodies: dict[int, list[Meeting]] = {}
    for meeting in meetings:
        bodies.setdefault(meeting.committee_id, []).append(meeting)
    return [counted((line or writing)(each[0], on=on), len(each) - 1) for each in bodies.values()]


def counted(line: Waiting, more: int) -> Waiting:
    if not more:
        return line
    words = ngettext("และอีก %(more)s ครั้ง", "และอีก %(more)s ครั้ง", more) % {"more": more}
    return line._replace(facts=[*line.facts, words])


def writing(meeting: Meeting, *, on: date) -> Waiting:
    there = getattr(meeting, "minutes", None)
    url = reverse("meetings:minutes", args=[meeting.pk]) if there else meeting.get_absolute_url()
    return Waiting(
        due_on=due_on(meeting),
        icon="alert" if due_on(meeting) < on else "document",
        title=_("จัดทำรายงาน%(meeting)s") % {"meeting": meeting.name},
        facts=[named_short(meeting.committee), since(meeting, on=on), deadline(meeting, on=on)],
        url=url,
        action=_("เปิดร่างรายงาน") if there else _("เปิดการประชุม"),
    )


def told_to_chair(meeting: Meeting, *, on: date) -> Waiting:
    return Waiting(
        due_on=due_on(meeting),
        icon="alert",
        title=_("รายงาน%(meeting)s ยังไม่เสร็จ") % {"meeting": meeting.name},
        facts=[named_short(meeting.committee), since(meeting, on=on), deadline(meeting, on=on)],
        url=meeting.get_absolute_url(),
        action=_("ดูการประชุม"),
    )


def since(meeting: Meeting, *, on: date) -> str:
    days = days_waiting(meeting, on=on)
    words = ngettext("ประชุมผ่านไปแล้ว %(days)s วัน", "ประชุมผ่านไปแล้ว %(days)s วัน", days)
    return words % {"days": days}


def deadline(meeting: Meeting, *, on: date) -> str:
    late = (on - due_on(meeting)).days
    if late <= 0:
        return _("กำหนด %(day)s") % {"day": thai.short_date(due_on(meeting))}
    return ngettext("เกินกำหนด %(days)s วัน", "เกินกำหนด %(days)s วัน", late) % {"days": late}


def reading(minutes: Minutes) -> Waiting:
    meeting, is_draft = minutes.meeting, minutes.state == Minutes.State.DRAFT
    title = _("ตรวจร่างรายงาน%(meeting)s") if is_draft else _("อ่านรายงาน%(meeting)s ที่เวียนมา")
    until = minutes.circulated_until or meeting.ends_on
    told = _("ขอแก้ได้ถึง %(day)s") % {"day": thai.short_date(until)}
    return Waiting(
        due_on=until,
        icon="document",
        title=title % {"meeting": meeting.name},
        facts=[_("ท่านเป็นผู้ตรวจ") if is_draft else told],
        url=reverse("meetings:minutes", args=[meeting.pk]),
        action=_("ตรวจร่างรายงาน") if is_draft else _("อ่านรายงาน"),
    )
