from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from portal.kernel.history import tracked


class UserManager(BaseUserManager):
    def create_user(self, email="", password=None, *, phone=None):
        user = self.model(email=self.normalize_email(email), phone=phone)
        user.set_password(password)
        user.save()
        return user


@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """An account: what signs in, by an e-mail address, a telephone number (E.164) or both.
    ``Person`` is who it is; posts and seats are what it may do."""

    email = models.EmailField("อีเมล", max_length=254, blank=True)
    phone = models.CharField("โทรศัพท์", max_length=16, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="one_account_per_address",
                violation_error_message="อีเมลนี้มีบัญชีอยู่แล้ว",
            ),
            models.UniqueConstraint(
                fields=["phone"],
                name="one_account_per_telephone",
                violation_error_message="หมายเลขนี้มีบัญชีอยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=~Q(email="") | Q(phone__isnull=False),
                name="accounts_have_an_address_or_a_number",
            ),
        ]

    def __str__(self):
        return f"user {self.pk}"
