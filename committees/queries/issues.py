"""The strategic issues, and what hangs on each."""

from django.db.models import Count, QuerySet

from committees.models import Issue


def issues_for_list() -> QuerySet[Issue]:
    """Each with ``seat_count`` and ``body_count``, of all generations: one query."""
    return Issue.objects.annotate(
        seat_count=Count("seats", distinct=True), body_count=Count("bodies", distinct=True)
    )


def uses_of(issue: Issue) -> int:
    """How many rows of any app name the issue; its own history is none of them."""
    using = [link for link in Issue._meta.related_objects if link.related_name != "events"]
    return sum(
        link.related_model.objects.filter(**{link.field.name: issue}).count() for link in using
    )
