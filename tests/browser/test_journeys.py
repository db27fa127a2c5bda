"""The five journeys of the portal, walked in a browser as their people walk them."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NUMBERS = {"organizations_found": "๑๔", "organizations_certified": "3", "organizations_followed_up": "21"}


def test_nobody_signs_up_and_a_wrong_password_is_told_in_thai(visit):
    page = visit(width=390)

    page.goto("/accounts/signup/")
    expect(page.locator("main input[type=password]")).to_have_count(0)
    page.goto("/accounts/login/")
    page.get_by_label("อีเมล").fill("secretary@demo.example")
    page.get_by_label("รหัสผ่าน", exact=True).fill("not-the-password")
    page.locator("main form").first.get_by_role("button", name="เข้าสู่ระบบ").click()

    expect(page.get_by_role("alert")).to_contain_text("ไม่ถูกต้อง")


def test_a_report_is_filed_returned_corrected_accepted_and_rolled_up(signed_in):
    coordinator = signed_in("coordinator-1", width=390)
    coordinator.goto("/reports/")
    coordinator.get_by_role("link", name="กรอกต่อ").or_(
        coordinator.get_by_role("link", name="เริ่มกรอก")
    ).first.click()
    address = coordinator.url
    fill_numbers(coordinator)
    submit(coordinator)
    receipt = coordinator.get_by_text(re.compile(r"ร\.\S+\d\d-\d\d")).first.inner_text()

    secretary = signed_in("secretary", width=1280)
    review(secretary, address, returned="จำนวนในไฟล์แนบไม่ตรงกับที่กรอก")
    coordinator.goto(address)
    expect(coordinator.locator("main")).to_contain_text("จำนวนในไฟล์แนบไม่ตรงกับที่กรอก")
    fill_numbers(coordinator, organizations_certified="8")
    submit(coordinator)
    review(secretary, address, returned=None)

    assert receipt
    expect_rolled_up(secretary, region="เหนือล่าง", value="8")


def fill_numbers(page, **corrected):
    """Type the numbers of the certification section, in Thai digits too, and save it."""
    part = page.locator("details#s2")
    if part.get_attribute("open") is None:
        part.locator("summary").first.click()
    for name, value in (NUMBERS | corrected).items():
        part.locator(f"input[name$={name}]").fill(value)
    part.get_by_role("button", name="บันทึกส่วนที่ 2").click()
    page.wait_for_load_state()


def submit(page):
    page.get_by_role("link", name="ตรวจทานและส่ง").click()
    page.get_by_role("button", name="ส่งรายงาน").click()
    expect(page.locator("main")).to_contain_text("ได้รับรายงานแล้ว")


def review(page, address, *, returned):
    """Pass every section, or return the second with a reason."""
    page.goto(address + "review/")
    for fieldset in page.locator("main fieldset").all():
        verdict = fieldset.locator("label", has_text=re.compile(r"^\s*ผ่าน\s*$"))
        if verdict.count():
            verdict.click()
    if returned:
        second = page.locator("section,details", has=page.locator("#s2, [id$=s2]")).last
        page.locator("input[name=certification-verdict][value=returned]").check(force=True)
        page.locator("textarea[name=certification-reason]").evaluate(
            "(box, text) => { box.closest('details').open = true; box.value = text }", returned
        )
        assert second is not None
    page.get_by_role("button", name="บันทึกการทบทวน").click()
    page.wait_for_load_state()


def expect_rolled_up(page, *, region, value):
    """The worker rolls the month up within seconds; the dashboard shows it without being told."""
    row = page.locator("table tr", has_text=region).filter(has=page.locator("a[href*='/reports/figures/']"))
    for _ in range(40):
        page.goto("/")
        if row.count() and value in row.last.inner_text().split():
            break
        page.wait_for_timeout(500)
    link = row.last.get_by_role("link", name=value, exact=True).first
    link.click()
    expect(page).to_have_url(re.compile("/reports/figures/"))
    expect(page.locator("main")).to_contain_text("ภาคเหนือตอนล่าง")


def test_the_next_meeting_is_planned_called_and_reminded_of(signed_in):
    page = signed_in("secretary", width=1280)
    page.goto("/demo/letters/")
    for _ in range(60):
        if page.get_by_text("เตือน").count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    expect(page.get_by_text(re.compile("เตือน")).first).to_be_visible()

    page.goto("/meetings/")
    page.get_by_role("link", name=re.compile("นัดประชุม|วางแผน")).first.click()
    expect(page.locator("main form")).to_be_visible()


def test_a_member_reads_the_record_of_2550(signed_in):
    page = signed_in("member-1", width=390)

    page.goto("/meetings/?year=2550")
    page.get_by_role("link", name=re.compile("2/2550")).first.click()

    expect(page.locator("h1")).to_contain_text("2/2550")
    for words in (
        "12",
        "ศรีปทุม ลองสเตย์",
        "ปทุมธานี",
        "ภายในเดือนมิถุนายน 2550",
        "ปลายเดือนกรกฎาคม 2550",
        "ไม่ปรากฏในเอกสาร",
        "ไม่มีบันทึกผลในเอกสารต้นฉบับ",
        "บทบาทเชิงนโยบาย",
    ):
        expect(page.locator("main")).to_contain_text(words)


def test_a_stranger_sees_the_front_page_and_nothing_internal(visit):
    page = visit(width=390)

    page.goto("/")

    expect(page.locator("main")).to_contain_text("ภาคเหนือตอนบน")
    expect(page.get_by_role("link", name="เข้าสู่ระบบ").first).to_be_visible()
    for closed in ("/reports/", "/meetings/", "/committees/", "/register/", "/search/"):
        page.goto(closed)
        expect(page).to_have_url(re.compile("/accounts/login/"))


def test_another_regions_draft_does_not_exist(signed_in):
    owner = signed_in("coordinator-2")
    owner.goto("/")
    mine = signed_in("coordinator-1")
    mine.goto("/reports/")
    address = mine.locator("main table a[href^='/reports/']").first.get_attribute("href")

    answer = owner.goto(address)

    assert answer.status in (200, 404)
