"""The agenda of form 11 as plain data: six headings, their items, what was said and decided.

A paragraph is what ``kind`` says, and prints as its other keys say: ``heading`` and
``speaker`` stand before ``text``; ``rows`` alone are a numbered list, with ``columns`` a table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby, zip_longest

from django.db.models import Q

from committees.models import Committee
from meetings.models import ActionItem, AgendaItem, CarriedItem, Meeting, Minutes, Proposal
from portal.kernel import thai
from regions.models import Region

from .carried_requests import Requests
from .roll import Roll

NOTED = "ที่ประชุมรับทราบ"
ARISING, ADOPTION = AgendaItem.Section.ARISING, AgendaItem.Section.ADOPTION


def sections_of(meeting: Meeting, record: dict, roll: Roll, *, on: date | None) -> list[dict]:
    """All six headings: where nothing stands under one, the form says so."""
    arising = [*_carried(meeting), *_requests(Requests(record, meeting, on=on))]
    paragraphs = {ARISING: arising, ADOPTION: _adopted(meeting)}
    items = [(item["section"], row) for item, row in _items(meeting, record, roll)]
    return [
        {
            "number": section.value,
            "heading": str(section.label),
            "paragraphs": paragraphs.get(section, []),
            "items": [row for number, row in items if number == section],
        }
        for section in AgendaItem.Section
    ]


def _items(meeting: Meeting, record: dict, roll: Roll) -> Iterator[tuple[dict, dict]]:
    """Each item of the record, and what the form prints of it."""
    decided, noted, proposals = _resolutions(meeting, roll), _noted(meeting), _proposals(meeting)
    for item in record["items"]:
        yield (
            item,
            {
                "number": f"{item['section']}.{item['position']}",
                "title": item["title"],
                "minutes": item["minutes"],
                "presenter": _person(item) if not item["statements"] else "",
                "paragraphs": [*_said(item), *_proposed(proposals[item["pk"]])],
                "resolutions": decided[item["pk"]],
                "noted": NOTED if item["pk"] in noted else "",
            },
        )


def _noted(meeting: Meeting) -> set[int]:
    return set(
        AgendaItem.objects.filter(meeting=meeting, is_noted=True).values_list("pk", flat=True)
    )


def _proposals(meeting: Meeting) -> dict[int, list[str]]:
    found = defaultdict(list)
    for proposal in Proposal.objects.filter(item__meeting=meeting).order_by("position", "pk"):
        found[proposal.item_id].append(proposal.text)
    return found


# -- What was said -----------------------------------------------------------------


def _said(item: dict) -> Iterator[dict]:
    for statement in item["statements"]:
        yield {"kind": "statement", "speaker": _speakers(statement), "text": statement["text"]}
    if item["discussion"]:
        yield {"kind": "discussion", "text": item["discussion"]}
    yield from map(_diagram, item["diagrams"])
    for result in item["results"]:
        yield _result(result, item)
    if item["opinions"]:
        rows = [_row(opinion["text"]) for opinion in item["opinions"]]
        yield {"kind": "opinions", "heading": "ข้อคิดเห็น", "rows": rows}


def _proposed(texts: list[str]) -> list[dict]:
    return (
        [{"kind": "proposals", "heading": "ข้อเสนอ", "rows": [*map(_row, texts)]}] if texts else []
    )


def _row(text: str, parts: Iterable[str] = ()) -> dict:
    return {"text": text, "parts": list(parts)}


def _speakers(statement: dict) -> str:
    """Each with the position held that day."""
    return " และ".join(
        " ".join(filter(None, [_person(row), row["held_position"]]))
        for row in statement["speakers"]
    )


def _diagram(diagram: dict) -> dict:
    """A figure as its equal table (S11)."""
    is_parted = diagram["shape"] == "columns"
    columns = ["กลุ่ม"] * is_parted + ["ลำดับ", "เรื่อง", "คำอธิบาย"]
    rows = []
    for column, nodes in groupby(diagram["nodes"], key=lambda node: node["column"]):
        for number, node in enumerate(nodes, 1):
            rows.append([column] * is_parted + [str(number), node["title"], node["text"]])
    return {
        "kind": "diagram", "heading": f"แผนภาพ {diagram['title']}",
        "text": diagram["description"], "columns": columns, "rows": rows,
    }  # fmt: skip


def _result(result: dict, item: dict) -> dict:
    """ผลกลุ่มย่อย: side by side where it has columns, else a numbered list."""
    groups = result["groups"]
    told = {
        "kind": "result",
        "heading": result["title"] if result["title"] != item["title"] else "",
        "text": f"สังเคราะห์จากกลุ่มย่อย {groups} กลุ่ม" if groups else "",
    }
    by_column = groupby(result["points"], key=lambda point: point["column"])
    parted = [(column, [*map(_point, points)]) for column, points in by_column]
    if len(parted) < 2:
        return {**told, "rows": [_row(*point) for _column, points in parted for point in points]}
    cells = zip_longest(*([*_numbered(points)] for _column, points in parted), fillvalue="")
    columns = [column for column, _points in parted]
    return {**told, "columns": columns, "rows": [list(row) for row in cells]}


def _point(point: dict) -> tuple[str, list[str]]:
    return _headed(point), [_headed(part) for part in point["parts"]]


def _headed(point: dict) -> str:
    return " ".join(filter(None, [point["heading"], point["text"]]))


def _numbered(points: list[tuple[str, list[str]]]) -> Iterator[str]:
    """One cell for each point, its parts on lines of their own."""
    for number, (text, parts) in enumerate(points, 1):
        lines = [f"{number}.{place} {part}" for place, part in enumerate(parts, 1)]
        yield "\n".join([f"{number}. {text}", *lines])


# -- What was decided --------------------------------------------------------------


def _resolutions(meeting: Meeting, roll: Roll) -> dict[int, list[dict]]:
    """By item, each with the quorum of the moment it was put (promise 11)."""
    assigned, found = _assignments(meeting), defaultdict(list)
    for row in meeting.resolutions.order_by("number"):
        found[row.item_id].append(
            {
                "number": row.number,
                "text": row.text,
                "quorum": _quorum(roll, row.decided_at),
                "assignments": assigned[row.pk],
            }
        )
    return found


def _quorum(roll: Roll, at: datetime | None) -> str:
    if at is None or not roll.lines or not roll.is_begun:
        return ""
    counted = roll.quorum(at=at)
    return f"องค์ประชุมขณะลงมติเวลา {thai.time_of_day(at)} {counted.words}"


def _assignments(meeting: Meeting) -> dict[int, list[dict]]:
    """What was asked, of whom and by when; the same of several owners is said once."""
    stands = Q(withdrawn_at=None)
    if meeting.closed_at:  # what was called off later was assigned all the same
        stands |= Q(withdrawn_at__gt=meeting.closed_at)
    items = ActionItem.objects.filter(stands, resolution__meeting=meeting)
    items = items.select_related("region", "unit", "person").order_by("due_on", "position", "pk")
    found = defaultdict(list)
    alike = defaultdict(list)
    for item in items:
        alike[(item.resolution_id, item.title, item.due_in_words)].append(_owner(item))
    for (resolution, title, due), owners in alike.items():
        found[resolution].append({"title": title, "owners": owners, "due": due})
    return found


def _owner(item: ActionItem) -> str:
    owner: Region | Committee | None = item.region or item.unit
    return owner.name if owner else item.person.full_name


# -- What came from earlier meetings -----------------------------------------------


def _adopted(meeting: Meeting) -> list[dict]:
    """รับรองรายงานการประชุม: of which meetings, with which corrections."""
    adopted = Minutes.objects.filter(adopted_in=meeting).exclude(meeting=meeting)
    texts = []
    for minutes in adopted.select_related("meeting").order_by("meeting__starts_on", "pk"):
        how = f"โดยมีการแก้ไข ดังนี้\n{minutes.corrections}" if minutes.corrections else "โดยไม่มีการแก้ไข"
        texts.append(f"ที่ประชุมรับรองรายงาน{minutes.meeting.name} {how}")
    return [{"kind": "adopted", "text": text} for text in texts]


def _carried(meeting: Meeting) -> list[dict]:
    """เรื่องสืบเนื่อง: each unfinished item taken up, and what the meeting said of it."""
    of = "action_item"
    carried = CarriedItem.objects.filter(meeting=meeting, removed_at=None).select_related(
        f"{of}__region", f"{of}__unit", f"{of}__person", f"{of}__resolution__meeting"
    )
    rows = [[str(n), *_cells(row)] for n, row in enumerate(carried.order_by("position", "pk"), 1)]
    columns = ["ที่", "เรื่อง", "ผู้รับผิดชอบ", "จากมติ", "ผล"]
    heading = "เรื่องที่ยังไม่แล้วเสร็จจากการประชุมครั้งก่อน"
    table = {"kind": "carried", "heading": heading, "columns": columns, "rows": rows}
    return [table] if rows else []


def _cells(row: CarriedItem) -> list[str]:
    item, resolution = row.action_item, row.action_item.resolution
    decided = f"มติที่ {resolution.number} ครั้งที่ {resolution.meeting}"
    return [item.title, _owner(item), decided, row.get_outcome_display()]


def _requests(asking: Requests) -> list[dict]:
    """คำขอของภาค: whose, which, and how long the centre has owed an answer."""
    columns = ["ที่", "คำขอ", "ภาค", "รอมาแล้ว", "ผล"]
    rows = [
        [str(n), f"ที่ {row.name} {row.text}", row.region.name, f"{row.days} วัน", "รอส่วนกลางตอบ"]
        for n, row in enumerate(asking.standing, 1)
    ]
    heading = "คำขอของภาคที่ส่วนกลางยังไม่ตอบ"
    table = {"kind": "carried", "heading": heading, "columns": columns, "rows": rows}
    return [table] if rows else []


def _person(row: dict) -> str:
    """The name of somebody in the record; nothing where nobody is named."""
    return f"{row['prefix']}{row['first']} {row['last']}".strip() if row["first"] else ""
