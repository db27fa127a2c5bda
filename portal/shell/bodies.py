"""What meetings asked of a unit or another body and still wait for (S21)."""

from datetime import date

from committees.beside import show_on
from committees.models import Committee
from meetings.models import ActionItem
from portal.kernel.models import User

Kind = Committee.Kind


def assignments(*, body: Committee, user: User, on: date) -> dict | None:
    """What waited that day for the body: one query. Nothing for strangers, and nothing for
    the 67 as a whole and for outside boards, to which no meeting assigns."""
    if not user.is_authenticated or body.kind in (Kind.SUBCOMMITTEE, Kind.BOARD):
        return None
    items = ActionItem.objects.visible_to(user).awaited(on=on).filter(unit=body)
    return {"items": list(items.for_list()), "on": on}


def contribute():
    """The page of a body belongs to ``committees``, which may not know meetings."""
    show_on("body", "shell/_body_work.html", assignments)
