"""Merge what the groups wrote into one list, each point keeping the groups it came from (B14)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db.models import Max
from django.utils.translation import gettext as _

from meetings.actions.record_rules import hold_record, rewrite, writes_record
from meetings.models import BreakoutResult, GroupPoint, PointSource, ResultPoint
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User


@dataclass(frozen=True)
class Point:
    text: str
    heading: str = ""
    column: str = ""


@writes_record
def merge(
    topic: BreakoutResult,
    bullets: Sequence[GroupPoint],
    *,
    by: User,
    point: Point | None = None,
    into: ResultPoint | None = None,
) -> ResultPoint:
    """Make one ``point`` of the bullets, or put them ``into`` one that stands already."""
    hold_record(topic.item.meeting_id)
    _refuse_other_topic(topic, bullets, into)
    merged = into or _write(topic, point)
    sources = [PointSource(point=merged, group_point=bullet) for bullet in bullets]
    PointSource.objects.bulk_create(sources, ignore_conflicts=True)
    record("synthesis.merged", merged, by=by, bullets=len(bullets))
    return merged


def _refuse_other_topic(
    topic: BreakoutResult, bullets: Sequence[GroupPoint], into: ResultPoint | None
) -> None:
    if not bullets:
        raise RuleBroken({"bullets": _("เลือกอย่างน้อยหนึ่งข้อ")}, code="nothing-chosen")
    there = topic.group_points.filter(pk__in=[bullet.pk for bullet in bullets]).count()
    is_there = into is None or topic.points.filter(pk=into.pk).exists()
    if there < len(bullets) or not is_there:
        raise RuleBroken(_("ข้อที่เลือกไม่อยู่ในตารางนี้แล้ว โปรดเปิดหน้านี้ใหม่"), code="another-topic")


def _write(topic: BreakoutResult, point: Point) -> ResultPoint:
    """The same words under the same heading are the same point, sent twice."""
    if point.column not in (topic.columns or [""]):
        raise RuleBroken({"column": _("ไม่มีหัวข้อนี้ในตารางแล้ว")}, code="no-column")
    words = asdict(point)
    if same := topic.points.filter(**words, parent=None).first():
        return same
    last = topic.points.aggregate(last=Max("position"))["last"] or 0
    return ResultPoint.objects.create(result=topic, position=last + 1, **words)


@writes_record
def rewrite_point(
    row: ResultPoint,
    point: Point,
    *,
    version: int,
    by: User,
    leave_out: Sequence[GroupPoint] = (),
) -> ResultPoint:
    """Put the wording of a point right; ``leave_out`` are bullets that wait to be merged again."""
    hold_record(row.result.item.meeting_id)
    rewrite(row, version, text=point.text, heading=point.heading, column=point.column, by=by)
    row.sources.filter(group_point__in=leave_out).delete()
    record("synthesis.rewritten", row, by=by)
    return row


@writes_record
def move_point(row: ResultPoint, *, up: bool, by: User) -> None:
    """Past its neighbour of the same column; the first does not go up, nor the last down."""
    hold_record(row.result.item.meeting_id)
    other = _neighbour(row, up=up)
    if other is None:
        return
    ResultPoint.objects.filter(pk=row.pk).update(position=other.position)
    ResultPoint.objects.filter(pk=other.pk).update(position=row.position)
    record("synthesis.moved", row, by=by)


def _neighbour(row: ResultPoint, *, up: bool) -> ResultPoint | None:
    """As the column stands now; a point taken off meanwhile has none."""
    rows = row.result.points.filter(column=row.column, parent=None)
    column = list(rows.order_by("-position" if up else "position", "pk"))
    at = next((at for at, one in enumerate(column) if one == row), len(column))
    if other := next(iter(column[at + 1 :]), None):
        row.position = column[at].position
    return other


@writes_record
def remove_point(row: ResultPoint, *, version: int, by: User) -> None:
    """Take a point off; what the groups wrote stays and waits to be merged again."""
    hold_record(row.result.item.meeting_id)
    rewrite(row, version, by=by)
    record("synthesis.removed", row.result, by=by, point=row.pk)
    row.sources.all().delete()
    row.delete()
