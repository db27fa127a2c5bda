"""The questions a page asks the table of meetings."""

import re

from django.db import models
from django.db.models import BooleanField, Case, Count, ExpressionWrapper, F, Q, When
from django.db.models.functions import Coalesce

from portal.kernel import thai
from regions.models import rights_of

from .days import expected_until

ADOPTED = Q(minutes__state="adopted")
TOLD = Q(summary__published_at__isnull=False) | ADOPTED


def seen_by(user, path=""):
    """The rule of who sees which meeting, also for what belongs to one: ``path`` leads to it."""
    if not user.is_authenticated:
        return Q(pk__in=[])
    rights = rights_of(user)
    if rights.sees_everything:
        return Q()
    is_told = ~Q(**{f"{path}state": "planned"})
    return is_told | Q(**{f"{path}committee__region__in": rights.regions})


class MeetingQuerySet(models.QuerySet):
    # Ask the table a question.

    def visible_to(self, user):
        """Once called, a meeting is open to everyone in the house; a plan is the secretariat's,
        and of a region's body also that region's."""
        return self.filter(seen_by(user))

    def upcoming(self, *, on):
        """Called and still to come, or being held."""
        return self.filter(state__in=self.model.ANNOUNCED, ends_on__gte=on).order_by(
            "starts_on", "pk"
        )

    def sitting(self, *, on):
        """In session that day, of whatever body; one nobody closed sits no more the day after."""
        held = self.filter(state=self.model.State.IN_SESSION, ends_on__gte=on)
        return held.select_related("committee").order_by("opened_at", "pk")

    def awaited(self, *, on):
        """The same, and below them what was put off and has no day: everybody was told of it."""
        put_off = self.filter(state=self.model.State.POSTPONED)
        return (self.upcoming(on=on) | put_off).fixed_first()

    def fixed_first(self):
        """What has a day before what is only expected, the nearest of each on top."""
        return self.order_by(
            F("starts_on").asc(nulls_last=True), expected_until().asc(nulls_last=True), "pk"
        )

    def held(self):
        return self.filter(state=self.model.State.CLOSED).order_by(
            F("starts_on").desc(nulls_last=True), "-pk"
        )

    def of_number(self, text):
        """``2/2550`` as people write it, in either digits; nothing else names a meeting."""
        found = re.fullmatch(r"(?:ครั้งที่ ?)?(\d{1,3}) ?/ ?(\d{4})", thai.normalise(text))
        return self.filter(number=found[1], be_year=found[2]) if found else self.none()

    def free_to_precede(self, meeting=None):
        """Nothing follows them yet but ``meeting`` itself, plans included; the latest first."""
        free = Q(next=None) | Q(next=meeting) if meeting else Q(next=None)
        others = self.exclude(pk=meeting.pk) if meeting else self
        return (
            others.filter(free)
            .exclude(state=self.model.State.CANCELLED)
            .order_by(F("starts_on").desc(nulls_last=True), "-pk")
        )

    def matching(self, text):
        """Every word in the meeting's name, place, agenda or resolutions; or its number."""
        said = thai.containing(
            text, "title", "venue", "province__name", "items__title", "resolutions__text"
        )
        named, worded = self.model.objects.of_number(text), self.model.objects.filter(said)
        return self.filter(Q(pk__in=named.values("pk")) | Q(pk__in=worded.values("pk")))

    def with_papers(self, papers, *, on):
        """Those whose ``papers(on=…)`` are this far."""
        Papers, live = self.model.Papers, self._announced()  # noqa: N806
        match papers:
            case Papers.ADOPTED:
                return live.filter(ADOPTED)
            case Papers.SUMMARISED:
                return live.filter(TOLD).exclude(ADOPTED)
            case Papers.PENDING:
                return live.filter(self._past(on), source="").exclude(TOLD)
            case Papers.CALLED | Papers.IN_SESSION:
                return self.filter(state=papers, source="").exclude(TOLD | self._past(on))
            case Papers.ABSENT:
                return live.exclude(TOLD).exclude(source="")
        return self.filter(state=papers)

    def _announced(self):
        """Everybody was told of them, and they were not taken back."""
        return self.filter(state__in=[*self.model.ANNOUNCED, self.model.State.CLOSED])

    def _past(self, on):
        return Q(state=self.model.State.CLOSED) | Q(ends_on__lt=on)

    def in_calendar_order(self, *, on):
        """What is still to come first, the nearest on top; then what is past, the latest on top.

        One whose day is not fixed stands at the end of the time it is expected in. A plan without
        any day is still to come; a record whose source says no day stands in its year.
        """
        coming = ~Q(state=self.model.State.CLOSED) & (Q(ends_on=None) | Q(ends_on__gte=on))
        coming_on = F("coming_on").asc(nulls_last=True)
        return self.annotate(
            is_coming=ExpressionWrapper(coming, output_field=BooleanField()),
            coming_on=Case(When(coming, then=Coalesce("starts_on", expected_until()))),
        ).order_by("-is_coming", coming_on, "-be_year", F("starts_on").desc(nulls_last=True), "-pk")

    # Dress it for a page.

    def for_holding(self):
        """What the pages of whoever holds a meeting ask of it, in one query."""
        told = self.select_related("committee", "province", "minutes")
        return told.annotate(claim_count=Count("claims"))

    def for_list(self):
        """Everything one row of the list of meetings prints, in one query."""
        return (
            self.select_related("committee", "province", "summary", "minutes")
            .annotate(resolution_count=Count("resolutions", distinct=True))
            .order_by(F("starts_on").desc(nulls_first=True), "-pk")
        )
