"""The three urgent workstreams: said where something is assigned, counted above the list (S35)."""

import csv
import io
import re
from datetime import date
from html import unescape
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.actions.writing import put_resolution
from meetings.models import ActionItem, Workstream
from regions.sections import section_of
from tests.factories.meetings import (
    NOW,
    called,
    make_held,
    make_item,
    make_resolution,
    make_sitting,
)
from tests.factories.regions import make_indicator, make_post, make_report, submitted
from tests.meetings.test_permissions import EVERYBODY, answer, expected

LIST = "/meetings/action-items/"
AREAS, SUPPORT = Workstream.AREAS, Workstream.SUPPORT
TASK = {"title": "ทบทวนพื้นที่", "due_on": "15/8/2569"}


@pytest.fixture
def meeting(committee, board, secretary):
    return make_sitting(called(committee, secretary, starts_on=date(2026, 7, 2)), by=secretary)


@pytest.fixture
def put(meeting, secretary):
    item = meeting.items.get(section=5)
    return put_resolution(item, "ให้ทุกภาคทบทวน", at=NOW, token=uuid4(), by=secretary)


@pytest.fixture
def resolution(committee):
    return make_resolution(make_held(committee))


@pytest.fixture
def five(resolution, former_committee, north, south, secretary):
    """Of the areas two, one of them done, and one that was withdrawn; of support one; of none
    one; and one of the areas that an earlier generation assigned."""
    done = {"done_at": NOW, "done_by": secretary}
    off = {"withdrawn_at": NOW, "withdrawn_by": secretary, "withdrawn_because": "เลิก"}
    former = make_resolution(make_held(former_committee, number=2, day=date(2007, 6, 12)))
    for title, owner, fields in (
        ("พื้นที่ เหนือ", north, {"workstream": AREAS}),
        ("พื้นที่ ใต้", south, {"workstream": AREAS, **done}),
        ("พื้นที่ เลิก", north, {"workstream": AREAS, **off}),
        ("หนุน", north, {"workstream": SUPPORT}),
        ("อื่น", north, {}),
    ):
        make_item(resolution, region=owner, title=title, due_on=date(2026, 7, 15), **fields)
    make_item(former, region=north, title="เก่า", due_on=date(2007, 6, 30), workstream=AREAS)


def url(name, *args):
    return reverse(f"meetings:{name}", args=args)


def assigning(put, item=None):
    name = "assignment-edit" if item else "assignment-create"
    return url(name, put.meeting_id, put.pk, *([item.pk] if item else []))


def titles(page):
    return [item.title for item, *_ in page.context["rows"]]


def told(page):
    """How far each workstream is: done, of how many, and how many withdrawn."""
    return [
        tuple(row[standing]["value"] for standing in ("done", "all", "withdrawn"))
        for row in page.context["workstreams"]
    ]


# -- Said where it is assigned ------------------------------------------------------------


def test_the_three_are_called_what_the_report_calls_them():
    assert Workstream.labels == [text.label for text in section_of("issues").texts]


def test_whoever_assigns_may_say_which_workstream_it_moves(desk, put, north, south):
    data = {"token": uuid4(), "owner": "regions", "workstream": "areas", **TASK}

    assert desk.post(assigning(put), data).status_code == 302
    assert list(put.action_items.values_list("workstream", flat=True)) == ["areas", "areas"]


def test_whoever_says_none_assigns_all_the_same(desk, put, north):
    data = {"token": uuid4(), "owner": "regions", "workstream": "", **TASK}

    assert desk.post(assigning(put), data).status_code == 302
    assert put.action_items.get().workstream == ""


def test_it_is_put_right_and_taken_off_again(desk, put, north):
    item = make_item(put, region=north, title="ทบทวนพื้นที่", workstream=AREAS)
    assert 'value="areas" selected' in desk.get(assigning(put, item)).text

    for version, stream in enumerate(("support", "")):
        data = {"version": version, "workstream": stream, **TASK}
        assert desk.post(assigning(put, item), data).status_code == 302
        item.refresh_from_db()
        assert (item.workstream, item.title) == (stream, TASK["title"])


@pytest.mark.parametrize("wrong", ["roads", "AREAS", "x" * 5000, "a\x00b"])
def test_another_word_is_refused_beside_the_field_and_nothing_is_lost(desk, put, north, wrong):
    page = desk.post(
        assigning(put), {"token": uuid4(), "owner": "regions", "workstream": wrong, **TASK}
    )

    assert list(page.context["form"].errors) == ["workstream"]
    assert 'aria-invalid="true"' in page.text
    assert f'value="{TASK["title"]}"' in page.text
    assert not ActionItem.objects.exists()


def test_what_was_chosen_stands_still_where_another_field_is_refused(desk, put, north):
    data = {"token": uuid4(), "owner": "regions", "workstream": "support", **TASK, "due_on": "x"}

    assert 'value="support" selected' in desk.post(assigning(put), data).text


def test_who_comes_second_keeps_what_was_chosen(desk, put, north):
    item = make_item(put, region=north, title="ทบทวนพื้นที่", version=3)

    page = desk.post(assigning(put, item), {"version": 2, "workstream": "areas", **TASK})

    item.refresh_from_db()
    assert (page.status_code, item.workstream) == (409, "")
    assert 'value="areas" selected' in page.text


@pytest.mark.parametrize("part", EVERYBODY)
def test_only_who_holds_the_meeting_says_it(client, cast, put, north, part):
    item = make_item(put, region=north, title="ทบทวนพื้นที่")
    data = {"version": 0, "workstream": "areas", **TASK}

    args = [put.meeting_id, put.pk, item.pk]
    status = answer(client, cast, part, "assignment-edit", *args, data=data)

    item.refresh_from_db()
    assert status == expected(part, {"secretary": 302}, 403)
    assert item.workstream == ("areas" if part == "secretary" else "")


def test_a_later_meeting_that_changes_the_work_keeps_or_changes_its_workstream(
    desk, resolution, meeting, north
):
    item = make_item(resolution, region=north, workstream=AREAS)
    meeting.carried_items.create(action_item=item, position=1)
    page = url("carried-change", meeting.pk, item.pk)
    assert 'value="areas" selected' in desk.get(page).text

    assert desk.post(page, {"seen": "", "workstream": "support", **TASK}).status_code == 302

    item.refresh_from_db()
    assert (item.workstream, item.version) == ("support", 1)


# -- Shown --------------------------------------------------------------------------------


def test_the_tag_stands_wherever_the_work_is_read(desk, put, north):
    item = make_item(put, region=north, title="ทบทวนพื้นที่", workstream=AREAS)

    for address in (
        LIST,
        url("action-item-completion", item.pk),
        put.get_absolute_url(),
        put.meeting.get_absolute_url(),
        url("record-item", put.meeting_id, put.item_id),
    ):
        tag = '<span class="tag"><span class="vh">งานเร่งด่วน </span>การเคลื่อนงานในพื้นที่</span>'
        assert tag in desk.get(address).text, address


def test_what_moves_none_has_no_tag(desk, put, north):
    make_item(put, region=north, title="ทบทวนพื้นที่")

    for address in (LIST, put.get_absolute_url(), put.meeting.get_absolute_url()):
        assert 'class="vh">งานเร่งด่วน ' not in desk.get(address).text, address


def test_work_of_two_workstreams_is_not_put_under_one_heading(desk, put, north, south):
    make_item(put, region=north, position=1, workstream=AREAS)
    make_item(put, region=south, position=2, workstream=SUPPORT)

    entry = desk.get(put.get_absolute_url()).context["entry"]

    streams = [[one.item.workstream for one in task.obligations] for task in entry.tasks]
    assert streams == [["areas"], ["support"]]


# -- Found and counted --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?workstream=areas", ["พื้นที่ เหนือ"]),
        ("?workstream=areas&standing=all", ["พื้นที่ เหนือ", "พื้นที่ ใต้", "พื้นที่ เลิก"]),
        ("?workstream=areas&standing=former", ["เก่า"]),
        ("?workstream=support", ["หนุน"]),
        ("?workstream=information", []),
        ("?workstream=", ["พื้นที่ เหนือ", "หนุน", "อื่น"]),
        ("?workstream=roads", ["พื้นที่ เหนือ", "หนุน", "อื่น"]),
    ],
)
def test_the_list_is_filtered_by_workstream(desk, five, query, found):
    assert sorted(titles(desk.get(LIST + query))) == sorted(found)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [(0, 0, 0), (1, 3, 1), (0, 1, 0)]),
        ("?workstream=support&standing=done", [(0, 0, 0), (1, 3, 1), (0, 1, 0)]),
        ("?q=ใต้", [(0, 0, 0), (1, 1, 0), (0, 0, 0)]),
        ("?owner=region-{north}", [(0, 0, 0), (0, 2, 1), (0, 1, 0)]),
    ],
)
def test_the_head_of_the_list_says_how_far_each_is(desk, five, north, query, numbers):
    assert told(desk.get(LIST + query.format(north=north.pk))) == numbers


@pytest.mark.parametrize("query", ["", "?q=พื้นที่", "?owner=region-{north}", "?workstream=areas"])
def test_every_number_leads_to_as_many_rows(desk, five, north, query):
    page = desk.get(LIST + query.format(north=north.pk))

    numbers = [
        row[one] for row in page.context["workstreams"] for one in ("done", "all", "withdrawn")
    ]
    for number in [*numbers, *page.context["counts"]]:
        assert len(titles(desk.get(number["url"]))) == number["value"], number["url"]
    assert all(one["url"] in unescape(page.text) for one in numbers if one["value"])


def test_the_standings_keep_the_workstream_that_was_asked(desk, five):
    counts = desk.get(f"{LIST}?workstream=areas").context["counts"]

    assert [count["value"] for count in counts] == [1, 0, 1, 1, 3, 1]
    kept = urlencode({"standing": "pending", "workstream": "areas"})
    assert counts[0]["url"] == f"{LIST}?{kept}"


def test_where_nothing_moves_one_it_says_so(desk, resolution, north):
    make_item(resolution, region=north)

    assert desk.get(LIST).text.count("ยังไม่มีงาน</span>") == 3


def test_the_list_costs_the_same_for_one_and_many(desk, resolution, north):
    def statements():
        with CaptureQueriesContext(connection) as asked:
            desk.get(f"{LIST}?standing=all")
        return len(asked)

    make_item(resolution, region=north, workstream=AREAS)
    statements()  # what is read once for the process
    few = statements()
    for position, stream in enumerate([*Workstream, "", AREAS, SUPPORT], start=2):
        make_item(resolution, region=north, position=position, workstream=stream)

    assert statements() == few


def test_the_file_says_code_and_name_of_the_list_as_it_is_filtered(desk, five):
    file = desk.get(f"{LIST}export/csv/?workstream=areas&standing=all").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(file)))

    assert {row["รหัสงานเร่งด่วน"] for row in rows} == {"areas"}
    assert {row["งานเร่งด่วน 3 เรื่อง"] for row in rows} == {"การเคลื่อนงานในพื้นที่"}
    assert len(rows) == 3


def test_the_history_keeps_what_it_was(put, north):
    item = make_item(put, region=north, workstream=AREAS)
    ActionItem.objects.filter(pk=item.pk).update(workstream=SUPPORT)

    kept = item.events.order_by("pgh_id").values_list("workstream", flat=True)
    assert list(kept) == ["areas", "support"]


# -- In the reports of regions ---------------------------------------------------------------


def test_a_report_and_the_work_assigned_point_to_each_other(desk, five, north):
    make_indicator()
    report = make_report(north)
    sent = submitted(report, make_post("coordinator", north), organizations_found=1)

    [link] = re.findall(
        rf'href="({LIST}[^"]*owner=region-{north.pk}[^"]*)"', desk.get(sent.get_absolute_url()).text
    )
    listed = desk.get(unescape(link))

    assert sorted(titles(listed)) == ["พื้นที่ เลิก", "พื้นที่ เหนือ", "หนุน", "อื่น"]
    assert told(listed) == [(0, 0, 0), (0, 2, 1), (0, 1, 0)]
    assert f'href="{reverse("regions:report-list")}">อ่านที่ภาคเล่าไว้' in listed.text
