"""Invite somebody into the portal: whoever serves today or will, and nobody else."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.queries.service import first_day_of_service
from portal.kernel import joining
from portal.kernel.errors import RuleBroken
from portal.kernel.models import AccountInvitation, Person, User


@transaction.atomic
def invite_to_portal(
    person: Person,
    *,
    channel: AccountInvitation.Channel,
    email: str = "",
    phone: str = "",
    instead_of: int | None,
    by: User,
) -> AccountInvitation:
    """Invite ``person`` in place of the invitation ``instead_of``, which is then void.

    It names the one the asker saw: of two who invite at once, or of two presses of one
    button, the second is told, and no letter that was just printed becomes useless unseen.
    """
    person = Person.objects.select_for_update(of=["self"]).get(pk=person.pk)
    if first_day_of_service(person, on=timezone.localdate()) is None:
        raise RuleBroken(_("ผู้นี้ไม่มีที่นั่ง หน้าที่ หรือคณะใดตั้งแต่วันนี้ไป บัญชีจึงยังใช้ไม่ได้"), code="serves-nowhere")
    pending = person.account_invitations.pending().values_list("pk", flat=True).first()
    if pending != instead_of:
        raise RuleBroken(_("เพิ่งมีคำเชิญฉบับใหม่ของผู้นี้ โปรดดูก่อนเชิญอีกครั้ง"), code="overtaken")
    return joining.invite_person(person, channel=channel, email=email, phone=phone, by=by)
