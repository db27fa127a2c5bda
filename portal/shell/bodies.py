"""What apps know of a body: what meetings asked of it and still wait for (S21), and what the
regions' reports told of its issue (S30)."""

from datetime import date

from committees.beside import show_on
from committees.models import Committee
from committees.queries.issue_progress import log_of
from meetings.models import ActionItem
from portal.kernel.letters import address_of
from portal.kernel.models import User

Kind = Committee.Kind
LATEST = 6


def assignments(*, body: Committee, user: User, on: date) -> dict | None:
    """What waited that day for the body: one query. Nothing for strangers, and nothing for
    the 67 as a whole and for outside boards, to which no meeting assigns."""
    if not user.is_authenticated or body.kind in (Kind.SUBCOMMITTEE, Kind.BOARD):
        return None
    items = ActionItem.objects.visible_to(user).awaited(on=on).filter(unit=body)
    return {"items": list(items.for_list()), "on": on}


def progress(*, body: Committee, user: User, on: date) -> dict | None:
    """The latest of the log of a body's issue: one query. Nothing for strangers."""
    if not user.is_authenticated or body.kind != Kind.ISSUE or body.issue is None:
        return None
    log = list(log_of(body.issue, user=user)[: LATEST + 1])
    return {
        "issue": body.issue,
        "log": log[:LATEST],
        "more": len(log) > LATEST,
        "address": address_of(""),
    }


def contribute():
    """The page of a body belongs to ``committees``, which may not know meetings."""
    show_on("body", "shell/_body_work.html", assignments)
    show_on("body", "committees/_issue_log.html", progress)
