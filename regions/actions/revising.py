"""What was accepted is locked; a correction is a revision that everybody can read (B16)."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User
from regions import revision_letters
from regions.models import RegionalReport, Revision
from regions.revision_changes import differences, said_by

from .gate import State, become, held, send_sections_back


@transaction.atomic
def ask_revision(report: RegionalReport, *, reason: str, by: User) -> Revision:
    """Ask for an accepted report to be opened again; one question at a time."""
    revision = _revision(held(report.pk), reason=reason, by=by)
    revision_letters.promise_asked(revision)
    record("revision.asked", revision, by=by, report=report.pk)
    return revision


@transaction.atomic
def reopen_report(revision: Revision, *, reasons: Mapping[str, str], by: User) -> Revision:
    """Give the sections named in ``reasons`` back to be mended, each with what to mend.

    The report's figures leave the roll-up until it is accepted anew.
    """
    report = held(revision.report_id)
    revision = _undecided(revision)
    now = timezone.now()
    revision.before, revision.decided_at, revision.decided_by = said_by(report, by=by), now, by
    revision.save(update_fields=["before", "decided_at", "decided_by"])
    become(report, State.RETURNED, reviewed_at=now, reviewed_by=by)
    send_sections_back(report, reasons)
    revision_letters.promise_reopened(revision, reasons)
    record("report.reopened", report, by=by, revision=revision.pk)
    return revision


@transaction.atomic
def refuse_revision(revision: Revision, *, because: str, by: User) -> Revision:
    held(revision.report_id)
    revision = _undecided(revision)
    if not because.strip():
        raise RuleBroken({"because": _("โปรดบอกเหตุผล ทุกภาคจะเห็นเหตุผลนี้")})
    _refuse(revision, because, by=by)
    revision_letters.promise_refused(revision)
    record("revision.refused", revision, by=by, report=revision.report_id)
    return revision


@transaction.atomic
def withdraw_revision(revision: Revision, *, because: str, by: User) -> Revision:
    """By whoever asked, as long as nobody has decided; withdrawn twice it is withdrawn once."""
    held(revision.report_id)
    revision = _now(revision)
    if by.pk != revision.asked_by_id:
        raise RuleBroken(_("ถอนได้เฉพาะผู้ที่ขอ"), code="not-asker")
    if revision.standing == "withdrawn":
        return revision
    if revision.decided_at:
        raise RuleBroken(_("ผู้ตรวจตัดสินคำขอนี้ไปก่อนแล้ว จึงถอนไม่ได้"), code="decided")
    if not because.strip():
        raise RuleBroken({"because": _("โปรดบอกว่าถอนเพราะอะไร ทุกภาคจะเห็นเหตุผลนี้")})
    _refuse(revision, because, by=by)
    record("revision.withdrawn", revision, by=by, report=revision.report_id)
    return revision


def close_revision(report: RegionalReport, *, by: User) -> None:
    """Once the reopened report passes: keep what became different, field by field."""
    revision = report.revisions.filter(closed_at=None, decided_at__isnull=False)
    for one in revision.filter(refused_because=""):
        one.changes = differences(one.before, said_by(report, by=by))
        one.closed_at, one.closed_by = timezone.now(), by
        one.save(update_fields=["changes", "closed_at", "closed_by"])
        record("revision.closed", one, by=by, report=report.pk, changes=len(one.changes))


def _revision(report: RegionalReport, *, reason: str, by: User) -> Revision:
    if report.state != State.ACCEPTED:
        raise RuleBroken(_("รายงานนี้ยังไม่ปิด จึงแก้ได้ตามปกติ"), code="not-accepted")
    if not reason.strip():
        raise RuleBroken({"reason": _("โปรดบอกเหตุผล ทุกภาคจะเห็นเหตุผลนี้")})
    last = report.revisions.aggregate(last=Max("number"))["last"] or 0
    with rules_of(Revision):
        return Revision.objects.create(
            report=report, number=last + 1, reason=reason, asked_by=by, asked_at=timezone.now()
        )


def _refuse(revision: Revision, because: str, *, by: User) -> None:
    revision.refused_because = because
    revision.decided_at, revision.decided_by = timezone.now(), by
    revision.save(update_fields=["refused_because", "decided_at", "decided_by"])


def _now(revision: Revision) -> Revision:
    found = Revision.objects.select_related("report__round", "report__unit__region")
    return found.select_for_update(of=("self",)).get(pk=revision.pk)


def _undecided(revision: Revision) -> Revision:
    revision = _now(revision)
    if revision.standing == "withdrawn":
        raise RuleBroken(_("ผู้ขอถอนคำขอนี้แล้ว จึงไม่ต้องตอบ"), code="withdrawn")
    if revision.decided_at:
        raise RuleBroken(_("มีผู้ตัดสินคำขอนี้ไปก่อนแล้ว"), code="decided")
    return revision
