"""The lines of a programme become its sittings; one that goes on stays the same row."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from meetings.models import Meeting, Sitting
from portal.kernel.errors import RuleBroken

from .lines import write_line


class SittingLine(NamedTuple):
    title: str
    kind: str = Sitting.Kind.PLENARY
    on: date | None = None
    part_of_day: str = ""
    group_count: int | None = None
    sitting: int | None = None  # the one this line was written from, if it was


def write_sittings(meeting: Meeting, lines: Sequence[SittingLine]) -> None:
    """Make the sittings those of the lines, in their order. What hangs on a sitting, its groups
    and their results, stays with it; one that has any is not struck."""
    standing = {sitting.pk: sitting for sitting in meeting.sittings.all()}
    matched = [standing.pop(line.sitting, None) for line in lines]
    _strike(standing.values())
    for position, (line, sitting) in enumerate(zip(lines, matched, strict=True), start=1):
        _write(sitting or Sitting(meeting=meeting), line, position)


def _write(sitting: Sitting, line: SittingLine, position: int) -> None:
    said = line._asdict()
    del said["sitting"]
    write_line(sitting, position=position, **said)


def _strike(sittings: Sequence[Sitting]) -> None:
    try:
        Sitting.objects.filter(pk__in=[sitting.pk for sitting in sittings]).delete()
    except ProtectedError as refusal:
        raise RuleBroken(
            _("ลบช่วงประชุมที่มีกลุ่มย่อยหรือผลการแบ่งกลุ่มอยู่แล้วไม่ได้"), code="has-groups"
        ) from refusal
