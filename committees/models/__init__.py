from .committee import Committee
from .issue import Issue
from .seat import Membership, Seat, Standing

__all__ = ["Committee", "Issue", "Membership", "Seat", "Standing"]
