"""One meeting whole, and how its page lays it out."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from committees.models import Committee
from meetings.models import (
    ActionItem,
    AgendaItem,
    Invitation,
    Meeting,
    Reading,
    Resolution,
    Sitting,
)
from portal.kernel.models import Person, User
from portal.kernel.thai import day_of, long_date, short_date, short_range
from regions.models import Region

from .calling import reason_of
from .quorum import Quorum
from .record import record_of
from .replies import answer_counts, own_invitation
from .roll import Roll, roll_from

State = Meeting.State


class Step(NamedTuple):
    label: str
    when: str
    is_past: bool
    is_current: bool


class Section(NamedTuple):
    number: int
    label: str
    items: list[dict]


@dataclass(frozen=True)
class Assignment:
    """Items of one resolution that ask the same of several owners."""

    title: str
    due: str
    rows: list[tuple[ActionItem, str]]

    @property
    def common(self) -> str:
        """The standing of all of them where it is one, so that it is said once."""
        standings = {standing for _item, standing in self.rows}
        return standings.pop() if len(standings) == 1 else ""


@dataclass(frozen=True)
class MeetingPage:
    """One page before and after; which it is follows from the state and the day.

    Two statements however long the agenda is: the meeting itself, and its record.
    """

    meeting: Meeting
    on: date
    reader: User | None = None

    @cached_property
    def record(self) -> dict:
        return record_of(self.meeting, reader=self.reader)

    @property
    def generation(self) -> int | None:
        return self.meeting.former_generation(on=self.on)

    @property
    def is_over(self) -> bool:
        return self.meeting.is_over(on=self.on)

    @property
    def has_next_step(self) -> bool:
        """Whether anything is left for the secretariat to do before the meeting is closed."""
        return self.meeting.state == State.PLANNED or self.meeting.state in Meeting.ANNOUNCED

    @property
    def has_come(self) -> bool:
        return self.meeting.has_come(on=self.on)

    @property
    def takes_attendance(self) -> bool:
        return self.meeting.takes_attendance(on=self.on)

    @property
    def is_in_session(self) -> bool:
        return self.meeting.state == State.IN_SESSION

    # -- Steps and jumps

    @property
    def steps(self) -> list[Step]:
        meeting, at = self.meeting, self._at
        called = meeting.called_at and short_date(meeting.called_at)
        days = meeting.starts_on and short_range(meeting.starts_on, meeting.ends_on)
        written = [
            (pgettext("meeting", "ร่างวาระ"), ""),
            (_("เรียกประชุม"), called),
            (self._day_in_words, days),
            (_("สรุปเชิงบริหาร"), self._told_on),
        ]
        steps = [
            Step(label, when or "", index < at, index == at)
            for index, (label, when) in enumerate(written)
        ]
        # What came before the day is not in the source of a past record.
        return steps[2:] if meeting.source else steps

    @property
    def _day_in_words(self) -> str:
        if self.is_in_session:
            return _("กำลังประชุม")
        return _("ประชุมแล้ว") if self.is_over else _("วันประชุม")

    @property
    def _told_on(self) -> str:
        """When the summary came out; a record's own was taken over, and its day is not known."""
        meeting, at = self.meeting, self.published_at
        if not at or meeting.source:
            return ""
        # Short beside a meeting of the same year.
        is_same_year = day_of(at).year == meeting.starts_on.year
        return short_date(at) if is_same_year else long_date(at)

    @property
    def _at(self) -> int:
        if self.meeting.state == State.PLANNED:
            return 0
        if self.published_at:
            return 3
        return 2 if self.is_over or self.is_in_session else 1

    @property
    def jumps(self) -> list[dict]:
        """Links to the parts, for a phone."""
        parts = [
            ("#resolutions", pgettext("meeting", "มติ"), self.resolutions),
            *(
                (f"#agenda-{part.number}", _("วาระที่ %(n)s") % {"n": part.number}, True)
                for part in self.sections
            ),
            ("#readings", _("คำอ่าน"), self.record["readings"]),
            ("#about", _("ข้อมูลประกอบ"), True),
        ]
        return [{"url": url, "label": label} for url, label, there in parts if there]

    # -- What was said and decided

    @cached_property
    def sections(self) -> list[Section]:
        """The headings that have items. A record also shows the headings it skips, for a reader
        would ask where they went."""
        groups = groupby(self.record["items"], key=lambda item: item["section"])
        items = {number: list(group) for number, group in groups}
        numbers = range(min(items), max(items) + 1) if items and self.meeting.source else items
        return [
            Section(number, AgendaItem.Section(number).label, items.get(number, []))
            for number in numbers
        ]

    @cached_property
    def resolutions(self) -> list[tuple[dict, list[Assignment]]]:
        return [(row, self._assignments(row)) for row in self.record["resolutions"]]

    def _assignments(self, row: dict) -> list[Assignment]:
        resolution = Resolution(pk=row["pk"], meeting=self.meeting)
        items = [_item(task, resolution) for task in row["tasks"]]
        rows = [(item, item.standing(on=self.on)) for item in items]
        alike = groupby(rows, key=lambda row: (row[0].title, row[0].due_in_words))
        return [Assignment(title, due, list(group)) for (title, due), group in alike]

    @property
    def sittings(self) -> list[dict]:
        kinds = Sitting.Kind
        return [
            {**row, "on": _date(row["on"]), "kind": kinds(row["kind"]).label}
            for row in self.record["sittings"]
        ]

    @property
    def readings(self) -> list[dict]:
        certain = Reading.Certainty
        return [
            {**row, "certainty": certain(row["certainty"]).label} for row in self.record["readings"]
        ]

    # -- Who came

    @cached_property
    def roll(self) -> Roll:
        return roll_from(self.record, self.meeting)

    @cached_property
    def quorum(self) -> Quorum:
        """As it stands now; of a meeting that is over, with everybody who came."""
        return self.roll.quorum_of_all_who_came() if self.is_over else self.roll.quorum()

    # -- What stands beside it

    @property
    def has_summary(self) -> bool:
        return bool(self.record["summaries"])

    @property
    def published_at(self) -> datetime | None:
        told = [row["published_at"] for row in self.record["summaries"] if row["published_at"]]
        return datetime.fromisoformat(told[0]) if told else None

    @property
    def letters(self) -> int:
        return self._told_by(Invitation.Channel.LETTER)

    @property
    def calls(self) -> int:
        return self._told_by(Invitation.Channel.PHONE)

    def _told_by(self, channel: str) -> int:
        return sum(row["channel"] == channel for row in self.record["channels"])

    @property
    def answers(self) -> list[dict]:
        """Who comes, who does not, who sends somebody, and who has not said: links to each."""
        asked = [row["answer"] for row in self.record["channels"] if row["is_seated"]]
        return answer_counts(self.meeting, asked)

    @cached_property
    def own_invitation(self) -> Invitation | None:
        """Of the reader, if they may answer it."""
        return own_invitation(self.record["own"], self.meeting)

    @property
    def previous(self) -> Meeting | None:
        """What came before; a plan is told only to those who read this one as a plan."""
        is_plan = self.meeting.state == State.PLANNED
        told = (row for row in self.record["previous"] if row["number"] or is_plan)
        return next(map(_neighbour, told), None)

    @property
    def following(self) -> Meeting | None:
        """What came next, once it was called; a plan is not told here."""
        return next(map(_neighbour, (row for row in self.record["next"] if row["number"])), None)

    @property
    def reason(self) -> str:
        """Why a cancelled meeting was called off: one statement more."""
        return reason_of("meeting.cancelled", self.meeting)


def _neighbour(row: dict) -> Meeting:
    return Meeting(**{**row, "starts_on": _date(row["starts_on"])})


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _item(task: dict, resolution: Resolution) -> ActionItem:
    """A row of the record as the model again, which knows how it stands."""
    return ActionItem(
        resolution=resolution,
        title=task["title"],
        due_on=date.fromisoformat(task["due_on"]),
        due_precision=task["due_precision"],
        done_at=task["done_at"],
        answered_by_id=task["answered_by_id"],
        region=_owner(Region, task, "region", "mark"),
        unit=_owner(Committee, task, "unit"),
        person=_person(task),
    )


def _owner(
    model: type[Region | Committee], task: dict, path: str, *more: str
) -> Region | Committee | None:
    names = ("short_name", "name_en", *more)
    found = {name: task[f"{path}_{name}"] for name in names}
    return model(**found) if found["short_name"] is not None else None


def _person(task: dict) -> Person | None:
    if task["first"] is None:
        return None
    return Person(name_prefix=task["prefix"], first_name=task["first"], last_name=task["last"])
