"""ผู้แทนร่วมงาน: each region sends one of the people and one officer, the centre its own (S99)."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse

from committees.actions.delegations import (
    create_delegation,
    end_delegate,
    end_delegation,
    name_delegate,
    rename_delegation,
    replace_delegate,
)
from committees.models import Committee, Delegate, Delegation
from committees.queries.delegations import delegation_board, delegations
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import Region
from tests.factories.committees import TODAY, make_committee, make_membership, make_seat
from tests.factories.kernel import make_person
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db
Kind = Delegate.Kind


@pytest.fixture
def work(committee, secretary):
    return create_delegation(
        committee,
        name="สังเคราะห์รายงานภาค",
        starts_on=date(2026, 6, 1),
        central_officers_due=2,
        by=secretary,
    )


@pytest.fixture
def send(work, secretary):
    """``send("people", somebody, region=north)``: name somebody, today unless said."""

    def name(kind, person, *, region=None, place=None, starts_on=TODAY):
        return name_delegate(
            work,
            kind=kind,
            region=region,
            place=place,
            person=person,
            starts_on=starts_on,
            by=secretary,
        )

    return name


def officer_of(region, role="officer"):
    return make_post(role, region).person


def url(name, *args):
    return reverse(f"committees:{name}", args=args)


def refusal_of(act):
    with pytest.raises(RuleBroken) as refused:
        act()
    return refused.value


# -- The work ----------------------------------------------------------------------


def test_places_are_two_a_region_and_those_of_the_centre(work, north):
    make_region(2)

    board = delegation_board(work, on=TODAY)

    assert (board.due, board.filled) == (6, 0)
    assert [place.key for place in board.places] == [
        "people-upper-north",
        "officer-upper-north",
        "people-lower-north",
        "officer-lower-north",
        "central-1",
        "central-2",
    ]


def test_eight_regions_and_the_centre_make_eighteen(work):
    Region.objects.bulk_create(
        Region(code=f"r{n}", number=n, name=f"ภาค {n}", mark="0" * 49, starts_on=date(2007, 1, 1))
        for n in range(1, 9)
    )

    assert delegation_board(work, on=TODAY).due == 18


def test_a_region_that_is_no_more_sends_nobody(work, north):
    Region.objects.filter(pk=north.pk).update(ends_on=date(2026, 6, 30))

    assert [delegation_board(work, on=day).due for day in (date(2026, 6, 30), TODAY)] == [4, 2]


def test_the_same_work_is_not_begun_twice(committee, work, secretary):
    refused = refusal_of(
        lambda: create_delegation(
            committee,
            name=work.name,
            starts_on=work.starts_on,
            central_officers_due=2,
            by=secretary,
        )
    )

    assert refused.message_dict == {"name": ["มีงานชื่อนี้ที่เริ่มวันเดียวกันอยู่แล้ว"]}
    assert Delegation.objects.count() == 1


# -- Naming ------------------------------------------------------------------------


def test_what_is_missing_is_told_in_words(work, north, send):
    south = make_region(2)
    send(Kind.PEOPLE, make_person("ประชา"), region=north)
    send(Kind.OFFICER, officer_of(south), region=south)
    send(Kind.CENTRAL, make_post("central_officer", name="ส่วนกลาง").person, place=2)

    board = delegation_board(work, on=TODAY)

    assert (board.filled, board.lacking) == (3, 3)
    assert [(missing.words, missing.places) for missing in board.missing()] == [
        ("ผู้แทนภาคประชาชน", ["เหนือล่าง"]),
        ("เจ้าหน้าที่ภาค", ["เหนือบน"]),
        ("เจ้าหน้าที่ส่วนกลาง คนที่", ["1"]),
    ]


def test_the_board_of_another_day_shows_who_was_sent_then(work, north, send):
    first = send(Kind.PEOPLE, make_person("คนแรก"), region=north, starts_on=date(2026, 6, 1))
    replace_delegate(first, person=make_person("คนที่สอง"), starts_on=TODAY, by=None)

    def on(day):
        board = delegation_board(work, on=day)
        return board.rows[0][1].delegate.person.first_name, [
            row.person.first_name for row in board.others
        ]

    assert on(date(2026, 6, 30)) == ("คนแรก", ["คนที่สอง"])
    assert on(TODAY) == ("คนที่สอง", ["คนแรก"])


@pytest.mark.parametrize("role", ["officer", "manager"])
def test_an_officer_or_manager_of_the_region_may_be_its_officer(north, send, role):
    assert send(Kind.OFFICER, officer_of(north, role), region=north).region == north


def unfit_people(case, north):
    match case:
        case "a villager as officer":
            return Kind.OFFICER, make_person("ชาวบ้าน"), {"region": north}
        case "an officer of another region":
            return Kind.OFFICER, officer_of(make_region(2)), {"region": north}
        case "an officer whose post is over":
            gone = make_post("officer", north, ends_on=date(2026, 6, 30))
            return Kind.OFFICER, gone.person, {"region": north}
        case "a regional officer for the centre":
            return Kind.CENTRAL, officer_of(north), {"place": 1}
        case "an officer for the people":
            return Kind.PEOPLE, officer_of(north), {"region": north}
        case "a central officer for the people":
            central = make_post("central_officer", name="ส่วนกลาง")
            return Kind.PEOPLE, central.person, {"region": north}


@pytest.mark.parametrize(
    ("case", "why"),
    [
        ("a villager as officer", "ผู้นี้ไม่ได้เป็นเจ้าหน้าที่หรือผู้จัดการของภาคนี้ในวันนั้น"),
        ("an officer of another region", "ผู้นี้ไม่ได้เป็นเจ้าหน้าที่หรือผู้จัดการของภาคนี้ในวันนั้น"),
        ("an officer whose post is over", "ผู้นี้ไม่ได้เป็นเจ้าหน้าที่หรือผู้จัดการของภาคนี้ในวันนั้น"),
        ("a regional officer for the centre", "ผู้นี้ไม่ได้เป็นเจ้าหน้าที่ส่วนกลางในวันนั้น"),
        ("an officer for the people", "ผู้แทนภาคประชาชนต้องไม่เป็นเจ้าหน้าที่ในวันนั้น"),
        ("a central officer for the people", "ผู้แทนภาคประชาชนต้องไม่เป็นเจ้าหน้าที่ในวันนั้น"),
    ],
)
def test_who_does_not_fit_a_place_is_refused(north, send, case, why):
    kind, person, where = unfit_people(case, north)

    refused = refusal_of(lambda: send(kind, person, **where))

    assert refused.message_dict == {"person": [why]}
    assert not Delegate.objects.exists()


def test_who_was_an_officer_once_may_speak_for_the_people_afterwards(north, send):
    retired = make_post("officer", north, ends_on=date(2026, 6, 30)).person

    assert send(Kind.PEOPLE, retired, region=north).person == retired


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (
            "another of the people of the region",
            "one-peoples-representative-per-region-and-delegation",
        ),
        ("another officer of the region", "one-officer-per-region-and-delegation"),
        ("another central officer in the place", "one-central-officer-per-place-of-a-delegation"),
        ("the same person for another region", "one-place-per-person-in-a-delegation"),
    ],
)
def test_a_place_and_a_person_are_given_once(north, send, second, code):
    known = make_person("คนเดิม")
    send(Kind.PEOPLE, known, region=north)
    send(Kind.OFFICER, officer_of(north), region=north)
    send(Kind.CENTRAL, make_post("central_officer", name="กลางหนึ่ง").person, place=1)
    again = {
        "another of the people of the region": (Kind.PEOPLE, make_person("ใหม่"), {"region": north}),
        "another officer of the region": (
            Kind.OFFICER,
            officer_of(north, "manager"),
            {"region": north},
        ),
        "another central officer in the place": (
            Kind.CENTRAL,
            make_post("central_officer", name="กลางสอง").person,
            {"place": 1},
        ),
        "the same person for another region": (Kind.PEOPLE, known, {"region": make_region(2)}),
    }
    kind, person, where = again[second]

    refused = refusal_of(lambda: send(kind, person, **where))

    assert refused.code == code
    assert Delegate.objects.count() == 3


@pytest.mark.parametrize("place", [0, 3, None])
def test_the_centre_has_only_the_places_it_has(send, place):
    central = make_post("central_officer", name="กลาง").person

    assert refusal_of(lambda: send(Kind.CENTRAL, central, place=place)).code == "no-such-place"


def test_nobody_is_sent_before_the_work_begins(north, send):
    early = date(2026, 5, 31)

    refused = refusal_of(lambda: send(Kind.PEOPLE, make_person(), region=north, starts_on=early))

    assert refused.message_dict == {"starts_on": ["วันนั้นไม่อยู่ในช่วงของงานนี้ (ตั้งแต่ 1 มิถุนายน 2569)"]}


def test_a_region_sends_nobody_from_the_day_after_its_last(work, north, send):
    Region.objects.filter(pk=north.pk).update(ends_on=date(2026, 6, 30))
    north.refresh_from_db()

    refused = refusal_of(lambda: send(Kind.PEOPLE, make_person("ช้าไป"), region=north))
    send(Kind.PEOPLE, make_person("ทัน"), region=north, starts_on=date(2026, 6, 30))

    assert refused.message_dict == {"starts_on": ["ในวันนั้นไม่มีภาคนี้"]}
    assert [delegate.person.first_name for delegate in Delegate.objects.all()] == ["ทัน"]


# -- Leaving -----------------------------------------------------------------------


def test_who_leaves_leaves_once_and_not_before_they_came(north, send, secretary):
    delegate = send(Kind.PEOPLE, make_person(), region=north)

    refused = refusal_of(lambda: end_delegate(delegate, ends_on=date(2026, 6, 30), by=secretary))
    end_delegate(delegate, ends_on=date(2026, 7, 31), by=secretary)
    again = refusal_of(lambda: end_delegate(delegate, ends_on=date(2026, 8, 1), by=secretary))

    delegate.refresh_from_db()
    assert refused.message_dict == {"ends_on": ["วันสุดท้ายต้องไม่ก่อนวันที่เริ่ม คือ 1 กรกฎาคม 2569"]}
    assert again.messages == ["ผู้แทนภาคประชาชนผู้นี้พ้นจากงานนี้แล้ว"]
    assert delegate.ends_on == date(2026, 7, 31)


def test_a_successor_who_does_not_fit_leaves_the_first_in_place(north, send, secretary):
    delegate = send(Kind.OFFICER, officer_of(north), region=north)

    refusal_of(
        lambda: replace_delegate(
            delegate, person=make_person("ชาวบ้าน"), starts_on=date(2026, 8, 1), by=secretary
        )
    )

    delegate.refresh_from_db()
    assert delegate.ends_on is None


def test_what_was_done_is_told_without_names(north, send, secretary):
    person = make_person("ลับ")
    delegate = send(Kind.PEOPLE, person, region=north)
    end_delegate(delegate, ends_on=TODAY, by=secretary)

    told = Activity.objects.filter(verb__startswith="delegate.").order_by("pk")

    assert list(told.values_list("verb", "by", "detail")) == [
        ("delegate.named", secretary.pk, {"delegate": delegate.pk, "person": person.pk}),
        ("delegate.ended", secretary.pk, {"delegate": delegate.pk, "ends_on": "2026-07-01"}),
    ]


# -- Two hands at once ---------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_two_who_name_at_once_one_wins_and_the_other_is_told(work, north, secretary):
    candidates = [make_person("หนึ่ง"), make_person("สอง")]
    gate = Barrier(2)

    def name(person):
        gate.wait()
        try:
            name_delegate(
                work,
                kind=Kind.PEOPLE,
                region=north,
                place=None,
                person=person,
                starts_on=TODAY,
                by=secretary,
            )
        except RuleBroken as refusal:
            return refusal.messages
        else:
            return ["named"]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(name, candidates))

    assert outcomes == [["named"], ["ภาคนี้มีผู้แทนภาคประชาชนในงานนี้อยู่แล้ว"]]
    assert Delegate.objects.count() == 1


# -- Pages -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "of", "place", "status"),
    [
        ("secretary", None, "people-upper-north", 302),
        ("secretary", None, "central-1", 302),
        ("coordinator", 1, "people-upper-north", 302),
        ("officer", 1, "people-upper-north", 302),
        ("coordinator", 1, "people-lower-north", 403),
        ("officer", 1, "people-lower-north", 403),
        ("officer", 1, "central-1", 403),
        ("manager", 1, "people-upper-north", 403),
        ("co_chair", 1, "people-upper-north", 403),
        ("auditor", None, "people-upper-north", 403),
        ("auditor", None, "central-1", 403),
    ],
)
def test_who_may_name_whom(work, person_with, sign_in, part, of, place, status):
    regions = {1: make_region(1), 2: make_region(2)}
    secretary = Activity.objects.get(verb="delegation.created").by
    visitor = sign_in(
        secretary if part == "secretary" else person_with(part, region=regions.get(of))
    )
    fit = secretary.person if place == "central-1" else make_person("ประชา")

    answer = visitor.post(
        url("delegate-create", work.pk, place), {"person": fit.pk, "starts_on": "1/7/2569"}
    )

    assert (answer.status_code, Delegate.objects.count()) == (status, int(status == 302))


@pytest.mark.parametrize(
    ("part", "of", "status"),
    [
        ("coordinator", 1, 302),
        ("officer", 1, 302),
        ("coordinator", 2, 403),
        ("officer", 2, 403),
        ("auditor", None, 403),
    ],
)
def test_who_may_let_a_delegate_go(work, send, person_with, sign_in, part, of, status):
    regions = {1: make_region(1), 2: make_region(2)}
    delegate = send(Kind.PEOPLE, make_person("ประชา"), region=regions[1])
    visitor = sign_in(person_with(part, region=regions.get(of)))

    answer = visitor.post(
        url("delegate-discharge", work.pk, delegate.pk), {"ends_on": "31/7/2569", "person": ""}
    )

    delegate.refresh_from_db()
    assert (answer.status_code, delegate.ends_on is not None) == (status, status == 302)


@pytest.mark.parametrize(("part", "status"), [("officer", 403), ("auditor", 403)])
def test_only_the_secretariat_begins_a_work(committee, north, person_with, sign_in, part, status):
    visitor = sign_in(person_with(part, region=north if part == "officer" else None))

    assert visitor.get(url("delegation-create")).status_code == status


def test_the_secretariat_begins_a_work(committee, secretary, sign_in):
    sent = {"name": "สังเคราะห์", "starts_on": "๑/๗/๒๕๖๙", "central_officers_due": "๓"}

    answer = sign_in(secretary).post(url("delegation-create"), sent)

    work = Delegation.objects.get()
    assert answer.url == url("delegation-detail", work.pk)
    assert (work.name, work.starts_on, work.central_officers_due) == ("สังเคราะห์", TODAY, 3)


@pytest.mark.parametrize(
    "place",
    ["people-nowhere", "central-3", "central-0", "nobody-upper-north", "people", "central-9" * 9],
)
def test_a_place_that_is_not_there_is_not_found(work, north, secretary, sign_in, place):
    assert sign_in(secretary).get(url("delegate-create", work.pk, place)).status_code == 404


def test_a_delegate_of_another_work_is_not_found(work, north, send, secretary, sign_in):
    delegate = send(Kind.PEOPLE, make_person(), region=north)
    visitor = sign_in(secretary)

    pages = [(work.pk + 1, delegate.pk), (work.pk, delegate.pk + 1), (work.pk, 10**30)]

    assert [visitor.get(url("delegate-discharge", *page)).status_code for page in pages] == [
        404
    ] * 3


def test_one_form_lets_go_and_names_the_next(work, north, send, secretary, sign_in):
    first = send(Kind.PEOPLE, make_person("คนแรก"), region=north)
    successor = make_person("คนถัดไป")

    sign_in(secretary).post(
        url("delegate-discharge", work.pk, first.pk),
        {"ends_on": "31/7/2569", "person": successor.pk},
    )

    assert list(
        Delegate.objects.order_by("starts_on").values_list("person", "starts_on", "ends_on")
    ) == [
        (first.person_id, TODAY, date(2026, 7, 31)),
        (successor.pk, date(2026, 8, 1), None),
    ]


def test_what_an_action_says_of_the_successors_first_day_stands_beside_the_last_day(
    work, north, send, secretary, sign_in
):
    first = send(Kind.PEOPLE, make_person("คนแรก"), region=north)
    Delegation.objects.update(ends_on=date(2026, 7, 31))

    answer = sign_in(secretary).post(
        url("delegate-discharge", work.pk, first.pk),
        {"ends_on": "31/7/2569", "person": make_person("คนถัดไป").pk},
    )

    assert answer.context["form"].errors == {
        "ends_on": ["วันนั้นไม่อยู่ในช่วงของงานนี้ (1 มิถุนายน 2569 ถึง 31 กรกฎาคม 2569)"]
    }


@pytest.mark.parametrize(
    ("sent", "errors"),
    [
        ({"person": ""}, {"person", "starts_on"}),
        ({"person": "x", "starts_on": "เมื่อวาน"}, {"person", "starts_on"}),
        ({"person": "9" * 40, "starts_on": "1/1/0001"}, {"person", "starts_on"}),
        ({"person": "", "starts_on": "31/12/9999"}, {"person", "starts_on"}),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(
    work, north, secretary, sign_in, sent, errors
):
    answer = sign_in(secretary).post(url("delegate-create", work.pk, "people-upper-north"), sent)

    assert (answer.status_code, set(answer.context["form"].errors)) == (200, errors)


def test_who_may_be_chosen_hangs_on_the_day_in_the_form(work, north, secretary, sign_in):
    later = make_post("officer", north, starts_on=date(2026, 8, 1)).person
    address = url("delegate-create", work.pk, "officer-upper-north")
    visitor = sign_in(secretary)

    today = visitor.post(address, {"person": later.pk, "starts_on": "1/7/2569"})
    in_august = visitor.post(address, {"person": later.pk, "starts_on": "1/8/2569"})

    assert (today.status_code, in_august.status_code) == (200, 302)


def test_members_from_the_region_come_first_and_seats_tell_namesakes_apart(
    work, committee, north, secretary, sign_in
):
    make_membership(make_seat(committee, 12, region=north), make_person("กานดา"))
    namesake = make_person("กานดา")

    page = sign_in(secretary).get(url("delegate-create", work.pk, "people-upper-north"))

    _empty, *groups = page.context["form"].fields["person"].choices
    assert [(group, [label for _key, label in people]) for group, people in groups] == [
        ("อนุกรรมการจากภาคเหนือตอนบน", ["กานดา ทดสอบ (ที่นั่งที่ 12 ภาคเหนือตอนบน)"]),
        ("ผู้อื่นในทะเบียน", [f"กานดา ทดสอบ (ทะเบียนคนที่ {namesake.pk})"]),
    ]


def test_buttons_stand_only_where_they_lead_somewhere(work, send, person_with, sign_in):
    north = make_region(1)
    make_region(2)
    mine = send(Kind.PEOPLE, make_person("ประชา"), region=north)
    visitor = sign_in(person_with("coordinator", region=north))

    page = visitor.get(url("delegation-detail", work.pk)).text

    assert page.count("เสนอชื่อ") == 1
    assert url("delegate-create", work.pk, "officer-upper-north") in page
    assert url("delegate-discharge", work.pk, mine.pk) in page


def test_the_page_answers_for_the_day_it_is_asked(work, north, send, person_with, sign_in):
    send(Kind.PEOPLE, make_person("คนวันนี้"), region=north)
    visitor = sign_in(person_with("officer", region=north))
    address = url("delegation-detail", work.pk)

    before = visitor.get(address, {"on": "30/6/2569"}).text
    early = visitor.get(address, {"on": "1/1/2569"}).text
    odd = visitor.get(address, {"on": "31/12/9999"})

    assert 'มีรายชื่อแล้ว <b class="nw">0 จาก 4 คน</b>' in before
    assert f"{url('delegation-list')}?on=30/6/2569" in before
    assert "งานนี้ยังไม่เริ่มหรือสิ้นสุดแล้ว" in early
    assert "เสนอชื่อ" not in early
    assert 'มีรายชื่อแล้ว <b class="nw">1 จาก 4 คน</b>' in odd.text


def test_the_list_counts_who_is_in_a_place_that_day(work, north, send, person_with, sign_in):
    send(Kind.PEOPLE, make_person("ประชา"), region=north)
    send(Kind.CENTRAL, make_post("central_officer", name="กลาง").person, place=2)
    Delegation.objects.update(central_officers_due=1)
    visitor = sign_in(person_with("officer", region=north))

    assert "1 จาก 3 คน" in visitor.get(url("delegation-list")).text
    assert "0 จาก 3 คน" in visitor.get(url("delegation-list"), {"on": "30/6/2569"}).text


@pytest.mark.parametrize("page", ["delegation-list", "delegation-detail"])
@pytest.mark.parametrize("count", [1, 8])
def test_a_page_costs_the_same_for_one_region_and_eight(
    work, send, secretary, sign_in, django_assert_num_queries, page, count
):
    for n in range(1, count + 1):
        region = Region.objects.create(
            code=f"r{n}", number=n, name=f"ภาค {n}", mark="0" * 49, starts_on=date(2007, 1, 1)
        )
        send(Kind.PEOPLE, make_person(f"คนที่ {n}"), region=region)
        send(Kind.OFFICER, make_post("officer", region).person, region=region)
    visitor = sign_in(secretary)
    # session, user, rights, who; then regions and works, or the work, its delegates, regions
    queries = {"delegation-list": 6, "delegation-detail": 7}[page]

    with django_assert_num_queries(queries):
        answer = visitor.get(url(page, *([work.pk] if page == "delegation-detail" else [])))

    assert f"{2 * count} จาก {2 * count + 2} คน" in answer.text


# -- The end of a work, and its name ------------------------------------------------------


def test_whoever_is_still_sent_leaves_with_the_work(work, north, send, secretary):
    gone = send(Kind.OFFICER, officer_of(north), region=north)
    end_delegate(gone, ends_on=date(2026, 7, 10), by=secretary)
    still = send(Kind.PEOPLE, make_person("ประชา"), region=north)

    end_delegation(work, ends_on=date(2026, 7, 31), by=secretary)

    days = dict(Delegate.objects.values_list("pk", "ends_on"))
    assert days == {gone.pk: date(2026, 7, 10), still.pk: date(2026, 7, 31)}
    told = Activity.objects.get(verb="delegation.ended").detail
    assert told == {"ends_on": "2026-07-31", "delegates": 1}


def test_until_its_last_day_people_of_a_work_may_change(work, north, send, secretary):
    first = send(Kind.PEOPLE, make_person("คนแรก"), region=north)
    end_delegation(work, ends_on=date(2026, 7, 31), by=secretary)

    second = replace_delegate(
        first, person=make_person("คนหลัง"), starts_on=date(2026, 7, 15), by=secretary
    )

    first.refresh_from_db()
    assert (first.ends_on, second.ends_on) == (date(2026, 7, 14), date(2026, 7, 31))


@pytest.mark.parametrize(
    ("ends_on", "why"),
    [
        (date(2026, 5, 31), "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม คือ 1 มิถุนายน 2569"),
        (date(2026, 6, 30), "มี 1 รายการที่เริ่มหลัง 30 มิถุนายน 2569 โปรดแก้วันเริ่มของรายการนั้นก่อน"),
        (date(2026, 9, 1), "งานนี้สิ้นสุดแล้วเมื่อ 31 สิงหาคม 2569"),
    ],
)
def test_an_end_that_cannot_be_is_refused(work, north, send, secretary, ends_on, why):
    send(Kind.PEOPLE, make_person(), region=north)
    end_delegation(work, ends_on=date(2026, 8, 31), by=secretary)

    refused = refusal_of(lambda: end_delegation(work, ends_on=ends_on, by=secretary))

    work.refresh_from_db()
    assert refused.message_dict == {"ends_on": [why]}
    assert work.ends_on == date(2026, 8, 31)


def test_a_work_is_not_called_as_another_of_its_day(committee, work, secretary):
    other = create_delegation(
        committee, name="อื่น", starts_on=work.starts_on, central_officers_due=1, by=secretary
    )

    refused = refusal_of(lambda: rename_delegation(other, name=work.name, by=secretary))
    same = rename_delegation(other, name="อื่น", by=secretary)
    renamed = rename_delegation(other, name="ใหม่", by=secretary)

    assert refused.message_dict == {"name": ["มีงานชื่อนี้ที่เริ่มวันเดียวกันอยู่แล้ว"]}
    assert (same.name, renamed.name) == ("อื่น", "ใหม่")
    assert Activity.objects.filter(verb="delegation.renamed").count() == 1


@pytest.mark.parametrize("page", ["delegation-edit", "delegation-closure"])
@pytest.mark.parametrize(
    ("part", "status"),
    [("officer", 403), ("coordinator", 403), ("auditor", 403), ("member", 403)],
)
def test_only_the_secretariat_names_and_ends_a_work(
    work, north, person_with, sign_in, page, part, status
):
    region = {"region": north} if part in ("officer", "coordinator") else {}
    visitor = sign_in(person_with(part, **region))

    assert visitor.get(url(page, work.pk)).status_code == status


def test_the_secretariat_renames_and_ends_a_work(work, secretary, sign_in):
    visitor = sign_in(secretary)

    visitor.post(url("delegation-edit", work.pk), {"name": "ใหม่"})
    ended = visitor.post(url("delegation-closure", work.pk), {"ends_on": "31/7/2569"})

    work.refresh_from_db()
    assert (work.name, work.ends_on) == ("ใหม่", date(2026, 7, 31))
    assert ended.url == url("delegation-detail", work.pk)
    assert url("delegation-closure", work.pk) not in visitor.get(ended.url).text


# -- A work known from a document ---------------------------------------------------------


def test_of_a_work_known_from_a_document_nobody_is_missing(committee, work, secretary, sign_in):
    make_region(1)
    committee.source = "สรุปเชิงบริหาร"
    committee.save(update_fields=["source"])
    visitor = sign_in(secretary)

    page = visitor.get(url("delegation-detail", work.pk)).text
    listed = visitor.get(url("delegation-list")).text

    assert page.count("ไม่ปรากฏในเอกสาร") == 5  # the work, and its four places
    assert "ยังขาด" not in page
    assert "เสนอชื่อ" not in page
    assert "จาก 4 คน" not in page + listed
    assert "ไม่ปรากฏในเอกสาร" in listed


def test_the_works_of_the_days_generation_come_first(work, secretary, sign_in):
    Committee.objects.update(ends_on=date(2026, 6, 30), source="สรุปเชิงบริหาร")
    ours = create_delegation(
        make_committee("coordination-now", starts_on=TODAY),
        name="ของชุดนี้",
        starts_on=date(2026, 5, 1),
        central_officers_due=2,
        by=secretary,
    )

    assert [row for row, due in delegations(on=TODAY)] == [ours, work]
    assert [row for row, due in delegations(on=date(2026, 6, 15))] == [work, ours]


def test_a_place_that_is_taken_leads_to_changing_it(work, north, secretary, sign_in, send):
    taken = send(Kind.PEOPLE, make_person("คนแรก"), region=north)
    address = url("delegate-create", work.pk, "people-upper-north")

    answer = sign_in(secretary).get(address)

    assert answer.status_code == 302
    assert answer.url == url("delegate-discharge", work.pk, taken.pk)


@pytest.mark.parametrize("page", ["delegation-closure", "delegate-discharge", "delegate-create"])
def test_what_was_typed_outlives_the_session(work, north, send, secretary, sign_in, page):
    delegate = send(Kind.OFFICER, officer_of(north), region=north)
    rest = {"delegate-discharge": [delegate.pk], "delegate-create": [f"people-{north.code}"]}
    address, visitor = url(page, work.pk, *rest.get(page, [])), sign_in(secretary)
    [field] = {"ends_on", "starts_on"} & set(visitor.get(address).context["form"].fields)
    author = author_of(visitor.get(address))
    visitor.logout()

    visitor.post(address, {field: "๓๐/๗/๒๕๖๙", "author": author})
    visitor.force_login(secretary)

    assert visitor.get(address).context["form"][field].value() == "๓๐/๗/๒๕๖๙"


def author_of(page):
    return re.search(r'name="author" value="([^"]+)"', page.text)[1]
