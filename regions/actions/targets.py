"""What a region and the centre want to reach together: one proposes, the other confirms (S93)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User
from regions import target_letters
from regions.models import Indicator, IndicatorTarget, Region
from regions.permissions import can_answer_target, can_withdraw_target, target_side
from regions.queries.targets import NOTHING, Standing, by_number, open_years

HUNDRED = 100  # no part exceeds its whole


@transaction.atomic
def propose_target(
    indicator: Indicator,
    region: Region,
    *,
    year: int,
    value: int,
    reason: str,
    seen: str,
    by: User,
) -> IndicatorTarget:
    """``seen`` is ``Standing.version`` of what the proposer read. What the same side proposed and
    nobody answered yet is replaced; what the other side proposed must be answered first. The same
    words of the same person twice are one proposal."""
    by_region = _side(by, region)
    standing = _held(region.pk, indicator.pk, year)
    if _is_said(standing.waiting, value, reason, by):
        return standing.waiting
    _refuse_year(year)
    _refuse_ended(region)
    _refuse_unless_seen(standing, seen, by_region=by_region)
    _refuse_words(standing, indicator, value, reason)
    now = timezone.now()
    _end(standing.waiting, at=now, by=by)
    with rules_of(IndicatorTarget):
        target = IndicatorTarget.objects.create(
            indicator=indicator, region=region, fiscal_year=year, value=value, reason=reason,
            by_region=by_region, proposed_by=by, proposed_at=now,
        )  # fmt: skip
    target_letters.promise_proposed(target)
    record("target.proposed", target, by=by)
    return target


@transaction.atomic
def confirm_target(target: IndicatorTarget, *, by: User) -> IndicatorTarget:
    """From now on it is the agreed one; the one that was in force has ended. Confirmed by the same
    person twice it is confirmed once."""
    standing = _standing(target)
    if standing.agreed == target and standing.agreed.confirmed_by_id == by.pk:
        return standing.agreed
    target = _waiting(standing, target)
    _refuse_unless_other_side(target, by)
    _refuse_year(target.fiscal_year)
    now = timezone.now()
    _end(standing.agreed, at=now, by=by)
    target.confirmed_by, target.confirmed_at = by, now
    with rules_of(IndicatorTarget):
        target.save(update_fields=["confirmed_by", "confirmed_at"])
    target_letters.promise_answered(target)
    record("target.confirmed", target, by=by)
    return target


@transaction.atomic
def refuse_target(target: IndicatorTarget, *, because: str, by: User) -> IndicatorTarget:
    """What was agreed before stays in force."""
    target = _waiting(_standing(target), target)
    _refuse_unless_other_side(target, by)
    if not because.strip():
        raise RuleBroken({"because": _("โปรดบอกเหตุผลที่ไม่รับ ผู้เสนอจะได้เสนอใหม่ได้ตรงกัน")})
    target.refused_because = because
    _end(target, at=timezone.now(), by=by)
    target_letters.promise_answered(target)
    record("target.refused", target, by=by)
    return target


@transaction.atomic
def withdraw_target(target: IndicatorTarget, *, by: User) -> IndicatorTarget:
    target = _waiting(_standing(target), target)
    if not can_withdraw_target(by, target):
        raise RuleBroken(_("ถอนได้เฉพาะข้อเสนอของฝ่ายตน"), code="other-side")
    _end(target, at=timezone.now(), by=by)
    record("target.withdrawn", target, by=by)
    return target


# -- One after the other -------------------------------------------------------------


def _held(region: int, indicator: int, year: int) -> Standing:
    """How the number stands; until the transaction ends nobody else changes a target of the
    region."""
    Region.objects.select_for_update(no_key=True).get(pk=region)
    targets = IndicatorTarget.objects.filter(
        region=region, indicator=indicator, fiscal_year=year, ended_at=None
    )
    return by_number(targets).get((region, indicator), NOTHING)


def _standing(target: IndicatorTarget) -> Standing:
    return _held(target.region_id, target.indicator_id, target.fiscal_year)


def _waiting(standing: Standing, target: IndicatorTarget) -> IndicatorTarget:
    """As it stands now, if it still waits."""
    if standing.waiting != target:
        text = _("ข้อเสนอนี้มีผู้ตอบ ถอน หรือเสนอใหม่แทนไปก่อนแล้ว โปรดดูที่เป็นอยู่ตอนนี้")
        raise RuleBroken(text, code="answered")
    return standing.waiting


def _is_said(waiting: IndicatorTarget | None, value: int, reason: str, by: User) -> bool:
    said = waiting and (waiting.value, waiting.reason, waiting.proposed_by_id)
    return said == (value, reason, by.pk)


def _end(target: IndicatorTarget | None, *, at: datetime, by: User) -> None:
    if target:
        target.ended_at, target.ended_by = at, by
        target.save(update_fields=["ended_at", "ended_by", "refused_because"])


# -- What is refused -----------------------------------------------------------------


def _side(by: User, region: Region) -> bool:
    side = target_side(by, region)
    if side is None:
        raise RuleBroken(_("ผู้เสนอต้องเป็นสำนักงานของภาคนี้ หรือกองเลขานุการส่วนกลาง"), code="no-side")
    return side


def _refuse_unless_other_side(target: IndicatorTarget, by: User) -> None:
    if not can_answer_target(by, target):
        raise RuleBroken(_("ผู้ตอบต้องเป็นอีกฝ่ายหนึ่ง ไม่ใช่ฝ่ายที่เสนอ"), code="own-side")


def _refuse_year(year: int) -> None:
    """What is over is no target any more."""
    years = open_years()
    if year not in years:
        text = _("ตั้งและยืนยันเป้าหมายได้เฉพาะปีงบประมาณ %(now)s และ %(next)s")
        raise RuleBroken(text % {"now": years[0], "next": years[-1]}, code="year")


def _refuse_ended(region: Region) -> None:
    """Nobody of it is there to confirm."""
    if not region.is_in_force(on=timezone.localdate()):
        raise RuleBroken(_("ภาคนี้ไม่มีแล้ว จึงตั้งเป้าหมายใหม่ไม่ได้"), code="ended")


def _refuse_unless_seen(standing: Standing, seen: str, *, by_region: bool) -> None:
    if standing.waiting and standing.waiting.by_region != by_region:
        text = _("อีกฝ่ายเสนอไว้แล้วและรอคำตอบ โปรดยืนยันหรือบอกว่าไม่รับก่อน แล้วจึงเสนอตัวเลขใหม่")
        raise RuleBroken(text, code="answer-first")
    if standing.version != seen:
        text = _("มีผู้เสนอหรือยืนยันไปก่อนหลังจากที่ท่านเปิดหน้านี้ โปรดดูที่เป็นอยู่ตอนนี้แล้วกดอีกครั้ง")
        raise RuleBroken(text, code="stale")


def _refuse_words(standing: Standing, indicator: Indicator, value: int, reason: str) -> None:
    if indicator.adds == Indicator.Adds.RATIO and value > HUNDRED:
        raise RuleBroken({"value": _("ร้อยละตั้งเป้าหมายได้ไม่เกิน 100")})
    if standing.agreed and standing.agreed.value == value:
        raise RuleBroken({"value": _("เท่ากับเป้าหมายที่ตกลงกันอยู่แล้ว")})
    if not reason.strip():
        raise RuleBroken({"reason": _("โปรดบอกเหตุผล อีกฝ่ายจะอ่านก่อนยืนยัน")})
