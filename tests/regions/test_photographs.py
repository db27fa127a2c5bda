"""Photographs beside a section: what nobody was to know is gone, and pages show a small one."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from portal.kernel.errors import RuleBroken
from portal.kernel.files import UploadField
from regions.actions import attaching
from regions.models import ReportAttachment
from tests.factories.photographs import a_photograph, a_png_of
from tests.factories.regions import (
    accepted,
    make_post,
    make_report_of,
    make_reporting_province,
    submitted,
)

PDF = b"%PDF-1.7\n" + b"x" * 40 + b"\n%%EOF"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def attach(client, report, content=None, name="เวที.jpg", *, token=None, says=""):
    upload = SimpleUploadedFile(name, content or a_photograph((4000, 3000)), "image/jpeg")
    address = reverse("regions:section-attachments", args=[report.pk, "plans"])
    return client.post(address, {"upload": upload, "says": says, "token": token or uuid4()})


def kept():
    return ReportAttachment.objects.get()


def got(client, name="attachment-small"):
    response = client.get(reverse(f"regions:{name}", args=[kept().token]))
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return response, content


def size_of(content):
    return Image.open(BytesIO(content)).size


def names(files):
    return sorted(path.name.split(".", 1)[1] for path in files.glob("reports/*"))


def test_nothing_that_is_kept_or_handed_out_says_where_it_was_taken(as_, report, files):
    client = as_("coordinator")
    attach(client, report)

    on_disk = [path.read_bytes() for path in files.glob("reports/*")]
    handed = [got(client, name)[1] for name in ("attachment-file", "attachment-small")]

    assert [b"SECRET" in one or b"Exif" in one for one in on_disk + handed] == [False] * 4
    assert kept().size == len(handed[0])


def test_the_page_shows_the_small_one_and_leads_to_the_whole(as_, report, files):
    client = as_("coordinator")
    attach(client, report)

    page = client.get(reverse("regions:section-attachments", args=[report.pk, "plans"])).text
    (small, content), (_whole, whole) = got(client), got(client, "attachment-file")

    assert f'<img src="{reverse("regions:attachment-small", args=[kept().token])}"' in page
    assert f'<a href="{reverse("regions:attachment-file", args=[kept().token])}">' in page
    assert (size_of(content), size_of(whole)) == ((240, 320), (1536, 2048))
    assert small["Content-Type"] == "image/jpeg"
    assert small["Cache-Control"] == "private, max-age=3600"
    assert names(files) == ["jpg", "small.jpg"]


def test_one_from_before_there_were_small_ones_comes_whole(as_, report, files):
    client = as_("coordinator")
    attach(client, report)
    next(files.glob("reports/*.small.jpg")).unlink()

    response, content = got(client)

    assert (response.status_code, size_of(content)) == (200, (1536, 2048))


def test_a_paper_has_no_small_one(as_, report, files):
    client = as_("coordinator")
    attach(client, report, PDF, "ทะเบียน.pdf")

    assert got(client)[0].status_code == 404
    assert names(files) == ["pdf"]


def test_one_that_is_gone_says_so(as_, report, files):
    client = as_("coordinator")
    attach(client, report)
    for path in files.glob("reports/*"):
        path.unlink()

    assert got(client)[0].status_code == 404


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (a_png_of(2000, 2000), "เสีย.png", "เปิดรูปนี้ไม่ได้"),
        (a_png_of(50_000, 50_000), "ระเบิด.png", "จุดมากเกินไป"),
        (a_photograph()[:600], "ขาด.jpg", "ท้ายไฟล์หายไป"),
    ],
    ids=["no points", "a bomb", "cut off"],
)
def test_what_cannot_be_drawn_is_refused_beside_the_field_and_the_words_stay(
    as_, report, files, content, name, words
):
    response = attach(as_("coordinator"), report, content, name, says="เวทีตำบลบ้านนา")

    assert response.status_code == 422
    assert words in response.context["form"].errors["upload"][0]
    assert "เวทีตำบลบ้านนา" in response.text
    assert names(files) == []


def test_sent_twice_there_is_one_small_one(as_, report, files):
    client, token = as_("coordinator"), uuid4()

    attach(client, report, token=token)
    attach(client, report, token=token)

    assert names(files) == ["jpg", "small.jpg"]


def test_refused_nothing_is_left_on_the_disk(report, cast, files):
    upload = UploadField().clean(SimpleUploadedFile("เวที.jpg", a_photograph()))
    submitted(report, cast["coordinator"], organizations_found=14)

    with pytest.raises(RuleBroken):
        attaching.attach_file(
            report.sections.first(), upload, says="", token=uuid4(), by=cast["coordinator"]
        )

    assert names(files) == []


@pytest.mark.parametrize(
    ("who", "of_a_draft", "once_accepted"),
    [
        ("coordinator", 200, 200),
        ("officer", 200, 200),
        ("another region's coordinator", 404, 200),
        ("secretariat", 404, 200),
        ("member", 404, 200),
    ],
)
def test_who_reads_the_report_sees_the_small_one(as_, report, cast, who, of_a_draft, once_accepted):
    attach(as_("coordinator"), report)
    seen = [got(as_(who))[0].status_code]

    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    seen.append(got(as_(who))[0].status_code)

    assert seen == [of_a_draft, once_accepted]


def test_the_wrong_province_and_a_stranger_see_nothing(client, north, other_region, found):
    own, neighbour = (
        make_reporting_province(region, code, code)
        for region, code in ((north, "50"), (other_region, "51"))
    )
    client.force_login(make_post("provincial", province=own, name="own"))
    attach(client, make_report_of(own.reporting_unit))
    client.force_login(make_post("provincial", province=neighbour, name="neighbour"))
    seen = [got(client)[0].status_code]
    client.logout()

    assert [*seen, got(client)[0].status_code] == [404, 302]
