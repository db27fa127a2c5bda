"""What a region asks of the centre: typed with its report, numbered when that is sent, then closed
by the region or asked again."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.thai import be_year, day_of
from regions import request_letters
from regions.cycle import answer_due
from regions.models import RegionalReport, SupportRequest

# Names our advisory lock among all others of the database (see ``figures``).
NUMBER_LOCK = 2552
Standing = SupportRequest.Standing
ANSWERED = (Standing.PROMISED, Standing.REFUSED)


class Asked(NamedTuple):
    """One request as a region types it; unfinished until the report is sent."""

    kind: str = ""
    text: str = ""
    needed_by: date | None = None
    is_withdrawn: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.kind or self.text or self.needed_by)


def keep_requests(report: RegionalReport, asked: Mapping[int, Asked], *, by: User) -> None:
    """Keep what was typed in the section, by place in it. Whoever calls this holds the report,
    and the section's version was theirs. What was answered stays as it was asked."""
    told = report.requests.filter(answers__told_at__isnull=False).values("position")
    standing = {request.position: request for request in report.requests.all()}
    for position in asked.keys() - {row["position"] for row in told}:
        _keep(report, position, standing.get(position), asked[position], by=by)


def _keep(
    report: RegionalReport, position: int, kept: SupportRequest | None, asked: Asked, *, by: User
) -> None:
    words = {"kind": asked.kind, "text": asked.text, "needed_by": asked.needed_by}
    if kept is None and not asked.is_empty:
        SupportRequest.objects.create(report=report, position=position, **words)
    elif kept and kept.number is None and asked.is_empty:
        kept.delete()
    elif kept:
        _change(kept, words if asked.text else {})
        if kept.number and asked.is_withdrawn != bool(kept.withdrawn_at):
            _withdraw(kept, asked.is_withdrawn, by=by)


def _change(request: SupportRequest, words: dict) -> None:
    """What has a number never loses its words: to take it away is to withdraw it."""
    changed = {name: value for name, value in words.items() if getattr(request, name) != value}
    SupportRequest.objects.filter(pk=request.pk).update(**changed) if changed else None


def _withdraw(request: SupportRequest, is_withdrawn: bool, *, by: User) -> None:
    request.withdrawn_at = timezone.now() if is_withdrawn else None
    request.save(update_fields=["withdrawn_at"])
    record("request.withdrawn" if is_withdrawn else "request.restored", request, by=by)


# -- With the report -------------------------------------------------------------------


def number_requests(report: RegionalReport, *, at: datetime, by: User) -> None:
    """Give each request that has none its number, for ever, and the day by which the centre
    answers. Two reports sent at once wait for each other here, so no number is given twice."""
    standing = report.requests.filter(withdrawn_at=None).order_by("position")
    fresh = [request for request in standing if request.number is None]
    _refuse_unfinished(fresh)
    if not fresh:
        return
    year, due_on = be_year(day_of(at)), answer_due(report, on=day_of(at))
    for number, request in enumerate(fresh, start=_last_number(year) + 1):
        request.be_year, request.number = year, number
        request.sent_at, request.due_on = at, due_on
        request.save(update_fields=["be_year", "number", "sent_at", "due_on"])
        record("request.sent", request, by=by)


def _refuse_unfinished(requests: list[SupportRequest]) -> None:
    for request in requests:
        if lacks := lacks_of_request(request):
            text = _("สิ่งที่ขอให้หนุนเสริม: %(what)s") % {"what": " ".join(lacks.values())}
            raise RuleBroken(text, code="unfinished-request")


def lacks_of_request(request: SupportRequest) -> dict[str, str]:
    """What a request must say before it is sent, and does not, by its box."""
    place = {"n": request.position}
    lacks = {}
    if not request.kind:
        lacks["kind"] = _("คำขอในแถวที่ %(n)s ยังไม่ได้เลือกเรื่อง") % place
    if not request.text:
        lacks["text"] = _("คำขอในแถวที่ %(n)s ยังไม่ได้บอกว่าขออะไร") % place
    return lacks


def _last_number(year: int) -> int:
    """Held until the transaction ends. Nothing that has a number is ever deleted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [NUMBER_LOCK, year])
    numbered = SupportRequest.objects.filter(be_year=year)
    return numbered.aggregate(last=Max("number"))["last"] or 0


# -- Once it is answered ---------------------------------------------------------------


@transaction.atomic
def close_request(request: SupportRequest, *, by: User) -> SupportRequest:
    """ได้รับแล้ว: what was promised has come, or a refusal is taken as it is."""
    request = held_request(request)
    if request.closed_at:
        raise RuleBroken(_("คำขอนี้ปิดไปแล้ว"), code="already-closed")
    if _standing(request) not in ANSWERED:
        raise RuleBroken(_("คำขอนี้ยังรอคำตอบของส่วนกลาง จึงยังปิดไม่ได้"), code="unanswered")
    request.closed_at, request.closed_by = timezone.now(), by
    request.save(update_fields=["closed_at", "closed_by"])
    record("request.closed", request, by=by)
    return request


@transaction.atomic
def reopen_request(request: SupportRequest, *, because: str, by: User) -> SupportRequest:
    """ยังไม่ได้รับ: the centre owes an answer again, by the next meeting."""
    request, now = held_request(request), timezone.now()
    if _standing(request) not in (*ANSWERED, Standing.CLOSED):
        raise RuleBroken(_("คำขอนี้รอคำตอบของส่วนกลางอยู่แล้ว"), code="unanswered")
    if not because.strip():
        raise RuleBroken({"because": RuleBroken(_("บอกว่ายังขาดอะไร"), code="no-reason")})
    reopened = {"reopened_at": now, "reopened_by": by, "reopened_because": because}
    reopened |= {"closed_at": None, "closed_by": None}
    reopened["due_again_on"] = answer_due(request.report, on=day_of(now))
    for name, value in reopened.items():
        setattr(request, name, value)
    request.save(update_fields=[*reopened])
    request_letters.promise_reopened(request)
    record("request.reopened", request, by=by, reason=because)
    return request


# -- The gate --------------------------------------------------------------------------


def held_request(request: SupportRequest) -> SupportRequest:
    """As it is now with what was answered, ours until the transaction ends; not one that went
    back to its region with the report."""
    dressed = SupportRequest.objects.for_list().select_related("report__unit")
    request = dressed.select_for_update(of=("self",)).get(pk=request.pk)
    if request.number is None or request.report.state == RegionalReport.State.DRAFT:
        raise RuleBroken(_("ภาคถอนรายงานกลับไปแก้ คำขอนี้จึงรอส่งใหม่"), code="taken-back")
    if request.withdrawn_at:
        raise RuleBroken(_("ภาคถอนคำขอนี้ไปแล้ว"), code="withdrawn")
    return request


def _standing(request: SupportRequest) -> Standing:
    return request.standing_on(timezone.localdate())
