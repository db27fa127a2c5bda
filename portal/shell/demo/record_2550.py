"""Meetings 1/2550 and 2/2550 of the generation of 2550, as rows."""

from datetime import datetime

from committees.models import Committee
from meetings.models import (
    ActionItem,
    AgendaItem,
    BreakoutResult,
    Diagram,
    DiagramNode,
    ExecutiveSummary,
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
from portal.kernel.models import Person
from regions.models import Province, Region

from . import results_2550 as results
from . import words_2550 as words
from .readings_2550 import READINGS
from .roster_2550 import load_positions
from .words_2550 import END_OF_JUNE, FIRST_DAY, SECOND_DAY

BE_YEAR = 2550


def load_record(*, published_at: datetime) -> Meeting:
    committee = Committee.objects.get(code="coordination-2550")
    meeting = load_meeting(committee, previous=load_seminar(committee))
    sittings = load_sittings(meeting)
    speakers = load_speakers()
    load_positions(speakers)
    items = load_items(meeting, speakers)
    load_results(items, sittings)
    load_diagrams(items)
    load_resolutions(meeting, items, committee)
    load_readings(meeting)
    ExecutiveSummary.objects.create(meeting=meeting, text=words.SUMMARY, published_at=published_at)
    return meeting


def load_seminar(committee):
    """Seminar 1/2550: the document names it and what it found, but not its days."""
    seminar = Meeting.objects.create(
        committee=committee,
        kind=Meeting.Kind.SEMINAR,
        state=Meeting.State.CLOSED,
        number=1,
        be_year=BE_YEAR,
        source=words.SOURCE_OF_SEMINAR,
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=seminar, section=section, position=position, title=title, discussion=found
        )
        for (section, position), (title, found) in words.SEMINAR_ITEMS.items()
    )
    return seminar


def load_meeting(committee, *, previous):
    meeting = Meeting.objects.create(
        committee=committee,
        state=Meeting.State.CLOSED,
        number=2,
        be_year=BE_YEAR,
        starts_on=FIRST_DAY,
        ends_on=SECOND_DAY,
        venue="ศรีปทุม ลองสเตย์",
        province=Province.objects.get(name="ปทุมธานี"),
        previous=previous,
        next_in_words=words.NEXT_MEETING,
        source=words.SOURCE,
    )
    Objective.objects.bulk_create(
        Objective(meeting=meeting, position=position, text=text)
        for position, text in enumerate(words.OBJECTIVES, start=1)
    )
    return meeting


def load_sittings(meeting):
    """The document dates the evening talk and the groups of the second day, nothing else."""
    kinds = Sitting.Kind
    days = [
        (None, "", kinds.PLENARY, "แนวคิด พัฒนาการ ความก้าวหน้า และสถานการณ์", None),
        (None, "", kinds.BREAKOUT, "วางแผนงานของคณะให้เชื่อมกับงานสี่สาย", 3),
        (FIRST_DAY, "ช่วงค่ำ", kinds.INFORMAL, "ความเป็นมาและความคืบหน้าของสภาองค์กรชุมชน", None),
        (SECOND_DAY, "", kinds.BREAKOUT, "บทบาท การสนับสนุน โครงสร้าง และพื้นที่รูปธรรม", None),
        (None, "", kinds.PLENARY, "แนวทางการขับเคลื่อนงานระยะต่อไป", None),
    ]
    return Sitting.objects.bulk_create(
        Sitting(
            meeting=meeting, position=position, on=on, part_of_day=part_of_day, kind=kind,
            title=title, group_count=groups,
        )
        for position, (on, part_of_day, kind, title, groups) in enumerate(days, start=1)
    )  # fmt: skip


# -- Items, and what was said to them ------------------------------------------


def load_items(meeting, people):
    items = {
        place: AgendaItem(
            meeting=meeting,
            section=place[0],
            position=place[1],
            title=title,
            discussion=discussion,
            presenter=presenter_of(statements, people),
        )
        for place, (title, discussion, statements) in words.ITEMS.items()
    }
    AgendaItem.objects.bulk_create(items.values())
    load_statements(items, people)
    Opinion.objects.bulk_create(
        Opinion(item=items[5, 2], position=position, text=text)
        for position, text in enumerate(words.OPINIONS, start=1)
    )
    return items


def load_speakers():
    people = {
        key: Person(name_prefix=prefix, first_name=first, last_name=last)
        for key, (prefix, first, last) in words.SPEAKERS.items()
    }
    Person.objects.bulk_create(people.values())
    return people


def presenter_of(statements, people):
    """Who spoke alone to an item; two together, or a position only, are no presenter."""
    speakers = {key for found, _text in statements for key, _position in found}
    return people.get(speakers.pop()) if len(speakers) == 1 else None


def load_statements(items, people):
    statements, speakers = [], []
    for place, (_title, _discussion, found) in words.ITEMS.items():
        for position, (spoke, text) in enumerate(found, start=1):
            statement = Statement(item=items[place], position=position, text=text)
            statements.append(statement)
            speakers += [
                Speaker(
                    statement=statement, order=order, person=people.get(key), held_position=held
                )
                for order, (key, held) in enumerate(spoke, start=1)
            ]
    Statement.objects.bulk_create(statements)
    Speaker.objects.bulk_create(speakers)


# -- What the groups brought -----------------------------------------------------


def load_results(items, sittings):
    _plenary, first, _evening, second, _last = sittings
    load_points(items[5, 1], first, "management_roles", results.MANAGEMENT_ROLES)
    load_points(items[5, 3], second, "roles_of_67", plain(results.ROLES_OF_67))
    load_points(
        items[5, 4], second, "support_wishes", [("", *wish) for wish in results.SUPPORT_WISHES]
    )
    structure = load_points(
        items[5, 5], second, "structure", plain(text for text, _parts in results.STRUCTURE)
    )
    ResultPoint.objects.bulk_create(
        ResultPoint(result=point.result, parent=point, position=position, text=text)
        for point, (_text, parts) in zip(structure, results.STRUCTURE, strict=True)
        for position, text in enumerate(parts, start=1)
    )
    load_points(items[5, 6], second, "ways_to_council", plain(results.WAYS_TO_COUNCIL))


def plain(texts):
    return [("", "", text) for text in texts]


def load_points(item, sitting, key, points):
    result = BreakoutResult.objects.create(
        item=item, sitting=sitting, position=1, key=key, title=item.title
    )
    return ResultPoint.objects.bulk_create(
        ResultPoint(result=result, position=position, column=column, heading=heading, text=text)
        for position, (column, heading, text) in enumerate(points, start=1)
    )


def load_diagrams(items):
    title, description = results.ROLES_DIAGRAM
    roles = Diagram.objects.create(
        item=items[5, 1],
        position=1,
        shape=Diagram.Shape.COLUMNS,
        title=title,
        description=description,
    )
    title, description, steps = results.CHAIN_DIAGRAM
    chain = Diagram.objects.create(
        item=items[4, 2],
        position=1,
        shape=Diagram.Shape.CHAIN,
        title=title,
        description=description,
    )
    nodes = [(roles, column, heading, text) for column, heading, text in results.MANAGEMENT_ROLES]
    nodes += [(chain, "", heading, text) for heading, text in steps]
    DiagramNode.objects.bulk_create(
        DiagramNode(diagram=diagram, position=position, column=column, title=heading, text=text)
        for position, (diagram, column, heading, text) in enumerate(nodes, start=1)
    )


# -- What was decided ------------------------------------------------------------


def load_resolutions(meeting, items, committee):
    """Both resolutions, and what the first assigned: a review to each region, and to the
    secretariat the group that makes one of them. The results were never written down."""
    first, _second = Resolution.objects.bulk_create(
        Resolution(meeting=meeting, item=items[place], number=number, text=text)
        for number, (place, text) in enumerate(words.RESOLUTIONS, start=1)
    )
    regions = Region.objects.in_force(on=FIRST_DAY)
    assignments = [{"title": words.REVIEW, "region": region} for region in regions]
    secretariat = committee.units.get(code="coordination-2550-secretariat")
    assignments.append({"title": words.SYNTHESIS, "unit": secretariat})
    ActionItem.objects.bulk_create(
        ActionItem(
            resolution=first,
            position=position,
            due_on=END_OF_JUNE,
            due_precision=ActionItem.Precision.MONTH,
            **assignment,
        )
        for position, assignment in enumerate(assignments, start=1)
    )


def load_readings(meeting):
    Reading.objects.bulk_create(
        Reading(
            meeting=meeting, position=position, seen=seen, read_as=read_as, certainty=certainty,
            note=note,
        )
        for position, (seen, read_as, certainty, note) in enumerate(READINGS, start=1)
    )  # fmt: skip
