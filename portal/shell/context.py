"""What the head of every page says: where one may go, who one is, how to telephone;
in demonstration mode also whom one may become and which journeys there are."""

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from portal.kernel.device import account_of
from portal.shell.who import Who, who_is


def masthead(request):
    return {"masthead": Masthead(request)}


class Entry(NamedTuple):
    """One entry of the main menu."""

    url: str
    label: str
    is_current: bool


class Masthead:
    """Read lazily: a fragment that shows no head asks nothing."""

    def __init__(self, request):
        self.request = request

    @cached_property
    def who(self) -> Who | None:
        """The person signed in, by today's posts and seat; asked once a request."""
        user = getattr(self.request, "user", None)
        if user is None or not user.is_authenticated:
            return None
        return who_is(user, on=timezone.localdate())

    @property
    def account(self) -> str:
        """Whose pages this device shows now (behaviours/device.js)."""
        user = getattr(self.request, "user", None)
        return account_of(user) if user else ""

    @property
    def phone(self) -> str:
        return settings.OFFICE_PHONE

    @cached_property
    def nav(self) -> list[Entry]:
        menu = menu_for(self.who)
        here = [url for url, _label in menu if leads_to(url, self.request.path)]
        current = max(here, key=len, default=None)
        return [Entry(url, label, url == current) for url, label in menu]

    @property
    def is_demo(self) -> bool:
        return settings.DEMO

    @property
    def cast(self):
        """Whom the demonstration lets one become, in one click."""
        from portal.shell.demo.cast import CAST  # noqa: PLC0415 -- exists for the demonstration only

        return CAST


def leads_to(url, path):
    return path == url or (url != "/" and path.startswith(url))


def menu_for(who: Who | None) -> list[tuple[str, str]]:
    if who is None:
        return public_menu()
    return secretariat_menu() if who.sees_everything else member_menu(who)


def public_menu():
    return [
        (reverse("home"), _("หน้าแรก")),
        (reverse("committees:seat-list"), _("คณะ 67")),
        (reverse("places:region-list"), _("จังหวัด")),
        (reverse("account_login"), _("เข้าสู่ระบบ")),
    ]


def secretariat_menu():
    return [
        (reverse("home"), _("เดือนนี้")),
        (reverse("meetings:meeting-list"), _("การประชุม")),
        (reverse("regions:report-list"), _("รายงานภาค")),
        (reverse("committees:seat-list"), _("คณะ 67")),
        (reverse("certification:organization-list"), _("ทะเบียนองค์กร")),
        (reverse("places:region-list"), _("จังหวัด")),
    ]


def member_menu(who):
    mine = []
    if who.region:
        mine = [(reverse("places:region-detail", args=[who.region.code]), _("ภาคของฉัน"))]
    return [
        (reverse("home"), _("หน้าของฉัน")),
        (reverse("meetings:meeting-list"), _("การประชุม")),
        (reverse("regions:report-list"), _("รายงานภาค")),
        *mine,
        (reverse("committees:seat-list"), _("คณะ 67")),
        (reverse("certification:organization-list"), _("ทะเบียนองค์กร")),
        (reverse("places:region-list"), _("จังหวัด")),
    ]
