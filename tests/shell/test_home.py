"""The first page by role: what waits, who is late, the next meeting, promises, the picture."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from meetings.models import (
    ActionItem,
    AgendaItem,
    ExecutiveSummary,
    Invitation,
    Meeting,
    Resolution,
)
from portal.shell.queries import Scale
from regions.actions import note_phone_call
from regions.models import RegionalReport, RolledFigure
from tests.factories.certification import make_organization, make_province
from tests.factories.committees import (
    make_cluster,
    make_committee,
    make_issue,
    make_membership,
    make_seat,
    make_serving,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.meetings import make_minutes
from tests.factories.regions import (
    BANGKOK,
    MONTH,
    ON_TIME,
    accepted,
    make_indicator,
    make_post,
    make_region,
    make_regions,
    make_report,
    make_round,
    make_user,
    returned,
    submitted,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False) as traveller:
        yield traveller


@pytest.fixture
def found():
    return make_indicator()


def planned(committee, **fields):
    return Meeting.objects.create(**{"committee": committee, "be_year": 2569, **fields})


def called(committee, by, *, number=7, starts_on=date(2026, 7, 28), **fields):
    return planned(
        committee,
        number=number,
        state=Meeting.State.CALLED,
        starts_on=starts_on,
        ends_on=starts_on,
        venue="ห้องประชุม",
        called_at=timezone.now(),
        called_by=by,
        **fields,
    )


def held(committee, *, number=6, starts_on=date(2026, 6, 12)):
    """Closed, and its minutes are checked: nobody waits for them."""
    meeting = planned(
        committee, number=number, state=Meeting.State.CLOSED, starts_on=starts_on, ends_on=starts_on
    )
    make_minutes(meeting, state="checked")
    return meeting


def decided(meeting, number=1, text="ให้ทุกภาคทบทวนข้อเสนอ"):
    item = AgendaItem.objects.create(meeting=meeting, section=5, position=number, title="ข้อเสนอ")
    return Resolution.objects.create(meeting=meeting, item=item, number=number, text=text)


def assigned(resolution, region, *, due_on=date(2026, 7, 31), done_by=None):
    return ActionItem.objects.create(
        resolution=resolution,
        title="ทบทวนข้อเสนอ",
        region=region,
        due_on=due_on,
        done_at=timezone.now() if done_by else None,
        done_by=done_by,
    )


def rolled(indicator, of_round, region, value):
    return RolledFigure.objects.create(
        indicator=indicator, round=of_round, region=region, value=value,
        reported=int(value is not None), expected=1, rolled_at=timezone.now(),
    )  # fmt: skip


def home(visitor, **asked):
    return visitor.get(reverse("home"), asked)


def titles(page):
    return [line.title for line in page.context["waiting"]]


# -- What waits for the centre ------------------------------------------------------


def test_an_empty_house_says_what_will_appear(committee, secretary, sign_in):
    page = home(sign_in(secretary))

    assert titles(page) == ["นัดการประชุมครั้งต่อไป"]
    assert page.context["lead"] == [
        "ยังไม่มีรายงานรอบนี้",
        "ยังไม่มีการประชุมครั้งต่อไปที่วางแผนไว้",
    ]


def test_reports_wait_the_longest_first_also_from_an_earlier_month(
    committee, found, secretary, sign_in, clock
):
    first, second = make_regions(2)
    may = make_report(second, month=date(2026, 5, 1))
    june = make_report(first)
    clock.move_to(datetime(2026, 6, 29, 9, tzinfo=BANGKOK))
    submitted(june, make_post("coordinator", first), organizations_found=14)
    clock.move_to(datetime(2026, 6, 1, 9, tzinfo=BANGKOK))
    submitted(may, make_post("coordinator", second), organizations_found=3)
    clock.move_to(ON_TIME)
    called(committee, secretary)

    page = home(sign_in(secretary))

    assert titles(page) == ["ตรวจรายงานภาคเหนือตอนล่าง", "ตรวจรายงานภาคเหนือตอนบน"]
    assert [str(line.facts[0]) for line in page.context["waiting"]] == [
        "รอบเดือนพฤษภาคม 2569",
        "รอบเดือนมิถุนายน 2569",
    ]
    assert page.context["waiting"][0].url == reverse("regions:report-review", args=[may.pk])


def test_a_task_is_not_said_again_in_the_table(committee, found, north, secretary, sign_in):
    report = submitted(make_report(north), make_post("coordinator", north), organizations_found=14)

    page = home(sign_in(secretary)).text

    assert page.count(reverse("regions:report-review", args=[report.pk])) == 1
    assert page.count('class="btn slim"') == 1


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({}, "กำหนดวันประชุม"),
        (
            {"starts_on": date(2026, 7, 28), "ends_on": date(2026, 7, 29), "venue": "ห้องประชุม"},
            "ส่งหนังสือเชิญประชุมวันที่ 28–29 กรกฎาคม 2569",
        ),
    ],
)
def test_a_plan_waits_for_its_day_and_then_for_its_letters(
    committee, secretary, sign_in, fields, title
):
    planned(committee, **fields)

    assert titles(home(sign_in(secretary))) == [title]


def test_seats_that_get_no_letter_are_to_be_rung(committee, north, secretary, sign_in):
    meeting = called(committee, secretary)
    for number in (1, 2, 3):
        Invitation.objects.create(
            meeting=meeting,
            seat=make_seat(committee, number, region=north),
            channel=Invitation.Channel.PHONE,
            phoned_at=timezone.now() if number == 3 else None,
            phoned_by=secretary if number == 3 else None,
        )

    page = home(sign_in(secretary))

    assert titles(page) == ["โทรแจ้งประชุม 2 ที่นั่ง"]
    assert ("โทรแจ้ง", "โทรแล้ว 1 จาก 3 ที่นั่ง") in [
        (check.title, check.detail) for check in page.context["checklist"]
    ]


def test_what_is_overdue_is_said_once_and_first(committee, north, secretary, sign_in):
    resolution = decided(held(committee))
    for day in (date(2026, 6, 20), date(2026, 6, 30), date(2026, 7, 1)):
        assigned(resolution, north, due_on=day)
    called(committee, secretary)

    [line] = home(sign_in(secretary)).context["waiting"]

    assert line.title == "ตามงานเกินกำหนด 2 เรื่อง"
    assert line.facts == ["เรื่องที่ช้าที่สุดครบกำหนด 20 มิถุนายน 2569"]


def test_an_earlier_generation_owes_nothing_today(committee, north, secretary, sign_in):
    past = make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))
    meeting = held(past, starts_on=date(2007, 6, 12))
    assigned(decided(meeting), north, due_on=date(2007, 6, 30))
    called(committee, secretary)

    page = home(sign_in(secretary))

    assert (titles(page), page.context["unfinished"]) == ([], [])


def test_no_more_than_seven_things_wait_at_once(committee, found, north, secretary, sign_in):
    coordinator = make_post("coordinator", north)
    for month in range(1, 10):
        report = make_report(north, month=date(2025, month, 1))
        RegionalReport.objects.filter(pk=report.pk).update(
            state=RegionalReport.State.SUBMITTED,
            receipt=f"ร.{month}",
            submitted_at=ON_TIME - timedelta(days=10 - month),
            submitted_by=coordinator,
        )

    page = home(sign_in(secretary))

    assert len(page.context["waiting"]) == 7
    assert page.context["waiting"][0].facts == ["รอบเดือนมกราคม 2568", "ส่งมาแล้ว 9 วัน"]


# -- The month --------------------------------------------------------------------


def test_each_region_stands_as_its_report_says(committee, found, secretary, sign_in, clock):
    regions = make_regions(3)
    users = [make_post("coordinator", region) for region in regions]
    accepted(make_report(regions[0]), users[0], secretary, organizations_found=14)
    returned(
        make_report(regions[1]),
        users[1],
        secretary,
        {"certification": "ตรวจจำนวน"},
        organizations_found=3,
    )
    clock.move_to(datetime(2026, 7, 7, 9, tzinfo=BANGKOK))

    page = home(sign_in(secretary))

    assert [(row["s"], row["words"], row["to_phone"]) for row in page.context["rows"]] == [
        ("done", "ผ่านแล้ว ตรงเวลา", False),
        ("back", "ส่งกลับให้แก้", False),
        ("late", "ช้า 2 วัน", True),
    ]
    assert [count["value"] for count in page.context["tally"]] == [1, 0, 0, 1, 1]
    assert page.context["lead"][0] == "รายงานรอบเดือนมิถุนายน 2569 ครบกำหนดแล้วเมื่อ 5 ก.ค."
    assert page.context["sent"]["words"] == "ส่งแล้ว 2 จาก 3 ภาค"


def test_a_draft_is_counted_and_not_read(committee, found, north, secretary, sign_in):
    report = make_report(north)

    page = home(sign_in(secretary)).text

    assert "เหนือบน" in page
    assert f'href="{report.get_absolute_url()}"' not in page


def test_every_figure_leads_to_the_list_behind_it(committee, found, secretary, sign_in):
    first, second = make_regions(2)
    of_round = make_round()
    for region, value in [(None, 14), (first, 14), (second, None)]:
        rolled(found, of_round, region, value)

    page = home(sign_in(secretary))

    source = reverse("regions:figure-detail", args=[found.key, MONTH])
    assert [figure.value for figure in page.context["figures"].nation] == [14]
    assert f'href="{source}"' in page.text
    assert f'href="{source}?region=upper-north">14</a>' in page.text
    assert f"{source}?region=lower-north" not in page.text


def test_the_latest_month_with_figures_is_shown(committee, found, north, secretary, sign_in):
    for month, value in [(date(2026, 4, 1), 4), (date(2026, 5, 1), 5)]:
        rolled(found, make_round(month), None, value)
    make_round()

    figures = home(sign_in(secretary)).context["figures"]

    assert (figures.month, figures.nation[0].value) == (date(2026, 5, 1), 5)


def test_unfinished_resolutions_say_how_far_they_are(committee, secretary, sign_in):
    first, second = make_regions(2)
    resolution = decided(held(committee))
    assigned(resolution, first, done_by=secretary)
    assigned(resolution, second)
    finished = decided(resolution.meeting, 2)
    assigned(finished, first, done_by=secretary)

    [unfinished] = home(sign_in(secretary)).context["unfinished"]

    assert (unfinished.resolution, unfinished.done, unfinished.weaves) == (
        resolution,
        1,
        ["done", "none"],
    )


def test_the_urgent_workstreams_say_how_far_they_are_and_their_lists_add_up(
    committee, secretary, sign_in
):
    first, second = make_regions(2)
    resolution = decided(held(committee))
    for item in (assigned(resolution, first, done_by=secretary), assigned(resolution, second)):
        ActionItem.objects.filter(pk=item.pk).update(workstream="areas")
    client = sign_in(secretary)

    rows = home(client).context["workstreams"]

    told = [(row["done"]["value"], row["all"]["value"]) for row in rows]
    assert sorted(told) == [(0, 0), (0, 0), (1, 2)]
    for row in rows:
        for number in (row["done"], row["all"]):
            assert client.get(number["url"]).context["page"].paginator.count == number["value"]


@pytest.mark.parametrize(
    ("asked", "metric"),
    [({}, "certified"), ({"metric": "found"}, "found"), ({"metric": "x"}, "certified")],
)
def test_the_map_is_of_the_metric_asked_for(committee, north, secretary, sign_in, asked, metric):
    province = make_province(region=north)
    make_organization(province, "ก", stage=2)
    make_organization(province, "ข", stage=1)

    page = home(sign_in(secretary), **asked)

    [tile] = page.context["map"].tiles
    assert page.context["map"].metric == metric
    assert tile.reading == {"certified": "1 องค์กร", "found": "2 องค์กร"}[metric]


@pytest.mark.parametrize(
    ("values", "levels", "words"),
    [
        ([0, 1, 4], [0, 1, 4], ["ไม่มี", "1", "2", "3", "4 ขึ้นไป"]),
        ([0, 5, 20], [0, 1, 4], ["ไม่มี", "1–5", "6–10", "11–15", "16 ขึ้นไป"]),
        ([], [], ["ไม่มี", "1", "2", "3", "4 ขึ้นไป"]),
    ],
)
def test_the_scale_has_four_steps_and_a_nought(values, levels, words):
    scale = Scale.of(values)

    assert ([scale.level(value) for value in values], scale.words) == (levels, words)


def test_an_auditor_reads_the_same_and_presses_nothing(
    committee, found, north, person_with, sign_in
):
    submitted(make_report(north), make_post("coordinator", north), organizations_found=14)

    page = home(sign_in(person_with("auditor")))

    assert "ตรวจรายงานภาคเหนือตอนบน" in titles(page)
    assert 'class="btn slim"' not in page.text
    assert 'กองเลขาฯ ต้องทำ <span class="nw">2 เรื่อง</span>' in page.text
    assert page.context["jumps"][0]["label"] == "กองเลขาฯ ต้องทำ"


# -- A region's people and members ---------------------------------------------------


def test_the_coordinator_finds_the_report_to_file(committee, found, north, person_with, sign_in):
    report = make_report(north)

    [line] = home(sign_in(person_with("coordinator", region=north))).context["waiting"]

    assert (line.title, line.url) == ("กรอกรายงานเดือนมิถุนายน 2569", report.get_absolute_url())
    assert line.facts == ["ตรงเวลาถึง 5 ก.ค.", "ปิดรับหลัง 15 ก.ค."]


def test_a_returned_report_comes_before_everything(
    committee, found, north, secretary, person_with, sign_in
):
    coordinator = person_with("coordinator", region=north)
    assigned(decided(held(committee)), north, due_on=TODAY + timedelta(days=2))
    returned(
        make_report(north),
        coordinator,
        secretary,
        {"certification": "ตรวจจำนวน"},
        organizations_found=3,
    )

    assert titles(home(sign_in(coordinator))) == ["แก้รายงานเดือนมิถุนายน 2569", "ทบทวนข้อเสนอ"]


@pytest.mark.parametrize("part", ["co_chair", "member"])
def test_who_files_nothing_is_not_asked_for_a_report(
    committee, found, north, person_with, sign_in, part
):
    make_report(north)
    seat = make_seat(committee, region=north)

    page = home(sign_in(person_with(part, region=north, seat=seat)))

    assert titles(page) == []
    assert "ไม่มีเรื่องรอท่านวันนี้" in page.text


def test_a_closed_round_waits_for_nobody(committee, found, north, person_with, sign_in, clock):
    make_report(north)
    clock.move_to(datetime(2026, 7, 16, 9, tzinfo=BANGKOK))

    assert titles(home(sign_in(person_with("coordinator", region=north)))) == []


def test_three_things_at_most_and_the_others_folded(committee, north, person_with, sign_in):
    resolution = decided(held(committee))
    for day in range(10, 15):
        assigned(resolution, north, due_on=date(2026, 7, day))

    page = home(sign_in(person_with("coordinator", region=north)))

    assert (len(page.context["waiting"]), page.context["waiting_count"]) == (3, 5)
    assert len(page.context["more_waiting"]) == 2
    assert '<summary><span class="nw">อีก 2 เรื่อง</span></summary>' in page.text


@pytest.mark.parametrize(
    ("part", "action"),
    [
        ("coordinator", "ตอบในรายงาน"),
        ("officer", "ตอบในรายงาน"),
        ("manager", "ดูงานของภาค"),
        ("co_chair", "ดูงานของภาค"),
    ],
)
def test_who_files_the_report_is_led_to_answering_in_it_and_others_to_their_list(
    committee, found, person_with, sign_in, part, action
):
    north, other = make_regions(2)
    resolution = decided(held(committee))
    item = assigned(resolution, north)
    assigned(resolution, other)
    report = make_report(north)
    visitor = sign_in(person_with(part, region=north))

    [line] = [line for line in home(visitor).context["waiting"] if line.title == item.title]

    assert line.action == action
    if action == "ตอบในรายงาน":
        assert line.url == f"{report.get_absolute_url()}?part=resolutions#obligation-{item.pk}"
        page = visitor.get(line.url)
        assert page.context["current"].section.key == "resolutions"
        assert f'id="obligation-{item.pk}"' in page.text
    else:
        assert [row[0] for row in visitor.get(line.url).context["rows"]] == [item]


def test_between_two_reports_a_coordinator_is_led_to_the_list(committee, person_with, sign_in):
    north = make_region(1)
    item = assigned(decided(held(committee)), north)
    visitor = sign_in(person_with("coordinator", region=north))

    [line] = home(visitor).context["waiting"]

    assert line.action == "ดูงานของภาค"
    assert [row[0] for row in visitor.get(line.url).context["rows"]] == [item]


def test_what_a_person_took_on_leads_to_its_resolution(committee, person_with, sign_in):
    resolution = decided(held(committee))
    member = person_with("member")
    ActionItem.objects.create(
        resolution=resolution, title="งานของคน", person=member.person, due_on=TODAY
    )

    [line] = home(sign_in(member)).context["waiting"]

    meeting = resolution.meeting.get_absolute_url()
    assert (line.url, line.action) == (f"{meeting}#resolution-1", "ดูมติ")


def test_a_member_sees_the_next_meeting_and_the_last_results(
    committee, north, secretary, person_with, sign_in
):
    last = held(committee)
    ExecutiveSummary.objects.create(
        meeting=last, text="ย่อหน้าแรก\nย่อหน้าสอง", published_at=timezone.now()
    )
    mine, other = decided(last, 1, "มติของภาค"), decided(last, 2, "มติของส่วนกลาง")
    assigned(mine, north)
    called(committee, secretary)
    seat = make_seat(committee, region=north)

    page = home(sign_in(person_with("member", seat=seat)))

    assert str(page.context["meeting"]) == "7/2569"
    assert page.context["result"].of_my_region == [mine]
    assert page.context["result"].opening == "ย่อหน้าแรก"
    assert other.text not in page.text


def test_what_a_person_or_a_unit_took_on_is_no_regions(committee, person_with, sign_in):
    resolution = decided(held(committee))
    ActionItem.objects.create(
        resolution=resolution, title="งานของคน", person=make_person(), due_on=TODAY
    )
    seat = make_seat(committee, issue=make_issue())

    page = home(sign_in(person_with("member", seat=seat)))

    assert page.context["result"].of_my_region == []


def test_a_member_reads_which_seat_is_theirs_and_until_when(committee, north, person_with, sign_in):
    seat = make_seat(committee, 12, region=north)
    user = person_with("member", seat=seat)
    user.person.memberships.update(term_ends_on=date(2027, 6, 30))

    text = home(sign_in(user)).text

    assert f'<a href="{reverse("committees:seat-detail", args=[seat.pk])}">ที่นั่งที่ 12</a>' in text
    assert 'ครบวาระ <span class="nw">30 มิถุนายน 2570</span>' in text


def test_who_left_a_seat_reads_none(committee, north, sign_in):
    user = make_post("officer", north)
    make_membership(make_seat(committee, 12, region=north), user.person, ends_on=date(2026, 6, 30))

    assert "ที่นั่งที่" not in home(sign_in(user)).text.partition("<main")[2]


def test_a_member_sees_no_plan_and_no_draft_summary(committee, north, person_with, sign_in):
    planned(committee, starts_on=date(2026, 7, 28), ends_on=date(2026, 7, 28), venue="ลับ")
    ExecutiveSummary.objects.create(meeting=held(committee), text="ยังไม่เผยแพร่")

    page = home(sign_in(person_with("member", seat=make_seat(committee, region=north)))).text

    assert "ยังไม่มีนัดประชุม" in page
    assert "ยังไม่เผยแพร่" not in page


def test_the_figures_of_my_region_are_its_latest(committee, found, person_with, sign_in):
    north, other = make_regions(2)
    for month, value in [(date(2026, 4, 1), 4), (date(2026, 5, 1), 5), (MONTH, None)]:
        rolled(found, make_round(month), north, value)
        rolled(found, make_round(month), other, 99)

    page = home(sign_in(person_with("co_chair", region=north)))

    assert [(figure.month, figure.value) for figure in page.context["figures"]] == [
        (date(2026, 5, 1), 5)
    ]


def test_who_sits_for_an_issue_sees_the_nation(committee, found, person_with, sign_in):
    rolled(found, make_round(), None, 14)
    seat = make_seat(committee, issue=make_issue())

    page = home(sign_in(person_with("member", seat=seat)))

    assert [figure.value for figure in page.context["figures"]] == [14]
    assert "ทั้งประเทศ" in page.text


def test_an_account_without_a_person_is_a_stranger(committee, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody@portal.example"))

    assert home(client).context["masthead"].who is None


# -- Head ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "menu"),
    [
        ("secretary", ["เดือนนี้", "การประชุม", "รายงานภาค", "คณะ 67", "ทะเบียนองค์กร", "จังหวัด"]),
        (
            "coordinator",
            ["หน้าของฉัน", "การประชุม", "รายงานภาค", "ภาคของฉัน", "คณะ 67", "ทะเบียนองค์กร", "จังหวัด"],
        ),
    ],
)
def test_the_menu_is_that_of_the_role(committee, north, person_with, sign_in, part, menu):
    page = home(sign_in(person_with(part, region=north)))

    assert [entry.label for entry in page.context["masthead"].nav] == menu
    assert [entry.label for entry in page.context["masthead"].nav if entry.is_current] == menu[:1]


def test_one_page_has_one_name_in_every_menu(committee, north, person_with, sign_in):
    names = {}
    for part in ("secretary", "coordinator"):
        for entry in home(sign_in(person_with(part, region=north))).context["masthead"].nav[1:]:
            names.setdefault(entry.url, set()).add(entry.label)

    assert [found for found in names.values() if len(found) > 1] == []


def test_the_search_of_the_head_says_what_it_is(committee, secretary, sign_in):
    assert '<label for="masthead-q">ค้นทั้งระบบ</label>' in home(sign_in(secretary)).text


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("secretary", "กองเลขานุการ ส่วนกลาง"),
        ("auditor", "ผู้ตรวจสอบ"),
        ("coordinator", "ผู้ประสานงานภาคเหนือตอนบน"),
        ("officer", "เจ้าหน้าที่ภาคเหนือตอนบน"),
        ("manager", "ผู้จัดการภาคเหนือตอนบน"),
        ("co_chair", "ประธานร่วมภาคเหนือตอนบน"),
    ],
)
def test_the_head_says_who_one_is_today(committee, north, person_with, sign_in, part, words):
    page = home(sign_in(person_with(part, region=north)))

    assert page.context["masthead"].who.role == words


@pytest.mark.parametrize(
    ("language", "cluster", "issue"),
    [
        ("th", "อนุกรรมการ กลุ่มจังหวัดภาคเหนือตอนล่าง 1", "อนุกรรมการ ประเด็นเกษตรกร"),
        (
            "en",
            "Subcommittee member, North-Lower-1 province cluster",
            "Subcommittee member, Issue: Farmers",
        ),
    ],
)
def test_the_head_says_whether_a_seat_is_a_clusters_or_an_issues(
    committee, north, client, person_with, sign_in, language, cluster, issue
):
    client.cookies["django_language"] = language
    seats = [
        make_seat(committee, 1, region=north, cluster=make_cluster()),
        make_seat(committee, 2, issue=make_issue()),
    ]

    heads = [home(sign_in(person_with("member", seat=seat))) for seat in seats]

    assert [page.context["masthead"].who.role for page in heads] == [cluster, issue]


def test_a_post_that_has_ended_is_not_said(committee, north, sign_in):
    user = make_post("coordinator", north, ends_on=date(2026, 6, 30))
    make_serving(user.person)

    who = home(sign_in(user)).context["masthead"].who

    assert (who.role, who.region, who.posts) == ("คณะ serving", None, ())


def test_who_acts_in_a_seat_for_a_time_is_told_so(committee, north, person_with, sign_in):
    user = make_user("substitute")
    make_substitution(make_seat(committee, 12, region=north), user.person)

    who = home(sign_in(user)).context["masthead"].who

    assert (who.role, who.region) == ("ผู้แทนชั่วคราว ที่นั่งที่ 12", north)


def test_a_seat_of_ones_own_is_said_before_one_acted_in(committee, north, person_with, sign_in):
    user = person_with("member", seat=make_seat(committee, 3, region=north))
    make_substitution(make_seat(committee, 1, issue=make_issue()), user.person)

    who = home(sign_in(user)).context["masthead"].who

    assert (who.role, who.region) == ("อนุกรรมการ ภาคเหนือตอนบน", north)


# -- Cost -----------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 3])
def test_the_dashboard_costs_the_same_for_one_region_and_many(
    committee, found, secretary, sign_in, django_assert_num_queries, rows
):
    fill_house(committee, found, secretary, rows)
    visitor = sign_in(secretary)

    # session, user, rights, who; reports, figures, meeting, put off, resolutions, provinces,
    # the centre's own, rhythm, minutes, requests, what no office can check, extensions, revisions,
    # targets, observations; urgent workstreams; answers on time, rates of twelve months, the
    # indicator drawn and its months
    with django_assert_num_queries(25):
        page = home(visitor)

    assert len(page.context["rows"]) == len(page.context["unfinished"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_a_members_home_costs_the_same_for_one_thing_and_many(
    committee, found, secretary, sign_in, django_assert_num_queries, rows
):
    [region, *_others] = fill_house(committee, found, secretary, rows)
    visitor = sign_in(make_post("co_chair", region))

    # session, user, rights, who; meeting, reports, action items, result, its resolutions, figures,
    # seat, minutes to read, minutes awaited, reports to check, extensions, what was lent,
    # revisions, what the region asked
    with django_assert_num_queries(18):
        page = home(visitor)

    assert page.context["waiting_count"] == 1


def fill_house(committee, found, secretary, rows):
    regions = make_regions(rows)
    meeting, of_round = held(committee), make_round()
    called(committee, secretary, previous=meeting)
    rolled(found, of_round, None, 14)
    make_indicator("organizations_certified", is_required=False)
    for number, region in enumerate(regions, start=1):
        coordinator = make_post("coordinator", region)
        accepted(make_report(region), coordinator, secretary, organizations_found=14)
        RolledFigure.objects.filter(region=region).delete()
        rolled(found, of_round, region, 14)
        assigned(decided(meeting, number), region)
        make_organization(
            make_province(f"6{number}", f"จังหวัด{number}", region=region, column=number), stage=2
        )
        make_membership(make_seat(committee, number, region=region), make_person(f"คน{number}"))
    return regions


def test_the_secretariat_is_told_to_fix_a_day_for_what_was_put_off(committee, secretary, sign_in):
    meeting = Meeting.objects.create(committee=committee, state="postponed", number=3, be_year=2569)

    page = home(sign_in(secretary))

    told = [(line.title, line.url) for line in page.context["waiting"]]
    assert ("กำหนดวันใหม่ของครั้งที่ 3/2569", f"/meetings/{meeting.pk}/schedule/") in told


# -- Where each region is stuck, and how punctual everybody is --------------------------


def test_a_row_says_where_it_is_stuck_who_has_it_and_what_to_do(
    committee, found, north, secretary, sign_in
):
    coordinator = make_post("coordinator", north)
    report = returned(
        make_report(north),
        coordinator,
        secretary,
        {"certification": "ตรวจจำนวน"},
        organizations_found=3,
    )
    contact = reverse("regions:report-contact", args=[report.pk])

    page = home(sign_in(secretary))

    (row,) = page.context["rows"]
    assert row["stuck"] == "ส่วนที่ 2 การรับรองสถานภาพ"
    assert row["holder"] == coordinator.person.full_name
    assert f"{contact}?next=/#letter" in page.text
    assert f"{contact}?next=/#phone" in page.text


def test_a_call_stands_beside_its_region(committee, found, north, secretary, sign_in):
    report = make_report(north)
    note_phone_call(report, note="", by=secretary)

    (row,) = home(sign_in(secretary)).context["rows"]

    assert row["contact"].startswith("โทรแล้ว")


def test_the_regions_and_the_centre_are_measured_side_by_side(committee, found, secretary, sign_in):
    regions = make_regions(3)
    user = make_post("coordinator", regions[0])
    accepted(make_report(regions[0]), user, secretary, organizations_found=14)
    for region in regions[1:]:
        make_report(region)

    page = home(sign_in(secretary))

    completeness, timeliness, answers = page.context["punctuality"]
    assert (completeness.rate.n, completeness.rate.of) == (1, 3)
    assert (timeliness.rate.n, timeliness.rate.of) == (1, 1)
    assert answers.rate.percent is None
    assert page.client.get(completeness.url).context["rate"] == completeness.rate
