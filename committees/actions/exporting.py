"""Who took the directory out of the portal, and how much of it."""

from datetime import date

from portal.kernel.activity import record
from portal.kernel.models import User


def record_export(*, by: User, file: str, on: date, people: int, contacts: int) -> None:
    """Told of every export; ``contacts`` counts the restricted ones in it, never which."""
    record(
        "roster.exported", by, by=by, file=file, on=on.isoformat(), people=people, contacts=contacts
    )
