"""A roster from a file: a dry run that writes nothing, then all right rows or none."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier, Event

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committees.actions.imports import discard_import, forget_imports, keep_import, write_import
from committees.actions.seats import appoint_member
from committees.imports.cells import cell_of
from committees.imports.checking import check, fingerprint, state_of
from committees.imports.columns import COLUMNS
from committees.imports.reading import read_file
from committees.imports.report import Report
from committees.imports.table import table_of
from committees.models import Membership, RosterImport, Seat
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Person
from regions.models import AppointmentOrder
from tests.factories.committees import (
    make_cluster,
    make_issue,
    make_membership,
    make_order,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post
from tests.factories.spreadsheets import row, xlsx

pytestmark = pytest.mark.django_db
BEGAN = date(2025, 7, 1)
Mode = Membership.Mode


@pytest.fixture
def seats(committee, north):
    return [make_seat(committee, number, region=north) for number in (1, 2, 3)]


def table(*rows):
    return table_of(read_file(xlsx(*rows)))


def verdicts(*rows):
    return [state_of(draft) for draft in check(table(*rows))]


def finding(*rows):
    """What is wrong with the last row: (column, found, how to mend it)."""
    draft = check(table(*rows))[-1]
    return [(found.heading, found.found, found.mend) for found in draft.findings]


def kept(by, *rows):
    return keep_import(table(*rows), file_name="รายชื่อ.xlsx", by=by)


def write(roster_import, by):
    """Press the button as the report of this moment offers it."""
    report = Report(roster_import.rows)
    rows = [line.draft.index for line in report.right]
    return write_import(roster_import, rows=rows, seen=report.seen, by=by)


def seated():
    return list(
        Membership.objects.order_by("seat__number").values_list(
            "seat__number", "person__first_name", "starts_on", "term_ends_on", "mode",
            "appointed_by__number",
        )
    )  # fmt: skip


def url(name, *args):
    return reverse(f"committees:{name}", args=args)


# -- The dry run -------------------------------------------------------------------------


def test_a_right_row_tells_what_it_would_do_and_nothing_is_written(seats, secretary):
    roster_import = kept(secretary, row())

    [line] = Report(roster_import.rows).right

    assert line.deeds == [
        "เพิ่มคนใหม่ นายสมใจ ทดสอบ",
        "เพิ่มคำสั่ง พอช. 15/2568",
        "แต่งตั้งในที่นั่งที่ 1 ภาคเหนือตอนบน ตั้งแต่ 1 กรกฎาคม 2568 ตามคำสั่ง พอช. 15/2568",
    ]
    assert not Membership.objects.exists()
    assert not AppointmentOrder.objects.exists()
    assert not Person.objects.filter(first_name="สมใจ").exists()


def test_a_finding_says_where_what_what_is_expected_and_how_to_mend_it(seats, secretary):
    report = Report(table(row(), row(seat="2", first_name="สาธิต", starts_on="1/7/68")))

    [line] = report.wrong
    [(letter, found)] = line.findings
    assert (line.draft.sheet, line.draft.row, letter, *found) == (
        "รายชื่อ",
        3,
        "I",
        "starts_on",
        "1/7/68",
        "วันที่ เช่น 1/7/2568 หรือ 1 กรกฎาคม 2568",
        "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569",
    )


def test_a_row_with_a_seat_and_nobody_is_left_out(seats):
    blank = {"seat": "2", "region": "ภาคเหนือตอนบน"}

    assert verdicts(row(), blank, {"seat": "3"}) == ["right", "blank", "blank"]


@pytest.mark.parametrize(
    ("changes", "heading", "mend"),
    [
        ({"seat": None}, "ที่นั่งที่", "เติมช่องนี้ เช่น 1"),
        ({"first_name": None}, "ชื่อ", "เติมช่องนี้ เช่น ตัวอย่าง"),
        ({"mode": None}, "รูปแบบ", "เติมช่องนี้ เช่น แต่งตั้ง"),
        ({"issuer": None}, "ผู้ออกคำสั่ง", "กรอกผู้ออกคำสั่งและเลขที่ของคำสั่งที่แต่งตั้ง"),
        ({"issued_on": None}, "ลงวันที่", "คำสั่งนี้ยังไม่มีในทะเบียน กรอกวันที่แล้วระบบจะเพิ่มให้"),
        ({"term_ends_on": "30/6/2568"}, "ครบวาระ", "วันครบวาระต้องไม่ก่อนวันเริ่ม"),
        ({"starts_on": "1/7/2540"}, "ตั้งแต่วันที่", "ในวันนั้นไม่มีคณะ 67 ตรวจปีที่กรอก"),
        ({"seat": "68"}, "ที่นั่งที่", "คณะชุดนี้มี 67 ที่นั่ง"),
        ({"seat": "9"}, "ภาค", "ยังไม่มีที่นั่งที่ 9 กรอกภาคหรือประเด็น หรือแก้เลขที่นั่ง"),
        ({"seat": "9", "region": "ภาคตะวันตก"}, "ภาค", "เช่น ภาคเหนือตอนบน"),
        ({"kind": "ประเด็น"}, "ประเภท", "ที่นั่งที่ 1 เป็นของภาคเหนือตอนบน ตรวจเลขที่นั่ง หรือเว้นช่องนี้ว่าง"),
    ],
)
def test_what_is_wrong_stands_in_its_column(seats, changes, heading, mend):
    [(column, _found, how)] = finding(row(**changes))

    assert (column, how) == (heading, mend)


def test_a_seat_that_is_held_names_its_holder(seats):
    make_membership(seats[0], make_person("บัวผัน"))

    assert finding(row()) == [
        ("ที่นั่งที่", "1", "บัวผัน ทดสอบ นั่งอยู่ ตั้งแต่ 1 กรกฎาคม 2568 บันทึกการพ้นจากที่นั่งก่อน")
    ]


def test_a_seat_whose_holder_has_left_is_free_the_day_after(seats):
    make_membership(seats[0], ends_on=date(2025, 12, 31))

    assert verdicts(row(starts_on="31/12/2568", first_name="ก่อน")) == ["wrong"]
    assert verdicts(row(starts_on="1/1/2569", first_name="หลัง")) == ["right"]


def test_a_seat_and_a_name_stand_in_one_row_of_a_file(seats):
    other = row(first_name="สาธิต")

    assert verdicts(row(), other) == ["right", "wrong"]
    assert finding(row(), other)[0][2] == "ที่นั่งนี้อยู่ในแถวที่ 2 แล้ว เลือกไว้แถวเดียว"
    assert finding(row(), row(seat="2"))[0][:2] == ("ชื่อ", "สมใจ")


def test_namesakes_in_a_file_are_two_people_if_a_telephone_tells_them_apart(seats):
    one, other = row(phone="02 123 4567"), row(seat="2", phone="02 123 4568")

    assert verdicts(one, other) == ["right", "right"]
    assert verdicts(one, row(seat="2", phone="021234567")) == ["right", "wrong"]
    assert verdicts(one, row(seat="2", email="a@example.org")) == ["right", "wrong"]


# -- Known people and orders -----------------------------------------------------------------


@pytest.mark.parametrize(
    "reached", [{"phone": "๐๒-๑๒๓ ๔๕๖๗"}, {"phone": 21234567}, {"email": "Somjai@Example.org"}]
)
def test_somebody_is_known_by_name_and_a_way_to_reach_them(seats, reached):
    somjai = make_person("สมใจ", phone="02 123 4567", email="somjai@example.org")
    make_person("สมใจ", phone="02 999 9999")

    [draft] = check(table(row(**reached)))

    assert (state_of(draft), draft.person) == ("right", somjai)


@pytest.mark.parametrize("reached", [{}, {"phone": "02 111 1111"}, {"email": "other@example.org"}])
def test_a_namesake_nobody_can_tell_apart_is_decided_by_hand(seats, reached):
    make_person("สมใจ", phone="02 123 4567")

    assert finding(row(**reached)) == [
        (
            "ชื่อ",
            "สมใจ",
            "มีผู้ใช้ชื่อนี้ในทะเบียน 1 คน ถ้าเป็นคนเดียวกัน กรอกโทรศัพท์หรืออีเมลให้ตรงกับทะเบียน"
            " ถ้าเป็นคนละคน เพิ่มคนใหม่ในทะเบียนก่อน",
        )
    ]


def test_two_namesakes_with_one_telephone_are_not_told_apart(seats):
    make_person("สมใจ", phone="02 123 4567")
    make_person("สมใจ", phone="021234567")

    assert verdicts(row(phone="02 123 4567")) == ["wrong"]


def test_what_the_register_says_of_somebody_known_stays_and_is_said(seats, secretary):
    make_person("สมใจ", phone="02 123 4567", email="old@example.org")
    roster_import = kept(secretary, row(phone="02 123 4567", email="new@example.org"))

    [line] = Report(roster_import.rows).right
    write(roster_import, secretary)

    assert line.draft.notes == ["อีเมลต่างจากในทะเบียน การนำเข้าไม่แก้ให้"]
    assert Person.objects.get(first_name="สมใจ").email == "old@example.org"


def test_who_sits_elsewhere_or_works_for_the_secretariat_is_refused(seats, north):
    make_membership(seats[1], make_person("สมใจ", phone="02 123 4567"))
    officer = make_post("officer", north).person
    officer.phone = "02 123 4568"
    officer.save()

    assert finding(row(phone="02 123 4567"))[0][2] == (
        "ผู้นี้นั่งในที่นั่งที่ 2 ภาคเหนือตอนบน อยู่แล้ว บันทึกการพ้นจากที่นั่งนั้นก่อน"
    )
    assert (
        "เจ้าหน้าที่ไม่เป็นอนุกรรมการ"
        in finding(row(first_name=officer.first_name, phone="02 123 4568"))[0][2]
    )


def test_who_acts_in_a_seat_sits_in_none_from_the_check_on(seats):
    acting = make_person("สมใจ", phone="02 123 4567")
    make_substitution(seats[1], acting, ends_on=date(2026, 12, 31))

    assert finding(row(phone="02 123 4567"))[0][2] == (
        "ผู้นี้เป็นผู้แทนชั่วคราวในที่นั่งที่ 2 ภาคเหนือตอนบน อยู่แล้ว บันทึกการสิ้นสุดก่อน"
    )


def test_a_known_order_needs_no_day_and_has_only_one(seats):
    make_order("15/2568", issued_on=date(2025, 6, 25))

    assert verdicts(row(issued_on=None)) == ["right"]
    assert finding(row(issued_on="26/6/2568"))[0][:2] == ("ลงวันที่", "26/6/2568")


def test_two_rows_tell_one_day_of_a_new_order(seats):
    second = row(seat="2", first_name="สาธิต", issued_on="26/6/2568")

    assert verdicts(row(), second) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ({"issuer": None, "order_number": None, "issued_on": None}, "right"),
        ({}, "right"),
        ({"issuer": None}, "wrong"),
    ],
)
def test_network_membership_needs_no_order_but_a_whole_one(seats, cells, state):
    assert verdicts(row(mode="เครือข่าย", **cells)) == [state]


# -- Seats that are not there yet --------------------------------------------------------------


def test_a_seat_is_made_from_what_the_row_says(committee, north, secretary):
    make_cluster()
    make_issue("farmers", "เกษตรกร")
    rows = [
        row(seat="5", region="เหนือบน", cluster="กลุ่มจังหวัดภาคเหนือตอนล่าง 1"),
        row(seat="61", first_name="สาธิต", kind="ประเด็น", issue="เกษตรกร"),
    ]

    write(kept(secretary, *rows), secretary)

    assert list(
        Seat.objects.values_list("number", "kind", "region__code", "cluster__code", "issue__code")
    ) == [
        (5, "cluster", "upper-north", "north-lower-1", None),
        (61, "issue", None, None, "farmers"),
    ]
    assert Seat.objects.get(number=5).starts_on == committee.starts_on
    assert [number for number, *_rest in seated()] == [5, 61]


# -- Carrying out ----------------------------------------------------------------------------


def test_right_rows_are_carried_out_and_the_file_is_forgotten(seats, secretary):
    somjai = make_person("สมใจ", phone="02 123 4567")
    roster_import = kept(
        secretary,
        row(phone="02 123 4567"),
        row(seat="2", first_name="สาธิต", phone=812345678, email="sathit@example.org"),
        row(seat="3", first_name="กานดา", mode="เครือข่าย", issuer=None, order_number=None,
            issued_on=None, term_ends_on=None),
    )  # fmt: skip

    write(roster_import, secretary)

    term = date(2027, 6, 30)
    assert seated() == [
        (1, "สมใจ", BEGAN, term, Mode.FORMAL, "15/2568"),
        (2, "สาธิต", BEGAN, term, Mode.FORMAL, "15/2568"),
        (3, "กานดา", BEGAN, None, Mode.NETWORK, None),
    ]
    assert Membership.objects.get(seat=seats[0]).person == somjai
    sathit = Person.objects.get(first_name="สาธิต")
    assert (sathit.name_prefix, sathit.phone, sathit.email) == (
        "นาย",
        "081 234 5678",
        "sathit@example.org",
    )
    order = AppointmentOrder.objects.get()
    assert (order.title, order.issued_on) == (
        "แต่งตั้งคณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
        date(2025, 6, 25),
    )
    roster_import.refresh_from_db()
    assert (roster_import.rows, roster_import.row_count, roster_import.written_count) == ([], 3, 3)
    [told] = Activity.objects.filter(verb="import.written")
    assert (told.by, told.detail) == (secretary, {"rows": 3})


def test_only_the_right_rows_are_carried_out_and_the_mended_file_repeats_none(seats, secretary):
    bad = row(seat="2", first_name="สาธิต", starts_on="เมื่อวาน")

    write(kept(secretary, row(), bad), secretary)
    again = kept(secretary, row(), {**bad, "starts_on": "1/7/2568"})

    assert [state_of(draft) for draft in check(again.rows)] == ["done", "right"]
    write(again, secretary)
    assert [name for _number, name, *_rest in seated()] == ["สมใจ", "สาธิต"]
    assert Person.objects.filter(first_name="สมใจ").count() == 1


def test_pressed_twice_it_is_written_once(seats, secretary):
    roster_import = kept(secretary, row())
    report = Report(roster_import.rows)

    counts = [
        write_import(roster_import, rows=[0], seen=report.seen, by=secretary).written_count
        for _press in range(2)
    ]

    assert counts == [1, 1]
    assert len(seated()) == 1


def meanwhile(case, seats, by):
    match case:
        case "somebody was seated there":
            make_membership(seats[0], make_person("แซงก่อน"))
        case "the person was added":
            make_person("สมใจ")
        case "the order was added":
            make_order("15/2568", issued_on=date(2025, 6, 25))
        case "a wrong row became right":
            Membership.objects.filter(seat=seats[1]).delete()


@pytest.mark.parametrize(
    ("case", "written"),
    [
        ("somebody was seated there", False),
        ("the person was added", False),
        ("the order was added", False),
        ("a wrong row became right", True),
    ],
)
def test_what_the_register_answers_otherwise_must_be_seen_first(seats, secretary, case, written):
    make_membership(seats[1])
    roster_import = kept(secretary, row(), row(seat="2", first_name="สาธิต"))
    report = Report(roster_import.rows)
    assert [line.draft.index for line in report.right] == [0]
    meanwhile(case, seats, secretary)

    try:
        write_import(roster_import, rows=[0], seen=report.seen, by=secretary)
        outcome = "written"
    except RuleBroken as refusal:
        outcome = refusal.code

    roster_import.refresh_from_db()
    assert outcome == ("written" if written else "overtaken")
    assert bool(roster_import.written_at) == written
    assert Membership.objects.filter(person__first_name="สมใจ").exists() == written


@pytest.mark.parametrize("rows", [[1], [0, 1], [7], [0, 0]])
def test_a_wrong_row_is_never_written_whatever_is_sent(seats, secretary, rows):
    roster_import = kept(secretary, row(), row(seat="1", first_name="สาธิต", starts_on="?"))
    seen = Report(roster_import.rows).seen

    if rows == [0, 0]:
        write_import(roster_import, rows=rows, seen=seen, by=secretary)
        assert len(seated()) == 1
        return
    with pytest.raises(RuleBroken):
        write_import(roster_import, rows=rows, seen=seen, by=secretary)

    assert seated() == []


def test_a_wrong_row_is_not_written_by_a_word_that_tells_of_it_truly(seats, secretary):
    roster_import = kept(secretary, row(starts_on="?"))
    seen = fingerprint(check(roster_import.rows, only=[0]))

    with pytest.raises(RuleBroken) as refused:
        write_import(roster_import, rows=[0], seen=seen, by=secretary)

    assert (refused.value.code, seated()) == ("overtaken", [])


def test_what_an_action_refuses_leaves_nothing_behind(seats, secretary, monkeypatch):
    def refuse(*args, **kwargs):
        if args[0].number == 2:
            raise RuleBroken({"starts_on": "มีผู้นั่งแล้ว"})
        return appoint_member(*args, **kwargs)

    monkeypatch.setattr("committees.actions.imports.appoint_member", refuse)
    roster_import = kept(secretary, row(), row(seat="2", first_name="สาธิต"))

    with pytest.raises(RuleBroken) as refused:
        write(roster_import, secretary)

    assert refused.value.messages == ["ยังไม่ได้บันทึกอะไร แผ่นงาน รายชื่อ แถว 3: มีผู้นั่งแล้ว"]
    assert seated() == []
    assert not AppointmentOrder.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_import_and_an_appointment_at_once_leave_one_holder(seats, secretary):
    roster_import = kept(secretary, row())
    seen = Report(roster_import.rows).seen
    other = make_person("แซงก่อน")
    gate = Barrier(2)

    def act(number):
        gate.wait()
        try:
            if number:
                appoint_member(seats[0], other, starts_on=BEGAN, mode=Mode.NETWORK, by=secretary)
            else:
                write_import(roster_import, rows=[0], seen=seen, by=secretary)
        except RuleBroken:
            return "told"
        else:
            return "won"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(act, range(2)))

    roster_import.refresh_from_db()
    [(_seat, name, *_rest)] = seated()
    assert outcomes == ["told", "won"]
    assert bool(roster_import.written_at) == (name == "สมใจ")


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_write_once(seats, secretary):
    roster_import = kept(secretary, row())
    seen = Report(roster_import.rows).seen
    gate = Barrier(2)

    def press(_number):
        gate.wait()
        try:
            return write_import(roster_import, rows=[0], seen=seen, by=secretary).written_count
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(press, range(2))) == [1, 1]

    assert len(seated()) == 1
    assert Activity.objects.filter(verb="import.written").count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_finds_the_roster_held_is_told_to_press_again(seats, secretary):
    roster_import = kept(secretary, row())
    held, tried = Event(), Event()

    def hold():
        with transaction.atomic():
            RosterImport.objects.select_for_update().get(pk=roster_import.pk)
            held.set()
            tried.wait(10)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(hold)
        held.wait(10)
        with pytest.raises(RuleBroken) as refused:
            write(roster_import, secretary)
        tried.set()

    assert refused.value.code == "busy"
    assert seated() == []


# -- How much is asked -------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 300])
def test_a_check_costs_the_same_for_one_row_and_300(
    committee, north, django_assert_num_queries, count
):
    Seat.objects.bulk_create(
        Seat(committee=committee, number=n, kind=Seat.Kind.CLUSTER, region=north, starts_on=BEGAN)
        for n in range(1, count + 1)
    )
    committee.seats_due = None
    committee.save()
    make_person("คนที่ 1", phone="02 123 4001")
    found = table(
        *(
            row(seat=str(n), first_name=f"คนที่ {n}", phone=f"02 123 {4000 + n}")
            for n in range(1, count + 1)
        )
    )

    # seats, people, holdings, actings, posts, orders,
    # generations, regions, clusters, issues, provinces
    with django_assert_num_queries(11):
        drafts = check(found)

    assert {state_of(draft) for draft in drafts} == {"right"}


# -- Forgetting ------------------------------------------------------------------------------


def test_what_is_not_decided_about_in_a_day_is_forgotten(seats, secretary):
    now = timezone.now()
    old, new, discarded = (kept(secretary, row()) for _file in range(3))
    RosterImport.objects.filter(pk=old.pk).update(uploaded_at=now - timedelta(days=1, minutes=1))

    discard_import(discarded, by=secretary)
    forget_imports(at=now)

    for one in (old, new, discarded):
        one.refresh_from_db()
    assert [bool(one.rows) for one in (old, new, discarded)] == [False, True, False]
    assert [one.row_count for one in (old, new, discarded)] == [1, 1, 1]


# -- Whatever stands in the cells -----------------------------------------------------------------

CELLS = st.one_of(
    st.none(),
    st.text(max_size=40),
    st.sampled_from(
        ["แต่งตั้ง", "เครือข่าย", "1/7/2568", "๓๐ มิ.ย. ๒๕๗๐", "=A1", "#N/A", "1", "ภาคใต้", "a@b.co"]
    ),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates().map(lambda day: {"date": day.isoformat()}),
    st.sampled_from([{"formula": "=A1"}, {"merged": "A1:A2"}]),
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(
        st.dictionaries(st.sampled_from([column.key for column in COLUMNS]), CELLS, max_size=17),
        min_size=1,
        max_size=4,
    )
)
def test_any_cells_get_a_verdict(seats, rows):
    cells = [
        {key: found for key, cell in one.items() if (found := cell_of(cell)) != ""} for one in rows
    ]
    found = {
        "rows": [{"sheet": "ก", "row": n, "cells": one} for n, one in enumerate(cells, start=2)],
        "columns": {"ก": {column.key: "A" for column in COLUMNS}},
        "notes": [],
    }

    report = Report(found)

    assert report.total == len(rows)
    for line in report.right:
        assert line.deeds
    for line in report.wrong:
        assert all(finding.expected and finding.mend for _letter, finding in line.findings)


# -- Pages ---------------------------------------------------------------------------------------


def upload(content, name="รายชื่อ.xlsx"):
    return {"file": SimpleUploadedFile(name, content)}


@pytest.mark.parametrize(
    ("part", "status"),
    [("secretary", 200), ("auditor", 403), ("coordinator", 403), ("officer", 403)],
)
def test_only_the_secretariat_sees_an_import(seats, north, person_with, sign_in, part, status):
    by = make_post("central_officer", name="อีกคน")
    roster_import = kept(by, row())
    region = None if part in ("secretary", "auditor") else north
    visitor = sign_in(person_with(part, region=region))
    report = Report(roster_import.rows)

    pages = [
        visitor.get(url("import-create")),
        visitor.get(url("import-template")),
        visitor.get(url("import-detail", roster_import.token)),
    ]
    sent = visitor.post(
        url("import-detail", roster_import.token), {"rows": "0", "seen": report.seen}
    )
    thrown = visitor.post(url("import-discard", roster_import.token))

    went = 302 if status == 200 else 403
    assert [page.status_code for page in pages] == [status] * 3
    assert (sent.status_code, thrown.status_code) == (went, went)
    assert Membership.objects.filter(person__first_name="สมใจ").exists() == (status == 200)


def test_a_stranger_is_asked_to_sign_in(seats, secretary, client):
    roster_import = kept(secretary, row())

    assert client.get(url("import-detail", roster_import.token)).status_code == 302


def test_a_file_is_uploaded_seen_and_carried_out(seats, secretary, sign_in):
    visitor = sign_in(secretary)

    answer = visitor.post(url("import-create"), upload(xlsx(row())))
    page = visitor.get(answer.url)
    form = page.context["form"]
    sent = {name: form[name].value() for name in ("rows", "seen")}
    done = visitor.post(answer.url, sent, follow=True)

    assert "นำเข้าทั้งหมด 1 แถว" in page.text
    assert "ยังไม่ได้บันทึกอะไร" in page.text
    assert 'นำเข้าแล้ว <span class="nw">1 จาก 1 แถว</span>' in done.text
    assert [name for _number, name, *_rest in seated()] == ["สมใจ"]


def test_with_wrong_rows_only_the_right_ones_are_offered(seats, secretary, sign_in):
    roster_import = kept(secretary, row(), row(seat="2", first_name="สาธิต", email="ไม่ใช่อีเมล"))

    page = sign_in(secretary).get(url("import-detail", roster_import.token)).text

    assert "นำเข้าเฉพาะแถวที่ถูกต้อง 1 แถว" in page
    assert "นำเข้าทั้งหมด" not in page
    assert "แถว 3" in page
    assert "ไม่ใช่อีเมล" in page
    assert "ตรวจตัวสะกด หรือเว้นว่างถ้าไม่มี" in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\x00", "ไฟล์นี้ไม่ใช่ XLSX หรือ CSV"),
        (b"PK\x03\x04", "เปิดไฟล์ Excel นี้ไม่ได้"),
        ("ชื่อ,นามสกุล\nสมใจ,ทดสอบ\n".encode(), "ไม่พบหัวตาราง"),
    ],
)
def test_a_file_that_is_no_roster_is_told_beside_the_field(secretary, sign_in, content, said):
    answer = sign_in(secretary).post(url("import-create"), upload(content))

    assert answer.status_code == 200
    assert said in answer.context["form"].errors["file"][0]
    assert not RosterImport.objects.exists()


def test_no_file_is_told_beside_the_field(secretary, sign_in):
    answer = sign_in(secretary).post(url("import-create"), {"csrfmiddlewaretoken": "x"})

    assert answer.context["form"].errors == {"file": ["เลือกไฟล์ก่อน"]}


@pytest.mark.parametrize(
    "sent", [{"rows": "0"}, {"rows": "x", "seen": "y"}, {"rows": "0," * 3000, "seen": "y"}]
)
def test_odd_presses_write_nothing(seats, secretary, sign_in, sent):
    roster_import = kept(secretary, row())

    answer = sign_in(secretary).post(url("import-detail", roster_import.token), sent, follow=True)

    assert (answer.status_code, seated()) == (200, [])


def test_a_forgotten_file_says_so(seats, secretary, sign_in):
    roster_import = kept(secretary, row())
    RosterImport.objects.update(rows=[])
    visitor = sign_in(secretary)

    page = visitor.get(url("import-detail", roster_import.token)).text
    sent = visitor.post(
        url("import-detail", roster_import.token), {"rows": "0", "seen": "x"}, follow=True
    )

    assert "ข้อมูลจากไฟล์นี้ถูกลบแล้ว" in page
    assert sent.status_code == 200
    assert seated() == []


def test_names_in_a_file_stay_out_of_the_activity(seats, secretary):
    write(kept(secretary, row(phone="02 123 4567")), secretary)

    told = " ".join(map(str, Activity.objects.values_list("detail", flat=True)))

    assert "สมใจ" not in told
    assert "4567" not in told
