"""What was filled in elsewhere, a workbook or a file of a draft, is kept, shown, then written.

``ReportUpload.answers`` is by section what a person typed there, in the names of the form's own
boxes, as the form itself would send them (``forms.elsewhere``), and the version it began from::

    {"certification": {"version": 3, "typed": {"organizations_found": "12",
        "organizations_found_instead": "", "organizations_found_note": "", "story": "…"}}}

A box that is not named stays as it stands. ``findings`` is what could not be read, each
{"sheet", "cell", "found", "expected", "mend"}. A section that was written says so itself:
``"applied": true``.
"""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions.models import RegionalReport, ReportUpload

from .gate import held, require_open

MOST = 50  # uploads of one report: who needs more has another trouble


class Typed(Protocol):
    """One section as it was filled in elsewhere: ``save`` is one ``save_section``."""

    def save(self) -> None: ...


@transaction.atomic
def keep_upload(
    report: RegionalReport, *, token: UUID, name: str, answers: dict, findings: list, by: User
) -> ReportUpload:
    """Keep what could be read and what could not; the draft stays as it is. The same sending
    twice is one upload."""
    held(report.pk)
    if kept := ReportUpload.objects.filter(token=token).first():
        return kept
    _require_room(report)
    upload = ReportUpload.objects.create(
        report=report,
        token=token,
        name=name,
        answers=answers,
        findings=findings,
        uploaded_by=by,
        uploaded_at=timezone.now(),
    )
    record("upload.kept", report, by=by, upload=upload.pk, findings=len(findings))
    return upload


@transaction.atomic
def apply_upload(upload: ReportUpload, *, sections: Mapping[str, Typed], by: User) -> list[str]:
    """Write the chosen sections into the draft, all or none; each is written once.

    Each passes ``save_section`` under the version that was seen. The keys of those written now.
    """
    report = held(upload.report_id)
    require_open(report)
    kept = ReportUpload.objects.select_for_update().get(pk=upload.pk)
    due = [key for key in sections if not kept.answers[key].get("applied")]
    for key in due:
        _write(key, sections[key])
        kept.answers[key]["applied"] = True
    if due:
        kept.applied_at = timezone.now()
        kept.save(update_fields=["answers", "applied_at"])
        record("upload.applied", report, by=by, upload=kept.pk, sections=due)
    return due


def _write(key: str, section: Typed) -> None:
    """A refusal aims at the section it is about."""
    try:
        section.save()
    except RuleBroken as refusal:
        raise RuleBroken({f"take_{key}": refusal.messages}, code="section-refused") from refusal


def _require_room(report: RegionalReport) -> None:
    require_open(report)
    if report.uploads.count() >= MOST:
        full = _("รายงานนี้รับไฟล์ครบ %(most)s ไฟล์แล้ว โปรดกรอกในแบบโดยตรง") % {"most": MOST}
        raise RuleBroken({"upload": full}, code="too-many")
