"""One meeting whole, and how its page lays it out."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.models import (
    ActionItem,
    AgendaItem,
    Invitation,
    Meeting,
    Minutes,
    Reading,
    Resolution,
    Sitting,
)
from meetings.running_clock import RunningClock, clock_of
from portal.kernel.models import User

from .calling import reason_of
from .carried import Arising
from .carried_requests import Requests
from .neighbours import neighbour, told_date
from .owed import item_of
from .quorum import Quorum
from .record import record_of
from .replies import answer_counts, own_invitation
from .roll import Roll, roll_from
from .steps import Step, steps_of

State = Meeting.State


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
        return record_of(self.meeting, reader=self.reader, on=self.on)

    @property
    def generation(self) -> int | None:
        return self.meeting.former_generation(on=self.on)

    @property
    def standing(self) -> str:
        """How far it is, in words; a record without papers was held all the same."""
        papers = self.meeting.papers(on=self.on)
        is_absent = papers == Meeting.Papers.ABSENT
        return self.meeting.get_state_display() if is_absent else papers.label

    @property
    def is_over(self) -> bool:
        return self.meeting.is_over(on=self.on)

    @property
    def has_next_step(self) -> bool:
        """Whether anything is left for the secretariat to do before the meeting is closed."""
        before = (State.PLANNED, State.POSTPONED, *Meeting.ANNOUNCED)
        return self.meeting.state in before

    @property
    def has_come(self) -> bool:
        return self.meeting.has_come(on=self.on)

    @property
    def takes_attendance(self) -> bool:
        return self.meeting.takes_attendance(on=self.on)

    @property
    def is_in_session(self) -> bool:
        return self.meeting.state == State.IN_SESSION

    @property
    def is_postponed(self) -> bool:
        return self.meeting.state == State.POSTPONED

    # -- Steps and jumps

    @property
    def steps(self) -> list[Step]:
        return steps_of(self)

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
        for item, begins in zip(self.record["items"], self.clock.begins, strict=False):
            item["begins"] = begins
        groups = groupby(self.record["items"], key=lambda item: item["section"])
        items = {number: list(group) for number, group in groups}
        shown = {*items, *self._written_by_itself}
        numbers = range(min(items), max(items) + 1) if items and self.meeting.source else shown
        return [
            Section(number, AgendaItem.Section(number).label, items.get(number, []))
            for number in sorted(numbers)
        ]

    @cached_property
    def clock(self) -> RunningClock:
        """As the agenda is planned; once it is held, or of a document's record, nothing runs."""
        is_planned = self.has_next_step and not self.is_over and not self.is_in_session
        return clock_of(self.meeting, self.record["items"] if is_planned else [])

    @property
    def _written_by_itself(self) -> list[int]:
        """The headings that stand without an item: the minutes to adopt, the matters arising."""
        section = AgendaItem.Section
        arising = [*self.arising.rows, *self.requests.rows]
        there = {section.ADOPTION: self.minutes_to_adopt, section.ARISING: arising}
        return [number for number, rows in there.items() if rows]

    @cached_property
    def minutes_to_adopt(self) -> Meeting | None:
        """The meeting before, whose minutes heading 2 is about; not of a document's record."""
        return None if self.meeting.source else self.previous

    @cached_property
    def arising(self) -> Arising:
        return Arising(self.record, self.meeting, on=self.on, reader=self.reader)

    @cached_property
    def requests(self) -> Requests:
        """What regions asked of the centre and it has not answered in time, under heading 3."""
        return Requests(self.record, self.meeting, on=self.on)

    @cached_property
    def resolutions(self) -> list[tuple[dict, list[Assignment]]]:
        return [
            (row | {"quorum": self._quorum_at_vote(row)}, self._assignments(row))
            for row in self.record["resolutions"]
        ]

    def _quorum_at_vote(self, row: dict) -> Quorum | None:
        at = row["decided_at"]
        return self.roll.quorum_at_vote(at and datetime.fromisoformat(at))

    def _assignments(self, row: dict) -> list[Assignment]:
        resolution = Resolution(pk=row["pk"], meeting=self.meeting)
        items = [item_of(task, resolution) for task in row["tasks"]]
        rows = [(item, item.standing(on=self.on)) for item in items]
        alike = groupby(rows, key=lambda row: row[0].asked)
        return [Assignment(title, due, list(group)) for (title, due, _stream), group in alike]

    @property
    def sittings(self) -> list[dict]:
        kinds = Sitting.Kind
        return [
            {**row, "on": told_date(row["on"]), "kind": kinds(row["kind"]).label}
            for row in self.record["sittings"]
        ]

    @property
    def has_groups(self) -> bool:
        """Whether a sitting parts into groups; of a record its document says what came of it."""
        kinds = {row["kind"] for row in self.record["sittings"]}
        return Sitting.Kind.BREAKOUT in kinds and not self.meeting.source

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
    def minutes(self) -> Minutes | None:
        return getattr(self.meeting, "minutes", None)

    @property
    def awaits_minutes(self) -> bool:
        """Closed in the portal, and nobody has begun its minutes."""
        is_closed = self.meeting.state == State.CLOSED and not self.meeting.source
        return is_closed and self.minutes is None

    @property
    def takes_summary(self) -> bool:
        """Begun, kept in the portal, and no summary is there yet."""
        has_begun = self.meeting.state in (State.IN_SESSION, State.CLOSED)
        return has_begun and not self.meeting.source and not self.has_summary

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
        return next(map(neighbour, told), None)

    @property
    def following(self) -> Meeting | None:
        """What came next, once it was called; a plan is not told here."""
        return next(map(neighbour, (row for row in self.record["next"] if row["number"])), None)

    @property
    def reason(self) -> str:
        """Why a meeting was called off or put off: one statement more."""
        verb = "meeting.postponed" if self.is_postponed else "meeting.cancelled"
        return reason_of(verb, self.meeting)

    @property
    def may_be_followed(self) -> bool:
        """Held in the portal, and nothing follows it yet, not even a plan."""
        is_held = self.meeting.state in (State.IN_SESSION, State.CLOSED)
        return is_held and not self.meeting.source and not self.record["next"]
