"""Requests in the form, in the centre's own report, in the register and on their pages."""

import re
from datetime import date

import pytest
from django.urls import reverse
from lxml import html

from portal.kernel.models import Outbox
from regions import actions
from regions.actions.answering import Reply
from regions.models import RegionalReport, ReportingUnit, RequestAnswer, SupportRequest
from tests.factories.regions import (
    MONTH,
    make_indicator,
    make_post,
    make_report,
    make_round,
)
from tests.factories.requests import answered, ask, asked_and_sent, reply, send

Decision, State = RequestAnswer.Decision, RegionalReport.State
DONE_BY = date(2026, 7, 31)
YES = reply(done_by=DONE_BY)


@pytest.fixture
def found(db):
    return make_indicator("organizations_found", is_required=False)


@pytest.fixture
def asked(report, cast):
    return asked_and_sent(report, cast["coordinator"], "วิทยากร 3 คน")[0]


@pytest.fixture
def centre(db, north):
    """The open draft of the centre itself."""
    ReportingUnit.objects.get_or_create(kind="centre", defaults={"starts_on": date(2007, 1, 1)})
    reports = make_round(MONTH).reports.select_related("round", "unit__region")
    return reports.get(unit__kind="centre")


@pytest.fixture
def co_chair(other_region):
    return make_post("co_chair", other_region, name="other-co-chair")


def save_url(report, key="support"):
    return reverse("regions:report-section", args=[report.pk, key])


def version_of(report, key="support"):
    return report.sections.get(key=key).version


def rows(**boxes):
    """``rows(r1_text="…")`` as the form sends it."""
    return {
        f"request-{name[1:].split('_', 1)[0]}-{name.split('_', 1)[1]}": value
        for name, value in boxes.items()
    }


def post(client, report, key="support", *, autosave=False, version=None, **data):
    headers = {"X-Autosave": "1"} if autosave else {}
    sent = {"version": version_of(report, key) if version is None else version, **data}
    return client.post(save_url(report, key), sent, headers=headers)


# -- In the form -------------------------------------------------------------------------


def test_rows_are_typed_saved_quietly_and_never_twice(as_, report):
    client = as_("coordinator")
    typed = rows(r1_kind="budget", r1_text="เวที ๓ ครั้ง", r1_needed_by="1/9/2569")
    first = post(client, report, autosave=True, **typed)
    again = post(client, report, autosave=True, **(typed | rows(r1_text="เวที 4 ครั้ง")))

    [request] = report.requests.all()
    assert (first.status_code, again.json()["fields"]) == (200, {"version": "2"})
    assert (request.kind, request.text, request.needed_by) == (
        "budget",
        "เวที 4 ครั้ง",
        date(2026, 9, 1),
    )


def test_one_more_row_comes_by_the_button_without_a_script(as_, report):
    client = as_("coordinator")
    page = client.get(report.get_absolute_url()).content.decode()
    assert re.findall(r'name="request-(\d+)-text"', page) == ["1"]

    data = rows(r1_kind="plan", r1_text="แผนร่วม") | {"then": "support"}
    response = post(client, report, **data)
    page = client.get(response.url).content.decode()

    assert response.url.endswith("?part=support#s7")
    assert re.findall(r'name="request-(\d+)-text"', page) == ["1", "2"]
    assert "แผนร่วม" in page


@pytest.mark.parametrize(
    ("boxes", "word"),
    [
        (rows(r1_kind="budget", r1_needed_by="วันหน้า"), "วันหน้า"),
        (rows(r1_kind="<script>", r1_text="ยังอยู่"), "ยังอยู่"),
        (rows(r1_text="ก" * 4001), "ก" * 4001),
        (rows(r1_text="ก\x00ข"), "version"),
    ],
)
def test_bad_input_is_refused_beside_it_and_stays(as_, report, boxes, word):
    response = post(as_("coordinator"), report, **boxes)

    assert response.status_code == 422
    assert word in response.content.decode()
    assert not report.requests.exists()


def test_places_nobody_offered_are_not_taken(as_, report):
    post(as_("coordinator"), report, **{"request-0-text": "ก", "request-99-text": "ข"})

    assert not report.requests.exists()


def test_who_saves_second_sees_both_texts(as_, report, cast):
    ask(report, cast["officer"], "ของเจ้าหน้าที่")
    mine = rows(r1_kind="plan", r1_text="ของผู้ประสานงาน", r1_needed_by="1/9/2569")
    response = post(as_("coordinator"), report, version=0, **mine)

    page = response.content.decode()
    assert response.status_code == 409
    assert "ของเจ้าหน้าที่" in page
    assert "ของผู้ประสานงาน" in page
    same = rows(r1_kind="budget", r1_text="ของเจ้าหน้าที่")
    assert post(as_("coordinator"), report, version=0, **same).status_code == 302


def test_a_numbered_request_is_withdrawn_and_never_emptied(as_, report, cast, asked):
    actions.withdraw_report(report, by=cast["coordinator"])
    client = as_("coordinator")
    kept = rows(r1_kind="budget", r1_text="วิทยากร 3 คน")
    emptied = post(client, report, **rows(r1_kind="", r1_text=""))
    withdrawn = post(client, report, **kept, **{"request-1-withdrawn": "on"})

    asked.refresh_from_db()
    assert (emptied.status_code, withdrawn.status_code) == (422, 302)
    assert (asked.text, asked.withdrawn_at is None) == ("วิทยากร 3 คน", False)
    assert "ถอนคำขอนี้" in emptied.content.decode()


def test_an_answered_request_is_read_in_the_form_and_not_typed(as_, report, cast, asked):
    answered(asked, cast["secretariat"], YES)
    actions.withdraw_report(report, by=cast["coordinator"])
    page = as_("coordinator").get(report.get_absolute_url()).content.decode()

    assert re.findall(r'name="request-(\d+)-text"', page) == ["2"]
    assert "คำขอที่ 1/2569" in page


def test_an_unfinished_request_is_told_when_it_is_sent(as_, report, cast):
    ask(report, cast["officer"], "")
    version = RegionalReport.objects.get(pk=report.pk).version
    address = reverse("regions:report-submission", args=[report.pk])
    response = as_("coordinator").post(address, {"version": version})

    assert response.status_code == 409
    assert "คำขอในแถวที่ 1 ยังไม่ได้บอกว่าขออะไร" in response.content.decode()


def led_to(client, report):
    """What keeps the report from being sent: each by its words, the box its link leads to, and
    whether that is on the page it leads to."""
    page = client.get(reverse("regions:report-submission", args=[report.pk]))
    found = []
    for _part, lack in page.context["lacks"]:
        assert f'href="{lack.url}"' in page.text.replace("&amp;", "&")
        path, box = lack.url.split("#")
        found.append((lack.words, box, f'id="{box}"' in client.get(path).text))
    return found


def test_before_sending_a_link_leads_to_what_is_half_said_of_a_request(as_, report):
    client = as_("coordinator")
    assert led_to(client, report) == []
    post(client, report, **rows(r1_text="ขอรถตู้"))

    half = ("คำขอในแถวที่ 1 ยังไม่ได้เลือกเรื่อง", "s7_request-1-kind", True)
    assert led_to(client, report) == [half]

    post(client, report, **rows(r1_kind="budget", r1_text="ขอรถตู้"))
    assert led_to(client, report) == []


def test_before_sending_a_link_leads_to_what_is_half_said_of_an_answer(as_, centre, asked):
    client = as_("secretariat")
    post(client, centre, "answers", **reply_boxes(asked, text="ดูอยู่"))

    box = f"s1_reply-{asked.pk}-decision"
    assert led_to(client, centre) == [("คำตอบของคำขอ 1/2569: เลือกคำตอบ", box, True)]


@pytest.mark.parametrize("count", [1, 5])
def test_the_form_costs_the_same_for_one_request_or_many(
    as_, report, cast, count, django_assert_max_num_queries
):
    ask(report, cast["coordinator"], *"กขคงจ"[:count])
    client = as_("coordinator")
    client.get(report.get_absolute_url())
    with django_assert_max_num_queries(19):
        client.get(report.get_absolute_url())


# -- In the centre's own report ---------------------------------------------------------------


def reply_boxes(request, **boxes):
    return {f"reply-{request.pk}-{name}": value for name, value in boxes.items()}


FULL = {"decision": "agreed", "text": "ส่งวิทยากรให้", "done_by": "31/7/2569"}


def test_an_answer_typed_there_is_told_when_the_report_is_sent(as_, centre, asked, cast):
    client = as_("secretariat")
    page = client.get(centre.get_absolute_url()).content.decode()
    assert f'name="reply-{asked.pk}-text"' in page

    saved = post(client, centre, "answers", autosave=True, **reply_boxes(asked, **FULL))
    seen_before = as_("coordinator").get(asked.get_absolute_url()).content.decode()
    letters = Outbox.objects.filter(dedupe__contains=":answered:")
    assert (saved.status_code, "ส่งวิทยากรให้" in seen_before, letters.count()) == (200, False, 0)

    send(centre, cast["secretariat"])
    seen_after = as_("coordinator").get(asked.get_absolute_url()).content.decode()
    answer = RequestAnswer.objects.get(request=asked)
    assert ("ส่งวิทยากรให้" in seen_after, letters.count()) == (True, 1)
    assert (answer.report, answer.told_at is None, answer.done_by) == (centre, False, DONE_BY)
    report_page = as_("secretariat").get(centre.get_absolute_url()).content.decode()
    assert "ส่งวิทยากรให้" in report_page


def words_of(response):
    return re.sub(r"<[^>]+>", "", response.content.decode())


def test_what_was_told_stays_told_when_the_report_is_taken_back_and_the_pages_say_so(
    as_, centre, asked, cast
):
    client = as_("secretariat")
    post(client, centre, "answers", **reply_boxes(asked, **FULL))
    before = words_of(client.get(reverse("regions:report-submission", args=[centre.pk])))
    assert "คำตอบ 1 คำขอถึงภาคทันที" in before
    assert "ถอนรายงานแล้วคำตอบก็ยังอยู่" in before

    send(centre, cast["secretariat"])
    address = reverse("regions:report-withdrawal", args=[centre.pk])
    page = client.post(address, follow=True)
    after = words_of(page)
    assert "คำตอบที่บอกภาคไปแล้วยังอยู่" in after
    assert "แก้หรือถอนคืนไม่ได้ ถ้าต้องบอกใหม่ เปิดคำขอแล้วตอบอีกครั้ง" in after
    assert f'name="reply-{asked.pk}-text"' not in page.content.decode()
    assert "ส่งวิทยากรให้" in as_("coordinator").get(asked.get_absolute_url()).content.decode()


def lines(page):
    """(what the line opens, whether it stands open, its state), in order."""
    return [
        (
            line.xpath("./div/@id")[0],
            "open" in line.attrib,
            line.xpath("string(./summary/span[2])").strip(),
        )
        for line in html.fromstring(page).xpath('//details[@class="line"]')
    ]


def test_each_request_is_a_line_and_open_is_the_first_that_waits_or_is_half_answered(
    as_, centre, report, cast
):
    asked = asked_and_sent(report, cast["coordinator"], *"กขคง")
    keys = [f"reply-{one.pk}" for one in asked]
    client = as_("secretariat")

    page = client.get(centre.get_absolute_url()).text
    assert lines(page) == [(key, key == keys[0], "ยังไม่ตอบ") for key in keys]
    assert all(f'name="{key}-text"' in page for key in keys)

    boxes = reply_boxes(asked[0], **FULL) | reply_boxes(asked[3], text="ดูอยู่")
    post(client, centre, "answers", **boxes)
    told = [(False, "ทำให้ได้"), (True, "ยังไม่ตอบ"), (False, "ยังไม่ตอบ"), (True, "ยังขาด 1 ข้อ")]
    page = client.get(centre.get_absolute_url()).text
    assert lines(page) == [(key, *state) for key, state in zip(keys, told, strict=True)]


def test_what_a_region_asked_so_far_is_a_line_and_room_for_more_stands_open(as_, report):
    client = as_("coordinator")
    boxes = {"request-1-kind": "budget", "request-1-text": "งบ", "request-2-text": "ยังไม่บอกเรื่อง"}
    post(client, report, "support", **boxes)

    page = client.get(report.get_absolute_url()).text
    assert [line for line in lines(page) if line[0].startswith("request")] == [
        ("request-1", False, "ยังไม่ส่ง"),
        ("request-2", True, "ยังขาด 1 ข้อ"),
        ("request-3", True, ""),
    ]


def test_an_unfinished_answer_stays_and_is_told_when_it_is_sent(as_, centre, asked, cast):
    client = as_("secretariat")
    assert post(client, centre, "answers", **reply_boxes(asked, text="ดูอยู่")).status_code == 302
    version = RegionalReport.objects.get(pk=centre.pk).version
    address = reverse("regions:report-submission", args=[centre.pk])
    response = client.post(address, {"version": version})

    assert response.status_code == 409
    assert "1/2569 ยังไม่ครบ" in response.content.decode()
    assert RequestAnswer.objects.get(request=asked).text == "ดูอยู่"
    post(client, centre, "answers", **reply_boxes(asked, text=""))
    assert not RequestAnswer.objects.exists()


def test_what_was_answered_or_closed_meanwhile_is_told_nothing_more(centre, asked, cast):
    actions.keep_replies(centre, {asked.pk: Reply("agreed", "ก", DONE_BY)}, by=cast["secretariat"])
    actions.keep_replies(centre, {asked.pk: Reply("agreed", "ก", DONE_BY)}, by=cast["secretariat"])
    answered(asked, cast["secretariat"], YES)
    send(centre, cast["secretariat"])

    told = RequestAnswer.objects.told()
    assert (RequestAnswer.objects.count(), told.get().text) == (2, YES.text)
    assert told.get().report == centre


def test_nothing_typed_leaves_nothing(centre, asked, cast):
    actions.keep_replies(centre, {asked.pk: Reply()}, by=cast["secretariat"])

    assert not RequestAnswer.objects.exists()


def test_a_refusal_there_promises_no_day(centre, asked, cast):
    typed = Reply("refused", "งบหมด", DONE_BY)
    actions.keep_replies(centre, {asked.pk: typed}, by=cast["secretariat"])
    send(centre, cast["secretariat"])

    assert RequestAnswer.objects.get().done_by is None


def test_two_texts_of_one_answer_are_compared(as_, centre, asked, cast):
    client = as_("secretariat")
    post(client, centre, "answers", **reply_boxes(asked, **FULL))
    other = reply_boxes(asked, decision="refused", text="ของอีกคน", done_by="")
    response = post(client, centre, "answers", version=0, **other)
    same = post(client, centre, "answers", version=0, **reply_boxes(asked, **FULL))

    page = response.content.decode()
    assert (response.status_code, same.status_code) == (409, 302)
    assert "ของอีกคน" in page
    assert "ส่งวิทยากรให้" in page


def test_what_waits_no_more_keeps_what_was_typed(as_, centre, asked, cast):
    answered(asked, cast["secretariat"], YES)
    client = as_("secretariat")
    post(client, centre, "answers", **reply_boxes(asked, **FULL), **{"reply-999-text": "ก"})

    assert RequestAnswer.objects.filter(told_at=None).get().text == "ส่งวิทยากรให้"
    assert "ส่งวิทยากรให้" in client.get(centre.get_absolute_url()).content.decode()


def test_a_co_chair_reviews_what_the_centre_filled_in(as_, client, centre, asked, cast, co_chair):
    answered(asked, cast["secretariat"], YES)
    report = send(centre, cast["secretariat"])
    client.force_login(co_chair)
    page = client.get(reverse("regions:report-review", args=[centre.pk])).content.decode()
    assert "จัดให้ในเดือนหน้า" in page

    actions.accept_report(report, version=report.version, by=co_chair)
    centre.refresh_from_db()
    assert (centre.state, centre.reviewed_by) == (State.ACCEPTED, co_chair)
    assert "จัดให้ในเดือนหน้า" in as_("member").get(centre.get_absolute_url()).content.decode()


# -- The register and the page ---------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 6])
def test_the_register_costs_the_same_for_one_or_many(
    as_, report, cast, count, django_assert_num_queries
):
    for one in asked_and_sent(report, cast["coordinator"], *"กขคงจฉ"[:count]):
        answered(one, cast["secretariat"], YES)
    client = as_("member")
    address = reverse("regions:request-list")
    client.get(address)
    with django_assert_num_queries(11):
        page = client.get(address).content.decode()
    assert page.count("คำขอที่ <span") == count


def test_the_register_narrows_by_place_kind_month_and_standing(
    as_, report, other_region, cast, asked
):
    other = make_report(other_region)
    asked_and_sent(other, cast["another region's coordinator"], "รถ", kind="other")
    answered(asked, cast["secretariat"], YES)
    client = as_("member")

    def found(query):
        page = client.get(f"{reverse('regions:request-list')}?{query}").context["page"]
        return [str(one) for one in page]

    assert [
        found(query)
        for query in (
            "",
            f"region={report.region.code}",
            "kind=other",
            "month=2026-06",
            "standing=promised",
            "standing=unanswered",
            "standing=x&region=x&month=9999-99&timing=x&page=-1",
        )
    ] == [
        ["2/2569", "1/2569"],
        ["1/2569"],
        ["2/2569"],
        ["2/2569", "1/2569"],
        ["1/2569"],
        ["2/2569"],
        ["2/2569", "1/2569"],
    ]


def test_an_answer_from_the_page_is_told_and_a_bad_one_comes_back(as_, asked):
    client = as_("secretariat")
    address = reverse("regions:request-answer", args=[asked.pk])
    bad = client.post(address, {"decision": "agreed", "text": "ส่งให้", "done_by": "", "seen": ""})
    good = client.post(address, {**FULL, "seen": ""})
    stale = client.post(address, {**FULL, "seen": ""})

    assert (bad.status_code, good.status_code, stale.status_code) == (422, 302, 422)
    assert "บอกวันที่จะเสร็จ" in bad.content.decode()
    assert "มีผู้ตอบคำขอนี้ไปก่อนท่าน" in stale.content.decode()
    assert "ส่งวิทยากรให้" in stale.content.decode()
    page = as_("coordinator").get(asked.get_absolute_url()).content.decode()
    assert "ได้รับแล้ว" in page
    assert "ส่วนกลางตอบ" in page


def test_the_owner_is_named_from_the_page(as_, asked, cast):
    person = cast["secretariat"].person
    address = reverse("regions:request-owner", args=[asked.pk])
    as_("secretariat").post(address, {"owner": person.pk, "instead_of": ""})

    asked.refresh_from_db()
    assert asked.owner == person
    assert as_("secretariat").post(address, {"owner": "99999999"}).status_code == 422


def test_the_region_closes_and_asks_again_from_the_page(as_, asked, cast):
    answered(asked, cast["secretariat"], YES)
    client = as_("coordinator")
    closed = client.post(reverse("regions:request-closure", args=[asked.pk]))
    asked.refresh_from_db()
    was_closed = asked.closed_at is not None
    address = reverse("regions:request-reopening", args=[asked.pk])
    wordless = client.post(address, {"because": ""})
    client.post(address, {"because": "มาแค่ <b>1</b> คน"})

    asked.refresh_from_db()
    assert (closed.status_code, was_closed, wordless.status_code) == (302, True, 422)
    assert asked.reopened_because == "มาแค่ <b>1</b> คน"
    page = as_("secretariat").get(asked.get_absolute_url()).content.decode()
    assert "มาแค่ &lt;b&gt;1&lt;/b&gt; คน" in page


def test_pages_of_nothing_are_not_found(as_):
    for name in ("request-detail", "request-answer", "request-closure"):
        address = reverse(f"regions:{name}", args=[987654])
        client = as_("secretariat")
        response = client.get(address) if name == "request-detail" else client.post(address)
        assert response.status_code == 404
    assert not SupportRequest.objects.exists()
