"""The directory on a day: who stands in it, in which order, and how they are found."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.html import strip_tags

from committees.models import BodyMembership, Committee, Position, Standing
from committees.queries.people import standing_as
from portal.kernel.models import Person, User
from tests.factories.committees import (
    TODAY,
    make_body,
    make_body_membership,
    make_cluster,
    make_committee,
    make_issue,
    make_membership,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db


def names(client, **asked):
    response = client.get(reverse("committees:person-list"), asked)
    assert response.status_code == 200
    return [row.person.first_name for row in response.context["rows"]]


@pytest.fixture
def house(committee, north):
    """One of each kind, by what they are."""
    south, farmers = make_region(2), make_issue()
    cluster_seat = make_seat(committee, 1, region=north, cluster=make_cluster())
    issue_seat = make_seat(committee, 2, issue=farmers)
    vacated = make_seat(committee, 3, region=south)
    member, former = make_person("สมาชิก"), make_person("พ้นแล้ว")
    make_membership(cluster_seat, member, term_ends_on=date(2026, 7, 20))
    make_membership(issue_seat, make_person("ผู้แทนประเด็น"))
    make_membership(vacated, former, ends_on=date(2025, 12, 31))
    make_substitution(vacated, make_person("แทนชั่วคราว"))
    make_body_membership(make_body("land-board", kind=Committee.Kind.BOARD), member, role="กรรมการ")
    make_body_membership(
        make_body("farm", kind=Committee.Kind.ISSUE, parent=committee, issue=farmers),
        make_person("กรรมการย่อย"),
    )
    make_body("secretariat", kind=Committee.Kind.SECRETARIAT, parent=committee)
    make_post("officer", north, name="เจ้าหน้าที่")
    make_person("ยังไม่มีตำแหน่ง")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["กรรมการย่อย", "เจ้าหน้าที่", "แทนชั่วคราว", "ผู้แทนประเด็น", "สมาชิก"]),
        ({"kind": "member"}, ["แทนชั่วคราว", "ผู้แทนประเด็น", "สมาชิก"]),
        ({"kind": "staff"}, ["เจ้าหน้าที่"]),
        ({"kind": "past"}, ["พ้นแล้ว"]),
        ({"region": "upper-north"}, ["เจ้าหน้าที่", "สมาชิก"]),
        ({"region": "lower-north"}, ["แทนชั่วคราว"]),
        ({"issue": "farmers"}, ["กรรมการย่อย", "ผู้แทนประเด็น"]),
        ({"unit": "land-board"}, ["สมาชิก"]),
        ({"unit": "secretariat"}, ["เจ้าหน้าที่"]),
        ({"standing": "ends_soon"}, ["สมาชิก"]),
        ({"standing": "filled"}, ["ผู้แทนประเด็น"]),
        ({"standing": "carry_over"}, []),
        ({"q": "มาชิก"}, ["สมาชิก"]),
        ({"q": "ทดสอบ แทน"}, ["แทนชั่วคราว", "ผู้แทนประเด็น"]),
        ({"q": "เหนือตอนล่าง 1"}, ["สมาชิก"]),
        ({"q": "เหนือตอนล่าง ๑"}, ["สมาชิก"]),
        ({"q": "เกษตรกร"}, ["ผู้แทนประเด็น"]),
        ({"q": "land-board"}, ["สมาชิก"]),
        ({"q": "ไม่มีใครชื่อนี้"}, []),
        ({"kind": "past", "q": "พ้น", "region": ""}, ["พ้นแล้ว"]),
        ({"kind": "member", "region": "upper-north", "standing": "filled"}, []),
    ],
)
def test_what_is_asked_for_is_found(client, house, asked, found):
    assert names(client, **asked) == found


def test_a_prefix_written_to_the_name_without_a_space_is_read_over(client, committee, north):
    person = make_person("คำมูล", "ใจแก้วมา", name_prefix="นาย")
    make_membership(make_seat(committee, region=north), person)

    assert names(client, q="นายคำมูล ใจแก้ว") == ["คำมูล"]


def test_a_stranger_knows_no_one_without_a_role_and_who_serves_knows_all(
    client, house, sign_in, person_with
):
    nameless = Person.objects.get(first_name="ยังไม่มีตำแหน่ง")
    url = reverse("committees:person-detail", args=[nameless.pk])
    before = ("ยังไม่มีตำแหน่ง" in names(client, kind="everybody"), client.get(url).status_code)

    visitor = sign_in(person_with("member"))

    after = ("ยังไม่มีตำแหน่ง" in names(visitor, kind="everybody"), visitor.get(url).status_code)
    assert (before, after) == ((False, 404), (True, 200))


def test_the_directory_answers_for_its_day(client, house):
    assert names(client, on="31/12/2568", kind="member") == [
        "แทนชั่วคราว",
        "ผู้แทนประเด็น",
        "พ้นแล้ว",
        "สมาชิก",
    ]
    assert names(client, on="๑/๑/๒๕๖๐") == []


def test_a_stranger_asks_about_no_day_to_come(client, committee, north, person_with):
    make_membership(make_seat(committee, 1, region=north), make_person("คนเก่า"))
    to_come = make_person("คนใหม่")
    make_membership(make_seat(committee, 2, region=north), to_come, starts_on=date(2026, 9, 1))
    asked = {"on": "1/9/2569", "kind": "member"}

    before = names(client, **asked)
    client.force_login(person_with("member"))

    assert (before, names(client, **asked)) == (["คนเก่า"], ["คนเก่า", "คนใหม่"])


def test_whom_a_document_names_stands_in_the_directory_of_its_days(client):
    speaker = make_person("ผู้บรรยาย")
    days = {"starts_on": date(2007, 6, 12), "ends_on": date(2007, 6, 13)}
    Position.objects.create(person=speaker, title="ประธานคณะอนุกรรมการ", source="ต้นฉบับ", **days)
    Position.objects.create(person=None, title="เลขานุการ", source="ต้นฉบับ", **days)

    found = [names(client, on=day) for day in ("11/6/2550", "12/6/2550", "13/6/2550", "14/6/2550")]
    page = client.get(reverse("committees:person-list"), {"on": "12/6/2550"}).text

    assert found == [[], ["ผู้บรรยาย"], ["ผู้บรรยาย"], []]
    assert "ประธานคณะอนุกรรมการ" in page


def test_a_day_known_from_a_document_says_whom_it_does_not_name(client):
    old = make_committee("old", starts_on=date(2007, 1, 1), ends_on=date(2007, 12, 31))
    Committee.objects.filter(pk=old.pk).update(source="ต้นฉบับ")

    pages = [
        client.get(reverse("committees:person-list"), {"on": day}).text
        for day in ("12/6/2550", "1/1/2551")
    ]

    assert ["ไม่ปรากฏในเอกสาร" in page for page in pages] == [True, False]


def test_names_stand_as_in_a_dictionary(client, committee, north):
    for number, name in enumerate(["อุบล", "เชียง", "แพร่", "กระบี่", "ขอน"], start=1):
        make_membership(make_seat(committee, number, region=north), make_person(name))

    assert names(client) == ["กระบี่", "ขอน", "เชียง", "แพร่", "อุบล"]


@pytest.mark.parametrize("standing", [Standing.FILLED, Standing.ENDS_SOON, Standing.CARRY_OVER])
def test_the_table_and_the_row_give_one_answer_about_a_term(committee, north, standing):
    terms = [None, date(2026, 6, 30), TODAY, date(2026, 8, 30), date(2026, 8, 31)]
    holdings = [
        make_membership(make_seat(committee, number, region=north), term_ends_on=term)
        for number, term in enumerate(terms, start=1)
    ]

    found = set(Person.objects.filter(standing_as(standing, on=TODAY)))

    assert found == {
        held.person for held in holdings if held.standing(on=TODAY, warn_days=60) == standing
    }


@pytest.mark.parametrize(
    "asked",
    [
        {"on": "วันก่อน"},
        {"on": "1/1/0001"},
        {"on": "31/12/9999"},
        {"on": "1" * 500},
        {"q": "ก" * 5000},
        {"q": "%_'\"\\ <script>"},
        {"q": "+" * 30},
        {"page": "9" * 40},
        {"page": "-1"},
        {"kind": "nobody"},
        {"region": "atlantis"},
        {"unit": "9" * 400},
        {"standing": "vacant"},
    ],
)
def test_what_nobody_can_read_breaks_nothing(client, house, asked):
    response = client.get(reverse("committees:person-list"), asked)

    assert response.status_code == 200
    assert "<script>" not in response.text.replace("<script defer", "")


@pytest.mark.parametrize("pk", ["0", "9" * 18, "9" * 60])
def test_somebody_who_is_not_there_is_not_found(client, pk):
    assert client.get(f"/committees/people/{pk}/").status_code == 404


def test_a_day_nobody_can_read_is_said_beside_its_field(client, house):
    page = client.get(reverse("committees:person-list"), {"on": "วันก่อน"}).text

    assert "เขียนวันที่ เช่น" in page
    assert "สมาชิก ทดสอบ" in strip_tags(page)


@pytest.mark.parametrize(
    ("asked", "is_open"),
    [
        ({}, False),
        ({"q": "สมาชิก", "kind": "member", "region": ""}, False),
        ({"standing": "ends_soon"}, True),
        ({"on": "1/6/2569"}, True),
        ({"on": "วันก่อน"}, True),
    ],
)
def test_the_lesser_filters_are_open_when_one_of_them_is_used(client, house, asked, is_open):
    page = client.get(reverse("committees:person-list"), asked).text
    fold = page.split('class="filters"')[1].split("<summary>")[0]

    assert ("<details open>" in fold) is is_open


def test_clearing_the_filters_keeps_the_day(client, house):
    url = reverse("committees:person-list")

    filtered = client.get(url, {"q": "สมาชิก", "on": "1/6/2569"}).text
    unfiltered = client.get(url, {"on": "1/6/2569"}).text

    assert f'<a href="{url}?on=1/6/2569">ล้างตัวกรอง</a>' in filtered
    assert "ล้างตัวกรอง" not in unfiltered


def seated(committee, region, count):
    board = make_body("board", kind=Committee.Kind.BOARD)
    people = [
        make_person(f"คนที่{number:03}", phone=f"081 000 {number:04}") for number in range(count)
    ]
    for number, person in enumerate(people, start=1):
        make_membership(make_seat(committee, number, region=region), person)
    BodyMembership.objects.bulk_create(
        BodyMembership(committee=board, person=person, starts_on=committee.starts_on)
        for person in people
    )
    return people


# The list: filter choices 3, count, page, five kinds of what each holds, the day's generation.
ANONYMOUS = 11
# And session, user, who they are, their rights.
SIGNED_IN = 15
# Session, user, rights; people and five kinds; that it was taken.
EXPORT = 10


@pytest.mark.parametrize("count", [1, 300])
def test_the_directory_costs_the_same_for_one_and_for_three_hundred(
    client, committee, north, person_with, sign_in, django_assert_num_queries, count
):
    seated(committee, north, count)
    coordinator = person_with("coordinator", region=north)

    with django_assert_num_queries(ANONYMOUS):
        client.get(reverse("committees:person-list"))
    visitor = sign_in(coordinator)
    with django_assert_num_queries(SIGNED_IN):
        page = visitor.get(reverse("committees:person-list"), {"q": "คนที่"})
    ContentType.objects.get_for_model(User)  # whichever test comes first asks for it
    with django_assert_num_queries(EXPORT):
        export = visitor.get(reverse("committees:person-export", args=["csv"]))

    assert page.context["page"].paginator.count == count
    assert len(export.content.decode().splitlines()) == count + 2


@pytest.mark.parametrize("count", [1, 9])
def test_one_persons_page_costs_the_same_however_long_their_life(
    client, committee, north, django_assert_num_queries, count
):
    person = make_person()
    for number in range(1, count + 1):
        make_membership(make_seat(committee, number, region=north), person)

    with django_assert_num_queries(12):  # person and five kinds held, five kinds ever, consents
        page = client.get(reverse("committees:person-detail", args=[person.pk]))

    assert len(page.context["chapters"]) == count


# -- One person's page ---------------------------------------------------------------


def test_a_past_holder_keeps_their_page(client, committee, north):
    person = make_person("พ้นแล้ว")
    make_membership(make_seat(committee, 7, region=north), person, ends_on=date(2025, 12, 31))
    url = reverse("committees:person-detail", args=[person.pk])

    today, then = client.get(url).text, client.get(url, {"on": "31/12/2568"}).text

    assert "ไม่มีตำแหน่ง ณ" in today
    assert "อนุกรรมการ ที่นั่งที่ 7" in today
    assert "ดำรงตำแหน่งอยู่" not in today
    assert "ดำรงตำแหน่งอยู่" in then


def test_the_orders_behind_a_seat_are_told_to_who_serves(client, committee, north, person_with):
    person = make_person()
    make_membership(make_seat(committee, region=north), person)
    url = reverse("committees:person-detail", args=[person.pk])

    stranger = client.get(url).text
    client.force_login(person_with("member"))
    member = client.get(url).text

    assert ("พอช. 1/2568" in stranger, "พอช. 1/2568" in member) == (False, True)


def test_what_has_not_begun_is_not_told_to_strangers(client, committee, north, person_with):
    person = make_person()
    make_membership(make_seat(committee, 1, region=north), person)
    make_membership(make_seat(committee, 2, region=north), person, starts_on=date(2026, 9, 1))
    url = reverse("committees:person-detail", args=[person.pk])

    stranger = client.get(url).text
    client.force_login(person_with("member"))
    member = client.get(url).text

    assert ("ที่นั่งที่ 2" in stranger, "ที่นั่งที่ 2" in member) == (False, True)
    assert "ยังไม่เริ่ม" in member


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("secretary", "ท่านเห็นเพราะเป็นกองเลขานุการ"),
        ("auditor", "ท่านเห็นเพราะเป็นผู้ตรวจสอบ ซึ่งอ่านได้ทุกเรื่อง"),
        ("coordinator", "ท่านเห็นเพราะเป็นผู้ประสานงานของภาคเดียวกัน"),
        ("officer", "ท่านเห็นเพราะเป็นเจ้าหน้าที่ของภาคเดียวกัน"),
    ],
)
def test_the_page_says_why_its_reader_sees_the_contacts(
    client, committee, north, person_with, part, why
):
    person = make_person(phone="081 234 5678")
    make_membership(make_seat(committee, region=north), person)
    client.force_login(person_with(part, region=north))

    assert why in client.get(reverse("committees:person-detail", args=[person.pk])).text
