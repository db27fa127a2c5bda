"""What one group wrote: a bullet at a time, so that two note-takers never overwrite each other."""

from collections.abc import Sequence

from django.db.models import Max
from django.utils.translation import gettext as _

from meetings.actions.record_rules import hold_record, rewrite, writes_record
from meetings.models import BreakoutGroup, BreakoutResult, GroupPoint
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User


@writes_record
def add_bullets(
    group: BreakoutGroup, topic: BreakoutResult, column: str, texts: Sequence[str], *, by: User
) -> list[GroupPoint]:
    """Write bullets at the end of a column of the group's table; one that stands there already
    was sent twice."""
    hold_record(group.sitting.meeting_id)
    _refuse_other_table(group, topic, column)
    there = group.points.filter(result=topic)
    said = set(there.filter(column=column).values_list("text", flat=True))
    last = there.aggregate(last=Max("position"))["last"] or 0
    new = enumerate((text for text in texts if text not in said), last + 1)
    place = {"group": group, "result": topic, "column": column}
    bullets = [GroupPoint.objects.create(position=at, text=text, **place) for at, text in new]
    record("breakout_group.wrote", group, by=by, bullets=len(bullets))
    return bullets


def _refuse_other_table(group: BreakoutGroup, topic: BreakoutResult, column: str) -> None:
    if topic.sitting_id != group.sitting_id:
        raise RuleBroken(_("ตารางนี้เป็นของช่วงอื่น"), code="another-sitting")
    if column not in (topic.columns or [""]):
        raise RuleBroken(_("ไม่มีหัวข้อนี้ในตารางแล้ว โปรดเปิดหน้านี้ใหม่"), code="no-column")


@writes_record
def rewrite_bullet(bullet: GroupPoint, text: str, *, version: int, by: User) -> GroupPoint:
    hold_record(bullet.group.sitting.meeting_id)
    rewrite(bullet, version, text=text, by=by)
    record("bullet.rewritten", bullet, by=by)
    return bullet


@writes_record
def remove_bullet(bullet: GroupPoint, *, by: User) -> None:
    """A bullet that went into the synthesis stays: the point says where it came from."""
    hold_record(bullet.group.sitting.meeting_id)
    if bullet.merged.exists():
        raise RuleBroken(_("ข้อนี้อยู่ในข้อสังเคราะห์แล้ว ลบไม่ได้ ให้นำออกจากข้อสังเคราะห์ก่อน"), code="merged")
    record("bullet.removed", bullet.group, by=by, bullet=bullet.pk)
    bullet.delete()
