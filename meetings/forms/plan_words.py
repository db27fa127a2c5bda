"""What a plan says: as its form shows it when it opens, and as a person reads it."""

from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from meetings.actions import AgendaLine, Expectation, Plan, Schedule, SittingLine
from meetings.models import Meeting, Sitting
from portal.kernel.names import named
from portal.kernel.thai import date_range, short_date, time_of_day

from .agenda import agenda_rows, typed_agenda, with_blanks
from .schedule import schedule_of
from .sittings import sitting_rows, standing_lines, typed_sittings

# What a plan says beside the schedule, in columns of the meeting.
ALSO = ("kind", "title", "letter_number", "previous")


def new_plan(committee) -> dict:
    """What the form of a new meeting holds when it opens: the kind and the hours of the one before
    it, and an empty row under each heading."""
    before = Meeting.objects.filter(committee=committee).free_to_precede().first()
    return {
        "token": uuid4(),
        "previous": before,
        "starts_at": (before and before.starts_at) or "09.00",
        "ends_at": before and before.ends_at,
        "kind": before.kind if before else Meeting.Kind.MEETING,
        "agenda": with_blanks([]),
    }


def plan_of(meeting: Meeting) -> dict:
    """What a plan says now, as its form shows it."""
    return {
        **{name: getattr(meeting, name) for name in (*COLUMNS, "version")},
        **schedule_of(meeting),
        "expected_part": meeting.expected_part or Meeting.MonthPart.ANY,
        "previous": meeting.previous_id,
        "objectives": "\n".join(row.text for row in meeting.objectives.all()),
        "sittings": sitting_rows(meeting),
        "agenda": with_blanks(agenda_rows(meeting)),
    }


COLUMNS = (*Schedule.__dataclass_fields__, *Expectation.__dataclass_fields__, *ALSO)


def typed_plan(data) -> dict:
    """What stands in a form on its way to one more row, or to another order of them."""
    return {**data.dict(), "agenda": typed_agenda(data), "sittings": typed_sittings(data)}


def with_its_days(meeting: Meeting) -> str:
    """A plan has no number yet, so the days tell meetings apart."""
    return " ".join(filter(None, [meeting.name, when(meeting)]))


def when(told: Meeting | Plan) -> str:
    """The days, or the time they are expected in; nothing where neither is known."""
    if told.starts_on:
        return date_range(told.starts_on, told.ends_on)
    expectation = {name: getattr(told, name) for name in Expectation.__dataclass_fields__}
    return Meeting(**expectation).expected_in_words


def saved_plan(meeting: Meeting) -> Plan:
    return Plan(
        **{name: getattr(meeting, name) for name in COLUMNS},
        objectives=tuple(row.text for row in meeting.objectives.all()),
        sittings=standing_lines(meeting),
        agenda=tuple(
            AgendaLine(item.section, item.title, item.presenter, item.minutes)
            for item in meeting.items.select_related("presenter")
        ),
    )


def in_words(plan: Plan) -> dict[str, str]:
    """A plan as a person reads it, part by part."""
    return {
        _("ประเภท"): str(Meeting.Kind(plan.kind).label),
        _("ชื่อการประชุม"): plan.title,
        **_schedule_in_words(plan),
        _("เลขที่หนังสือเชิญ"): plan.letter_number,
        _("ต่อจากการประชุม"): with_its_days(plan.previous) if plan.previous else "",
        _("วัตถุประสงค์"): "\n".join(plan.objectives),
        _("กำหนดการ"): "\n".join(map(sitting_in_words, plan.sittings)),
        pgettext("agenda", "ระเบียบวาระ"): "\n".join(map(line_in_words, plan.agenda)),
    }


def _schedule_in_words(plan: Plan) -> dict[str, str]:
    hours = filter(None, (plan.starts_at, plan.ends_at))
    return {
        _("วันประชุม"): when(plan),
        _("เวลา"): " – ".join(map(time_of_day, hours)),
        _("วิธีประชุม"): str(Meeting.Mode(plan.mode).label),
        _("สถานที่"): f"{plan.venue} {named(plan.province) if plan.province else ''}".strip(),
        _("ลิงก์แผนที่"): plan.map_url,
        _("ลิงก์เข้าประชุมออนไลน์"): plan.online_url,
    }


def sitting_in_words(line: SittingLine) -> str:
    said = [line.title, str(Sitting.Kind(line.kind).label), line.on and short_date(line.on)]
    if line.group_count:
        groups = ngettext("%(n)s กลุ่ม", "%(n)s กลุ่ม", line.group_count) % {"n": line.group_count}
        said.append(groups)
    return " · ".join(filter(None, [*said, line.part_of_day]))


def line_in_words(line: AgendaLine) -> str:
    said = [f"{line.section}. {line.title}", line.presenter and line.presenter.full_name]
    if line.minutes:
        said.append(ngettext("%(n)s นาที", "%(n)s นาที", line.minutes) % {"n": line.minutes})
    return " · ".join(filter(None, said))
