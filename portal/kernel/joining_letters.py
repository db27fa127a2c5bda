"""The words of an invitation to the portal, in the form of an official letter, always in Thai."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from . import thai
from .invitation_code import shown_code
from .letters import address_of, deliver
from .models import AccountInvitation
from .phones import shown_phone

OFFICE = "กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน"
SUBJECT = "ขอเชิญใช้ระบบขบวนองค์กรชุมชน"


class InvitationWords(NamedTuple):
    """What an invitation says, by mail or on paper."""

    written_on: str
    subject: str
    to: str
    opening: str
    address: str
    kind: str
    identifier: str
    code: str
    until: str
    signed: str
    office: str
    phone: str


def invitation_words(invitation: AccountInvitation) -> InvitationWords:
    with translation.override("th"):
        return InvitationWords(
            written_on=thai.long_date(invitation.invited_at),
            subject=SUBJECT,
            to=invitation.person.full_name,
            opening=f"ด้วย{OFFICE} ได้เปิดบัญชีให้ท่านในระบบขบวนองค์กรชุมชน สำหรับอ่านรายงานและมติ"
            " รับหนังสือเชิญประชุม และทำงานตามหน้าที่ของท่าน โปรดตั้งรหัสผ่านของท่านเองตามสามขั้นต่อไปนี้",
            address=address_of(reverse("join")),
            kind="อีเมล" if invitation.email else "หมายเลขโทรศัพท์",
            identifier=invitation.email or shown_phone(invitation.phone),
            code=shown_code(invitation),
            until=thai.long_date(invitation.expires_at),
            signed=_signed(invitation),
            office=OFFICE,
            phone=settings.OFFICE_PHONE,
        )


def mail_invitation(invitation: AccountInvitation, *, at: datetime) -> None:
    """What was accepted, withdrawn or forgotten meanwhile needs no letter."""
    if invitation.is_open(at=at):
        words = invitation_words(invitation)
        key = f"account-invitation:{invitation.pk}"
        deliver(key=key, to=invitation.email, subject=words.subject, body=letter_body(words))


def letter_body(words: InvitationWords) -> str:
    """The letter as it is mailed."""
    parts = [
        f"{OFFICE}\n{words.written_on}",
        f"เรื่อง  {words.subject}\nเรียน  {words.to}",
        words.opening,
        f"1. เปิดหน้า {words.address}\n"
        f"2. กรอก{words.kind} {words.identifier} และรหัสจากหนังสือนี้\n\n    {words.code}\n\n"
        "3. ตั้งรหัสผ่านของท่าน อย่างน้อย 12 ตัวอักษร",
        f"รหัสใช้ได้ครั้งเดียว จนถึงวันที่ {words.until} โปรดอย่าส่งต่อหนังสือนี้ เจ้าหน้าที่จะไม่ถามรหัสผ่านของท่าน",
        "จึงเรียนมาเพื่อโปรดทราบ",
        f"ขอแสดงความนับถือ\n\n{words.signed}{words.office}"
        + (f"\nโทร. {words.phone}" if words.phone else ""),
    ]
    return "\n\n".join(parts) + "\n"


def _signed(invitation: AccountInvitation) -> str:
    """Who invites; the first of all is invited by whoever set the portal up."""
    person = getattr(invitation.invited_by, "person", None)
    if person is None or person.pk == invitation.person_id:
        return ""
    return f"({person.full_name})\n"
