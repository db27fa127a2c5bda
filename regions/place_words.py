"""What the parts of a province are called: อำเภอ and ตำบล, in Bangkok เขต and แขวง."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

BANGKOK = "10"


class PlaceWords(NamedTuple):
    district: str
    subdistrict: str
    districts: str  # with their number
    subdistricts: str
    both: str


def place_words(code: str, districts: int, subdistricts: int) -> PlaceWords:
    """For the province of ``code``, which has so many of each."""
    if code == BANGKOK:
        return PlaceWords(
            district=_("เขต"),
            subdistrict=_("แขวง"),
            districts=ngettext("%(count)s เขต", "%(count)s เขต", districts) % {"count": districts},
            subdistricts=ngettext("%(count)s แขวง", "%(count)s แขวง", subdistricts)
            % {"count": subdistricts},
            both=_("เขตและแขวง"),
        )
    return PlaceWords(
        district=_("อำเภอ"),
        subdistrict=_("ตำบล"),
        districts=ngettext("%(count)s อำเภอ", "%(count)s อำเภอ", districts) % {"count": districts},
        subdistricts=ngettext("%(count)s ตำบล", "%(count)s ตำบล", subdistricts)
        % {"count": subdistricts},
        both=_("อำเภอและตำบล"),
    )
