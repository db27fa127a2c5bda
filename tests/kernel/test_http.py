import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied

from portal.kernel.errors import RuleBroken
from portal.kernel.http import announce, require


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
