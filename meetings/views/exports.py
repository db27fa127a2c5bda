"""The lists of meetings, resolutions and assignments taken out as files."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.kernel.exports import Export

from ..columns import ITEM_COLUMNS, MEETING_COLUMNS, RESOLUTION_COLUMNS
from ..found import found_items, found_meetings, found_resolutions

MEETINGS = Export("meeting", _("การประชุม"), MEETING_COLUMNS, found_meetings)
RESOLUTIONS = Export(
    "resolution",
    _("ทะเบียนมติ"),
    RESOLUTION_COLUMNS,
    found_resolutions,
    lambda resolutions: resolutions.for_register(),
)
ITEMS = Export(
    "action-item",
    _("งานที่ได้รับมอบหมาย"),
    ITEM_COLUMNS,
    found_items,
    lambda items: items.for_register().most_urgent_first(on=timezone.localdate()),
)
