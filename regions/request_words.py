"""What requests may be about, and how late their answer is, in words."""

from django.utils.translation import ngettext

from .models import SupportRequest
from .sections import section_of


def kinds() -> list[tuple[str, str]]:
    """What the section offers to ask for."""
    return [(wish.key, wish.label) for wish in section_of("support").wishes]


def kind_of(request: SupportRequest) -> str:
    return dict(kinds()).get(request.kind, request.kind)


def overdue_words(days: int) -> str:
    """Nothing was answered yet: how long the answer is overdue."""
    words = ngettext("เกินกำหนดตอบ %(days)s วัน", "เกินกำหนดตอบ %(days)s วัน", days)
    return words % {"days": days}
