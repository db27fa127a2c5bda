"""What meetings still wait for stands beside section 1 of the region's report."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from lxml import html

from meetings.actions import complete_action_item
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from portal.shell import quoting
from regions.actions import accept_report, draft_synthesis, submit_report, withdraw_report
from regions.drafting import subject_of
from regions.models import RegionalReport
from regions.synthesis_page import told_in
from tests.factories.committees import make_committee, make_issue
from tests.factories.meetings import make_held, make_item, make_resolution
from tests.factories.regions import (
    ON_TIME,
    accepted,
    make_indicator,
    make_member,
    make_post,
    make_region,
    make_report,
    returned,
    submitted,
)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False):
        yield


@pytest.fixture
def resolution(db):
    return make_resolution(make_held(make_committee()))


@pytest.fixture
def north(db):
    return make_region(1)


@pytest.fixture
def coordinator(north):
    make_indicator()
    return make_post("coordinator", north)


LINE = re.compile(r'<details class="line"( open)?>.*?<div [^>]*id="obligation-(\d+)"', re.DOTALL)


def lines(section):
    """(obligation, whether it stands open), in order."""
    return [(int(pk), bool(is_open)) for is_open, pk in LINE.findall(section)]


def state_of(section, item):
    told = re.search(rf'id="obligation-{item.pk}-state">(.*?)</summary>', section, re.DOTALL)[1]
    return re.sub(r"<[^>]+>", "", told).strip()


def section_one(client, user, report):
    client.force_login(user)
    page = client.get(reverse("regions:report-detail", args=[report.pk])).content.decode()
    return page.partition('id="s1"')[2].partition('id="s2"')[0]


def test_a_region_sees_what_meetings_wait_for_and_nothing_else(
    client, coordinator, north, resolution
):
    other, officer = make_region(2), make_post("officer", north)
    make_item(resolution, region=north, title="ทบทวนข้อเสนอของภาค", due_on=date(2026, 6, 30))
    make_item(
        resolution, region=north, title="งานที่ทำแล้ว", done_at=ON_TIME, done_by=officer, position=2
    )
    make_item(resolution, region=other, title="งานของภาคอื่น", position=3)

    section = section_one(client, coordinator, make_report(north))

    assert "ทบทวนข้อเสนอของภาค" in section
    assert "เกินกำหนด" in section
    assert resolution.get_absolute_url() in section
    assert "งานที่ทำแล้ว" not in section
    assert "งานของภาคอื่น" not in section


def test_each_obligation_is_a_line_and_the_first_that_waits_stands_open(
    client, coordinator, north, resolution
):
    items = [
        make_item(resolution, region=north, title=f"เรื่องที่ {n}", due_on=date(2026, 7, n), position=n)
        for n in range(1, 15)
    ]
    report = make_report(north)

    section = section_one(client, coordinator, report)
    assert lines(section) == [(item.pk, item == items[0]) for item in items]
    assert all(f'name="obligation-{item.pk}-text"' in section for item in items)
    assert state_of(section, items[0]) == "ยังไม่ตอบ"

    save(client, coordinator, report, {items[0]: ("", "นัดประชุมแล้ว"), items[9]: ("done", "")})
    section = section_one(client, coordinator, report)
    assert lines(section) == [(item.pk, item == items[1]) for item in items]
    assert state_of(section, items[0]) == "กำลังทำ"
    assert state_of(section, items[9]) == "ตอบว่าเสร็จ ยังไม่ส่ง"


BOXES = """.//*[self::textarea or self::select or self::input[not(@type="hidden")]]
    [not(ancestor::details[not(@open)][not(contains(@class, "part"))])]"""


def in_sight(page):
    """By section of a form, the boxes that stand in no closed line; a number and what may stand
    instead of it are one."""
    return {
        part.get("id"): {box.get("name").removesuffix("_instead") for box in part.xpath(BOXES)}
        for part in html.fromstring(page).xpath('//details[contains(@class, "part")]')
    }


@pytest.mark.parametrize("answered", [0, 6, 12])
def test_seven_sections_and_no_more_than_ten_boxes_in_sight_in_any(
    client, coordinator, north, resolution, answered
):
    items = [make_item(resolution, region=north, position=n) for n in range(1, 13)]
    issues = [make_issue(f"issue-{n}", f"ประเด็นที่ {n}") for n in range(1, 10)]
    report = make_report(north)
    said = dict.fromkeys(items[:answered], ("doing", "นัดประชุมแล้ว"))
    texts = {f"{stream}_operations": "คุยแล้ว" for stream in ("poverty", "council")}
    save(client, coordinator, report, said, **texts)
    told = {f"issue-{issue.pk}-text": "ก้าวหน้า" for issue in issues[:answered]}
    url = reverse("regions:report-section", args=[report.pk, "issues"])
    client.post(url, {"version": 0, **told})

    page = client.get(reverse("regions:report-detail", args=[report.pk])).text

    seen = {section: len(names) for section, names in in_sight(page).items()}
    assert len(seen) == 7
    assert max(seen.values()) <= 10
    assert seen["s1"] == (1 if answered == 12 else 3)


def test_nothing_waiting_says_so(client, coordinator, north):
    assert "ไม่มีมติที่รอคำตอบของภาคนี้" in section_one(client, coordinator, make_report(north))


def test_a_report_that_is_closed_asks_for_nothing_of_today(client, coordinator, north, resolution):
    report = accepted(
        make_report(north), coordinator, make_post("central_officer"), organizations_found=1
    )
    make_item(resolution, region=north, title="งานที่มาทีหลัง")

    assert "งานที่มาทีหลัง" not in section_one(client, coordinator, report)


@pytest.mark.parametrize("count", [1, 3])
def test_the_obligations_cost_one_query(
    client, coordinator, north, resolution, count, django_assert_num_queries
):
    for position in range(count):
        make_item(resolution, region=north, position=position)
    report = make_report(north)
    section_one(client, coordinator, report)

    with django_assert_num_queries(18):
        client.get(reverse("regions:report-detail", args=[report.pk]))


# -- Answers -----------------------------------------------------------------------------


@pytest.fixture
def secretary(db):
    return make_post("central_officer")


@pytest.fixture
def item(resolution, north):
    return make_item(resolution, region=north, title="ทบทวนข้อเสนอของภาค")


@pytest.fixture
def report(north, coordinator, item):
    return make_report(north)


def save(client, user, report, said, *, version=0, autosave=False, **others):
    """Save section 1 with an answer (progress, text) to each item."""
    client.force_login(user)
    given = {"version": version, **others}
    for item, (progress, text) in said.items():
        given |= {f"obligation-{item.pk}-progress": progress, f"obligation-{item.pk}-text": text}
    headers = {"X-Autosave": "1"} if autosave else {}
    url = reverse("regions:report-section", args=[report.pk, "resolutions"])
    return client.post(url, given, headers=headers)


def answers(report):
    rows = report.obligation_answers.order_by("action_item")
    return list(rows.values_list("action_item", "progress", "text", "version"))


def reading(item):
    item.refresh_from_db()
    return item.answered_by, item.is_open, item.result


def test_an_obligation_asks_with_its_meeting_its_words_and_its_day(
    client, coordinator, report, item
):
    section = section_one(client, coordinator, report)

    for told in [
        "ทบทวนข้อเสนอของภาค", "มติที่ 1 การประชุมครั้งที่", "เรื่องพิจารณา 1", "ให้ทุกภาคทบทวนข้อเสนอ",
        "ภายในวันที่ 30 มิถุนายน 2569", "ทำไปถึงไหน", "ผลที่เกิดขึ้น",
        f'name="obligation-{item.pk}-text"',
    ]:  # fmt: skip
        assert told in section, told


def test_answers_are_kept_with_the_section(client, coordinator, report, item, resolution, north):
    second = make_item(resolution, region=north, position=2)

    save(
        client, coordinator, report, {item: ("done", "ทำครบ"), second: ("", "ยังทำอยู่")}, answer="รวม"
    )

    assert answers(report) == [
        (item.pk, "done", "ทำครบ", 0), (second.pk, "doing", "ยังทำอยู่", 0),
    ]  # fmt: skip
    assert report.sections.get(key="resolutions").answers["answer"] == "รวม"


def test_each_change_is_a_version_and_the_same_words_are_none(client, coordinator, report, item):
    for version, text in enumerate(["หนึ่ง", "สอง", "สอง"]):
        save(client, coordinator, report, {item: ("doing", text)}, version=version)

    assert answers(report) == [(item.pk, "doing", "สอง", 1)]
    assert report.obligation_answers.get().edited_by == coordinator


def test_an_answer_taken_away_is_no_answer(client, coordinator, report, item):
    save(client, coordinator, report, {item: ("doing", "หนึ่ง")})
    save(client, coordinator, report, {item: ("", "")}, version=1)

    assert answers(report) == []


def test_they_are_autosaved_like_the_rest(client, coordinator, report, item):
    answer = save(client, coordinator, report, {item: ("doing", "หนึ่ง")}, autosave=True)

    assert answer.json()["fields"] == {"version": "1"}
    assert "กำลังทำ" in answer.json()["shown"][f"obligation-{item.pk}-state"]
    assert answers(report) == [(item.pk, "doing", "หนึ่ง", 0)]


@pytest.mark.parametrize(
    ("progress", "text"), [("finished", "ก"), ("done", "ก" * 4001), ("done", "ก\x00")]
)
@pytest.mark.parametrize("autosave", [True, False])
def test_what_cannot_be_kept_is_told_and_nothing_of_the_section_is_saved(
    client, coordinator, report, item, progress, text, autosave
):
    answer = save(
        client, coordinator, report, {item: (progress, text)}, answer="รวม", autosave=autosave
    )

    assert answer.status_code == 422
    if autosave:
        [box] = answer.json()["errors"]
        assert box.startswith(f"s1_obligation-{item.pk}-")
    else:
        assert lines(answer.text) == [(item.pk, True)]
        assert f'<a href="#s1_obligation-{item.pk}-' in answer.text
    assert answers(report) == []
    assert report.sections.get(key="resolutions").version == 0


def test_who_comes_second_sees_both_answers(client, coordinator, north, report, item):
    save(client, coordinator, report, {item: ("doing", "ของคนแรก")})

    stale = save(client, make_post("officer", north), report, {item: ("done", "ของคนที่สอง")})

    assert stale.status_code == 409
    assert "ของคนแรก" in stale.text
    assert "ของคนที่สอง" in stale.text
    assert answers(report) == [(item.pk, "doing", "ของคนแรก", 0)]
    again = save(client, coordinator, report, {item: ("done", "ของคนที่สอง")}, version=1)
    assert again.status_code == 302
    assert answers(report) == [(item.pk, "done", "ของคนที่สอง", 1)]


def test_the_same_answer_sent_twice_is_saved_once(client, coordinator, report, item):
    for _again in range(2):
        assert save(client, coordinator, report, {item: ("doing", "หนึ่ง")}).status_code == 302

    assert answers(report) == [(item.pk, "doing", "หนึ่ง", 0)]


def test_what_was_typed_to_an_item_settled_meanwhile_is_kept(
    client, coordinator, report, item, secretary
):
    complete_action_item(item, result="กองเลขาฯ บันทึก", because="ทางหนังสือ", by=secretary)

    save(client, coordinator, report, {item: ("done", "ที่พิมพ์ไว้")})

    assert answers(report) == [(item.pk, "done", "ที่พิมพ์ไว้", 0)]
    assert reading(item)[2] == "กองเลขาฯ บันทึก\nทางหนังสือ"


def test_another_region_s_obligation_takes_no_answer(client, coordinator, report, resolution):
    other = make_item(resolution, region=make_region(2), position=2)

    save(client, coordinator, report, {other: ("done", "ตอบแทน")})

    assert answers(report) == []


@pytest.mark.parametrize(
    ("role", "status"),
    [("coordinator", 302), ("officer", 302), ("manager", 403), ("co_chair", 403),
     ("central_officer", 404), ("auditor", 404)],
)  # fmt: skip
def test_who_answers(client, north, coordinator, report, item, role, status):
    is_central = role in ("central_officer", "auditor")
    user = coordinator if role == "coordinator" else make_post(role, None if is_central else north)

    assert save(client, user, report, {item: ("doing", "ก")}).status_code == status


@pytest.mark.parametrize("role", ["coordinator", "officer"])
def test_who_answers_for_another_region_finds_nothing(client, report, item, role):
    user = make_post(role, make_region(2), name="other")

    assert save(client, user, report, {item: ("doing", "ก")}).status_code == 404
    assert answers(report) == []


# -- What follows from them -----------------------------------------------------------------


def answered_report(client, coordinator, report, item, progress="done"):
    save(client, coordinator, report, {item: (progress, "ทำครบทุกจังหวัด")})
    report.refresh_from_db()
    return report


def test_a_draft_answers_nothing(client, coordinator, report, item):
    answered_report(client, coordinator, report, item)

    assert reading(item) == (None, True, "")


def test_once_sent_it_answers_and_once_accepted_it_is_done(
    client, coordinator, report, item, secretary
):
    sent = submitted(
        answered_report(client, coordinator, report, item), coordinator, organizations_found=1
    )
    assert reading(item) == (report, True, "")

    accept_report(sent, version=sent.version, by=secretary)

    assert reading(item) == (report, False, "ทำครบทุกจังหวัด")
    assert item.done_by == secretary
    assert Activity.objects.about(item).get().verb == "action_item.completed"


def test_what_goes_on_is_told_and_not_done(client, coordinator, report, item, secretary):
    answered_report(client, coordinator, report, item, "doing")

    accepted(report, coordinator, secretary, organizations_found=1)

    assert reading(item) == (None, True, "")


def test_returned_it_answers_nothing_until_it_is_sent_again(
    client, coordinator, report, item, secretary
):
    answered_report(client, coordinator, report, item)
    back = returned(
        report, coordinator, secretary, {"resolutions": "แนบหลักฐาน"}, organizations_found=1
    )
    assert reading(item) == (None, True, "")

    save(
        client, coordinator, back, {item: ("done", "แนบแล้ว")},
        version=back.sections.get(key="resolutions").version,
    )  # fmt: skip
    back.refresh_from_db()
    sent = submit_report(back, version=back.version, by=coordinator)
    assert reading(item) == (report, True, "")
    accept_report(sent, version=sent.version, by=secretary)

    assert reading(item) == (report, False, "แนบแล้ว")


def test_taken_back_it_answers_nothing(client, coordinator, report, item):
    answered_report(client, coordinator, report, item)
    submitted(report, coordinator, organizations_found=1)

    withdraw_report(report, by=coordinator)

    assert reading(item) == (None, True, "")


def test_what_the_secretariat_wrote_down_first_stays(client, coordinator, report, item, secretary):
    answered_report(client, coordinator, report, item)
    complete_action_item(item, result="บันทึกแล้ว", because="ทางหนังสือ", by=secretary)

    accepted(report, coordinator, secretary, organizations_found=1)

    assert reading(item) == (None, False, "บันทึกแล้ว\nทางหนังสือ")


@pytest.mark.django_db(transaction=True)
def test_of_an_accepted_answer_and_a_result_at_once_one_closes_it(
    client, coordinator, report, item, secretary
):
    answered_report(client, coordinator, report, item)
    sent = submitted(report, coordinator, organizations_found=1)
    told, gate = {"result": "บันทึกแล้ว", "because": "ทางหนังสือ", "by": secretary}, Barrier(2)

    def one(act):
        gate.wait()
        try:
            act()
        except RuleBroken as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    def accept():
        accept_report(sent, version=sent.version, by=secretary)

    with ThreadPoolExecutor(2) as pool:
        accepting, recording = pool.map(one, [accept, lambda: complete_action_item(item, **told)])

    assert (accepting, RegionalReport.objects.get().state) == ("done", "accepted")
    by_report = (report, False, "ทำครบทุกจังหวัด"), "already-done"
    by_hand = (report, False, "บันทึกแล้ว\nทางหนังสือ"), "done"
    assert (reading(item), recording) in (by_report, by_hand)
    assert Activity.objects.about(item).filter(verb="action_item.completed").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_of_one_version_one_is_shown_both(client, coordinator, report, item):
    gate, url = Barrier(2), reverse("regions:report-section", args=[report.pk, "resolutions"])

    def answer(text):
        hand = Client()
        hand.force_login(coordinator)
        gate.wait()
        given = {f"obligation-{item.pk}-progress": "doing", f"obligation-{item.pk}-text": text}
        try:
            return hand.post(url, {"version": 0, **given})
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        got = sorted(pool.map(answer, ["มือซ้าย", "มือขวา"]), key=lambda one: one.status_code)

    assert [one.status_code for one in got] == [302, 409]
    assert all(text in got[1].text for text in ("มือซ้าย", "มือขวา"))
    assert len(answers(report)) == 1


def test_a_sent_answer_cannot_be_changed(client, coordinator, report, item):
    answered_report(client, coordinator, report, item)
    submitted(report, coordinator, organizations_found=1)

    late = save(client, coordinator, report, {item: ("doing", "แก้")}, version=1)

    assert late.status_code == 409
    assert "แก้" in late.text
    assert answers(report) == [(item.pk, "done", "ทำครบทุกจังหวัด", 0)]


def test_the_reviewer_reads_the_answers(client, coordinator, report, item, secretary):
    answered_report(client, coordinator, report, item)
    submitted(report, coordinator, organizations_found=1)
    client.force_login(secretary)

    pages = [
        client.get(reverse(f"regions:{name}", args=[report.pk])).text
        for name in ("report-review", "report-detail")
    ]

    for page in pages:
        assert "ทำครบทุกจังหวัด" in page
        assert "ตอบว่าเสร็จ รอตรวจ" in page
    accept_report(report, version=RegionalReport.objects.get().version, by=secretary)
    assert "ทำครบทุกจังหวัด" in section_one(client, make_member("reader"), report)


def test_before_it_is_sent_one_looks_through_the_answers(client, coordinator, report, item):
    answered_report(client, coordinator, report, item)
    client.force_login(coordinator)

    page = client.get(reverse("regions:report-submission", args=[report.pk])).text

    assert "ทำครบทุกจังหวัด" in page
    assert "ตอบว่าเสร็จ ยังไม่ส่ง" in page
    assert "มติที่ต้องตอบ</a>" not in page  # it is not among the empty parts


# -- In the synthesis ----------------------------------------------------------------------


def test_the_synthesis_quotes_what_each_region_answered_to_each_resolution(
    client, coordinator, secretary, report, item, resolution
):
    later = make_resolution(resolution.meeting, number=2, text="ให้ทุกภาคนัดเวที")
    region, meeting = report.unit.region, resolution.meeting
    done = make_item(later, region=region, title="นัดเวที")
    also = make_item(resolution, region=region, title="ส่งข้อเสนอ", position=2)
    said = {done: ("done", ""), item: ("doing", "ทบทวนแล้วครึ่งหนึ่ง"), also: ("done", "ส่งแล้ว")}
    save(client, coordinator, report, said, answer="และอื่น ๆ")
    report.refresh_from_db()
    accepted(report, coordinator, secretary, organizations_found=1)

    [section, *_others] = told_in(draft_synthesis(report.round, by=secretary)).chapters

    named = {heading.name: [row.point.text for row in heading.rows] for heading in section.headings}
    assert list(named.items()) == [
        (f"มติที่ 1 {meeting.name}", [
            f"{region.name} “ทบทวนข้อเสนอของภาค” (กำลังทำ) “ทบทวนแล้วครึ่งหนึ่ง”",
            f"{region.name} “ส่งข้อเสนอ” (เสร็จแล้ว) “ส่งแล้ว”",
        ]),
        (f"มติที่ 2 {meeting.name}", [f"{region.name} “นัดเวที” (เสร็จแล้ว)"]),
        ("ภาคทำอะไรไปแล้วตามมติ", [f"{region.name} “และอื่น ๆ”"]),
    ]  # fmt: skip


def test_the_synthesis_asks_once_for_one_answer_and_for_many(
    coordinator, secretary, north, resolution, django_assert_num_queries
):
    report = make_report(north)
    for position in range(3):
        item = make_item(resolution, region=north, position=position)
        item.answers.create(report=report, progress="done", edited_at=ON_TIME)
        with django_assert_num_queries(1):
            quotes = quoting.answers([report])
        with django_assert_num_queries(1):
            quoting.resolutions({subject_of(quote.field) for quote in quotes})
