"""What stands beside the sections of the regions' reports: issues, a photograph, a helping hand."""

import struct
import zlib
from collections.abc import Iterator
from datetime import date
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from committees.models import Issue, IssueProgress
from regions.models import ReportAttachment, ReportingUnit, ReportSection

from .committee import House
from .days import at_hour
from .reports import provinces_by_region
from .words_issues import ISSUES, PHOTO_SAYS, TOLD_OF_EACH

PHOTO = "เวทีตำบลต้นแบบ.png"
LENT = ("lower-north", "areas", "officer")  # whose section, which, and to whom


def load_filling(house: House, *, today: date):
    sections = ReportSection.objects.filter(report__unit__kind=ReportingUnit.Kind.REGION)
    rows = list(sections.select_related("report__round", "report__unit__region"))
    tell_issues([row for row in rows if row.key == "issues" and row.version])
    attach_photos([row for row in rows if row.key == "areas" and row.version])
    lend(house, [row for row in rows if row.key == LENT[1]], today=today)


def tell_issues(rows: list[ReportSection]) -> None:
    provinces, issues = provinces_by_region(), list(Issue.objects.filter(code__in=ISSUES))
    IssueProgress.objects.bulk_create(
        progress
        for row in rows
        for progress in told_in(row, issues, provinces[row.report.unit.region_id])
    )


def told_in(row, issues, provinces) -> Iterator[IssueProgress]:
    """A few issues of all, by turns, so that each region has its own and each month others."""
    turn = row.report.round.month.month + row.report.unit.region.number
    for step in range(TOLD_OF_EACH):
        issue = issues[(turn + step * 2) % len(issues)]
        words = ISSUES[issue.code]
        level, text = words[(turn // 2 + row.report.unit.region.number) % len(words)]
        place = provinces[(turn + step) % len(provinces)]
        told = text.format(a=place)
        yield IssueProgress(report=row.report, issue=issue, level=level, text=told)


# -- A photograph ----------------------------------------------------------------------


def attach_photos(rows: list[ReportSection]) -> None:
    """One beside each section on concrete areas of the latest round: drawn here, and said so."""
    latest = max(row.report.round.month for row in rows)
    picture = drawn_photo()
    ReportAttachment.objects.bulk_create(
        ReportAttachment(
            section=row,
            file=default_storage.save(f"reports/{uuid4().hex}.png", ContentFile(picture)),
            name=PHOTO,
            size=len(picture),
            says=PHOTO_SAYS,
            added_by=row.saved_by,
            added_at=row.saved_at,
        )
        for row in rows
        if row.report.round.month == latest
    )


def drawn_photo(width: int = 320, height: int = 240) -> bytes:
    """A sky, two hills and a field, as a PNG."""
    lines = b"".join(b"\x00" + line_of(y, width, height) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def line_of(y: int, width: int, height: int) -> bytes:
    return b"".join(colour_at(x / width, y / height) for x in range(width))


def colour_at(x: float, y: float) -> bytes:
    if y < 0.45 + (x - 0.3) ** 2:
        return bytes((190 - int(60 * y), 215 - int(30 * y), 235))
    if y < 0.6 + 0.5 * (x - 0.75) ** 2:
        return bytes((86, 128, 96))
    return bytes((205 - int(40 * y), 176, 92))


def chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


# -- A helping hand --------------------------------------------------------------------


def lend(house: House, rows: list[ReportSection], *, today: date) -> None:
    """In the open round of one region a section is with a colleague."""
    region, _key, colleague = LENT
    here = [row for row in rows if row.report.unit.region.code == region]
    row = max(here, key=lambda row: row.report.round.month)
    row.handed_to, row.handed_by = house.users[colleague], house.filers[region]
    row.handed_at = at_hour(row.report.round.opens_on, 11)
    row.save(update_fields=["handed_to", "handed_by", "handed_at"])
