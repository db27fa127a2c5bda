from django.db import models
from django.db.models import F, Q

from portal.kernel.history import tracked

from .person import Person
from .user import User


class ContactConsentQuerySet(models.QuerySet):
    def given(self):
        return self.filter(withdrawn_at=None)


@tracked()
class ContactConsent(models.Model):
    """A person lets one way of reaching them be published, until they take it back
    (Personal Data Protection Act B.E. 2562, section 19)."""

    class Contact(models.TextChoices):
        PHONE = "phone", "โทรศัพท์"
        EMAIL = "email", "อีเมล"
        LINE = "line_id", "ไลน์"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_consents")
    contact = models.CharField(max_length=10, choices=Contact)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = ContactConsentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "contact"],
                condition=Q(withdrawn_at=None),
                name="one_consent_per_person_and_contact",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="consents_are_withdrawn_after_they_are_given",
            ),
        ]

    def __str__(self):
        return f"consent {self.pk}"
