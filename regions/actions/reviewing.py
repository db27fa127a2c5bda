"""A reviewer takes a report in hand, and passes it or sends sections back with their reasons."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions import letters
from regions.models import RegionalReport

from .gate import State, Verdict, become, held, require_version, send_sections_back
from .revising import close_revision

Judged = Mapping[str, Mapping[str, str]]  # by section: {"verdict": …, "reason": …}


@transaction.atomic
def begin_review(
    report: RegionalReport, *, version: int, by: User, judged: Judged | None = None
) -> RegionalReport:
    """Take it in hand, also out of another reviewer's, who is told by letter.

    What another judged so far stays to be gone on from; ``judged`` is what ``by`` typed meanwhile.
    """
    report = held(report.pk)
    if report.state != State.IN_REVIEW or report.reviewer_id != by.pk:
        require_version(report, version)
        _take(report, by=by)
    if judged:
        _keep(report, {**report.judged, **judged})
    return report


@transaction.atomic
def put_back(
    report: RegionalReport, *, version: int, by: User, judged: Judged | None = None
) -> RegionalReport:
    """Let another review it: only who has it lays it down. What was judged so far stays."""
    report = held(report.pk)
    _require_in_hand(report, by)
    require_version(report, version)
    if report.state != State.IN_REVIEW:
        raise RuleBroken(_("รายงานนี้ไม่ได้อยู่ระหว่างตรวจ"), code="wrong-state")
    if judged:
        _keep(report, judged)
    become(report, State.SUBMITTED, reviewer=None, review_began_at=None)
    record("report.put_back", report, by=by)
    return report


@transaction.atomic
def keep_judged(
    report: RegionalReport, *, judged: Judged, version: int, by: User
) -> RegionalReport:
    """Keep what the reviewer has typed so far, without telling anybody: it begins the review."""
    report = held(report.pk)
    _require_in_hand(report, by)
    require_version(report, version)
    if report.state != State.IN_REVIEW:
        _take(report, by=by)
    _keep(report, judged)
    return report


@transaction.atomic
def accept_report(report: RegionalReport, *, version: int, by: User) -> RegionalReport:
    """Every section passes: the report is closed, and with it the revision it was open for."""
    report = _in_hand(report, version=version, by=by)
    become(report, State.ACCEPTED, reviewed_at=timezone.now(), reviewed_by=by, judged={})
    report.sections.update(verdict=Verdict.PASSED)
    close_revision(report, by=by)
    letters.promise_accepted(report)
    record("report.accepted", report, by=by)
    return report


@transaction.atomic
def return_report(
    report: RegionalReport, *, reasons: Mapping[str, str], version: int, by: User
) -> RegionalReport:
    """Send back the sections named in ``reasons``, each with its reason; the others pass."""
    report = _in_hand(report, version=version, by=by)
    waiting = report.sections.exclude(verdict=Verdict.PASSED).values_list("key", flat=True)
    back = {key: reasons[key] for key in waiting if key in reasons}
    become(report, State.RETURNED, reviewed_at=timezone.now(), reviewed_by=by, judged={})
    send_sections_back(report, back)
    letters.promise_returned(report)
    record("report.returned", report, by=by, sections=sorted(back))
    return report


# -- In whose hands --------------------------------------------------------------------


def _in_hand(report: RegionalReport, *, version: int, by: User) -> RegionalReport:
    """Held, as it was looked through, and in the hands of ``by``: also where they decide at once,
    without having begun before."""
    report = held(report.pk)
    _require_in_hand(report, by)
    require_version(report, version)
    if report.state != State.IN_REVIEW:
        become(report, State.IN_REVIEW, **_begun(by))
    return report


def _require_in_hand(report: RegionalReport, by: User) -> None:
    if report.state == State.IN_REVIEW and report.reviewer_id != by.pk:
        raise RuleBroken(
            _("%(name)s กำลังตรวจรายงานนี้อยู่ ถ้าจะตรวจต่อ ให้กดรับช่วงตรวจต่อก่อน")
            % {"name": report.reviewer.person.full_name},
            code="in-other-hands",
        )


def _take(report: RegionalReport, *, by: User) -> None:
    if report.state != State.IN_REVIEW:
        become(report, State.IN_REVIEW, **_begun(by))
        record("report.review_began", report, by=by)
        return
    earlier = report.reviewer
    RegionalReport.objects.filter(pk=report.pk).update(version=F("version") + 1, **_begun(by))
    report.refresh_from_db()
    letters.promise_taken_over(report, earlier)
    record("report.review_taken_over", report, by=by, instead_of=earlier.pk)


def _begun(by: User) -> dict:
    return {"reviewer": by, "review_began_at": timezone.now()}


def _keep(report: RegionalReport, judged: Judged) -> None:
    RegionalReport.objects.filter(pk=report.pk).update(judged=dict(judged))
    report.judged = dict(judged)
