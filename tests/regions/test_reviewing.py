"""Whose hands a report is in while it is reviewed, and that nothing typed there is lost."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from meetings.models.answer import FILED
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.clocks import clock_of
from regions.models import RegionalReport
from regions.queries import waiting_for_review
from regions.report_history import activities_of
from regions.reviewers import reviewers_of
from regions.standing import holder_of
from tests.factories.regions import (
    ON_TIME,
    make_centre,
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
    returned,
    submitted,
)

State = RegionalReport.State


@pytest.fixture
def other(cast):
    """A second officer of the centre."""
    return make_post("central_officer", name="สมหญิง")


@pytest.fixture
def sent(report, cast):
    return submitted(report, cast["coordinator"], organizations_found=14)


def begun(report, by):
    return actions.begin_review(report, version=report.version, by=by)


def url(name, report):
    return reverse(f"regions:{name}", args=[report.pk])


def refusal_of(act):
    with pytest.raises(RuleBroken) as refusal:
        act()
    return refusal.value.code


def letters():
    return [row.payload for row in Outbox.objects.filter(kind="kernel.send_letter").order_by("pk")]


def verbs():
    return list(Activity.objects.order_by("pk").values_list("verb", flat=True))


def visible(response):
    return response.content.decode()


# -- In one pair of hands ----------------------------------------------------------------


def test_who_begins_has_it_with_the_moment_and_pressing_twice_is_once(sent, cast):
    report = begun(begun(sent, cast["secretariat"]), cast["secretariat"])

    assert (report.state, report.reviewer, report.review_began_at) == (
        State.IN_REVIEW,
        cast["secretariat"],
        ON_TIME,
    )
    assert verbs().count("report.review_began") == 1


def test_who_lays_it_down_gives_it_back_to_the_queue(sent, cast, other):
    report = begun(sent, cast["secretariat"])
    code = refusal_of(lambda: actions.put_back(report, version=report.version, by=other))
    report = actions.put_back(report, version=report.version, by=cast["secretariat"])

    assert code == "in-other-hands"
    assert (report.state, report.reviewer, report.review_began_at) == (State.SUBMITTED, None, None)
    assert list(waiting_for_review(other)) == [report]


def test_what_nobody_reviews_is_not_laid_down(sent, cast):
    code = refusal_of(lambda: actions.put_back(sent, version=sent.version, by=cast["secretariat"]))
    assert code == "wrong-state"


def test_another_takes_it_over_and_who_had_it_is_written_to(sent, cast, other, clock):
    report = begun(sent, cast["secretariat"])
    clock.shift(timedelta(hours=2))
    report = begun(report, other)

    [letter] = letters()
    assert (report.reviewer, report.review_began_at) == (other, ON_TIME + timedelta(hours=2))
    assert letter["to"] == cast["secretariat"].email
    assert letter["subject"].startswith("สมหญิง ทดสอบ รับช่วงตรวจรายงานภาคเหนือตอนบน")
    assert Activity.objects.get(verb="report.review_taken_over").detail == {
        "instead_of": cast["secretariat"].pk
    }


def test_who_has_it_without_an_address_is_taken_over_in_silence(sent, cast, other):
    person = cast["secretariat"].person
    person.email = ""
    person.save()
    begun(begun(sent, cast["secretariat"]), other)

    assert letters() == []


@pytest.mark.parametrize("decide", ["accept", "return", "keep"])
def test_only_who_has_it_decides(sent, cast, other, decide):
    report = begun(sent, cast["secretariat"])
    acts = {
        "accept": lambda: actions.accept_report(report, version=report.version, by=other),
        "return": lambda: actions.return_report(
            report, reasons={"plans": "ก"}, version=report.version, by=other
        ),
        "keep": lambda: actions.keep_judged(report, judged={}, version=report.version, by=other),
    }

    assert refusal_of(acts[decide]) == "in-other-hands"


def test_who_decides_at_once_has_had_it_and_says_so_once(sent, cast):
    report = actions.accept_report(sent, version=sent.version, by=cast["secretariat"])

    assert (report.reviewer, report.review_began_at) == (cast["secretariat"], ON_TIME)
    assert verbs()[-2:] == ["report.submitted", "report.accepted"]


@pytest.mark.parametrize("state", [State.DRAFT, State.RETURNED, State.ACCEPTED])
def test_what_does_not_wait_is_not_begun(report, cast, state):
    if state == State.RETURNED:
        returned(
            report, cast["coordinator"], cast["secretariat"], {"plans": "ก"}, organizations_found=1
        )
    if state == State.ACCEPTED:
        one = submitted(report, cast["coordinator"], organizations_found=1)
        actions.accept_report(one, version=one.version, by=cast["secretariat"])
    report.refresh_from_db()

    assert refusal_of(lambda: begun(report, cast["secretariat"])) == "wrong-state"
    assert (
        refusal_of(
            lambda: actions.keep_judged(
                report, judged={}, version=report.version, by=cast["secretariat"]
            )
        )
        == "wrong-state"
    )


def test_what_changed_since_it_was_looked_at_is_not_begun(sent, cast):
    code = refusal_of(
        lambda: actions.begin_review(sent, version=sent.version - 1, by=cast["secretariat"])
    )
    assert code == "stale"


def test_a_report_in_review_is_not_withdrawn_and_says_why_and_whom_to_ring(
    as_, sent, cast, settings
):
    settings.OFFICE_PHONE = "02 123 4567"
    begun(sent, cast["secretariat"])
    name = cast["secretariat"].person.full_name

    client = as_("coordinator")
    page = visible(client.get(url("report-detail", sent)))
    answer = visible(client.post(url("report-withdrawal", sent), follow=True))

    assert f"โทรขอให้ {name} ส่งกลับ" in page
    assert "ถอนรายงานกลับมาแก้" not in page
    assert 'href="tel:021234567"' in page
    assert f"{name} เริ่มตรวจแล้ว จึงถอนไม่ได้" in answer
    sent.refresh_from_db()
    assert sent.state == State.IN_REVIEW


def test_pressing_send_again_while_it_is_reviewed_changes_nothing(sent, cast):
    report = begun(sent, cast["secretariat"])
    again = actions.submit_report(report, version=report.version, by=cast["coordinator"])

    assert (again.state, again.receipt) == (State.IN_REVIEW, sent.receipt)


# -- What was judged so far --------------------------------------------------------------

JUDGED = {"plans": {"verdict": "return", "reason": "วงเงินยังไม่ครบ"}}


def test_what_was_judged_so_far_waits_for_whoever_goes_on(sent, cast, other):
    report = actions.keep_judged(sent, judged=JUDGED, version=sent.version, by=cast["secretariat"])
    report = actions.put_back(report, version=report.version, by=cast["secretariat"])
    areas = {"areas": {"verdict": "pass", "reason": ""}}
    report = actions.begin_review(report, version=report.version, by=other, judged=areas)

    assert report.judged == JUDGED | areas
    assert verbs()[-3:] == ["report.review_began", "report.put_back", "report.review_began"]


def test_what_is_judged_next_replaces_what_was_judged_before(sent, cast):
    report = actions.keep_judged(sent, judged=JUDGED, version=sent.version, by=cast["secretariat"])
    report = actions.keep_judged(report, judged={}, version=report.version, by=cast["secretariat"])
    assert report.judged == {}


def test_laid_down_by_its_button_with_what_stood_around_it(as_, sent, cast):
    report = begun(sent, cast["secretariat"])
    data = {"seen": report.version, "plans": "return", "plans_reason": "วงเงิน"}
    as_("secretariat").post(url("review-put-back", sent), data)

    sent.refresh_from_db()
    assert (sent.state, sent.judged) == (
        State.SUBMITTED,
        {"plans": {"verdict": "return", "reason": "วงเงิน"}},
    )


@pytest.mark.parametrize("name", ["review-begin", "review-put-back"])
def test_what_cannot_be_kept_goes_and_the_words_stay(as_, sent, cast, name):
    """A sign that nobody sees, pasted along with the words, from a button that asks nothing."""
    report = begun(sent, cast["secretariat"])
    typed = {"seen": report.version, "plans": "return", "plans_reason": "วง\x00เงิน"}
    as_("secretariat").post(url(name, report), typed)
    report.refresh_from_db()

    assert report.judged == {"plans": {"verdict": "return", "reason": "วงเงิน"}}


def test_once_decided_nothing_is_left_of_it(sent, cast):
    report = actions.keep_judged(sent, judged=JUDGED, version=sent.version, by=cast["secretariat"])
    report = actions.return_report(
        report, reasons={"areas": "ก"}, version=report.version, by=cast["secretariat"]
    )
    assert report.judged == {}


def test_a_withdrawn_report_comes_back_without_it(sent, cast):
    report = actions.keep_judged(sent, judged=JUDGED, version=sent.version, by=cast["secretariat"])
    actions.put_back(report, version=report.version, by=cast["secretariat"])
    assert actions.withdraw_report(report, by=cast["coordinator"]).judged == {}


def test_the_page_keeps_quietly_what_is_judged_and_begins_by_it(as_, sent, cast):
    client = as_("secretariat")
    response = client.post(
        url("report-review", sent),
        {"version": sent.version, "plans": "return", "plans_reason": "วงเงิน"},
        headers={"X-Autosave": "1"},
    )
    sent.refresh_from_db()

    answer = response.json()
    assert (sent.state, sent.judged) == (
        State.IN_REVIEW,
        {"plans": {"verdict": "return", "reason": "วงเงิน"}},
    )
    assert (answer["saved"], answer["fields"]) == (
        "เก็บแล้ว 10.42 น.",
        {"version": str(sent.version)},
    )
    assert "ท่านกำลังตรวจรายงานนี้" in answer["shown"]["hands"]
    page = visible(client.get(url("report-review", sent)))
    assert "วงเงิน</textarea>" in page
    assert re.search(r'value="return"[^>]*checked', page)


def test_the_region_reads_nothing_of_it(as_, sent, cast):
    actions.keep_judged(sent, judged=JUDGED, version=sent.version, by=cast["secretariat"])

    for who in ("coordinator", "officer", "manager"):
        assert "วงเงินยังไม่ครบ" not in visible(as_(who).get(url("report-detail", sent)))


def test_kept_for_later_by_its_button(as_, sent):
    response = as_("secretariat").post(
        url("report-review", sent),
        {"version": sent.version, "plans_reason": "ดูแผนอีกครั้ง", "keep": "1"},
        follow=True,
    )
    assert response.redirect_chain == [(url("report-review", sent), 302)]
    assert "เก็บไว้แล้ว กลับมาตรวจต่อได้" in visible(response)
    assert "<span data-saved-words>เก็บไว้แล้ว ยังไม่ตัดสิน</span>" in visible(response)
    assert "ดูแผนอีกครั้ง</textarea>" in visible(response)


def test_too_long_a_reason_is_said_quietly(as_, sent):
    response = as_("secretariat").post(
        url("report-review", sent),
        {"version": sent.version, "plans_reason": "ก" * 1001},
        headers={"X-Autosave": "1"},
    )
    assert (response.status_code, list(response.json())) == (422, ["message"])


@pytest.mark.parametrize("meanwhile", ["taken", "decided"])
def test_typing_on_what_another_has_is_told_quietly(as_, sent, other, meanwhile):
    data = {"version": sent.version, "plans_reason": "วงเงิน"}
    report = begun(sent, other)
    if meanwhile == "decided":
        actions.accept_report(report, version=report.version, by=other)

    response = as_("secretariat").post(
        url("report-review", sent), data, headers={"X-Autosave": "1"}
    )
    words = {"taken": "สมหญิง ทดสอบ กำลังตรวจรายงานนี้อยู่", "decided": "รายงานนี้ไม่ได้รอตรวจอยู่แล้ว"}
    assert response.status_code == 409
    assert response.json()["message"].startswith(words[meanwhile])


# -- The page ----------------------------------------------------------------------------


def test_the_page_of_what_another_has_asks_before_it_is_taken_over(as_, sent, cast, other):
    report = actions.keep_judged(sent, judged=JUDGED, version=sent.version, by=other)
    client = as_("secretariat")
    page = visible(client.get(url("report-review", sent)))

    assert "สมหญิง ทดสอบ กำลังตรวจรายงานนี้" in page
    assert "วงเงินยังไม่ครบ" not in page
    assert 'name="plans"' not in page

    response = client.post(url("review-begin", sent), {"seen": report.version}, follow=True)
    assert "ท่านกำลังตรวจรายงานนี้" in visible(response)
    assert "วงเงินยังไม่ครบ</textarea>" in visible(response)


def test_a_verdict_on_what_another_has_comes_back_whole_and_goes_along_when_taken_over(
    as_, sent, other
):
    report = begun(sent, other)
    client = as_("secretariat")
    data = {f"{row.key}": "pass" for row in sent.sections.all()}
    data |= {"version": sent.version, "plans": "return", "plans_reason": "วงเงินผิด"}
    refused = client.post(url("report-review", sent), data)

    assert refused.status_code == 409
    assert "วงเงินผิด</textarea>" in visible(refused)
    assert "ถ้าจะตรวจต่อ ให้กดรับช่วงตรวจต่อก่อน" in visible(refused)
    assert url("review-begin", sent) in visible(refused)

    taken = client.post(url("review-begin", sent), data | {"seen": report.version}, follow=True)
    assert "วงเงินผิด</textarea>" in visible(taken)


def test_after_a_stale_verdict_saving_again_judges_what_is_seen(as_, sent, cast):
    client = as_("secretariat")
    data = {row.key: "pass" for row in sent.sections.all()}
    refused = client.post(url("report-review", sent), data | {"version": sent.version - 1})

    assert refused.status_code == 409
    assert f'name="version" value="{sent.version}"' in visible(refused)


@pytest.mark.parametrize("name", ["review-begin", "review-put-back"])
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("secretariat", 302),
        ("auditor", 403),
        ("coordinator", 403),
        ("officer", 403),
        ("another region's coordinator", 404),
        ("member", 404),
    ],
)
def test_who_takes_it_in_hand_and_lays_it_down(as_, sent, cast, name, who, status):
    if name == "review-put-back":
        sent = begun(sent, cast["secretariat"])
    response = as_(who).post(url(name, sent), {"seen": sent.version})

    changed = RegionalReport.objects.get(pk=sent.pk).version != sent.version
    assert (response.status_code, changed) == (status, status == 302)


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 40])
def test_a_button_without_its_version_does_nothing(as_, sent, seen):
    response = as_("secretariat").post(url("review-begin", sent), {"seen": seen}, follow=True)

    assert response.status_code == 200
    assert RegionalReport.objects.get(pk=sent.pk).state == State.SUBMITTED


def test_a_get_begins_nothing(as_, sent):
    client = as_("secretariat")
    for name in ("review-begin", "review-put-back"):
        assert client.get(url(name, sent)).status_code == 405
    client.get(url("report-review", sent))
    assert RegionalReport.objects.get(pk=sent.pk).state == State.SUBMITTED


# -- Who has it, and for how long ----------------------------------------------------------


def dressed(report):
    return RegionalReport.objects.for_page(on=ON_TIME.date()).get(pk=report.pk)


def test_who_has_it_is_said_in_every_state(report, cast):
    told = [holder_of(dressed(report))]
    sent = submitted(report, cast["coordinator"], organizations_found=1)
    told.append(holder_of(dressed(report)))
    begun_now = begun(sent, cast["secretariat"])
    told.append(holder_of(dressed(report)))
    back = actions.return_report(
        begun_now, reasons={"plans": "ก"}, version=begun_now.version, by=cast["secretariat"]
    )
    told.append(holder_of(dressed(back)))

    filer, reviewer = (cast[who].person.full_name for who in ("coordinator", "secretariat"))
    assert told == [filer, "กองเลขาฯ ส่วนกลาง", reviewer, filer]


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (1, "เหลืออีก 47 ชั่วโมง"),
        (47.5, "เหลือไม่ถึง 1 ชั่วโมง"),
        (48, "เหลือไม่ถึง 1 ชั่วโมง"),
        (48.5, "เพิ่งเกินเวลา"),
        (50, "เกินเวลามา 2 ชั่วโมง"),
    ],
)
def test_the_reviewers_clock(sent, hours, words):
    found = clock_of(dressed(sent), now=ON_TIME + timedelta(hours=hours))
    assert (found.words, found.is_over) == (words, hours > 48)


def test_the_authors_clock_runs_from_the_return(sent, cast, clock):
    clock.shift(timedelta(hours=5))
    back = actions.return_report(
        sent, reasons={"plans": "ก"}, version=sent.version, by=cast["secretariat"]
    )
    found = clock_of(dressed(back), now=ON_TIME + timedelta(hours=6))

    assert (found.began, found.words) == (ON_TIME + timedelta(hours=5), "เหลืออีก 23 ชั่วโมง")


def test_before_it_is_sent_and_once_it_has_passed_no_clock_runs(report, cast):
    assert clock_of(dressed(report), now=ON_TIME) is None


def test_the_reviewers_are_listed_with_what_each_did(sent, cast, other):
    report = begun(sent, cast["secretariat"])
    report = begun(report, other)
    found = reviewers_of(dressed(report), activities_of(report), on=ON_TIME.date())

    assert [(one.person, str(one.words)) for one in found] == [
        (other.person, "กำลังตรวจ"),
        (cast["secretariat"].person, "ให้ผู้อื่นตรวจต่อแล้ว"),
    ]


def test_an_officer_of_the_centre_who_speaks_for_the_region_is_no_reviewer(sent, cast, north):
    both = make_post("manager", north, name="both")
    person = both.person
    person.posts.create(role="central_officer", starts_on=ON_TIME.date())
    found = reviewers_of(dressed(sent), [], on=ON_TIME.date())

    assert [one.person for one in found] == [cast["secretariat"].person]


@pytest.mark.parametrize("count", [1, 5])
def test_the_reviewers_cost_the_same_for_one_or_many(sent, count, django_assert_num_queries):
    for number in range(count):
        make_post("central_officer", name=f"officer-{number}")
    report = dressed(sent)
    with django_assert_num_queries(2):
        reviewers_of(report, [], on=ON_TIME.date())


# -- Three kinds of report -------------------------------------------------------------------


def test_a_province_is_reviewed_by_its_regional_office_and_by_nobody_else(
    as_, north, other_region, found, cast
):
    province = make_reporting_province(north)
    filer = make_post("provincial", province=province)
    report = make_report_of(province.reporting_unit)
    sent = submitted(report, filer, organizations_found=3)

    answers = {
        who: as_(who).post(url("review-begin", sent), {"seen": sent.version}).status_code
        for who in ("another region's coordinator", "secretariat", "co-chair", "coordinator")
    }
    sent.refresh_from_db()

    assert answers == {
        "another region's coordinator": 404,
        "secretariat": 403,
        "co-chair": 403,
        "coordinator": 302,
    }
    assert sent.reviewer == cast["coordinator"]
    assert holder_of(dressed(sent)) == cast["coordinator"].person.full_name


def test_the_centre_is_reviewed_by_a_co_chair(as_, north, other_region, cast):
    report = make_report_of(make_centre())
    sent = actions.submit_report(report, version=report.version, by=cast["secretariat"])
    waits_at = holder_of(dressed(sent))
    statuses = [
        as_(who).post(url("review-begin", sent), {"seen": sent.version}).status_code
        for who in ("secretariat", "coordinator", "co-chair")
    ]
    sent.refresh_from_db()

    assert (waits_at, statuses) == ("ประธานร่วมของภาค", [403, 404, 302])
    assert sent.reviewer == cast["co-chair"]


# -- Who knew only "submitted" ---------------------------------------------------------------


def test_what_is_in_review_waits_and_counts_as_filed(sent, cast, other):
    begun(sent, cast["secretariat"])

    assert list(waiting_for_review(other)) == [sent]
    assert FILED == ("submitted", "in_review", "accepted")


# -- One after the other -------------------------------------------------------------------

PASSED = dict.fromkeys(("resolutions", "certification", "areas", "issues", "plans"), "pass")
PASSED |= {"highlights": "pass", "support": "pass"}


@pytest.fixture
def queue(sent, other_region, cast):
    """What else waits: one that came in at the same time, and one of the month before."""
    by = cast["another region's coordinator"]
    earlier = make_report(other_region, month=sent.round.month.replace(month=5))
    told = {"submitted_at": "2026-06-01T00:00Z", "submitted_by": by, "receipt": "ร."}
    RegionalReport.objects.filter(pk=earlier.pk).update(state=State.SUBMITTED, **told)
    earlier.refresh_from_db()
    return [earlier, submitted(make_report(other_region), by, organizations_found=1)]


def test_decided_by_its_button_the_next_is_opened_that_nobody_has(as_, sent, queue, other):
    begun(queue[0], other)
    response = as_("secretariat").post(
        url("report-review", sent), PASSED | {"version": sent.version, "next": "1"}, follow=True
    )

    assert response.redirect_chain == [(url("report-review", queue[1]), 302)]
    assert "ภาคเหนือตอนบน: รับรายงานแล้ว" in visible(response)


def test_after_the_last_it_leads_to_the_report(as_, sent):
    client = as_("secretariat")
    assert '"next" value="1"' not in visible(client.get(url("report-review", sent)))
    response = client.post(
        url("report-review", sent), PASSED | {"version": sent.version, "next": "1"}
    )
    assert response.url == url("report-detail", sent)


def test_how_many_follow_is_said_and_what_another_has_is_not_among_them(as_, sent, queue, other):
    client = as_("secretariat")
    assert following(client, sent) == 2

    begun(queue[0], other)
    assert following(client, sent) == 1


def following(client, report):
    page = visible(client.get(url("report-review", report)))
    return int(re.search(r'รอท่านตรวจอีก <span class="nw">(\d+) ฉบับ', page)[1])


def test_an_unfinished_verdict_leads_nowhere(as_, sent, queue):
    response = as_("secretariat").post(
        url("report-review", sent), {"version": sent.version, "plans": "pass", "next": "1"}
    )
    sent.refresh_from_db()
    assert (response.status_code, sent.state) == (422, State.SUBMITTED)


def test_what_nothing_was_said_of_passes_by_its_button_and_nothing_is_decided(as_, sent, cast):
    said = {"plans": "return", "plans_reason": "วงเงิน", "areas_reason": "ดูอีกครั้ง"}
    response = as_("secretariat").post(
        url("report-review", sent), said | {"version": sent.version, "pass_rest": "1"}, follow=True
    )
    sent.refresh_from_db()

    assert response.redirect_chain == [(url("report-review", sent), 302)]
    assert "ดูอีกครั้งแล้วกดบันทึกการทบทวน" in visible(response)
    assert (sent.state, sent.reviewer) == (State.IN_REVIEW, cast["secretariat"])
    passed = {"verdict": "pass", "reason": ""}
    assert sent.judged == {key: passed for key in PASSED if key not in ("plans", "areas")} | {
        "plans": {"verdict": "return", "reason": "วงเงิน"},
        "areas": {"verdict": "", "reason": "ดูอีกครั้ง"},
    }


def test_enter_in_a_choice_keeps_and_neither_decides_nor_lays_it_down(as_, sent, cast):
    begun(sent, cast["secretariat"])
    page = visible(as_("secretariat").get(url("report-review", sent)))

    buttons = [one for one in re.findall(r"<button[^>]*>", page) if 'form="review"' in one]
    assert 'name="keep"' in buttons[0]
