from .committee import Committee
from .issue import Issue
from .seat import Membership, Seat, Standing, represented

__all__ = ["Committee", "Issue", "Membership", "Seat", "Standing", "represented"]
