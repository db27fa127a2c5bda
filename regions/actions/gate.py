"""What every change of a report passes: the row held, the answers open, the state changed once."""

from collections.abc import Mapping

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.errors import RuleBroken
from regions.followers import tell_followers
from regions.models import RegionalReport, ReportSection

from .figures import promise_roll_up

State = RegionalReport.State
Verdict = ReportSection.Verdict


def held(pk: int) -> RegionalReport:
    """The report as it is now, ours until the transaction ends."""
    reports = RegionalReport.objects.select_related("round", "unit__region")
    return reports.select_for_update(of=("self",)).get(pk=pk)


def require_open(report: RegionalReport) -> None:
    if not report.is_editable:
        raise RuleBroken(
            _("รายงานนี้ส่งแล้ว จึงแก้ไม่ได้ ถ้ายังไม่มีผู้ตรวจ ถอนรายงานกลับมาแก้ได้"), code="not-editable"
        )
    if not report.takes_answers(on=timezone.localdate()):
        raise RuleBroken(_("รอบนี้ยังไม่เปิดหรือปิดรับแล้ว รายงานจึงอ่านได้อย่างเดียว"), code="round-closed")


def require_version(report: RegionalReport, version: int | None) -> None:
    if report.version != version:
        raise RuleBroken(_("รายงานนี้เปลี่ยนไปหลังจากที่ท่านเปิดดู โปรดดูใหม่อีกครั้ง"), code="stale")


def send_sections_back(report: RegionalReport, reasons: Mapping[str, str]) -> None:
    """Each with its reason; whatever is not named stands as passed."""
    keys = set(report.sections.values_list("key", flat=True))
    if not reasons or not keys.issuperset(reasons) or not all(map(str.strip, reasons.values())):
        raise RuleBroken(_("ส่งกลับต้องบอกเหตุผลของแต่ละส่วน"), code="no-reason")
    for key, reason in reasons.items():
        report.sections.filter(key=key).update(verdict=Verdict.RETURNED, reason=reason)
    report.sections.exclude(key__in=reasons).update(verdict=Verdict.PASSED)


def become(report: RegionalReport, state: State, **changes) -> None:
    """The only road from one state to another. What is accepted, or no longer, is rolled up."""
    if not report.can_become(state):
        raise wrong_state()
    was = report.state
    won = RegionalReport.objects.filter(pk=report.pk, state=was).update(
        state=state, version=F("version") + 1, **changes
    )
    if not won:
        raise RuleBroken(_("มีผู้อื่นทำไปก่อนแล้ว"), code="lost-race")
    report.refresh_from_db()
    if State.ACCEPTED in (was, state):
        promise_roll_up(report)
    tell_followers(report)


def wrong_state() -> RuleBroken:
    return RuleBroken(_("รายงานนี้ไม่ได้อยู่ในขั้นที่ทำเช่นนั้นได้แล้ว"), code="wrong-state")
