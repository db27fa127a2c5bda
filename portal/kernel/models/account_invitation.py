from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked

from .person import Person
from .user import User


class AccountInvitationQuerySet(models.QuerySet):
    def open(self, *, at):
        """Those whose code still opens an account."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)


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
