"""What a region asks of the centre, and what the centre answers (B5): the receiver is measured."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked
from portal.kernel.models import Person

from .report import RegionalReport


@tracked()
class SupportRequest(models.Model):
    """คำขอหนุนเสริม: one thing one region asks for, numbered when its report is first sent.

    The number (n of a Buddhist year) is never given again. ``owner`` is who at the centre answers,
    by ``due_on``: the day of the next meeting as it was known when the request came in.
    ``withdrawn_at`` is the region taking it back; ``closed_at`` the region saying that what was
    promised has come.
    """

    report = models.ForeignKey(RegionalReport, on_delete=models.PROTECT, related_name="requests")
    position = models.PositiveSmallIntegerField()
    kind = models.SlugField("เรื่อง", max_length=40)
    text = models.TextField("ขออะไร เพื่อใช้ที่ไหน")
    needed_by = models.DateField("ต้องการภายใน", null=True, blank=True)
    be_year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField("เลขที่", null=True)
    sent_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="requests_owned"
    )
    due_on = models.DateField("ควรตอบภายใน", null=True)
    withdrawn_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["be_year", "number"], name="a_request_number_is_given_once"
            ),
            models.CheckConstraint(
                condition=Q(number=None, be_year=None, sent_at=None, due_on=None)
                | Q(
                    number__isnull=False,
                    be_year__isnull=False,
                    sent_at__isnull=False,
                    due_on__isnull=False,
                ),
                name="sent_requests_have_number_and_due_day",
            ),
        ]

    def __str__(self):
        return f"{self.number}/{self.be_year}" if self.number else f"request {self.pk}"


@tracked()
class RequestAnswer(models.Model):
    """What the centre says to a request; the latest counts, the earlier stay to be read."""

    class Decision(models.TextChoices):
        AGREED = "agreed", "ทำให้ได้"
        PARTLY = "partly", "ทำให้ได้บางส่วน"
        REFUSED = "refused", "ทำให้ไม่ได้"

    request = models.ForeignKey(SupportRequest, on_delete=models.PROTECT, related_name="answers")
    # The centre's own report of the month in which it was told (S85), where there was one open.
    report = models.ForeignKey(
        RegionalReport, on_delete=models.PROTECT, null=True, related_name="request_answers"
    )
    decision = models.CharField("คำตอบ", max_length=10, choices=Decision)
    text = models.TextField("รายละเอียดหรือเหตุผล")
    done_by = models.DateField("จะเสร็จภายใน", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["-answered_at"]

    def __str__(self):
        return f"answer {self.pk}"
