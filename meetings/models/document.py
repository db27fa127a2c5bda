from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy

from committees.models import Committee
from portal.kernel.history import tracked


@tracked()
class Letterhead(models.Model):
    """หัวหนังสือ of one body: what its letters and minutes say of whoever sends them."""

    committee = models.OneToOneField(Committee, on_delete=models.PROTECT, related_name="letterhead")
    agency = models.CharField("ส่วนราชการหรือหน่วยงาน", max_length=200)
    address = models.TextField("ที่อยู่")
    signatory = models.CharField("ผู้ลงนาม", max_length=200)
    signatory_position = models.CharField("ตำแหน่งผู้ลงนาม", max_length=200)
    unit = models.CharField("หน่วยงานเจ้าของเรื่อง", max_length=200)
    phone = models.CharField("โทรศัพท์", max_length=60, blank=True)

    def __str__(self):
        return f"letterhead of {self.committee_id}"


@tracked()
class WordTemplate(models.Model):
    """แม่แบบ Word that the secretariat put in place of ours; the latest of a kind is used, and
    one that is retired gives way to ours again."""

    class Kind(models.TextChoices):
        AGENDA = "agenda", gettext_lazy("ระเบียบวาระการประชุม")
        INVITATION = "invitation", gettext_lazy("หนังสือเชิญประชุม")
        MINUTES = "minutes", gettext_lazy("รายงานการประชุม")
        DECISIONS = "decisions", gettext_lazy("สรุปมติ")
        EXTRACT = "extract", gettext_lazy("สำเนามติ")
        SUMMARY = "summary", gettext_lazy("สรุปเชิงบริหาร")

    kind = models.CharField(max_length=12, choices=Kind)
    file = models.FileField(upload_to="templates/")
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return f"{self.kind} template {self.pk}"
