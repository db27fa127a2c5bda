"""In what order a reviewer goes on."""

from django.db.models import Q, QuerySet

from portal.kernel.models import User
from regions.models import RegionalReport
from regions.models.reader import composed_for

from .review import waiting_for_review


def first_to_review(user: User, *, after: RegionalReport) -> RegionalReport | None:
    """The first of them: one statement."""
    return next(iter(_first(user, after=after.pk)), None)


@composed_for
def _first(user: User, *, after: int) -> QuerySet[RegionalReport]:
    return to_review_next(user, after=after)[:1]


def to_review_next(user: User, *, after: int) -> QuerySet[RegionalReport]:
    """What else ``user`` may take up after the report of this key, the longest waiting first:
    nothing another has in hand."""
    in_other_hands = Q(state=RegionalReport.State.IN_REVIEW) & ~Q(reviewer=user.pk)
    waiting = waiting_for_review(user).exclude(in_other_hands).exclude(pk=after)
    return waiting.select_related("round", "unit__region", "unit__province")
