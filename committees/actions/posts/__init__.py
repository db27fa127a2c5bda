"""Posts of the regions and of the centre, and who may hold them."""

from .appointing import appoint_to, end_post, end_with_seat, replace_holder

__all__ = ["appoint_to", "end_post", "end_with_seat", "replace_holder"]
