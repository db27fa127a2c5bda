from uuid import uuid4

from django.db import models

from portal.kernel.history import tracked
from portal.kernel.models import User


@tracked(exclude=["rows"])
class RosterImport(models.Model):
    """A roster somebody uploaded and has not let write yet, or that was written.

    ``rows`` holds names and telephones only until it is decided; then, or after a day,
    they are forgotten. How many rows it had and wrote stays.
    """

    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    file_name = models.CharField(max_length=200)
    rows = models.JSONField(default=list)
    row_count = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    written_count = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(written_at=None, written_count=None)
                | models.Q(written_at__isnull=False, written_count__isnull=False),
                name="written_imports_say_how_many_rows",
            ),
        ]

    def __str__(self):
        return f"import {self.pk}"
