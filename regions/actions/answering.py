"""What the centre answers to what regions ask: on the request's page, or in its own report."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person, User
from regions import request_letters
from regions.models import RegionalReport, RequestAnswer, SupportRequest
from regions.queries.requests import central_officers, centre_report_in_hand

from .asking import Standing, held_request

Decision = RequestAnswer.Decision
WAITING = (Standing.WAITING, Standing.LATE)


class Reply(NamedTuple):
    """An answer as it is typed; in the centre's report it may be unfinished until that is sent."""

    decision: str = ""
    text: str = ""
    done_by: date | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.decision or self.text or self.done_by)

    def told(self) -> dict:
        """As it is kept: who refuses promises no day."""
        is_no = self.decision == Decision.REFUSED
        return {**self._asdict(), "done_by": None if is_no else self.done_by}


@transaction.atomic
def name_owner(
    request: SupportRequest, owner: Person | None, *, instead_of: int | None, by: User
) -> SupportRequest:
    """Say who at the centre answers, or that the secretariat as a whole does; and write to them."""
    request = held_request(request)
    if request.owner_id == (owner and owner.pk):
        return request
    if request.owner_id != instead_of:
        raise RuleBroken(_("มีผู้เปลี่ยนผู้รับเรื่องไปก่อนท่าน โปรดดูใหม่อีกครั้ง"), code="stale")
    if owner and not central_officers(on=timezone.localdate()).filter(pk=owner.pk).exists():
        refusal = RuleBroken(_("ผู้รับเรื่องต้องเป็นเจ้าหน้าที่ส่วนกลาง"), code="not-central")
        raise RuleBroken({"owner": refusal})
    request.owner = owner
    request.save(update_fields=["owner"])
    request_letters.promise_owned(request, by=by)
    record("request.owner_named", request, by=by, owner=owner and owner.pk)
    return request


@transaction.atomic
def answer_request(
    request: SupportRequest, reply: Reply, *, seen: int | None, by: User
) -> RequestAnswer:
    """Tell the region at once. ``seen`` is the latest answer that stood on the page."""
    request = held_request(request)
    _refuse_closed(request)
    if (request.told[0].pk if request.told else None) != seen:
        raise RuleBroken(_("มีผู้ตอบคำขอนี้ไปก่อนท่าน โปรดอ่านคำตอบล่าสุดก่อน"), code="stale")
    _refuse_unfinished(reply)
    now, report = timezone.now(), centre_report_in_hand(on=timezone.localdate())
    answer = RequestAnswer.objects.create(
        request=request, report=report, answered_by=by, answered_at=now, told_at=now, **reply.told()
    )
    _tell(answer)
    return answer


def _tell(answer: RequestAnswer) -> None:
    request_letters.promise_answered(answer)
    record("request.answered", answer.request, by=answer.answered_by, decision=answer.decision)


def _refuse_closed(request: SupportRequest) -> None:
    if request.closed_at:
        raise RuleBroken(_("ภาคแจ้งว่าได้รับแล้ว คำขอนี้จึงปิดแล้ว"), code="already-closed")


def _refuse_unfinished(reply: Reply) -> None:
    if lacks := lacks_of_reply(reply):
        raise RuleBroken(
            {box: RuleBroken(words, code="unfinished") for box, words in lacks.items()}
        )


def lacks_of_reply(reply: Reply) -> dict[str, str]:
    """What an answer must say before it is told, and does not, by its box."""
    asked = {
        "decision": (not reply.decision, _("เลือกคำตอบ")),
        "text": (not reply.text, _("เขียนรายละเอียด ถ้าทำให้ไม่ได้ให้บอกเหตุผล")),
        "done_by": (_owes_day(reply), _("บอกวันที่จะเสร็จ")),
    }
    return {box: words for box, (is_owed, words) in asked.items() if is_owed}


def _owes_day(reply: Reply) -> bool:
    return reply.decision in (Decision.AGREED, Decision.PARTLY) and reply.done_by is None


# -- In the centre's own report --------------------------------------------------------


def keep_replies(report: RegionalReport, replies: Mapping[int, Reply], *, by: User) -> None:
    """Keep what was typed in the section, by request; nobody but the centre reads it yet.
    Whoever calls this holds the report, and the section's version was theirs."""
    standing = {answer.request_id: answer for answer in report.request_answers.filter(told_at=None)}
    for request in SupportRequest.objects.filter(pk__in=replies, number__isnull=False):
        _keep(report, request, standing.get(request.pk), replies[request.pk], by=by)


def _keep(
    report: RegionalReport,
    request: SupportRequest,
    kept: RequestAnswer | None,
    reply: Reply,
    *,
    by: User,
) -> None:
    if reply.is_empty:
        if kept:
            kept.delete()
        return
    if kept and Reply(kept.decision, kept.text, kept.done_by) == reply:
        return
    RequestAnswer.objects.update_or_create(
        request=request,
        report=report,
        told_at=None,
        defaults=reply._asdict() | {"answered_by": by, "answered_at": timezone.now()},
    )


def tell_answers(report: RegionalReport, *, at: datetime) -> None:
    """The centre's report is sent: what it answers is told from this moment on, each to its
    region. What is answered, closed or taken back meanwhile is told nothing more."""
    in_hand = report.request_answers.filter(told_at=None).select_related("answered_by__person")
    for answer in in_hand.order_by("request__be_year", "request__number"):
        request = (
            SupportRequest.objects.for_list()
            .select_for_update(of=("self",))
            .get(pk=answer.request_id)
        )
        if request.standing_on(timezone.localdate()) in WAITING:
            _require_finished(answer, request)
            answer.request, answer.told_at = request, at
            answer.done_by = Reply(answer.decision, answer.text, answer.done_by).told()["done_by"]
            answer.save(update_fields=["told_at", "done_by"])
            _tell(answer)


def _require_finished(answer: RequestAnswer, request: SupportRequest) -> None:
    try:
        _refuse_unfinished(Reply(answer.decision, answer.text, answer.done_by))
    except RuleBroken as refusal:
        words = {"request": request, "what": " ".join(refusal.messages)}
        text = _("คำตอบของคำขอ %(request)s ยังไม่ครบ: %(what)s") % words
        raise RuleBroken(text, code="unfinished-answer") from refusal
