"""The public front page: who the 67 are, and nothing internal."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from meetings.models import ExecutiveSummary, Meeting
from tests.factories.certification import make_organization, make_province
from tests.factories.committees import make_issue, make_membership, make_seat
from tests.factories.kernel import make_person
from tests.factories.regions import make_post, make_regions, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(date(2026, 7, 1), tick=False):
        yield


def front(client):
    return client.get(reverse("home"))


def summarised(committee, text, *, published, number=6, be_year=2569):
    meeting = Meeting.objects.create(
        committee=committee,
        state=Meeting.State.CLOSED,
        number=number,
        be_year=be_year,
        starts_on=date(2026, 6, 12),
        ends_on=date(2026, 6, 13),
    )
    return ExecutiveSummary.objects.create(
        meeting=meeting, text=text, published_at=timezone.now() if published else None
    )


def test_a_stranger_sees_who_the_67_are(client, committee, north):
    make_membership(make_seat(committee, 1, region=north), make_person("บัวผัน", "แก้วใส"))
    make_seat(committee, 2, region=north)
    make_membership(make_seat(committee, 3, issue=make_issue()))

    page = front(client)

    assert "บัวผัน แก้วใส" in page.text
    assert (page.context["roster"].filled, page.context["roster"].vacant) == (2, 1)


def test_a_stranger_reads_how_many_speak_for_whom_and_what_the_67_do(client, committee, north):
    for number in (1, 2, 3):
        make_seat(committee, number, region=north)
    make_seat(committee, 4, issue=make_issue())

    page = front(client).text

    assert '<span class="nw">3 ที่นั่ง</span>เป็นของผู้แทนกลุ่มจังหวัด' in page
    assert '<span class="nw">1 ที่นั่ง</span>เป็นของผู้แทนประเด็นงาน' in page
    assert "นำข้อเสนอจากพื้นที่ไปสู่นโยบาย" in page


@pytest.mark.parametrize("published", [True, False])
def test_what_they_do_leads_to_the_meeting_that_said_so_if_its_summary_is_public(
    client, committee, published
):
    summary = summarised(committee, "สรุป", published=published, number=2, be_year=2550)
    summarised(committee, "สรุปอื่น", published=True)

    page = front(client)

    assert page.context["founding"] == (summary if published else None)
    assert ("อ่านสรุปการประชุมนั้น" in page.text) == published


def test_the_cloth_leads_to_the_public_board_of_seats(client, committee, north):
    make_seat(committee, 1, region=north)
    make_seat(committee, 2, issue=make_issue())

    rows = front(client).context["cloth"]

    board = reverse("committees:seat-list")
    assert [(row.url, [seat.url for seat in row.seats]) for row in rows] == [
        (f"{board}#bench-upper-north", [f"{board}#seat-1"]),
        (f"{board}#bench-issues", [f"{board}#seat-2"]),
    ]
    assert client.get(board).status_code == 200


def test_a_stranger_finds_the_seats_in_the_menu(client, committee):
    menu = [(entry.label, entry.url) for entry in front(client).context["masthead"].nav]

    assert menu == [
        ("หน้าแรก", reverse("home")),
        ("คณะ 67", reverse("committees:seat-list")),
        ("จังหวัด", reverse("places:region-list")),
        ("เข้าสู่ระบบ", reverse("account_login")),
    ]


def test_the_opening_of_a_published_summary_is_read_by_anybody(client, committee):
    summary = summarised(committee, "ย่อหน้าแรก\nย่อหน้าสอง", published=True)

    page = front(client).text

    assert "ย่อหน้าแรก" in page
    assert "ย่อหน้าสอง" not in page
    assert reverse("meetings:meeting-summary", args=[summary.meeting_id]) in page


def test_nothing_internal_is_shown(client, committee, north):
    summarised(committee, "ร่างสรุปที่ยังไม่เผยแพร่", published=False)
    report = make_report(north)
    person = make_person("บัวผัน", email="buaphan@portal.example", phone="0891234567")
    make_membership(make_seat(committee, 1, region=north), person)
    make_organization(make_province(region=north), "กลุ่มที่อยู่ในทะเบียน")
    officer = make_post("officer", north)

    page = front(client).text.replace(reverse("regions:synthesis-list"), "a public page")

    for internal in [
        "ร่างสรุปที่ยังไม่เผยแพร่", "buaphan@", "0891234567", "กลุ่มที่อยู่ในทะเบียน",
        officer.person.first_name, report.get_absolute_url(), "/reports/", "/meetings/new/",
    ]:  # fmt: skip
        assert internal not in page.partition("<main")[2]


def test_signing_in_is_the_one_filled_button(client, committee):
    main = front(client).text.partition("<main")[2]

    assert main.count('class="btn"') == 1
    assert f'<a class="btn" href="{reverse("account_login")}">' in main


@pytest.mark.parametrize("rows", [1, 3])
def test_the_front_page_costs_the_same_for_one_region_and_many(
    client, committee, django_assert_num_queries, rows
):
    for number, region in enumerate(make_regions(rows), start=1):
        make_membership(make_seat(committee, number, region=region))
        make_organization(
            make_province(f"6{number}", f"จังหวัด{number}", region=region, column=number)
        )
    summarised(committee, "สรุป", published=True)

    # seats, holders, posts, substitutes; regions, provinces; both summaries; the one
    # awaited; map
    with django_assert_num_queries(10):
        page = front(client)

    assert len(page.context["regions"]) == rows
