"""Everything the portal can do to the minutes of a meeting."""

from .adopting import Adoption, adopt_minutes, adopt_silently
from .corrections import ask_for_correction, settle_correction
from .errata import Wrong, record_erratum
from .turns import (
    begin_minutes,
    check_minutes,
    circulate_minutes,
    name_writers,
    propose_minutes,
    return_minutes,
)
from .versions import keep_version

__all__ = [
    "Adoption",
    "Wrong",
    "adopt_minutes",
    "adopt_silently",
    "ask_for_correction",
    "begin_minutes",
    "check_minutes",
    "circulate_minutes",
    "keep_version",
    "name_writers",
    "propose_minutes",
    "record_erratum",
    "return_minutes",
    "settle_correction",
]
