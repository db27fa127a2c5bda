import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied

from portal.kernel.errors import RuleBroken
from portal.kernel.http import announce, asked_next, require, with_answer


@pytest.fixture
def request_with_messages(rf):
    request = rf.post("/")
    request._messages = CookieStorage(request)
    return request


def told(request):
    return [(message.level_tag, str(message)) for message in get_messages(request)]


def test_what_was_done_is_told_on_the_next_page(request_with_messages):
    with announce(request_with_messages, "ปิดประชุมแล้ว"):
        pass

    assert told(request_with_messages) == [("success", "ปิดประชุมแล้ว")]


def test_a_broken_rule_is_told_instead_and_nothing_breaks(request_with_messages):
    with announce(request_with_messages, "ปิดประชุมแล้ว"):
        raise RuleBroken("ปิดได้เฉพาะการประชุมที่ส่งหนังสือเชิญแล้ว", code="not-called")

    assert told(request_with_messages) == [("error", "ปิดได้เฉพาะการประชุมที่ส่งหนังสือเชิญแล้ว")]


def test_any_other_error_is_not_hidden(request_with_messages):
    with pytest.raises(ZeroDivisionError), announce(request_with_messages, "ปิดประชุมแล้ว"):
        1 / 0  # noqa: B018

    assert told(request_with_messages) == []


def test_what_is_not_yours_to_do_is_refused():
    require(True)
    with pytest.raises(PermissionDenied):
        require(False)


@pytest.mark.parametrize(
    ("url", "led_back_to"),
    [
        ("/committees/seats/4/appointment/?order=2", "/committees/seats/4/appointment/?order=2"),
        ("https://elsewhere.example/", ""),
        ("//elsewhere.example/", ""),
        ("/\\elsewhere.example/", ""),
        ("javascript:alert(1)", ""),
        ("seats/4/", ""),
        ("", ""),
    ],
)
def test_only_a_page_of_ours_is_come_back_to(rf, url, led_back_to):
    assert asked_next(rf.get("/", {"next": url})) == led_back_to


def test_the_page_come_back_to_is_told_the_answer_and_keeps_the_rest():
    assert with_answer("/seats/?on=1%2F6%2F2569&person=3#form", person=7) == (
        "/seats/?on=1%2F6%2F2569&person=7#form"
    )
