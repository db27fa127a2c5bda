"""The meetings before and after one, as its record tells them."""

from datetime import date

from meetings.models import Meeting, Minutes


def neighbour(row: dict) -> Meeting:
    told = row | {name: told_date(row[name]) for name in ("starts_on", "expected_month")}
    minutes = told.pop("minutes_state", None)
    meeting = Meeting(**told)
    meeting.minutes_in_words = Minutes.State(minutes).label if minutes else ""
    meeting.has_shared_minutes = minutes in Minutes.SHARED
    meeting.has_minutes_to_adopt = Minutes.State.ADOPTED in Minutes.NEXT.get(minutes, ())
    return meeting


def told_date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
