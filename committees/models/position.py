from django.db import models

from portal.kernel.history import tracked
from portal.kernel.models import Person
from regions.models.period import Period, PeriodQuerySet


@tracked()
class Position(Period):
    """A position that a document says somebody held on the days it speaks of (S6).

    Who a document leaves unnamed has no person; the days are the document's own, not
    the length of the term, which it does not tell.
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="positions"
    )
    title = models.CharField("ตำแหน่ง", max_length=200)
    source = models.CharField("ที่มา", max_length=250)

    objects = PeriodQuerySet.as_manager()

    def __str__(self):
        return self.title
