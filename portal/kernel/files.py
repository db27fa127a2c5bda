"""Files that people upload: known by what is in them, kept under a name of ours.

They stand outside what the web server shows (MEDIA_ROOT, no address of its own): a page that
knows who may read one answers with :func:`download`. What a file was called is a column
beside it, so the name on the disk says nothing. Of a photograph only its points are kept.
"""

import logging
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath
from typing import NamedTuple
from uuid import uuid4
from zipfile import BadZipFile, ZipFile

from django import forms
from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .photographs import MOST_POINTS, TooLarge, Unreadable, cleaned
from .thai import normalise

log = logging.getLogger(__name__)

NAME_LENGTH = 200
MEGABYTE = 1024 * 1024


class Kind(NamedTuple):
    """A kind of file the portal takes; the first suffix is the one it is kept under."""

    suffixes: tuple[str, ...]
    content_type: str


PDF = Kind((".pdf",), "application/pdf")
PNG = Kind((".png",), "image/png")
JPEG = Kind((".jpg", ".jpeg"), "image/jpeg")
DOCX = Kind((".docx",), "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
XLSX = Kind((".xlsx",), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
JSON = Kind((".json",), "application/json")
CONTENT_TYPES = {
    suffix: kind.content_type
    for kind in (PDF, PNG, JPEG, DOCX, XLSX, JSON)
    for suffix in kind.suffixes
}
PICTURES = (PNG, JPEG)
OFFICE = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}  # by the member each must have
LOCKED_OR_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc and .xls, and what asks for a password


class Upload(NamedTuple):
    """A file that was looked into, and what its sender called it."""

    content: File
    kind: Kind
    name: str


# -- What it is ------------------------------------------------------------------


def kind_of(content: bytes) -> tuple[Kind | None, bool]:
    """What kind of file this is by its first bytes, and whether its end is there too."""
    if content.startswith(b"%PDF-"):
        return PDF, b"%%EOF" in content[-2048:]
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG, b"IEND\xaeB`\x82" in content[-2048:]
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG, _is_whole_jpeg(content)
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content)
    if content.startswith(b"\xef\xbb\xbf{") or content.lstrip().startswith(b"{"):
        return JSON, content.rstrip().endswith(b"}")
    return None, False


def _is_whole_jpeg(content: bytes) -> bool:
    """The picture's own end stands behind its scan; that of a thumbnail, before it, is none."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        at += 2 + length
        if marker == 0xDA:
            return b"\xff\xd9" in content[at:]
    return False


def _kind_of_zip(content: bytes) -> tuple[Kind | None, bool]:
    """A document of Word or Excel is a zip with certain members, and one with a program in it is
    none; cut short, the list of members is gone."""
    try:
        members = set(ZipFile(BytesIO(content)).namelist())
    except (BadZipFile, ValueError, OverflowError, NotImplementedError, struct.error):
        return DOCX, False
    if "[Content_Types].xml" not in members or any("vbaProject" in name for name in members):
        return None, False
    kind = next((OFFICE[name] for name in OFFICE if name in members), None)
    return kind, kind is not None


# -- Taking it in ----------------------------------------------------------------


class UploadField(forms.FileField):
    """A file from somebody's device; the answer is an :class:`Upload`, or None where none came.

    A field that takes other ``kinds`` names them in its hint and in its refusal, too.
    """

    widget = forms.FileInput
    kinds = (PDF, PNG, JPEG, DOCX)
    taken = gettext_lazy("PDF, PNG, JPEG หรือ Word ไม่เกิน {size} MB")
    default_error_messages = {
        "invalid": gettext_lazy("ไฟล์ไม่ได้มาถึง โปรดเลือกไฟล์อีกครั้ง"),
        "empty": gettext_lazy("ไฟล์นี้ว่างเปล่า โปรดเลือกไฟล์อื่น"),
        "kind": gettext_lazy("รับเฉพาะไฟล์ PDF, PNG, JPEG และ Word (.docx) ไฟล์นี้ไม่ใช่"),
        "old": gettext_lazy(
            "ไฟล์นี้เป็น Word หรือ Excel รุ่นเก่า (.doc, .xls) หรือใส่รหัสผ่านไว้ "
            "โปรดเปิดในเครื่อง บันทึกเป็น PDF หรือรุ่นใหม่ที่ไม่มีรหัสผ่าน แล้วส่งอีกครั้ง"
        ),
        "truncated": gettext_lazy("ไฟล์นี้ไม่ครบ ท้ายไฟล์หายไป โปรดเปิดดูในเครื่องแล้วส่งใหม่"),
        "picture": gettext_lazy("เปิดรูปนี้ไม่ได้ ไฟล์อาจเสียหาย โปรดถ่ายใหม่ หรือบันทึกเป็น JPEG แล้วส่งอีกครั้ง"),
        "points": gettext_lazy(
            "รูปนี้มีจุดมากเกินไป รับได้ไม่เกิน {most} ล้านจุด โปรดย่อรูปหรือถ่ายใหม่ด้วยความละเอียดปกติ"
        ),
    }

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"help_text": self.in_words(), **kwargs})
        suffixes = [suffix for kind in self.kinds for suffix in kind.suffixes]
        self.widget.attrs["accept"] = ",".join(suffixes)

    @classmethod
    def in_words(cls) -> str:
        """What is taken, for the hint."""
        return format_lazy(cls.taken, size=settings.FILE_SIZE_LIMIT // MEGABYTE)

    def clean(self, data: UploadedFile | None, initial: object = None) -> Upload | None:
        file = super().clean(data)
        return _looked_into(file, self.kinds, self.error_messages) if file else None


def _looked_into(file: UploadedFile, kinds: tuple[Kind, ...], refusals: dict[str, str]) -> Upload:
    if file.size > settings.FILE_SIZE_LIMIT:
        large = _("ไฟล์ใหญ่เกินไป รับได้ไม่เกิน %(size)s MB โปรดย่อไฟล์หรือสแกนใหม่") % {
            "size": settings.FILE_SIZE_LIMIT // MEGABYTE
        }
        raise forms.ValidationError(large, code="large")
    content, name = file.read(), file.name
    file.seek(0)
    kind, is_whole = kind_of(content)
    if kind not in kinds or not is_whole:
        code = _fault(content, kind, kinds)
        raise forms.ValidationError(refusals[code], code=code)
    if kind in PICTURES:
        file = _drawn_anew(content, kind, refusals)
    return Upload(file, kind, file_name(name, kind))


def _drawn_anew(content: bytes, kind: Kind, refusals: dict[str, str]) -> File:
    """A photograph without where and when it was taken, upright and no larger than is looked at."""
    try:
        return ContentFile(cleaned(content, kind.suffixes[0]))
    except Unreadable:
        raise forms.ValidationError(refusals["picture"], code="picture") from None
    except TooLarge:
        refusal = refusals["points"].format(most=MOST_POINTS // 1_000_000)
        raise forms.ValidationError(refusal, code="points") from None


def _fault(content: bytes, kind: Kind | None, kinds: tuple[Kind, ...]) -> str:
    if content.startswith(LOCKED_OR_OLD):
        return "old"
    return "truncated" if kind in kinds else "kind"


def file_name(name: str, kind: Kind) -> str:
    """What the sender called it, fit to be a file's name again, with the suffix of what it is."""
    name = normalise(re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]', " ", name)).replace("\n", " ")
    path = PurePath(name.strip(". ") or "file")
    suffix = path.suffix if path.suffix.lower() in kind.suffixes else kind.suffixes[0]
    stem = path.stem if suffix == path.suffix else path.name
    return stem[: NAME_LENGTH - len(suffix)].rstrip() + suffix


@contextmanager
def stored(upload: Upload | None, folder: str) -> Iterator[str]:
    """The name under which the file now stands on the disk, or nothing where none came.

    If what is done with it fails, the file is gone again.
    """
    if upload is None:
        yield ""
        return
    name = default_storage.save(f"{folder}/{uuid4().hex}{upload.kind.suffixes[0]}", upload.content)
    try:
        yield name
    except BaseException:
        default_storage.delete(name)
        raise


# -- Handing it back -------------------------------------------------------------


class Kept(NamedTuple):
    """A file on the disk that no row names."""

    name: str


def download(request: HttpRequest, file: FieldFile | Kept, name: str) -> HttpResponse:
    """The file as an attachment under its own name; a page that says so where it is gone."""
    try:
        content = default_storage.open(file.name)
    except (OSError, ValueError):
        log.error("file %s is not on the disk", file.name)
        return render(request, "404_file.html", {"name": name}, status=404)
    suffix = PurePath(file.name).suffix
    content_type = CONTENT_TYPES.get(suffix, "application/octet-stream")
    response = FileResponse(content, as_attachment=True, filename=name, content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


# -- In words --------------------------------------------------------------------


def kind_in_words(name: str) -> str:
    """PDF, DOCX, XLSX, PNG, JPEG: what the suffix of a kept file says."""
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    return "JPEG" if suffix == "jpg" else suffix.upper()


def size_in_words(size: int) -> str:
    """180 กิโลไบต์, 2.4 เมกะไบต์; never nothing."""
    if size < MEGABYTE:
        return _("%(n)s กิโลไบต์") % {"n": max(1, round(size / 1024))}
    return _("%(n)s เมกะไบต์") % {"n": f"{size / MEGABYTE:.1f}"}
