"""The form as a workbook: taken away, filled in, sent back, seen, and written by section."""

from uuid import uuid4

import pytest

from regions.models import ReportFigure, ReportUpload
from tests.factories.regions import fill_in, make_indicator
from tests.factories.workbooks import read, send, taken, url, write

pytestmark = pytest.mark.django_db


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
    return {
        one.key: {told["field"]: (told["theirs"], told["mine"]) for told in one.differences}
        for one, _take in page.context["differing"]
    }


def test_sent_back_as_it_was_taken_nothing_is_to_be_written(as_, report, cast):
    fill_in(report, cast["coordinator"], organizations_found=12)
    client = as_("coordinator")

    page = uploaded(client, report, taken(client, report))

    assert differing(page) == {}
    assert ReportUpload.objects.get().findings == []
    assert "นำเข้าส่วนที่เลือก" not in page.text


def test_what_was_filled_in_is_shown_first_and_written_when_pressed(as_, report):
    client = as_("coordinator")
    book = write(
        taken(client, report),
        certification__organizations_found=12,
        certification__organizations_found__note="นับถึงสิ้นเดือน",
        plans__progress="ทำแล้วสองเรื่อง\nเหลือหนึ่ง",
    )

    page = uploaded(client, report, book)

    assert differing(page) == {
        "certification": {
            "จำนวน organizations_found": ("ยังไม่รายงาน", "12"),
            "จำนวน organizations_found: หมายเหตุ": ("", "นับถึงสิ้นเดือน"),
        },
        "plans": {"ความคืบหน้าตามแผนปฏิบัติการ 1 ปี": ("", "ทำแล้วสองเรื่อง\nเหลือหนึ่ง")},
    }
    assert not ReportFigure.objects.exists()
    press(client, page, "certification", "plans")
    assert ReportFigure.objects.get().value == 12
    assert report.sections.get(key="plans").answers["progress"] == "ทำแล้วสองเรื่อง\nเหลือหนึ่ง"
