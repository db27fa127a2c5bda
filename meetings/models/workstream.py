"""งานเร่งด่วน 3 เรื่อง (S35), in the words in which a region's report asks after them."""

from django.db import models

from regions.sections import section_of
from regions.sections.asked import URGENT

_ASKED = {text.key: text for text in section_of("issues").texts if text.group == URGENT}


class Workstream(models.TextChoices):
    INFORMATION = "information", _ASKED["urgent_information"].label
    AREAS = "areas", _ASKED["urgent_areas"].label
    SUPPORT = "support", _ASKED["urgent_support"].label
