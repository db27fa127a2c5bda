"""Leaves: plain arguments in, one action out, safe to run twice and by hand."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="committees.forget_imports")
def forget_imports(slot):
    """Forget the names in uploaded rosters that are decided about or older than a day."""
    from .actions.imports import forget_imports as forget  # noqa: PLC0415 -- task is a leaf

    forget(at=timezone.now())
