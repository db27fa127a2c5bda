from django.db import models

from portal.kernel.history import tracked


@tracked()
class Issue(models.Model):
    """ประเด็นงาน: the strategic issues the movement works on; an editable list (S20)."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField("ประเด็น", max_length=80)
    name_en = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.name
