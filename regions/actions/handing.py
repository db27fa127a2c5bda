"""One section of a report is lent to a colleague of the same place, and taken back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions.handing_letters import promise_handed
from regions.models import RegionalReport, ReportSection
from regions.queries.colleagues import colleagues_for

from .gate import held, require_open


@transaction.atomic
def hand_section(
    section: ReportSection, *, to: User, instead_of: int | None, by: User
) -> ReportSection:
    """Let ``to`` fill in this section and no other, and write to them.

    ``instead_of`` is who had it when the page was read. Lent twice to the same person, it is
    lent once.
    """
    section, report = _held(section)
    if section.handed_to_id == to.pk:
        return section
    _require_same_holder(section, instead_of)
    person = colleagues_for(report, on=timezone.localdate()).filter(user=to).first()
    if person is None or to.pk == by.pk:
        raise RuleBroken({"to": _("ส่งให้ได้เฉพาะผู้ที่มีหน้าที่ในพื้นที่เดียวกัน")}, code="not-a-colleague")
    _lend(section, handed_to=to, handed_at=timezone.now(), handed_by=by)
    promise_handed(section, report, person, by=by)
    record("section.handed", report, by=by, section=section.key, to=to.pk)
    return section


@transaction.atomic
def take_section_back(section: ReportSection, *, instead_of: int | None, by: User) -> ReportSection:
    """Whoever it was lent to may read it still and type in it no more; what they typed stays."""
    section, report = _held(section)
    if section.handed_to_id is None:
        return section
    _require_same_holder(section, instead_of)
    _lend(section, handed_to=None, handed_at=None, handed_by=None)
    record("section.taken_back", report, by=by, section=section.key)
    return section


def _held(section: ReportSection) -> tuple[ReportSection, RegionalReport]:
    """Both as they are now, ours until the transaction ends."""
    report = held(section.report_id)
    require_open(report)
    section = report.sections.get(pk=section.pk)
    if section.is_locked:
        raise RuleBroken(_("ส่วนนี้ผ่านการทบทวนแล้ว จึงแก้ไม่ได้"), code="section-passed")
    return section, report


def _require_same_holder(section: ReportSection, holder: int | None) -> None:
    if section.handed_to_id != holder:
        raise RuleBroken(_("มีผู้เปลี่ยนคนกรอกส่วนนี้ไปก่อนท่าน โปรดดูใหม่อีกครั้ง"), code="stale")


def _lend(section: ReportSection, **to_whom) -> None:
    for name, value in to_whom.items():
        setattr(section, name, value)
    section.save(update_fields=[*to_whom])
