"""คำขอของภาคที่ส่วนกลางยังไม่ตอบ: what a meeting of the 67 takes up by itself (B5).

A request that waits past the day by which it was to be answered stands on the agenda of every
meeting that has not begun; with the beginning the list is what its rows say.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse

from meetings.models import Meeting
from portal.kernel.thai import day_of
from regions.models import Region, SupportRequest

from .carried import TAKING_UP
from .places import has_seats

LATE = SupportRequest.Standing.LATE
REGION = ("name", "short_name", "name_en", "mark")
ASKED = {
    **{name: name for name in ("pk", "number", "be_year", "kind", "text", "standing")},
    **{name: name for name in ("sent_at", "reopened_at")},
    **{f"region_{name}": f"report__region__{name}" for name in REGION},
}


def takes_requests_up(meeting: Meeting) -> bool:
    """Only the 67 hear of what the regions ask of the centre."""
    return meeting.state in TAKING_UP and not meeting.source and has_seats(meeting.committee)


def overdue_requests(*, on: date) -> QuerySet[SupportRequest]:
    return SupportRequest.objects.overdue(on=on)


def carried_rows(*, on: date) -> ArraySubquery:
    """For the statement of a meeting's record: what it took up."""
    rows = SupportRequest.objects.with_standing(on=on).filter(carried__meeting=OuterRef("pk"))
    removed = {"removed_because": F("carried__removed_because")}
    return ArraySubquery(
        rows.order_by("be_year", "number").values(row=JSONObject(**ASKED, **removed))
    )


def overdue_rows(*, on: date) -> ArraySubquery:
    """The same of what waits too long, whatever meeting is asked about."""
    return ArraySubquery(overdue_requests(on=on).values(row=JSONObject(**ASKED)))


class TakenUp(NamedTuple):
    """One request on the agenda: whose, which, and how long it has waited."""

    pk: int
    name: str
    region: Region
    kind: str
    text: str
    days: int
    is_waiting: bool
    removed_because: str = ""

    @property
    def url(self) -> str:
        return reverse("regions:request-detail", args=[self.pk])


@dataclass(frozen=True)
class Requests:
    """What one meeting takes up, from its record."""

    record: dict
    meeting: Meeting
    on: date | None

    @property
    def takes_up(self) -> bool:
        return takes_requests_up(self.meeting)

    @cached_property
    def rows(self) -> list[TakenUp]:
        """Until it begins: what waits today, and what was taken off."""
        carried = [self._taken_up(row) for row in self.record["requests"]]
        if not self.takes_up:
            return carried
        here = {row.pk for row in carried}
        overdue = map(self._taken_up, self.record["overdue_requests"])
        still = [row for row in carried if row.is_waiting or row.removed_because]
        return still + [row for row in overdue if row.pk not in here]

    @property
    def standing(self) -> list[TakenUp]:
        """The one that waits longest first."""
        return sorted(self._on_agenda, key=lambda row: (-row.days, row.pk))

    @property
    def _on_agenda(self) -> list[TakenUp]:
        return [row for row in self.rows if not row.removed_because]

    @property
    def taken_off(self) -> list[TakenUp]:
        return [row for row in self.rows if row.removed_because]

    def of(self, request: int) -> TakenUp | None:
        return next((row for row in self.rows if row.pk == request), None)

    def _taken_up(self, row: dict) -> TakenUp:
        return TakenUp(
            pk=row["pk"],
            name=f"{row['number']}/{row['be_year']}",
            region=Region(**{name: row[f"region_{name}"] for name in REGION}),
            kind=row["kind"],
            text=row["text"],
            days=self._days(row),
            is_waiting=self.on is None or row["standing"] == LATE,
            removed_because=row.get("removed_because") or "",
        )

    def _days(self, row: dict) -> int:
        """Until today; of a meeting that has begun, until its day."""
        until = (self.takes_up and self.on) or self.meeting.starts_on
        moments = filter(None, [row["sent_at"], row["reopened_at"]])
        asked = [day_of(datetime.fromisoformat(moment)) for moment in moments]
        return min(((until - day).days for day in asked if until and day <= until), default=0)
