"""The roster of the 67: who sits where on which day, and what needs care."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from committees.models import Committee, Position, Seat, Standing
from committees.queries import roster
from committees.queries.board import boards_of_members
from regions.models import RegionalPost
from tests.factories.committees import (
    BEGAN,
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
LAST_DAY = date(2025, 6, 30)


def standings(on=TODAY):
    return [(seat.number, seat.standing) for seat in roster(on=on).seats]


def test_a_seat_stands_as_its_dates_say(committee, north):
    terms = {1: None, 2: date(2026, 8, 30), 3: date(2026, 8, 31), 4: date(2026, 6, 30)}
    for number, term_ends_on in terms.items():
        make_membership(make_seat(committee, number, region=north), term_ends_on=term_ends_on)
    make_seat(committee, 5, region=north)

    assert standings() == [
        (1, Standing.FILLED),
        (2, Standing.ENDS_SOON),
        (3, Standing.FILLED),
        (4, Standing.CARRY_OVER),
        (5, Standing.VACANT),
    ]
    assert [seat.number for seat in roster(on=TODAY).needing_care] == [5, 4, 2]


def test_a_vacant_seat_says_since_when(committee, north):
    seat = make_seat(committee, region=north)
    make_membership(seat, ends_on=date(2026, 5, 31))

    [vacant] = roster(on=TODAY).seats

    assert vacant.holder == "ว่างตั้งแต่ 1 มิถุนายน 2569"


def test_the_roster_of_an_earlier_day_shows_who_sat_then(committee, north):
    seat = make_seat(committee, region=north)
    make_membership(seat, make_person("คนเก่า"), ends_on=date(2025, 12, 31))
    make_membership(seat, make_person("คนใหม่"), starts_on=date(2026, 1, 1))

    assert [roster(on=day).seats[0].holder for day in (date(2025, 12, 31), date(2026, 1, 1))] == [
        "คนเก่า ทดสอบ",
        "คนใหม่ ทดสอบ",
    ]


def test_regions_come_in_order_and_the_issues_last(committee, north):
    other = make_region(2)
    make_seat(committee, 1, issue=make_issue())
    make_seat(committee, 2, region=other)
    make_seat(committee, 3, region=north, cluster=make_cluster())

    benches = roster(on=TODAY).benches

    assert [(bench.code, bench.name, bench.seats[0].place) for bench in benches] == [
        ("upper-north", "เหนือบน", "กลุ่มจังหวัดภาคเหนือตอนล่าง 1"),
        ("lower-north", "เหนือล่าง", "ภาคเหนือตอนล่าง"),
        ("issues", "ผู้แทนประเด็น", "ประเด็นเกษตรกร"),
    ]


def test_co_chairs_and_coordinators_are_named_as_such(committee, north):
    make_post("co_chair", north)
    make_post("coordinator", north)
    make_membership(make_seat(committee, 999, region=north))

    assert [seat.role for seat in roster(on=TODAY).seats] == ["ประธานร่วม", "ผู้ประสานงานภาค", ""]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [1, 2]),
        ("บัว", [1]),
        ("แก้วใส บัว", [1]),
        ("ที่ดิน", [2]),
        ("๒", [2]),
        ("เเก้ว", [1]),  # typed as เ and เ
        ("ไม่มีใคร", []),
    ],
)
def test_a_part_of_a_name_a_place_or_a_number_is_found(committee, north, query, found):
    make_membership(make_seat(committee, 1, region=north), make_person("บัวผัน", "แก้วใส"))
    make_membership(
        make_seat(committee, 2, issue=make_issue("land", "ที่ดิน")), make_person("เฉลิม", "ทองดี")
    )

    benches = roster(on=TODAY).matching(query)

    assert [seat.number for bench in benches for seat in bench.seats] == found


def test_the_page_shows_the_day_that_was_asked_for(committee, north, person_with, sign_in):
    seat = make_seat(committee, region=north)
    make_membership(seat, make_person("คนเก่า"), ends_on=date(2025, 12, 31))
    visitor = sign_in(person_with("member"))

    page = visitor.get(reverse("committees:seat-list"), {"on": "๓๑/๑๒/๒๕๖๘"}).text

    assert "คนเก่า ทดสอบ" in page
    assert "31 ธันวาคม 2568" in page


def test_a_day_nobody_can_read_is_said_beside_the_field_and_today_is_shown(
    committee, north, person_with, sign_in
):
    make_membership(make_seat(committee, region=north), make_person("คนวันนี้"))
    visitor = sign_in(person_with("member"))

    page = visitor.get(reverse("committees:seat-list"), {"on": "วันก่อน"}).text

    assert "เขียนวันที่ เช่น" in page
    assert "คนวันนี้ ทดสอบ" in page


def test_a_day_without_a_committee_says_so(committee, person_with, sign_in):
    visitor = sign_in(person_with("member"))

    page = visitor.get(reverse("committees:seat-list"), {"on": "1/1/2560"}).text

    assert "ไม่มีคณะที่ดำรงตำแหน่งในวันที่ 1 มกราคม 2560" in page


@pytest.mark.parametrize("seats", [1, 9])
def test_the_roster_costs_the_same_for_one_seat_and_many(
    committee, north, person_with, sign_in, django_assert_num_queries, seats
):
    board = make_body("codi", kind="board")
    for number in range(1, seats + 1):
        held = make_membership(make_seat(committee, number, region=north))
        make_substitution(held.seat, make_person(f"แทน{number}"))
        make_body_membership(board, held.person)
        give_post("officer", make_person(f"เจ้าหน้าที่{number}"), north)
    visitor = sign_in(person_with("member"))

    # session, user, serves, who; seats, holders, posts, substitutes, boards of members;
    # generation; boards and those on them
    with django_assert_num_queries(12):
        page = visitor.get(reverse("committees:seat-list")).text

    assert page.count('class="seat"') >= 2 * seats
    assert page.count("หมุนเวียน: codi") == seats


# -- Substitutes, boards, officers -------------------------------------------------------


def give_post(role, person, region):
    return RegionalPost.objects.create(person=person, role=role, region=region, starts_on=BEGAN)


def words_of(seat):
    return [" ".join(filter(None, [one.words, one.name, one.until])) for one in seat.remarks]


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 6, 30), "on"),
        (TODAY, "sub"),
        (date(2026, 9, 30), "sub"),
        (date(2026, 10, 1), "on"),
    ],
)
def test_a_seat_has_a_substitute_from_the_first_day_to_the_last(committee, north, on, state):
    held = make_membership(make_seat(committee, region=north), make_person("เจ้าของ"))
    until = date(2026, 9, 30)
    make_substitution(held.seat, make_person("คนแทน"), starts_on=TODAY, ends_on=until)

    [seat] = roster(on=on).seats

    assert (seat.state, seat.holder, seat.standing) == (state, "เจ้าของ ทดสอบ", Standing.FILLED)
    assert words_of(seat) == (
        ["ผู้แทนชั่วคราว คนแทน ทดสอบ ถึง 30 กันยายน 2569"] if state == "sub" else []
    )
    assert roster(on=on).needing_care == ([seat] if state == "sub" else [])


def test_a_vacant_seat_stays_vacant_whoever_acts_in_it(committee, north):
    make_substitution(make_seat(committee, region=north), make_person("คนแทน"))

    [seat] = roster(on=TODAY).seats

    assert (seat.state, seat.standing, roster(on=TODAY).vacant) == ("vacant", Standing.VACANT, 1)
    assert words_of(seat) == ["ผู้แทนชั่วคราว คนแทน ทดสอบ ถึง 31 ธันวาคม 2569"]


def test_who_acts_in_a_seat_is_found_by_name(committee, north):
    held = make_membership(make_seat(committee, region=north))
    make_substitution(held.seat, make_person("สมพร"))

    assert [len(roster(on=TODAY).matching(query)) for query in ("สมพร", "สมปอง")] == [1, 0]


def test_the_boards_of_a_member_stand_beside_the_name(committee, north):
    held = make_membership(make_seat(committee, region=north))
    for code, ends_on in (("codi", None), ("area", TODAY), ("left", date(2026, 6, 30))):
        make_body_membership(make_body(code, kind="board"), held.person, ends_on=ends_on)
    make_body_membership(make_body("unit", parent=committee), held.person)

    [seat] = roster(on=TODAY, boards=boards_of_members(on=TODAY)).seats

    assert words_of(seat) == ["หมุนเวียน: codi, area"]


def test_the_officers_of_a_region_stand_under_its_name(committee, north):
    other = make_region(2)
    for number, region in enumerate((north, other), start=1):
        make_seat(committee, number, region=region)
    make_seat(committee, 3, issue=make_issue())
    give_post("officer", make_person("แพร"), north)
    give_post("officer", make_person("กานต์"), north)
    give_post("manager", make_person("ผู้จัดการ"), north)

    assert [
        [officer.first_name for officer in bench.officers] for bench in roster(on=TODAY).benches
    ] == [["กานต์", "แพร"], [], []]


# -- Any day -----------------------------------------------------------------------------


def test_each_generation_answers_for_its_own_days(north):
    old = make_committee("coordination-2566", starts_on=date(2023, 7, 1), ends_on=LAST_DAY)
    new = make_committee("coordination-2568")
    made = {"region": north}
    make_membership(make_seat(old, 1, **made), make_person("ชุดก่อน"), starts_on=old.starts_on)
    make_membership(make_seat(new, 1, **made), make_person("ชุดนี้"))

    assert [[seat.holder for seat in roster(on=day).seats] for day in (LAST_DAY, BEGAN)] == [
        ["ชุดก่อน ทดสอบ"],
        ["ชุดนี้ ทดสอบ"],
    ]


def test_a_seat_stands_on_the_board_from_its_first_day_to_its_last(committee, north):
    seat = make_seat(committee, 9, region=north)
    Seat.objects.filter(pk=seat.pk).update(starts_on=TODAY, ends_on=TODAY)

    days = (date(2026, 6, 30), TODAY, date(2026, 7, 2))
    assert [len(roster(on=day).seats) for day in days] == [0, 1, 0]


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2026, 5, 1), Standing.FILLED),
        (date(2026, 5, 2), Standing.FILLED),  # the last day is set: no term ends "soon" beside it
        (date(2026, 7, 1), Standing.FILLED),
        (date(2026, 7, 2), Standing.CARRY_OVER),
        (date(2026, 7, 31), Standing.CARRY_OVER),
        (date(2026, 8, 1), Standing.VACANT),
    ],
)
def test_a_term_runs_out_and_the_holder_sits_on_until_the_last_day(committee, north, on, standing):
    make_membership(
        make_seat(committee, region=north),
        term_ends_on=date(2026, 7, 1),
        ends_on=date(2026, 7, 31),
    )

    assert [seat.standing for seat in roster(on=on).seats] == [standing]


# -- Who follows a holder whose last day is set ---------------------------------------------


LEAVES = date(2026, 11, 30)


def remarks_of(*, reader):
    [seat] = roster(on=TODAY, reader=reader).seats
    return [f"{one.words} {one.name} {one.until}".strip() for one in seat.remarks], seat.needs_care


def test_the_board_names_who_follows_to_those_inside(committee, north, person_with):
    seat = make_seat(committee, region=north)
    make_membership(seat, ends_on=LEAVES, term_ends_on=date(2026, 7, 15))
    make_membership(seat, make_person("คนใหม่"), starts_on=date(2026, 12, 1))

    told = "ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569 ผู้รับช่วง คนใหม่ ทดสอบ ตั้งแต่ 1 ธันวาคม 2569"
    assert remarks_of(reader=person_with("secretary")) == ([told], False)
    assert remarks_of(reader=None) == (["ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569"], False)


def test_a_seat_that_nobody_follows_in_needs_care_inside(committee, north, person_with):
    make_membership(make_seat(committee, region=north), ends_on=LEAVES)

    told = "ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569 จะว่างตั้งแต่ 1 ธันวาคม 2569"
    assert remarks_of(reader=person_with("secretary")) == ([told], True)
    assert remarks_of(reader=AnonymousUser()) == (["ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569"], False)


# -- A generation known from a document ----------------------------------------------------


@pytest.fixture
def told(north):
    """12 June 2550: 67 people in 8 regions, a secretariat, a unit, a speaker and one unnamed."""
    generation = make_committee(
        "coordination-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8)
    )
    Committee.objects.filter(pk=generation.pk).update(source="สรุปเชิงบริหาร")
    make_body("secretariat", kind="secretariat", parent=generation, name="กองเลขาฯ")
    make_body("unit", parent=generation, name="ฝ่ายอำนวยการ")
    make_body("land", kind="issue", issue=make_issue("land", "ที่ดิน"), parent=generation)
    for person, title in ((make_person("สังคม"), "คณะกรรมการสถาบันฯ"), (None, "ผอ.พอช.")):
        Position.objects.create(
            person=person, title=title, source="สรุปเชิงบริหาร",
            starts_on=date(2007, 6, 12), ends_on=date(2007, 6, 13),
        )  # fmt: skip
    return generation


def test_of_a_generation_known_from_a_document_only_what_it_says_is_shown(client, told):
    page = client.get(reverse("committees:seat-list"), {"on": "12/6/2550"})

    parts = [(part.name, part.size, part.people) for part in page.context["told"].parts]
    assert parts == [
        ("อนุกรรมการ", "67 คน", []),
        ("ประธานร่วม", "จาก 1 ภาค", []),
        ("กองเลขาฯ", "เจ้าหน้าที่ภาค 1 คน ส่วนกลาง 2 คน", []),
    ]
    assert [part.name for part in page.context["told"].units] == ["ฝ่ายอำนวยการ"]
    assert [part.name for part in page.context["told"].issues] == ["คณะ land"]
    assert "สังคม ทดสอบ" in page.text
    assert "ไม่ปรากฏชื่อในเอกสาร" in page.text
    assert page.text.count("ไม่ปรากฏในเอกสาร") == 5
    assert "ว่าง" not in page.text.partition("</main>")[0]


def test_the_size_of_the_secretariat_is_that_of_its_generation(client, told):
    sizes = {"officers_per_region": 2, "central_officers_due": 5}
    Committee.objects.filter(pk=told.pk).update(**sizes)

    page = client.get(reverse("committees:seat-list"), {"on": "12/6/2550"})

    assert page.context["told"].parts[-1].size == "เจ้าหน้าที่ภาค 2 คน ส่วนกลาง 5 คน"


def test_the_document_speaks_only_of_its_own_days(client, told):
    page = client.get(reverse("committees:seat-list"), {"on": "14/6/2550"})

    assert list(page.context["told"].positions) == []
    assert "เอกสารไม่ระบุชื่อใครในวันที่ดู" in page.text


@pytest.mark.parametrize("rows", [1, 9])
def test_what_a_document_tells_costs_the_same_for_one_part_and_many(
    client, told, django_assert_num_queries, rows
):
    for number in range(rows):
        unit = make_body(f"unit-{number}", parent=told, name=f"ฝ่าย {number}")
        make_body_membership(unit, make_person(f"คน{number}"), starts_on=told.starts_on)

    # seats, posts, substitutes, boards; generation; bodies, members, regions, posts, positions
    with django_assert_num_queries(10):
        page = client.get(reverse("committees:seat-list"), {"on": "12/6/2550"})

    assert len(page.context["told"].units) == rows + 1


# -- Who may look ------------------------------------------------------------------------


def test_anybody_may_look_but_a_stranger_sees_nobody_who_is_to_come(
    client, committee, north, person_with, sign_in
):
    seat = make_seat(committee, region=north)
    make_membership(seat, make_person("วันนี้"), ends_on=TODAY)
    make_membership(seat, make_person("พรุ่งนี้"), starts_on=date(2026, 7, 2))
    address, tomorrow = reverse("committees:seat-list"), {"on": "2/7/2569"}

    seen = client.get(address, tomorrow).text
    known = sign_in(person_with("member")).get(address, tomorrow).text

    assert ("วันนี้ ทดสอบ" in seen, "พรุ่งนี้ ทดสอบ" in seen) == (True, False)
    assert "พรุ่งนี้ ทดสอบ" in known


def test_fewer_seats_than_are_due_is_said(client, committee, north):
    make_seat(committee, region=north)

    page = client.get(reverse("committees:seat-list")).text

    assert "คณะชุดนี้กำหนดไว้" in page
    assert "เพิ่มที่นั่ง" not in page


@pytest.mark.parametrize("on", ["1/1/2443", "31/12/2643", "9/9/9999", "0/0/0", "๑" * 400])
def test_any_day_has_an_answer(client, committee, on):
    assert client.get(reverse("committees:seat-list"), {"on": on}).status_code == 200
