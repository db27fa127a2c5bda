"""Papers: filed at an item or a meeting, in versions, moved and never lost, taken on record."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.urls import reverse
from openpyxl import Workbook

from meetings.actions import revise_meeting
from meetings.actions.papers import add_version, file_papers, move_paper, remove_paper
from meetings.models import Meeting, Paper, PaperDownload, PaperVersion
from portal.kernel.errors import RuleBroken
from portal.kernel.files import LOCKED_OR_OLD, UploadField
from portal.kernel.models import Activity
from tests.factories.meetings import (
    DAY,
    PDF,
    called,
    make_held,
    make_paper,
    make_plan,
    make_upload,
    planned,
)
from tests.factories.photographs import a_kept_png

OLD = UploadField.default_error_messages["old"]
PNG = a_kept_png()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def meeting(committee, board, secretary):
    return called(committee, secretary)


@pytest.fixture
def item(meeting):
    return meeting.items.get(section=5)


@pytest.fixture
def paper(item):
    return make_paper(item)


def address(name, *args):
    return reverse(f"meetings:{name}", args=args)


def of(paper, name):
    return address(f"paper-{name}", paper.meeting_id, paper.pk)


def a_file(name="แผนงาน.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def sent(*files, **changes):
    return {"token": str(uuid4()), "uploads": list(files), "title": "", **changes}


def on_disk(folder):
    return sorted(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def verbs(paper):
    return [said.verb for said in Activity.objects.about(paper).order_by("pk")]


def text_of(response):
    return response.content.decode()


def read(response):
    """The whole answer; its file is closed then."""
    return b"".join(response.streaming_content) if response.streaming else response.content


# -- Filed -----------------------------------------------------------------------


def test_several_files_at_once_are_a_paper_each_called_as_their_files(desk, item, folder):
    page = desk.post(
        f"{address('paper-create', item.meeting_id)}?item={item.pk}",
        sent(a_file("แผนงาน_ไตรมาส_3.pdf"), a_file("แผนที่.png", PNG)),
    )

    assert page.url == f"{item.meeting.get_absolute_url()}#item-5-1"
    assert [(row.meeting, row.item, row.title, row.position) for row in Paper.objects.all()] == [
        (item.meeting, item, "แผนงาน ไตรมาส 3", 1),
        (item.meeting, item, "แผนที่", 2),
    ]
    versions = PaperVersion.objects.order_by("paper")
    assert [(row.number, row.file_name, row.size) for row in versions] == [
        (1, "แผนงาน_ไตรมาส_3.pdf", len(PDF)),
        (1, "แผนที่.png", len(PNG)),
    ]
    assert on_disk(folder) == sorted([PDF, PNG])
    assert [verbs(row) for row in Paper.objects.all()] == [["paper.filed"]] * 2


@pytest.mark.parametrize(
    ("files", "titles"),
    [(["ก.pdf"], ["งบประมาณ"]), (["ก.pdf", "ข.pdf"], ["งบประมาณ 1", "งบประมาณ 2"])],
)
def test_papers_are_called_as_the_form_says(desk, meeting, files, titles):
    page = desk.post(
        address("paper-create", meeting.pk), sent(*map(a_file, files), title="  งบประมาณ ")
    )

    assert page.url == f"{meeting.get_absolute_url()}#papers"
    assert [(row.title, row.item) for row in Paper.objects.all()] == [
        (title, None) for title in titles
    ]


def test_a_form_sent_twice_files_its_papers_once(desk, meeting, folder):
    token = str(uuid4())

    for _again in range(2):
        page = desk.post(address("paper-create", meeting.pk), sent(a_file(), token=token))

    assert page.status_code == 302
    assert (Paper.objects.count(), on_disk(folder)) == (1, [PDF])


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([], "ฟิลด์นี้จำเป็น"),
        (
            [("แผน.pdf", b"<html>")],
            "แผน.pdf: รับเฉพาะไฟล์ PDF, PNG, JPEG, Word (.docx) และ Excel (.xlsx) ไฟล์นี้ไม่ใช่",
        ),
        (
            [("ดี.pdf", PDF), ("ขาด.pdf", PDF[:-7]), ("ว่าง.pdf", b"")],
            "ขาด.pdf: ไฟล์นี้ไม่ครบ ท้ายไฟล์หายไป โปรดเปิดดูในเครื่องแล้วส่งใหม่",
        ),
        ([("งบ.xls", LOCKED_OR_OLD + b"\0" * 500)], f"งบ.xls: {OLD}"),
        ([("แผน.pdf", PDF)] * 11, "ส่งได้ครั้งละไม่เกิน 10 ไฟล์ ท่านเลือก 11 ไฟล์"),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_name_and_nothing_is_filed(
    desk, meeting, folder, files, message
):
    page = desk.post(
        address("paper-create", meeting.pk),
        sent(*(a_file(*file) for file in files), title="ชื่อที่พิมพ์ไว้"),
    )

    form = page.context["form"]
    assert list(form.errors) == ["uploads"]
    if files:
        assert form.errors["uploads"][0] == message
    assert form["title"].value() == "ชื่อที่พิมพ์ไว้"
    assert (Paper.objects.count(), on_disk(folder)) == (0, [])


def test_a_spreadsheet_is_a_paper_too(desk, meeting):
    sheet = BytesIO()
    Workbook().save(sheet)

    desk.post(address("paper-create", meeting.pk), sent(a_file("งบประมาณ.xlsx", sheet.getvalue())))

    version = PaperVersion.objects.get()
    assert (version.file_name, version.paper.title) == ("งบประมาณ.xlsx", "งบประมาณ")
    html = text_of(desk.get(meeting.get_absolute_url()))
    assert "XLSX" in html
    page = desk.get(address("paper-download", version.pk))
    assert (page.headers["Content-Type"], read(page)) == (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.getvalue(),
    )  # fmt: skip


def test_a_file_too_large_is_refused(desk, meeting, settings):
    settings.FILE_SIZE_LIMIT = 1024 * 1024
    large = PDF[:9] + b"0" * settings.FILE_SIZE_LIMIT + PDF[9:]

    page = desk.post(address("paper-create", meeting.pk), sent(a_file(content=large)))

    assert page.context["form"].errors == {
        "uploads": ["แผนงาน.pdf: ไฟล์ใหญ่เกินไป รับได้ไม่เกิน 1 MB โปรดย่อไฟล์หรือสแกนใหม่"]
    }


def test_where_one_of_several_fails_no_file_stays(meeting, secretary, folder):
    papers = [("ดี", make_upload()), ("ก" * 201, make_upload())]

    with pytest.raises(Exception, match="too long"):
        file_papers(meeting, None, papers, token=uuid4(), by=secretary)

    assert (Paper.objects.count(), on_disk(folder)) == (0, [])


@pytest.mark.parametrize("asked", ["0", "abc", "9" * 30, "-1", "๑", "another"])
def test_an_item_that_is_not_of_the_meeting_is_not_found(
    desk, committee, meeting, secretary, asked
):
    if asked == "another":
        asked = planned(committee, secretary, starts_on=date(2026, 8, 7)).items.first().pk

    page = desk.get(address("paper-create", meeting.pk), {"item": asked})

    assert page.status_code == 404


def test_a_cancelled_meeting_takes_no_papers(desk, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled")

    page = desk.post(address("paper-create", meeting.pk), sent(a_file()))

    assert page.url == meeting.get_absolute_url()
    with pytest.raises(RuleBroken) as refusal:
        make_paper(meeting)
    assert refusal.value.code == "cancelled"
    assert Paper.objects.count() == 0


def test_the_form_says_for_which_meeting_day_and_item(desk, item):
    page = desk.get(address("paper-create", item.meeting_id), {"item": item.pk})

    html = text_of(page)
    context = html[html.index('class="context"') :].partition("</div>")[0]
    assert "การประชุม" in context
    assert "1/2569" in context
    assert "10 กรกฎาคม 2569" in context
    assert "วาระ 5.1 แผนงานไตรมาสหน้า" in context
    assert (page.context["is_over"], page.context["is_far"]) == (False, False)


@pytest.mark.parametrize(
    ("day", "doubt"), [(date(2026, 6, 5), "is_over"), (date(2026, 12, 5), "is_far")]
)
def test_a_meeting_long_gone_or_far_ahead_makes_the_form_ask(
    desk, committee, secretary, day, doubt
):
    meeting = (
        make_held(committee, day=day)
        if doubt == "is_over"
        else planned(committee, secretary, starts_on=day)
    )

    page = desk.get(address("paper-create", meeting.pk))

    assert page.context[doubt]
    assert 'class="note" data-s="late"' in text_of(page)


@pytest.mark.parametrize("name", ["create", "version-create", "edit", "move", "removal"])
def test_to_look_at_a_form_does_nothing_and_finds_no_fault(desk, paper, name):
    url = address("paper-create", paper.meeting_id) if name == "create" else of(paper, name)

    form = desk.get(url).context["form"]

    assert (form.is_bound, form.errors) == (False, {})
    assert Paper.objects.filter(removed_at=None).count() == 1


# -- Versions --------------------------------------------------------------------


def test_a_new_version_leaves_the_earlier_ones_to_read(desk, paper, folder):
    desk.post(
        of(paper, "version-create"), {"token": str(uuid4()), "upload": a_file("ใหม่.png", PNG)}
    )

    html = text_of(desk.get(of(paper, "detail")))
    assert [(row.number, row.file_name) for row in paper.versions.all()] == [
        (2, "ใหม่.png"), (1, "แผนงาน.pdf"),
    ]  # fmt: skip
    assert all(address("paper-download", row.pk) in html for row in paper.versions.all())
    assert on_disk(folder) == sorted([PDF, PNG])
    assert verbs(paper) == ["paper.filed", "paper.renewed"]


def test_the_meeting_offers_the_latest_file_and_says_which_it_is(desk, paper, secretary):
    latest = add_version(paper, make_upload("ใหม่.pdf"), token=uuid4(), by=secretary)

    html = text_of(desk.get(paper.meeting.get_absolute_url()))

    assert f'href="{address("paper-download", latest.pk)}"' in html
    assert "PDF 1 กิโลไบต์ ฉบับที่ 2" in html
    assert address("paper-download", paper.versions.get(number=1).pk) not in html


def test_a_version_sent_twice_is_one(desk, paper):
    token = str(uuid4())

    for _again in range(2):
        desk.post(of(paper, "version-create"), {"token": token, "upload": a_file()})

    assert paper.versions.count() == 2


@pytest.mark.django_db(transaction=True)
def test_versions_that_come_at_the_same_moment_each_have_a_number(committee, secretary, folder):
    paper = make_paper(make_held(committee))

    def send(_):
        try:
            add_version(paper, make_upload(), token=uuid4(), by=secretary)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(send, range(6)))

    assert [row.number for row in paper.versions.all()] == [7, 6, 5, 4, 3, 2, 1]
    assert len(on_disk(folder)) == 7


# -- Called otherwise, moved, taken off -------------------------------------------


def test_a_paper_is_called_otherwise(desk, paper):
    page = desk.post(of(paper, "edit"), {"title": "แผนงานที่แก้ชื่อ"})

    paper.refresh_from_db()
    assert (page.url, paper.title) == (of(paper, "detail"), "แผนงานที่แก้ชื่อ")
    assert verbs(paper) == ["paper.filed", "paper.retitled"]


@pytest.mark.parametrize("title", ["", "   ", "ก" * 201, "ก\0"])
def test_a_paper_has_a_name(desk, paper, title):
    page = desk.post(of(paper, "edit"), {"title": title})

    assert list(page.context["form"].errors) == ["title"]
    paper.refresh_from_db()
    assert paper.title == "แผนงานไตรมาสหน้า"


def test_a_paper_at_the_wrong_meeting_is_moved_with_its_versions(
    desk, committee, paper, secretary, folder
):
    add_version(paper, make_upload(), token=uuid4(), by=secretary)
    other = planned(committee, secretary, starts_on=date(2026, 8, 7))
    target, old = other.items.get(section=1), of(paper, "detail")
    make_paper(target)

    page = desk.post(f"{of(paper, 'move')}?meeting={other.pk}", {"place": str(target.pk)})

    paper.refresh_from_db()
    assert (paper.meeting, paper.item, paper.position) == (other, target, 2)
    assert (paper.versions.count(), len(on_disk(folder))) == (2, 3)
    assert page.url == of(paper, "detail")
    assert desk.get(old).url == of(paper, "detail")
    assert verbs(paper)[-1] == "paper.moved"


def test_a_paper_at_the_wrong_item_is_moved_to_the_meeting_as_a_whole(desk, paper):
    desk.post(of(paper, "move"), {"place": "meeting"})

    paper.refresh_from_db()
    assert paper.item is None
    html = text_of(desk.get(paper.meeting.get_absolute_url()))
    assert html.index('id="papers"') < html.index(
        address("paper-download", paper.versions.get().pk)
    )


@pytest.mark.parametrize("place", ["", "abc", "0", "another"])
def test_a_paper_is_not_moved_to_an_item_of_another_meeting(
    desk, committee, paper, secretary, place
):
    if place == "another":
        other = planned(committee, secretary, starts_on=date(2026, 8, 7))
        place = str(other.items.first().pk)

    page = desk.post(of(paper, "move"), {"place": place})

    assert list(page.context["form"].errors) == ["place"]
    paper.refresh_from_db()
    assert paper.item.number == "5.1"


def test_where_a_paper_stands_is_no_place_to_move_it_to(desk, paper):
    page = desk.post(of(paper, "move"), {"place": str(paper.item_id)})

    assert page.context["form"].errors == {"place": ["เอกสารอยู่ที่นี่อยู่แล้ว เลือกที่อื่น"]}


def test_a_paper_is_not_moved_to_a_cancelled_meeting(desk, committee, paper, secretary):
    other = planned(committee, secretary, starts_on=date(2026, 8, 7))
    Meeting.objects.filter(pk=other.pk).update(state="cancelled")

    assert desk.get(of(paper, "move"), {"meeting": other.pk}).status_code == 404
    with pytest.raises(RuleBroken) as refusal:
        move_paper(paper, other, by=secretary)
    assert refusal.value.code == "cancelled"


def test_an_item_struck_meanwhile_takes_no_paper(committee, paper, secretary):
    other = planned(committee, secretary, starts_on=date(2026, 8, 7))
    gone = other.items.first()
    revise_meeting(other, make_plan(agenda=()), version=0, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        move_paper(paper, other, gone, by=secretary)

    assert refusal.value.code == "no-item"


def test_a_paper_taken_off_is_gone_from_the_pages_but_stays_on_record(desk, paper, folder):
    version = paper.versions.get()

    page = desk.post(of(paper, "removal"), {})

    paper.refresh_from_db()
    assert page.url == f"{paper.meeting.get_absolute_url()}#item-5-1"
    assert paper.removed_at is not None
    assert paper.title not in text_of(desk.get(paper.meeting.get_absolute_url())).replace(
        paper.item.title, "", 2
    )
    assert desk.get(address("paper-download", version.pk)).status_code == 404
    assert desk.get(of(paper, "detail")).status_code == 404
    assert (on_disk(folder), verbs(paper)) == ([PDF], ["paper.filed", "paper.removed"])


def test_a_paper_taken_off_does_not_change(paper, secretary):
    remove_paper(paper, by=secretary)

    for change in (
        lambda: add_version(paper, make_upload(), token=uuid4(), by=secretary),
        lambda: move_paper(paper, paper.meeting, by=secretary),
        lambda: remove_paper(paper, by=secretary),
    ):
        with pytest.raises(RuleBroken) as refusal:
            change()
        assert refusal.value.code == "removed"


# -- Taken -----------------------------------------------------------------------


def test_a_file_is_handed_out_under_its_thai_name_and_who_took_it_is_noted(
    client, cast, item, clock
):
    version = make_paper(item, upload=make_upload("แผนงาน ปี 2569.pdf")).versions.get()
    client.force_login(cast["member"])

    response = client.get(address("paper-download", version.pk))

    assert read(response) == PDF
    assert response["Content-Disposition"] == (
        f"attachment; filename*=utf-8''{quote('แผนงาน ปี 2569.pdf')}"
    )
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == (
        "application/pdf", "nosniff",
    )  # fmt: skip
    taken = PaperDownload.objects.get()
    assert (taken.version, taken.by, taken.at.date()) == (version, cast["member"], date(2026, 7, 1))


def test_a_probe_takes_nothing(desk, paper):
    read(desk.head(address("paper-download", paper.versions.get().pk)))

    assert not PaperDownload.objects.exists()


def test_a_file_gone_from_the_disk_is_said_and_not_noted_as_taken(desk, paper, folder, caplog):
    version = paper.versions.get()
    (folder / version.file.name).unlink()

    page = desk.get(address("paper-download", version.pk))

    assert (page.status_code, page.templates[0].name) == (404, "404_file.html")
    assert version.file_name in text_of(page)
    assert not PaperDownload.objects.exists()


def test_who_took_a_version_is_told_once_with_the_last_time(client, cast, paper):
    version = paper.versions.get()
    for part in ("member", "auditor", "member"):
        client.force_login(cast[part])
        read(client.get(address("paper-download", version.pk)))

    client.force_login(cast["auditor"])
    page = client.get(of(paper, "detail"))
    assert [row.by for row in page.context["downloads"]] == [cast["member"], cast["auditor"]]

    client.force_login(cast["member"])
    assert "ใครเปิดแล้ว" not in text_of(client.get(of(paper, "detail")))


# -- Rights ----------------------------------------------------------------------

EVERYBODY = [
    "secretary", "auditor", "coordinator", "officer", "manager", "co-chair",
    "another region's coordinator", "former secretary", "member", "stranger",
]  # fmt: skip
READ = ["paper-detail", "paper-download"]
KEEP = [
    "paper-create", "paper-version-create", "paper-edit", "paper-move", "paper-removal",
]  # fmt: skip


def answer(client, cast, part, name, paper, data=None):
    if part != "stranger":
        client.force_login(cast[part])
    args = {
        "paper-create": [paper.meeting_id],
        "paper-download": [paper.versions.get().pk],
    }.get(name, [paper.meeting_id, paper.pk])
    url = address(name, *args)
    response = client.get(url) if data is None else client.post(url, data)
    read(response)
    return response.status_code


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", READ)
def test_whoever_reads_a_meeting_reads_its_papers(client, cast, paper, part, name):
    assert answer(client, cast, part, name, paper) == (302 if part == "stranger" else 200)


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", READ + KEEP)
def test_the_papers_of_a_plan_are_for_those_who_read_plans(client, cast, committee, part, name):
    paper = make_paper(planned(committee, cast["secretary"]))

    status = answer(client, cast, part, name, paper)

    otherwise = 302 if part == "stranger" else 404
    auditor = 200 if name in READ else 403
    assert status == {"secretary": 200, "auditor": auditor}.get(part, otherwise)
    assert PaperDownload.objects.exists() == (status == 200 and name == "paper-download")


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", KEEP)
def test_only_the_secretariat_keeps_papers(client, cast, paper, part, name):
    before = list(Paper.objects.values_list()), PaperVersion.objects.count()
    data = {
        "token": str(uuid4()), "uploads": a_file(), "upload": a_file(),
        "title": "ชื่ออื่น", "place": "meeting",
    }  # fmt: skip

    status = answer(client, cast, part, name, paper, data)

    assert status == (302 if part in ("secretary", "stranger") else 403)
    after = list(Paper.objects.values_list()), PaperVersion.objects.count()
    assert (after == before) == (part != "secretary")


@pytest.mark.parametrize("name", [name for name in KEEP if name != "paper-create"])
def test_under_another_meeting_a_paper_is_not_found(desk, committee, paper, name):
    other = make_held(committee, number=9)

    assert desk.get(address(name, other.pk, paper.pk)).status_code == 404


def test_only_the_secretariat_is_offered_to_add(client, cast, paper):
    offered = {}
    for part in ("secretary", "auditor", "member"):
        client.force_login(cast[part])
        html = text_of(client.get(paper.meeting.get_absolute_url()))
        offered[part] = (html.count("/papers/new/"), of(paper, "detail") in html)

    assert offered == {"secretary": (3, True), "auditor": (0, False), "member": (0, False)}


# -- What they cost --------------------------------------------------------------


@pytest.mark.parametrize("papers", [0, 5, 60])
def test_a_meeting_costs_the_same_with_many_papers(
    client, cast, meeting, item, papers, django_assert_num_queries
):
    for number in range(papers):
        make_paper(item if number % 2 else meeting)
    client.force_login(cast["member"])

    with django_assert_num_queries(6):  # session, user, head, rights, meeting, record
        page = client.get(meeting.get_absolute_url())

    assert text_of(page).count("/meetings/papers/") == papers


@pytest.mark.parametrize("count", [1, 5])
def test_a_paper_costs_the_same_with_many_versions_and_readers(
    desk, cast, paper, secretary, count, django_assert_num_queries
):
    for _each in range(count):
        version = add_version(paper, make_upload(), token=uuid4(), by=secretary)
        for part in list(cast)[:count]:
            PaperDownload.objects.create(version=version, by=cast[part], at=version.uploaded_at)

    with django_assert_num_queries(7):  # session, user, head, rights, paper, versions, downloads
        desk.get(of(paper, "detail"))


@pytest.mark.parametrize("count", [1, 5])
def test_moving_costs_the_same_with_many_meetings(
    desk, committee, paper, count, django_assert_num_queries
):
    for number in range(count):
        make_held(committee, number=20 + number, day=DAY.replace(month=1 + number))

    # session, user, head, rights, paper, items, count, meetings
    with django_assert_num_queries(8):
        desk.get(of(paper, "move"))
