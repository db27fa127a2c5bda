"""The first account of a real installation, whom nobody can invite."""

from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel import joining
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import AccountInvitation, Person, User
from regions.models import RegionalPost

CENTRAL_OFFICER = RegionalPost.Role.CENTRAL_OFFICER


class Founder(NamedTuple):
    """The first central officer, and what they will sign in with: one of the two."""

    name_prefix: str
    first_name: str
    last_name: str
    email: str = ""
    phone: str = ""


@transaction.atomic
def found_secretariat(founder: Founder) -> AccountInvitation:
    """Make the first central officer, from today, and the invitation to their account.

    Until it is accepted the account has no password, so the founding may be done again: a
    letter that got lost locks nobody out. Afterwards accounts come from the secretariat.
    """
    today = timezone.localdate()
    if officers_with_a_password(on=today).exists():
        raise RuleBroken(_("กองเลขานุการมีบัญชีแล้ว ให้ผู้นั้นเชิญคนอื่นจากในระบบ"), code="founded")
    with rules_of(User, RegionalPost):
        user = _founders_account(founder, on=today)
    channel = AccountInvitation.Channel.PAPER
    return joining.invite_person(
        user.person, channel=channel, email=founder.email, phone=founder.phone, by=user
    )


def officers_with_a_password(*, on):
    serving = RegionalPost.objects.of(CENTRAL_OFFICER, on=on)
    # An unusable password begins with an exclamation mark.
    return serving.filter(person__user__isnull=False).exclude(
        person__user__password__startswith="!"
    )


def _founders_account(founder, *, on):
    known = {"email": founder.email} if founder.email else {"phone": founder.phone}
    user = User.objects.filter(**known, person__posts__role=CENTRAL_OFFICER).first()
    user = user or _new_account(founder)
    # Whose post has ended is let in by none: they begin another.
    if not RegionalPost.objects.of(CENTRAL_OFFICER, on=on).filter(person=user.person).exists():
        _begin_post(user.person, on=on)
    return user


def _new_account(founder):
    user = User.objects.create_user(founder.email, phone=founder.phone or None)
    Person.objects.create(**founder._asdict(), user=user)
    return user


def _begin_post(person, *, on):
    post = RegionalPost.objects.create(person=person, role=CENTRAL_OFFICER, starts_on=on)
    record("secretariat.founded", post, by=None)
