"""What an app above asks within a section of a report."""

from django import forms
from django.utils.functional import cached_property

from portal.kernel.models import User

AT_ONCE = 3  # of a list of questions, how many stand open


class BesideForm(forms.Form):
    """Bound to what the section sent, and saved with it under its version.

    Hand the class to ``regions.sections.show_beside``; ``shown`` is what the context gave.
    """

    template: str

    def __init__(self, data=None, *, shown: dict, auto_id: str):
        super().__init__(data, auto_id=auto_id)
        self.shown = shown

    @property
    def asked(self) -> list[tuple]:
        """(what is asked about, its boxes…) of a list of questions, the most urgent first."""
        return []

    @cached_property
    def folded(self) -> set[int]:
        """Of ``asked``, those that stand folded: after the first, whatever nobody answered yet.
        So ten ask for no more thumbs than three."""
        rest = self.asked[AT_ONCE:]
        return {
            one.pk for one, *boxes in rest if not any(box.value() or box.errors for box in boxes)
        }

    def keep(self, *, by: User) -> None:
        """Keep what was typed; whoever calls this holds the report and won the version."""
        raise NotImplementedError

    def says_already(self) -> bool:
        """Whether what was sent is what stands, as the database has it."""
        raise NotImplementedError

    def differences(self) -> list[tuple]:
        """(what, mine, theirs) of all that was asked."""
        raise NotImplementedError

    asked: list[tuple]  # each thing asked about, and its boxes, or None where it has none

    def called(self, thing) -> str:
        """What one thing asked about is called where it stands alone, as in a workbook."""
        raise NotImplementedError

    def more_room(self) -> list[str]:
        """The names of boxes that nobody asked for yet, where rows may be added."""
        return []

    def of_last_month(self) -> dict[str, str]:
        """What stood in each box the month before, by the name of the box."""
        return {}
