"""One search over what the person may see, in Thai as people type it."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from meetings.models import (
    ActionItem,
    AgendaItem,
    BreakoutResult,
    Meeting,
    Opinion,
    Resolution,
    ResultPoint,
    Speaker,
    Statement,
)
from tests.factories.certification import make_organization, make_province
from tests.factories.committees import (
    make_cluster,
    make_issue,
    make_membership,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_regions

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False):
        yield


def held_meeting(committee, number=2, *, state=Meeting.State.CLOSED, venue="ศรีปทุม ลองสเตย์"):
    return Meeting.objects.create(
        committee=committee,
        state=state,
        number=number,
        be_year=2550,
        starts_on=date(2007, 6, 12),
        ends_on=date(2007, 6, 13),
        venue=venue,
    )


def assigned(meeting, north, title="ทบทวนข้อเสนอของภาค"):
    item = AgendaItem.objects.create(meeting=meeting, section=5, position=1, title="ข้อเสนอ")
    resolution = Resolution.objects.create(
        meeting=meeting, item=item, number=1, text="ให้ทุกภาคทบทวนข้อเสนอ"
    )
    return ActionItem.objects.create(
        resolution=resolution, title=title, region=north, due_on=date(2007, 6, 30)
    )


def found(visitor, query):
    """{group: [title, …]}"""
    page = visitor.get(reverse("search"), {"q": query})
    return {group.name: [str(hit.title) for hit in group.hits] for group in page.context["groups"]}


def test_each_kind_is_found_by_a_part_of_its_words(committee, north, person_with, sign_in):
    meeting = held_meeting(committee, venue="ศูนย์เรียนรู้ทบทวน")
    assigned(meeting, north)
    make_membership(make_seat(committee, region=north), make_person("ทบทวน", "แก้วใส"))
    make_organization(make_province("65", "ทบทวนบุรี", region=north), "กลุ่มทบทวนชุมชน")

    assert found(sign_in(person_with("secretary")), "ทบทวน") == {
        "การประชุม": ["การประชุมครั้งที่ 2/2550"],
        "มติ": ["ให้ทุกภาคทบทวนข้อเสนอ"],
        "งานที่มอบหมาย": ["ทบทวนข้อเสนอของภาค"],
        "คณะ 67": ["ทบทวน แก้วใส"],
        "องค์กรชุมชน": ["กลุ่มทบทวนชุมชน"],
        "จังหวัด": ["ทบทวนบุรี"],
    }


@pytest.mark.parametrize("query", ["2/2550", "๒/๒๕๕๐", " ครั้งที่ ๒/๒๕๕๐ "])
def test_a_meeting_is_found_by_its_number_in_either_digits(committee, person_with, sign_in, query):
    held_meeting(committee, 1)
    held_meeting(committee, 2)

    assert found(sign_in(person_with("member")), query)["การประชุม"] == ["การประชุมครั้งที่ 2/2550"]


@pytest.mark.parametrize(
    "query", ["จังหวะก้าว", "เมืองภาคประชาชน", "ใบบัว", "ใบบัว ทดสอบ", "ยกระดับพื้นที่", "ได้ดูปัจจัย"]
)
def test_a_meeting_is_found_by_what_was_said_there_and_who_said_it(
    committee, person_with, sign_in, query
):
    item = AgendaItem.objects.create(
        meeting=held_meeting(committee), section=5, position=1, title="ข้อเสนอ", discussion="ได้ดูปัจจัย"
    )
    Opinion.objects.create(item=item, position=1, text="ทำให้ครบสามจังหวะก้าว")
    statement = Statement.objects.create(item=item, position=1, text="การเมืองภาคประชาชน")
    Speaker.objects.create(statement=statement, order=1, person=make_person("ใบบัว"))
    result = BreakoutResult.objects.create(item=item, position=1, key="ways", title="ทาง")
    ResultPoint.objects.create(result=result, position=1, text="ยกระดับพื้นที่รูปธรรม")
    held_meeting(committee, 3)

    assert found(sign_in(person_with("member")), query)["การประชุม"] == ["การประชุมครั้งที่ 2/2550"]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("12 มิถุนายน 2550", True),
        ("๑๓/๖/๒๕๕๐", True),
        ("วันอังคารที่ 12 มิถุนายน 2550", True),
        ("14 มิถุนายน 2550", False),
        ("31 กุมภาพันธ์ 2550", False),
    ],
)
def test_a_meeting_is_found_by_any_of_its_days(committee, person_with, sign_in, query, is_found):
    held_meeting(committee)

    assert ("การประชุม" in found(sign_in(person_with("member")), query)) == is_found


def test_what_one_resolution_gave_to_many_is_one_row(committee, person_with, sign_in):
    first, *others = make_regions(3)
    item = assigned(held_meeting(committee), first)
    for region in others:
        ActionItem.objects.create(
            resolution=item.resolution, title=item.title, region=region, due_on=item.due_on
        )
    ActionItem.objects.create(
        resolution=item.resolution, title="ทบทวนอีกเรื่อง", region=first, due_on=date(2007, 6, 1)
    )

    page = sign_in(person_with("member")).get(reverse("search"), {"q": "ทบทวน"})

    [hits] = [group.hits for group in page.context["groups"] if group.name == "งานที่มอบหมาย"]
    assert [(hit.title, str(hit.facts[0])) for hit in hits] == [
        ("ทบทวนข้อเสนอของภาค", "ผู้รับผิดชอบ 3 ราย"),
        ("ทบทวนอีกเรื่อง", "ภาคเหนือตอนบน"),
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("กลุ่มจังหวัดภาคเหนือตอนล่าง 1", ["ก ทดสอบ"]),
        ("ประเด็นเกษตรกร", ["ข ทดสอบ"]),
        ("เกษตรกร", ["ข ทดสอบ"]),
    ],
)
def test_a_seat_is_found_by_its_place_as_it_is_shown(
    committee, north, person_with, sign_in, query, names
):
    make_membership(make_seat(committee, 1, region=north, cluster=make_cluster()), make_person("ก"))
    make_membership(make_seat(committee, 2, issue=make_issue()), make_person("ข"))

    hits = sign_in(person_with("member")).get(reverse("search"), {"q": query}).context["groups"]

    assert [[hit.title for hit in group.hits] for group in hits] == [names]


def test_a_plan_is_found_only_by_who_may_see_it(committee, person_with, sign_in):
    held_meeting(committee, None, state=Meeting.State.PLANNED, venue="หอประชุมใหม่")

    assert found(sign_in(person_with("member")), "หอประชุมใหม่") == {}
    assert found(sign_in(person_with("secretary")), "หอประชุมใหม่") == {
        "การประชุม": ["การประชุมที่กำลังเตรียม"]
    }


def test_telephone_and_address_are_not_looked_through(committee, north, person_with, sign_in):
    person = make_person("บัวผัน", email="buaphan@portal.example", phone="089 123 4567")
    make_membership(make_seat(committee, region=north), person)
    visitor = sign_in(person_with("secretary"))

    assert [found(visitor, query) for query in ("buaphan", "089", "4567")] == [{}, {}, {}]


@pytest.mark.parametrize(("rows", "leads_on"), [(5, False), (6, True)])
def test_five_are_shown_and_the_rest_stands_in_its_list(
    committee, north, person_with, sign_in, rows, leads_on
):
    province = make_province(region=north)
    for number in range(rows):
        make_organization(province, f"กลุ่มออมทรัพย์ {number}")

    page = sign_in(person_with("member")).get(reverse("search"), {"q": "ออมทรัพย์"})

    [group] = page.context["groups"]
    assert len(group.hits) == 5
    assert bool(group.more) == leads_on
    if leads_on:
        assert len(sign_in(person_with("member")).get(group.more).context["page"]) == rows


@pytest.mark.parametrize(
    "query", ["", "   ", "%", "_", "'; --", "<script>", "ไม่มีคำนี้แน่นอน", "ก" * 5000]
)
def test_odd_queries_find_nothing_and_break_nothing(committee, person_with, sign_in, query):
    page = sign_in(person_with("member")).get(reverse("search"), {"q": query})

    assert (page.status_code, page.context["groups"]) == (200, [])
    assert "<script>alert" not in page.text


@pytest.mark.parametrize("rows", [1, 4])
def test_a_search_costs_the_same_whatever_it_finds(
    committee, north, person_with, sign_in, django_assert_num_queries, rows
):
    for number in range(1, rows + 1):
        assigned(held_meeting(committee, number), north)
        make_membership(make_seat(committee, number, region=north), make_person("ข้อเสนอ"))
        make_organization(
            make_province(f"6{number}", f"ข้อเสนอ{number}", region=north, column=number), "ข้อเสนอ"
        )
    visitor = sign_in(person_with("member"))

    with django_assert_num_queries(10):  # session, user, rights, who; six kinds
        page = visitor.get(reverse("search"), {"q": "ข้อเสนอ"})

    assert sum(len(group.hits) for group in page.context["groups"]) == 6 * rows
