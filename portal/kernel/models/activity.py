from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class ActivityQuerySet(models.QuerySet):
    def about(self, subject):
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=subject.pk)

    def for_history(self):
        """Everything one line of a history prints, in one query, newest first."""
        return self.select_related("by__person").order_by("-at", "-pk")


class Activity(models.Model):
    """Who did what, when: told to people. The proof of each changed row is the audit's.

    ``verb`` is ``noun.participle``; ``detail`` holds ids, counts and reasons, never contact data.
    Append-only: the running database role may insert and read, nothing else.
    """

    verb = models.CharField(max_length=60)
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    subject_id = models.BigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="activities"
    )
    at = models.DateTimeField(auto_now_add=True)
    detail = models.JSONField(default=dict)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-at"], name="history_of_one_thing")
        ]

    def __str__(self):
        return f"{self.verb} {self.subject_id}"
