"""How it stands with somebody's account: whether they have one, and their last invitation."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices

from portal.kernel.models import AccountInvitation, Person, User
from portal.kernel.phones import shown_phone

from .service import first_day_of_service


class Asked(TextChoices):
    """What became of the last invitation; computed for a moment, never stored."""

    NEVER = "never", "ยังไม่เคยเชิญ"
    OPEN = "open", "รอเปิดบัญชี"
    EXPIRED = "expired", "หมดอายุแล้ว"
    LOCKED = "locked", "ปิดแล้ว"
    WITHDRAWN = "withdrawn", "ยกเลิกแล้ว"
    ACCEPTED = "accepted", "ใช้แล้ว"


@dataclass(frozen=True)
class AccountState:
    """One person's account and last invitation, as ``_invitation_state.html`` tells it."""

    person: Person
    user: User | None
    invitation: AccountInvitation | None
    asked: Asked

    @property
    def has_account(self) -> bool:
        """There is a password to sign in with."""
        return self.user is not None and self.user.has_usable_password()

    @property
    def identifiers(self) -> list[str]:
        """What the account is known by, as people write it."""
        known = [shown_phone(self.user.phone) if self.user.phone else "", self.user.email]
        return [identifier for identifier in known if identifier]

    @property
    def invited_as(self) -> str:
        return self.invitation.email or shown_phone(self.invitation.phone)

    @property
    def is_open(self) -> bool:
        return self.asked == Asked.OPEN

    @property
    def is_printed(self) -> bool:
        return self.invitation.channel == AccountInvitation.Channel.PAPER


def account_state(person: Person, *, at: datetime) -> AccountState:
    """Two statements, whatever the person holds."""
    newest_first = person.account_invitations.order_by("-invited_at", "-pk")
    invitation = newest_first.select_related("invited_by__person").first()
    user = User.objects.filter(person=person).first()
    return AccountState(person, user, invitation, asked_of(invitation, at=at))


def asked_of(invitation: AccountInvitation | None, *, at: datetime) -> Asked:
    if invitation is None:
        return Asked.NEVER
    if invitation.accepted_at:
        return Asked.ACCEPTED
    if invitation.withdrawn_at:
        return Asked.WITHDRAWN
    if invitation.is_locked:
        return Asked.LOCKED
    return Asked.OPEN if invitation.is_open(at=at) else Asked.EXPIRED


def may_be_invited(person: Person, *, on: date) -> bool:
    """Whether there is, or will be, anything to sign in for."""
    return first_day_of_service(person, on=on) is not None
