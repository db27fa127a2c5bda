"""What the parts of a province are called: อำเภอ and ตำบล, in Bangkok เขต and แขวง."""

from collections.abc import Collection
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel.names import named

from .models import Province

BANGKOK = "10"


class PlaceWords(NamedTuple):
    district: str
    subdistrict: str
    districts: str  # with their number
    subdistricts: str


def place_words(codes: Collection[str], districts: int, subdistricts: int) -> PlaceWords:
    """For the provinces of ``codes``, which together have so many of each."""
    if BANGKOK not in codes:
        return PlaceWords(
            _("อำเภอ"),
            _("ตำบล"),
            ngettext("%(count)s อำเภอ", "%(count)s อำเภอ", districts) % {"count": f"{districts:,}"},
            ngettext("%(count)s ตำบล", "%(count)s ตำบล", subdistricts)
            % {"count": f"{subdistricts:,}"},
        )
    if len(codes) == 1:
        return PlaceWords(
            _("เขต"),
            _("แขวง"),
            ngettext("%(count)s เขต", "%(count)s เขต", districts) % {"count": districts},
            ngettext("%(count)s แขวง", "%(count)s แขวง", subdistricts) % {"count": subdistricts},
        )
    return PlaceWords(
        _("อำเภอหรือเขต"),
        _("ตำบลหรือแขวง"),
        ngettext("%(count)s อำเภอและเขต", "%(count)s อำเภอและเขต", districts)
        % {"count": districts},
        ngettext("%(count)s ตำบลและแขวง", "%(count)s ตำบลและแขวง", subdistricts)
        % {"count": f"{subdistricts:,}"},
    )


def province_words(province: Province) -> str:
    """จังหวัดเชียงใหม่, as a sentence names it; the capital is no จังหวัด."""
    if province.code == BANGKOK:
        return named(province)
    return _("จังหวัด%(name)s") % {"name": named(province)}
