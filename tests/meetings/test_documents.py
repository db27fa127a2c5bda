"""Official documents as files: the same twice, in both digits, for whoever may read them."""

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document as WordDocument
from docx.oxml.ns import qn

from meetings.models import Meeting, MinutesVersion
from meetings.queries.official import minutes_body, minutes_text
from portal.kernel.models import Person
from portal.kernel.papers import pdf
from portal.kernel.thai import normalise
from tests.factories.documents import (
    make_letterhead,
    make_record,
    part_of,
    words_of,
)
from tests.factories.meetings import called, make_held, make_minutes, make_summary, planned

SOFFICE = shutil.which("soffice")
NEEDS_WRITER = pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true", reason="LibreOffice is not installed"
)
NEEDS_FACE = pytest.mark.skipif(
    not pdf.has_thai_face() and os.environ.get("CI") != "true", reason=f"no {pdf.PACKAGE} here"
)


@pytest.fixture
def record(committee, board, secretary):
    return make_record(committee, board, by=secretary)


def address(meeting, name="minutes", suffix="docx", query=""):
    return reverse("meetings:document-file", args=[meeting.pk, name, suffix]) + query


def got(client, meeting, *args, **kwargs):
    return client.get(address(meeting, *args, **kwargs))


# -- Word --------------------------------------------------------------------------


def test_the_word_file_says_what_the_minutes_say(desk, record):
    words = words_of(got(desk, record).content)

    told = minutes_text(minutes_body(record)).replace("\t", "\n")
    assert sorted("".join(words.split())) == sorted("".join(normalise(told).split()))


@pytest.mark.parametrize("kind", ["agenda", "minutes", "decisions"])
@pytest.mark.parametrize("suffix", ["docx", pytest.param("pdf", marks=NEEDS_FACE)])
def test_made_twice_it_is_the_same_file(desk, record, kind, suffix, clock):
    first = got(desk, record, kind, suffix)
    clock.shift(3600)
    desk.force_login(record.opened_by)
    second = got(desk, record, kind, suffix)

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.content == second.content


def test_thai_digits_are_a_switch_of_the_document(desk, record):
    arabic = words_of(got(desk, record).content)
    file = got(desk, record, query="?digits=thai").content
    body = WordDocument(BytesIO(file)).element.body

    thai = "".join(node.text or "" for node in body.iter(qn("w:t")))
    assert "มติที่ ๑" in thai
    assert not set(thai) & set("0123456789")
    assert words_of(file) == arabic  # normalised, both are one text
    assert 'w:fmt="thaiNumbers"' in part_of(file, "word/document.xml")


def test_the_word_file_names_th_sarabun_for_thai_and_stands_on_a4(desk, record):
    file = got(desk, record).content
    styles, page = part_of(file, "word/styles.xml"), part_of(file, "word/document.xml")

    assert 'w:cs="TH SarabunPSK"' in styles
    assert '<w:szCs w:val="32"/>' in styles
    assert '<w:lang w:val="en-US" w:eastAsia="th-TH" w:bidi="th-TH"/>' in styles
    assert '<w:jc w:val="thaiDistribute"/>' in styles
    assert '<w:ind w:firstLine="1418"/>' in styles
    assert 'w:w="11906" w:h="16838"' in page
    assert 'w:top="1418" w:right="1134" w:bottom="1134" w:left="1701"' in page


def test_a_file_says_nothing_of_when_it_was_made(desk, record):
    core = part_of(got(desk, record).content, "docProps/core.xml")

    assert "1980-01-01T00:00:00Z" in core
    assert f"<dc:creator>{record.committee.name}</dc:creator>" in core


@NEEDS_WRITER
def test_writer_opens_it_and_its_attendance_is_the_table(desk, record, tmp_path):
    file = tmp_path / "minutes.docx"
    file.write_bytes(got(desk, record).content)

    text = normalise(opened_by_writer(file, tmp_path))

    rows = record.attendances.select_related("holder")
    for row in rows:
        assert (row.holder.full_name if row.holder else row.name) in text
    head = text[text.index("ผู้มาประชุม") : text.index("เริ่มประชุมเวลา")]
    assert sum(head.count(f"{number}.") for number in (1, 2, 3)) == rows.count()


def opened_by_writer(file, folder):
    """As text, from the PDF that LibreOffice makes of it."""
    subprocess.run(
        [SOFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    return Path(folder, f"{file.stem}.txt").read_text("utf-8-sig")


# -- Which stands in them ----------------------------------------------------------


def test_adopted_minutes_are_printed_as_they_were_adopted(client, cast, record, board):
    adopt(record)
    Person.objects.filter(pk=board[0].pk).update(first_name="เปลี่ยนชื่อ")
    client.force_login(cast["member"])

    answer = got(client, record)

    assert answer.status_code == 200
    words = words_of(answer.content)
    assert (board[0].first_name in words, "เปลี่ยนชื่อ" in words, "ร่าง" in words) == (
        True, False, False,
    )  # fmt: skip


def adopt(meeting):
    minutes = make_minutes(meeting)
    body = minutes_body(meeting)
    MinutesVersion.objects.create(
        minutes=minutes, number=1, state="adopted", body=body, text=minutes_text(body),
        digest="0" * 64, saved_at=timezone.now(),
    )  # fmt: skip
    minutes.state, minutes.route, minutes.adopted_on = "adopted", "circulation", meeting.ends_on
    minutes.save(update_fields=["state", "route", "adopted_on"])


def test_a_draft_says_so_on_every_page(desk, record):
    file = got(desk, record).content

    assert [part_of(file, f"word/header{number}.xml").count("ร่าง") for number in (1, 2)] == [1, 1]


def test_an_extract_is_one_resolution_with_room_to_certify_it(desk, record):
    page = desk.get(reverse("meetings:document-extract", args=[record.pk, 1, "docx"]))

    words = words_of(page.content)
    assert words.startswith("สำเนามติการประชุม\nคณะอนุกรรมการประสานงานขบวนองค์กรชุมชน ครั้งที่ 1/2569")
    for said in (
        "ระเบียบวาระที่ 5",
        "5.1 แผนงานไตรมาสหน้า",
        "ให้ทุกภาคทบทวนแผน",
        "สำเนาถูกต้อง",
        "ยังไม่ได้รับรอง",
    ):
        assert said in words
    assert "บรรทัดแรก" not in words
    assert quote("สำเนามติการประชุม ครั้งที่ 1-2569 มติที่ 1.docx") in page["Content-Disposition"]


def test_of_a_past_record_nobody_says_whether_it_was_adopted(desk, record):
    Meeting.objects.filter(pk=record.pk).update(source="รายงาน 2550")
    one = words_of(desk.get(extract_of(record)).content)
    all_of_them = words_of(got(desk, record, "decisions").content)
    minutes = got(desk, record).content

    for words in (one, all_of_them):
        assert "ไม่ปรากฏในเอกสารต้นทางว่ารายงานการประชุมนี้รับรองแล้วหรือไม่" in words
        assert "ยังไม่ได้รับรอง" not in words
    head = part_of(minutes, "word/header1.xml")
    assert ("เรียบเรียงจากเอกสาร" in head, "ร่าง" in head) == (True, False)
    page = desk.get(reverse("meetings:document-list", args=[record.pk])).content.decode()
    assert "PDF ร่าง" not in page


def extract_of(meeting):
    return reverse("meetings:document-extract", args=[meeting.pk, 1, "docx"])


def test_the_page_of_resolutions_says_who_does_what_by_when(desk, record, board):
    words = words_of(got(desk, record, "decisions").content)

    assert f"{board[0].full_name} ภายในวันที่ 30 มิถุนายน 2569" in words


def test_the_summary_is_a_document_of_its_own(client, cast, record):
    told = make_summary(record, text="สรุปข้อแรก\nสรุปข้อที่สอง")
    client.force_login(cast["member"])
    assert got(client, record, "summary").status_code == 404

    told.published_at = record.closed_at
    told.save(update_fields=["published_at"])
    assert "สรุปข้อแรก\nสรุปข้อที่สอง" in words_of(got(client, record, "summary").content)


# -- Letters -----------------------------------------------------------------------


@pytest.fixture
def meeting(committee, board, secretary):
    return called(committee, secretary)


def test_without_a_letterhead_the_secretariat_is_asked_for_it(desk, meeting):
    page = desk.get(reverse("meetings:document-list", args=[meeting.pk])).content.decode()
    answer = got(desk, meeting, "invitations")

    assert "ยังไม่ได้กรอกหัวหนังสือ" in page
    assert answer.url == reverse("meetings:letterhead-edit", args=[meeting.pk])


def test_everybody_invited_has_a_letter_with_agenda_and_reply_slip(desk, meeting, board):
    make_letterhead(meeting.committee)
    Meeting.objects.filter(pk=meeting.pk).update(letter_number="พอช. 7/2569")

    words = words_of(got(desk, meeting, "invitations").content)

    assert words.count("ขอแสดงความนับถือ") == words.count("แบบตอบรับการเข้าร่วมประชุม") == len(board)
    for person in board:
        assert f"เรียน {person.full_name}" in words
        assert f"ชื่อ–สกุล {person.full_name}" in words
    first = words[: words.index("ขอแสดงความนับถือ")]
    assert in_order(
        first, "ที่ พอช. 7/2569", "สถาบันพัฒนาองค์กรชุมชน", "912 ถนนนวมินทร์", "1 กรกฎาคม 2569",
        "เรื่อง ขอเชิญประชุมคณะอนุกรรมการประสานงานขบวนองค์กรชุมชน ครั้งที่ 1/2569", "เรียน ",
        "สิ่งที่ส่งมาด้วย ระเบียบวาระการประชุม", "ด้วยคณะอนุกรรมการ", "1. ติดตามงาน", "ในการนี้",
        "จึงเรียนมาเพื่อโปรด",
    )  # fmt: skip


def in_order(text, *parts):
    places = [text.index(part) for part in parts]
    return places == sorted(places)


def test_one_person_s_letter_is_theirs_alone(desk, meeting, board):
    make_letterhead(meeting.committee)
    invitation = meeting.invitations.get(person=board[1])

    answer = desk.get(reverse("meetings:document-letter", args=[meeting.pk, invitation.pk, "docx"]))

    words = words_of(answer.content)
    assert board[1].full_name in words
    assert board[0].full_name not in words
    assert (
        quote(f"หนังสือเชิญประชุม ครั้งที่ 1-2569 {board[1].full_name}.docx")
        in (answer["Content-Disposition"])
    )


def test_a_blank_letter_leaves_the_name_open(desk, meeting):
    make_letterhead(meeting.committee)
    words = words_of(got(desk, meeting, "blank-invitation").content)

    assert "เรียน ......" in words


def test_who_comes_online_is_told_the_address(desk, meeting):
    make_letterhead(meeting.committee)
    Meeting.objects.filter(pk=meeting.pk).update(mode="both", online_url="https://meet.example/67")

    assert "เข้าประชุมทางออนไลน์ได้ที่ https://meet.example/67" in words_of(
        got(desk, meeting, "invitations").content
    )


# -- Rights and bad asking ---------------------------------------------------------

EVERYBODY = ["secretary", "auditor", "coordinator", "member", "stranger"]


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("kind", ["agenda", "minutes", "decisions", "invitations"])
def test_who_gets_which_document(client, cast, committee, board, part, kind):
    meeting = make_record(committee, board, by=cast["secretary"])
    upcoming = called(committee, cast["secretary"])
    make_letterhead(committee)
    if part != "stranger":
        client.force_login(cast[part])

    answer = got(client, upcoming if kind == "invitations" else meeting, kind)

    allowed = {
        "agenda": EVERYBODY[:-1],
        "decisions": EVERYBODY[:-1],
        "minutes": ["secretary", "auditor"],
        "invitations": ["secretary"],
    }[kind]
    refused = 302 if part == "stranger" else 403
    assert answer.status_code == (200 if part in allowed else refused)


@pytest.mark.parametrize(
    ("state", "status"), [("draft", 403), ("checked", 403), ("circulated", 200), ("proposed", 200)]
)
def test_members_read_minutes_from_circulation_on(client, cast, record, state, status):
    until = {"circulated_until": record.ends_on} if state == "circulated" else {}
    make_minutes(record, state=state, **until)
    client.force_login(cast["member"])

    assert got(client, record).status_code == status
    page = client.get(reverse("meetings:document-list", args=[record.pk])).content.decode()
    assert ("/minutes.pdf" in page) is (status == 200)


def test_a_plan_is_nobody_else_s(client, cast, committee):
    plan = planned(committee, cast["secretary"])
    client.force_login(cast["member"])

    assert got(client, plan, "agenda").status_code == 404
    assert client.get(reverse("meetings:document-list", args=[plan.pk])).status_code == 404


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        ("x", "pdf"),
        ("agenda", "odt"),
        ("summary", "docx"),
        ("blank-invitation", "docx"),
        ("minutes", "exe"),
    ],
)
def test_what_is_not_there_is_not_found(desk, record, kind, suffix):
    assert got(desk, record, kind, suffix).status_code == 404


def test_a_resolution_or_letter_of_another_meeting_is_not_found(desk, record, meeting):
    make_letterhead(meeting.committee)
    invitation = meeting.invitations.first()

    for name, number in [("document-extract", 9), ("document-letter", invitation.pk)]:
        assert (
            desk.get(reverse(f"meetings:{name}", args=[record.pk, number, "docx"])).status_code
            == 404
        )
    huge = f"{reverse('meetings:document-list', args=[record.pk])}resolutions/{'9' * 30}.docx"
    assert desk.get(huge).status_code == 404


def test_files_are_taken_and_not_shown(desk, record):
    answer = got(desk, record)

    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert quote("รายงานการประชุม ครั้งที่ 1-2569.docx") in answer["Content-Disposition"]
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == (
        "nosniff",
        "private, no-store",
    )


def test_nothing_is_changed_by_a_post(desk, record):
    assert desk.post(address(record)).status_code == 405


# -- Without a Thai face -----------------------------------------------------------


def test_without_a_thai_face_the_pdf_is_refused_and_word_offered(
    desk, record, monkeypatch, tmp_path
):
    monkeypatch.setattr(pdf, "FOLDERS", (tmp_path,))

    answer = got(desk, record, suffix="pdf", query="?digits=thai")
    page = answer.content.decode()

    assert answer.status_code == 503
    assert "fonts-thai-tlwg" in page
    assert f'href="{address(record)}?digits=thai"' in page
    assert (
        "fonts-thai-tlwg"
        in desk.get(reverse("meetings:document-list", args=[record.pk])).content.decode()
    )
    assert got(desk, record).status_code == 200


# -- The page ----------------------------------------------------------------------


def test_the_page_offers_what_can_be_made(desk, record, meeting, committee):
    make_letterhead(committee)
    page = desk.get(reverse("meetings:document-list", args=[record.pk])).content.decode()
    every = ("agenda", "minutes", "decisions", "summary", "invitations")
    assert [kind for kind in every if f"/{kind}.pdf" in page] == ["agenda", "minutes", "decisions"]
    assert "/resolutions/1.docx" in page

    page = desk.get(
        reverse("meetings:document-list", args=[meeting.pk]) + "?digits=thai"
    ).content.decode()
    assert "/invitations.pdf?digits=thai" in page
    assert page.count('.docx?digits=thai"') == 1 + 2 + meeting.invitations.count()


@pytest.mark.parametrize("rows", [1, 4])
def test_the_page_costs_the_same_for_one_resolution_or_many(
    desk, committee, board, secretary, django_assert_num_queries, rows
):
    meeting = make_held(committee)
    for number in range(1, rows + 1):
        item = meeting.items.create(section=5, position=number, title="เรื่อง")
        meeting.resolutions.create(item=item, number=number, text="มติ")
    url = reverse("meetings:document-list", args=[meeting.pk])
    desk.get(url)

    with django_assert_num_queries(6):
        desk.get(url)


def test_the_rail_of_a_meeting_leads_to_its_documents(desk, record):
    page = desk.get(record.get_absolute_url()).content.decode()

    assert "เอกสารที่สร้างได้" in page
    assert address(record, "minutes", "pdf") in page
