import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.kernel.kept_text import LIMIT
from tests.factories.regions import make_member
from tests.kernel.kept_text_pages import saved

NOTE = "ที่ประชุมรับทราบ ข้อ 1\nและข้อ 2"
LOGIN_TO_NOTE = "/accounts/login/?next=/note/"


pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kernel.kept_text_pages")]


@pytest.fixture(autouse=True)
def nothing_saved_yet():
    saved.clear()


@pytest.fixture
def author():
    return make_member("author")


@pytest.fixture
def another():
    return make_member("another")


@pytest.fixture
def browser(author):
    """The author's browser, with the CSRF check that real browsers meet."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    return client


def hidden_fields(response):
    return dict(re.findall(r'name="(\w+)" value="([^"]+)"', response.content.decode()))


def end_session(client):
    """The row of the session is gone; the browser still sends its cookie."""
    client.session.delete()


def typed(browser, url="/note/", **fields):
    return {**hidden_fields(browser.get(url)), "text": NOTE, **fields}


def notices(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


STILL_THERE = "ข้อความที่ท่านพิมพ์ไว้ยังอยู่ครบ แต่ยังไม่ได้บันทึก โปรดตรวจแล้วกดบันทึกอีกครั้ง"


def test_a_post_after_the_session_ended_comes_back_after_signing_in(browser, author):
    form = typed(browser)
    end_session(browser)

    refused = browser.post("/note/", form)
    browser.force_login(author)
    shown = browser.get("/note/")

    assert (refused.status_code, refused.url) == (302, LOGIN_TO_NOTE)
    assert notices(refused) == ["หมดเวลาใช้งาน โปรดเข้าสู่ระบบอีกครั้ง ข้อความที่พิมพ์ไว้ยังอยู่"]
    assert NOTE in shown.content.decode()
    assert STILL_THERE in shown.content.decode()
    assert saved == []

    browser.post("/note/", {**hidden_fields(shown), "text": NOTE})
    assert saved == [NOTE]


def test_the_sign_in_page_leads_back_to_the_text(browser, author):
    author.set_password("ขบวนองค์กรชุมชน-67")
    author.save()
    EmailAddress.objects.create(user=author, email=author.email, verified=True, primary=True)
    browser.force_login(author)
    form = typed(browser)
    end_session(browser)
    sign_in = browser.get(browser.post("/note/", form).url)

    back = browser.post(
        "/accounts/login/",
        {**hidden_fields(sign_in), "login": author.email, "password": "ขบวนองค์กรชุมชน-67"},
    )

    assert (back.status_code, back.url) == (302, "/note/")
    assert NOTE in browser.get(back.url).content.decode()


def test_kept_text_is_shown_once(browser, author):
    form = typed(browser)
    end_session(browser)
    browser.post("/note/", form)
    browser.force_login(author)

    first, second = browser.get("/note/"), browser.get("/note/")

    assert NOTE in first.content.decode()
    assert NOTE not in second.content.decode()
    assert STILL_THERE not in second.content.decode()


def test_another_person_signing_in_there_never_sees_the_text(browser, another):
    form = typed(browser)
    end_session(browser)
    browser.post("/note/", form)

    browser.force_login(another)
    shown = browser.get("/note/")

    assert "รับทราบ" not in shown.content.decode()
    assert saved == []


def test_one_persons_page_is_not_saved_under_the_name_of_the_next(browser, another):
    form = typed(browser)
    browser.force_login(another)
    form["csrfmiddlewaretoken"] = hidden_fields(browser.get("/note/"))["csrfmiddlewaretoken"]

    response = browser.post("/note/", form)

    assert response.status_code == 403
    assert saved == []


def test_a_stale_token_brings_the_page_back_with_its_text(browser):
    form = typed(browser, csrfmiddlewaretoken="x" * 64)

    refused = browser.post("/note/", form)
    shown = browser.get(refused.url)

    assert (refused.status_code, refused.url) == (302, "/note/")
    assert NOTE in shown.content.decode()
    assert STILL_THERE in shown.content.decode()
    assert saved == []


def test_an_ended_session_and_a_stale_token_together_lose_nothing(browser, author):
    form = typed(browser, csrfmiddlewaretoken="x" * 64)
    end_session(browser)
    del browser.cookies["csrftoken"]

    refused = browser.post("/note/", form)
    browser.force_login(author)

    assert (refused.status_code, refused.url) == (302, LOGIN_TO_NOTE)
    assert NOTE in browser.get("/note/").content.decode()


@pytest.mark.parametrize("token", ["", "forged", "WzEsICIvIl0:1abc:signature"])
def test_without_a_true_author_a_stale_token_is_refused_in_thai(browser, token):
    form = typed(browser, csrfmiddlewaretoken="x" * 64, author=token)

    refused = browser.post("/note/", form)

    assert refused.status_code == 403
    assert refused.headers["Content-Language"] == "th"
    assert "kept_text" not in browser.session


def test_the_page_comes_back_although_the_form_posts_elsewhere(browser, author):
    form = typed(browser, "/board/?year=2550")
    end_session(browser)

    refused = browser.post("/board/left/", form)
    browser.force_login(author)
    shown = browser.get("/board/?year=2550")

    assert refused.url == "/accounts/login/?next=/board/%3Fyear%3D2550"
    assert NOTE in shown.content.decode()


def test_a_page_drawn_again_with_errors_remembers_where_it_stands(browser, author):
    form = typed(browser, "/board/?year=2550", text="")
    with_errors = browser.post("/board/left/", form)
    end_session(browser)

    refused = browser.post("/board/left/", {**hidden_fields(with_errors), "text": NOTE})

    assert refused.url == "/accounts/login/?next=/board/%3Fyear%3D2550"


def test_two_forms_wait_side_by_side(browser, author):
    left, right = typed(browser, "/board/"), typed(browser, text="อีกเรื่องหนึ่ง")
    end_session(browser)

    browser.post("/board/left/", left)
    browser.post("/note/", right)
    browser.force_login(author)

    assert NOTE in browser.get("/board/").content.decode()
    assert "อีกเรื่องหนึ่ง" in browser.get("/note/").content.decode()


def test_htmx_is_sent_to_sign_in_as_a_whole_page(browser, author):
    form = typed(browser, "/board/")
    end_session(browser)
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/board/"}

    refused = browser.post("/board/left/", form, headers=headers)
    browser.force_login(author)

    assert refused.headers["HX-Redirect"] == "/accounts/login/?next=/board/"
    assert NOTE in browser.get("/board/").content.decode()


def test_an_htmx_fragment_never_holds_the_sign_in_page(browser):
    end_session(browser)
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/board/"}

    assert browser.get("/note/", headers=headers).headers["HX-Redirect"] == (
        "/accounts/login/?next=/board/"
    )


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://testserver/board/?year=2550", "/board/%3Fyear%3D2550"),
        ("http://elsewhere.example/board/", "/board/left/"),
        ("http://testserver//elsewhere.example/", "/%252Felsewhere.example/"),
        ("javascript:alert(1)", "/board/left/"),
        ("", "/board/left/"),
    ],
)
def test_a_button_pressed_too_late_leads_back_to_its_page_and_nowhere_else(browser, referer, page):
    token = typed(browser)["csrfmiddlewaretoken"]
    end_session(browser)

    refused = browser.post(
        "/board/left/", {"csrfmiddlewaretoken": token}, headers={"Referer": referer}
    )

    assert refused.url == f"/accounts/login/?next={page}"
    assert notices(refused) == ["หมดเวลาใช้งาน โปรดเข้าสู่ระบบแล้วทำรายการนี้อีกครั้ง"]


def test_passwords_and_files_are_not_kept_and_the_person_is_told(browser, author):
    form = typed(browser, new_password="secret", paper=SimpleUploadedFile("a.txt", b"file"))
    end_session(browser)

    browser.post("/note/", form)
    kept = browser.session["kept_text"]
    browser.force_login(author)
    shown = browser.get("/note/")

    assert kept == {"/note/": {"author": author.pk, "fields": {"text": [NOTE]}, "had_files": True}}
    assert "ไฟล์แนบไม่ได้เก็บไว้ โปรดเลือกไฟล์ใหม่" in shown.content.decode()


def test_text_too_long_to_keep_is_refused_and_not_half_kept(browser):
    form = typed(browser, text="ก" * (LIMIT // 3 + 1))
    end_session(browser)

    refused = browser.post("/note/", form)

    assert refused.status_code == 403
    assert browser.session.get("kept_text", {}) == {}


def test_the_oldest_text_makes_room_for_the_newest(browser):
    form = typed(browser, text="ก" * 30_000)
    end_session(browser)

    for side in ("left", "right", "middle"):
        browser.post(f"/board/{side}/", form)

    assert list(browser.session["kept_text"]) == ["/board/right/", "/board/middle/"]


def test_a_public_page_and_a_stranger_carry_no_token(client):
    assert 'name="author"' not in client.get("/public/").content.decode()
    assert client.post("/public/").status_code == 200
    assert client.post("/note/", {"text": NOTE}).status_code == 302
    assert "kept_text" not in client.session


def test_the_session_key_changes_when_the_author_signs_in(browser, author):
    form = typed(browser)
    end_session(browser)
    browser.post("/note/", form)
    before = browser.session.session_key

    browser.force_login(author)

    assert browser.session.session_key != before
