from django.db import models


class Once(models.Model):
    """A form that has been acted on. The token is spent in the action's own transaction,
    so a second press of the button, or a retry by the browser, creates nothing twice."""

    token = models.UUIDField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    result = models.CharField(max_length=200, blank=True)

    def __str__(self):
        return str(self.token)
