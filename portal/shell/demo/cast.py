"""Whom the demonstration lets one become: accounts with one known password."""

from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.kernel.models import Person, User

DOMAIN = "demo.example"
DEMO_PASSWORD = "weave-67-threads"


class Actor(NamedTuple):
    who: str
    label: str | Promise
    role: str | Promise
    short: str | Promise  # fits a button of the strip on every page

    @property
    def email(self):
        return f"{self.who}@{DOMAIN}"


CAST = (
    Actor("secretary", _("กองเลขานุการส่วนกลาง"), _("ตรวจรายงานของทุกภาค นัดประชุม และติดตามมติ"), _("กองเลขาฯ")),
    Actor("officer", _("เจ้าหน้าที่ภาคเหนือตอนล่าง"), _("ช่วยกรอกและส่งรายงานของภาค"), _("เจ้าหน้าที่ภาค")),
    Actor("coordinator-1", _("ผู้ประสานงานภาคเหนือตอนล่าง"), _("กรอกและส่งรายงานประจำเดือน"), _("ผู้ประสานงาน เหนือล่าง")),
    Actor("coordinator-2", _("ผู้ประสานงานภาคใต้"), _("แก้รายงานที่กองเลขาฯ ส่งกลับ"), _("ผู้ประสานงาน ใต้")),
    Actor("provincial", _("ผู้ประสานงานจังหวัดพิษณุโลก"), _("กรอกรายงานของจังหวัดและส่งให้ภาครวบรวม"), _("ผู้ประสานงาน จังหวัด")),
    Actor("co-chair", _("ประธานร่วมภาคตะวันออกเฉียงเหนือตอนบน"), _("ดูความคืบหน้าของภาคและมติที่รับไป"), _("ประธานร่วม")),
    Actor("member-1", _("อนุกรรมการผู้แทนกลุ่มจังหวัด"), _("อ่านรายงานการประชุมและมติ"), _("อนุกรรมการ กลุ่มจังหวัด")),
    Actor("member-2", _("อนุกรรมการผู้แทนประเด็นสวัสดิการชุมชน"), _("อ่านรายงานการประชุมและมติ"), _("อนุกรรมการ ประเด็น")),
    Actor("auditor", _("ผู้ตรวจสอบ"), _("อ่านได้ทุกหน้า แต่แก้ไขไม่ได้"), _("ผู้ตรวจสอบ")),
)  # fmt: skip


def load_accounts(people: dict[str, Person], others: list[str]) -> dict[str, User]:
    """Verified accounts by key: the cast's, and ``others`` of people whom nobody can become."""
    password, nobodys = make_password(DEMO_PASSWORD), make_password(None)
    passwords = {actor.who: password for actor in CAST} | dict.fromkeys(others, nobodys)
    users = {key: User(email=people[key].email, password=it) for key, it in passwords.items()}
    User.objects.bulk_create(users.values())
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True)
        for user in users.values()
    )
    for key, user in users.items():
        people[key].user = user
    Person.objects.bulk_update([people[key] for key in users], ["user"])
    return users
