"""In what order a reviewer goes on."""

from django.db.models import Q, QuerySet

from portal.kernel.models import User
from regions.models import RegionalReport

from .review import waiting_for_review


def to_review_next(user: User, *, after: RegionalReport) -> QuerySet[RegionalReport]:
    """What else ``user`` may take up, the longest waiting first: nothing another has in hand."""
    in_other_hands = Q(state=RegionalReport.State.IN_REVIEW) & ~Q(reviewer=user.pk)
    waiting = waiting_for_review(user).exclude(in_other_hands).exclude(pk=after.pk)
    return waiting.select_related("round", "unit__region", "unit__province")
