"""Posts of the regions and of the centre, and who may hold them."""

from committees.queries.posts import OF_THE_67

from .appointing import (
    appoint_auditor,
    appoint_central_officer,
    appoint_co_chair,
    appoint_coordinator,
    appoint_manager,
    appoint_officer,
    appoint_to,
    end_post,
    end_with_seat,
    replace_holder,
)

__all__ = [
    "OF_THE_67",
    "appoint_auditor",
    "appoint_central_officer",
    "appoint_co_chair",
    "appoint_coordinator",
    "appoint_manager",
    "appoint_officer",
    "appoint_to",
    "end_post",
    "end_with_seat",
    "replace_holder",
]
