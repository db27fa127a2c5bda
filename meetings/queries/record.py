"""What hangs below a meeting, in one statement that PostgreSQL folds into plain data.

Django takes several times longer to write this statement than PostgreSQL to run
it, so it is written once; only the meeting's number in it changes.
"""

import json
from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Model, OuterRef, Q
from django.db.models.functions import JSONObject

from meetings.models import (
    ActionItem,
    AgendaItem,
    BreakoutResult,
    Diagram,
    DiagramNode,
    ExecutiveSummary,
    Invitation,
    Meeting,
    Objective,
    Opinion,
    Reading,
    Resolution,
    ResultPoint,
    Sitting,
    Speaker,
    Statement,
)

# Stands in the statement for the meeting asked about; no row has it.
THIS = -1


def record_of(meeting: Meeting) -> dict:
    """Everything the page of a meeting prints below its head, in order."""
    sql, params = _statement()
    with connection.cursor() as cursor:
        cursor.execute(sql, [meeting.pk if param == THIS else param for param in params])
        return json.loads(cursor.fetchone()[0])


@cache
def _statement() -> tuple[str, tuple]:
    neighbour = ("pk", "kind", "number", "be_year", "starts_on", "state")
    record = JSONObject(
        objectives=_rows(Objective, "meeting", "text"),
        sittings=_rows(Sitting, "meeting", "on", "part_of_day", "kind", "title", "group_count"),
        items=_items(),
        resolutions=_rows(
            Resolution, "meeting", "pk", "number", "text", order=("number",), tasks=_tasks()
        ),
        readings=_rows(Reading, "meeting", "seen", "read_as", "certainty", "note"),
        summaries=_rows(ExecutiveSummary, "meeting", "published_at", order=()),
        previous=_rows(Meeting, "next", *neighbour, order=()),
        next=_rows(Meeting, "previous", *neighbour, order=()),
        channels=_rows(Invitation, "meeting", "channel", order=()),
    )
    rows = Meeting.objects.filter(pk=THIS).annotate(record=record)
    return rows.values_list("record").query.sql_with_params()


def _items() -> ArraySubquery:
    speakers = _rows(Speaker, "statement", "held_position", order=("order",), **_person("person"))
    parts = _rows(ResultPoint, "parent", "heading", "text")
    points = _rows(
        ResultPoint, "result", "column", "heading", "text", parts=parts, only=Q(parent=None)
    )
    nodes = _rows(DiagramNode, "diagram", "column", "title", "text")
    return _rows(
        AgendaItem,
        "meeting",
        "section",
        "position",
        "title",
        "discussion",
        "minutes",
        order=("section", "position"),
        **_person("presenter"),
        statements=_rows(Statement, "item", "text", speakers=speakers),
        opinions=_rows(Opinion, "item", "text"),
        results=_rows(
            BreakoutResult, "item", "title", groups="sitting__group_count", points=points
        ),
        diagrams=_rows(Diagram, "item", "shape", "title", "description", nodes=nodes),
    )


def _tasks() -> ArraySubquery:
    region = {f"region_{name}": f"region__{name}" for name in ("short_name", "name_en", "mark")}
    unit = {f"unit_{name}": f"unit__{name}" for name in ("short_name", "name_en")}
    return _rows(
        ActionItem,
        "resolution",
        "title",
        "due_on",
        "due_precision",
        "done_at",
        "answered_by_id",
        order=("due_on", "position"),
        **region,
        **unit,
        **_person("person"),
    )


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
