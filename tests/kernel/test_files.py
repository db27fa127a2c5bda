"""Files that people upload: what is taken, where it stands, how it is handed back."""

import re
import struct
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.kernel.files import (
    DOCX,
    JPEG,
    PDF,
    PNG,
    UploadField,
    download,
    file_name,
    kind_in_words,
    size_in_words,
    stored,
)
from tests.factories.photographs import a_kept_png, a_photograph, a_png_of


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def zipped(*members):
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for member in members:
            archive.writestr(member, "<xml/>")
    return content.getvalue()


THUMBNAIL = b"\xff\xe1" + struct.pack(">H", 6) + b"\xff\xd8\xff\xd9"
A_PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"
A_PNG = a_kept_png()
A_BROKEN_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"\0\0\0\0IEND\xaeB`\x82"
A_JPEG = a_photograph().replace(b"\xff\xd8", b"\xff\xd8" + THUMBNAIL, 1)
A_DOCX = zipped("[Content_Types].xml", "word/document.xml")


def taken(content, name="ใบสั่ง.pdf"):
    return UploadField().clean(SimpleUploadedFile(name, content, "text/html"))


def refusal(content, name="ใบสั่ง.pdf"):
    with pytest.raises(ValidationError) as refused:
        taken(content, name)
    return refused.value.error_list[0].code, refused.value.messages


@pytest.mark.parametrize(("content", "kind"), [(A_PDF, PDF), (A_PNG, PNG), (A_DOCX, DOCX)])
def test_a_file_is_what_its_content_says_whatever_it_is_called(content, kind):
    upload = taken(content, "ภาพ.html")

    assert (upload.kind, upload.name) == (kind, "ภาพ.html" + kind.suffixes[0])
    assert upload.content.read() == content


def test_of_a_photograph_only_what_is_to_be_seen_is_taken():
    upload = taken(A_JPEG, "เวที.JPEG")

    assert (upload.kind, upload.name) == (JPEG, "เวที.JPEG")
    assert b"SECRET" in A_JPEG
    assert b"SECRET" not in upload.content.read()
    assert upload.content.size < len(A_JPEG)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (A_BROKEN_PNG, "picture", "เปิดรูปนี้ไม่ได้"),
        (a_png_of(50_000, 50_000), "points", "ไม่เกิน 64 ล้านจุด"),
    ],
    ids=["no picture", "a bomb"],
)
def test_a_picture_that_is_none_or_would_fill_the_memory_is_refused(content, code, words):
    refused, (told,) = refusal(content, "ภาพ.png")

    assert (refused, words in told) == (code, True)


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script></html>",
        b"MZ\x90\0" + b"\0" * 100,
        b"GIF89a" + b"\0" * 100,
        zipped("word/document.xml"),
        zipped("[Content_Types].xml", "xl/workbook.xml"),
        zipped("[Content_Types].xml", "ppt/presentation.xml"),
        zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        b" " + A_PDF,
        b"\xef\xbb\xbfhello",
    ],
)
def test_anything_else_is_refused_although_it_calls_itself_a_pdf(content):
    assert refusal(content) == (
        "kind",
        ["รับเฉพาะไฟล์ PDF, PNG, JPEG และ Word (.docx) ไฟล์นี้ไม่ใช่"],
    )


def test_a_file_of_an_old_office_or_with_a_password_says_what_to_do():
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "รายงาน.doc") == (
        "old",
        [
            "ไฟล์นี้เป็น Word หรือ Excel รุ่นเก่า (.doc, .xls) หรือใส่รหัสผ่านไว้ "
            "โปรดเปิดในเครื่อง บันทึกเป็น PDF หรือรุ่นใหม่ที่ไม่มีรหัสผ่าน แล้วส่งอีกครั้ง"
        ],
    )


@pytest.mark.parametrize("content", [A_PDF, A_PNG, A_JPEG, A_DOCX])
def test_a_file_cut_short_is_refused(content):
    assert refusal(content[:-8]) == (
        "truncated",
        ["ไฟล์นี้ไม่ครบ ท้ายไฟล์หายไป โปรดเปิดดูในเครื่องแล้วส่งใหม่"],
    )


def test_an_empty_file_is_refused():
    assert refusal(b"") == ("empty", ["ไฟล์นี้ว่างเปล่า โปรดเลือกไฟล์อื่น"])


def test_a_file_larger_than_the_limit_is_refused(settings):
    settings.FILE_SIZE_LIMIT = len(A_PDF) - 1

    assert refusal(A_PDF)[0] == "large"


def test_a_missing_file_is_none_where_it_may_be_missing():
    assert UploadField(required=False).clean(None) is None


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("คำสั่ง 1-2568.pdf", "คำสั่ง 1-2568.pdf"),
        ("คำสั่ง.PDF", "คำสั่ง.PDF"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ('a"b\r\nc\0d.pdf', "a b c d.pdf"),
        ("...", "file.pdf"),
        ("ก" * 300 + ".pdf", "ก" * 196 + ".pdf"),
    ],
)
def test_the_name_it_had_is_kept_as_far_as_a_name_can_be(called, kept):
    assert file_name(called, PDF) == kept


def test_it_stands_on_the_disk_under_a_name_of_ours_for_nobody_else_to_read(folder):
    with stored(taken(A_PDF), "orders") as name:
        pass

    assert re.fullmatch(r"orders/[0-9a-f]{32}\.pdf", name)
    path = folder / name
    assert path.read_bytes() == A_PDF
    assert oct(path.stat().st_mode)[-3:] == "600"
    assert oct(path.parent.stat().st_mode)[-3:] == "700"


def test_a_file_whose_row_was_refused_does_not_stay(folder):
    with pytest.raises(ZeroDivisionError), stored(taken(A_PDF), "orders"):
        1 / 0  # noqa: B018

    assert [path for path in folder.rglob("*") if path.is_file()] == []


class Kept:
    """What a FileField hands out: the name on the disk."""

    def __init__(self, name):
        self.name = name


def test_it_comes_back_as_an_attachment_that_no_browser_guesses_about(rf):
    with stored(taken(A_PNG, "ผัง.png"), "orders") as name:
        response = download(rf.get("/"), Kept(name), "ผัง.png")

    assert b"".join(response) == A_PNG
    response.file_to_stream.close()
    assert dict(response.items()) == {
        "Content-Type": "image/png",
        "Content-Length": str(len(A_PNG)),
        "Content-Disposition": "attachment; filename*=utf-8''%E0%B8%9C%E0%B8%B1%E0%B8%87.png",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }


@pytest.mark.django_db
def test_a_file_that_is_gone_from_the_disk_says_so(rf, client):
    with stored(taken(A_PDF), "orders") as name:
        default_storage.delete(name)
        request = client.get("/styleguide/").wsgi_request

    response = download(request, Kept(name), "คำสั่ง 1.pdf")

    assert response.status_code == 404
    assert "คำสั่ง 1.pdf" in response.content.decode()
    assert "ไม่พบตัวไฟล์" in response.content.decode()


def test_a_file_outside_the_folder_is_never_opened(rf):
    with pytest.raises(Exception, match="base path component"):
        download(rf.get("/"), Kept("../../secret.pdf"), "x.pdf")


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 กิโลไบต์"),
        (184_320, "180 กิโลไบต์"),
        (1024 * 1024, "1.0 เมกะไบต์"),
        (2_516_582, "2.4 เมกะไบต์"),
    ],
)
def test_a_size_is_told_as_people_say_it(size, words):
    assert size_in_words(size) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [("แผน.PDF", "PDF"), ("ภาพ.jpg", "JPEG"), ("ภาพ.jpeg", "JPEG"), ("ร่าง.v2.docx", "DOCX")],
)
def test_a_kind_is_told_by_its_usual_name(name, words):
    assert kind_in_words(name) == words
