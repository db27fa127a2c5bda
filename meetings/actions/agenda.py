"""The lines of an agenda become its items; an item that goes on stays the same row."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Meeting, Paper
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person

from .lines import write_line


class AgendaLine(NamedTuple):
    section: int
    title: str
    presenter: Person | None = None
    minutes: int | None = None
    item: int | None = None  # the item this line was written from, if it was


def write_agenda(meeting: Meeting, lines: Sequence[AgendaLine]) -> None:
    """Make the items those of the lines, in their order, whatever they are called by now.

    What hangs on an item stays with it: a line goes on with the item it names, else with one
    of the same heading and title. An item without a line goes, unless papers are filed with it.
    """
    standing = list(meeting.items.all())
    matched = _matched(lines, standing)
    _strike([item for item in standing if item not in matched])
    positions = Counter()
    for line, item in zip(lines, matched, strict=True):
        positions[line.section] += 1
        _write(item or AgendaItem(meeting=meeting), line, positions[line.section])


def _matched(lines: Sequence[AgendaLine], standing: list[AgendaItem]) -> list[AgendaItem | None]:
    left = {item.pk: item for item in standing}
    matched = [left.pop(line.item, None) for line in lines]
    for at, line in enumerate(lines):
        if matched[at] is None:
            alike = (pk for pk, item in left.items() if (item.section, item.title) == line[:2])
            matched[at] = left.pop(next(alike, None), None)
    return matched


def _write(item: AgendaItem, line: AgendaLine, position: int) -> None:
    said = line._asdict()
    del said["item"]
    write_line(item, position=position, **said)


def _strike(items: list[AgendaItem]) -> None:
    """Take items off the agenda. A paper is not taken off along, nor does it go where nobody
    put it; only one that was taken off before stays with the meeting instead."""
    papers = Paper.objects.filter(item__in=items)
    filed = Counter(papers.filter(removed_at=None).values_list("item", flat=True))
    for item in items:
        if filed[item.pk]:
            _refuse_papers(item, filed[item.pk])
    papers.update(item=None)
    try:
        AgendaItem.objects.filter(pk__in=[item.pk for item in items]).delete()
    except ProtectedError as refusal:
        raise RuleBroken(_("ลบวาระที่มีบันทึกการประชุมอยู่แล้วไม่ได้"), code="has-record") from refusal


def _refuse_papers(item: AgendaItem, count: int) -> None:
    raise RuleBroken(
        _(
            "ลบวาระ %(number)s “%(title)s” ไม่ได้ เพราะมีเอกสารประกอบ %(count)s รายการ "
            "ย้ายหรือนำเอกสารออกจากวาระนี้ก่อน"
        )
        % {"number": item.number, "title": item.title, "count": count},
        code="has-papers",
    )
