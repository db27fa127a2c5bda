"""What the form refuses, and where: beside the box, with the typed text still in it."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WORDS = "กรอกเป็นตัวเลข เช่น 14"


@pytest.fixture
def form(signed_in):
    """The draft of a region at its numbers, on a phone; ``form(script=False)``."""

    def open_form(**window):
        page = signed_in("coordinator-1", **window)
        page.goto("/reports/")
        page.goto(page.locator("main th a").first.get_attribute("href") + "?part=certification")
        return page

    return open_form


def found(page):
    return page.get_by_label("องค์กรที่ค้นหาพบใหม่", exact=False).first


def forget_refusals(complaints):
    """A browser complains of each answer 422, also of one that was expected."""
    complaints[:] = [words for words in complaints if "422" not in words]


def test_what_cannot_be_saved_quietly_is_said_beside_its_box_and_goes_once_mended(form, complaints):
    page = form()
    before = found(page).input_value()
    error = page.locator("#s2 .field__error")

    found(page).fill("สิบสอง")
    expect(page.locator("[data-saved]")).to_contain_text(f"องค์กรที่ค้นหาพบใหม่: {WORDS}")
    expect(error).to_have_count(0)  # somebody still types there
    found(page).blur()
    expect(error).to_have_text(WORDS)
    expect(found(page)).to_have_attribute("aria-invalid", "true")

    found(page).fill(before or "๑๒")
    expect(page.locator("[data-saved]")).to_contain_text("บันทึกแล้ว")
    expect(error).to_have_count(0)
    forget_refusals(complaints)


@pytest.mark.parametrize("script", [True, False])
def test_the_way_on_leads_to_what_must_be_mended(form, complaints, script):
    page = form(script=script)

    found(page).fill("สิบสอง")
    page.get_by_role("button", name="ตรวจทานและส่ง").click()

    summary = page.locator(".error_summary")
    expect(summary).to_contain_text(f"องค์กรที่ค้นหาพบใหม่: {WORDS}")
    if script:
        expect(summary).to_be_focused()
    expect(page.locator("#s2 .field__error")).to_have_text(WORDS)
    expect(found(page)).to_have_value("สิบสอง")
    forget_refusals(complaints)


def test_text_of_an_ended_session_comes_back_after_signing_in(form, complaints):
    page = form()
    story = page.locator("textarea[name=story]")
    story.fill("พิมพ์ไว้ก่อนหมดเวลา")
    page.context.clear_cookies(name="sessionid")

    page.get_by_role("button", name="ตรวจทานและส่ง").click()
    page.locator("main button[name=who][value=coordinator-1]").click()

    expect(story).to_have_value("พิมพ์ไว้ก่อนหมดเวลา")
    page.get_by_role("button", name="บันทึกส่วนที่ 2").click()
    expect(page.get_by_text("บันทึกส่วนที่ 2 แล้ว")).to_be_visible()
