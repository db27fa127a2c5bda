import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/places/%00/",
        "/places/?region=%00",
        "/search/?q=a%00b",
        "/committees/?on=%00",
        "/register/provinces/%00/",
        "/demo/letters/?q=%00",
    ],
)
def test_an_address_no_browser_sends_is_refused_in_a_sentence(client, address):
    response = client.get(address)

    assert response.status_code == 400
    assert "รับสิ่งที่ส่งมาไม่ได้" in response.content.decode()


@pytest.mark.parametrize("name", [settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME])
def test_a_cookie_no_browser_was_given_is_refused(client, name):
    client.cookies[name] = "\0" * 32

    assert client.get("/").status_code == 400


@pytest.mark.parametrize("encoding", ["utf-7", "latin-1"])
def test_a_form_in_another_encoding_is_refused(client, encoding):
    response = client.post(
        "/accounts/login/",
        "login=a",
        content_type=f"application/x-www-form-urlencoded; charset={encoding}",
    )

    assert response.status_code == 400


def test_a_form_of_too_many_bytes_is_refused_in_a_sentence(client):
    too_long = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)

    response = client.post(
        "/accounts/login/", too_long, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code == 400
    assert "รับสิ่งที่ส่งมาไม่ได้" in response.content.decode()


def test_a_file_whose_name_is_too_long_to_read_is_refused_in_a_sentence(client):
    form = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="%b.pdf"'
        b"\r\n\r\n\r\n--x--\r\n"
    ) % (b"a" * 20_000)

    response = client.post("/accounts/login/", form, content_type="multipart/form-data; boundary=x")

    assert response.status_code == 400
    assert "รับสิ่งที่ส่งมาไม่ได้" in response.content.decode()


def test_what_people_type_comes_in(client):
    assert client.get("/places/", {"q": "๑ ก.ย. ๒๕๖๙ 😀 %"}).status_code == 200


def test_no_proxy_keeps_a_page(client):
    assert client.get("/places/").headers["Cache-Control"] == "private, no-cache"


def test_a_page_that_says_so_itself_is_heard(client):
    assert "no-store" in client.get("/accounts/login/").headers["Cache-Control"]
