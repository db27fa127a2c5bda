"""Set the groups of a sitting up, and the tables all of them fill."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from meetings.actions.record_rules import hold_record, writes_record
from meetings.models import (
    AgendaItem,
    BreakoutGroup,
    BreakoutMember,
    BreakoutResult,
    Meeting,
    Sitting,
)
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person, User

MOST_GROUPS = 20


@dataclass(frozen=True)
class Sheet:
    """Who sits in a group: people of the register, and others by name."""

    topic: str = ""
    note_taker: Person | None = None
    people: Sequence[Person] = ()
    names: Sequence[str] = ()


@writes_record
def part_into_groups(
    meeting: Meeting, *, title: str, on: date, part_of_day: str, count: int, by: User
) -> Sitting:
    """Once it is called, too: a sitting more, in as many groups. Sent twice, it is there once."""
    meeting = hold_record(meeting.pk)
    told = {"kind": Sitting.Kind.BREAKOUT, "title": title, "on": on, "part_of_day": part_of_day}
    sitting = meeting.sittings.filter(**told).first()
    if sitting is None:
        last = meeting.sittings.aggregate(last=Max("position"))["last"] or 0
        sitting = Sitting.objects.create(meeting=meeting, position=last + 1, **told)
    sitting.group_count = count
    set_group_count(sitting, count, by=by)
    return sitting


@writes_record
def set_group_count(sitting: Sitting, count: int, *, by: User) -> None:
    """Groups 1 to ``count``. A group that has members or has written something is not struck."""
    hold_record(sitting.meeting_id)
    there = set(sitting.groups.values_list("number", flat=True))
    beyond = sitting.groups.filter(number__gt=count)
    if beyond.exclude(members=None, points=None).exists():
        raise RuleBroken({"count": _("กลุ่มท้าย ๆ มีสมาชิกหรือข้อเขียนแล้ว ลดจำนวนไม่ได้")}, code="in-use")
    beyond.delete()
    BreakoutGroup.objects.bulk_create(
        BreakoutGroup(sitting=sitting, number=number)
        for number in range(1, count + 1)
        if number not in there
    )
    Sitting.objects.filter(pk=sitting.pk).update(group_count=count)
    record("breakout.arranged", sitting, by=by, groups=count)


@writes_record
def arrange_group(group: BreakoutGroup, sheet: Sheet, *, by: User) -> BreakoutGroup:
    """Say who sits in the group and who takes its notes. Nobody sits in two groups of a sitting."""
    hold_record(group.sitting.meeting_id)
    _refuse_elsewhere(group, sheet.people)
    group.topic, group.note_taker = sheet.topic, sheet.note_taker
    group.save(update_fields=["topic", "note_taker"])
    _keep_members(group, sheet)
    record("breakout_group.arranged", group, by=by, members=len(sheet.people) + len(sheet.names))
    return group


def _refuse_elsewhere(group: BreakoutGroup, people: Sequence[Person]) -> None:
    others = BreakoutMember.objects.filter(group__sitting=group.sitting_id, person__in=people)
    there = others.exclude(group=group).select_related("person", "group").first()
    if there:
        said = _("%(name)s อยู่ในกลุ่มที่ %(n)s แล้ว")
        raise RuleBroken(
            {"people": said % {"name": there.person.full_name, "n": there.group.number}},
            code="in-another-group",
        )


def _keep_members(group: BreakoutGroup, sheet: Sheet) -> None:
    """Who stays keeps the row; who is not there any more leaves it to the history."""
    people, names = {person.pk for person in sheet.people}, dict.fromkeys(sheet.names)
    there = list(group.members.all())
    for member in there:
        if member.person_id not in people and member.name not in names:
            member.delete()
    had = {member.person_id for member in there}, {member.name for member in there}
    BreakoutMember.objects.bulk_create(
        [BreakoutMember(group=group, person_id=pk) for pk in people - had[0]]
        + [BreakoutMember(group=group, name=name) for name in names if name not in had[1]]
    )


@writes_record
def open_topic(
    item: AgendaItem, sitting: Sitting, *, title: str, columns: Sequence[str], by: User
) -> BreakoutResult:
    """One table that every group of the sitting fills; with no columns it is a plain list."""
    hold_record(item.meeting_id)
    _refuse_other_meeting(item, sitting)
    told = {"sitting": sitting, "title": title, "columns": list(columns)}
    if same := item.results.filter(**told).first():
        return same  # sent twice
    last = item.results.aggregate(last=Max("position"))["last"] or 0
    place = {"position": last + 1, "key": f"topic-{last + 1}"}
    topic = BreakoutResult.objects.create(item=item, **place, **told)
    record("breakout_topic.opened", topic, by=by)
    return topic


def _refuse_other_meeting(item: AgendaItem, sitting: Sitting) -> None:
    if sitting.meeting_id != item.meeting_id:
        raise RuleBroken({"item": _("วาระนี้เป็นของการประชุมอื่น")}, code="another-meeting")


@writes_record
def rename_topic(
    topic: BreakoutResult, *, title: str, columns: Sequence[str], by: User
) -> BreakoutResult:
    """A column that already has something in it stays."""
    hold_record(topic.item.meeting_id)
    used = {*topic.group_points.values_list("column", flat=True)}
    used |= {*topic.points.values_list("column", flat=True)}
    if lost := used - set(columns or [""]):
        text = _("หัวข้อ “%(column)s” มีข้อเขียนแล้ว ลบไม่ได้") % {"column": sorted(lost)[0]}
        raise RuleBroken({"columns": text}, code="in-use")
    topic.title, topic.columns = title, list(columns)
    topic.save(update_fields=["title", "columns"])
    record("breakout_topic.renamed", topic, by=by)
    return topic
