"""Rosters that were uploaded before."""

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from committees.models import RosterImport

EARLIER = 8


def earlier_imports() -> QuerySet[RosterImport]:
    """The last few, each with ``.is_kept`` while its rows wait for a decision; one query."""
    is_kept = ExpressionWrapper(~Q(rows=[]), output_field=BooleanField())
    imports = RosterImport.objects.defer("rows").annotate(is_kept=is_kept)
    return imports.order_by("-pk")[:EARLIER]
