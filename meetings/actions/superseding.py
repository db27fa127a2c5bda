"""What a later resolution does to an earlier one."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import ActionItem, Resolution, ResolutionChange
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, User

Kind = ResolutionChange.Kind


@transaction.atomic
def amend_resolution(
    earlier: Resolution, *, with_: Resolution, reason: str, by: User
) -> ResolutionChange:
    """แก้ไข: the earlier one goes on as the later one has it."""
    change = _change(earlier, with_, Kind.AMENDS)
    record("resolution.amended", change, by=by, reason=reason)
    return change


@transaction.atomic
def revoke_resolution(
    earlier: Resolution, *, with_: Resolution, reason: str, by: User
) -> ResolutionChange:
    """ยกเลิก: the earlier one is cited no more, and nobody waits for what it assigned."""
    change = _change(earlier, with_, Kind.REVOKES)
    items = _withdraw_items(earlier, because=reason, by=by)
    record("resolution.revoked", change, by=by, reason=reason, items=items)
    return change


@transaction.atomic
def take_back_change(change: ResolutionChange, *, reason: str, by: User) -> Resolution:
    """Entered by mistake: the earlier one stands as before, and so do the items that went with
    it. The history keeps the row."""
    _hold(change.resolution, change.earlier)
    if not ResolutionChange.objects.filter(pk=change.pk).exists():
        raise RuleBroken(_("มีผู้นำรายการนี้ออกไปแล้ว"), code="gone")
    told = Activity.objects.about(change).filter(verb="resolution.revoked").first()
    _restore_items(told.detail["items"] if told else [], change.earlier)
    number = change.pk
    ResolutionChange.objects.filter(pk=number).delete()
    record("resolution.reinstated", change.earlier, by=by, reason=reason, change=number)
    return change.earlier


def _change(earlier: Resolution, later: Resolution, kind: str) -> ResolutionChange:
    _hold(earlier, later)
    if later.moment <= earlier.moment:
        raise RuleBroken({"earlier": _("เลือกมติที่มาก่อนมตินี้")}, code="not-earlier")
    changes = ResolutionChange.objects.filter(earlier=earlier)
    if changes.filter(resolution=later).exists():
        raise RuleBroken({"earlier": _("บันทึกไว้แล้วว่ามตินี้แก้ไขหรือยกเลิกมตินั้น")}, code="twice")
    if changes.filter(kind=Kind.REVOKES).exists():
        raise RuleBroken({"earlier": _("มตินั้นยกเลิกไปแล้ว")}, code="revoked")
    return ResolutionChange.objects.create(resolution=later, earlier=earlier, kind=kind)


def _hold(*resolutions: Resolution) -> None:
    """Both rows, always in one order, so that two changes of one come one after the other."""
    pks = [resolution.pk for resolution in resolutions]
    list(Resolution.objects.filter(pk__in=pks).order_by("pk").select_for_update(of=["self"]))


def _withdraw_items(resolution: Resolution, *, because: str, by: User) -> list[int]:
    items = resolution.action_items.open().order_by("pk").select_for_update(of=["self"])
    pks = list(items.values_list("pk", flat=True))
    ActionItem.objects.filter(pk__in=pks).update(
        withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_because=because
    )
    return pks


def _restore_items(pks: list[int], resolution: Resolution) -> None:
    resolution.action_items.filter(pk__in=pks, done_at=None).update(
        withdrawn_at=None, withdrawn_by=None, withdrawn_because=""
    )
