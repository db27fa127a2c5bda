import re
from datetime import date

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel import thai
from portal.kernel.history import tracked

from .agenda import AgendaItem
from .block import Block
from .meeting import Meeting
from .meeting_query import seen_by

# มติที่ 1 ครั้งที่ 2/2550, also without its first half or without the words.
CITED = re.compile(
    r"(?:มติ(?:ที่ประชุม)?(?:ที่)? ?(?:(?P<number>\d{1,3}) +)?)?"
    r"(?:(?:การประชุม)?ครั้งที่ ?)?(?P<meeting>\d{1,3}) ?/ ?(?P<year>\d{4})"
)


class ResolutionQuerySet(models.QuerySet):
    # Ask the table a question.

    def visible_to(self, user):
        """Whoever may read the meeting may read what it decided."""
        return self.filter(seen_by(user, "meeting__"))

    def cited_as(self, text):
        """``2/2550`` or ``มติที่ 1 ครั้งที่ 2/2550`` as people write it, in either digits."""
        found = CITED.fullmatch(thai.normalise(text))
        if found is None:
            return self.none()
        cited = self.filter(meeting__number=found["meeting"], meeting__be_year=found["year"])
        return cited.filter(number=found["number"]) if found["number"] else cited

    def matching(self, text):
        """Every word in its text, its agenda item or what it assigned; or its number."""
        said = thai.containing(text, "text", "item__title", "action_items__title")
        worded = Resolution.objects.filter(said)
        cited = Resolution.objects.cited_as(text)
        return self.filter(Q(pk__in=worded.values("pk")) | Q(pk__in=cited.values("pk")))

    def concerning(self, region):
        """What it asks of the region, or what the region's own bodies decided."""
        asked = Resolution.objects.filter(action_items__region=region)
        own = Q(meeting__committee__region=region)
        return self.filter(Q(pk__in=asked.values("pk")) | own)

    def of_body(self, body):
        """What the body decided, or what it was asked to do."""
        asked = Resolution.objects.filter(action_items__unit=body)
        return self.filter(Q(pk__in=asked.values("pk")) | Q(meeting__committee=body))

    def with_standing(self, standing):
        match standing:
            case Resolution.Standing.REVOKED:
                return self.filter(_changed(ResolutionChange.Kind.REVOKES))
            case Resolution.Standing.AMENDED:
                amended = _changed(ResolutionChange.Kind.AMENDS)
                return self.filter(amended, ~_changed(ResolutionChange.Kind.REVOKES))
        return self.filter(~_changed(*ResolutionChange.Kind))

    def counted(self):
        """How many stand how."""
        revoked = _changed(ResolutionChange.Kind.REVOKES)
        changed = _changed(*ResolutionChange.Kind)
        return self.order_by().aggregate(
            in_force=Count("pk", filter=~changed),
            amended=Count("pk", filter=changed & ~revoked),
            revoked=Count("pk", filter=revoked),
            all=Count("pk"),
        )

    # Dress it for a page.

    def for_register(self):
        """Its meeting and agenda item, and what changed it: the latest meeting on top."""
        changes = ResolutionChange.objects.select_related("resolution__meeting").order_by("pk")
        return (
            self.select_related("meeting__committee", "item")
            .prefetch_related(models.Prefetch("changed_by", changes))
            .order_by(F("meeting__starts_on").desc(nulls_last=True), "-meeting", "number")
        )


def _changed(*kinds):
    rows = ResolutionChange.objects.filter(earlier=OuterRef("pk"), kind__in=kinds)
    return Q(Exists(rows))


@tracked()
class Resolution(Block):
    """มติที่ประชุม: numbered within its meeting; never loses its meeting, item or text (promise 5)."""

    class Standing(models.TextChoices):
        """Whether it may still be cited; derived from what later ones did to it, never stored."""

        IN_FORCE = "in_force", pgettext_lazy("resolution", "ใช้อยู่")
        AMENDED = "amended", gettext_lazy("แก้ไขแล้ว")
        REVOKED = "revoked", pgettext_lazy("resolution", "ยกเลิกแล้ว")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="resolutions")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField("มติที่")
    text = models.TextField()
    # When it was put to the meeting: the quorum beside it is that of this moment (promise 11).
    decided_at = models.DateTimeField("ลงมติเมื่อ", null=True, blank=True)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="one_resolution_of_a_number"
            ),
        ]

    def __str__(self):
        return f"{self.meeting} {self.number}"

    def get_absolute_url(self):
        return reverse("meetings:resolution-detail", args=[self.pk])

    @property
    def standing(self):
        """Over what changed it (``changed_by``), which lists load before."""
        kinds = {change.kind for change in self.changed_by.all()}
        if ResolutionChange.Kind.REVOKES in kinds:
            return self.Standing.REVOKED
        return self.Standing.AMENDED if kinds else self.Standing.IN_FORCE

    @property
    def moment(self):
        """Its place among all: later meetings after earlier ones, within one by its number."""
        meeting = self.meeting
        began = meeting.starts_on or date(meeting.be_year - 543, 1, 1)
        return began, meeting.be_year, meeting.number or 0, meeting.pk, self.number


@tracked()
class ResolutionChange(models.Model):
    """What a later resolution did to an earlier one: amended or revoked it (promise 6)."""

    class Kind(models.TextChoices):
        AMENDS = "amends", gettext_lazy("แก้ไขเพิ่มเติม")
        REVOKES = "revokes", pgettext_lazy("resolution", "ยกเลิก")

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="changes")
    earlier = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="changed_by")
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "earlier"], name="a_resolution_changes_another_once"
            ),
            models.CheckConstraint(
                condition=~Q(resolution=F("earlier")), name="no_resolution_changes_itself"
            ),
        ]

    def __str__(self):
        return f"{self.resolution_id} {self.kind} {self.earlier_id}"
