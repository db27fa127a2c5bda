"""The progress of each issue: told in a region's report, kept under its section, read as a log."""

import pytest
import time_machine
from django.urls import reverse

from committees.forms.issue_progress import IssueProgressForm
from committees.models import Committee, Issue, IssueProgress
from committees.queries.issue_progress import issues_asked
from regions.models import RegionalReport
from tests.factories.committees import make_body, make_committee
from tests.factories.regions import (
    MONTH,
    ON_TIME,
    make_member,
    make_post,
    make_region,
    make_report,
)

State = RegionalReport.State
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False):
        yield


@pytest.fixture
def report(north):
    return make_report(north)


@pytest.fixture
def coordinator(north):
    return make_post("coordinator", north)


@pytest.fixture
def issues():
    return [
        Issue.objects.create(code=code, name=name, name_en=code, position=position)
        for position, (code, name) in enumerate([("land", "ที่ดิน"), ("welfare", "สวัสดิการ")], 1)
    ]


@pytest.fixture
def filler(client, coordinator):
    client.force_login(coordinator)
    return client


def url(report):
    return reverse("regions:report-section", args=[report.pk, "issues"])


def texts(issue, text, level="province"):
    return {f"issue-{issue.pk}-text": text, f"issue-{issue.pk}-level": level}


def save(client, report, **data):
    version = report.sections.get(key="issues").version
    return client.post(url(report), {"version": version, **data})


def told(report):
    rows = report.issue_progress.order_by("issue__position")
    return list(rows.values_list("issue__code", "level", "text"))


# -- Typed -----------------------------------------------------------------------------


def test_each_issue_has_its_box_and_the_urgent_workstreams_theirs(filler, report, issues):
    page = filler.get(f"{report.get_absolute_url()}?part=issues").content.decode()

    assert all(f'name="issue-{issue.pk}-text"' in page for issue in issues)
    assert all(f'name="urgent_{what}"' in page for what in ("information", "areas", "support"))
    assert all(words in page for words in ("ระบบข้อมูล", "การเคลื่อนงานในพื้นที่", "การหนุนเสริมงานในพื้นที่"))


def test_what_is_told_of_an_issue_is_kept_with_its_level(filler, report, issues):
    response = save(
        filler,
        report,
        urgent_information="ครบแล้ว",
        **texts(issues[0], "สำรวจแล้ว", "subdistrict"),
        **texts(issues[1], ""),
    )

    assert response.status_code == 302
    assert told(report) == [("land", "subdistrict", "สำรวจแล้ว")]
    assert report.sections.get(key="issues").answers["urgent_information"] == "ครบแล้ว"


def test_autosave_keeps_it_too(filler, report, issues):
    data = {"version": 0, **texts(issues[0], "สำรวจแล้ว")}

    answer = filler.post(url(report), data, headers={"X-Autosave": "1"})

    assert answer.json()["fields"] == {"version": "1"}
    assert told(report) == [("land", "province", "สำรวจแล้ว")]


def test_an_emptied_box_tells_nothing_any_more(filler, report, issues):
    save(filler, report, **texts(issues[0], "สำรวจแล้ว"))

    save(filler, report, **texts(issues[0], ""))

    assert told(report) == []


def test_said_again_it_is_the_same_row(filler, report, issues):
    save(filler, report, **texts(issues[0], "สำรวจแล้ว"))
    first = report.issue_progress.get().pk

    save(filler, report, **texts(issues[0], "สำรวจครบ", "region"))

    assert told(report) == [("land", "region", "สำรวจครบ")]
    assert report.issue_progress.get().pk == first


@pytest.mark.parametrize("level", ["galaxy", "\x00"])
def test_an_unknown_level_is_refused_beside_the_section(filler, report, issues, level):
    response = save(filler, report, **texts(issues[0], "สำรวจแล้ว", level))

    assert response.status_code == 422
    assert told(report) == []


def test_a_text_too_long_is_refused_and_comes_back(filler, report, issues):
    response = save(filler, report, **texts(issues[0], "ก" * 4001))

    assert response.status_code == 422
    assert "ก" * 4001 in response.content.decode()


def test_a_stale_save_shows_both_texts(filler, report, issues):
    save(filler, report, **texts(issues[0], "ของเขา", "region"))

    response = filler.post(url(report), {"version": 0, **texts(issues[0], "ของฉัน")})

    assert response.status_code == 409
    assert response.context["differences"] == [
        {"field": "ที่ดิน", "mine": "จังหวัด\nของฉัน", "theirs": "ภาค\nของเขา"}
    ]
    assert told(report) == [("land", "region", "ของเขา")]


def test_the_same_words_twice_are_one_save(filler, report, issues):
    save(filler, report, **texts(issues[0], "สำรวจแล้ว"))

    again = filler.post(url(report), {"version": 0, **texts(issues[0], "สำรวจแล้ว")})

    assert again.status_code == 302
    assert report.sections.get(key="issues").version == 1


def test_last_months_words_come_when_asked_for(filler, report, north, coordinator, issues):
    may = make_report(north, month=MONTH.replace(month=5))
    IssueProgress.objects.create(report=may, issue=issues[0], text="เดือนก่อน")
    put(may, State.SUBMITTED, coordinator)

    save(filler, report, copy="last-month", **texts(issues[0], ""), **texts(issues[1], "เดือนนี้"))

    assert [text for *_of, text in told(report)] == ["เดือนก่อน", "เดือนนี้"]


def test_another_regions_words_of_last_month_stand_nowhere(report, issues, coordinator):
    other = make_report(make_region(2), month=MONTH.replace(month=5))
    IssueProgress.objects.create(report=other, issue=issues[0], text="ของภาคอื่น")
    put(other, State.SUBMITTED, coordinator)

    assert [one.before for one in issues_asked(report)] == [None, None]


def test_the_form_reads_the_same_for_one_issue_or_many(report, issues, django_assert_num_queries):
    for count in (2, 6):
        for number in range(Issue.objects.count(), count):
            Issue.objects.create(code=f"more-{number}", name="x", name_en="x", position=number)
        with django_assert_num_queries(2):
            shown = {"report": report, "issues": issues_asked(report)}
            assert len(IssueProgressForm(shown=shown, auto_id="x_%s").asked) == count


# -- Read ------------------------------------------------------------------------------


def put(report, state, by):
    at = "2026-06-30T00:00Z"
    evidence = {"submitted_at": at, "submitted_by": by, "receipt": f"x{report.pk}"}
    if state == State.ACCEPTED:
        evidence |= {"reviewed_at": at, "reviewed_by": by}
    RegionalReport.objects.filter(pk=report.pk).update(state=state, **evidence)


@pytest.fixture
def log(report, north, coordinator, issues):
    """Accepted in May and June, and in July only sent."""
    for month, state in ((5, State.ACCEPTED), (6, State.ACCEPTED), (7, State.SUBMITTED)):
        one = make_report(north, month=MONTH.replace(month=month))
        IssueProgress.objects.create(report=one, issue=issues[0], text=f"เดือน {month}")
        put(one, state, coordinator)


def body_of(issue):
    generation = Committee.objects.filter(kind=Committee.Kind.SUBCOMMITTEE).first()
    parent = generation or make_committee()
    return make_body("land-body", kind=Committee.Kind.ISSUE, parent=parent, issue=issue)


def log_page(client, issue):
    return client.get(reverse("committees:issue-progress", args=[issue.code]))


def test_the_log_has_the_newest_on_top_and_only_what_was_accepted(client, log, issues):
    client.force_login(make_member())

    page = log_page(client, issues[0])

    assert [one.text for one in page.context["page"]] == ["เดือน 6", "เดือน 5"]


def test_each_entry_is_quoted_with_its_source_and_leads_to_its_report(client, log, issues, report):
    client.force_login(make_member())

    page = log_page(client, issues[0]).content.decode()

    assert f'href="{report.get_absolute_url()}#s4"' in page
    assert "“เดือน 6” (ภาคเหนือตอนบน รายงานประจำเดือน มิถุนายน 2569" in page


def test_the_page_of_the_issues_body_shows_its_log_to_the_house_and_not_to_strangers(
    client, log, issues
):
    body = body_of(issues[0])
    pages = [client.get(reverse("committees:body-detail", args=[body.code])).content.decode()]
    client.force_login(make_member())
    pages.append(client.get(reverse("committees:body-detail", args=[body.code])).content.decode())

    assert ["เดือน 6" in page for page in pages] == [False, True]


def test_the_log_asks_a_stranger_who_they_are(client, issues):
    assert log_page(client, issues[0]).status_code == 302


def test_an_unknown_issue_has_no_log(client):
    client.force_login(make_member())

    assert client.get(reverse("committees:issue-progress", args=["x"])).status_code == 404


def test_the_log_costs_the_same_for_one_entry_or_many(
    client, log, issues, north, coordinator, django_assert_num_queries
):
    client.force_login(make_member())
    log_page(client, issues[0])
    for month in (None, 4, 3, 2):
        if month:
            one = make_report(north, month=MONTH.replace(month=month))
            IssueProgress.objects.create(report=one, issue=issues[0], text="ก")
            put(one, State.ACCEPTED, coordinator)
        with django_assert_num_queries(11):  # three of them for the filters
            log_page(client, issues[0])
