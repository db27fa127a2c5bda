from django.conf import settings
from django.db import models


class Block(models.Model):
    """A piece of the record that several people may write at once: whoever saves names the
    version they read, and who comes second is shown both texts (promise 3)."""

    version = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
