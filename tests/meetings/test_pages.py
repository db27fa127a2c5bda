"""What the pages show, to whom, and what they cost."""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.urls import reverse

from committees.models import Committee
from meetings.actions import call_meeting, complete_action_item
from meetings.models import (
    AgendaItem,
    BreakoutResult,
    Diagram,
    DiagramNode,
    Meeting,
    Minutes,
    Objective,
    Opinion,
    Reading,
    ResultPoint,
    Sitting,
    Speaker,
    Statement,
)
from meetings.templatetags import meetings_ui
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Outbox
from regions.models import Province
from tests.factories.committees import make_body, make_issue, make_regional_body
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    BANGKOK,
    NOW,
    called,
    make_held,
    make_item,
    make_minutes,
    make_resolution,
    make_sitting,
    make_summary,
    planned,
    seat_with,
    vacant,
)
from tests.factories.regions import make_member

PUBLISHED = datetime(2026, 6, 20, 9, 0, tzinfo=BANGKOK)


@pytest.fixture
def member(client, db):
    user = make_member("member")
    client.force_login(user)
    return client


def text_of(response):
    return response.content.decode()


# -- The list -------------------------------------------------------------------


def test_the_list_shows_each_meeting_with_how_far_its_papers_are(
    member, committee, board, secretary
):
    told, pending = (
        make_held(committee, number=1),
        make_held(committee, number=2, day=date(2026, 6, 26)),
    )
    make_resolution(told)
    make_summary(told, published_at=PUBLISHED)
    coming = called(committee, secretary)
    planned(committee, secretary)

    page = member.get("/meetings/")

    assert [(row, papers.value) for row, papers in page.context["coming"]] == [(coming, "called")]
    assert [(row, papers.value) for row, papers in page.context["past"]] == [
        (pending, "pending"),
        (told, "summarised"),
    ]
    html = text_of(page)
    assert "มติ 1 ข้อ" in html
    assert "สรุปอยู่ระหว่างจัดทำ" in html


def test_a_meeting_whose_minutes_are_adopted_says_so_in_the_list(member, committee):
    make_minutes(make_held(committee), state=Minutes.State.ADOPTED)

    assert "รับรองรายงานแล้ว" in text_of(member.get("/meetings/")).partition("</form>")[2]


@pytest.mark.parametrize("papers", Meeting.Papers)
def test_however_far_papers_are_they_are_drawn(papers):
    assert str(papers.label) in meetings_ui.papers(papers)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?year=2569", ["2569"]),
        ("?year=2550", ["2550"]),
        ("?papers=summarised", ["2569"]),
        ("?q=๑/๒๕๕๐", ["2550"]),
        ("?q=ลองสเตย์", ["2550"]),
        ("?q=ไม่มีคำนี้", []),
        ("?year=2222", ["2569", "2550"]),
        ("?page=99", ["2569", "2550"]),
    ],
)
def test_the_list_is_filtered(member, committee, former_committee, query, found):
    make_summary(make_held(committee), published_at=PUBLISHED)
    make_held(former_committee, day=date(2007, 6, 12), venue="ศรีปทุม ลองสเตย์")

    page = member.get(f"/meetings/{query}")

    assert [str(row.be_year) for row, _papers in page.context["past"]] == found


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_row_or_three(
    member, committee, rows, django_assert_num_queries
):
    for number in range(1, rows + 1):
        make_summary(make_held(committee, number=number), published_at=PUBLISHED)

    # session, user, head, rights, bodies, years, count, page, what sits now
    with django_assert_num_queries(9):
        member.get("/meetings/")


def test_the_list_names_what_sits_right_now_of_whatever_body(member, secretary, north, clock):
    far = make_regional_body(north)
    sitting = make_sitting(called(far, secretary), by=secretary)
    link = f'<a href="{sitting.get_absolute_url()}">'

    assert link in member.get("/meetings/").text
    clock.move_to(NOW + timedelta(days=1))
    assert link not in member.get("/meetings/").text


def test_htmx_gets_only_the_results(member, committee):
    make_held(committee)

    part = member.get("/meetings/", headers={"HX-Request": "true", "HX-Target": "results"})

    assert text_of(part).strip().startswith("<div")
    assert "<h1>" not in text_of(part)
    assert "HX-Target" in part.headers["Vary"]


# -- One meeting ----------------------------------------------------------------


def a_full_record(committee, region, *, items=1, source=""):
    meeting = make_held(committee, source=source, next_in_words="ปลายเดือนกรกฎาคม 2550")
    Objective.objects.create(meeting=meeting, position=1, text="วางยุทธศาสตร์")
    Sitting.objects.create(
        meeting=meeting, position=1, on=meeting.starts_on, part_of_day="ช่วงค่ำ",
        kind="informal", title="สนทนา",
    )  # fmt: skip
    Reading.objects.create(
        meeting=meeting, position=1, seen="ฝั่งหะก้าว", read_as="จังหวะก้าว", certainty="sure"
    )
    for number in range(1, items + 1):
        a_full_item(meeting, number)
    resolution = make_resolution(meeting, number=items + 1)
    for due in range(1, items + 1):
        make_item(
            resolution, region=region, position=due, due_on=date(2026, 6, 30), due_precision="month"
        )
    make_summary(meeting, published_at=PUBLISHED)
    return meeting


def a_full_item(meeting, number):
    item = AgendaItem.objects.create(
        meeting=meeting, section=5, position=number, title=f"เรื่อง {number}"
    )
    statement = Statement.objects.create(item=item, position=1, text="ข้อความที่กล่าว")
    Speaker.objects.create(
        statement=statement, order=1, person=make_person("สังคม", "เจริญ"), held_position="คณะกรรมการ"
    )
    Speaker.objects.create(statement=statement, order=2, held_position="ผอ.พอช.")
    Opinion.objects.create(item=item, position=1, text="ความเห็นหนึ่ง")
    result = BreakoutResult.objects.create(item=item, position=1, key=f"r{number}", title="บทบาท")
    point = ResultPoint.objects.create(
        result=result, position=1, column="เชิงนโยบาย", heading="ยกระดับ", text="พื้นที่รูปธรรม"
    )
    ResultPoint.objects.create(result=result, position=1, parent=point, text="ฝ่ายอำนวยการ")
    diagram = Diagram.objects.create(
        item=item, position=1, shape="chain", title="การเชื่อมโยง", description="สี่ขั้น"
    )
    DiagramNode.objects.create(diagram=diagram, position=1, title="ตำบล", text="สภาองค์กรชุมชนตำบล")


def test_one_page_shows_all_a_meeting_left(member, former_committee, north):
    meeting = a_full_record(former_committee, north, source="สรุปเชิงบริหาร 2/2550")

    html = text_of(member.get(meeting.get_absolute_url()))

    for told in [
        "วางยุทธศาสตร์", "สังคม เจริญ คณะกรรมการ และ  ผอ.พอช.", "ความเห็นหนึ่ง", "เชิงนโยบาย",
        "ฝ่ายอำนวยการ", "<figure", "สี่ขั้น", "สภาองค์กรชุมชนตำบล", "ฝั่งหะก้าว", "จังหวะก้าว",
        "ปลายเดือนกรกฎาคม 2550", "ภายในเดือนมิถุนายน 2569", "สนทนานอกวาระ", "ไม่ปรากฏในเอกสาร",
        "ไม่มีบันทึกผลในเอกสารต้นฉบับ", "สรุปเชิงบริหาร 2/2550",
    ]:  # fmt: skip
        assert " ".join(told.split()) in " ".join(html.split()), told
    assert "เกินกำหนด" not in html


def test_a_record_shows_no_day_its_source_does_not_give(member, former_committee, north):
    meeting = a_full_record(former_committee, north, source="สรุปเชิงบริหาร 2/2550")
    Sitting.objects.update(on=None)

    page = member.get(meeting.get_absolute_url())
    summary = text_of(member.get(f"/meetings/{meeting.pk}/summary/"))

    assert [(step.label, step.when) for step in page.context["page"].steps] == [
        ("ประชุมแล้ว", "5 มิ.ย."),
        ("สรุปเชิงบริหาร", ""),
    ]
    assert "เผยแพร่เมื่อ" not in summary
    assert "20 มิถุนายน 2569" not in summary
    assert page.context["page"].sittings[0]["on"] is None


def test_a_meeting_of_an_earlier_generation_says_so(member, committee, former_committee, north):
    old = a_full_record(former_committee, north, source="สรุปเชิงบริหาร 2/2550")
    own = make_held(committee)

    told = [text_of(member.get(f"/meetings/{old.pk}/{page}")) for page in ("", "summary/")]

    assert all("คณะชุดปี 2550" in html for html in told)
    assert "คณะชุดปี" not in text_of(member.get(own.get_absolute_url()))


def test_a_record_shows_the_headings_it_skips(member, committee, former_committee):
    meetings = [
        make_held(former_committee, source="สรุปเชิงบริหาร 2/2550"), make_held(committee)
    ]  # fmt: skip
    for meeting in meetings:
        for section in (1, 3):
            AgendaItem.objects.create(meeting=meeting, section=section, position=1, title="เรื่อง")

    record, own = (member.get(meeting.get_absolute_url()) for meeting in meetings)

    assert [(part.number, len(part.items)) for part in record.context["page"].sections] == [
        (1, 1), (2, 0), (3, 1),
    ]  # fmt: skip
    assert [part.number for part in own.context["page"].sections] == [1, 3]
    assert "ระเบียบวาระที่ 2 เรื่องรับรองรายงานการประชุม" in text_of(record)


def test_who_speaks_twice_in_a_row_is_named_once(member, former_committee, north):
    meeting = a_full_record(former_committee, north, source="สรุปเชิงบริหาร 2/2550")
    item = meeting.items.get(title="เรื่อง 1")
    for position, text in ((2, "ข้อความที่สอง"), (3, "ข้อความที่สาม")):
        again = Statement.objects.create(item=item, position=position, text=text)
        Speaker.objects.create(statement=again, order=1, held_position="ประธาน")

    html = text_of(member.get(meeting.get_absolute_url()))

    assert html.count('class="statement__by"') == 2
    assert "ข้อความที่สาม" in html


def test_a_probable_reading_leads_to_what_the_source_has(member, former_committee, north):
    meeting = a_full_record(former_committee, north, source="สรุปเชิงบริหาร 2/2550")
    ResultPoint.objects.filter(parent=None).update(text="<ทุนชุมชน> (น่าจะใช่)")

    html = text_of(member.get(meeting.get_absolute_url()))

    assert '&lt;ทุนชุมชน&gt; <a href="#readings">(น่าจะใช่)</a>' in html


def test_a_plan_before_a_called_meeting_is_not_told(member, committee, board, secretary):
    plan = planned(committee, secretary)
    meeting = called(committee, secretary, starts_on=date(2026, 8, 7), previous=plan)
    of_plan = planned(committee, secretary, starts_on=date(2026, 9, 4), previous=meeting)

    assert plan.get_absolute_url() + '"' not in text_of(member.get(meeting.get_absolute_url()))
    member.force_login(secretary)
    assert meeting.get_absolute_url() + '"' in text_of(member.get(of_plan.get_absolute_url()))


def test_english_pages_say_days_and_places_in_english(client, committee, board, secretary):
    songkhla = Province.objects.create(
        code="90", name="สงขลา", name_en="Songkhla", tile_column=1, tile_row=1
    )
    meeting = called(committee, secretary, province=songkhla)
    client.force_login(secretary)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    schedule = client.get(f"/meetings/{meeting.pk}/schedule/")
    listed = client.get("/meetings/")

    lead = text_of(schedule).partition('class="lead"')[2].partition("</p>")[0]
    assert "Friday 10 July 2569 BE" in lead
    assert "ในวันศุกร์" not in text_of(schedule)
    assert ("Songkhla" in text_of(listed), "สงขลา" in text_of(listed)) == (True, False)
    assert ">Songkhla</option>" in text_of(schedule)


def test_what_a_portals_own_meeting_lacks_is_said_differently(member, committee, north):
    meeting = a_full_record(committee, north)

    html = text_of(member.get(meeting.get_absolute_url()))

    assert "ยังไม่มีบันทึกผู้มาประชุม" in html
    assert "เกินกำหนด" in html
    assert "ไม่ปรากฏในเอกสาร" not in html


@pytest.mark.parametrize("items", [1, 5, 60])
def test_a_meeting_costs_the_same_however_long_its_agenda(
    member, committee, north, items, django_assert_num_queries
):
    meeting = a_full_record(committee, north, items=items)

    with django_assert_num_queries(6):  # session, user, head, rights, meeting, record
        page = member.get(meeting.get_absolute_url())

    assert len(page.context["page"].record["items"]) == items + 1


def test_meetings_lead_to_the_one_before_and_the_one_after(member, committee, board, secretary):
    first = make_held(committee)
    second = called(committee, secretary, previous=first)
    planned(committee, secretary, previous=second)

    before, after = (text_of(member.get(row.get_absolute_url())) for row in (first, second))

    assert f'href="{second.get_absolute_url()}"' in before
    assert f'href="{first.get_absolute_url()}"' in after
    assert "นัดหมายครั้งต่อไป" not in after  # a plan is not told


def test_a_cancelled_meeting_says_why(client, committee, board, secretary):
    client.force_login(secretary)
    meeting = called(committee, secretary)
    client.post(
        reverse("meetings:meeting-cancellation", args=[meeting.pk]),
        {"reason": "น้ำท่วม", "version": meeting.version},
    )

    page = client.get(meeting.get_absolute_url())

    assert "ยกเลิกการประชุมครั้งนี้แล้ว" in text_of(page)
    assert "น้ำท่วม" in text_of(page)


# -- The summary ----------------------------------------------------------------


def test_a_published_summary_is_anybodys_to_read(client, committee):
    meeting = make_held(committee)
    make_summary(meeting, published_at=PUBLISHED, text="ย่อหน้าแรก\nย่อหน้าที่สอง")

    page = client.get(reverse("meetings:meeting-summary", args=[meeting.pk]))

    assert page.status_code == 200
    assert page.context["paragraphs"] == ["ย่อหน้าแรก", "ย่อหน้าที่สอง"]
    assert meeting.get_absolute_url() + '"' not in text_of(page)


def test_a_summary_that_is_not_written_yet_is_said_to_be_written(client, committee, secretary):
    page = client.get(f"/meetings/{make_held(committee).pk}/summary/")

    assert (page.status_code, "อยู่ระหว่างจัดทำ" in page.text) == (200, True)


@pytest.mark.parametrize("of", ["a plan", "a call", "a document", "another body"])
def test_nothing_is_said_of_a_summary_of_what_was_not_held_by_the_67(
    client, committee, secretary, of
):
    other = make_body("unit", parent=committee)
    meetings = {
        "a plan": lambda: planned(committee, secretary),
        "a call": lambda: called(committee, secretary),
        "a document": lambda: make_held(committee, source="สมุดบันทึก"),
        "another body": lambda: make_held(other),
    }

    assert client.get(f"/meetings/{meetings[of]().pk}/summary/").status_code == 404


# -- Invitations ----------------------------------------------------------------


def test_before_calling_one_sees_exactly_who_gets_what(client, committee, north, secretary):
    by_mail = seat_with(committee, 1, region=north)
    without = seat_with(committee, 2, region=north, email="")
    empty = vacant(committee, 3, north)
    meeting = planned(committee, secretary)
    client.force_login(secretary)

    page = client.get(f"/meetings/{meeting.pk}/invitations/")

    assert [row.person for row in page.context["letters"]] == [by_mail]
    assert [(row.seat, row.person) for row in page.context["calls"]] == [
        (without.memberships.get().seat, without),
        (empty, None),
    ]
    assert "ครั้งที่ …/2569" in page.context["sample"].body
    assert not meeting.invitations.exists()
    assert not Outbox.objects.exists()


def test_the_thai_letter_leaves_the_screen_in_english(client, committee, board, secretary):
    meeting = planned(committee, secretary)
    client.force_login(secretary)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    page = client.get(f"/meetings/{meeting.pk}/invitations/")

    assert 'lang="en"' in text_of(page)
    assert "Check the list" in text_of(page)
    assert "วันศุกร์ที่ 10 กรกฎาคม 2569" in page.context["sample"].body


def test_what_is_missing_is_said_before_calling(client, committee, board, secretary):
    meeting = planned(committee, secretary, venue="", agenda=())
    client.force_login(secretary)

    page = client.get(f"/meetings/{meeting.pk}/invitations/")

    assert page.context["missing"] == ["สถานที่", "ระเบียบวาระอย่างน้อยหนึ่งเรื่อง"]
    assert "เรียกประชุมและส่งหนังสือเชิญ" not in text_of(page)


def test_after_calling_each_letter_says_how_it_fares(client, committee, north, secretary):
    people = [seat_with(committee, number, region=north) for number in (1, 2, 3)]
    vacant(committee, 4, north)
    meeting = called(committee, secretary)
    for person, state in zip(people, ["done", "failed", "ready"], strict=True):
        settled = None if state == "ready" else PUBLISHED
        Outbox.objects.filter(payload__to=person.email).update(state=state, settled_at=settled)
    client.force_login(secretary)

    page = client.get(f"/meetings/{meeting.pk}/invitations/")

    assert [[letter.words for letter in row.letters] for row in page.context["shown"]] == [
        ["หนังสือเชิญ ส่งแล้ว"], ["หนังสือเชิญ ส่งไม่สำเร็จ"], ["หนังสือเชิญ รอส่ง"], [],
    ]  # fmt: skip
    assert [row.person for row in page.context["calls"]] == [people[1], None]


@pytest.mark.parametrize("seats", [1, 3])
def test_the_list_of_invitations_costs_the_same_for_one_seat_or_three(
    client, committee, north, secretary, seats, django_assert_num_queries
):
    for number in range(1, seats + 1):
        seat_with(committee, number, region=north)
    meeting = called(committee, secretary)
    client.force_login(secretary)

    with django_assert_num_queries(9):
        client.get(f"/meetings/{meeting.pk}/invitations/")


@pytest.mark.parametrize("seats", [1, 3])
def test_the_preview_costs_the_same_for_one_seat_or_three(
    client, committee, north, secretary, seats, django_assert_num_queries
):
    for number in range(1, seats + 1):
        seat_with(committee, number, region=north)
    meeting = planned(committee, secretary)
    client.force_login(secretary)

    # session, user, head, rights, meeting, its objectives and items, seats, holders, officers,
    # and who signs
    with django_assert_num_queries(11):
        client.get(f"/meetings/{meeting.pk}/invitations/")


def test_those_invited_fold_by_region_and_issues_come_last(
    client, committee, north, south, secretary
):
    seat_with(committee, 1, issue=make_issue())
    seat_with(committee, 2, region=north)
    seat_with(committee, 3, region=south)
    seat_with(committee, 4, region=north)
    meeting = called(committee, secretary)
    client.force_login(secretary)

    page = client.get(f"/meetings/{meeting.pk}/invitations/")

    assert [(bench, len(rows)) for bench, rows in page.context["benches"]] == [
        (north.name, 2), (south.name, 1), ("ผู้แทนประเด็น", 1),
    ]  # fmt: skip
    assert text_of(page).count("<details data-fold open>") == 3


def test_seats_are_counted_as_seats_everywhere(client, committee, north, secretary):
    vacant(committee, 1, north)
    plan = planned(committee, secretary)
    client.force_login(secretary)
    before = text_of(client.get(f"/meetings/{plan.pk}/invitations/"))
    call_meeting(plan, version=plan.version, by=secretary)

    after = text_of(client.get(f"/meetings/{plan.pk}/invitations/"))
    beside = text_of(client.get(plan.get_absolute_url()))

    # Afterwards among those to be rung, and in its region.
    assert [html.count("1 ที่นั่ง") for html in (before, after, beside)] == [1, 2, 1]


def test_a_call_noted_shows_who_rang(client, committee, north, secretary):
    vacant(committee, 1, north)
    meeting = called(committee, secretary)
    client.force_login(secretary)

    page = client.post(
        reverse("meetings:invitation-call", args=[meeting.pk, meeting.invitations.get().pk]),
        follow=True,
    )

    assert "โทรแล้ว วันนี้ 10.00 น. โดย secretary ทดสอบ" in " ".join(
        text_of(page).replace('<span class="nw">', "").replace("</span>", "").split()
    )


# -- Action items ---------------------------------------------------------------


def test_no_item_is_a_bare_sentence(member, committee, north):
    resolution = make_resolution(make_held(committee, number=4))
    make_item(resolution, region=north, title="ส่งแผน")

    html = text_of(member.get("/meetings/action-items/"))

    for told in (
        "ส่งแผน",
        "4/2569",
        "มติที่ 1",
        "เรื่องพิจารณา 1",
        resolution.text,
        "เหนือบน",
        "30 มิถุนายน 2569",
    ):
        assert told in html, told


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?standing=overdue", ["ช้า"]),
        ("?standing=pending", ["ช้า", "ยังทัน"]),
        ("?standing=done", ["เสร็จ"]),
        ("", ["ช้า", "ยังทัน"]),
        ("?standing=all", ["ช้า", "ยังทัน", "เสร็จ"]),
        ("?standing=former", ["งานเก่า"]),
        ("?standing=", ["ช้า", "ยังทัน", "เสร็จ", "งานเก่า"]),
        ("?owner=region-{south}", ["ยังทัน"]),
        ("?owner=region-x", ["ช้า", "ยังทัน"]),
        ("?q=งานเก่า", ["งานเก่า"]),
        ("?q=2/2550", ["งานเก่า"]),
    ],
)
def test_items_are_filtered(
    member, committee, former_committee, north, south, secretary, query, found
):
    resolution = make_resolution(make_held(committee))
    make_item(resolution, region=north, title="ช้า", due_on=date(2026, 6, 15))
    make_item(resolution, region=south, title="ยังทัน", due_on=date(2026, 7, 15))
    make_item(resolution, region=north, title="เสร็จ", done_at=PUBLISHED, done_by=secretary)
    former = make_held(former_committee, number=2, day=date(2007, 6, 12))
    make_item(make_resolution(former), region=north, title="งานเก่า", due_on=date(2007, 6, 30))

    page = member.get(f"/meetings/action-items/{query.format(south=south.pk)}")

    assert [item.title for item, *_ in page.context["rows"]] == found


def test_the_counts_follow_what_was_asked_and_keep_it(
    member, committee, former_committee, north, south
):
    resolution = make_resolution(make_held(committee))
    make_item(resolution, region=north, title="แผนงาน")
    make_item(resolution, region=south, title="แผนงาน")
    make_item(resolution, region=north, title="งบประมาณ")
    former = make_held(former_committee, number=2, day=date(2007, 6, 12))
    make_item(make_resolution(former), region=north, title="แผนงาน", due_on=date(2007, 6, 30))

    address = f"/meetings/action-items/?q=แผนงาน&owner=region-{north.pk}"
    part = member.get(address, headers={"HX-Request": "true", "HX-Target": "results"})

    counts = part.context["counts"]
    assert [count["value"] for count in counts] == [1, 1, 0, 0, 1, 1]
    assert counts[0]["url"] == "/meetings/action-items/?" + urlencode(
        {"standing": "pending", "q": "แผนงาน", "owner": f"region-{north.pk}"}
    )
    assert 'class="tally"' in text_of(part)


def test_units_of_an_earlier_generation_are_told_apart_from_todays(
    member, committee, former_committee
):
    for body in (committee, former_committee):
        unit = Committee.objects.create(
            kind=Committee.Kind.UNIT, code=f"{body.code}-unit", name="กองเลขานุการ", parent=body,
            starts_on=body.starts_on, ends_on=body.ends_on,
        )  # fmt: skip
        make_item(make_resolution(make_held(body)), unit=unit)

    page = member.get("/meetings/action-items/")

    _regions, (_label, units) = page.context["filter"].filters["owner"].extra["choices"]
    assert [words for _value, words in units] == ["กองเลขานุการ", "กองเลขานุการ (ชุดปี 2550)"]


def test_sixty_items_stand_on_one_page(member, committee, north):
    resolution = make_resolution(make_held(committee))
    for position in range(1, 62):
        make_item(resolution, region=north, position=position)

    assert len(member.get("/meetings/action-items/?standing=all").context["rows"]) == 60


@pytest.mark.parametrize("rows", [1, 3])
def test_the_items_cost_the_same_for_one_row_or_three(
    member, committee, north, rows, django_assert_num_queries
):
    resolution = make_resolution(make_held(committee))
    for position in range(1, rows + 1):
        for owner in ({"region": north}, {"unit": committee}, {"person": make_person()}):
            make_item(resolution, position=position, **owner)

    # session, user, head, rights, owners, count, page, its units and persons, tally
    with django_assert_num_queries(10):
        page = member.get("/meetings/action-items/")

    assert len(page.context["rows"]) == 3 * rows


def test_a_done_item_keeps_its_result_who_and_when(client, committee, north, secretary):
    item = make_item(make_resolution(make_held(committee)), region=north)
    client.force_login(secretary)
    address = reverse("meetings:action-item-completion", args=[item.pk])

    empty = client.post(address, {"result": " ", "because": " "})
    client.post(address, {"result": "ทบทวนครบ 8 ตำบล", "because": "ส่งทางหนังสือ"})
    again = client.post(address, {"result": "เขียนทับ", "because": "ส่งทางหนังสือ"})

    item.refresh_from_db()
    assert list(empty.context["form"].errors) == ["result", "because"]
    assert (item.result, item.done_by) == ("ทบทวนครบ 8 ตำบล\nส่งทางหนังสือ", secretary)
    assert again.context["form"].non_field_errors() == ["มีผู้บันทึกผลของงานนี้แล้ว"]


def test_an_earlier_generations_item_takes_no_result_today(
    client, former_committee, north, secretary
):
    item = make_item(make_resolution(make_held(former_committee)), region=north)
    client.force_login(secretary)

    answer = client.post(f"/meetings/action-items/{item.pk}/completion/", {"result": "แต่งขึ้น"})

    item.refresh_from_db()
    assert (answer.status_code, item.is_open) == (403, True)


def test_a_result_written_meanwhile_is_not_overwritten(
    committee, former_committee, north, secretary
):
    item = make_item(make_resolution(make_held(committee)), region=north)
    of_old = make_item(make_resolution(make_held(former_committee)), region=north)
    untold = make_item(item.resolution, region=north, position=2)
    complete_action_item(item, result="ผลแรก", because="ส่งทางหนังสือ", by=secretary)

    refusals = []
    for refused, because in ((item, "ส่งทางหนังสือ"), (of_old, "ส่งทางหนังสือ"), (untold, "")):
        with pytest.raises(RuleBroken) as refusal:
            complete_action_item(refused, result="ผลที่สอง", because=because, by=secretary)
        refusals.append(getattr(refusal.value, "code", None))

    assert refusals[:2] == ["already-done", "earlier-generation"]
    assert "because" in refusal.value.error_dict
