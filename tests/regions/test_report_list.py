"""The list by kind of unit, and a region's provinces in one month: received, checked, returned."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from regions.models import Extension, RegionalReport
from regions.permissions import can_answer_extension, can_review_report
from regions.queries import extensions_to_answer, waiting_for_review
from tests.factories.regions import (
    MONTH,
    make_centre,
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
)

LIST = reverse("regions:report-list")


@pytest.fixture
def provinces(north, other_region):
    make_centre()
    return [
        make_reporting_province(north, "50", "เชียงใหม่"),
        make_reporting_province(north, "52", "ลำปาง"),
        make_reporting_province(other_region, "63", "ตาก"),
    ]


@pytest.fixture
def report(provinces, found, north):
    return make_report(north)


def put(place, state, cast):
    """The report of ``place`` in ``state``, sent by somebody who filled nothing in."""
    report = make_report_of(place.reporting_unit)
    sent = {"submitted_at": timezone.now(), "submitted_by": cast["manager"], "receipt": place.code}
    reviewed = {"reviewed_at": timezone.now(), "reviewed_by": cast["officer"]}
    changes = {
        "draft": {},
        "submitted": sent,
        "in_review": {**sent, "reviewer": cast["officer"], "review_began_at": timezone.now()},
        "returned": sent | reviewed,
        "accepted": sent | reviewed,
    }[state]
    RegionalReport.objects.filter(pk=report.pk).update(state=state, **changes)
    return report


def page(client, query="", url=LIST):
    response = client.get(url + query)
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2]


def names(text):
    found = ("เหนือบน", "เหนือล่าง", "เชียงใหม่", "ลำปาง", "ตาก", ">ส่วนกลาง<")
    table = text.partition("<table")[2]
    return {name.strip("<>") for name in found if name in table}


def review_url(report):
    return reverse("regions:report-review", args=[report.pk])


# -- The list -------------------------------------------------------------------------------


REGIONS, PROVINCES = {"เหนือบน", "เหนือล่าง"}, {"เชียงใหม่", "ลำปาง", "ตาก"}


@pytest.mark.parametrize(
    ("query", "seen", "unseen"),
    [
        ("", REGIONS, PROVINCES),
        ("?kind=region", REGIONS, PROVINCES),
        ("?kind=nonsense", REGIONS, PROVINCES),
        ("?kind=province", PROVINCES, {"ส่วนกลาง"}),
        ("?kind=province&region=lower-north", {"ตาก"}, {"เชียงใหม่", "ลำปาง"}),
        ("?kind=centre", {"ส่วนกลาง"}, REGIONS | PROVINCES),
    ],
)
def test_one_kind_of_unit_at_a_time(as_, report, query, seen, unseen):
    found = names(page(as_("secretariat"), query))

    assert seen <= found
    assert not unseen & found


def test_a_regional_office_sees_its_provinces_and_goes_to_check_them(as_, report, provinces, cast):
    waiting = put(provinces[0], "submitted", cast)
    elsewhere = put(provinces[2], "submitted", cast)

    text = page(as_("officer"))

    assert "จังหวัดของภาคเหนือตอนบน" in text
    assert {"เชียงใหม่", "ลำปาง"} <= names(text)
    assert "ตาก" not in names(text)
    assert review_url(waiting) in text
    assert review_url(elsewhere) not in text
    assert reverse("regions:province-submissions", args=["upper-north", MONTH]) in text


def test_who_asks_for_something_gets_only_that(as_, report):
    for query in ("?state=draft", "?kind=region"):
        assert "จังหวัดของ" not in page(as_("officer"), query)


@pytest.mark.parametrize("who", ["manager", "co-chair", "member", "secretariat"])
def test_others_are_not_shown_whose_work_it_is_not(as_, report, who):
    assert "จังหวัดของ" not in page(as_(who))


def test_who_speaks_for_a_province_begins_with_its_own(client, report, provinces, cast):
    put(provinces[1], "accepted", cast)
    client.force_login(make_post("provincial", province=provinces[0]))

    text = page(client)

    assert "รายงานของจังหวัดท่าน" in text
    assert make_report_of(provinces[0].reporting_unit).get_absolute_url() in text
    assert "ลำปาง" in names(text)
    assert reverse("regions:province-submissions", args=["upper-north", MONTH]) not in text
    assert "เหนือบน" not in page(client, "?kind=region").partition("<table")[2]


def test_the_secretariat_sees_that_a_provinces_draft_exists_and_cannot_open_it(
    as_, report, provinces
):
    draft = make_report_of(provinces[0].reporting_unit)
    visitor = as_("secretariat")

    text = page(visitor, "?kind=province")

    assert "เชียงใหม่" in names(text)
    assert f'href="{draft.get_absolute_url()}"' not in text
    assert visitor.get(draft.get_absolute_url()).status_code == 404


def test_co_chairs_check_what_the_centre_sends(as_, report, cast):
    centre = RegionalReport.objects.get(unit__kind="centre")
    sent = {"submitted_at": timezone.now(), "submitted_by": cast["secretariat"], "receipt": "ก."}
    RegionalReport.objects.filter(pk=centre.pk).update(state="submitted", **sent)

    assert review_url(centre) in page(as_("co-chair"), "?kind=centre")
    assert review_url(centre) not in page(as_("secretariat"), "?kind=centre")


def test_an_extended_report_leads_to_its_reason(as_, report):
    until = report.round.closes_on + timedelta(days=3)
    RegionalReport.objects.filter(pk=report.pk).update(extended_until=until)

    text = page(as_("coordinator"))

    assert "ขยายถึง 18 ก.ค." in text
    assert reverse("regions:extension-list") + "?round=2026-06" in text


@pytest.mark.parametrize("who", ["officer", "secretariat"])
@pytest.mark.parametrize("query", ["", "?kind=province"])
def test_eighty_five_cost_what_eight_cost(
    as_, report, north, who, query, django_assert_max_num_queries
):
    client = as_(who)
    page(client, query)

    def cost():
        with django_assert_max_num_queries(16) as told:
            page(client, query)
        return len(told)

    few = cost()
    for number in range(11, 41):
        RegionalReport.objects.create(
            unit=make_reporting_province(north, str(number), f"จ{number}").reporting_unit,
            round=report.round,
            region=north,
        )
    assert cost() == few


# -- A region's provinces in one month ------------------------------------------------------


def submissions(region="upper-north", month=MONTH):
    return reverse("regions:province-submissions", args=[region, month])


def test_the_month_says_what_was_received_checked_and_returned(as_, report, provinces, cast):
    put(provinces[0], "submitted", cast)

    text = page(as_("officer"), url=submissions())

    assert "รับแล้ว 1 จาก 2 จังหวัด" in text.replace('<span class="nw">', "").replace("</span>", "")
    assert "ตรงเวลาถึง" in text
    assert "3 ก.ค." in text
    assert "15 ก.ค." in text
    assert 'href="?state=waiting"><b>1</b>รอตรวจ' in text
    assert 'href="?state=missing"><b>1</b>ยังไม่ส่ง' in text
    assert "ตาก" not in names(text)


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("draft", "missing"),
        ("submitted", "waiting"),
        ("in_review", "waiting"),
        ("returned", "returned"),
        ("accepted", "accepted"),
    ],
)
def test_every_count_leads_to_its_rows(as_, report, provinces, cast, state, count):
    other = "accepted" if count != "accepted" else "returned"
    put(provinces[0], state, cast)
    put(provinces[1], other, cast)
    visitor = as_("coordinator")

    text = page(visitor, f"?state={count}", url=submissions())

    assert names(text) == {"เชียงใหม่"}
    assert 'href="?" aria-current="true"' in text
    assert names(page(visitor, "?state=nonsense", url=submissions())) == {"เชียงใหม่", "ลำปาง"}


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("officer", 200),
        ("manager", 200),
        ("co-chair", 200),
        ("secretariat", 200),
        ("auditor", 200),
        ("another region's coordinator", 403),
        ("former coordinator", 403),
        ("member", 403),
    ],
)
def test_the_region_and_who_reads_everything_see_it(as_, report, who, status):
    assert as_(who).get(submissions()).status_code == status


def test_people_of_a_province_do_not_see_their_neighbours(client, report, provinces):
    client.force_login(make_post("provincial", province=provinces[0]))

    assert client.get(submissions()).status_code == 403


def test_what_is_not_there_is_not_found(as_, report, client):
    visitor = as_("secretariat")
    for url in (submissions("nowhere"), submissions(month=MONTH.replace(month=1))):
        assert visitor.get(url).status_code == 404
    for month in ("2026-13", "0000-01", "2026-00"):
        assert visitor.get(f"/reports/provinces/upper-north/{month}/").status_code == 404


def test_a_month_costs_the_same_for_few_provinces_and_many(
    as_, report, north, django_assert_max_num_queries
):
    client = as_("officer")
    page(client, url=submissions())

    def cost():
        with django_assert_max_num_queries(14) as told:
            page(client, url=submissions())
        return len(told)

    few = cost()
    for number in range(11, 31):
        RegionalReport.objects.create(
            unit=make_reporting_province(north, str(number), f"จ{number}").reporting_unit,
            round=report.round,
            region=north,
        )
    assert cost() == few


# -- Whose turn it is -----------------------------------------------------------------------


def test_the_queue_holds_what_the_permission_allows(report, provinces, cast, north):
    """Two answers to one question must agree, whoever asks."""
    for place in (*provinces, north):
        put(place, "submitted", cast)
    sent = {"submitted_at": timezone.now(), "submitted_by": cast["secretariat"], "receipt": "ก."}
    RegionalReport.objects.filter(unit__kind="centre").update(state="submitted", **sent)
    mine = make_report_of(provinces[1].reporting_unit)
    mine.sections.filter(position=1).update(saved_by=cast["officer"])
    everybody = {**cast, "provincial": make_post("provincial", province=provinces[0])}

    for who, user in everybody.items():
        waiting = RegionalReport.objects.filter(state="submitted")
        allowed = {each.pk for each in waiting if can_review_report(user, each)}
        assert set(waiting_for_review(user).values_list("pk", flat=True)) == allowed, who


def test_questions_stand_before_whoever_may_answer_them(report, provinces, cast, north):
    provincial = make_post("provincial", province=provinces[0])
    for draft in RegionalReport.objects.all():
        Extension.objects.create(
            report=draft,
            until=draft.closes_on,
            reason="น้ำท่วม",
            asked_by=cast["coordinator"],
            asked_at=timezone.now(),
        )
    mine = make_report_of(provinces[1].reporting_unit)
    mine.sections.filter(position=1).update(saved_by=cast["officer"])

    for who, user in {**cast, "provincial": provincial}.items():
        allowed = {one.pk for one in Extension.objects.all() if can_answer_extension(user, one)}
        assert set(extensions_to_answer(user).values_list("pk", flat=True)) == allowed, who
    assert extensions_to_answer(cast["officer"]).exists()


def test_who_helps_a_province_fill_in_hears_that_another_will_check(as_, client, provinces):
    """Before typing; the province's own people have nothing to check."""
    report = make_report_of(provinces[0].reporting_unit)
    words = "ผู้ที่กรอกหรือส่งแล้วจะตรวจฉบับนี้ไม่ได้"

    assert words in page(as_("officer"), url=report.get_absolute_url())
    client.force_login(make_post("provincial", province=provinces[0]))
    assert words not in page(client, url=report.get_absolute_url())
