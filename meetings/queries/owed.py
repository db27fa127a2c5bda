"""What an action item is read with where a whole page is one statement: its columns, and the
model again from a row of them."""

from datetime import date, datetime

from committees.models import Committee
from meetings.models import ActionItem, Resolution
from portal.kernel.models import Person
from regions.models import Region, RegionalReport

PLAIN = (
    "pk", "version", "title", "due_on", "due_precision", "workstream", "done_at", "result",
    "withdrawn_at", "withdrawn_because", "answered_by_id", "region_id",
)  # fmt: skip
OWNERS = {
    **{f"region_{name}": f"region__{name}" for name in ("short_name", "name_en", "mark")},
    **{f"unit_{name}": f"unit__{name}" for name in ("short_name", "name_en")},
    "prefix": "person__name_prefix",
    "first": "person__first_name",
    "last": "person__last_name",
    "report_state": "answered_by__state",
}


DECIDED = {
    **{f"resolution_{name}": f"resolution__{name}" for name in ("pk", "number", "text")},
    **{f"item_{name}": f"resolution__item__{name}" for name in ("section", "position", "title")},
    **{
        f"meeting_{name}": f"resolution__meeting__{name}"
        for name in ("pk", "kind", "number", "be_year", "starts_on")
    },
}


def owed(path: str = "") -> dict[str, str]:
    """The columns of an item that ``path`` leads to, each by its name in the row."""
    columns = {name: name for name in PLAIN} | OWNERS
    return {name: f"{path}{lookup}" for name, lookup in columns.items()}


def decided(path: str = "") -> dict[str, str]:
    """The columns of the resolution it comes from (promise 5)."""
    return {name: f"{path}{lookup}" for name, lookup in DECIDED.items()}


def item_of(row: dict, resolution: Resolution) -> ActionItem:
    """A row of the record as the model again, which knows how it stands."""
    item = ActionItem(
        resolution=resolution,
        region=_owner(Region, row, "region", "mark"),
        unit=_owner(Committee, row, "unit"),
        person=_person(row),
        **_plain(row),
    )
    # Before it has passed, the report that answers is its region's and the centre's to read.
    item.answer_has_passed = row["report_state"] == RegionalReport.State.ACCEPTED
    return item


def _plain(row: dict) -> dict:
    """The item's own columns; a statement of JSON says days and moments as text."""
    plain = {name: row[name] for name in PLAIN if name != "region_id"}
    moments = {
        name: row[name] and datetime.fromisoformat(row[name])
        for name in ("done_at", "withdrawn_at")
    }
    return plain | moments | {"due_on": date.fromisoformat(row["due_on"])}


def _owner(
    model: type[Region | Committee], row: dict, path: str, *more: str
) -> Region | Committee | None:
    names = ("short_name", "name_en", *more)
    found = {name: row[f"{path}_{name}"] for name in names}
    if found["short_name"] is None:
        return None
    return model(pk=row.get(f"{path}_id"), **found)


def _person(row: dict) -> Person | None:
    if row["first"] is None:
        return None
    return Person(name_prefix=row["prefix"], first_name=row["first"], last_name=row["last"])
