"""Nothing typed is lost without a network, either: a phone that is closed, reopened, shared,
and a second device that writes meanwhile (promise 24, B8)."""

import re

import pytest
from playwright.sync_api import Error, expect

from .conftest import become
from .phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WRITER, HELPER = "provincial", "officer"  # both may fill in the report of the province
KEPT_OFFLINE = "ยังไม่มีสัญญาณ เก็บไว้ในเครื่องแล้ว"


@pytest.fixture(autouse=True)
def patience():
    """What was tried in vain is tried again after a pause."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def phone(playwright, portal, tmp_path):
    phone = Phone(playwright, portal, tmp_path / "profile")
    yield phone
    phone.close()
    phone.mast.cut()
    phone.mast.door.close()


# -- The journey without a network ------------------------------------------------------


def test_aeroplane_mode_loses_nothing_and_sends_once(phone, signed_in, complaints):
    page, address = begin(phone)
    type_in(page, "story", "เริ่มกรอกตอนมีสัญญาณ")
    wait_until_saved(page)
    expect(where(page, "certification")).to_have_text("ถึงเซิร์ฟเวอร์")
    expect(page.locator("[data-saved]")).to_contain_text("บันทึกแล้ว")

    phone.cut()
    type_in(page, "progress", "แผนที่พิมพ์บนเรือ")
    type_in(page, "story", "ของโทรศัพท์")
    expect(page.locator("[data-saved]")).to_contain_text(f"{KEPT_OFFLINE} 2 ส่วน")
    for key in ("plans", "certification"):
        expect(where(page, key)).to_have_text("อยู่ในเครื่อง")
    page.get_by_role("button", name="ตรวจทานและส่ง").click()
    expect(page.locator("[data-saved]")).to_contain_text("ยังไปต่อไม่ได้ เพราะ 2 ส่วนอยู่ในเครื่องนี้")
    expect(page).to_have_url(re.compile(f"{address}$"))

    phone.close()
    page = phone.open()
    page.goto(address)
    expect(box(page, "progress")).to_have_value("แผนที่พิมพ์บนเรือ")
    expect(box(page, "story")).to_have_value("ของโทรศัพท์")
    expect(page.locator("[data-copy-note]")).to_be_visible()
    type_in(page, "progress", "แผนที่พิมพ์บนเรือ และหลังเปิดใหม่")
    expect(page.locator("[data-saved]")).to_contain_text(f"{KEPT_OFFLINE} 2 ส่วน")

    other = signed_in(HELPER)
    other.goto(address)
    type_in(other, "highlights", "ของอีกเครื่อง")
    type_in(other, "story", "อีกเครื่องแก้ส่วนเดียวกัน")
    wait_until_saved(other)
    expect(other.locator("[data-saved]")).to_contain_text("บันทึกแล้ว")

    phone.connect()
    expect(where(page, "plans")).to_have_text("ถึงเซิร์ฟเวอร์")
    expect(where(page, "certification")).to_have_text("อยู่ในเครื่อง")
    leave_the_two_texts_undecided(page, address)
    other.reload()
    expect(box(other, "story")).to_have_value("อีกเครื่องแก้ส่วนเดียวกัน")
    page.get_by_role("button", name="เทียบสองข้อความ").click()
    for text in ("ของโทรศัพท์", "อีกเครื่องแก้ส่วนเดียวกัน"):
        expect(page.locator(".conflict__side", has_text=text).first).to_be_visible()
    type_in(page, "story", "ของโทรศัพท์ และของอีกเครื่อง")
    page.get_by_role("button", name="บันทึกส่วนที่ 1").click()
    expect(page).to_have_url(re.compile(rf"{address}\?part="))

    for device in (page, other):
        device.goto(address)
        expect(box(device, "progress")).to_have_value("แผนที่พิมพ์บนเรือ และหลังเปิดใหม่")
        expect(box(device, "story")).to_have_value("ของโทรศัพท์ และของอีกเครื่อง")
        expect(box(device, "highlights")).to_have_value("ของอีกเครื่อง")
        expect(device.locator('[data-where="device"]')).to_have_count(0)
    assert unsent(page) == []
    complaints[:] = [told for told in complaints if "409" not in told]


def test_a_report_is_sent_with_a_network_only_and_once(phone, signed_in):
    page, address = begin(phone)
    answer_all_numbers(page)
    page.get_by_role("button", name="ตรวจทานและส่ง").click()
    expect(page).to_have_url(re.compile("/submission/$"))
    other = signed_in(WRITER)
    other.goto(f"{address}submission/")

    phone.cut()
    page.get_by_role("button", name="ส่งรายงาน").click()
    expect(page.locator("[data-unreachable]")).to_contain_text("ยังไม่ได้ส่งรายงาน")
    other.reload()
    expect(other.get_by_role("button", name="ส่งรายงาน")).to_be_visible()

    phone.connect()
    page.get_by_role("button", name="ส่งรายงาน").dblclick()
    expect(page.locator("main")).to_contain_text("ได้รับรายงานแล้ว")
    other.get_by_role("button", name="ส่งรายงาน").click()
    expect(other.locator("main")).to_contain_text("ได้รับรายงานแล้ว")
    page.go_back()
    page.goto(f"{address}submission/")
    receipts = {one.locator(".receipt .big").inner_text() for one in (page, other)}
    assert len(receipts) == 1
    page.goto("/reports/")
    assert page.locator(f'main tbody th a[href="{address}"]').count() == 1
    page.goto(address)
    expect(page.locator(".part").first).to_be_visible()
    sections = page.locator("[data-where-of]").evaluate_all(
        "all => all.map(one => one.dataset.whereOf)"
    )
    assert len(sections) == len(set(sections)) == 4
    expect(page.locator('[data-where="sent"]')).to_have_count(4)


def test_text_that_is_only_here_holds_the_report_back(phone):
    page, address = typed_and_closed(phone, "ยังไม่ถึง")

    page.goto(f"{address}submission/")

    expect(page.locator("[data-unsent]")).to_contain_text("1 ส่วน")
    expect(page.locator("[data-unsent]")).to_contain_text("ยังส่งรายงานไม่ได้")


def test_a_save_whose_answer_was_lost_is_no_quarrel_with_oneself(phone):
    page, _address = begin(phone)

    def lose_the_answer(route):
        route.fetch()
        route.abort()

    phone.context.route("**/sections/**", lose_the_answer)
    type_in(page, "progress", "ถึงแล้วแต่ไม่รู้")
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")
    phone.context.unroute("**/sections/**")
    type_in(page, "progress", "ถึงแล้วแต่ไม่รู้ และพิมพ์ต่อ")

    wait_until_saved(page)
    expect(where(page, "plans")).to_have_text("ถึงเซิร์ฟเวอร์")
    page.reload()
    expect(box(page, "progress")).to_have_value("ถึงแล้วแต่ไม่รู้ และพิมพ์ต่อ")


def test_a_report_that_was_sent_meanwhile_shows_both_texts(phone, signed_in):
    page, address = begin(phone)
    answer_all_numbers(page)
    phone.cut()
    type_in(page, "progress", "พิมพ์ไม่ทันส่ง")
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")
    phone.close()
    other = signed_in(WRITER)
    other.goto(f"{address}submission/")
    other.get_by_role("button", name="ส่งรายงาน").click()
    expect(other.locator("main")).to_contain_text("ได้รับรายงานแล้ว")

    phone.connect()
    page = phone.open()
    page.goto(address)
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")
    page.get_by_role("button", name="เทียบสองข้อความ").click()
    expect(page.locator(".conflict")).to_contain_text("พิมพ์ไม่ทันส่ง")
    page.get_by_role("link", name="ลบข้อความนี้ออกจากเครื่อง").click()
    expect(where(page, "plans")).to_have_text("ส่งแล้ว")
    assert unsent(page) == []


# -- When something is out of order -----------------------------------------------------------


def test_a_portal_that_is_being_restarted_is_no_network(phone):
    page, address = begin(phone)

    phone.mast.fall_ill()
    page.goto(address)
    expect(page.locator("[data-copy-note]")).to_be_visible()
    type_in(page, "progress", "พิมพ์ระหว่างเปิดระบบใหม่")
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")

    phone.mast.mend()
    expect(where(page, "plans")).to_have_text("ถึงเซิร์ฟเวอร์")
    page.reload()
    expect(box(page, "progress")).to_have_value("พิมพ์ระหว่างเปิดระบบใหม่")


def test_a_copy_keeps_the_looks_that_the_portal_serves_no_more(phone):
    page, address = begin(phone)
    phone.cut()
    looks = page.locator("link[rel=stylesheet]").first.get_attribute("href")
    page.goto(address)

    phone.connect()
    gone = looks.replace(".css", "-of-yesterday.css")
    page.evaluate(
        """async ([looks, gone]) => {
          const [name] = await caches.keys(), cache = await caches.open(name);
          await cache.put(gone, await cache.match(looks));
        }""",
        [looks, gone],
    )

    assert page.evaluate("async (gone) => (await fetch(gone)).status", gone) == 200


def test_a_save_that_failed_is_tried_again_and_keeps_its_writer_at_the_form(phone):
    page, address = begin(phone)
    phone.context.route("**/sections/**", lambda route: route.fulfill(status=500))
    type_in(page, "progress", "ระบบขัดข้อง")
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")

    page.get_by_role("button", name="บันทึกส่วนที่ 3").click()
    expect(page).to_have_url(re.compile(f"{address}$"))
    type_in(page, "progress", "ระบบขัดข้อง แล้วหาย")
    phone.context.unroute("**/sections/**")

    expect(where(page, "plans")).to_have_text("ถึงเซิร์ฟเวอร์")
    page.reload()
    expect(box(page, "progress")).to_have_value("ระบบขัดข้อง แล้วหาย")


def test_a_device_without_room_says_that_the_page_alone_has_the_text(phone):
    page, _address = begin(phone)
    phone.cut()
    type_in(page, "progress", "ยังมีที่")
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")

    page.evaluate("() => { device.put = () => Promise.reject(new DOMException('', 'Quota')) }")
    type_in(page, "progress", "ไม่มีที่แล้ว")

    expect(where(page, "plans")).to_have_count(0)
    expect(page.locator("[data-saved]")).to_contain_text("ข้อความยังอยู่บนหน้านี้")


def test_a_clock_that_was_wrong_costs_no_text_of_ones_own(phone):
    page, address = typed_and_closed(phone, "นาฬิกาของเครื่องผิด")
    page.evaluate("async () => device.put({ ...(await device.unsent())[0], at: 0 })")

    page.goto(address)

    expect(box(page, "progress")).to_have_value("นาฬิกาของเครื่องผิด")


# -- Whose it is ---------------------------------------------------------------------------


def test_who_signs_out_leaves_nothing_to_the_next_and_finds_all_again(phone):
    page, address = typed_and_closed(phone, "เรื่องของฉันคนเดียว")

    sign_out(page)
    expect(page.locator("[data-unsent]")).to_contain_text("1 ส่วน")
    page.locator("#leave button").click()
    expect(page).not_to_have_url(re.compile("/logout/"))
    assert kept(page)["forms"] == []

    become(page, HELPER)  # may fill in the same report, and is not the same person
    page.goto(address)
    wait_for_copy(page)
    expect(box(page, "progress")).not_to_have_value("เรื่องของฉันคนเดียว")
    assert unsent(page) == []
    assert "เรื่องของฉันคนเดียว" not in kept(page)["typed"]
    expect(page.locator('[data-where="device"]')).to_have_count(0)

    change_to(page, WRITER)
    page.goto(address)
    expect(box(page, "progress")).to_have_value("เรื่องของฉันคนเดียว")
    expect(where(page, "plans")).to_have_text("ถึงเซิร์ฟเวอร์")


def test_who_signs_out_may_drop_what_is_here(phone):
    page, address = typed_and_closed(phone, "ไม่ต้องเก็บ")

    sign_out(page)
    page.get_by_role("button", name="ลบข้อความในเครื่อง แล้วออกจากระบบ").click()
    expect(page).not_to_have_url(re.compile("/logout/"))

    become(page, WRITER)
    page.goto(address)
    expect(box(page, "progress")).not_to_have_value("ไม่ต้องเก็บ")


def test_after_another_signed_in_the_form_of_the_first_does_not_open(phone):
    page, address = begin(phone)

    change_to(page, "member-1")
    phone.cut()

    assert not opens(phone, address)


def test_only_the_form_opens_without_a_network(phone):
    page, address = begin(phone)
    for other in ("/reports/", "/", f"{address}submission/"):
        page.goto(other)
    phone.cut()

    for other in ("/reports/", "/", f"{address}submission/"):
        assert not opens(phone, other)
    page.goto(address)

    expect(page.locator("[data-copy-note]")).to_be_visible()
    assert {re.sub(r"^.*?(/reports|/static).*", r"\1", url) for url in kept(page)["urls"]} == {
        "/reports",
        "/static",
    }


def test_a_session_that_ended_meanwhile_loses_nothing(phone):
    page, address = begin(phone)
    phone.cut()
    type_in(page, "progress", "พิมพ์หลังหมดเวลา")
    type_in(page, "story", "อีกส่วนหนึ่ง")
    expect(page.locator("[data-saved]")).to_contain_text(f"{KEPT_OFFLINE} 2 ส่วน")
    phone.context.clear_cookies(name="sessionid")
    phone.connect()
    expect(page.locator("[data-saved]")).to_contain_text("หมดเวลาใช้งาน")
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")

    page.get_by_role("button", name="บันทึกส่วนที่ 3").click()
    page.wait_for_url("**/accounts/login/**")
    page.locator(f"main button[name=who][value={WRITER}]").first.click()
    page.wait_for_url("**/")
    page.goto(address)

    for key in ("plans", "certification"):
        expect(where(page, key)).to_have_text("ถึงเซิร์ฟเวอร์")
    page.reload()
    expect(box(page, "progress")).to_have_value("พิมพ์หลังหมดเวลา")
    expect(box(page, "story")).to_have_value("อีกส่วนหนึ่ง")


# -- Words of these journeys -----------------------------------------------------------------


def begin(phone):
    """Whoever speaks for a province opens the form of its open month, and it is kept."""
    page = phone.open()
    become(page, WRITER)
    page.goto("/reports/")
    address = page.locator("main section table tbody th a").first.get_attribute("href")
    page.goto(address)
    taken_back = page.get_by_role("button", name="ถอนรายงานกลับมาแก้")
    if taken_back.count():
        taken_back.click()
        page.goto(address)
    wait_for_copy(page)
    return page, address


def leave_the_two_texts_undecided(page, address):
    """Both were seen, one was typed on, and nothing was saved: that decides nothing."""
    page.get_by_role("button", name="เทียบสองข้อความ").click()
    expect(page.locator(".conflict").first).to_be_visible()
    type_in(page, "story", "ของโทรศัพท์ ยังไม่เลือก")
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(address)
    expect(box(page, "story")).to_have_value("ของโทรศัพท์ ยังไม่เลือก")
    expect(page.get_by_role("button", name="เทียบสองข้อความ")).to_be_visible()


def change_to(page, who):
    """Another signs in where nobody signed out, and nothing is under way for the first."""
    page.wait_for_load_state("networkidle")
    page.locator(f".demo button[value={who}]").click()
    pressed = page.locator(f".demo button[value={who}][aria-pressed=true]")
    expect(pressed).to_have_count(1)


def typed_and_closed(phone, text):
    """Typed without a network, and the browser closed; it opens anew with one, not at the form."""
    page, address = begin(phone)
    phone.cut()
    type_in(page, "progress", text)
    expect(where(page, "plans")).to_have_text("อยู่ในเครื่อง")
    phone.close()
    phone.connect()
    page = phone.open()
    page.goto("/")
    return page, address


def opens(phone, address):
    page = phone.context.new_page()
    try:
        page.goto(address)
    except Error:
        return False
    finally:
        page.close()
    return True


def wait_for_copy(page):
    for _ in range(100):
        if page.evaluate("async () => Boolean(await caches.match(location.pathname))"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("no copy of the form was kept")


def box(page, name):
    return page.locator(f"form[data-section] textarea[name={name}]")


def type_in(page, name, text):
    field = box(page, name)
    open_part(field)
    field.fill(text)


def answer_all_numbers(page):
    for number in page.locator("form[data-section] input[inputmode=numeric]").all():
        open_part(number)
        number.fill("3")
    wait_until_saved(page)


def wait_until_saved(page):
    expect(page.locator("form:is([data-dirty], [data-saving])")).to_have_count(0)


def open_part(field):
    field.evaluate("field => field.closest('details.part')?.setAttribute('open', '')")


def where(page, key):
    """The one of the three states that shows."""
    return page.locator(f'[data-where-of="{key}"] > [data-at]:visible')


def unsent(page):
    return page.evaluate("async () => (await device.unsent()).map(one => one.section)")


def kept(page):
    """All that this browser holds, of whomever: caches, and the typed text byte by byte."""
    return page.evaluate(
        """async () => {
          const forms = await caches.keys(), urls = [];
          for (const name of forms) {
            urls.push(...(await (await caches.open(name)).keys()).map(one => one.url));
          }
          const store = await new Promise((resolve) => {
            const asked = indexedDB.open("portal");
            asked.onsuccess = () => resolve(asked.result.transaction("typed").objectStore("typed"));
          });
          const rows = await new Promise((resolve) => {
            const asked = store.getAll();
            asked.onsuccess = () => resolve(asked.result);
          });
          const read = (row) => JSON.stringify(row) + new TextDecoder().decode(row.text);
          return { forms, urls, typed: rows.map(read).join() };
        }"""
    )


def sign_out(page):
    page.locator("[data-menu]").click()
    page.locator(".masthead").get_by_role("button", name="ออกจากระบบ").click()
    page.wait_for_url("**/accounts/logout/")
