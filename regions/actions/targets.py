"""What a region and the centre want to reach together: one proposes, the other confirms (S93)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User
from portal.kernel.thai import fiscal_year
from regions.models import Indicator, IndicatorTarget, Region
from regions.permissions import can_answer_target, can_withdraw_target, target_side
from regions.queries.targets import NOTHING, Standing, by_number

YEARS_AHEAD = 1  # who plans further ahead than the next fiscal year plans for others


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
    nobody answered yet is replaced; what the other side proposed must be answered first."""
    by_region = _side(by, region)
    standing = _held(region.pk, indicator.pk, year)
    _refuse_year(year)
    _refuse_unless_seen(standing, seen, by_region=by_region)
    _refuse_words(standing, value, reason)
    now = timezone.now()
    _end(standing.waiting, at=now, by=by)
    with rules_of(IndicatorTarget):
        target = IndicatorTarget.objects.create(
            indicator=indicator, region=region, fiscal_year=year, value=value, reason=reason,
            by_region=by_region, proposed_by=by, proposed_at=now,
        )  # fmt: skip
    record("target.proposed", target, by=by)
    return target


@transaction.atomic
def confirm_target(target: IndicatorTarget, *, by: User) -> IndicatorTarget:
    """From now on it is the agreed one; the one that was in force has ended."""
    target = _waiting(target)
    _refuse_unless_other_side(target, by)
    _refuse_year(target.fiscal_year)
    now = timezone.now()
    standing = _held(target.region_id, target.indicator_id, target.fiscal_year)
    _end(standing.agreed, at=now, by=by)
    target.confirmed_by, target.confirmed_at = by, now
    with rules_of(IndicatorTarget):
        target.save(update_fields=["confirmed_by", "confirmed_at"])
    record("target.confirmed", target, by=by)
    return target


@transaction.atomic
def refuse_target(target: IndicatorTarget, *, because: str, by: User) -> IndicatorTarget:
    """What was agreed before stays in force."""
    target = _waiting(target)
    _refuse_unless_other_side(target, by)
    if not because.strip():
        raise RuleBroken({"because": _("โปรดบอกเหตุผลที่ไม่รับ ผู้เสนอจะได้เสนอใหม่ได้ตรงกัน")})
    target.refused_because = because
    _end(target, at=timezone.now(), by=by)
    record("target.refused", target, by=by)
    return target


@transaction.atomic
def withdraw_target(target: IndicatorTarget, *, by: User) -> IndicatorTarget:
    target = _waiting(target)
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


def _waiting(target: IndicatorTarget) -> IndicatorTarget:
    """As it stands now, if it still waits."""
    waiting = _held(target.region_id, target.indicator_id, target.fiscal_year).waiting
    if waiting is None or waiting.pk != target.pk:
        raise RuleBroken(_("ข้อเสนอนี้ตอบหรือถอนไปก่อนแล้ว โปรดดูที่เป็นอยู่ตอนนี้"), code="answered")
    return waiting


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
    now = fiscal_year(timezone.localdate())
    if not now <= year <= now + YEARS_AHEAD:
        text = _("ตั้งและยืนยันเป้าหมายได้เฉพาะปีงบประมาณ %(now)s และ %(next)s")
        raise RuleBroken(text % {"now": now, "next": now + YEARS_AHEAD}, code="year")


def _refuse_unless_seen(standing: Standing, seen: str, *, by_region: bool) -> None:
    if standing.waiting and standing.waiting.by_region != by_region:
        text = _("อีกฝ่ายเสนอไว้แล้วและรอคำตอบ โปรดยืนยันหรือบอกว่าไม่รับก่อน แล้วจึงเสนอตัวเลขใหม่")
        raise RuleBroken(text, code="answer-first")
    if standing.version != seen:
        text = _("มีผู้เสนอหรือยืนยันไปก่อนหลังจากที่ท่านเปิดหน้านี้ โปรดดูที่เป็นอยู่ตอนนี้แล้วกดอีกครั้ง")
        raise RuleBroken(text, code="stale")


def _refuse_words(standing: Standing, value: int, reason: str) -> None:
    if standing.agreed and standing.agreed.value == value:
        raise RuleBroken({"value": _("เท่ากับเป้าหมายที่ตกลงกันอยู่แล้ว")})
    if not reason.strip():
        raise RuleBroken({"reason": _("โปรดบอกเหตุผล อีกฝ่ายจะอ่านก่อนยืนยัน")})
