"""What requests may be about, in words."""

from .models import SupportRequest
from .sections import section_of


def kinds() -> list[tuple[str, str]]:
    """What the section offers to ask for."""
    return [(wish.key, wish.label) for wish in section_of("support").wishes]


def kind_of(request: SupportRequest) -> str:
    return dict(kinds()).get(request.kind, request.kind)
