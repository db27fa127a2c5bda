"""A report's form as people send it back: filled in, moved about, and broken."""

from io import BytesIO
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories.spreadsheets import book_bytes

ANSWER, NOTE, KEY = 2, 3, 5  # columns as they leave the portal


def taken(client, report):
    """The workbook as it is downloaded."""
    return load_workbook(BytesIO(client.get(url("report-workbook", report)).content))


def url(name, report, *more):
    return reverse(f"regions:{name}", args=[report.pk, *more])


def at(book, key):
    """(sheet, number of the row) of a key."""
    for sheet in book:
        for row in sheet.iter_rows(min_col=KEY, max_col=KEY):
            if row[0].value == key:
                return sheet, row[0].row
    raise KeyError(key)


def write(book, **answers):
    """``plans__progress="…"``: into the cell to fill; ``…__note`` into the one beside it."""
    for name, value in answers.items():
        section, key, *note = name.split("__")
        sheet, row = at(book, f"{section}/{key}")
        sheet.cell(row, NOTE if note else ANSWER).value = value
    return book


def read(book, key):
    sheet, row = at(book, key)
    return sheet.cell(row, ANSWER).value


def send(client, report, book, *, token, name="แบบ.xlsx", **more):
    content = book if isinstance(book, bytes) else book_bytes(book)
    data = {"upload": SimpleUploadedFile(name, content), "token": token}
    return client.post(url("upload-create", report), data, **more)


def uploaded(client, report, book):
    """The page that shows what would change."""
    response = send(client, report, book, token=uuid4())
    assert response.status_code == 302, response.context["form"].errors
    return client.get(response.url)


def press(client, page, *keys):
    """Choose these sections, as the page was seen."""
    seen = {f"seen_{one.key}": one.version for one, take in page.context["differing"] if take}
    return client.post(page.request["PATH_INFO"], seen | {f"take_{key}": "on" for key in keys})


def differing(page):
    """By section and question: what stands in the draft, and what the file says."""
    return {
        one.key: {told["field"]: (told["theirs"], told["mine"]) for told in one.differences}
        for one, _take in page.context["differing"]
    }
