"""What every change to the record of a meeting asks first."""

from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import Block, Meeting
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User


def hold_record(meeting_pk: int) -> Meeting:
    """The meeting's row, locked: its record is open until its minutes are adopted, and one
    taken from a document has what the document says."""
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting_pk)
    if meeting.has_adopted_minutes:
        raise RuleBroken(_("รับรองรายงานการประชุมแล้ว แก้ได้ด้วยใบแก้ไขเท่านั้น"), code="adopted")
    if not meeting.takes_record:
        raise RuleBroken(_("การประชุมนี้ยังไม่รับบันทึก หรือเป็นบันทึกจากเอกสารเดิม"), code="wrong-state")
    return meeting


def rewrite(block: Block, version: int, /, *, by: User, **changes) -> None:
    """Change a block that is still as it was when ``version`` was read; its row is locked by
    this, and whoever comes second is refused as stale."""
    won = type(block).objects.filter(pk=block.pk, version=version)
    if not won.update(version=version + 1, edited_at=timezone.now(), edited_by=by, **changes):
        raise RuleBroken(_("มีผู้แก้ข้อความนี้หลังจากท่านเปิดหน้านี้"), code="stale")
    block.refresh_from_db()
