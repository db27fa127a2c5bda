"""Inviting a person to an account of their own, and what comes of it.

Who may be invited is a rule of whoever knows seats and posts; here an invitation is made,
taken back and accepted. The code that opens it is :mod:`portal.kernel.invitation_code`.
"""

from datetime import datetime, time, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from .activity import record
from .errors import RuleBroken, rules_of
from .invitation_code import is_code_of
from .models import AccountInvitation, Person, User
from .models.account_invitation import WRONG_TRIES_ALLOWED
from .outbox import promise, withdraw

Channel = AccountInvitation.Channel


@transaction.atomic
def invite_person(
    person: Person, *, channel: Channel, email: str = "", phone: str = "", by: User
) -> AccountInvitation:
    """Invite ``person`` by one address or one number; an invitation still open is withdrawn.

    By e-mail a letter is promised; what is printed is handed over by whoever invites.
    """
    _refuse_taken(person, email=email.lower(), phone=phone)
    _withdraw(person.account_invitations.pending())
    now = timezone.now()
    with rules_of(AccountInvitation):
        invitation = AccountInvitation.objects.create(
            person=person,
            channel=channel,
            email=email.lower(),
            phone=phone,
            invited_by=by,
            invited_at=now,
            expires_at=_last_moment(now),
        )
    if channel == Channel.EMAIL:
        _promise_letter(invitation)
    record("account_invitation.made", invitation, by=by, person=person.pk, channel=channel)
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: AccountInvitation, *, by: User) -> None:
    """Take back an invitation that nobody has accepted: its code opens nothing any more."""
    if not _withdraw(AccountInvitation.objects.pending().filter(pk=invitation.pk)):
        raise RuleBroken(_("คำเชิญนี้ใช้ไปแล้วหรือยกเลิกไปแล้ว"), code="not-pending")
    record("account_invitation.withdrawn", invitation, by=by)


def accept_invitation(identifier: str, code: str, password: str) -> User:
    """Set the password of the account the invitation opens, which is made if there is none.

    Whoever has an account already gets the identifier and the password, so a new invitation
    is also the way back in. An unknown identifier and a wrong code get the same answer.
    """
    invitation = _tried(identifier, code)
    if invitation is None:
        raise RuleBroken(
            _(
                "ไม่พบคำเชิญที่ยังใช้ได้ตามข้อมูลนี้ โปรดตรวจหมายเลขโทรศัพท์หรืออีเมล และรหัสในหนังสือเชิญ"
                " ถ้ายังเข้าไม่ได้ โทรขอคำเชิญใหม่จากกองเลขาฯ"
            ),
            code="no-such-invitation",
        )
    return _accept(invitation, password)


@transaction.atomic
def _accept(invitation: AccountInvitation, password: str) -> User:
    won = AccountInvitation.objects.pending().filter(pk=invitation.pk)
    if not won.update(accepted_at=timezone.now()):
        raise RuleBroken(_("คำเชิญนี้ใช้ไปแล้ว โปรดเข้าสู่ระบบ"), code="accepted")
    person = Person.objects.select_for_update(of=["self"]).get(pk=invitation.person_id)
    if _is_taken(person, invitation.email, invitation.phone):
        raise RuleBroken(_("อีเมลหรือหมายเลขนี้เป็นของบัญชีอื่นแล้ว โปรดโทรหากองเลขาฯ"), code="taken")
    with rules_of(User):
        if person.user:
            user = _renewed(person.user, invitation, password)
        else:
            user = _opened(person, invitation, password)
    _verify_address(user, invitation.email)
    record("account_invitation.accepted", invitation, by=user)
    return user


def _opened(person: Person, invitation: AccountInvitation, password: str) -> User:
    person.user = User.objects.create_user(
        invitation.email, password, phone=invitation.phone or None
    )
    person.save(update_fields=["user"])
    return person.user


def _renewed(user: User, invitation: AccountInvitation, password: str) -> User:
    """The account keeps what the invitation does not speak of."""
    user.email = invitation.email or user.email
    user.phone = invitation.phone or user.phone
    user.set_password(password)
    user.save(update_fields=["email", "phone", "password"])
    return user


def _verify_address(user: User, email: str) -> None:
    """The invitation reached its reader there, so nothing is left to confirm."""
    if email:
        EmailAddress.objects.filter(user=user).delete()
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)


def _tried(identifier: str, code: str) -> AccountInvitation | None:
    """The open invitation to ``identifier``, if the code is its own.

    A try is counted before the code is looked at, in a statement of its own: of many tries
    at once none is free. Only a right one is taken off again.
    """
    open_ones = AccountInvitation.objects.open(at=timezone.now()).naming(identifier)
    invitation = open_ones.order_by("-invited_at", "-pk").first()
    if invitation is None:
        return None
    this = AccountInvitation.objects.filter(pk=invitation.pk)
    room = this.filter(wrong_tries__lt=WRONG_TRIES_ALLOWED)
    if not room.update(wrong_tries=F("wrong_tries") + 1) or not is_code_of(invitation, code):
        return None
    this.update(wrong_tries=F("wrong_tries") - 1)
    return invitation


def _refuse_taken(person: Person, *, email: str, phone: str) -> None:
    """One identifier, one account; nor may it wait in somebody else's invitation."""
    waiting = AccountInvitation.objects.open(at=timezone.now()).exclude(person=person)
    told = {"email": _("อีเมลนี้เป็นของผู้อื่นแล้ว"), "phone": _("หมายเลขนี้เป็นของผู้อื่นแล้ว")}
    for field, value in {"email": email, "phone": phone}.items():
        if value and (_is_taken(person, email, phone) or waiting.naming(value).exists()):
            raise RuleBroken({field: RuleBroken(told[field], code="taken")})


def _is_taken(person: Person, email: str, phone: str) -> bool:
    """Somebody else's account is known by it."""
    others = User.objects.exclude(pk=person.user_id)
    if phone:
        return others.filter(phone=phone).exists()
    verified = EmailAddress.objects.filter(email=email, verified=True).exclude(user=person.user_id)
    return others.filter(email__iexact=email).exists() or verified.exists()


def _withdraw(invitations: QuerySet[AccountInvitation]) -> int:
    """Close invitations and take back the letters that have not left."""
    for pk in invitations.values_list("pk", flat=True):
        withdraw(_letter_key(pk))
    return invitations.update(withdrawn_at=timezone.now())


def _promise_letter(invitation: AccountInvitation) -> None:
    """The row alone is promised: no queue and no list of letters ever holds a code."""
    key = _letter_key(invitation.pk)
    promise("kernel.send_account_invitation", key, {"invitation": invitation.pk})


def _letter_key(pk: int) -> str:
    return f"account-invitation:{pk}"


def _last_moment(now: datetime) -> datetime:
    day = timezone.localdate(now) + timedelta(days=settings.INVITATION_DAYS)
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
