"""What a person typed is not lost because a session ended or a page grew stale.

A form with text carries ``{% kept_text_token %}``: a signed word about who the
page was made for, and where it stands. When such a form arrives from nobody, or
with a stale CSRF token, its text is put into the session instead of being saved.
Once its author has signed in there, the page is shown again with the text in it::

    form = ReportForm(typed(request), …)

Only the author ever sees the text. Passwords and files are never kept.
"""

import json
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import escape_leading_slashes, url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

FIELD = "author"
SESSION_KEY = "kept_text"
SALT = "portal.kernel.kept_text"
# Longer than a session lives: the page may have been open before it ended.
TOKEN_AGE = 2 * settings.SESSION_COOKIE_AGE
LIMIT = 200_000  # bytes in one session


class KeptText(QueryDict):
    """Typed earlier and not sent now: a form bound to it shows all of it and saves nothing."""

    @classmethod
    def of(cls, fields: dict[str, list[str]]) -> "KeptText":
        text = cls(mutable=True)
        for name, values in fields.items():
            text.setlist(name, values)
        text._mutable = False
        return text


class Author(NamedTuple):
    user: int
    page: str


def author_token(request: HttpRequest) -> str:
    """For whom this page is made and where it stands, for the form to carry."""
    return signing.dumps([request.user.pk, _page(request)], salt=SALT)


def typed(request: HttpRequest, action: str | None = None) -> QueryDict | None:
    """What is sent now, or else what the reader typed before into the form that posts to
    ``action`` (this page), shown once."""
    return request.POST or take_kept_text(request, action)


def take_kept_text(request: HttpRequest, action: str | None = None) -> KeptText | None:
    """What the reader typed into the form that posts to ``action`` (this page), shown once."""
    action = action or request.path
    kept = request.session.get(SESSION_KEY, {})
    if request.method != "GET" or action not in kept or kept[action]["author"] != request.user.pk:
        return None
    typed = kept.pop(action)
    request.session[SESSION_KEY] = kept
    messages.warning(request, _("ข้อความที่ท่านพิมพ์ไว้ยังอยู่ครบ แต่ยังไม่ได้บันทึก โปรดตรวจแล้วกดบันทึกอีกครั้ง"))
    if typed["had_files"]:
        messages.warning(request, _("ไฟล์แนบไม่ได้เก็บไว้ โปรดเลือกไฟล์ใหม่"))
    return KeptText.of(typed["fields"])


class KeptTextMiddleware:
    """Stands before LoginRequiredMiddleware, which would drop what was posted."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "login_required", True):
            return None
        if request.user.is_authenticated:
            return self.refuse_another_hand(request)
        if request.method == "POST" or _is_htmx(request):
            return _sign_in_first(request)
        return None

    def refuse_another_hand(self, request):
        """One person's open page must not be saved under the name of the next one to sign in."""
        author = _author(request)
        if author and author.user != request.user.pk:
            return _stale_page(request)
        return None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A stale token on a page of the reader's own brings the page back with its text."""
    author = _author(request)
    if not author:
        return _stale_page(request)
    if request.user.is_anonymous:
        return _sign_in_first(request)
    if author.user != request.user.pk or not _keep(request, author):
        return _stale_page(request)
    return _go(request, redirect(author.page))


def _sign_in_first(request):
    author = _author(request)
    if author and not _keep(request, author):
        return _stale_page(request)
    if author:
        messages.info(request, _("หมดเวลาใช้งาน โปรดเข้าสู่ระบบอีกครั้ง ข้อความที่พิมพ์ไว้ยังอยู่"))
    elif request.method == "POST":
        messages.info(request, _("หมดเวลาใช้งาน โปรดเข้าสู่ระบบแล้วทำรายการนี้อีกครั้ง"))
    return _go(request, redirect_to_login(_page(request)))


def _stale_page(request):
    """Nothing was saved and nothing is kept here; the browser's Back button still has the text."""
    return render(request, "403_csrf.html", {"page": _page(request)}, status=403)


def _go(request, response):
    return HttpResponseClientRedirect(response.url) if _is_htmx(request) else response


def _keep(request, author):
    """Put the typed text into the session, the newest in place of the oldest; False if too long."""
    kept = request.session.get(SESSION_KEY, {})
    kept.pop(request.path, None)
    kept[request.path] = {
        "author": author.user,
        "fields": {name: values for name, values in request.POST.lists() if _is_text(name)},
        "had_files": bool(request.FILES),
    }
    while len(json.dumps(kept, ensure_ascii=False).encode()) > LIMIT:
        kept.pop(next(iter(kept)))
    request.session[SESSION_KEY] = kept
    return request.path in kept


def _is_text(name):
    return name not in {FIELD, "csrfmiddlewaretoken"} and "password" not in name.lower()


def _author(request):
    """Whom the posted form was made for, if the signature holds."""
    try:
        return Author(*signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=TOKEN_AGE))
    except signing.BadSignature:
        return None


def _page(request):
    """The page a person looks at: where a GET shows the form again."""
    if author := _author(request):
        return author.page
    seen = request.headers.get("HX-Current-URL")
    if request.method == "POST":
        seen = seen or request.headers.get("Referer")
    if seen and url_has_allowed_host_and_scheme(seen, {request.get_host()}):
        here = urlsplit(seen)._replace(scheme="", netloc="", fragment="")
        return escape_leading_slashes(here.geturl())
    return request.get_full_path()


def _is_htmx(request):
    return request.headers.get("HX-Request") == "true"
