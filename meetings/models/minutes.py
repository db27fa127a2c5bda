from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel.history import tracked
from portal.kernel.models import Person
from regions.models import RegionalPost, rights_of

from .agenda import AgendaItem
from .meeting import Meeting
from .meeting_query import seen_by


def digest_of(text):
    return sha256(text.encode()).hexdigest()


def kept_by(user, path="meeting__"):
    """Who writes them, and the auditors, read them at any time; ``path`` leads to the meeting."""
    rights = rights_of(user)
    if rights.sees_everything:
        return ~Q(pk__in=[])  # all of them, also beside another condition
    working = rights.regions_as(RegionalPost.Role.COORDINATOR, RegionalPost.Role.OFFICER)
    return Q(**{f"{path}committee__region__in": working})


class MinutesQuerySet(models.QuerySet):
    def visible_to(self, user):
        """From circulation on of everybody who reads the meeting, also where they were taken back
        since; until then of who writes or checks them and of the auditors."""
        if not user.is_authenticated:
            return self.none()
        own = Q(note_taker__user=user) | Q(checker__user=user)
        once = MinutesVersion.objects.filter(minutes=OuterRef("pk"), state__in=Minutes.SHARED)
        shared = Q(state__in=Minutes.SHARED) | Exists(once)
        return self.filter(seen_by(user, "meeting__"), shared | kept_by(user) | own)

    def silently_adopted(self, *, before):
        """Circulated, the last day for objecting is past, and nobody waits for an answer."""
        asked = CorrectionRequest.objects.filter(minutes=OuterRef("pk"), outcome="")
        circulated = self.filter(state=Minutes.State.CIRCULATED, circulated_until__lt=before)
        return circulated.exclude(Exists(asked))


@tracked()
class Minutes(models.Model):
    """รายงานการประชุม in form 11, composed from the record of its meeting.

    Drafted, checked, circulated, laid before a meeting and adopted, with or without corrections.
    Adopted text is never changed again; the database refuses it. What turns out wrong
    later is an ``Erratum`` that a later meeting adopts (promise 1).
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("minutes", "ร่าง")
        CHECKED = "checked", pgettext_lazy("minutes", "ตรวจแล้ว")
        CIRCULATED = "circulated", pgettext_lazy("minutes", "เวียน")
        PROPOSED = "proposed", pgettext_lazy("minutes", "เสนอรับรอง")
        ADOPTED = "adopted", pgettext_lazy("minutes", "รับรองแล้ว")

    # What may follow what; until they are adopted they may go back to be written again.
    NEXT = {
        State.DRAFT: {State.CHECKED},
        State.CHECKED: {State.DRAFT, State.CIRCULATED, State.PROPOSED, State.ADOPTED},
        State.CIRCULATED: {State.DRAFT, State.CIRCULATED, State.PROPOSED, State.ADOPTED},
        State.PROPOSED: {State.DRAFT, State.CIRCULATED, State.ADOPTED},
        State.ADOPTED: set(),
    }
    SHARED = (State.CIRCULATED, State.PROPOSED, State.ADOPTED)  # read by all who read the meeting

    class Route(models.TextChoices):
        """How minutes are adopted (form 11)."""

        SAME = "same", gettext_lazy("รับรองในการประชุมครั้งนั้น")
        NEXT = "next", gettext_lazy("รับรองในการประชุมครั้งต่อมา")
        CIRCULATION = "circulation", gettext_lazy("รับรองโดยการเวียน")

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    note_taker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    circulated_until = models.DateField("ทักท้วงได้ถึงวันที่", null=True, blank=True)
    route = models.CharField(max_length=12, choices=Route, blank=True)
    adopted_on = models.DateField("รับรองเมื่อ", null=True, blank=True)
    adopted_in = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="minutes_adopted"
    )
    corrections = models.TextField("แก้ไขก่อนรับรอง", blank=True)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="circulated") | Q(circulated_until__isnull=False),
                name="circulated_minutes_say_until_when",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="adopted", adopted_on__isnull=False)
                    & (
                        Q(route__in=["same", "next"], adopted_in__isnull=False)
                        | Q(route="circulation", adopted_in=None)
                    )
                )
                | (~Q(state="adopted") & Q(adopted_on=None, adopted_in=None, route="")),
                name="adopted_minutes_say_when_and_how",
            ),
        ]

    def __str__(self):
        return f"minutes of {self.meeting_id}"

    @property
    def is_adopted(self):
        return self.state == self.State.ADOPTED

    @property
    def is_shared(self):
        return self.state in self.SHARED

    def can_become(self, state):
        return state in self.NEXT[self.State(self.state)]

    def takes_requests(self, *, on):
        """Whoever was called may ask for a correction: while they circulate until the day that
        was named, and while they lie before a meeting."""
        is_open = self.state == self.State.CIRCULATED and on <= self.circulated_until
        return is_open or self.state == self.State.PROPOSED


class MinutesVersionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was once laid before everybody stays readable; a draft is its writers'."""
        if not user.is_authenticated:
            return self.none()
        own = Q(minutes__note_taker__user=user) | Q(minutes__checker__user=user)
        drafts = kept_by(user, "minutes__meeting__") | own
        shared = Q(state__in=Minutes.SHARED)
        return self.filter(seen_by(user, "minutes__meeting__"), shared | drafts)

    def for_list(self):
        return self.select_related("saved_by__person").defer("body", "text")


class MinutesVersion(models.Model):
    """The whole text as it was saved once; never changed, so any two can be compared.

    ``digest`` is the SHA-256 of ``text`` in UTF-8, as hexadecimal digits.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("ฉบับที่")
    state = models.CharField(max_length=10, choices=Minutes.State)
    body = models.JSONField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    note = models.CharField("หมายเหตุ", max_length=300, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = MinutesVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "number"], name="one_version_of_a_number_per_minutes"
            ),
        ]

    def __str__(self):
        return f"version {self.number} of minutes {self.minutes_id}"

    @property
    def is_whole(self):
        """Whether the text still is the one whose digest was taken when it was saved."""
        return digest_of(self.text) == self.digest


@tracked()
class CorrectionRequest(models.Model):
    """What a member wants put right while minutes circulate; somebody settles it."""

    class Outcome(models.TextChoices):
        MADE = "made", gettext_lazy("แก้ตามที่ขอ")
        DECLINED = "declined", gettext_lazy("ไม่แก้")

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="correction_requests"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField("ขอแก้")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reply = models.CharField("คำตอบ", max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", settled_at=None, settled_by=None)
                | (~Q(outcome="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="settled_requests_say_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"request {self.pk}"


@tracked()
class Erratum(models.Model):
    """ใบแก้ไขรายงาน: what adopted minutes say wrongly and how it should read, as a later
    meeting adopted it; the adopted text stays as it is (B16)."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="errata")
    number = models.PositiveSmallIntegerField()
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="errata"
    )
    wrong = models.TextField("ข้อความเดิม")
    right = models.TextField("แก้เป็น")
    reason = models.CharField("เหตุที่แก้", max_length=300)
    adopted_in = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="errata_adopted")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "errata"
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "number"], name="one_erratum_of_a_number_per_minutes"
            ),
        ]

    def __str__(self):
        return f"erratum {self.number} of minutes {self.minutes_id}"
