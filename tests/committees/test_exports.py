"""The directory as a file, and the sheet on which a meeting signs in."""

import csv
import json
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from openpyxl import load_workbook

from committees.models import Committee
from portal.kernel.models import Activity
from portal.kernel.tables import as_written
from tests.factories.committees import (
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
BEFORE = date(2007, 6, 12)


def taken(client, form, **asked):
    response = client.get(reverse("committees:person-export", args=[form]), asked)
    assert response.status_code == 200
    return response


def csv_rows(client, **asked):
    text = taken(client, "csv", **asked).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def xlsx_rows(client, **asked):
    book = load_workbook(BytesIO(taken(client, "xlsx", **asked).content))
    head, *rows = book["รายชื่อ"].values
    return [dict(zip(head, row, strict=True)) for row in rows]


def contact(row, name):
    [value] = [value for heading, value in row.items() if heading.startswith(name)]
    return value


@pytest.fixture
def member(committee, north):
    person = make_person("บัวผัน", name_prefix="นาง", phone="+66812345678", line_id="=1+1")
    seat = make_seat(committee, 7, region=north, cluster=make_cluster())
    make_membership(seat, person, term_ends_on=date(2026, 7, 20))
    return person


def test_a_row_tells_what_the_page_tells_and_both_eras(office, member):
    expected = {
        "คำนำหน้านาม": "นาง",
        "ชื่อ": "บัวผัน",
        "นามสกุล": "ทดสอบ",
        "ตำแหน่ง": "อนุกรรมการ ที่นั่งที่ 7",
        "ภาค": "เหนือบน",
        "กลุ่มจังหวัด": "กลุ่มจังหวัดภาคเหนือตอนล่าง 1",
        "รูปแบบ": "แต่งตั้งอย่างเป็นทางการ",
        "วาระของที่นั่ง": "ใกล้ครบวาระ",
        "ดำรงตำแหน่งตั้งแต่ (ค.ศ.)": "2025-07-01",
        "ดำรงตำแหน่งตั้งแต่ (พ.ศ.)": "1 กรกฎาคม 2568",
        "ครบวาระ (ค.ศ.)": "2026-07-20",
        "ครบวาระ (พ.ศ.)": "20 กรกฎาคม 2569",
    }

    [plain] = csv_rows(office, kind="member")
    [sheet] = xlsx_rows(office, kind="member")

    assert {name: plain[name] for name in expected} == expected
    days = {name: datetime.fromisoformat(expected[name]) for name in expected if "ค.ศ." in name}
    assert {name: sheet[name] for name in expected} == expected | days


def test_a_telephone_of_plus_66_and_a_formula_come_through_as_text(office, member):
    [plain] = csv_rows(office, kind="member")
    [sheet] = xlsx_rows(office, kind="member")

    assert contact(plain, "โทรศัพท์") == "'+66812345678"
    assert as_written(contact(plain, "โทรศัพท์")) == contact(sheet, "โทรศัพท์") == "+66812345678"
    assert as_written(contact(plain, "ไลน์ไอดี")) == contact(sheet, "ไลน์ไอดี") == "=1+1"


def test_the_headings_say_that_contacts_may_be_left_out(client, member, person_with):
    client.force_login(person_with("member"))

    [row] = csv_rows(client, kind="member")

    assert [name for name in row if "มีเฉพาะที่ท่านมีสิทธิเห็นหรือเจ้าตัวให้เผยแพร่" in name] == [
        name for name in row if name.startswith(("โทรศัพท์", "อีเมล", "ไลน์ไอดี"))
    ]
    assert contact(row, "โทรศัพท์") == ""


def test_a_file_holds_what_the_filters_ask_for_on_their_day(office, committee, north, member):
    former = make_person("คนเก่า")
    make_membership(make_seat(committee, 8, region=north), former, ends_on=date(2025, 12, 31))

    found = [
        [row["ชื่อ"] for row in csv_rows(office, **asked)]
        for asked in (
            {"kind": "member"},
            {"kind": "member", "on": "31/12/2568"},
            {"kind": "member", "q": "บัว"},
            {"kind": "past"},
            {"kind": "member", "q": "ไม่มีใคร"},
        )
    ]

    assert found == [["บัวผัน"], ["คนเก่า", "บัวผัน"], ["บัวผัน"], ["คนเก่า"], []]


def test_more_than_a_page_of_people_is_taken_whole(office, committee, north):
    for number in range(1, 61):
        make_membership(make_seat(committee, number, region=north))

    assert len(csv_rows(office, kind="member")) == 60


def test_the_file_says_for_which_day_it_speaks(office, member):
    name = taken(office, "xlsx", on="30/6/2569")["Content-Disposition"]
    book = load_workbook(BytesIO(taken(office, "xlsx", on="30/6/2569").content))

    assert name == 'attachment; filename="people-2026-06-30.xlsx"'
    *_columns, last = book["คำอธิบาย"].values
    assert last == ("on", "วันของไฟล์นี้", "date", "2026-06-30 (30 มิถุนายน 2569)")


def test_every_export_leaves_a_line_with_numbers_and_no_contact(client, member, north, person_with):
    user = person_with("officer", region=north)
    client.force_login(user)

    taken(client, "csv", kind="member")

    told = Activity.objects.get(verb="roster.exported")
    assert (told.by, told.detail) == (
        user,
        {"file": "csv", "on": "2026-07-01", "people": 1, "contacts": 1},
    )


def test_the_columns_are_described_for_programs(office, member):
    link = taken(office, "csv", kind="member").headers["Link"]
    response = office.get(link.partition("<")[2].partition(">")[0])
    about = json.loads(response.content)

    [row] = csv_rows(office, kind="member")
    assert 'rel="describedby"' in link
    assert [column["titles"] for column in about["tableSchema"]["columns"]] == list(row)
    assert about["url"].endswith("/people/export/csv/?kind=member")


@pytest.mark.parametrize("form", ["pdf", "exe", "metadata"])
def test_there_are_two_kinds_of_file(office, form):
    response = office.get(reverse("committees:person-export", args=[form]))

    assert response.status_code == 404


@pytest.mark.parametrize(
    "asked", [{"on": "วันก่อน"}, {"region": "atlantis"}, {"page": "999"}, {"q": "ก" * 999}]
)
def test_what_nobody_can_read_still_makes_a_file(office, member, asked):
    taken(office, "xlsx", **asked)


# -- The sheet --------------------------------------------------------------------------


def sheet(client, **asked):
    response = client.get(reverse("committees:sign-in-sheet"), asked)
    assert response.status_code == 200
    return response


def lines(response):
    return [
        [(bench.name, [line.name for line in bench.lines]) for bench in one.benches]
        for one in response.context["sheets"]
    ]


def test_a_meeting_signs_in_region_by_region_the_issues_then_the_secretariat(
    client, committee, north, member, person_with
):
    south = make_region(2)
    make_membership(make_seat(committee, 1, region=south), make_person("ใต้"))
    make_membership(make_seat(committee, 2, region=north), make_person("เหนือ"))
    make_substitution(make_seat(committee, 3, region=north), make_person("แทน"))
    make_membership(make_seat(committee, 4, issue=make_issue()), make_person("ประเด็น"))
    make_post("officer", south, name="เจ้าหน้าที่")
    make_post("manager", south, name="ผู้จัดการ")
    client.force_login(person_with("member"))

    [one] = lines(sheet(client))

    assert one == [
        ("ภาคเหนือตอนบน", ["เหนือ ทดสอบ", "แทน ทดสอบ", "นางบัวผัน ทดสอบ"]),
        ("ภาคเหนือตอนล่าง", ["ใต้ ทดสอบ"]),
        ("ผู้แทนประเด็น", ["ประเด็น ทดสอบ"]),
        ("กองเลขานุการ", ["เจ้าหน้าที่ ทดสอบ"]),
    ]


def test_a_cluster_stands_on_the_narrow_paper_by_its_short_name(
    client, committee, north, person_with
):
    cluster = make_cluster()
    cluster.name = "ภาคตะวันออกเฉียงเหนือตอนบน 2"
    cluster.save(update_fields=["name"])
    make_membership(make_seat(committee, region=north, cluster=cluster), make_person("เหนือ"))
    client.force_login(person_with("member"))

    [one] = sheet(client).context["sheets"]

    assert one.benches[0].lines[0].place == "อีสานบน 2"


def test_the_secretariat_signs_the_centre_first_and_then_region_by_region(
    client, committee, north, person_with
):
    south = make_region(2)
    for role, region in (("officer", south), ("officer", north), ("central_officer", None)):
        make_post(role, region)
    client.force_login(person_with("member"))

    [one] = sheet(client).context["sheets"]

    assert [(bench.name, [line.place for line in bench.lines]) for bench in one.benches] == [
        ("กองเลขานุการ", ["ส่วนกลาง", "เหนือบน", "เหนือล่าง"])
    ]


def test_a_substitute_signs_for_somebody_or_for_a_vacant_seat(
    client, committee, north, person_with
):
    held = make_membership(make_seat(committee, 1, region=north), make_person("เจ้าของ"))
    make_substitution(held.seat, make_person("แทนหนึ่ง"))
    make_substitution(make_seat(committee, 2, region=north), make_person("แทนสอง"))
    client.force_login(person_with("member"))

    [one] = sheet(client).context["sheets"]

    said = [words for line in one.benches[0].lines for words in line.positions]
    assert said == [
        "อนุกรรมการ",
        "ผู้แทนชั่วคราว แทนเจ้าของ ทดสอบ",
        "ผู้แทนชั่วคราว แทนที่นั่งที่ 2 (ว่าง)",
    ]


def test_a_day_known_from_a_document_says_that_it_names_nobody(client, committee, person_with):
    then = make_committee("coordination-2550", starts_on=BEFORE, ends_on=date(2010, 6, 11))
    Committee.objects.filter(pk=then.pk).update(source="เอกสาร 2550")
    client.force_login(person_with("member"))

    old, now = sheet(client, on="12/6/2550").text, sheet(client).text

    assert ("ไม่ปรากฏในเอกสาร" in old, "ไม่ปรากฏในเอกสาร" in now) == (True, False)
    assert f"<p>{committee.name}</p>" in now


def test_each_day_has_its_sheet_and_its_holders(client, committee, north, person_with):
    seat = make_seat(committee, region=north)
    make_membership(seat, make_person("วันแรก"), ends_on=date(2026, 7, 10))
    make_membership(seat, make_person("วันหลัง"), starts_on=date(2026, 7, 11))
    client.force_login(person_with("member"))

    response = sheet(client, on="10/7/2569", days="๒", title="ประชุมใหญ่", venue="พอช.")

    assert [one[0][1] for one in lines(response)] == [["วันแรก ทดสอบ"], ["วันหลัง ทดสอบ"]]
    assert "ใบลงทะเบียน ประชุมใหญ่" in response.text
    assert "วันศุกร์ที่ 10 กรกฎาคม 2569 ณ พอช." in response.text
    assert response.text.count("<thead>") == 2


@pytest.mark.parametrize(
    ("part", "asked", "printed"),
    [
        ("secretary", {"phones": "on"}, True),
        ("secretary", {}, False),
        ("auditor", {"phones": "on"}, False),
        ("coordinator", {"phones": "on"}, False),
        ("member", {"phones": "on"}, False),
    ],
)
def test_telephones_stand_on_the_organisers_copy_alone(
    client, member, north, person_with, part, asked, printed
):
    client.force_login(person_with(part, region=north))

    page = sheet(client, **asked).text

    assert ("+66812345678" in page, "ไม่ให้เวียน" in page) == (printed, printed)


@pytest.mark.parametrize(
    "asked",
    [
        {"days": "0"},
        {"days": "9" * 30},
        {"days": "สอง"},
        {"on": "31/2/2569"},
        {"on": "31/12/2643", "days": "5"},
        {"title": "ก" * 5000},
        {"title": "<script>alert(1)</script>"},
    ],
)
def test_a_sheet_that_nobody_can_read_is_asked_for_again(client, member, person_with, asked):
    client.force_login(person_with("member"))

    page = sheet(client, **asked).text

    assert "<script>alert" not in page
    assert "นางบัวผัน ทดสอบ" in strip_tags(page) or "on" in asked


def test_a_stranger_has_no_sheet(client, db):
    assert client.get(reverse("committees:sign-in-sheet")).status_code == 302


@pytest.mark.parametrize("count", [1, 67])
def test_a_sheet_costs_the_same_for_one_and_for_all(
    client, committee, north, person_with, django_assert_num_queries, count
):
    for number in range(1, count + 1):
        row = make_membership(make_seat(committee, number, region=north))
        make_substitution(row.seat, make_person(f"แทน {number}"))
    client.force_login(person_with("secretary"))

    # session, user, rights, who; people and five kinds; whom somebody acts for; the 67
    with django_assert_num_queries(12):
        sheet(client, phones="on")
