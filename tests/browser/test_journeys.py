"""The journeys of the portal, walked in a browser as their people walk them."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

REASON = "จำนวนในไฟล์แนบไม่ตรงกับที่กรอก"


# -- 1. Signing in ---------------------------------------------------------------


def test_a_wrong_password_is_told_in_thai_and_nobody_signs_up_uninvited(visit):
    page = visit()

    page.goto("/accounts/login/")
    page.get_by_label("อีเมล").fill("secretary@demo.example")
    page.get_by_label("รหัสผ่าน", exact=True).fill("not-the-password")
    page.get_by_role("button", name="เข้าสู่ระบบ", exact=True).click()

    expect(page.get_by_role("alert").first).to_contain_text("ไม่ถูกต้อง")
    page.goto("/accounts/signup/")
    expect(page.locator("main input[type=password]")).to_have_count(0)


def test_one_becomes_another_person_in_one_click_from_any_page(signed_in):
    page = signed_in("secretary", width=1280)

    page.goto("/meetings/")
    page.locator(".demo button[value=auditor]").click()

    expect(page.locator(".demo")).to_contain_text("ผู้ตรวจสอบ")


# -- 2. The main job -------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_part_that_was_sent_back_is_filled_in_and_saved(signed_in, script):
    page = signed_in("coordinator-2", script=script)
    address = own_report(page)
    written = f"ตรวจกับรายชื่อแล้ว ๓ องค์กร {script}"  # kept in Arabic digits

    page.goto(address)
    page.locator("#s2 textarea").first.fill(written)
    with page.expect_navigation():
        page.get_by_role("button", name="บันทึกส่วนที่ 2").click()
    page.goto(address)

    expect(page.locator("#s2 textarea").first).to_have_value(written.replace("๓", "3"))


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_what_was_typed_a_moment_ago_stands_on_the_page_before_sending(signed_in, script):
    page = signed_in("coordinator-2", script=script)
    written = f"เพิ่งพิมพ์และกดทันที {script}"

    page.goto(own_report(page))
    page.locator("#s2 textarea").first.fill(written)
    page.get_by_role("button", name="ตรวจทานและส่ง").click()

    expect(page).to_have_url(re.compile("/submission/$"))
    expect(page.locator("#s2")).to_contain_text(written)


def test_a_report_is_filed_returned_corrected_accepted_and_rolled_up(signed_in):
    coordinator = signed_in("coordinator-1")
    address = own_report(coordinator)
    file_report(coordinator, address, certified="๓")
    receipt = coordinator.get_by_text(re.compile(r"^ร\.\S+-\d\d$")).first.inner_text()

    secretary = signed_in("secretary", width=1280)
    review(secretary, address, second="return")
    coordinator.goto(address)
    expect(coordinator.get_by_text(REASON).first).to_be_visible()
    expect(coordinator.locator("details#s2")).to_have_attribute("open", "")
    file_report(coordinator, address, certified="1,008")
    expect(coordinator.get_by_text(receipt, exact=True).first).to_be_visible()
    review(secretary, address, second="pass")

    link = rolled_up_link(secretary, region="เหนือล่าง", value="1,008")
    link.click()
    expect(secretary).to_have_url(re.compile("/reports/figures/organizations_certified/"))
    expect(secretary.locator("main")).to_contain_text("เหนือล่าง")
    expect(secretary.locator(f"main a[href='{address}']").first).to_be_visible()


def own_report(page):
    """The address of the open round's report of the region this person speaks for."""
    page.goto("/reports/")
    return page.locator("main section table tbody th a").first.get_attribute("href")


def open_part(page, number):
    part = page.locator(f"details#s{number}")
    if part.get_attribute("open") is None:
        part.locator("summary").first.click()


def file_report(page, address, *, certified):
    """Type the three numbers of the certification section, in either digits, and send."""
    page.goto(address)
    open_part(page, 2)
    for name, value in [("found", "๑๔"), ("certified", certified), ("followed_up", "21")]:
        page.locator(f"#s2 input[inputmode=numeric][name*=organizations_{name}]").fill(value)
    with page.expect_navigation():
        page.get_by_role("button", name="บันทึกส่วนที่ 2").click()
    page.goto(f"{address}submission/")
    page.get_by_role("button", name="ส่งรายงาน").click()
    expect(page.locator("main")).to_contain_text("ได้รับรายงานแล้ว")


def review(page, address, *, second):
    """Pass every part that waits; the second part gets the verdict asked for."""
    page.goto(f"{address}review/")
    for radio in page.locator("main input[type=radio][value=pass]").all():
        radio.locator("xpath=..").click()
    if second == "return":
        page.locator("#s2 input[value=return]").locator("xpath=..").click()
        page.locator("#s2 textarea").fill(REASON)
    page.get_by_role("button", name="บันทึกการทบทวน").click()
    expect(page).not_to_have_url(re.compile("/review/$"))


def rolled_up_link(page, *, region, value):
    """The worker rolls the month up within seconds; the dashboard then shows it."""
    link = page.locator("tr", has_text=region).get_by_role("link", name=value, exact=True)
    for _ in range(60):
        page.goto("/")
        if link.count():
            break
        page.wait_for_timeout(500)
    return link.first


# -- 3. Calling a meeting --------------------------------------------------------


def test_a_meeting_is_planned_and_called_and_each_holder_gets_one_letter(signed_in):
    page = signed_in("secretary", width=1280)
    plan_meeting(page)

    page.get_by_role("link", name="ตรวจรายชื่อและเรียกประชุม").click()
    due = page.locator("details table tbody tr").count()
    expect(page.locator("#calls").locator("xpath=../..")).to_contain_text("ว่าง")
    page.get_by_role("button", name="เรียกประชุมและส่งหนังสือเชิญ").click()
    page.goto(re.sub(r"(/meetings/\d+/).*", r"\1invitations/", page.url))
    told = page.locator("section[aria-labelledby=answers] tbody tr")
    letters = told.filter(has_text="หนังสือเชิญ")

    assert letters.count() == due > 50
    for _ in range(60):
        if letters.filter(has_text="ส่งแล้ว").count() == due:
            break
        page.wait_for_timeout(1000)
        page.reload()
    expect(letters.filter(has_text="ส่งแล้ว")).to_have_count(due)
    page.get_by_role("button", name=re.compile("^โทรแล้ว")).first.click()
    expect(page.locator("main")).to_contain_text("โทรแล้ว วันนี้")


def plan_meeting(page):
    page.goto("/meetings/new/")
    page.get_by_role("textbox", name="วันแรก").fill("๑๒/๑/2585")
    page.get_by_role("combobox", name="สถานที่").fill("ศาลาประชาคม")
    page.locator("summary", has_text="วัตถุประสงค์").click()
    page.get_by_role("textbox", name="วัตถุประสงค์").fill("ทบทวนแผน")
    page.locator("input[name^=agenda][name$=title]").first.fill("รายงานความก้าวหน้า")
    page.get_by_role("button", name="บันทึกร่าง").click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).to_contain_text("2585")


def test_the_reminder_that_was_due_is_sent_soon_after_the_first_start(signed_in):
    page = signed_in("secretary", width=1280)
    sent = page.locator("li", has_text="ขอเตือน").filter(has_text="ส่งแล้ว")

    for _ in range(90):
        page.goto("/demo/letters/?q=ขอเตือน")
        if sent.count():
            break
        page.wait_for_timeout(1000)

    expect(sent.first).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_link_of_a_letter_answers_without_signing_in(visit, script):
    page = visit(script=script)
    page.goto("/demo/letters/?q=member-1")
    letter = page.locator("li", has_text="ขอเชิญประชุม").locator("a[href*='/meetings/reply/']")

    page.goto(urlsplit(letter.first.get_attribute("href")).path)
    page.get_by_label("ไม่มา", exact=True).check()
    page.get_by_label("เหตุที่มาไม่ได้").fill("ดูแลแม่ที่ป่วย")
    page.locator(".answer").get_by_role("button").click()

    expect(page.locator(".answer .note")).to_contain_text("ท่านตอบว่ามาไม่ได้")
    expect(page.locator("main")).not_to_contain_text("ดูแลแม่ที่ป่วย")
    page.goto("/meetings/")
    expect(page).to_have_url(re.compile("/accounts/login/"))


# -- Writing the record ------------------------------------------------------------


def test_two_browsers_that_write_one_block_lose_nothing(signed_in, complaints):
    first, second = (signed_in("secretary", width=1280) for _ in range(2))
    address = open_record(first)
    for page in (first, second):
        page.goto(address)

    with first.expect_response(lambda answer: "/discussion/" in answer.url):
        first.locator("textarea[name=discussion]").fill("ข้อความของคนแรก")
    expect(first.locator("[data-saved]")).to_contain_text("บันทึกแล้ว")
    second.locator("textarea[name=discussion]").fill("ข้อความของคนหลัง")
    expect(second.locator("[data-saved]")).to_contain_text("มีผู้แก้ข้อความนี้ก่อนท่าน")
    second.get_by_role("button", name="บันทึกสรุปการอภิปราย").click()

    expect(second.locator(".conflict")).to_contain_text("ข้อความของคนแรก")
    expect(second.locator(".conflict")).to_contain_text("ข้อความของคนหลัง")
    second.get_by_role("button", name="บันทึกข้อความที่รวมแล้ว").click()
    first.goto(address)
    written = re.compile("ข้อความของคนแรก\\s+ข้อความของคนหลัง")
    expect(first.locator("textarea[name=discussion]")).to_have_value(written)
    # The browser itself tells of each answer 409.
    complaints[:] = [told for told in complaints if "409" not in told]


def test_the_record_is_written_with_the_keyboard_also_in_a_thai_layout(signed_in):
    page = signed_in("secretary", width=1280)
    page.goto(open_record(page))
    here, box = page.url, page.locator("#new-resolution-text")

    page.keyboard.press("r")
    expect(box).to_be_focused()
    page.keyboard.type("nar")
    expect(box).to_have_value("nar")
    box.fill("")
    box.evaluate("box => { delete box.form.dataset.dirty; box.blur(); }")
    thai_n = "new KeyboardEvent('keydown', { key: 'ื', code: 'KeyN' })"
    page.evaluate(f"document.dispatchEvent({thai_n})")

    page.wait_for_url(lambda url: url != here)


def open_record(page):
    """The address of an item of the latest meeting whose minutes are not adopted yet."""
    page.goto("/meetings/")
    meetings = [link.get_attribute("href") for link in page.locator("main tbody th a").all()]
    for meeting in meetings:
        page.goto(meeting)
        links = page.get_by_role("link", name=re.compile("^จดบันทึก วาระ 5.1"))
        if links.count():
            return links.first.get_attribute("href")
    raise AssertionError("no meeting takes a record")


# -- 4. Reading the record -------------------------------------------------------


def test_a_member_reads_the_record_of_2550(signed_in):
    page = signed_in("member-1")

    page.goto("/meetings/?year=2550")
    page.get_by_role("link").filter(has_text="2/2550").first.click()

    expect(page.locator("h1")).to_contain_text("2/2550")
    for words in (
        "ศรีปทุม ลองสเตย์",
        "ปทุมธานี",
        "ภายในเดือนมิถุนายน 2550",
        "ปลายเดือนกรกฎาคม 2550",
        "ไม่ปรากฏในเอกสาร",
        "ไม่มีบันทึกผลในเอกสารต้นฉบับ",
        "บทบาทเชิงนโยบาย",
    ):
        expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("main")).not_to_contain_text("เกินกำหนด")


# -- 5. A seat is filled ----------------------------------------------------------

NUMBER, PASSWORD = "081 234 5678", "ฝายน้ำล้นบ้านเรา 2569"


def test_who_takes_a_vacant_seat_joins_by_paper_and_loses_the_way_in_with_it(signed_in, visit):
    secretary, member = signed_in("secretary", width=1280), visit()
    fill_a_vacant_seat(secretary)
    secretary.get_by_role("link", name="นายแสงดาว ฝายน้ำล้น").first.click()
    code = invite_on_paper(secretary)

    member.goto("/accounts/login/")
    member.get_by_role("link", name=re.compile("หนังสือเชิญ")).first.click()
    join_by(member, NUMBER, code)
    member.goto("/committees/")
    expect(member.locator("main")).to_contain_text("นายแสงดาว ฝายน้ำล้น")
    member.goto("/meetings/")
    expect(member.locator("h1")).to_contain_text("การประชุม")

    leave_the_seat(secretary)
    member.get_by_role("link", name=re.compile("^การประชุมครั้งที่")).first.click()
    expect(member).to_have_url(re.compile("/accounts/login/"))


def fill_a_vacant_seat(page):
    """From the finding to the seat; the person and the order are new, too."""
    page.goto("/committees/findings/")
    page.locator("main a[href$='/appointment/']").first.click()
    page.get_by_role("link", name="เพิ่มคนใหม่").click()
    page.get_by_role("combobox", name="คำนำหน้านาม").fill("นาย")
    page.get_by_role("textbox", name="ชื่อ", exact=True).fill("แสงดาว")
    page.get_by_role("textbox", name="นามสกุล").fill("ฝายน้ำล้น")
    page.get_by_role("textbox", name="โทรศัพท์").fill(NUMBER)
    page.get_by_role("button", name="เพิ่มคน").click()
    page.get_by_role("link", name="เพิ่มคำสั่งใหม่").click()
    add_order(page, "๙๑/2569")
    page.get_by_role("textbox", name="วันแรกในที่นั่ง").fill(written(days_ago=3))
    page.get_by_role("button", name="แต่งตั้ง").click()
    expect(page.locator("main")).to_contain_text("นายแสงดาว ฝายน้ำล้น")


def add_order(page, number):
    page.get_by_role("textbox", name="เลขที่").fill(number)
    page.get_by_role("textbox", name="ลงวันที่").fill(written(days_ago=4))
    page.get_by_role("textbox", name="เรื่อง").fill("ที่นั่งว่าง")
    page.get_by_role("button", name="เพิ่มคำสั่ง").click()


def invite_on_paper(page):
    """The code as it stands on the letter."""
    page.get_by_role("link", name="เชิญเข้าระบบ").first.click()
    page.get_by_role("radio", name=re.compile("^พิมพ์หนังสือเชิญ")).check()
    page.get_by_role("button", name="เชิญ", exact=True).click()
    expect(page).to_have_url(re.compile("/invitation/letter/$"))
    return re.search(r"\d{5} \d{5}", page.locator("main").inner_text()).group()


def join_by(page, number, code):
    page.get_by_role("textbox", name=re.compile("^หมายเลข")).fill(number)
    page.get_by_role("textbox", name=re.compile("^รหัส")).first.fill(code)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("button", name="ตั้งรหัสผ่านและเข้าสู่ระบบ").click()
    expect(page.locator("main")).to_contain_text("แสงดาว")


def leave_the_seat(page):
    """Yesterday was the last day in it."""
    page.goto("/committees/?q=แสงดาว")
    page.locator("main a[href*='/committees/seats/']").first.click()
    page.get_by_role("link", name="บันทึกการพ้นจากที่นั่ง").click()
    page.get_by_role("link", name="เพิ่มคำสั่งใหม่").click()
    add_order(page, "92/2569")
    page.get_by_role("textbox", name="วันสุดท้ายในที่นั่ง").fill(written(days_ago=1))
    page.get_by_role("button", name="บันทึก").click()
    expect(page.locator("main")).to_contain_text("ว่าง")


def written(*, days_ago):
    """A day as people write it."""
    day = datetime.now(ZoneInfo("Asia/Bangkok")) - timedelta(days=days_ago)
    return f"{day.day}/{day.month}/{day.year + 543}"


# -- 6. A stranger, and a neighbour ----------------------------------------------


def test_a_stranger_sees_the_front_page_and_nothing_internal(visit):
    page = visit()

    page.goto("/")

    expect(page.locator("main")).to_contain_text("ภาคเหนือตอนบน")
    expect(page.locator("main").get_by_role("link", name="เข้าสู่ระบบ").first).to_be_visible()
    for closed in ("/reports/", "/meetings/", "/committees/orders/", "/register/", "/search/"):
        page.goto(closed)
        expect(page).to_have_url(re.compile("/accounts/login/"))


def test_a_report_that_is_not_accepted_does_not_exist_for_another_region(signed_in, complaints):
    owner, neighbour = signed_in("co-chair"), signed_in("coordinator-2")
    address = own_report(owner)

    answer = neighbour.goto(address)
    complaints.clear()  # the browser's own word for 404

    assert answer.status == 404
    assert owner.goto(address).status == 200
