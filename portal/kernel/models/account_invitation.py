from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked

from .person import Person
from .user import User

# After so many wrong codes a new invitation must be made.
WRONG_TRIES_ALLOWED = 10


class AccountInvitationQuerySet(models.QuerySet):
    def pending(self):
        """Neither accepted nor withdrawn; there is one for a person at most."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def open(self, *, at):
        """Those whose code still opens an account."""
        return self.pending().filter(expires_at__gt=at, wrong_tries__lt=WRONG_TRIES_ALLOWED)

    def naming(self, identifier):
        """Those to one address or number."""
        return self.filter(Q(email=identifier) | Q(phone=identifier))


@tracked()
class AccountInvitation(models.Model):
    """An invitation of one person to an account of their own, by an e-mail address or a
    telephone number, with a one-time code that sets the first password.

    The code itself is stored nowhere: it is reckoned from this row and the secret key.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", "ทางอีเมล"
        PAPER = "paper", "หนังสือที่พิมพ์มอบให้"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="account_invitations")
    channel = models.CharField("ส่งคำเชิญ", max_length=10, choices=Channel)
    email = models.EmailField("อีเมล", blank=True)
    phone = models.CharField("โทรศัพท์", max_length=16, blank=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AccountInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at"]
        constraints = [
            models.CheckConstraint(
                condition=(~Q(email="") & Q(phone="")) | (Q(email="") & ~Q(phone="")),
                name="invitations_name_an_address_or_a_number",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
                name="accepted_invitations_are_not_withdrawn",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_per_person",
                violation_error_message="ผู้นี้มีคำเชิญที่ยังใช้ได้อยู่แล้ว",
            ),
        ]

    def __str__(self):
        return f"invitation {self.pk}"

    @property
    def identifier(self):
        """What the person will sign in with."""
        return self.email or self.phone

    @property
    def is_pending(self):
        return self.accepted_at is None and self.withdrawn_at is None

    @property
    def is_locked(self):
        """Too many wrong codes were typed."""
        return self.wrong_tries >= WRONG_TRIES_ALLOWED

    def is_open(self, *, at):
        return self.is_pending and not self.is_locked and self.expires_at > at
