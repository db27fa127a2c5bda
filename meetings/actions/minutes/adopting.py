"""Adopt minutes by one of three routes: in their own meeting, in a later one, or by circulation."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import Meeting, Minutes
from meetings.queries import was_closed
from meetings.queries.minutes import corrections_made, day_adopted_in, is_unheard, may_adopt
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .versions import hold_minutes, keep_version, store_adopted, turn

State, Route = Minutes.State, Minutes.Route


@dataclass(frozen=True)
class Adoption:
    """How they are adopted: in which meeting (by circulation in none), and what was put right."""

    route: str
    adopted_in: Meeting | None = None
    corrections: str = ""


@transaction.atomic
def adopt_minutes(minutes: Minutes, adoption: Adoption, *, version: int, by: User) -> Minutes:
    """From here nobody changes the text: the database refuses it. What was read is what is
    adopted, so that nobody slips a word in between."""
    later = adoption.adopted_in if adoption.route == Route.NEXT else None
    held = hold_minutes(minutes, *([later] if later else []))
    refuse_open_requests(held)
    refuse_waiting_claims(held.meeting)
    adopted_on = _adopted_on(held, adoption)
    _adopt(held, adoption, adopted_on, version, by=by)
    if later:
        keep_version(later, by=by)
    return held


@transaction.atomic
def adopt_silently(minutes: Minutes, *, until: date, on: date) -> bool:
    """Nobody objected by ``until``: adopted on the day after. Where they were circulated anew,
    turned otherwise, or somebody waits for an answer, there is nothing to do, and that is no
    error."""
    held = hold_minutes(minutes)
    is_due = held.state == State.CIRCULATED and held.circulated_until == until < on
    if not is_due or is_unheard(held) or _somebody_waits(held):
        return False
    adoption = Adoption(Route.CIRCULATION, corrections=corrections_made(held))
    _adopt(held, adoption, until + timedelta(days=1), held.version, by=None)
    return True


def _somebody_waits(held: Minutes) -> bool:
    waiting = {"outcome": ""}
    asked = held.correction_requests.filter(**waiting)
    return asked.exists() or held.meeting.claims.filter(**waiting).exists()


def _adopt(
    held: Minutes, adoption: Adoption, adopted_on: date, version: int, *, by: User | None
) -> None:
    """The version first: adopted minutes take no further one."""
    if held.version == version and held.can_become(State.ADOPTED):
        store_adopted(held, by=by)
        version = held.version
    where = {Route.SAME: held.meeting, Route.NEXT: adoption.adopted_in}
    turn(
        held, State.ADOPTED, version, route=adoption.route, adopted_on=adopted_on,
        adopted_in=where.get(adoption.route), corrections=adoption.corrections, adopted_by=by,
    )  # fmt: skip
    record("minutes.adopted", held, by=by, route=str(adoption.route))


def _adopted_on(held: Minutes, adoption: Adoption) -> date:
    """The day it counts from; each route has its own time."""
    today = timezone.localdate()
    match adoption.route:
        case Route.SAME:
            _refuse_unless_today(held, today)
            return today
        case Route.NEXT:
            if not adoption.adopted_in or not may_adopt(held.meeting, adoption.adopted_in):
                raise RuleBroken(
                    {"adopted_in": _("เลือกการประชุมที่รับรองจากรายการ")}, code="no-meeting"
                )
            return day_adopted_in(adoption.adopted_in, today)
    _refuse_unless_silent(held, today)
    return today


def _refuse_unless_today(held: Minutes, today: date) -> None:
    if not was_closed(held.meeting, on=today):
        raise RuleBroken({"route": _("รับรองในการประชุมครั้งนั้นได้เฉพาะในวันที่เลิกประชุม")}, code="too-late")


def _refuse_unless_silent(held: Minutes, today: date) -> None:
    if held.state != State.CIRCULATED or today <= held.circulated_until:
        raise RuleBroken({"route": _("ยังไม่พ้นวันที่ทักท้วงได้")}, code="too-early")
    if is_unheard(held):
        raise RuleBroken(
            {"route": _("เนื้อความเปลี่ยนไปหลังส่งเวียน โปรดเวียนใหม่ หรือเสนอที่ประชุม")}, code="unheard"
        )


def refuse_open_requests(held: Minutes) -> None:
    count = held.correction_requests.filter(outcome="").count()
    if count:
        raise RuleBroken(
            _("ยังมีคำขอแก้ %(count)s ข้อที่ยังไม่ได้ตอบ ตอบให้ครบก่อนรับรอง") % {"count": count},
            code="open-requests",
        )


def refuse_waiting_claims(meeting: Meeting) -> None:
    """Who says they were there is answered while the list of who came may still be mended."""
    count = meeting.claims.filter(outcome="").count()
    if count:
        raise RuleBroken(
            _("ยังมีผู้แจ้งว่ามาประชุม %(count)s คนที่ยังไม่ได้ตอบ ตอบในหน้าเช็กชื่อก่อนรับรอง") % {"count": count},
            code="waiting-claims",
        )
