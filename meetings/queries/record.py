"""What hangs below a meeting, in one statement that PostgreSQL folds into plain data.

Django takes several times longer to write this statement than PostgreSQL to run
it, so it is written once; only the meeting's number in it changes.
"""

import json
from datetime import date
from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Model, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from meetings.models import (
    ActionItem,
    AgendaItem,
    Answer,
    Attendance,
    AttendanceClaim,
    BreakoutResult,
    CarriedItem,
    Diagram,
    DiagramNode,
    Erratum,
    ExecutiveSummary,
    Invitation,
    Meeting,
    Minutes,
    Objective,
    Opinion,
    Paper,
    PaperVersion,
    PointSource,
    Proposal,
    Reading,
    Resolution,
    ResolutionChange,
    ResultPoint,
    Sitting,
    Speaker,
    Statement,
)
from meetings.models.answer import FILED
from meetings.models.invitation import still_seated
from portal.kernel.models import User

from . import record_roll
from .carried import NOT_HELD, uncarried
from .carried_requests import carried_rows, overdue_rows
from .owed import decided, owed
from .replies import OWN, is_own

# Stand in the statement for the meeting asked about, for who reads and for the day on which
EXPECTED = ("expected_month", "expected_part")
# what waits is carried over; no row has them.
THIS, READER, TODAY = -1, -2, date.min
TAKEN_UP = {"in": "meeting_id", "on": "meeting__starts_on"}
CLAIM = ("mode", "outcome", "reason", "arrived_at", "claimed_at", "answered_at")
TOLD = {
    "month": "report__round__month",
    "region": "report__unit__region_id",
    "report": "report_id",
    "state": "report__state",
}


def record_of(meeting: Meeting, *, reader: User | None = None, on: date | None = None) -> dict:
    """Everything the page of a meeting prints below its head, in order. Without a day, nothing
    stands among what it takes up that was not written down."""
    sql, params = _statement()
    with connection.cursor() as cursor:
        asked = {THIS: meeting.pk, READER: reader and reader.pk, TODAY: on}
        cursor.execute(sql, [asked.get(param, param) for param in params])
        return json.loads(cursor.fetchone()[0])


@cache
def _statement() -> tuple[str, tuple]:
    record = JSONObject(**_plan(), **_said(), **_who(), **_around())
    rows = Meeting.objects.filter(pk=THIS).annotate(record=record)
    return rows.values_list("record").query.sql_with_params()


def _plan() -> dict[str, ArraySubquery]:
    return {
        "objectives": _rows(Objective, "meeting", "text"),
        "sittings": _rows(Sitting, "meeting", "on", "part_of_day", "kind", "title", "group_count"),
        "papers": _papers("meeting", only=Q(item=None)),
    }


def _said() -> dict[str, ArraySubquery]:
    below = {"tasks": _tasks(), "changed_by": _changed_by()}
    columns = ("pk", "number", "text", "decided_at", "item_id")
    return {
        "items": _items(),
        "resolutions": _rows(Resolution, "meeting", *columns, order=("number",), **below),
        "readings": _rows(Reading, "meeting", "seen", "read_as", "certainty", "note"),
        "carried": _carried(),
        "uncarried": _uncarried(),
        "requests": carried_rows(on=TODAY),
        "overdue_requests": overdue_rows(on=TODAY),
    }


def _who() -> dict[str, ArraySubquery]:
    answers = {"order": (), "is_seated": still_seated()}
    return {
        "channels": _rows(Invitation, "meeting", "channel", "answer", **answers),
        "own": _rows(Invitation, "meeting", *OWN, order=(), only=is_own(READER)),
        "attendance": _attendance(),
        "claims": _rows(AttendanceClaim, "meeting", *CLAIM, order=(), user_id="person__user_id"),
        "seats": record_roll.seats(),
        "members": record_roll.members(),
    }


def _around() -> dict[str, ArraySubquery]:
    """Its documents, and the meetings before and after it."""
    neighbour = ("pk", "kind", "number", "be_year", "starts_on", "state", *EXPECTED)
    before = {"order": (), "minutes_state": "minutes__state"}
    return {
        "summaries": _rows(ExecutiveSummary, "meeting", "published_at", order=()),
        "minutes": _rows(Minutes, "meeting", "state", order=()),
        "errata_adopted": _errata("adopted_in", of="minutes__meeting"),
        "previous": _rows(Meeting, "next", *neighbour, **before),
        "next": _rows(Meeting, "previous", *neighbour, order=()),
    }


def _items() -> ArraySubquery:
    nodes = _rows(DiagramNode, "diagram", "column", "title", "text")
    columns = ("pk", "section", "position", "title", "discussion", "is_noted", "minutes")
    return _rows(
        AgendaItem,
        "meeting",
        *columns,
        order=("section", "position"),
        **_person("presenter"),
        statements=_statements(),
        opinions=_rows(Opinion, "item", "text"),
        proposals=_rows(Proposal, "item", "text"),
        results=_results(),
        diagrams=_rows(Diagram, "item", "shape", "title", "description", nodes=nodes),
        papers=_papers("item"),
        errata=_errata("item", of="adopted_in"),
    )


def _statements() -> ArraySubquery:
    speakers = _rows(Speaker, "statement", "held_position", order=("order",), **_person("person"))
    return _rows(Statement, "item", "text", speakers=speakers)


def _results() -> ArraySubquery:
    words, groups = ("heading", "text"), ArraySubquery(_groups_of_point())
    below = {"parts": _rows(ResultPoint, "parent", *words), "groups": groups}
    points = _rows(ResultPoint, "result", "column", *words, only=Q(parent=None), **below)
    return _rows(BreakoutResult, "item", "title", groups="sitting__group_count", points=points)


def _errata(parent: str, *, of: str) -> ArraySubquery:
    """What was put right later, and the other meeting of each: whose minutes, or who adopted it."""
    meeting = {name: f"{of}__{name}" for name in ("pk", "kind", "number", "be_year")}
    told = {f"meeting_{name}": lookup for name, lookup in meeting.items()}
    return _rows(Erratum, parent, "number", "wrong", "right", order=("number",), **told)


def _groups_of_point() -> QuerySet:
    """The numbers of the groups whose bullets went into a point (B14)."""
    number = "group_point__group__number"
    sources = PointSource.objects.filter(point=OuterRef("pk")).order_by(number)
    return sources.values_list(number, flat=True).distinct()


def _carried() -> ArraySubquery:
    rows = CarriedItem.objects.filter(meeting=OuterRef("pk")).order_by("position", "pk")
    columns = ("outcome", "settled_at", "removed_because")
    return _taken_up(rows, "action_item__", **{name: name for name in columns})


def _uncarried() -> ArraySubquery:
    return _taken_up(uncarried(OuterRef("pk"), on=TODAY))


def _taken_up(rows: QuerySet, path: str = "", **columns: str) -> ArraySubquery:
    """Items with all that stands beside them; ``path`` leads from the rows to the item."""
    own = "action_item__carried" if path else "action_item"
    latest, filed = ("-report__round__month",), Q(report__state__in=FILED)
    held = ~Q(meeting__state__in=NOT_HELD)
    row = JSONObject(
        **owed(path),
        **decided(path),
        **columns,
        answers=_rows(Answer, own, "progress", "text", order=latest, only=filed, **TOLD),
        taken_up=_rows(CarriedItem, own, "outcome", order=(), only=held, **TAKEN_UP),
    )
    return ArraySubquery(rows.values(row=row))


def _attendance() -> ArraySubquery:
    people = {
        f"{path}_{name}": lookup
        for path in ("holder", "person")
        for name, lookup in {"id": f"{path}_id", **_person(path)}.items()
    }
    columns = ("kind", "mode", "name", "role", "reason", "arrived_at", "left_at")
    places = ("seat_id", "member_id")
    return _rows(Attendance, "meeting", *places, *columns, order=("arrived_at",), **people)


def _papers(parent: str, only: Q | None = None) -> ArraySubquery:
    """Those that stand, each with its files, the latest first."""
    columns = ("pk", "number", "file_name", "size")
    versions = _rows(PaperVersion, "paper", *columns, order=("-number",))
    stand = Q(removed_at=None) & (only or Q())
    return _rows(Paper, parent, "pk", "title", only=stand, versions=versions)


def _tasks() -> ArraySubquery:
    return _rows(ActionItem, "resolution", order=("due_on", "position"), **owed())


def _changed_by() -> ArraySubquery:
    later = {"later": "resolution_id", "number": "resolution__number"}
    later |= {"meeting": "resolution__meeting__number", "year": "resolution__meeting__be_year"}
    return _rows(ResolutionChange, "earlier", "kind", order=(), **later)


def _person(path: str) -> dict[str, str]:
    return {
        "prefix": f"{path}__name_prefix",
        "first": f"{path}__first_name",
        "last": f"{path}__last_name",
    }


def _rows(
    model: type[Model],
    parent: str,
    *fields: str,
    order: tuple = ("position",),
    only: Q | None = None,
    **named,
) -> ArraySubquery:
    """The rows of ``model`` below one ``parent`` row, in order, as a list of plain data."""
    rows = model.objects.filter(only or Q(), **{parent: OuterRef("pk")}).order_by(*order, "pk")
    return ArraySubquery(rows.values(row=JSONObject(**{field: field for field in fields}, **named)))
