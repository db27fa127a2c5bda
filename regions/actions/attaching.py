"""Papers and photographs beside a section: attached while it is open, and never lost."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.files import Upload, stored
from portal.kernel.models import User
from portal.kernel.thumbnails import discard, small_stored
from regions.models import RegionalReport, ReportAttachment, ReportSection

from .gate import held, require_open

FOLDER = "reports"
MOST = 12  # files beside one section


def attach_file(
    section: ReportSection, upload: Upload, *, says: str, token: UUID, by: User
) -> ReportAttachment:
    """Keep one file beside a section; the same sending twice is one file."""
    with stored(upload, FOLDER) as name, small_stored(upload, name), transaction.atomic():
        report = _held(section)
        if kept := ReportAttachment.objects.filter(token=token).first():
            discard(name)
            return kept
        _require_room(section)
        attachment = ReportAttachment.objects.create(
            section=section,
            token=token,
            file=name,
            name=upload.name,
            size=upload.content.size,
            says=says,
            added_by=by,
            added_at=timezone.now(),
        )
        record("attachment.added", report, by=by, attachment=attachment.pk, section=section.key)
    return attachment


@transaction.atomic
def remove_attachment(attachment: ReportAttachment, *, by: User) -> ReportAttachment:
    """Take it from the page; the file and who took it away stay in the record."""
    report = _held(attachment.section)
    won = ReportAttachment.objects.filter(pk=attachment.pk, removed_at=None).update(
        removed_at=timezone.now(), removed_by=by
    )
    if won:
        details = {"attachment": attachment.pk, "section": attachment.section.key}
        record("attachment.removed", report, by=by, **details)
    attachment.refresh_from_db()
    return attachment


def _held(section: ReportSection) -> RegionalReport:
    report = held(section.report_id)
    require_open(report)
    if report.sections.get(pk=section.pk).is_locked:
        raise RuleBroken(_("ส่วนนี้ผ่านการทบทวนแล้ว จึงแก้ไม่ได้"), code="section-passed")
    return report


def _require_room(section: ReportSection) -> None:
    if section.attachments.filter(removed_at=None).count() >= MOST:
        full = _("แนบได้ไม่เกิน %(most)s ไฟล์ต่อส่วน นำไฟล์ที่ไม่ใช้ออกก่อน") % {"most": MOST}
        raise RuleBroken({"upload": full}, code="too-many")
