import pytest
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language

from portal.kernel.language import LanguageMiddleware


def answer(rf, **cookies):
    request = rf.get("/", headers={"Accept-Language": "en"})
    request.COOKIES.update(cookies)
    return LanguageMiddleware(lambda _: HttpResponse(get_language()))(request)


@pytest.mark.parametrize(
    ("chosen", "language"), [(None, "th"), ("th", "th"), ("en", "en"), ("fr", "th"), ("", "th")]
)
def test_screens_are_thai_until_a_person_chooses_whatever_the_phone_says(rf, chosen, language):
    cookies = {} if chosen is None else {settings.LANGUAGE_COOKIE_NAME: chosen}

    response = answer(rf, **cookies)

    assert response.content.decode() == language
    assert response.headers["Content-Language"] == language
    assert response.headers["Vary"] == "Cookie"
