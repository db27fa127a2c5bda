"""One vocabulary of what can happen, one function that says it happened."""

from django.db.models import Model

from portal.kernel.models import Activity, User


def record(verb: str, subject: Model, *, by: User | None, **detail) -> Activity:
    """Say in the caller's transaction that ``by`` did ``verb`` to ``subject``."""
    return Activity.objects.create(verb=verb, subject=subject, by=by, detail=detail)
