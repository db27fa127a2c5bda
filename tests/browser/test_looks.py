"""What every page owes its reader: nothing axe objects to, no sideways scroll, no foreign host."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

PAGES = {
    "": ["/", "/accounts/login/", "/accounts/password/reset/", "/places/", "/styleguide/"],
    "secretary": [
        "/",
        "/reports/",
        "/reports/{waiting}/review/",
        "/reports/figures/organizations_found/{month}/",
        "/meetings/",
        "/meetings/new/",
        "/meetings/{record}/",
        "/meetings/action-items/",
        "/committees/",
        "/register/",
        "/search/?q=สวัสดิการ",
        "/demo/letters/",
    ],
    "coordinator-2": ["/", "/reports/", "/reports/{own}/", "/reports/{own}/submission/"],
    "member-1": ["/", "/meetings/{record}/summary/"],
}


@pytest.fixture(scope="session")
def found(portal, chromium):
    """Ids a reader would find by following links; fit for the addresses above."""
    context = chromium.new_context(base_url=portal)
    page = context.new_page()
    page.goto("/accounts/login/")
    page.locator("main button[name=who][value=secretary]").click()
    ids = {
        "waiting": number_in(page, "/", "a[href$='/review/']"),
        "record": number_in(page, "/meetings/?year=2550", "main a:has-text('2/2550')"),
        "month": page_link(page, "/", "a[href*='/reports/figures/']").split("/")[-2],
    }
    page.locator(".demo button[value=coordinator-2]").click()
    page.wait_for_load_state()
    ids["own"] = number_in(page, "/reports/", "main section table tbody th a")
    context.close()
    return ids


def page_link(page, path, selector):
    page.goto(path)
    return page.locator(selector).first.get_attribute("href")


def number_in(page, path, selector):
    return next(part for part in page_link(page, path, selector).split("/") if part.isdigit())


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("who", PAGES, ids=lambda who: who or "stranger")
def test_axe_finds_no_barrier(visit, signed_in, found, who, dark, width):
    page = signed_in(who, width=width, dark=dark) if who else visit(width=width, dark=dark)
    barriers = {}
    for address in PAGES[who]:
        page.goto(address.format(**found))
        results = Axe().run(page, options=WCAG).response
        if results["violations"]:
            barriers[address] = [
                (rule["id"], [node["target"] for node in rule["nodes"]][:4])
                for rule in results["violations"]
            ]

    assert barriers == {}


@pytest.mark.parametrize("who", PAGES, ids=lambda who: who or "stranger")
def test_nothing_scrolls_sideways_on_a_small_phone(visit, signed_in, found, who):
    page = signed_in(who, width=320) if who else visit(width=320)
    wide = {}
    for address in PAGES[who]:
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
