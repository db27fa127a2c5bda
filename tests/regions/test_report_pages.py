"""The pages of journey 2, as each person of the cast meets them."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.kernel.models import Activity
from regions import actions
from regions.actions.gate import become
from regions.models import Indicator, RegionalPost, RegionalReport, ReportFigure, ReportSection
from tests.factories.regions import (
    CLOSED,
    LATE,
    MONTH,
    accepted,
    fill_in,
    make_indicator,
    make_report,
    returned,
    submitted,
)

State = RegionalReport.State
EVERYBODY = [
    "coordinator",
    "officer",
    "manager",
    "co-chair",
    "former coordinator",
    "another region's coordinator",
    "secretariat",
    "auditor",
    "member",
]


def in_state(report, state, cast):
    match state:
        case State.SUBMITTED:
            return submitted(report, cast["coordinator"], organizations_found=14)
        case State.IN_REVIEW:
            report = submitted(report, cast["coordinator"], organizations_found=14)
            become(report, state, reviewer=cast["secretariat"], review_began_at=timezone.now())
        case State.RETURNED:
            return returned(
                report,
                cast["coordinator"],
                cast["secretariat"],
                {"highlights": "สั้นไป"},
                organizations_found=14,
            )
        case State.ACCEPTED:
            return accepted(
                report, cast["coordinator"], cast["secretariat"], organizations_found=14
            )
    return report


def url(name, report, *args):
    return reverse(f"regions:{name}", args=[report.pk, *args])


def section_data(report, key="highlights", **fields):
    return {"version": report.sections.get(key=key).version, **fields}


def save_url(report, key="highlights"):
    return url("report-section", report, key)


# -- Who may see and do what --------------------------------------------------------


HOUSE = {"coordinator", "officer", "manager", "co-chair"}


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("who", EVERYBODY)
def test_a_draft_is_its_regions_own_and_what_is_accepted_everybodys(as_, report, cast, who, state):
    in_state(report, state, cast)
    may_read = (
        who in HOUSE
        or state == State.ACCEPTED
        or (who in {"secretariat", "auditor"} and state != State.DRAFT)
    )

    response = as_(who).get(url("report-detail", report))

    assert response.status_code == (200 if may_read else 404)
    if not may_read:
        assert report.unit.region.name not in response.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 302),
        ("officer", 302),
        ("manager", 403),
        ("co-chair", 403),
        ("former coordinator", 404),
        ("another region's coordinator", 404),
        ("secretariat", 404),
        ("auditor", 404),
        ("member", 404),
    ],
)
def test_who_may_fill_in_a_draft(as_, report, who, status):
    response = as_(who).post(save_url(report), section_data(report, highlights="เวที"))

    section = report.sections.get(key="highlights")
    assert (response.status_code, section.answers.get("highlights")) == (
        status,
        "เวที" if status == 302 else None,
    )


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 302),
        ("officer", 403),
        ("manager", 403),
        ("another region's coordinator", 404),
        ("secretariat", 404),
        ("member", 404),
    ],
)
def test_who_may_send_a_report(as_, report, cast, who, status):
    fill_in(report, cast["officer"], organizations_found=14)

    response = as_(who).post(url("report-submission", report), {"version": report.version})

    report.refresh_from_db()
    assert (response.status_code, report.state == State.SUBMITTED) == (status, status == 302)


def test_the_officer_sends_for_a_region_without_a_coordinator(as_, report, cast, north):
    RegionalPost.objects.filter(region=north, role="coordinator", ends_on=None).update(
        ends_on=MONTH
    )
    fill_in(report, cast["officer"], organizations_found=14)

    as_("officer").post(url("report-submission", report), {"version": report.version})

    report.refresh_from_db()
    assert (report.state, report.submitted_by) == (State.SUBMITTED, cast["officer"])


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("secretariat", 302),
        ("auditor", 403),
        ("coordinator", 403),
        ("another region's coordinator", 404),
        ("member", 404),
    ],
)
def test_who_may_review(as_, report, cast, who, status):
    submitted(report, cast["coordinator"], organizations_found=14)
    report.refresh_from_db()

    response = as_(who).post(url("report-review", report), verdicts(report))

    report.refresh_from_db()
    assert (response.status_code, report.state == State.ACCEPTED) == (status, status == 302)


def test_an_auditor_reads_the_review_and_finds_no_button(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    page = as_("auditor").get(url("report-review", report)).content.decode()

    assert "14" in page
    assert "บันทึกการทบทวน" not in page


def test_nobody_of_the_centre_reviews_a_region_of_their_own(as_, report, cast, north):
    RegionalPost.objects.create(
        person=cast["secretariat"].person, role="manager", region=north, starts_on=MONTH
    )
    submitted(report, cast["coordinator"], organizations_found=14)
    report.refresh_from_db()

    assert (
        as_("secretariat").post(url("report-review", report), verdicts(report)).status_code == 403
    )


@pytest.mark.parametrize("name", ["report-submission", "report-withdrawal", "report-review"])
def test_a_stranger_is_asked_who_they_are(client, report, name):
    response = client.post(url(name, report))

    assert (response.status_code, response.url.startswith(reverse("account_login"))) == (302, True)


def test_a_get_changes_nothing(as_, report):
    assert as_("coordinator").get(url("report-withdrawal", report)).status_code == 405


def test_the_address_of_a_refused_section_leads_back_to_it(as_, report):
    address = url("report-section", report, "highlights")

    response = as_("coordinator").get(address, {"version": "0", "highlights": "ข"})

    assert response.url == f"{report.get_absolute_url()}?part=highlights#s6"
    assert report.sections.get(key="highlights").version == 0
    assert as_("coordinator").get(url("report-section", report, "none-such")).status_code == 404


# -- The form ------------------------------------------------------------------------


def test_the_seven_sections_are_asked_with_last_months_value_beside_each_number(
    as_, report, cast, north
):
    may = make_report(north, month=MONTH.replace(month=5))
    ReportFigure.objects.create(report=may, indicator=report_indicator(), value=9)
    RegionalReport.objects.filter(pk=may.pk).update(
        state=State.SUBMITTED,
        receipt="x",
        submitted_at="2026-06-01T00:00Z",
        submitted_by=cast["coordinator"],
    )

    page = as_("coordinator").get(url("report-detail", report)).content.decode()

    assert re.findall(r'<details class="part" id="(s\d)"', page) == [
        "s1",
        "s2",
        "s3",
        "s4",
        "s5",
        "s6",
        "s7",
    ]
    assert "เดือนก่อน 9\nเฉลี่ย 6 เดือน 9" in page


def report_indicator():
    return Indicator.objects.get(key="organizations_found")


@pytest.mark.parametrize(
    ("typed", "instead", "kept"),
    [
        ("14", "", (14, True)),
        ("๑,๒๓๔", "", (1234, True)),
        ("1๒", "nothing_yet", (12, True)),
        ("0", "", (0, True)),
        ("", "zero", (0, True)),
        ("0", "zero", (0, True)),
        ("", "not_applicable", (None, False)),
        ("", "nothing_yet", (None, True)),
        ("", "", (None, True)),
    ],
)
def test_three_answers_and_both_kinds_of_digits(as_, report, typed, instead, kept):
    data = section_data(report, "certification", organizations_found=typed)
    if instead:
        data["organizations_found_instead"] = instead

    as_("coordinator").post(save_url(report, "certification"), data)

    assert ReportFigure.objects.values_list("value", "is_applicable").get() == kept


@pytest.mark.parametrize(
    ("typed", "instead", "words"),
    [
        ("-3", "", "กรอกเป็นตัวเลข เช่น 14"),
        ("3.5", "", "กรอกเป็นตัวเลข เช่น 14"),
        ("สิบสี่", "", "กรอกเป็นตัวเลข เช่น 14"),
        ("99999999999999999999", "", "กรอกเป็นตัวเลข เช่น 14"),
        ("14", "not_applicable", "โปรดเลือกอย่างเดียว"),
        ("14", "zero", "โปรดเลือกอย่างเดียว"),
    ],
)
def test_a_wrong_number_is_named_beside_its_field_and_nothing_is_lost(
    as_, report, typed, instead, words
):
    data = section_data(report, "certification", organizations_found=typed, story="เรื่องที่พิมพ์ไว้")
    if instead:
        data["organizations_found_instead"] = instead

    response = as_("coordinator").post(save_url(report, "certification"), data)

    page = response.content.decode()
    beside = re.search(r'id="s2_organizations_found_error">.*?<span>(.*?)</span>', page, re.S)
    assert response.status_code == 422
    assert words in beside[1]
    assert f'value="{typed}"' in page
    assert "เรื่องที่พิมพ์ไว้" in page
    assert not ReportFigure.objects.exists()
    assert page.count("<title>ผิดพลาด:") == 1


def test_a_begun_section_says_what_it_still_lacks(as_, report):
    client = as_("coordinator")
    client.post(save_url(report, "certification"), section_data(report, "certification", story="ก"))

    assert "ยังขาด 1 ข้อ" in client.get(url("report-detail", report)).content.decode()


def test_too_long_a_text_comes_back_whole(as_, report):
    typed = "ก" * 4001

    response = as_("coordinator").post(save_url(report), section_data(report, highlights=typed))

    assert response.status_code == 422
    assert typed in response.content.decode()


@pytest.mark.parametrize(
    ("month", "before", "now", "words"),
    [
        (5, 9, 40, "เดือนก่อน 9 เดือนนี้ 40"),
        (5, 9, 12345, "เดือนก่อน 9 เดือนนี้ 12,345"),
        (5, 12345, 40, "เดือนก่อน 12,345 เดือนนี้ 40"),
        (4, 9, 40, "เฉลี่ย 6 เดือน 9 เดือนนี้ 40"),
    ],
)
def test_an_unusual_number_asks_for_a_note_and_is_sent_all_the_same(
    as_, report, cast, north, month, before, now, words
):
    earlier = make_report(north, month=MONTH.replace(month=month))
    ReportFigure.objects.create(report=earlier, indicator=report_indicator(), value=before)
    RegionalReport.objects.filter(pk=earlier.pk).update(
        state=State.SUBMITTED,
        receipt="x",
        submitted_at="2026-06-01T00:00Z",
        submitted_by=cast["coordinator"],
    )
    fill_in(report, cast["coordinator"], organizations_found=now)
    client = as_("coordinator")

    assert words in client.get(url("report-submission", report)).text
    form = client.get(url("report-detail", report)).text
    assert f"{words} ถ้าถูกต้องแล้ว" in form
    assert f'value="{now:,}"' in form
    client.post(url("report-submission", report), {"version": report.version})
    report.refresh_from_db()
    assert report.state == State.SUBMITTED


def test_wishes_of_an_older_form_are_read_and_stay(as_, report, cast):
    before = {"request": "เวที <b>3</b> ครั้ง", "wishes": ["budget"]}
    report.sections.filter(key="support").update(answers=before)
    client = as_("coordinator")
    client.post(save_url(report, "support"), section_data(report, "support"))

    assert report.sections.get(key="support").answers == before
    page = client.get(url("report-submission", report)).content.decode()
    assert "เวที &lt;b&gt;3&lt;/b&gt; ครั้ง" in page
    assert "งบประมาณหนุนเสริมที่ชัดเจน" in page


def test_an_unknown_section_is_not_found(as_, report):
    assert as_("coordinator").post(save_url(report, "nonsense"), {"version": 0}).status_code == 404


@pytest.mark.parametrize("version", ["", "x", "-1"])
def test_a_form_without_its_version_saves_nothing(as_, report, version):
    response = as_("coordinator").post(save_url(report), {"version": version, "highlights": "ก"})

    assert response.status_code == 422
    assert report.sections.get(key="highlights").version == 0


# -- Two people, one section ------------------------------------------------------------


XSS = '<script>alert("1")</script><img src=x onerror=alert(1)>'


def test_a_stale_save_shows_both_texts_escaped_and_saves_neither_over_the_other(as_, report, cast):
    actions.save_section(
        report.sections.get(key="highlights"),
        answers={"highlights": f"ของเจ้าหน้าที่ {XSS}", "lessons": "", "problems": ""},
        figures={},
        version=0,
        by=cast["officer"],
    )

    response = as_("coordinator").post(
        save_url(report), {"version": 0, "highlights": f"ของผู้ประสานงาน {XSS}"}
    )

    page = response.content.decode()
    assert response.status_code == 409
    assert "ของเจ้าหน้าที่ &lt;script&gt;" in page
    assert page.count("ของผู้ประสานงาน &lt;script&gt;") == 2  # to compare, and in its field again
    assert XSS not in page
    assert cast["officer"].person.full_name in page
    assert report.sections.get(key="highlights").answers["highlights"].startswith("ของเจ้าหน้าที่")


def test_numbers_and_notes_are_compared_too(as_, report, cast):
    fill_in(report, cast["officer"], organizations_found=3)

    numbers = as_("coordinator").post(
        save_url(report, "certification"),
        {"version": 0, "organizations_found": "๑๒๓๔", "organizations_found_note": "นับใหม่"},
    )

    assert sides(numbers) == [("1,234", "3"), ("นับใหม่", "")]


def sides(response):
    found = re.findall(r'conflict__side"><h3>.*?</h3><p>(.*?)</p>', response.content.decode(), re.S)
    return list(zip(found[::2], found[1::2], strict=True))


def test_saving_again_from_the_page_of_both_texts_keeps_mine(as_, report, cast):
    client = as_("coordinator")
    client.post(save_url(report), {"version": 0, "highlights": "ก"})
    page = client.post(save_url(report), {"version": 0, "highlights": "ข"}).content.decode()
    version = re.search(r'name="version" value="(\d+)"', page)[1]

    client.post(save_url(report), {"version": version, "highlights": "ข"})

    assert report.sections.get(key="highlights").answers["highlights"] == "ข"


def test_what_was_typed_into_a_report_sent_meanwhile_can_be_copied(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    response = as_("officer").post(save_url(report), {"version": 0, "highlights": "พิมพ์ไว้นานแล้ว"})

    page = response.content.decode()
    assert response.status_code == 409
    assert "พิมพ์ไว้นานแล้ว" in page
    assert not re.search(r"<textarea(?![^>]* readonly)", page)


def test_autosave_hears_the_time_and_the_next_version(as_, report):
    response = as_("coordinator").post(
        save_url(report), section_data(report, highlights="ก"), headers={"X-Autosave": "1"}
    )

    answer = response.json()
    assert (response.status_code, answer["saved"], answer["fields"]) == (
        200,
        "บันทึกแล้ว 10.42 น.",
        {"version": "1"},
    )


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        ({"version": 7, "highlights": "ก"}, 409, "มีผู้บันทึกส่วนนี้ไปก่อนท่าน"),
        ({"version": ""}, 422, "ยังไม่บันทึก"),
    ],
)
def test_autosave_hears_what_went_wrong(as_, report, data, status, words):
    response = as_("coordinator").post(save_url(report), data, headers={"X-Autosave": "1"})

    assert response.status_code == status
    assert words in response.json()["message"]


def test_what_was_typed_comes_back_after_the_session_ended(client, report, cast):
    client.force_login(cast["coordinator"])
    page = client.get(url("report-detail", report)).content.decode()
    form = re.search(rf'action="{save_url(report)}".*?</form>', page, re.S)[0]
    author = re.search(r'name="author" value="([^"]+)"', form)[1]
    client.logout()

    refused = client.post(
        save_url(report), {"version": 0, "author": author, "highlights": "พิมพ์ค้างไว้"}
    )
    assert refused.url.startswith(reverse("account_login"))
    client.force_login(cast["coordinator"])
    page = client.get(url("report-detail", report)).content.decode()

    assert "พิมพ์ค้างไว้" in page
    assert report.sections.get(key="highlights").version == 0


# -- Sending ------------------------------------------------------------------------------


def test_what_is_missing_is_listed_with_a_link_to_each_field(as_, report):
    page = as_("coordinator").get(url("report-submission", report)).content.decode()

    assert f'href="{report.get_absolute_url()}?part=certification#s2_organizations_found"' in page
    assert "ส่งรายงาน</button>" not in page


def test_the_receipt_says_its_number_and_when_the_answer_comes(as_, report, cast):
    fill_in(report, cast["coordinator"], organizations_found=14)
    client = as_("coordinator")

    for _press in range(2):
        response = client.post(
            url("report-submission", report), {"version": report.version}, follow=True
        )

    page = response.content.decode()
    assert "ร.มิ.ย.69-01" in page
    assert "ควรตรวจเสร็จภายใน 48 ชั่วโมง คือภายใน 3 ก.ค. 10.42 น." in re.sub(r"<[^>]+>", "", page)
    assert list(
        Activity.objects.filter(verb="report.submitted").values_list("detail", flat=True)
    ) == [{"receipt": "ร.มิ.ย.69-01"}]


def test_what_a_colleague_changed_meanwhile_is_shown_before_sending(as_, report, cast):
    fill_in(report, cast["coordinator"], organizations_found=14)
    seen = report.version
    fill_in(report, cast["officer"], organizations_found=15)

    response = as_("coordinator").post(url("report-submission", report), {"version": seen})

    report.refresh_from_db()
    assert (response.status_code, report.state) == (409, State.DRAFT)
    assert f'name="version" value="{report.version}"' in response.content.decode()


def test_a_report_is_withdrawn_before_review(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    as_("coordinator").post(url("report-withdrawal", report))

    report.refresh_from_db()
    assert report.state == State.DRAFT


def test_a_withdrawal_after_review_says_why_not(as_, report, cast):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)

    response = as_("coordinator").post(url("report-withdrawal", report), follow=True)

    report.refresh_from_db()
    assert report.state == State.ACCEPTED
    assert "ไม่ได้อยู่ในขั้นที่ทำเช่นนั้นได้แล้ว" in response.content.decode()


def test_a_closed_round_says_so_and_is_read_only(as_, report, clock):
    clock.move_to(CLOSED)

    page = as_("coordinator").get(url("report-detail", report)).content.decode()

    assert "อ่านได้อย่างเดียว" in page
    assert "<textarea" not in page


def test_a_late_draft_says_it_may_still_be_sent(as_, report, clock):
    clock.move_to(LATE)

    assert (
        "ยังส่งได้ และจะแสดงว่าส่งช้า"
        in as_("coordinator").get(url("report-detail", report)).content.decode()
    )


# -- Returned ------------------------------------------------------------------------------


def test_the_returned_part_opens_with_its_reason_and_the_others_are_locked(as_, report, cast):
    in_state(report, State.RETURNED, cast)

    page = as_("coordinator").get(url("report-detail", report)).content.decode()

    assert "ส่วนอื่นไม่ต้องกรอกใหม่" in page
    assert re.findall(r'<details class="part" id="(s\d)" open', page) == ["s6"]
    assert re.findall(r'action="[^"]*/sections/(\w+)/"', page) == ["highlights"]
    assert "สั้นไป" in page


# -- Review ----------------------------------------------------------------------------------


def verdicts(report, **changes):
    keys = report.sections.exclude(verdict="passed").values_list("key", flat=True)
    report.refresh_from_db()
    return {"version": report.version, **dict.fromkeys(keys, "pass"), **changes}


def test_the_reviewer_sees_last_month_beside_this_month(as_, report, cast, north, clock):
    may = make_report(north, month=MONTH.replace(month=5))
    RegionalReport.objects.filter(pk=may.pk).update(
        state=State.SUBMITTED,
        receipt="x",
        submitted_at="2026-06-01T00:00Z",
        submitted_by=cast["coordinator"],
    )
    may.sections.filter(key="highlights").update(answers={"highlights": "เรื่องเดือนก่อน"})
    report.sections.filter(key="highlights").update(answers={"highlights": "เรื่องเดือนนี้"})
    submitted(report, cast["coordinator"], organizations_found=14)

    page = as_("secretariat").get(url("report-review", report)).content.decode()

    assert page.index("เรื่องเดือนก่อน") < page.index("เรื่องเดือนนี้")


def test_every_section_passes_and_the_report_is_accepted(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    as_("secretariat").post(url("report-review", report), verdicts(report))

    report.refresh_from_db()
    assert (report.state, report.reviewed_by) == (State.ACCEPTED, cast["secretariat"])


def test_one_section_returned_returns_the_report(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    as_("secretariat").post(
        url("report-review", report), verdicts(report, plans="return", plans_reason="ขาดวงเงิน")
    )

    report.refresh_from_db()
    assert report.state == State.RETURNED
    assert list(report.sections.filter(verdict="returned").values_list("key", "reason")) == [
        ("plans", "ขาดวงเงิน")
    ]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"plans": "return"}, "plans_reason", "ส่งกลับต้องบอกเหตุผล"),
        ({"plans": ""}, "plans", "เลือกว่าผ่านหรือส่งกลับ"),
        ({"plans_reason": "เหตุผลค้างไว้"}, "plans", "แต่เลือกผ่าน"),
    ],
)
def test_an_unfinished_review_says_where_and_loses_nothing(
    as_, report, cast, changes, field, words
):
    submitted(report, cast["coordinator"], organizations_found=14)
    data = verdicts(report, areas="return", areas_reason="พิมพ์เหตุผลไว้แล้ว", **changes)

    response = as_("secretariat").post(url("report-review", report), data)

    page = response.content.decode()
    beside = re.search(rf'id="id_{field}_error">.*?<span>(.*?)</span>', page, re.S)
    report.refresh_from_db()
    assert (response.status_code, report.state) == (422, State.SUBMITTED)
    assert words in beside[1]
    assert "พิมพ์เหตุผลไว้แล้ว" in page


def test_a_second_press_of_the_reviewer_finds_it_done(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)
    data = verdicts(report)
    client = as_("secretariat")
    client.post(url("report-review", report), data)

    response = client.post(url("report-review", report), data, follow=True)

    assert "รายงานนี้ทบทวนไปแล้ว" in response.content.decode()
    assert Activity.objects.filter(verb="report.accepted").count() == 1


@pytest.mark.parametrize("meanwhile", ["withdrawn", "accepted"])
def test_a_review_overtaken_by_another_loses_no_reason(as_, report, cast, meanwhile):
    report = submitted(report, cast["coordinator"], organizations_found=14)
    data = verdicts(report, areas="return", areas_reason="ยังขาดรายชื่อตำบล")
    if meanwhile == "withdrawn":
        actions.withdraw_report(report, by=cast["coordinator"])
    else:
        as_("secretariat").post(url("report-review", report), verdicts(report))

    response = as_("secretariat").post(url("report-review", report), data)

    assert response.status_code == 409
    assert "ยังขาดรายชื่อตำบล" in response.content.decode()
    assert not ReportSection.objects.filter(reason="ยังขาดรายชื่อตำบล").exists()


def test_a_draft_has_no_review(as_, report):
    assert as_("secretariat").get(url("report-review", report)).status_code == 404


def test_a_review_of_what_has_changed_since_is_refused_with_its_words_kept(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)
    data = verdicts(report, plans="return", plans_reason="ขาดวงเงิน")
    report.refresh_from_db()
    report = actions.withdraw_report(report, by=cast["coordinator"])
    actions.submit_report(report, version=report.version, by=cast["coordinator"])

    response = as_("secretariat").post(url("report-review", report), data)

    assert response.status_code == 409
    assert "ขาดวงเงิน" in response.content.decode()


def test_after_a_correction_only_what_was_returned_is_asked_again(as_, report, cast):
    report = in_state(report, State.RETURNED, cast)
    actions.submit_report(report, version=report.version, by=cast["coordinator"])

    page = as_("secretariat").get(url("report-review", report)).content.decode()

    assert re.findall(r'name="(\w+)_reason"', page) == ["highlights"]
    assert "ครั้งก่อนส่งกลับเพราะ" in page
    assert re.findall(r'<(details|section) class="(?:part|sect)" id="(s\d)"', page) == [
        *[("details", f"s{number}") for number in (1, 2, 3, 4, 5)],  # passed: folded
        ("section", "s6"),
        ("details", "s7"),
    ]


def next_to_review(client, report):
    page = client.get(url("report-detail", report)).content.decode()
    found = re.search(r'href="/reports/(\d+)/review/">ตรวจฉบับถัดไป', page)
    return found and int(found[1])


def test_after_a_verdict_the_report_that_waits_longest_is_next(
    as_, report, cast, north, other_region
):
    of_july = submitted(
        make_report(other_region), cast["another region's coordinator"], organizations_found=1
    )
    of_june = make_report(north, month=MONTH.replace(month=5))
    RegionalReport.objects.filter(pk=of_june.pk).update(
        state=State.SUBMITTED,
        receipt="x",
        submitted_at="2026-06-01T00:00Z",
        submitted_by=cast["coordinator"],
    )
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)

    seen = [next_to_review(as_("secretariat"), report)]
    for waiting in (of_june, of_july):
        actions.accept_report(waiting, version=waiting.version, by=cast["secretariat"])
        seen.append(next_to_review(as_("secretariat"), report))

    assert seen == [of_june.pk, of_july.pk, None]


def test_who_may_not_review_is_not_led_on(as_, report, cast, other_region):
    submitted(
        make_report(other_region), cast["another region's coordinator"], organizations_found=1
    )
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)

    assert [next_to_review(as_(who), report) for who in ("coordinator", "auditor")] == [None, None]


# -- The list ------------------------------------------------------------------------------


def rows(page):
    return re.findall(r'<th scope="row">(.*?)</th>', page, re.S)


@pytest.mark.parametrize(
    ("who", "count"),
    [
        ("coordinator", 1),
        ("secretariat", 2),
        ("auditor", 2),
        ("member", 0),
        ("another region's coordinator", 1),
    ],
)
def test_the_list_shows_drafts_to_their_region_and_how_far_they_are_to_the_centre(
    as_, report, who, count
):
    page = as_(who).get(reverse("regions:report-list")).content.decode()

    assert len(rows(page)) == count
    assert (report.get_absolute_url() in page) == (who == "coordinator")


def test_the_own_region_comes_first_then_the_latest_round(as_, report, cast, north, other_region):
    accepted(
        make_report(other_region),
        cast["another region's coordinator"],
        cast["secretariat"],
        organizations_found=1,
    )
    make_report(north, month=MONTH.replace(month=5))

    page = as_("coordinator").get(reverse("regions:report-list")).content.decode()

    assert [re.sub(r"<.*?>", "", row) for row in rows(page)] == [
        "มิถุนายน 2569",
        "พฤษภาคม 2569",
        "เหนือล่าง",
    ]


def test_who_speaks_for_no_region_reads_the_latest_round_first(as_, north, other_region):
    for month in (5, 6):  # as rounds come: the older ones were written first
        make_report(north, month=MONTH.replace(month=month))

    page = as_("secretariat").get(reverse("regions:report-list")).content.decode()

    assert re.findall(r'รอบ<span class="nw">(.*?)</span>', page) == ["มิถุนายน 2569", "พฤษภาคม 2569"]
    assert len(rows(page)) == 4


def test_the_tally_and_the_filter_call_what_is_not_sent_by_one_word(as_, report):
    page = as_("secretariat").get(reverse("regions:report-list")).content.decode()

    assert '<option value="draft">ยังไม่ส่ง</option>' in page
    assert re.search(r"<a [^>]*state=draft[^>]*>.*?ยังไม่ส่ง", page, re.S)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("round=2026-06", 2),
        ("round=2026-05", 2),
        ("state=accepted", 1),
        ("state=draft", 3),
        ("region=lower-north", 2),
        ("round=2026-06&state=draft&region=upper-north", 1),
        ("round=2026-06&state=accepted&region=upper-north", 0),
        ("round=nonsense&state=nonsense&page=nonsense", 4),
    ],
)
def test_filters(as_, report, cast, north, other_region, query, count):
    make_report(north, month=MONTH.replace(month=5))
    accepted(
        make_report(other_region),
        cast["another region's coordinator"],
        cast["secretariat"],
        organizations_found=1,
    )

    page = as_("secretariat").get(f"{reverse('regions:report-list')}?{query}").content.decode()

    assert len(rows(page)) == count


@pytest.mark.parametrize("months", [1, 3])
def test_the_list_costs_the_same_for_few_rows_or_many(
    as_, report, north, months, django_assert_num_queries
):
    for month in range(1, months):
        make_report(north, month=MONTH.replace(month=month))
    client = as_("coordinator")
    client.get(reverse("regions:report-list"))

    # session, user, posts, choices of months and regions, counts, page, sections, the provinces
    # it gathers, head of the page
    with django_assert_num_queries(10):
        client.get(reverse("regions:report-list"))


@pytest.mark.parametrize("filled", [1, 6])
@pytest.mark.parametrize(
    ("who", "name", "queries"),
    [
        ("coordinator", "report-detail", 18),
        ("secretariat", "report-review", 26),
        ("coordinator", "report-submission", 18),
    ],
)
def test_a_report_costs_the_same_empty_or_full(
    as_, report, cast, filled, who, name, queries, django_assert_num_queries
):
    for number in range(filled - 1):
        make_indicator(f"more_{number}", section="areas", is_required=False)
        fill_in(report, cast["coordinator"], **{f"more_{number}": number})
    fill_in(report, cast["coordinator"], organizations_found=14)
    if who == "secretariat":
        actions.submit_report(report, version=report.version, by=cast["coordinator"])
    client = as_(who)
    client.get(url(name, report))

    with django_assert_num_queries(queries):
        client.get(url(name, report))
