"""The coverage check: what is missing or wrong in the roster of one day, and where to mend it.

One picture of the day is read in a dozen statements whatever the size of the house; every
check is a function of the picture alone.
"""

from .checks import advice, findings, found_in
from .finding import Finding, Kind, Severity, grouped
from .picture import Picture, picture_of

__all__ = [
    "Finding",
    "Kind",
    "Picture",
    "Severity",
    "advice",
    "findings",
    "found_in",
    "grouped",
    "picture_of",
]
