"""The form of journey 2: no button loses what was typed, and the page says how far it is."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories.regions import fill_in, make_indicator, returned


def page_of(client, report, query=""):
    return client.get(f"{report.get_absolute_url()}{query}").content.decode()


def save_url(report, key):
    return reverse("regions:report-section", args=[report.pk, key])


def saved(report, key):
    return report.sections.get(key=key)


def current(page):
    """The key of the part the main button saves."""
    form = re.search(
        r'<button class="btn[^"]*" form="([^"]+)" name="then" value="submission"', page
    )[1]
    return re.search(rf'id="{form}" method="post" action="[^"]*/sections/(\w+)/"', page)[1]


# -- Nothing typed is lost ---------------------------------------------------------------


def test_the_main_button_saves_what_was_typed_and_leads_to_the_look_before_sending(as_, report):
    client = as_("coordinator")

    response = client.post(
        save_url(report, "highlights"), {"version": 0, "highlights": "เวที", "then": "submission"}
    )

    assert response.url == reverse("regions:report-submission", args=[report.pk])
    assert "เวที" in client.get(response.url).content.decode()


def test_the_button_of_another_part_saves_first_too(as_, report):
    response = as_("coordinator").post(
        save_url(report, "highlights"), {"version": 0, "highlights": "เวที", "then": "plans"}
    )

    assert response.url == f"{report.get_absolute_url()}?part=plans#s5"
    assert saved(report, "highlights").answers["highlights"] == "เวที"


def test_leading_on_from_an_untouched_part_does_not_begin_it(as_, report):
    response = as_("coordinator").post(
        save_url(report, "certification"),
        {
            "version": 0,
            "organizations_found": "",
            "organizations_found_instead": "nothing_yet",
            "organizations_found_note": "",
            "story": "",
            "then": "submission",
        },
    )

    assert response.status_code == 302
    assert saved(report, "certification").version == 0


def test_what_cannot_be_saved_comes_back_instead_of_leading_on(as_, report):
    response = as_("coordinator").post(
        save_url(report, "certification"),
        {"version": 0, "organizations_found": "สิบ", "then": "submission"},
    )

    page = response.content.decode()
    assert (response.status_code, current(page)) == (422, "certification")
    assert 'value="สิบ"' in page
    assert re.search(r'id="s2-form"[^>]* data-dirty', page)


def test_without_a_script_one_part_is_filled_in_at_a_time(as_, report):
    page = page_of(as_("coordinator"), report, "?part=plans")

    assert current(page) == "plans"
    assert re.findall(r'<details class="part" id="(s\d)"[^>]* data-later', page) == [
        "s1",
        "s2",
        "s3",
        "s4",
        "s6",
        "s7",
    ]
    assert re.findall(r'form="s5-form" name="then" value="(\w+)"', page) == [
        "resolutions",
        "certification",
        "areas",
        "issues",
        "highlights",
        "support",
        "colleagues",
        "submission",
    ]


# -- What the page says of it ------------------------------------------------------------


def savebar(page):
    found = re.search(r'data-saved( data-s="done")?.*?data-saved-words>(.*?)</span>', page, re.S)
    return bool(found[1]), found[2]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "บันทึกแล้ว 10.42 น."), (1, "บันทึกแล้ว เมื่อวานนี้ 10.42 น."), (3, "บันทึกแล้ว 1 ก.ค. 10.42 น.")],
)
def test_the_last_save_is_told_with_its_day_unless_that_is_today(as_, report, clock, days, words):
    client = as_("coordinator")
    client.post(save_url(report, "highlights"), {"version": 0, "highlights": "ก"})
    clock.shift(timedelta(days=days))

    assert savebar(page_of(client, report)) == (True, words)


def test_text_that_came_back_after_a_sign_in_is_not_called_saved(client, report, cast):
    client.force_login(cast["coordinator"])
    client.post(save_url(report, "plans"), {"version": 0, "progress": "ก"})
    author = re.search(r'name="author" value="([^"]+)"', page_of(client, report))[1]
    client.logout()
    client.post(
        save_url(report, "highlights"), {"version": 0, "author": author, "highlights": "ค้าง"}
    )
    client.force_login(cast["coordinator"])

    page = page_of(client, report)

    assert "ค้าง" in page
    assert savebar(page) == (False, "ยังไม่ได้บันทึก")
    assert re.search(r'id="s6-form"[^>]* data-dirty', page)
    assert current(page) == "highlights"


def test_autosave_brings_the_states_that_follow_from_it(as_, report):
    make_indicator("organizations_certified")
    client = as_("coordinator")

    answer = client.post(
        save_url(report, "certification"),
        {"version": 0, "organizations_found": "14"},
        headers={"X-Autosave": "1"},
    )

    shown = answer.json()["shown"]
    assert "ยังขาด 1 ข้อ" in shown["s2-state"]
    assert "กำลังกรอก" in shown["round-state"]
    assert shown["round-strip"].count('data-w="draft"') == 1
    page = page_of(client, report)
    for place, html in shown.items():
        assert re.search(rf'id="{place}">\s*{re.escape(html)}', page), place


def filled(page):
    """The filled buttons of the form, by their words."""
    main = page[page.index("<main") :]
    return re.findall(r'<(?:a|button) class="btn"[^>]*>(.*?)</', main)


def test_a_returned_report_has_one_filled_button_at_a_time(as_, report, cast, clock):
    reasons = {"plans": "ขาดวงเงิน", "highlights": "สั้นไป"}
    report = returned(
        report, cast["coordinator"], cast["secretariat"], reasons, organizations_found=14
    )
    clock.shift(timedelta(hours=1))
    client = as_("coordinator")
    seen = [filled(page_of(client, report))]

    for key in reasons:
        client.post(save_url(report, key), {"version": saved(report, key).version})
        seen.append(filled(page_of(client, report)))

    assert seen == [["ไปแก้ส่วนที่ 5"], ["ไปแก้ส่วนที่ 6"], ["ตรวจทานและส่ง"]]


# -- Before sending ----------------------------------------------------------------------


def test_empty_parts_are_named_before_sending_and_do_not_hinder_it(as_, report, cast):
    fill_in(report, cast["coordinator"], organizations_found=14)
    client = as_("coordinator")
    client.post(save_url(report, "plans"), {"version": 0, "progress": "ก"})

    page = client.get(reverse("regions:report-submission", args=[report.pk])).content.decode()

    named = page[page.index('id="empty"') : page.index('id="seen"')]
    assert 'ยังไม่ได้กรอก <span class="nw">5 ส่วน</span>' in named
    assert re.findall(r"\?part=(\w+)", named) == [
        "resolutions",
        "areas",
        "issues",
        "highlights",
        "support",
    ]
    assert "ส่งรายงาน</button>" in page
