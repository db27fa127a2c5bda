"""Papers and photographs beside a section: looked into, kept apart, read with the report."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.actions import attaching
from regions.models import ReportAttachment
from tests.factories.photographs import a_kept_png
from tests.factories.regions import (
    accepted,
    make_post,
    make_report_of,
    make_reporting_province,
    returned,
    submitted,
)

PNG = a_kept_png()
PDF = b"%PDF-1.7\n" + b"x" * 40 + b"\n%%EOF"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def url(report, key="plans"):
    return reverse("regions:section-attachments", args=[report.pk, key])


def attach(client, report, content=PNG, name="เวที.png", *, key="plans", token=None, says=""):
    upload = SimpleUploadedFile(name, content, "image/png")
    data = {"upload": upload, "says": says, "token": token or uuid4()}
    return client.post(url(report, key), data)


def kept():
    return ReportAttachment.objects.get()


def on_disk(files):
    """The names of the files, without those that stand small beside them."""
    return [path.name for path in files.glob("reports/*") if ".small." not in path.name]


def read(client, attachment, *, name="attachment-file"):
    response = client.get(reverse(f"regions:{name}", args=[attachment.token]))
    if response.streaming:
        b"".join(response.streaming_content)  # to its end, where the file closes
    return response


def test_a_photograph_is_kept_under_a_name_of_ours_and_shown_small(as_, report, cast, files):
    client = as_("coordinator")

    response = attach(client, report, says="เวทีตำบล")

    attachment = kept()
    assert response.url == url(report)
    assert (attachment.name, attachment.says, attachment.size) == ("เวที.png", "เวทีตำบล", len(PNG))
    assert attachment.added_by == cast["coordinator"]
    assert Path(attachment.file.name).name != "เวที.png"
    assert [Path(name).suffix for name in on_disk(files)] == [".png"]
    page = client.get(report.get_absolute_url()).content.decode()
    address = reverse("regions:attachment-small", args=[attachment.token])
    assert f'<img src="{address}" alt="" width="160" height="120" loading="lazy">' in page
    assert "เวทีตำบล" in page


def test_a_paper_is_named_and_no_picture(as_, report):
    client = as_("coordinator")
    attach(client, report, PDF, "ทะเบียน.pdf")

    page = client.get(report.get_absolute_url()).content.decode()

    assert "ทะเบียน.pdf" in page
    assert f'<img src="{reverse("regions:attachment-small", args=[kept().token])}"' not in page


def test_the_input_takes_a_photograph_on_a_phone(as_, report):
    page = as_("coordinator").get(url(report)).content.decode()

    assert 'accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"' in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"<script>alert(1)</script>", "รูป.png", "รับเฉพาะไฟล์"),
        (b"", "ว่าง.png", "ว่างเปล่า"),
        (PNG[:-12], "ขาด.png", "ท้ายไฟล์หายไป"),
    ],
)
def test_what_is_in_the_file_decides_and_the_refusal_stands_beside_it(
    as_, report, content, name, words
):
    response = attach(as_("coordinator"), report, content, name)

    assert response.status_code == 422
    assert words in response.context["form"].errors["upload"][0]
    assert not ReportAttachment.objects.exists()


def test_a_file_too_large_is_refused(as_, report, settings):
    settings.FILE_SIZE_LIMIT = 30

    response = attach(as_("coordinator"), report)

    assert "ใหญ่เกินไป" in response.context["form"].errors["upload"][0]


def test_no_file_asks_for_one(as_, report):
    response = as_("coordinator").post(url(report), {"token": uuid4()})

    assert response.context["form"].errors["upload"] == ["ถ่ายรูปหรือเลือกไฟล์ก่อน"]


def test_sent_twice_it_is_attached_once_and_the_second_file_is_gone(as_, report, files):
    client, token = as_("coordinator"), uuid4()

    attach(client, report, token=token)
    attach(client, report, token=token)

    assert ReportAttachment.objects.count() == 1
    assert len(on_disk(files)) == 1


def test_beside_one_section_there_is_an_end(as_, report, monkeypatch, files):
    monkeypatch.setattr(attaching, "MOST", 1)
    client = as_("coordinator")
    attach(client, report)

    response = attach(client, report)

    assert "ไม่เกิน 1 ไฟล์" in response.context["form"].errors["upload"][0]
    assert len(on_disk(files)) == 1


# -- Removed ---------------------------------------------------------------------------


def remove(client, attachment):
    return client.post(reverse("regions:attachment-removal", args=[attachment.token]))


def test_removed_it_is_read_no_more_and_stays_in_the_record(as_, report, cast, files):
    client = as_("coordinator")
    attach(client, report)

    response = remove(client, kept())

    assert response.url == url(report)
    assert kept().removed_by == cast["coordinator"]
    assert read(client, kept()).status_code == 404
    assert len(on_disk(files)) == 1
    told = Activity.objects.filter(verb__startswith="attachment").order_by("pk")
    assert [one.verb for one in told] == ["attachment.added", "attachment.removed"]


def test_removed_twice_it_is_removed_once(as_, report, cast):
    attach(as_("coordinator"), report)

    for who in ("coordinator", "officer"):
        attaching.remove_attachment(kept(), by=cast[who])

    assert kept().removed_by == cast["coordinator"]
    assert Activity.objects.filter(verb="attachment.removed").count() == 1


def test_a_removal_in_a_report_that_was_sent_is_refused(as_, report, cast):
    client = as_("coordinator")
    attach(client, report)
    submitted(report, cast["coordinator"], organizations_found=14)

    response = remove(client, kept())

    assert response.url == report.get_absolute_url()
    assert kept().removed_at is None


def test_a_section_that_passed_takes_no_file(as_, report, cast):
    returned(
        report,
        cast["coordinator"],
        cast["secretariat"],
        {"highlights": "สั้นไป"},
        organizations_found=14,
    )

    response = attach(as_("coordinator"), report)

    assert response.status_code == 422
    assert not ReportAttachment.objects.exists()


def test_nothing_is_attached_behind_the_page(report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    with pytest.raises(RuleBroken):
        attaching._held(report.sections.first())


# -- Who may ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "of_a_draft", "once_accepted"),
    [
        ("coordinator", 200, 200),
        ("officer", 200, 200),
        ("manager", 200, 200),
        ("another region's coordinator", 404, 200),
        ("secretariat", 404, 200),
        ("auditor", 404, 200),
        ("member", 404, 200),
    ],
)
def test_who_reads_the_report_reads_its_files(as_, report, cast, who, of_a_draft, once_accepted):
    attach(as_("coordinator"), report)
    seen = [read(as_(who), kept()).status_code]

    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    seen.append(read(as_(who), kept()).status_code)

    assert seen == [of_a_draft, once_accepted]


def test_a_stranger_reads_no_file(as_, client, report):
    attach(as_("coordinator"), report)
    client.logout()

    assert read(client, kept()).status_code == 302


def test_a_file_comes_as_what_it_is_and_never_runs(as_, report):
    client = as_("coordinator")
    attach(client, report)

    response = read(client, kept())

    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"] == "private, max-age=3600"


def test_a_file_that_is_gone_says_so(as_, report, files):
    client = as_("coordinator")
    attach(client, report)
    (files / kept().file.name).unlink()

    assert read(client, kept()).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 302),
        ("officer", 302),
        ("manager", 403),
        ("another region's coordinator", 404),
        ("secretariat", 404),
        ("member", 404),
    ],
)
def test_who_may_attach_and_remove(as_, report, who, status):
    attach(as_("coordinator"), report)
    attachment = kept()

    assert [
        attach(as_(who), report, key="areas").status_code,
        remove(as_(who), attachment).status_code,
    ] == [status, status]


def test_the_wrong_province_neither_reads_nor_attaches(client, north, other_region, found):
    own, neighbour = (
        make_reporting_province(region, code, code)
        for region, code in ((north, "50"), (other_region, "51"))
    )
    report = make_report_of(own.reporting_unit)
    client.force_login(make_post("provincial", province=own, name="own"))
    attach(client, report)
    client.force_login(make_post("provincial", province=neighbour, name="neighbour"))

    assert [read(client, kept()).status_code, attach(client, report).status_code] == [404, 404]


def test_an_unknown_section_has_no_files(as_, report):
    assert as_("coordinator").get(url(report, "nonsense")).status_code == 404


# -- What was typed is kept on the way -------------------------------------------------


def test_the_way_to_the_files_saves_what_was_typed_first(as_, report):
    response = as_("coordinator").post(
        reverse("regions:report-section", args=[report.pk, "plans"]),
        {"version": 0, "progress": "พิมพ์ไว้", "then": "attachments"},
    )

    assert response.url == url(report)
    assert report.sections.get(key="plans").answers["progress"] == "พิมพ์ไว้"


def test_the_way_to_the_colleagues_saves_what_was_typed_first(as_, report):
    response = as_("coordinator").post(
        reverse("regions:report-section", args=[report.pk, "plans"]),
        {"version": 0, "progress": "พิมพ์ไว้", "then": "colleagues"},
    )

    assert response.url == reverse("regions:report-colleagues", args=[report.pk])
