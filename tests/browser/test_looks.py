"""What every page owes its reader: nothing axe objects to, no sideways scroll, no foreign host."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe

from portal.kernel.thai import slashed_date

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # every rule runs; what passed is not described in megabytes
}

# By who looks and at what.
PAGES = {
    ("", "the portal"): [
        "/", "/accounts/login/", "/accounts/password/reset/", "/places/", "/styleguide/",
        "/reports/synthesis/",
    ],
    ("", "the 67"): [
        "/committees/",
        "/committees/?on=12/6/2550",
        "/committees/seats/{vacant}/",
        "/committees/people/",
        "/committees/people/{person}/",
        "/committees/bodies/",
        "/committees/bodies/{board}/",
        "/committees/bodies/coordination-2550-secretariat/?on=12/6/2550",
        "/committees/history/",
        "/accounts/join/",
    ],
    ("secretary", "the portal"): [
        "/",
        "/reports/",
        "/reports/?kind=province",
        "/reports/extensions/",
        "/reports/revisions/",
        "/reports/revisions/{revision}/",
        "/reports/{waiting}/",
        "/reports/{waiting}/contact/",
        "/reports/synthesis/",
        "/reports/{waiting}/review/",
        "/reports/figures/organizations_found/{month}/",
        "/meetings/",
        "/meetings/new/",
        "/meetings/{record}/",
        "/meetings/action-items/",
        "/register/",
        "/search/?q=สวัสดิการ",
        "/demo/letters/",
    ],
    ("secretary", "who sits where"): [
        "/committees/",
        "/committees/?on=12/6/2550",
        "/committees/seats/{vacant}/",
        "/committees/seats/{changed}/",
        "/committees/bodies/",
        "/committees/bodies/{board}/",
        "/committees/bodies/coordination-2550/?on=12/6/2550",
        "/committees/rotation/",
        "/committees/delegations/",
        "/committees/delegations/{delegation}/",
        "/committees/regions/east/posts/",
        "/committees/centre/posts/",
        "/committees/findings/",
        "/committees/history/",
    ],
    ("secretary", "changing it"): [
        "/committees/seats/{vacant}/appointment/",
        "/committees/seats/{changed}/discharge/",
        "/committees/seats/{changed}/substitution/",
        "/committees/seats/{changed}/edit/",
        "/committees/seats/new/",
        "/committees/orders/",
        "/committees/orders/{order}/",
        "/committees/orders/new/",
        "/committees/bodies/new/?kind=board",
        "/committees/bodies/{board}/edit/",
        "/committees/bodies/{board}/members/new/",
        "/committees/issues/",
        "/committees/history/new/",
        "/committees/regions/east/posts/coordinator/new/",
        "/committees/delegations/new/",
        "/committees/delegations/{delegation}/edit/",
        "/committees/history/past/new/",
    ],
    ("secretary", "ending it"): [
        "/committees/seats/{vacant}/closure/",
        "/committees/bodies/{board}/closure/",
        "/committees/bodies/members/{board_member}/discharge/",
        "/committees/posts/{post}/discharge/",
        "/committees/posts/{post}/replacement/",
        "/committees/delegations/{delegation}/closure/",
        "/committees/delegations/{delegation}/delegates/{delegate}/discharge/",
        "/committees/people/{person}/deletion/",
    ],
    ("secretary", "the people"): [
        "/committees/people/",
        "/committees/people/{person}/",
        "/committees/people/{person}/edit/",
        "/committees/people/{person}/contacts/",
        "/committees/people/{invited}/invitation/",
        "/committees/people/{invited}/invitation/letter/",
        "/committees/people/{uninvited}/invitation/",
        "/committees/people/new/",
        "/committees/sign-in-sheet/",
        "/committees/import/",
        "/committees/import/{imported}/",
    ],
    ("coordinator-2", "the portal"): [
        "/", "/reports/", "/reports/{own}/", "/reports/{own}/submission/",
        "/reports/provinces/south/{month}/",
    ],
    ("coordinator-2", "the form another way"): [
        "/reports/{own}/upload/",
        "/reports/{own}/colleagues/",
        "/reports/{own}/sections/certification/attachments/",
        "/reports/requests/",
        "/reports/observations/",
        "/reports/targets/",
    ],
    ("provincial", "the portal"): [
        "/", "/reports/",
    ],
    ("coordinator-2", "the 67"): [
        "/committees/people/?region=south",
        "/committees/people/{person}/",
        "/committees/rotation/",
        "/committees/delegations/{delegation}/",
        "/committees/regions/south/posts/",
    ],
    ("auditor", "the 67"): [
        "/committees/findings/",
        "/committees/people/",
        "/committees/people/{person}/",
        "/committees/delegations/{delegation}/",
    ],
    ("member-1", "the portal"): [
        "/", "/meetings/{record}/summary/", "/committees/", "/committees/people/{person}/",
    ],
}  # fmt: skip
EVERY_LOOK = pytest.mark.parametrize(
    ("who", "at"), PAGES, ids=[f"{who or 'stranger'} at {at}" for who, at in PAGES]
)


@pytest.fixture(scope="session")
def found(portal, chromium):
    """Ids a reader would find by following links; fit for the addresses above."""
    context = chromium.new_context(base_url=portal)
    page = context.new_page()
    page.goto("/accounts/login/")
    page.locator("main button[name=who][value=secretary]").click()
    ids = {
        "waiting": number_in(page, "/", "a[href$='/review/']"),
        "revision": number_in(page, "/reports/revisions/", "main table a"),
        "record": number_in(page, "/meetings/?year=2550", "main a:has-text('2/2550')"),
        "month": page_link(page, "/", "a[href*='/reports/figures/']").split("/")[-2],
        **found_among_the_67(page),
    }
    page.locator(".demo button[value=coordinator-2]").click()
    page.wait_for_load_state()
    ids["own"] = number_in(page, "/reports/", "main section table tbody th a")
    context.close()
    return ids


def found_among_the_67(page):
    """The vacant seat, the one whose holder changed, and people one can see at a glance."""
    return {
        "vacant": number_in(page, "/committees/findings/", "main a[href$='/appointment/']"),
        "changed": number_in(page, "/committees/?q=26", "main a[href*='/committees/seats/']"),
        "person": number_in(page, "/committees/people/?q=บัวผัน", "main th a"),
        "invited": number_in(page, "/committees/people/?q=เสมอ", "main th a"),
        "uninvited": number_in(page, "/committees/people/?q=อินสม", "main th a"),
        "order": number_in(page, "/committees/orders/", "main th a"),
        "delegation": number_in(page, "/committees/delegations/", "main a:has-text('ของภาค')"),
        "board": "board-codi",
        **found_to_be_ended(page),
        "imported": imported(page),
    }


def found_to_be_ended(page):
    """Somebody on a board, in a post, sent to a piece of work."""
    discharge = "main a[href$='/discharge/']"
    work = page_link(page, "/committees/delegations/", "main a:has-text('ของภาค')")
    return {
        "board_member": number_in(page, "/committees/bodies/board-codi/", discharge),
        "post": number_in(page, "/committees/regions/east/posts/", discharge),
        "delegate": page_link(page, work, discharge).split("/")[-3],
    }


def imported(page):
    """The page of a file of which one row is right and one is not."""
    today = datetime.now(ZoneInfo("Asia/Bangkok")).date()
    page.goto("/committees/import/")
    rows = (
        "ที่นั่งที่,คำนำหน้า,ชื่อ,นามสกุล,รูปแบบ,ตั้งแต่วันที่\n"
        f"12,นาง,ลองนำเข้า,ไม่มีจริง,แบบเครือข่าย,{slashed_date(today)}\n"
        "999,นาย,,ไม่มีชื่อ,แบบเครือข่าย,วันก่อน\n"
    )
    file = {"name": "roster.csv", "mimeType": "text/csv", "buffer": rows.encode("utf-8-sig")}
    page.locator("main input[type=file]").set_input_files(file)
    page.get_by_role("button", name="ตรวจไฟล์นี้").click()
    page.wait_for_url("**/import/*-*/")
    return page.url.split("/")[-2]


def page_link(page, path, selector):
    page.goto(path)
    return page.locator(selector).first.get_attribute("href")


def number_in(page, path, selector):
    return next(part for part in page_link(page, path, selector).split("/") if part.isdigit())


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@EVERY_LOOK
def test_axe_finds_no_barrier(visit, signed_in, found, who, at, dark, width):
    page = signed_in(who, width=width, dark=dark) if who else visit(width=width, dark=dark)
    barriers = {}
    for address in PAGES[who, at]:
        assert page.goto(address.format(**found)).ok, address
        results = Axe().run(page, options=WCAG).response
        if results["violations"]:
            barriers[address] = [
                (rule["id"], [node["target"] for node in rule["nodes"]][:4])
                for rule in results["violations"]
            ]

    assert barriers == {}


@EVERY_LOOK
def test_nothing_scrolls_sideways_on_a_small_phone(visit, signed_in, found, who, at):
    page = signed_in(who, width=320) if who else visit(width=320)
    wide = {}
    for address in PAGES[who, at]:
        page.goto(address.format(**found))
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width

    assert wide == {}


def test_a_page_in_english_says_nothing_in_thai_but_names(signed_in):
    page = signed_in("secretary", width=1280)

    page.get_by_role("button", name="English").click()

    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("nav[aria-label] a").first.inner_text().isascii()
